"""Dutch."""

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
    code="nl",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""aan al als bij dat de deze die dit door een en er had heeft hebben het hij hoe
            hun ik in is kan maar met na naar niet of om onder ook op over te tot uit van voor
            waar waarom wanneer waren was wat welke werd werden wie wordt worden ze zich zij
            zijn""",
        stemmer="dutch",
    ),
    questions=QuestionWords(
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
        period=PeriodWords(
            months="""januari februari maart april mei juni juli augustus september oktober november
                december""",
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
    times=TimeWords(
        telling="""na nadat voor voordat tijdens gedurende sinds sedert tot toen wanneer terwijl
            eeuw eeuwen tijdperk periode tijd leeftijd eind einde begin midden jaar jaren maand
            maanden week weken dag dagen lente voorjaar zomer herfst najaar winter ochtend avond
            nacht uur uren middag middernacht""",
        units="jaar jaren maand maanden week weken dag dagen uur uren minuut minuten",
        in_year="in jaar",
        before_year="sinds rond vanaf",
        dateline="Op {date}, {text}",
        lead_in="op de van in sinds vanaf",
    ),
    claims=ClaimWords(
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
    speech=SpeechWords(),
)
