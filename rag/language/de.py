"""German."""

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
    code="de",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""aber alle als also am an auch auf aus bei bin bis da damit das dass dem den
            denn der des die dies diese dieser dieses doch durch ein eine einem einen einer
            eines er es für hat haben hatte ich ihm ihr ihre im in ist ja kann kein keine mit
            nach nicht noch nun nur ob oder sein seine sich sie sind so über um und uns von vor
            wann war waren warum was welche welcher welches wem wen wenn wer werden wie wieder
            will wir wird wo wurde wurden zu zum zur""",
        stemmer="german",
    ),
    questions=QuestionWords(
        when="wann",
        who="wer wen wem wessen",
        where="wo wohin woher",
        how_many="wie_viel wie_viele wieviel wieviele",
        why="warum weshalb wieso",
        how="wie",
        which="welcher welche welches welchem welchen",
        what="was wofür wozu womit wodurch worüber woran worauf wovon",
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
        period=PeriodWords(
            months="""januar|jänner februar märz april mai juni juli august september oktober
                november dezember""",
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
    times=TimeWords(
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
    ),
    claims=ClaimWords(
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
    speech=SpeechWords(),
)
