"""What the name of a style says of its paragraphs. Programs translate these names."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"(?:heading|titre|überschrift|título|titolo|kop|заголовок)\s?([1-9])$", re.IGNORECASE
)
_TITLE = re.compile(r"(?:title|titre|titel|título|titolo|название)$", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|légende|legende|illustration|table caption)$", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|tm|index|table of figures|contents)(?:\s?[1-9]|\sheading)?$", re.IGNORECASE
)


def kind_of_style(name: str) -> tuple[str, int]:
    """The kind and the level of the paragraphs of a style.

    Returns:
        ``title``, ``heading``, ``caption``, ``contents`` (a line of a table of contents), or ``""``
        if the name says nothing; and the level of a heading, else 0.
    """
    name = name.strip()
    heading = _HEADING.match(name)
    if heading:
        return "heading", int(heading[1])
    for pattern, kind in ((_TITLE, "title"), (_CAPTION, "caption"), (_CONTENTS, "contents")):
        if pattern.match(name):
            return kind, 0
    return "", 0
