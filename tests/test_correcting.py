"""What was read wrongly is corrected in the sidecar; a release is taken out without being lost."""

from __future__ import annotations

import csv
import json
import unicodedata
from pathlib import Path

import pytest

import rag
from rag.corpus.listing import list_corpus
from rag.corpus.sidecar import read_sidecars
from rag.phrases import reason_in_words
from tests.conftest import WordEncoder, paragraph, write


@pytest.fixture
def released(corpus: Path) -> Path:
    """A folder with two releases, one of them in a folder of its own."""
    write(corpus, "a.txt", f"Un titre\n\n{paragraph('oiseaux')}\n")
    write(corpus, "ara/b.txt", f"Un autre titre\n\n{paragraph('aras')}\n")
    return corpus


def rows(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "metadata.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_correction_is_what_the_next_build_reads(
    released: Path, index: Path, words: WordEncoder
) -> None:
    before = (released / "ara" / "b.txt").read_bytes()
    rag.correct("ara/b.txt", released, title="Le bon titre, « enfin »", date="3 mai 2021")
    rag.build(released, index, encoder=words, settings=rag.Settings())
    with rag.open(index, encoder=words, settings=rag.Settings()) as library:
        release = library.release("b")
    assert release.title == "Le bon titre, « enfin »"
    assert release.published.value == "2021-05-03"
    assert (release.published.stated_by, release.published.doubtful) == ("sidecar", False)
    assert (released / "ara" / "b.txt").read_bytes() == before


def test_a_correction_keeps_what_else_the_sidecar_says(released: Path) -> None:
    write(released, "metadata.csv", "Path;URL;Date;Note\na.txt;https://a.example;2014;gardez-moi\n")
    rag.correct("a.txt", released, date="2015-02")
    rag.correct("ara/b.txt", released, title="Aras")
    text = (released / "metadata.csv").read_text(encoding="utf-8")
    assert text == (
        "Path;URL;Date;Note;title\na.txt;https://a.example;2015-02;gardez-moi;\nara/b.txt;;;;Aras\n"
    )
    stated = read_sidecars(released)
    assert stated["a.txt"].date is not None
    assert stated["a.txt"].date.value == "2015-02"
    rag.correct("ara/b.txt", released, title="")
    assert read_sidecars(released)["ara/b.txt"].title is None


def test_a_sidecar_describes_a_file_whose_name_has_its_accents_apart(corpus: Path) -> None:
    apart = unicodedata.normalize("NFD", "été.txt")
    write(corpus, apart, f"Un titre\n\n{paragraph('oiseaux')}\n")
    write(corpus, "metadata.csv", "file,title\nété.txt,Le bon titre\n")
    (file,) = list_corpus(corpus).files
    assert (file.source, file.metadata.title) == (apart, "Le bon titre")
    rag.correct(apart, corpus, title="Le meilleur titre")
    assert [row["title"] for row in rows(corpus)] == ["Le meilleur titre"]


def test_a_release_in_lines_of_json_is_corrected_there(released: Path) -> None:
    line = {"file": "a.txt", "origin": "OTAN", "tags": ["x"]}
    write(released, "metadata.jsonl", json.dumps(line) + "\n")
    rag.correct("a.txt", released, date="2014")
    (held,) = (released / "metadata.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(held) == {**line, "date": "2014"}
    assert not (released / "metadata.csv").exists()


def test_a_wrong_date_changes_nothing(released: Path) -> None:
    with pytest.raises(rag.CorpusError, match="n’est pas une date"):
        rag.correct("a.txt", released, date="l’an dernier")
    assert not (released / "metadata.csv").exists()
    write(released, "metadata.csv", "nom,date\na.txt,2014\n")
    with pytest.raises(rag.CorpusError, match="manque"):
        rag.correct("a.txt", released, date="2014")
    assert (released / "metadata.csv").read_text(encoding="utf-8") == "nom,date\na.txt,2014\n"


@pytest.mark.parametrize("source", ["../x.txt", "none.txt", ".removed/a.txt", "ara", "/etc/passwd"])
def test_only_a_file_of_the_folder_is_changed(released: Path, source: str) -> None:
    write(released.parent, "x.txt", paragraph("secrets"))
    write(released, ".removed/a.txt", paragraph("secrets"))
    with pytest.raises(rag.CorpusError):
        rag.correct(source, released, date="2014")
    with pytest.raises(rag.CorpusError):
        rag.remove(source, released)
    assert (released.parent / "x.txt").exists()
    assert not (released / "metadata.csv").exists()


def test_a_removed_release_is_kept_aside_and_its_row_goes(released: Path) -> None:
    text = (released / "ara" / "b.txt").read_text(encoding="utf-8")
    rag.correct("ara/b.txt", released, date="2014")
    rag.correct("a.txt", released, date="2015")
    moved = rag.remove("ara/b.txt", released)
    assert moved == released / ".removed" / "ara" / "b.txt"
    assert moved.read_text(encoding="utf-8") == text
    assert [row["file"] for row in rows(released)] == ["a.txt"]
    assert [one.source for one in list_corpus(released).files] == ["a.txt"]
    write(released, "ara/b.txt", "Un texte nouveau.\n")
    assert rag.remove("ara/b.txt", released).name == "b-2.txt"
    assert moved.read_text(encoding="utf-8") == text
    rag.remove("a.txt", released)
    assert not (released / "metadata.csv").exists()


def test_a_sidecar_may_name_its_columns_as_tables_do(released: Path) -> None:
    head = "Fichier;Date de publication;titre;Langue;note;"
    write(released, "metadata.csv", f"{head}\na.txt;3 mai 2021;Le bon;fr;x;\n")
    remarks: list[rag.Remark] = []
    stated = read_sidecars(released, remarks)["a.txt"]
    assert (stated.title, stated.language) == ("Le bon", "fr")
    assert stated.date is not None
    assert stated.date.value == "2021-05-03"
    ((remark),) = remarks
    assert remark.source == "metadata.csv"
    assert "colonnes sans effet\u00a0: note" in reason_in_words(remark.reason)
    rag.correct("a.txt", released, title="Le meilleur", date="2022")
    rag.correct("ara/b.txt", released, title="Aras")
    text = (released / "metadata.csv").read_text(encoding="utf-8")
    assert text == f"{head}\na.txt;2022;Le meilleur;fr;x;\nara/b.txt;;Aras;;;\n"


def test_columns_without_effect_are_told_by_every_build(
    released: Path, index: Path, words: WordEncoder
) -> None:
    write(released, "metadata.jsonl", '{"file": "a.txt", "tilte": "x", "titre": "Dit"}\n')
    for _ in range(2):
        report = rag.build(released, index, encoder=words, settings=rag.Settings())
        ((told),) = report.remarks
        assert (told.source, told.reason.code) == ("metadata.jsonl", "remark.columns")
        assert told.reason.values["columns"] == "tilte"


def test_a_missing_column_names_the_column_that_may_be_meant(released: Path) -> None:
    write(released, "metadata.csv", "fichie,date\na.txt,2014\n")
    with pytest.raises(rag.CorpusError) as caught:
        read_sidecars(released)
    assert "peut-être fichie\u202f?" in str(caught.value)
