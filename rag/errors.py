"""All errors that the package raises on purpose. Each message names the cause and the remedy.

RagError
├── ConfigurationError      a setting that is unknown or out of range
├── QueryError              a question or a filter that cannot be searched
├── CorpusError             the releases cannot be read
│   ├── DuplicateReleaseError   two releases state one id
│   └── UnreadableFileError     one file holds no release that can be read
├── EncoderError            the model cannot be loaded or cannot encode
├── ReaderError             the reader's files are missing, damaged or for another encoder
├── IndexUnusableError      the index cannot be opened
│   ├── IndexMissingError   the folder has no index
│   ├── IndexVersionError   it was built in another format
│   ├── IndexEncoderError   it was built with another encoder
│   └── IndexDamagedError   a file is missing, changed or incomplete
├── EngineError             the server with the index cannot be reached, or refused a request
├── IndexBusyError          another process is building the index
├── NotReadyError           the server has not loaded its index yet
├── StorageError            a file cannot be written (disk full, read-only, no permission)
├── CitationError           a citation that does not resolve
└── EvaluationError         questions that cannot be used, or a missing package

An error has a key and values, not a sentence. The sentences are in ``rag/locales/``. ``str(error)``
gives the sentence in the language of the messages at that time.
"""

from __future__ import annotations


class RagError(Exception):
    """Base class of all errors that the package raises on purpose.

    Attributes:
        key: key of the sentence in ``rag/locales/``.
        values: the values that the sentence mentions.
        exit_code: exit status of the command line after this error.
    """

    exit_code = 1

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: dict[str, object] = values

    def __str__(self) -> str:
        from rag.messages import message

        return message(self.key, **self.values)

    @property
    def told(self) -> dict[str, object]:
        """The values, with reasons, dates and errors as texts in the current language."""
        from rag.messages import in_words

        return {name: in_words(value) for name, value in self.values.items()}

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
    """The folder of releases is missing, empty, or has no file that can be read."""

    exit_code = 3


class DuplicateReleaseError(CorpusError):
    """Two releases have the same id."""


class UnreadableFileError(CorpusError):
    """A file has no release that can be read; ``key`` is the reason, such as ``file.empty``."""


class IndexUnusableError(RagError):
    """The index cannot be opened; the message names the command that repairs it."""

    exit_code = 4


class IndexMissingError(IndexUnusableError):
    """The folder has no index."""


class IndexVersionError(IndexUnusableError):
    """The index was built in another format version."""


class IndexEncoderError(IndexUnusableError):
    """The index was built with another encoder than the one in the settings."""


class IndexDamagedError(IndexUnusableError):
    """A file of the index is missing, changed or incomplete."""


class EngineError(RagError):
    """The server with the index cannot be reached, or refused a request. It keeps what it had."""

    exit_code = 4


class EncoderError(RagError):
    """The encoder cannot be loaded, or returned a vector that is not finite."""

    exit_code = 5


class ReaderError(RagError):
    """The reader's files are missing or damaged, or it was calibrated for another encoder.

    Without a reader, answers are whole sentences.
    """

    exit_code = 5


class IndexBusyError(RagError):
    """Another process is building the same index."""

    exit_code = 6


class NotReadyError(RagError):
    """The server has not loaded its model and index yet."""

    exit_code = 4


class StorageError(RagError):
    """A file cannot be written: the disk is full or read-only, or there is no permission."""

    exit_code = 7


class CitationError(RagError):
    """The citation names no release of the index, or the release no longer has the text."""

    exit_code = 8


class EvaluationError(RagError):
    """The questions of an evaluation cannot be used, or a package for it is not installed."""

    exit_code = 2
