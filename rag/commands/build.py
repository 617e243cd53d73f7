"""``rag build``: build the index or bring it up to date."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import rag
from rag.commands.folder import check_target, corpus_named
from rag.messages import message
from rag.phrases.builds import build_in_words, build_to_dict, remarks_in_words, skipped_in_words
from rag.terminal.options import add_common, add_quiet, library_of, settings_of
from rag.terminal.parser import Parser
from rag.terminal.printing import one_line, print_json
from rag.terminal.progress import progress_bars


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("corpus", nargs="?", help=message("cli.arg.corpus"))
    parser.add_argument("--force", action="store_true", help=message("cli.arg.force"))
    file = message("cli.metavar.file")
    parser.add_argument("--report", metavar=file, help=message("cli.arg.report"))
    add_quiet(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    if options.report is not None:
        check_target(Path(options.report), ".csv", ".json")
    start = time.perf_counter()
    with progress_bars(quiet=options.quiet) as bars:
        report = rag.build(
            corpus_named(options.corpus, options.index),
            options.index,
            settings=settings_of(options),
            force=options.force,
            progress=bars,
        )
    if options.report is not None:
        from rag.report import write_report

        with library_of(options) as library:
            write_report(Path(options.report), library, report)
    if options.json:
        print_json(build_to_dict(report))
    elif not options.quiet:
        for source in report.renamed:
            print(one_line(message("corpus.renamed", file=source)), file=sys.stderr)
        for line in (*skipped_in_words(report), *remarks_in_words(report)):
            print(one_line(line), file=sys.stderr)
        print(build_in_words(report, time.perf_counter() - start))
    return 0
