"""Draw a page of a release's file, with marks on the words of a citation.

Another process draws, because a damaged file may bring it down.
"""

from __future__ import annotations

import io
import threading

from rag.corpus.formats import format_of
from rag.corpus.formats.document import Mark
from rag.corpus.original import Original
from rag.corpus.process import WorkerProcess
from rag.errors import UnreadableFileError
from rag.types import Release, SpanLike

_MOST_SECONDS = 20.0


class Drawer:
    """Draws one page at a time. Safe from several threads."""

    def __init__(self) -> None:
        self._process = WorkerProcess(_MOST_SECONDS)
        self._lock = threading.Lock()

    def draw(self, file: Original, page: int, marks: tuple[Mark, ...]) -> bytes:
        """A page of a file as a PNG.

        Args:
            page: its number, from 1.

        Raises:
            UnreadableFileError: the file has no pages or no such page, or cannot be drawn.
        """
        with self._lock:
            return self._process.call(draw_page, file, page, marks)

    def close(self) -> None:
        """End the other process."""
        with self._lock:
            self._process.close()


def draw_page(file: Original, page: int, marks: tuple[Mark, ...]) -> bytes:
    """As ``Drawer.draw``, in this process."""
    name, data = file.content()
    draw = format_of(name, io.BytesIO(data)).draw
    if draw is None:
        raise UnreadableFileError("file.no_pages")
    return draw(data, page, marks)


def marks_on(release: Release, page: int, words: SpanLike) -> tuple[Mark, ...]:
    """The marks of words on a page: one for each line that they stand in."""
    return tuple(
        Mark(
            place.box,
            release.body[place.start : place.end],
            max(words.start, place.start) - place.start,
            min(words.end, place.end) - place.start,
        )
        for place in release.places
        if place.page == page
        and place.box is not None
        and place.start < words.end
        and words.start < place.end
    )
