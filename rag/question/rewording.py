"""Ask each release for one thing of what a question asks of all: "how often" as "when"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.language import WordClass
from rag.language.registry import known
from rag.language.terms import plain
from rag.language.words import any_of
from rag.question.extremes import of_figure
from rag.question.scope import Scope
from rag.question.scope_words import OF_FIGURES, same_length, scope_patterns
from rag.question.singular import in_singular


def one_at_a_time(
    text: str, spoken: Iterable[str], scope: Scope, asks: WordClass, *, measures: bool = False
) -> str:
    """The question as it is asked of each release, with the length of ``text``.

    "How many times" becomes "when", and what asks for each time is left out. Blanks fill the rest.
    """
    if scope.form not in ("count", "series"):
        return text
    body = same_length(text)
    for code in sorted(spoken):
        language, patterns = known(code), scope_patterns(known(code))
        if patterns is None:
            continue
        if scope.form == "count":
            when = language.questions.when.split()[0]
            found = patterns.how_often.search(body) or patterns.which_dates.search(body)
            if found is not None:
                return _with(text, found, when)
            found = patterns.how_many.search(body)
            if found is not None:
                articles = (f"{when} {one}" for one in sorted(patterns.plural_articles))
                room = found.end() - found.start()
                fitting = (one for one in (*articles, when) if len(one) <= room)
                return _with(text, found, next(fitting, found.group()))
            continue
        told = [*patterns.over_time.finditer(body), *patterns.and_when.finditer(body)]
        how = re.search(any_of(plain(language.questions.how)), body) if asks == "how" else None
        if how is not None:
            told += patterns.evolved.finditer(body)
        if not told:
            continue
        figure = measures or patterns.figures.search(body) or patterns.evolved.search(body)
        if figure and asks in ("how", *OF_FIGURES):
            asked = of_figure(text, language)
            if asked is not None:
                return asked.ljust(len(text))
        for found in told:
            text = _with(text, found, "")
        how_many = language.questions.how_many.split()[0]
        if how is not None and len(how_many) <= how.end() - how.start():
            text = _with(text, how, how_many)
        return text
    return text


def for_one(text: str, spoken: Iterable[str]) -> str:
    """A question for several things as one for a single thing, with the length of ``text``.

    It is said in the first of its languages that has words for it; else the question stays.
    """
    asked = (in_singular(text, known(code)) for code in sorted(spoken))
    return next((one for one in asked if one != text), text)


def as_which(text: str, spoken: Iterable[str]) -> str | None:
    """A question "how many …" as "which …", with the length of ``text``; None if it is none, or its
    language has no word for "which" before a plural that is as short."""
    body = same_length(text)
    for code in sorted(spoken):
        language, patterns = known(code), scope_patterns(known(code))
        found = patterns.how_many.search(body) if patterns is not None else None
        which = next(iter(language.answers.several.split()), "")
        if found is not None and which and len(which) <= found.end() - found.start():
            return _with(text, found, which)
    return None


def _with(text: str, found: re.Match[str], word: str) -> str:
    """The text with a word and blanks in the place of a match."""
    room = found.end() - found.start()
    word = word if len(word) <= room else ""
    if found.start() == 0:
        word = word.capitalize()
    return text[: found.start()] + word.ljust(room) + text[found.end() :]
