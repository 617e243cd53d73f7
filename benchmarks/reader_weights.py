"""How the reader's two scores weigh beside the search's, and how many passages it reads.

PIAF dev, the first half of its articles (every second one), over all passages; the other half is
what ``benchmarks.quality`` reports as held out. Every question's first twenty candidates are read.

    python -m benchmarks.reader_weights [--data FOLDER]
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tqdm import tqdm

from benchmarks.common import (
    Collection,
    RememberingEncoder,
    RememberingReader,
    load_squad,
    parser,
    record,
    table,
)
from benchmarks.quality import PLAIN, held_out, shelve

DEPTH = 20
WEIGHTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder, reader = RememberingEncoder(), RememberingReader()
    train = load_squad(arguments.data / "piaf/piaf-1.1-train.json")
    dev = load_squad(arguments.data / "piaf/piaf-1.1-dev.json")
    out = held_out(dev.titles)
    offset = len(train.passages)
    whole = Collection(train.titles + dev.titles, train.passages + dev.passages, [])
    questions = [q for q in dev.questions if dev.titles[q.gold] not in out]
    shape = (len(questions), DEPTH)
    fused, span, answers, right = (np.zeros(shape) for _ in range(4))
    settings = replace(PLAIN, reader=replace(PLAIN.reader, enabled=False))
    with (
        shelve(whole.titles, whole.passages, encoder, reader) as shelf,
        shelf.open(settings) as library,
    ):
        for row, question in enumerate(tqdm(questions, mininterval=5)):
            hits = library.search(question.text, DEPTH)
            readings = reader.read(
                (question.text, hit.release.title, hit.passage.text) for hit in hits
            )
            for at, (hit, reading) in enumerate(zip(hits, readings, strict=True)):
                fused[row, at] = hit.score
                span[row, at], answers[row, at] = reader.calibration.limit(
                    reading.span_score, reading.answerable
                )
                right[row, at] = int(hit.release.id) == question.gold + offset

    def measure(
        span_weight: float, answerable_weight: float, depth: int = DEPTH
    ) -> tuple[float, float]:
        score = fused + span_weight * span + answerable_weight * answers
        score[:, depth:] = fused[:, depth:] - 1000.0
        order = np.argsort(-score, axis=1, kind="stable")
        ranked = np.take_along_axis(right, order, axis=1)
        found = ranked.argmax(axis=1) + 1
        reciprocal = np.where(ranked.any(axis=1) & (found <= 10), 1.0 / found, 0.0)
        return float(ranked[:, 0].mean()), float(reciprocal.mean())

    rows = [(a, *("{:.3f} / {:.3f}".format(*measure(a, b)) for b in WEIGHTS)) for a in WEIGHTS]
    best = max(
        ((a, b) for a in WEIGHTS for b in WEIGHTS), key=lambda pair: sum(measure(pair[0], pair[1]))
    )
    depths = [
        (n, *(f"{v:.3f}" for v in measure(best[0], best[1], n))) for n in (1, 3, 5, 8, 10, 15, 20)
    ]
    text = (
        f"PIAF dev, first half: {len(questions)} questions over {len(whole.passages)} passages. "
        "R@1 / MRR@10 by the weight of the span's logit (down) and of the answerable "
        f"logit (across), {DEPTH} passages read:\n\n"
        + table(("", *map(str, WEIGHTS)), rows)
        + f"\n\nAt {best[0]} and {best[1]}, by how many are read:\n\n"
        + table(("passages", "R@1", "MRR@10"), depths)
    )
    record(
        "Reader weights", "python -m benchmarks.reader_weights", text, write=not arguments.no_write
    )


if __name__ == "__main__":
    main()
