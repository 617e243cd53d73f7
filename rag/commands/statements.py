"""``rag statements``: list who said what."""

from __future__ import annotations

import argparse
import textwrap

import rag
from rag import messages
from rag.messages import message
from rag.phrases import title_in_words
from rag.terminal.options import add_common, add_filters, filters_of, library_of, number
from rag.terminal.parser import Parser
from rag.terminal.printing import plain, print_json, tell_unmatched, wrap


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    name, words = message("cli.metavar.name"), message("cli.metavar.words")
    parser.add_argument("--speaker", metavar=name, help=message("cli.arg.speaker"))
    parser.add_argument("--about", metavar=words, help=message("cli.arg.about"))
    parser.add_argument("--role", metavar=words, help=message("cli.arg.role"))
    parser.add_argument("--limit", type=number(1), metavar="N", help=message("cli.arg.limit"))
    parser.add_argument("--speakers", action="store_true", help=message("cli.arg.speakers"))
    add_filters(parser)
    add_common(parser, csv=True)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    filters = filters_of(options)
    said = {"speaker": options.speaker, "role": options.role}
    asked = {**said, "about": options.about, **filters}
    with library_of(options) as library:
        if options.speakers:
            speakers = library.speakers(**asked)
        else:
            found = library.statements(**asked, limit=options.limit)
        nothing = not (speakers if options.speakers else found)
        if not options.json and not options.csv and nothing:
            print(message("show.no_statements"))
        tell_unmatched(library, filters, empty=nothing, **said)
    if options.speakers and options.csv:
        from rag.report import speakers_as_csv

        print(speakers_as_csv(speakers), end="")
    elif options.speakers and options.json:
        print_json([one.to_dict() for one in speakers])
    elif options.speakers:
        for speaker in speakers:
            roles = f" ({plain(speaker.roles[0])})" if speaker.roles else ""
            print(f"{speaker.statements:>5}  {plain(speaker.name)}{roles}")
    elif options.csv:
        from rag.report import statements_as_csv

        print(statements_as_csv(found), end="")
    elif options.json:
        print_json([one.to_dict() for one in found])
    else:
        for one in found:
            _print_statement(one)
    return 0


def _print_statement(one: rag.SaidStatement) -> None:
    """Print who said something, the words, the release and the citation."""
    role = f", {plain(one.role)}" if one.role else ""
    date = messages.date_in_words(one.date)
    print(wrap(f"{one.speaker}{role}"))
    quoted = message("show.quoted", words=" ".join(one.citation.quote.split()))
    print(textwrap.indent(wrap(quoted, 3), "   "))
    print(f"   {plain(title_in_words(one.release))} ({date})")
    print(f"   {one.citation.id}\n")
