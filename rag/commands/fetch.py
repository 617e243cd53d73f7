"""``rag fetch``: fetch pages and feeds into the folder of releases."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from rag.commands.add import PARTLY_FAILED, Tools
from rag.fetching.run import Fetched, fetch
from rag.messages import message
from rag.phrases import reason_in_words


def run(options: argparse.Namespace, tools: Tools) -> int:
    """Fetch what was named; tell each result when it is there."""
    settings = tools.settings(options).fetch
    if options.entries is not None:
        settings = replace(settings, entries=max(0, options.entries))
    results: list[Fetched] = []

    def tell(result: Fetched) -> None:
        results.append(result)
        failed = result.status == "failed"
        if options.json or (options.quiet and not failed):
            return
        line = message(f"fetch.{result.status}", url=result.url, file=result.file)
        why = reason_in_words(result.reason)
        print(f"{line} ({why})" if why else line, file=sys.stderr if failed else None, flush=True)

    fetch(options.urls, Path(options.to), settings, tell, again=options.again)
    counts = Counter(result.status for result in results)
    if options.json:
        tools.print_json(
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
        print(message("fetch.done", path=options.to, **numbers))
    return PARTLY_FAILED if counts["failed"] else 0
