"""Recognise by their words lines of the page itself, and lines that a publisher always repeats."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.corpus import furniture
from rag.corpus.labels import labels

_LONGEST = 160
_SHORTEST = 4
_LONGEST_LABEL = 60
_DIGIT = re.compile(r"\d")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)


@lru_cache(maxsize=1024)  # a line is looked at as a headline and as a header
def is_header_line(text: str, *, near_top: bool) -> bool:
    """Whether a line holds only dates, labels and the place before a date (see
    ``rag.corpus.furniture.is_header_line``)."""
    if len(text) > _LONGEST_LABEL and not _DIGIT.search(text):
        return False
    return furniture.is_header_line(text, near_top=near_top)


def leads_elsewhere(text: str) -> bool:
    """Whether a line offers another page or a service ("Lire aussi : …", "Partager"). A line with
    fewer than four letters and digits does not count."""
    if sum(map(str.isalnum, text)) < _SHORTEST:
        return False
    return len(text) <= _LONGEST and furniture.is_site_line(text) and not opens_contacts(text)


def opens_contacts(text: str) -> bool:
    """Whether a line says whom to call, or is a heading over such lines ("Contact presse")."""
    if len(text) > _LONGEST:
        return False
    return furniture.opens_contacts(text) or labels().contact.match(text) is not None


def is_legal(text: str) -> bool:
    """Whether a line is a copyright notice."""
    return len(text) <= _LONGEST and _RIGHTS.match(text) is not None
