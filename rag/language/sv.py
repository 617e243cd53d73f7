"""Swedish."""

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
    code="sv",
    calendar=Calendar(
        months=(
            "januari, jan.",
            "februari, feb.",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti, aug.",
            "september, sept.",
            "oktober, okt.",
            "november, nov.",
            "december, dec.",
        ),
        weekdays=(
            "måndag, måndagen",
            "tisdag, tisdagen",
            "onsdag, onsdagen",
            "torsdag, torsdagen",
            "fredag, fredagen",
            "lördag, lördagen",
            "söndag, söndagen",
        ),
        before_day="den",
        after_weekday="den",
        day_suffixes=":e",
        before_month="i",
        before_year="år, i, sedan",
    ),
    terms=TermWords(
        spelled_out="å:aa ä:ae ö:oe",
        letters="äåöé",
        common="""och i att är det som en på för av med den till de har inte ett om från var""",
        stop_words="""att av de den det dem där eller en ett för från ha har hur hon han i inte kan
            med när och om på sig ska som till under var vad varför vem vid vilka vilken är""",
        stemmer="swedish",
    ),
    releases=ReleaseWords(
        labels="pressmeddelande|pressinformation",
        date_labels="datum",
        published="publicerad(e|es|t)?|publiceringsdatum",
        updated="(senast )?(uppdaterad|ändrad)(es|t)?",
        before_date="den",
    ),
    questions=QuestionWords(
        when="när",
        who="vem vilka vems",
        where="var vart varifrån",
        how_many="hur_många hur_mycket",
        why="varför",
        how="hur",
        what="vad",
        yes_no="är var har hade kan ska blev",
        verbs="är var har hade blev kan ska",
        greetings="""hej god_morgon god_dag god_kväll hejdå tack tack_så_mycket snälla hur_mår_du
            vem_är_du ja nej""",
    ),
    claims=ClaimWords(negation=r"""\b(?:inte|aldrig|ingen|inget)\b"""),
)
