"""The metadata that front matter states, under any of the known keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from rag.corpus.formats.front_matter.find import FrontMatter
from rag.corpus.formats.front_matter.keys import FIELDS, compact, language_code, lead_rank
from rag.corpus.formats.front_matter.values import Entry, entries_of
from rag.corpus.metadata import Metadata, metadata_of
from rag.corpus.release_dates.stated import parse_date
from rag.errors import CorpusError, UnreadableFileError
from rag.lazy import dataclass

_DATES = ("date", "updated", "embargo")
_LEAST_WORDS = 2
_NESTED_UPDATE = ("lastupdate", "date")


@dataclass(frozen=True, slots=True)
class Stated:
    """What front matter states.

    Attributes:
        metadata: the metadata of the release.
        entries: the value that states each field, by its name in ``Metadata``.
        leads: the values that introduce the text, in the order of the file.
    """

    metadata: Metadata
    entries: Mapping[str, Entry]
    leads: tuple[Entry, ...]


def stated_in(text: str, front: FrontMatter) -> Stated:
    """What a text's front matter states of its release.

    Raises:
        UnreadableFileError: it cannot be parsed, or the value of a key named ``date``,
            ``updated``, ``embargo`` or ``language`` is not a date or language.
    """
    entries = entries_of(text, front)
    chosen: dict[str, Entry] = {}
    for field, names in FIELDS.items():
        candidates = [
            entry
            for entry in entries
            if entry.value.strip()
            and (name := _top_name(entry.path)) in names
            # A wrong value is an error under the field's own name, and ignored under other names.
            and (name == field or _fits(field, entry.value))
        ]
        if candidates:
            chosen[field] = min(candidates, key=lambda e: names.index(_top_name(e.path)))
    if "url" in chosen and not _is_address(chosen["url"].value):
        del chosen["url"]
    values = {field: entry.value for field, entry in chosen.items()}
    if "language" in values:
        values["language"] = language_code(values["language"])
    try:
        metadata = metadata_of(values, where="")
    except CorpusError as error:
        raise UnreadableFileError("file.bad_front_matter") from error
    return Stated(metadata, chosen, _leads(entries))


def _top_name(path: tuple[str, ...]) -> str:
    if len(path) == 1:
        return compact(path[0])
    named = tuple(compact(key) for key in path)
    return "lastupdate" if named == _NESTED_UPDATE else ""


def _fits(field: str, value: str) -> bool:
    if field in _DATES:
        return parse_date(value) is not None
    if field == "language":
        return re.fullmatch(r"[a-z]{2}", language_code(value)) is not None
    if field == "url":
        return _is_address(value)
    return True


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value.strip())
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _leads(entries: list[Entry]) -> tuple[Entry, ...]:
    ranked = [
        (rank, entry)
        for entry in entries
        if (rank := lead_rank(entry.path)) is not None and _is_text(entry.value)
    ]
    best = min((rank for rank, _ in ranked), default=0)
    return tuple(entry for rank, entry in ranked if rank == best)


def _is_text(value: str) -> bool:
    """Whether a value says something, unlike ``true``, a number or the path of an image."""
    return len(value.split()) >= _LEAST_WORDS or (len(value) >= 10 and not value.isascii())
