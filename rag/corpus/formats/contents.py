"""Tell the format of a file by its contents, for names that do not tell it or tell it wrongly."""

from __future__ import annotations

import os
import re
from typing import BinaryIO

from rag.corpus.unpacking import open_zip
from rag.errors import UnreadableFileError
from rag.lazy import regex

_HEAD = 4096  # bytes
PACKED = (".gz", ".tgz", ".bz2", ".tbz2", ".tbz", ".xz", ".txz")
# No text has one of these endings by right.
_NOT_TEXT = frozenset(
    (*PACKED, *".pdf .doc .docx .docm .odt .odp .ods .pptx .pptm .xlsx .xlsm .epub .zip".split())
)
# What stands before the first element: marks, blanks, declarations, comments.
_BEFORE = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?><\?xml[^>]*>\s*|<!--.*?-->\s*)*"
_PAGE = regex(_BEFORE + rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_FEED = regex(_BEFORE + rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE | re.DOTALL)
_FIELD = regex(
    rb"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_OPEN_DOCUMENTS = ((b"text", ".odt"), (b"presentation", ".odp"), (b"spreadsheet", ".ods"))
_PLAIN = (".txt", ".text", "")
_LONGEST_NAME = 40  # of a column
_FEWEST_FIELDS = 3
_FEWEST_WORDS = 8
_WORD = regex(r"[^\W\d_]{2,}")
# An ending as programs give them. What stands behind a dot in "CP 12.05" or "index.php@id=3" is
# none.
_ENDING = regex(r"\.[^\W\d_]{1,8}\d?|\.\d?[a-z]{1,3}")
_MEDIA = frozenset(
    """.jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .svg .mp3 .mp4 .m4a .m4v .mov .avi .mkv .wav
    .wmv .ogg""".split()
)


def is_media(suffix: str) -> bool:
    """Whether files with this ending are pictures, films or sounds, which need not be opened."""
    return suffix.casefold() in _MEDIA


def suffix_told(name: str, stream: BinaryIO, *, known: bool) -> str:
    """The suffix of the format that a file is surely of, by its contents; ``""`` if they do not
    tell. The stream is left at its beginning.

    Args:
        name: the file's name.
        stream: the file, opened at its beginning.
        known: whether a format reads files of such names. Only what cannot be of that format is
            told then.
    """
    suffix = os.path.splitext(name)[1].casefold()
    try:
        head = stream.read(_HEAD)
        if head.startswith(b"PK\x03\x04"):
            return "" if suffix == ".zip" else _packed(stream, suffix)
    finally:
        stream.seek(0)
    if b"%PDF-" in head[:1024] and (suffix == ".pdf" or head.lstrip().startswith(b"%PDF-")):
        return ".pdf"
    if head.startswith((b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0")):
        return "" if known and suffix in PACKED else ".gz"
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    narrow = head.replace(b"\0", b"")
    if _PAGE.match(narrow):
        return "" if suffix in (".md", ".markdown") else ".html"
    if suffix in _PLAIN and _is_table(head):
        return ".tsv"
    if known and suffix not in _NOT_TEXT:
        return ""
    if _FEED.match(narrow):
        return ".xml"
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if head.startswith(b"From ") or len(set(_FIELD.findall(top))) >= _FEWEST_FIELDS:
        return ".eml"
    can_be_text = suffix in _NOT_TEXT or not _ENDING.fullmatch(suffix)
    return ".txt" if can_be_text and _is_prose(head) else ""


def _packed(stream: BinaryIO, suffix: str) -> str:
    """The suffix of a format whose files are ZIP archives. An archive of other files is told only
    of a name without an ending."""
    try:
        members = open_zip(stream)
        if any(name.startswith("word/document") for name in members.names):
            return suffix if suffix == ".docm" else ".docx"
        if "ppt/presentation.xml" in members:
            return suffix if suffix == ".pptm" else ".pptx"
        if "xl/workbook.xml" in members:
            return suffix if suffix == ".xlsm" else ".xlsx"
        if "mimetype" in members:
            kind = members.read("mimetype", _HEAD).strip()
            for form, ending in _OPEN_DOCUMENTS:
                if kind.startswith(b"application/vnd.oasis.opendocument." + form):
                    return ending
            return ".epub" if kind == b"application/epub+zip" else ""
    except UnreadableFileError:
        return ""
    return ".zip" if not suffix else ""


def _is_table(head: bytes) -> bool:
    """Whether the first line names the columns of a table, as programs export one to ``.txt``."""
    from rag.config import ColumnSettings
    from rag.corpus.formats.columns import find_columns

    line = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").split(b"\n", 1)[0].strip()
    for separator in (b"\t", b";"):
        names = line.decode("cp1252", "replace").split(separator.decode())
        if len(names) > 2 and all(len(name) <= _LONGEST_NAME for name in names):
            found = find_columns([name.strip(' "') for name in names], ColumnSettings())
            return found is not None and bool(found.title or found.date or found.id)
    return False


def _is_prose(head: bytes) -> bool:
    """Whether the bytes begin a text of at least some words."""
    from rag.corpus.decoding import decode

    try:
        text, _encoding = decode(head[: head.rfind(b"\n") + 1] or head)
    except UnreadableFileError:
        return False
    return len(_WORD.findall(text)) >= _FEWEST_WORDS and not text.lstrip().startswith(("#!", "<?"))
