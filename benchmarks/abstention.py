"""Fit and measure the probability that the corpus answers (``rag.answering.confidence``).

Small corpora are drawn, built and searched with the product itself; for each, questions whose
passage is in it (answerable) and questions whose passage is not (unanswerable: for half of them
the rest of the article is there). Passages come from PIAF dev, alone or among PIAF train's, and
from the half of XQuAD that the reader was not trained on, asked in one language over passages in
another. And in an archive, where all of PIAF stands among debates of a parliament: there a question
is made unanswerable by hiding its passage, for half of them its whole article.
The logistic models are fitted on one half of those articles and measured on the other.

    python -m benchmarks.abstention [--data FOLDER] [--calibrate]

``--calibrate`` writes the fitted weights beside the reader's (``calibration.json``).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

import rag
from benchmarks.archive import built_archive
from benchmarks.common import (
    Collection,
    RememberingEncoder,
    RememberingReader,
    load_squad,
    parser,
    record,
    retrieved,
    table,
    write_releases,
)
from benchmarks.quality import held_out
from rag.answering.confidence import reader_features, search_features
from rag.evaluation.abstention import auroc, calibration_error
from rag.indexing import LocalIndex
from rag.models.e5.reader_weights import CALIBRATION, FILE

LANGUAGES = ("en", "de", "es", "ro", "el")
QUESTIONS = 36  # a corpus
ARCHIVES, ARCHIVE_QUESTIONS = (20_000, 203_500), 100


@dataclass(frozen=True, slots=True)
class Draw:
    """A corpus to draw: ``size`` passages of these articles, and ``others`` more of elsewhere."""

    name: str
    passages: Collection
    asked: Collection
    articles: list[str]
    size: int
    others: int = 0


def _features(
    library: rag.Library, question: str, reader: RememberingReader
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What search and reader know of a question's first hit."""
    found = retrieved(library, question, 5)
    hit = found.hits[0]
    return search_features(found, hit), reader_features(found, hit, reader.calibration)


