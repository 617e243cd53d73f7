"""Pdfium, called in bulk: its objects are opened and closed here, one thread at a time.

The functions that are called for every word get plain numbers for pointers, and run inside
``map``: that is several times as quick as a call of the wrapped function for each.
"""

from __future__ import annotations

import ctypes
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import UnreadableFileError

MAX_PAGES = 20_000
_PASSWORD = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_LOCK = threading.Lock()
_NAME_BYTES = 96
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"cmbx", b"ecbx", b"sfbx")


class _Calls:
    """The functions that are called per word or per piece, with numbers for pointers."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        self.raw: Any = raw
        pointer, number = ctypes.c_void_p, ctypes.c_int

        def plain(function: Any, result: Any, *arguments: Any) -> Any:
            address = ctypes.cast(function, pointer).value
            return ctypes.CFUNCTYPE(result, *arguments)(address or 0)

        self.box = plain(raw.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
        self.code = plain(raw.FPDFText_GetUnicode, ctypes.c_uint, pointer, number)
        self.size = plain(raw.FPDFText_GetFontSize, ctypes.c_double, pointer, number)
        self.weight = plain(raw.FPDFText_GetFontWeight, number, pointer, number)
        self.matrix = plain(raw.FPDFText_GetMatrix, number, pointer, number, pointer)
        self.angle = plain(raw.FPDFText_GetCharAngle, ctypes.c_float, pointer, number)
        self.thing = plain(raw.FPDFPage_GetObject, pointer, pointer, number)
        self.kind = plain(raw.FPDFPageObj_GetType, number, pointer)
        self.bounds = plain(raw.FPDFPageObj_GetBounds, number, *[pointer] * 5)
        self.font = plain(
            raw.FPDFText_GetFontInfo, ctypes.c_ulong, pointer, number, pointer, ctypes.c_ulong, pointer
        )


@cache
def _calls() -> _Calls:
    return _Calls()


class TextPage:
    """The characters of an opened page.

    Attributes:
        text: one character for each of pdfium's; ``\\ufffe`` for a hyphen at a line's end.
        width, height: of the page as it is shown, in points.
    """

    def __init__(self, page: Any, handle: Any) -> None:
        self._calls = _calls()
        self._handle = ctypes.cast(handle, ctypes.c_void_p).value or 0
        raw = self._calls.raw
        edges = (ctypes.c_float * 4)()
        rect = raw.FS_RECTF.from_buffer(edges)
        raw.FPDF_GetPageBoundingBox(page, rect)
        self._left, self._top, self._right, self._bottom = edges
        self._page = page
        self._turn = self._look = raw.FPDFPage_GetRotation(page) % 4
        across, down = self._right - self._left, self._top - self._bottom
        self.width, self.height = (down, across) if self._turn % 2 else (across, down)
        self.text = self._read_text(handle)
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._name_address = ctypes.addressof(self._name)
        self._bold_fonts: dict[bytes, bool] = {}

    def _read_text(self, handle: Any) -> str:
        count = max(0, self._calls.raw.FPDFText_CountChars(handle))
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._calls.raw.FPDFText_GetText(handle, 0, count, buffer) - 1
        units = bytes(buffer)[: 2 * max(0, written)]
        text = units.decode("utf-16-le", "replace")
        if len(text) == written == count:
            return text
        # Pdfium has left out or split characters: ask for each, so that positions agree.
        codes = map(self._calls.code, repeat(self._handle), range(count))
        return "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            for code in codes
        )

    def boxes(self, indexes: Sequence[int]) -> NDArray[np.float32]:
        """Left, top, right and bottom edge of the characters at these positions. The height is
        the font's, so that all on one line in one font have the same."""
        edges: NDArray[np.float32] = np.zeros((len(indexes), 4), np.float32)
        first = edges.ctypes.data
        addresses = range(first, first + 16 * len(indexes), 16)
        deque(map(self._calls.box, repeat(self._handle), indexes, addresses), 0)
        if not np.isfinite(edges).all():
            edges = np.nan_to_num(edges, nan=0.0, posinf=0.0, neginf=0.0)
        return self._shown(edges)

    def drawn(self, most: int = 2000) -> NDArray[np.float32]:
        """The boxes of what is drawn by lines and areas, as ``boxes``; none on a page with more
        than ``most`` objects."""
        calls, raw = self._calls, self._calls.raw
        count = raw.FPDFPage_CountObjects(self._page)
        if not 0 < count <= most:
            return np.zeros((0, 4), np.float32)
        page = ctypes.cast(self._page, ctypes.c_void_p).value
        things = list(map(calls.thing, repeat(page), range(count)))
        kinds = map(calls.kind, things)
        paths = [t for t, kind in zip(things, kinds, strict=True) if kind == raw.FPDF_PAGEOBJ_PATH]
        edges: NDArray[np.float32] = np.zeros((4, len(paths)), np.float32)
        rows = [edges[n].ctypes.data for n in range(4)]
        for number, path in enumerate(paths):
            calls.bounds(path, *(row + 4 * number for row in rows))
        left, bottom, right, top = edges
        return self._shown(np.stack((left, top, right, bottom), axis=1))

    def _shown(self, edges: NDArray[np.float32]) -> NDArray[np.float32]:
        """Boxes on the page as it is shown, downwards, from those of the file."""
        left, top, right, bottom = edges.T
        if self._look == 0:
            shown = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        elif self._look == 1:
            shown = (bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        elif self._look == 2:
            shown = (self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        else:
            shown = (self._top - top, self._right - right, self._top - bottom, self._right - left)
        return np.stack(shown, axis=1)

    def sizes(self, indexes: Sequence[int]) -> list[float]:
        """Sizes of the fonts of these characters, in points on the page; 0 where not known."""
        count = len(indexes)
        matrices: NDArray[np.float32] = np.zeros((count, 6), np.float32)
        first = matrices.ctypes.data
        addresses = range(first, first + 24 * count, 24)
        deque(map(self._calls.matrix, repeat(self._handle), indexes, addresses), 0)
        sizes = np.fromiter(map(self._calls.size, repeat(self._handle), indexes), float, count)
        sizes *= np.hypot(matrices[:, 2], matrices[:, 3])
        sizes[~((sizes > 0) & (sizes < 10_000))] = 0.0
        found: list[float] = sizes.tolist()
        return found

    def bold(self, index: int) -> bool:
        """Whether a character is bold, by its font's weight or name."""
        self._calls.font(self._handle, index, self._name_address, _NAME_BYTES, None)
        name = self._name.value
        known = self._bold_fonts.get(name) if name else None
        if known is None:
            heavy = self._calls.weight(self._handle, index) >= 600
            known = heavy or any(part in name.lower() for part in _BOLD_NAMES)
            self._bold_fonts[name] = known
        return known

    def turned(self, index: int) -> int:
        """By how many quarters a character is turned clockwise on the page as it is shown."""
        angle: float = self._calls.angle(self._handle, index)
        return (round(angle / 1.5707963) + self._turn) % 4

    def turn(self, quarters: int) -> None:
        """Look at the page as turned back, because its text is written sideways."""
        self._look = (self._turn - quarters) % 4


class File:
    """An opened PDF. Its pages are opened one after the other and closed again."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._raw = _calls().raw
        self.page_count: int = self._raw.FPDF_GetPageCount(handle)

    def pages(self) -> Iterator[TextPage | None]:
        """The pages in order; None for one that pdfium cannot open. Use each before the next."""
        for number in range(self.page_count):
            page = self._raw.FPDF_LoadPage(self._handle, number)
            if not page:
                yield None
                continue
            try:
                text = self._raw.FPDFText_LoadPage(page)
                if not text:
                    yield None
                    continue
                try:
                    yield TextPage(page, text)
                finally:
                    self._raw.FPDFText_ClosePage(text)
            finally:
                self._raw.FPDF_ClosePage(page)

    def is_drawn(self, most: int = 20) -> bool:
        """Whether one of the first pages shows anything at all."""
        for number in range(min(self.page_count, most)):
            page = self._raw.FPDF_LoadPage(self._handle, number)
            if page:
                count = self._raw.FPDFPage_CountObjects(page)
                self._raw.FPDF_ClosePage(page)
                if count > 0:
                    return True
        return False

    def stated(self, name: str) -> str:
        """A property of the document, such as ``Title``; ``""`` without it."""
        return self._string(self._raw.FPDF_GetMetaText, name.encode())

    def language(self) -> str:
        """The language that the catalogue states, such as ``fr-FR``; ``""`` without it."""
        return self._string(self._raw.FPDFCatalog_GetLanguage)

    def _string(self, function: Any, *arguments: Any) -> str:
        size = function(self._handle, *arguments, None, 0)
        if not 2 < size < 20_000:
            return ""
        buffer = (ctypes.c_ushort * (size // 2 + 1))()
        function(self._handle, *arguments, buffer, size)
        return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip("\0 \t\r\n")


@contextmanager
def opened(data: bytes) -> Iterator[File]:
    """A PDF for the length of a ``with`` block, in which no other thread has one.

    Raises:
        UnreadableFileError: it is no PDF, cut off, locked by a password, or too long.
    """
    with _LOCK:
        raw = _calls().raw
        handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            locked = raw.FPDF_GetLastError() in _PASSWORD
            raise UnreadableFileError("file.password" if locked else "file.broken")
        try:
            file = File(handle)
            if file.page_count < 1:
                raise UnreadableFileError("file.broken")
            if file.page_count > MAX_PAGES:
                raise UnreadableFileError("file.too_many_pages")
            yield file
        finally:
            raw.FPDF_CloseDocument(handle)
