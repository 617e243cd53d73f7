"""Text that a language model wrote."""

from __future__ import annotations

from typing import Any

from rag.lazy import dataclass
from rag.types.basic import Reason
from rag.types.release import Citation


@dataclass(frozen=True, slots=True)
class GeneratedSentence:
    """A sentence that a language model wrote, checked against the passages that it cites.

    Attributes:
        text: as the model wrote it, without control characters and list markers.
        citations: the most similar sentence of each passage that it cites; empty if it cites no
            passage that exists.
        supported: whether it passed all checks.
        reason: why it is not supported; None if it is.
    """

    text: str
    citations: tuple[Citation, ...]
    supported: bool
    reason: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{text, citations, supported, reason}``; ``reason`` is a sentence in the language of
        the messages, or ``""``."""
        from rag.phrases import reason_in_words

        return {
            "text": self.text,
            "citations": [citation.to_dict() for citation in self.citations],
            "supported": self.supported,
            "reason": reason_in_words(self.reason),
        }


@dataclass(frozen=True, slots=True)
class Generated:
    """Text that a language model wrote from the hits. It is shown with the answer and never
    replaces it.

    Attributes:
        model: its name in the settings.
        sentences: all sentences in order, also those that the passages do not support.
        note: why there is no sentence, or no supported one; None if there is one.
    """

    model: str
    sentences: tuple[GeneratedSentence, ...]
    note: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{model, sentences, note}``; ``note`` is a sentence in the language of the messages, or
        ``""``."""
        from rag.phrases import reason_in_words

        return {
            "model": self.model,
            "sentences": [sentence.to_dict() for sentence in self.sentences],
            "note": reason_in_words(self.note),
        }