def seen(
    draw: Draw,
    elsewhere: Collection,
    generator: np.random.Generator,
    encoder: RememberingEncoder,
    reader: RememberingReader,
) -> Iterator[tuple[tuple[float, ...], tuple[float, ...], bool]]:
    """What the models see of each question, and whether it is answerable."""
    passages, asked = draw.passages, draw.asked
    wanted = set(draw.articles)
    pool = [n for n, title in enumerate(passages.titles) if title in wanted]
    chosen = set(generator.permutation(pool)[: draw.size].tolist())
    present = {passages.titles[n] for n in chosen}
    mine = [q for q in asked.questions if q.gold in set(pool)]
    inside = [q for q in mine if q.gold in chosen]
    near = [q for q in mine if q.gold not in chosen and asked.titles[q.gold] in present]
    far = [q for q in mine if asked.titles[q.gold] not in present]
    if not far:  # every article is there: the other half's questions are as far as one gets
        far = [q for q in asked.questions if asked.titles[q.gold] not in wanted]
    half = QUESTIONS // 2
    groups = [(inside, half, True), (near, half // 2, False), (far, half - half // 2, False)]
    more = generator.permutation(len(elsewhere.passages))[: draw.others].tolist()
    titles = [passages.titles[n] for n in sorted(chosen)] + [elsewhere.titles[n] for n in more]
    texts = [passages.passages[n] for n in sorted(chosen)] + [elsewhere.passages[n] for n in more]
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write_releases(corpus, titles, texts)
        rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
        library = rag.open(index, encoder=encoder, settings=rag.Settings(), reader=reader)
        for group, count, answerable in groups:
            for at in generator.permutation(len(group))[:count]:
                yield (*_features(library, group[at].text, reader), answerable)


def seen_in_archive(
    library: rag.Library,
    dev: Collection,
    articles: list[str],
    generator: np.random.Generator,
    reader: RememberingReader,
) -> Iterator[tuple[tuple[float, ...], tuple[float, ...], bool]]:
    """The same of an archive: each question once with its passage there and once without it."""
    wanted = set(articles)
    pool = [q for q in dev.questions if dev.titles[q.gold] in wanted]
    index = library._index
    assert isinstance(index, LocalIndex)
    assert len(index.segments) == 1  # a mask over rows is then one over slots
    records = index.records
    releases = {release_id: n for n, release_id in enumerate(library.release_ids)}
    of_passage = np.repeat(np.arange(len(releases)), [one.passages for one in library.summaries])
    allowed = records.allowed
    for number, at in enumerate(generator.permutation(len(pool))[:ARCHIVE_QUESTIONS].tolist()):
        question = pool[at]
        gone = [question.gold]
        if number % 2:
            title = dev.titles[question.gold]
            gone = [n for n, other in enumerate(dev.titles) if other == title]
        there = ~np.isin(of_passage, [releases[f"piaf/dev/{n:05d}.txt"] for n in gone])
        for answerable in (True, False):
            if not answerable:
                records.allowed = lambda _filters, there=there: there  # type: ignore[method-assign,misc]
            seen_of = _features(library, question.text, reader)
            records.allowed = allowed  # type: ignore[method-assign]
            yield (*seen_of, answerable)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--calibrate", action="store_true", help="write what is fitted")
    arguments = options.parse_args()
    from sklearn.linear_model import LogisticRegression

    encoder, reader = RememberingEncoder(), RememberingReader()
    train = load_squad(arguments.data / "piaf/piaf-1.1-train.json")
    dev = load_squad(arguments.data / "piaf/piaf-1.1-dev.json")
    xquad = {code: load_squad(arguments.data / f"xquad/xquad.{code}.json") for code in LANGUAGES}
    generator = np.random.default_rng(1)

    def draws(second: bool) -> list[Draw]:
        french = sorted(held_out(dev.titles))
        if not second:
            french = sorted(set(dev.titles) - set(french))
        crossed = sorted(held_out(xquad["en"].titles))[1 if second else 0 :: 2]
        made = [Draw("French", dev, dev, french, n) for n in (25, 50, 100) for _ in range(4)]
        made += [Draw("French, large", dev, dev, french, 100, n) for n in (400, 1000)] * 2
        for number, (a, b) in enumerate((a, b) for a in LANGUAGES for b in LANGUAGES):
            made.append(Draw("XQuAD pairs", xquad[b], xquad[a], crossed, (20, 40)[number % 2]))
        return made

    halves = []
    for second in (False, True):
        rows: list[tuple[tuple[float, ...], tuple[float, ...], bool]] = []
        names: list[str] = []
        for draw in tqdm(draws(second), desc="held-out half" if second else "fitted half"):
            some = list(seen(draw, train, generator, encoder, reader))
            rows += some
            names += [draw.name] * len(some)
        articles = sorted(held_out(dev.titles))
        if not second:
            articles = sorted(set(dev.titles) - set(articles))
        for size in ARCHIVES:
            index = built_archive(arguments.data, size, encoder)
            library = rag.open(index, encoder=encoder, settings=rag.Settings(), reader=reader)
            some = list(
                tqdm(
                    seen_in_archive(library, dev, articles, generator, reader),
                    desc=f"archive {size}",
                )
            )
            rows += some
            names += [f"archive of {len(library)}"] * len(some)
        encoder.save()
        reader.save()
        search = np.array([row[0] for row in rows])
        whole = np.array([row[0] + row[1] for row in rows])
        halves.append((search, whole, np.array([row[2] for row in rows]), np.array(names)))
    (x_search, x_whole, y, _), (u_search, u_whole, v, names_out) = halves
    columns, lines = {}, []
    fitted: dict[str, list[float]] = {}
    for name, x, u in (("search", x_search, u_search), ("reading", x_whole, u_whole)):
        model = LogisticRegression(C=1.0, max_iter=5000).fit(x, y)
        weights = [model.intercept_[0], *model.coef_[0]]
        fitted[name] = [round(float(w), 3) for w in weights]
        columns[name] = chance = model.predict_proba(u)[:, 1]
        for part in ("all", *dict.fromkeys(names_out.tolist())):
            mask = np.ones(len(v), bool) if part == "all" else names_out == part
            lines.append(
                (
                    "with the reader" if name == "reading" else "search alone",
                    part,
                    int(mask.sum()),
                    f"{auroc(chance[mask], v[mask]):.3f}",
                    f"{calibration_error(chance[mask], v[mask]):.3f}",
                )
            )
    chance = columns["reading"]
    print(json.dumps(fitted))
    if arguments.calibrate:
        path = FILE.with_name(CALIBRATION)
        stored = json.loads(path.read_text(encoding="utf-8")) | fitted
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    costs = [
        (t, f"{(chance[v] < t).mean():.3f}", f"{(chance[~v] >= t).mean():.3f}")
        for t in (0.3, 0.4, 0.5, 0.6, 0.7)
    ]
    text = (
        f"Answerable against unanswerable, fitted on {len(y)} questions, measured on {len(v)} of "
        "other articles: corpora of 20 to 200,000 passages; half of the unanswerable ones have "
        "the rest of their article in the corpus.\n\n"
        + table(("", "questions", "n", "AUROC", "calibration error"), lines)
        + "\n\nWith the reader:\n\n"
        + table(("threshold", "answerable lost", "unanswerable answered"), costs)
    )
    record("Abstention", "python -m benchmarks.abstention", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
