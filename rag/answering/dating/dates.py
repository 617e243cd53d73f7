"""The date that answers a question for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from rag.language import DateExpression, find_dates
from rag.language.dates import is_year
from rag.language.language import Language
from rag.language.patterns import either, listed, template
from rag.language.registry import known, languages
from rag.language.terms import folded_words
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import any_of
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.question.office import tokens_of
from rag.types import Span

_BARE_YEAR = regex(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d|21\d\d|[1-9]\d\d)(?![\w%/]|[.,]\d|\s(?:000|%))"
)
_RANGE_BEFORE = regex(r"\d\s?[-\u2010-\u2015/]\s?$")
_RANGE_AFTER = regex(r"\s?[-\u2010-\u2015/]\s?\d")
# What a year may stand behind without a word of time: the beginning, a mark.
_OPENING = regex(r"(?:^|[\n\r:;,(\[«\"“–—])\s*$")
_NUMBER_BEFORE = regex(r"\d\s*[(\[,]\s*$")
_LETTER = regex(r"[^\W\d_]")
_FIGURES = regex(r"\d+")
_LAST_WORD = regex(r"\w+\W*$")
_DIGIT = regex(r"\d")
# "Until" stands so many words before the figures of a date, at most.
_UNTIL_WITHIN = 2
# What parts a word from the date behind it.
_FAR = regex(r"[.;:,()\d]|\w+\W+\w+\W+\w+\W+\w+")
# Characters between two words for one day: "ce jeudi (18 juillet)".
_APPOSITION = 3
# The figures of a year, and what makes it one before our era.
_YEARS = regex(r"(?<![\d.,])\d{3,4}(?![\d%]|[.,]\d)")
_WORD = regex(r"[^\W\d_]+")
# Articles and prepositions have so many letters at most.
_SMALL = 3
Role = Literal["begin", "end"]
# "2017 à 2022", and what stands behind a year where a noun would have a capital.
_YEAR_AND_YEAR = regex(r"(?<![\w.,/-])(1\d{3}|20\d\d)\s(\S{1,9})\s(1\d{3}|20\d\d)(?![\w%/]|[.,]\d)")
_SMALL_NEXT = regex(r"\s[^\W\d_A-ZÀ-ÖØ-Þ]")
_YEAR_NEXT = regex(r"[\s\u00a0\u202f]{1,3}(?P<y>[1-9]\d{2,3})(?![\w%]|[.,]\d)")


class _Patterns(NamedTuple):
    """Words of time as patterns.

    Attributes:
        in_year: right before a year of any century ("en 476").
        led: right before a year of four figures: a word of time ("fin 1956", "juillet 1789").
        bare: right before a year of four figures, where any word may stand ("endete 1945").
        named: a noun whose name a year is a part of, right before it.
        telling: tells a time by an event or an age, not by a date.
        duration: counted time, at the beginning, with what goes before it.
        since: makes a duration a time: "depuis deux ans".
        clock: a time of day with what leads it: "à partir de 18 heures".
        document: a noun and what may stand between it and its date, at the end.
        apart: "before" or "after" an event right before its date, at the end.
        closes: a word that makes a date that of something else, at the end.
        begins, ends: words of a beginning and of an end.
    """

    in_year: re.Pattern[str]
    led: re.Pattern[str]
    bare: re.Pattern[str]
    named: re.Pattern[str]
    telling: re.Pattern[str]
    duration: re.Pattern[str]
    since: re.Pattern[str]
    clock: re.Pattern[str]
    document: re.Pattern[str]
    apart: re.Pattern[str]
    closes: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]


def straight(text: str) -> str:
    """The text with straight apostrophes, as the words of the languages have them."""
    return text.replace("\u2019", "'")


def date_in_words_read(body: str, words: Span, language: str | None) -> DateExpression | None:
    """The first of ``dates_in_words_read`` that states a day, a month or a year; else the first."""
    found = dates_in_words_read(body, words, language)
    return next((one for one in found if one.date is not None), found[0] if found else None)


def dates_in_words_read(body: str, words: Span, language: str | None) -> list[DateExpression]:
    """The dates in the words that the reader took for the answer; they may reach beyond them ("15
    février" of "le 15 février 2023"). What is a date only because a date was asked for counts here:
    "1316", "du 15 au 19 novembre 1316"."""
    # A date is found whole only with what stands around it.
    low, high = max(0, words.start - 40), min(len(body), words.end + 40)
    found = [
        _with_year(body, expression, language)
        for expression in find_dates(body, low, high, language=language)
        if words.overlaps(expression)
    ]
    for years in _YEAR_AND_YEAR.finditer(body, words.start, words.end):
        if years[2] in listed(known(language).calendar.until) and years[1] < years[3]:
            span = Span(years.start(), years.end())
            found = [one for one in found if not span.overlaps(one)]
            until = PartialDate(int(years[1]), until=PartialDate(int(years[3])))
            found.append(DateExpression(span.start, span.end, until))
    for year in _BARE_YEAR.finditer(body, words.start, words.end):
        span = Span(year.start(), year.end())
        if not any(span.overlaps(one) for one in found) and _asked_year(year, language):
            found.append(DateExpression(span.start, span.end, PartialDate(int(year["y"]))))
    return sorted(found, key=lambda expression: expression.start)


def _asked_year(match: re.Match[str], language: str | None) -> bool:
    """Whether a number that a question for a date found is a year: "1316", "en 476". A year that
    belongs to a name is none: "résolution 1877 (2001)", "budget 2009", "un navire de 1984"."""
    patterns, text = _of(language), match.string
    before = straight(text[max(0, match.start() - 60) : match.start()])
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, match.end()):
        return False
    if patterns.in_year.search(before):
        return True
    if len(match["y"]) != 4 or patterns.named.search(before):
        return False
    if patterns.led.search(before):
        return True
    opens = _OPENING.search(before) is not None and _NUMBER_BEFORE.search(before) is None
    if not (opens or patterns.bare.search(before)):
        return False
    # "das 1968 gebaut wurde": what is counted has a capital.
    nouns = known(language).calendar.nouns_are_capitalised
    return (nouns and _SMALL_NEXT.match(text, match.end()) is not None) or is_year(match, language)


def _with_year(body: str, expression: DateExpression, language: str | None) -> DateExpression:
    """The date with a year right behind it that is too far back for a release's."""
    stated = expression.date
    year = _YEAR_NEXT.match(body, expression.end)
    if stated is None or stated.year is not None or year is None or not is_year(year, language):
        return expression
    ends = [end.with_year(int(year["y"])) for end in stated.ends()]
    dated = replace(ends[0], until=ends[1] if len(ends) > 1 else None)
    return DateExpression(expression.start, year.end(), dated)


def tells_time(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words without a date tell a time all the same: "après la signature du traité", "au
    XVIIe siècle". An hour is none, nor is a duration ("24 mois de travaux"), unless it counts from
    something ("depuis deux ans", "deux ans après")."""
    patterns = _of(language)
    before, said = body[max(0, words.start - 12) : words.start], body[words.start : words.end]
    if patterns.clock.search(said) or not _LETTER.search(said):
        return False
    duration = patterns.duration.match(said)
    if duration is None:
        since = patterns.since.search(before + said) is not None
        told = said if since else patterns.duration.sub(" ", said)
        return patterns.telling.search(before + told) is not None
    counted = patterns.since.search(before + duration.group())
    return counted is not None or patterns.telling.search(said, duration.end()) is not None


def tells_years(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words without a date have several years, or one before our era: "1635 à 1698", "vers
    350 av. J.-C.". A year that belongs to a name or a document is none: "budget 2009"."""
    patterns, said = _of(language), body[words.start : words.end]
    found = list(_YEARS.finditer(said))
    for figures in found:
        start = words.start + figures.start()
        before = straight(body[max(0, start - 60) : start])
        if patterns.named.search(before) or patterns.document.search(before):
            return False
        if patterns.closes.search(before):
            return False
    return len(found) > 1 or any(_before_our_era().match(said, one.end()) for one in found)


@lru_cache(maxsize=1)
def _before_our_era() -> re.Pattern[str]:
    words = either(template(one.calendar.before_our_era) for one in languages().values())
    return re.compile(rf"\s*{words}(?!\w)", re.IGNORECASE)


def tells_duration(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words begin with counted time: "24 mois de travaux"."""
    return _of(language).duration.match(body[words.start : words.end]) is not None


def tells_hour(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words have a time of day: "à partir de 18 heures"."""
    return _of(language).clock.search(body, words.start, words.end) is not None


def date_of_one_end(
    body: str, expression: DateExpression, role: Role | None, language: str | None
) -> DateExpression | None:
    """The first or the last day of several, with its words: "20 juillet 2018" of "du 4 juin au 20
    juillet 2018"; None if there are not several, or none is asked for, or it has no words."""
    if role is None or expression.date is None or expression.date.until is None:
        return None
    first, last = expression.date.ends()
    years = _YEAR_AND_YEAR.fullmatch(body, expression.start, expression.end)
    if years is not None:
        begin = role == "begin"
        return DateExpression(*years.span(1 if begin else 3), first if begin else last)
    for figure in list(_FIGURES.finditer(body, expression.start, expression.end))[1:]:
        later = find_dates(body, figure.start(), expression.end, language=language)
        if not later or later[0].start != figure.start() or later[0].date != last:
            continue
        if role == "end":
            return later[0]
        earlier = find_dates(body, expression.start, figure.start(), language=language)
        return replace(earlier[0], date=first) if earlier and earlier[0].date else None
    return None


def _of(code: str | None) -> _Patterns:
    """The patterns of a language; those of all together where it has none."""
    language = known(code)
    return _patterns((language,) if language.times.telling else tuple(languages().values()))


@lru_cache(maxsize=16)
def _patterns(spoken: tuple[Language, ...]) -> _Patterns:
    times = [language.times for language in spoken]
    telling = any_of(*(time.telling for time in times))
    numbers = any_of(*(word for language in spoken for word in language.numbers))
    since = any_of(*(language.questions.period.since for language in spoken))
    in_year = any_of(*(time.in_year for time in times))
    before_year = any_of(*(time.before_year for time in times))
    months = any_of(*(_months_and_seasons(language) for language in spoken))
    of = any_of(*(f"{one.calendar.of_month} {one.calendar.of_year}" for one in spoken))
    begins = any_of(*(time.begins for time in times))
    ends = any_of(*(time.ends for time in times))
    units = any_of(*(time.units for time in times))
    before_hours = any_of(*(time.before_hours for time in times))
    hours = any_of(*(time.hours for time in times))
    named = [*(time.named for time in times), *(one.questions.period.numbered for one in spoken)]
    documents = any_of(*(time.documents for time in times))
    of_date = any_of(*(time.of_date for time in times))
    apart = any_of(
        *(f"{one.questions.period.before} {one.questions.period.after}" for one in spoken)
    )
    closes = any_of(*(time.closes for time in times))
    made = [
        rf"{in_year}\s+$",
        rf"(?:{telling}|{before_year}|{months}|{begins}|{ends})\.?\s+(?:{of}\s*)?$",
        r"[^\W\d_]\s+$" if any(time.bare_years for time in times) else r"(?!)",
        rf"(?:{any_of(*named)}|\w(?:{_endings(named)}))\)?\s+(?:{of}\s*)?\(?$",
        telling,
        rf"(?:{telling}\s+)?(?:\d+|{numbers})\s+{units}",
        since,
        rf"(?:{telling}\W+(?:[^\W\d]{{1,3}}\W+){{0,2}})?(?:{before_hours}\s+\d{{1,2}}(?:[.:]\d\d)?"
        rf"|\d{{1,2}}:\d\d|\d{{1,2}}(?:[.:]\d\d)?\s?{hours}|\d{{1,2}}\s?h\s?\d\d)(?:\s?\d\d(?!\d))?",
        rf"(?P<noun>{documents})(?:\s[^.;:,!?\s]+){{0,4}}?\s+{of_date}\s*$",
        rf"\b(?:{apart})\s+(?P<event>(?:[^\s.;:,()\d]+\s+){{1,4}})(?:[^\W\d]+\s)?$",
        rf"(?P<noun>{closes})\s*(?:\w{{1,3}}\s+)?$",
        begins,
        ends,
    ]
    return _Patterns(*(regex(pattern, re.IGNORECASE) for pattern in made))


def _months_and_seasons(language: Language) -> str:
    """The names of months and seasons, in the notation of ``any_of``."""
    calendar = language.calendar
    words = [word for names in (*calendar.months, *calendar.seasons) for word in listed(names)]
    return " ".join(word.replace(" ", "_") for word in words)


def _endings(words: list[str]) -> str:
    """Longer words, which may end a compound ("Bundeshaushalt"), joined for a pattern."""
    longer = sorted({word for one in words for word in one.split() if len(word) > 5})
    return "|".join(map(re.escape, longer)) or "(?!)"


def role_of_date(body: str, expression: DateExpression, language: str | None) -> Role | None:
    """Whether words right before a date make it a beginning or an end: "depuis le 4 mai",
    "jusqu'au 4 mai"."""
    before = _before(body, expression)
    found = [
        (match.end(), role)
        for role, pattern in _roles(language)
        for match in pattern.finditer(before)
        if not _FAR.search(before, match.end())
    ]
    role = max(found)[1] if found else None
    if role == "end" and tells_postponed(before, language):
        return None  # "reporté jusqu'au 4 mai": the event is then
    return role


def stands_until(body: str, expression: DateExpression, language: str | None) -> bool:
    """Whether a date stands right behind "until": "jusqu'en 2027"."""
    before = tokens_of(_before(body, expression))[1][-_UNTIL_WITHIN:]
    return not folded_words(known(language).questions.period.until).isdisjoint(before)


def tells_postponed(text: str, language: str | None) -> bool:
    """Whether a text has a word for putting something off to a later day."""
    words = known(language).events.get("postpone", "").replace("/", " ")
    return word_list(words).are_in(FoldedText(text))


def says_role(body: str, span: Span, role: Role, language: str | None) -> bool:
    """Whether a stretch says of itself that something begins or ends: "a ouvert hier le pont"."""
    text = straight(body[span.start : span.end])
    return any(own == role and pattern.search(text) for own, pattern in _roles(language))


def role_asked(question: str, spoken: Iterable[str]) -> Role | None:
    """Whether a question asks for a beginning or an end: "depuis quand", "jusqu'à quand"; None if
    for neither or for both.

    Args:
        question: a question for a date.
        spoken: codes of the languages that it may be in.
    """
    text, asked = straight(question), set()
    for code in spoken:
        when = regex(rf"\s*{any_of(known(code).questions.when)}", re.IGNORECASE)
        for role, pattern in _roles(code):
            for match in pattern.finditer(text):
                # A short word ("da", "bis", "by") is one of many; before "when" it counts.
                if len(match.group()) > 3 or when.match(text, match.end()):
                    asked.add(role)
    return asked.pop() if len(asked) == 1 else None


def belongs_to_noun(body: str, expression: DateExpression, language: str | None) -> Span | None:
    """The noun or participle that a date belongs to, and not to the event of its sentence: "la
    *loi* du 3 mai 2010", "le trimestre *clos* le 31 mars"; None if there is none."""
    if role_of_date(body, expression, language) is not None:
        return None
    patterns, before = _of(language), _before(body, expression)
    found = patterns.document.search(before) or patterns.closes.search(before)
    if found is None:
        return None
    start = _figure(body, expression) - len(before)
    return Span(start + found.start("noun"), start + found.end("noun"))


def stands_apart(body: str, expression: DateExpression, language: str | None) -> Span | None:
    """The words of an event before or after which something was, where a date is that of the event:
    "après *l'éboulement* du 21 février"; None if there are none."""
    before = _before(body, expression)
    found = list(_of(language).apart.finditer(before))
    if not found or role_of_date(body, expression, language) is not None:
        return None
    said = found[-1]["event"]
    if all(
        _of(language).telling.fullmatch(word) or len(word) <= _SMALL for word in _WORD.findall(said)
    ):
        return None  # "avant la fin du mois de mai"
    start = _figure(body, expression) - len(before)
    return Span(start + found[-1].start("event"), start + found[-1].end("event"))


def _roles(language: str | None) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    patterns = _of(language)
    return ("begin", patterns.begins), ("end", patterns.ends)


def _before(body: str, expression: DateExpression) -> str:
    """What stands before the figures of a date, its articles and prepositions included."""
    figure = _figure(body, expression)
    return straight(body[max(0, figure - 70) : figure])


def _figure(body: str, expression: DateExpression) -> int:
    """Where a date's first figure stands; its last word if it has none ("depuis *juin*")."""
    figure = _DIGIT.search(body, expression.start, expression.end)
    if figure is not None:
        return figure.start()
    last = _LAST_WORD.search(body[expression.start : expression.end])
    return expression.start + (last.start() if last else 0)


def date_in_sentence(
    found: Iterable[DateExpression], near: Iterable[Span]
) -> DateExpression | None:
    """Of the dates of a sentence the one of its event: the nearest to the words that the question
    shares with the sentence. Of two side by side the one that needs no release's date ("ce jeudi
    (18 juillet)")."""
    anchors, expressions = list(near), list(found)
    if not expressions:
        return None

    def distance(expression: DateExpression) -> int:
        gaps = [
            max(span.start - expression.end, expression.start - span.end, 0) for span in anchors
        ]
        return sum(sorted(gaps)[:3])

    best = min(expressions, key=lambda expression: (distance(expression), expression.start))
    return stated_beside(expressions, best)


def stated_beside(expressions: Iterable[DateExpression], best: DateExpression) -> DateExpression:
    """The date that stands right behind or before a relative one and says the same; else that."""
    if best.date is not None:
        return best
    for other in expressions:
        gap = max(other.start - best.end, best.start - other.end)
        if other.date is not None and 0 <= gap <= _APPOSITION:
            return other
    return best
