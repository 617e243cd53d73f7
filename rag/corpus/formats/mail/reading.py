"""Read a mail: its text, what its headers state, and its attachments."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import Message
from pathlib import PurePosixPath
from typing import BinaryIO

from rag.corpus.decoding import MAX_BYTES, read_whole
from rag.corpus.formats.document import Part
from rag.corpus.formats.mail.headers import decode_bytes, decoded, domain, header, parse_message
from rag.corpus.formats.mail.markup import has_structure, own_markup
from rag.corpus.formats.mail.plain import OwnText, own_text, without_marks
from rag.corpus.labels import without_label
from rag.corpus.written_files import without_files, written_files
from rag.errors import UnreadableFileError

_DEEPEST = 30  # multiparts in each other
_LONGEST_NAME = 150
_SAVED_PAGE = ("snapshot-content-location", "content-location")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature",
               "application/pgp-signature", "application/pgp-keys")  # fmt: skip
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
# The line before each mail of a mailbox, with a header behind it.
_MAIL_IN_BOX = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))(?=From \S[^\n]{0,200}\d\d:\d\d[^\n]*\n[!-9;-~]{1,70}:)"
)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_IN_TEXT = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript|html|plain)|application/(?:x-)?(?:javascript|font)"
)
_UNSAFE = re.compile(r'[\\/:*?"<>|#\x00-\x1f]+')


@dataclass(slots=True)
class _Found:
    """What a mail consists of: its texts, its attachments, the mails in it."""

    plain: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    address: str = ""  # of the page, if a browser saved one


def parts_of(stream: BinaryIO) -> Iterator[Part]:
    """The text of a mail and its attachments; the mails of a mailbox (mbox), if it has several.

    Raises:
        UnreadableFileError: it is too large, empty, damaged or encrypted.
    """
    data = read_whole(stream)
    begins = [match.end() for match in _MAIL_IN_BOX.finditer(data)]
    if data.startswith(b"From ") and len(begins) > 1:
        for begin, end in zip(begins, [*begins[1:], len(data)], strict=True):
            yield _in_box(data[begin:end])
        return
    message = parse_message(data)
    found = _Found()
    try:
        _collect(message, found, 0, inline=False)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError) as error:
        raise UnreadableFileError("file.broken") from error
    own = _page(message, found) if _is_saved_page(message) else _own(message, found)
    if own is not None:
        yield own
    elif not found.files:
        raise UnreadableFileError("file.empty_mail")
    yield from found.files


def _is_saved_page(message: Message) -> bool:
    """Whether a browser saved a web page in this form."""
    if any(message.get(name) for name in _SAVED_PAGE) and message.get("to") is None:
        return True
    sender = header(message, "from").lower()
    return "saved by" in sender or (
        not sender
        and message.get("received") is None
        and message.get_content_type() == "multipart/related"
    )


def _page(message: Message, found: _Found) -> Part | None:
    """A saved page. The date of the file is the one of saving, and is not used."""
    if not found.markup:
        return _text_part("\n\n".join(found.plain), ".txt", {})
    address = header(message, "snapshot-content-location") or found.address
    stated = {"url": address} if re.match("https?://", address) else {}
    return _text_part(found.markup[0], ".html", stated)


def _own(message: Message, found: _Found) -> Part | None:
    """The text of a mail, with what its headers state; None if it has none."""
    subject = header(message, "subject")
    plain, markup = "\n\n".join(found.plain), "\n".join(found.markup)
    own = OwnText("")
    suffix = ".txt"
    if markup.strip() and (not plain.strip() or has_structure(markup)):
        own, suffix = own_markup(markup, subject), ".html"
    elif plain.strip():
        own = own_text(plain, subject)
    title = without_label(without_marks(own.head.get("subject", "") or subject))
    sender = own.head.get("sender", "") or header(message, "from")
    stated = {
        "title": title,
        "sent": own.head.get("sent", "") or header(message, "date"),
        "origin": domain(sender) or domain(header(message, "from")),
        "language": header(message, "content-language").split(",")[0],
    }
    kept = {name: value for name, value in stated.items() if value}
    for number, one in enumerate(found.files):
        hints = {"date": kept["sent"]} if "sent" in kept else {}
        origin = {"origin": kept["origin"]} if "origin" in kept else {}
        found.files[number] = Part(
            one.name, one.read, one.suffix, stated=origin, hints=hints, problem=one.problem
        )
    # A forwarded mail was sent again on a later day, which counts only if no other one is known.
    hints = {"date": header(message, "date")} if own.head else {}
    return _text_part(own.text, suffix, kept, hints)


def _text_part(
    text: str, suffix: str, stated: dict[str, str], hints: dict[str, str] | None = None
) -> Part | None:
    """The text of a mail or a page as a part; None if it has no letters."""
    letters = re.sub(r"<[^<>]*>", "", text) if suffix == ".html" else text
    if not any(c.isalnum() for c in letters):
        return None
    data = text.encode("utf-8", "replace")
    return Part("", lambda: data, suffix, stated=stated, hints=hints or {})


def _collect(part: Message, found: _Found, depth: int, *, inline: bool) -> None:
    """Sort the parts of a message.

    Args:
        inline: whether the part is shown inside a text, as pictures are.
    """
    kind = part.get_content_type()
    if depth > _DEEPEST:
        raise UnreadableFileError("file.broken")
    if kind in _ENCRYPTED and "signed" not in str(part.get_param("smime-type", "")):
        raise UnreadableFileError("file.encrypted_mail")
    payload = part.get_payload()
    inner = [one for one in payload if isinstance(one, Message)] if part.is_multipart() else []
    if kind == "message/rfc822" and inner:
        found.files.append(_nested(inner[0], part))
    elif part.is_multipart():
        if kind == "multipart/alternative":
            _choose(inner, found, depth)
            return
        for number, one in enumerate(inner):
            related = kind == "multipart/related" and number > 0
            _collect(one, found, depth + 1, inline=inline or related)
    else:
        _leaf(part, kind, found, inline=inline)


def _choose(alternatives: list[Message], found: _Found, depth: int) -> None:
    """Several forms of one text: each kind once."""
    for one in alternatives:
        form = _Found()
        _collect(one, form, depth + 1, inline=False)
        if form.plain and not form.markup:
            found.plain += form.plain
        found.markup += form.markup
        found.files += form.files


def _leaf(part: Message, kind: str, found: _Found, *, inline: bool) -> None:
    name = _file_name(part, kind)
    named = decoded(str(part.get_filename() or ""))
    attached = part.get_content_disposition() == "attachment"
    shown = not attached and (not named or part.get_content_disposition() == "inline")
    if kind in ("text/plain", "text/html") and shown and not (inline and found.markup):
        text = _text(part)
        if kind == "text/plain":
            found.plain.append(without_files(text))
            found.files += map(_written, written_files(text))
        else:
            found.markup.append(text)
        if kind == "text/html" and not found.address:
            found.address = header(part, "content-location")
        return
    if kind in _SIGNATURES:
        return
    in_text = not attached and (inline or part.get("content-id"))
    if in_text and (not named or _IN_TEXT.match(kind)):
        return  # pictures and styles of the text, but not a document that is named
    if not attached and kind.startswith("image/") and not named:
        return
    found.files.append(Part(name, _reader(part), PurePosixPath(name).suffix))


def _written(file: tuple[str, bytes | UnreadableFileError]) -> Part:
    """A file that is written as letters into the text."""
    name, data = _safe(file[0]), file[1]
    if isinstance(data, UnreadableFileError):
        return Part(name, problem=data)
    return Part(name, lambda: data, PurePosixPath(name).suffix)


def _text(part: Message) -> str:
    data = _payload(part)
    charset = part.get_content_charset() or "utf-8"
    text = decode_bytes(data, charset)
    if part.get_content_type() == "text/plain" and part.get_param("format") == "flowed":
        return _unflowed(text, part.get_param("delsp") == "yes")
    return text


def _unflowed(text: str, without_blank: bool) -> str:
    """A text whose broken lines end with a blank (RFC 3676), with whole paragraphs."""
    lines: list[str] = []
    open_ = False
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line.removeprefix(" ")
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        kept = line[:-1] if goes_on and without_blank else line
        if open_ and line != "-- " and not line.startswith(">"):
            lines[-1] += kept
        else:
            lines.append(kept)
        open_ = goes_on
    return "\n".join(line if line == "-- " else line.rstrip() for line in lines)


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _reader(part: Message) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            data = _payload(part)
        except (MessageError, ValueError, LookupError, TypeError) as error:
            raise UnreadableFileError("file.broken") from error
        if len(data) > MAX_BYTES:
            raise UnreadableFileError("file.too_large")
        return data

    return read


def _in_box(data: bytes) -> Part:
    """A mail of a mailbox. There ">" stands before a line of its text that begins with "From "."""
    whole = _QUOTED_FROM.sub(rb"\1", data)
    try:
        subject = header(parse_message(whole), "subject")
    except UnreadableFileError as error:
        return Part("message.eml", problem=error)
    return Part(_safe(subject) + ".eml", lambda: whole, ".eml")


def _nested(inner: Message, outer: Message) -> Part:
    """A mail that is attached to another one."""

    def read() -> bytes:
        try:
            return inner.as_bytes()
        except Exception as error:  # whatever a damaged mail makes the library raise
            raise UnreadableFileError("file.broken") from error

    named = decoded(str(outer.get_filename() or "")) or header(inner, "subject") or "message"
    return Part(_safe(named.removesuffix(".eml")) + ".eml", read, ".eml")


def _file_name(part: Message, kind: str) -> str:
    name = decoded(str(part.get_filename() or ""))
    if not name:
        name = "document" + (mimetypes.guess_extension(kind) or "")
    return _safe(name)


def _safe(name: str) -> str:
    """A name of a file, without folders and signs that a path gives a meaning."""
    plain = _UNSAFE.sub("-", name).strip(" .-") or "document"
    path = PurePosixPath(plain)
    return path.stem[: _LONGEST_NAME - len(path.suffix)] + path.suffix
