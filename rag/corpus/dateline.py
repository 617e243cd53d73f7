"""Read from a release's text when it was published or changed, and when its embargo ends.

The dates are looked for in the header lines, a dateline, the lead, the end of the text and the
title. A wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.corpus.header_dates import HeaderDate, header_dates
from rag.corpus.labels import Labels, labels
from rag.language.dates import DateExpression, find_dates
from rag.language.language import Language
from rag.language.patterns import DASH, either, template
from rag.language.registry import languages, read_with
from rag.language.release_words import label_pattern, release_pattern, release_words
from rag.partial_date import PartialDate
from rag.types import Block, PublicationDate, Span

_LEAD_CHARACTERS = 3000
# A longer line is prose.
_LINE_MAX = 200
_PLAIN_MAX = 120
_SHORT_LINE = 60
# A paragraph of at least this length, with a line of at least the second, is prose.
_PROSE_MIN = 100
_PROSE_LINE_MIN = 45
# How many lines are read at the beginning and at the end.
_FIRST_LINES, _LAST_LINES = 150, 80
_OPENING_CHARACTERS = 2000
_DATELINE_REACH = 140

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_MARKS = " \t\u00a0\u202f•·▪‣◦*_#>|–—-"
_SEPARATOR = re.compile(r"[|•·\t]|\s[–—-]+\s|[\s\u00a0]{3,}")
_SITE = re.compile(r"\w\.[^\W\d_]{2,}")
_DIGIT = re.compile(r"\d")
_ALNUM = re.compile(r"[^\W_]")
# Also between a small letter and a capital: some pages lose the blank between two parts
# ("Communiqué de pressePublié le").
_WORD_START = r"(?:\b|(?<=(?-i:[a-zà-ÿ]))(?=(?-i:[A-ZÀ-Þ])))"
_CHUNK = r"[^\W\d_a-zß-ÿ](?:[\w\u0300-\u036f'’./& ]|-(?!-)){0,40}(?:\([^()\n]{2,40}\))?"
_AGENCY = (
    r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\)|[^\W\d_a-zß-ÿ][\w&.-]*(?:\s[^\W\d_a-zß-ÿ][\w&.]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class TextDates:
    """The dates that a text states of itself. A date that is not stated is an empty
    ``PublicationDate``.

    Attributes:
        published: when it was published.
        title: the day in its title, if that is the day of the news and not a day in the future.
        updated: when it was last changed.
        embargo: the day until which it was not to be published.
        lines: the lines that only state one of these dates.
    """

    published: PublicationDate
    title: PublicationDate
    updated: PublicationDate
    embargo: PublicationDate
    lines: tuple[Span, ...] = ()


class _Cues:
    """Patterns for the words around a date in a text, for some languages.

    Attributes:
        future: the future tense.
        today: words right before a date that make it the release's day.
        news: events that a lead reports of that day.
        older: words right before a date that tie it to something older.
        older_articles: words at the beginning of a date that tie it to something older.
        own_articles: words at the beginning of a date that make it the release's day.
    """

    def __init__(self, read: tuple[Language, ...]) -> None:
        def opening(field: str) -> re.Pattern[str]:
            return re.compile(rf"{release_pattern(field, read)}\s", re.IGNORECASE)

        future = either(template(language.calendar.tense.future) for language in read)
        self.future = re.compile(rf"\b{future}\b", re.IGNORECASE)
        self.today = re.compile(
            rf"\b{release_pattern('today', read)}[\s\u00a0]*[,(]?[\s\u00a0]*$", re.IGNORECASE
        )
        self.news = re.compile(rf"\b{release_pattern('news', read)}\b", re.IGNORECASE)
        self.older = re.compile(rf"\b{release_pattern('older', read)}[\s\u00a0]*$", re.IGNORECASE)
        self.older_articles = opening("older_articles")
        self.own_articles = opening("own_articles")


_cues = lru_cache(maxsize=64)(_Cues)


class _LineCues:
    """Patterns for the words around a date in a line of its own, for all languages.

    Attributes:
        published, updated, embargo: the label right before the date; ``published_by`` is the
            label of publication followed by a name.
        any_label: a label of publication or change, anywhere in the line.
        another: what may follow a labelled date: the next label, or an author.
        at_once: the label of a release without embargo.
        done_at: "Fait à" and the like, at the beginning of the line where a text is signed.
        short_weekday: an abbreviated weekday at the end of a string.
        before_place: the whole text before the date of a dateline.
        day_titles: words of titles that name an event of the day.
        announcing: words of titles that announce a future event.
        number: a release's number.
        event: the label of an event's place or time, at the beginning of a line.
        on: the words between a label or a place and a date ("le", "on").
    """

    def __init__(self, read: tuple[Language, ...]) -> None:
        def of(field: str) -> str:
            return label_pattern(field, read)

        def any_case(regex: str) -> re.Pattern[str]:
            return re.compile(regex, re.IGNORECASE)

        on = rf"(?:\s+{of('before_date')})?\s*[:,]?\s*$"
        name = rf"\s*:?\s*{of('by')}\s[^:<>\[\]/|\n]{{2,60}}?"
        separated = rf"(?:[,(|:/]|{DASH}{{1,2}}|/[^/\n]+/)"
        self.published = any_case(rf"{_WORD_START}{of('published')}{on}")
        self.published_by = any_case(rf"{_WORD_START}{of('published')}{name}[\s,]*{on}")
        self.updated = any_case(rf"{_WORD_START}{of('updated')}{on}")
        self.embargo = any_case(rf"{_WORD_START}{of('embargo')}{on}")
        self.any_label = any_case(rf"{of('updated')}|{of('published')}")
        self.another = any_case(
            rf"(?:{of('updated')}|{of('published')}|{of('embargo')}|{of('release_now')}|{of('by')}\s)"
        )
        self.at_once = any_case(rf"\b{of('release_now')}\b")
        self.done_at = any_case(rf"{of('done_at')}(?:\s+\w|\s*$)")
        self.short_weekday = any_case(
            rf"(?<![^\W_]){release_words('short_weekdays', read)}\.?,?[\s\u00a0]*$"
        )
        self.before_place = re.compile(
            rf"[^\w(]*\(?(?:(?:{_CHUNK}|\({_CHUNK}\))\s?(?:{separated}\s?){{1,2}}){{0,4}}"
            rf"(?:(?i:{of('before_date')})\s+)?"
        )
        self.day_titles = any_case(rf"\b{of('day_titles')}\b")
        self.announcing = any_case(rf"\b{of('announcing')}\b")
        self.number = any_case(
            rf"(?:{of('number_sign')}\s?)?(?:[A-Z]{{1,10}}[\s/._-]?)?\d[\d/._-]*"
        )
        self.event = any_case(rf"[\W_]*{of('event_labels')}\s*[:*]")
        self.on = any_case(of("before_date"))


_line_cues = lru_cache(maxsize=8)(_LineCues)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a release.

    Attributes:
        start, end: offsets in the body, without the blanks around it.
        block: the block that it stands in.
        zone: ``head`` before the first paragraph of prose, ``tail`` behind the last one, ``body``
            between the two.
    """

    start: int
    end: int
    block: Block
    zone: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that may be one of the release's own dates.

    Attributes:
        weight: how clearly the text says so, from 30 to 90; the candidate with the highest wins.
        where: where it stands: ``header``, ``lead`` or ``end``, as in ``PublicationDate``.
        clear: whether it is clear enough that two clear candidates with different dates make the
            chosen date doubtful.
        doubtful: whether a person should look at it.
    """

    found: HeaderDate
    weight: int
    where: str
    clear: bool = True
    doubtful: bool = False


# Kinds of blocks around the text of a page. They may hold the dates of other releases.
_AROUND = ("site", "boilerplate", "about")

# The weights of candidates, by the way in which the date is stated.
_LABELLED, _AT_ONCE, _PLACED, _SIGNED, _DATED, _DATELINE, _BARE = 90, 85, 80, 76, 74, 72, 70
_PARTLY, _END_PLACED, _END_BARE, _LEAD, _OPENING = 60, 50, 48, 40, 30
# The weight of a date that the file's name confirms.
_CONFIRMED = 79


def text_dates(
    body: str,
    blocks: Iterable[Block],
    language: str | None,
    known: PartialDate | None = None,
) -> TextDates:
    """The dates that a release's text states of itself.

    A date with a label such as "publié" comes first. Then come a line above the text that is a
    date, or a place and a date; a dateline that opens one of the first paragraphs ("Bruxelles, le
    3 mai 2021 –"); and a line behind the text ("Fait à …, le …"). In the first paragraph a date
    counts only if the text presents it as the day of the news: it stands in brackets or right after
    "ce jeudi", or it is a day of the month in a clause that reports a meeting, a visit or a
    statement. Such a clause must not be in the future, and the date must not be tied to something
    older ("la loi du …"). Other dates in the text are ignored.

    Args:
        body, blocks, language: as in ``Release``.
        known: a day from another source, such as the file's name. If the text states several
            days, a known one wins over those that are stated less clearly.
    """
    parts = [block for block in blocks if block.end > block.start]
    lines = _lines(body, parts)
    reading = _Reading(body, language, lines)
    reading.read(parts)
    if known is not None:
        reading.opening_of_text(known)
    return TextDates(
        published=_best(reading.published, known),
        title=_best(reading.titles),
        updated=_best(reading.updated),
        embargo=_best(reading.embargo),
        lines=tuple(Span(line.start, line.end) for line in reading.stating),
    )


def is_day_title(text: str) -> bool:
    """Whether a title names an event of the day of the news ("Conseil des ministres du …") and
    announces nothing."""
    cues = _line_cues(tuple(languages().values()))
    return cues.day_titles.search(text) is not None and cues.announcing.search(text) is None


class _Reading:
    """Goes through a release once and collects the candidates for its dates."""

    def __init__(self, body: str, language: str | None, lines: list[_Line]) -> None:
        self._body = body
        self._language = language
        self._lines = lines
        self._known: Labels = labels()
        self._cues = _line_cues(tuple(languages().values()))
        self._first_prose = next(
            (at for at, line in enumerate(lines) if line.zone == "body"), len(lines)
        )
        self._announces = False
        tail = [line.start for line in lines if line.zone == "tail"]
        self._text_end = tail[0] if tail else len(body)
        self.stating: list[_Line] = []
        self.published: list[_Candidate] = []
        self.updated: list[_Candidate] = []
        self.embargo: list[_Candidate] = []
        self.titles: list[_Candidate] = []

    def read(self, blocks: Sequence[Block]) -> None:
        self._announces = any(self._is_notice(one) for one in self._lines if one.zone == "head")
        bare: list[_Candidate] = []
        opened: list[tuple[_Line, _Candidate]] = []
        pending: str | None = None
        for number, line in enumerate(self._lines):
            before, pending = pending, None
            if line.zone == "body" and before is None and not self._may_date(line, number):
                pending = self._lone_label(line)
                continue
            if line.end - line.start > _LINE_MAX:
                opened += self._dateline(line, number)
                continue
            if _DIGIT.search(self._body, line.start, line.end) is None:
                pending = self._lone_label(line)
                continue
            dates = header_dates(self._body, line.start, line.end, self._language)
            if not dates:
                continue
            if self._under_label(before, line, dates):
                self.stating.append(line)
                continue
            labelled = self._labelled(line, dates)
            if labelled is not None:
                self.stating.append(line)
                dates = dates[:labelled]
                if not dates:
                    continue
                line = replace(line, end=dates[-1].end)
            placed = self._placed(line, dates)
            if placed is not None and not self._of_an_event(number, placed):
                bare.append(placed)
                if labelled is None and line.zone != "body":
                    self.stating.append(line)
            elif placed is None:
                opened += self._dateline(line, number)
                self._title(line, dates)
        self.published += _without_calendars(bare)
        self.published += _without_chronicles(opened)
        self._at_once()
        self._opening()
        self.published += self._lead(blocks)

    def _may_date(self, line: _Line, number: int) -> bool:
        """Whether a line within the text may state a date of the release; most do not."""
        if number <= self._first_prose + 2:
            return True
        length = line.end - line.start
        if length > _PLAIN_MAX or _DIGIT.search(self._body, line.start, line.end) is None:
            return False
        if length <= _SHORT_LINE:
            return True
        labels_ = (self._cues.any_label, self._cues.done_at)
        return any(pattern.search(self._body, line.start, line.end) for pattern in labels_)

    def _is_notice(self, line: _Line) -> bool:
        """Whether a line is a heading over a future event ("INVITATION PRESSE")."""
        if line.end - line.start > _LINE_MAX:
            return False
        text = self._bare(self._body[line.start : line.end]).strip(_MARKS + " .:")
        match = self._cues.announcing.search(text)
        return match is not None and (
            match.start() == 0 or (len(text) <= _SHORT_LINE and match.end() == len(text))
        )

    def _labelled(self, line: _Line, dates: list[HeaderDate]) -> int | None:
        """Take the dates that have a label of their own. Returns the number of the first one, or
        None."""
        first = None
        start = line.start
        for number, found in enumerate(dates):
            before = self._bare(self._ahead(start, found))
            after = self._body[found.end : line.end]
            role = self._role(before, line, number)
            if role is not None and self._is_all(after):
                self._take(role, found, line)
                first = number if first is None else first
            start = found.end
        return first

    def _role(self, before: str, line: _Line, number: int) -> str | None:
        """What the label right before a date says that it is: ``published``, ``updated`` or
        ``embargo``; None without a label."""
        cues = self._cues
        for role, pattern in (("updated", cues.updated), ("embargo", cues.embargo)):
            match = pattern.search(before)
            if match and self._begins(before, match.start(), number):
                return role
        for pattern in (cues.published, cues.published_by):
            match = pattern.search(before)
            # "Posted by example.org on …" is the date of another text on that site.
            own = match is not None and _SITE.search(match.group()) is None
            if match and own and self._begins(before, match.start(), number):
                return "published"
        return None

    def _begins(self, before: str, at: int, number: int) -> bool:
        """Whether a label begins its line, or follows a separator, another label or another
        date."""
        ahead = before[:at]
        bare = ahead.strip(_MARKS)
        if not bare or ahead.rstrip(" \u00a0")[-1:] in "|•·–—-/:;,()\t":
            # "Bruxelles, publié le" counts like "publié le"; a whole sentence does not.
            return number > 0 or len(bare) <= 60
        if self._known.label.fullmatch(bare.strip(" .,:;()/")):
            return True
        return number > 0 and len(bare) <= 12

    def _is_all(self, after: str) -> bool:
        """Whether nothing that belongs to a sentence follows a date."""
        rest = self._known.clock.sub(" ", after, count=1)
        stripped = rest.strip(_MARKS + ".,:;()[]/")
        if not _ALNUM.search(stripped):
            return True
        if self._cues.another.match(stripped) is not None:
            return True
        return _SEPARATOR.match(rest.lstrip(".,)]")) is not None and len(stripped) <= _LINE_MAX

    def _take(self, role: str, found: HeaderDate, line: _Line) -> None:
        where = "header" if line.zone != "tail" else "end"
        around = line.block.kind in _AROUND
        weight = _PARTLY if around else _LABELLED
        clear = line.zone == "head" and not around
        candidate = _Candidate(found, weight, where, clear, found.unsure)
        if found.date.until is not None and role == "published":
            return
        if line.zone == "body" and role == "embargo":
            return
        getattr(self, role).append(candidate)

    def _lone_label(self, line: _Line) -> str | None:
        """What the date on the next line is, if this line is only a label ("Date de publication"):
        ``published``, ``updated``, ``embargo`` or ``dated``; None for another line."""
        text = self._body[line.start : line.end].strip(_MARKS + ".:")
        if len(text) > 60:
            return None
        known = self._known
        for role, pattern in (
            ("updated", known.updated),
            ("embargo", known.embargo),
            ("published", known.published),
        ):
            if pattern.fullmatch(text):
                return role
        return "dated" if known.date_label.fullmatch(text) else None

    def _under_label(self, label: str | None, line: _Line, dates: list[HeaderDate]) -> bool:
        """Take the date of a line that is only a date, under a line that is only a label."""
        if label is None or label == "dated":
            return False
        if _ALNUM.search(self._rest(line.start, line.end, dates[:1])):
            return False
        self._take(label, dates[0], line)
        return True

    def _placed(self, line: _Line, dates: list[HeaderDate]) -> _Candidate | None:
        """The candidate of a line that is a date, also with a label or a place; None for others."""
        found = dates[0]
        if line.end - line.start > _PLAIN_MAX or found.date.until is not None:
            return None
        if any(not _agree(found, other) for other in dates[1:]):
            return None
        kind = self._kind(line, dates)
        listed = line.block.kind == "item" and not self._body[line.start].isdigit()
        around = line.block.kind in _AROUND and line.zone != "head"
        if kind is None or (kind == "bare" and (listed or around)):
            return None
        full = found.date.has_day and found.date.has_year
        if kind == "apart":
            # "London – 3 May 2021" is a place and a date, but "Concert – 3 May 2021" is an event.
            if not full or line.zone != "head":
                return None
            return _Candidate(found, _OPENING, "header", False, True)
        if line.zone == "tail":
            weight = {"signed": _SIGNED, "placed": _END_PLACED}.get(kind, _END_BARE)
            if not full and kind == "bare":
                return None
            return _Candidate(found, weight, "end", True, found.unsure)
        if line.zone == "body":
            # A page may have a teaser above its header.
            if line.block.kind == "header" and full and self._is_near_top(line):
                return _Candidate(found, _END_PLACED, "header", False, found.unsure)
            if kind not in ("signed", "placed") or not full:
                return None
            weight = _SIGNED if kind == "signed" else _OPENING
            return _Candidate(found, weight, "end", False, found.unsure or kind != "signed")
        weight = {"signed": _PLACED, "placed": _PLACED, "dated": _DATED}.get(kind, _BARE)
        return _Candidate(found, weight if full else _PARTLY, "header", True, found.unsure)

    def _is_near_top(self, line: _Line) -> bool:
        return line in self._lines[: self._first_prose + 4]

    def _kind(self, line: _Line, dates: list[HeaderDate]) -> str | None:
        """``signed``, ``placed``, ``dated`` (with a label), ``bare`` or ``apart`` (a date beside
        what may be a place); None for a line that says something else."""
        text = self._body[line.start : line.end]
        kinds: list[str] = []
        others: list[str] = []
        at = line.start
        breaks = [
            match.span()
            for match in _SEPARATOR.finditer(self._body, line.start, line.end)
            if not any(one.start < match.end() and match.start() < one.end for one in dates)
        ]
        for low, high in (*breaks, (line.end, line.end)):
            inside = [one for one in dates if at <= one.start and one.end <= low]
            if inside:
                kind = self._kind_of_part(at, low, inside)
                if kind is None:
                    return None
                kinds.append(kind)
            elif not self._is_label(self._body[at:low]):
                others.append(self._body[at:low].strip(_MARKS))
            at = high
        if not kinds or (line.block.kind == "row" and len(others) > 0):
            return None
        if others:
            # A title followed by a dash and its date, or a header of several parts.
            strong = re.search(r"[|•·\t]|[\s\u00a0]{3,}", text.strip(_MARKS)) is not None
            titled = line.block.kind == "title" or re.search(r"[.!?]\s*$", text) is not None
            if sum(map(len, others)) > 80 or (titled and not strong):
                return None
            if not strong and line.block.kind != "header":
                lone = len(others) == 1 and line is not self._lines[0]
                place = lone and text.startswith(others[0]) and len(others[0].split()) <= 3
                named = place and self._known.place.fullmatch(others[0]) is not None
                return "apart" if named and not self._announced(others[0]) else None
        order = ("apart", "signed", "placed", "dated")
        return next((kind for kind in order if kind in kinds), "bare")

    def _announced(self, text: str) -> bool:
        """Whether a text names an event or is a title, and so is not a place."""
        cues = self._cues
        return (cues.announcing.search(text) or cues.day_titles.search(text)) is not None

    def _kind_of_part(self, start: int, end: int, dates: list[HeaderDate]) -> str | None:
        rest = self._rest(start, end, dates)
        if not _ALNUM.search(rest):
            return "bare"
        known = self._known
        stripped = rest.strip(" .,:;()/")
        if known.label.fullmatch(stripped) or known.date_label.fullmatch(stripped):
            return "dated"
        ahead = self._body[start : dates[0].start].strip(_MARKS)
        behind = self._bare(self._body[dates[-1].end : end]).strip(_MARKS)
        place_behind = len(behind.split()) <= 4 and not behind.lstrip().startswith(",")
        if self._cues.done_at.match(ahead) and place_behind:
            return "signed"
        if _ALNUM.search(behind):
            return None
        place = known.weekday.sub("", rest).strip(" .," + _MARKS)
        if place.startswith(("(", "[")):
            place = place.strip(" .,()[]")
        if not place or self._cues.on.fullmatch(place):
            return "bare"
        if len(place) > 60 or self._announced(place) or known.embargo.match(place):
            return None
        if known.place.fullmatch(place) or known.place.fullmatch(f"{place},"):
            if ahead.rstrip().endswith((",", ")")):
                # "Marché de Noël, 12 décembre 2021" looks like "Rio de Janeiro, …".
                inner = re.findall(r"\w+", place)[1:]
                named = any(known.genitive.fullmatch(word) for word in inner)
                return "apart" if named and not self._says_on(dates[0], ahead) else "placed"
            timed = known.clock.search(self._body, dates[-1].end, end) is not None
            if timed and end > self._text_end:
                return None  # a reader's comment
            if not self._is_tied(dates[0], ahead) and self._says_on(dates[0], ahead):
                return "placed"
        return None

    def _is_tied(self, found: HeaderDate, ahead: str) -> bool:
        """Whether a date belongs to the word before it ("mobilisation du 18 septembre")."""
        genitive = self._known.genitive
        words = ahead.split()
        tied = bool(words) and genitive.fullmatch(words[-1]) is not None
        return tied or genitive.match(self._body, found.start) is not None

    def _says_on(self, found: HeaderDate, ahead: str) -> bool:
        """Whether a word like "le" stands between a place and its date."""
        first = self._body[found.start : found.end].split()[0]
        last = ahead.split()[-1] if ahead.split() else ""
        return any(self._cues.on.fullmatch(word) is not None for word in (first, last))

    def _rest(self, start: int, end: int, dates: list[HeaderDate]) -> str:
        """The text between two offsets without its dates, weekdays and times of day."""
        rest = self._body[start:end]
        for one in reversed(dates):
            rest = f"{self._ahead(start, one)} {rest[one.end - start :]}"
        return self._bare(rest)

    def _ahead(self, start: int, found: HeaderDate) -> str:
        """The text before a date, without an abbreviated weekday ("Fri 4 June")."""
        return self._cues.short_weekday.sub("", self._body[start : found.start])

    def _bare(self, text: str) -> str:
        text = self._known.weekday.sub(" ", self._known.clock.sub(" ", text))
        return re.sub(r"[\s\u00a0]+", " ", text)

    def _is_label(self, text: str) -> bool:
        bare = self._bare(text).strip(_MARKS + ".,:;()/")
        if not _ALNUM.search(bare) or self._known.label.fullmatch(bare) is not None:
            return True
        return self._cues.number.fullmatch(bare) is not None

    def _of_an_event(self, number: int, candidate: _Candidate) -> bool:
        """Whether a bare or labelled date is the date of an event: the event's time or place stand
        beside it, or the line above names the event."""
        if candidate.weight in (_PLACED, _SIGNED, _END_PLACED):
            return False
        near = [
            self._lines[at]
            for at in range(number - 2, number + 3)
            if at != number and 0 <= at < len(self._lines)
        ]
        if any(self._cues.event.match(self._body, line.start, line.end) for line in near):
            return True
        above_it = [one for one in near if one.start < self._lines[number].start]
        if any(self._is_notice(one) for one in above_it):
            return True
        if number:
            above = self._body[self._lines[number - 1].start : self._lines[number - 1].end]
            between = self._body[self._lines[number - 1].end : self._lines[number].start]
            opens = above.rstrip().endswith(":") and between.count("\n") <= 2
            if opens and self._lone_label(self._lines[number - 1]) is None:
                return not self._is_label(above)
        return self._announces and candidate.where == "header"

    def _dateline(self, line: _Line, number: int) -> list[tuple[_Line, _Candidate]]:
        """The date at the beginning of a line, before a dash, an agency's name or a colon."""
        first_prose = self._first_prose
        if number > first_prose + 2 or line.zone == "tail":
            return []
        if line.block.kind not in ("paragraph", "header", "title", "item"):
            return []
        reach = min(line.end, line.start + _DATELINE_REACH)
        for found in header_dates(self._body, line.start, reach, self._language):
            if not found.date.has_day or found.end > line.start + _DATELINE_REACH - 10:
                continue
            how = self._opens(line, found, first=number == first_prose)
            if how is not None:
                clear = how == "placed"
                return [(line, _Candidate(found, _DATELINE, "lead", clear, found.unsure))]
            break
        return []

    def _opens(self, line: _Line, found: HeaderDate, *, first: bool) -> str | None:
        """``placed`` for a dateline with a place before its date, ``plain`` for one without; None
        for another line."""
        before = self._body[line.start : found.start].lstrip(_MARKS)
        if self._cues.before_place.fullmatch(before) is None:
            return None
        placed = re.search(r"[^\W\d_a-zß-ÿ]", before) is not None
        after = self._body[found.end : min(line.end, found.end + 80)]
        clock = self._known.clock.match(after.lstrip(" ,"))
        if clock:
            after = after.lstrip(" ,")[clock.end() :]
        plain_colon = clock is None and (line.zone == "head" or first)
        place = r"(?:,\s?[\w\u0300-\u036f'’ -]{2,25})?"
        dashed = rf"\)?{place}\s?\)?\s?[.:,]?\s?(?:{DASH}|\|)(?:\s|{DASH})"
        agency = rf"\)?\s?(?:{DASH}{{1,2}}\s?)?{_AGENCY}\s?[:.]?\s?(?:{DASH}|\|)(?:\s|{DASH}|\w)"
        if re.match(dashed, after) or re.match(agency, after):
            return "placed" if placed else "plain"
        if placed and re.match(r"\s?(?:/[^/\n]{2,40}/|\([^()\n]{2,30}\))(?:\s|[.:,]|$)", after):
            return "placed"
        if self._known.place.fullmatch(before) and re.match(r"\.\s+[^\W\d_a-zß-ÿ]", after):
            return "placed"
        if found.date.has_year and first and re.match(r"\.\s+[^\W\d_a-zß-ÿ]", after):
            return "plain"
        if found.date.has_year and (placed or plain_colon) and re.match(r"\)?\s?:\s+\S", after):
            return "placed" if placed else "plain"
        return None

    def _title(self, line: _Line, dates: list[HeaderDate]) -> None:
        """Take the day of the news from a title: "Conseil des ministres du 20 juillet 2016"."""
        first = line is self._lines[0]
        if line.zone != "head" or not (
            first or line.block.kind in ("title", "heading", "paragraph")
        ):
            return
        text = self._body[line.start : line.end]
        found = dates[0]
        ahead = text[: found.start - line.start]
        rest = f"{ahead} {text[found.end - line.start :]}"
        if len(dates) != 1 or re.search(r"[.!?]\s+\S", rest) or len(text) > 160:
            return
        cues = _cues(read_with(self._language))
        own = (
            cues.today.search(ahead) is not None
            or cues.own_articles.match(text[found.start - line.start :]) is not None
        )
        if not (found.date.has_day and found.date.has_year) or found.date.until is not None:
            return
        if self._announces or cues.future.search(text):
            return
        if not is_day_title(text) or self._cues.day_titles.search(ahead) is None:
            return
        weight = _LABELLED if line.block.kind == "title" else _BARE
        self.titles.append(_Candidate(found, weight, "header", True, not own))

    def _at_once(self) -> None:
        """Take the date beside "for immediate release", also in a text without line breaks."""
        opening = self._lines[0].start if self._lines else 0
        end = min(len(self._body), opening + _OPENING_CHARACTERS)
        for match in self._cues.at_once.finditer(self._body, opening, end):
            low, high = max(opening, match.start() - 60), min(len(self._body), match.end() + 60)
            for found in header_dates(self._body, low, high, self._language):
                between = (
                    self._body[match.end() : found.start]
                    if found.start >= match.end()
                    else self._body[found.end : match.start()]
                )
                full = found.date.has_day and found.date.has_year and found.date.until is None
                if full and not _ALNUM.search(self._bare(between)) and len(between) < 40:
                    self.published.append(_Candidate(found, _AT_ONCE, "header", True, found.unsure))

    def _opening(self) -> None:
        """Take the date that begins the first line, before a headline ("August 11 2007 …")."""
        if not self._lines:
            return
        line = self._lines[0]
        reach = min(line.end, line.start + 40)
        for found in header_dates(self._body, line.start, reach, self._language)[:1]:
            ahead = self._body[line.start : found.start].strip(_MARKS)
            behind = self._body[found.end : found.end + 3]
            full = found.date.has_day and found.date.has_year and found.date.until is None
            first = self._body[found.start : found.end].split()[0]
            if ahead or not full or self._cues.on.fullmatch(first.lower()):
                continue
            if re.match(r"[\s\u00a0]+[^\W\d_a-zß-ÿ]", behind):
                self.published.append(_Candidate(found, _OPENING, "header", False, found.unsure))

    def opening_of_text(self, known: PartialDate) -> None:
        """Take the known day if one of the first three paragraphs begins with it."""
        for line in [line for line in self._lines if line.block.kind == "paragraph"][:3]:
            reach = min(line.end, line.start + 60)
            for found in header_dates(self._body, line.start, reach, self._language)[:1]:
                if found.start == line.start and found.date == known:
                    self.published.append(_Candidate(found, _OPENING, "lead", False))

    def _lead(self, blocks: Sequence[Block]) -> list[_Candidate]:
        """The dates that the first paragraph presents as the day of the news."""
        paragraphs = [block for block in blocks if block.kind == "paragraph"]
        lead = next((b for b in paragraphs if _is_prose(self._body, b)), None)
        if lead is None and paragraphs:
            lead = paragraphs[0]
        if lead is None:
            return []
        end = min(lead.end, lead.start + _LEAD_CHARACTERS)
        cues = _cues(read_with(self._language))
        candidates = []
        for found in find_dates(self._body, lead.start, end, language=self._language):
            weight = _weight(self._body, lead, found, cues)
            if weight and found.date is not None:
                own = HeaderDate(found.start, found.end, found.date)
                candidates.append(_Candidate(own, _LEAD + weight, "lead", False))
        return candidates


def _lines(body: str, blocks: Sequence[Block]) -> list[_Line]:
    """The lines of a release, except captions and column names. Of a long release only the first
    and the last lines."""
    prose = [block for block in blocks if _is_prose(body, block)]
    first = prose[0].start if prose else len(body)
    last = next((block.end for block in reversed(prose)), 0)
    lines: list[_Line] = []
    for block in blocks:
        if block.kind in ("caption", "columns"):
            continue
        for match in _LINE.finditer(body, block.start, block.end):
            text = match.group()
            stripped = text.strip(" \t\u00a0\u202f\ufeff\u200b")
            if not stripped:
                continue
            start = match.start() + text.index(stripped)
            zone = "head" if start < first else "tail" if start >= last else "body"
            lines.append(_Line(start, start + len(stripped), block, zone))
    return (
        lines
        if len(lines) <= _FIRST_LINES + _LAST_LINES
        else (lines[:_FIRST_LINES] + lines[-_LAST_LINES:])
    )


def _is_prose(body: str, block: Block) -> bool:
    """Whether a block is a paragraph of the text, and not of its letterhead or a signature."""
    if block.kind != "paragraph" or block.end - block.start < _PROSE_MIN:
        return False
    lines = [match.group().strip() for match in _LINE.finditer(body, block.start, block.end)]
    return max(map(len, lines), default=0) >= _PROSE_LINE_MIN


def _without_calendars(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates, without the bare dates if there are many: those are dates of events."""
    kept: list[_Candidate] = []
    for where, bare in (("header", _BARE), ("end", _END_BARE)):
        there = [one for one in candidates if one.where == where]
        days = {one.found.date for one in there if one.weight == bare}
        many = len(days) > (2 if where == "header" else 1)
        kept += [one for one in there if not (many and one.weight == bare)]
    return kept


def _without_chronicles(opened: list[tuple[_Line, _Candidate]]) -> list[_Candidate]:
    """The datelines, without those that have no place if their days differ: such lines are a
    chronicle."""
    plain = {one.found.date for _, one in opened if not one.clear}
    return [one for _, one in opened if one.clear or len(plain) == 1]


def _best(candidates: list[_Candidate], known: PartialDate | None = None) -> PublicationDate:
    """The date that is stated most clearly. It is doubtful if another clear one disagrees."""
    if not candidates:
        return PublicationDate()

    def clearness(one: _Candidate) -> tuple[int, int]:
        is_known = known is not None and one.found.date == known
        return max(one.weight, _CONFIRMED) if is_known else one.weight, -one.found.start

    best = max(candidates, key=clearness)
    fuller = [
        one
        for one in candidates
        if one.found.date != best.found.date and _is_part(best.found, one.found)
    ]
    if fuller:
        best = max(fuller, key=clearness)
    same = [one for one in candidates if one.found.date == best.found.date]
    sure = (
        len({one.found.start for one in same}) > 1
        or best.found.date == known
        or not (best.doubtful or best.found.unsure)
    )
    against = any(
        best.clear and one.clear and one.weight >= _END_BARE and not _agree(best.found, one.found)
        for one in candidates
    )
    span = Span(best.found.start, best.found.end)
    doubtful = not sure or against
    return PublicationDate(best.found.date, span, best.where, None, doubtful)


def _agree(one: HeaderDate, other: HeaderDate) -> bool:
    """Whether two dates may be the same day."""
    return one.date == other.date or _is_part(one, other) or _is_part(other, one)


def _is_part(less: HeaderDate, more: HeaderDate) -> bool:
    if less.date.until is not None or more.date.until is not None:
        return False
    return less.date.covers(more.date)


def _weight(body: str, lead: Block, found: DateExpression, cues: _Cues) -> int:
    """How clearly the lead presents a date as the day of the news, 1 to 3; 0 for not at all."""
    if found.date is None or not found.date.has_day:
        return 0
    words = body[found.start : found.end]
    before = body[max(lead.start, found.start - 60) : found.start]
    if cues.older.search(before) or cues.older_articles.match(words):
        return 0
    begin = max(body.rfind(mark, lead.start, found.start) for mark in ".;!?")
    clause = body[max(begin + 1, lead.start) : found.end]
    if cues.future.search(clause):
        return 0
    if cues.today.search(before) or cues.own_articles.match(words):
        return 3
    near = clause[max(clause.rfind(","), 0) :] if "(" not in clause else clause
    if not cues.news.search(near):
        return 0
    return 1 if found.date.year is not None else 2
