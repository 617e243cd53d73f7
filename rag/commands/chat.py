"""``rag chat``: answer questions one after another."""

from __future__ import annotations

import argparse
import sys

from rag.terminal.options import add_common, add_filters, filters_of, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import plain, print_json_line, tell_unmatched, warn


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    add_filters(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    from rag.chat import chat

    with library_of(options) as library:
        filters = filters_of(options)
        tell_unmatched(library, filters, empty=True)
        prompted = sys.stdin.isatty() and not options.json
        as_json = print_json_line if options.json else None
        chat(library, sys.stdin, prompted=prompted, clean=plain, as_json=as_json, **filters)
        warn(library)
    return 0
