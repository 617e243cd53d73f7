"""The arguments of these commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

import rag
from rag.config import CORPUS
from rag.messages import message
from rag.spreadsheet import Cell, csv_text

PARTLY_FAILED = 10
"""Exit status: some of the pages could not be fetched, or some questions could not be asked."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands share with those of ``rag.cli``.

    Attributes:
        settings: the settings that the options choose.
        bars: makes progress bars, given whether they are shown.
        print_json: prints a value as JSON.
    """

    settings: Callable[[argparse.Namespace], rag.Settings]
    bars: Callable[..., Any]
    print_json: Callable[[object], None]


def add_commands(
    add_command: Callable[[str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser],
    tools: Tools,
) -> None:
    """Add the commands to the parser of the command line."""
    file, folder = (message(f"cli.metavar.{kind}") for kind in ("file", "folder"))
    watch = add_command("watch", partial(_watch, tools=tools))
    watch.add_argument("corpus", nargs="?", default=CORPUS, help=message("cli.arg.corpus"))
    watch.add_argument(
        "--remove-vanished",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=message("cli.arg.remove_vanished"),
    )
    watch.add_argument("-q", "--quiet", action="store_true", help=message("cli.arg.quiet"))
    batch = add_command("batch", partial(_batch, tools=tools))
    batch.add_argument("questions", metavar="QUESTIONS", help=message("cli.arg.batch_questions"))
    batch.add_argument("-o", "--output", metavar=file, help=message("cli.arg.batch_output"))
    batch.add_argument("--column", default="question", help=message("cli.arg.batch_column"))
    batch.add_argument("--force", action="store_true", help=message("cli.arg.batch_force"))
    batch.add_argument("-q", "--quiet", action="store_true", help=message("cli.arg.quiet"))
    fetch = add_command("fetch", partial(_fetch, tools=tools))
    fetch.add_argument("urls", nargs="+", metavar="URL", help=message("cli.arg.urls"))
    fetch.add_argument("--to", default=CORPUS, metavar=folder, help=message("cli.arg.to_folder"))
    fetch.add_argument("--entries", type=int, metavar="N", help=message("cli.arg.entries"))
    fetch.add_argument("--again", action="store_true", help=message("cli.arg.again"))
    fetch.add_argument("-q", "--quiet", action="store_true", help=message("cli.arg.quiet"))


def watching_beside(options: argparse.Namespace, tools: Tools) -> AbstractContextManager[None]:
    """Follow a folder as long as the ``with`` block of ``rag serve`` runs, if ``--watch`` is given.

    Without it nothing is imported for it.
    """
    if options.watch is None:
        return nullcontext()
    from rag.commands.watch import beside

    return beside(options, tools)


def _watch(options: argparse.Namespace, tools: Tools) -> int:
    from rag.commands.watch import run

    return run(options, tools)


def _fetch(options: argparse.Namespace, tools: Tools) -> int:
    from rag.commands.fetch import run

    return run(options, tools)


def _batch(options: argparse.Namespace, tools: Tools) -> int:
    from rag.commands.batch import run

    return run(options, tools)


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> int:
    """Print rows as CSV and return the exit status of success."""
    sys.stdout.write(csv_text(columns, rows))
    return 0
