"""Every default, once, and the file that may change them (``rag.toml``)."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rag.errors import ConfigurationError

CONFIG_FILE = "rag.toml"
CONFIG_VARIABLE = "RAG_CONFIG"


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """Which model makes the vectors.

    Attributes:
        model: ``embedded`` (multilingual-e5-small, shipped with the dependencies), or the name
            or folder of a sentence-transformers model.
        query_prompt, passage_prompt: put before each text; None takes the model's own.
        device: ``cpu``, ``cuda`` …; None lets the library choose. The embedded one uses the CPU.
    """

    model: str = "embedded"
    query_prompt: str | None = None
    passage_prompt: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """How releases are read and cut.

    Attributes:
        max_tokens: longest passage, in the encoder's tokens (prompt and context included);
            0 takes the encoder's window.
        min_characters: a shorter paragraph joins its neighbour.
        with_title: whether the release's title is encoded and indexed with each passage
            (never quoted with it). benchmarks/quality.py measures it.
    """

    max_tokens: int = 0
    min_characters: int = 40
    with_title: bool = True


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How candidates are found and merged.

    Attributes:
        k: hits returned.
        candidates: taken from each retriever before fusion.
        dense_weight: weight of the dense z-score, 0 to 1; the lexical one has the rest.
            Chosen on PIAF train.
        dense_weight_cross_lingual: the same for a question in no language of the releases, whose
            words cannot stand in them but for names and numbers. Chosen on half of XQuAD.
        bm25_k1, bm25_b: BM25's saturation and length normalisation.
        period_bonus: added to a passage whose release's date falls in the time that the question
            speaks of, half of it where only a date in the passage does; 0 switches that off.
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
    """The learned reader, which re-orders the first candidates and finds the words that answer.

    Attributes:
        enabled: whether it reads at all; without it answers are whole sentences.
        model: ``embedded`` (shipped with the package), or a folder with a reader of the same form:
            ``reader.npz`` and its ``calibration.json``.
        passages: how many of the first candidates it reads.
        span_weight, answerable_weight: of its two logits beside the fused score; None takes what
            it was calibrated with.
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
        threshold: least confidence, 0 to 1, at which an answer is given; None takes what the
            reader was calibrated with. With the shipped one about 11 of 100 answerable questions
            are lost and 17 of 100 unanswerable ones answered (benchmarks/abstention.py, held-out
            half; corpora of 20 to 200,000 passages).
    """

    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class GenerationSettings:
    """The language model that may be asked beside the extractive answer; without ``base_url`` and
    ``--llm`` (``llm=True``) nothing is ever sent.

    Attributes:
        base_url: of an OpenAI-compatible endpoint (``http://127.0.0.1:8080/v1``); ``""`` for none.
        model: its name there; ``""`` where the endpoint serves one only.
        api_key_env: name of the environment variable that holds the key, never the key itself.
        timeout: seconds that the whole exchange may take.
        max_tokens: longest text that the model may write.
        temperature: 0 for the likeliest text.
    """

    base_url: str = ""
    model: str = ""
    api_key_env: str = "RAG_LLM_API_KEY"
    timeout: float = 30.0
    max_tokens: int = 400
    temperature: float = 0.0

    @property
    def destination(self) -> str:
        """Scheme, host and port of ``base_url``, fit to be shown; ``""`` where it is not an http
        or https address, or holds a name or a password."""
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
        """Whether what is sent to ``base_url`` goes further than this machine's loopback."""
        host = urlsplit(self.destination).hostname if self.destination else None
        return host is not None and not is_loopback(host)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Where the index is searched.

    Attributes:
        name: ``local``, the files of the index folder; or ``milvus``, a server or a file; ``""``
            takes the one that has an address.
        uri: of Milvus: ``http://…:19530``, or a file's name that ends in ``.db`` (Milvus Lite).
        collection: the alias there, and what its collections' names begin with: letters, digits
            and underscores.
        token_env: name of the environment variable that holds ``user:password`` or a token, never
            the secret itself.
        timeout: seconds that one request may take.
    """

    name: str = "local"
    uri: str = ""
    collection: str = "rag"
    token_env: str = "RAG_MILVUS_TOKEN"  # noqa: S105 (a name, not the token)
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The page and its server (``rag serve``, ``python app.py``).

    Attributes:
        host, port: where it listens; port 0 takes the first free one from 7860 on.
        root_path: the path under which a proxy publishes it (``/communiques``).
        uploads: whether releases may be added and the index rebuilt from the page.
        uploads_beyond_loopback: the same where the page listens on another address than this
            machine's loopback.
        upload_megabytes: largest file that may be added.
        queue: how many questions may wait before further ones are turned away.
        at_once: how many are answered at a time; 0 takes the number of cores.
        mcp: whether the endpoints are offered as MCP tools too.
        examples: a text file with a question a line to offer on the page; ``""`` offers those
            for the releases that come with the project, or questions made of the titles.
    """

    host: str = "127.0.0.1"
    port: int = 0
    root_path: str = ""
    uploads: bool = True
    uploads_beyond_loopback: bool = False
    upload_megabytes: int = 20
    queue: int = 256
    at_once: int = 0
    mcp: bool = False
    examples: str = ""

    @property
    def accepts_uploads(self) -> bool:
        """Whether the page offers to add releases, where it listens."""
        return self.uploads and (is_loopback(self.host) or self.uploads_beyond_loopback)


def is_loopback(host: str) -> bool:
    """Whether an address or a name reaches this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``Settings()`` is the default; ``load_settings`` reads ``rag.toml``."""

    encoder: EncoderSettings = field(default_factory=EncoderSettings)
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    retrieval: RetrievalSettings = field(default_factory=RetrievalSettings)
    reader: ReaderSettings = field(default_factory=ReaderSettings)
    answer: AnswerSettings = field(default_factory=AnswerSettings)
    llm: GenerationSettings = field(default_factory=GenerationSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    web: WebSettings = field(default_factory=WebSettings)


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
}


def load_settings(path: str | os.PathLike[str] | None = None) -> Settings:
    """Settings from a TOML file.

    Args:
        path: the file; None looks at ``$RAG_CONFIG``, then for ``rag.toml`` in the current
            folder, and takes the defaults where there is neither.

    Raises:
        ConfigurationError: the file cannot be read, or holds an unknown key or a value out of
            range.
    """
    stated = path if path is not None else os.environ.get(CONFIG_VARIABLE)
    if stated is None:
        if not Path(CONFIG_FILE).is_file():
            return Settings()
        stated = CONFIG_FILE
    try:
        content = tomllib.loads(Path(stated).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError("config.unreadable", path=stated, reason=error) from error
    merged: Settings = _merge(Settings(), content, "")
    return merged


def _merge(settings: Any, content: dict[str, Any], prefix: str) -> Any:
    known = {item.name: item for item in fields(settings)}
    changes: dict[str, Any] = {}
    for key, value in content.items():
        name = f"{prefix}{key}"
        if key not in known:
            choices = ", ".join(f"{prefix}{other}" for other in known)
            raise ConfigurationError("config.unknown_key", key=name, choices=choices)
        current = getattr(settings, key)
        if is_dataclass(current):
            if not isinstance(value, dict):
                raise ConfigurationError("config.wrong_type", key=name, value=value)
            changes[key] = _merge(current, value, f"{name}.")
        else:
            changes[key] = _checked(name, value, known[key].type)
    return replace(settings, **changes)


def _checked(name: str, value: Any, annotation: Any) -> Any:
    allowed: dict[str, tuple[type, ...]] = {
        "str": (str,),
        "str | None": (str,),
        "int": (int,),
        "float": (int, float),
        "float | None": (int, float),
        "bool": (bool,),
    }
    kinds = allowed[str(annotation)]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise ConfigurationError("config.wrong_type", key=name, value=value)
    if name in _RANGES and isinstance(value, int | float):
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise ConfigurationError(
                "config.out_of_range", key=name, value=value, low=low, high=high
            )
    return float(value) if kinds == (int, float) else value
