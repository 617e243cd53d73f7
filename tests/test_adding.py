"""Releases put into the corpus folder: whole or not at all, and nothing written over."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag
from rag.phrases import reason_in_words
from tests.conftest import paragraph, write


def test_a_release_is_taken_under_its_name(tmp_path: Path, corpus: Path) -> None:
    path = write(tmp_path / "from", "a.txt", paragraph("perroquets"))
    assert rag.add(path, corpus) == [rag.Addition("a.txt")]
    assert (corpus / "a.txt").read_bytes() == path.read_bytes()
    assert [p.name for p in corpus.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.7z", b"7z", ".txt"),
        ("a.ppt", b"%PDF", ".pptx"),
        ("a", b"text", ".txt"),
        ("empty.txt", b"", "vide"),
        ("binary.txt", bytes(range(256)) * 10, "texte"),
        (".hidden.txt", b"Bonjour le monde", "nom de fichier"),
        ("README.md", b"Bonjour le monde", "nom de fichier"),
        ("front.md", b"---\ndate: 2022-02-31\n---\nBonjour le monde.\n", "YAML"),
    ],
)
def test_what_is_no_release_is_refused_with_the_reason(
    tmp_path: Path, corpus: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (one,) = rag.add(path, corpus)
    assert told in reason_in_words(one.reason)
    assert list(corpus.iterdir()) == []


def test_a_name_leads_nowhere_else(tmp_path: Path, corpus: Path) -> None:
    path = write(tmp_path, "..\\..\\x.txt", paragraph("perroquets"))
    assert rag.add(path, corpus) == [rag.Addition("x.txt")]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["..\\..\\x.txt", "corpus"]
    assert (corpus / "x.txt").is_file()


def test_a_text_that_is_there_is_never_replaced(tmp_path: Path, corpus: Path) -> None:
    old = write(corpus, "a.txt", paragraph("perroquets"))
    (same,) = rag.add(write(tmp_path / "1", "a.txt", paragraph("perroquets")), corpus)
    (other,) = rag.add(write(tmp_path / "2", "a.txt", paragraph("moineaux")), corpus)
    assert "même texte" in reason_in_words(same.reason)
    assert "porte ce nom" in reason_in_words(other.reason)
    assert old.read_text(encoding="utf-8") == paragraph("perroquets")


def test_an_id_that_is_taken_is_refused_before_it_spoils_the_corpus(
    tmp_path: Path, corpus: Path
) -> None:
    text = "---\nid: un\n---\n" + paragraph("perroquets")
    write(corpus, "first.md", text)
    good = write(tmp_path, "good.txt", paragraph("moineaux"))
    bad = write(tmp_path, "second.md", text + "\nEncore.\n")
    taken, refused = rag.add([good, bad], corpus)
    assert taken.reason is None
    assert "même identifiant" in reason_in_words(refused.reason)
    assert sorted(p.name for p in corpus.iterdir()) == ["first.md", "good.txt"]


def test_nobody_is_refused_for_anothers_fault(tmp_path: Path, corpus: Path) -> None:
    text = "---\nid: un\n---\n" + paragraph("perroquets")
    write(corpus, "first.md", text)
    good = [write(tmp_path, f"good{n}.txt", paragraph(f"moineaux {n}")) for n in range(3)]
    bad = [write(tmp_path, f"bad{n}.md", text + f"\nEncore {n}.\n") for n in range(2)]
    made = rag.add([good[0], bad[0], good[1], bad[1], good[2]], corpus)
    assert [bool(one.reason) for one in made] == [False, True, False, True, False]
    assert sorted(p.name for p in corpus.iterdir()) == [
        "first.md", "good0.txt", "good1.txt", "good2.txt",
    ]  # fmt: skip


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(rag.CorpusError):
        rag.add(write(tmp_path, "a.txt", paragraph("x")), tmp_path / "none")


def test_a_folder_that_refuses(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    (one,) = rag.add(write(tmp_path, "a.txt", paragraph("x")), corpus)
    assert "le disque est plein" in reason_in_words(one.reason)
    assert list(corpus.iterdir()) == []
