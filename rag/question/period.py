"""Read from a question the time that it speaks of: "en avril 2022", "before 2020", "2014年".

Dates in French and English are read as in releases; in other languages a month with its year, and
years. A period only ever favours or filters, so where the words allow two readings the wider one
is taken, and a number that may count something ("2000 soldats") is no year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rag.language import detect_language, find_dates
from rag.language.dates import words_after_year
from rag.partial_date import PartialDate
from rag.types import Period, Span

# Names of months in de, en, es, fr, it, nl, pl, pt, ru and uk, in the cases that follow "in".
_MONTHS = (
    "jan(?:uary?|vier|uari|eiro)|jänner|enero|gennaio|січ(?:ень|ня|ні)|январ[ьяе]|stycz(?:eń|nia|niu)",
    "februar[iy]?|février|febrero|febbraio|fevereiro|лют(?:ий|ого|ому)|феврал[ьяе]|lut(?:y|ego|ym)",
    "märz|mars|march|marzo|março|maart|берез(?:ень|ня|ні)|март[ае]?|mar(?:zec|ca|cu)",
    "april|avril|abril|aprile|квіт(?:ень|ня|ні)|апрел[ьяе]|kwie(?:cień|tnia|tniu)",
    "mai|may|mayo|maggio|maio|mei|трав(?:ень|ня|ні)|ма[йяе]|maj[au]?",
    "jun[ei]|juin|junio|giugno|junho|черв(?:ень|ня|ні)|июн[ьяе]|czerw(?:iec|ca|cu)",
    "jul[iy]|juillet|julio|luglio|julho|лип(?:ень|ня|ні)|июл[ьяе]|lip(?:iec|ca|cu)",
    "august|août|agosto|augustus|серп(?:ень|ня|ні)|август[ае]?|sierp(?:ień|nia|niu)",
    "septemb(?:er|re)|sep?tiembre|settembre|setembro|верес(?:ень|ня|ні)|сентябр[ьяе]"
    "|wrze(?:sień|śnia|śniu)",
    "o[kc]tober|octobre|octubre|ottobre|outubro|жовт(?:ень|ня|ні)|октябр[ьяе]|październik(?:a|u)?",
    "novemb(?:er|re|ro)|noviembre|листопад[аі]?|ноябр[ьяе]|listopad(?:a|zie)?",
    "de[cz]ember|décembre|diciembre|dicembre|dezembro|груд(?:ень|ня|ні)|декабр[ьяе]|grud(?:zień|nia|niu)",
)
_YEAR = r"(?:19|20)[0-9][0-9]"
_JOINED = r"et|à|au|and|to|bis|und|y|a|e|al|tot|en|i|do|і|й|та|и|до|по|[-–—]"
_MONTH = "|".join(_MONTHS)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?P<from>{_MONTH})\s*(?:\b(?:{_JOINED})\b|[-–—])\s*(?:de\s+)?)?(?P<m>{_MONTH})"
    rf"(?:\s+(?:de|del|di))?,?\s+(?P<y>{_YEAR})(?![0-9])",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(rf"(?P<y>{_YEAR})\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월]")
_BARE_YEAR = re.compile(
    rf"(?<![0-9A-Za-z№#-])(?<![0-9][.,/])(?P<y>{_YEAR})(?:\s?[-–—/]\s?(?P<to>{_YEAR}))?"
    r"(?![0-9A-Za-z])(?!\s?[%€$£°])(?![.,/-][0-9])"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:année|an|año|ano|anno|year|jahre?s?|jaar|rok(?:u|iem)?|рік|року|році|год[уае]?|yılı?)"
    r"|عام|سنة)\s*$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"\s?[年년]|\s*(?:рік|року|році|роком|год[уае]?|годом|[рг]\.|rok(?:u|iem)?\b|yıl)",
    re.IGNORECASE,
)
# A number or a name, not a time: "résolution 1973", "OTAN 2030".
_NUMBERED = re.compile(
    r"(?:\bn[°ºo]|\b(?:nr|no)\.|\b(?:[rR][ée]solutions?|[aA]rti(?:cles?|kel|culo|colo)|[rR]èglement"
    r"|[dD]irective|[dD]écret|[lL]oi|ISO|STANAG|NATO|OTAN|НАТО|[aA]genda|[hH]orizon|[vV]ision"
    r"|[iI]nitiative|[pP]lan|[oO]bjecti[fv]e?))\s*$"
)
_COUNTED = re.compile(
    r"\b(?:les|des|ces|(?:plus|près|moins)\s+de|environ|quelque|(?:more|less|fewer)\s+than|about"
    r"|nearly|over|around|some|über|mehr\s+als|rund|etwa|más\s+de|casi|unos|più\s+di|circa|oltre"
    r"|mais\s+de|cerca\s+de|meer\s+dan|ongeveer|ponad|około|понад|близько|більше|более|около)\s+$",
    re.IGNORECASE,
)
# What may follow a year in a question, beside what ``words_after_year`` gives.
_GOES_ON = frozenset(
    """quel quelle quels quelles combien comment pourquoi what how why who did does do und oder mit
    im auf bei für von zum zur statt der die das den dem des ein eine wurde wurden hat haben war
    waren ist sind als con por para que se fue ha han y o del los las como per che si è e della com
    foi em met of voor door bij het een te та і й у в на про з від за и с о от по w z i na od do
    przez przy""".split()
)
_OPENERS = {
    word: kind
    for kind, words in {
        "before": "avant before vor antes prima voor vóór до przed перед",
        "until": "jusqu ici until till by bis hasta fino até tot",
        "after": "après after beyond delà nach después despues depois após dopo na після после po",
        "since": "depuis since from dès partir seit ab desde dal dalla sinds vanaf з із від с od",
    }.items()
    for word in words.split()
}
_FILLERS = frozenset(
    """le la l les du de d au à en in im the of dem den der el del al a il nel o di em het van w у в
    mois année an month year jahr jahre año ano anno jaar rok roku рік року году mi début beginning
    start anfang mitte inicio inizio begin mid early late""".split()
)
_ENDS = frozenset("fin end ende fine fim final eind кінця конца końca".split())
_BEFORE_TIMES = _FILLERS | _ENDS | _OPENERS.keys()
_UNTIL = frozenset(word for word, kind in _OPENERS.items() if kind == "until")
_BETWEEN = frozenset(_JOINED.split("|")) | _FILLERS | _UNTIL
_LOOSE = " \u00a0\u202f'’-–—"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Time:
    """First and last day, where it stands, and how the words before it open it (``""``: not)."""

    low: date
    high: date
    start: int
    end: int
    opener: str = ""


def question_period(question: str) -> Period | None:
    """The time that a question speaks of, None where it names none or none with a year.

    "avant" and its like in other languages open the low side, "après" and "depuis" the high side;
    "entre 2014 et 2020" is the whole of it. Of several times it is the least that covers them all.
    A day without a year ("le 15 février") and relative words ("hier") are no period: a question
    has no date of its own.

    Args:
        question: in any language; months by name in those of ``_MONTHS``.
    """
    # Any script's digits count; each stays one character, so that places are the question's.
    text = "".join(str(unicodedata.decimal(character, character)) for character in question)
    times = _joined(text, [_opened(text, time) for time in _times(text)])
    if not times:
        return None
    span = Span(times[0].start, times[-1].end)
    sides = [_sides(time) for time in times]
    lows, highs = [low for low, _ in sides], [high for _, high in sides]
    first, last = [low for low in lows if low], [high for high in highs if high]
    if len(times) == 2 and len(first) == len(last) == 1 and first[0] <= last[0]:
        return Period(first[0], last[0], span)  # "après 2014 et avant 2020"
    low = min(first) if len(first) == len(lows) else None
    high = max(last) if len(last) == len(highs) else None
    return Period(low, high, span) if low or high else None


def _times(text: str) -> list[_Time]:
    """Dates, months and years in order and disjoint, of overlapping ones the longest."""
    # "04/07/2022" has two readings in English alone, and only such a question pays for the check.
    numeric = re.search(r"[0-9][./-][0-9]{1,2}[./-][0-9]{4}", text) is not None
    language = detect_language(text) if numeric else None
    found: list[_Time] = []
    for expression in find_dates(text, language=language):
        bounds = expression.date.bounds if expression.date else None
        if bounds is not None and bounds[0] <= bounds[1]:
            found.append(_Time(*bounds, expression.start, expression.end))
    found += _months(text)
    for match in _BARE_YEAR.finditer(text):
        last = match["to"] or match["y"]
        if match["y"] <= last and _is_year(text, match):
            days = date(int(match["y"]), 1, 1), date(int(last), 12, 31)
            found.append(_Time(*days, *match.span()))
    found.sort(key=lambda time: (time.start - time.end, time.start))
    kept: list[_Time] = []
    for time in found:
        if all(time.end <= other.start or other.end <= time.start for other in kept):
            kept.append(time)
    return sorted(kept, key=lambda time: time.start)


def _months(text: str) -> Iterator[_Time]:
    for match in (*_MONTH_YEAR.finditer(text), *_EAST_ASIAN.finditer(text)):
        groups = match.groupdict()
        month = _month_number(match["m"])
        first = _month_number(groups.get("from") or match["m"])
        year = int(match["y"]) - (first > month)  # "entre octobre et mars 2022"
        bounds = PartialDate(int(match["y"]), month).bounds
        if bounds is not None:
            yield _Time(date(year, first, 1), bounds[1], *match.span())


def _month_number(name: str) -> int:
    if name.isdigit():
        return int(name)
    spelt = (re.fullmatch(names, name, re.IGNORECASE) is not None for names in _MONTHS)
    return list(spelt).index(True) + 1


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether a number from 1900 to 2099 is a year and not a quantity, a number or a name."""
    before, after = text[: match.start()], text[match.end() :]
    if _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after) or match["to"]:
        return True
    if _NUMBERED.search(before):
        return False
    if re.match(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", after):
        return False  # a counter: 2000人
    following = re.match(r"\s*([^\W\d_]+)", after)
    if following is None or following[1] in _GOES_ON | words_after_year():
        return True
    if _COUNTED.search(before):
        return False
    year, word = int(match["y"]), following[1]
    if word[0].islower():
        return year % 10 != 0 and not word.endswith("s")
    return year % 100 != 0


def _opened(text: str, time: _Time) -> _Time:
    """With the word before it that opens one side, if there is one ("avant le 3 mai 2021")."""
    own = re.search(r"\d", text[time.start : time.end])
    core = time.start + (own.start() if own else 0)
    for word in _WORD.finditer(text, time.start, core):
        if word[0].casefold() not in _BEFORE_TIMES:
            core = word.start()
            break
    kind, at = "", core
    open_to: dict[str, str] = {}
    year = (time.high.month, time.high.day) == (12, 31) and text[core].isdigit()
    for word in reversed(list(_WORD.finditer(text, max(0, core - 60), core))):
        name = word[0].casefold()
        if text[word.end() : at].strip(_LOOSE) or name not in _BEFORE_TIMES:
            break
        if name in _ENDS:  # "before the end of 2022" may be in 2022
            open_to = {"before": "until"}
        elif name == "the" and year and text[word.end() : core].isspace():
            open_to = {"before": "until", "after": "since"}  # "before the 2022 summit" too
        at = word.start()
        if name in _OPENERS:
            kind = open_to.get(_OPENERS[name], _OPENERS[name])
            break
    return replace(time, start=min(at, time.start), opener=kind) if kind else time


def _joined(text: str, times: list[_Time]) -> list[_Time]:
    """With "de 2014 à 2016" and the like made one."""
    joined: list[_Time] = []
    for time in times:
        if joined and _ranges(text, joined[-1], time):
            first = joined.pop()
            last = max(first.high, time.high)
            time = _Time(first.low, last, first.start, time.end)
        joined.append(time)
    return joined


def _ranges(text: str, first: _Time, last: _Time) -> bool:
    if first.opener not in ("", "since") or first.low > last.high:
        return False
    own = re.search(r"\d", text[last.start : last.end])
    between = text[first.end : last.start + (own.start() if own else 0)]
    words = [word.casefold() for word in _WORD.findall(between)]
    while words and words[-1] not in _BETWEEN:
        words.pop()  # the month of the last one
    return (
        not _WORD.sub("", between).strip(_LOOSE)
        and bool(words or between.strip())
        and all(word in _BETWEEN for word in words)
    )


def _sides(time: _Time) -> tuple[date | None, date | None]:
    """First and last day; None for a side that is open."""
    if time.opener == "before":
        return None, time.low - timedelta(days=1)
    if time.opener == "after":
        return time.high + timedelta(days=1), None
    if time.opener == "until":
        return None, time.high
    return time.low, None if time.opener == "since" else time.high
