"""Words that a line's end broke: whether the hyphen was put there by the break or is the word's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from rag.corpus.formats.pdf.pieces import HYPHEN
from rag.language.identification import detect_language
from rag.language.language import Language
from rag.language.registry import languages
from rag.language.release_words import release_words

_DASHES = "-\u2010\u2011"
_LAST = re.compile(rf"[^\W_]+(?:[{_DASHES}’'][^\W_]+)*$")
_FIRST = re.compile(rf"[^\W_]+(?:[{_DASHES}][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RARE = 0.02  # a text fewer of whose lines end so was not hyphenated
_STEM = 2  # letters at a word's end that may differ ("sous-marin", "sous-marines")


def ends_broken(text: str) -> bool:
    """Whether a line ends with a hyphen right behind a letter or digit."""
    if text[-1:] == HYPHEN:
        return True
    return len(text) > 1 and text[-1] in _DASHES and text[-2].isalnum()


class Hyphens:
    """What the words of a document tell about those that its line ends break."""

    def __init__(self, lines: list[str]) -> None:
        """
        Args:
            lines: the lines of the document in reading order.
        """
        self._words: Counter[str] = Counter()
        broken = [number for number, text in enumerate(lines) if ends_broken(text)]
        if not broken:
            return
        self._words.update(_words(lines, broken))
        self._starts = _starts(self._words)
        self._hyphenated = len(broken) > max(2, _RARE * len(lines))
        if not self._hyphenated:
            pairs = (_parts(lines[n], lines[n + 1]) for n in broken if n + 1 < len(lines))
            self._hyphenated = any(pair is not None and self._known(*pair) is True for pair in pairs)
        self._sample = " ".join(lines[len(lines) // 3 :][:8])
        self._many = len(lines) >= 40

    def stays(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line is the word's, given the line after it."""
        parts = _parts(before, after)
        return parts is None or not self._was_put_there(*parts)

    def _was_put_there(self, last: str, first: str) -> bool:
        known = self._known(last, first)
        if known is not None:
            return known
        if any(c.isdigit() for c in last + first) or (first[0].isupper() and not last.isupper()):
            return False
        if len(last) == 1 or any(dash in last for dash in _DASHES) or first[1:2] in tuple(_DASHES):
            return False
        if self._is_compound(last.casefold(), first.casefold(), tuple(languages().values())):
            # The language's own words count alone: "co-ordination" is English, and not French.
            code = detect_language(self._sample)
            read = tuple(known for known in languages().values() if known.code == code)
            if self._is_compound(last.casefold(), first.casefold(), read):
                return False
        return self._hyphenated or not self._many

    @staticmethod
    def _is_compound(last: str, first: str, read: tuple[Language, ...]) -> bool:
        heads, tails = _compounds(read)
        return bool(heads.fullmatch(last) or tails.fullmatch(first))

    def _known(self, last: str, first: str) -> bool | None:
        """What the other words tell; None for nothing."""
        joined, kept = (last + first).casefold(), f"{last}-{first}".casefold()
        counts = self._words[joined], self._words[kept]
        if counts[0] != counts[1]:
            return counts[0] > counts[1]
        whole, apart = _stem(joined) in self._starts, _stem(kept) in self._starts
        return whole if whole != apart else None


def _words(lines: list[str], broken: list[int]) -> list[str]:
    """The words of all lines, without those that a line's end breaks."""
    whole = lines.copy()
    for number in broken:
        whole[number] = whole[number].rpartition(" ")[0]
        if number + 1 < len(whole):
            whole[number + 1] = whole[number + 1].partition(" ")[2]
    return _WORD.findall("\n".join(whole).casefold())


def _starts(words: Iterable[str]) -> set[str]:
    return {_stem(word) for word in words if len(word) > 5}


def _stem(word: str) -> str:
    return word[: max(6, len(word) - _STEM)]


def _parts(before: str, after: str) -> tuple[str, str] | None:
    last, first = _LAST.search(before[:-1]), _FIRST.match(after)
    return (last.group(), first.group()) if last and first else None


@cache
def _compounds(read: tuple[Language, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words whose hyphen mostly stays, behind them and before them."""
    heads, tails = release_words("compound_heads", read), release_words("compound_tails", read)
    return re.compile(heads), re.compile(tails)
