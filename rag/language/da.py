"""Danish."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="da",
    terms=TermWords(
        spelled_out="å:aa ø:oe",
        stemmer="danish",
        letters="øåæé",
        common="""og i at er det til en af på for den der som med de har ikke et fra vil også""",
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
