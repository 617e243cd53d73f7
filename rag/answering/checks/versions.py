"""Check that a passage speaks of the version of a thing that a question asks for: "3DS XL" is not
"3DS", "FranceConnect+" is not "FranceConnect", "iPhone 12 Pro" is not "iPhone 12".
"""

from __future__ import annotations

import re

from rag.answering.sentences import told_around_words
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit

# Words that makers put behind the name of a thing, in any language.
_EDITIONS = "Pro|Max|Plus|Mini|Lite|Light|Ultra|Neo|Turbo|Premium|Deluxe|Slim|Classic"
# A name with a digit, or "iPhone 12", and two or three capitals; any name and one of those words.
_VERSION = regex(
    r"(?<!\w)(?:(?P<coded>\w*\d\w*)(?P<letters>[  -][A-Z]{2,3}(?!\w))"
    rf"|(?P<name>[^\W\d_]\w+(?: \d+)?)(?P<edition>[  -](?:{_EDITIONS})(?!\w))"
    r"|(?P<plain>[^\W_]\w+)(?P<plus>\++))"
)
_NAME = regex(r"(?<!\w)(?=\w*[A-Z\d])\w{3,}(?![\w+])")


def is_of_another_version(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words names the thing of a question, but only in
    another version."""
    if hit.match.span is None:
        return False
    sentence = told_around_words(hit)
    for found in _VERSION.finditer(query.text):
        base, version = (group for group in found.groups() if group)
        if _has(base, sentence) and not _has(f"{base}{version}", sentence):
            return True
    if "+" not in sentence:
        return False
    bare = frozenset(_NAME.findall(sentence))
    return any(f"{name}+" in sentence and name not in bare for name in _NAME.findall(query.text))


def _has(name: str, text: str) -> bool:
    """Whether a text has a name, however its parts are joined; "+" is read as "plus"."""
    name, text = (one.replace("+", " plus") for one in (name, text))
    joined = r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", name)))
    return re.search(rf"(?<!\w){joined}(?!\w)", text, re.IGNORECASE) is not None
