"""Cover what is not Markdown in a Markdown file: templates, shortcodes, attribute lists, marks of
wiki links.

Each of their characters is replaced by one that means nothing, so all offsets stay the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# No release contains this character. It counts as punctuation, so emphasis may stand beside it.
COVER = "\U0001bc9f"

_OPENING = re.compile(r"\{\{<|\{\{%|\{\{|\{%|\{#(?=[\s-])|<!--|\{::|\{:(?=/)")
_CLOSING = {
    "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "<!--": "-->", "{::": "}",
    "{:": "}",
}  # fmt: skip
_LONGEST_TAG = 4000
_NAME = re.compile(r"[\s*<%+-]*(?P<end>/|end)?[\s_-]*(?P<name>[\w.]*)")
# The content of these tags is not shown as it is written.
_UNSEEN = frozenset(
    """capture comment highlight highlightjs codeblock code mermaid katex math chart plantuml
    schema style stylesheet javascript script macro gist rawhtml""".split()
)
_CONDITIONS = frozenset("if unless case for with when ifversion".split())
_LONGEST_CHECKED = 300
_EVERYWHERE = (
    # kramdown's attribute lists and pandoc's attributes
    re.compile(r"\{:[^{}\r\n]{0,500}\}|\{/:[^{}\r\n]{0,80}\}|\{:/[^{}\r\n]{0,80}\}"),
    re.compile(
        r"\{[ \t]*(?:[.#][A-Za-z][\w:.-]*|-)(?:[ \t]+(?:[.#][A-Za-z][\w:.-]*"
        r"|[\w:-]{1,40}=(?:\"[^\"\r\n]{0,200}\"|'[^'\r\n]{0,200}'|[^\s{}\"']{1,200})))*[ \t]*\}"
    ),
    re.compile(
        r"(?<=[)\]`*_])\{[ \t]*[\w:-]{1,40}=(?:\"[^\"\r\n]{0,200}\"|[^\s{}\"'=]{1,200})"
        r"(?:[ \t]+[^{}\r\n]{0,300})?\}"
    ),
    # citations of pandoc, embedded notes of Obsidian
    re.compile(r"\[-?@[\w:.#$%&+?<>~/-]{1,100}(?:[;,][^\[\]\r\n]{0,200})?\]"),
    re.compile(r"!\[\[[^\[\]\r\n]{1,300}\]\]"),
    # the backslash of a non-breaking blank
    re.compile(r"(?<!\\)\\(?= \S)"),
    # components with JavaScript in their attributes
    re.compile(r"</?[A-Z]\w{0,60}\s[^<>{}]{0,500}\{[^<>]{0,500}>"),
)
# Lines that mean nothing to a reader.
_LINES = re.compile(
    r"^[ \t]*(?:"
    r":{3,}[^\r\n]*|(?:!!!|\?\?\?\+?|===)[ \t]+[\w\"][^\r\n]*"  # boxes and tabs
    r"|\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|@\[toc\][^\r\n]*|[*+-][ \t]+TOC(?=[ \t]*\r?\n[ \t]*\{:toc)"
    r"|\*\[[^\]\r\n]{1,60}\]:[^\r\n]*"  # abbreviations
    r"|\\[a-z]{3,20}(?:\{[^{}\r\n]{0,100}\}){0,3}"  # LaTeX
    r"|import\s[^\r\n]{1,200}\sfrom\s+[\"'][^\r\n]{1,200}|import\s+[\"'][^\r\n]{1,200}[\"'];?"
    r"|export\s+(?:const|default|let|function)\b[^\r\n]*"
    r")[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_WIKI_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\r\n]{1,300}\|)?[^\[\]|\r\n]{1,300}\]\](?!\()")
_PANDOC_SPAN = re.compile(r"\[[^\[\]\r\n]{0,500}(?P<close>\]\{[ \t]*[.#:][^{}\r\n]{0,300}\})")
_MARKED = re.compile(r"(?<![=\w+])(==|\+\+)(?=[^\s=+])[^=+\r\n]{1,500}(?<=[^\s=+])(\1)(?![=+\w])")
_DOUBLE_BACKSLASH = re.compile(r"(?<!\\)\\(?=\\[ \t]*$)", re.MULTILINE)
_COVERED_LINE = re.compile(rf"^[ \t]*{COVER}[ \t{COVER}]*$", re.MULTILINE)
_COVERED_START = re.compile(rf"^{COVER}+(?=[#>|])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag of a template: ``{% endif %}`` has the name "if" and is an end."""

    start: int
    end: int
    name: str
    is_end: bool


