"""Read a number in figures or words: "12 000", "douze mille", "1,5 million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known, read_with
from rag.language.terms import plain
from rag.language.words import any_of

# "12 000", "12.000", "12,5", "1.234,5"
_FIGURES = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?![\d])"
)
_SEPARATOR = re.compile(r"[.,]")
_EXPONENTS = {"1000": 3, "million": 6, "10⁹": 9}
# Languages of the library that reads numbers in words.
_SPELLED = frozenset({"ca", "de", "en", "es", "fr", "it", "nl", "pt", "ru"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that words state.

    Attributes:
        value: the number.
        vague: whether the words say that it is not exact ("environ").
        behind: what stands behind the number, in small letters.
    """

    value: Decimal
    vague: bool
    behind: str


def read_amount(text: str, language: str | None) -> Amount | None:
    """The first number in a text; None if it has none.

    Args:
        text: few words, such as an answer's.
        language: ISO 639-1 code; None if it is not known.
    """
    text = text.replace("\u2019", "'")
    match = _FIGURES.search(text)
    if match is None:
        text = _in_figures(text, language)
        match = _FIGURES.search(text)
    if match is None:
        return None
    value, end = _number(match.group(), language), match.end()
    multiple = _multiple(language)
    while True:
        found = multiple.match(plain(text), end)
        if found is None:
            break
        value = value.scaleb(_exponents(language)[found.group("word")])
        end = found.end()
    vague = _vague(language).search(plain(text[: match.start()])) is not None
    return Amount(value.normalize(), vague, plain(text[end:]).strip())


def _number(figures: str, language: str | None) -> Decimal:
    """The value of figures. The last mark is the decimal mark unless three figures follow it and
    the language parts thousands so."""
    whole, fraction = figures, ""
    marks = _SEPARATOR.findall(figures)
    if marks:
        before, after = re.split(r"[.,](?=[^.,]*$)", figures)
        decimal = "." if language == "en" else ","
        if len(after) != 3 or (marks[-1] == decimal and marks.count(decimal) == 1):
            whole, fraction = before, after
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


def _in_figures(text: str, language: str | None) -> str:
    """The text with its numbers in figures, in a language whose numbers are known."""
    code = language if language in _SPELLED else None
    if code is None:
        return text
    from text_to_num import alpha2digit

    # "mille" and "million" stay, so that "1,5 million" and "douze mille" are read alike.
    return str(alpha2digit(text, code))


@lru_cache(maxsize=16)
def _vague(language: str | None) -> re.Pattern[str]:
    words = [
        word.replace(" ", "_")
        for one in read_with(language)
        for word in listed(one.calendar.relative.vague)
    ]
    return re.compile(rf"{any_of(plain(' '.join(words)))}\W*(?:\w{{1,3}}\W+)?$")


@lru_cache(maxsize=16)
def _exponents(language: str | None) -> dict[str, int]:
    return {
        plain(word): _EXPONENTS[value]
        for one in read_with(language)
        for value, words in one.claims.figures
        if value in _EXPONENTS
        for word in words.split()
    }


@lru_cache(maxsize=16)
def _multiple(language: str | None) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _exponents(language)), key=len, reverse=True)) or "(?!)"
    own: Language = known(language)
    of = any_of(plain(own.answers.of))
    return re.compile(rf"[\s\u00a0\u202f]+(?:{of}\s*)?(?P<word>{words})(?!\w)")
