"""Read a PDF's properties. They are weak hints: programs fill them in, and nobody checks them."""

from __future__ import annotations

import re

from rag.corpus.formats.pdf.pdfium import File
from rag.corpus.metadata import Metadata
from rag.partial_date import PartialDate

_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)?(\d\d)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?$", re.IGNORECASE)
_PROGRAM = re.compile(r"^(?:microsoft |powerpoint|openoffice|libreoffice|print|impression)", re.I)
_FILE = re.compile(r"\.\w{2,5}$|^[^\s]*[_/\\][^\s]*$|^(?:untitled|document|sans titre|\W*$)", re.I)


def stated_title(file: File) -> str:
    """The title in the properties; ``""`` if there is none, or only a word, or the name of a file
    or program."""
    title = " ".join(file.stated("Title").split())
    words = len(title.split())
    if words < 2 or len(title) > 300 or _PROGRAM.search(title) or _FILE.search(title):
        return ""
    return title


def hints_of(file: File) -> tuple[Metadata, dict[str, str]]:
    """The hints of a document (see ``Document.hints``), and the words that state its date."""
    title = stated_title(file) or None
    language = _LANGUAGE.match(file.language())
    made = file.stated("CreationDate")
    date = _date(made)
    hints = Metadata(title=title, date=date, language=language[1].lower() if language else None)
    return hints, {"date": made} if date else {}


def _date(text: str) -> PartialDate | None:
    found = _DATE.match(text)
    if found is None:
        return None
    try:
        return PartialDate.parse("-".join(part for part in found.groups() if part))
    except ValueError:
        return None
