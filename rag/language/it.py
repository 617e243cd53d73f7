"""Italian."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    QuestionWords,
    ReleaseWords,
    SentenceWords,
    SpeechWords,
    TermWords,
)

LANGUAGE = Language(
    code="it",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(),
    questions=QuestionWords(),
    claims=ClaimWords(),
    speech=SpeechWords(),
)
