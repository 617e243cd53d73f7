"""Chinese."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="zh",
    file_names="zh",
    terms=TermWords(script="\u4e00-\u9fff"),
    questions=QuestionWords(
        anywhere="什么时候 甚么时候 什麼時候 何时 何時 哪一年 哪年 哪一天 哪天 几时",
        period=PeriodWords(
            after_year="年",
            after_month="月",
        ),
    ),
)
