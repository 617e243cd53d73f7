"""Find date expressions in text, French and English.

What is not stated stays absent: ``le 15 février`` has no year, ``En janvier`` neither year nor
day. Relative expressions ("hier", "la semaine dernière") are only recognised here; ``relative.py``
works out which day they mean against a release's date.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from rag.partial_date import PartialDate, Precision

MONTHS: dict[str, int] = {}
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
        MONTHS[_name] = _number

# Accents may be composed or, in files that come from macOS, decomposed.
_SPELLINGS = {
    "é": "(?:é|e\u0301)",
    "è": "(?:è|e\u0300)",
    "û": "(?:û|u\u0302)",
    "à": "(?:à|a\u0300)",
}


def spelled(words: str) -> str:
    return "".join(_SPELLINGS.get(letter, letter) for letter in words)


_MONTH = (
    "(?:"
    + "|".join(spelled(name) for name in sorted(MONTHS, key=lambda name: (-len(name), name)))
    + r")(?![^\W\d_]|[\u0300-\u036f])\.?"
)
WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SUFFIX = r"(?:\s?(?:er|st|nd|rd|th)\b)?"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
_GAP = r"(?:[\s\u00a0\u202f]{1,3})"
DASH = r"[-\u2010-\u2015]"
# Without the article a bare "mars 2" in running text would too easily be something else.
_LEAD_IN = rf"(?:(?:le|du|au|ce|on|the){_GAP})?(?:{WEEKDAY},?{_GAP})?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\w/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![\w/-])"),
    (
        "numeric",
        rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})(?![\w/-])",
    ),
    (
        "dashes",
        rf"(?<![\w-])(?P<d>{_DAY})-(?P<m>{_MONTH})-(?P<y>{_YEAR})(?![\w-])",
    ),
    (
        "two months",
        rf"\b(?:from{_GAP})?(?P<m1>{_MONTH}){_GAP}(?P<d1>{_DAY}){_SUFFIX}(?:,?{_GAP}(?P<y1>{_YEAR}))?"
        rf"(?:{_GAP}to{_GAP}|\s?{DASH}\s?)"
        rf"(?P<m2>{_MONTH}){_GAP}(?P<d2>{_DAY}){_SUFFIX}(?:,?{_GAP}(?P<y2>{_YEAR}))?(?!\d)",
    ),
    (
        "two months",
        rf"\b(?:(?:du|from){_GAP})?(?P<d1>{_DAY}){_SUFFIX}{_GAP}(?P<m1>{_MONTH})(?:{_GAP}(?P<y1>{_YEAR}))?"
        rf"(?:{_GAP}(?:au|to){_GAP}|\s?{DASH}\s?)"
        rf"(?P<d2>{_DAY}){_SUFFIX}{_GAP}(?P<m2>{_MONTH})(?:,?{_GAP}(?P<y2>{_YEAR}))?(?!\d)",
    ),
    (
        "days",
        rf"\b(?:(?:les|du|des|from|on){_GAP})?(?P<d1>{_DAY}){_SUFFIX}"
        rf"(?:{_GAP}(?P<next>et|and){_GAP}|{_GAP}(?:au|à|to){_GAP}|\s?{DASH}\s?|/)"
        rf"(?P<d2>{_DAY}){_SUFFIX}{_GAP}(?P<m>{_MONTH})(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "days",
        rf"\b(?:on{_GAP})?(?P<m>{_MONTH}){_GAP}(?P<d1>{_DAY}){_SUFFIX}(?:{_GAP}(?P<next>and){_GAP}|{_GAP}to{_GAP}|\s?{DASH}\s?)"
        rf"(?P<d2>{_DAY}){_SUFFIX}(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "day month",
        rf"(?<![\d/.,-]){_LEAD_IN}(?<!\d)(?P<d>{_DAY}){_SUFFIX}{_GAP}(?:(?:of|de){_GAP})?"
        rf"(?P<m>{_MONTH})(?:,?{_GAP}(?P<y>{_YEAR}))?(?!\d)",
    ),
    (
        "month day",
        rf"\b(?:on{_GAP})?(?:{WEEKDAY},?{_GAP})?(?P<m>{_MONTH}){_GAP}(?P<d>{_DAY}){_SUFFIX}"
        rf"(?:(?:,{_GAP}|,|{_GAP})(?P<y>{_YEAR})(?!\d))?(?!\d|{_GAP}?\d|[.,]\d|%)",
    ),
    (
        "month year",
        rf"\b(?:(?:en|in|de|du|depuis|since|of|dès|fin|début|mi{DASH}?|by){_GAP}?)?"
        rf"(?P<m>{_MONTH}){_GAP}(?P<y>{_YEAR})(?!\d)",
    ),
    (
        "month",
        rf"\b(?:en|in|au{_GAP}mois{_GAP}de|au{_GAP}mois{_GAP}d['’]|dès|depuis|since|fin|début|mi{DASH}|during)"
        rf"{_GAP}?(?P<m>{_MONTH})(?:{_GAP}(?:dernier|prochain))?(?![\w])",
    ),
    (
        "year",
        rf"\b(?:en|in|depuis|since|dès|by|during|avant|après|before|after|until|jusqu['’](?:à|en)"
        rf"|d['’]ici{_GAP}(?:à{_GAP})?|(?:l['’])?année|fin|début|au{DASH}delà{_GAP}de)"
        rf"{_GAP}?(?P<y>{_YEAR})(?![\w%]|[.,]\d)",
    ),
)

# Numbers that count days, weeks, months or years, as words.
NUMBERS = {
    word: number
    for number, words in enumerate(
        """un une a an one, deux two, trois three, quatre four, cinq five, six, sept seven,
        huit eight, neuf nine, dix ten, onze eleven, douze twelve, treize thirteen,
        quatorze fourteen, quinze fifteen, seize sixteen""".split(","),
        start=1,
    )
    for word in words.split()
} | {"vingt": 20, "twenty": 20, "trente": 30, "thirty": 30, "quarante": 40, "forty": 40}
NUMBERS |= {"cinquante": 50, "fifty": 50, "soixante": 60, "sixty": 60, "cent": 100}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)}){_GAP}"
_UNIT = r"(?P<unit>jours?|semaines?|mois|ans?|années?|days?|weeks?|months?|years?)\b"
_VAGUE = (
    rf"(?:(?P<vague>environ|quelque|près{_GAP}de|plus{_GAP}de|moins{_GAP}de|à{_GAP}peine|presque"
    rf"|about|around|nearly|almost|over|some|roughly|(?:more|less){_GAP}than){_GAP})?"
)
# "il y a trois jours de débats" counts days of debates; "trois ans et demi" is no whole number.
_WHOLE = rf"(?!{_GAP}(?:et{_GAP}demie?|and{_GAP}a{_GAP}half|(?:de|of)\b(?!{_GAP}cela)|or\b|d['’]))"
_SIDE = r"(?P<post>derni(?:er|ère)|passée?|prochaine?|suivante?|précédente?)\b"
_NOT_THEN = rf"\b(?!(?:{DASH}|{_GAP})là(?!{DASH}))"  # "ce jour-là" is a day of the story
_PART = rf"(?:{_GAP}(?:matin|soir|après{DASH}midi|morning|afternoon|evening))?"

# What each names, in groups: ``day`` an adverb, ``story`` what hangs on another day of the text,
# ``n`` units ago or ``ahead`` (``vague``: about that many), ``weekday``, ``unit`` or month ``m``
# with a word before (``which``) or after (``post``) that says which one.
_RELATIVE = (
    rf"(?<!d['’])(?<!de\s)(?<!of\s)\b(?P<day>avant(?:{DASH}|{_GAP})hier|hier|aujourd['’]hui"
    rf"|après(?:{DASH}|{_GAP})demain|demain|today|tonight|(?:the{_GAP}day{_GAP}before{_GAP})?yesterday"
    rf"|(?:the{_GAP}day{_GAP}after{_GAP})?tomorrow){_NOT_THEN}{_PART}",
    # "à ce jour" says "so far"
    rf"(?<!\u00e0\s)(?<!\u0300\s)\b(?P<day>ce{_GAP}(?:jour|matin|soir)|cet{_GAP}après{DASH}midi"
    rf"|this{_GAP}(?:morning|afternoon|evening)){_NOT_THEN}",
    # "la veille stratégique" watches
    rf"\b(?P<story>la{_GAP}veille(?!{_GAP}\w+(?:ique|aire|elle|ale)s?\b)|le{_GAP}lendemain"
    rf"|the{_GAP}(?:next|following|previous){_GAP}day|the{_GAP}(?:following|previous){_GAP}"
    rf"(?:week|month|year)|the{_GAP}day{_GAP}before)\b",
    rf"\bil{_GAP}y{_GAP}a{_GAP}{_VAGUE}{_COUNT}{_UNIT}{_WHOLE}",
    rf"(?<![\w.,-])(?<!or\s)(?<!to\s){_VAGUE}{_COUNT}{_UNIT}{_GAP}ago\b",
    rf"(?<![\w-])(?P<ahead>dans|in){_GAP}{_VAGUE}{_COUNT}{_UNIT}{_WHOLE}(?:['’]s?{_GAP}time\b)?",
    # a habit and a name are no day
    rf"(?<!chaque\s)(?<!every\s)(?<!each\s)(?<!\bun\s)(?<!black\s)(?<!good\s)\b"
    rf"(?:(?P<which>ce|le|on|last|next|this(?:{_GAP}coming)?){_GAP})?(?P<weekday>{WEEKDAY})"
    rf"{_NOT_THEN}(?:{_GAP}{_SIDE})?",
    # "over the last year" are twelve months
    rf"(?<!the\s)\b(?P<which>this|last|next){_GAP}(?P<unit>week|month|year)\b",
    rf"\b(?P<which>cette){_GAP}(?P<unit>semaine|année){_NOT_THEN}",
    rf"\b(?P<which>ce){_GAP}(?P<unit>mois){DASH}ci\b",
    rf"\b(?:(?:la|le|du|au){_GAP}|l['’]{_GAP}?)(?P<unit>semaine|mois|an|année){_GAP}{_SIDE}",
    rf"\b(?P<m>{_MONTH}){_GAP}{_SIDE}",
    rf"(?<!the\s)\b(?P<which>this|last|next){_GAP}(?P<m>{_MONTH})",
)
# Most words first; ``relative.py`` reads with the same patterns what was found with them.
RELATIVE = tuple(re.compile(spelled(pattern), re.IGNORECASE) for pattern in _RELATIVE)
# What a pattern cannot do without is looked for once, before all the patterns that need it: most
# paragraphs name no month. The first that stands in a pattern counts; the others may be optional.
_NEEDED = (_MONTH, WEEKDAY, _YEAR, "ago")
_FOUND = {part: re.compile(part) for part in _NEEDED}


def _needed(pattern: str) -> str | None:
    return next((part for part in _NEEDED if part in pattern), None)


_COMPILED = (
    *((name, _needed(raw), re.compile(raw, re.IGNORECASE)) for name, raw in _PATTERNS),
    *(("relative", _needed(raw), made) for raw, made in zip(_RELATIVE, RELATIVE, strict=True)),
)


# "may" and "march" are English verbs, the others too little to stand on in lower case, unless a
# day and a year stand beside them.
_VERBS_AND_FRAGMENTS = frozenset("may march mar jan jun jul sep dec apr feb aug".split())
# What may follow a year: a quantity ("en 2000 exemplaires") is followed by a noun.
AFTER_YEAR = frozenset(
    """et ou à au aux pour par afin avec lors lorsque quand que qui où dans sur sous entre comme
    mais car ne n le la les l un une des du de d ce cette ces il elle ils elles on nous a ont est
    sont était étaient avait avaient sera seront fut furent été selon sans après avant depuis
    contre face grâce soit puis plus encore déjà notamment ensemble dernier prochain s se y c
    and or to with for when where which that the an as at on by from of but was were is are had
    has have it he she they we after before since while during under because alone onwards will
    would in not""".split()
)
_NEXT_WORD = re.compile(r"[\s\u00a0\u202f]*([^\W\d_]+|\S|$)")
_QUANTITY_BEFORE = re.compile(
    r"\b(?:plus|près|moins|environ|quelque|more|less|than|about|nearly|over|around|some)\s+$",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(rf"\d{_SUFFIX}{_GAP}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the text words it, ``text[start:end]``; ``date`` None for a relative expression
    (``hier``, ``mardi``)."""

    start: int
    end: int
    date: PartialDate | None

    @property
    def value(self) -> str | None:
        """As ``PartialDate.value``."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What ``value`` holds."""
        return self.date.precision if self.date else "unknown"


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
    used = bytearray(max(0, stop - start))
    folded = text[start:stop].casefold()
    there = {part for part, found in _FOUND.items() if found.search(folded)}
    for name, needed, pattern in _COMPILED:
        if needed is not None and needed not in there:
            continue
        for match in pattern.finditer(text, start, stop):
            if any(used[match.start() - start : match.end() - start]):
                continue
            date, found = _read(name, match, language)
            if found:
                found_end = match.end()
                if text[found_end - 1] == "." and not _abbreviated(match):
                    found_end -= 1
                taken.append(DateExpression(match.start(), found_end, date))
                used[match.start() - start : found_end - start] = b"\1" * (
                    found_end - match.start()
                )
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
                for name in MONTHS
                if len(name) <= 5 and name not in ("mars", "avril", "mai", "juin")
            )
        )
    )


