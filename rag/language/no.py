"""Norwegian."""

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
    code="no",
    beside=("da", "en"),
    calendar=Calendar(
        months=(
            "januar, jan.",
            "februar, feb.",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august, aug.",
            "september, sept.",
            "oktober, okt.",
            "november, nov.",
            "desember, des.",
        ),
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        before_day="den",
        after_weekday="den",
        day_suffixes=".",
        before_month="i",
        before_year="år, i, siden",
    ),
    terms=TermWords(
        spelled_out="å:aa ø:oe",
        stemmer="norwegian",
        letters="øåæé",
        common="""og i å er det til en av på for som den med de har ikke et fra vil også""",
    ),
    releases=ReleaseWords(
        labels="pressemelding|nyhet",
        date_labels="dato",
        published="publisert|publiseringsdato",
        updated="(sist )?(oppdatert|endret)",
        before_date="den",
    ),
    questions=QuestionWords(
        when="når",
        who="hvem",
        where="hvor",
        how_many="hvor_mange hvor_mye",
        why="hvorfor",
        how="hvordan",
        what="hva",
        yes_no="er var har hadde kan skal ble",
        verbs="er var har hadde ble kan skal",
        greetings="""hei god_dag god_morgen god_kveld ha_det takk tusen_takk hvordan_går_det
            hvem_er_du
            ja nei""",
    ),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldri|ingen)\b"""),
)
