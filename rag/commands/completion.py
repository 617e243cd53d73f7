"""``rag completion``: print the script that lets a shell complete commands, options and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import rag
from rag.installation import pip_command
from rag.messages import message
from rag.terminal.options import add_ui
from rag.terminal.parser import Parser

SHELLS = ("bash", "zsh", "fish")
# What the arguments name, by their destination.
_FOLDERS = {"index", "corpus", "to", "watch"}
_FILES = {"config", "report", "output", "questions", "picture"}
_CHOICES = {"engine": ("local", "milvus")}


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    shell = message("cli.metavar.shell")
    parser.add_argument("shell", choices=SHELLS, metavar=shell, help=message("cli.arg.shell"))
    add_ui(parser)


def run(options: argparse.Namespace) -> int:
    """Print the script and return the exit status."""
    print(script(options.shell))
    return 0


def script(shell: str) -> str:
    """The script for one of ``SHELLS``.

    Raises:
        ConfigurationError: the package that writes it is not installed.
    """
    try:
        import shtab
    except ModuleNotFoundError as error:
        command = pip_command("shtab")
        raise rag.ConfigurationError("completion.not_installed", command=command) from error
    from rag.commands import make_parser

    parser = make_parser()
    for action in _actions(parser):
        if action.dest in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        action.choices = action.choices or _CHOICES.get(action.dest)
    return str(shtab.complete(parser, shell))


def _actions(parser: Parser) -> Iterator[argparse.Action]:
    """All arguments of all commands."""
    for action in parser.filled()._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action
