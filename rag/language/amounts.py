"""Read a number in figures or words: "12 000", "douze mille", "1,5 million"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from rag.language.patterns import listed
from rag.language.registry import known, read_with
from rag.language.terms import plain
from rag.language.words import any_of, unjoined
from rag.lazy import dataclass, regex

# "12 000", "12.000", "12,5", "1.234,5"
_FIGURES = regex(
    r"(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?![\d])"
)
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_SEPARATOR = regex(r"[.,]")
_YEAR = regex(r"(?:1[89]|20|21)\d\d")
_UNIT = regex(r"[\s\u00a0\u202f]*([^\W\d_]+|[%€$£‰])")
_SIGN = regex(r"[ \u00a0\u202f]?[%€$£‰]")
# "22 M$", "40,6 Md€", "1,4 Mrd. Euro"
_SHORT_MONEY = regex(
    r"[\s\u00a0\u202f]*(?P<multiple>k|mds?|mrds?|mio|mn|m|bn|g)\.?[\s\u00a0\u202f]*"
    r"(?P<unit>[$€£¥]|(?:eur|euros?|usd|dollars?|chf|francs?|cad|gbp)(?![^\W\d_]))",
    re.IGNORECASE,
)
# "$3.5m": the sign stands before the number
_SIGN_BEFORE = regex(r"(?P<unit>[$€£¥])[ \u00a0\u202f]?[\d.,' \u00a0\u202f’]*\d$")
_SHORT_MULTIPLE = regex(
    r"[ \u00a0\u202f]?(?P<multiple>k|mds?|mrds?|mio|mn|m|bn|b)(?![^\W_])", re.IGNORECASE
)
CURRENCY_BEFORE = regex(r"(?:US|CA|A)?[$€£¥] ?$")
_LONGEST_FIGURES = 24
_SHORT = {"k": 3, "m": 6, "mn": 6, "mio": 6}  # the others are 10⁹
_EXPONENTS = {"1000": 3, "million": 6, "10⁹": 9}
# The languages in which text2num reads numbers in words.
_SPELLED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
# The languages that write decimals behind a comma.
_DECIMAL_COMMA = frozenset(
    "bg ca cs da de el es fi fr hr hu id it nl no pl pt ro ru sr sv tr uk".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that words state.

    Attributes:
        value: the number.
        is_vague: whether the words say that it is not exact ("environ").
        unit: the unit of measure behind it, in small letters; ``""`` if there is none.
    """

    value: Decimal
    is_vague: bool
    unit: str


def read_amount(text: str, language: str | None, before: str = "") -> Amount | None:
    """The first number in a text; None if it has none. A year counts only if it is the only one.

    Args:
        text: few words, such as an answer's.
        language: ISO 639-1 code; None if it is not known.
        before: what stands before them, which may say that the number is not exact.
    """
    text = plain(text.replace("\u2019", "'"))
    found = list(_FIGURES.finditer(text))
    if not found:
        text = _in_figures(text, language)
        found = list(_FIGURES.finditer(text))
    if not found:
        return None
    match = next((one for one in found if not _YEAR.fullmatch(one.group())), found[0])
    value, end = _number(match.group(), language), match.end()
    led_by = f"{plain(before)} {text[: match.start()]}"
    is_vague = _vague(language).search(led_by) is not None
    short = _short_money(text, end)
    if short is not None:
        multiple, unit, _end = short
        return Amount(value.scaleb(_SHORT.get(multiple, 9)).normalize(), is_vague, unit)
    multiples = _multiple(language)
    while True:
        word = multiples.match(text, end)
        if word is None:
            break
        value = value.scaleb(_exponents(language)[word.group("word")])
        end = word.end()
    return Amount(value.normalize(), is_vague, _unit(text, end, language))


