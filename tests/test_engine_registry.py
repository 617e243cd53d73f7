"""Engines come from a registry: one more is one value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rag
from rag.indexing import LocalIndex, Progress, engines, open_index
from rag.indexing.engines import Engine
from tests.conftest import WordEncoder, paragraph, write
from tests.test_store import PLAIN

MADE_UP = rag.Settings(
    reader=PLAIN.reader, engine=rag.EngineSettings("made-up", "x://there", "shelf")
)


def test_an_engine_that_is_added_is_built_opened_and_searched_by_the_settings(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    shelf: dict[str, LocalIndex] = {}

    def publish(built: LocalIndex, settings: rag.EngineSettings, progress: Progress) -> bool:
        held = shelf.get(settings.uri)
        if held is not None and held.generation == built.generation:
            return False
        progress("publish", built.passages, built.passages)
        shelf[settings.uri] = open_index(built.folder, None)
        return True

    def opened(
        settings: rag.EngineSettings, _folder: Path, encoder: dict[str, Any] | None
    ) -> LocalIndex:
        assert encoder == words.identity.to_dict()
        return shelf[settings.uri]

    write(corpus, "a.txt", f"Titre\n\n{paragraph('bateaux')}\n")
    told: list[str] = []
    with engines.added("made-up", Engine(opened, publish, needs_address=True)):
        report = rag.build(
            corpus,
            index,
            encoder=words,
            settings=MADE_UP,
            progress=lambda stage, _done, _total: told.append(stage),
        )
        assert report.changed
        assert told[-1] == "publish"
        assert not rag.build(corpus, index, encoder=words, settings=MADE_UP).changed
        with rag.open("nowhere", encoder=words, settings=MADE_UP) as library:
            assert library.search("bateaux", 1)[0].release.id == "a"
    with pytest.raises(rag.ConfigurationError, match=r"made-up.*local, milvus"):
        rag.open(index, encoder=words, settings=MADE_UP)


def test_an_engine_that_needs_an_address_says_so() -> None:
    with pytest.raises(rag.ConfigurationError, match=r"milvus.*--uri"):
        engines.find(rag.EngineSettings("milvus"))
    with pytest.raises(rag.ConfigurationError, match="1; drop"):
        engines.find(rag.EngineSettings("milvus", "x.db", "1; drop"))


def test_an_address_alone_says_which_engine() -> None:
    assert engines.find(rag.EngineSettings("", "x.db")).needs_address
    assert not engines.find(rag.EngineSettings()).needs_address
