"""Japanese."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ja",
    file_names="ja",
    terms=TermWords(script="\u3040-\u30ff\u4e00-\u9fff"),
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
