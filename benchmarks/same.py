"""Whether the answers are another commit's: every key of the JSON, question by question.

Both trees build the corpus and are asked every question of benchmarks/questions/. Prints each
difference (numbers within 0.002 are the same) and a summary; the exit status is 1 where anything
differs. ``make same REV=…``.

    python -m benchmarks.same REV [--corpus FOLDER] [--questions FILE …]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import SEEDS
from benchmarks.revisions import QUESTIONS, Tree, trees

TOLERANCE = 0.002
SHOWN = 12
"""Differences of one question that are printed."""
_ABSENT = "(absent)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs.

    Attributes:
        place: the way to it through the JSON, such as ``hits[2].date.value``.
        then, now: the values; ``(absent)`` where the key is not there.
    """

    place: str
    then: Any
    now: Any

    @property
    def key(self) -> str:
        """The place without the positions in lists."""
        return re.sub(r"\[\d+\]", "[]", self.place)

    def __str__(self) -> str:
        return f"{self.place}: {_short(self.then)} -> {_short(self.now)}"


def differences(then: Any, now: Any, place: str = "") -> Iterator[Difference]:
    """Where two JSON values differ, in their order."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in {**then, **now}:
            inner = f"{place}.{key}" if place else key
            yield from differences(then.get(key, _ABSENT), now.get(key, _ABSENT), inner)
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for position, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from differences(one, other, f"{place}[{position}]")
    elif not _same(then, now):
        yield Difference(place, then, now)


def _same(then: Any, now: Any) -> bool:
    if _number(then) and _number(now):
        return bool(abs(then - now) <= TOLERANCE)
    return type(then) is type(now) and bool(then == now)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else f"{text[:120]}… ({len(text)} characters)"


def answers(tree: Tree, corpus: Path, questions: list[Path]) -> dict[str, Any]:
    """What a tree reads of each release and answers to each question."""
    index = tree.work / "index"
    tree.rag("build", corpus, "-i", index, "--quiet")
    lines = tree.asker("answers", index, *questions).splitlines()
    return dict(json.loads(line) for line in lines)


def compare(then: dict[str, Any], now: dict[str, Any]) -> int:
    """Print where the two differ; returns how many questions and releases do."""
    keys: Counter[str] = Counter()
    different = 0
    for subject in {**then, **now}:
        found = list(differences(then.get(subject, _ABSENT), now.get(subject, _ABSENT)))
        if not found:
            continue
        different += 1
        keys.update({one.key for one in found})
        print(subject)
        for one in found[:SHOWN]:
            print(f"    {one}")
        if len(found) > SHOWN:
            print(f"    … and {len(found) - SHOWN} more")
    print(f"{different} of {len({**then, **now})} questions and releases differ.")
    for key, count in keys.most_common():
        print(f"    {key or '(all)'}: {count}")
    return different


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("revision", metavar="REV", help="the commit to compare with")
    options.add_argument("--corpus", type=Path, default=SEEDS, help="default: the five releases")
    options.add_argument(
        "--questions",
        type=Path,
        nargs="+",
        default=sorted(QUESTIONS.glob("*.jsonl")),
        help="files with a JSON object a line; default: all of benchmarks/questions/",
    )
    chosen = options.parse_args()
    corpus = chosen.corpus.resolve()
    questions = [path.resolve() for path in chosen.questions]
    with trees(chosen.revision) as (then, now):
        print(f"{then.name} -> {now.name}")
        return 1 if compare(*(answers(tree, corpus, questions) for tree in (then, now))) else 0


if __name__ == "__main__":
    sys.exit(main())
