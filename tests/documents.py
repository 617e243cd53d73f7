"""The documentation as the tests read it: its code blocks, transcripts, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import ROOT

GUIDES = {"fr": "docs/guide.fr.md", "en": "docs/guide.en.md"}
DOCS = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))
# Those whose examples run, and those whose links are followed.
EXAMPLES = ["README.md", *DOCS]
DOCUMENTS = [
    *EXAMPLES,
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "index/README.md",
    "rag/models/e5/MODEL_CARD.md",
    "seeds/README.md",
]


@dataclass(frozen=True)
class Block:
    """A code block.

    Attributes:
        document: its file, relative to the project.
        line: where it begins, counted from 1.
        language: behind the three backquotes; empty if none is named.
        text: what is in it.
    """

    document: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


@cache
def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@cache
def tokens(document: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(read(document))


def blocks(document: str, *languages: str) -> list[Block]:
    """The code blocks of a document in these languages, or all of them."""
    return [
        Block(document, (token.map or [0])[0] + 1, token.info.strip(), token.content)
        for token in tokens(document)
        if token.type == "fence" and (not languages or token.info.strip() in languages)
    ]


def inline(document: str) -> Iterator[Token]:
    for token in tokens(document):
        yield from token.children or ()


def links(document: str) -> list[str]:
    """Where the links and pictures of a document lead."""
    found = [token.attrGet("href") or token.attrGet("src") for token in inline(document)]
    return [str(one) for one in found if one]


def anchor(heading: str) -> str:
    """The name of a heading in a link, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def headings(document: str) -> list[str]:
    """The headings of a document, without their marks."""
    every = tokens(document)
    titles = [after for one, after in pairwise(every) if one.type == "heading_open"]
    return ["".join(part.content for part in title.children or ()) for title in titles]


def anchors(document: str) -> set[str]:
    return {anchor(heading) for heading in headings(document)}


def section(document: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    marks = heading.split(" ")[0]
    below = read(document).split(f"\n{heading}\n")[1]
    return re.split(rf"\n#{{1,{len(marks)}}} ", below)[0]


def transcript(text: str) -> list[tuple[str, str]]:
    """The commands of a transcript and what each prints."""
    parts = [part.partition("\n") for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]]
    return [(command, shown) for command, _, shown in parts]


def is_shown(shown: str, printed: str) -> bool:
    """Whether a command printed what a transcript shows: all of it, or its beginning up to a line
    with three dots. Times and probabilities depend on the machine."""
    shown, printed = comparable(shown), comparable(printed)
    if shown.endswith("…\n"):
        return printed.startswith(shown.removesuffix("…\n"))
    return printed.strip() == shown.strip()


def comparable(text: str) -> str:
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\b\d+ ?%|\b\d+(\.\d+)? s(?=\.)", "#", text)
