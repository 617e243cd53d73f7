"""JSON with several releases: an array of objects, at the top or in an object, or an object on each
line (JSONL)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import decode, read_whole
from rag.corpus.formats.columns import find_columns, no_text_column, part_of
from rag.corpus.formats.document import Format, Part
from rag.errors import UnreadableFileError

_DEEP = 3  # how many objects an array may lie in
# Keys of an object that stands for one value, such as {"rendered": "<p>…"}.
_VALUES = ("rendered", "value", "text", "html", "#text", "_text", "$t", "$", "raw", "processed")
# Keys of an object that holds the values of a release beside its id.
_HOLDERS = ("_source", "attributes", "fields", "properties", "node", "item")
# Keys of an editor's block: what it holds, and what it is.
_INNER = ("children", "content", "blocks", "data")
_TYPES = frozenset(("type", "_type", "nodeType"))
Row = dict[str, str]


def expand(stream: BinaryIO, named: ColumnSettings) -> Iterator[Part]:
    """The objects of a file.

    Raises:
        UnreadableFileError: it is too large or no JSON, or its objects have no text of a release.
    """
    text, _encoding = decode(read_whole(stream))
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise UnreadableFileError("file.bad_json", reason="RecursionError") from error
    except ValueError as error:
        value = None
        rows, bad = _lines(text)
        if not rows:
            raise UnreadableFileError("file.bad_json", reason=error) from error
    else:
        rows, bad = _numbered(_found(value, named)), []
    names = list(dict.fromkeys(name for _number, row in rows for name in row))
    columns = find_columns(names, named)
    if columns is None:
        raise no_text_column(names) if rows else UnreadableFileError("file.no_rows")
    yield from bad
    for number, row in rows:
        part = part_of(row, columns, number)
        if part is not None:
            yield part


def _lines(text: str) -> tuple[list[tuple[int, Row]], list[Part]]:
    """The objects of the lines, with their numbers, and the lines that are none."""
    rows: list[tuple[int, Row]] = []
    bad: list[Part] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            rows.append((number, _flat(value)))
        else:
            problem = UnreadableFileError("row.bad_line", row=number)
            bad.append(Part(number=number, problem=problem))
    return rows, bad


def _numbered(objects: list[dict[str, Any]]) -> list[tuple[int, Row]]:
    return [(number, _flat(one)) for number, one in enumerate(objects, start=1)]


def _found(value: object, named: ColumnSettings) -> list[dict[str, Any]]:
    """The objects that are releases: those of the outermost array, or object of objects, whose
    objects have a text, or the object itself. If there are none, the objects of the first array,
    for the error."""
    others: list[dict[str, Any]] = []
    level: list[object] = [value]
    for _depth in range(_DEEP + 1):
        for array in filter(None, map(_array, level)):
            objects = [one for one in array if isinstance(one, dict)]
            if find_columns({name for one in objects for name in _flat(one)}, named):
                return objects
            others = others or objects
        held = (one.values() for one in level if isinstance(one, dict))
        level = [inner for values in held for inner in values if isinstance(inner, (dict, list))]
    if isinstance(value, dict) and (not others or find_columns(_flat(value), named)):
        return [value]
    return others


def _array(value: object) -> list[Any] | None:
    """An array, or the objects that another one holds by their ids."""
    if isinstance(value, dict) and len(value) > 1:
        held = list(value.values())
        return held if all(isinstance(one, dict) for one in held) else None
    return value if isinstance(value, list) else None


def _flat(value: dict[str, Any]) -> Row:
    """The values of an object as texts, by key. Objects that stand for no single value, and null,
    are left out."""
    for key in _HOLDERS:
        held = value.get(key)
        if isinstance(held, dict) and len(held) > 1:
            value = {**held, **{name: one for name, one in value.items() if name != key}}
    return {name: text for name, one in value.items() if (text := _text(one)) is not None}


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(one for one in value if isinstance(one, str)) or _blocks(value)
    if isinstance(value, dict):
        own = next((v for k in _VALUES if isinstance(v := value.get(k), str)), None)
        return own or next((t for k in _INNER if (t := _blocks(value.get(k)))), None)
    return None


def _blocks(value: object) -> str | None:
    """The text of an editor's blocks: objects that state their type and hold a text or more such
    objects. The pieces of a paragraph follow each other."""
    if isinstance(value, dict):
        return _text(value)
    blocks = value if isinstance(value, list) else []
    if not all(isinstance(one, dict) and one.keys() & _TYPES for one in blocks):
        return None
    inline = any(isinstance(one.get(key), str) for one in blocks for key in ("text", "value"))
    return ("" if inline else "\n\n").join(filter(None, map(_text, blocks))) or None


FORMAT = Format((".json", ".jsonl", ".ndjson"), expand=expand, is_table=True)
