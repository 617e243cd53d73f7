"""The speed of the working tree beside another commit's: the two take turns on one machine.

Whole processes of ``rag ask`` and ``rag build`` on the five releases, and ``library.ask`` in a
process that stays open. Both run with the packages installed here. ``make bench-against REV=…``.

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

from benchmarks.common import QUESTION, SEEDS, parser, record, spread, table
from benchmarks.revisions import QUESTIONS, Tree, trees

ASKED = QUESTIONS / "releases.jsonl"
CHANGED = "001_319c6ed45504dc95.txt"


def prepare(tree: Tree) -> None:
    """Give a tree a corpus and an index of its own; its code is compiled on the way."""
    shutil.copytree(SEEDS, tree.work / "corpus")
    _build(tree, "index", "corpus")
    ask(tree)


def ask(tree: Tree) -> list[float]:
    return [tree.rag("ask", QUESTION, "--json", "-i", tree.work / "index").seconds]


def warm(tree: Tree) -> list[float]:
    taken = json.loads(tree.asker("times", tree.work / "index", ASKED))
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
    """What is measured of a tree in each turn.

    Attributes:
        take: gives a figure for each row.
        rows: what the figures are.
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
    """The measures that ``--only`` names, in the order in which they are taken.

    Raises:
        ValueError: one of them does not exist; argparse says so.
    """
    wanted = names.split(",")
    if not set(wanted) <= set(MEASURES):
        raise ValueError(names)
    return [name for name in MEASURES if name in wanted]


def row(title: str, unit: str, then: Sequence[float], now: Sequence[float]) -> tuple[str, ...]:
    """A row of the table; ``then`` and ``now`` hold the figures of the same turns."""
    ratios = [after / before for before, after in zip(then, now, strict=True)]
    return title, spread(then, unit), spread(now, unit), spread(ratios, "×")


def rows(
    names: Sequence[str], then: Sequence[Sequence[float]], now: Sequence[Sequence[float]]
) -> list[tuple[str, ...]]:
    """The table's rows; ``then`` and ``now`` hold for each turn a figure for each row."""
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
