"""Read a passage again, alone or with the dated sentences of other paragraphs of its release."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rag.answering.dating.release_date import with_dateline
from rag.answering.sentences import share_of_terms
from rag.language import DateExpression, sentence_spans
from rag.language.patterns import DASH
from rag.lazy import regex
from rag.models import Reader
from rag.question import Query
from rag.retrieval.rerank import title_to_read
from rag.types import Hit, Release, Span

DatesOf = Callable[[Span], list[DateExpression]]
"""The dates of a stretch of the body that may be those of an event."""

# The most characters of other paragraphs that are read together with a passage.
_MAX_ELSEWHERE = 1_000
_LINE = regex(r"[^\r\n]+")
# A place before the day of a dateline, and what stands behind the day.
_LONGEST_PLACE = 60
_SENTENCE_END = regex(r"[.!?…]\s")
# "Dax, le 2 juin 2023." is all of a sentence.
_PLACE = regex(r"[^\n,.;:!?]{1,40},\s*(?:\w{1,3}\s)?")
_ENDS_LINE = regex(r"[\s\u00a0]*\.(?=\s|$)")
_BEHIND_DATELINE = regex(rf"[\s\u00a0]*\)?[\s\u00a0]*[.,:]?[\s\u00a0]*(?:{DASH}|/[^/\n]+/)")


class PieceReader:
    """Reads pieces of a release's body without what was refused.

    Args:
        query: a question for a date.
        hit: a passage of the release.
        reader: reads the pieces; None without a reader.
        refused: what is blanked; it grows while the date is looked for.
        datelines: the days of datelines in the passage, which are blanked too.
    """

    def __init__(
        self,
        query: Query,
        hit: Hit,
        reader: Reader | None,
        refused: list[Span],
        datelines: list[Span],
    ) -> None:
        self._query, self._hit, self._reader = query, hit, reader
        self._release, self._body = hit.release, hit.release.body
        self._language = hit.release.language
        self._refused, self._datelines = refused, datelines

    def words_in(self, pieces: list[Span], *, behind_dateline: bool) -> Span | None:
        """The words that the reader chooses in pieces of the body in which what was refused is
        blanked; None if it chooses none, or the release's date."""
        if self._reader is None:
            return None
        text = "\n\n".join(self._blanked(piece) for piece in pieces)
        shift = 0
        if behind_dateline:
            text, shift = with_dateline(self._release, text)
        if not text.strip():
            return None
        (reading,) = self._reader.read([(self._query.text, title_to_read(self._hit), text)])
        if reading.span_score <= 0:
            return None
        for piece in pieces:
            length = piece.end - piece.start
            if shift <= reading.start < shift + length:
                start = piece.start + reading.start - shift
                return Span(start, min(piece.end, start + reading.end - reading.start))
            shift += length + 2
        return None

    def _blanked(self, piece: Span) -> str:
        """A piece of the body with blanks for what was refused, and for the day of a dateline."""
        letters = list(self._body[piece.start : piece.end])
        for span in (*self._refused, *self._datelines):
            if span.overlaps(piece):
                low = max(0, span.start - piece.start)
                letters[low : span.end - piece.start] = " " * len(
                    letters[low : span.end - piece.start]
                )
        return "".join(letters)

    def dated_elsewhere(self, dates_of: DatesOf) -> list[Span]:
        """Sentences of other paragraphs that have a date, in order; those that share most with the
        question, if there are too many."""
        sentences = list(self._other_sentences(dates_of))
        sentences.sort(key=lambda span: -share_of_terms(self._release, span, self._query))
        chosen, characters = [], 0
        for sentence in sentences:
            characters += sentence.end - sentence.start
            if characters > _MAX_ELSEWHERE:
                break
            chosen.append(sentence)
        return sorted(chosen, key=lambda span: span.start)

    def _other_sentences(self, dates_of: DatesOf) -> Iterator[Span]:
        passage, own = self._hit.passage, self._release.published.span
        for line in _LINE.finditer(self._body):
            if line.start() < passage.end and passage.start < line.end():
                continue
            dates = dates_of(Span(line.start(), line.end()))
            dates = [date for date in dates if own is None or not own.overlaps(date)]
            if not dates:
                continue
            for span in sentence_spans(
                self._body, line.start(), line.end(), language=self._language
            ):
                if any(span.overlaps(date) for date in dates):
                    yield span


def dateline_in(release: Release, passage: Span) -> Span | None:
    """The release's date, if a dateline in a passage states it ("Lindau, 4. Juni 2021 – …")."""
    own, body = release.published.span, release.body
    if own is None or not passage.start <= own.start < passage.end:
        return None
    before = body[max(body.rfind("\n", 0, own.start) + 1, passage.start) : own.start]
    if _PLACE.fullmatch(before) and _ENDS_LINE.match(body, own.end):
        return own
    short = len(before) <= _LONGEST_PLACE and not _SENTENCE_END.search(before)
    return own if short and _BEHIND_DATELINE.match(body, own.end) else None
