"""Marks at the beginning and the end of lines: bullets, numbers of items, ends of sentences."""

from __future__ import annotations

import re

from rag.corpus.lines import SENTENCE_END

_BULLETS = "•·▪■□▫‣◦●○◆◇◊►▶▸➢➤➔→✓✔❖※⁃∙"
_OWN = r"\ue000-\uf8ff"  # private characters of symbol fonts
_BULLET = re.compile(rf"[{_BULLETS}{_OWN}][ \t\u00a0\u202f]*|[*–—-][ \t\u00a0\u202f]+")
_SECOND_LEVEL = re.compile(r"o[ \t\u00a0]+(?=[^\W\d_])")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]°?|\d{1,2}°)(?=[ \t\u00a0]|$)")
_ALONE = re.compile(
    rf"(?:[{_BULLETS}{_OWN}*–—-]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]°?)[ \t\u00a0]*"
)


def is_mark(text: str) -> bool:
    """Whether a text is only a bullet or the number of an item."""
    return len(text) <= 6 and _ALONE.fullmatch(text) is not None


def bullet_end(text: str) -> int:
    """The offset of the text behind a bullet; 0 without a bullet."""
    found = _BULLET.match(text) or _SECOND_LEVEL.match(text)
    return found.end() if found and found.end() < len(text) else 0


def is_numbered(text: str) -> bool:
    """Whether a line begins with the number of an item or a section."""
    return _NUMBER.match(text) is not None


def is_terminal(text: str) -> bool:
    """Whether a line may end a sentence."""
    return SENTENCE_END.search(text) is not None or text.rstrip()[-1:] in tuple(":;：；")
