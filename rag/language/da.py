"""Danish."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    QuestionWords,
    ReleaseWords,
    TermWords,
)

LANGUAGE = Language(
    code="da",
    beside=("en", "no"),
    calendar=Calendar(
        months=(
            "januar, jan.",
            "februar, feb.",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august, aug.",
            "september, sept.",
            "oktober, okt.",
            "november, nov.",
            "december, dec.",
        ),
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        before_day="den, d.",
        after_weekday="den, d.",
        day_suffixes=".",
        before_month="i",
        before_year="år, i, siden",
    ),
    terms=TermWords(
        spelled_out="å:aa ø:oe",
        stemmer="danish",
        letters="øåæé",
        common="""og i at er det til en af på for den der som med de har ikke et fra vil også""",
    ),
    releases=ReleaseWords(
        labels="pressemeddelelse",
        date_labels="dato",
        published="offentliggjort|publiceret|udgivet|udgivelsesdato",
        updated="(senest |sidst )?(opdateret|ændret)",
        before_date="den",
    ),
    questions=QuestionWords(
        when="hvornår når",
        who="hvem hvis",
        where="hvor",
        how_many="hvor_mange hvor_meget",
        why="hvorfor",
        how="hvordan",
        what="hvad",
        yes_no="er var har havde kan skal blev",
        verbs="er var har havde blev kan skal",
        greetings="""hej goddag godmorgen god_aften farvel tak mange_tak hvordan_går_det
            hvem_er_du ja
            nej""",
    ),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldrig|ingen)\b"""),
)
