"""Updates that hold what is new beside what stands: every search is that of a fresh build."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import rag
from rag.indexing import build, dense, local, open_index, store
from rag.language.terms import analyse
from rag.types import Filters
from tests.conftest import WordEncoder, paragraph, write
from tests.killed_builds import KilledBuilds
from tests.test_store import PLAIN

WORDS = "cellule câble ministre sommet budget flotte accord mission exercice radar".split()
FILTERS = [
    {},
    {"language": "fr"},
    {"date_from": "2003", "date_to": "2007-06"},
    {"releases": ["r01", "r05", "r17", "none"]},
]


@pytest.fixture
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much has changed, the base is kept."""
    monkeypatch.setattr(build, "_CHANGED", 100.0)


def body(draw: random.Random) -> str:
    """A release of one to four paragraphs; some are in English, some share a paragraph."""
    parts = []
    for _ in range(draw.randint(1, 4)):
        words = " ".join(draw.choices(WORDS, k=draw.randint(3, 12)))
        parts.append(
            f"The minister speaks of {words} and of nothing else in this part of the text."
            if draw.random() < 0.3
            else f"Le communiqué parle ici de {words} et de rien d’autre, vraiment."
        )
    if draw.random() < 0.3:
        parts.append(paragraph("chars"))
    head = f"---\ndate: {draw.randint(2000, 2010)}-0{draw.randint(1, 9)}-15\n---\n"
    return (head if draw.random() < 0.8 else "") + "Titre du communiqué\n\n" + "\n\n".join(parts)


def change(corpus: Path, draw: random.Random) -> None:
    """Add, change and remove some releases."""
    for _ in range(draw.randint(1, 4)):
        path = corpus / f"r{draw.randint(0, 24):02d}.txt"
        if path.exists() and draw.random() < 0.4 and len(list(corpus.iterdir())) > 3:
            path.unlink()
        else:
            write(corpus, path.name, body(draw))


def searches(library: rag.Library) -> Iterator[Any]:
    for question in ("ministre câble", "the radar of the minister", "Titre chars", "rien", "zzz"):
        for filters in FILTERS:
            for k in (1, 7, 200):
                yield [hit.to_dict() for hit in library.search(question, k, **filters)]  # type: ignore[arg-type]


def same(one: Any, other: Any) -> None:
    if isinstance(one, float):
        assert one == pytest.approx(other, abs=1e-5)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            same(one[key], other[key])
    elif isinstance(one, list):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            same(a, b)
    else:
        assert one == other


