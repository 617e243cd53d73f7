"""Tell whether a sentence speaks of a date as future or as past."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from rag.language.language import Language
from rag.language.patterns import DASH, either, template
from rag.language.registry import dated, known, read_with
from rag.language.words import any_of
from rag.lazy import regex

_SENTENCE_END = regex(r"[.!?;…](?=[\s»”\"]|$)|[\r\n]")
_CLAUSE_CHARACTERS = 300
_DIGIT = regex(r"\d")

Outlook = Literal["coming", "past"]


def speaks_of_future(text: str, start: int, end: int, language: str | None = None) -> bool:
    """Whether the sentence of the date ``text[start:end]`` says that the date is in the future.

    If it does not say, the date counts as past, because releases report what has happened. The
    arguments are those of ``outlook``.
    """
    return outlook(text, start, end, language) == "coming"


def outlook(text: str, start: int, end: int, language: str | None = None) -> Outlook | None:
    """Whether the sentence of the date ``text[start:end]`` says that it is future or past.

    The nearest verb or other word with a tense decides. It is looked for in the clause of the date
    and, if there is none ("En juin, …"), in the clauses next to it.

    Args:
        text: the text; offsets count its characters.
        start, end: the date.
        language: ISO 639-1 code of the text. Only the words of this language count ("opera" is no
            French future). If its calendar is not known, the words of all languages in which such
            a text is read count.

    Returns:
        ``coming`` or ``past``; None if the sentence does not say.
    """
    own = dated(language)
    cue = _cues((own,) if own else read_with(None))
    clause_end = _clause_ends(read_with(language))
    before = _SENTENCE_END.split(text[max(0, start - _CLAUSE_CHARACTERS) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CLAUSE_CHARACTERS])[0]
    clauses = zip_longest(reversed(clause_end.split(before)), clause_end.split(after), fillvalue="")
    for left, right in clauses:
        cues = [(len(left) - found.end(), found) for found in list(cue.finditer(left))[-1:]]
        cues += [(found.start(), found) for found in list(cue.finditer(right))[:1]]
        if cues:
            nearest = min(cues, key=lambda found: found[0])[1]
            return "coming" if any(nearest.groupdict().values()) else "past"
    return None


def is_in_future(text: str, language: str) -> bool:
    """Whether a question has a verb in the future tense in a language; "se tient", which can be
    of today, has none."""
    forms = known(language).calendar.tense.forms
    # "Fedora" is a name.
    found = re.finditer(rf"\b(?:{forms})(?!\w)", text) if forms else ()
    return any(match.group()[0].islower() for match in found)


def stands_alone(text: str, start: int, end: int, language: str | None = None) -> bool:
    """Whether the tense of the sentence says nothing about the date ``text[start:end]``.

    The words right before the date tell: "a annoncé une grève pour le 5 décembre", "un grand 5
    décembre".
    """
    digit = _DIGIT.search(text, start, end)
    before = text[max(0, start - 30) : digit.start() if digit else start]
    return _freeing(read_with(language)).search(before) is not None


@lru_cache(maxsize=64)
def _cues(read: tuple[Language, ...]) -> re.Pattern[str]:
    """A pattern for words of the future, in a named group, and words of the past."""
    found = []
    for number, tense in enumerate(language.calendar.tense for language in read):
        coming = either((template(tense.future), template(tense.coming)))
        been = either((template(tense.been),))
        found.append(rf"\b(?:(?P<coming_{number}>{coming})|{been})(?!\w)")
    return re.compile("|".join(found), re.IGNORECASE)


@lru_cache(maxsize=64)
def _clause_ends(read: tuple[Language, ...]) -> re.Pattern[str]:
    words = either(template(language.calendar.tense.clause_ends) for language in read)
    marks = rf"[,:()«»“”\"\[\]]|\s{DASH}\s"
    return re.compile(rf"{marks}|\b{words}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _freeing(read: tuple[Language, ...]) -> re.Pattern[str]:
    """A pattern for the words of ``TenseWords.frees``, or a document with "of", at the end of a
    text: "par *arrêté du*"."""
    words = either(template(language.calendar.tense.frees) for language in read)
    documents = any_of(*(language.times.documents for language in read))
    of = any_of(*(language.times.of_date for language in read))
    return re.compile(rf"(?:\b{words}|{documents}\s+{of})\s*$", re.IGNORECASE)
