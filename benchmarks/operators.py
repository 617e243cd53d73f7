"""Time searches with operators and the counts of facets beside a search for the same words.

The archive is that of ``benchmarks.archive``. Its vectors are made from digests of the texts and
mean nothing: they cost a search the same as real ones, and the archive is indexed in minutes.

    python -m benchmarks.operators [--size 203500] [--turns 3]
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

import rag
from benchmarks.archive import archive
from benchmarks.common import WORK, parser, record, table
from rag.models import EncoderIdentity

# The words of a search, and the same with operators.
SEARCHES = (
    ("budget défense", '"budget de la défense"', "a phrase"),
    ("premier ministre Québec", '"premier ministre" Québec', "a phrase and a word"),
    ("commission enquête", '"commission enquête"~5', "words near each other"),
    ("assurance emploi", "assurance -emploi", "an exclusion"),
    ("chômage retraite", "chômage OU retraite", "one of two"),
    ("pêche morue", "(pêche OU morue) -saumon", "a group"),
    ("environnement", "environnement*", "a beginning"),
    ("ministre Finances", "auteur:ministre Finances", "a speaker"),
    ("séance logement", "titre:séance logement", "the title"),
    ("budget", "budget date:1998", "a date"),
    ("budget", "budget source:debates", "an origin"),
    ("budget", "budget fichier:36.1", "a file"),
)


class DigestEncoder:
    """Unit vectors from digests of the texts."""

    identity = EncoderIdentity("digest", "1", 384, "", "")
    dimension = 384
    max_tokens = 512

    def count_tokens(self, text: str) -> int:
        return len(text) // 4 + 2

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.stack([_vector(text) for text in texts])

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        for number, text in enumerate(texts):
            yield number, _vector(text)


def _vector(text: str) -> npt.NDArray[np.float32]:
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
    vector = np.random.default_rng(seed).standard_normal(384).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--size", type=int, default=203_500, help="passages of the archive")
    options.add_argument("--turns", type=int, default=3, help="turns of all searches")
    arguments = options.parse_args()
    index = WORK / "archive" / f"operators-{arguments.size}"
    encoder = DigestEncoder()
    if not index.exists():
        rag.build(archive(arguments.data, arguments.size), index, encoder=encoder)
    plain: dict[str, list[float]] = {}
    with_operators: dict[str, list[float]] = {}
    counts: dict[str, list[float]] = {}
    found: dict[str, int] = {}
    off = rag.Settings(reader=rag.ReaderSettings(enabled=False))
    for _ in range(arguments.turns):
        # An expression is evaluated once as long as an index is open.
        with rag.open(index, encoder=encoder, settings=off) as library:
            passages = len(library)
            library.search('"ordre du jour" auteur:président')
            library.facets("budget")
            for words, expression, kind in SEARCHES:
                _time(plain, kind, partial(library.search, words, 5))
                _time(with_operators, kind, partial(library.search, expression, 5))
                _time(counts, kind, partial(library.facets, expression))
                found[kind] = library.facets(expression).releases
    rows = [
        (
            kind,
            f"`{expression}`",
            found[kind],
            f"{_median(plain[kind]):.0f} ms",
            f"{_median(with_operators[kind]):.0f} ms",
            f"{_median(with_operators[kind]) / _median(plain[kind]):.2f}",
            f"{_median(counts[kind]):.0f} ms",
        )
        for _, expression, kind in SEARCHES
    ]
    text = (
        f"{passages:,} passages with vectors of digests, {arguments.turns} turns, medians, the "
        "reader off. The index is opened anew in each turn.\n\n"
        + table(
            ("operator", "search", "releases", "words alone", "with it", "ratio", "its counts"),
            rows,
        )
    )
    command = f"python -m benchmarks.operators --size {arguments.size} --turns {arguments.turns}"
    record("Searches with operators", command, text, write=not arguments.no_write)


def _time(times: dict[str, list[float]], kind: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    times.setdefault(kind, []).append(1000 * (time.perf_counter() - start))


def _median(values: Sequence[float]) -> float:
    return float(np.median(values))


if __name__ == "__main__":
    main()
