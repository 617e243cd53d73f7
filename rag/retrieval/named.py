"""Tell whether a text has the names of a question."""

from __future__ import annotations

import re

from rag.language.terms import fold, plain
from rag.question import Query

_WORD = re.compile(r"[^\W_]+")


def has_all_names(query: Query, text: str) -> bool:
    """Whether a text has each word of the names in a question; False for a question without
    names."""
    wanted = {part for name in query.names for part in name.parts}
    return bool(wanted) and wanted <= _words_of(text)


def has_last_name(query: Query, text: str) -> bool:
    """Whether a text has each word of the last name in a question; False for a question without
    names."""
    return bool(query.names) and _words_of(text).issuperset(query.names[-1].parts)


def _words_of(text: str) -> set[str]:
    return {fold(plain(word)) for word in _WORD.findall(text)}
