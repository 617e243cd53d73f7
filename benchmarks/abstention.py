"""Fit and measure the probability that the corpus answers (``rag.answering.confidence``).

- Small corpora: passages are drawn, indexed and searched. Answerable questions have their passage
  in the corpus. Unanswerable ones do not; for half of those, other passages of the article are in
  it. The passages come from PIAF dev, alone or among PIAF train's, and from the half of XQuAD that
  the reader was not trained on, with questions in one language over passages in another.
- Archives: all of PIAF among debates of a parliament. A question is made unanswerable by hiding
  its passage, or, for half of the questions, its whole article.

The logistic models are fitted on one half of the articles and measured on the other half.

    python -m benchmarks.abstention [--data FOLDER] [--calibrate]

``--calibrate`` writes the fitted weights into ``calibration.json`` beside the reader's weights.
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
    XQUAD_LANGUAGES,
    CachedEncoder,
    CachedReader,
    Dataset,
    load_piaf,
    load_xquad,
    parser,
    record,
    retrieve,
    table,
    write_releases,
)
from benchmarks.quality import held_out
from rag.answering.confidence import reader_features, search_features
from rag.evaluation.abstention import auroc, calibration_error
from rag.indexing import LocalIndex
from rag.models.e5.reader_weights import CALIBRATION, FILE

QUESTIONS = 36  # per corpus
ARCHIVES, ARCHIVE_QUESTIONS = (20_000, 203_500), 100


Features = tuple[float, ...]
Case = tuple[Features, Features, bool]
"""What the search and the reader know of a question's first hit, and whether it is answerable."""


@dataclass(frozen=True, slots=True)
class CorpusPlan:
    """How to draw a small corpus.

    Attributes:
        name: of its group in the report.
        passages: where its passages come from.
        asked: the same questions, perhaps in another language.
        articles: titles of the articles to draw from.
        size: number of passages from these articles.
        others: number of passages from other articles.
    """

    name: str
    passages: Dataset
    asked: Dataset
    articles: list[str]
    size: int
    others: int = 0


def _features(
    library: rag.Library, question: str, reader: CachedReader
) -> tuple[Features, Features]:
    """What the search and the reader know of a question's first hit."""
    result = retrieve(library, question, 5)
    hit = result.hits[0]
    return search_features(result, hit), reader_features(result, hit, reader.calibration)


