"""Compare the facts of a sentence with its source: quotes, dates, numbers, names, negations.

Each function returns what is in the sentence but not in its source. Words are read in the language
of the source and in the languages that the sentence may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.language import analyse, find_dates, likely_languages
from rag.language.language import Language
from rag.language.questions import question_months
from rag.language.registry import known, languages
from rag.language.words import any_of, unjoined
from rag.partial_date import PartialDate

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'"))
_WORD = re.compile(r"[^\W\d_]+")

# Text in quotation marks. The opening or the closing mark may be missing.
_QUOTED = re.compile(
    r"«([^«»]*)(?:»|\Z)|\A([^«»]*)»|[“„]([^“”„]*)(?:”|\Z)|\A([^“”„]*)”|\"([^\"]*)(?:\"|\Z)"
)
# Grouped digits (twelve thousand is 12 000, 12,000, 12.000 or 12'000), or digits with decimals.
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


class _Words(NamedTuple):
    """The words of some languages, prepared for comparing.

    Attributes:
        figures: digits for each number word.
        times: words of time that are not names, such as weekdays and months.
        titles, openings: as in ``ClaimWords``.
        negation, without: patterns for negations, and for words such as "without".
    """

    figures: dict[str, str]
    times: frozenset[str]
    titles: frozenset[str]
    openings: frozenset[str]
    negation: re.Pattern[str]
    without: re.Pattern[str]


def foreign_quotes(words: str, texts: Iterable[str]) -> list[str]:
    """The quotes in ``words`` that occur in none of the texts. Apostrophes, blanks, and the stop or
    comma before the closing mark may differ."""
    held = [_even(text) for text in texts]
    found = []
    for match in _QUOTED.finditer(words):
        quote = _even(next(group for group in match.groups() if group is not None))
        bare = quote.strip().rstrip(".,;:").rstrip()
        if bare and not any(bare in text for text in held):
            found.append(bare)
    return found


def foreign_dates(
    words: str, dates: Sequence[PartialDate], language: str | None
) -> tuple[list[str], str]:
    """The dates with a month in ``words`` that no given date covers, and ``words`` with blanks for
    the covered ones.

    "3 May" is covered by "3 May 2021", but "3 May 2021" is not covered by "3 May".
    """
    known = [end for date in dates for end in date.ends()]
    foreign, rest = [], words
    for found in find_dates(words, language=language):
        days = found.date.ends() if found.date else ()
        if not days or any(day.month is None for day in days):
            continue
        if all(any(day.covers(other) for other in known) for day in days):
            rest = rest[: found.start] + " " * (found.end - found.start) + rest[found.end :]
        else:
            foreign.append(words[found.start : found.end])
    return foreign, rest


def foreign_numbers(words: str, facts: str, language: str | None) -> list[str]:
    """The numbers in ``words``, as digits or words, that are not in ``facts``."""
    figures = _words(words, language).figures
    held = {figure for figure, _ in _numbers(facts, figures)}
    return [shown for figure, shown in _numbers(words, figures) if figure not in held]


def foreign_names(words: str, facts: str, terms: frozenset[str], language: str | None) -> list[str]:
    """The capitalised words and words of time in ``words`` that are not in ``facts``. The first
    word of the sentence does not count if it is a function word or its stem is in ``terms``.

    Args:
        words: the sentence.
        facts: the text of the source.
        terms: the index terms of the source.
        language: of the source, ISO 639-1; None if it is not known.
    """
    held = {word.casefold() for word in _WORD.findall(_even(facts))}
    held |= {word + "s" for word in held} | {word.rstrip("sx") for word in held}
    known_words, spoken = _words(words, language), (language, *likely_languages(words))
    found = []
    for number, match in enumerate(_WORD.finditer(words)):
        word = match.group().casefold()
        capital = match.group()[0].isupper()
        if word in held or word in known_words.titles or not (capital or word in known_words.times):
            continue
        if number == 0 and capital:
            idle = word in known_words.openings or not all(analyse(word, code) for code in spoken)
            if idle or not terms.isdisjoint(analyse(word, language)):
                continue
        found.append(match.group())
    return found


def adds_or_drops_a_negation(words: str, sentence: str, language: str | None) -> bool:
    """Whether only one of two sentences has a negation, or only the first has a word such as
    "without".

    Args:
        words: the generated sentence.
        sentence: the sentence of the source.
        language: of the source, ISO 639-1; None if it is not known.
    """
    said, stood, known_words = _even(words), _even(sentence), _words(words, language)
    negation, without = known_words.negation, known_words.without
    if bool(negation.search(said)) != bool(negation.search(stood)):
        return True
    return bool(without.search(said)) and not without.search(stood)


def _words(words: str, language: str | None) -> _Words:
    """The words of the languages that a sentence may have and of its source's language; of all
    languages if the sentence's language cannot be guessed."""
    codes = likely_languages(words)
    if not codes:
        return _made(tuple(languages().values()))
    return _made(tuple(known(code) for code in sorted({*codes, language or ""})))


@lru_cache(maxsize=32)
def _made(spoken: tuple[Language, ...]) -> _Words:
    claims = [language.claims for language in spoken]
    cardinals = {word: n for language in spoken for word, n in language.numbers.items()}
    figures = {word: str(number) for word, number in cardinals.items() if number > 1}
    figures |= {w: figure for one in claims for figure, some in one.figures for w in some.split()}
    months = {name for one in spoken for names in question_months(one) for name in names}
    denied = "|".join(claim.negation for claim in claims if claim.negation)
    return _Words(
        figures,
        unjoined(*(claim.days for claim in claims), *months)
        - unjoined(*(claim.not_months for claim in claims)),
        unjoined(*(claim.titles for claim in claims)),
        unjoined(*(claim.openings for claim in claims)),
        re.compile(denied or "(?!)", re.IGNORECASE | re.VERBOSE),
        re.compile(any_of(*(claim.without for claim in claims)), re.IGNORECASE),
    )


def _even(text: str) -> str:
    """A text with only one kind of apostrophe, and with single blanks."""
    return " ".join(text.translate(_APOSTROPHES).split())


def _numbers(text: str, figures: dict[str, str]) -> list[tuple[str, str]]:
    """Each number of a text: in a form that can be compared, and as it is written."""
    found = []
    for match in _NUMBER.finditer(text):
        shown = match.group()
        grouped = re.fullmatch(r"\d{1,3}(?:[^\d]\d{3})+", shown)
        figure = re.sub(r"\D", "", shown) if grouped else shown.replace(",", ".")
        found.append((figure, shown))
    for match in _WORD.finditer(text):
        figure = figures.get(match.group().casefold(), "")
        if figure:
            found.append((figure, match.group()))
    return found
