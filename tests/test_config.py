"""Settings from a file: known keys, sensible values, a clear word on everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag


def settings_of(folder: Path, text: str) -> rag.Settings:
    path = folder / "rag.toml"
    path.write_text(text, encoding="utf-8")
    return rag.load_settings(path)


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert rag.load_settings() == rag.Settings()


def test_a_file_changes_what_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[encoder]\nmodel = "m"\nquery_prompt = ""\n[retrieval]\nk = 9\ndense_weight = 1\n'
    settings = settings_of(tmp_path, text)
    assert (settings.encoder.model, settings.encoder.query_prompt) == ("m", "")
    assert (settings.retrieval.k, settings.retrieval.dense_weight) == (9, 1.0)
    assert settings.retrieval.bm25_b == rag.Settings().retrieval.bm25_b
    monkeypatch.chdir(tmp_path)
    assert rag.load_settings() == settings
    monkeypatch.setenv("RAG_CONFIG", str(tmp_path / "other.toml"))
    with pytest.raises(rag.ConfigurationError, match="other"):
        rag.load_settings()


def test_a_list_in_a_file_is_a_tuple(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, '[web]\nallowed_hosts = ["a.example", "b.example"]')
    assert settings.web.allowed_hosts == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 1", "colour"),
        ("[retrieval]\ndepth = 1", r"retrieval\.depth.*retrieval\.k"),
        ("retrieval = 1", "retrieval"),
        ("[retrieval]\nk = 0", "k"),
        ("[retrieval]\nk = true", "k"),
        ("[retrieval]\nk = 2.5", "k"),
        ("[retrieval]\ndense_weight = 1.5", "dense_weight"),
        ('[answer]\nthreshold = "high"', "threshold"),
        ("[encoder]\nmodel = 3", "model"),
        ('[web]\nallowed_hosts = "a.example"', "allowed_hosts"),
        ("[web]\nallowed_hosts = [1]", "allowed_hosts"),
        ("oops", "rag.toml"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(rag.ConfigurationError, match=words):
        settings_of(tmp_path, text)
