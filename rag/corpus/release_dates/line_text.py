"""What a line says beside its dates: nothing, a label, a place, a signature, or something else."""

from __future__ import annotations

import re

from rag.corpus.labels import labels
from rag.corpus.release_dates.cues import line_cues
from rag.corpus.release_dates.header import HeaderDate
from rag.corpus.release_dates.lines import MARKS, SEPARATOR, Line
from rag.lazy import regex

ALNUM = regex(r"[^\W_]")
# A longer line is prose.
LINE_MAX = 200
SHORT_LINE = 60


class LineText:
    """Reads the words of a release's lines.

    Args:
        body: the release's text.
        lines: its lines.
        text_end: where the lines behind the text begin.
    """

    def __init__(self, body: str, lines: list[Line], text_end: int) -> None:
        self._body = body
        self._lines = lines
        self._text_end = text_end
        self._known = labels()
        self._cues = line_cues()

    def is_notice(self, line: Line) -> bool:
        """Whether a line is a heading over a future event ("INVITATION PRESSE")."""
        if line.end - line.start > LINE_MAX:
            return False
        text = self.bare(self._body[line.start : line.end]).strip(MARKS + " .:")
        match = self._cues.announcing.search(text)
        return match is not None and (
            match.start() == 0 or (len(text) <= SHORT_LINE and match.end() == len(text))
        )

    def is_all(self, after: str) -> bool:
        """Whether nothing that belongs to a sentence follows a date."""
        rest = self._known.clock.sub(" ", after, count=1)
        stripped = rest.strip(MARKS + ".,:;()[]/")
        if not ALNUM.search(stripped):
            return True
        if self._cues.another.match(stripped) is not None:
            return True
        return SEPARATOR.match(rest.lstrip(".,)]")) is not None and len(stripped) <= LINE_MAX

    def lone_label(self, line: Line) -> str | None:
        """What the date on the next line is, if this line is only a label ("Date de publication"):
        ``published``, ``updated``, ``embargo`` or ``dated``; None for another line."""
        text = self._body[line.start : line.end].strip(MARKS + ".:")
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

    def kind(self, line: Line, dates: list[HeaderDate]) -> str | None:
        """``signed``, ``placed``, ``dated`` (with a label), ``bare`` or ``apart`` (a date beside
        what may be a place); None for a line that says something else."""
        text = self._body[line.start : line.end]
        kinds: list[str] = []
        others: list[str] = []
        at = line.start
        breaks = [
            match.span()
            for match in SEPARATOR.finditer(self._body, line.start, line.end)
            if not any(one.start < match.end() and match.start() < one.end for one in dates)
        ]
        for low, high in (*breaks, (line.end, line.end)):
            inside = [one for one in dates if at <= one.start and one.end <= low]
            if inside:
                kind = self._kind_of_part(at, low, inside)
                if kind is None:
                    return None
                kinds.append(kind)
            elif not self.is_label(self._body[at:low]):
                others.append(self._body[at:low].strip(MARKS))
            at = high
        if not kinds or (line.block.kind == "row" and len(others) > 0):
            return None
        if others:
            # A title followed by a dash and its date, or a header of several parts.
            strong = re.search(r"[|•·\t]|[\s\u00a0]{3,}", text.strip(MARKS)) is not None
            titled = line.block.kind == "title" or re.search(r"[.!?]\s*$", text) is not None
            if sum(map(len, others)) > 80 or (titled and not strong):
                return None
            if not strong and line.block.kind != "header":
                lone = len(others) == 1 and line is not self._lines[0]
                place = lone and text.startswith(others[0]) and len(others[0].split()) <= 3
                named = place and self._known.place.fullmatch(others[0]) is not None
                return "apart" if named and not self.announced(others[0]) else None
        order = ("apart", "signed", "placed", "dated")
        return next((kind for kind in order if kind in kinds), "bare")

    def announced(self, text: str) -> bool:
        """Whether a text names an event or is a title, and so is not a place."""
        cues = self._cues
        return (cues.announcing.search(text) or cues.day_titles.search(text)) is not None

    def _kind_of_part(self, start: int, end: int, dates: list[HeaderDate]) -> str | None:
        rest = self.rest(start, end, dates)
        if not ALNUM.search(rest):
            return "bare"
        known = self._known
        if known.byline.fullmatch(self._body, dates[-1].end, end):
            return None if ALNUM.search(self.bare(self._body[start : dates[0].start])) else "bare"
        stripped = rest.strip(" .,:;()/：")
        if known.label.fullmatch(stripped) or known.date_label.fullmatch(stripped):
            return "dated"
        ahead = self._body[start : dates[0].start].strip(MARKS)
        behind = self.bare(self._body[dates[-1].end : end]).strip(MARKS)
        place_behind = len(behind.split()) <= 4 and not behind.lstrip().startswith(",")
        if self._cues.done_at.match(ahead) and place_behind:
            return "signed"
        if ALNUM.search(behind):
            return None
        place = known.weekday.sub("", rest).strip(" .,，、،" + MARKS)
        if place.startswith(("(", "[")):
            place = place.strip(" .,()[]")
        if not place or self._cues.on.fullmatch(place):
            return "bare"
        if len(place) > 60 or self.announced(place) or known.embargo.match(place):
            return None
        if known.place.fullmatch(place) or known.place.fullmatch(f"{place},"):
            if ahead.rstrip().endswith((",", ")", "，", "、", "،")):
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

    def rest(self, start: int, end: int, dates: list[HeaderDate]) -> str:
        """The text between two offsets without its dates, weekdays and times of day."""
        rest = self._body[start:end]
        for one in reversed(dates):
            rest = f"{self.ahead(start, one)} {rest[one.end - start :]}"
        return self.bare(rest)

    def ahead(self, start: int, found: HeaderDate) -> str:
        """The text before a date, without an abbreviated weekday ("Fri 4 June")."""
        return self._cues.short_weekday.sub("", self._body[start : found.start])

    def bare(self, text: str) -> str:
        """A text without weekdays and times of day, with single blanks."""
        text = self._known.weekday.sub(" ", self._known.clock.sub(" ", text))
        return re.sub(r"[\s\u00a0]+", " ", text)

    def is_label(self, text: str) -> bool:
        """Whether a text is a label, a release's number, or nothing."""
        bare = self.bare(text).strip(MARKS + ".,:;()/")
        if not ALNUM.search(bare) or self._known.label.fullmatch(bare) is not None:
            return True
        return self._cues.number.fullmatch(bare) is not None
