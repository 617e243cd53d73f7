"""Tell when two hits are one release twice: two formats, a copy, a corrected version, a
translation."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from functools import lru_cache

from rag.language.registry import languages
from rag.language.release_words import corrected
from rag.lazy import regex
from rag.types import Hit, Release, SameRelease

_WORD = regex(r"[^\W_]+")
# Two texts of one language are the same from this share of common words on; where one says that it
# is corrected, from the lower share on.
_SAME, _SAME_CORRECTED = 0.9, 0.6
# Passages of a translation stand at the same place of their release, give or take this share.
_SAME_PLACE = 0.1
_CORRECTED = timedelta(days=7)


def is_copy(hit: Hit, other: Hit) -> bool:
    """Whether a hit is the same passage of the same release as another hit, from another file."""
    first, second = hit.release, other.release
    if first.id == second.id or not _may_be_one(first, second):
        return False
    if first.language == second.language:
        share = _share(first, second)
        texts = (hit.passage.text, other.passage.text), (first.body, second.body)
        return all(_alike(*pair, share) for pair in texts) and not _say_otherwise(hit, other)
    return _is_translation(first, second) and abs(_place(hit) - _place(other)) <= _SAME_PLACE


def _say_otherwise(hit: Hit, other: Hit) -> bool:
    """Whether each of two passages has a number or a name that the other one has not: a version
    that corrects a figure says something else. The dates of the releases do not count."""
    first, second = _own_text(hit), _own_text(other)
    return bool(_telling(first) - _every(second)) and bool(_telling(second) - _every(first))


def _own_text(hit: Hit) -> str:
    """The text of a passage without the date of its release."""
    own, text = hit.release.published.span, hit.passage.text
    if own is None:
        return text
    start, end = own.start - hit.passage.start, own.end - hit.passage.start
    return text[: max(0, start)] + text[max(0, end) :]


def _telling(text: str) -> set[str]:
    """The numbers and the words with a capital of a text, in small letters."""
    words = _WORD.findall(text)
    return {word.casefold() for word in words if word[0].isdigit() or word[0].isupper()}


def _every(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def same_release(first: Release, second: Release) -> SameRelease | None:
    """How two releases are one; None if they are two."""
    if not _may_be_one(first, second):
        return None
    if first.language != second.language:
        return "translation" if _is_translation(first, second) else None
    if not _alike(first.body, second.body, _share(first, second)):
        return None
    words = [_WORD.findall(one.body.casefold()) for one in (first, second)]
    return "copy" if words[0] == words[1] else "version"


def _may_be_one(first: Release, second: Release) -> bool:
    """Whether the dates allow it: a correction follows soon, a release that is repeated every month
    is another one each time."""
    bounds = [one.published.date.bounds if one.published.date else None for one in (first, second)]
    if bounds[0] is None or bounds[1] is None:
        return True
    (low, high), (other_low, other_high) = bounds[0], bounds[1]
    return low - _CORRECTED <= other_high and other_low - _CORRECTED <= high


def _share(first: Release, second: Release) -> float:
    """The share of common words from which on two releases of one language are the same."""
    said = any(_says_corrected(one.title, one.language) for one in (first, second))
    return _SAME_CORRECTED if said else _SAME


@lru_cache(maxsize=256)
def _says_corrected(title: str, language: str | None) -> bool:
    return corrected(language).search(title) is not None


def _alike(first: str, second: str, share: float) -> bool:
    """Whether two texts have so many words in common, of all that either has."""
    if first == second:
        return True
    shorter, longer = sorted((len(first), len(second)))
    if shorter < 0.5 * longer:
        return False
    (one, total), (two, other_total) = _words(first), _words(second)
    # What they share is at most this, which takes less long to find.
    most = len(one.keys() & two.keys()) + min(total - len(one), other_total - len(two))
    if most < share * (total + other_total - most):
        return False
    shared = (one & two).total()
    return shared >= share * (total + other_total - shared)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[Counter[str], int]:
    """How often a text has each word, and how many words it has."""
    counts = Counter(_WORD.findall(text.casefold()))
    return counts, counts.total()


def _is_translation(first: Release, second: Release) -> bool:
    """Whether two releases of different languages are one by their files' names: the same but for
    the language's code or name."""
    names = {_language_part().sub("", one.source).casefold() for one in (first, second)}
    return len(names) == 1 and first.source != second.source


@lru_cache(maxsize=1)
def _language_part() -> re.Pattern[str]:
    """A language's code or name in the name of a file or folder."""
    names = [word for one in languages().values() for word in one.file_names.split()]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(names)})(?![^\W_])", re.IGNORECASE)


def _place(hit: Hit) -> float:
    """Where a passage stands in its release, 0 to 1."""
    passage = hit.passage
    return (passage.start + passage.end) / 2 / max(1, len(hit.release.body))
