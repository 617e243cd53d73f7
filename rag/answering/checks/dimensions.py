"""Tell the height of a thing from its length, and profit from revenue: "long de 880 mètres" tells
no height."""

from __future__ import annotations

from rag.answering.sentences import around_words
from rag.language.language import Language
from rag.language.registry import known
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit, Span

# What stands so near to a measure says of what it is; else what its sentence names last before it.
_NEAR = 26
_FAR = regex(r"[.,;:()\d]")
_WORD = regex(r"[^\W\d_]+")


def is_of_other_dimension(query: Query, hit: Hit) -> bool:
    """Whether the words around the measure that the reader chose name another dimension than the
    question, and not the question's ("large de", where the length is asked for)."""
    words, body = hit.match.span, hit.release.body
    asked = frozenset[str]().union(*(_named_in(query.text, known(one)) for one in query.languages))
    if words is None or not asked:
        return False
    language = known(hit.release.language)
    before = _FAR.split(body[max(0, words.start - _NEAR) : words.start])[-1]
    behind = _FAR.split(body[words.end : words.end + _NEAR])[0]
    for near in (f"{before} {body[words.start : words.end]}", behind):
        told = _named_in(near, language)
        if told:
            return told.isdisjoint(asked)
    told = _last_named(hit, words, language)
    return bool(told) and told.isdisjoint(asked)


def _last_named(hit: Hit, measure: Span, language: Language) -> frozenset[str]:
    """The dimension that is named last before the words in their sentence."""
    start = next((one.start for one in around_words(hit)), measure.start)
    words = _WORD.findall(hit.release.body[start : measure.start])
    named = (_named_in(" ".join(words[at:]), language) for at in range(len(words) - 1, -1, -1))
    return next((one for one in named if one), frozenset())


def _named_in(text: str, language: Language) -> frozenset[str]:
    """The dimensions that a text names."""
    folded, dimensions = FoldedText(text), language.measures.dimensions
    return frozenset(key for key, named in dimensions.items() if word_list(named).are_in(folded))
