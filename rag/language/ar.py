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
        who="من",
        where="أين",
        how_many="كم",
        why="لماذا",
        how="كيف",
        what="ما ماذا",
        yes_no="هل",
        greetings="""مرحبا السلام_عليكم صباح_الخير مساء_الخير أهلا شكرا شكرا_جزيلا كيف_حالك
            من_أنت نعم لا""",
        period=PeriodWords(year="عام سنة العام بعام لعام وعام"),
    ),
)
