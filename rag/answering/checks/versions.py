"""Check that a passage speaks of the version of a thing that a question asks for: "3DS XL" is not
"3DS", "FranceConnect+" is not "FranceConnect", "iPhone 12 Pro" is not "iPhone 12".
"""

from __future__ import annotations

import re

from rag.answering.sentences import told_around_words
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit

# What makers put behind the name of a thing, in any language.
_EDITION = r"[ -](?:Pro|Max|Plus|Mini|Lite|Light|Ultra|Neo|Turbo|Premium|Deluxe|Slim|Classic)(?!\w)"
# A name, longer than an article; or one with a number in it ("S22") or behind it.
_CALLED = r"(?=\w*[A-Z\d])(?:\w{4,}(?: \d+)?|\w+ \d+|(?=\w*[A-Z])\w*\d\w*)"
_MARKED = regex(rf"(?<!\w)(?P<base>{_CALLED})(?P<version>\++|{_EDITION})")
# In a question also two or three capitals behind a code ("3DS XL"), and a shorter name with "+".
_VERSION = regex(
    r"(?<!\w)(?:(?=\w*[A-Z])(?P<coded>\w*\d\w*)(?P<letters>[ -][A-Z]{2,3}(?!\w))"
    rf"|(?P<name>{_CALLED})(?P<edition>{_EDITION})"
    r"|(?P<plain>[^\W_]\w+)(?P<plus>\++))"
)


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
    for found in _MARKED.finditer(sentence):
        base, version = found["base"], found["version"]
        asked = _has(base, query.text) and not _has(f"{base}{version}", query.text)
        if asked and sentence.count(base) == sentence.count(f"{base}{version}"):
            return True
    return False


def _has(name: str, text: str) -> bool:
    """Whether a text has a name, however its parts are joined; "+" is read as "plus"."""
    name, text = (one.replace("+", " plus") for one in (name, text))
    joined = r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", name)))
    return re.search(rf"(?<!\w){joined}(?!\w)", text, re.IGNORECASE) is not None
