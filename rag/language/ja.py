"""Japanese."""

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
    code="ja",
    file_names="ja",
    calendar=Calendar(
        day_signs=("年", "月", "日"),
        eras=(("令和", 2018), ("平成", 1988), ("昭和", 1925)),
    ),
    terms=TermWords(script="\u3040-\u30ff\u4e00-\u9fff"),
    releases=ReleaseWords(
        labels="プレスリリース|報道発表(資料)?|記者発表(資料)?",
        published="(公開|掲載|発表|配信)(日|日時|年月日)",
        updated="(最終)?更新(日|日時|年月日)?",
    ),
    questions=QuestionWords(
        anywhere="いつ 何年 何月 何日",
        greetings="""こんにちは おはよう おはようございます こんばんは さようなら ありがとう
            ありがとうございます お元気ですか あなたは誰ですか はい いいえ""",
        asking="誰 何 どこ なぜ どう いくつ いくら どの",
        period=PeriodWords(
            after_year="年",
            after_month="月",
        ),
    ),
)
