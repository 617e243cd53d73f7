"""Korean."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    Language,
    PeriodWords,
    QuestionWords,
    ReleaseWords,
    TermWords,
)

LANGUAGE = Language(
    code="ko",
    calendar=Calendar(day_signs=("년", "월", "일")),
    terms=TermWords(script="\uac00-\ud7af"),
    releases=ReleaseWords(
        labels="보도 ?자료",
        published="(등록|게시|배포|작성)일(시|자)?",
        updated="(최종 ?)?수정일(시|자)?",
    ),
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
