"""All settings together, and how ``rag.toml`` changes them: names, types and ranges are checked."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from rag.config.answering import (
    AnswerSettings,
    EngineSettings,
    GenerationSettings,
    ReaderSettings,
    RetrievalSettings,
)
from rag.config.collecting import CorpusSettings, EncoderSettings, FetchSettings, WatchSettings
from rag.config.serving import WebSettings
from rag.errors import ConfigurationError
from rag.lazy import dataclass

CONFIG_FILE = "rag.toml"
CONFIG_VARIABLE = "RAG_CONFIG"


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
