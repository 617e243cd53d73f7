"""Korean."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ko",
    terms=TermWords(script="\uac00-\ud7af"),
    questions=QuestionWords(
        anywhere="언제 몇년 몇_년 어느날 어느_날",
        period=PeriodWords(
            after_year="년",
            after_month="월",
        ),
    ),
)
