"""Fit the probability that a hit's words are one of several things that are asked for.

It is fitted on the lists of the part ``dev`` of ``benchmarks.bodies``, without other texts. Each
passage that was read for one thing and that names what the question names is a case; it is right
if the reader's words are an item of the list. The features are the reader's two logits.

    python -m benchmarks.items [--data FOLDER] [--calibrate]

``--calibrate`` writes the weights into ``calibration.json`` beside the reader's weights.
"""

from __future__ import annotations

import json

import numpy as np

from benchmarks.abstention import fit, predict
from benchmarks.bodies import is_value, read_questions
from benchmarks.bodies_archive import archive
from benchmarks.common import CachedEncoder, CachedReader, library_of, parser, retrieve
from rag.answering.checks.presence import find_missing
from rag.models.e5.reader_weights import CALIBRATION, FILE


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--calibrate", action="store_true", help="write the fitted weights")
    arguments = options.parse_args()
    reader = CachedReader()
    features, right = [], []
    with library_of(archive(arguments.data, 0), CachedEncoder(), reader) as library:
        for asked in read_questions():
            if (asked.kind, asked.part, asked.corpus) != ("list", "dev", "bodies"):
                continue
            result = retrieve(library, asked.text, 10)
            for hit in result.each:
                match = hit.match
                if match.span is None or find_missing(result.query, hit.release).missing:
                    continue
                words = hit.release.body[match.span.start : match.span.end]
                logits = match.span_score or 0.0, match.answerable or 0.0
                features.append(reader.calibration.limit(*logits))
                right.append(any(is_value(words, item) for item in asked.expect))
    weights = fit(features, right)
    probabilities, truth = predict(weights, features), np.array(right)
    print(f"{len(right)} passages, {truth.sum()} with an item; weights {weights}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        taken = probabilities >= threshold
        print(
            f"from {threshold}: precision {truth[taken].mean():.2f}, recall "
            f"{truth[taken].sum() / truth.sum():.2f}"
        )
    if arguments.calibrate:
        path = FILE.with_name(CALIBRATION)
        stored = json.loads(path.read_text(encoding="utf-8")) | {"items": weights}
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
