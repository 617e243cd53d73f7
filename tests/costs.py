"""What each test takes: which are slow, and which file is run first.

``tests/costs.txt`` has a line for each test function that takes long, with the seconds of all its
parameters, fixtures included; ``make costs`` measures it anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

FILE = Path(__file__).parent / "costs.txt"
SLOW = 0.5
"""Seconds from which on a test is called slow and left out of ``make test-fast``."""
_LEAST = 0.2  # what is shorter is not written


def function_of(node: str) -> str:
    """The function of a test, without its parameters: ``tests/test_a.py::test_b``."""
    return node.partition("[")[0]


def read_costs() -> dict[str, float]:
    """The seconds of each function that is written in the file."""
    found = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            seconds, node = line.split(maxsplit=1)
            found[node] = float(seconds)
    return found


def by_file(costs: Mapping[str, float]) -> dict[str, float]:
    """The seconds of each file."""
    found: dict[str, float] = defaultdict(float)
    for node, seconds in costs.items():
        found[node.split("::")[0]] += seconds
    return found


class Recorder:
    """Adds up what each test function takes, and writes it at the end.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seconds: dict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[function_of(report.nodeid)] += report.duration

    def pytest_sessionfinish(self) -> None:
        slowest = sorted(self._seconds.items(), key=lambda one: (-one[1], one[0]))
        lines = ["# Seconds of each test function that takes long; made by `make costs`."]
        lines += [f"{seconds:.1f} {node}" for node, seconds in slowest if seconds >= _LEAST]
        self._path.write_text("\n".join(lines) + "\n", encoding="utf-8")
