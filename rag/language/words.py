"""Make patterns from word lists in the shorter notation of the language files.

The lists have blanks between the words, and ``_`` between words that belong together
("à_partir_de").
"""

from __future__ import annotations

import re

from rag.lazy import regex

# Scripts without spaces between words, and Korean, which writes its particles with the words.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED = regex(rf"[{UNSPACED}]")
# All of them and some other letters: it is compiled in a sixth of the time, and few texts match.
_MAY_BE_UNSPACED = regex("[^\0-\u0dff\u2000-\u2e7f]")


def any_of(*words: str) -> str:
    """A pattern for any of the words, the longest first; without words it matches nothing.

    It matches whole words. Words of scripts without spaces match anywhere.
    """
    found = sorted({word for listed in words for word in listed.split()}, key=_longest_first)
    plain = [word for word in found if _is_plain(word)]
    parts = [rf"(?<!\w)(?:{'|'.join(map(_spaced, plain))})(?!\w)"] if plain else []
    parts += [_whole(word) for word in found if not _is_plain(word)]
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


def is_unspaced(text: str) -> bool:
    """Whether a text has a character of a script without spaces between words."""
    return _MAY_BE_UNSPACED.search(text) is not None and _UNSPACED.search(text) is not None


def unjoined(*words: str) -> frozenset[str]:
    """The words, each once, with blanks instead of ``_``."""
    return frozenset(word.replace("_", " ") for listed in words for word in listed.split())


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def _is_plain(word: str) -> bool:
    return word[0].isalnum() and word[-1].isalnum() and not is_unspaced(word[0])


def _spaced(word: str) -> str:
    return re.escape(word).replace("_", r"\s+")


def _whole(word: str) -> str:
    """The pattern of a word that begins or ends with a mark ("n'", "n°"), or of such a script."""
    if is_unspaced(word[0]):
        return re.escape(word).replace("_", r"\s*")
    start = r"(?<!\w)" if word[0].isalnum() else ""
    return start + _spaced(word) + (r"(?!\w)" if word[-1].isalnum() else "")
