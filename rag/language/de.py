"""German."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="de",
    file_names="de deu ger german allemand deutsch",
    numbers=parts.numbered(
        """1 ein eine einem einer einen, 2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs, 7 sieben,
        8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf, 13 dreizehn, 14 vierzehn, 15 fünfzehn,
        16 sechzehn, 20 zwanzig, 30 dreißig, 40 vierzig, 50 fünfzig, 60 sechzig, 100 hundert"""
    ),
    calendar=parts.Calendar(
        months=(
            "januar, jänner, jaenner, jan, jän",
            "februar, feber, feb",
            "märz, maerz, mär, mrz",
            "april, apr",
            "mai",
            "juni, jun",
            "juli, jul",
            "august, aug",
            "september, sept, sep",
            "oktober, okt",
            "november, nov",
            "dezember, dez",
        ),
        doubtful_months="jan, jän, feb, feber, mär, mrz, apr, jun, jul, aug, sep, okt, nov, dez",
        weekdays=(
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag, sonnabend",
            "sonntag",
        ),
        seasons=(
            "frühling, frühjahr, fruehling, fruehjahr",
            "sommer, frühsommer, spätsommer, hochsommer",
            "herbst, frühherbst, spätherbst",
            "winter",
        ),
        doubtful_seasons="Herbst, Winter, Sommer, HERBST, WINTER, SOMMER",
        ordinals=(
            "erstes, erste, ersten, erster, 1., I.",
            "zweites, zweite, zweiten, zweiter, 2., II.",
            "drittes, dritte, dritten, dritter, 3., III.",
            "viertes, vierte, vierten, vierter, 4., IV.",
        ),
        last_ordinal="letztes, letzte, letzten",
        quarters="quartal, quartals, quartales, vierteljahr, vierteljahres, jahresviertel",
        halves="halbjahr, halbjahres, halbjahrs, jahreshälfte",
        halves_of_anything="hälfte",
        quarter_codes="Q",
        half_codes="H, HJ",
        units={
            "day": "tag",
            "week": "woche",
            "month": "monat, monats, monates",
            "quarter": "quartal, quartals",
            "half": "halbjahr, halbjahres, halbjahrs",
            "year": "jahr, jahres, jahrs",
        },
        plurals={
            "day": "tage, tagen, tages",
            "week": "wochen",
            "month": "monate, monaten",
            "quarter": "quartale, quartalen",
            "year": "jahren, jahre",
        },
        before_day="""am, dem, den, des, der, im, vom, zum, bis, bis zum, seit, seit dem, ab,
            ab dem, von, beim, nach dem, vor dem""",
        after_weekday="den, dem, der, des",
        sides_before_day={
            "last": "letzten, vergangenen, vorigen",
            "next": "nächsten, kommenden",
        },
        day_suffixes=".",
        before_days="vom, von, am, den, der, dem, an den, zum",
        between="zwischen dem, zwischen",
        until="bis, bis zum, bis einschließlich, bis einschließlich zum, bis inklusive, auf den",
        and_="und, auf",
        before_second_day="dem, den, zum",
        before_month_year="""im, seit, ab, bis, anfang, mitte, ende, von, vom, des monats,
            im monat, seit anfang, seit mitte, seit ende, bis anfang, bis mitte, bis ende,
            ab anfang, ab mitte, ab ende""",
        before_month="""im, seit, ab, bis, anfang, mitte, ende, im monat, seit anfang, seit mitte,
            seit ende, bis anfang, bis mitte, bis ende, ab anfang, ab mitte, ab ende""",
        before_period="""im, ab, ab dem, seit, seit dem, bis, bis zum, vom, zum, den, der, dem,
            des, das, die, in der, anfang, mitte, ende, für, für den, für das, nach dem, vor dem,
            zu, zur, gegen""",
        of_period="des jahres, des geschäftsjahres, in",
        before_year="seit, ab, bis, vor, nach, in, von, gegen, spätestens",
        surely_before_year="""im jahr, im jahre, des jahres, das jahr, dem jahr, jahr, jahre,
            anfang, mitte, ende, bis anfang, bis mitte, bis ende, seit anfang, seit mitte,
            seit ende, ab anfang, ab mitte, ab ende, zu beginn des jahres, anfang des jahres,
            mitte des jahres, ende des jahres, gegen ende, beginn""",
        after_year="""und, oder, in, im, an, am, auf, aus, bei, beim, bis, durch, für, gegen, mit,
            nach, seit, von, vom, vor, zu, zum, zur, über, um, unter, ohne, wegen, während, als,
            wenn, dass, weil, da, der, die, das, dem, den, des, ein, eine, einen, einem, einer,
            eines, er, sie, es, wir, ich, man, ist, sind, war, waren, wird, werden, wurde, wurden,
            hat, haben, hatte, hatten, kann, soll, sollen, nicht, auch, noch, schon, bereits,
            erstmals, nur, sich, so, wie, gab, fand, gilt, begann, insgesamt, rund, sowie, dann,
            jedoch, aber, gegründet, eröffnet, beschlossen, gestartet, abgeschlossen,
            veröffentlicht, gewählt""",
        nouns_are_capitalised=True,
        before_our_era=r"v\.\s?Chr",
        before_quantity="mehr als, weniger als, etwa, rund, über, fast, knapp, circa, ca.,"
        " ungefähr, gut",
        relative=parts.RelativeWords(
            days={
                -2: "vorgestern",
                -1: "gestern",
                0: "heute",
                1: "morgen",
                2: "übermorgen",
            },
            parts_of_day="morgen, früh, vormittag, mittag, nachmittag, abend, nacht",
            today=(
                "an diesem (morgen|vormittag|nachmittag|abend)",
                "am heutigen (tag|tage|abend|{weekday})",
            ),
            ago=("vor {count}",),
            ahead_or_lasting=("in {count}",),
            lasting="erste[nrsm]?|nur|mal|beste[nrsm]?|größte[nrsm]?|höchste[nrsm]?|wurden?"
            "|war(en)?|gebaut|hat"
            "|haben|ist|sind",
            vague="etwa, rund, fast, knapp, über, gut, mehr als, weniger als, ungefähr, circa,"
            " nahezu",
            weeks={8: 1, 14: 2},
            sides=parts.Sides(
                last=(
                    "((in|an|seit|mit) )?((im|am|den|der|dem|des) )?"
                    "(letzte|letzte[nrsm]|vergangene|vergangene[nrsm]|vorige|vorige[nrsm]) {span}",
                    "((am|im|den|der) )?(letzte|vergangene|vorige)[nrsm]? {weekday}",
                    "((im|den|der) )?(letzte|vergangene|vorige)[nrsm]? {month}",
                ),
                this=(
                    "(in )?(diese|diese[nrsm]) {span}",
                    "(an )?diese[nrsm] {weekday}",
                    "(in )?diese[nrsm] {month}",
                    "(in )?(diese|diese[nrsm]) {quarter}",
                    "(in )?(diese|diese[nrsm]) {half}",
                    "im laufenden {unit}",
                ),
                next=(
                    "((im|am|in|den|der|dem|des) )?((der|dem) )?(nächste|kommende)[nrsm]? {span}",
                    "((am|im|den|der) )?(nächste|kommende)[nrsm]? {weekday}",
                    "((im|den|der) )?(nächste|kommende)[nrsm]? {month}",
                ),
            ),
            plain=(
                r"(im|ab dem|seit dem|bis zum|ab|seit|bis) {season}(?! (des|der|eines)\b)",
                r"(im|ab dem|bis zum|für das) {quarter}(?! (des|der|eines)\b)",
                r"(im|in der|ab dem|bis zum|für das) {half}(?! (des|der|eines)\b)",
                "((am|vom|ab|bis|bis zum|seit) )?{weekday}",
            ),
            story=(
                "am (nächsten|folgenden|darauffolgenden|selben|gleichen) tag",
                "am (nächsten|folgenden|darauffolgenden|selben|gleichen) tage",
                "am (nächsten|folgenden|darauffolgenden|selben|gleichen) morgen",
                "am (nächsten|folgenden|darauffolgenden|selben|gleichen) abend",
                "tags (darauf|zuvor)",
                "am tag (davor|zuvor|danach)",
                "am vortag",
                "am vorabend",
                "(im|in der|am) (folgenden|darauffolgenden) {span}",
                "am (folgenden|darauffolgenden) {weekday}",
                "{span} (zuvor|darauf|später)",
                # habits
                "montags",
                "dienstags",
                "mittwochs",
                "donnerstags",
                "freitags",
                "samstags",
                "sonntags",
            ),
            not_dates=(
                "(guten|am|der|den|jeden|bis zum|vom) morgen",
                "(von|bis) {day}",
                "heute und morgen",
                "gestern und heute",
                "heute noch",
                "(jeden|jeder|an jedem|schwarzer) {weekday}",
                "(arabischer?|arabischen|prager) frühling",
            ),
            after_date=parts.Sides(
                last=("(der |des )?(letzte|vergangene|vorige)[nrsm] {unit}", "letzten jahres"),
                this=("(in )?diese[nrsm] {unit}",),
                next=("(der |des )?(nächste|kommende)[nrsm] {unit}",),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"wird|(?<=[Ww]ann )werden",
            future=r"wird|werden|soll(en)?|geplant|vorgesehen|bevorstehend\w*|kommend\w+"
            r"|nächste\w?|findet|finden"
            r"|beginnt|startet|eröffnet(?=\s+am\b)|stattfinden|demnächst|künftig\w*"
            r"|voraussichtlich",
            coming="würden?|sollten?|erwartet|ab|bis|plan(t|en)|will|wollen|tritt|treten"
            "|könnten?|läuft|öffnet",
            been="wurden?|worden|war(en)?|hat|haben|hatten?|ist|sind|fand(en)?|gab(en)?|kam(en)"
            "?|ging(en)?"
            "|begann(en)?|nahm(en)?|trat(en)?|sagten?|erklärten?|teilten?|eröffneten?"
            "|startete(n)?|stellten?"
            r"|kündigten?|unterzeichneten?|besuchten?|trafen?|\w*ge\w+t(?=\s+$)",
            frees=r"für( den)?|bis( zum)?|ab( dem)?|spätestens( am)?|vor dem"
            r"|(ein|einen|einem|unser)( (?!(am|vom|dem|den|der|zum|im|ab|seit)\b)\w+)?",
            clause_ends=r"(dass|der|die|das|welche[rs]?|weil|wenn|als|aber|während|wo|sowie)\b",
            relatives=r"(der|die|das|den|dem|deren|dessen|welche[rs]?|wo)\b",
            continues=r"(dass|aber)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""dr, prof, hr, fr, frl, st, nr, str, abs, art, aufl, bd, bzw, ca, dipl,
            ing, evtl, ggf, inkl, exkl, einschl, etc, geb, gest, jh, jhd, kap, max, min, mio, mrd,
            mr, mrs, o, od, reg, rer, nat, med, phil, jur, sog, tel, ts, tsd, usw, vgl, vs, zzgl,
            abb, anm, bspw, co, vors, z. b, d. h, u. a, i. d. r, o. ä, u. ä, s. o, s. u, z. t,
            u. u, e. v, i. a, i. v, a. d, n. chr, v. chr, z. z, z. zt, b. z, m. e, i. s. d""",
        may_end="etc, usw, co, e. v",
        numbered="nr, nrn",
        starters="""Der, Die, Das, Dem, Den, Des, Ein, Eine, Er, Sie, Es, Wir, Ich, Man, Im, In,
            Am, An, Auf, Aus, Bei, Bis, Durch, Für, Mit, Nach, Seit, Von, Vom, Vor, Zu, Zum, Zur,
            Und, Aber, Auch, Als, Wenn, Wer, Was, Wie, Wo, Dies, Diese, Dieser, Dieses, Damit,
            Dabei, Dazu, Danach, Dann, Darüber, Deshalb, Außerdem, Zudem, Hier, So, Sein, Seine,
            Ihr, Ihre, Unser, Unsere, Nun, Jetzt, Insgesamt, Bereits, Alle, Allerdings, Während,
            Weitere""",
        ordinal_dot=True,
        before_ordinal="""der, die, das, dem, den, des, am, im, vom, zum, zur, beim, ab, bis, seit,
            und, ein, eine, einen, einem, einer, eines, jede, jeder, jedes, jeden, jedem, diese,
            dieser, dieses, diesen, diesem, unser, unsere, unserem, unseren, unserer, ihr, ihre,
            ihrem, ihren, ihrer, sein, seine, seinem, seinen, seiner, mein, meine, meinem, meinen,
            kein, keine, nach, vor, zwischen, oder, montag, dienstag, mittwoch, donnerstag,
            freitag, samstag, sonntag""",
        after_ordinal="""jahrhundert, jahrhunderts, jahrhunderte, jahrestag, jahrestags,
            jahrestages, jubiläum, geburtstag, todestag, mal, male, auflage, ausgabe, quartal,
            quartals, halbjahr, halbjahres, bundesliga, liga, klasse, platz, rang, runde, tag,
            woche, jahr, lebensjahr, weltkrieg, weltkriegs, stock, stockwerk, etage, obergeschoss,
            sitzung, kongress, konferenz, tagung, internationale, internationaler, internationales,
            nationale, deutsche, deutscher, deutsches, europäische""",
    ),
    mails=parts.MailWords(
        sender="von|absender",
        sent="datum|gesendet",
        recipient="an|cc|kopie|antwort an",
        subject="betreff",
        forwarded="(anfang der )?weitergeleitete (nachricht|e-mail)",
        original="ursprüngliche nachricht|original-?nachricht",
        wrote="schrieb",
        reply="aw|re",
        forward="wg|fwd?",
        notices=r"diese (e-?mail|nachricht)[^\n]*vertraulich"
        r"|bitte (denken sie an die umwelt|prüfen sie, ob)",
        sent_from="von meinem|gesendet (mit|von)|outlook für",
    ),
    releases=parts.ReleaseWords(
        labels="presse(mitteilung|information|meldung|info|aussendung|erklärung|text)(en)?"
        "|medien(mitteilung|information)"
        "(en)?|mitteilung|pressedienst|zur sofortigen (veröffentlichung|freigabe)|sperrfrist"
        "|nachricht|meldung",
        date_labels="stand|datum|vom|am|erscheinungsdatum|veröffentlichungsdatum|ausgabe"
        "|erstellt( am)?",
        published="gespeichert|eingetragen|"
        "ver(ö|oe)ffentlicht|publiziert|erschienen|online seit|(ver(ö"
        "|oe)ffentlichungs|erscheinungs|publikations)datum|datum der ver(ö"
        "|oe)ffentlichung|ver(ö|oe)ffentlichung",
        updated="(zuletzt )?(aktualisiert|geändert|bearbeitet)|letzte (änderung|aktualisierung)"
        "|aktualisierung",
        by="von",
        embargo="sperrfrist( bis)?|sperrvermerk|gesperrt bis|embargo( bis)?|nicht ver(ö"
        "|oe)ffentlichen vor|frei(gegeben)? ab",
        release_now="zur sofortigen (ver(ö|oe)ffentlichung|freigabe)",
        done_at="(gegeben|geschehen|gezeichnet|ausgefertigt) (zu|in)",
        day_titles=r"kabinett\w*|\w*sitzung|ministerrat\w*|tagung|protokoll|zusammenfassung"
        r"|beschlüsse|\w*erklärung|pressekonferenz|rede|ansprache|bulletin"
        r"|\w*mitteilung",
        announcing="einladung|tagesordnung|terminhinweis|ankündigung|anmeldung|termine?",
        event_labels="ort|uhrzeit|wo|zeit|treffpunkt|beginn",
        short_weekdays="mo, di, mi, do, fr, sa, so",
        before_date="am|vom|den|der|dem",
        number_sign=r"nr\.?",
        place_words="am, an der, ob der, ob, bei, im, der, von",
        clock="um|ab|gegen",
        clock_end="uhr",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? lesezeit|lesezeit\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="(an )?diese[mnrs] ({weekday}|tag|morgen|abend)|diese woche|heute|{weekday}( den)?",
        news=r"sitzung(en)?|gipfel\w*|konferenz|besuch|tagung|treffen|gespräche?|feier|rede"
        r"|versammlung"
        "|(an)?gekündigt|mitgeteilt|erklärt|sagten?|erklärten?|teilten?|vorgestellt|eröffnet"
        "|eröffneten?|eingeweiht"
        "|empfangen|empfing|traf(en)?|getroffen|besuchten?|präsentierten?|stellten?|gab(en)?"
        " bekannt"
        "|beschlossen|beschloss|fand(en)?",
        older=r"(unterzeichnet\w*|seit|gegründet\w*|eröffnete[nrs]?|geborene?[nr]?"
        r"|verabschiedet\w*|vor|ab|bis|gesetz"
        r"|beschluss|bescheid|vertrag\w*|jahrestag|in kraft|stammt)\s*((in|zu) \w+ )?((dem|den"
        r"|zum|vom|am) )?",
        older_articles="vom|von|seit|seit dem|bis|bis zum|ab|ab dem|des|vor dem|nach dem",
        credit=r"\((foto|bild|grafik)|(foto|bild)s?(nachweis|unterschrift|quelle|rechte)?\s*(:"
        r"|©|–|-)",
        appeared="erschien zuerst",
        untitled="unbenannt(es dokument)?",
        contact=r"((presse|medien)?kontakt(e)?|ansprechpartner(in)?|rückfragen|rückfragehinweis)"
        r"\s*:|tel\.",
        auxiliaries="hat, haben, hatte, hatten, ist, sind, war, waren, wird, werden, wurde, wurden",
        site="(diese )?(e-?mail|newsletter) im browser|(falls|wenn|"
        "sollte) (sie )?diese (e-?mail|nachricht)|abmelden|"
        "(den )?newsletter abbestellen|"
        "(lesen sie|siehe) (auch|dazu)|mehr zum thema|(ähnliche|verwandte"
        "|weitere) (artikel|beiträge|meldungen|nachrichten|themen)|teilen (auf|sie)"
        "|folgen sie uns|(kommentar|antwort) (schreiben|hinterlassen|verfassen)"
        "|sie müssen (angemeldet|eingeloggt)|ihre e-?mail-adresse wird nicht"
        "|diese (web)?(seite|site) (verwendet|nutzt|benutzt)|wir verwenden cookies"
        "|(alle )?cookies (akzeptieren|ablehnen)|zum (inhalt|hauptinhalt"
        "|seitenanfang)|zurück zu(r|m)?(?!.{30})|sie befinden sich hier|sie sind hier"
        "|seite drucken|herunterladen|(vorheriger|nächster) (artikel|beitrag)"
        "|abonnieren|schlagw(o|ö)rte(r)? ?:|kategorien? ?:|tags? ?:"
        "|sie erhalten diese (e-?mail|nachricht)|(newsletter )?abbestellen|(diese )"
        "?(e-?mail|nachricht|newsletter) im browser",
        site_lines="keine kommentare|"
        "startseite|menü|suche|navigation|drucken|teilen|senden|kommentare?|nach oben"
        "|anzeige|cookies|kontakt|hilfe|aktuelles|weiterlesen|mehr erfahren|download"
        "|abonnieren|anmelden|sprache|impressum|datenschutz",
        sections="sie (erhalten|bekommen|haben) diese[ns]? (e-?mail|nachricht|newsletter)|"
        "(presse|medien)?kontakte?( ?:|$)|ansprechpartner(in)?|(für )?rückfragen"
        "|weitere (informationen|auskünfte)( ?:|$| erhalten| finden| unter| erteilt)"
        "|auskünfte ?:|quelle ?:|impressum|rechtlicher hinweis|haftungsausschluss"
        "|alle rechte vorbehalten|newsletter|datenschutz(erklärung)?|hinweis(e)? (an"
        "|für) (die )?redaktion(en)?|zukunftsgerichtete aussagen|herausgeber( ?:|$)",
        about=r"über (die|das|den|uns)\b[^.!?]{0,60}$|über [^.!?]{2,60}:$",
        corrected="korrig|korrekt(ur|ion)|berichtig|aktualisiert",
        release_ends="ende( der mitteilung)?",
    ),
    terms=parts.TermWords(
        spelled_out="ä:ae ö:oe ü:ue",
        letters="üäößé",
        stop_words="""aber alle als also am an auch auf aus bei bin bis da damit das dass dem den
            denn der des die dies diese dieser dieses doch durch ein eine einem einen einer
            eines er es für hat haben hatte ich ihm ihr ihre im in ist ja kann kein keine mit
            nach nicht noch nun nur ob oder sein seine sich sie sind so über um und uns von vor
            wann war waren warum was welche welcher welches wem wen wenn wer werden wie wieder
            will wir wird wo wurde wurden zu zum zur""",
        stemmer="german",
    ),
    questions=parts.QuestionWords(
        when="wann",
        who="wer wen wem wessen",
        where="wo wohin woher",
        how_many="wie_viel wie_viele wieviel wieviele",
        why="warum weshalb wieso",
        how="wie",
        which="welcher welche welches welchem welchen",
        what="was wofür wozu womit wodurch worüber woran worauf wovon worum wogegen",
        relative="wie",
        times="""Datum Tag Tage Tagen Jahr Jahre Jahren Monat Monate Monaten Zeitpunkt Jahrzehnt
            Jahrhundert Epoche""",
        is_the="ist_das war_das ist_der war_der lautet_das",
        links="und aber also",
        prepositions="""ab an auf aus bei bis bis_zu bis_zum durch für in im mit nach seit über um
            von vom vor zu zum zur ungefähr etwa""",
        asked="""wissen weiß weißt wüsste wüsste_gern sagen sag mitteilen verraten angeben nennen
            erklären fragt frage frage_mich wissen_Sie weißt_du weiß_man sagen_Sie bekannt
            wer_weiß wer_kann_sagen wer_kann_mir_sagen wer_kann_uns_sagen""",
        contacts=r"kontakt\w*|ansprechpartner\w*|telefon\w*|e-?mail\w*|pressestelle"
        "|pressekontakt|impressum|newsletter|abonnieren|webseite|internetseite"
        r"|pressesprecher\w*",
        requests="""liste_die erkläre_mir nenne_mir nenne nennen nenn sag sagen_Sie
            sag_mir gib gib_mir geben_Sie erkläre
            erklären_Sie
            erklär beschreibe beschreiben_Sie liste_alle zähle zählen_Sie zeige zeigen_Sie fasse
            können_Sie kannst_du weißt_du wissen_Sie ich_möchte_wissen ich_will_wissen
            ich_frage_mich""",
        yes_no="""ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können
            konnte soll sollen muss müssen darf gibt gab""",
        verbs="ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll",
        number_signs="Nummer Nr",
        thanks="""danke danke_schön vielen_dank danke_im_voraus vielen_dank_im_voraus besten_dank
            mit_freundlichen_grüßen freundliche_grüße herzlichen_dank""",
        please="bitte",
        salutations="""herr frau damen herren und zusammen liebe lieber liebes team alle
            sehr_geehrte sehr_geehrter super prima toll gut sehr_gut interessant alles_klar
            verstanden aha also perfekt""",
        wrapping="""ich wir du sie ihr man mir uns mich kann können könnte könnten könntest könnt
            kannst möchte möchten möcht würde würden wollte wollten wüsste wüssten will wollen gern
            gerne sagen sag sagt sage wissen weiß weißt wisst verraten verrate mitteilen erklären
            erklär erklärt nennen angeben erfahren erinnern frage fragen interessiert interessieren
            interessiere mal doch bitte vielleicht eigentlich denn einmal auch es hat haben habt
            hast jemand eine ahnung idee dafür zu gerade kurz meine lautet hätte hätten
            freundlicherweise wer_weiß""",
        greetings="""hallo guten_tag guten_morgen guten_abend gute_nacht grüß_gott servus
            moin tschüss
            auf_wiedersehen danke danke_schön vielen_dank bitte wie_geht's wie_geht_es_dir
            wie_geht_es_ihnen wer_bist_du wer_sind_sie was_kannst_du wie_heißt_du
            bist_du_ein_roboter was_ist_das ja nein ok hilf_mir""",
        names="wie_heißt wie_heißen wie_hieß wie_lautet_der_name",
        plurals=parts.PluralWords(endings="nen: en: n: e:"),
        scope=parts.ScopeWords(
            over_time="""im_laufe_der_jahre im_laufe_der_zeit über_die_jahre jedes_jahr
                jahr_für_jahr von_jahr_zu_jahr pro_jahr nach_jahren entwicklung
                 nacheinander aufeinanderfolgend aufeinanderfolgenden
                in_den_einzelnen_jahren in_jedem_jahr
                der_verlauf der_trend alle_zahlen
                im_lauf_der_jahre im_zeitverlauf von_ausgabe_zu_ausgabe
                saison_für_saison""",
            how_often="wie_oft wie_viele_male wieviele_male",
            which_dates="an_welchen_tagen zu_welchen_terminen in_welchen_jahren",
            took_place="stattgefunden fand_statt fanden_statt findet_statt",
            first="erste ersten erster erstes früheste frühesten allererste",
            last="letzte letzten letzter letztes neueste neuesten jüngste jüngsten ",
            first_time="zum_ersten_mal erstmals zuerst",
            last_time="zum_letzten_mal zuletzt",
            now="""heute jetzt derzeit aktuell aktuelle aktuellen aktueller gegenwärtig momentan
                zurzeit zur_zeit im_moment""",
            any_figure="zahl zahlen anzahl menge höhe betrag gesamtzahl umfang",
            figures="""bevölkerung einwohnerzahl zahl anzahl budget haushalt betrag höhe
                preis gesamtzahl umsatz besucherzahl mitgliederzahl belegschaft verkehr
                verbrauch ausgaben einnahmen schulden gewinn produktion kapazität ausfuhren
                einfuhren""",
            state=r"trainierte?|leitete?|geleitet|führte?|geführt",
            who_many="waren sind haben wurden",
            past=(
                r"war|waren|wurden?|(hat|haben)(?=.*\w{3,}(t|en) *\??$)|hatten?|worden|"
                r"kam(en)?|gab(en)?|"
                r"fand(en)?|trat(en)?|nahm(en)?|\w{3,}ten?(?= )"
            ),
            evolved="""entwickelt verändert entwickelte veränderte gestiegen gesunken gewachsen
                zugenommen abgenommen""",
            how_often_in="pro mehr im",
            named_first="""weltkrieg weltkriegs hilfe linie ministerin bürgermeister
                bürgermeisterin""",
            plural_endings="n e r s",
            formerly="zuvor vorher früher",
            deputies="stellvertretende stellvertretender stellvertretenden stellvertreter vize co",
            former="""ehemalige ehemaliger ehemaligen früherer frühere früheren ex
                stellvertretende stellvertretender stellvertretenden vize künftige designierte""",
            figure="wie_hoch",
            held="stattgefunden statt ausgetragen veranstaltet abgehalten",
            awards="""preis preise medaille medaillen pokal pokals trophäe meisterschaft wettbewerb
                auszeichnung""",
            won="gewonnen gewann gewannen erhalten erhielt erhielten bekommen",
            winners="""preisträger preisträgerin preisträgerinnen gewinner gewinnerin sieger
                siegerin""",
            listed="liste namen name",
            highest="""am_höchsten am_größten am_stärksten der_höchste die_höchste das_höchste
                der_größte die_größte das_größte die_meisten""",
            lowest="""am_niedrigsten am_kleinsten am_geringsten am_tiefsten der_niedrigste
                die_niedrigste das_niedrigste der_geringste die_geringste die_wenigsten""",
            most="die_meisten",
            least="die_wenigsten",
        ),
        period=parts.PeriodWords(
            to="bis und",
            before="vor",
            until="bis",
            after="nach",
            since="seit ab",
            ends="ende",
            fillers="im der dem den monat jahr jahre mitte anfang",
            year="jahr jahre jahrs jahres",
            counted="über mehr_als weniger_als rund etwa",
            numbered="nr. artikel resolution agenda vision initiative plan richtlinie verordnung",
            goes_on="""und oder mit im auf bei für von zum zur statt der die das den dem des ein
                eine wurde wurden hat haben war waren ist sind als""",
        ),
    ),
    times=parts.TimeWords(
        telling="""nach nachdem vor bevor während seit seitdem bis als wenn wann Jahrhundert
            Jahrhunderts Jahrhunderte Epoche Zeit Zeitalter Alter Ende Anfang Mitte Beginn
            Vortag Folgetag Jahr Jahre Jahren Monat Monate Monaten Woche Wochen Tag Tage Tagen
            Frühjahr Frühling Sommer Herbst Winter Morgen Abend Nacht Stunde Stunden Uhr Mittag
            Mitternacht""",
        units="""Jahr Jahre Jahren Monat Monate Monaten Woche Wochen Tag Tage Tagen Stunde Stunden
            Minute Minuten""",
        in_year="in jahr",
        before_year="jahre seit um ab anno",
        dateline="Am {date}, {text}",
        lead_in="am an der den dem des vom zum im in seit ab",
        hours="uhr h",
        named="""budget haushalt resolution gesetz plan programm bericht saison agenda konferenz
            geschäftsjahr vision richtlinie verordnung fassung ausgabe wm em""",
        documents="""gesetz gesetzes verordnung vertrag vertrags abkommen abkommens resolution
            richtlinie beschluss urteil schreiben erklärung entscheidung""",
        of_date="vom von",
        through="mit durch per",
        anniversaries="jahrestag* jubilaum* geburtstag* bestehen",
        closes="""endende endenden abgeschlossene abgeschlossenen abgelaufene abgelaufenen
            geboren datiert""",
        begins="seit ab beginnt begann beginn startet gestartet öffnet eröffnet anfang",
        ends="bis endet ende schließt frist spätestens läuft_ab",
        bare_years=True,
    ),
    claims=parts.ClaimWords(
        negation=r"""\b(?:nicht(?!\s+nur)|kein\w*|nie|niemals|niemand\w*|nichts|weder|keinesfalls|keineswegs)\b""",
        without="ohne außer",
        figures=(
            ("2", "zweite zweiten zweiter zweites"),
            ("3", "dritte dritten dritter drittes"),
            ("4", "vierte vierten vierter"),
            ("5", "fünfte fünften fünfter"),
            ("6", "sechste sechsten sechster"),
            ("7", "siebte siebten siebter"),
            ("8", "achte achten achter"),
            ("9", "neunte neunten neunter"),
            ("10", "zehnte zehnten zehnter"),
            ("100", "hundert hunderte hunderten"),
            ("1000", "tausend tausende tausenden"),
            ("million", "million millionen"),
            ("10⁹", "milliarde milliarden"),
        ),
        titles="herr herrn frau dr prof",
        openings="laut jedoch außerdem schließlich zudem ferner ebenfalls insbesondere dabei",
        days="montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen",
    ),
    offices=parts.OfficeWords(
        copulas="ist war waren sind wird",
        leading="""leitet leitete leiten leitung geleitet führt führte führen führung geführt spitze
            vorsitz vorsitzt amt gewählt ernannt ernennt ernennung nachfolg* beauftragt*
            übernimmt übernahm übernehmen übernommen steht vorstand chefposten""",
        leaves="""verlässt verließ scheidet ausgeschieden tritt_zurück zurückgetreten ruhestand
            wechselt""",
        becomes="geworden",
        takes="""ernannt* ernennt ernennung berufen beruft gewählt* wählt* wahl amt amtsantritt
            antritt posten übern* trat tritt angetreten nachfolg* folgt folgte gefolgt abgelöst
            löst löste bestellt befördert* geworden wurde_zur wurde_zum wird_zur wird_zum
            vereidigt* aufgerückt verpflichtet*""",
        succeeds="""folgt folgte nachfolger nachfolgerin nachfolge ersetzt ersetzte löst löste
            beerbt""",
        posts={
            "president": "präsident präsidentin vorsitzender vorsitzende vorsitzenden",
            "minister": "minister ministerin",
            "prefect": "präfekt präfektin landrat landrätin",
            "mayor": "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin",
            "director": "direktor direktorin leiter leiterin geschäftsführer geschäftsführerin",
            "secretary": "sekretär sekretärin generalsekretär generalsekretärin",
            "spokesperson": "sprecher sprecherin pressesprecher pressesprecherin",
            "ambassador": "botschafter botschafterin",
            "governor": "gouverneur gouverneurin",
            "chief": "chef chefin",
            "commander": "kommandant kommandantin kommandeur befehlshaber",
            "rector": "rektor rektorin",
            "chancellor": "kanzler kanzlerin bundeskanzler bundeskanzlerin",
            "commissioner": "kommissar kommissarin",
            "prosecutor": "staatsanwalt staatsanwältin",
            "treasurer": "schatzmeister schatzmeisterin",
            "king": "könig",
            "queen": "königin",
            "pope": "papst",
            "coach": "trainer trainerin",
            "ceo": "vorstandsvorsitzender vorstandsvorsitzende",
        },
    ),
    speech=parts.SpeechWords(
        pronouns="es",
        titles="herr frau dr dr. prof prof. professor",
        name_links="von van der den dem zu zum zur de la le di da",
        roles="""direktor leiter vorsitzend präsident minister sprecher geschäftsführ
            bürgermeister oberbürgermeister chef vorstand beauftragt sekretär kanzler senator
            staatssekretär referent botschaft kommissar abgeordnet rektor dekan professor
            inhaber gründer mitgründer vizepräsident vize stellvertret koordinator kapitän arzt
            ärzt ingenieur lehrer bewohner bäuerin bauer landwirt projektleit trainer""",
        role_endings="leiter leiterin chef chefin sprecher sprecherin meister meisterin",
        masculine="er ihm der herr",
        feminine="sie ihr die frau",
        plurals="mehrere einige viele",
        stand_ins="""Gebäude Bauwerk Werk Gesellschaft Firma Unternehmen Gruppe Konzern Organisation
            Verein Verband Einrichtung Klub Team Stiftung Agentur Bündnis Kommission Union Projekt
            Programm Vorhaben Veranstaltung Anlage Ort Denkmal Dokument Text Fahrzeug Land Staat
            Stadt Gemeinde Region""",
        no_names="""kontakt pressekontakt stadt gemeinde amt ministerium verein gesellschaft
            gruppe universität institut stiftung presse medien hinweis quelle foto bild anhang
            zitat zitate über weitere""",
        introductions=(
            "(das |ein )?(zitate?|worte?|aussage|stellungnahme|kommentar|statement) (von"
            "|der|des)|laut"
        ),
        asked="""sagte sagt gesagt erklärte erklärt betonte betont äußerte geäußert meinte meint
            behauptete behauptet schrieb geschrieben dankt dankte begrüßt begrüßte bedauert
            bedauerte hofft hoffte warnt warnte verspricht versprach lobt lobte findet""",
        say="""sagen denkt dachte fordert forderte gefordert kritisiert kritisierte""",
        what_said="""was (hat|haben|hatte) {speaker} {said}
            was {said} {speaker}""",
        said_on="zu|zum|zur|über",
        said_of="von|vom|an",
        first_person="ich wir uns mich unser unsere",
        authors=(
            "laut wem|von wem (ist|sind|stammt|stammen) (das|der|die|dieses|dieser|diese) (zitat"
            "|satz|worte|aussage)"
        ),
    ),
    answers=parts.AnswerWords(
        joins="und oder aber sowie noch",
        both="und sowie",
        another="ein_weiteres eine_weitere ein_weiterer das_andere die_andere das_zweite",
        either="und oder",
        to="bis",
        ranges="von/bis zwischen/und",
        multiples="tausend million millionen milliarde milliarden",
        units="""euro dollar franken pfund jahr jahre jahren monat monate monaten tag tage tagen
            woche wochen stunde stunden minute minuten meter metern kilometer kilometern hektar
            tonne tonnen liter grad prozent punkt punkte""",
        several="welche welchen",
        articles="der die das den dem ein eine einen",
        alone="hat ist war wird wurde",
        whom="wen wem",
        passive="wurde wurden wird werden worden ward",
        by="von vom durch",
        nameless="er sie ihn ihm ihnen jemand jemanden jemandem jeder alle andere wer man",
        opposites="""offn* geoffn* eroffn* / schliess* schloss* geschlossen*, steig* stieg* gestieg*
            erhoh* zunahm* wuchs* / sink* sank* gesunken* fiel* gefallen* verringer* ruckgang*,
            kauf* gekauft* erwarb* erworben* / verkauf*, gewinn* gewann* gewonnen* sieg* / verlier*
            verlor* niederlag*, eingestellt* einstell* / entlass*, gegrundet* grundet* grundung* /
            aufgelost* auflos*, heirat* geheirat* / geschieden* scheidung*, angenommen* billig*
            gebilligt* zustimm* zugestimmt* / ablehn* abgelehnt*, erlaub* genehmig* / verbot*
            verbiet*, beginn* begann* begonnen* / endet* geendet*, import* einfuhr / export*
            ausfuhr, unterstutz* / widersetz* blockier*, gebaut* / abriss* abgerissen* zerstor*,
            freigelassen* freilass* / verhaftet* festgenommen* inhaftier*, ernannt* ernenn* /
            rucktritt* zuruckgetreten*, maxim* hochst* / minim* niedrigst*, monatlich* pro_monat /
            jahrlich* pro_jahr / taglich* pro_tag / wochentlich* pro_woche, rot rote roten roter
            rotes / orange / gelb* / grun* / blau* / schwarz* / weiss weisse weissen weisser
            weisses, nord nordlich* norden / sud sudlich* suden, ost ostlich* osten / west westlich*
            westen, frauen / herren manner, jungen / madchen, privat* / offentlich*, brutto* /
            netto*, links linke linken / rechts rechte rechten, fruhling* fruhjahr* / herbst* /
            winter* / sommer*""",
        announces="""kündigte angekündigt verkündete verkündet eröffnete eröffnet weihte
            eingeweiht stellte vorgestellt präsentierte präsentiert besuchte besucht begrüßte
            begrüßt lobte gelobt würdigte gewürdigt erklärte erklärt sagte betonte betont
            bestätigte bestätigt versprach versprochen traf empfing besichtigte besichtigt
            dankte""",
        benefits="für",
        origins="""stammt_d stammt_e stammt_die stammt_der stammt_das stammen_die / stamm* datier*
            gebaut erbaut bau* errichte* gegrund* geschaff* fertig* eingeweiht eroffnet
            jahrhundert* unterzeichn* veroffentlich* beschloss*""",
        beginnings="""ernannt* gewahlt* wahl ubern* gegrundet* grundung grundete eroffn* begann
            begonnen beginn* start* eingefuhr* trat tritt getreten eingerichtet* geschaffen
            antritt amtsantritt erstmals einweih* geboren beitritt""",
        endings="""ende endet endete beendet* ablauf* lauft abgelauf* geschloss* schliess*
            frist verlass* rucktritt zuruckget* aufgehort verlanger* stichtag tod starb""",
        undoes="""abgesag* absag* ablehn* abgelehn* lehnt* zuruckgewies* gebroch* aufgelos*
            auflos* zuruckgezog* zuruckzieh* ruckzug* verlass* verliess* aufgegeb* aufgab*
            rucktritt* zuruckgetret* zurucktret* ausgesetzt* verbot* verbiet* verschob* geschloss*
            schliess* schloss* entlass* gestrich* abgeschaff* boykott* verhinder* gescheiter*
            scheiter* ausgeschloss* weigert* verweiger* gestoppt* bestritt* zerstor* abgeriss*
            zuruckgeruf* abgeschalt* beend* eingestell* verlor* verlier*""",
        beside="mit",
        neighbours="benachbart* nachbar* konkurrent* wettbewerber* rival*",
        not_so="beobachter beobachterin kandidat kandidatin bewerber bewerbung wünscht verhandelt",
        unrealised="""soll sollen sollte sollten plant planen plante pruft prufen pruf* forder*
            verlang* hofft hoffen
            hoffte will wollen wollte wunsch* erwag* vorgesehen droht drohen bittet bitten
            empfiehlt beabsichtig* strebt streben""",
        declines="verzicht* weiger*",
        superlatives="""am_meisten meisten wenigsten beste besten grosste grossten kleinste
            hochste langste alteste jungste / mehr rekord* erste* hauptsach* maxim* minim*
            mehrheit* grosst* hochst* spitze* einzig* nie""",
        reasons="""weil da denn grund gründen wegen aufgrund infolge dank um zu damit ursache
            verursach* nach deshalb daher darum ziel soll sollen führte führten folge durch
            angesichts mangels bedingt begründ* zwecks aus nachdem""",
        receives="erhalt erhielt erhielten erhalten bekommt bekam bekamen bekommen",
        gives="uberreicht* ubergab ubergibt ubergeben verleiht verlieh verliehen vergibt vergab",
        wishes="fordert fordern forderte gefordert verlangt verlangen verlangte",
        against="gegenüber nach gegen statt",
        objects="den dem einen einem denen ihn ihm ihnen seinen seinem ihren ihrem diesen diesem",
        recipients="an",
        opponents="gegen",
        deeds={
            "found": "gründen gründet gründete gegründet / gründer gründerin",
            "design": """entwerfen entwirft entwarf entworfen konzipiert konzipierte /
                architekt architektin""",
            "build": """bauen baut baute gebaut errichten errichtet errichtete erbaut
                erbaute / erbauer""",
            "write": """schreiben schreibt schrieb geschrieben verfassen verfasst verfasste
                / autor autorin verfasser verfasserin""",
            "compose": "komponieren komponiert komponierte / komponist komponistin",
            "paint": "malen malt malte gemalt / maler malerin",
            "invent": "erfinden erfindet erfand erfunden / erfinder erfinderin",
            "discover": "entdecken entdeckt entdeckte / entdecker entdeckerin",
            "buy": "kaufen kauft kaufte gekauft erwerben erwirbt erwarb erworben / käufer käuferin",
            "sell": "verkaufen verkauft verkaufte / verkäufer verkäuferin",
            "win": "gewinnen gewinnt gewann gewonnen / sieger siegerin gewinner gewinnerin",
            "lose": "verlieren verliert verlor verloren / verlierer verliererin",
            "beat": """besiegen besiegt besiegte schlagen schlägt schlug geschlagen
                bezwingen bezwang bezwungen""",
            "finance": "finanzieren finanziert finanzierte bezahlen bezahlt bezahlte / geldgeber",
            "own": "besitzen besitzt besaß gehört / eigentümer eigentümerin besitzer besitzerin",
            "dismiss": "entlassen entlässt entließ gefeuert",
            "appoint": "ernennen ernennt ernannte ernannt berufen berief",
            "replace": "ersetzen ersetzt ersetzte ablösen abgelöst / nachfolger nachfolgerin",
            "give": """überreichen überreicht überreichte übergeben übergab übergibt
                schenken schenkt schenkte geschenkt verleihen verleiht verlieh
                verliehen""",
            "receive": "erhalten erhält erhielt bekommen bekommt bekam / preisträger preisträgerin",
            "lend": "leihen leiht lieh geliehen ausgeliehen",
            "open": "eröffnen eröffnet eröffnete einweihen eingeweiht",
            "sign": """unterzeichnen unterzeichnet unterzeichnete unterschreiben
                unterschrieb unterschrieben""",
            "publish": """veröffentlichen veröffentlicht veröffentlichte herausgegeben /
                herausgeber herausgeberin""",
            "make": "herstellen hergestellt / hersteller",
            "organise": """organisieren organisiert organisierte veranstalten veranstaltet /
                veranstalter veranstalterin""",
            "coach": "trainieren trainiert trainierte / trainer trainerin",
            "rescue": "retten rettet rettete gerettet / retter retterin",
            "arrest": "verhaften verhaftet verhaftete festgenommen festnehmen",
            "kill": "töten tötet tötete getötet",
            "order": "anordnen angeordnet",
            "launch": "starten startet startete gestartet",
            "restore": """restaurieren restauriert restaurierte renovieren renoviert
                renovierte sanieren saniert sanierte""",
            "elect": "wählen wählt wählte gewählt",
            "welcome": "empfangen empfängt empfing begrüßen begrüßt begrüßte",
            "congratulate": "gratulieren gratuliert gratulierte beglückwünscht",
            "thank": "danken dankt dankte gedankt",
            "criticise": "kritisieren kritisiert kritisierte",
            "decorate": "auszeichnen ausgezeichnet",
            "suspend": "suspendieren suspendiert suspendierte sperren gesperrt",
            "exclude": "ausschließen ausgeschlossen disqualifiziert disqualifizierte",
            "run": "betreiben betreibt betrieb betrieben / betreiber betreiberin",
            "lead": "leiten geleitet führen führt geführt",
            "chair": "präsidieren präsidiert",
            "invite": "einladen eingeladen",
            "accompany": "begleiten",
            "visit": "besuchen besucht",
            "present": "vorstellen vorgestellt präsentieren präsentiert enthüllen enthüllt",
            "approve": "genehmigen genehmigt gebilligt billigte",
            "reject": "ablehnen abgelehnt abweisen abgewiesen zurückgewiesen",
            "demolish": "abreißen abgerissen",
            "destroy": "zerstören zerstört",
            "steal": "stehlen stiehlt stahl gestohlen / dieb diebin",
            "attack": "angreifen angegriffen",
            "treat": "behandeln behandelt versorgt",
            "deliver": "liefern liefert geliefert ausgeliefert",
            "equip": "ausrüsten ausgerüstet ausgestattet",
            "accuse": "beschuldigen beschuldigt",
            "convict": "verurteilen verurteilt",
            "investigate": "ermitteln ermittelt untersuchen untersucht",
            "warn": "warnen warnt gewarnt alarmiert",
            "support": "unterstützen unterstützt",
            "choose": "auswählen ausgewählt",
            "negotiate": "verhandeln ausgehandelt verhandelt",
            "adapt": "adaptieren adaptiert bearbeitet",
            "translate": "übersetzen übersetzt / übersetzer übersetzerin",
            "develop": "entwickeln entwickelt / entwickler",
            "produce": "produzieren produziert / produzent produzentin",
            "repair": "reparieren repariert",
            "rebuild": "wiederaufbauen wiederaufgebaut",
            "reopen": "wiedereröffnen",
            "repaint": "streichen streicht strich gestrichen",
            "plan": "planen plant geplant",
            "sponsor": "sponsern sponsert gesponsert gesponsort",
            "christen": "taufen tauft getauft",
            "pilot": "fliegen fliegt flog geflogen / pilot pilotin",
            "hire": "verpflichten angeworben",
            "light": "anzünden angezündet entzündet",
            "leave": "verlassen verlässt verließ",
            "resign": "zurücktreten zurückgetreten",
            "propose": "vorschlagen vorgeschlagen",
            "extinguish": "löschen löscht gelöscht",
            "install": "installieren installiert",
            "represent": "vertreten vertritt vertrat verteidigt",
        },
        than="als",
        year_before="""vorjahr vorjahres vorjahrs jahr_zuvor jahr_davor jahr_vorher
            vorangegangenen_jahr vorigen_jahres""",
        year_earlier="ein_jahr_zuvor ein_jahr_davor ein_jahr_früher",
        years_earlier="jahre_zuvor jahre_davor jahre_früher jahre_vorher",
        more="mehr weniger",
    ),
    memberships=parts.MembershipWords(
        asked="""mitglied mitglieder beigetreten beitreten tritt treten angehören gehört gehören
            partner teil angeschlossen aufgenommen""",
        asked_left="ausgetreten verlassen verlässt verließ ausgeschlossen austritte",
        joins=(
            r"tritt|treten|trat|traten|ist|sind|gehört|gehören|wird|werden|schließt sich"
            r"|schließen sich|wurde|wurden|haben|unterzeichnen"
        ),
        leaves=(
            r"verlässt|verlassen|verließ(?:en)?|tritt aus|treten aus"
            r"|(?:seinen|ihren) (?:austritt|rückzug)"
        ),
        admits=(
            r"beitritt (?:von|der|des)?|aufnahme (?:von|der|des)?|mitglied(?:er)? ?:"
            r"|begrüßt(?:e|en)?|heißt|(?:vereint|umfasst)(?: nun)?"
        ),
        expels=r"austritt (?:von|der|des)?|ausschluss (?:von|der|des)?",
    ),
    measures=parts.MeasureWords(
        percent="prozent",
        dimensions={
            "height": "hohe hoch hohen hoher",
            "length": "lange lang langen langer",
            "width": "breite breit breiten",
            "depth": "tiefe tief tiefen",
            "thickness": "dicke dick",
            "diameter": "durchmesser",
            "revenue": "umsatz umsatze umsatzerlose erlose",
            "profit": "gewinn gewinne nettogewinn jahresuberschuss",
        },
        units={
            "money": "euro € dollar $ franken pfund cent",
            "time": """jahr jahre jahren monat monate monaten tag tage tagen woche wochen
                stunde stunden minute minuten sekunden jahrhundert jahrzehnt""",
            "length": "meter metern kilometer kilometern km m cm",
            "area": "hektar ha km² m² quadratkilometer quadratmeter",
            "mass": "tonne tonnen kilo kilogramm kg gramm",
            "volume": "liter litern hektoliter m³ kubikmeter kubikmetern",
            "energy": """kwh mwh gwh twh kw mw gw kilowattstunden megawattstunden gigawattstunden
                terawattstunden kilowatt megawatt gigawatt""",
            "share": "% prozent punkt punkte",
            "clock": "uhr mittag mitternacht",
            "temperature": "° grad celsius",
            "speed": "km/h kmh stundenkilometer knoten",
        },
        sizes="zahl anzahl menge",
        scales={"time": "lange alt", "length": "tief breit", "any": "lang hoch groß schwer"},
        ages="alt alter ältest* jüngst*",
        asked={
            "energy": "strom elektrizität energie leistung",
            "money": """geld zahlen zahlten bezahlte bezahlten kosten kostet kostete kosteten
                gekostet zahlt zahlte gezahlt
                bezahlt preis budget betrag gehalt summe umsatz gewinn nettogewinn
                jahresüberschuss einnahmen erlös dividende investition investitionssumme""",
            "time": "zeit dauer dauert dauerte alter alt lange",
            "length": "höhe länge breite tiefe entfernung hoch lang tief weit",
            "area": "fläche",
            "mass": "gewicht wiegt schwer",
            "share": "prozent prozentsatz anteil rate",
            "clock": "wie_viel_uhr",
            "temperature": "temperatur temperaturen höchsttemperatur",
            "speed": "geschwindigkeit wie_schnell",
        },
        how_much="wie_viel wieviel",
        amounts="""kein keine keiner wenige viele mehrere einige dutzend dutzende hunderte tausende
            meisten mehrheit alle hälfte drittel viertel""",
        people="person personen menschen leute",
        counted={
            "dead": "tote toten getötet getötete opfer todesopfer starben ums_leben",
            "injured": "verletzte verletzten",
            "jobs": "arbeitsplätze stellen jobs",
            "staff": """mitarbeiter mitarbeiterinnen mitarbeitende beschäftigte beschäftigten
                arbeitnehmer angestellte belegschaft personal beschäftigt menschen
                personen""",
            "inhabitants": "einwohner bewohner bevölkerung",
            "visitors": "besucher besucherinnen gäste zuschauer eintritte menschen personen",
            "passengers": "fahrgäste passagiere reisende fluggäste",
            "participants": "teilnehmer teilnehmerinnen teilnehmende",
            "births": "geburten babys neugeborene",
            "copies": "exemplare",
            "members": "mitglieder",
            "votes": "stimmen",
            "soldiers": "soldaten truppen",
            "states": "länder staaten",
            "households": "haushalte familien",
            "companies": "unternehmen firmen betriebe",
            "homes": "wohnungen",
            "pupils": "schüler schülerinnen studierende studenten kinder",
            "teachers": "lehrer lehrkräfte",
            "doctors": "ärzte ärztinnen mediziner",
            "nurses": "pflegekräfte krankenschwestern",
            "patients": "patienten",
            "volunteers": "ehrenamtliche freiwillige helfer",
            "towns": "gemeinden städte kommunen",
            "vehicles": "fahrzeuge autos lastwagen",
            "ships": "schiffe boote",
            "trains": "züge triebwagen",
            "buses": "busse",
            "trees": "bäume",
            "beds": "betten",
            "rooms": "zimmer",
            "seats": "plätze sitze stellplätze",
            "tickets": "tickets karten fahrscheine",
            "books": "bücher bände",
            "films": "filme",
            "farms": "höfe bauernhöfe",
            "schools": "schulen",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="{}?",
        opens="und aber also dann",
        about="""was_ist_mit wie_sieht_es_mit wie_steht_es_mit wie_sieht_es_in wie_sieht_es_bei
            wie_war_es_mit wie_ist_es_mit""",
        that_one="das_von die_von der_von",
        tails="genau denn das dann aus",
        said=r"wer (hat|hatte) (das|dies|es) (denn )?(gesagt|behauptet|erklärt)"
        r"|wer (sagt|sagte|behauptet) (das|dies)",
        who_said="Wer hat „{words}“ gesagt?",
        subjects="er:m sie:f ihn:m ihm:m",
        stressed="ihm:m ihr:f ihnen: ihn:m sie:f",
        possessives="""sein:der seine:die seinen:den seinem:dem seiner:der ihr:der ihre:die
            ihren:den ihrem:dem ihrer:der""",
        of="von",
        demonstratives="dieser diese dieses diesen diesem",
        relations="""Nachfolger Nachfolgerin Vorgänger Vorgängerin Stellvertreter Stellvertreterin
            Frau Mann Ehefrau Ehemann Vater Mutter Sohn Tochter Bruder Schwester Partner Partnerin
            Chef Chefin Amtskollege Amtskollegin Anwalt Anwältin Gründer Gründerin""",
        who_is="Wer ist {noun}?",
        genders="die:f",
        titles_of_women="frau",
        which_is="der:was_ist_der die:was_ist_die das:was_ist_das den:was_ist_der dem:was_ist_das",
        contractions="in+dem:im an+dem:am von+dem:vom zu+dem:zum zu+der:zur bei+dem:beim",
        in_territory="die:in_der der:im das:im",
        places="in im",
        added="für",
        these="diese",
        that="das",
        what_noun="",
        degrees=True,
        with_subject="{asks} {verb} {subject} {rest}",
        participles=r"ge\w+(t|en)|\w+ge\w+(t|en)|(be|emp|er|ver|ent|zer|miss|unter)\w+(t|en)|\w+iert"
        r"|statt|bei|ab|an|auf|aus|ein|vor|zu|mit|teil|werden|haben|sein",
        times_before_participle=True,
        year="",
        this_release=r"(in|laut) (dieser|diesem) (pressemitteilung|mitteilung|text|dokument)",
    ),
    events={
        "born": "geboren geburt geburtstag / gebor* geburt* gebur* geb getauft",
        "open": """eroffn* offnet offnen offnete geoffnet eingeweiht einweihung / offn*
            einweih* weiht* start* beginn* betrieb empfan*""",
        "close": """stillgelegt stilllegung geschlossen schliesst schliessen schloss schliessung /
            schlie* schlo* beend* ende endet aufgegeb* eingestellt""",
        "build": """gebaut erbaut errichtet baute bauten / bau* erbau* gebau* erricht* neubau*
            entsteh* entstand* fertig* architekt* aus_dem_jahr stammt auftrag* bestell* liefer*""",
        "demolish": """abgerissen abriss abreissen zerstort zerstoren zerstorung / abge*
            abriss* riss* zerstor* niedergebrann* brand* beschadig* gesprengt""",
        "found": """gegrundet grundete grundeten grunder grunderin grundung / grund* gegrund*
            geschaff* entstand* entsteh* ins_leben start* seit""",
        "appoint": """ernannt ernennt ernannte ernennung berufen / ernann* ernenn* beruf*
            gewahl* wahl* nachfolg* ubernimm* ubernahm* ubernehm* amt wird neue neuer tritt
            bestell*""",
        "elect": """gewahlt wahlte wahlten wiedergewahlt / wahl* gewahl* wiedergewahl* stimm*
            nachfolg* amt ernann* mandat""",
        "dismiss": """entlassen entliess entlassung gekundigt gefeuert abberufen / entlass*
            entlie* gekundig* feuer* abberuf* abgesetz* stellenabbau* trenn* nachfolg* abgelos*""",
        "resign": """zuruckgetreten zurucktreten rucktritt zurucktrat / zuruck* rucktritt*
            tritt trat verlass* verliess* abgang* niedergelegt aufgeb* aufgab*""",
        "retire": "ruhestand pensioniert / rente pension* ruhestand* verlass* abschied*",
        "die": """tote toten todesopfer starb starben gestorben tod verstorben / sterb* stirb*
            starb* gestorb* todes* totlich* verstorb* ums_leben getotet* opfer* leiche* ermord*
            beerdig* umgekomm* verungluck*""",
        "kill": """getotet totete totet ermordet / getot* totung tod tote toten ermord* mord*
            erschoss* opfer* ums_leben gestorb* starb*""",
        "marry": """geheiratet heiratete heiratet heirat / heirat* geheirat* hochzeit* ehe
            ehefrau ehemann frau mann trau*""",
        "divorce": "geschieden scheidung / scheid* trenn* getrennt",
        "injure": """verletzt verletzte verletzten verwundet / verletz* verwund* unfall*
            krankenhaus opfer*""",
        "arrest": """verhaftet festgenommen inhaftiert verhaftung / verhaft* festge* festnahm*
            haft* inhaft* gefang* gefass* polizei""",
        "free": "freigelassen freilassung befreit / frei* befrei* entlass* gerett*",
        "convict": """verurteilt verurteilung / verurteil* urteil* straf* gericht* schuldig*
            prozess* haft*""",
        "sue": "verklagt klage klagte / klag* verklag* gericht* anzeig* prozess*",
        "accuse": """beschuldigt angeklagt / beschuldig* anklag* angeklag* vorgeworf* vorwurf*
            wirft verdacht* prozess*""",
        "buy": """gekauft kaufte kauft kaufen erworben erwarb ankauf / kauf* gekauf* erwerb*
            erwarb* erworb* verkauf* ubern* preis* bezahl* zahl*""",
        "sell": """verkauft verkaufte verkaufen verkauf / verkauf* kauf* gekauf* abgesetz*
            absatz* veraus* versteig* erwerb* erworb*""",
        "steal": """gestohlen stahl stehlen geraubt / gestohl* stahl* dieb* raub* geraub*
            einbruch* verschw*""",
        "win": """gewonnen gewann gewinnt gewinnen gewinner gewinnerin sieger siegerin /
            gewinn* gewann* gewonn* sieg* besieg* preis auszeichn* ausgezeichn* geehrt erhalt*
            erhielt* erste* meister*""",
        "lose": """verloren verlor verliert verlieren / verlor* verlier* niederlag* unterlag*
            unterleg* verlust* besieg* ruckgang*""",
        "sign": """unterzeichnet unterzeichnete unterschrieben unterzeichnung / unterzeichn*
            unterschr* vertrag* abkomm* vereinbar* beschl*""",
        "adopt": """verabschiedet beschlossen angenommen gebilligt / verabschied* beschl*
            angenomm* annahm* billig* gebillig* zustimm* zugestimm* genehmig* einigt*""",
        "veto": "veto / blockier* ablehn* abgelehn* lehnt*",
        "refuse": """abgelehnt lehnte verweigert zuruckgewiesen weigerte / ablehn* abgelehn*
            lehn* verweiger* weiger* zuruckw* zuruckgew* nicht kein keine gegen blockier*""",
        "accept": """angenommen akzeptiert akzeptierte / annahm* annehm* angenomm* akzept*
            zustimm* zugestimm* billig* gebillig*""",
        "propose": """vorgeschlagen vorschlag / vorschl* vorgeschl* schlag* schlug* plan*
            entwurf* vorgeleg* leg*""",
        "cancel": """abgesagt absage annulliert storniert / absag* abgesag* annull* stornier*
            gestrich* entfall* entfiel* ausgefall* aufgehob*""",
        "postpone": """verschoben verschob verschiebung vertagt / verschob* verschieb* vertag*
            verspat* spater""",
        "strike": """gestreikt streikte streikten streik streiken / streik* gestreik*
            arbeitskampf* ausstand*""",
        "publish": """veroffentlicht veroffentlichte erschienen herausgegeben / veroffentlich*
            erschien* erschein* herausg* publiz* vorgelegt* vorgestell*""",
        "withdraw": """zuruckgezogen zog_zuruck zuruckziehen / zuruck* ruckzug* abzug* abgezog*
            verlass* verliess*""",
        "rise": """stieg gestiegen steigt erhoht zugenommen gewachsen / steig* stieg* gestieg*
            erhoh* zunahm* zugenomm* wachs* wuchs* mehr plus hoher*""",
        "fall": """sank gesunken sinkt fiel gefallen gesenkt zuruckgegangen / sink* sank*
            gesunk* fiel* fallen fallt gefall* senk* gesenk* ruckgang* verringer* reduzier*
            weniger minus""",
        "ban": "verboten verbot verbietet / verbot* verbiet* untersag* illegal* sperr* gesperr*",
        "restore": """restauriert saniert renoviert / restaur* sanier* renovier* umbau*
            instand* wiederherg*""",
        "burn": """verbrannt abgebrannt gebrannt brannte / brann* brand* gebrann* verbrann*
            feuer* flamm*""",
        "explode": "explodiert explodierte explosion / explo* bomb* detonier* anschlag*",
        "drown": "ertrunken ertranken / ertr* gesunk*",
        "evacuate": "evakuiert / evakuier* geraum* verlass*",
        "kidnap": "entfuhrt entfuhrung geisel geiseln / entfuhr* geisel* losegeld*",
        "attack": """angegriffen griff_an angriff uberfallen / angriff* angegriff* greif*
            uberfall* anschlag*""",
        "expel": """ausgewiesen ausgeschlossen ausschluss / ausgeschl* ausschl* ausgewies*
            abgeschob* sperr* gesperr*""",
        "suspend": """ausgesetzt suspendiert / aussetz* ausgesetz* suspend* unterbr* gestopp*
            eingestell*""",
        "hire": """eingestellt angestellt / einstell* eingestell* stell* angestell*
            arbeitsplatz* anwerb*""",
        "compose": "komponiert komponist komponistin / kompon* musik* werk* schrieb* geschrieb*",
        "design": """entworfen entwarf / entwurf* entworf* entwarf* architekt* plan* geplan*
            gestalt* design*""",
        "donate": """gespendet spendete gestiftet / spend* gespend* stift* gestift* geschenk*
            schenk* ubergab* erhalt*""",
        "criticise": """kritisiert kritisierte / kriti* bemangel* verurteil* protest* gegen
            bedauer* vorwurf* vorgeworf*""",
        "fell": "gefallt / fall* baum* holz*",
        "damage": "beschadigt / beschadig* schad* zerstor*",
        "vaccinate": "geimpft / impf* geimpf* dos*",
        "flood": "uberflutet uberschwemmt / uberflut* uberschwemm* hochwasser* flut*",
        "acquit": "freigesprochen / freispr* freigespr* unschuld*",
        "reopen": "wiedereroffn* / eroffn* wieder",
        "leave": """verliess verlassen abgereist abgefahren / verlass* abreis* abfahr* geht
            ging gehen weg zuruck* gewechselt wechsel* kundig*""",
        "write": "schrieb geschrieben verfasst / schr* geschr* verfass* autor* buch brief* text*",
        "pay": """gezahlt bezahlt ausgezahlt zahlte / zahl* gezahl* bezahl* ausgezahl* uberw*
            erhalt* finanzier* spend* gespend* beitrag* kosten kauf* gekauft ubernahm*
            ubernomm* erwarb* erworb* kost* preis*""",
        "freeze": "eingefroren / einfrier* eingefror* friert",
        "move": """umgezogen zog_um umzug verlegt / umzieh* umzog* umgezog* umzug* verleg*
            zieh* zog*""",
        "abolish": """abgeschafft gestrichen abschaffung / abschaff* abgeschaff* streich*
            gestrich* strich* abbau* aufgelos* wegfall*""",
        "end": "endete beendet geendet zu_ende / end* beend* geend* schlie* geschl* bis",
        "install": """installiert eingebaut / install* einbau* eingebau* montier* aufgestell*
            aufstell* einricht* eingericht* grund* gegrund* sitz* ansiedl* angesiedel* eroffn*""",
        "translate": "ubersetzt ubersetzer ubersetzerin / ubersetz*",
        "collapse": "eingesturzt einsturz / einsturz* eingesturz* sturz*",
        "discover": "entdeckt entdeckte entdeckung / entdeck* gefund* fund* fand* nachgew*",
        "sink": """gesunken sank versank versenkt untergegangen / gesunk* sank* sink* versank*
            versenk* versunk* untergeg* untergang* kenter* gekenter* schiffbruch*""",
        "extend": """verlangert verlangerung ausgebaut verbreitert /
            verlanger* erweiter* ausgebaut* ausbau* verbreiter* vergross* langer breiter""",
        "rename": """umbenannt umbenennung / umbenenn* umbenann* umgetauft heisst nam* hiess
            benannt*""",
        "merge": """fusioniert fusion fusionierte / fusion* zusammenschl* zusammengeschl*
            verschmelz* verschmolz* ubernahm* ubernomm* vereinig*""",
        "rescue": "gerettet rettung / rett* gerett* geborg* bergung*",
    },
)
