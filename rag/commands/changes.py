"""``rag changes``: show the words that differ between two releases."""

from __future__ import annotations

import argparse
import textwrap

from rag.messages import message
from rag.terminal.options import add_common, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import print_json, wrap


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("before", metavar="ID", help=message("cli.arg.release_id"))
    parser.add_argument("after", metavar="ID", help=message("cli.arg.release_id"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    with library_of(options) as library:
        changes = library.changes(options.before, options.after)
    if options.json:
        print_json(changes.to_dict())
        return 0
    if not changes.changed:
        print(message("similar.no_change"))
    for part in changes.changed:
        for sign, side in (("-", part.before), ("+", part.after)):
            if side is not None:
                print(textwrap.indent(wrap(f"{sign} {side.quote}", 2), "  ").removeprefix("  "))
                print(f"    {side.id}")
    return 0
