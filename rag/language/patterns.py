"""Make regular expressions from the words and templates of the language files."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy

GAP = r"(?:\s{1,3})"
DASH = r"[-\u2010-\u2015]"
APOSTROPHE = "['\u2019]"
YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# Without the letters' case, at which the compiler looks one by one.
_LETTER_OR_ACCENT = r"(?-i:[\w\u0300-\u036f])"
START = f"(?<!{_LETTER_OR_ACCENT})"
END = f"(?!{_LETTER_OR_ACCENT})"
# The keys in ``Words.places`` for the numbers that may be a year, a day of a month, and for those
# with a full stop.
A_YEAR, A_DAY, A_DOTTED_NUMBER = "0000", "00", "0."

_WORD = re.compile(r"[^\W\d_]+")
_SPELT_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
# No expression reaches this many characters before or after one of its words.
_REACH = 160
_A_YEAR = re.compile(YEAR)
_A_DOTTED_NUMBER = re.compile(r"\d\.")
_A_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CODE = re.compile(r"[A-Z]{1,2}(?=[1-9])|(?<=[1-9])\s?[A-Z]{1,2}")
_NAMED = re.compile(r"\{([a-z_]+)\}")
_CAPTURED = re.compile(r"(?<!\\)\((?!\?)")
_SPELLINGS = {" ": GAP, "-": DASH, "'": APOSTROPHE, "ß": "(?:ß|ss)"}
# One kind of dash and of apostrophe.
_ONE_MARK = {**dict.fromkeys(range(0x2010, 0x2016), "-"), 0x2019: "'"}


class _Spelt(dict[int, str]):
    """The pattern of each letter in all its spellings, for ``str.translate``."""

    def __init__(self, otherwise: Callable[[str], str]) -> None:
        super().__init__()
        self._otherwise = otherwise

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        decomposed = unicodedata.normalize("NFD", letter)
        if letter in _SPELLINGS or decomposed == letter:
            self[code] = _SPELLINGS.get(letter, self._otherwise(letter))
        else:
            self[code] = f"(?:{letter}|{decomposed})"
        return self[code]


_IN_WORDS = _Spelt(re.escape)
_IN_TEMPLATES = _Spelt(lambda letter: letter)


def listed(words: str) -> list[str]:
    """The words and phrases of a list with commas."""
    return [word for word in (part.strip() for part in words.split(",")) if word]


def _folded(word: str) -> str:
    return word.casefold() if word.isascii() else unicodedata.normalize("NFC", word.casefold())


def plain(text: str) -> str:
    """A text in the form in which words are compared.

    It has small letters, single blanks, composed accents, and one kind of dash and of apostrophe.
    """
    spaced = " ".join(text.split())
    if spaced.isascii():
        return spaced.casefold()
    return unicodedata.normalize("NFC", spaced).casefold().translate(_ONE_MARK)


def anchors(words: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase. A text without any of them holds none of the phrases."""
    return frozenset(max(_WORD.findall(plain(word)), key=len, default="") for word in words)


def template(text: str, named: Mapping[str, str] | None = None) -> str:
    """The regular expression of a template.

    Args:
        text: the template.
        named: the regular expressions of the names in braces.

    Raises:
        KeyError: the template has a name that ``named`` lacks.
    """
    parts = _NAMED.split(_CAPTURED.sub("(?:", text))
    return "".join(
        (named or {})[part] if at % 2 else part.translate(_IN_TEMPLATES)
        for at, part in enumerate(parts)
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    Without words it matches nothing.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    spelt = "|".join(word.translate(_IN_WORDS) for word in ordered)
    return f"(?:{spelt.replace('ss', '(?:ss|ß)')})" if ordered else "(?!)"


def either(patterns: Iterable[str]) -> str:
    """A regular expression for any of some, of which empty ones are left out.

    Without any it matches nothing.
    """
    return f"(?:{'|'.join(filter(None, patterns)) or '(?!)'})"


def led_by(words: Iterable[str]) -> str:
    """A regular expression for one of the words and the blank after it.

    After a dash or an apostrophe the blank may be missing.
    """
    there = list(words)
    bound = any_of(word for word in there if word[-1] in "'-")
    apart = any_of(word for word in there if word[-1] not in "'-")
    return rf"(?<!\w)(?:{bound}{GAP}?|{apart}{GAP})"


class Words:
    """The words of ``text[start:stop]`` and where they stand.

    Attributes:
        places: offsets in the text of each word in small letters; of capitals beside a digit
            ("T3"); and, under ``A_YEAR`` and the other keys, of numbers.
    """

    __slots__ = ("_start", "_stop", "places")

    def __init__(self, text: str, start: int, stop: int) -> None:
        self._start, self._stop = start, stop
        spelt: dict[str, list[int]] = {}
        for match in _SPELT_WORD.finditer(text, start, stop):
            spelt.setdefault(match.group(), []).append(match.start())
        self.places: dict[str, list[int]] = {}
        for word, places in spelt.items():
            self.places.setdefault(_folded(word), []).extend(places)
        for key, number in (
            (A_YEAR, _A_YEAR), (A_DAY, _A_DAY), (A_DOTTED_NUMBER, _A_DOTTED_NUMBER)
        ):  # fmt: skip
            found = [match.start() for match in number.finditer(text, start, stop)]
            if found:
                self.places[key] = found
        for match in _CODE.finditer(text, start, stop):
            self.places.setdefault(match.group().strip(), []).append(match.start())

    def outside(self, spans: Sequence[tuple[int, int]]) -> Words:
        """The words that begin in none of some spans of the text."""
        inside = {at for low, high in spans for at in range(low, high)}
        apart = (
            (word, [at for at in places if at not in inside])
            for word, places in self.places.items()
        )
        left = copy(self)
        left.places = {word: places for word, places in apart if places}
        return left

    def around(self, needs: tuple[frozenset[str], ...]) -> list[tuple[int, int]]:
        """The stretches of the text in which a pattern with these ``needs`` may match.

        Returns:
            (start, end) of each stretch, in order. They do not overlap.
        """
        there = {
            needed: sorted(at for word in needed & self.places.keys() for at in self.places[word])
            for needed in needs
        }
        stretches: list[tuple[int, int]] = []
        for at in min(there.values(), key=len):
            low, high = max(self._start, at - _REACH), min(self._stop, at + _REACH)
            if stretches and low <= stretches[-1][1]:
                low = stretches.pop()[0]
            stretches.append((low, high))
        return [
            (low, high)
            for low, high in stretches
            if all(
                bisect_left(places, high) - bisect_left(places, low) >= needs.count(needed)
                for needed, places in there.items()
            )
        ]


class Pattern:
    """A regular expression that ignores case and is compiled at its first use.

    Args:
        regex: the regular expression, or a function that makes it.
        needs: sets of words (see ``anchors``), one or more. Every match holds at least one word of
            each set, and two of a set that is named twice.
    """

    __slots__ = ("_compiled", "_regex", "needs")

    def __init__(self, regex: str | Callable[[], str], *needs: frozenset[str]) -> None:
        self._regex = regex
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None

    def matches(self, text: str, words: Words) -> Iterator[re.Match[str]]:
        """Its matches. Only stretches with its words are searched, as most text holds no date."""
        stretches = words.around(self.needs)
        if stretches and self._compiled is None:
            regex = self._regex if isinstance(self._regex, str) else self._regex()
            self._compiled = re.compile(regex, re.IGNORECASE)
        for low, high in stretches:
            yield from self._compiled.finditer(text, low, high)  # type: ignore[union-attr]
