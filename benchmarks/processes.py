"""Commands in processes of their own, timed, with their memory; peers' environments.

As a script it is the stopwatch that ``run`` starts: a child's peak memory counts that of the
process which started it, so that one imports little.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

TORCH = "torch==2.13.0"


@dataclass(frozen=True)
class Measured:
    """What a process took (Linux).

    Attributes:
        code: its exit status.
        seconds, cpu: by the clock, and of processor.
        peak, own: most resident memory in MB, and the most of it that are not pages of files.
        said: its standard output.
    """

    code: int
    seconds: float
    cpu: float
    peak: float
    own: float
    said: str


class Watch:
    """The most memory, in kilobytes, that a process holds for itself while this is open: pages of
    files that it maps are not counted."""

    def __init__(self, process: int) -> None:
        self.most = 0
        self._status = Path(f"/proc/{process}/status")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.02):
            with contextlib.suppress(OSError):
                for line in self._status.read_text().splitlines():
                    if line.startswith("RssAnon:"):
                        self.most = max(self.most, int(line.split()[1]))


def quiet() -> dict[str, str]:
    """The environment of processes that are measured: ours without settings of the product."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RAG_")}
    return {**kept, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def run(
    command: Sequence[str | Path], *, folder: Path | None = None, python_path: Path | None = None
) -> Measured:
    """Run a command; where it fails the benchmark ends with what it said.

    Args:
        folder: where it runs; None for the current folder.
        python_path: a folder whose packages Python takes before those installed.
    """
    stopwatch = [sys.executable, "-S", __file__, *map(str, command)]
    variables = quiet() if python_path is None else {**quiet(), "PYTHONPATH": str(python_path)}
    done = subprocess.run(stopwatch, capture_output=True, text=True, env=variables, cwd=folder)
    measured = Measured(**json.loads(done.stdout))
    if measured.code != 0:
        what = " ".join(map(str, command[:3]))
        sys.exit(f"{what} failed in {folder or Path.cwd()}:\n{done.stderr}")
    return measured


def environment(place: Path, packages: Sequence[str]) -> str:
    """The Python of an environment of a peer's own, made if it is not there."""
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", TORCH, *packages], check=True)
    return str(python)


def _measure(command: list[str]) -> Measured:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with Watch(child.pid) as watch:
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    return Measured(
        code=os.waitstatus_to_exitcode(status),
        seconds=seconds,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss / 1024,
        own=watch.most / 1024,
        said=said,
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(sys.argv[1:]))))
