"""``rag serve``: serve the page."""

from __future__ import annotations

import argparse
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from rag.installation import missing_page_package
from rag.messages import message
from rag.terminal.options import add_common, number, settings_of
from rag.terminal.parser import Parser


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    folder, host, path = (message(f"cli.metavar.{kind}") for kind in ("folder", "host", "path"))
    parser.add_argument("--host", metavar=host, help=message("cli.arg.host"))
    parser.add_argument(
        "--port", type=number(0, 65535), metavar="PORT", help=message("cli.arg.port")
    )
    parser.add_argument("--root-path", metavar=path, help=message("cli.arg.root_path"))
    parser.add_argument(
        "--watch", nargs="?", const="", metavar=folder, help=message("cli.arg.watch")
    )
    parser.add_argument("--mcp", action="store_true", help=message("cli.arg.mcp"))
    parser.add_argument(
        "--uploads",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=message("cli.arg.uploads"),
    )
    add_common(parser, json=False)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    try:
        from rag.web.server import run as serve
    except ModuleNotFoundError as error:
        raise missing_page_package(error.name) from error

    settings = settings_of(options)
    overrides = {
        name: getattr(options, name)
        for name in ("host", "port", "root_path")
        if getattr(options, name) is not None
    }
    if options.mcp:
        overrides["mcp"] = True
    if options.uploads is not None:
        overrides |= {"uploads": options.uploads, "uploads_beyond_loopback": options.uploads}
    with nullcontext() if options.watch is None else _watching(options):
        serve(options.index, replace(settings, web=replace(settings.web, **overrides)))
    return 0


def _watching(options: argparse.Namespace) -> AbstractContextManager[None]:
    from rag.commands.watch import beside

    return beside(options)
