"""Find date expressions in text, French and English, and read a release's own date.

What is not stated stays absent: ``le 15 février`` has no year, ``En janvier`` neither year nor
day. Resolving relative expressions against a release's date is the answering room's work; here
they are only recognised.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.types import Block, Precision, PublicationDate, Span

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "janvier janv january jan",
        "février fevrier févr fevr fév fev february feb",
        "mars march mar",
        "avril avr april apr",
        "mai may",
        "juin june jun",
        "juillet juil july jul",
        "août aout august aug",
        "septembre september sept sep",
        "octobre october oct",
        "novembre november nov",
        "décembre decembre december déc dec",
    ),
    start=1,
):
    for _name in _names.split():
        _MONTHS[_name] = _number

_MONTH = (
    r"(?:" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")(?![^\W\d_])\.?"
)
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SUFFIX = r"(?:\s?(?:er|st|nd|rd|th)\b)?"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
_GAP = r"(?:[\s\u00a0\u202f]{1,3})"
_DASH = r"[-\u2010-\u2015]"
# Without the article a bare "mars 2" in running text would too easily be something else.
_LEAD_IN = rf"(?:(?:le|du|au|ce|on|the){_GAP})?(?:{_WEEKDAY},?{_GAP})?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\w/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![\w/-])"),
    (
        "numeric",
        rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})(?![\w/-])",
    ),
    (
        "two months",
        rf"\b(?:(?:du|from){_GAP})?(?P<d1>{_DAY}){_SUFFIX}{_GAP}(?P<m1>{_MONTH})(?:{_GAP}(?P<y1>{_YEAR}))?"
        rf"(?:{_GAP}(?:au|to){_GAP}|\s?{_DASH}\s?)"
        rf"(?P<d2>{_DAY}){_SUFFIX}{_GAP}(?P<m2>{_MONTH})(?:,?{_GAP}(?P<y2>{_YEAR}))?(?!\d)",
    ),
    (
        "days",
        rf"\b(?:(?:les|du|des|from|on){_GAP})?(?P<d1>{_DAY}){_SUFFIX}"
        rf"(?:{_GAP}(?P<next>et|and){_GAP}|{_GAP}(?:au|à|to){_GAP}|\s?{_DASH}\s?|/)"
        rf"(?P<d2>{_DAY}){_SUFFIX}{_GAP}(?P<m>{_MONTH})(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "days",
        rf"\b(?:on{_GAP})?(?P<m>{_MONTH}){_GAP}(?P<d1>{_DAY}){_SUFFIX}(?:{_GAP}(?P<next>and){_GAP}|{_GAP}to{_GAP}|\s?{_DASH}\s?)"
        rf"(?P<d2>{_DAY}){_SUFFIX}(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "day month",
        rf"(?<![\d/.,-]){_LEAD_IN}(?<!\d)(?P<d>{_DAY}){_SUFFIX}{_GAP}(?:(?:of|de){_GAP})?"
        rf"(?P<m>{_MONTH})(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "month day",
        rf"\b(?:on{_GAP})?(?:{_WEEKDAY},?{_GAP})?(?P<m>{_MONTH}){_GAP}(?P<d>{_DAY}){_SUFFIX}"
        rf"(?:(?:,{_GAP}|,|{_GAP})(?P<y>{_YEAR})(?!\d))?(?!\d|{_GAP}?\d|[.,]\d|%)",
    ),
    (
        "month year",
        rf"\b(?:(?:en|in|de|du|depuis|since|of|dès|fin|début|mi{_DASH}?|by){_GAP}?)?"
        rf"(?P<m>{_MONTH}){_GAP}(?P<y>{_YEAR})(?!\d)",
    ),
    (
        "month",
        rf"\b(?:en|in|au{_GAP}mois{_GAP}de|au{_GAP}mois{_GAP}d['’]|dès|depuis|since|fin|début|mi{_DASH}|during)"
        rf"{_GAP}?(?P<m>{_MONTH})(?:{_GAP}(?:dernier|prochain))?(?![\w])",
    ),
    (
        "year",
        rf"\b(?:en|in|de|depuis|since|dès|by|during|avant|après|before|after"
        rf"|d['’]ici{_GAP}(?:à{_GAP})?|(?:l['’])?année|fin|début|au{_DASH}delà{_GAP}de)"
        rf"{_GAP}?(?P<y>{_YEAR})(?![\w%]|[.,]\d|{_GAP}?(?:euros|dollars|soldats|troops))",
    ),
    (
        "relative",
        rf"\b(?:(?:ce|cette|this|last|next|on|le|la){_GAP})?{_WEEKDAY}(?:{_GAP}(?:dernier|prochain))?\b"
        rf"|\b(?:aujourd['’]hui|hier|avant-hier|demain|today|yesterday|tomorrow)\b"
        rf"|\b(?:cette{_GAP}(?:semaine|année)|ce{_GAP}mois{_DASH}ci|(?:la|le|l['’]){_GAP}?(?:semaine|mois|an|année)"
        rf"{_GAP}(?:dernière?|prochaine?|passée?)|(?:this|last|next){_GAP}(?:week|month|year))\b",
    ),
)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PATTERNS)


_LEAD_CHARACTERS = 3000
_AFTER_NUMBER = re.compile(rf"\d{_SUFFIX}{_GAP}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the text words it; ``value`` and ``precision`` as in ``PublicationDate``, value
    None for a relative expression (``hier``, ``mardi``)."""

    start: int
    end: int
    value: str | None
    precision: Precision

    @property
    def has_year(self) -> bool:
        return self.value is not None and not self.value.startswith("--")

    @property
    def has_day(self) -> bool:
        return self.precision in ("day", "month-and-day-without-year")


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, language: str | None = None
) -> list[DateExpression]:
    """Date expressions in ``text[start:end]``, in order, disjoint, the fullest reading of each.

    Args:
        text: the text that offsets count into.
        language: decides how ``04/07/2022`` is read: English gives two countries' orders, so
            there it stands for a date only when one reading is possible; otherwise day first.
    """
    stop = len(text) if end is None else end
    taken: list[DateExpression] = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(text, start, stop):
            if any(match.start() < old.end and old.start < match.end() for old in taken):
                continue
            read = _read(name, match, language)
            if read is not None:
                value, precision = read
                found_end = match.end()
                if text[found_end - 1] == "." and not _abbreviated(match):
                    found_end -= 1
                taken.append(DateExpression(match.start(), found_end, value, precision))
    return sorted(taken, key=lambda expression: expression.start)


