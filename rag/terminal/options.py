"""The options that several commands have, and what they choose."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

import rag
from rag import messages
from rag.messages import message
from rag.terminal.parser import Parser

PARTLY_FAILED = 10
"""Exit status: some of the pages could not be fetched, or some questions could not be asked."""
INDEX = "index"  # the folder of the index where none is named


def add_common(
    parser: Parser, *, csv: bool = False, json: bool = True, searches: bool = True
) -> None:
    """Add the options that most commands have, in a group of their own.

    Args:
        json, csv: whether the command can answer in JSON, and in CSV beside it.
        searches: whether it opens or builds an index, and so needs a model and an engine.
    """
    file, folder, name = (message(f"cli.metavar.{kind}") for kind in ("file", "folder", "name"))
    group = parser.add_argument_group(message("cli.common"))
    group.add_argument(
        "-i", "--index", default=INDEX, metavar=folder, help=message("cli.arg.index")
    )
    if json:
        form = group.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help=message("cli.arg.json"))
        if csv:
            form.add_argument("--csv", action="store_true", help=message("cli.arg.csv"))
    group.add_argument("--config", metavar=file, help=message("cli.arg.config"))
    if searches:
        group.add_argument("--model", metavar=name, help=message("cli.arg.model"))
        group.add_argument("--engine", metavar=name, help=message("cli.arg.engine"))
        group.add_argument("--uri", metavar="URI", help=message("cli.arg.uri"))
    add_ui(group)


def add_ui(parser: Any) -> None:
    """Add ``--ui``; ``interface_language`` has read it before."""
    parser.add_argument("--ui", choices=messages.LANGUAGES, help=message("cli.arg.ui"))


def add_filters(parser: Parser) -> None:
    """Add the options that narrow a search."""
    date, code = (message(f"cli.metavar.{kind}") for kind in ("date", "code"))
    group = parser.add_argument_group(message("cli.filters"))
    group.add_argument("--from", dest="date_from", metavar=date, help=message("cli.arg.from"))
    group.add_argument("--to", dest="date_to", metavar=date, help=message("cli.arg.to"))
    group.add_argument(
        "--language", action="append", metavar=code, help=message("cli.arg.language")
    )
    group.add_argument("--release", action="append", metavar="ID", help=message("cli.arg.release"))


def add_quiet(parser: Parser) -> None:
    """Add ``-q``."""
    parser.add_argument("-q", "--quiet", action="store_true", help=message("cli.arg.quiet"))


def number(low: int, high: int | None = None) -> Any:
    """The type of an option whose value is a whole number.

    Args:
        low, high: the smallest and the largest number; None for no largest.
    """

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(message("usage.no_number", value=text)) from None
        if high is not None and not low <= value <= high:
            said = message("usage.out_of_range", value=text, low=low, high=high)
            raise argparse.ArgumentTypeError(said)
        if value < low:
            raise argparse.ArgumentTypeError(message("usage.too_low", value=text, low=low))
        return value

    return read


def settings_of(options: argparse.Namespace) -> rag.Settings:
    """The settings of ``rag.toml`` with what the options change."""
    settings = rag.load_settings(options.config)
    if "model" not in options:
        return settings
    if options.model:
        settings = replace(settings, encoder=replace(settings.encoder, model=options.model))
    # An address without a name is enough, because only one engine has an address.
    name = options.engine or ("" if options.uri else settings.engine.name)
    engine = replace(settings.engine, name=name, uri=options.uri or settings.engine.uri)
    return replace(settings, engine=engine)


def library_of(options: argparse.Namespace) -> rag.Library:
    """The index that the options name, open."""
    return rag.open(options.index, settings=settings_of(options))


def filters_of(options: argparse.Namespace) -> dict[str, Any]:
    """What ``add_filters`` has read, as ``Library.ask`` takes it."""
    return {
        "date_from": options.date_from,
        "date_to": options.date_to,
        "language": options.language,
        "releases": options.release,
    }
