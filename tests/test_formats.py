"""What is read of a corpus folder: the formats, and every other file told with its reason."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import rag
from rag import cli, messages
from rag.corpus import formats
from rag.corpus.formats import Document, Format
from rag.corpus.formats.front_matter import stated_id, with_front_matter
from rag.corpus.listing import list_corpus
from rag.corpus.metadata import metadata_of
from rag.corpus.reading import read_release
from rag.phrases import reason_in_words
from rag.phrases.builds import readable_kinds, skipped_in_words
from rag.types import Block
from rag.web.corpus_list import corpus_html
from rag.web.notes import built_html
from tests.conftest import WordEncoder, paragraph, write

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


def build(corpus: Path, index: Path) -> rag.BuildReport:
    return rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN)


def skipped(corpus: Path) -> dict[str, str]:
    return {item.source: item.reason for item in list_corpus(corpus).skipped}


# -- a format is one file -----------------------------------------------------------------------


def _read_card(data: bytes) -> Document:
    """``title|date|id`` on the first line; each further line is a paragraph, and none a title."""
    text = data.decode("utf-8")
    title, date, name = text.splitlines()[0].split("|")
    start = text.index("\n") + 1
    metadata = metadata_of({"title": title, "date": date, "id": name}, where="card")
    places = {"date": rag.Span(len(title) + 1, len(title) + 1 + len(date))}
    blocks = (Block("header", 0, start - 1), Block("paragraph", start, len(text)))
    return Document(text, metadata=metadata, spans=places, blocks=blocks)


CARD = Format((".xyz",), _read_card, lambda stream: _read_card(stream.read()).metadata.id)


def test_a_format_is_one_value_that_listing_reading_adding_and_messages_take_up(
    corpus: Path, index: Path, tmp_path: Path
) -> None:
    file = write(tmp_path, "carte.XYZ", f"Un titre|2020-05-01|R7\nCourt\n{paragraph('oies')}")
    (refused,) = rag.add(file, corpus)
    assert "« .xyz »" in reason_in_words(refused.reason)
    with formats.added(CARD):
        assert rag.add(file, corpus) == [rag.Addition("carte.XYZ")]
        (other,) = rag.add(write(tmp_path, "a.7z", "7z"), corpus)
        assert ".xyz" in reason_in_words(other.reason)
        assert ".xyz" in readable_kinds()
        (listed,) = list_corpus(corpus).files
        release = read_release(listed)
        assert (release.id, release.title) == ("R7", "Un titre")
        assert release.published.value == "2020-05-01"
        assert release.published.stated_by == "file"
        evidence = release.published.span
        assert evidence is not None
        assert release.body[evidence.start : evidence.end] == "2020-05-01"
        # "Court" looks like a heading: what the format states is not guessed again.
        assert [block.kind for block in release.blocks] == ["header", "paragraph"]
        assert build(corpus, index).releases == 1
        with rag.open(index, encoder=WordEncoder(), settings=PLAIN) as library:
            (passage,) = library.passages("R7")
            assert passage.text.startswith("Court\nLe communiqué")
            assert library.verify(corpus) == []
    assert skipped(corpus) == {"carte.XYZ": "file.no_reader"}
    assert ".xyz" not in readable_kinds()


@pytest.mark.parametrize("name", ["a.7z", "a", "a.", "x/a.TAR.ZST", "é.tëxt"])
def test_a_suffix_that_no_format_has_is_an_error_with_the_remedy(name: str) -> None:
    with pytest.raises(rag.UnreadableFileError) as caught:
        formats.format_of(name)
    assert caught.value.key == "file.no_reader"
    for language in messages.LANGUAGES:
        with messages.use(language):
            assert ", ".join(formats.suffixes()) in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a.md", "a.MARKDOWN", "a.Md"])
def test_text_and_markdown_are_read_with_either_ending_in_any_case(corpus: Path, name: str) -> None:
    write(corpus, name, f"---\ntitle: Un titre\n---\n{paragraph('oies')}\n")
    (file,) = list_corpus(corpus).files
    release = read_release(file)
    assert (release.id, release.title) == ("a", "Un titre")
    markdown = formats.format_of("a.md") is formats.format_of(name)
    text = (corpus / name).read_text(encoding="utf-8")
    assert release.body == (f"Un titre\n\n{paragraph('oies')}" if markdown else text)


# -- front matter -------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_front_matter_states_is_found_where_it_stands(end: str) -> None:
    lines = [
        "---", 'title: "L’été : un bilan"', "Date: 2014-11-18  # mardi", "lang: x",
        "id: 'R 1'", "url: https://example.org/é#a", "---", "Texte.",
    ]  # fmt: skip
    document = with_front_matter(end.join(lines))
    assert {name: document.text[p.start : p.end] for name, p in document.spans.items()} == {
        "title": "L’été : un bilan",
        "date": "2014-11-18",
        "id": "R 1",
        "url": "https://example.org/é#a",
    }
    front = document.front_matter
    assert front is not None
    assert document.text[front.end :] == "Texte."


def test_a_value_of_several_lines_has_no_single_place() -> None:
    text = "---\ntitle: >\n  Un titre\n  long\ndate: &d 2014-11-18\nurl: *d\nid:\n---\nTexte."
    document = with_front_matter(text)
    assert document.metadata.title == "Un titre long"
    assert {"title", "date"}.isdisjoint(document.spans)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\nid: R1\n---\nTexte.", "R1"),
        ("\ufeff---\nid: R1\n---\nTexte.", "R1"),
        ("---\ntitle: a\n---\nid: R1", None),
        ("---\nid: R1\ndate: demain\n---\nTexte.", None),
        ("Texte.\n---\nid: R1\n---\n", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_id_is_known_before_the_file_is_read(
    text: str, wanted: str | None, encoding: str
) -> None:
    assert stated_id(io.BytesIO(text.encode(encoding))) == wanted


# -- files that are not read --------------------------------------------------------------------


def test_every_other_file_is_named_with_its_reason(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    for name in ("b.7z", "c.exe", "d.mp4", "e.xyz", "f", "sub/metadata.csv", "sub/g.PNG"):
        write(corpus, name, "x")
    for name in ("README", "README.md", "readme.fr.txt", "sub/ReadMe_old.7z"):
        write(corpus, name, paragraph("rien"))
    (corpus / "vide.txt").write_bytes(b"")
    (corpus / "abîmé.md").write_bytes("Il a annoncé l’été.".encode()[:-3] + b"\xc3")
    report = build(corpus, index)
    assert report.releases == 1
    assert {item.source: item.reason for item in report.skipped} == {
        **dict.fromkeys(("b.7z", "c.exe", "d.mp4", "e.xyz", "f"), "file.no_reader"),
        "sub/g.PNG": "file.no_reader",
        "sub/metadata.csv": "file.no_text_column",
        **dict.fromkeys(("README", "README.md", "readme.fr.txt"), "file.readme"),
        "sub/ReadMe_old.7z": "file.readme",
        "vide.txt": "file.empty",
        "abîmé.md": "file.damaged_utf8",
    }
    # What looks like a release comes first: it is what one would want to mend.
    assert [item.source for item in report.skipped[:2]] == ["abîmé.md", "vide.txt"]
    assert len(report.skipped) == 13


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt", ".git/config", "Thumbs.db", "desktop.ini", "~$lettre.docx", "a.txt~",
        "#a.txt#", ".~lock.a.odt#", "sub/.DS_Store", "__MACOSX/._a.txt",
    ],
)  # fmt: skip
def test_what_systems_and_editors_leave_behind_is_not_told(corpus: Path, name: str) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    write(corpus, name, paragraph("rien"))
    write(corpus, "metadata.csv", "file,title\na.txt,Un titre\n")
    listing = list_corpus(corpus)
    assert [file.source for file in listing.files] == ["a.txt"]
    assert listing.skipped == []


def test_a_name_that_begins_like_readme_may_be_a_release(corpus: Path) -> None:
    write(corpus, "Readmeo ouvre une usine.txt", paragraph("oies"))
    assert len(list_corpus(corpus).files) == 1


def test_a_sidecar_may_describe_a_file_that_is_not_read(corpus: Path) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    write(corpus, "b.7z", "7z")
    write(corpus, "metadata.csv", "file,title\na.txt,Un titre\nb.7z,Un autre\n")
    listing = list_corpus(corpus)
    assert [file.metadata.title for file in listing.files] == ["Un titre"]
    assert [item.source for item in listing.skipped] == ["b.7z"]


def test_a_corpus_of_other_kinds_alone_is_an_error_that_names_the_first(
    corpus: Path, index: Path
) -> None:
    write(corpus, "a.7z", "7z")
    write(corpus, "b.xyz", "<p>")
    with pytest.raises(rag.CorpusError, match=r"a\.7z : pas de lecteur pour « \.7z »") as caught:
        build(corpus, index)
    with messages.use("en"):
        assert 'a.7z: no reader for ".7z"' in str(caught.value)


def test_files_that_are_not_read_come_and_go_without_a_new_generation(
    corpus: Path, index: Path
) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    (corpus / "b.txt").write_bytes(b"")
    first = build(corpus, index)
    page = write(corpus, "c.7z", "<p>")
    second = build(corpus, index)
    assert not second.changed
    assert second.generation == first.generation
    assert [item.source for item in second.skipped] == ["b.txt", "c.7z"]
    page.unlink()
    (corpus / "b.txt").unlink()
    third = build(corpus, index)
    assert third.skipped == ()
    assert third.encoded == 0
    assert build(corpus, index).skipped == ()


def test_many_are_counted_on_the_command_line_and_all_named_in_json(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    for number in range(23):
        write(corpus, f"{number:02}.7z", "<p>")
    for summary in ("Index prêt", "Index à jour"):
        assert cli.main(["build", str(corpus), "-i", str(index)]) == 0
        captured = capsys.readouterr()
        assert captured.out.startswith(summary)
        assert ", 23 fichiers laissés de côté" in captured.out
        *named, more = captured.err.splitlines()
        assert len(named) == 20
        assert named[0].startswith("Ignoré : 00.7z (pas de lecteur pour « .7z » ; ")
        assert "3 autres" in more
    assert cli.main(["build", str(corpus), "-i", str(index), "--json", "--ui", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    printed = json.loads(captured.out)
    assert printed["skipped_count"] == len(printed["skipped"]) == 23
    last = printed["skipped"][-1]
    assert (last["source"], last["reason"]) == ("22.7z", "file.no_reader")
    assert last["why"].startswith('no reader for ".7z"')


def test_the_page_tells_them_too_and_names_the_kinds_that_it_takes(
    corpus: Path, index: Path
) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    write(corpus, "<b>.7z", "<p>")
    report = build(corpus, index)
    shown = built_html(report, 1.0)
    assert "1 fichier laissé de côté" in shown
    assert "<li>Ignoré : &lt;b&gt;.7z (pas de lecteur pour « .7z »" in shown
    assert readable_kinds() in corpus_html(None, changes=True)


def test_a_skipped_file_speaks_the_language_in_use(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    write(corpus, "b.7z", "<p>")
    report = build(corpus, index)
    assert report.skipped == (rag.SkippedFile("b.7z", "file.no_reader"),)
    assert skipped_in_words(report)[0].startswith("Ignoré : b.7z (pas de lecteur")
    with messages.use("en"):
        assert skipped_in_words(report)[0].startswith("Skipped: b.7z (no reader")


def test_adding_refuses_what_a_listing_would_not_read(tmp_path: Path, corpus: Path) -> None:
    names = ["README.md", "~$a.txt", "a.txt~", "a.7z", "a.xyz"]
    made = rag.add([write(tmp_path, name, paragraph("oies")) for name in names], corpus)
    assert all(one.reason for one in made)
    assert "notice" in reason_in_words(made[0].reason)
    assert "« .xyz »" in reason_in_words(made[-1].reason)
    assert list(corpus.iterdir()) == []
