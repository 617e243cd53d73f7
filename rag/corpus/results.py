"""The result for a file: it was added or refused, or it was not read."""

from __future__ import annotations

from dataclasses import dataclass

from rag.errors import UnreadableFileError
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
    """A file of the corpus folder that was not read.

    Attributes:
        source: its path relative to the corpus folder, with ``/``.
        reason: why, as a stable code: ``file.no_reader`` (no format reads such files),
            ``file.old_word`` and ``file.outlook`` (``.doc`` and ``.msg``), ``file.readme``,
            ``file.empty``, ``file.too_large``, ``file.binary``, ``file.no_text``,
            ``file.undecodable``, ``file.damaged_utf8``, ``file.bad_front_matter``,
            ``file.bad_name``, ``file.link_loop``, ``file.unreadable``, ``file.scan`` (pictures of
            pages), ``file.only_pictures``, ``file.bad_fonts`` (letters that cannot be identified),
            ``file.password``, ``file.broken`` (damaged or cut off), ``file.not_zip`` and
            ``file.other_content`` (not what its name says), ``file.zip_method``,
            ``file.unpacked`` (too large once unpacked), ``file.document_type`` (XML that defines
            entities), ``file.too_long`` or ``file.crashed`` (the process that read it ended).
    """

    source: str
    reason: str

    @property
    def error(self) -> UnreadableFileError:
        """The reason as an error. Its ``str`` is a sentence for a person."""
        from rag.corpus import formats

        return UnreadableFileError(self.reason, **formats.kind_of(self.source))
