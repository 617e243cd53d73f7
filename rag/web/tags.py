"""The operators of a search as tags: each says what is meant and takes itself out of the text."""

from __future__ import annotations

import re
from dataclasses import replace

import rag
from rag.messages import message
from rag.phrases.searches import condition_in_words, expression_in_words
from rag.web.link import View, write_link
from rag.web.templates import render

_IDLE_OR = re.compile(r"^(?:OU|OR)\s+|\s+(?:OU|OR)$|(?<=\()(?:OU|OR)\s+|\s+(?:OU|OR)(?=\))")


def tags_html(answer: rag.Answer, view: View) -> str:
    """The conditions of a search with how many releases meet each, and what to know of it; the
    words that a question favours; and the counts of a search, to be opened. ``""`` if there is
    nothing of it."""
    result = answer.expression
    tags = []
    if result is not None:
        for one in result.conditions:
            text = condition_in_words(one)
            left = without(answer.question, one)
            link = write_link(replace(view, question=left, open="", more=False)) if left else ""
            tags.append((text, one, link, message("operators.without", text=text)))
    quoted = [message("operators.quoted", words=words) for words in answer.favoured]
    favoured = message("operators.favoured", words=", ".join(quoted)) if quoted else ""
    counts = answer.status == "passages"
    if not tags and not favoured and not counts:
        return ""
    lines = expression_in_words(result)
    return render("tags", tags=tags, lines=lines, favoured=favoured, counts=counts)


def without(text: str, one: rag.ConditionResult) -> str:
    """A text of a search without one of its conditions, and without what then has no meaning."""
    before, after = text[: one.condition.start], text[one.condition.end :]
    left = (before[:-1] if before.endswith("-") else before).rstrip() + " " + after.lstrip()
    while True:
        shorter = re.sub(r"-?(?:\w+:)?\(\s*\)", "", _IDLE_OR.sub("", left.strip()))
        shorter = re.sub(r"\b(OU|OR)\s+(?:OU|OR)\b", r"\1", shorter)
        shorter = re.sub(r"\s+", " ", shorter).replace("( ", "(").replace(" )", ")").strip()
        if shorter == left:
            return left
        left = shorter
