"""Compare all answers with those of another commit, key by key: ``make same REV=…``.

Both versions of the code index the corpus and answer every question of benchmarks/questions/. The
program prints each difference (numbers may differ by 0.002) and a summary. The exit status is 1 if
there is any difference.

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

from benchmarks.common import QUESTIONS, SEEDS
from benchmarks.revisions import Tree, trees

TOLERANCE = 0.002
MAX_PRINTED = 12
"""How many differences of one question are printed."""
_ABSENT = "(absent)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs.

    Attributes:
        place: its path in the JSON, such as ``hits[2].date.value``.
        then, now: the two values; ``(absent)`` if the key is missing.
    """

    place: str
    then: Any
    now: Any

    @property
    def key(self) -> str:
        """The path without the positions in lists."""
        return re.sub(r"\[\d+\]", "[]", self.place)

    def __str__(self) -> str:
        return f"{self.place}: {_short(self.then)} -> {_short(self.now)}"


def differences(then: Any, now: Any, place: str = "") -> Iterator[Difference]:
    """The differences between two JSON values, in their order."""
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
    """What a tree reads from each release, and its answer to each question."""
    index = tree.work / "index"
    tree.rag("build", corpus, "-i", index, "--quiet")
    lines = tree.asker("answers", index, *questions).splitlines()
    return dict(json.loads(line) for line in lines)


def compare(then: dict[str, Any], now: dict[str, Any]) -> int:
    """Print the differences; return the number of questions and releases that differ."""
    keys: Counter[str] = Counter()
    different = 0
    for subject in {**then, **now}:
        differing = list(differences(then.get(subject, _ABSENT), now.get(subject, _ABSENT)))
        if not differing:
            continue
        different += 1
        keys.update({one.key for one in differing})
        print(subject)
        for one in differing[:MAX_PRINTED]:
            print(f"    {one}")
        if len(differing) > MAX_PRINTED:
            print(f"    … and {len(differing) - MAX_PRINTED} more")
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
        help="files with one JSON object per line; default: all of benchmarks/questions/",
    )
    arguments = options.parse_args()
    corpus = arguments.corpus.resolve()
    questions = [path.resolve() for path in arguments.questions]
    with trees(arguments.revision) as (then, now):
        print(f"{then.name} -> {now.name}")
        return 1 if compare(*(answers(tree, corpus, questions) for tree in (then, now))) else 0


if __name__ == "__main__":
    sys.exit(main())
