"""Updates that hold what is new beside what stands: every search is that of a fresh build."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import rag
from rag.indexing import build, local, open_index, store
from rag.language.terms import analyse
from rag.types import Filters
from tests.conftest import WordEncoder, paragraph, write
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


@pytest.mark.parametrize("seed", range(6))
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
    for step in range(6):
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
