"""Measure the time and the memory of processes; make the virtual environments of the peers.

``run`` starts this file as a script, which starts the command. The peak memory of a process
includes that of the process that started it, so this script must be small: it imports little.
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
    """The measurements of a process (Linux).

    Attributes:
        code: exit status.
        seconds: wall-clock time.
        cpu: processor time in seconds.
        peak: peak resident memory in MB.
        own: peak resident memory in MB without the pages of mapped files.
        output: its standard output.
    """

    code: int
    seconds: float
    cpu: float
    peak: float
    own: float
    output: str


class Watch:
    """Measures the peak memory of a process during a ``with`` block.

    Attributes:
        most: the peak in kilobytes, without the pages of mapped files.
    """

    def __init__(self, process: int) -> None:
        self.most = 0
        self._status = Path(f"/proc/{process}/status")
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._poll, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()

    def _poll(self) -> None:
        while not self._stop.wait(0.02):
            with contextlib.suppress(OSError):
                for line in self._status.read_text().splitlines():
                    if line.startswith("RssAnon:"):
                        self.most = max(self.most, int(line.split()[1]))


def clean_environment() -> dict[str, str]:
    """Our environment variables without the settings of this program, and with compiled modules
    kept, as they are for a user."""
    own = ("RAG_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return {**kept, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def run(
    command: Sequence[str | Path], *, folder: Path | None = None, python_path: Path | None = None
) -> Measured:
    """Run a command and measure it. If it fails, the benchmark ends with its error output.

    Args:
        folder: its working folder; None for the current one.
        python_path: a folder whose packages Python prefers to the installed ones.
    """
    stopwatch = [sys.executable, "-S", __file__, *map(str, command)]
    variables = (
        clean_environment()
        if python_path is None
        else {**clean_environment(), "PYTHONPATH": str(python_path)}
    )
    done = subprocess.run(stopwatch, capture_output=True, text=True, env=variables, cwd=folder)
    measured = Measured(**json.loads(done.stdout))
    if measured.code != 0:
        name = " ".join(map(str, command[:3]))
        sys.exit(f"{name} failed in {folder or Path.cwd()}:\n{done.stderr}")
    return measured


def environment(place: Path, packages: Sequence[str]) -> str:
    """The Python of a virtual environment with these packages; made if it does not exist."""
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
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    return Measured(
        code=os.waitstatus_to_exitcode(status),
        seconds=seconds,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss / 1024,
        own=watch.most / 1024,
        output=output,
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(sys.argv[1:]))))
