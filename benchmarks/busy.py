"""Time a question while other processes take all cores: ``python -m benchmarks.busy``.

``rag ask`` runs as a whole process on an index of the five releases. In each turn it runs once on
the machine as it is and once beside one endless loop for each core, with the engine's threads
waiting shortly and then sleeping (as shipped) and spinning (``OMP_WAIT_POLICY=active``).

    python -m benchmarks.busy [--turns 5]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.common import QUESTION, SEEDS, median_and_range, parser, record, table
from rag.models.e5.bulk import available_cores

POLICIES: dict[str, dict[str, str]] = {
    "as shipped": {},
    "threads that spin": {"OMP_WAIT_POLICY": "active"},
}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--turns", type=int, default=5, help="turns of all measures")
    arguments = options.parse_args()
    taken: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        _rag({}, "build", str(SEEDS), "-i", str(index), "--quiet")
        _seconds({}, index)
        for _ in range(arguments.turns):
            for name, variables in POLICIES.items():
                taken.setdefault((name, "idle"), []).append(_seconds(variables, index))
            with _all_cores_busy():
                for name, variables in POLICIES.items():
                    taken.setdefault((name, "busy"), []).append(_seconds(variables, index))
    rows = [
        (name, *(median_and_range(taken[name, state], "s") for state in ("idle", "busy")))
        for name in POLICIES
    ]
    text = (
        f"`rag ask … --json` on the five releases, whole process, {arguments.turns} turns. Median "
        "(least–most).\n\n"
        + table(("", "machine as it is", "beside an endless loop on each core"), rows)
    )
    command = f"python -m benchmarks.busy --turns {arguments.turns}"
    record("A busy machine", command, text, write=not arguments.no_write)


def _rag(variables: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from rag.cli import main; sys.exit(main())",
            *arguments,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **variables},
    )


def _seconds(variables: dict[str, str], index: Path) -> float:
    start = time.perf_counter()
    _rag(variables, "ask", QUESTION, "--json", "-i", str(index))
    return time.perf_counter() - start


@contextmanager
def _all_cores_busy() -> Iterator[None]:
    loops = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(available_cores())
    ]
    try:
        time.sleep(0.5)
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    main()
