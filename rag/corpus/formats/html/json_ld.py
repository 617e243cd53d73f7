"""The linked data (JSON-LD, schema.org) in the scripts of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rag.corpus.formats.html.tree import Element

# Only these keys are followed: they hold descriptions of the page itself.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|PressRelease|.*NewsRelease|Report|.*Statement)")
_PAGE = re.compile(r"(?:.*Page|CreativeWork|Event|GovernmentService)")
_WANTED = ("headline", "datePublished", "dateModified", "articleBody")
_MOST = 200_000  # characters of one script
_LOOSE = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"')


def article_of(root: Element) -> dict[str, str]:
    """``headline``, ``datePublished``, ``dateModified`` and ``articleBody`` of the article that a
    page describes, else of the page itself. Values that are not stated are missing."""
    found: list[dict[str, Any]] = []
    loose: dict[str, str] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = ("".join(script.itertext()) or "")[:_MOST].strip()
        text = re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$", "", text
        )
        try:
            found.extend(_nodes(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            for key, value in _LOOSE.findall(text):
                loose.setdefault(key, value)
    for pattern in (_ARTICLE, _PAGE):
        for node in found:
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and pattern.fullmatch(kind) for kind in kinds):
                values = {key: node.get(key) for key in _WANTED}
                texts = {key: text for key, text in values.items() if isinstance(text, str)}
                if texts.get("datePublished") or texts.get("headline"):
                    return texts
    return loose


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects that describe the page, outermost first."""
    waiting = [value]
    for _ in range(1000):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[key] for key in _INSIDE if isinstance(one.get(key), (dict, list)))