def _abbreviated(match: re.Match[str]) -> bool:
    """Whether the full stop at the end belongs to an abbreviated month ("18 Nov.")."""
    return (
        match.group()
        .rstrip(".")
        .casefold()
        .endswith(
            tuple(
                name
                for name in _MONTHS
                if len(name) <= 5 and name not in ("mars", "avril", "mai", "juin")
            )
        )
    )


def _month(match: re.Match[str], group: str = "m") -> int | None:
    word = match.group(group).rstrip(".")
    # "may" and "march" are English verbs, "mar" and "sep" too little to stand on in lower case.
    if word in ("may", "march", "mar", "jan", "jun", "jul", "sep", "dec", "apr", "feb", "aug"):
        return None
    return _MONTHS[word.casefold()]


def _read(
    name: str, match: re.Match[str], language: str | None
) -> tuple[str | None, Precision] | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    if name == "relative":
        return None, "unknown"
    if name == "year":
        return str(year), "year"
    if name == "iso":
        return _day(year, int(groups["m"]), int(groups["d"]))
    if name == "numeric":
        return _numeric(int(groups["a"]), int(groups["b"]), year, language)
    if name == "two months":
        return _two_months(match)
    month = _month(match)
    if month is None:
        return None
    if name in ("month", "month year") and _AFTER_NUMBER.search(
        match.string[max(0, match.start("m") - 6) : match.start("m")]
    ):
        return None  # the month of an impossible day ("31 février 2022")
    if name == "month":
        return f"--{month:02d}", "month-without-year"
    if name == "month year":
        return f"{year:04d}-{month:02d}", "month"
    if name == "days":
        days = int(groups["d1"]), int(groups["d2"])
        if groups["next"] and days[1] != days[0] + 1:
            return None  # two days with others between them are no period
        return _interval(_day(year, month, days[0]), _day(year, month, days[1]))
    return _day(year, month, int(groups["d"]))


def _numeric(
    a: int, b: int, year: int | None, language: str | None
) -> tuple[str, Precision] | None:
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if language == "en" and day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _two_months(match: re.Match[str]) -> tuple[str, Precision] | None:
    months = _month(match, "m1"), _month(match, "m2")
    if months[0] is None or months[1] is None:
        return None
    last_year = int(match.group("y2")) if match.group("y2") else None
    first_year = int(match.group("y1")) if match.group("y1") else last_year
    if match.group("y1") is None and last_year is not None and months[0] > months[1]:
        first_year = last_year - 1  # "du 30 décembre au 2 janvier 2023"
    first = _day(first_year, months[0], int(match.group("d1")))
    return _interval(first, _day(last_year, months[1], int(match.group("d2"))))


