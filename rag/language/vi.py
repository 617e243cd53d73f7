"""Vietnamese."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="vi",
    questions=QuestionWords(when="bao_giờ khi_nào"),
)
