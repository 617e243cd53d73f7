"""Similar releases, copies and versions of one, and the words that changed between versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag import cli
from rag.answering.changes import compare
from tests.conftest import WordEncoder, paragraph, write

PORT = (
    "Le port de Brême ouvre un quai pour douze navires de pêche.\n\n"
    "Le quai a coûté 12 millions d’euros, selon le préfet. Il ouvrira le 3 mai 2021 au public.\n\n"
    "Les pêcheurs du port de Brême attendaient ce quai depuis longtemps, dit la préfecture. Un "
    "marché aux poissons suivra, avec une halle, des étals et une école de voile pour les enfants "
    "de la ville et des communes voisines.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("similar")
    corpus = folder / "corpus"
    newer = PORT.replace("12 millions", "14 millions").replace("au public", "aux visiteurs")
    for name, text in {
        "port.txt": f"Un quai à Brême\n\n{PORT}",
        "port-copie.txt": f"Un quai à Brême\n\n{PORT}",
        "port-v2.txt": f"Un quai à Brême\n\n{newer}",
        "quai.txt": "Le quai de Nantes\n\nLe port de Nantes ouvre un quai pour six navires de "
        "pêche et douze bateaux, selon le préfet de Nantes et les pêcheurs.\n",
        "ecole.txt": f"Une école\n\n{paragraph('écoles')}\n",
        "forêt.txt": f"Une forêt\n\n{paragraph('forêts')}\n",
    }.items():
        write(corpus, name, text)
    rag.build(corpus, folder / "index", encoder=WordEncoder(), settings=rag.Settings())
    return folder


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[rag.Library]:
    with rag.open(folder / "index", encoder=WordEncoder(), settings=rag.Settings()) as opened:
        yield opened


def test_the_same_release_comes_first_and_is_marked(port: rag.Library) -> None:
    found = port.similar("port", 2)
    assert {one.release.id: one.same for one in found[:2]} == {
        "port-copie": "copy",
        "port-v2": "version",
    }
    assert [one.same for one in found[2:]] == [None, None]
    assert found[2].release.id == "quai"
    assert found[2].score > found[3].score
    assert "port" not in {one.release.id for one in found}


def test_a_similar_release_cites_its_nearest_passage(port: rag.Library) -> None:
    for one in port.similar("quai", 3):
        shown = one.to_dict()
        citation = port.show(shown["citation"]["id"])
        assert citation.release_id == one.release.id == shown["release_id"]
        assert one.release.body[citation.start : citation.end] == citation.quote


def test_one_release_alone_has_no_neighbours(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", f"Seul\n\n{paragraph('rien')}\n")
    rag.build(corpus, index, encoder=WordEncoder(), settings=rag.Settings())
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        assert library.similar("a") == []


def test_what_cannot_be_asked_is_refused(port: rag.Library) -> None:
    with pytest.raises(rag.CitationError):
        port.similar("nulle part")
    with pytest.raises(rag.QueryError):
        port.similar("port", 0)
    with pytest.raises(rag.CitationError):
        port.changes("port", "nulle part")


def test_the_words_that_changed_are_cited_on_both_sides(port: rag.Library) -> None:
    changes = port.changes("port", "port-v2")
    assert changes.same == "version"
    pairs = [(part.before.quote, part.after.quote) for part in changes.changed]
    assert pairs == [("12", "14"), ("au public", "aux visiteurs")]
    for part in changes.changed:
        for side in (part.before, part.after):
            assert port.show(side.id).quote == side.quote
    assert port.changes("port", "port-copie").changed == ()


def test_the_kind_of_apostrophes_and_blanks_is_no_change() -> None:
    old = rag.Release("a", "", rag.PublicationDate(), "fr", "L'été  de\nl’an 3.\n", "a.txt")
    new = rag.Release("b", "", rag.PublicationDate(), "fr", "L’été de\u00a0l'an 3.", "b.txt")
    assert [part.kind for part in compare(old, new)] == ["equal"]


def test_the_same_words_on_other_lines_are_no_change() -> None:
    old = rag.Release("a", "", rag.PublicationDate(), "fr", "le le le \n le", "a.txt")
    new = rag.Release("b", "", rag.PublicationDate(), "fr", "le le \n le \n le", "b.txt")
    assert [part.kind for part in compare(old, new)] == ["equal"]


TEXT = st.lists(
    st.sampled_from(["le", "quai", "Brême", "12", "l’été", ".", "\n", " ", "«", "été", "€"]),
    max_size=30,
).map(" ".join)


@given(TEXT, TEXT)
@settings(deadline=None, max_examples=200)
def test_every_word_of_both_sides_is_in_one_part(first: str, second: str) -> None:
    releases = [
        rag.Release(name, "", rag.PublicationDate(), "fr", body, f"{name}.txt")
        for name, body in (("a", first), ("b", second))
    ]
    parts = compare(*releases)
    for release, sides in (
        (releases[0], [part.before for part in parts]),
        (releases[1], [part.after for part in parts]),
    ):
        end, words = 0, ""
        for side in sides:
            if side is not None:
                assert side.start >= end
                assert release.body[side.start : side.end] == side.quote
                end, words = side.end, words + side.quote
        assert "".join(words.split()) == "".join(release.body.split())
    if first.split() == second.split():
        assert [part.kind for part in parts] in ([], ["equal"])


def test_the_command_line_shows_both(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rag, "open", _opened(rag.open))
    index = str(folder / "index")
    assert cli.main(["similar", "port", "-k", "1", "-i", index]) == 0
    printed = capsys.readouterr().out
    assert "le même, en copie" in printed
    assert "Le quai de Nantes" in printed
    assert "Une école" not in printed
    assert cli.main(["changes", "port", "port-v2", "-i", index, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [one["after"]["quote"] for one in shown["changes"]] == ["14", "aux visiteurs"]
    assert cli.main(["changes", "port", "port-v2", "-i", index]) == 0
    assert "- 12\n    port:" in capsys.readouterr().out
    assert cli.main(["similar", "nulle", "-i", index]) == 8


def _opened(original):  # type: ignore[no-untyped-def]
    def opened(index, **named):  # type: ignore[no-untyped-def]
        return original(index, encoder=WordEncoder(), settings=rag.Settings())

    return opened


def counts(facets: tuple[rag.Facet, ...]) -> dict[str, int]:
    return {one.value: one.count for one in facets}


def test_facets_count_the_releases_that_a_query_leaves(folder: Path, port: rag.Library) -> None:
    every = port.facets()
    assert (every.releases, every.counted) == (6, "all")
    assert sum(counts(every.languages).values()) == 6
    found = port.facets('"port de Brême"')
    assert (found.releases, found.counted) == (3, "expression")
    assert counts(found.names) == {"Brême": 3}
    assert port.facets("Nantes pêche").releases == 1
    assert port.facets("écoles Nantes").counted == "any-word"
    assert port.facets(releases=["quai"]).releases == 1


def test_facets_have_times_and_speakers(library: rag.Library) -> None:
    facets = library.facets()
    dated = [one.date.bounds[0] for one in library.summaries if one.date and one.date.bounds]
    assert sum(one.count for one in facets.years) == len(dated)
    assert [one.value for one in facets.months] == sorted({f"{d:%Y-%m}" for d in dated})
    assert counts(facets.names)["OTAN"] == 5
    assert any("Stoltenberg" in one.value for one in facets.speakers)
    narrowed = library.facets("Stoltenberg", date_from="2022", date_to="2022")
    assert [one.value for one in narrowed.years] == ["2022"]


def test_the_names_of_all_releases_are_counted_after_a_change_too(
    corpus: Path, index: Path
) -> None:
    """In a whole index, and in one whose names stand in two segments."""
    towns = ["Arles", "Brest", "Caen", "Dijon"]
    for number in range(120):
        town = towns[number % len(towns)]
        text = f"Le préfet {number} est allé à {town} et aussi à Lieu{number} hier."
        write(corpus, f"{number:03d}.txt", f"Une visite\n\n{text}\n")
    for change in ("", "Nantes"):
        if change:
            write(corpus, "000.txt", "Une visite\n\nLe préfet est allé à Nantes et à Brest.\n")
            (corpus / "001.txt").unlink()
        rag.build(corpus, index, encoder=WordEncoder(), settings=rag.Settings())
        with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
            facets = library.facets()
            bodies = [library.release(one).body for one in library.release_ids]
            told = [(town, sum(town in body for body in bodies)) for town in towns]
            told.sort(key=lambda pair: (-pair[1], pair[0]))
            assert [(one.value, one.count) for one in facets.names[:4]] == told
            names = {one for body in bodies for one in re.findall(r"[A-Z]\w+", body)}
            held = len(names - {"Le", "Une"})
            assert len(facets.names) + facets.more["names"] == held
            assert facets.to_dict()["more"] == {"names": held - 50}
            assert counts(library.facets("Nantes").names).get("Nantes", 0) == bool(change)
