"""Tell whether a passage has all names of a question."""

from __future__ import annotations

import re

from rag.language.terms import fold, plain
from rag.question import Query
from rag.types import Hit

_WORD = re.compile(r"[^\W_]+")


def has_all_names(query: Query, hit: Hit) -> bool:
    """Whether the passage of a hit has each word of the names in a question; False for a question
    without names."""
    wanted = {part for name in query.names for part in name.parts}
    if not wanted:
        return False
    return wanted <= {fold(plain(word)) for word in _WORD.findall(hit.passage.text)}
