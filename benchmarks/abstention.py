"""Fit and measure the first abstention rule (``rag.answering.confidence``).

Small corpora are drawn from PIAF and XQuAD and built and searched with the product itself; for
each, questions whose passage is in it (answerable) and questions whose passage is not
(unanswerable: for half of them the rest of the article is there). XQuAD questions are asked in one
language over passages in another. A logistic model is fitted on PIAF train and half of XQuAD's
articles, and measured on PIAF dev and the other half.

    python -m benchmarks.abstention [--data FOLDER]
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

import rag
from benchmarks.common import (
    Collection,
    RememberingEncoder,
    load_squad,
    parser,
    record,
    table,
    write_releases,
)
from rag.answering.confidence import features
from rag.retrieval import Signals

LANGUAGES = ("en", "de", "es", "ro", "el")


def signals_of(
    passages: Collection,
    asked: Collection,
    articles: list[str],
    size: int,
    questions: int,
    generator: np.random.Generator,
    encoder: RememberingEncoder,
) -> Iterator[tuple[Signals, bool]]:
    """Draw a corpus of ``size`` passages of these articles and ask it questions."""
    pool = [n for n, title in enumerate(passages.titles) if title in set(articles)]
    chosen = set(generator.permutation(pool)[:size].tolist())
    present = {passages.titles[n] for n in chosen}
    inside = [q for q in asked.questions if q.gold in chosen]
    near = [
        q
        for q in asked.questions
        if q.gold in set(pool) - chosen and asked.titles[q.gold] in present
    ]
    far = [q for q in asked.questions if asked.titles[q.gold] not in present and q.gold in pool]
    if not far:  # every article is there: the other sets' questions are as far as one gets
        far = [q for q in asked.questions if asked.titles[q.gold] not in present]
    half = questions // 2
    groups = [(inside, half, True), (near, half // 2, False), (far, half - half // 2, False)]
    with tempfile.TemporaryDirectory() as folder:
        order = sorted(chosen)
        write_releases(
            Path(folder) / "c",
            [passages.titles[n] for n in order],
            [passages.passages[n] for n in order],
        )
        rag.build(Path(folder) / "c", Path(folder) / "i", encoder=encoder, settings=rag.Settings())
        with rag.open(Path(folder) / "i", encoder=encoder, settings=rag.Settings()) as library:
            for group, count, answerable in groups:
                for at in generator.permutation(len(group))[:count]:
                    result = library._search(group[at].text, 5, None, None, None, None)
                    yield result.signals, answerable


def collect(
    plan: list[tuple[Collection, Collection, list[str], int]],
    questions: int,
    seed: int,
    encoder: RememberingEncoder,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    generator = np.random.default_rng(seed)
    rows, labels = [], []
    for passages, asked, articles, size in plan:
        for signals, answerable in signals_of(
            passages, asked, articles, size, questions, generator, encoder
        ):
            rows.append(features(signals))
            labels.append(answerable)
    return np.array(rows), np.array(labels)


def calibration_error(chance: npt.NDArray[np.float64], truth: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return float(
        sum(
            abs(chance[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean()
            for b in range(10)
            if (bins == b).any()
        )
    )


def main() -> None:
    arguments = parser(__doc__).parse_args()
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    encoder = RememberingEncoder()
    train = load_squad(arguments.data / "piaf/piaf-1.1-train.json")
    dev = load_squad(arguments.data / "piaf/piaf-1.1-dev.json")
    xquad = {code: load_squad(arguments.data / f"xquad/xquad.{code}.json") for code in LANGUAGES}
    # XQuAD's titles are those of the English set in every language.
    names = sorted(set(xquad["en"].titles))
    first, second = names[::2], names[1::2]
    sizes = (25, 50, 100, 200)
    large = 800  # of train only: dev has 309 passages
    pairs = [(a, b) for a in LANGUAGES for b in LANGUAGES]

    def plan(
        french: Collection, articles: list[str]
    ) -> list[tuple[Collection, Collection, list[str], int]]:
        monolingual = [
            (french, french, sorted(set(french.titles)), size) for size in sizes for _ in range(8)
        ]
        crossed = [
            (xquad[a], xquad[b], articles, size)
            for number, (a, b) in enumerate(pairs)
            for size in (sizes[number % 2],)
        ]
        return monolingual + crossed

    wide = [(train, train, sorted(set(train.titles)), large)] * 4
    x, y = collect(plan(train, first) + wide, 60, 1, encoder)
    u, v = collect(plan(dev, second), 60, 2, encoder)
    encoder.save()
    model = LogisticRegression(C=10.0, max_iter=2000).fit(x, y)
    chance = model.predict_proba(u)[:, 1]
    print(f"INTERCEPT = {model.intercept_[0]:.3f}")
    print("WEIGHTS =", tuple(round(float(w), 3) for w in model.coef_[0]))
    rows = []
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        lost = float((chance[v] < threshold).mean())
        shown = float((chance[~v] >= threshold).mean())
        rows.append((threshold, f"{lost:.3f}", f"{shown:.3f}"))
    french = np.zeros(len(v), bool)
    french[: 60 * 8 * len(sizes)] = True
    quality = [
        (
            name,
            int(part.sum()),
            f"{roc_auc_score(v[part], chance[part]):.3f}",
            f"{calibration_error(chance[part], v[part]):.3f}",
        )
        for name, part in (
            ("all", np.ones(len(v), bool)),
            ("French", french),
            ("XQuAD, 25 language pairs", ~french),
        )
    ]
    text = (
        "Answerable against unanswerable, held-out corpora of 25 to 200 passages; half of the "
        "unanswerable questions have the rest of their article in the corpus.\n\n"
        + table(("questions", "n", "AUROC", "calibration error"), quality)
        + "\n\n"
        + table(("threshold", "answerable lost", "unanswerable answered"), rows)
    )
    record("Abstention", "python -m benchmarks.abstention", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
