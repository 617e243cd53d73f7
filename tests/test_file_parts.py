"""Files that hold several releases, through the whole house: ids, updates, corrections,
originals."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

import rag
from rag.config import ColumnSettings
from rag.corpus import parts as file_parts
from rag.corpus.listing import Listing, list_corpus
from rag.corpus.original import split_source
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.indexing import store
from rag.phrases import reason_in_words
from tests.conftest import WordEncoder, paragraph, write
from tests.killed_builds import KilledBuilds
from tests.test_store import PLAIN
from tests.test_updates import same_index

DATA = Path(__file__).parent / "data" / "rows"


def listed(corpus: Path, columns: ColumnSettings | None = None) -> Listing:
    with Parts(columns or ColumnSettings()) as parts:
        return with_parts(list_corpus(corpus), lambda file: parts.expand(file.path))


def ids(corpus: Path) -> dict[str, str]:
    """The ids by source."""
    return {file.source: file.id for file in listed(corpus).files}


def skipped(corpus: Path) -> list[tuple[str, str]]:
    return [(one.source, one.reason) for one in listed(corpus).skipped]


def table(corpus: Path, name: str, rows: dict[str, str], column: str = "id") -> Path:
    """A table with a row for each id and its subject."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column, "titre", "texte"])
    for key, subject in rows.items():
        writer.writerow([key, f"Titre {subject}", paragraph(subject)])
    return write(corpus, name, out.getvalue())


