"""The formats by the suffixes of their files, and by their contents. To add a format, add its
module to this folder: every module here with a ``FORMAT`` is found."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

from rag.corpus.formats.contents import suffix_told
from rag.corpus.formats.document import Format
from rag.errors import UnreadableFileError

# Endings whose remedy is known: the message names the format to save such a file in.
_REFUSED = {
    ".doc": "file.old_word",
    ".msg": "file.outlook",
    ".xls": "file.old_sheet",
    ".xlsb": "file.old_sheet",
    ".ppt": "file.old_slides",
}


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read, sorted: ``.md``, ``.txt`` …"""
    return tuple(sorted(_known()))


def format_of(name: str, stream: BinaryIO | None = None) -> Format:
    """The format of a file, by the suffix of its name. Capitals count as small letters.

    Args:
        name: the file's name.
        stream: the file, opened at its beginning, to trust its contents more than its name: a PDF
            named ``a.txt``, a page named ``index.php``, a text without an ending. It is left at its
            beginning.

    Raises:
        UnreadableFileError: no format reads such files. The message names the suffixes that can be
            read, or the format to save such a file in.
    """
    found = _known().get(_suffix(name))
    if stream is not None:
        told = suffix_told(name, stream, known=found is not None)
        found = _known().get(told, found)
    if found is None:
        raise UnreadableFileError(_REFUSED.get(_suffix(name), "file.no_reader"), **kind_of(name))
    return found


def kind_of(name: str) -> dict[str, str]:
    """The values of a message on a file's format: ``kind`` (the file's suffix, or its name if it
    has none) and ``readable`` (the suffixes that can be read)."""
    return {
        "kind": _suffix(name) or os.path.basename(name),
        "readable": ", ".join(suffixes()),
    }


@contextmanager
def added(extra: Format) -> Iterator[None]:
    """Register one more format inside a ``with`` block (for tests)."""
    known = _known()
    before = dict(known)
    known.update(dict.fromkeys(extra.suffixes, extra))
    try:
        yield
    finally:
        known.clear()
        known.update(before)


@cache
def _known() -> dict[str, Format]:
    known: dict[str, Format] = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        found: Format | None = getattr(
            importlib.import_module(f"{__package__}.{module.name}"), "FORMAT", None
        )
        if found is not None:
            known.update(dict.fromkeys(found.suffixes, found))
    return known


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].casefold()
