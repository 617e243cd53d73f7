"""English."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="en",
    file_names="en eng english anglais",
    beside=("fr",),
    numbers=parts.numbered(
        """1 a an one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten,
        11 eleven, 12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 20 twenty,
        30 thirty, 40 forty, 50 fifty"""
    ),
    calendar=parts.Calendar(
        months=(
            "january, jan",
            "february, feb",
            "march, mar",
            "april, apr",
            "may",
            "june, jun",
            "july, jul",
            "august, aug",
            "september, sept, sep",
            "october, oct",
            "november, nov",
            "december, dec",
        ),
        doubtful_months="may, march, mar, jan, jun, jul, sep, dec, apr, feb, aug",
        weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        seasons=("spring", "summer", "autumn, fall", "winter"),
        doubtful_seasons="spring, fall",
        ordinals=("first, 1st", "second, 2nd", "third, 3rd", "fourth, 4th"),
        last_ordinal="last, final",
        quarters="quarter",
        halves_of_anything="half",
        quarter_codes="Q",
        half_codes="H",
        units={
            "day": "day",
            "week": "week",
            "month": "month",
            "quarter": "quarter",
            "year": "year",
        },
        plurals={
            "day": "days",
            "week": "weeks",
            "month": "months",
            "quarter": "quarters",
            "year": "years",
        },
        before_day="on, the",
        day_suffixes="st, nd, rd, th",
        of_month="of",
        month_first=True,
        before_month_day="on",
        numeric_is_ambiguous=True,
        before_days="from, on",
        between="between the, between",
        until="to, through",
        and_="and",
        before_month_year="in, since, of, by",
        before_month="in, since, during",
        before_period="""in, in the, the, by, by the, since, since the, during, during the, from,
            from the, until, until the, before, before the, after, after the, for, for the, early,
            late, mid-, in early, in late, in mid-, by early, by late, by mid-""",
        of_period="of, of the year",
        before_year="in, since, by, during, before, after, until",
        surely_before_year="""mid-, in mid-, by mid-, early, in early, by early, late, in late,
            by late, the end of, at the end of, by the end of, the beginning of,
            at the beginning of, the middle of, in the middle of, the year""",
        after_year="""c, and, or, to, with, for, when, where, which, that, the, an, as, at, on, by,
            from, of, but, was, were, is, are, had, has, have, it, he, she, they, we, after,
            before, since, while, during, under, because, alone, onwards, will, would, in, not""",
        before_our_era="BCE?",
        before_quantity="more, less, than, about, nearly, over, around, some",
        relative=parts.RelativeWords(
            days={
                -2: "the day before yesterday",
                -1: "yesterday, last night",
                0: "today, tonight",
                1: "tomorrow",
                2: "the day after tomorrow",
            },
            parts_of_day="morning, afternoon, evening",
            today=(
                "this morning",
                "this afternoon",
                "this evening",
            ),
            ago=("{count} ago",),
            ahead_or_lasting=(r"in {count}(?! (and a half|of\b|or\b))('s?( time)?\b)?",),
            # durations: "the largest exercise in 20 years", "built in two years"
            lasting=r"first|time|only|best|worst|most|once|\w{3,}est|\w+ed|built|was|were",
            vague="about, around, nearly, almost, over, some, roughly, more than, less than",
            sides=parts.Sides(
                last=("last {weekday}", "last {month}", "last {span}"),
                this=("this {weekday}", "this {month}", "this {span}"),
                next=("(next|this coming) {weekday}", "next {month}", "next {span}"),
            ),
            plain=(
                r"(in|by|during|since|until|before|after) the {season}(?! of\b)",
                r"(in|by|during|for) (the )?{quarter}(?! of\b)",
                r"(in|during|for) {half}",
                "(on )?{weekday}",
            ),
            story=(
                "the (next|following|previous) day",
                "the (following|previous) week",
                "the (following|previous) month",
                "the (following|previous) year",
                "the day before",
            ),
            not_dates=(
                "of {day}",
                "(or|to) {count} ago",
                "(every|each|black|good) {weekday}",
                # "over the last year" means twelve months
                "the (last|this|next) {span}",
                "the (last|this|next) {month}",
                r"(this|last|next|the) fall (in|of|from|to)\b",
                "(arab|prague) spring",
            ),
            after_date=parts.Sides(
                last=("(of )?last {unit}",),
                this=("(of )?this {unit}",),
                next=("(of )?next {unit}",),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"(?<!the )(?<!his )(?<!her )(?<!a )will|shall|(?:is|are) going to",
            future=r"will|shall|is to|are to|to be|due(?! to (?!be\b))|scheduled|upcoming|ahead of",
            coming="would|expected|going to|plan(s|ned)? (to|for)",
            been=r"(?<!be\s)(was|were|has|had|did|met|held|said|told|took|began|came"
            r"|(?!united|allied|\w*eed\b)\w+ed)",
            frees=r"for|by|until|till|from|starting|as of|no later than|before"
            r"|(a|an|another|our)( (?!(on|the|of|for|in)\b)\w+)?",
            clause_ends=r"(that|which|who|when|where|while|but)\b",
            relatives=r"(which|who|whose|whom|where)\b",
            continues=r"(that|but)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""mr, mrs, ms, jr, sr, dr, prof, gen, lt, sgt, gov, hon, rep, sen, rev, dep,
            dept, co, corp, inc, ltd, etc, ed, fig, vol, vs, ex, art, op, p, pp, tel, approx,
            env""",
        may_end="etc, inc, ltd, co, corp, jr, sr",
        numbered="no, nos, n, num",
        starters="The, It, He, She, They, This, That, These, In, On, At, A, An, We",
    ),
    mails=parts.MailWords(
        sender="from|sender",
        sent="date|sent|received",
        recipient="to|cc|bcc|reply-to",
        subject="subject",
        forwarded="(begin )?forwarded (message|mail|by)",
        original="original message",
        wrote="wrote",
        reply="re",
        forward="fwd?",
        notices=r"th(is|e information in this) (e-?mail|message)[^\n]*(confidential|intended)"
        r"|please consider the environment|[^\n]{0,60}mailing list$",
        sent_from="sent (from|via) (my|outlook|mail|yahoo|the)|get outlook for",
    ),
    releases=parts.ReleaseWords(
        labels="(press |news )?releases?|press statement|for immediate release|date|embargo",
        published="submitted|"
        "(first )?published|posted|released|issued|date (of (publication|release"
        "|issue)|published|posted|released|issued)|(release|publication|issue) date",
        updated="(last )?updated|last (modified|update|revised)|modified|date (modified|updated)",
        by="by",
        embargo="(under )?(strict(ly)? )?embargo(ed)?( for (release|publication))?( until"
        "| till)?|not for (release|publication|broadcast)( before| until)?"
        "|hold for release( until)?|embargo (ends|lifts)( at)?",
        release_now="for immediate (release|publication)",
        done_at="(done|made|signed|given) (at|in)",
        day_titles="cabinet|council|meeting|minutes|summary|statement|press (conference|briefing"
        "|release)|briefing|speech|remarks|address|bulletin|session|communiqué"
        "|readout",
        announcing="invitation|agenda|save the date|media advisory|upcoming|registration",
        event_labels="where|time|venue|location|place",
        short_weekdays="mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun",
        before_date="on",
        number_sign=r"no\.",
        clock="at",
        place_words="of, the",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? read|reading time\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="this ({weekday}|week|morning|day)|today|{weekday}",
        news="meetings?|summit|conference|visit|talks|ceremony|speech|met|announced|said"
        "|presented|unveiled"
        "|hosted|welcomed|inaugurated",
        older=r"(since|signed|founded|opened|launched|ended|before)\s*(in \w+ )?(on )?",
        credit=r"\((photo|image)|photos?( credits?)?\s*(:|©|–|-|by\b)|caption\s*:",
        appeared="appeared first",
        untitled="(new )?untitled",
        contact=r"((media|press) )?contacts?( (press|media))?\s*:",
        auxiliaries="has, have, was, were, is, are, will",
        site="view (this|it) (e-?mail |message )?(in|online)|(having )?trouble (viewing|"
        "reading)|unsubscribe|update (your )?(subscription |e-?mail )?preferences|"
        "(read|see) (also|more|next)|related (articles?|content|news|posts?|stories)"
        "|share (this|on|via)|follow us|(leave|post|add|write) a (comment|reply)"
        "|you must be logged in|log in to|your e-?mail address will not be published"
        "|required fields|this (web)?site uses|we use cookies"
        "|by continuing to (browse|use)|(accept|reject|manage)( all)? cookies"
        "|skip to (main )?(content|navigation)|back to(?!.{30})|you are here|print this"
        "|download (the|this|as)|(previous|next) (article|post|release)|subscribe"
        "|sign up|other (releases|articles|news|available languages)|tags? ?:"
        "|categor(y|ies) ?:|keywords ?:|site map|navigation path|left navigation"
        r"|additional tools|\[?graphic in"
        "|you (are receiving|(have )?received) this|unsubscribe|view (this|the) (e-"
        "?mail|message|newsletter) (online|in)",
        site_lines="no comments|leave a comment|"
        "home|menu|search|navigation|print|share|send|comments?|top|advertisement"
        "|cookies|contact( us)?|help|news|read more|learn more|download|subscribe"
        "|log ?in|languages?|email",
        sections="you (are receiving|received|have received) this|"
        "(media|press|investor)? ?(contacts?|inquiries|enquiries|relations)( ?:|$)"
        "|(media|press) (contact|inquir|enquir|relations)|for (more|further"
        "|additional) information|notes? to editors? ?:|source ?:|legal notice"
        "|disclaimer|all rights reserved|newsletter|privacy policy|terms (of use"
        "|and conditions)|forward(-| )looking statements?|safe harbou?r",
        about="about [^.!?]{2,60}$|about us",
        corrected=r"correct(ed|ion)|erratum|revised|updated?\b|version 2",
        release_ends="ends?|end of (the )?release",
        compound_heads="non, ex, vice, self, co, pre, post, anti, mid, well, high, low, long, short"
        ", follow, cross, all, so, one, two, three, four, five, multi",
    ),
    terms=parts.TermWords(
        letters="éèïöüçñ",
        stop_words="""a about after again all also am an and any are as at be because been before
            being between both but by can could did do does doing down during each few for from
            further had has have having he her here hers him his how i if in into is it its
            itself just me more most my no nor not now of off on once only or other our out over
            own s same she should so some such t than that the their them then there these they
            this those through to too under until up very was we were what when where which
            while who whom why will with would you your""",
        stemmer="english",
    ),
    questions=parts.QuestionWords(
        when="when",
        who="who whom whose",
        where="where",
        how_many="how_many how_much",
        why="why",
        how="how",
        which="which",
        what="what",
        relative="whose",
        times="date day year month decade century deadline",
        is_the="is_the was_the will_be_the is_the_exact was_the_exact exact",
        links="and so but",
        prepositions="on in at since by until till from for of to with before after during",
        asked="""know tell_me tell_us say wonder wondering remember recall who_can_say
            who_can_tell_me who_can_tell_us""",
        contacts="contacts?|phone|telephone|e-?mails?|(press|media) (office|officer"
        "|relations)|legal notice|copyright|newsletter|subscribe|website"
        "|web ?site|spokes(person|man|woman)",
        yes_no="""is are was were am do does did has have had will would can could should shall may
            might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't
            won't""",
        number_signs="number no",
        thanks="""thanks thank_you thank_you_very_much many_thanks thanks_a_lot thanks_in_advance
            thank_you_in_advance kind_regards best_regards cheers""",
        please="please pls plz",
        salutations="""sir madam dear all everyone everybody team folks there ladies gentlemen
            and doctor great perfect nice good cool right i_see interesting well so understood
            got_it excellent wonderful sure alright""",
        wrapping="""i i'd i'm we you it us me can could would will do does might may am are was were
            like love want need wish wonder wondering wondered to know find learn hear ask asking
            tell say explain remind inform show give let kindly perhaps maybe possibly just also
            please if any_idea any_chance have happen_to know_if out idea a any trying hoping
            interested in be so_kind_as good_enough able be_able do_you_know question quick my one
            is who_knows who_can_tell_me curious about as_to""",
        greetings="""hello hi hey hello_there hi_there good_morning good_afternoon good_evening
            good_night goodbye bye bye_bye thanks thank_you thank_you_very_much many_thanks
            please how_are_you how_are_you_doing how_do_you_do how's_it_going how_is_it_going
            what's_up what_is_up who_are_you what_are_you what's_your_name what_is_your_name
            what_can_you_do are_you_a_robot are_you_a_bot are_you_human are_you_there
            can_you_hear_me can_you_help_me help_me yes no ok okay this_is_a_test hello_world
            lorem_ipsum lorem_ipsum_dolor_sit_amet nice_to_meet_you do_you_speak_english
            what_is_this what_is_that tell_me_a_joke""",
        requests="""tell tell_me tell_us give give_me name list explain describe summarise summarize
            show show_me say specify indicate state find find_out can_you could_you would_you
            trace please i_would_like_to_know i'd_like_to_know i_want_to_know i_wonder
            do_you_know""",
        verbs="is are was were has have had will do does did can could would should",
        names="""what_is_the_name what_was_the_name what's_the_name what_is_the_title
            under_what_name""",
        plurals=parts.PluralWords(
            verbs="are:is have:has were:was",
            words="the:the",
            endings="ies:y ches:ch shes:sh sses:ss xes:x s:",
            unchanged="""news series species headquarters""",
        ),
        scope=parts.ScopeWords(
            over_time="""over_the_years over_time each_year every_year year_by_year
                year_after_year by_year per_year from_year_to_year throughout_the_years
                evolution changed_over successive successively in_turn across_the_years
                through_the_years each_month month_by_month the_trend the_history_of
                year_on_year all_figures trace_the year_to_year edition_by_edition every_edition
                each_edition one_after_another one_after_the_other in_succession
                season_by_season season_after_season""",
            how_often="how_many_editions how_many_times how_often on_how_many_occasions",
            which_dates="on_which_dates on_what_dates in_which_years in_what_years which_years",
            took_place="taken_place took_place been_held were_held",
            first="first earliest initial very_first oldest",
            last="last latest most_recent newest very_last ",
            first_time="""first_held first_take_place first_took_place first_organised
                first_organized first_run first_awarded first_meet first_time""",
            last_time="""last_held last_take_place last_took_place last_organised last_organized
                last_run last_awarded last_meet last_met last_time most_recently""",
            now="""now currently current today at_present at_the_moment these_days nowadays
                presently as_of_today""",
            any_figure="number numbers quantity amount amounts total figure figures level volume",
            figures="""population number staff workforce budget amount total rate price size
                attendance traffic volume tonnage capacity consumption emissions spending
                revenue sales exports imports debt deficit surplus profit turnover output
                production headcount membership figure income turnout""",
            state=r"in charge|leads?|led|heads?|headed|chairs?|chaired|runs?|run by|coache[sd]",
            who_many="were are have",
            past=(
                r"was|were|did|had|has|have(?! *\?)|led|held|took|met|won|became|(?!(?:need|"
                r"feed|exceed|proceed|succeed|speed|agreed|united|allied|red|"
                r"bed)\b)\w\w+ed"
            ),
            evolved="evolve evolved changed developed grown grow increased risen fallen declined",
            how_often_in="per more less a as",
            named_first="""minister ministers lady name names aid responders secretary world
                hand line resort""",
            plural_endings="s",
            formerly="previously formerly",
            deputies="deputy vice assistant associate co",
            former="former ex deputy vice assistant future honorary elect late",
            figure="what",
            held="held take_place taken_place took_place played organised organized staged",
            awards="""prize prizes medal medals award trophy cup championship tournament contest
                competition""",
            won="won win wins received receive receives awarded",
            winners="winner winners laureate laureates recipient recipients",
            listed="list names name succession",
            highest="""the_highest at_its_highest the_largest the_biggest the_greatest the_best
                at_its_peak peaked at_their_highest""",
            lowest="""the_lowest at_its_lowest the_smallest the_worst at_their_lowest
                the_poorest""",
            most="the_most",
            least="the_fewest the_least",
        ),
        period=parts.PeriodWords(
            to="and to",
            before="before",
            until="until till by",
            after="after beyond",
            since="since from",
            ends="end",
            fillers="in the of month year beginning start begin mid early late",
            year="year",
            counted="more_than less_than fewer_than about nearly over around some",
            numbered="""no. resolution resolutions article articles directive agenda horizon vision
                initiative plan objective ISO STANAG NATO""",
            goes_on="what how why who did does do",
        ),
    ),
    times=parts.TimeWords(
        telling="""after before during since until while when century centuries era age end
            beginning time year years month months week weeks day days spring summer autumn
            winter morning evening night hour hours noon midnight""",
        units="year years month months week weeks day days hour hours minute minutes",
        in_year="in",
        before_year="since year",
        dateline="On {date}, {text}",
        lead_in="on the from in since",
        hours="am pm a.m p.m o'clock hours noon",
        named="""budget FY year resolution act law plan programme program report season campaign
            agenda edition vision regulation directive""",
        documents="""act law decree order agreement treaty convention protocol resolution
            regulation directive ruling judgment opinion letter declaration decision
            statement contract""",
        of_date="of dated",
        through="by",
        anniversaries="anniversar* birthday* jubilee centenary bicentenary",
        closes="ended ending born dated closed",
        begins="""since from starting beginning begin begins began start starts started opens
            opened opening as_of""",
        ends="until till through ends end ended ending closes deadline expires by no_later_than",
    ),
    claims=parts.ClaimWords(
        negation=r"""\b(?:not(?!\s+only)|never|neither|nor|none|nobody|nothing|cannot)\b
            | \wn't\b
            | \bno\b(?!\.?\s*\d)""",
        without="without except",
        figures=(
            ("2", "second"),
            ("3", "third"),
            ("4", "fourth"),
            ("5", "fifth"),
            ("6", "sixth"),
            ("7", "seventh"),
            ("8", "eighth"),
            ("9", "ninth"),
            ("10", "tenth"),
            ("17", "seventeen"),
            ("18", "eighteen"),
            ("19", "nineteen"),
            ("70", "seventy"),
            ("80", "eighty"),
            ("90", "ninety"),
            ("100", "hundred hundreds"),
            ("1000", "thousand thousands"),
            ("million", "million millions"),
            ("10⁹", "billion billions"),
        ),
        titles="mr mrs ms dr",
        openings="according however moreover meanwhile finally furthermore",
        days="monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow",
        not_months="may march",
    ),
    offices=parts.OfficeWords(
        copulas="is are was were be been being",
        auxiliaries="has have had",
        leading="""lead leads led leading head heads headed heading run runs ran chair chairs
            chaired chairing chairship leadership directs directed directing commands commanded
            commanding command charge elected elects appointed appoints appointment named
            succeeds succeeded succeeding successor post office helm mandate role oversees
            overseen manages managed managing""",
        leaves="""leave leaves leaving left steps_down stepped_down step_down stepping_down
            resigns resigned retires retired retire retiring departs departed""",
        becomes="become becomes became becoming",
        takes="""appoint* elect* reelect* name names named naming become became becomes
            becoming promot* chose* select* succe* replac* took_over takes_over take_over
            took_charge takes_charge took_office took_the takes_the taken_over sworn post
            office helm role mandate term nominat* crowned""",
        succeeds="""succeeds succeeded succeeding succeed replaces replaced replacing replace
            succession takes_over_from took_over_from taking_over_from follows followed""",
        posts={
            "president": "president chairman chairwoman chairperson",
            "minister": "minister",
            "prefect": "prefect",
            "mayor": "mayor",
            "director": "director",
            "secretary": "secretary",
            "spokesperson": "spokesperson spokesman spokeswoman",
            "ambassador": "ambassador",
            "governor": "governor",
            "chief": "chief",
            "commander": "commander",
            "rector": "rector",
            "chancellor": "chancellor",
            "commissioner": "commissioner",
            "prosecutor": "prosecutor",
            "treasurer": "treasurer",
            "king": "king",
            "queen": "queen",
            "pope": "pope",
            "coach": "coach",
            "ceo": "ceo",
            "head": "head boss leader",
        },
    ),
    speech=parts.SpeechWords(
        articles="the an its his her their this these several a one",
        name_links="of von van der den el al bin ben da dos di del della zu ter",
        noun_links="for at to",
        prepositions="""in by with from during under against between into upon over through despite
            amid following before since on""",
        sources="according",
        adverbs="""also then later yesterday today tomorrow monday tuesday wednesday thursday friday
            saturday sunday january february march april may june july august september october
            november december reporters journalists earlier repeatedly not however meanwhile
            further again year month week night morning evening""",
        that="that whether how why",
        conjunctions="as when because although while if",
        relatives="who which whose",
        pronouns="he she they it we i you someone somebody everyone",
        joins="and or but",
        copulas="is are was were be been being",
        auxiliaries="has have had",
        verbs="""said says told tells added adds stated states declared noted notes explained
            explains warned warns stressed stresses insisted insists argued argues claimed
            claims announced announces wrote writes tweeted commented concluded concludes
            replied asked asks recalled recalls emphasised emphasized underlined continued
            confirmed confirms acknowledged admitted admits called calls described describes
            praised condemned condemns hailed welcomed pledged urged believes thinks denounced
            accused accuses vowed suggested suggests demanded posted promised joked""",
        gerunds="""saying adding stating declaring noting explaining warning stressing insisting
            arguing claiming announcing writing recalling emphasising emphasizing calling
            describing praising condemning telling""",
        nothing="comment plus",
        marks="the of and is was that said asked told says in to",
        titles="mr mr. mrs mrs. ms ms. dr dr. sir lord sheikh prof. sen. rep. gov. gen.",
        roles="""minister secretary commissioner ceo spokes officer leader chair head director mayor
            chancellor governor judge lawyer expert professor king queen analyst amb""",
        role_endings="ist",
        offices="""secretary general secretary-general minister president chancellor director
            commissioner ambassador representative chairman chair governor mayor senator pope
            king queen prince princess colonel captain spokesman spokeswoman spokesperson chief
            professor""",
        things="but report statement study document law letter",
        speeches="tweet statement",
        requests="call descri urg",
        replies="said asked says added replied told",
        idioms="""for_his_part for_her_part for_its_part for_their_part in_addition in_turn
            in_particular of_course""",
        name_beginnings="el- al-",
        name_first=True,
        bare_nouns=True,
        masculine="he him mr mr.",
        feminine="she mrs mrs. ms ms.",
        plurals="several some many",
        stand_ins="""building structure work company firm business group organisation organization
            association institution club team foundation agency alliance commission union council
            project programme program scheme event site place monument document text vehicle
            country state city town region former latter""",
        no_names="""contact contacts city town council office service ministry association
            company group committee university institute foundation press media notes note
            source sources photo credit annex quote quotes about further background""",
        introductions=(
            "((a|the) )?(quotes?|quotations?|statement|comments?|remarks?|words?|testimonial"
            "|message) (from|by|of)( the)?|according to"
        ),
        asked="""said says say stated states declared explained explains added noted stressed
            argued claimed believes thinks wrote told emphasised emphasized underlined thanks
            thanked welcomes welcomed regrets regretted hopes hoped warns warned promises
            promised praises praised calls called insists insisted concludes concluded""",
        say="""say think thinks thought tell declare state comment commented claim believe saying
            write""",
        what_said="""what (did|does|do|has|have|had|is|was) {speaker} {said}
            what {speaker} {said}""",
        said_on="about|on|regarding|concerning",
        said_of="of|to",
        first_person="i we us me our my",
        authors=(
            "(according to|in the words of) who(m|se)?|"
            "whose (words|quote|quotation|statement|remarks?)|(quotes?|quotation|words"
            "|statement) (is|are|come"
            "|comes) from( whom)?|(author|speaker) of (the|this|these|that) (quotes?"
            "|quotation|words|statement)"
        ),
    ),
    answers=parts.AnswerWords(
        plural_articles="several these",
        joins="and or but nor so as_well_as",
        both="and as_well_as",
        another="another the_other",
        either="and or",
        to="to",
        ranges="from/to between/and",
        multiples="hundred thousand million millions billion billions trillion",
        of="of",
        units="""euro euros dollar dollars pound pounds year years month months day days week
            weeks hour hours minute minutes metre metres meter meters kilometre kilometres
            kilometer kilometers mile miles foot feet acre acres hectare hectares ton tons tonne
            tonnes litre litres degree degrees percent per_cent point points""",
        articles="the a an",
        alone="has is was does",
        several="which",
        whom="whom",
        passive="was were been is are be being get got",
        by="by",
        nameless="""he she they him her them someone somebody anyone everyone everybody
            others who those one""",
        opposites="""open* inaugurat* / close* closing shut*, increas* rise rises rose risen rising
            grow* grew / decreas* fall falls fell fallen falling drop* declin* reduc*, buy buys
            buying bought purchas* acquir* acquisition* / sell sells selling sold sale sales, win
            wins won winner* winning victor* / lose loses lost losing defeat*, hire* hiring recruit*
            / fire fired fires dismiss* layoff*, creat* / cut cuts abolish* dissol*, marri* marry*
            wedding* / divorc*, accept* approv* adopt* / reject* refus*, allow* permit* authori* /
            ban bans banned prohibit* forb*, arriv* / leave leaves leaving left depart departs
            departure*, begin* began begun start* / end ends ended ending finish* conclud*, import
            imports imported importing / export*, support* backs backed backing / oppos* block*,
            build* built / demol* destroy*, releas* freed / arrest* jail* imprison*, appoint* /
            resign* dismiss*, maxim* / minim*, borrow* / lend* lent, monthly per_month a_month
            every_month each_month / yearly annual* per_year a_year every_year each_year / daily
            per_day a_day every_day each_day / weekly per_week a_week every_week each_week, red /
            orange / yellow / green / blue / black / white, north* / south*, east* / west*, women
            women's female / men men's male, boys / girls, primary / secondary, private / public,
            democrat* / republican*, gross / net, left / right, upper / lower, junior* / senior*,
            spring / autumn / winter / summer""",
        announces="""announced announces unveiled unveils inaugurated inaugurates presented
            presents visited visits toured welcomed welcomes praised praises congratulated
            declared declares stated said says stressed recalled confirmed promised met thanked
            attended commented explained highlighted hailed applauded""",
        benefits="for",
        origins="""date_from dates_from date_back / date dates dating dated built build* construct*
            founded founding creat* erect* complet* inaugurat* opened century signed adopted
            published written""",
        beginnings="""appoint* elected election named became become took takes joined joins
            found* creat* open* launch* began begin* begun start* adopt* establish* introduc*
            came entered enters inaugurat* succeed* born arriv* installed sworn commenc*""",
        endings="""end ends ended ending expir* clos* ceas* deadline left leaves resign*
            stop* finish* complet* extend* final retire* terminat* died""",
        undoes="""cancel* refus* reject* broke broken dissolv* withdr* abandon* quit quits
            leave leaves leaving resign* suspen* ban banned bans prohibit* postpon* delay* close
            closes closed closing closure* dismiss* fired abolish* boycott* prevent* fail* expel*
            oust* exclude* excluding exclusion ceas* stop* deny denied denies oppos* destroy*
            destruct* demol* recall* lost lose loses discontinu*""",
        beside="with",
        neighbours="nearby neighbouring neighboring neighbour neighbor rival* sister competitor*",
        not_so="""observer observers candidate candidates candidacy wishes wants considers
            considering negotiates negotiating refused refuses declined declines postponed""",
        unrealised="""should would could might must plan plans planned planning consider* want
            wants wanted urge* urging
            demand* asks asked asking hope hopes hoped propos* threaten* intend* recommend*
            call calls called calling aim* seek*""",
        declines="refus* declin* renounc*",
        superlatives="""most least best worst biggest largest smallest highest lowest longest
            oldest youngest / more record* first top main* leading greatest maxim* minim*
            major* only never ever""",
        reasons="""because since as cause* reason* due owing thanks for after following so to
            result* led explain* aim* given in_order amid over on_grounds blam* wish* want* hop*
            by with""",
        receives="receive receives received receiving got get gets",
        gives="give gives gave given awarded presented handed granted",
        wishes="demanded urges urged requested considers considering",
        against="against versus compared_with compared_to up_from down_from after from",
        objects="whom",
        recipients="to",
        opponents="to against over",
        deeds={
            "found": "found founds founded create creates created / founder creator",
            "design": "design designs designed draw drew drawn / architect designer",
            "build": "build builds built construct constructed erect erected / builder",
            "write": "write writes wrote written / author writer",
            "compose": "compose composes composed / composer",
            "paint": "paint paints painted / painter",
            "invent": "invent invents invented / inventor",
            "discover": "discover discovers discovered / discoverer",
            "buy": "buy buys bought acquire acquires acquired purchase purchased / buyer",
            "sell": "sell sells sold / seller",
            "win": "win wins won / winner",
            "lose": "lose loses lost / loser",
            "beat": "beat beats beaten defeat defeats defeated eliminate eliminated",
            "finance": "finance finances financed fund funds funded pay pays paid / funder",
            "own": "own owns owned / owner",
            "dismiss": "dismiss dismisses dismissed fire fired sack sacked oust ousted",
            "appoint": "appoint appoints appointed name names named",
            "replace": "replace replaces replaced succeed succeeds succeeded / successor",
            "give": """give gives gave given award awards awarded present presents
                presented hand handed donate donated""",
            "receive": "receive receives received obtain obtained / recipient laureate",
            "lend": "lend lends lent loan loaned",
            "open": "inaugurate inaugurates inaugurated",
            "sign": "sign signs signed",
            "publish": "publish publishes published / publisher",
            "make": "manufacture manufactures manufactured / manufacturer maker",
            "organise": "organise organises organised organize organized / organiser organizer",
            "coach": "coach coaches coached train trains trained / coach trainer",
            "rescue": "rescue rescues rescued save saved",
            "arrest": "arrest arrests arrested",
            "kill": "kill kills killed",
            "order": "order orders ordered",
            "launch": "launch launches launched",
            "restore": "restore restores restored renovate renovated / restorer",
            "elect": "elect elects elected",
            "welcome": "welcome welcomes welcomed",
            "congratulate": "congratulate congratulates congratulated",
            "thank": "thank thanks thanked",
            "criticise": "criticise criticises criticised criticize criticized",
            "decorate": "decorate decorated",
            "suspend": "suspend suspends suspended",
            "exclude": "exclude excludes excluded disqualify disqualified",
            "run": "operate operates operated / operator",
            "lead": "lead led",
            "chair": "chairs / chair chairman chairwoman",
            "invite": "invite",
            "accompany": "accompany",
            "visit": "visit",
            "present": "unveil introduced",
            "approve": "approve authorise authorize",
            "reject": "reject",
            "demolish": "demolish",
            "destroy": "destroy",
            "steal": "steal stole stolen / thief",
            "attack": "attack",
            "treat": "treat",
            "deliver": "deliver",
            "equip": "equip",
            "accuse": "accuse",
            "convict": "sentence convict",
            "investigate": "investigate",
            "warn": "warn alerted",
            "support": "support",
            "choose": "choose chose chosen select",
            "negotiate": "negotiate",
            "adapt": "adapt",
            "translate": "translate / translator",
            "develop": "develop / developer",
            "produce": "produce / producer",
            "repair": "repair",
            "rebuild": "rebuild rebuilt reconstructed",
            "reopen": "reopen",
            "repaint": "repaint",
            "plan": "plan",
            "sponsor": "sponsor",
            "christen": "christen baptise",
            "pilot": "pilot / pilot",
            "hire": "hire recruit",
            "light": "lit relit",
            "leave": "leave left quit",
            "resign": "resign",
            "propose": "propose suggest",
            "extinguish": "extinguish",
            "install": "install",
            "represent": "represent defend",
        },
        than="than",
        year_before="year_before previous_year prior_year preceding_year",
        year_earlier="a_year_earlier one_year_earlier",
        years_earlier="years_earlier years_previously",
        more="more fewer less",
    ),
    memberships=parts.MembershipWords(
        asked="""member members join joined joining joins belong belongs partners partner acceded
            part_of admitted signatory signatories make_up made_up""",
        asked_left="left leave leaves withdrew withdrawn quit expelled excluded departed",
        joins=(
            r"joins?|joined|ha(?:s|ve) joined|accedes?|acceded|(?:became|becomes?|is|are)(?: now)?"
            r"(?: \S+){0,3}? members?|(?:is|are) now part|ha(?:s|ve) become(?: \S+){0,3}? members?"
            r"|(?:was|were|is|are) admitted|enters?|entered|signed up"
            r"|ha(?:s|ve) signed|signed|have founded"
        ),
        leaves=(
            r"left|leaves?|ha(?:s|ve) left|withdr(?:ew|aws?|awn)|quits?|(?:was|were) expelled"
            r"|(?:was|were) excluded|(?:its|their) (?:exit|departure|withdrawal)"
        ),
        admits=(
            r"(?:accession|entry|admission|arrival|membership) of|welcom(?:es?|ed)|admit(?:s|ted)?"
            r"|members? ?:|accept(?:s|ed)|(?:unites|comprises|includes|counts)(?: now)?"
        ),
        expels=r"(?:departure|withdrawal|exclusion|expulsion) of|expel(?:s|led)|exclude[sd]?",
    ),
    measures=parts.MeasureWords(
        percent="percent per_cent",
        dimensions={
            "height": "height high tall altitude",
            "length": "length long",
            "width": "width wide broad",
            "depth": "depth deep",
            "thickness": "thickness thick",
            "diameter": "diameter",
            "revenue": "revenue revenues turnover sales",
            "profit": "profit profits earnings",
        },
        units={
            "money": """euro euros € dollar dollars $ pound pounds £ franc francs yen
                cents""",
            "time": """year years month months day days week weeks hour hours minute
                minutes second seconds century centuries decade decades""",
            "length": """metre metres meter meters kilometre kilometres kilometer
                kilometers km m cm mm mile miles foot feet inch inches""",
            "area": "hectare hectares acre acres km² m²",
            "mass": """ton tons tonne tonnes kilo kilos kilogram kilograms kg gram grams
                pound pounds""",
            "volume": "litre litres liter liters gallon gallons m³ barrel barrels",
            "energy": """kwh mwh gwh twh kw mw gw kilowatt-hours megawatt-hours gigawatt-hours
                terawatt-hours kilowatts megawatt megawatts gigawatts""",
            "share": "% percent per_cent point points",
            "clock": "am pm noon midnight clock",
            "temperature": "° degree degrees celsius fahrenheit",
            "speed": "km/h kmh mph knots",
        },
        sizes="number quantity volume",
        scales={
            "time": "old",
            "length": "tall deep wide",
            "mass": "heavy",
            "speed": "fast",
            "any": "long high big large far",
        },
        ages="old age aged",
        asked={
            "energy": "electricity energy power",
            "money": """money cost costs price budget amount salary sum spending fine worth
                revenue revenues turnover profit profits income earnings dividend
                investment invested invest pay paid""",
            "time": "time long age duration old",
            "length": """height altitude length width depth distance high tall deep far
                wide size""",
            "area": "area surface",
            "mass": "weight weigh weighs mass heavy",
            "share": "percentage rate proportion share percent",
            "clock": "what_time",
            "temperature": "temperature temperatures how_hot how_cold",
            "speed": "speed how_fast",
        },
        how_much="how_much",
        amounts="""none no nobody few many several dozen dozens hundreds thousands most majority
            all half third quarter numerous""",
        people="person persons people individuals",
        counted={
            "dead": "dead deaths killed died die victims fatalities casualties",
            "injured": "injured wounded hurt",
            "jobs": "jobs posts positions",
            "staff": "employees workers staff workforce employs people persons",
            "inhabitants": "inhabitants population residents people",
            "visitors": "visitors attendees spectators admissions visits people persons",
            "passengers": "passengers travellers",
            "participants": "participants attendees entrants",
            "births": "births babies newborns",
            "copies": "copies",
            "members": "members",
            "votes": "votes",
            "soldiers": "soldiers troops",
            "states": "countries states nations",
            "households": "households families customers",
            "companies": "companies firms businesses",
            "homes": "homes flats apartments houses dwellings",
            "pupils": "pupils students schoolchildren children",
            "teachers": "teachers lecturers",
            "doctors": "doctors physicians",
            "nurses": "nurses",
            "patients": "patients",
            "volunteers": "volunteers",
            "towns": "towns municipalities cities",
            "vehicles": "vehicles cars lorries trucks",
            "ships": "ships vessels boats",
            "trains": "trains trainsets",
            "buses": "buses coaches",
            "trees": "trees saplings",
            "beds": "beds",
            "rooms": "rooms bedrooms",
            "seats": "seats spaces places",
            "tickets": "tickets",
            "books": "books volumes documents",
            "films": "films movies",
            "farms": "farms holdings",
            "schools": "schools",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="{}?",
        opens="and but so then",
        about="what_about how_about what_of what_is_it_like_for",
        that_one="that_of those_of that_for the_one_of",
        tails="exactly that then so",
        said=r"who (said|says|stated|claimed|claims|told us) (so|that|this|it)"
        r"|according to who(m)?",
        who_said="Who said “{words}”?",
        subjects="he:m she:f it: they: him:m her:f them:",
        stressed="him:m her:f it: them:",
        possessives="his:the her:the its:the their:the",
        possessive_suffix="'s",
        demonstratives="this that these those",
        impersonal=(
            r"\b(is|was|will|does|did|can|could|has|would) it (be |been |have )?(\w+ )?"
            r"(that|to|for|take|took|taken|rain|snow|possible|true|necessary|important|cost|mean)\b"
            r"|what time is it|it (takes|took|is|was|rains|snows|seems) |is it (that|\d)"
            r"|how .*\bit "
        ),
        relations="""successor predecessor deputy wife husband spouse father mother son daughter
            brother sister partner boss counterpart rival opponent lawyer founder owner""",
        who_is="Who is {noun}?",
        titles_of_women="ms mrs miss",
        which_is="the:what_is",
        places="in at",
        added="for",
        these="these",
        that="that",
        what_noun="what",
        degrees=True,
        with_subject="{asks} was it that {subject} {verb} {rest}",
        with_subject_now="{asks} is it that {subject} {verb} {rest}",
        present=r"\w+[^u]s|are|have|do",
        support="did do does will would can could should",
        verb_phrases="take_place took_place",
        participles=r"\w+ed|been|made|held|built|born|opened|known|given|taken|sold|won|lost|paid"
        r"|led|begun|written|chosen|sworn|bought",
        year="in",
        this_release=r"(in|according to|by) (this|that|the same) (press )?(release|text|document)",
    ),
    events={
        "born": "born birth birthday / born birth* native bapti*",
        "open": """open opened opens opening inaugurated inauguration / open* inaugurat*
            reopen* launch* start* began begin* welcom* unveil*""",
        "close": """closed close closes closing closure shut / clos* shut* end ended ceas*
            stop* liquidat*""",
        "build": """built build builds construction constructed / build* rebuilt construct*
            erect* complet* dat* creat* rais* order* deliver* establish* architect* works""",
        "demolish": """demolished demolition destroyed destroy destroys destruction / demol*
            destr* ruin* raz* burn* torn_down tore_down damag* devastat* collaps* levell* pull*""",
        "found": """founded founder founders / founding foundation creat* establish* set_up
            start* launch* form* origin* incorporat* born""",
        "appoint": """appointed appointment appoints appoint / named names naming nominat*
            elect* chos* select* succe* replac* become* became took_office take_office promot*
            new hir* join* appoint*""",
        "elect": """elected elects elect reelected / elect* vot* poll* ballot* won win* chos*
            appoint* nam* succe* become* became mandate term""",
        "dismiss": """dismissed dismiss dismissal fired sacked laid_off / dismiss* fire* sack*
            lay* laid remov* oust* replac* redundan* cut cuts axed job""",
        "resign": """resigned resign resigns resignation / resign* step* quit* left leav*
            depart* retir* withdr* abdicat*""",
        "retire": "retired retires retirement / retir* left leav* pension* step* depart*",
        "die": """died die dies dead death deaths perished / die* dead* death* dying kill*
            murder* victim* fatal* lost_their_lives lost_his_life lost_her_life funeral*
            assassinat* execut* perish* toll late bod* drown* casualt*""",
        "kill": """killed kill kills murdered murder assassinated / kill* murder* assassinat*
            dead death* die* shot victim* fatal* casualt* slain execut* massacr* perish*""",
        "marry": "married marries marry wedding / marri* marry* wed* wife husband spouse bride",
        "divorce": "divorced divorce / divorc* separat* split",
        "injure": """hurt injured injure injuries wounded wound / injur* wound* hurt casualt*
            accident* hospital*""",
        "arrest": """arrested arrest arrests detained jailed imprisoned / arrest* detain* jail*
            imprison* custody captur* prison* police charged""",
        "free": """freed released_from_prison liberated / free* releas* liberat* escap* rescu*
            exchang*""",
        "convict": """convicted convict sentenced sentence conviction / convict* sentenc*
            guilty prison jail* fine* court trial judg* penal* condemn*""",
        "sue": """sued sue sues lawsuit / suing suit suits law* court* complain* prosecut*
            legal* trial filed""",
        "accuse": "accused accuses accuse / accus* charg* alleg* blam* suspect* denounc* indict*",
        "buy": """bought buy buys purchased acquired acquire acquires acquisition purchase /
            buy* purchas* acqui* sell* sold sale* take* took* cost* pric* paid pay* order*""",
        "sell": """sold sell sells sale / sell* sale* buy* bought purchas* acqui* cop*
            customer* market* auction* export* divest*""",
        "steal": """stole stolen steal theft robbed / stole* steal* theft* thie* rob* burgl*
            loot* missing took* seiz*""",
        "win": """won win wins winner winners winning victory / win* victor* beat* defeat*
            champion* award* prize* triumph* trophy medal* top* lead* elect* first""",
        "lose": """lost lose loses losing / lose* loss* defeat* beat* drop* down fell fall*
            fail* cut* depriv* declin*""",
        "sign": """signed signs sign signature / sign* agree* treaty deal contract conclu*
            accord pact* memorandum""",
        "adopt": """adopted adopt adopts approved approve approves / adopt* approv* pass* vot*
            accept* ratif* agree* endors* back* decid* enact*""",
        "veto": "vetoed veto vetoes / veto* block* reject*",
        "refuse": """refused refuse refuses rejected reject rejects / refus* reject* declin*
            turn* block* oppos* not no never den* dismiss*""",
        "accept": """accepted accept accepts / accept* agree* approv* adopt* yes welcom*
            consent* admit* receiv* took*""",
        "propose": """proposed propose proposes / propos* suggest* present* plan* submit*
            table* recommend* draft* introduc* offer* nominat*""",
        "cancel": """cancelled canceled cancel cancellation / cancel* call* scrap* drop*
            abandon* postpon* annul*""",
        "postpone": """postponed postpone delayed delay / postpon* delay* defer* put* suspend*
            later moved""",
        "strike": "went_on_strike go_on_strike strikers walkout / strik* walk* stopp* protest*",
        "publish": """published publish publishes / publish* releas* issu* print* post* report*
            announc* appear*""",
        "withdraw": """withdraw withdrew withdrawn withdraws withdrawal / withdr* pull* left
            leav* quit* abandon* drop* remov* retreat* retir* recall* back*""",
        "rise": """rise rose risen increase increased increases grow grew / ris* increas* grow*
            up higher more climb* doubl* gain* reach* jump* surg* rais* record""",
        "fall": """fall_by fell decrease decreased decline declined drop dropped fallen / fall*
            decreas* declin* drop* reduc* down lower less cut* shrink* los*""",
        "ban": """banned ban bans prohibited prohibit / ban* prohibit* forb* outlaw* illegal
            block* suspend* restrict*""",
        "fine": "fined / fine* penal* sanction* pay* sentenc*",
        "restore": """restored restore restoration renovated renovate renovation / restor*
            renovat* refurbish* repair* rebuil* conserv*""",
        "rebuild": """rebuilt rebuild reconstruction reconstructed / rebuil* reconstruct*
            restor* repair* built build*""",
        "burn": "burned burnt burn / burn* fire* flame* blaze",
        "explode": "exploded explode explosion / explo* bomb* blast* deton*",
        "drown": "drowned drown / drown* sank sink* dead died shipwreck*",
        "evacuate": "evacuated evacuate evacuation / evacuat* left mov* displac*",
        "kidnap": """kidnapped kidnap hostage hostages ransom / kidnap* hostage* abduct* seiz*
            captur* ransom*""",
        "prisoner": "prisoner prisoners / prison* captur* detain* captiv*",
        "attack": """attacked attack attacks / attack* assault* offens* bomb* raid* strik*
            struck invad* shot shoot*""",
        "leave": """quit quits departed depart / left leav* depart* quit* resign* step* mov*
            went withdr* join* succe* replac* retir* walk*""",
        "expel": "expelled expel expels / expel* exclud* oust* remov* ban* deport* suspend*",
        "suspend": """suspended suspend suspends / suspen* halt* paus* stop* interrupt* freez*
            froze*""",
        "resume": "resumed resume resumes / resum* restart* reopen* return* restor* again continu*",
        "vaccinate": "vaccinated vaccinate / vaccin* inject* dose* jab*",
        "flood": "flooded flood floods / flood* water* submerg* overflow*",
        "hire": """hired hire hires recruited recruit / hire* hiring recruit* employ* job*
            position* appoint* creat* staff""",
        "compose": "composed composer composes / compos* music* writ* wrote song* score*",
        "design": """designed designs designer / design* architect* plan* draw* drew creat*
            develop* engineer*""",
        "donate": """donated donate donates / donat* gave give* gift* bequ* contribut* receiv*
            offer*""",
        "criticise": """criticised criticized criticise criticize / critic* denounc* condemn*
            oppos* regret* blam* attack* protest* concern*""",
        "damage": "damaged damage / damag* destroy* hit wreck* break* broke*",
        "boycott": "boycotted boycott / boycot* refus*",
        "acquit": "acquitted acquit / acquit* clear* innocent not_guilty",
        "nationalise": "nationalised nationalized / national* state public",
        "crash": "crashed crash crashes / crash* collision* accident* collid* hit",
        "reopen": "reopened reopen reopening reopens / open* reopen* resum* again",
        "write": """wrote written author / write* writing author* book* letter* text* address*
            compos*""",
        "pay": """paid pays payment reimbursed / pay* reimburs* settl* transfer* receiv* fund*
            financ* donat* contribut* cover* gave bought buy* purchas* acqui* cost* pric*""",
        "freeze": "frozen froze freeze / freez* cap capped",
        "move": """moved_to move_to moves_to relocated relocate / mov* relocat* transfer*
            resettl* new_home""",
        "abolish": """abolished abolish abolition scrapped / abol* scrap* cut* remov* end*
            clos* eliminat*""",
        "end": """did_end end_on ended ends finished finish / end* finish* over stop* ceas*
            clos* conclud* until last""",
        "install": """installed install installation / install* fitt* put mount* set equip*
            creat* establish* base* hous* host* locat* headquarter* open* move*""",
        "translate": "translated translate translator / transl*",
        "collapse": "collapsed collapse collapses / collaps* fell crumbl* gave_way burst",
        "launch": """launched launch launches / launch* start* begin* began begun creat* open*
            present* introduc* unveil*""",
        "discover": """discovered discover discovery / discov* found find* unearth* detect*
            identif* observ* reveal*""",
        "sink": """sank sunk sink sinks sinking / sank* sunk* sink* shipwreck* wreck* capsiz*
            went_down""",
        "extend": """extended extend extension widened widen / exten* widen*
            enlarg* expan* prolong* longer lengthen* broaden*""",
        "rename": "renamed rename / renam* new_name name* call* baptis* becom* became",
        "merge": "merged merge merger / merg* fus* join* unit* combin* absor*",
        "rescue": "rescued rescue rescuers / rescu* sav* evacuat* surviv*",
    },
)
