"""Trees of XML without their namespaces: names are short, and the two forms of DOCX are one."""

from __future__ import annotations

from collections.abc import Mapping

from rag.corpus.safe_xml import MAX_MARKS, Element, parse_xml
from rag.errors import UnreadableFileError

MOST_SPARE = 300_000  # tags and attributes of styles, notes and the like


def parse_short(data: bytes, most: int = MAX_MARKS) -> Element:
    """The root element, with the local names of all elements. ``w:p`` is ``p``.

    Args:
        data: the file.
        most: the largest number of tags and attributes.

    Raises:
        UnreadableFileError: as ``parse_xml``.
    """
    root = parse_xml(data, most)
    for element in root.iter("*"):
        tag = element.tag
        if tag[0] == "{":
            element.tag = tag.rpartition("}")[2]
    return root


def parse_spare(data: bytes) -> Element | None:
    """The root element of a part that the text can be read without, such as styles; None if it is
    damaged.

    Raises:
        UnreadableFileError: it is very large, or has a document type.
    """
    try:
        return parse_short(data, MOST_SPARE)
    except UnreadableFileError as error:
        if error.key in ("file.unpacked", "file.document_type"):
            raise
        return None


def attributes(element: Element) -> Mapping[str, str]:
    """The attributes of an element by their local names."""
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def attribute(element: Element | None, name: str, otherwise: str = "") -> str:
    """An attribute by its local name."""
    if element is not None:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == name:
                return str(value)
    return otherwise
