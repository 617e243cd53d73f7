"""Tell of what time the value of a part is: that of a date in its sentence, or the release's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.answering.citations import cite
from rag.answering.dating.ends import role_of_date
from rag.answering.gathering.figures import against
from rag.answering.gathering.items import is_told_before
from rag.language import DateExpression, find_dates, resolve, sentence_spans
from rag.language.amounts import find_amounts
from rag.language.registry import read_with
from rag.language.release_words import release_pattern
from rag.language.words import any_of
from rag.language.year_before import find_years_before, tells_year_before
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import AnswerPart, Citation, Release, Span, SpanLike

_NUMBER = regex(r"\d+")
_YEAR = regex(
    r"(?<![\w.,/-])((?:19|20)\d\d)(?:[-–/]((?:19|20)?\d\d)(?![\w/-]))?"
    r"(?![\w%/]|[.,]\d|[ \u00a0\u202f]\d{3})"
)


def time_of(
    query: Query, part: AnswerPart, taken: frozenset[PartialDate] = frozenset()
) -> tuple[PartialDate | None, bool]:
    """Of what time the value of a part is, and whether the text states it.

    A date is of itself. A number is of the date in its sentence from which fewest other numbers
    part it, or of the year in the title. A person holds an office at the release's date.
    """
    release = part.hit.release
    published = release.published.date
    if part.kind == "date" and part.date is not None and part.date.date is not None:
        return part.date.date, part.date.of == "event"
    if query.asks == "who" and published is not None:
        return published, False
    cited = part.span or part.sentence
    span = Span(cited.start, cited.end)
    dated = []
    for expression, date in dates_in(release, part.sentence, span, query):
        if date in taken or is_told_before(release, part.sentence, expression, span):
            continue
        low, high = sorted((span, Span(expression.start, expression.end)), key=lambda s: s.start)
        between = release.body[low.end : high.start]
        compared = expression.start >= span.end and _is_compared(between, release.language)
        if compared or against(release.language).search(f"{between} "):
            continue  # the date of another number
        numbers = find_amounts(release.body, low.end, high.start, release.language)
        relative = expression.date is None or not expression.date.has_year
        dated.append((len(numbers), relative, len(between), date))
    if dated:
        return min(dated, key=lambda one: one[:3])[3], True
    has_number = find_amounts(release.body, cited.start, cited.end, release.language)
    before = _year_told_before(query, release, part.sentence) if has_number else None
    if before is not None:
        return before, True
    titled = _titled(release)
    return (titled, True) if titled is not None else (published, False)


def _titled(release: Release) -> PartialDate | None:
    """The one date with a year in a title, if it does not lie behind the release's own."""
    published = release.published.date
    titled = [
        one.date
        for one in find_dates(release.title, language=release.language)
        if one.date is not None and one.date.has_year
    ]
    if not titled:
        years = [_of_years(year).date for year in _YEAR.finditer(release.title)]
        titled = list(dict.fromkeys(year for year in years if year is not None))
    later = len(titled) == 1 and published is not None and _begins_after(titled[0], published)
    return titled[0] if len(titled) == 1 and not later else None


def _year_told_before(query: Query, release: Release, sentence: SpanLike) -> PartialDate | None:
    """The one year of the last sentence before another one that states years, in its paragraph:
    "En 2018, X a servi 702 000 clients. Le chiffre d'affaires a été de *88 millions*"."""
    body, language = release.body, release.language
    start = body.rfind("\n\n", 0, sentence.start) + 1
    words = Span(sentence.start, sentence.end)
    for one in reversed(sentence_spans(body, start, sentence.start, language=language)):
        cited = cite(release, one.start, one.end)
        years = {
            date
            for expression, date in dates_in(release, cited, words, query)
            if date.precision == "year"
            and expression.date is not None
            and expression.date.has_year
            and not _is_compared(body[one.start : expression.start], language)
        }
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _is_compared(before: str, language: str | None) -> bool:
    """Whether the words before a date end with a comparison ("8 % de plus *qu'* en 2017")."""
    return _comparing(language).search(f"{before.rstrip()} ") is not None


@lru_cache(maxsize=16)
def _comparing(language: str | None) -> re.Pattern[str]:
    than = any_of(*(one.answers.than for one in read_with(language)))
    return re.compile(rf"(?:{against(language).pattern}|{than}\s*)$", re.IGNORECASE)


def dates_in(
    release: Release, sentence: Citation, words: Span, query: Query
) -> Iterator[tuple[DateExpression, PartialDate]]:
    """The dates with a year in a sentence, but no beginnings ("depuis 2014", "créé en 1998"); for
    a question in the present none after the release's date."""
    body, language = release.body, release.language
    published = release.published.date
    found = [
        one
        for one in find_dates(body, sentence.start, sentence.end, language=language)
        if not _is_all_of(body, words, one)
    ]
    for year in _YEAR.finditer(body, sentence.start, sentence.end):
        one = _of_years(year)
        taken = any(Span(one.start, one.end).overlaps(other) for other in found)
        if not taken and not _is_all_of(body, words, one):
            found.append(one)
    dated = [
        (one, date)
        for one in found
        if (date := resolve(body, one, release.published, language).date) and date.has_year
    ]
    dated += [
        (one, one.date)
        for one in _years_before(query, release, sentence, [(d.start, when) for d, when in dated])
        if one.date is not None
    ]
    for expression, date in dated:
        if role_of_date(body, expression, language) == "begin":
            continue
        before = body[max(sentence.start, expression.start - 40) : expression.start]
        if _older(language).search(before):
            continue
        later = published is not None and _begins_after(date, published)
        if later and query.scope.time == "now":
            continue
        yield expression, date


def _years_before(
    query: Query, release: Release, sentence: Citation, dates: list[tuple[int, PartialDate]]
) -> list[DateExpression]:
    """ "The year before" in a sentence: before the year that it states, or the sentences before it
    in its paragraph or else the title."""
    body, language = release.body, release.language
    published = release.published
    # The day in a dateline is that of no value.
    told = sorted(one for one in dates if published.span is None or one[0] > published.span.end)
    if not tells_year_before(body, sentence.start, sentence.end, language):
        return []
    other = None if told else _year_told_before(query, release, sentence) or _titled(release)
    return find_years_before(
        body,
        sentence.start,
        sentence.end,
        language,
        told,
        other=other,
        published=published.date,
    )


def _of_years(match: re.Match[str]) -> DateExpression:
    """A year, or two that follow each other ("2015-2016", "2015/16"), as a date."""
    first = int(match.group(1))
    last = int(match.group(2) or first) % 100
    until = PartialDate(first + 1) if last == (first + 1) % 100 else None
    return DateExpression(match.start(), match.end(), PartialDate(first, until=until))


def _begins_after(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date begins after the end of another one; False if one has no year."""
    first, second = date.bounds, other.bounds
    return first is not None and second is not None and first[0] > second[1]


@lru_cache(maxsize=16)
def _older(language: str | None) -> re.Pattern[str]:
    """Words of an older event right before its date ("créé en")."""
    return re.compile(rf"(?<!\w){release_pattern('older', read_with(language))}$", re.IGNORECASE)


def _is_all_of(body: str, span: Span, expression: DateExpression) -> bool:
    """Whether a date is all the number that words have ("en 2020"; not "478 en 2020")."""
    if not span.overlaps(expression):
        return False
    rest = body[span.start : max(span.start, expression.start)] + body[expression.end : span.end]
    return _NUMBER.search(rest) is None
