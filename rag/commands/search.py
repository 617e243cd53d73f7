"""``rag search``: list the passages that fit, or count the releases."""

from __future__ import annotations

import argparse

import rag
from rag.messages import message
from rag.phrases.searches import counted_in_words, others_in_words
from rag.terminal.options import add_common, add_filters, filters_of, library_of, number
from rag.terminal.parser import Parser, Words
from rag.terminal.printing import (
    field,
    plain,
    print_csv,
    print_expression,
    print_hits,
    print_json,
    tell_unmatched,
    warn,
)


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    # Without words all releases can be counted.
    parser.add_argument("question", nargs="*", action=Words, help=message("cli.arg.question"))
    parser.add_argument("-k", type=number(1), metavar="N", help=message("cli.arg.k"))
    parser.add_argument("--facets", action="store_true", help=message("cli.arg.facets"))
    add_filters(parser)
    add_common(parser, csv=True)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    if options.facets:
        return _facets(options)
    if options.question is None:
        raise rag.QueryError("query.empty")
    filters = filters_of(options)
    with library_of(options) as library:
        hits = library.search(options.question, options.k, **filters)
        warn(library)
        if options.csv:
            from rag.spreadsheet import HIT_COLUMNS, hit_row

            print_csv(HIT_COLUMNS, map(hit_row, hits))
        elif options.json:
            print_json(hits.to_dict())
        else:
            print_expression(hits.expression)
            print_hits(hits, "show.passages")
        tell_unmatched(library, filters, empty=not hits, expression=hits.expression)
    return 0


def _facets(options: argparse.Namespace) -> int:
    filters = filters_of(options)
    with library_of(options) as library:
        facets = library.facets(options.question, **filters)
        _print_facets(options, facets)
        empty = not facets.releases
        tell_unmatched(library, filters, empty=empty, expression=facets.expression)
    return 0


def _print_facets(options: argparse.Namespace, facets: rag.Facets) -> None:
    if options.json:
        print_json(facets.to_dict())
        return
    print_expression(facets.expression)
    print(counted_in_words(facets))
    for name in ("origins", "languages", "years", "names", "speakers"):
        counts = [f"{plain(one.value)} ({one.count})" for one in getattr(facets, name)]
        counts += filter(None, [others_in_words(facets, name)])
        if counts:
            print(field(f"facets.{name}", " · ".join(counts)))
