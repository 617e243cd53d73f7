"""What passages gain whose words a question has in quotation marks.

The questions are those of PIAF train and of the first half of PIAF dev that have quotation marks,
and others of PIAF train with marks around a name of two words or more. The corpus is all of PIAF.

    python -m benchmarks.quotation [--made 300] [--read 60]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module

import numpy as np

from benchmarks.common import CachedEncoder, CachedReader, load_piaf, parser, record, table
from benchmarks.quality import ALWAYS_ANSWER, READER_OFF, held_out, index_passages
from rag.language.proper_names import find_names
from rag.language.wording import stands_in
from rag.question.operators import parse

first_stage = import_module("rag.retrieval.search")  # the package has a function of that name
VALUES = (0.0, 0.25, 0.5, 1.0, 2.0)
DEPTH = 10
_MARKS = re.compile(r"[«»\"“”„]")


def made(questions: Sequence[tuple[str, int]], count: int) -> list[tuple[str, int]]:
    """Questions with quotation marks around their longest name, evenly chosen."""
    found = []
    for text, gold in questions:
        names = [one.words for one in find_names(text, ["fr"]) if len(one.words.split()) > 1]
        if names and not _MARKS.search(text):
            name = max(names, key=len)
            found.append((text.replace(name, f"« {name} »", 1), gold))
    step = max(1, len(found) // count)
    return found[::step][:count]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--made", type=int, default=300, help="questions that are given marks")
    options.add_argument(
        "--read", type=int, default=60, help="questions of each kind that are read"
    )
    arguments = options.parse_args()
    train, dev = load_piaf(arguments.data)
    titles, passages = train.titles + dev.titles, train.passages + dev.passages
    late = held_out(dev.titles)
    asked = [(one.text, one.gold) for one in train.questions]
    own = [pair for pair in asked if parse(pair[0]).phrases]
    own += [
        (one.text, one.gold + len(train.passages))
        for one in dev.questions
        if parse(one.text).phrases and dev.titles[one.gold] not in late
    ]
    kinds = {"as asked": own, "marks around a name": made(asked, arguments.made)}
    rows = []
    with index_passages(titles, passages, CachedEncoder(), CachedReader()) as indexed:
        for kind, questions in kinds.items():
            there = np.mean(
                [
                    stands_in(passages[g], p.text, "fr")
                    for q, g in questions
                    for p in parse(q).phrases
                ]
            )
            for reading in (False, True):
                some = questions[: arguments.read] if reading else questions
                with indexed.open(ALWAYS_ANSWER if reading else READER_OFF) as library:
                    for value in VALUES:
                        first_stage.__dict__["FAVOUR"] = value
                        ranks = [rank(library.search(text, DEPTH), gold) for text, gold in some]
                        rows.append(
                            (
                                kind,
                                f"{there:.2f}",
                                len(some),
                                "read" if reading else "first stage",
                                value,
                                f"{np.mean([one == 1 for one in ranks]):.3f}",
                                f"{np.mean([1 / one if one else 0 for one in ranks]):.3f}",
                            )
                        )
                        print(rows[-1], flush=True)
    header = ("questions", "words in the passage", "n", "", "gain", "R@1", "MRR@10")
    record("Quotation marks in a question", "python -m benchmarks.quotation",
           table(header, rows), write=not arguments.no_write)  # fmt: skip


def rank(hits: Sequence[object], gold: int) -> int:
    """The rank of the right passage; 0 if it was not found."""
    ids = [one.release.id for one in hits]  # type: ignore[attr-defined]
    name = f"{gold:05d}"
    return ids.index(name) + 1 if name in ids else 0


if __name__ == "__main__":
    main()