def small_corpus_cases(
    plan: CorpusPlan,
    background: Dataset,
    generator: np.random.Generator,
    encoder: CachedEncoder,
    reader: CachedReader,
) -> Iterator[Case]:
    """Draw and index a small corpus; the cases of its questions.

    Args:
        background: where the passages of other articles come from.
    """
    passages, asked = plan.passages, plan.asked
    articles = set(plan.articles)
    pool = [n for n, title in enumerate(passages.titles) if title in articles]
    chosen = set(generator.permutation(pool)[: plan.size].tolist())
    present = {passages.titles[n] for n in chosen}
    candidates = [q for q in asked.questions if q.gold in set(pool)]
    inside = [q for q in candidates if q.gold in chosen]
    near = [q for q in candidates if q.gold not in chosen and asked.titles[q.gold] in present]
    far = [q for q in candidates if asked.titles[q.gold] not in present]
    if not far:  # every article is in the corpus: take questions about the other half's articles
        far = [q for q in asked.questions if asked.titles[q.gold] not in articles]
    half = QUESTIONS // 2
    groups = [(inside, half, True), (near, half // 2, False), (far, half - half // 2, False)]
    more = generator.permutation(len(background.passages))[: plan.others].tolist()
    titles = [passages.titles[n] for n in sorted(chosen)] + [background.titles[n] for n in more]
    texts = [passages.passages[n] for n in sorted(chosen)] + [background.passages[n] for n in more]
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write_releases(corpus, titles, texts)
        rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
        library = rag.open(index, encoder=encoder, settings=rag.Settings(), reader=reader)
        for group, count, answerable in groups:
            for n in generator.permutation(len(group))[:count]:
                yield (*_features(library, group[n].text, reader), answerable)


def archive_cases(
    library: rag.Library,
    dev: Dataset,
    articles: list[str],
    generator: np.random.Generator,
    reader: CachedReader,
) -> Iterator[Case]:
    """The cases of an archive: each question once with its passage and once without it."""
    titles = set(articles)
    pool = [q for q in dev.questions if dev.titles[q.gold] in titles]
    index = library._index
    assert isinstance(index, LocalIndex)
    assert len(index.segments) == 1  # a mask over rows is then one over slots
    records = index.records
    releases = {release_id: n for n, release_id in enumerate(library.release_ids)}
    of_passage = np.repeat(np.arange(len(releases)), [one.passages for one in library.summaries])
    allowed = records.allowed
    for number, n in enumerate(generator.permutation(len(pool))[:ARCHIVE_QUESTIONS].tolist()):
        question = pool[n]
        hidden = [question.gold]
        if number % 2:
            title = dev.titles[question.gold]
            hidden = [n for n, other in enumerate(dev.titles) if other == title]
        visible = ~np.isin(of_passage, [releases[f"piaf/dev/{n:05d}.txt"] for n in hidden])
        for answerable in (True, False):
            if not answerable:
                records.allowed = lambda _filters, visible=visible: visible  # type: ignore[method-assign,misc]
            features = _features(library, question.text, reader)
            records.allowed = allowed  # type: ignore[method-assign]
            yield (*features, answerable)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--calibrate", action="store_true", help="write the fitted weights")
    arguments = options.parse_args()
    from sklearn.linear_model import LogisticRegression

    encoder, reader = CachedEncoder(), CachedReader()
    train, dev = load_piaf(arguments.data)
    xquad = {code: load_xquad(arguments.data, code) for code in XQUAD_LANGUAGES}
    generator = np.random.default_rng(1)

    def plans(articles: list[str], second: bool) -> list[CorpusPlan]:
        xquad_articles = sorted(held_out(xquad["en"].titles))[1 if second else 0 :: 2]
        small = [
            CorpusPlan("French", dev, dev, articles, n) for n in (25, 50, 100) for _ in range(4)
        ]
        large = [CorpusPlan("French, large", dev, dev, articles, 100, n) for n in (400, 1000)] * 2
        pairs = [(xquad[b], xquad[a]) for a in XQUAD_LANGUAGES for b in XQUAD_LANGUAGES]
        return [
            *small,
            *large,
            *(
                CorpusPlan("XQuAD pairs", passages, asked, xquad_articles, (20, 40)[number % 2])
                for number, (passages, asked) in enumerate(pairs)
            ),
        ]

    halves = []
    for second in (False, True):
        cases: list[Case] = []
        names: list[str] = []
        second_half = held_out(dev.titles)
        articles = sorted(second_half if second else set(dev.titles) - second_half)
        for plan in tqdm(
            plans(articles, second), desc="held-out half" if second else "fitted half"
        ):
            new = list(small_corpus_cases(plan, train, generator, encoder, reader))
            cases += new
            names += [plan.name] * len(new)
        for size in ARCHIVES:
            index = built_archive(arguments.data, size, encoder)
            library = rag.open(index, encoder=encoder, settings=rag.Settings(), reader=reader)
            new = list(
                tqdm(
                    archive_cases(library, dev, articles, generator, reader),
                    desc=f"archive {size}",
                )
            )
            cases += new
            names += [f"archive of {len(library)}"] * len(new)
        encoder.save()
        reader.save()
        search = np.array([case[0] for case in cases])
        both = np.array([case[0] + case[1] for case in cases])
        halves.append((search, both, np.array([case[2] for case in cases]), np.array(names)))
    (x_search, x_both, y, _), (u_search, u_both, v, groups) = halves
    lines = []
    fitted: dict[str, list[float]] = {}
    for name, x, u in (("search", x_search, u_search), ("reading", x_both, u_both)):
        model = LogisticRegression(C=1.0, max_iter=5000).fit(x, y)
        weights = [model.intercept_[0], *model.coef_[0]]
        fitted[name] = [round(float(w), 3) for w in weights]
        p = model.predict_proba(u)[:, 1]
        for part in ("all", *dict.fromkeys(groups.tolist())):
            mask = np.ones(len(v), bool) if part == "all" else groups == part
            lines.append(
                (
                    "with the reader" if name == "reading" else "search alone",
                    part,
                    int(mask.sum()),
                    f"{auroc(p[mask], v[mask]):.3f}",
                    f"{calibration_error(p[mask], v[mask]):.3f}",
                )
            )
    print(json.dumps(fitted))
    if arguments.calibrate:
        path = FILE.with_name(CALIBRATION)
        stored = json.loads(path.read_text(encoding="utf-8")) | fitted
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    costs = [
        (t, f"{(p[v] < t).mean():.3f}", f"{(p[~v] >= t).mean():.3f}")
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
