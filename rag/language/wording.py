"""Patterns that find words in a text: as they are written, or without accents and elisions."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.registry import known
from rag.language.terms import fold, plain
from rag.language.words import UNSPACED

_APOSTROPHES = "'’‘ʼ＇`´"
_APOSTROPHE = f"[{_APOSTROPHES}]"
_WORD = re.compile(r"[^\W_]+")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_MARK = "[\u0300-\u036f]*"
# What may stand between two words of a phrase that is not found as it is written.
_BETWEEN = r"[\W_]{1,4}"
# The letters that have another form without their accent: Latin, Greek, Cyrillic.
_ACCENTED = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))


@lru_cache(maxsize=512)
def as_written(text: str, *, begins: bool = False) -> re.Pattern[str]:
    """A pattern for words as they are written, in small letters or capitals, with any blanks and
    apostrophes.

    Args:
        text: with at least one letter or digit.
        begins: whether the last word may go on.
    """
    parts = [_written(part) for part in text.split()]
    return _compiled(r"\s+".join(parts), text, text, begins)


@lru_cache(maxsize=512)
def unaccented(text: str, language: str | None, *, begins: bool = False) -> re.Pattern[str]:
    """A pattern for words without regard to accents, hyphens, marks, and what is elided before
    them ("l’", "d’").

    Args:
        text: with at least one letter or digit.
        language: ISO 639-1, whose elisions are left out; None for none.
        begins: whether the last word may go on.
    """
    elided = "|".join(known(language or "").terms.elided.split())
    bare = plain(text)
    if elided:
        left = re.sub(rf"(?<!\w)(?:{elided})'(?=\w)", "", bare)
        bare = left if _WORD.search(left) else bare
    words = _WORD.findall(fold(bare))
    optional = rf"(?:(?:{elided}){_APOSTROPHE})?" if elided else ""
    between = _BETWEEN if not _IS_UNSPACED.search(bare) else r"[\W_]{0,4}"
    body = f"{between}{optional}".join(map(_letters, words))
    return _compiled(body, words[0], words[-1], begins)


def words_near(text: str, wanted: tuple[re.Pattern[str], ...], distance: int) -> list[int]:
    """Where words stand close to each other, in any order.

    Args:
        wanted: a pattern for each word, two or more.
        distance: how many other words may stand between the first and the last.

    Returns:
        For each such place the offset of its first word, in order.
    """
    starts = [match.start() for match in _WORD.finditer(text)]
    number = {start: n for n, start in enumerate(starts)}
    places: list[tuple[int, int]] = []
    for kind, pattern in enumerate(wanted):
        found = [number[m.start()] for m in pattern.finditer(text) if m.start() in number]
        if not found:
            return []
        places += [(at, kind) for at in found]
    places.sort()
    last: dict[int, int] = {}
    result: list[int] = []
    for at, kind in places:
        last[kind] = at
        if len(last) == len(wanted):
            first = min(last.values())
            if at - first + 1 - len(wanted) <= distance and starts[first] not in result[-1:]:
                result.append(starts[first])
    return sorted(set(result))


def _compiled(body: str, first: str, last: str, begins: bool) -> re.Pattern[str]:
    before = r"(?<!\w)" if _is_spaced(first[0]) else ""
    after = "" if begins or not _is_spaced(last[-1]) else r"(?!\w)"
    return re.compile(before + body + after, re.IGNORECASE)


def _is_spaced(letter: str) -> bool:
    return re.match(r"\w", letter) is not None and not _IS_UNSPACED.match(letter)


def _written(part: str) -> str:
    return "".join(_APOSTROPHE if c in _APOSTROPHES else re.escape(c) for c in part)


def _letters(word: str) -> str:
    singles, pairs = _accented()
    parts: list[str] = []
    at = 0
    while at < len(word):
        pair = word[at : at + 2]
        single = f"[{re.escape(word[at])}{singles.get(word[at], '')}]{_MARK}"
        if pair in pairs:
            second = f"[{re.escape(pair[1])}{singles.get(pair[1], '')}]{_MARK}"
            parts.append(f"(?:{single}{second}|[{pairs[pair]}]{_MARK})")
            at += 2
        else:
            parts.append(single)
            at += 1
    return "".join(parts)


@lru_cache(maxsize=1)
def _accented() -> tuple[dict[str, str], dict[str, str]]:
    """The accented letters of each letter, and the letters that stand for two ("œ")."""
    singles: dict[str, str] = {}
    pairs: dict[str, str] = {}
    for letters in _ACCENTED:
        for letter in map(chr, letters):
            bare = fold(plain(letter))
            if bare == letter or not letter.isalpha() or not bare.isalpha():
                continue
            if len(bare) == 1:
                singles[bare] = singles.get(bare, "") + letter
            elif len(bare) == 2:
                pairs[bare] = pairs.get(bare, "") + letter
    return singles, pairs
