"""Open and close files and pages with pdfium. Only one file is open at a time, because two threads
must not call pdfium at the same time."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rag.corpus.formats.pdf.calls import calls
from rag.corpus.formats.pdf.forms import filled_in, open_page
from rag.corpus.formats.pdf.text_page import TextPage
from rag.errors import UnreadableFileError

MAX_PAGES = 20_000
_PASSWORD = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_LOCK = threading.Lock()


class File:
    """An opened PDF. Its pages are opened one after the other and closed again."""

    def __init__(self, handle: Any, fields: Any) -> None:
        self._handle, self._fields = handle, fields
        self._raw = calls().raw
        self.page_count = int(self._raw.FPDF_GetPageCount(handle))

    def pages(self) -> Iterator[TextPage | None]:
        """The pages in order; None for one that pdfium cannot open. A page is closed when the next
        one is asked for."""
        for number in range(self.page_count):
            page = open_page(self._handle, self._fields, number)
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
        """Whether one of the first ``most`` pages has any content, such as a picture."""
        for number in range(min(self.page_count, most)):
            page = self._raw.FPDF_LoadPage(self._handle, number)
            if page:
                count = self._raw.FPDFPage_CountObjects(page)
                self._raw.FPDF_ClosePage(page)
                if count > 0:
                    return True
        return False

    def stated(self, name: str) -> str:
        """A property of the document, such as ``Title``; ``""`` if it is not set."""
        return self._string(self._raw.FPDF_GetMetaText, name.encode())

    def language(self) -> str:
        """The language that the document states, such as ``fr-FR``; ``""`` if it states none."""
        return self._string(self._raw.FPDFCatalog_GetLanguage)

    def _string(self, function: Any, *arguments: Any) -> str:
        size = function(self._handle, *arguments, None, 0)
        if not 2 < size < 20_000:
            return ""
        buffer = (ctypes.c_ushort * (size // 2 + 1))()
        function(self._handle, *arguments, buffer, size)
        return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip("\0 \t\r\n")


def refusal(code: int | None) -> UnreadableFileError:
    """The error for a file that pdfium does not open.

    Args:
        code: pdfium's reason.
    """
    return UnreadableFileError("file.password" if code in _PASSWORD else "file.broken")


@contextmanager
def opened(data: bytes) -> Iterator[File]:
    """Open a PDF inside a ``with`` block. Other threads wait until the block ends.

    Raises:
        UnreadableFileError: it is not a PDF, is damaged or locked by a password, or is too long.
    """
    with _LOCK:
        raw = calls().raw
        handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            raise refusal(raw.FPDF_GetLastError())
        try:
            with filled_in(handle) as fields:
                file = File(handle, fields)
                if file.page_count < 1:
                    raise UnreadableFileError("file.broken")
                if file.page_count > MAX_PAGES:
                    raise UnreadableFileError("file.too_long")
                yield file
        finally:
            raw.FPDF_CloseDocument(handle)
