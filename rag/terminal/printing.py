"""What commands print: JSON, CSV, hits, fields, wrapped and made safe for the terminal."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import rag
from rag import messages
from rag.messages import message
from rag.phrases import copies_in_words, place_in_words, reason_in_words, title_in_words
from rag.phrases.searches import condition_in_words, expression_in_words

Cell = str | int | float | None
_NARROWEST, _WIDEST = 24, 100


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print(_printable(json.dumps(value, ensure_ascii=False, indent=2)))


def print_json_line(value: object) -> None:
    """Print a value as JSON on one line, at once."""
    print(_printable(json.dumps(value, ensure_ascii=False)), flush=True)


def _printable(text: str) -> str:
    """JSON with escapes for the lone surrogates that a question may contain: UTF-8 cannot encode
    them."""
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match.group()):04x}", text)


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> int:
    """Print rows as CSV and return the exit status of success."""
    from rag.spreadsheet import csv_text

    sys.stdout.write(csv_text(columns, rows))
    return 0


def print_hits(hits: Sequence[rag.Hit], heading: str) -> None:
    """Print hits under a heading, which is the key of a message."""
    print()
    if not hits:
        print(message("show.no_hits"))
        return
    print(message(heading))
    for hit in hits:
        title = title_in_words(hit.release)
        date = messages.date_in_words(hit.release.published.date)
        place = " · ".join(place_in_words(hit))
        print(f"\n{hit.rank}. {plain(title)} ({date})")
        print(textwrap.indent(wrap(hit.passage.text, 3), "   "))
        print(f"   {plain(place)} · {hit.score:.2f}")
        if hit.copies:
            print(f"   {plain(copies_in_words(hit))}")


def print_expression(result: rag.ExpressionResult | None) -> None:
    """Print the conditions of a search with how many releases meet each, and what to know of it."""
    if result is None:
        return
    for one in result.conditions:
        print(f"- {condition_in_words(one)} ({message('show.number', count=one.releases)})")
    for line in expression_in_words(result):
        print(wrap(line))


def warn(library: rag.Library) -> None:
    """If the reader could not be loaded, print the reason and the remedy."""
    if library.reader_problem is not None:
        print(library.reader_problem, file=sys.stderr)


def tell_unmatched(
    library: rag.Library,
    filters: Mapping[str, Any],
    *,
    empty: bool,
    expression: rag.ExpressionResult | None = None,
    **said: str | None,
) -> None:
    """Print on standard error which filters no release meets, and what there is instead.

    Args:
        filters: as ``Library.search`` takes them.
        empty: whether nothing was found. Where something was, one of several languages or ids may
            still be wrong.
        expression: what the search had of its operators.
        said: ``speaker`` and ``role`` of ``Library.statements``.
    """
    several = any(len(filters[name] or ()) > 1 for name in ("language", "releases"))
    absent = expression is not None and bool(expression.absent)
    if not (empty or several or absent):
        return
    sys.stdout.flush()
    for reason in library.unmatched(expression, **said, **filters):
        print(wrap(reason_in_words(reason)), file=sys.stderr)


def field(key: str, text: str) -> str:
    """A label and its text, wrapped in a column of its own."""
    label = message(key)
    first, *rest = wrap(text, 14).splitlines() or [""]
    return "\n".join([f"{label:<13} {first}", *(" " * 14 + line for line in rest)])


def wrap(text: str, indent: int = 0) -> str:
    """A text in lines for the terminal.

    Args:
        indent: how many columns will be put before each line.
    """
    columns = shutil.get_terminal_size().columns or 80
    width = max(_NARROWEST, min(_WIDEST, columns) - indent)
    return "\n".join(
        part
        for line in plain(text).splitlines()
        for part in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    )


def plain(text: str) -> str:
    """The text with a space for each control character, so that it cannot control the terminal."""
    return "".join(c if c in "\n\t" or ord(c) >= 160 or 32 <= ord(c) < 127 else " " for c in text)


def one_line(text: object) -> str:
    """A name on one line: a file's name may hold line ends."""
    return " ".join(plain(str(text)).split("\n"))
