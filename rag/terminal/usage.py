"""What argparse finds wrong, said in the language of the messages, with what may have been meant.

argparse makes its errors of English templates. Each template has a sentence of ours here; the
tests go through all templates of the Python that runs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rag.messages import message, sentences
from rag.near import nearest

if TYPE_CHECKING:
    from rag.terminal.parser import Parser

_OF = r"argument (?P<name>.+?): "
# argparse's errors and our keys, the first that fits counts. The last one is what the types of our
# own options say, which is a sentence of ours already.
_ERRORS = (
    (r"the following arguments are required: (?P<names>.+)", "usage.required"),
    (r"unrecognized arguments: (?P<names>.+)", "usage.unrecognized"),
    (r"unexpected option string: (?P<names>.+)", "usage.unrecognized"),
    (r"one of the arguments (?P<names>.+) is required", "usage.one_of"),
    (r"ambiguous option: (?P<name>.+) could match (?P<choices>.+)", "usage.ambiguous"),
    (
        _OF + r"invalid choice: (?P<value>.+?)(?:, maybe you meant .+)? "
        r"\((?:choose from |choices: )(?P<choices>.+)\)",
        "usage.choice",
    ),
    (_OF + r"unknown parser (?P<value>.+) \(choices: (?P<choices>.+)\)", "usage.choice"),
    (_OF + r"invalid .+? value: (?P<value>.+)", "usage.value"),
    (_OF + r"expected (?:one argument|at least one argument|\d+ arguments?)", "usage.expected"),
    (_OF + r"expected at most one argument", "usage.only_value"),
    (_OF + r"ignored explicit argument (?P<value>.+)", "usage.no_value"),
    (_OF + r"not allowed with argument (?P<other>.+)", "usage.not_with"),
    (_OF + r"can't open '(?P<value>.+)': (?P<reason>.+)", "usage.not_opened"),
    (r"cannot have multiple subparser arguments", "usage.two_commands"),
    (_OF + r"(?P<text>.+)", "usage.of"),
)


def in_words(detail: str, parser: Parser) -> str:
    """An error of argparse as a sentence in the language of the messages.

    Args:
        detail: argparse's text, in English, or a text of ours.
        parser: the parser that found it.
    """
    for pattern, key in _ERRORS:
        match = re.fullmatch(pattern, detail, re.DOTALL)
        if match is None:
            continue
        values = match.groupdict()
        if key == "usage.choice":
            return _wrong_choice(values)
        if key == "usage.unrecognized":
            return message(key, names=values["names"]) + _near_option(values["names"], parser)
        return message(key, **values)
    return message("cli.wrong", detail=detail)


def _wrong_choice(values: Mapping[str, str]) -> str:
    value = values["value"].strip("'\"")
    choices = re.findall(r"[^\s,'\"]+", values["choices"])
    if values["name"] != message("cli.command"):
        said = {**values, "value": value, "choices": ", ".join(choices)}
        return message("usage.choice", **said) + _near(value, choices)
    if " " in value.strip() or value.endswith(("?", "？")):
        return message("usage.question_alone", value=_short(value))
    said = {"value": _short(value), "choices": ", ".join(choices)}
    near = _near(_command_called(value, choices) or value, choices)
    return message("usage.command", **said) + (near or message("usage.ask_so"))


def _command_called(value: str, commands: Sequence[str]) -> str | None:
    """The command that somebody calls by another usual name, such as "query" or "demander"."""
    texts = sentences()
    called = {word: name for name in commands for word in texts[f"cli.also.{name}"].split()}
    if value.casefold() in called:
        return called[value.casefold()]
    name = nearest(value, [*commands, *called])
    return called.get(name, name) if name else None


def _near(value: str, names: Iterable[str]) -> str:
    name = nearest(value, names)
    return message("usage.near", name=name) if name else ""


def _near_option(names: str, parser: Parser) -> str:
    """The option that may have been meant by the first argument that is not known.

    A word that begins with a dash may have been meant to exclude it from a search.
    """
    first = names.split()[0].partition("=")[0]
    if not first.startswith(("-", "–", "—")):
        return ""
    bare = first.lstrip("-–—−")
    known = [name for name in parser.options if name not in ("-h",)]
    short = [name for name in known if name.lstrip("-") == bare]
    long = [one for one in known if one.startswith("--")]
    name = short[0] if short else _option_called(bare, known) or nearest(bare, long)
    if name:
        return message("usage.near", name=name)
    if len(bare) > 2 and first == f"-{bare}" and parser.prog.split()[-1] in ("ask", "search"):
        return message("usage.dash", name=first)
    return ""


def _option_called(bare: str, known: Sequence[str]) -> str | None:
    """The option that somebody calls by another usual name, such as "--limit" or "--format"."""
    texts = sentences()
    for name in known:
        usual = texts.get(f"cli.option.{name.lstrip('-')}", "").split()
        if bare.casefold() in usual:
            return name
    return None


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60]}…"
