"""Time the start of a process: ``python -m benchmarks.start``.

``rag ask`` on an index of the five releases, ``python -c "import rag"``, and the imports that no
answer can do without (``numpy, faiss, onnxruntime``) take turns, each as a whole process. The ratio
is that of each turn.

    python -m benchmarks.start [--turns 7]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.common import QUESTION, SEEDS, median_and_range, parser, record, table
from benchmarks.processes import run

BARE = "import numpy, faiss, onnxruntime"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--turns", type=int, default=7, help="turns of all processes")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = str(Path(folder) / "index")
        rag = [sys.executable, "-m", "rag"]
        run([*rag, "build", str(SEEDS), "-i", index, "--quiet"])
        processes = {
            f'`python -c "{BARE}"`': [sys.executable, "-c", BARE],
            '`python -c "import rag"`': [sys.executable, "-c", "import rag"],
            "`rag ask … --json`": [*rag, "ask", QUESTION, "--json", "-i", index],
        }
        taken: dict[str, list[float]] = {name: [] for name in processes}
        for turn in range(arguments.turns + 1):
            for name, command in processes.items():
                seconds = run(command).seconds
                if turn:  # the first one compiles the modules and keeps the reader's graph
                    taken[name].append(seconds)
    bare = next(iter(taken.values()))
    rows = [
        (
            name,
            median_and_range(seconds, "s"),
            median_and_range([a / b for a, b in zip(seconds, bare, strict=True)], "×"),
        )
        for name, seconds in taken.items()
    ]
    text = f"Whole processes, {arguments.turns} turns. Median (least–most).\n\n" + table(
        ("", "time", "of the bare imports"), rows
    )
    command_line = f"python -m benchmarks.start --turns {arguments.turns}"
    record("Start", command_line, text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
