"""Choose the weights of the reader's two scores, and the number of passages that it reads.

The questions are those of one half of PIAF dev's articles (every second one), over all passages of
PIAF. ``benchmarks.quality`` reports the other half as held out. The reader reads the first twenty
candidates of each question.

    python -m benchmarks.reader_weights [--data FOLDER]
"""

from __future__ import annotations

import numpy as np
from tqdm import tqdm

from benchmarks.common import CachedEncoder, CachedReader, join, load_piaf, parser, record, table
from benchmarks.quality import READER_OFF, held_out, index_passages

DEPTH = 20
WEIGHTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder, reader = CachedEncoder(), CachedReader()
    train, dev = load_piaf(arguments.data)
    titles = held_out(dev.titles)
    dataset = join(train, dev)
    questions = [q for q in dataset.questions if dataset.titles[q.gold] not in titles]
    shape = (len(questions), DEPTH)
    fused, span, answerable, right = (np.zeros(shape) for _ in range(4))
    with (
        index_passages(dataset.titles, dataset.passages, encoder, reader) as index,
        index.open(READER_OFF) as library,
    ):
        for row, question in enumerate(tqdm(questions, mininterval=5)):
            hits = library.search(question.text, DEPTH)
            readings = reader.read(
                (question.text, hit.release.title, hit.passage.text) for hit in hits
            )
            for column, (hit, reading) in enumerate(zip(hits, readings, strict=True)):
                fused[row, column] = hit.score
                span[row, column], answerable[row, column] = reader.calibration.limit(
                    reading.span_score, reading.answerable
                )
                right[row, column] = int(hit.release.id) == question.gold

    def measure(
        span_weight: float, answerable_weight: float, depth: int = DEPTH
    ) -> tuple[float, float]:
        """R@1 and MRR@10 with these weights, if the reader reads ``depth`` passages."""
        score = fused + span_weight * span + answerable_weight * answerable
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
        f"PIAF dev, first half: {len(questions)} questions over {len(dataset.passages)} passages. "
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
