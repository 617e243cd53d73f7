"""``rag similar``: list the releases that are near one."""

from __future__ import annotations

import argparse

from rag import messages
from rag.messages import message
from rag.phrases import title_in_words
from rag.terminal.options import add_common, library_of, number
from rag.terminal.parser import Parser
from rag.terminal.printing import plain, print_json


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("release", metavar="ID", help=message("cli.arg.release_id"))
    parser.add_argument("-k", type=number(1), metavar="N", help=message("cli.arg.similar_k"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    with library_of(options) as library:
        found = library.similar(options.release, 5 if options.k is None else options.k)
    if options.json:
        print_json({"releases": [one.to_dict() for one in found]})
        return 0
    if not found:
        print(message("similar.none"))
    for one in found:
        date = messages.date_in_words(one.release.published.date)
        same = f" · {message(f'similar.{one.same}')}" if one.same else ""
        print(f"- {plain(title_in_words(one.release))} ({date})")
        print(f"  {one.release.id} · {one.score:.2f}{same}")
    return 0
