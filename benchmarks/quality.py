"""Retrieval and sentence quality on PIAF and XQuAD, through the product's own search.

Every passage is a release of its own (the article's title as its title); the whole set is the
corpus. A question whose passage is not found counts as zero.

    python -m benchmarks.quality [--data FOLDER]
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

import rag
from benchmarks.common import (
    Collection,
    Question,
    RememberingEncoder,
    load_squad,
    parser,
    record,
    table,
    write_releases,
)
from rag.answering import sentences

DEPTH = 100


def ranks(library: rag.Library, questions: Sequence[Question]) -> np.ndarray:
    """Rank of each question's passage, from 1; infinity where it is not among the first 100."""
    found = np.full(len(questions), np.inf)
    for at, question in enumerate(questions):
        for hit in library.search(question.text, DEPTH):
            if int(hit.release.id) == question.gold:
                found[at] = hit.rank
                break
    return found


def measures(found: np.ndarray) -> list[str]:
    """R@1, R@5, R@20 and MRR@10 of the ranks (one relevant passage a question)."""
    recall = [f"{np.mean(found <= k):.3f}" for k in (1, 5, 20)]
    reciprocal = np.where(found <= 10, 1.0 / found, 0.0).mean()
    return [*recall, f"{reciprocal:.3f}"]


def sentence_accuracy(
    library: rag.Library, questions: Sequence[Question], encoder: RememberingEncoder, weight: float
) -> float:
    """Share of the questions whose answer's words stand in the sentence chosen, passage given
    (passages of one sentence left out)."""
    held = sentences.LEXICAL_WEIGHT
    sentences.LEXICAL_WEIGHT = weight
    right = []
    try:
        for question in questions:
            release = library.release(f"{question.gold:05d}")
            for passage in library.passages(release.id):
                answer = " ".join(question.answers[0].split())
                if answer not in passage.text:
                    continue
                vector = encoder.encode_queries([question.text])[0]
                rated = sentences.rate_sentences(release, passage, question.text, vector, encoder)
                if len(rated) > 1:
                    span = rated[sentences.best_sentence(rated)].span
                    right.append(answer in release.body[span.start : span.end])
                break
    finally:
        sentences.LEXICAL_WEIGHT = held
    return float(np.mean(right))


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder = RememberingEncoder()
    train = load_squad(arguments.data / "piaf/piaf-1.1-train.json")
    dev = load_squad(arguments.data / "piaf/piaf-1.1-dev.json")
    offset = len(train.passages)
    piaf = Collection(
        train.titles + dev.titles,
        train.passages + dev.passages,
        [replace(question, gold=question.gold + offset) for question in dev.questions],
    )
    generator = np.random.default_rng(0)
    tuning = [train.questions[i] for i in generator.permutation(len(train.questions))[:1000]]
    rows = []
    accuracy = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_releases(place / "piaf", piaf.titles, piaf.passages)
        plain = rag.Settings()
        for title in (False, True):
            settings = replace(plain, corpus=replace(plain.corpus, with_title=title))
            rag.build(place / "piaf", place / "index", encoder=encoder, settings=settings)
            encoder.save()
            for name, weight in (("dense", 1.0), ("BM25", 0.0), ("fusion", None)):
                retrieval = plain.retrieval
                if weight is not None:
                    retrieval = replace(retrieval, dense_weight=weight)
                chosen = replace(settings, retrieval=retrieval)
                with rag.open(place / "index", encoder=encoder, settings=chosen) as library:
                    rows.append(
                        (
                            f"{name}{', with titles' if title else ''}",
                            *measures(ranks(library, tuning)),
                            *measures(ranks(library, piaf.questions)),
                        )
                    )
                encoder.save()
        with rag.open(place / "index", encoder=encoder, settings=plain) as library:
            for weight in (0.0, 0.3, 0.5, 0.7, 1.0):
                scores = [
                    f"{sentence_accuracy(library, questions[:600], encoder, weight):.3f}"
                    for questions in (tuning, piaf.questions)
                ]
                accuracy.append((weight, *scores))
        encoder.save()
    header = ["", *(f"{m} {s}" for s in ("train", "dev") for m in ("R@1", "R@5", "R@20", "MRR@10"))]
    text = (
        f"PIAF, {len(tuning)} questions of train (choices were made on these) and "
        f"{len(piaf.questions)} of dev over all {len(piaf.passages)} passages. The default is "
        "fusion with titles.\n\n"
        + table(header, rows)
        + "\n\nThe sentence chosen holds the answer's words (passage given, 600 questions each), "
        "by the weight of the words against the vectors:\n\n"
        + table(("lexical weight", "train", "dev"), accuracy)
    )
    record("Quality", "python -m benchmarks.quality", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
