"""Which FAISS index finds the nearest of 200,000 real vectors best for its time: what the choice
in ``rag.indexing.dense`` rests on.

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
from rag.indexing import LocalIndex, dense
from rag.models import load_encoder

faiss: Any = importlib.import_module("faiss")  # its stubs do not know the Python layer


def made(kind: str, vectors: Any) -> tuple[Any, float]:
    """An index of that kind, and the seconds that it took."""
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


def measured(
    index: Any, parameters: Any, length: int, vectors: Any, asked: Any, true: Any
) -> tuple[float, float]:
    """Recall@10 once the shortlist is scored with the vectors, and the median milliseconds."""
    seconds, shares = [], []
    for query, rows in zip(asked, true, strict=True):
        start = time.perf_counter()
        _, found = index.search(query[None], length, params=parameters)
        listed = np.sort(found[0][found[0] >= 0])
        scores = np.asarray(vectors[listed], np.float32) @ query
        best = listed[np.argsort(-scores)[:10]]
        seconds.append(time.perf_counter() - start)
        shares.append(np.isin(rows, best).mean())
    return float(np.mean(shares)), float(np.median(seconds)) * 1000


def main() -> None:
    chosen = parser(__doc__).parse_args()
    encoder = load_encoder(rag.EncoderSettings())
    asked = np.vstack([encoder.encode_queries([q]) for q in questions(chosen.data, 200)])
    rows: list[Sequence[Any]] = []
    with rag.open(
        built_archive(chosen.data, REAL), encoder=encoder, settings=rag.Settings()
    ) as library:
        index = library._index
        assert isinstance(index, LocalIndex)
        vectors = index.vectors(np.arange(index.passages))
        true = dense.exact_neighbours(vectors, asked)
        tried: list[tuple[str, list[tuple[str, Any, int]]]] = [
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
        for kind, ways in tried:
            built, seconds = made(kind, vectors)
            for name, parameters, length in ways:
                recall, milliseconds = measured(built, parameters, length, vectors, asked, true)
                rows.append((kind, name, f"{recall:.3f}", f"{milliseconds:.1f}", f"{seconds:.0f}"))
    text = (
        f"{len(vectors):,} vectors, 200 questions of PIAF dev, one at a time; what is found is "
        "scored with the vectors themselves.\n\n"
        + table(("FAISS index", "searched", "recall@10", "median ms", "built in s"), rows)
    )
    record("Nearest neighbours", "python -m benchmarks.neighbours", text, write=not chosen.no_write)


if __name__ == "__main__":
    main()
