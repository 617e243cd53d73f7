"""A filter that no release meets is named, with what there is instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.cli import main
from rag.language.names import language_codes, names_of
from rag.phrases import reason_in_words
from tests.conftest import WordEncoder, paragraph, write


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> rag.Library:
    folder = tmp_path_factory.mktemp("unmatched")
    corpus = folder / "corpus"
    for name, year, language, subject in (
        ("port", 2019, "fr", "port"), ("gare", 2021, "fr", "gare"), ("hafen", 2022, "de", "Hafen"),
    ):  # fmt: skip
        head = f"---\ndate: {year}-03-01\nlanguage: {language}\norigin: Mairie de Lyon\n---\n"
        said = "« Nous ouvrons le musée cette année », a déclaré Claire Aubry, maire de Lyon."
        write(corpus, f"{name}.txt", f"{head}Titre {subject}\n\n{paragraph(subject)}\n\n{said}\n")
    write(corpus, "vieux.txt", f"---\nlanguage: fr\n---\nTitre\n\n{paragraph('rien')}\n")
    encoder = WordEncoder()
    rag.build(corpus, folder / "index", encoder=encoder, settings=rag.Settings())
    return rag.open(folder / "index", encoder=encoder, settings=rag.Settings())


def codes(reasons: list[rag.Reason]) -> list[str]:
    return [one.code for one in reasons]


@pytest.mark.parametrize(
    ("filters", "code", "words"),
    [
        ({"language": "frnch"}, "unmatched.language", ["peut-être fr", "de, fr"]),
        ({"language": "Deustch"}, "unmatched.language", ["peut-être de"]),
        ({"language": "sv"}, "unmatched.language", ["« sv »", "de, fr"]),
        ({"language": ["fr", "xx"]}, "unmatched.language", ["« xx »"]),
        ({"releases": "prot"}, "unmatched.release", ["« prot »", "peut-être port"]),
        ({"releases": ["port", "nulle part"]}, "unmatched.release", ["nulle part"]),
        ({"date_from": "2030"}, "unmatched.dates", ["1er mars 2019", "1er mars 2022"]),
        ({"date_to": "1999"}, "unmatched.dates", ["1er mars 2019"]),
        ({"date_from": "2020-02", "date_to": "2020-03"}, "unmatched.dates", ["2022"]),
        ({"language": "de", "date_to": "2020"}, "unmatched.together", ["tous"]),
        ({"language": "de", "releases": "port"}, "unmatched.together", ["tous"]),
        ({"speaker": "Claire Aubri"}, "unmatched.speaker", ["peut-être Claire Aubry"]),
        ({"speaker": "Obry"}, "unmatched.speaker", ["Claire Aubry"]),
        ({"role": "miare"}, "unmatched.role", ["maire"]),
        ({"speaker": "Aubry", "date_to": "2000"}, "unmatched.dates", []),
    ],
)
def test_what_no_release_meets(
    small: rag.Library, filters: dict[str, str], code: str, words: list[str]
) -> None:
    reasons = small.unmatched(**filters)
    assert code in codes(reasons)
    text = " ".join(map(reason_in_words, reasons)).replace("\u00a0", " ").replace("\u202f", " ")
    for word in words:
        assert word in text


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"language": "fr"},
        {"language": "français", "date_from": "2019", "date_to": "2019"},
        {"language": ["German", "French"], "releases": ["port", "hafen"]},
        {"date_from": "2022-03-01"},
        {"speaker": "Aubry", "language": "fr"},
        {"releases": "vieux"},
    ],
)
def test_filters_that_leave_releases_have_no_reason(
    small: rag.Library, filters: dict[str, str]
) -> None:
    assert small.unmatched(**filters) == []


@pytest.mark.parametrize(
    ("query", "code", "meant"),
    [
        ("source:Mairei port", "unmatched.source", "Mairie de Lyon"),
        ("langue:frnch port", "unmatched.language", "fr"),
        ("date:2031 port", "unmatched.dates", ""),
        ("fichier:gaer port", "unmatched.file", "gare.txt"),
        ("auteur:Obri port", "unmatched.speaker", ""),
    ],
)
def test_fields_of_a_search(small: rag.Library, query: str, code: str, meant: str) -> None:
    reasons = small.unmatched(small.search(query).expression)
    assert codes(reasons) == [code]
    assert meant in reason_in_words(reasons[0])
    assert small.unmatched(small.search("langue:allemand Hafen").expression) == []


@pytest.mark.parametrize(
    "name", ["de", "DE", " de ", "de-AT", "de_CH", "deu", "German", "allemand", "DEUTSCH", "Aleman"]
)
def test_a_language_may_be_called_by_its_name(small: rag.Library, name: str) -> None:
    found = small.search("Hafen", 9, language=name)
    assert {hit.release.id for hit in found} == {"hafen"}


def test_names_of_languages() -> None:
    assert language_codes("fra") == ("fra", "fr")
    assert language_codes("Klingonais") == ("klingonais",)
    assert language_codes("") == ("",)
    assert names_of(["fr"])["francais"] == "fr"
    assert "german" not in names_of(["fr"])


@given(st.text())
def test_any_text_is_some_language_filter(text: str) -> None:
    found = language_codes(text)
    assert found
    assert all(one == one.casefold() or not one.isascii() for one in found)


def test_the_command_line_says_it_beside_what_it_prints(
    seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("-i", str(seed_index))
    for command in (["search", "OTAN"], ["ask", "OTAN"], ["search", "--facets"], ["statements"]):
        for form in ([], ["--json"]):
            assert main([*command, *form, "--language", "frnch", *at]) == 0
            captured = capsys.readouterr()
            assert "frnch" in captured.err
            assert "frnch" not in captured.out
    assert main(["search", "--facets", "source:nulle-part OTAN", *at]) == 0
    captured = capsys.readouterr()
    assert "nulle-part" in captured.err
    assert "0 communiqué" in captured.out
    assert main(["search", "OTAN", "--language", "fr", *at]) == 0
    assert capsys.readouterr().err == ""
    assert main(["search", "OTAN", "--language", "fr", "--language", "xx", *at]) == 0
    captured = capsys.readouterr()
    assert "« xx »" in captured.err.replace("\u00a0", " ")
    assert "Stoltenberg" in captured.out


def test_a_release_by_its_id_and_the_ids_that_are_near(
    seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("-i", str(seed_index))
    assert main(["show", "001_319c6ed45504dc95", *at]) == 0
    assert ">>>" not in capsys.readouterr().out
    near = "peut-être 001_319c6ed45504dc95"
    for arguments in (
        ["show", "001_319c6ed45504dc59"],
        ["show", "001_319c6ed:237-250:7f880b7a"],
        ["similar", "001_319"],
        ["changes", "001-319c6ed45504dc95x", "001_319c6ed45504dc95"],
    ):
        assert main([*arguments, *at]) == 8
        assert near in capsys.readouterr().err.replace("\u00a0", " ")
