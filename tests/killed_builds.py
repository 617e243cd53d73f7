"""Builds that end at a step of writing, as if they were killed there.

The program is loaded once, in a process of its own; each build runs in a fork of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT, clean_environment

_SERVER = """
import json, os, sys
import rag
import rag.corpus.formats, rag.corpus.reading_ahead, rag.indexing.build, rag.language.registry
from rag.indexing import files
from tests.conftest import WordEncoder

def build(corpus, index, deadly):
    steps = 0

    def counted(name):
        step = getattr(files, name)
        def wrapper(*arguments):
            nonlocal steps
            steps += 1
            if steps == deadly:
                os._exit(9)
            return step(*arguments)
        return wrapper

    for name in ("sync", "write_bytes", "replace"):
        setattr(files, name, counted(name))
    rag.build(corpus, index, encoder=WordEncoder(), settings=rag.Settings())
    return steps

for line in sys.stdin:
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.write(theirs, str(build(*json.loads(line))).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(theirs)
    with os.fdopen(ours) as written:
        steps = written.read()
    _, status = os.waitpid(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), int(steps or 0)]), flush=True)
"""


class Killed(NamedTuple):
    """How a build ended.

    Attributes:
        returncode: 9 if it was killed, 0 if it came to its end.
        steps: how many files it wrote, synced or moved; 0 if it was killed.
    """

    returncode: int
    steps: int


class KilledBuilds:
    """Runs builds that are killed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=ROOT, env=clean_environment(),
        )  # fmt: skip

    def __call__(self, step: int, corpus: Path, index: Path) -> Killed:
        """A build that is killed at the step with this number; 0: at none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([str(corpus), str(index), step]), file=self._process.stdin, flush=True)
        return Killed(*json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        with self._process:
            pass
