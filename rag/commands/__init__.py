"""The commands, one module each: ``arguments`` adds what it takes, ``run`` runs it.

A module imports at its top only what its arguments and every run need. It is imported when its
command is parsed, so that one command costs nothing to another.
"""

from __future__ import annotations

import importlib
from typing import Any

from rag.messages import message
from rag.terminal.options import add_ui
from rag.terminal.parser import Parser
from rag.version import __version__

COMMANDS = (
    "build", "ask", "chat", "search", "statements", "similar", "changes", "show", "verify", "info",
    "serve", "eval", "watch", "batch", "fetch", "completion",
)  # fmt: skip
"""Their names, in the order of the help."""


def make_parser(only: str | None = None) -> Parser:
    """The parser of the whole command line. A command's own parser gets its arguments when it is
    needed (``Parser.filled``).

    Args:
        only: the first argument. If it is a command, the other commands are left out.
    """
    parser = Parser(prog="rag", description=message("cli.description"), epilog=message("cli.codes"))
    add_ui(parser)
    parser.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"rag {__version__}",
        help=message("cli.version"),
    )
    commands = parser.add_subparsers(
        title=message("cli.commands"), metavar=message("cli.command"), dest="command", required=True
    )
    for name in (only,) if only in COMMANDS else COMMANDS:
        said = message(f"cli.{name}")
        commands.add_parser(name, help=said, description=said, fill=_filler(name))
    return parser


def module(command: str) -> Any:
    """The module of a command."""
    return importlib.import_module(f"rag.commands.{command}")


def _filler(command: str) -> Any:
    return lambda parser: module(command).arguments(parser)
