"""Choose the headline among the lines above a release's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.corpus.lines import BULLET, TERMINAL, Line
from rag.language.terms import fold

_TITLE_MAX = 300
_QUESTION_OR_CALL = re.compile(r"[?!…？！][\s\u00a0»”\"’')\]]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_OPEN_END = re.compile(r"(?:[:–—-]|\b[^\W\d_]{1,3}['’]?)$")
_STEM = 7  # letters by which two words are taken for the same
_READ = 4_000


def may_be_title(line: Line, following: Line | None) -> bool:
    """Whether a line above the text may be its headline: not too long, and no sentence."""
    if len(line.text) > _TITLE_MAX or BULLET.match(line.text):
        return False
    if TERMINAL.search(line.text) is None:
        return True
    if following is None or len(line.text) > 160 or not following.gap:
        return False
    return _QUESTION_OR_CALL.search(line.text) is not None


def choose_headline(candidates: Sequence[Line], text: str) -> int | None:
    """The position of the headline among the lines above a text; None if there are no lines.

    It is the first line, unless a later one has clearly more in common with the text: a headline
    says in few words what the text says, a letterhead or a menu does not.

    Args:
        candidates: lines that ``may_be_title``, in order.
        text: what comes after the first of them.
    """
    if not candidates:
        return None
    found = [_in_common(line.text, text[:_READ]) for line in candidates]
    best = max(range(len(found)), key=lambda position: (found[position], -position))
    first = found[0]
    is_name = _is_name(candidates[0].text) and best > 0 and not _is_name(candidates[best].text)
    return best if found[best] >= first + (1 if is_name or first == 0 else 3) else 0


def goes_on(title: Line, line: Line) -> bool:
    """Whether a line right below the headline's first line is its second line."""
    if line.gap or len(title.text) + len(line.text) > _TITLE_MAX or BULLET.match(line.text):
        return False
    if TERMINAL.search(line.text) is not None:
        return False
    both_capitals = title.text.isupper() and line.text.isupper()
    return line.text[0].islower() or both_capitals or _OPEN_END.search(title.text) is not None


def _in_common(line: str, text: str) -> int:
    """How many of a line's words the text has, by their first letters; the line itself does not
    count where the text repeats it."""
    words = {_stem(word) for word in _WORD.findall(line)}
    there = {_stem(word) for word in _WORD.findall(text.replace(line, " "))}
    return min(6, len(words & there))


def _stem(word: str) -> str:
    return fold(word.casefold())[:_STEM]


def _is_name(line: str) -> bool:
    """Whether a line looks like a name: few words, all longer ones with a capital."""
    words = _WORD.findall(line)
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words)
