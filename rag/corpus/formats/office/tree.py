"""Trees of XML without their namespaces: names are short, and the two forms of DOCX are one."""

from __future__ import annotations

from collections.abc import Mapping

from rag.corpus.safe_xml import Element, parse_xml


def parse_short(data: bytes) -> Element:
    """The root element, with the local names of all elements. ``w:p`` is ``p``.

    Raises:
        UnreadableFileError: as ``parse_xml``.
    """
    root = parse_xml(data)
    for element in root.iter("*"):
        tag = element.tag
        if tag[0] == "{":
            element.tag = tag.rpartition("}")[2]
    return root


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
