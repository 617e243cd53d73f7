"""Parse a mail's bytes into a message, and decode its headers, whatever is wrong with them."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from rag.corpus.decoding import decode
from rag.errors import UnreadableFileError

_LONGEST_LINES, _LONGEST_VALUE = 200, 10_000
_FIELD = re.compile(rb"[!-9;-~]{1,70}:[^\n]*\n", re.ASCII)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w.-]{1,200}\.[a-z]{2,20})\b", re.IGNORECASE)
_EMLX = re.compile(rb"(\d{1,12}) *\r?\n")  # Apple Mail states the length of a mail before it
_MBOX = re.compile(rb"(?:>?From [^\n]*\n|\s)+")


class _ShortHeaders(Compat32):
    """Headers of a mail, without what is beyond any use. The parser of ``email.policy.default``
    takes hours for a long header."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines[:_LONGEST_LINES])
        return name, value[:_LONGEST_VALUE]


def parse_message(data: bytes) -> Message:
    """A mail.

    Raises:
        UnreadableFileError: it is no mail, or is nested too deeply.
    """
    length = _EMLX.match(data)
    if length:
        data = data[length.end() :][: int(length[1])]
    begin = _MBOX.match(data)
    data = data[begin.end() :] if begin else data.removeprefix(b"\xef\xbb\xbf")
    if not _FIELD.match(data.replace(b"\r", b"\n", 1) if b"\n" not in data else data):
        raise UnreadableFileError("file.not_mail")
    try:
        return BytesParser(policy=_ShortHeaders()).parsebytes(data)
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        raise UnreadableFileError("file.broken") from error


def header(message: Message, name: str) -> str:
    """A header as one line, decoded; ``""`` if there is none."""
    for field, value in message.raw_items():
        if field.lower() == name:
            return decoded(str(value))
    return ""


def decoded(value: str) -> str:
    """A value of a header without its encodings, as one line."""
    value = _as_text(value[:_LONGEST_VALUE])
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError):
        pieces = [(value, None)]
    text = ""
    for piece, charset in pieces:
        text += piece if isinstance(piece, str) else decode_bytes(piece, charset or "ascii")
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _as_text(value: str) -> str:
    """A raw value, whose bytes beyond ASCII the parser keeps as surrogates."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return decode_bytes(value.encode("utf-8", "surrogateescape"), "utf-8")
    return value


def decode_bytes(data: bytes, charset: str) -> str:
    """Bytes in the charset that a mail states; if they are not, in the one that they seem to be."""
    charset = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}.get(
        charset.lower(), charset
    )
    for one in (charset, "utf-8"):
        try:
            return data.decode(one)
        except (ValueError, LookupError):  # a name of any kind, "undefined" or with a NUL
            continue
    try:
        return decode(data)[0]
    except UnreadableFileError:
        return data.decode("cp1252", "replace")


def domain(sender: str) -> str:
    """The domain of the address in a header; ``""`` if it has none."""
    found = _ADDRESS.search(sender)
    return found[1].lower() if found else ""
