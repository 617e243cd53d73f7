"""Lines by whose words it shows that they are the page's, or of every release of a publisher."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.corpus.labels import labels
from rag.language.registry import languages
from rag.language.release_words import release_pattern

_LONGEST = 160
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_MARKS = " \t\u00a0\u202f•·›»>|:.…→▶►+–-"


@lru_cache(maxsize=1)
def _leads_elsewhere() -> re.Pattern[str]:
    words = release_pattern("elsewhere", tuple(languages().values()))
    return re.compile(rf"{words}(?:[\s\u00a0]*[:›»>→…!.]|$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _about() -> re.Pattern[str]:
    return re.compile(release_pattern("about", tuple(languages().values())), re.IGNORECASE)


def leads_elsewhere(text: str) -> bool:
    """Whether a line offers another page or a service ("Lire aussi : …", "Partager")."""
    if len(text) > _LONGEST:
        return False
    return _leads_elsewhere().match(text.lstrip(_MARKS)) is not None


def opens_about(text: str) -> bool:
    """Whether a heading opens what a release says of its publisher ("À propos de …")."""
    return len(text) <= _LONGEST and _about().match(text) is not None


def opens_contacts(text: str) -> bool:
    """Whether a line says who to call, or is a heading over such lines ("Contact presse")."""
    if len(text) > _LONGEST:
        return False
    return labels().contact.match(text if ":" in text else f"{text.strip(_MARKS)} :") is not None


def is_legal(text: str) -> bool:
    """Whether a line states whose the rights are."""
    return len(text) <= _LONGEST and _RIGHTS.match(text) is not None
