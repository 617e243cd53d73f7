"""Files to releases to passages: what is recognised, what is refused, that slices are exact."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag.corpus import cut_passages, embedded_text
from rag.corpus.decoding import decode
from rag.corpus.formats.front_matter import with_front_matter
from rag.corpus.listing import SourceFile, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release, read_release
from rag.types import Passage, Release
from tests.conftest import SEEDS, paragraph, write


def count_words(text: str) -> int:
    return len(text.split()) + 2


def release_of(text: str, detect: Callable[[str], str | None] = lambda _text: "fr") -> Release:
    return parse_release(
        with_front_matter(text), SourceFile(Path("x.txt"), "x.txt", "x", Metadata()), detect=detect
    )


def passages_of(text: str, max_tokens: int = 100, min_characters: int = 60) -> list[Passage]:
    return cut_passages(
        release_of(text),
        count_words,
        max_tokens=max_tokens,
        min_characters=min_characters,
        with_title=True,
    )


def kinds(release: Release) -> list[tuple[str, str]]:
    return [(block.kind, release.body[block.start : block.end]) for block in release.blocks]


# -- the parts of a release ---------------------------------------------------------------------


def test_the_parts_of_the_seed_with_a_header_and_a_caption() -> None:
    file = next(f for f in list_corpus(SEEDS).files if f.id.startswith("002"))
    release = read_release(file)
    by_kind: dict[str, list[str]] = {}
    for kind, text in kinds(release):
        by_kind.setdefault(kind, []).append(text)
    assert by_kind["title"] == [
        "Le secrétaire général de l’OTAN appelle à une coopération plus étroite avec l'UE"
    ]
    assert by_kind["header"] == ["• 18 Nov. 2014 -", "• |", "• Mis à jour le: 18 Nov. 2014 16:09"]
    assert by_kind["caption"] == [
        "NATO Secretary General Jens Stoltenberg and EU High Representative Federica Mogherini"
    ]
    assert len(by_kind["paragraph"]) == 3


def test_headers_captions_and_titles_are_no_passages_but_stay_findable() -> None:
    for file in list_corpus(SEEDS).files:
        release = read_release(file)
        passages = cut_passages(
            release, count_words, max_tokens=500, min_characters=60, with_title=True
        )
        for passage in passages:
            assert release.body[passage.start : passage.end] == passage.text
            for word in ("Mis à jour", "General view", "NATO Secretary General", "•"):
                assert word not in passage.text
        indexed = " ".join(embedded_text(passage) for passage in passages)
        if file.id.startswith("002"):
            assert "Federica Mogherini" in indexed
        if file.id.startswith("003"):
            assert "General view of the meeting" in indexed


def test_a_release_without_a_title_is_called_by_its_first_sentence() -> None:
    file = next(f for f in list_corpus(SEEDS).files if f.id.startswith("001"))
    release = read_release(file)
    assert release.title.startswith("L’OTAN intensifie son soutien à l’Ukraine")
    assert release.title.endswith("le 15 février.")
    assert "title" not in {block.kind for block in release.blocks}


def test_markdown_headings_are_recognised_without_their_marks() -> None:
    text = f"# Le titre\n\n{paragraph('chars')}\n\n## Une partie\n\n{paragraph('avions')}\n"
    release = release_of(text)
    assert [kind for kind, _ in kinds(release)] == ["title", "paragraph", "heading", "paragraph"]
    assert release.title == "Le titre"
    assert passages_of(text)[1].context == "Le titre\nUne partie"


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "Un titre de communiqué\n\n"
        "Les ministres de la Défense des pays membres de l’Alliance se sont\n"
        "réunis à Bruxelles pour parler de la protection des infrastructures\n"
        "sous-marines et des moyens qu’il faut y consacrer.\n\n"
        "Ils se retrouveront ensuite pour une séance de travail consacrée aux\n"
        "questions industrielles et aux stocks.\n"
    )
    passages = passages_of(text)
    assert len(passages) == 2
    assert passages[0].text.startswith("Les ministres")
    assert passages[0].text.endswith("y consacrer.")
    assert "\n" in passages[0].text  # an exact slice


def test_a_list_stays_with_the_line_that_opens_it() -> None:
    text = "Titre\n\nLes ministres ont décidé :\n- d’envoyer des chars ;\n- d’envoyer des avions.\n"
    (passage,) = passages_of(text)
    assert passage.text.startswith("Les ministres ont décidé :")
    assert passage.text.endswith("avions.")


def test_a_paragraph_that_ends_with_a_comma_stays_as_it_is() -> None:
    passages = passages_of(f"Titre\n\n{paragraph('chars')[:-1]},\n\n{paragraph('avions')}\n")
    assert passages[0].text.endswith("autre,")


def test_a_short_paragraph_joins_the_next() -> None:
    text = f"Titre\n\nIl a remercié les Alliés.\n\n{paragraph('chars')}\n"
    (passage,) = passages_of(text)
    assert passage.text.startswith("Il a remercié")


def test_a_short_paragraph_at_the_end_joins_the_one_before() -> None:
    (passage,) = passages_of(f"Titre\n\n{paragraph('chars')}\n\nIl a remercié les Alliés.\n")
    assert passage.text.endswith("Alliés.")


def test_a_release_of_only_a_title_is_not_lost() -> None:
    (passage,) = passages_of("L’OTAN accueille un nouveau membre\n")
    assert passage.text == "L’OTAN accueille un nouveau membre"


def test_a_release_of_only_a_date_is_not_lost() -> None:
    (passage,) = passages_of("18 novembre 2014\n")
    assert passage.text == "18 novembre 2014"


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    text = "Titre\n\n" + paragraph("chars", 60) + "\n"
    passages = passages_of(text, max_tokens=50)
    assert len(passages) > 5
    assert all(passage.text.endswith("autre.") for passage in passages)
    assert all(count_words(embedded_text(passage)) <= 50 + 2 for passage in passages)
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))


def test_a_sentence_longer_than_the_window_is_cut_between_words() -> None:
    words = " ".join(f"mot{n}" for n in range(500))
    passages = passages_of(f"Titre\n\n{words}.\n", max_tokens=50)
    assert " ".join(passage.text for passage in passages) == f"{words}."


def test_ten_megabytes_without_a_sentence_end() -> None:
    text = "x" * 10_000_000
    passages = passages_of(text)
    assert "".join(passage.text for passage in passages) == text


LINES = st.lists(
    st.text(alphabet="aéÀ .,:!?«»’'\u00a0•-#\t1", min_size=0, max_size=200), min_size=0, max_size=12
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_the_text_passages_are_disjoint_slices(lines: list[str], end: str) -> None:
    body = end.join(lines)
    try:
        release = release_of(body)
    except rag.UnreadableFileError:
        assert not body.strip("\u00a0 \t\r\n")
        return
    passages = cut_passages(release, count_words, max_tokens=40, min_characters=30, with_title=True)
    at = 0
    for passage in passages:
        assert passage.start >= at
        assert body[passage.start : passage.end] == passage.text
        assert passage.text.strip()
        at = passage.end
    for first, second in zip(release.blocks, release.blocks[1:], strict=False):
        assert first.end <= second.start
    assert passages


# -- files --------------------------------------------------------------------------------------

TEXT = "L’été à Noël : « ça » coûte 5 € – œuvre.\nDeuxième ligne.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


def test_latin_1() -> None:
    text = "Le général a été reçu à l'Élysée, où il a dîné. Ça suffit."
    assert decode(text.encode("latin-1")) == (text, "iso-8859-1")


def test_cyrillic_is_not_taken_for_western() -> None:
    text = "Министры обороны стран НАТО встретились в Брюсселе и обсудили поддержку Украины. " * 5
    decoded, _encoding = decode(text.encode("cp1251"))
    assert decoded == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "file.empty"),
        (b" \n\t\r\n", "file.empty"),
        ("\ufeff\u00a0".encode(), "file.empty"),
        (b"\x00" * 100, "file.empty"),
        (bytes(range(256)) * 20, "file.binary"),
        (b"PK\x03\x04" + bytes(range(200)) * 5, "file.binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 100, "file.binary"),
        (b"\xff\xfe\x00\xd8\x00\x00", "file.undecodable"),
        ("Il a annoncé l’été.".encode()[:-3] + b"\xc3", "file.damaged_utf8"),
        (("Il a annoncé. " * 9).encode() + "été".encode("cp1252"), "file.damaged_utf8"),
        (b"\xe9\xe8\xff\xfd\xea\xfb" * 40, "file.undecodable"),
    ],
)
def test_what_is_no_text_or_could_only_be_guessed_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(rag.UnreadableFileError) as caught:
        decode(data)
    assert caught.value.key == reason


def test_a_few_nul_bytes_stay_in_the_body() -> None:
    text = paragraph("chars") + "\x00" + paragraph("avions")
    assert decode(text.encode()) == (text, "utf-8")


def test_line_ends_are_kept_and_offsets_count_them(corpus: Path) -> None:
    text = f"Titre\r\n\r\n{paragraph('chars')}\r\n\r\n{paragraph('avions')}\r\n"
    path = write(corpus, "a.txt", text)
    (file,) = list_corpus(corpus).files
    release = read_release(file)
    passages = cut_passages(
        release, count_words, max_tokens=100, min_characters=60, with_title=True
    )
    decoded = path.read_bytes().decode()
    assert len(passages) == 2
    assert all(decoded[p.start : p.end] == p.text for p in passages)


def test_folders_are_searched_and_readmes_and_hidden_files_left_out(corpus: Path) -> None:
    for name in ("a.txt", "2020/b.md", "2020/deep/c.TXT", "README.md", ".hidden.txt", "d.ppt"):
        write(corpus, name, paragraph("chars"))
    listing = list_corpus(corpus)
    assert [file.source for file in listing.files] == ["a.txt", "2020/b.md", "2020/deep/c.TXT"]


def test_two_files_of_one_stem_get_their_paths_as_ids(corpus: Path) -> None:
    for name in ("2019/a.txt", "2020/a.txt", "b.txt"):
        write(corpus, name, paragraph("chars"))
    listing = list_corpus(corpus)
    assert [file.id for file in listing.files] == ["2019/a.txt", "2020/a.txt", "b"]
    assert listing.renamed == ["2019/a.txt", "2020/a.txt"]


def test_two_files_that_state_one_id_are_refused(corpus: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(corpus, name, f"---\nid: même\n---\n{paragraph('chars')}")
    with pytest.raises(rag.DuplicateReleaseError, match=r"même.*a\.txt.*b\.txt"):
        list_corpus(corpus)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_loop_end(corpus: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    (corpus / "loop").symlink_to(corpus, target_is_directory=True)
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    (corpus / "gone.txt").symlink_to(corpus / "nowhere.txt")
    listing = list_corpus(corpus)
    assert [file.source for file in listing.files] == ["a.txt"]
    assert {(s.source, s.reason) for s in listing.skipped} == {
        ("self.txt", "file.link_loop"),
        ("gone.txt", "file.link_loop"),
    }


def test_no_folder_an_empty_one_and_a_file(tmp_path: Path, corpus: Path) -> None:
    with pytest.raises(rag.CorpusError, match="n’existe pas"):
        list_corpus(tmp_path / "nowhere")
    with pytest.raises(rag.CorpusError, match="aucun communiqué"):
        list_corpus(corpus)
    with pytest.raises(rag.CorpusError, match="pas un dossier"):
        list_corpus(write(corpus, "a.txt", "a"))


# -- metadata -----------------------------------------------------------------------------------


def metadata_of(corpus: Path) -> Release:
    (file,) = list_corpus(corpus).files
    return read_release(file)


def test_a_csv_sidecar_wins(corpus: Path) -> None:
    write(corpus, "s/a.txt", f"Titre lu\n\n  • 18 Nov. 2014 -\n\n{paragraph('chars')}\n")
    write(
        corpus,
        "metadata.csv",
        "file,id,title,date,language,url\ns/a.txt,R1,Titre dit,2020-05,en-GB,https://example.org/1\n",
    )
    release = metadata_of(corpus)
    assert (release.id, release.title, release.language) == ("R1", "Titre dit", "en")
    assert (release.published.value, release.published.precision) == ("2020-05", "month")
    assert (release.published.stated_by, release.published.span) == ("sidecar", None)
    assert release.url == "https://example.org/1"


def test_a_jsonl_sidecar_states_some_and_leaves_the_rest_to_the_text(corpus: Path) -> None:
    write(corpus, "a.txt", f"Titre lu\n\n  • 18 Nov. 2014 -\n\n{paragraph('chars')}\n")
    write(corpus, "metadata.jsonl", '{"file": "a.txt", "title": "Titre dit"}\n')
    release = metadata_of(corpus)
    assert (release.id, release.title) == ("a", "Titre dit")
    assert release.published.value == "2014-11-18"


def test_a_semicolon_and_a_bom_are_what_a_spreadsheet_writes(corpus: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    write(corpus, "metadata.csv", '\ufefffile;title\r\na.txt;"Un; deux"\r\n')
    assert metadata_of(corpus).title == "Un; deux"


def test_front_matter_is_read_with_its_evidence_and_never_quoted(corpus: Path) -> None:
    text = f"---\ntitle: Un titre\ndate: 2014-11-18\nlanguage: fr\n---\n\n{paragraph('chars')}\n"
    write(corpus, "a.txt", text)
    release = metadata_of(corpus)
    assert release.title == "Un titre"
    evidence = release.published.span
    assert evidence is not None
    assert release.body[evidence.start : evidence.end] == "2014-11-18"
    assert release.body == text
    passages = cut_passages(
        release, count_words, max_tokens=100, min_characters=60, with_title=True
    )
    assert all("---" not in passage.text for passage in passages)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("metadata.csv", "title\nx\n", "file"),
        ("metadata.csv", "file,date\na.txt,2014-02-30\n", "2014-02-30"),
        ("metadata.csv", "file\na.txt\na.txt\n", "déjà"),
        ("metadata.csv", "file\nnowhere.txt\n", "absent"),
        ("metadata.jsonl", "{oops\n", "JSON"),
        ("metadata.jsonl", "[1]\n", "JSON"),
        ("metadata.jsonl", '{"file": 3}\n', "file"),
    ],
)
def test_wrong_sidecars_are_refused_with_the_line(
    corpus: Path, name: str, content: str, words: str
) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    write(corpus, name, content)
    with pytest.raises(rag.CorpusError, match=words):
        list_corpus(corpus)


@pytest.mark.parametrize(
    "inside", ["title: [oops", "EMBARGO: 3 mai: 10h", "date: TBD", "language: French"]
)
def test_wrong_front_matter_costs_its_own_file_alone(corpus: Path, inside: str) -> None:
    write(corpus, "a.txt", f"---\n{inside}\n---\n{paragraph('chars')}")
    (file,) = list_corpus(corpus).files
    with pytest.raises(rag.UnreadableFileError) as caught:
        read_release(file)
    assert caught.value.key == "file.bad_front_matter"
