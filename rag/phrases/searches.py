"""The conditions of a search and its counts, in the current language."""

from __future__ import annotations

from rag.expression import ConditionResult, ExpressionResult
from rag.messages import message
from rag.types import Facets


def condition_in_words(one: ConditionResult) -> str:
    """A condition of a search as a label: "titre : « sommet »", "sans Ukraine", "ministr…"."""
    condition = one.condition
    text = condition.text
    if condition.kind in ("phrase", "near"):
        text = message("operators.quoted", words=text)
    if condition.kind == "prefix":
        text = f"{text}…"
    if condition.kind == "near":
        text = message("operators.near", words=text, distance=condition.distance)
    if condition.field != "text":
        text = message(
            "operators.of", field=message(f"operators.field.{condition.field}"), text=text
        )
    return message("operators.excluded", text=text) if one.excluded else text


def expression_in_words(result: ExpressionResult | None) -> list[str]:
    """What a person should know of a search with operators: what stands in no release, what was not
    found as it is written, what is no condition; nothing if all is as it was meant."""
    if result is None:
        return []
    lines = []
    for one in result.conditions:
        label = condition_in_words(one)
        if one.ignored:
            lines.append(message("operators.ignored", text=label))
        elif not one.releases and not one.excluded:
            phrase = one.condition.kind == "phrase" and one.condition.field == "text"
            lines.append(message(f"operators.{'no_phrase' if phrase else 'no_such'}", text=label))
        elif not one.as_written:
            lines.append(message("operators.not_as_written", text=label))
        elif one.otherwise:
            lines.append(message("operators.otherwise", text=label, count=one.otherwise))
    if not result.releases and not result.absent:
        lines.append(message("operators.no_release"))
    return lines


def counted_in_words(facets: Facets) -> str:
    """How many releases facets count, and which they are."""
    return message(f"facets.{facets.counted}", count=facets.releases)


def others_in_words(facets: Facets, name: str) -> str:
    """How many values a facet has beside those given; ``""`` for none."""
    count = facets.more.get(name, 0)
    return message("facets.more", count=count) if count else ""
