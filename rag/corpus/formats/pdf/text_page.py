"""The characters of one opened page: their text, boxes and fonts."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.corpus.formats.pdf.calls import calls

_NAME_BYTES = 96
_QUARTER = 1.5707963  # radians
_SLANTED = 0.25
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"cmbx", b"ecbx", b"sfbx")


class TextPage:
    """The characters of an opened page.

    Attributes:
        text: one character for each character of pdfium; ``\\ufffe`` for a hyphen at a line end.
        width, height: in points, of the page as it is read.
        turned_back: by how many quarter turns the page was turned back from how it is shown.
    """

    def __init__(self, page: Any, handle: Any) -> None:
        self._calls = calls()
        self._handle = ctypes.cast(handle, ctypes.c_void_p).value or 0
        raw = self._calls.raw
        edges = (ctypes.c_float * 4)()
        rect = raw.FS_RECTF.from_buffer(edges)
        raw.FPDF_GetPageBoundingBox(page, rect)
        self._left, self._top, self._right, self._bottom = edges
        self._page = page
        self._turn = self._look = int(raw.FPDFPage_GetRotation(page)) % 4
        across, down = self._right - self._left, self._top - self._bottom
        self.width, self.height = (down, across) if self._turn % 2 else (across, down)
        self.turned_back = 0
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
        # Pdfium has left out or split characters: ask for each one, so that the indexes are right.
        codes = map(self._calls.code, repeat(self._handle), range(count))
        return "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            for code in codes
        )

    def boxes(self, indexes: Sequence[int]) -> NDArray[np.float32]:
        """(n, 4) float32: left, top, right and bottom edge of the characters at these indexes, in
        points. The height is that of the font: it is the same for all characters of a font."""
        edges: NDArray[np.float32] = np.zeros((len(indexes), 4), np.float32)
        first = edges.ctypes.data
        addresses = range(first, first + 16 * len(indexes), 16)
        deque(map(self._calls.box, repeat(self._handle), indexes, addresses), 0)
        if not np.isfinite(edges).all():
            edges = np.nan_to_num(edges, nan=0.0, posinf=0.0, neginf=0.0)
        return self._shown(edges)

    def drawn(self, most: int = 2000) -> NDArray[np.float32]:
        """(n, 4) float32: the boxes of drawn lines and areas, as in ``boxes``; none for a page with
        more than ``most`` objects."""
        own, raw = self._calls, self._calls.raw
        count = raw.FPDFPage_CountObjects(self._page)
        if not 0 < count <= most:
            return np.zeros((0, 4), np.float32)
        page = ctypes.cast(self._page, ctypes.c_void_p).value
        things = list(map(own.thing, repeat(page), range(count)))
        kinds = map(own.kind, things)
        paths = [t for t, kind in zip(things, kinds, strict=True) if kind == raw.FPDF_PAGEOBJ_PATH]
        edges: NDArray[np.float32] = np.zeros((4, len(paths)), np.float32)
        rows = [edges[n].ctypes.data for n in range(4)]
        for number, path in enumerate(paths):
            own.bounds(path, *(row + 4 * number for row in rows))
        left, bottom, right, top = edges
        return self._shown(np.stack((left, top, right, bottom), axis=1))

    def _shown(self, edges: NDArray[np.float32]) -> NDArray[np.float32]:
        """Convert boxes of the file to boxes on the page as it is read, downwards."""
        left, top, right, bottom = edges.T
        base = self._bottom
        if self._look == 0:
            shown = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        elif self._look == 1:
            shown = (bottom - base, left - self._left, top - base, right - self._left)
        elif self._look == 2:
            shown = (self._right - right, bottom - base, self._right - left, top - base)
        else:
            shown = (self._top - top, self._right - right, self._top - bottom, self._right - left)
        return np.stack(shown, axis=1)

    def sizes(self, indexes: Sequence[int]) -> list[float]:
        """The font sizes of the characters at these indexes, in points; 0 if not known."""
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
        """Whether a character is bold, by the weight or the name of its font."""
        self._calls.font(self._handle, index, self._name_address, _NAME_BYTES, None)
        name = self._name.value
        known: bool | None = self._bold_fonts.get(name) if name else None
        if known is None:
            heavy = self._calls.weight(self._handle, index) >= 600
            known = heavy or any(part in name.lower() for part in _BOLD_NAMES)
            self._bold_fonts[name] = known
        return known

    def written(self, index: int) -> bool:
        """Whether a character is in the file, and was not added by pdfium for a gap."""
        return not self._calls.generated(self._handle, index)

    def turned(self, index: int) -> int:
        """By how many quarter turns a character is turned clockwise on the shown page, 0 to 3."""
        angle: float = self._calls.angle(self._handle, index)
        return (round(angle / _QUARTER) + self._turn) % 4

    def is_slanted(self, index: int) -> bool:
        """Whether a character stands across the page, as those of a stamp ("PROJET") do; a page
        that was scanned a little askew does not count."""
        angle: float = self._calls.angle(self._handle, index)
        return abs(angle - round(angle / _QUARTER) * _QUARTER) > _SLANTED

    def turn(self, quarters: int) -> None:
        """Turn the page back by quarter turns, because its text is written sideways."""
        self._look = (self._turn - quarters) % 4
        self.turned_back = quarters % 4
        if quarters % 2:
            self.width, self.height = self.height, self.width