def same_hits(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """The same hits. Two whose scores differ by no more than they are rounded to may change
    places, or the last one be the other."""
    assert len(found) == len(expected)
    there = {hit["id"]: hit for hit in expected}
    for hit, wanted in zip(found, expected, strict=True):
        assert hit["score"] == pytest.approx(wanted["score"], abs=1e-5)
        own = there.get(hit["id"])
        if own is None:
            assert hit["score"] == pytest.approx(expected[-1]["score"], abs=3e-6)
            continue
        if own["rank"] != hit["rank"]:
            assert hit["score"] == pytest.approx(wanted["score"], abs=3e-6)
        same({**hit, "rank": 0}, {**own, "rank": 0})


def same_index(one: Path, other: Path) -> None:
    """All that a search asks of an index, and all that it knows of the releases."""
    a, b = open_index(one, None), open_index(other, None)
    assert a.manifest["counts"] == b.manifest["counts"]
    for key in ("languages", "distinct", "sources", "refused", "skipped", "dense"):
        assert a.manifest[key] == b.manifest[key], key
    assert a.records.release_ids() == b.records.release_ids()
    assert a.records.summaries() == b.records.summaries()
    assert a.records.release_digests() == b.records.release_digests()
    for release_id in b.records.release_ids():
        assert a.records.release(release_id) == b.records.release(release_id)
        assert a.records.passages_of(release_id) == b.records.passages_of(release_id)
    assert a.records.release("none") is None
    rows = np.arange(b.passages)
    assert a.records.passages(rows[::-1].tolist()) == b.records.passages(rows[::-1].tolist())
    assert a.vectors(rows).tolist() == b.vectors(rows).tolist()
    assert a.dense.moments == pytest.approx(b.dense.moments, abs=1e-6)
    assert a.lexical.words == b.lexical.words
    assert [sorted(each) for each in a.passage_terms()] == [sorted(x) for x in b.passage_terms()]
    asked = [*b.vocabulary(), *analyse("zzz ministre", "fr")]
    known, expected = a.terms(asked), b.terms(asked)
    assert known.known == expected.known
    assert known.frequency.tolist() == expected.frequency.tolist()
    assert known.sums == pytest.approx(expected.sums, rel=1e-5)
    assert known.squares == pytest.approx(expected.squares, rel=1e-5)
    vector = b.vectors(rows[:1])[0]
    for filters in (Filters(), Filters(languages=("en",)), Filters(date(2002, 1, 1))):
        found = a.candidates(vector, known, filters, 500, 2)
        wanted = b.candidates(vector, expected, filters, 500, 2)
        assert found.rows.tolist() == wanted.rows.tolist()
        assert found.possible == wanted.possible
        assert found.held.tolist() == wanted.held.tolist()
        assert (found.low.tolist(), found.high.tolist()) == (
            wanted.low.tolist(),
            wanted.high.tolist(),
        )
        assert found.dense == pytest.approx(wanted.dense, abs=1e-5)
        assert found.lexical == pytest.approx(wanted.lexical, abs=1e-5)
    a.close()
    b.close()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("every_one", [True, False])
def test_any_sequence_of_updates_finds_what_a_fresh_build_finds(
    corpus: Path,
    index: Path,
    words: WordEncoder,
    generous: None,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    every_one: bool,
) -> None:
    settings = PLAIN
    if not every_one:  # as in a large index: a few candidates of each kind
        monkeypatch.setattr(local, "_EVERY_ONE", 0)
        settings = replace(PLAIN, retrieval=replace(PLAIN.retrieval, candidates=10))
    draw = random.Random(seed)
    for number in range(12):
        write(corpus, f"r{number:02d}.txt", body(draw))
    rag.build(corpus, index, encoder=words, settings=PLAIN)
    base = store.current_generation(index)
    for step in range(4):
        change(corpus, draw)
        words.encoded.clear()
        report = rag.build(corpus, index, encoder=words, settings=PLAIN)
        fresh = index.parent / f"fresh-{step}"
        anew = rag.build(corpus, fresh, encoder=WordEncoder(), settings=PLAIN)
        assert report.encoded == len(words.encoded)
        assert report.encoded + report.reused == anew.encoded
        assert (report.releases, report.passages) == (anew.releases, anew.passages)
        same_index(index, fresh)
        with (
            rag.open(index, encoder=words, settings=settings) as library,
            rag.open(fresh, encoder=words, settings=settings) as other,
        ):
            assert library.manifest["base"] in (base, None)
            assert library.verify(corpus) == []
            for found, expected in zip(searches(library), searches(other), strict=True):
                same_hits(found, expected)
        assert not rag.build(corpus, index, encoder=words, settings=PLAIN).changed


@pytest.fixture
def forty(corpus: Path) -> Path:
    """Forty releases: a tenth of them may change before a whole index is written."""
    draw = random.Random(0)
    for number in range(40):
        write(corpus, f"r{number:02d}.txt", body(draw))
    return corpus


def test_what_is_new_is_written_alone_until_it_is_a_tenth(
    forty: Path, index: Path, words: WordEncoder
) -> None:
    base = rag.build(forty, index, encoder=words, settings=PLAIN).generation
    kept = []
    for number in range(4):
        write(forty, f"s{number}.txt", paragraph(f"neuf{number}"))
        report = rag.build(forty, index, encoder=words, settings=PLAIN)
        assert report.encoded == 1
        place = index / "generations" / report.generation
        with rag.open(index, encoder=words, settings=PLAIN) as library:
            kept.append(library.manifest["base"])
            assert library.search(f"neuf{number}", 1)[0].release.id == f"s{number}"
        assert len(np.load(place / "vectors.npy", mmap_mode="r")) == number + 1
    assert kept == [base] * 4
    assert len(list((index / "generations").iterdir())) == 3  # the base, the last and the live one
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        (forty / "r00.txt").unlink()  # the fifth change
        whole = rag.build(forty, index, encoder=words, settings=PLAIN)
        assert whole.encoded == 0
        write(forty, "s9.txt", paragraph("neuf9"))
        rag.build(forty, index, encoder=words, settings=PLAIN)
        assert not (index / "generations" / base).exists()
        # Who had it open reads on.
        assert library.search("neuf3", 1)[0].release.id == "s3"
        assert library.release("r00").id == "r00"
        assert len(library.search("ministre", 500)) == len(library)
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.manifest["base"] == whole.generation
        assert "r00" not in library.release_ids


def test_a_release_that_comes_back_is_not_encoded_again(
    forty: Path, index: Path, words: WordEncoder
) -> None:
    rag.build(forty, index, encoder=words, settings=PLAIN)
    before = (forty / "r07.txt").read_bytes()
    (forty / "r07.txt").unlink()
    rag.build(forty, index, encoder=words, settings=PLAIN)
    (forty / "r07.txt").write_bytes(before)
    report = rag.build(forty, index, encoder=words, settings=PLAIN)
    assert report.encoded == 0
    fresh = index.parent / "fresh"
    rag.build(forty, fresh, encoder=words, settings=PLAIN)
    same_index(index, fresh)


def test_an_index_whose_releases_only_go(
    forty: Path, index: Path, words: WordEncoder, generous: None
) -> None:
    rag.build(forty, index, encoder=words, settings=PLAIN)
    for number in range(39):
        (forty / f"r{number:02d}.txt").unlink()
    rag.build(forty, index, encoder=words, settings=PLAIN)
    fresh = index.parent / "fresh"
    rag.build(forty, fresh, encoder=words, settings=PLAIN)
    same_index(index, fresh)
    (forty / "r39.txt").write_bytes(b"")
    with pytest.raises(rag.CorpusError):
        rag.build(forty, index, encoder=words, settings=PLAIN)


@pytest.fixture
def changed(forty: Path, index: Path, words: WordEncoder) -> tuple[Path, Path]:
    """The folders of a generation that changes another, and of its base."""
    base = rag.build(forty, index, encoder=words, settings=PLAIN).generation
    write(forty, "r05.txt", paragraph("neuf"))
    live = rag.build(forty, index, encoder=words, settings=PLAIN).generation
    return index / "generations" / live, index / "generations" / base


@pytest.mark.parametrize("large", [True, False])
def test_one_byte_changed_anywhere_is_found(
    changed: tuple[Path, Path],
    index: Path,
    words: WordEncoder,
    monkeypatch: pytest.MonkeyPatch,
    large: bool,
) -> None:
    if large:
        monkeypatch.setattr(store, "_LARGE", 0)
    rag.open(index, encoder=words, settings=PLAIN).close()
    names = [(place, name) for place in changed for name in (*store.FILES, store.MANIFEST)]
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        for place, name in [*names, (changed[0], store.ORDER)]:
            path = place / name
            data = path.read_bytes()
            path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
            with pytest.raises(rag.IndexDamagedError, match="rag build"):
                rag.open(index, encoder=words, settings=PLAIN)
            if name != store.MANIFEST:
                shown = name if place == changed[0] else f"../{place.name}/{name}"
                assert [(d.kind, d.source) for d in library.verify()] == [("damaged", shown)]
            path.write_bytes(data)
        assert library.verify() == []


@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_part_is_mended_by_a_build(
    changed: tuple[Path, Path], forty: Path, index: Path, words: WordEncoder, which: int
) -> None:
    shutil.rmtree(changed[which])
    with pytest.raises(rag.IndexDamagedError, match="rag build"):
        rag.open(index, encoder=words, settings=PLAIN)
    assert rag.build(forty, index, encoder=words, settings=PLAIN).changed
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.verify(forty) == []


def test_an_index_folder_may_be_copied(
    changed: tuple[Path, Path], forty: Path, index: Path, words: WordEncoder
) -> None:
    there = index.parent / "elsewhere" / "copy"
    shutil.copytree(index, there)
    shutil.copytree(forty, there.parent / forty.name)
    shutil.rmtree(index)
    with rag.open(there, encoder=words, settings=PLAIN) as library:
        assert library.search("neuf", 1)[0].release.id == "r05"
        assert library.size_on_disk > sum(f.stat().st_size for f in there.rglob("lexical/*"))


def test_killed_at_each_write_step_of_an_update_nothing_is_lost(
    changed: tuple[Path, Path],
    forty: Path,
    index: Path,
    words: WordEncoder,
    killed_at: KilledBuilds,
) -> None:
    kept = index.parent / "kept"
    shutil.copytree(index, kept)
    write(forty, "t.txt", f"Titre\n\n{paragraph('dernier')}\n")
    (forty / "r01.txt").unlink()
    total = killed_at(0, forty, index).steps
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.manifest["base"] == changed[1].name
        after = library.release_ids
    for step in [1, *range(total - 6, total + 1)]:
        shutil.rmtree(index)
        shutil.copytree(kept, index)
        assert killed_at(step, forty, index).returncode == 9, step
        with rag.open(index, encoder=words, settings=PLAIN) as library:
            old = "r01" in library.release_ids
            assert old == ("t" not in library.release_ids)
            assert library.search("neuf", 1)[0].release.id == "r05"
            assert library.verify(forty) == [] or old
        words.encoded.clear()
        rag.build(forty, index, encoder=words, settings=PLAIN)
        assert words.encoded == [], step
        with rag.open(index, encoder=words, settings=PLAIN) as library:
            assert library.release_ids == after
            assert library.verify(forty) == []


def test_codes_are_kept_and_what_outgrows_them_is_written_whole(
    corpus: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "EXACT_UP_TO", 300)
    monkeypatch.setattr(dense, "_FEW", 20)
    monkeypatch.setattr(dense, "MARGIN", 1)
    monkeypatch.setattr(local, "_EVERY_ONE", 0)
    for number in range(320):
        write(corpus, f"r{number:03d}.txt", f"Titre\n\n{paragraph(f'objet{number}')}\n")
    base = rag.build(corpus, index, encoder=words, settings=PLAIN).generation
    for number in range(0, 30, 2):
        write(corpus, f"r{number:03d}.txt", f"Titre\n\n{paragraph(f'neuf{number}')}\n")
    (corpus / "r031.txt").unlink()
    assert rag.build(corpus, index, encoder=words, settings=PLAIN).encoded == 15
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.manifest["base"] == base
        assert library.manifest["dense"]["learnt_from"] == 320
        for number in (0, 28, 1, 29, 319):
            word = "neuf" if number < 30 and number % 2 == 0 else "objet"
            assert library.search(f"{word}{number}", 1)[0].release.id == f"r{number:03d}"
        everything = [hit.release.id for hit in library.search("communiqué", 400)]
        assert sorted(everything) == library.release_ids
        some = [hit.release.id for hit in library.search("neuf", 50, releases=["r002", "r031"])]
        assert some == ["r002"]
        assert library.verify(corpus) == []
    for number in range(300, 320):  # few enough to be compared one by one, and to be a change
        (corpus / f"r{number:03d}.txt").unlink()
    monkeypatch.setattr(build, "_CHANGED", 0.5)
    assert rag.build(corpus, index, encoder=words, settings=PLAIN).encoded == 0
    with rag.open(index, encoder=words, settings=PLAIN) as library:
        assert library.manifest["base"] is None
        assert library.manifest["dense"]["kind"] == "IndexFlatIP"


def test_half_precision_is_widened_exactly() -> None:
    halves = np.arange(65_536, dtype=np.uint16).view(np.float16)
    finite = halves[np.isfinite(halves)]
    assert dense.singles(finite).tolist() == finite.astype(np.float32).tolist()
