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

from rag.corpus.worker import loaded, receive, send
from rag.errors import CorpusError, UnreadableFileError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_LOADING = 300.0  # how many seconds the process may take to import what it runs


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
            CorpusError: the process ended before it could run the function.
            OSError: the process cannot be started.
        """
        if self._process is None:
            self._process = _start()
            try:
                self._asked(_LOADING, loaded, function)
            except EOFError:
                raise CorpusError("corpus.process_ended", code=self.close()) from None
        try:
            result = self._asked(self._seconds, function, *arguments)
        except EOFError:
            self.close()
            raise UnreadableFileError("file.crashed") from None
        if isinstance(result, UnreadableFileError):
            raise result
        return cast(Result, result)

    def _asked(self, seconds: float | None, *request: object) -> object:
        """What the process answers to a request.

        Raises:
            EOFError: it has ended, or was ended after so many seconds.
        """
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(seconds, process.kill) if seconds is not None else None
        if timer is not None:
            timer.start()
        try:
            send(process.stdin, request)
            return receive(process.stdout)
        except OSError:
            raise EOFError from None
        finally:
            if timer is not None:
                timer.cancel()

    def close(self) -> int:
        """End the process. Returns its exit status; 0 if there is none."""
        process, self._process = self._process, None
        if process is None:
            return 0
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        return process.wait()


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
