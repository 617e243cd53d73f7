"""Chinese."""

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
    code="zh",
    file_names="zh",
    calendar=Calendar(
        day_signs=("年", "月", "日"),
        eras=(("中華民國", 1911), ("民國", 1911)),
    ),
    terms=TermWords(script="\u4e00-\u9fff"),
    releases=ReleaseWords(
        labels="新闻稿|新聞稿|新闻发布|新聞發布",
        published="(发布|發布|发表|發表)(时间|時間|日期)|(发布|發布|发表|發表)于",
        updated="(更新|修改)(时间|時間|日期)|更新于",
    ),
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
