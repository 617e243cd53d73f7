"""``rag verify``: compare the index with the files."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from rag.messages import message
from rag.terminal.options import add_common, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import one_line, print_json
from rag.terminal.progress import progress_bars

VERIFY_FAILED = 9


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("corpus", nargs="?", help=message("cli.arg.verified_corpus"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    with library_of(options) as library, progress_bars() as bars:
        differences = library.verify(options.corpus, progress=bars)
        corpus = options.corpus or library.corpus_folder
        counts = library.manifest["counts"]
    if options.json:
        print_json({"ok": not differences, "differences": [asdict(d) for d in differences]})
    elif not differences:
        print(
            message(
                "verify.ok", releases=counts["releases"], passages=counts["passages"], path=corpus
            )
        )
    else:
        for item in differences:
            said = message(f"verify.{item.kind}", source=item.source, ordinal=item.ordinal)
            print(one_line(said))
    if differences:
        print(message("verify.failed", count=len(differences)), file=sys.stderr)
    return VERIFY_FAILED if differences else 0