def _interval(
    first: tuple[str, Precision] | None, last: tuple[str, Precision] | None
) -> tuple[str, Precision] | None:
    if first is None or last is None:
        return None
    return f"{first[0]}/{last[0]}", last[1]


def _day(year: int | None, month: int, day: int) -> tuple[str, Precision] | None:
    """A day, if the calendar has it; without a year 29 February exists."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    if year is None:
        return f"--{month:02d}-{day:02d}", "month-and-day-without-year"
    return f"{year:04d}-{month:02d}-{day:02d}", "day"


_UPDATED = re.compile(
    r"\b(?:mis(?:e)?\s+à\s+jour|dernière\s+(?:mise\s+à\s+jour|modification)|modifié|last\s+updated"
    r"|updated|last\s+modified)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|se\s+tiendr\w+|\w+(?:era|eront|ira|iront|dra|dront|ura|uront))\b|\bprochaine?s?\b",
    re.IGNORECASE,
)
_PAST_EVENT = re.compile(
    r"(?:\bsigné[es]*|\bdepuis|\bsince|\bsigned|\badopté[es]*|\bdu\s+traité|\banniversa\w+|\bné[es]*"
    r"|\bfondée?s?|\bcréée?s?|\bentrée?s?\s+en\s+vigueur|\bavant|\bbefore|\bdès|\bjusqu['’]\w+)\s*"
    r"(?:à\s+\w+\s+)?(?:le\s+|on\s+|au\s+)?$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    rf"(?:\bce|\bcette|\bthis|\baujourd['’]hui|\btoday|\bhier|\byesterday|{_WEEKDAY})[\s\w,]{{0,20}}\(?\s*$",
    re.IGNORECASE,
)


def is_update_line(line: str) -> bool:
    """Whether a header line gives the date of a change, not of publication."""
    return _UPDATED.search(line) is not None


def publication_date(body: str, blocks: Iterable[Block], language: str | None) -> PublicationDate:
    """The release's own date: from a header line, else from its first paragraph.

    In the first paragraph a date counts when the text presents it as the day of the news: in
    brackets after "ce jeudi", or a day of the month that is neither in the future nor attached to
    an older event. A dateline ("Bruxelles, le 3 mai 2021 –") may open any of the first three.
    Nothing is taken from further down.
    """
    blocks = list(blocks)
    for block in blocks:
        if block.kind == "header" and not is_update_line(body[block.start : block.end]):
            for found in find_dates(body, block.start, block.end, language=language):
                if found.value is not None:
                    span = Span(found.start, found.end)
                    return PublicationDate(found.value, found.precision, span, "header")
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    for block in paragraphs[:3]:
        for found in find_dates(body, block.start, min(block.end, block.start + 80)):
            if found.value is not None and found.has_day and _dateline(body, block, found):
                span = Span(found.start, found.end)
                return PublicationDate(found.value, found.precision, span, "lead")
    if not paragraphs:
        return PublicationDate()
    lead = paragraphs[0]
    best: tuple[int, DateExpression] | None = None
    end = min(lead.end, lead.start + _LEAD_CHARACTERS)
    for found in find_dates(body, lead.start, end, language=language):
        weight = _weight(body, lead, found)
        if weight and (best is None or weight > best[0]):
            best = (weight, found)
    if best is None:
        return PublicationDate()
    found = best[1]
    return PublicationDate(found.value, found.precision, Span(found.start, found.end), "lead")


def _weight(body: str, lead: Block, found: DateExpression) -> int:
    """How clearly the lead presents this date as its own; 0 for not at all."""
    if found.value is None or not found.has_day:
        return 0
    before = body[max(lead.start, found.start - 60) : found.start]
    if _TODAY.search(before) or body[found.start : found.end].casefold().startswith("ce "):
        return 3
    clause_start = max(body.rfind(mark, lead.start, found.start) for mark in ".;")
    clause = body[max(clause_start, lead.start) : found.end]
    if _PAST_EVENT.search(before) or _FUTURE.search(clause):
        return 0
    return 1 if found.has_year else 2


def _dateline(body: str, lead: Block, found: DateExpression) -> bool:
    """Whether a place at most stands before the date, then a dash ("Bruxelles, le 3 mai –")."""
    before, after = body[lead.start : found.start], body[found.end : found.end + 40]
    placed = re.fullmatch(r"\W*(?:[\w'’ -]{2,30}[,(]\s*)?(?:le\s+)?", before) is not None
    place = r"(?:,\s?[\w'’ -]{2,25})?"
    return placed and re.match(rf"\)?{place}\s?\)?\s?[.:,]?\s?(?:{_DASH}|\|)\s", after) is not None
