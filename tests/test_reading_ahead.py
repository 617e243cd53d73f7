"""Many files are read in several processes: the same releases, in the same order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import rag
from rag.corpus import reading_ahead
from rag.corpus.listing import SourceFile, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.process import WorkerProcess
from rag.corpus.reading import file_digest
from rag.corpus.reading_ahead import read_ahead
from rag.errors import UnreadableFileError
from rag.indexing import store
from rag.types import Release
from tests.conftest import WordEncoder, paragraph, write

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


@pytest.fixture
def many(corpus: Path) -> Path:
    for number in range(12):
        write(corpus, f"r{number:02}.txt", f"Titre {number}\n\n{paragraph(f'objet{number}')}\n")
    write(corpus, "vide.txt", "")
    return corpus


def requests(corpus: Path) -> list[tuple[SourceFile, bytes | None]]:
    return [(file, file.path.read_bytes()) for file in list_corpus(corpus).files]


def test_processes_read_what_one_process_reads(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [*requests(many), (list_corpus(many).files[0], None)]
    here = list(read_ahead(asked, len(asked)))
    monkeypatch.setattr(reading_ahead, "_MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    there = list(read_ahead(asked, len(asked)))
    assert [one for one in there if isinstance(one, Release)] == [
        one for one in here if isinstance(one, Release)
    ]
    keys = [one.key for one in there if isinstance(one, UnreadableFileError)]
    assert keys == ["file.empty", "file.unreadable"]


def test_a_file_that_brings_its_process_down_costs_itself_alone(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_ahead, "_MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    asked = requests(many)
    # Not bytes: the process fails as a library that crashes would.
    asked[3] = (asked[3][0], 7)  # type: ignore[assignment]
    found = list(read_ahead(asked, len(asked)))
    assert [getattr(one, "key", "read") for one in found] == [
        "file.crashed" if n == 3 else "file.empty" if n == 12 else "read" for n in range(13)
    ]


def test_an_index_is_the_same_however_many_processes_read(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for number in (1, 10_000):
        monkeypatch.setattr(reading_ahead, "_MANY", number)
        monkeypatch.setattr("os.cpu_count", lambda: 2)
        index = tmp_path / str(number)
        report = rag.build(many, index, encoder=WordEncoder(), settings=PLAIN)
        assert [item.reason for item in report.skipped] == ["file.empty"]
        names.append(store.current_generation(index))
    assert names[0] == names[1]


def test_a_module_that_lies_among_the_releases_is_not_run(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "numpy", "rag"):
        write(corpus, f"{name}.py", "open('run', 'w').close()\n")
    monkeypatch.chdir(corpus)
    process = WorkerProcess(seconds=60)
    try:
        assert process.call(file_digest, b"x", Metadata()) == file_digest(b"x", Metadata())
    finally:
        process.close()
    assert not (corpus / "run").exists()


def test_processes_that_end_before_they_read_end_the_build_with_the_remedy(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python runs this module before any other: the memory may give out as early as that."""
    site = tmp_path / "site" / "sitecustomize.py"
    ended = "import os, sys\nif 'rag.corpus.worker' in sys.orig_argv:\n    os._exit(3)\n"
    write(site.parent, site.name, ended)
    monkeypatch.setenv("PYTHONPATH", str(site.parent), prepend=os.pathsep)
    monkeypatch.setattr(reading_ahead, "_MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with pytest.raises(rag.CorpusError, match=r"code 3\).*réinstallez les paquets") as caught:
        rag.build(many, tmp_path / "index", encoder=WordEncoder(), settings=PLAIN)
    assert caught.value.key == "corpus.process_ended"
