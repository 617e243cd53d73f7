"""Arabic."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ar",
    file_names="ar",
    terms=TermWords(
        stemmer="arabic",
        script="\u0600-\u06ff",
    ),
    questions=QuestionWords(
        when="متى",
        which="أي",
        times="تاريخ يوم عام سنة",
        prepositions="في منذ حتى",
        period=PeriodWords(year="عام سنة العام بعام لعام وعام"),
    ),
)
