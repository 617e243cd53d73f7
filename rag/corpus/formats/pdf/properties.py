"""Read a PDF's properties. They are weak hints: programs fill them in, and nobody checks them."""

from __future__ import annotations

import re

from rag.corpus.formats.pdf.pdfium import File
from rag.corpus.formats.properties import date_of, usable_title
from rag.corpus.metadata import Metadata

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?$", re.IGNORECASE)


def stated_title(file: File) -> str:
    """The title in the properties; ``""`` if there is none, or only a word, or the name of a file
    or program."""
    return usable_title(file.stated("Title"))


def hints_of(file: File) -> tuple[Metadata, dict[str, str]]:
    """The hints of a document (see ``Document.hints``), and the words that state its date."""
    title = stated_title(file) or None
    language = _LANGUAGE.match(file.language())
    made = file.stated("CreationDate")
    date = date_of(made)
    hints = Metadata(title=title, date=date, language=language[1].lower() if language else None)
    return hints, {"date": made} if date else {}
