"""The values of front matter, each with its position in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rag.corpus.formats.front_matter.find import FrontMatter
from rag.errors import UnreadableFileError
from rag.lazy import dataclass, regex
from rag.types import Span

_DEEPEST, _MOST = 6, 2000
_TOML_TABLE = regex(r"[ \t]*\[(?P<name>[^\[\]\r\n]+)\][ \t]*(?:#.*)?")
_TOML_KEY = regex(r"[ \t]*(?P<key>[\w.\"'-][\w.\"' -]{0,80}?)[ \t]*=[ \t]*")
_TOML_RAW = regex(r"[^#\r\n]*")
_MARKS = "\"' \t\r\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of front matter.

    Attributes:
        path: its keys, the outermost first.
        value: the value as text.
        at: offset in the text where the value begins, or about where if that is not known.
        span: where exactly ``value`` stands in the text; None if it is written in another form,
            for example with escapes or over several lines.
        block: where the value stands in the text in any form; None if that is not known.
    """

    path: tuple[str, ...]
    value: str
    at: int
    span: Span | None = None
    block: Span | None = None


def entries_of(text: str, front: FrontMatter) -> list[Entry]:
    """The values of a text's front matter, in order, without values in lists.

    Raises:
        UnreadableFileError: it cannot be parsed.
    """
    read = {"yaml": _yaml, "toml": _toml, "json": _json, "lines": _lines}[front.notation]
    try:
        found = read(text, front)
        return [entry for _, entry in zip(range(_MOST), found, strict=False)]
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError("file.bad_front_matter") from error


def _lines(text: str, front: FrontMatter) -> Iterator[Entry]:
    for key, span in front.headers:
        raw = text[span.start : span.end]
        start = span.start + len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
            raw, start = raw[1:-1], start + 1
        value = " ".join(raw.split())
        stretch = Span(start, start + len(raw))
        exact = stretch if raw == value else None
        yield Entry((key,), value, start, exact, stretch)


def _yaml(text: str, front: FrontMatter) -> Iterator[Entry]:
    import yaml

    offset = front.inside.start
    inside = text[offset : front.inside.end]
    try:
        # Nodes keep each value as it is written, also 2014-11-18, and its position. They are not
        # converted to Python values: nested aliases could make a value of enormous size.
        node = yaml.BaseLoader(inside).get_single_node()
    except yaml.YAMLError as error:
        raise ValueError("not YAML") from error
    yield from _yaml_nodes(node, (), inside, offset, set())


def _yaml_nodes(
    node: Any, path: tuple[str, ...], inside: str, offset: int, seen: set[int]
) -> Iterator[Entry]:
    import yaml

    if not isinstance(node, yaml.MappingNode) or len(path) >= _DEEPEST or id(node) in seen:
        return
    seen.add(id(node))
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        below = (*path, str(key.value))
        if not isinstance(value, yaml.ScalarNode):
            yield from _yaml_nodes(value, below, inside, offset, seen)
            continue
        start, end = value.start_mark.index, value.end_mark.index
        raw = inside[start:end]
        exact = stretch = None
        if raw[:1] not in "|>&!*":
            quotes = 1 if value.style in ("'", '"') else 0
            stretch = Span(offset + start + quotes, offset + end - quotes)
            same = raw[quotes : len(raw) - quotes] == value.value
            exact = stretch if same else None
        elif raw[:1] in "|>" and value.style in ("|", ">"):
            body = raw[raw.index("\n") + 1 :] if "\n" in raw else ""
            first = end - len(body.lstrip())
            stretch = Span(offset + first, offset + first + len(body.strip())) if body else None
        yield Entry(
            below, value.value, stretch.start if stretch else offset + start, exact, stretch
        )


def _toml(text: str, front: FrontMatter) -> Iterator[Entry]:
    import tomllib

    inside = text[front.inside.start : front.inside.end]
    plain = inside.replace("\r\n", "\n").replace("\r", "\n")
    places = _toml_places(inside, front.inside.start)
    for path, value in _leaves(tomllib.loads(plain), ()):
        at = places.get(path, front.inside.start)
        if isinstance(value, str):
            yield _quoted(text, path, value, at)
        else:
            raw = _TOML_RAW.match(text, at, front.inside.end)
            written = raw.group().strip() if raw and path in places else str(value)
            exact = Span(at, at + len(written)) if path in places else None
            yield Entry(path, written, at, exact, exact)


def _toml_places(inside: str, offset: int) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for line in re.finditer(r"[^\r\n]+", inside):
        opened = _TOML_TABLE.fullmatch(line.group())
        if opened:
            table = _toml_path(opened["name"])
            continue
        key = _TOML_KEY.match(line.group())
        if key:
            path = (*table, *_toml_path(key["key"]))
            places.setdefault(path, offset + line.start() + key.end())
    return places


def _toml_path(name: str) -> tuple[str, ...]:
    if name.strip()[:1] in "\"'":
        return (name.strip(_MARKS),)
    return tuple(part.strip(_MARKS) for part in name.split("."))


def _json(text: str, front: FrontMatter) -> Iterator[Entry]:
    inside = text[front.inside.start : front.inside.end].strip("\ufeff \t\r\n")
    if not inside.startswith("{"):  # Hexo leaves the braces out
        inside = "{" + inside.rstrip(",") + "}"
    value = json.loads(inside)
    if not isinstance(value, dict):
        return
    cursor = front.inside.start
    for path, leaf in _leaves(value, ()):
        place = re.compile(rf"{re.escape(json.dumps(path[-1], ensure_ascii=False))}\s*:\s*").search(
            text, cursor, front.inside.end
        )
        cursor = place.end() if place else cursor
        if isinstance(leaf, str):
            yield _quoted(text, path, leaf, cursor)
        else:
            yield Entry(path, json.dumps(leaf), cursor)


def _quoted(text: str, path: tuple[str, ...], value: str, at: int) -> Entry:
    """The entry of a string that is written at offset ``at``, in quotation marks of some kind."""
    marks = re.compile(r"\"\"\"(?:\r\n|\n|\r)?|'''(?:\r\n|\n|\r)?|[\"']").match(text, at)
    start = marks.end() if marks else at
    exact = Span(start, start + len(value)) if value and text.startswith(value, start) else None
    return Entry(path, value, start, exact, exact)


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The values of a mapping and of those inside it, with their keys, in order, without lists."""
    for key, below in value.items():
        if isinstance(below, dict):
            if len(path) < _DEEPEST:
                yield from _leaves(below, (*path, str(key)))
        elif below is not None and not isinstance(below, list):
            yield (*path, str(key)), below
