"""Read from a release's text when it was published or changed, and when its embargo ends.

The dates are looked for in the header lines, a dateline, the lead, the end of the text and the
title. A wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.corpus.labels import labels
from rag.corpus.release_dates.candidates import (
    AT_ONCE,
    BARE,
    DATED,
    END_BARE,
    END_PLACED,
    LABELLED,
    OPENING,
    PARTLY,
    PLACED,
    SIGNED,
    Candidate,
    agree,
    best,
    without_calendars,
    without_chronicles,
)  # fmt: skip
from rag.corpus.release_dates.cues import cues_of, is_day_title, line_cues
from rag.corpus.release_dates.dateline import dateline
from rag.corpus.release_dates.header import HeaderDate, header_dates
from rag.corpus.release_dates.lead import lead_dates
from rag.corpus.release_dates.line_text import ALNUM, LINE_MAX, SHORT_LINE, LineText
from rag.corpus.release_dates.lines import MARKS, Line, lines_of
from rag.language.registry import read_with
from rag.lazy import dataclass, regex
from rag.partial_date import PartialDate
from rag.types import Block, PublicationDate, Span

_PLAIN_MAX = 120
_OPENING_CHARACTERS = 2000
_DIGIT = regex(r"\d")
_SITE = regex(r"\w\.[^\W\d_]{2,}")
# Kinds of blocks around the text of a page. They may hold the dates of other releases.
_AROUND = ("site", "boilerplate", "about")


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
    lines = lines_of(body, parts)
    reading = _Reading(body, language, lines)
    reading.read(parts)
    if known is not None:
        reading.opening_of_text(known)
    return TextDates(
        published=best(reading.published, known),
        title=best(reading.titles),
        updated=best(reading.updated),
        embargo=best(reading.embargo),
        lines=tuple(Span(line.start, line.end) for line in reading.stating),
    )


class _Reading:
    """Goes through a release once and collects the candidates for its dates."""

    def __init__(self, body: str, language: str | None, lines: list[Line]) -> None:
        self._body = body
        self._language = language
        self._lines = lines
        self._known = labels()
        self._cues = line_cues()
        self._first_prose = next(
            (at for at, line in enumerate(lines) if line.zone == "body"), len(lines)
        )
        self._announces = False
        tail = [line.start for line in lines if line.zone == "tail"]
        self._text = LineText(body, lines, tail[0] if tail else len(body))
        self.stating: list[Line] = []
        self.published: list[Candidate] = []
        self.updated: list[Candidate] = []
        self.embargo: list[Candidate] = []
        self.titles: list[Candidate] = []

    def read(self, blocks: Sequence[Block]) -> None:
        self._announces = any(
            self._text.is_notice(one) for one in self._lines if one.zone == "head"
        )
        bare: list[Candidate] = []
        opened: list[tuple[Line, Candidate]] = []
        pending: str | None = None
        for number, line in enumerate(self._lines):
            before, pending = pending, None
            if line.zone == "body" and before is None and not self._may_date(line, number):
                pending = self._text.lone_label(line)
                continue
            if line.end - line.start > LINE_MAX:
                opened += self._datelines(line, number)
                continue
            if _DIGIT.search(self._body, line.start, line.end) is None:
                pending = self._text.lone_label(line)
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
                opened += self._datelines(line, number)
                self._title(line, dates)
        self.published += without_calendars(bare)
        self.published += without_chronicles(opened)
        self._at_once()
        self._opening()
        self.published += lead_dates(self._body, blocks, self._language)

    def _may_date(self, line: Line, number: int) -> bool:
        """Whether a line within the text may state a date of the release; most do not."""
        if number <= self._first_prose + 2:
            return True
        length = line.end - line.start
        if length > _PLAIN_MAX or _DIGIT.search(self._body, line.start, line.end) is None:
            return False
        if length <= SHORT_LINE:
            return True
        labels_ = (self._cues.any_label, self._cues.done_at)
        return any(pattern.search(self._body, line.start, line.end) for pattern in labels_)

    def _labelled(self, line: Line, dates: list[HeaderDate]) -> int | None:
        """Take the dates that have a label of their own. Returns the number of the first one, or
        None."""
        first = None
        start = line.start
        for number, found in enumerate(dates):
            before = self._text.bare(self._text.ahead(start, found))
            after = self._body[found.end : line.end]
            role = self._role(before, number)
            if role is not None and self._text.is_all(after):
                self._take(role, found, line)
                first = number if first is None else first
            start = found.end
        return first

    def _role(self, before: str, number: int) -> str | None:
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
        bare = ahead.strip(MARKS)
        if not bare or ahead.rstrip(" \u00a0")[-1:] in "|•·–—-/:;,()\t":
            # "Bruxelles, publié le" counts like "publié le"; a whole sentence does not.
            return number > 0 or len(bare) <= 60
        if self._known.label.fullmatch(bare.strip(" .,:;()/")):
            return True
        return number > 0 and len(bare) <= 12

    def _take(self, role: str, found: HeaderDate, line: Line) -> None:
        where = "header" if line.zone != "tail" else "end"
        around = line.block.kind in _AROUND
        weight = PARTLY if around else LABELLED
        clear = line.zone == "head" and not around
        candidate = Candidate(found, weight, where, clear, found.unsure)
        if found.date.until is not None and role == "published":
            return
        if line.zone == "body" and role == "embargo":
            return
        getattr(self, role).append(candidate)

    def _under_label(self, label: str | None, line: Line, dates: list[HeaderDate]) -> bool:
        """Take the date of a line that is only a date, under a line that is only a label."""
        if label is None or label == "dated":
            return False
        if ALNUM.search(self._text.rest(line.start, line.end, dates[:1])):
            return False
        self._take(label, dates[0], line)
        return True

    def _placed(self, line: Line, dates: list[HeaderDate]) -> Candidate | None:
        """The candidate of a line that is a date, also with a label or a place; None for others."""
        found = dates[0]
        if line.end - line.start > _PLAIN_MAX or found.date.until is not None:
            return None
        if any(not agree(found, other) for other in dates[1:]):
            return None
        kind = self._text.kind(line, dates)
        listed = line.block.kind == "item" and not self._body[line.start].isdigit()
        around = line.block.kind in _AROUND and line.zone != "head"
        if kind is None or (kind == "bare" and (listed or around)):
            return None
        full = found.date.has_day and found.date.has_year
        if kind == "apart":
            # "London – 3 May 2021" is a place and a date, but "Concert – 3 May 2021" is an event.
            if not full or line.zone != "head":
                return None
            return Candidate(found, OPENING, "header", False, True)
        if line.zone == "tail":
            weight = {"signed": SIGNED, "placed": END_PLACED}.get(kind, END_BARE)
            if not full and kind == "bare":
                return None
            return Candidate(found, weight, "end", True, found.unsure)
        if line.zone == "body":
            # A page may have a teaser above its header.
            if line.block.kind == "header" and full and self._is_near_top(line):
                return Candidate(found, END_PLACED, "header", False, found.unsure)
            if kind not in ("signed", "placed") or not full:
                return None
            weight = SIGNED if kind == "signed" else OPENING
            return Candidate(found, weight, "end", False, found.unsure or kind != "signed")
        weight = {"signed": PLACED, "placed": PLACED, "dated": DATED}.get(kind, BARE)
        return Candidate(found, weight if full else PARTLY, "header", True, found.unsure)

    def _is_near_top(self, line: Line) -> bool:
        return line in self._lines[: self._first_prose + 4]

    def _of_an_event(self, number: int, candidate: Candidate) -> bool:
        """Whether a bare or labelled date is the date of an event: the event's time or place stand
        beside it, or the line above names the event."""
        if candidate.weight in (PLACED, SIGNED, END_PLACED):
            return False
        near = [
            self._lines[at]
            for at in range(number - 2, number + 3)
            if at != number and 0 <= at < len(self._lines)
        ]
        if any(self._cues.event.match(self._body, line.start, line.end) for line in near):
            return True
        above_it = [one for one in near if one.start < self._lines[number].start]
        if any(self._text.is_notice(one) for one in above_it):
            return True
        if number:
            above = self._body[self._lines[number - 1].start : self._lines[number - 1].end]
            between = self._body[self._lines[number - 1].end : self._lines[number].start]
            opens = above.rstrip().endswith(":") and between.count("\n") <= 2
            if opens and self._text.lone_label(self._lines[number - 1]) is None:
                return not self._text.is_label(above)
        return self._announces and candidate.where == "header"

    def _datelines(self, line: Line, number: int) -> list[tuple[Line, Candidate]]:
        if number > self._first_prose + 2:
            return []
        first = number == self._first_prose
        found = dateline(self._body, line, self._language, first=first)
        return [(line, found)] if found is not None else []

    def _title(self, line: Line, dates: list[HeaderDate]) -> None:
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
        cues = cues_of(read_with(self._language))
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
        weight = LABELLED if line.block.kind == "title" else BARE
        self.titles.append(Candidate(found, weight, "header", True, not own))

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
                if full and not ALNUM.search(self._text.bare(between)) and len(between) < 40:
                    self.published.append(Candidate(found, AT_ONCE, "header", True, found.unsure))

    def _opening(self) -> None:
        """Take the date that begins the first line, before a headline ("August 11 2007 …")."""
        if not self._lines:
            return
        line = self._lines[0]
        reach = min(line.end, line.start + 40)
        for found in header_dates(self._body, line.start, reach, self._language)[:1]:
            ahead = self._body[line.start : found.start].strip(MARKS)
            behind = self._body[found.end : found.end + 3]
            full = found.date.has_day and found.date.has_year and found.date.until is None
            first = self._body[found.start : found.end].split()[0]
            if ahead or not full or self._cues.on.fullmatch(first.lower()):
                continue
            if re.match(r"[\s\u00a0]+[^\W\d_a-zß-ÿ]", behind):
                self.published.append(Candidate(found, OPENING, "header", False, found.unsure))

    def opening_of_text(self, known: PartialDate) -> None:
        """Take the known day if one of the first three paragraphs begins with it."""
        for line in [line for line in self._lines if line.block.kind == "paragraph"][:3]:
            reach = min(line.end, line.start + 60)
            for found in header_dates(self._body, line.start, reach, self._language)[:1]:
                if found.start == line.start and found.date == known:
                    self.published.append(Candidate(found, OPENING, "lead", False))