def _month(match: re.Match[str], group: str = "m") -> int | None:
    word = unicodedata.normalize("NFC", match.group(group)).rstrip(".")
    groups = match.groupdict()
    if word in _VERBS_AND_FRAGMENTS and not (groups.get("d") and groups.get("y")):
        return None
    return MONTHS.get(word.casefold())


def _read(name: str, match: re.Match[str], language: str | None) -> tuple[PartialDate | None, bool]:
    """The date, and whether it is one at all: a relative expression is one without a date."""
    if name == "relative":
        # "this may" is a verb
        return None, match.groupdict().get("m") is None or _month(match) is not None
    date = _stated(name, match, language)
    return date, date is not None


def _stated(name: str, match: re.Match[str], language: str | None) -> PartialDate | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    if name == "year":
        return _date(year) if is_year(match) else None
    if name == "iso":
        return _date(year, int(groups["m"]), int(groups["d"]))
    if name == "numeric":
        return _numeric(int(groups["a"]), int(groups["b"]), year, language)
    if name == "two months":
        return _two_months(match)
    month = _month(match)
    if month is None:
        return None
    if name in ("month", "month year"):
        before = match.string[max(0, match.start("m") - 6) : match.start("m")]
        # the month of an impossible day ("31 février 2022") is none
        return None if _AFTER_NUMBER.search(before) else _date(year, month)
    if name == "days":
        days = int(groups["d1"]), int(groups["d2"])
        if days[1] <= days[0] or (groups["next"] and days[1] != days[0] + 1):
            return None  # two days with others between them are no period
        return _range(_date(year, month, days[0]), _date(year, month, days[1]))
    return _date(year, month, int(groups["d"]))


def is_year(match: re.Match[str]) -> bool:
    """Whether a number, say after "en" or "in", is a year and not a quantity of something."""
    if _QUANTITY_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return False
    following = _NEXT_WORD.match(match.string[match.end() : match.end() + 32])
    word = following.group(1) if following else ""
    return not word or not word[0].isalpha() or word[0].isupper() or word in AFTER_YEAR


def _numeric(a: int, b: int, year: int | None, language: str | None) -> PartialDate | None:
    day_first, month_first = _date(year, b, a), _date(year, a, b)
    if language == "en" and day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _two_months(match: re.Match[str]) -> PartialDate | None:
    months = _month(match, "m1"), _month(match, "m2")
    if months[0] is None or months[1] is None:
        return None
    last_year = int(match.group("y2")) if match.group("y2") else None
    first_year = int(match.group("y1")) if match.group("y1") else last_year
    if match.group("y1") is None and last_year is not None and months[0] > months[1]:
        first_year = last_year - 1  # "du 30 décembre au 2 janvier 2023"
    first = _date(first_year, months[0], int(match.group("d1")))
    return _range(first, _date(last_year, months[1], int(match.group("d2"))))


def _range(first: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    return replace(first, until=last) if first and last else None


def _date(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A date, if the calendar has it."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
