"""The result for a file: it was added or refused, or it was not read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from rag.errors import UnreadableFileError
from rag.lazy import dataclass
from rag.types import Reason


@dataclass(frozen=True, slots=True)
class Addition:
    """The result for one file.

    Attributes:
        name: the file's name, without folders.
        reason: why it was refused; None if it was added.
    """

    name: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file of the corpus folder that was not read, or a part of one.

    Attributes:
        source: its path relative to the corpus folder, with ``/``; for a file inside another one,
            with its path in there behind it; for a row of a table, the table.
        reason: why, as a stable code: ``file.no_reader`` (no format reads such files),
            ``file.old_word``, ``file.old_sheet``, ``file.old_slides`` and ``file.outlook``
            (``.doc``, ``.xls``, ``.ppt`` and ``.msg``), ``file.readme``,
            ``file.empty``, ``file.too_large``, ``file.binary``, ``file.no_text``,
            ``file.undecodable``, ``file.damaged_utf8``, ``file.bad_front_matter``,
            ``file.bad_name``, ``file.link_loop``, ``file.unreadable``, ``file.scan`` (pictures of
            pages), ``file.only_pictures``, ``file.bad_fonts`` (letters that cannot be identified),
            ``file.password``, ``file.broken`` (damaged or cut off), ``file.not_zip`` and
            ``file.other_content`` (not what its name says), ``file.rename`` (several releases under
            the name of one), ``file.inner_page``, ``file.zip_method``,
            ``file.unpacked`` (too large once unpacked), ``file.document_type`` (XML that defines
            entities), ``file.too_long`` or ``file.crashed`` (the process that read it ended). Other
            codes are ``file.…`` for a file that holds several releases, and ``row.…`` for a row or
            an entry in one; the locales list them.
        values: the values that the reason mentions, such as the number of a row.
    """

    source: str
    reason: str
    values: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    @property
    def error(self) -> UnreadableFileError:
        """The reason as an error. Its ``str`` is a sentence for a person."""
        from rag.corpus import formats

        return UnreadableFileError(self.reason, **{**formats.kind_of(self.source), **self.values})
