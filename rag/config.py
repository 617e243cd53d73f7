"""Every default, once, and the file that may change them (``rag.toml``)."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

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
            Chosen on PIAF train (benchmarks/quality.py).
        bm25_k1, bm25_b: BM25's saturation and length normalisation.
    """

    k: int = 5
    candidates: int = 200
    dense_weight: float = 0.7
    bm25_k1: float = 1.2
    bm25_b: float = 0.75


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """When to answer and when to abstain.

    Attributes:
        threshold: least confidence, 0 to 1, at which an answer is given. At the default about 16
            of 100 answerable questions are lost and 20 of 100 unanswerable ones answered
            (benchmarks/abstention.py, held-out half).
    """

    threshold: float = 0.4


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``Settings()`` is the default; ``load_settings`` reads ``rag.toml``."""

    encoder: EncoderSettings = field(default_factory=EncoderSettings)
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    retrieval: RetrievalSettings = field(default_factory=RetrievalSettings)
    answer: AnswerSettings = field(default_factory=AnswerSettings)


_RANGES: dict[str, tuple[float, float]] = {
    "corpus.max_tokens": (0, 1_000_000),
    "corpus.min_characters": (0, 10_000),
    "retrieval.k": (1, 1_000_000),
    "retrieval.candidates": (1, 1_000_000),
    "retrieval.dense_weight": (0.0, 1.0),
    "retrieval.bm25_k1": (0.0, 100.0),
    "retrieval.bm25_b": (0.0, 1.0),
    "answer.threshold": (0.0, 1.0),
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
    return float(value) if annotation == "float" and isinstance(value, int) else value
