"""Chinese."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="zh",
    file_names="zh",
    terms=TermWords(script="\u4e00-\u9fff"),
    questions=QuestionWords(
        anywhere="什么时候 甚么时候 什麼時候 何时 何時 哪一年 哪年 哪一天 哪天 几时",
        greetings="你好 您好 早上好 晚上好 再见 谢谢 你是谁 你好吗 是 不是",
        asking="为什么 是否 有没有 能否 谁 誰 什么 什麼 哪 为什么 為什麼 多少 几 如何 怎么 吗 嗎",
        period=PeriodWords(
            after_year="年",
            after_month="月",
        ),
    ),
)
