"""All settings with their defaults, and how ``rag.toml`` changes them."""

from rag.config.answering import (
    AnswerSettings,
    EngineSettings,
    GenerationSettings,
    ReaderSettings,
    RetrievalSettings,
)
from rag.config.collecting import (
    ColumnSettings,
    CorpusSettings,
    EncoderSettings,
    FetchSettings,
    WatchSettings,
)
from rag.config.loading import CONFIG_FILE, CONFIG_VARIABLE, Settings, load_settings
from rag.config.serving import WebSettings, is_loopback

CORPUS = "seeds"  # the folder of releases where none is named

__all__ = [
    "CONFIG_FILE",
    "CONFIG_VARIABLE",
    "CORPUS",
    "AnswerSettings",
    "ColumnSettings",
    "CorpusSettings",
    "EncoderSettings",
    "EngineSettings",
    "FetchSettings",
    "GenerationSettings",
    "ReaderSettings",
    "RetrievalSettings",
    "Settings",
    "WatchSettings",
    "WebSettings",
    "is_loopback",
    "load_settings",
]
