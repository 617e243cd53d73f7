"""Measure how far numbers, dates and negations tell that two sentences contradict each other.

Two French sets of pairs: DACCORD (contradiction or not) and RTE3-FR (contradiction, entailment or
neither). A check says "contradiction" for a pair whose sentences share half of the shorter one's
terms and differ in what it looks at: the numbers and years of the shorter one, of which the other
has another one, or a negation that only one of them has.

    python -m benchmarks.contradictions [--data FOLDER] [--no-write]
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.common import parser, record, require, table
from rag.generation.facts import adds_or_drops_a_negation
from rag.language import analyse, find_dates
from rag.language.amounts import find_amounts, read_amount

Pair = tuple[str, str, bool]
SHARED = 0.5
"""The share of the shorter sentence's terms that the other one has, of sentences on one thing."""


def daccord(path: Path) -> Iterator[Pair]:
    """The pairs of DACCORD."""
    for line in require(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["premise"], row["hypothesis"], row["label"] == "no"


def rte3(path: Path) -> Iterator[Pair]:
    """The pairs of RTE3-FR."""
    with lzma.open(require(path), "rt", encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            yield row["premise"], row["hypothesis"], row["label"] == "contradiction"


def are_of_one_thing(first: str, second: str) -> bool:
    """Whether a sentence has half of the terms of the shorter one."""
    one, other = sorted((set(analyse(first, "fr")), set(analyse(second, "fr"))), key=len)
    return bool(one) and len(one & other) >= SHARED * len(one)


def numbers_differ(first: str, second: str) -> bool:
    """Whether the shorter sentence has a number of a unit of which the other has others only."""
    one, other = sorted((first, second), key=len)
    stated, others = _numbers(one), _numbers(other)
    return any(
        number not in others and any(unit == number[1] for _, unit in others) for number in stated
    )


def _numbers(text: str) -> set[tuple[float, str]]:
    found = set()
    for start, end in find_amounts(text, 0, len(text), "fr"):
        behind = text[end:].split()
        amount = read_amount(f"{text[start:end]} {behind[0] if behind else ''}", "fr")
        if amount is not None:
            found.add((float(amount.value), amount.unit or (behind[0][:5] if behind else "")))
    return found


def dates_differ(first: str, second: str) -> bool:
    """Whether both have dates with a year, and no two of them can be the same."""
    one, other = sorted((first, second), key=len)
    stated, others = _dates(one), _dates(other)
    return bool(stated and others) and not any(
        a[0] <= b[1] and b[0] <= a[1] for a in stated for b in others
    )


def _dates(text: str) -> list[tuple[date, date]]:
    found = (one.date for one in find_dates(text, language="fr"))
    return [one.bounds for one in found if one is not None and one.bounds is not None]


def negated(first: str, second: str) -> bool:
    """Whether only one of them has a negation."""
    return adds_or_drops_a_negation(first, second, "fr")


CHECKS: tuple[tuple[str, Sequence[Callable[[str, str], bool]]], ...] = (
    ("numbers", (numbers_differ,)),
    ("dates", (dates_differ,)),
    ("negation", (negated,)),
    ("numbers or dates", (numbers_differ, dates_differ)),
    ("all three", (numbers_differ, dates_differ, negated)),
)


def measured(pairs: Sequence[Pair]) -> list[tuple[str, ...]]:
    """A row for each check: of so many pairs that it names, how many contradict each other, and of
    all that do, how many it names; and what naming all pairs gives."""
    contradict = sum(label for *_, label in pairs)
    rows: list[tuple[str, ...]] = [
        ("every pair", f"{contradict} of {len(pairs)} ({contradict / len(pairs):.2f})", "1.00")
    ]
    for name, checks in CHECKS:
        named = [
            label
            for first, second, label in pairs
            if are_of_one_thing(first, second) and any(check(first, second) for check in checks)
        ]
        right = sum(named)
        precision = f"{right} of {len(named)} ({right / len(named):.2f})" if named else "–"
        rows.append((name, precision, f"{right / contradict:.2f}"))
    return rows


def main() -> None:
    arguments = parser(__doc__).parse_args()
    sets = (
        ("DACCORD", list(daccord(arguments.data / "daccord_fr" / "daccord.jsonl"))),
        ("RTE3-FR", list(rte3(arguments.data / "qa" / "rte3_fr_nli.jsonl.xz"))),
    )
    text = "\n\n".join(
        f"**{name}**, {len(pairs):,} pairs:\n\n"
        + table(("what differs", "precision", "recall"), measured(pairs))
        for name, pairs in sets
    )
    command = "python -m benchmarks.contradictions"
    record("Contradictions", command, text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
