"""``rag fetch``: fetch pages and feeds into the folder of releases."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.commands.folder import corpus_named
from rag.messages import message
from rag.phrases import reason_in_words
from rag.terminal.options import PARTLY_FAILED, add_common, add_quiet, number, settings_of
from rag.terminal.parser import Parser
from rag.terminal.printing import print_json
from rag.terminal.progress import progress_bars

if TYPE_CHECKING:
    from rag.fetching.run import Fetched


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    folder = message("cli.metavar.folder")
    parser.add_argument("urls", nargs="+", metavar="URL", help=message("cli.arg.urls"))
    parser.add_argument("--to", metavar=folder, help=message("cli.arg.to_folder"))
    parser.add_argument("--entries", type=number(0), metavar="N", help=message("cli.arg.entries"))
    parser.add_argument("--again", action="store_true", help=message("cli.arg.again"))
    add_quiet(parser)
    add_common(parser, searches=False)


def run(options: argparse.Namespace) -> int:
    """Fetch what was named; tell each result when it is there."""
    from rag.fetching.run import fetch

    settings = settings_of(options).fetch
    if options.entries is not None:
        settings = replace(settings, entries=options.entries)
    folder = corpus_named(options.to, options.index)
    results: list[Fetched] = []
    with progress_bars(quiet=options.quiet) as bars:

        def tell(result: Fetched) -> None:
            results.append(result)
            failed = result.status == "failed"
            if options.json or (options.quiet and not failed):
                return
            line = message(f"fetch.{result.status}", url=result.url, file=result.file)
            why = reason_in_words(result.reason)
            stream = sys.stderr if failed else sys.stdout
            bars.print(f"{line} ({why})" if why else line, file=stream)

        fetch(options.urls, folder, settings, tell, again=options.again, progress=bars)
    counts = Counter(result.status for result in results)
    if options.json:
        print_json(
            [
                {
                    "url": one.url,
                    "status": one.status,
                    "file": one.file or None,
                    "reason": reason_in_words(one.reason) or None,
                }
                for one in results
            ]
        )
    elif not options.quiet:
        numbers = {name: counts[name] for name in ("written", "unchanged", "failed")}
        print(message("fetch.done", path=folder, **numbers))
    return PARTLY_FAILED if counts["failed"] else 0
