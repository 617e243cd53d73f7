"""Run a function in another process, which a damaged file may bring down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import ParamSpec, TypeVar, cast

from rag.corpus.worker import receive, send
from rag.errors import UnreadableFileError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class WorkerProcess:
    """Another process, started by the first call, and again by the call after a crash. Used by one
    thread at a time.

    Args:
        seconds: how long a call may take; None for no limit.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def call(
        self,
        function: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **_named: Arguments.kwargs,
    ) -> Result:
        """The result of a function of this package in the other process.

        Raises:
            UnreadableFileError: the function raised it; or ``file.crashed``: the process ended or
                took too long.
            OSError: the process cannot be started.
        """
        if self._process is None:
            self._process = _start()
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(self._seconds, process.kill) if self._seconds is not None else None
        if timer is not None:
            timer.start()
        try:
            send(process.stdin, (function, *arguments))
            result = receive(process.stdout)
        except (OSError, EOFError):
            process.kill()
            self.close()
            raise UnreadableFileError("file.crashed") from None
        finally:
            if timer is not None:
                timer.cancel()
        if isinstance(result, UnreadableFileError):
            raise result
        return cast(Result, result)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        process.wait()


def _start() -> subprocess.Popen[bytes]:
    # The process must import this package, also if it is not installed.
    package = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    # -P: a module that lies in the current folder, beside the releases of a stranger, is not run.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "rag.corpus.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
