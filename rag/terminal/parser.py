"""The argument parser: help and errors in the language of the messages, and nothing guessed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from rag import messages
from rag.lazy import regex
from rag.messages import message
from rag.terminal.streams import WESTERN

USAGE_ERROR = 2
# "-k" and "--json" are options; "-il y a dix ans" is a text that begins with a dash.
_TEXT = regex(r"--?[^\s=]*\s")
_DASHES = "-‐‑‒–—−"
_MARK = "\0"  # stands in no argument of a process


class HelpFormatter(argparse.HelpFormatter):
    """Writes "usage:" in the language of the messages."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        # An empty prefix asks for the name of the program alone.
        prefix = message("cli.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in the language of the messages.

    Options may stand anywhere, between the words of a question too.

    Args:
        fill: adds the arguments. It is called when they are needed, so that the parsers of other
            commands cost nothing; None if they are added from outside.
        options: those of ``argparse.ArgumentParser``.
    """

    def __init__(self, *, fill: Callable[[Parser], None] | None = None, **options: Any) -> None:
        options.setdefault("formatter_class", HelpFormatter)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._fill = fill
        self._is_command = fill is not None
        self._reading = False  # whether argparse is gathering the words, in several passes
        self._positionals.title = message("cli.arguments")
        self._optionals.title = message("cli.options")
        self.add_argument("-h", "--help", action="help", help=message("cli.help"))

    def filled(self) -> Parser:
        """The parser with all its arguments."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return self

    @property
    def options(self) -> list[str]:
        """The options as they are written, short and long ones."""
        return list(self.filled()._option_string_actions)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse's, with the words of the positional arguments gathered between options."""
        self.filled()
        if not self._is_command:
            self._refuse_early_options(args or [])
            return super().parse_known_args(args, namespace)
        if self._reading:
            return super().parse_known_args(args, namespace)
        # Between its passes, argparse cannot tell what the usage is.
        usage = self.format_usage().removeprefix(message("cli.usage")).strip()
        self._reading, self.usage = True, usage.replace("%", "%%")
        try:
            found, rest = self.parse_known_intermixed_args(_marked(args or []), namespace)
        finally:
            self._reading, self.usage = False, None
        _unmark(found, rest)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found, rest

    def format_help(self) -> str:
        """The help, with all arguments."""
        self.filled()
        return super().format_help()

    def _parse_optional(self, arg_string: str) -> Any:
        if _TEXT.match(arg_string):
            return None
        name = arg_string.partition("=")[0]
        bare = name.lstrip(_DASHES)
        if name not in self._option_string_actions and bare and name != bare:
            # "-index x" would be "-i ndex", and "—json", as some programs write it, a word.
            for option in (f"--{bare}", f"-{bare}"):
                if option in self._option_string_actions:
                    self.error(f"unrecognized arguments: {name}")
        return super()._parse_optional(arg_string)

    def _refuse_early_options(self, arguments: Sequence[str]) -> None:
        """An option of a command that stands before the command is an error that says so."""
        at = 0
        while at < len(arguments) and arguments[at].startswith("-"):
            name, equals, _ = arguments[at].partition("=")
            if name not in self._option_string_actions:
                choices = next(one.choices for one in self._actions if one.dest == "command")
                if any(name in command.options for command in dict(choices or {}).values()):
                    self._refuse(message("usage.early", name=name))
                self.error(f"unrecognized arguments: {name}")
            at += 1 if equals or name != "--ui" else 2

    def error(self, detail: str) -> NoReturn:
        """Print what is wrong and where the help is; exit with status 2."""
        from rag.terminal.usage import in_words

        self._refuse(in_words(detail, self))

    def _refuse(self, text: str) -> NoReturn:
        print(message("cli.error", text=text), file=sys.stderr)
        print(message("cli.hint", command=self.prog), file=sys.stderr)
        raise SystemExit(USAGE_ERROR)


def _marked(arguments: Sequence[str]) -> list[str]:
    """The arguments without the first ``--``; what begins with a dash behind it is marked, so that
    it is a word in all of argparse's passes."""
    if "--" not in arguments:
        return list(arguments)
    at = list(arguments).index("--")
    behind = [f"{_MARK}{one}" if one[:1] in _DASHES else one for one in arguments[at + 1 :]]
    return [*arguments[:at], *behind]


def _unmark(found: argparse.Namespace, rest: list[str]) -> None:
    for name, value in vars(found).items():
        if isinstance(value, str) and _MARK in value:
            setattr(found, name, value.replace(f" {_MARK}", " ").removeprefix(_MARK))
        elif isinstance(value, list):
            plain = [one.removeprefix(_MARK) if isinstance(one, str) else one for one in value]
            setattr(found, name, plain)
    rest[:] = [one.removeprefix(_MARK) for one in rest]


class Words(argparse.Action):
    """The words of a question as one text; ``-`` alone stands for standard input. None for no
    words."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: Any = None) -> None:
        text = sys.stdin.read() if values == ["-"] else " ".join(map(spelled, values))
        setattr(namespace, self.dest, text if values else None)


def spelled(text: str) -> str:
    """A text of the command line, read as standard input where the locale could not read it."""
    if not any("\udc80" <= letter <= "\udcff" for letter in text):
        return text
    try:
        return os.fsencode(text).decode("utf-8", WESTERN)
    except UnicodeEncodeError:
        return text


def interface_language(arguments: Sequence[str]) -> str | None:
    """The value of ``--ui``; None if it is missing or not one of our languages.

    It must be known before the parser is made, because the help texts are in that language.
    """
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--ui":
            code = value or (arguments[position + 1] if position + 1 < len(arguments) else "")
            if code in messages.LANGUAGES:
                return code
    return None
