"""Make a ``Document`` of the parts of a word processor's document and its properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.corpus.formats.document import Document
from rag.corpus.formats.office.kinds import set_kinds
from rag.corpus.formats.office.parts import Part, put_together
from rag.corpus.formats.properties import date_of, usable_title
from rag.corpus.furniture import is_header_line
from rag.corpus.metadata import Metadata
from rag.errors import UnreadableFileError

_MOST_CHARACTERS, _MOST_PARTS = 20_000_000, 200_000
_LONGEST_HEADER = 140


@dataclass(slots=True)
class Content:
    """What a format reads of a file.

    Attributes:
        parts: the text, in reading order.
        heads: the parts of the first page's header.
        notes: footnotes and endnotes, with their numbers.
        title, created: the title and the day of creation, as the properties state them.
        pictures: whether there are pictures.
        encoding: the character encoding of the file.
    """

    parts: list[Part] = field(default_factory=list)
    heads: list[Part] = field(default_factory=list)
    notes: list[Part] = field(default_factory=list)
    title: str = ""
    created: str = ""
    pictures: bool = False
    encoding: str = "utf-8"


def document_of(content: Content) -> Document:
    """The document. Of a page's header only the lines are kept that state a date, since a
    letterhead often does; footers are left out. Notes stand behind the text.

    Raises:
        UnreadableFileError: there is no text, or too much.
    """
    # Rows may also be a date beside a logo.
    lines = [line for part in content.heads for line in re.split(r"[\n\t]", part.text)]
    parts = [*map(Part, filter(_states_date, lines)), *content.parts]
    characters = sum(len(part.text) for part in parts)
    if characters > _MOST_CHARACTERS or len(parts) > _MOST_PARTS:
        raise UnreadableFileError("file.too_long")
    if not any(character.isalnum() for part in parts for character in part.text):
        raise UnreadableFileError("file.only_pictures" if content.pictures else "file.empty")
    set_kinds(parts, content.title)
    notes = [part for part in content.notes if part.text]
    text, blocks, places = put_together([*parts, *notes])
    date = date_of(content.created)
    return Document(
        text,
        encoding=content.encoding,
        hints=Metadata(title=usable_title(content.title) or None, date=date),
        words={"date": content.created} if date else {},
        blocks=blocks,
        places=places,
    )


def _states_date(line: str) -> bool:
    digits = any(character.isdigit() for character in line)
    return digits and len(line) <= _LONGEST_HEADER and is_header_line(line, near_top=True)
