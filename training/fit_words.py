"""Fit the model of "these words are right", with which an answer is shown or withheld.

    python -m training.fit_words [--data FOLDER] [--write]

It is asked over bodies of releases whose answers are known, for development alone: PIAF dev's first
half among all passages of PIAF, and XQuAD's articles of the fitted half, each with other names,
years, roles and events exchanged (``training.swaps``) and with the right passage taken out; the
development part of ``benchmarks.said``; real releases. It prints how well a model of the other
articles and releases does for each. ``--write`` puts the weights into ``calibration.json``.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

import rag
from benchmarks import releases, said
from benchmarks.abstention import Case, ask, fit, predict, release_cases
from benchmarks.common import (
    QUESTIONS,
    SEEDS,
    XQUAD_LANGUAGES,
    CachedEncoder,
    CachedReader,
    Dataset,
    join,
    load_piaf,
    load_xquad,
    parser,
    table,
    write_releases,
)
from benchmarks.quality import ALWAYS_ANSWER, held_out
from rag.evaluation.abstention import auroc, calibration_error
from rag.messages import use
from rag.models.e5.reader_weights import CALIBRATION, FILE
from training.swaps import Swapper

FOLDS = 10
THRESHOLDS = (0.1, 0.15, 0.2)
# Questions of XQuAD for each language of the passages, in the same language and in each other one.
SAME, OTHER = 30, 6


@dataclass(frozen=True, slots=True)
class Fitted:
    """A case, and what may not stand on both sides of a fold: its article or its release."""

    case: Case
    origin: str


@contextmanager
def opened(corpus: Path, encoder: CachedEncoder, reader: CachedReader) -> Iterator[rag.Library]:
    """A library over a folder that answers whatever it is asked."""
    with tempfile.TemporaryDirectory() as work:
        index = Path(work) / "index"
        rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
        with rag.open(index, encoder=encoder, settings=ALWAYS_ANSWER, reader=reader) as library:
            yield library


@contextmanager
def opened_passages(
    dataset: Dataset, encoder: CachedEncoder, reader: CachedReader
) -> Iterator[rag.Library]:
    """The same over the passages of a dataset, each a release."""
    with tempfile.TemporaryDirectory() as work:
        write_releases(Path(work), dataset.titles, dataset.passages)
        with opened(Path(work), encoder, reader) as library:
            yield library


def without_passage(library: rag.Library, question: str, gold: int, group: str) -> Case:
    """The case of a question whose passage is left out."""
    others = [one for one in library.release_ids if not one.startswith(f"{gold:05d}")]
    return ask(library, question, (), group, answerable=False, among=others)


def piaf_cases(data: Path, encoder: CachedEncoder, reader: CachedReader) -> Iterator[Fitted]:
    """Every question of the first half; every second one swapped, every fourth without its
    passage."""
    train, dev = load_piaf(data)
    all_passages, second = join(train, dev), held_out(dev.titles)
    swapper = Swapper("fr", [question.text for question in dev.questions])
    generator = random.Random(5)
    titles = all_passages.titles
    asked = [q for q in all_passages.questions if titles[q.gold] not in second]
    with opened_passages(all_passages, encoder, reader) as library:
        for number, question in enumerate(tqdm(asked, desc="PIAF")):
            title, text = titles[question.gold], question.text
            yield Fitted(ask(library, text, question.answers, "PIAF", answerable=True), title)
            context = f"{title}\n{all_passages.passages[question.gold]}"
            swapped = swapper.swap(text, context, generator)
            if swapped and number % 2 == 0:
                case = ask(library, swapped, (), "PIAF, swapped", answerable=False)
                yield Fitted(case, title)
            if number % 4 == 1:
                case = without_passage(library, text, question.gold, "PIAF, passage out")
                yield Fitted(case, title)


def xquad_cases(data: Path, encoder: CachedEncoder, reader: CachedReader) -> Iterator[Fitted]:
    """Questions in each language over passages in each, and swapped in the passages' language."""
    sets = {code: load_xquad(data, code) for code in XQUAD_LANGUAGES}
    articles = set(sorted(held_out(sets["en"].titles))[0::2])
    generator = random.Random(6)
    for code, dataset in tqdm(sets.items(), desc="XQuAD"):
        swapper = Swapper(code, [question.text for question in dataset.questions])
        pool = [n for n, q in enumerate(dataset.questions) if dataset.titles[q.gold] in articles]
        with opened_passages(dataset, encoder, reader) as library:
            for other, in_other in sets.items():
                generator.shuffle(pool)
                for n in pool[: SAME if other == code else OTHER]:
                    answers, gold = dataset.questions[n].answers, dataset.questions[n].gold
                    text, title = in_other.questions[n].text, dataset.titles[gold]
                    group = "XQuAD" if other == code else "XQuAD, two languages"
                    yield Fitted(ask(library, text, answers, group, answerable=True), title)
                    if other == code:
                        context = f"{title}\n{dataset.passages[gold]}"
                        swapped = swapper.swap(text, context, generator)
                        if swapped:
                            case = ask(library, swapped, (), "XQuAD, swapped", answerable=False)
                            yield Fitted(case, title)
                    elif n % 2:
                        yield Fitted(without_passage(library, text, gold, group), title)


