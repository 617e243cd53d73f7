"""Draw a page of a release's file, with marks on the words of a citation.

Another process draws, because a damaged file may bring it down.
"""

from __future__ import annotations

import threading
from pathlib import Path

from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats import format_of
from rag.corpus.formats.document import Mark
from rag.corpus.process import WorkerProcess
from rag.corpus.reading import read_bytes
from rag.errors import UnreadableFileError
from rag.types import Release, SpanLike

_MOST_SECONDS = 20.0


class Drawer:
    """Draws one page at a time. Safe from several threads."""

    def __init__(self) -> None:
        self._process = WorkerProcess(_MOST_SECONDS)
        self._lock = threading.Lock()

    def draw(self, path: Path, page: int, marks: tuple[Mark, ...]) -> bytes:
        """A page of a file as a PNG.

        Args:
            page: its number, from 1.

        Raises:
            UnreadableFileError: the file has no pages or no such page, or cannot be drawn.
        """
        with self._lock:
            return self._process.call(draw_page, path, page, marks)

    def close(self) -> None:
        """End the other process."""
        with self._lock:
            self._process.close()


def draw_page(path: Path, page: int, marks: tuple[Mark, ...]) -> bytes:
    """As ``Drawer.draw``, in this process."""
    draw = format_of(path.name).draw
    if draw is None:
        raise UnreadableFileError("file.no_pages")
    try:
        data = read_bytes(path)
    except OSError:
        raise UnreadableFileError("file.unreadable") from None
    if len(data) > MAX_BYTES:
        raise UnreadableFileError("file.too_large")
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
