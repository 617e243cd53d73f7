"""English."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    PeriodWords,
    QuestionWords,
    ReleaseWords,
    SentenceWords,
    SpeechWords,
    TermWords,
    TimeWords,
)

LANGUAGE = Language(
    code="en",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""a about after again all also am an and any are as at be because been before
            being between both but by can could did do does doing down during each few for from
            further had has have having he her here hers him his how i if in into is it its
            itself just me more most my no nor not now of off on once only or other our out over
            own s same she should so some such t than that the their them then there these they
            this those through to too under until up very was we were what when where which
            while who whom why will with would you your""",
        stemmer="english",
    ),
    questions=QuestionWords(
        when="when",
        who="who whom whose",
        where="where",
        how_many="how_many how_much",
        why="why",
        how="how",
        which="which",
        what="what",
        relative="whose",
        times="date day year month decade century",
        is_the="is_the was_the will_be_the is_the_exact was_the_exact exact",
        links="and so but",
        prepositions="on in at since by until till from for of to with before after during",
        asked="""know tell_me tell_us say wonder wondering remember recall who_can_say
            who_can_tell_me who_can_tell_us""",
        period=PeriodWords(
            months="""january february march april may june july august september october november
                december""",
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
    times=TimeWords(
        telling="""after before during since until while when century centuries era age end
            beginning time year years month months week weeks day days spring summer autumn
            winter morning evening night hour hours noon midnight""",
        units="year years month months week weeks day days hour hours minute minutes",
        in_year="in",
        before_year="since year",
        dateline="On {date}, {text}",
        lead_in="on the from in since",
    ),
    claims=ClaimWords(
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
    speech=SpeechWords(
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
    ),
)
