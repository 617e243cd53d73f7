"""Files that are written as letters into a text: uuencoded ones, as old mails have them, and the
base64 of a mail whose source was saved."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from rag.errors import UnreadableFileError
from rag.types import Span

_UUENCODED = re.compile(
    r"^begin [0-7]{3,4} (?P<name>\S[^\r\n]*)\r?\n(?P<lines>(?:[ -`]{1,86}\r?\n)+)(?:end[ \t]*$)?",
    re.MULTILINE,
)
_BASE64 = re.compile(r"(?:^[A-Za-z0-9+/]{60,76}\r?\n){3,}(?:^[A-Za-z0-9+/]+={0,2}[ \t]*$)?", re.M)


def places_of_files(text: str) -> list[Span]:
    """Where files are written into a text."""
    found = [m.span() for pattern in (_UUENCODED, _BASE64) for m in pattern.finditer(text)]
    return [Span(start, end) for start, end in sorted(found)]


def written_files(text: str) -> Iterator[tuple[str, bytes | UnreadableFileError]]:
    """The names and the bytes of the uuencoded files in a text; an error for a damaged one."""
    for match in _UUENCODED.finditer(text):
        try:
            data = b"".join(map(binascii.a2b_uu, match["lines"].splitlines()))
        except binascii.Error:
            yield match["name"].strip(), UnreadableFileError("file.broken")
        else:
            yield match["name"].strip(), data


def without_files(text: str) -> str:
    """The text without the uuencoded files in it."""
    return _UUENCODED.sub("", text)
