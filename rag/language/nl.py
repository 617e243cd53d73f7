"""Dutch."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="nl",
    file_names="nl nld dut dutch",
    numbers=parts.numbered(
        """1 een één, 2 twee, 3 drie, 4 vier, 5 vijf, 6 zes, 7 zeven, 8 acht, 9 negen, 10 tien,
        11 elf, 12 twaalf, 13 dertien, 14 veertien, 15 vijftien, 16 zestien, 20 twintig,
        30 dertig, 40 veertig, 50 vijftig, 60 zestig, 100 honderd"""
    ),
    calendar=parts.Calendar(
        months=(
            "januari, jan",
            "februari, feb, febr",
            "maart, mrt",
            "april, apr",
            "mei",
            "juni, jun",
            "juli, jul",
            "augustus, aug",
            "september, sept, sep",
            "oktober, okt",
            "november, nov",
            "december, dec",
        ),
        doubtful_months="jan, feb, febr, mrt, apr, jun, jul, aug, sep, sept, okt, nov, dec",
        weekdays=(
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
        ),
        seasons=("lente, voorjaar", "zomer", "herfst, najaar", "winter"),
        doubtful_seasons="lente, Winter",
        ordinals=("eerste, 1e, 1ste", "tweede, 2e, 2de", "derde, 3e, 3de", "vierde, 4e, 4de"),
        last_ordinal="laatste",
        quarters="kwartaal, trimester",
        halves="halfjaar, semester, jaarhelft",
        halves_of_anything="helft",
        quarter_codes="Q, K",
        half_codes="H",
        units={
            "day": "dag",
            "week": "week",
            "month": "maand",
            "quarter": "kwartaal",
            "half": "halfjaar",
            "year": "jaar",
        },
        plurals={
            "day": "dagen",
            "week": "weken",
            "month": "maanden",
            "quarter": "kwartalen",
            "year": "jaren",
        },
        before_day="op, de, van, tot, vanaf, sinds, tot en met, per, deze",
        after_weekday="de, den",
        sides_before_day={
            "last": "afgelopen, vorige, jongstleden",
            "next": "komende, volgende, aanstaande",
        },
        day_suffixes="e, ste, de",
        of_month="van",
        before_days="van, op, vanaf, de, van de",
        between="tussen",
        until="tot, tot en met, t/m, t.e.m.",
        and_="en",
        before_second_day="de",
        before_month_year="""in, sinds, vanaf, tot, begin, eind, half, medio, midden, van,
            in de maand, tegen, per, eind van, tot eind, vanaf begin, vanaf eind, vanaf half,
            tot en met""",
        before_month="""in, sinds, vanaf, tot, begin, eind, half, medio, midden, in de maand,
            tegen, tot eind, vanaf begin, vanaf eind, vanaf half""",
        before_period="""in, in de, in het, de, het, van de, van het, vanaf, vanaf de, vanaf het,
            sinds, sinds de, sinds het, tot, tot de, tot het, tegen, tegen de, tegen het, begin,
            eind, voor de, voor het, na de, na het, tijdens de""",
        of_period="van, van het jaar, in",
        before_year="in, sinds, vanaf, tot, voor, vóór, na, tegen, tijdens, tot en met,"
        " uiterlijk in",
        surely_before_year="""het jaar, in het jaar, jaar, begin, eind, half, medio, midden,
            eind van, tegen eind, vanaf begin, vanaf medio, vanaf eind, tot eind, einde""",
        after_year="""en, of, in, op, aan, bij, door, met, na, naar, om, onder, over, per, sinds,
            te, tegen, tot, uit, van, voor, zonder, als, dat, die, de, het, een, er, ze, hij, zij,
            wij, we, is, zijn, was, waren, wordt, worden, werd, werden, heeft, hebben, had, hadden,
            zal, zullen, niet, ook, al, nog, maar, omdat, terwijl, toen, wanneer, dus, samen,
            volgens""",
        before_our_era=r"v\.\s?Chr",
        before_quantity="meer dan, minder dan, ongeveer, circa, bijna, zowat, ruim",
        relative=parts.RelativeWords(
            days={
                -2: "eergisteren",
                -1: "gisteren, gisteravond, gisterenavond, gistermiddag, gisterochtend,"
                " gistermorgen",
                0: "vandaag, vanochtend, vanmorgen, vanmiddag, vanavond, vannacht",
                1: "morgen, morgenavond, morgenochtend, morgenmiddag",
                2: "overmorgen",
            },
            parts_of_day="ochtend, middag, avond, vroeg",
            today=(
                "deze ochtend",
                "deze morgen",
                "deze middag",
                "deze avond",
                "deze namiddag",
            ),
            ago=("{count} geleden",),
            ahead=("over {count}",),
            vague="ongeveer, circa, bijna, ruim, meer dan, minder dan, zowat, een kleine",
            weeks={8: 1, 14: 2},
            sides=parts.Sides(
                last=(
                    "(vorige|vorig|verleden) {span}",
                    "afgelopen {span}",
                    "(afgelopen|vorige|verleden) {weekday}",
                    "(afgelopen|vorige) {month}",
                    "{weekday} (jongstleden|jl)",
                    "{month} (jongstleden|jl)",
                ),
                this=("(deze|dit) {span}", "deze {weekday}", "dit {quarter}", "dit {half}"),
                next=(
                    "(volgende|volgend|komende|komend|aanstaande) {span}",
                    "(volgende|komende|aanstaande) {weekday}",
                    "(volgende|komende|aanstaande) {month}",
                    r"{weekday} (aanstaande|a\.s\.)",
                ),
            ),
            plain=(
                r"(in|vanaf|sinds|tegen|tot|voor|na) (de|het) {season}(?! van\b)",
                r"(in|vanaf|tegen|tot) het {quarter}(?! van\b)",
                r"(in|vanaf|tegen|tot) (de|het) {half}(?! van\b)",
                "(op )?{weekday}",
            ),
            story=(
                "de (volgende|vorige) dag",
                "de dag (erna|ervoor|daarna|daarvoor|nadien)",
                "daags (nadien|erna|ervoor)",
                "(de|het) (volgende|daaropvolgende) {span}",
                "{span} (daarop|erna|nadien)",
                "{weekday} (daarop|nadien)",
            ),
            not_dates=(
                "(goede|goeie|in de|de|elke) morgen",
                "van vandaag",
                "van morgen",
                "(elke|iedere|zwarte|goede) {weekday}",
                # "het afgelopen jaar" means twelve months
                "(het|de) (afgelopen|komende) {unit}",
                "arabische lente",
            ),
            after_date=parts.Sides(
                last=("jongstleden", r"jl\.?", "(van )?(vorig|verleden|afgelopen)e? {unit}"),
                this=("(van )?(dit|deze) {unit}",),
                next=("aanstaande", r"a\.s\.", "(van )?(volgend|komend)e? {unit}"),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"(?<!de )zal|zullen",
            future="zal|zullen|wordt|worden|gaat|gaan|gepland|voorzien|komende|volgende"
            "|aanstaande|vindt|vinden|start|begint",
            coming="zou(den)?|verwacht|moet(en)?|wil(len)?|plan(t|nen)|vanaf|tegen|opent",
            been="werd(en)?|is|zijn|was|waren|heeft|hebben|had(den)?|vond(en)?|kwam(en)?"
            "|ging(en)?|zei(den)?|begon(nen)?"
            r"|opende(n)?|nam(en)?|kreeg|kregen|bezocht(en)?|\w*ge\w+d(?=\s+$)",
            frees=r"voor|tot( en met)?|vanaf|tegen|uiterlijk( op)?"
            r"|(een|onze)( (?!(op|de|van|tot|sinds)\b)\w+)?",
            clause_ends=r"(dat|die|wat|wie|waar|wanneer|terwijl|maar|omdat|toen)\b",
            relatives=r"(die|wie|waar|waarvan)\b",
            continues=r"(dat|maar)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""dhr, mevr, mw, dr, drs, ir, ing, mr, prof, st, nr, nrs, art, blz, p, bv,
            bijv, ca, enz, etc, evt, excl, incl, gem, jl, max, min, mln, mld, nl, resp, tel, vgl,
            vs, zgn, afd, dir, ds, gebr, jhr, kol, lt, gen, a. u. b, d. w. z, o. a, m. b. t,
            t. a. v, i. v. m, b. v, n. v, m. i. v, a. s, e. d, d. d, e. a, n. a. v, o. l. v,
            t. e. m, v. c, z. o. z, i. p. v, m. a. w""",
        may_end="enz, etc, jl, e. d, b. v, n. v, e. a",
        numbered="nr, nrs",
        starters="""De, Het, Een, In, Op, Aan, Bij, Door, Met, Na, Naar, Om, Over, Sinds, Te, Tot,
            Uit, Van, Voor, Als, Dat, Die, Dit, Deze, Er, Hij, Zij, Ze, Wij, We, Ik, Is, Zijn, Ook,
            Maar, En, Daarnaast, Volgens, Vanaf, Daarom, Vandaag, Tijdens, Onze, Hun""",
    ),
    mails=parts.MailWords(
        sender="van|afzender",
        sent="datum|verzonden",
        recipient="aan|cc",
        subject="onderwerp",
        forwarded="(begin )?doorgestuurd bericht",
        original="oorspronkelijk bericht",
        wrote="schreef|geschreven",
        reply="re|antw",
        forward="fw|fwd|doorst",
        notices=r"(dit|deze) (bericht|e-?mail)[^\n]*vertrouwelijk|denk aan het milieu",
        sent_from="verzonden vanaf|verstuurd vanaf",
    ),
    releases=parts.ReleaseWords(
        labels="pers(bericht|mededeling|communiqué|verklaring)(en)?|nieuwsbericht|mededeling"
        "|voor onmiddellijke (publicatie"
        "|verspreiding)|embargo|nieuws",
        date_labels=r"datum|publicatiedatum|stand|d\.d\.",
        published="ingediend|"
        "gepubliceerd|geplaatst|verschenen|publicatie(datum)?|datum van publicatie",
        updated="(laatst )?(bijgewerkt|gewijzigd|aangepast)|laatste (wijziging|update"
        "|aanpassing)|geüpdatet",
        by="door",
        embargo="(onder )?embargo( tot)?|niet (publiceren|verspreiden) voor",
        release_now="voor onmiddellijke (publicatie|verspreiding)",
        done_at="(gedaan|opgemaakt|getekend) te",
        day_titles="ministerraad|vergadering|zitting|verslag|besluiten|samenvatting|verklaring"
        "|persconferentie|toespraak|bulletin|persbericht",
        announcing="uitnodiging|agenda|aankondiging|aanmelden",
        event_labels="locatie|plaats|tijd|waar|tijdstip",
        short_weekdays="ma, di, wo, do, vr, za, zo",
        before_date=r"op|d\.d\.|van",
        number_sign=r"nr\.?",
        place_words="de, den, aan, op, van, der",
        clock="om|vanaf",
        clock_end="uur|u",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? (leestijd|lezen)"
        r"|leestijd\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="deze ({weekday}|dag|ochtend|avond|week)|vandaag|{weekday}( de)?",
        news="vergadering(en)?|top|conferentie|bezoek|zitting|ontmoeting|gesprek(ken)?"
        "|plechtigheid|toespraak|bijeenkomst"
        "|aangekondigd|gezegd|zei(den)?|verklaarde(n)?|voorgesteld|gepresenteerd|geopend"
        "|opende(n)?|ontving|ontmoette(n)?"
        "|bezocht(en)?|kondigde(n)?|ondertekende(n)?|meldde(n)?|maakte(n)? bekend|vond(en)?",
        older=r"(ondertekend\w*|sinds|vanaf|opgericht\w*|goedgekeurd\w*|verdrag|verjaardag"
        r"|geboren|gelanceerd\w*|voor|tot"
        r"|in werking|wet|besluit|brief)\s*((in|te) \w+ )?((de|van|op) )?",
        older_articles="van|tot|sinds|vanaf|tot en met",
        own_articles="deze",
        credit=r"\((foto|beeld|afbeelding)|foto('s|bijschrift|credit)?\s*(:|©|–|-|door\b)"
        r"|(bijschrift|beeld)\s*:",
        appeared="verscheen eerst",
        untitled="naamloos",
        contact=r"(pers)?contact(persoon|personen)?( (pers|media))?\s*:|tel\.",
        auxiliaries="heeft, hebben, had, hadden, is, zijn, was, waren, wordt, worden, werd,"
        " werden, zal, zullen",
        site="(bekijk|lees) (deze|dit) (e-?mail|nieuwsbrief|bericht) (in|online)|"
        "uitschrijven|afmelden|"
        "(lees|zie) (ook|meer|verder)|(gerelateerde|verwante|andere) (artikelen"
        "|berichten|nieuws|onderwerpen)|deel (dit|deze|via|op)|volg ons|(plaats"
        "|schrijf|laat|geef) een (reactie|bericht)|je moet (ingelogd|inloggen)"
        "|u moet (ingelogd|inloggen)|je e-?mailadres (zal|wordt) niet"
        "|verplichte velden|deze (web)?site (gebruikt|maakt gebruik)|(wij"
        "|we) gebruiken cookies|(alle )?cookies (accepteren|weigeren)"
        "|(ga )?naar (de )?inhoud|terug naar(?!.{30})|u bevindt zich hier|u bent hier"
        "|deze pagina afdrukken|download (het|de|dit|als)|(vorig|volgend)e? (artikel"
        "|bericht)|abonneer|schrijf (je|u) in|trefwoorden ?:|categorie(ën)? ?:"
        "|tags? ?:"
        "|(u|je) ontvangt (deze|dit) (e-?mail|bericht|nieuwsbrief)|uitschrijven|bek"
        "ijk (deze|dit) (e-?mail|bericht|nieuwsbrief)",
        site_lines="geen reacties|"
        "home|startpagina|menu|zoeken|navigatie|afdrukken|delen|verzenden|reacties?"
        "|naar boven|advertentie|cookies|contact|help|nieuws|lees meer"
        "|meer informatie|downloaden|abonneren|inloggen|taal|talen",
        sections="(je|u) (ontvangt|hebt|heeft) (deze|dit) (e-?mail|bericht|nieuwsbrief)|"
        "(pers)?contact(en|persoon|gegevens)?( (voor )?(de )?(pers|media))?( ?:|$)"
        "|(voor )?(meer|verdere) informatie( ?:|$| over| vindt| kunt| neem| via)"
        "|bron ?:|noot (voor|aan) (de )?redacties?|woordvoer(der|ing)"
        "|alle rechten voorbehouden|nieuwsbrief|privacy(beleid|verklaring)"
        "|juridische (informatie|kennisgeving)",
        about="over [^.!?]{2,60}$|over ons",
        corrected="gecorrigeerd|correctie|rectificatie|bijgewerkt",
        release_ends="einde( (van het )?(pers)?bericht)?",
    ),
    terms=parts.TermWords(
        letters="ëéïóöüè",
        stop_words="""aan al als bij dat de deze die dit door een en er had heeft hebben het hij hoe
            hun ik in is kan maar met na naar niet of om onder ook op over te tot uit van voor
            waar waarom wanneer waren was wat welke werd werden wie wordt worden ze zich zij
            zijn""",
        stemmer="dutch",
    ),
    questions=parts.QuestionWords(
        when="wanneer",
        who="wie",
        where="waar waarheen",
        how_many="hoeveel",
        why="waarom",
        how="hoe",
        which="welk welke",
        what="wat",
        times="datum dag dagen jaar jaren maand maanden moment tijdstip decennium eeuw",
        is_the="is_de was_de is_het was_het",
        links="en maar dus",
        prepositions="""aan bij door in met naar na om op sinds sedert tot tot_aan uit van vanaf
            voor tegen rond""",
        asked="""weet weet_u weet_je weet_jij weten zeggen zeg vertellen vertel mededelen meedelen
            aangeven vraag_me_af bekend wie_weet wie_kan_zeggen wie_kan_mij_zeggen
            wie_kan_me_zeggen wie_kan_vertellen""",
        contacts=r"contact\w*|telefoon\w*|e-?mail\w*|persdienst|perscontact|woordvoerder"
        "|nieuwsbrief|abonneren|website",
        requests="""noem zeg zeg_me vertel vertel_me geef geef_me beschrijf leg_uit verklaar
            toon som_op
            kun_je kunt_u weet_je weet_u ik_wil_weten ik_zou_graag_weten ik_vraag_me_af""",
        yes_no="""is zijn was waren heeft hebben had hadden wordt worden werd werden kan kunnen zal
            zullen moet moeten mag""",
        verbs="is zijn was waren heeft hebben had hadden wordt worden werd werden kan zal",
        number_signs="nummer nr",
        thanks="""bedankt dank_je dank_u dank_je_wel dank_u_wel alvast_bedankt
            met_vriendelijke_groet""",
        please="alsjeblieft alstublieft aub a.u.b.",
        salutations="""meneer mevrouw heer dames heren en allemaal iedereen beste geachte prima goed
            heel_goed mooi top begrepen interessant oké perfect""",
        wrapping="""ik wij we je jij u jullie me mij ons kan kun kunt kunnen kunt_u kun_je zou
            zouden mag wilde wilden wil willen zeggen zeg vertellen vertel weten weet mededelen
            meedelen uitleggen graag eens misschien toevallig vraag vraagt af wat_ik_me_afvraag
            vroeg iemand of_u zo_vriendelijk_zijn heeft hebt heb een idee enig alstublieft
            alsjeblieft even ook nog graag_willen benieuwd""",
        greetings="""hallo hoi goedemorgen goedemiddag goedenavond goedendag goedenacht
            tot_ziens dank_je
            dank_u bedankt dank_je_wel alsjeblieft alstublieft hoe_gaat_het hoe_gaat_het_met_je
            wie_ben_je wie_bent_u wat_kun_je hoe_heet_je ben_je_een_robot wat_is_dit ja nee ok""",
        names="hoe_heet hoe_heette wat_is_de_naam",
        plurals=parts.PluralWords(endings="en: s:"),
        scope=parts.ScopeWords(
            over_time="""door_de_jaren_heen in_de_loop_der_jaren in_de_loop_van_de_tijd elk_jaar
                ieder_jaar jaar_na_jaar per_jaar van_jaar_tot_jaar ontwikkeling evolutie
                opeenvolgende achtereenvolgens het_verloop de_trend over_de_jaren elke_editie
                na_elkaar opeenvolgend""",
            how_often="hoe_vaak hoeveel_edities hoeveel_keer hoeveel_maal",
            which_dates="op_welke_data op_welke_dagen in_welke_jaren",
            took_place="plaatsgevonden vond_plaats vonden_plaats vindt_plaats",
            first="eerste allereerste vroegste oudste",
            last="laatste recentste meest_recente nieuwste ",
            first_time="voor_het_eerst de_eerste_keer",
            last_time="voor_het_laatst de_laatste_keer het_laatst",
            now="nu vandaag momenteel huidig huidige tegenwoordig op_dit_moment thans",
            any_figure="aantal aantallen hoeveelheid bedrag totaal cijfers omvang",
            figures="""bevolking aantal begroting budget bedrag totaal prijs omzet verkeer
                volume capaciteit verbruik uitstoot uitgaven inkomsten verkoop uitvoer invoer
                schuld tekort winst productie opkomst personeelsbestand""",
            state=r"leidd?t?e?|geleid",
            who_many="waren zijn hebben werden",
            past=(
                r"was|waren|werd(en)?|(heeft|hebben)(?=.*\b(ge|be|ver|ont|her|aan|op|uit|toe)\w{2,}(d|t|en)\b)"
                r"|had(den)?|kwam(en)?|gaf|gaven|"
                r"vond(en)?|nam(en)?"
            ),
            evolved="""ontwikkeld geëvolueerd veranderd gegroeid gestegen gedaald toegenomen
                afgenomen""",
            how_often_in="per meer",
            named_first="minister wereldoorlog hulp lijn plaats",
            plural_endings="n s",
            formerly="eerder voorheen vroeger",
            deputies="adjunct vice plaatsvervangend plaatsvervangende co",
            former="voormalig voormalige oud ex adjunct vice plaatsvervangend toekomstig",
            figure="hoe_hoog",
            held="plaatsgevonden plaats gehouden georganiseerd",
            awards="prijs medaille beker trofee kampioenschap wedstrijd",
            won="gewonnen won wonnen ontvangen ontving gekregen",
            winners="winnaar winnaars laureaat laureaten",
            listed="lijst namen naam",
            highest="het_hoogst de_hoogste het_hoogste het_grootst de_grootste",
            lowest="het_laagst de_laagste het_laagste het_kleinst de_kleinste",
            most="de_meeste het_meeste",
            least="de_minste het_minste",
        ),
        period=parts.PeriodWords(
            to="tot en",
            before="voor vóór",
            until="tot",
            after="na",
            since="sinds vanaf",
            ends="eind einde",
            fillers="van het de jaar maand begin",
            year="jaar",
            counted="meer_dan minder_dan ongeveer ruim bijna",
            numbered="nr. artikel resolutie richtlijn verordening agenda visie plan",
            goes_on="met of voor door bij het een te",
        ),
    ),
    times=parts.TimeWords(
        telling="""na nadat voor voordat tijdens gedurende sinds sedert tot toen wanneer terwijl
            eeuw eeuwen tijdperk periode tijd leeftijd eind einde begin midden jaar jaren maand
            maanden week weken dag dagen lente voorjaar zomer herfst najaar winter ochtend avond
            nacht uur uren middag middernacht""",
        units="jaar jaren maand maanden week weken dag dagen uur uren minuut minuten",
        in_year="in jaar",
        before_year="sinds rond vanaf",
        dateline="Op {date}, {text}",
        lead_in="op de van in sinds vanaf",
        hours="u uur h",
        named="""begroting budget boekjaar resolutie wet plan programma rapport editie seizoen
            campagne agenda richtlijn verordening""",
        documents="""wet besluit verdrag overeenkomst akkoord protocol resolutie verordening
            richtlijn arrest vonnis brief verklaring beslissing contract""",
        of_date="van",
        through="bij door",
        anniversaries="verjaardag* jubile* bestaat bestaan lustrum",
        closes="afgesloten eindigend eindigende geboren gedateerd",
        begins="sinds vanaf begint begon start opent opende begin",
        ends="tot tot_en_met eindigt loopt_af uiterlijk deadline einde sluit",
    ),
    claims=parts.ClaimWords(
        negation=r"""\b(?:niet(?!\s+alleen)|geen|nooit|niets|niemand|noch|nergens)\b""",
        without="zonder behalve",
        figures=(
            ("2", "tweede"),
            ("3", "derde"),
            ("4", "vierde"),
            ("5", "vijfde"),
            ("6", "zesde"),
            ("7", "zevende"),
            ("8", "achtste"),
            ("9", "negende"),
            ("10", "tiende"),
            ("100", "honderd honderden"),
            ("1000", "duizend duizenden"),
            ("million", "miljoen miljoenen"),
            ("10⁹", "miljard miljarden"),
        ),
        titles="dhr heer mevr mevrouw mw dr",
        openings="volgens echter bovendien tenslotte daarnaast verder ook",
        days="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag",
    ),
    offices=parts.OfficeWords(
        copulas="is was zijn waren wordt",
        leading="""leidt leidde leiden geleid leiding hoofd voorzit voorgezeten voorzitterschap
            benoemt benoemd benoeming gekozen opvolg* ambt functie bestuurt""",
        leaves="vertrekt verlaat treedt_af afgetreden pensioen stapt_op",
        becomes="geworden",
        takes="""benoem* verkoz* verkies* gekozen kiest herkozen aangestel* stelt_aan geworden
            aangetreden aantreden treedt_aan trad_aan ambt functie opvolg* volgt volgde gevolgd
            bevorder* promotie aanstelling installeer* geïnstalleerd beedigd* overneemt
            overgenomen neemt_over nam_over""",
        succeeds="volgt volgde opvolger opvolgster vervangt vervangen",
        posts={
            "president": "president presidente voorzitter voorzitster",
            "minister": "minister",
            "prefect": "prefect",
            "mayor": "burgemeester",
            "director": "directeur directrice",
            "secretary": "secretaris secretaris-generaal",
            "spokesperson": "woordvoerder woordvoerster",
            "ambassador": "ambassadeur ambassadrice",
            "governor": "gouverneur",
            "chief": "chef hoofd",
            "commander": "commandant",
            "rector": "rector",
            "chancellor": "kanselier",
            "commissioner": "commissaris",
            "treasurer": "penningmeester",
            "king": "koning",
            "queen": "koningin",
            "pope": "paus",
            "coach": "trainer bondscoach",
            "head": "leider",
        },
    ),
    speech=parts.SpeechWords(
        titles="meneer mevrouw dhr dhr. mevr mevr. mw mw. dr dr. prof prof. ir ir.",
        name_links="de den der van von ten ter te 't",
        roles="""directeur directrice voorzit minister woordvoer burgemeester wethouder chef
            hoofd president secretaris leider manager coördinator oprichter hoogleraar professor
            kapitein arts ingenieur rector schepen gedeputeerde commissaris ambassadeur
            bestuurder vrijwillig bewoner bewoonster boer boerin vicevoorzit onderzoek
            staatssecretaris""",
        role_endings="leider leidster voerder voerster",
        masculine="hij hem dhr dhr.",
        feminine="zij ze haar mevr mevr.",
        plurals="enkele verschillende",
        stand_ins="""gebouw bouwwerk werk maatschappij bedrijf onderneming groep organisatie
            vereniging instelling club ploeg team stichting agentschap alliantie commissie unie
            project programma evenement plek monument document tekst voertuig land staat stad
            gemeente regio""",
        no_names="""contact contactpersoon stad gemeente haven dienst ministerie vereniging
            bedrijf groep comité raad universiteit instituut stichting pers media noot bron foto
            bijlage citaat citaten over meer""",
        introductions=(
            "(het |een )?(citaten|citaat|woorden?|verklaring|reactie|uitspraak) van( (de"
            "|het))?|volgens"
        ),
        asked="""zei zegt gezegd verklaarde verklaart verklaard benadrukte benadrukt vertelde
            vertelt stelde stelt meende vindt schreef bedankt bedankte hoopt hoopte waarschuwt
            waarschuwde belooft beloofde noemt noemde""",
        say="""zeggen zegt zei gezegd vindt vond""",
        what_said="""wat (heeft|hebben|had) {speaker} {said}
            wat {said} {speaker}""",
        said_on="over",
        said_of="van|aan",
        first_person="ik wij we ons onze",
        authors=(
            "volgens wie|van wie (is|zijn|komt|komen) (het|de|dit|deze|dat|die) (citaat"
            "|zin|woorden|uitspraak)"
        ),
    ),
    answers=parts.AnswerWords(
        joins="en of maar noch evenals",
        both="en evenals",
        another="een_ander een_andere de_andere een_tweede",
        either="en of",
        to="tot",
        ranges="van/tot tussen/en",
        multiples="duizend miljoen miljard",
        units="""euro dollar jaar jaren maand maanden dag dagen week weken uur minuut minuten
            meter kilometer hectare ton liter graden procent punt punten""",
        several="welke",
        articles="de het een",
        alone="heeft is was zal wordt werd",
        passive="werd werden wordt worden is zijn was waren",
        by="door",
        nameless="hij zij ze hem haar hen iemand iedereen anderen wie men",
        opposites="""open* geopend* / sluit* sloot* gesloten*, stijg* steeg* gestegen* groei* /
            daal* dalen gedaald* verminder*, koop* kocht* gekocht* / verkoop* verkocht*, winn* wint
            won gewonnen* overwinning* / verliez* verliest verloor* verloren* nederlaag*,
            aangeworven* aangenomen* / ontslag* ontslaan*, opgericht* / opgeheven* ontbonden*,
            trouwd* getrouwd* huwelijk* / gescheiden* scheiding*, goedgekeurd* goedkeur* aanvaard* /
            verworpen* afgewezen* geweiger*, toegestaan* toestemm* / verboden* verbied*, begin*
            begon* begonnen* / eindig* geeindigd*, invoer* import* / uitvoer* export*, steunt
            steunen gesteund* / verzet* blokk* geblokk*, gebouwd* / gesloopt* vernield* vernietigd*,
            vrijgelaten* / gearresteerd* opgepakt*, benoemd* benoeming* / ontslag*, maxim* / minim*,
            maandelijks* per_maand / jaarlijks* per_jaar / dagelijks* per_dag / wekelijks* per_week,
            rood rode / oranje / geel gele / groen groene / blauw blauwe / zwart zwarte / wit witte,
            noord noorden noordelijk* / zuid zuiden zuidelijk*, oost oosten oostelijk* / west westen
            westelijk*, vrouwen / mannen, jongens / meisjes, particulier* / openbaar openbare,
            democrat* democratisch* / republikein*, bruto / netto, links linkse / rechts rechtse,
            lente voorjaar / herfst najaar / winter / zomer""",
        announces="""kondigde aangekondigd onthulde onthuld presenteerde gepresenteerd opende
            geopend bezocht bezoekt prees geprezen verklaarde verklaart zei benadrukte
            bevestigde beloofde ontmoette bedankte verwelkomde verwelkomd""",
        benefits="voor",
        origins="""dateert_d dateert_de dateert_het dateren_de / dateert dateren gebouwd bouw*
            opgericht gesticht gemaakt voltooi* geopend ingewijd eeuw ondertekend gepubliceerd""",
        beginnings="""benoemd* benoeming gekozen verkozen verkiezing opgericht* oprichting
            geopend* opening begon* begin* gestart* start* trad geworden ingevoerd* ingehuldigd*
            geboren aangetreden lancer*""",
        endings="""einde eindig* afgelopen verlo* gesloten sluit* deadline verla* ontslag
            stop* beeindig* verleng* overleden""",
        undoes="""geannuleer* afgelast* geweiger* weiger* verworpen* afgewezen* verbroken*
            ontbond* opgehev* ingetrok* teruggetrok* verlat* verliet* ontslag* ontslaan*
            opgeschort* verbod* verbied* uitgesteld* geslot* sluit* sloot* afgeschaft* boycot*
            verhinder* mislukt* uitgeslot* gestopt* stop* ontken* vernietig* teruggeroep* afgeslot*
            verloor verloren beeindig* stopgezet""",
        beside="met",
        neighbours="naburig* buurgemeente buurstad buurman concurrent* rivaal rivale*",
        not_so="waarnemer kandidaat kandidatuur wenst onderhandelt",
        unrealised="""zou zouden plant plannen gepland overweegt overwegen overweg* eist eisen
            vraagt
            vragen vroeg hoopt hopen wil willen wenst adviseert beoogt streeft""",
        declines="weiger*",
        superlatives="""meeste minste beste grootste kleinste hoogste laagste langste oudste
            jongste / meer record* eerste voornaamste hoofd* maxim* minim* meerderheid* enige
            nooit""",
        reasons="""omdat want doordat aangezien wegens vanwege door reden redenen oorzaak
            veroorzaak* om zodat na dankzij doel gevolg daarom dus bij""",
        receives="ontving ontvangt ontvangen kreeg krijgt gekregen",
        gives="overhandigde overhandigt overhandigd reikte reikt uitgereikt gaf geeft schonk",
        wishes="eist eisen verzoekt",
        against="tegen tegenover",
        objects="hem hen",
        recipients="aan",
        opponents="tegen van",
        deeds={
            "found": """oprichten opgericht richtte stichten stichtte gesticht / oprichter
                oprichtster stichter""",
            "design": "ontwerpen ontwerpt ontwierp ontworpen / architect ontwerper ontwerpster",
            "build": "bouwen bouwt bouwde gebouwd / bouwer",
            "write": "schrijven schrijft schreef geschreven / auteur schrijver schrijfster",
            "compose": "componeren componeert componeerde gecomponeerd / componist componiste",
            "paint": "schilderen schildert schilderde geschilderd / schilder schilderes",
            "invent": "uitvinden uitgevonden / uitvinder uitvindster",
            "discover": "ontdekken ontdekt ontdekte / ontdekker",
            "buy": "kopen koopt kocht gekocht verwerven verwerft verwierf verworven / koper",
            "sell": "verkopen verkoopt verkocht / verkoper",
            "win": "winnen wint won gewonnen / winnaar winnares",
            "lose": "verliezen verliest verloor verloren / verliezer",
            "beat": "verslaan verslaat versloeg verslagen",
            "finance": """financieren financiert financierde gefinancierd betalen betaalt
                betaalde betaald / financier""",
            "own": "bezitten bezit bezat / eigenaar eigenares",
            "dismiss": "ontslaan ontslaat ontsloeg ontslagen",
            "appoint": "benoemen benoemt benoemde benoemd",
            "replace": "vervangen vervangt verving opvolgen opgevolgd / opvolger opvolgster",
            "give": """overhandigen overhandigt overhandigde overhandigd uitreiken
                uitgereikt reikte schenken schenkt schonk geschonken""",
            "receive": "ontvangen ontvangt ontving krijgen krijgt kreeg gekregen",
            "lend": "uitlenen uitgeleend leende geleend",
            "open": "openen opent opende geopend inhuldigen",
            "sign": "ondertekenen ondertekent ondertekende ondertekend",
            "publish": "publiceren publiceert publiceerde gepubliceerd uitgegeven / uitgever",
            "make": "vervaardigen vervaardigd vervaardigde / fabrikant maker",
            "organise": "organiseren organiseert organiseerde georganiseerd / organisator",
            "coach": "trainen traint trainde getraind / trainer trainster",
            "rescue": "redden redt redde gered / redder",
            "arrest": "arresteren arresteert arresteerde gearresteerd aangehouden",
            "kill": "doden doodt doodde gedood",
            "order": "bevelen beval bevolen",
            "launch": "lanceren lanceert lanceerde gelanceerd",
            "restore": """restaureren restaureert restaureerde gerestaureerd renoveren
                renoveerde gerenoveerd""",
            "elect": "kiezen kiest koos gekozen",
            "welcome": "verwelkomen verwelkomt verwelkomde verwelkomd",
            "congratulate": "feliciteren feliciteert feliciteerde gefeliciteerd",
            "thank": "bedanken bedankt bedankte danken dankt dankte",
            "criticise": "bekritiseren bekritiseert bekritiseerde",
            "decorate": "onderscheiden onderscheidde",
            "suspend": "schorsen schorst schorste geschorst",
            "exclude": "uitsluiten uitgesloten diskwalificeren gediskwalificeerd",
            "run": "exploiteren exploiteert geëxploiteerd / exploitant",
            "lead": "leiden leidt",
            "chair": "voorzitten voorgezeten",
            "invite": "uitnodigen uitgenodigd",
            "accompany": "begeleiden vergezeld",
            "visit": "bezoeken bezocht",
            "present": "presenteren presenteert onthullen onthult onthuld",
            "approve": "goedkeuren",
            "reject": "afwijzen afgewezen verwerpen verwierp",
            "demolish": "slopen",
            "destroy": "verwoesten",
            "steal": "stelen steelt stal gestolen / dief",
            "attack": "aanvallen",
            "treat": "behandelen behandelt behandeld",
            "deliver": "leveren levert leverde",
            "equip": "uitrusten uitgerust",
            "accuse": "beschuldigen beschuldigt",
            "convict": "veroordelen veroordeelt veroordeeld",
            "investigate": "onderzoeken onderzocht",
            "warn": "waarschuwen waarschuwt",
            "support": "steunen steunt steunde",
            "choose": "selecteren",
            "negotiate": "onderhandelen onderhandeld",
            "adapt": "bewerken",
            "translate": "vertalen vertaalt vertaald / vertaler",
            "develop": "ontwikkelen ontwikkelt ontwikkeld / ontwikkelaar",
            "produce": "produceren produceert produceerde / producent",
            "repair": "repareren repareert repareerde",
            "rebuild": "herbouwen herbouwd",
            "reopen": "heropenen heropent heropende",
            "repaint": "overschilderen",
            "plan": "plannen plant plande",
            "sponsor": "sponsoren sponsort sponsorde",
            "christen": "dopen",
            "pilot": "vliegen vliegt vloog / piloot",
            "hire": "aanwerven aangeworven",
            "light": "aansteken aangestoken ontstoken",
            "leave": "verlaten verliet",
            "resign": "aftreden",
            "propose": "voorstellen",
            "extinguish": "blussen blust",
            "install": "installeren installeert installeerde",
            "represent": "vertegenwoordigen vertegenwoordigt verdedigen verdedigd",
        },
        than="dan",
        year_before="jaar_ervoor jaar_daarvoor voorgaande_jaar voorafgaande_jaar jaar_tevoren",
        year_earlier="een_jaar_eerder een_jaar_daarvoor een_jaar_tevoren",
        years_earlier="jaar_eerder jaar_daarvoor jaar_tevoren",
        more="meer minder",
    ),
    memberships=parts.MembershipWords(
        asked="""lid leden toegetreden treden treedt aangesloten sluiten maken_deel_uit partners
            behoren toetreding""",
        asked_left="verlaten verliet uitgetreden opgestapt uitgesloten",
        joins=(
            r"treed?t(?:en)?|trad(?:en)?|sluit(?:en)? zich aan|slo(?:ot|ten) zich aan|wordt"
            r"|worden|tekenen|tekenden|ondertekende(?:n)?|is (?:nu )?lid"
            r"|zijn (?:nu )?lid|maakt|maken"
        ),
        leaves=r"verla(?:at|ten)|verliet(?:en)?|zijn vertrek|hun vertrek|haar vertrek",
        admits=r"toetreding van|verwelkomt|verwelkomde|lid ?:|leden ?:|aansluiting van",
        expels=r"(?:vertrek|uitsluiting|uittreding) van",
    ),
    measures=parts.MeasureWords(
        percent="procent",
        dimensions={
            "height": "hoogte hoog hoge",
            "length": "lengte lang lange",
            "width": "breedte breed brede",
            "depth": "diepte diep diepe",
            "thickness": "dikte dik",
            "diameter": "diameter doorsnede",
            "revenue": "omzet",
            "profit": "winst nettowinst",
        },
        units={
            "money": "euro € dollar $ pond",
            "time": """jaar jaren maand maanden dag dagen week weken uur minuut minuten
                eeuw""",
            "length": "meter kilometer km m",
            "area": "hectare ha km² m²",
            "mass": "ton kilo kg",
            "volume": "liter liters m³ kubieke_meter",
            "energy": """kwh mwh gwh twh kw mw gw kilowattuur megawattuur gigawattuur kilowatt
                megawatt gigawatt""",
            "share": "% procent punt punten",
            "clock": "uur middag middernacht",
            "temperature": "° graad graden celsius",
            "speed": "km/h kmh knopen",
        },
        sizes="aantal hoeveelheid",
        scales={"time": "oud", "length": "diep breed", "any": "lang lange hoog groot zwaar"},
        ages="oud leeftijd",
        asked={
            "energy": "elektriciteit stroom energie vermogen",
            "money": """geld betalen betaalden kost kosten kostte kostten gekost betaalt betaalde
                betaald prijs
                budget bedrag salaris omzet winst nettowinst inkomsten dividend investering""",
            "time": "tijd duur duurt duurde leeftijd oud lang",
            "length": "hoogte lengte breedte diepte afstand hoog diep ver",
            "area": "oppervlakte",
            "mass": "gewicht weegt",
            "share": "percentage aandeel",
            "clock": "hoe_laat",
            "temperature": "temperatuur temperaturen",
            "speed": "snelheid hoe_snel",
        },
        how_much="hoeveel",
        amounts="""geen weinig veel meerdere enkele tientallen tiental honderden duizenden meeste
            meerderheid alle helft derde kwart""",
        people="persoon personen mensen",
        counted={
            "dead": "doden slachtoffers omgekomen",
            "injured": "gewonden",
            "jobs": "banen arbeidsplaatsen",
            "staff": "medewerkers werknemers personeelsleden personeel mensen personen",
            "inhabitants": "inwoners bewoners bevolking",
            "visitors": "bezoekers toeschouwers gasten mensen personen",
            "passengers": "passagiers reizigers",
            "participants": "deelnemers",
            "births": "geboorten baby's",
            "copies": "exemplaren",
            "members": "leden",
            "votes": "stemmen",
            "soldiers": "soldaten militairen troepen",
            "states": "landen staten",
            "households": "huishoudens gezinnen",
            "companies": "bedrijven ondernemingen",
            "homes": "woningen huizen appartementen",
            "pupils": "leerlingen studenten scholieren kinderen",
            "teachers": "leraren docenten",
            "doctors": "artsen dokters",
            "nurses": "verpleegkundigen",
            "patients": "patiënten",
            "volunteers": "vrijwilligers",
            "towns": "gemeenten steden",
            "vehicles": "voertuigen auto's vrachtwagens",
            "ships": "schepen boten",
            "trains": "treinen",
            "buses": "bussen",
            "trees": "bomen",
            "beds": "bedden",
            "rooms": "kamers",
            "seats": "plaatsen zitplaatsen stoelen",
            "tickets": "kaarten kaartjes tickets",
            "books": "boeken",
            "films": "films",
            "farms": "boerderijen",
            "schools": "scholen",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="{}?",
        opens="en maar dus dan",
        about="""hoe_zit_het_met hoe_zit_het_in wat_met hoe_staat_het_met wat_is_er_met
            hoe_was_het_met""",
        that_one="die_van dat_van",
        tails="precies dan eigenlijk dat",
        said=r"wie (heeft|had) (dat|dit|het) (gezegd|beweerd|verklaard)|wie (zei|zegt) (dat|dit)"
        r"|volgens wie",
        who_said="Wie heeft “{words}” gezegd?",
        subjects="hij:m zij:f ze:f hem:m haar:f hen:",
        stressed="hem:m haar:f hen: hun:",
        possessives="zijn:de haar:de hun:de",
        of="van",
        demonstratives="deze dit die dat",
        relations="""opvolger opvolgster voorganger voorgangster vrouw man echtgenote echtgenoot
            vader moeder zoon dochter broer zus partner baas collega ambtgenoot advocaat oprichter
            plaatsvervanger""",
        who_is="Wie is {noun}?",
        titles_of_women="mevrouw mevr mw",
        which_is="de:wat_is_de het:wat_is_het",
        places="in te",
        added="voor",
        these="deze",
        that="dat",
        what_noun="",
        degrees=True,
        with_subject="{asks} {verb} {subject} {rest}",
        participles=r"(ge|be|ver|her|ont|over|onder)\w+(d|t|en)|\w+ge\w+(d|t|en)|plaats|deel|af|aan"
        r"|op|uit|in|worden|zijn|hebben",
        times_before_participle=True,
        year="in",
        this_release=r"(in|volgens) (dit|dat) (persbericht|bericht|document)",
    ),
    events={
        "born": "geboren geboorte / gebor* geboort* gedoopt",
        "open": """geopend opent openen opende opening / open* geopen* heropen* start* begin*
            ingebruik* gebruik_genomen""",
        "close": """gesloten sluit sluiten sloot sluiting / slui* sloot* geslot* beeindig*
            einde dicht* gestopt""",
        "build": """gebouwd bouwde bouwden gebouwde / bouw bouwjaar bouwen gebouw* opgetrokk*
            opgericht* aangeleg* architect* uit_het_jaar dateert bestel* lever*""",
        "demolish": """gesloopt afgebroken verwoest vernield sloop / sloop* gesloop* afgebrok*
            afbra* verwoest* vernie* brand*""",
        "found": """opgericht oprichter gesticht stichter stichtte oprichting / opgericht*
            opricht* gestich* sticht* ontsta* ontsto* begon* start*""",
        "appoint": """benoemd benoemt benoemde benoeming aangesteld / benoem* aangestel*
            aanstel* verkoz* gekoz* opvolg* volgt nieuw* wordt""",
        "elect": """verkozen gekozen herkozen / verkoz* gekoz* kies* herkoz* verkiez* stem*
            benoem* opvolg*""",
        "dismiss": """ontslagen ontsloeg ontslag afgezet / ontsla* ontsloeg* afgezet*
            banenverlies* schrap* opvolg*""",
        "resign": """afgetreden aftreden ontslag_genomen trad_af opgestapt / aftre* afgetred*
            trad stap* opgestap* ontslag* vertrek* vertrok* verla* verliet*""",
        "retire": "pensioen gepensioneerd / pensioen* gepension* afscheid* vertrek*",
        "die": """stierf stierven gestorven overleden overleed dood doden / sterf* stierf*
            sterv* gestorv* overled* overleed* dod* dood* omgekom* slachtoffer* vermoor*
            gedood* verdronk*""",
        "kill": """gedood vermoord doodde / dood* dod* gedood* vermoor* moord* slachtoffer*
            omgekom* gestorv*""",
        "marry": "getrouwd trouwde trouwden huwelijk / trouw* getrouw* huwelij* gehuw* vrouw man",
        "divorce": "gescheiden scheiding / scheid* gescheid*",
        "injure": "gewond gewonden verwond / gewond* verwond* ongeval* ziekenhuis* slachtoffer*",
        "arrest": """gearresteerd aangehouden arrestatie opgepakt / arrest* gearrest*
            aangehoud* opgepak* gevang* politie""",
        "free": "vrijgelaten bevrijd / vrij* bevrijd* gered*",
        "convict": "veroordeeld veroordeling / veroorde* straf* vonnis* recht* schuldig* proces*",
        "sue": "aangeklaagd klacht aanklacht / klacht* aangekla* recht* proces* aangifte*",
        "accuse": "beschuldigd beschuldigt / beschuldig* verwijt* verdenk* verdacht*",
        "buy": """gekocht kocht koopt kopen aankoop aangekocht / koop* kocht* gekoch* aankoop*
            aangekoch* verkoop* verkoch* overgenom* overnem* betaal* prijs*""",
        "sell": """verkocht verkoopt verkopen verkoop / verkoop* verkoch* verkop* koop* kocht*
            gekoch* afzet* veil*""",
        "steal": "gestolen stal stelen geroofd / gestol* stel* dief* dieven roof* geroof* verdwen*",
        "win": """gewonnen won wint winnen winnaar winnares / gewonn* won* winn* zeg* overwin*
            versl* prijs* kampioen* bekroon*""",
        "lose": """verloren verloor verliest verliezen / verlor* verloor* verlie* nederlaag*
            versl* daal*""",
        "sign": """ondertekend ondertekende getekend ondertekening / onderteken* getek* teken*
            akkoord* verdrag* overeenkom* contract*""",
        "adopt": """goedgekeurd aangenomen goedkeuring / goedkeur* goedgekeur* aangenom*
            aanneem* stem* akkoord* aanvaard* besl*""",
        "veto": "veto / blokk* verwerp* verworp*",
        "refuse": """geweigerd weigerde weigert afgewezen verworpen / weiger* geweiger*
            afgewez* afwijz* verwerp* verworp* niet geen tegen""",
        "accept": """aanvaard geaccepteerd aanvaardde / aanvaard* accept* geaccept* akkoord*
            aangenom* goedgek*""",
        "propose": """voorgesteld voorstel stelde_voor / voorstel* voorgestel* stel* plan*
            suggest* ontwerp*""",
        "cancel": """geannuleerd afgelast geschrapt afgezegd / annul* geannul* afgelast*
            geschrap* schrap* afgeze*""",
        "postpone": """uitgesteld uitstel verschoven / uitst* uitgest* verscho* verschui*
            vertrag* later""",
        "strike": "gestaakt staakte staakten staking / stak* staak* gestaak*",
        "publish": """gepubliceerd publiceerde verschenen / public* gepublic* versch* uitgeg*
            uitgebr* voorgestel*""",
        "withdraw": """teruggetrokken ingetrokken trok_terug / terugtr* teruggetr* ingetrok*
            intrek* verla* verliet*""",
        "rise": """verhoogd verhoogde verhoging gestegen steeg stijgt toegenomen gegroeid /
            stijg* steeg* gesteg* toegenom* toenam* groei* gegroei* verhoog* meer""",
        "fall": """verlaagd verlaagde gedaald daalde daalt afgenomen verminderd / daal* dal*
            gedaal* afgenom* afnam* vermind* minder verlaag* teruggel*""",
        "ban": "verboden verbod verbiedt / verbo* verbie* illega* gesloten",
        "restore": """gerestaureerd gerenoveerd restauratie / restaur* gerestaur* renov*
            gerenov* herstel*""",
        "burn": "afgebrand verbrand brandde / brand* gebrand* verbrand* afgebrand* vuur* vlam*",
        "explode": "ontploft explodeerde explosie / ontplo* explo* bom*",
        "drown": "verdronken verdronk / verdronk* verdrink* dod*",
        "evacuate": "geevacueerd evacuatie / evacu* geevacu* verla*",
        "kidnap": "ontvoerd ontvoering gijzelaar gijzelaars losgeld / ontvoer* gijzel* losgeld*",
        "attack": "aangevallen aanval viel_aan / aanval* aangevall* overval* aanslag* val*",
        "expel": "uitgewezen uitgesloten / uitgesl* uitsl* uitgew* verwijder* geschors*",
        "suspend": "opgeschort geschorst / opgesch* opsch* schors* geschors* onderbr* gestopt",
        "hire": """aangeworven aangenomen_personeel / aanwerv* aangew* aannem* aangenom*
            vacatur* banen""",
        "compose": "gecomponeerd componist / compon* gecompon* muziek* werk* schreef*",
        "design": """ontworpen ontwierp ontwerper / ontwerp* ontworp* ontwierp* architect*
            teken* plan*""",
        "donate": """geschonken schonk gedoneerd / schenk* geschonk* schonk* doneer* gedoneer*
            gift* gaf gegev*""",
        "criticise": "bekritiseerd / kriti* bekrit* protest* tegen betreur* veroord*",
        "cut_down": "gekapt kappen / kap kapt gekap* bom* hout*",
        "damage": "beschadigd / beschadig* schad* vernie*",
        "vaccinate": "gevaccineerd ingeent / vaccin* gevaccin* dos*",
        "flood": "overstroomd / overstro* water*",
        "acquit": "vrijgesproken / vrijspr* vrijgespr* onschuld*",
        "leave": "verliet verlaten vertrok / verla* verliet* vertr*",
        "reopen": "heropen* / open* geopend",
        "write": "schreef geschreven / schrij* schre* geschre* auteur* brief* tekst*",
        "pay": """betaald betaalde uitbetaald / betaal* betal* uitbetaal* ontvang* financier*
            gefinancier* schenk* bijdr* kocht* gekocht koop* aankoop* overgenomen prijs* kost*""",
        "freeze": "bevroren bevroor / bevr*",
        "move": "verhuisd verhuisde verhuizing / verhui* verplaats*",
        "abolish": """afgeschaft geschrapt opgeheven / afschaf* afgeschaf* schaf* schrap*
            geschrap* ophef* opgehev*""",
        "end": """eindigde geeindigd beeindigd afgelopen / eind* geeind* beeind* afgelop*
            afloop* tot stop*""",
        "install": """geinstalleerd geplaatst / install* geinstall* plaats* geplaats*
            opricht* opgericht* gevestig* vestig* zetel* gehuisvest* open* verhuis*""",
        "translate": "vertaald vertaalde vertaler / vertal* vertaal*",
        "collapse": "ingestort instorting / instort* ingestort*",
        "launch": "gelanceerd lanceerde / lanc* gelanc* start* begin* begon*",
        "discover": "ontdekt ontdekte ontdekking / ontdek* gevond* vond* aangetroff*",
        "sink": """gezonken zonk gekapseisd vergaan / gezonk* zonk* zink* kapseis* gekapseis*
            vergaan verging* schipbreuk*""",
        "extend": """verlengd verlenging verbreed doorgetrokken / verleng*
            uitgebreid* uitbreid* verbre* doorgetrok* doortrek* vergroot* langer breder""",
        "rename": "hernoemd omgedoopt / hernoem* omgedoopt* naam* heet* noem*",
        "merge": """gefuseerd fusie fuseerden / fus* gefus* samengevoeg* samenvoeg* samengegaan
            overgenomen overnam*""",
        "rescue": "gered redding / red* gered*",
    },
)
