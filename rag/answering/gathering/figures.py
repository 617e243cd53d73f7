"""Find the number that a release states, and the one of another time that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rag.answering.citations import cite
from rag.answering.sentences import around_words
from rag.corpus import sentences_of
from rag.language import DateExpression, analyse, find_dates
from rag.language.amounts import find_amounts, start_of_amount
from rag.language.registry import known, read_with
from rag.language.terms import fold, function_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import AnswerPart, Citation, Hit, Release, Span, SpanLike

_YEAR = regex(r"(?:19|20)\d\d")
# The second year of "2022-23" is no number.
_SEASON = regex(r"(?<!\d)(?:19|20)\d\d[-–/]\d\d$")
_SEASON_LENGTH = 7
# What is counted or measured, behind a number: "tonnes", "d'euros", "de visiteurs".
_NOUN_BEHIND = regex(r"[ \u00a0\u202f](?:d['’e][ \u00a0\u202f]?|of )?[^\W\d_]+(?:-[^\W\d_]+)*")
# What is joined to a number: "35h", "32°C".
_UNIT_AT = regex(r"[^\W\d_]+|[°º][CF]?")
_WORD = regex(r"[^\W\d_]+")
# A number without a noun has its date within so many characters ("460 en 2019").
_BESIDE = 8
# A series is of numbers if this share of its words has one.
_SHARE_OF_NUMBERS = 1 / 4
# Words of an answer may have so many characters before their number.
_BEFORE = 12
# A comparison takes so many characters before its number, at most ("compared with").
_COMPARED = 24


def asks_for_figures(query: Query, parts: Sequence[AnswerPart]) -> bool:
    """Whether a question for the values of several times asks for numbers: it says so, or a quarter
    of the words that answer it have one; for the latest value half of them."""
    if query.scope.is_narrow or query.scope.form not in ("series", "value"):
        return False
    if query.asks in ("who", "where", "when", "why") or query.wanted == "date":
        return False
    counted = sum(bool(_numbers_in(part, part.span or part.sentence)) for part in parts)
    if query.scope.form == "value":
        # The words that answer "how many" are short, and may be no number ("une cinquantaine").
        if query.scope.is_of_figure:
            counted = sum(bool(_numbers_in(part, part.sentence)) for part in parts)
        return query.quantity is None and 2 * counted > len(parts)
    return query.quantity is not None or counted >= _SHARE_OF_NUMBERS * len(parts)


def has_number(part: AnswerPart) -> bool:
    """Whether the words of a part have a number that is no date."""
    return part.span is not None and bool(_numbers_in(part, part.span))


def asked_terms(query: Query, language: str | None) -> frozenset[str]:
    """The index terms of a question for figures, without those of its names and of words for any
    number ("nombre", "hoeveelheid"): what is counted or measured, and what was done with it."""
    names = (analyse(name.words, language) for name in query.names)
    return query.terms_in.get(language, frozenset()) - _measuring(language).union(*names)


def with_number(query: Query, part: AnswerPart) -> AnswerPart | None:
    """The part with its number as its words, for a question for the figures of several times.

    Where its sentence has none of ``asked_terms`` and another one of the passage has, the number is
    of that one. Words without a number take the one of their sentence that counts what is asked
    for, or stands next behind them, or else before them; behind a question ("Le tonnage ? 12 000
    tonnes"), that of the next sentence. Dates count as no numbers, and shares only to a question
    for a share.

    Returns:
        The part; None if its sentence has no number.
    """
    part = _in_sentence_of_asked(query, part)
    release = part.hit.release
    body, language = release.body, release.language
    sentence, words = _with_reply(part), part.span or part.sentence
    numbers = of_kind(query, release, _numbers_in(part, sentence), sentence.end)
    if not numbers:
        return None
    inside = [one for one in numbers if words.start <= one[0] < words.end]
    if len(inside) > 1 and part.span is not None and _is_range(release, inside[:2]):
        return part
    asked = asked_terms(query, language)
    counting = [one for one in numbers if _counts(release, one, sentence.end, asked)]
    if counting:
        inside = [one for one in inside if one in counting]
        numbers = counting
    behind = [one for one in numbers if one[0] >= words.end]
    if part.span is None:
        inside = _beside_date(release, sentence, inside) or inside
    start, end = (inside or behind or numbers[-1:])[0]
    joined = _UNIT_AT.match(body, end, sentence.end)
    end = joined.end() if joined else end
    stop = _noun_behind(body, end, sentence.end, language) or end
    if inside and part.span is not None and start - part.span.start <= _BEFORE:
        stop = max(end, min(stop, part.span.end))  # "410" may be said without its noun
    start = start_of_amount(body, sentence.start, start, language)
    span = cite(release, start, stop, part.sentence.ordinal)
    if start >= part.sentence.end:
        reply = len(body[part.sentence.end : sentence.end].lstrip())
        cited = cite(release, sentence.end - reply, sentence.end, part.sentence.ordinal)
        return replace(part, sentence=cited, span=span, kind="words")
    return replace(part, span=span, kind="words")


def counted_terms(query: Query, language: str | None) -> frozenset[str]:
    """The index terms of what is counted or measured: of the noun behind "how many", or else of the
    first word of ``asked_terms`` in the question."""
    asked = asked_terms(query, language)
    noun = query.quantity.noun if query.quantity is not None else ""
    terms = frozenset(analyse(noun, language)) & asked
    words = (frozenset(analyse(word, language)) for word in _WORD.findall(query.text))
    return terms or next((one & asked for one in words if one & asked), frozenset())


def tells_counted(query: Query, hit: Hit) -> bool:
    """Whether the sentence of the reader's words has a number and a word for what is counted."""
    release = hit.release
    counted = counted_terms(query, release.language)
    return release.language in query.languages and any(
        has_terms(one, counted, release) and bool(numbers_in(release, one, one.end))
        for one in around_words(hit)
    )


def _in_sentence_of_asked(query: Query, part: AnswerPart) -> AnswerPart:
    """A part whose sentence has no word for what is counted, in the one sentence of its passage
    that has such a word and a number; else the part itself."""
    release = part.hit.release
    body, language = release.body, release.language
    counted = counted_terms(query, language)
    if not counted or language not in query.languages or has_terms(part.sentence, counted, release):
        return part
    others = [
        one
        for one in sentences_of(body, part.hit.passage, language)
        if has_terms(one, counted, release)
        and of_kind(query, release, numbers_in(release, one, one.end), one.end)
    ]
    if len(others) != 1:
        return part
    cited = cite(release, others[0].start, others[0].end, part.sentence.ordinal)
    return replace(part, sentence=cited, span=None, citations=(cited,), date=None)


def _beside_date(
    release: Release, sentence: Span, numbers: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The number nearest to a date with a year; none without such a date."""
    dates = find_dates(release.body, sentence.start, sentence.end, language=release.language)
    years = [one for one in dates if one.date is not None and one.date.has_year]
    far = ((max(n[0], d.start) - min(n[1], d.end), n) for n in numbers for d in years)
    return [min(far)[1]] if years and numbers else []


def has_terms(span: SpanLike, terms: frozenset[str], release: Release) -> bool:
    """Whether a span of a release has one of some index terms."""
    said = analyse(release.body[span.start : span.end], release.language)
    return not terms.isdisjoint(said)


def of_kind(
    query: Query, release: Release, numbers: Sequence[tuple[int, int]], stop: int
) -> list[tuple[int, int]]:
    """The numbers that are no shares ("6 %"), if there are others and no share is asked for."""
    if query.quantity is not None and query.quantity.kind == "share":
        return list(numbers)
    shares = _shares(release.language)
    return [
        one
        for one in numbers
        if release.body[one[1] - 1] != "%" and not shares.match(release.body, one[1], stop)
    ] or list(numbers)


def _counts(release: Release, number: tuple[int, int], stop: int, terms: frozenset[str]) -> bool:
    """Whether the noun behind a number is one of some index terms."""
    end = _noun_behind(release.body, number[1], stop, release.language)
    return end is not None and has_terms(Span(number[1], end), terms, release)


@lru_cache(maxsize=16)
def _measuring(language: str | None) -> frozenset[str]:
    """The index terms of words for any number ("nombre")."""
    return frozenset(analyse(known(language).questions.scope.any_figure, language))


@lru_cache(maxsize=16)
def _shares(language: str | None) -> re.Pattern[str]:
    """A unit of a share behind a number ("procent", "per cento")."""
    percent = any_of(known(language).measures.percent)
    return re.compile(rf"[\s\u00a0\u202f]*(?:%|{percent})", re.IGNORECASE)


@lru_cache(maxsize=16)
def _more(language: str | None) -> re.Pattern[str]:
    """What tells behind a number that something grew or shrank by it."""
    return re.compile(rf"[\s\u00a0\u202f]+{any_of(known(language).answers.more)}", re.IGNORECASE)


def counted_noun(part: AnswerPart) -> str:
    """What the number of a part counts: the noun behind it, without accents, or its sign; ``""`` if
    there is neither."""
    release, words = part.hit.release, part.span or part.sentence
    number = next(iter(_numbers_in(part, words)), None)
    if number is None:
        return ""
    if not release.body[number[1] - 1].isalnum():
        return release.body[number[1] - 1]
    return _noun(release.body, number[1], part.sentence.end, release.language)


def _is_range(release: Release, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether two numbers are the ends of a range ("8 000 à 10 000")."""
    (_, first), (second, _) = numbers
    between = release.body[first:second].strip(" \u00a0\u202f").casefold()
    words = known(release.language).answers
    ranges = {pair.partition("/")[2] for pair in words.ranges.split()}
    return between in {words.to, "-", "–", *ranges}


def _numbers_in(part: AnswerPart, span: SpanLike) -> list[tuple[int, int]]:
    return numbers_in(part.hit.release, span, part.sentence.end)


def numbers_in(release: Release, span: SpanLike, stop: int) -> list[tuple[int, int]]:
    """Where numbers stand in a span of a release, without dates and years, and without differences
    ("douze de plus") beside others; a year before a noun ("2000 visiteurs"), which ends at ``stop``
    at most, counts if there is no other number."""
    body, language = release.body, release.language
    dates = find_dates(body, span.start, span.end, language=language)
    shares = list(_shares(language).finditer(body, span.start, span.end))  # "per cento" has "cento"
    numbers = [
        (start, end)
        for start, end in find_amounts(body, span.start, span.end, language)
        if not any(date.start < end and start < date.end for date in dates)
        and not any(share.start() < start < share.end() for share in shares)
        and not _SEASON.search(body, max(0, start - _SEASON_LENGTH), end)
    ]
    numbers = [one for one in numbers if not _more(language).match(body, one[1], stop)] or numbers
    certain = [(start, end) for start, end in numbers if not _YEAR.fullmatch(body[start:end])]
    return certain or [one for one in numbers if _noun_behind(body, one[1], stop, language)]


def with_noun(release: Release, number: tuple[int, int], stop: int) -> Span:
    """A number with what it counts behind it, which ends at ``stop`` at most."""
    end = _noun_behind(release.body, number[1], stop, release.language)
    return Span(number[0], end or number[1])


def _noun_behind(body: str, start: int, stop: int, language: str | None) -> int | None:
    """The end of what is counted, behind a number; None if no noun follows."""
    found = _NOUN_BEHIND.match(body, start, stop)
    word = fold(plain(found.group().split()[-1])) if found else ""
    elided = found is not None and body[found.end() : found.end() + 1] in ("'", "’")
    idle = elided or word in _idle(language) or against(language).match(f"{word} ") is not None
    return found.end() if found and not idle else None


def _noun(body: str, start: int, stop: int, language: str | None) -> str:
    """What is counted, behind a number, without its accents and "of"."""
    end = _noun_behind(body, start, stop, language)
    return re.split(r"['’\s]", fold(plain(body[start:end])))[-1] if end else ""


@lru_cache(maxsize=16)
def _idle(language: str | None) -> frozenset[str]:
    own = known(language)
    words = (*map(fold, function_words(own)), *map(fold, own.numbers))
    return frozenset(one for word in words for one in (word, word.rstrip("'")))


def _with_reply(part: AnswerPart) -> Span:
    """The sentence of a part, with the next one if it is a question."""
    release, sentence = part.hit.release, part.sentence
    if not release.body[sentence.start : sentence.end].rstrip().endswith("?"):
        return Span(sentence.start, sentence.end)
    around = sentences_of(release.body, part.hit.passage, release.language)
    following = next((one for one in around if one.start >= sentence.end), None)
    return Span(sentence.start, following.end if following else sentence.end)


def numbers_beside(
    part: AnswerPart, dates: Sequence[tuple[DateExpression, PartialDate]]
) -> list[tuple[Citation, PartialDate | None]]:
    """The number that a part states with its time, and those of other times beside it: "478, contre
    460 en 2019", "12 en 2012, 15 en 2013 et 19 en 2014".

    Args:
        part: a part whose words have the number.
        dates: the dates in its sentence, with the times that they give.

    Returns:
        The own number first, with None if it has no date of its own in the sentence; empty if there
        is no number.
    """
    release, sentence, span = part.hit.release, part.sentence, part.span
    numbers = _numbers_in(part, sentence)
    own = next((n for n in numbers if span and span.start <= n[0] < span.end), None)
    if span is None or own is None or not dates:
        return []
    # The day on which a release was published, in its first sentence, is that of no number.
    own_day = release.published.date
    told = [(expression, time) for expression, time in dates if time != own_day]
    times = _by_number(numbers, told, release)
    own_time = times.pop(own)[1] if own in times else None
    if own_time is None and own_day is not None:
        # "la barre des 300 000 : ils ont été 304 000 cette année"
        now = [n for n, (_, time) in times.items() if time.covers(own_day) and time != own_day]
        exact = [n for n in now if _is_alike(part, own, n, times[n][0])]
        if exact:
            end = _noun_behind(release.body, exact[0][1], sentence.end, release.language)
            stated = cite(release, exact[0][0], end or exact[0][1], span.ordinal)
            return [(stated, times[exact[0]][1])]
    found: list[tuple[Citation, PartialDate | None]] = []
    for number, (expression, time) in times.items():
        if time == own_time or not _is_alike(part, own, number, expression):
            continue
        noun = _noun_behind(release.body, number[1], sentence.end, release.language)
        found.append((cite(release, number[0], noun or number[1], span.ordinal), time))
    return [(_without_comparison(part) if found else span, own_time), *found]


def _by_number(
    numbers: Sequence[tuple[int, int]],
    dates: Sequence[tuple[DateExpression, PartialDate]],
    release: Release,
) -> dict[tuple[int, int], tuple[DateExpression, PartialDate]]:
    """The date of each number: one that no other number or date parts from it. Where there are two,
    the one that is left when those with a single one have theirs, or else the nearer one."""
    places = sorted([*numbers, *((one.start, one.end) for one, _ in dates)])
    by_place = {(one.start, one.end): (one, time) for one, time in dates}
    possible: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, place in enumerate(places):
        if place in by_place:
            continue
        beside = [*places[max(0, at - 1) : at], *places[at + 1 : at + 2]]
        possible[place] = [one for one in beside if one in by_place]
    found: dict[tuple[int, int], tuple[DateExpression, PartialDate]] = {}
    while any(possible.values()):
        single = [n for n, ones in possible.items() if len(ones) == 1]
        number, chosen = min(
            ((n, one) for n in single or possible for one in possible[n]),
            key=lambda pair: (
                _is_relative(by_place[pair[1]][0]),
                max(pair[0][0], pair[1][0]) - min(pair[0][1], pair[1][1]),
            ),
        )
        del possible[number]
        found[number] = by_place[chosen]
        for ones in possible.values():
            if chosen in ones:
                ones.remove(chosen)
    return found


def _is_relative(expression: DateExpression) -> bool:
    """Whether a date has no year of its own ("cet hiver")."""
    return expression.date is None or not expression.date.has_year


def _without_comparison(part: AnswerPart) -> Citation:
    """The words of a part up to a comparison."""
    release, span = part.hit.release, part.span or part.sentence
    other = against(release.language).search(release.body, span.start, span.end)
    own = release.body[span.start : other.start() if other else span.end]
    own = own.rstrip(" ,\u00a0\u202f(")
    return cite(release, span.start, span.start + len(own), span.ordinal) if own else span


def _is_alike(
    part: AnswerPart, own: tuple[int, int], other: tuple[int, int], date: DateExpression
) -> bool:
    """Whether a number counts what the own one counts: the noun behind it is the same, or it has
    none and stands beside its date or behind a comparison."""
    body, language, stop = part.hit.release.body, part.hit.release.language, part.sentence.end
    nouns = [_noun(body, end, stop, language) for _, end in (own, other)]
    if nouns[1] and (nouns[0] or not _is_compared(part, own)):
        return nouns[0] == nouns[1]
    if nouns[1]:
        return True
    if any(sign in body[one[0] : one[1]] for sign in "%€$£" for one in (own, other)):
        return body[own[1] - 1] == body[other[1] - 1]
    gap = body[other[1] : date.start] if date.start > other[0] else body[date.end : other[0]]
    words = [fold(plain(word)) for word in _WORD.findall(gap)]
    if len(gap.strip()) <= _BESIDE or (words and _idle(language).issuperset(words)):
        return True
    return _is_compared(part, other)


def _is_compared(part: AnswerPart, number: tuple[int, int]) -> bool:
    """Whether a number stands behind a comparison ("contre *460* en 2019")."""
    release = part.hit.release
    before = release.body[max(part.sentence.start, number[0] - _COMPARED) : number[0]]
    return any(match.end() == len(before) for match in against(release.language).finditer(before))


@lru_cache(maxsize=16)
def against(language: str | None) -> re.Pattern[str]:
    words = any_of(*(one.answers.against for one in read_with(language)))
    articles = any_of(*(one.answers.articles for one in read_with(language)))
    return re.compile(rf"{words}\s+(?:{articles}\s*)?", re.IGNORECASE)
