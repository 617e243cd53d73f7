"""Choose among several amounts of a sentence the one that stands with what is asked for.

"Les études coûteront 18 millions et les travaux 450 millions", "640 millions d'euros, dont 210
millions pour l'atterrisseur": each amount has its own part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from rag.answering.gathering.figures import with_noun
from rag.answering.sentences import around_words
from rag.language import analyse, find_dates
from rag.language.amounts import find_amounts, read_amount
from rag.language.language import Language
from rag.language.registry import known
from rag.language.words import any_of
from rag.lazy import regex
from rag.question import Query
from rag.question.verb import alike
from rag.types import Hit, Span

_YEAR = regex(r"(?:19|20)\d\d")
_END = regex(r"[,;:()]")
# What stands before one of these is told apart from the amounts behind it.
_STRONG = regex(r";")
_WORD = regex(r"[\s\u00a0\u202f]+([^\W\d_]+)")
# A unit stands so near behind its number.
_UNIT_WITHIN = 24
# "18 millions d'euros et 450 millions": a number so large may leave its unit out.
_LARGE = 1_000


def aligned(query: Query, hit: Hit) -> Span | None:
    """The reader's words, or another amount of the same unit in their sentence, if that one stands
    with a word of the question and the reader's words do not.

    A part behind the first one has a word of the question that the others do not have, or the first
    part has all of them: its subject is understood in the others too.
    """
    words, release = hit.match.span, hit.release
    language = known(release.language)
    if words is None or query.quantity is None or language.code not in query.languages:
        return words
    sentences = around_words(hit)
    if len(sentences) != 1:
        return words
    asked = query.terms_in[language.code]
    nouns = asked | frozenset(analyse(query.quantity.noun, language.code))
    amounts = _amounts(release.body, sentences[0], words, nouns, language)
    own = [n for n, one in enumerate(amounts) if one.overlaps(words)]
    parts = _parts(release.body, sentences[0], amounts, language)
    if not own or len(parts) <= 1:
        return words
    found = [
        asked & frozenset(analyse(release.body[part.start : part.end], language.code))
        for part in parts
    ]
    later = [n for n in range(1, len(parts)) if found[n] - found[0]]
    if len(own) > 1 and later and found[0].difference(*(found[n] for n in later)):
        return words  # "combien de morts et de blessés"
    chosen = later[0] if len(later) == 1 else (0 if not later and found[0] else own[0])
    if own == [chosen]:
        return words
    number = amounts[chosen]
    if _YEAR.fullmatch(release.body, number.start, number.end):
        return words  # "par rapport à 2013 (38,2 millions d'euros)"
    whole = with_noun(release, (number.start, number.end), sentences[0].end)
    noun = analyse(query.quantity.noun, language.code)
    said = analyse(release.body[number.end : whole.end], language.code)
    counts = any(alike(one, term) for one in noun for term in said)
    return whole if counts or not noun else number


def _amounts(
    body: str, sentence: Span, words: Span, nouns: frozenset[str], language: Language
) -> list[Span]:
    """The amounts of a sentence with the unit of the one in some words, or with none if they are
    large, in order; without a unit, those before a word of a question. A large one without a unit
    has that of the others: "9 millions d'euros, dont *3 millions* …"."""
    dates = find_dates(body, sentence.start, sentence.end, language=language.code)
    places = [
        Span(start, end)
        for start, end in find_amounts(body, sentence.start, sentence.end, language.code)
        if not any(date.start < end and start < date.end for date in dates)
    ]
    read = [read_amount(body[one.start : one.end + _UNIT_WITHIN], language.code) for one in places]
    own = next((r for one, r in zip(places, read, strict=True) if one.overlaps(words)), None)
    if own is None:
        return []
    unit = own.unit
    if not unit and own.value >= _LARGE:
        unit = next((r.unit for r in read if r is not None and r.unit), unit)
    return [
        one
        for one, amount in zip(places, read, strict=True)
        if amount is not None
        and (amount.unit == unit or (not amount.unit and _is_large(amount.value, body, one)))
        and (unit or _counts(body, one, nouns, language))
    ]


def _is_large(value: Decimal, body: str, amount: Span) -> bool:
    """Whether a number without a unit may be an amount of something, and no year."""
    return value >= _LARGE and not _YEAR.fullmatch(body, amount.start, amount.end)


def _counts(body: str, amount: Span, nouns: frozenset[str], language: Language) -> bool:
    """Whether a number stands before one of some nouns, or before none ("380 en Pologne")."""
    behind = _WORD.match(body, amount.end)
    if behind is None:
        return True
    terms = analyse(behind.group(1), language.code)
    return not terms or any(alike(terms[0], one) for one in nouns)


def _parts(body: str, sentence: Span, amounts: Sequence[Span], language: Language) -> list[Span]:
    """The part of a sentence around each amount; none if nothing divides two of them."""
    if not amounts:
        return []
    strong = list(_STRONG.finditer(body, sentence.start, amounts[0].start))
    begins = [strong[-1].end() if strong else sentence.start]
    for one, other in pairwise(amounts):
        dividers = list(_dividers(language).finditer(body, one.end, other.start))
        if not dividers:
            return []
        begins.append(dividers[0].end())
    parts = []
    for n, (begin, amount) in enumerate(zip(begins, amounts, strict=True)):
        limit = begins[n + 1] if n + 1 < len(begins) else sentence.end
        end = _END.search(body, amount.end, limit)
        parts.append(Span(begin, end.start() if end else limit))
    return parts


@lru_cache(maxsize=16)
def _dividers(language: Language) -> re.Pattern[str]:
    """What divides the parts of a sentence: marks, and words such as "et"."""
    words = any_of(language.answers.joins, language.answers.against.replace("'", ""))
    return re.compile(rf"[,;:()]|\b(?:{words})\b", re.IGNORECASE)
