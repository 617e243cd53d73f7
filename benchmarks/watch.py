"""Run a command and say, last on standard error, its peak memory and what of it was its own, in
kilobytes. Imports little: a child's peak counts that of the process which started it.

    python -m benchmarks.watch COMMAND …
"""

from __future__ import annotations

import contextlib
import resource
import subprocess
import sys
import threading
from pathlib import Path


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


if __name__ == "__main__":
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    with Watch(child.pid) as watch:
        child.wait()
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, watch.most, file=sys.stderr)
    sys.exit(child.returncode)