def archive(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def build(corpus: Path, index: Path, words: WordEncoder) -> rag.BuildReport:
    words.encoded.clear()
    return rag.build(corpus, index, encoder=words, settings=PLAIN)


# -- ids ------------------------------------------------------------------------------------------


def test_a_row_has_its_own_id_where_no_other_release_has_it(corpus: Path) -> None:
    table(corpus, "a.csv", {"CP-1": "oies", "2": "ânes"})
    table(corpus, "b.csv", {"2": "chats", "x/y z": "chiens"})
    write(corpus, "CP-1.txt", paragraph("rats"))
    assert ids(corpus) == {
        "CP-1.txt": "CP-1",
        "a.csv#CP-1": "a.csv#CP-1",
        "a.csv#2": "a.csv#2",
        "b.csv#2": "b.csv#2",
        "b.csv#x-y z": "x-y z",
    }


def test_a_row_without_an_id_is_named_by_its_address_or_by_what_it_says(corpus: Path) -> None:
    text = paragraph("oies")
    head = "titre,texte,lien\n"
    rows = [f"A,{text},https://www.example.org/a?b=1\n", f"B,{text} Deux.,\n", f"C,{text} C.,\n"]
    write(corpus, "a.csv", head + "".join(rows))
    before = ids(corpus)
    assert before.pop("a.csv#example.org-a-b-1") == "example.org-a-b-1"
    assert all(source == key for source, key in before.items())
    write(corpus, "a.csv", head + f"D,{text} D.,\n" + "".join(reversed(rows)))
    assert before.items() <= ids(corpus).items()


def test_an_id_that_two_rows_state_is_none_and_a_row_that_is_there_twice_is_told(
    corpus: Path,
) -> None:
    text = paragraph("oies")
    write(corpus, "a.csv", f"id,texte\n7,{text}\n7,{text} Deux.\n8,{text}\n7,{text}\n")
    found = listed(corpus)
    assert len(found.files) == 3
    assert [file.id for file in found.files if not file.id.startswith("a.csv#")] == ["8"]
    (twice,) = found.skipped
    assert (twice.source, twice.reason, twice.values) == ("a.csv", "row.twice", {"row": 5})
    assert "ligne 5" in str(twice.error)


def test_files_in_archives_have_the_ids_that_they_would_have_in_a_folder(corpus: Path) -> None:
    stated = f"---\nid: R7\n---\n{paragraph('oies')}"
    archive(corpus / "z.zip", {"d/a.txt": paragraph("ânes"), "b.md": stated, "c.txt": "Bonjour."})
    write(corpus, "c.txt", paragraph("chats"))
    found = listed(corpus)
    assert {file.source: file.id for file in found.files} == {
        "c.txt": "c", "z.zip/d/a.txt": "a", "z.zip/b.md": "R7", "z.zip/c.txt": "z.zip/c.txt",
    }  # fmt: skip
    assert found.renamed == ["z.zip/c.txt"]


def test_no_id_of_a_part_makes_a_corpus_unbuildable(corpus: Path, index: Path) -> None:
    for name in ("y.zip", "z.zip"):
        archive(corpus / name, {"a.md": f"---\nid: R7\n---\n{paragraph(name)}"})
    write(corpus, "b.md", f"---\nid: z.zip/a.md\n---\n{paragraph('chats')}")
    report = build(corpus, index, WordEncoder())
    assert report.releases == 2
    assert [(one.source, one.reason) for one in report.skipped] == [("z.zip/a.md", "file.same_id")]


# -- updates --------------------------------------------------------------------------------------


@pytest.fixture
def thousand(corpus: Path) -> Path:
    table(corpus, "a.csv", {f"r{number}": f"objet{number}" for number in range(1_000)})
    return corpus


def test_one_row_of_a_thousand_changes_and_only_it_is_encoded(
    thousand: Path, index: Path, words: WordEncoder
) -> None:
    assert build(thousand, index, words).encoded == 1_000
    rows = {f"r{number}": f"objet{number}" for number in range(1_000)}
    table(thousand, "a.csv", rows | {"r500": "neuf"})
    report = build(thousand, index, words)
    assert (report.encoded, report.releases) == (1, 1_000)
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.search("neuf", 1)[0].release.source == "a.csv#r500"
        assert library.manifest["base"] is not None
        assert library.verify() == []
    fresh = index.parent / "fresh"
    build(thousand, fresh, words)
    same_index(index, fresh)
    assert not build(thousand, index, words).changed


def test_an_unchanged_file_is_not_opened_again(
    thousand: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.indexing.digests._SETTLED", 0)
    write(thousand, "b.csv", "nom,age\nx,1\n")
    told = build(thousand, index, words).skipped
    write(thousand, "c.txt", paragraph("oies"))

    def fail(*_arguments: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Parts, "expand", fail)
    report = build(thousand, index, words)
    assert (report.encoded, report.releases) == (1, 1_001)
    assert report.skipped == told
    assert not build(thousand, index, words).changed


def test_rows_and_files_that_go_leave_the_index(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    table(corpus, "a.csv", {"1": "oies", "2": "ânes"})
    archive(corpus / "z.zip", {"c.txt": paragraph("chats"), "d.txt": paragraph("chiens")})
    assert build(corpus, index, words).releases == 4
    table(corpus, "a.csv", {"2": "ânes"})
    archive(corpus / "z.zip", {"d.txt": paragraph("chiens")})
    assert build(corpus, index, words).encoded == 0
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.release_ids == ["2", "d"]
    (corpus / "a.csv").unlink()
    assert build(corpus, index, words).releases == 1


def test_other_columns_in_the_settings_read_the_tables_again(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    write(corpus, "a.csv", f"clef,mots,resume\n1,{paragraph('oies')},{paragraph('ânes')}\n")
    build(corpus, index, words)
    columns = ColumnSettings(text=("Mots",), id=("clef",), lead=("–",))
    settings = rag.Settings(reader=PLAIN.reader, corpus=rag.CorpusSettings(columns=columns))
    report = rag.build(corpus, index, encoder=words, settings=settings)
    assert report.changed
    with rag.open(index, encoder=words, settings=settings) as library:
        (release,) = [library.release(one) for one in library.release_ids]
        assert (release.id, release.body.endswith(paragraph("oies"))) == ("1", True)
        assert library.verify() == []


def test_killed_at_each_write_step_of_an_update_no_row_is_lost(
    corpus: Path, index: Path, words: WordEncoder, killed_at: KilledBuilds
) -> None:
    table(corpus, "a.csv", {f"r{number}": f"objet{number}" for number in range(30)})
    build(corpus, index, words)
    kept = index.parent / "kept"
    shutil.copytree(index, kept)
    table(corpus, "a.csv", {f"r{number}": f"objet{number}" for number in range(1, 31)})
    total = killed_at(0, corpus, index).steps
    for step in [1, *range(total - 4, total + 1)]:
        shutil.rmtree(index)
        shutil.copytree(kept, index)
        assert killed_at(step, corpus, index).returncode == 9, step
        with rag.open(index, encoder=words, settings=PLAIN) as library:
            assert ("r0" in library.release_ids) == ("r30" not in library.release_ids)
        assert build(corpus, index, words).encoded == 0, step
        with rag.open(index, encoder=words, settings=PLAIN) as library:
            assert library.verify(corpus) == []


def test_verifying_finds_a_row_that_has_changed(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    table(corpus, "a.csv", {"1": "oies", "2": "ânes", "3": "rats"})
    build(corpus, index, words)
    table(corpus, "a.csv", {"1": "oies", "2": "chats", "4": "souris"})
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        found = {(one.kind, one.source) for one in library.verify()}
    assert {("changed", "a.csv#2"), ("missing", "a.csv#3"), ("new", "a.csv#4")} <= found


def test_opening_files_is_shown(corpus: Path, index: Path, words: WordEncoder) -> None:
    shown: list[tuple[str, int, int]] = []
    for name in ("a.csv", "b.csv"):
        table(corpus, name, {name: "oies"})
    rag.build(
        corpus, index, encoder=words, settings=PLAIN, progress=lambda *step: shown.append(step)
    )
    assert [step for step in shown if step[0] == "open"] == [
        ("open", 0, 2), ("open", 1, 2), ("open", 2, 2),
    ]  # fmt: skip


def test_a_build_leaves_no_copy_of_the_parts(
    corpus: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_parts, "_KEPT_IN_MEMORY", 10)
    table(corpus, "a.csv", {f"r{number}": f"objet{number}" for number in range(30)})
    assert build(corpus, index, words).encoded == 30
    names = {path.name for path in index.iterdir()}
    assert names <= {store.CURRENT, store.LOCK, store.GENERATIONS, store.CACHE, store.PENDING}


# -- what is told, corrected and taken out --------------------------------------------------------


def test_every_file_and_row_that_is_left_out_is_told(corpus: Path) -> None:
    write(corpus, "a.csv", f"id;texte\n1;{paragraph('oies')}\n2;\n\n3; \n")
    files: dict[str, str | bytes] = {
        "README.md": "x", "b.jpg": b"x", "c.txt": b"", "sub/d.csv": "nom,age\nx,1\n",
        "__MACOSX/._c.txt": "x", ".DS_Store": "x", "e.txt": paragraph("ânes"),
    }  # fmt: skip
    archive(corpus / "z.zip", files)
    assert skipped(corpus) == [
        ("a.csv", "row.no_text"),
        ("a.csv", "row.no_text"),
        ("z.zip/README.md", "file.readme"),
        ("z.zip/b.jpg", "file.no_reader"),
        ("z.zip/sub/d.csv", "file.no_text_column"),
    ]
    report = build(corpus, corpus.parent / "index", WordEncoder())
    # An empty file is listed, and told when it is read.
    assert ("z.zip/c.txt", "file.empty") in [(one.source, one.reason) for one in report.skipped]
    again = build(corpus, corpus.parent / "index", WordEncoder())
    assert not again.changed
    assert set(map(str, again.skipped)) == set(map(str, report.skipped))


def test_a_row_is_corrected_in_the_sidecar(corpus: Path, index: Path, words: WordEncoder) -> None:
    path = table(corpus, "a.csv", {"1": "oies", "2": "ânes"})
    before = path.read_bytes()
    rag.correct("a.csv#2", corpus, title="Le bon titre", date="3 mai 2021")
    assert build(corpus, index, words).releases == 2
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        release = library.release("2")
    assert (release.title, release.published.value) == ("Le bon titre", "2021-05-03")
    assert path.read_bytes() == before
    with pytest.raises(rag.CorpusError):
        rag.correct("b.csv#2", corpus, title="x")


def test_a_sidecar_states_the_origin_and_language_of_a_whole_file(corpus: Path) -> None:
    table(corpus, "a.csv", {"1": "oies", "2": "ânes"})
    write(corpus, "metadata.csv", "file,origin,language,title\na.csv,Mairie,fr,x\na.csv#2,,de,\n")
    stated = {file.id: file.metadata for file in listed(corpus).files}
    assert {key: (one.origin, one.language, one.title) for key, one in stated.items()} == {
        "1": ("Mairie", "fr", None), "2": ("Mairie", "de", None),
    }  # fmt: skip


def test_a_row_is_not_taken_out_of_its_file_but_the_file_is(corpus: Path) -> None:
    table(corpus, "a.csv", {"1": "oies", "2": "ânes"})
    write(corpus, "b.txt", paragraph("chats"))
    rag.correct("a.csv#2", corpus, title="Le bon titre")
    with pytest.raises(rag.CorpusError, match="le fichier entier") as caught:
        rag.remove("a.csv#2", corpus)
    assert "« 2 »" in str(caught.value).replace("\u00a0", " ")
    assert rag.remove("a.csv", corpus) == corpus / ".removed" / "a.csv"
    assert not (corpus / "metadata.csv").exists()


def test_a_file_is_added_if_one_release_can_be_read_in_it(corpus: Path, tmp_path: Path) -> None:
    good = table(tmp_path, "a.csv", {"1": "oies"})
    bad = write(tmp_path, "b.csv", "nom,âge\nx,1\n")
    scans = archive(tmp_path / "c.zip", {"a.jpg": b"x"})
    mixed = archive(tmp_path / "d.zip", {"a.jpg": b"x", "e.txt": paragraph("ânes")})
    added = rag.add([good, bad, scans, mixed, good], corpus)
    assert [one.reason is None for one in added] == [True, False, False, True, False]
    assert "colonnes : nom, âge" in reason_in_words(added[1].reason).replace("\u00a0", " ")
    assert "« .jpg »" in reason_in_words(added[2].reason)
    assert "déjà" in reason_in_words(added[4].reason)
    assert sorted(path.name for path in corpus.iterdir()) == ["a.csv", "d.zip"]
    settings = rag.Settings(corpus=rag.CorpusSettings(columns=ColumnSettings(text=("nom",))))
    named = write(tmp_path, "e.csv", f"nom,âge\n{paragraph('rats')},1\n")
    assert rag.add(named, corpus, settings=settings) == [rag.Addition("e.csv")]


# -- the original ---------------------------------------------------------------------------------


def test_the_original_of_a_part_is_the_innermost_file(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    inner = archive(corpus.parent / "inner.zip", {"t.csv": f"id,texte\n1,{paragraph('oies')}\n"})
    files = {"d/a.txt": paragraph("ânes"), "in.zip": inner.read_bytes()}
    archive(corpus / "z.zip", files)
    table(corpus, "b.csv", {"9": "rats"})
    build(corpus, index, words)
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.original("a") == corpus / "z.zip"
        assert library.inner_original("a") == ("a.txt", paragraph("ânes").encode())
        assert library.release("1").source == "z.zip/in.zip/t.csv#1"
        found = library.inner_original("1")
        assert found is not None
        assert found[0] == "t.csv"
        assert library.original("9") == corpus / "b.csv"
        assert library.inner_original("9") is None
        archive(corpus / "z.zip", {"x.txt": "x"})
        with pytest.raises(rag.CorpusError, match=r"z\.zip/d/a\.txt"):
            library.inner_original("a")


def test_places_are_those_of_a_file_that_one_can_open(corpus: Path) -> None:
    page = f"<p>{paragraph('oies')}</p>"
    write(corpus, "a.csv", f'id,texte\nx.html,"{page}"\n')
    archive(corpus / "z.zip", {"b.html": f"<h1>Un titre</h1>{page}"})
    with Parts(ColumnSettings()) as found:
        listing = with_parts(list_corpus(corpus), lambda file: found.expand(file.path))
        places = {one.id: read_release(one, found.read(one)).places for one in listing.files}
    assert places["x.html"] == ()
    assert places["b"][-1].element is not None


def test_a_page_of_a_pdf_in_an_archive_is_drawn(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    shutil.copy(DATA / "archive-python.zip", corpus)
    build(corpus, index, words)
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.page_picture("bureau", 1).startswith(b"\x89PNG")
        assert library.passages("bureau")[0].citation.id.startswith("bureau:")
        with pytest.raises(rag.CorpusError, match=r"espace\.txt"):
            library.page_picture("espace", 1)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a.csv#1", ("a.csv", "#1")), ("z.zip/d/a.txt", ("z.zip", "/d/a.txt")),
        ("a#b.txt", ("a#b.txt", "")), ("none.csv#1", ("none.csv#1", "")),
        ("a.csv#1\x00", ("a.csv", "#1\x00")), ("", ("", "")),
    ],
)  # fmt: skip
def test_a_source_names_a_file_and_a_place_in_it(
    corpus: Path, source: str, wanted: tuple[str, str]
) -> None:
    for name in ("a.csv", "z.zip", "a#b.txt", "a"):
        write(corpus, name, "x")
    assert split_source(corpus, source) == wanted


def test_the_digests_of_parts_are_in_a_cache_that_may_be_damaged(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    table(corpus, "a.csv", {"1": "oies"})
    build(corpus, index, words)
    cache = index / store.CACHE / "digests.json"
    for text in ("", "[]", json.dumps({"a.csv": {"stamp": [1]}})):
        cache.write_text(text, encoding="utf-8")
        assert build(corpus, index, words).encoded == 0
