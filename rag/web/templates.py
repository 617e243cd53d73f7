"""The templates of the page: Jinja2 with automatic escaping, and what they need of ours.

Text of a release or a question is never markup: what is not ``Markup`` is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import rag
from rag.messages import date_in_words, message
from rag.phrases import title_in_words

_FOLDER = Path(__file__).parent / "templates"
_LONGEST_TITLE = 90

Marked = Iterable[tuple[str, int, int]]
"""(class, start, end) of spans to mark, as offsets into a body."""


def render(name: str, **values: Any) -> Markup:
    """A template as HTML, in the current language.

    Args:
        name: of its file, without the ending.
        values: what it shows. Text is escaped, ``Markup`` is not.
    """
    return Markup(_environment().get_template(f"{name}.html").render(values))  # noqa: S704


def with_marks(body: str, start: int, end: int, marks: Marked) -> Markup:
    """``body[start:end]`` as HTML with ``<mark>`` around each span.

    Where spans overlap, the text between two offsets gets the classes of all of them.
    """
    inside = [(kind, max(a, start), min(b, end)) for kind, a, b in marks if a < end and b > start]
    offsets = sorted({start, end, *(a for _, a, _ in inside), *(b for _, _, b in inside)})
    made = Markup()
    for a, b in pairwise(offsets):
        kinds = sorted({kind for kind, low, high in inside if low <= a and b <= high})
        text = escape(body[a:b])
        mark = Markup('<mark class="{}">{}</mark>')
        made += mark.format(" ".join(kinds), text) if kinds else text
    return made


def written(release: rag.Release | rag.ReleaseSummary) -> Markup:
    """HTML attributes for text of a release: its language, and the direction of its script."""
    language = Markup(' lang="{}"').format(release.language) if release.language else Markup()
    return language + Markup(' dir="auto"')


def short(release: rag.Release | rag.ReleaseSummary) -> str:
    """The title of a release, cut between two words where it is long."""
    title = title_in_words(release)
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(None, 1)[0].rstrip(",;:.- ") + " …"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["t"] = message
    made.filters |= {
        "title": title_in_words,
        "short": short,
        "words": date_in_words,
        "written": written,
    }
    return made