def cover(text: str) -> str:
    """A text with the same length and lines, in which everything but Markdown is covered."""
    text = text.replace(COVER, " ")
    spans = list(_templates(text))
    text = _covered(text, spans)
    spans = [match.span() for pattern in _EVERYWHERE for match in pattern.finditer(text)]
    spans += [match.span() for match in _LINES.finditer(text)]
    spans += [match.span() for match in _DOUBLE_BACKSLASH.finditer(text)]
    for match in _WIKI_LINK.finditer(text):
        label = match.end("target") if match["target"] else match.start() + 2
        spans += [(match.start(), label), (match.end() - 2, match.end())]
    for match in _PANDOC_SPAN.finditer(text):
        spans += [(match.start(), match.start() + 1), match.span("close")]
    for match in _MARKED.finditer(text):
        spans += [match.span(1), match.span(2)]
    text = _covered(text, spans)
    # A line that is covered completely becomes blank, and so does a cover before a block's mark.
    text = _COVERED_LINE.sub(lambda m: " " * len(m.group()), text)
    return _COVERED_START.sub(lambda m: " " * len(m.group()), text)


def uncovered(text: str) -> str:
    """A text without its covered characters."""
    return text.replace(COVER, "")


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start = max(start, position)
        if end > start:
            parts += [text[position:start], re.sub(r"[^\r\n]", COVER, text[start:end])]
            position = end
    return "".join([*parts, text[position:]])


def _templates(text: str) -> Iterator[tuple[int, int]]:
    tags = list(_tags(text))
    ends: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        if tag.is_end:
            ends.setdefault(tag.name, []).append(number)
    conditions: list[_Tag] = []
    unseen_until = 0
    for number, tag in enumerate(tags):
        yield tag.start, tag.end
        if tag.start < unseen_until:
            continue
        if not tag.is_end and tag.name in _UNSEEN:
            closing = _next_of((ends.get(tag.name, []), ends.get("", [])), number)
            if closing is not None:
                unseen_until = tags[closing].end
                yield tag.start, unseen_until
        elif not tag.is_end and tag.name in _CONDITIONS:
            conditions.append(tag)
        elif tag.is_end and tag.name in _CONDITIONS and conditions:
            opened = conditions.pop()
            if _holds_nothing(text[opened.end : tag.start][: _LONGEST_CHECKED + 1]):
                yield opened.start, tag.end


def _next_of(sorted_numbers: Iterable[list[int]], after: int) -> int | None:
    found = [
        numbers[at]
        for numbers in sorted_numbers
        if (at := bisect_left(numbers, after)) < len(numbers)
    ]
    return min(found, default=None)


def _holds_nothing(text: str) -> bool:
    """Whether the content of a condition is only other tags and marks."""
    if len(text) > _LONGEST_CHECKED:
        return False
    return not any(c.isalnum() for c in re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text))


def _tags(text: str) -> Iterator[_Tag]:
    """The tags of templates, in order. The next end mark of each kind is kept, so the time is
    linear."""
    closings = dict.fromkeys(_CLOSING, -1)
    position = 0
    for match in _OPENING.finditer(text):
        start, opening = match.start(), match.group()
        if start < position:
            continue
        if closings[opening] < match.end():
            found = text.find(_CLOSING[opening], match.end())
            closings[opening] = len(text) if found < 0 else found
        close = closings[opening]
        longest = len(text) if opening == "<!--" else _LONGEST_TAG
        if close == len(text) or close - start > longest:
            continue
        end = close + len(_CLOSING[opening])
        while opening == "{{" and text.startswith("}", end):
            end += 1
        name = _NAME.match(text, match.end(), close)
        assert name is not None
        is_end = bool(name["end"])
        yield _Tag(start, end, name["name"].casefold() if opening != "<!--" else "", is_end)
        position = end
