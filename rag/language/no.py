"""Norwegian."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="no",
    terms=TermWords(
        spelled_out="å:aa ø:oe",
        stemmer="norwegian",
        letters="øåæé",
        common="""og i å er det til en av på for som den med de har ikke et fra vil også""",
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
