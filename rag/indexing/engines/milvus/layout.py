"""How a generation lies on a server: the names of its collections, its keys and its terms."""

from __future__ import annotations

import hashlib
import re

RELEASES, TERMS, META = "_releases", "_terms", "_meta"
"""What stands behind the name of the collection of passages in those of the three others."""
MOST_ROWS = 16_384
"""The most rows of one query's result."""
# Above this many passages, vectors are in inverted lists.
_EXACT_UP_TO = 1_000_000


def coded(term: str) -> str:
    """A term as one word of ASCII letters and digits, which no tokenizer splits."""
    plain = re.fullmatch(r"[a-z0-9]+", term) is not None
    return f"a{term}" if plain else f"x{term.encode('utf-8', 'replace').hex()}"


def key_of(release_id: str) -> str:
    """A key for the id of a release, which is safe inside a condition."""
    return hashlib.sha256(release_id.encode("utf-8", "replace")).hexdigest()[:32]


def lists_for(passages: int) -> int:
    """How many inverted lists there are; 0 if every vector is compared."""
    return 0 if passages <= _EXACT_UP_TO else int(4 * passages**0.5)
