"""Thai."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="th",
    terms=TermWords(script="\u0e00-\u0e7f"),
    questions=QuestionWords(
        anywhere="เมื่อไร เมื่อไหร่ เมื่อใด วันไหน ปีไหน วันที่เท่าไ",
        greetings="สวัสดี สวัสดีครับ สวัสดีค่ะ ขอบคุณ คุณเป็นใคร ใช่ ไม่ใช่",
        asking="ใคร อะไร ที่ไหน ทำไม อย่างไร เท่าไร กี่",
    ),
)
