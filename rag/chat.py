"""Questions one after another in a terminal or from a pipe, each understood by the one before."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TextIO

import rag
from rag.messages import message
from rag.phrases import abstention_in_words, speaker_in_words, title_in_words

_QUIT, _NEW, _HELP = ("/quit", "/q"), ("/new",), ("/help", "/?")
_LISTED = 3
_WIDTH = 90


def chat(
    library: rag.Library,
    lines: TextIO,
    *,
    prompted: bool,
    clean: Callable[[str], str] = str,
    as_json: Callable[[object], None] | None = None,
    **filters: Any,
) -> None:
    """Answer each line until ``/quit`` or the end.

    Args:
        library: the open index.
        lines: where the questions come from.
        prompted: whether a person types them: a prompt is shown.
        clean: makes a text safe for the terminal.
        as_json: prints an answer's, or an error's, object as a line, in place of the text; None
            for the text.
        filters: as for ``Library.ask``.
    """
    previous: rag.Previous | None = None
    if prompted:
        print(message("chat.welcome"))
    for line in _typed(lines, prompted=prompted):
        question = line.strip()
        if not question:
            continue
        if question.casefold() in _QUIT:
            return
        if question.casefold() in _NEW:
            previous = None
            if as_json is None:
                print(message("chat.forgotten"))
            continue
        if question.casefold() in _HELP or question.startswith("/"):
            print(message("chat.help"), file=None if as_json is None else sys.stderr)
            continue
        try:
            answer = library.ask(question, previous=previous, **filters)
        except rag.QueryError as error:
            if as_json is not None:
                as_json({"question": question, "error": {"code": error.key, "message": str(error)}})
            else:
                print(message("cli.error", text=error), file=sys.stderr)
            continue
        if as_json is not None:
            as_json({"question": question, **answer.to_dict()})
        else:
            for text in _short(answer):
                print(_wrapped(clean(text)))
            print(flush=True)
        if answer.abstention != "no-question":
            previous = answer.previous


def _typed(lines: TextIO, *, prompted: bool) -> Iterator[str]:
    """The lines; with a prompt, and editing where the system has it."""
    if not prompted:
        yield from lines
        return
    with suppress(ImportError):
        import readline  # noqa: F401 (input() uses it)
    while True:
        try:
            yield input("? ")
        except EOFError:
            print()
            return


def _short(answer: rag.Answer) -> Iterator[str]:
    """The answer in a few lines."""
    if answer.understood is not None:
        yield message("answer.understood", question=answer.understood)
    if answer.status == "answered":
        yield answer.text
        if answer.statement is not None:
            speaker = speaker_in_words(answer.statement, answer.parts[0].hit.release)
            yield f"  {message('show.speaker')} {speaker}"
        part = answer.parts[0]
        title = title_in_words(part.hit.release)
        yield f"  {title} · {answer.confidence:.0%}"
        yield f"  {answer.citations[0].id}"
        return
    if answer.status == "abstained":
        yield abstention_in_words(answer)
        return
    yield message("answer.search")
    for hit in answer.hits[:_LISTED]:
        yield f"  {title_in_words(hit.release)} · {hit.passage.citation.id}"


def _wrapped(text: str) -> str:
    indent = "  " if text.startswith("  ") else ""
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