def said_cases(data: Path, encoder: CachedEncoder, reader: CachedReader) -> Iterator[Fitted]:
    """The development part of the swapped questions and of the false premises."""
    for corpus, folder in {"seeds": SEEDS, "wikinews": data / said.WIKINEWS}.items():
        with opened(folder, encoder, reader) as library:
            for name in ("swaps", "premises"):
                path = QUESTIONS / f"{name}.jsonl"
                rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
                origins = {row["id"]: row["release"] for row in rows}
                for item in said.read_set(path):
                    if item.part == "dev" and corpus in item.corpora:
                        answerable = item.expect == "answer"
                        case = ask(library, item.text, item.answers, name, answerable=answerable)
                        yield Fitted(case, origins[item.id])


def cross_validated(cases: list[Fitted]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """(n,) the probability of right words for each case, by a model of the other origins."""
    origins = sorted({one.origin for one in cases})
    fold = {origin: n % FOLDS for n, origin in enumerate(origins)}
    folds = np.array([fold[one.origin] for one in cases])
    x = np.array([one.case.words for one in cases])
    y = [one.case.right for one in cases]
    found = np.zeros(len(cases))
    for n in range(FOLDS):
        inside = [k for k in range(len(cases)) if folds[k] != n]
        weights = fit([tuple(x[k]) for k in inside], [y[k] for k in inside])
        found[folds == n] = predict(weights, x[folds == n])
    return found


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write the weights")
    arguments = options.parse_args()
    encoder, reader, data = CachedEncoder(), CachedReader(), arguments.data
    # Without these weights a part's confidence is that its passage answers, which is a feature.
    reader.calibration = replace(reader.calibration, words=())
    found: list[Fitted] = []
    with use("fr"):
        for cases in (said_cases, piaf_cases, xquad_cases):
            found += cases(data, encoder, reader)
            encoder.save()
            reader.save()
        of_releases = release_cases(data / releases.FOLDER, encoder, reader)
        found += (Fitted(case, f"releases {n}") for n, case in enumerate(of_releases))
    shown = [one for one in found if one.case.words is not None]
    weights = fit([one.case.words or () for one in shown], [one.case.right for one in shown])
    p, right = cross_validated(shown), np.array([one.case.right for one in shown])
    groups = np.array([one.case.group for one in shown])
    rows = []
    for group in dict.fromkeys(groups.tolist()):
        of, asked = groups == group, sum(one.case.group == group for one in found)
        sizes = (
            f"{(p[of] >= t).sum()}, {right[of & (p >= t)].sum()} right" for t in (0.1, 0.15, 0.2)
        )
        error = f"{calibration_error(p[of], right[of]):.3f}"
        rows.append((group, asked, f"{auroc(p[of], right[of]):.3f}", error, *sizes))
    header = ("questions", "n", "AUROC", "calibration error", *(f"from {t}" for t in THRESHOLDS))
    print(table(header, rows))
    print(json.dumps({"words": weights}))
    if arguments.write:
        path = FILE.with_name(CALIBRATION)
        stored = json.loads(path.read_text(encoding="utf-8")) | {"words": weights}
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
