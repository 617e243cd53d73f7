"""Compare FAISS indexes on 200,000 real vectors: recall, search time and build time.

The choice in ``rag.indexing.dense`` rests on these figures.

    python -m benchmarks.neighbours
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

import rag
from benchmarks.archive import built_archive
from benchmarks.common import parser, record, table
from benchmarks.scale import REAL, questions
from rag.indexing import LocalIndex, dense_writer
from rag.models import load_encoder

faiss: Any = importlib.import_module("faiss")  # its stubs do not know the Python layer


def build(kind: str, vectors: Any) -> tuple[Any, float]:
    """An index made by a FAISS factory string, and the seconds that this took."""
    start = time.perf_counter()
    index = faiss.index_factory(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    if kind.startswith("IVF"):
        index.by_residual = False
        index.cp.niter = 8
    if kind.startswith("HNSW"):
        index.hnsw.efConstruction = 80
    index.train(np.ascontiguousarray(vectors[::4]))
    index.add(vectors)
    return index, time.perf_counter() - start


def measure(
    index: Any, parameters: Any, length: int, vectors: Any, asked: Any, true: Any
) -> tuple[float, float]:
    """Recall@10 after the shortlist is scored with the vectors themselves, and median milliseconds.

    Args:
        parameters: FAISS search parameters; None for the defaults.
        length: of the shortlist.
        vectors: (n, dimension), of the passages.
        asked: (questions, dimension) float32.
        true: (questions, 10) rows of the nearest vectors.
    """
    seconds, recalls = [], []
    for query, rows in zip(asked, true, strict=True):
        start = time.perf_counter()
        _, (shortlist,) = index.search(query[None], length, params=parameters)
        shortlist = np.sort(shortlist[shortlist >= 0])
        scores = np.asarray(vectors[shortlist], np.float32) @ query
        best = shortlist[np.argsort(-scores)[:10]]
        seconds.append(time.perf_counter() - start)
        recalls.append(np.isin(rows, best).mean())
    return float(np.mean(recalls)), float(np.median(seconds)) * 1000


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder = load_encoder(rag.EncoderSettings())
    asked = np.vstack([encoder.encode_queries([q]) for q in questions(arguments.data, 200)])
    rows: list[Sequence[Any]] = []
    with rag.open(
        built_archive(arguments.data, REAL), encoder=encoder, settings=rag.Settings()
    ) as library:
        index = library._index
        assert isinstance(index, LocalIndex)
        vectors = index.vectors(np.arange(index.passages))
        true = dense_writer.exact_neighbours(vectors, asked)
        # Factory string, and ways to search: (name, parameters, length of the shortlist).
        candidates: list[tuple[str, list[tuple[str, Any, int]]]] = [
            ("Flat", [("every vector", None, 10)]),
            (
                "IVF1024,SQ8",
                [
                    (f"{n} of 1,024 groups", faiss.SearchParametersIVF(nprobe=n), 200)
                    for n in (64, 256, 512)
                ],
            ),
            (
                "HNSW24,SQ8",
                [
                    (f"efSearch {n}", faiss.SearchParametersHNSW(efSearch=n), 200)
                    for n in (200, 400, 800)
                ],
            ),
            ("IVF1,PQ192x4fs", [(f"shortlist of {n}", None, n) for n in (200, 800, 1600, 3200)]),
        ]
        for kind, searches in candidates:
            built, seconds = build(kind, vectors)
            for name, parameters, length in searches:
                recall, milliseconds = measure(built, parameters, length, vectors, asked, true)
                rows.append((kind, name, f"{recall:.3f}", f"{milliseconds:.1f}", f"{seconds:.0f}"))
    text = (
        f"{len(vectors):,} vectors, 200 questions of PIAF dev, one at a time; what is found is "
        "scored with the vectors themselves.\n\n"
        + table(("FAISS index", "searched", "recall@10", "median ms", "built in s"), rows)
    )
    record(
        "Nearest neighbours", "python -m benchmarks.neighbours", text, write=not arguments.no_write
    )


if __name__ == "__main__":
    main()
