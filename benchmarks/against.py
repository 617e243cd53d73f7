"""Compare the speed with that of another commit: ``make bench-against REV=…``.

It measures whole processes of ``rag ask`` and ``rag build`` on the five releases, and
``library.ask`` in a process that stays open. The two versions of the code take turns, and run with
the packages installed here.

    python -m benchmarks.against REV [--turns 7] [--only ask,warm,build,update]
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from tqdm import tqdm

from benchmarks.common import (
    OUR_QUESTIONS,
    QUESTION,
    SEEDS,
    median_and_range,
    parser,
    record,
    table,
)
from benchmarks.revisions import Tree, trees

CHANGED = "001_319c6ed45504dc95.txt"


def prepare(tree: Tree) -> None:
    """Make the corpus and the index of a tree; this also compiles its code."""
    shutil.copytree(SEEDS, tree.work / "corpus")
    _build(tree, "index", "corpus")
    ask(tree)


def ask(tree: Tree) -> list[float]:
    return [tree.rag("ask", QUESTION, "--json", "-i", tree.work / "index").seconds]


def warm(tree: Tree) -> list[float]:
    taken = json.loads(tree.asker("times", tree.work / "index", OUR_QUESTIONS))
    return [1000 * float(value) for value in np.percentile(taken, (50, 95))]


def build(tree: Tree) -> list[float]:
    shutil.rmtree(tree.work / "from-nothing", ignore_errors=True)
    return _build(tree, "from-nothing", "corpus")


def update(tree: Tree) -> list[float]:
    path = tree.work / "corpus" / CHANGED
    path.write_text(path.read_text(encoding="utf-8") + "\n\nUn ajout au communiqué.", "utf-8")
    return _build(tree, "index", "corpus")


def _build(tree: Tree, index: str, corpus: str) -> list[float]:
    return [tree.rag("build", tree.work / corpus, "-i", tree.work / index, "--quiet").seconds]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to measure in each turn.

    Attributes:
        take: measures a tree; returns one figure per row.
        rows: the titles of the rows.
        unit: of the figures.
    """

    take: Callable[[Tree], list[float]]
    rows: tuple[str, ...]
    unit: str = "s"


MEASURES = {
    "ask": Measure(ask, ("`rag ask … --json`, whole process",)),
    "warm": Measure(warm, ("`library.ask`, warm, all questions: p50", "their p95"), "ms"),
    "build": Measure(build, ("`rag build` from nothing, whole process",)),
    "update": Measure(update, ("`rag build` after one release changed, whole process",)),
}


def chosen(names: str) -> list[str]:
    """The measures that ``--only`` names, in the order of ``MEASURES``.

    Raises:
        ValueError: one of them does not exist. argparse then shows an error.
    """
    selected = names.split(",")
    if not set(selected) <= set(MEASURES):
        raise ValueError(names)
    return [name for name in MEASURES if name in selected]


def row(title: str, unit: str, then: Sequence[float], now: Sequence[float]) -> tuple[str, ...]:
    """A row of the table; ``then`` and ``now`` are the figures of the same turns."""
    ratios = [after / before for before, after in zip(then, now, strict=True)]
    return (
        title,
        median_and_range(then, unit),
        median_and_range(now, unit),
        median_and_range(ratios, "×"),
    )


def rows(
    names: Sequence[str], then: Sequence[Sequence[float]], now: Sequence[Sequence[float]]
) -> list[tuple[str, ...]]:
    """All rows of the table; ``then`` and ``now`` have one list per turn, with a figure per row."""
    titles = [(title, MEASURES[name].unit) for name in names for title in MEASURES[name].rows]
    columns = zip(titles, zip(*then, strict=True), zip(*now, strict=True), strict=True)
    return [row(title, unit, before, after) for (title, unit), before, after in columns]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("revision", metavar="REV", help="the commit to compare with")
    options.add_argument("--turns", type=int, default=7)
    options.add_argument(
        "--only", type=chosen, default=list(MEASURES), help=f"some of {','.join(MEASURES)}"
    )
    arguments = options.parse_args()
    loads, before, after = [], [], []
    with trees(arguments.revision) as (then, now):
        prepare(then)
        prepare(now)
        for _turn in tqdm(range(arguments.turns), desc="turns"):
            loads.append(os.getloadavg()[0])
            figures: tuple[list[float], list[float]] = ([], [])
            for name in arguments.only:
                for tree, column in zip((then, now), figures, strict=True):
                    column += MEASURES[name].take(tree)
            before.append(figures[0])
            after.append(figures[1])
    text = (
        f"The five releases. {then.name} and {now.name} took {arguments.turns} turns, each in "
        "processes of its own, with the same packages. "
        "Median (least–most); the ratio is now / then of each turn, below 1 where it is quicker "
        f"now. Load average {min(loads):.1f} to {max(loads):.1f} at the start of the turns, the "
        "run's own part included.\n\n"
        + table(
            ("", f"then ({then.name})", f"now ({now.name})", "ratio"),
            rows(arguments.only, before, after),
        )
    )
    only = "" if arguments.only == list(MEASURES) else f" --only {','.join(arguments.only)}"
    command = f"python -m benchmarks.against {then.name} --turns {arguments.turns}{only}"
    record(f"Against {then.name}", command, text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
