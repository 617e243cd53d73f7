"""``rag show``: show a citation in its release."""

from __future__ import annotations

import argparse
import sys

import rag
from rag.messages import message
from rag.phrases import pages_in_words
from rag.terminal.options import add_common, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import one_line, plain, print_json


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("citation", help=message("cli.arg.citation"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    with library_of(options) as library:
        citation, release = _shown(library, options.citation)
    if options.json:
        print_json(
            {
                "citation": None if citation is None else citation.to_dict(),
                "release": {
                    "id": release.id,
                    "title": release.title,
                    "source": release.source,
                    "language": release.language,
                    "body": release.body,
                },
            }
        )
        return 0
    if citation is None:
        print(one_line(release.source) + "\n")
        print(plain(release.body))
        return 0
    if citation.id != options.citation.strip():
        print(message("show.moved", start=citation.start, end=citation.end), file=sys.stderr)
    before, after = release.body[: citation.start], release.body[citation.end :]
    marks = ("\x1b[7m", "\x1b[0m") if sys.stdout.isatty() else (">>>", "<<<")
    where = (
        one_line(release.source),
        f"{citation.start}-{citation.end}",
        pages_in_words(citation.places),
    )
    print(" · ".join(filter(None, where)) + "\n")
    print(plain(before) + marks[0] + plain(citation.quote) + marks[1] + plain(after))
    return 0


def _shown(library: rag.Library, asked: str) -> tuple[rag.Citation | None, rag.Release]:
    """A citation and its release; a release alone, if its id is given.

    Raises:
        CitationError: it is neither.
    """
    try:
        citation = library.show(asked)
    except rag.CitationError as error:
        if error.key != "citation.malformed":
            raise
        try:
            return None, library.release(asked.strip())
        except rag.CitationError as unknown:
            near = unknown.values["near"]
            raise rag.CitationError("citation.neither", citation=asked, near=near) from error
    return citation, library.release(citation.release_id)
