"""Korean."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ko",
    terms=TermWords(script="\uac00-\ud7af"),
    questions=QuestionWords(
        anywhere="언제 몇년 몇_년 어느날 어느_날",
        greetings="""안녕 안녕하세요 안녕하십니까 감사합니다 고맙습니다 누구세요 네 아니요 테스트
            도와주세요""",
        asking="누구 누가 무엇 어디 왜 어떻게 얼마나 몇",
        period=PeriodWords(
            after_year="년",
            after_month="월",
        ),
    ),
)
