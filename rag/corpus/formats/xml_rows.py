"""XML that a database or a site exported: a release in each of several elements of one name, with
an element or an attribute for each of its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.config import ColumnSettings
from rag.corpus.formats.columns import find_columns, no_text_column, part_of
from rag.corpus.formats.document import Part
from rag.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml import etree

_DEEP = 3  # how many elements the releases may lie in
_INLINE = "p br b i em strong a ul ol li span div h2 h3 table tr td".split()
Row = dict[str, str]


def rows_of(root: etree._Element, named: ColumnSettings) -> Iterator[Part]:
    """The elements that are releases: the outermost children of one element that have a text.

    Raises:
        UnreadableFileError: no element has a text of a release.
    """
    level, names = [root], list[str]()
    for _depth in range(_DEEP):
        for parent in level:
            rows = [_row(child) for child in parent if isinstance(child.tag, str)]
            there = list(dict.fromkeys(name for row in rows for name in row))
            names = names or there
            columns = find_columns(there, named)
            if columns is None:
                continue
            for number, row in enumerate(rows, start=1):
                part = part_of(row, columns, number)
                if part is not None:
                    yield part
            return
        level = [child for parent in level for child in parent]
    raise no_text_column(names) if names else UnreadableFileError("file.not_feed")


def _row(element: etree._Element) -> Row:
    """The attributes and the children of an element as values by name."""
    row = {str(name): str(value) for name, value in element.attrib.items()}
    for child in element:
        if isinstance(child.tag, str):
            row.setdefault(child.tag.rpartition("}")[2], _value(child))
    return row


def _value(element: etree._Element) -> str:
    """The text of an element, with the markup that it may have; ``""`` if it holds elements of
    another kind, which are values themselves."""
    from lxml import etree

    tags = {str(one.tag).rpartition("}")[2].casefold() for one in element.iterdescendants()}
    if not tags:
        return (element.text or "").strip()
    if not tags <= set(_INLINE):
        return ""
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return ((element.text or "") + "".join(inner)).strip()