def find_amounts(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    """Where the numbers in a part of a text stand, with their multiples and signs, in order.

    Numbers in words are found in the languages whose numbers are known; "one" alone is none.

    Args:
        text: any text.
        start, end: the part, in characters.
        language: ISO 639-1 code; None if it is not known.
    """
    found = [(match.start(), match.end()) for match in _FIGURES.finditer(text, start, end)]
    found += _in_words(text, start, end, language)
    placed: list[tuple[int, int]] = []
    for first, last in sorted(found):
        if not placed or first >= placed[-1][1]:
            placed.append((first, min(end, end_of_amount(text, last, language))))
    return placed


@lru_cache(maxsize=512)
def tells_number(text: str, language: str | None) -> bool:
    """Whether a text has a number, in figures or in words, or another word for how many."""
    if any(map(str.isdecimal, text)):
        return True
    said = not _telling(language).isdisjoint(_WORD.findall(plain(text)))
    return said or bool(_in_words(text, 0, len(text), language))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, as the library reads words."""

    match: re.Match[str]

    def text(self) -> str:
        return self.match.group().replace("\u2019", "'")

    def nt_separated(self, previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def _in_words(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    if language not in _SPELLED:
        return []
    from text_to_num import find_numbers

    tokens = [_Token(match) for match in _WORD.finditer(text, start, end)]
    return [
        (tokens[one.start].match.start(), tokens[one.end - 1].match.end())
        for one in find_numbers(tokens, language)
        if tokens[one.start].match.group()[0].isalpha()
    ]


def start_of_amount(text: str, low: int, start: int, language: str | None) -> int:
    """The beginning of a number that begins at ``start``, with the currency before it and the words
    that say that it is not exact ("près de"); not before ``low``."""
    sign = CURRENCY_BEFORE.search(text, max(low, start - 4), start)
    start = sign.start() if sign else start
    before = text[low:start]
    led_by = plain(before)
    found = _vague(language).search(led_by) if len(led_by) == len(before) else None
    return low + found.start() if found else start


def end_of_amount(text: str, end: int, language: str | None) -> int:
    """The end of a number whose figures end at ``end``, with its multiple and its sign."""
    short = short_money(text, end)
    if short:
        return short
    body = text[end : end + 24]
    word = _multiple(language).match(body.casefold())
    stop = word.end() if word else 0
    sign = _SIGN.match(body, stop)
    return end + (sign.end() if sign else stop)


def short_money(text: str, end: int) -> int:
    """The end of the money behind a number whose figures end at ``end``, where it is written
    shortly ("22 M$", "$22m"); 0 if it is not."""
    found = _short_money(text, end)
    return found[2] if found else 0


def _short_money(text: str, end: int) -> tuple[str, str, int] | None:
    """The multiple, the unit and the end of money that is written shortly."""
    found = _SHORT_MONEY.match(text, end)
    if found:
        return found["multiple"].casefold(), found["unit"], found.end()
    multiple = _SHORT_MULTIPLE.match(text, end)
    sign = _SIGN_BEFORE.search(text, max(0, end - _LONGEST_FIGURES), end) if multiple else None
    if multiple is None or sign is None:
        return None
    return multiple["multiple"].casefold(), sign["unit"], multiple.end()


def _number(figures: str, language: str | None) -> Decimal:
    """The value of figures. The last mark is the decimal mark unless three figures follow it and
    the language parts thousands so."""
    whole, fraction = figures, ""
    marks = _SEPARATOR.findall(figures)
    if marks:
        before, after = re.split(r"[.,](?=[^.,]*$)", figures)
        decimal = "," if language is None or language in _DECIMAL_COMMA else "."
        if len(after) != 3 or (marks[-1] == decimal and marks.count(decimal) == 1):
            whole, fraction = before, after
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


def _in_figures(text: str, language: str | None) -> str:
    """The text with its numbers in figures, in a language whose numbers are known."""
    if language not in _SPELLED:
        return text
    from text_to_num import alpha2digit

    return str(alpha2digit(text, language))


def _unit(text: str, end: int, language: str | None) -> str:
    """The unit of measure behind a number, behind "de" too."""
    of = _of(language).match(text, end)
    word = _UNIT.match(text, of.end() if of else end)
    return word.group(1) if word and word.group(1) in _units(language) else ""


@lru_cache(maxsize=16)
def _units(language: str | None) -> frozenset[str]:
    words = [w for one in read_with(language) for w in one.measures.units.values()]
    return unjoined(plain(" ".join(words)))


@lru_cache(maxsize=16)
def _telling(language: str | None) -> frozenset[str]:
    """The words for numbers, multiples and amounts, but "one"."""
    words = [
        word
        for one in read_with(language)
        for word in (
            *(number for number, value in one.numbers.items() if value != 1),
            one.answers.multiples,
            one.measures.amounts,
        )
    ]
    return unjoined(plain(" ".join(words)))


@lru_cache(maxsize=16)
def _of(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"[\s\u00a0\u202f]+{any_of(plain(known(language).answers.of))}")


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
    of = any_of(plain(known(language).answers.of))
    return re.compile(rf"[\s\u00a0\u202f]+(?:{of}\s*)?(?P<word>{words})(?!\w)")
