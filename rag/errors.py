"""Every error the product raises on purpose; each names the cause and the remedy.

RagError
├── ConfigurationError      a setting that is unknown or out of range
├── QueryError              a question or a filter that cannot be searched
├── CorpusError             the releases cannot be read
│   ├── DuplicateReleaseError   two releases state one id
│   └── UnreadableFileError     one file holds no release that can be read
├── EncoderError            the model cannot be loaded or cannot encode
├── ReaderError             the reader's model file is missing or damaged
├── IndexUnusableError      the index cannot be opened
│   ├── IndexMissingError   nothing was built there
│   ├── IndexVersionError   built in another format
│   ├── IndexEncoderError   built with another encoder
│   └── IndexDamagedError   a file is missing, changed or half written
├── EngineError             the server that holds the index cannot be reached, or refused
├── IndexBusyError          another build holds the lock
├── NotReadyError           a server that has not loaded its index yet
├── StorageError            the disk refused (full, read-only, no permission)
├── CitationError           a citation that does not resolve
└── EvaluationError         questions that cannot be used, or no tool to measure with

An error's sentence stands in ``rag/locales/`` and is said in the language in use when it is shown.
"""

from __future__ import annotations


class RagError(Exception):
    """Base of all errors raised on purpose.

    Attributes:
        key: of its sentence in ``rag/locales/``.
        values: what fills the sentence's blanks.
        exit_code: the process exit status the command line gives it.
    """

    exit_code = 1

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: dict[str, object] = values

    def __str__(self) -> str:
        from rag.messages import message

        return message(self.key, **self.values)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.key, self.values))


def _rebuild(kind: type[RagError], key: str, values: dict[str, object]) -> RagError:
    return kind(key, **values)


class ConfigurationError(RagError):
    """A setting is unknown, of the wrong type or out of range."""

    exit_code = 2


class QueryError(RagError, ValueError):
    """The question, ``k`` or a filter cannot be used."""

    exit_code = 2


class CorpusError(RagError):
    """The folder of releases is missing, empty or holds nothing readable."""

    exit_code = 3


class DuplicateReleaseError(CorpusError):
    """Two releases state the same id."""


class UnreadableFileError(CorpusError):
    """One file holds no release that can be read; ``key`` is the reason's code (``file.empty``)."""


class IndexUnusableError(RagError):
    """The index cannot be opened; the message names the command that mends it."""

    exit_code = 4


class IndexMissingError(IndexUnusableError):
    """There is no index in that folder."""


class IndexVersionError(IndexUnusableError):
    """The index was written in another format version."""


class IndexEncoderError(IndexUnusableError):
    """The index was built with another encoder than the one configured."""


class IndexDamagedError(IndexUnusableError):
    """A file of the index is missing, was changed, or is half written."""


class EngineError(RagError):
    """The server that holds the index cannot be reached, or refused; what was live stays so."""

    exit_code = 4


class EncoderError(RagError):
    """The model cannot be loaded, or gave something that is not a vector."""

    exit_code = 5


class ReaderError(RagError):
    """The reader's model file is missing or damaged. Answers without it are whole sentences."""

    exit_code = 5


class IndexBusyError(RagError):
    """Another process is building the same index."""

    exit_code = 6


class NotReadyError(RagError):
    """The server has not loaded its model and index yet."""

    exit_code = 4


class StorageError(RagError):
    """The disk refused a write: full, read-only, or no permission."""

    exit_code = 7


class CitationError(RagError):
    """The citation names nothing that stands in the index."""

    exit_code = 8


class EvaluationError(RagError):
    """The questions of an evaluation cannot be used, or what measures is not installed."""

    exit_code = 2
