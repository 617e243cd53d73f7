"""Front matter: the YAML between two ``---`` lines at the beginning of a text, which states
metadata of the release. The formats whose files may begin with it read them here."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, BinaryIO

from rag.corpus.decoding import MAX_BYTES, decode
from rag.corpus.formats.document import Document
from rag.corpus.metadata import KEYS, metadata_of
from rag.errors import CorpusError, UnreadableFileError
from rag.types import Span

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<inside>.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_KEY = re.compile(r"(?:\s*#[^\n]*\n)*[A-Za-z_][\w-]{0,40}[ \t]*:(?:\s|$)")
_ID = re.compile(r"\bid\b", re.IGNORECASE)
_MAX_LENGTH = 20_000
_HEAD_BYTES = 12  # enough for a byte-order mark and "---" in any encoding


def read_text(data: bytes) -> Document:
    """A text file as a ``Document``: the decoded file unchanged, front matter included.

    Raises:
        UnreadableFileError: it is not text, or its front matter is wrong.
    """
    return with_front_matter(*decode(data))


def with_front_matter(text: str, encoding: str = "utf-8") -> Document:
    """A ``Document`` of a decoded text, with the metadata that its front matter states.

    Raises:
        UnreadableFileError: the front matter is not YAML, or states a wrong date or language.
    """
    document = Document(text, encoding)
    block = _find(text)
    if block is None:
        return document
    values, places = _values(block["inside"], block.start("inside"))
    try:
        metadata = metadata_of(values, where="")
    except CorpusError as error:
        raise UnreadableFileError("file.bad_front_matter") from error
    return replace(
        document,
        metadata=metadata,
        spans=places,
        stated_by="front matter",
        front_matter=Span(*block.span()),
    )


def stated_id(stream: BinaryIO) -> str | None:
    """The id that the front matter of an opened file states. None where there is no front matter
    or something is wrong with it, which is told when the file is read."""
    head = stream.read(_HEAD_BYTES)
    if b"---" not in head.replace(b"\0", b""):
        return None
    try:
        text, _encoding = decode(head + stream.read(MAX_BYTES))
        block = _find(text)
        # Reading YAML takes ten times as long as seeing that it states no id.
        if block is None or _ID.search(block["inside"]) is None:
            return None
        return with_front_matter(text).metadata.id
    except UnreadableFileError:
        return None


def _find(text: str) -> re.Match[str] | None:
    block = _BLOCK.match(text, 0, _MAX_LENGTH)
    # Without a key first, they are two rules around some text.
    return block if block and _KEY.match(block["inside"]) else None


def _values(inside: str, offset: int) -> tuple[dict[str, Any], dict[str, Span]]:
    """The values by key, keys in small letters, and where those of ``KEYS`` stand in the text."""
    import yaml

    try:
        # BaseLoader keeps every value a string: 2014-11-18 stays as it is written.
        loader = yaml.BaseLoader(inside)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return {}, {}
        content = loader.construct_document(node)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFileError("file.bad_front_matter") from error
    places = {}
    for key, value in node.value:
        name = str(key.value).casefold()
        start, end = value.start_mark.index, value.end_mark.index
        # A text over several lines ("|", ">"), an anchor ("&") or a tag ("!") is not looked up.
        plain = inside[start : start + 1] not in "|>&!"
        if name in KEYS and plain and isinstance(value, yaml.ScalarNode):
            quotes = 1 if value.style in ("'", '"') else 0
            places[name] = Span(offset + start + quotes, offset + end - quotes)
    return {str(key).casefold(): value for key, value in content.items()}, places
