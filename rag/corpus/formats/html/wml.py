"""Turn ``.wml`` files, sources in Website Meta Language, into HTML: their definitions are expanded
as far as they are text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SOURCE = re.compile(r"^[ \t]*(?:#\s*use\s+\w+::|<define-tag\s)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*#.*(?:\n|$)", re.MULTILINE)
_CONTINUED = re.compile(r"\\\n[ \t]*")
_DEFINITION = re.compile(r"<define-tag\s+([\w:.-]+)[^<>]*>", re.IGNORECASE)
_END = re.compile(r"</define-tag\s*>", re.IGNORECASE)
_PERL = re.compile(r"<:.{0,2000}?:>", re.DOTALL)
_VARIABLE = re.compile(r"\$\([\w:.-]*\)")
_ARGUMENT = re.compile(r"%(\d)")
_TITLE = re.compile(r"(?:page_?)?title|headline|subject", re.IGNORECASE)
_DATE = re.compile(r"(?:release|publication|page)?_?date", re.IGNORECASE)
_TOC_ENTRY = re.compile(
    r"<toc-add-entry\b[^<>]*>(.{0,500}?)</toc-add-entry\s*>", re.DOTALL | re.IGNORECASE
)
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'<>]+"
_VALUES = re.compile(_VALUE)
_CASE = re.compile(r"<(down|up)case\s+\"?([^<>\"]*)\"?\s*/?>", re.IGNORECASE)
_BUILT_IN = {"url": '<a href="%0">%0</a>', "email": "%0"}  # definitions of the language's library
_ROUNDS = 3  # a definition may use another one
_MOST_GROWTH = 4_000_000  # the most characters that definitions may add


@dataclass(slots=True)
class Expanded:
    """The HTML of a source, and the title and date that its definitions state (``""`` for none)."""

    markup: str
    title: str = ""
    date: str = ""
    _macros: dict[str, str] = field(default_factory=dict)


def is_wml(text: str) -> bool:
    """Whether a text is in that language."""
    return _SOURCE.search(text, 0, 8000) is not None


def expand(text: str) -> Expanded:
    """A text in that language as HTML. A defined title becomes the first heading."""
    found = Expanded("")
    markup = _COMMENT.sub("", text)
    markup, definitions = _taken_out(markup)
    for name, plain in definitions:
        if _TITLE.fullmatch(name):
            found.title = found.title or plain
        elif _DATE.fullmatch(name):
            found.date = found.date or plain
        found._macros.setdefault(name, plain)
    markup = _CONTINUED.sub(" ", markup)
    markup = _TOC_ENTRY.sub(r"<h2>\1</h2>", markup)
    for _ in range(_ROUNDS):
        grown = _with_macros(markup, _BUILT_IN | found._macros)
        grown = _CASE.sub(_in_case, grown)
        if grown == markup:
            break
        markup = grown
    markup = _VARIABLE.sub("", _PERL.sub(_arguments_of_code, markup))
    title = found.title = _with_macros(found.title, found._macros)
    found.markup = f"<body>{f'<h1>{title}</h1>' if title else ''}\n{markup}"
    return found


def _taken_out(markup: str) -> tuple[str, list[tuple[str, str]]]:
    """The markup without its definitions, and the definitions as names and values."""
    kept, found, at = [], [], 0
    while begin := _DEFINITION.search(markup, at):
        end = _END.search(markup, begin.end())
        if end is None:
            break
        kept.append(markup[at : begin.start()])
        found.append((begin[1], markup[begin.end() : end.start()].strip()))
        at = end.end()
    return "".join([*kept, markup[at:]]), found


def _with_macros(markup: str, macros: dict[str, str]) -> str:
    """The markup with each defined tag replaced by its definition."""
    if not macros:
        return markup
    names = "|".join(sorted(map(re.escape, macros), key=len, reverse=True))
    tag = re.compile(rf"<({names})((?:\s+(?:{_VALUE}))*)\s*/?>(?!\s*</define)")
    budget = _MOST_GROWTH

    def replaced(found: re.Match[str]) -> str:
        nonlocal budget
        values = [value.strip("\"'") for value in _VALUES.findall(found[2])]
        made = _PERL.sub(_arguments_of_code, macros[found[1]])
        made = _ARGUMENT.sub(lambda m: _value(values, int(m[1])), made)
        budget -= len(made)
        return made if budget > 0 else ""

    return tag.sub(replaced, markup)


def _in_case(found: re.Match[str]) -> str:
    return found[2].lower() if found[1].lower() == "down" else found[2].upper()


def _value(values: list[str], number: int) -> str:
    return values[number] if number < len(values) else ""


def _arguments_of_code(code: re.Match[str]) -> str:
    """The arguments that code gets. They replace the code, which is not run."""
    return " ".join(dict.fromkeys(found[0] for found in _ARGUMENT.finditer(code[0])))
