"""Standard input and output: UTF-8 whatever the locale says, and closed ones as errors."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import Any

import rag


class _Closed(io.TextIOBase):
    """Stands for a closed standard output: what is written to it is refused."""

    def write(self, text: str) -> int:
        if not text:
            return 0
        raise rag.StorageError("cli.no_output")

    def isatty(self) -> bool:
        return False


class _Nowhere(io.TextIOBase):
    """Stands for a closed standard error."""

    def write(self, text: str) -> int:
        return len(text)


WESTERN = "western"
"""Name of the way to read bytes that are not UTF-8: as Windows-1252, in which older programs and
files write."""


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WESTERN, _western)


def make_ready() -> None:
    """Let the standard streams read and write UTF-8, and be there."""
    if sys.stdout is None:
        _keep_free(1)
        sys.stdout = _Closed()
    if sys.stderr is None:
        _keep_free(2)
        sys.stderr = _Nowhere()
    if sys.stdin is None:
        _keep_free(0)
        sys.stdin = io.StringIO()
    for stream, errors in (
        (sys.stdin, WESTERN), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace"),
    ):  # fmt: skip
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(io.UnsupportedOperation):  # something was read already
                reconfigure(encoding="utf-8", errors=errors)


def flush_all() -> None:
    """Write what is still held back, so that a failure is seen here and not at the exit.

    Raises:
        BrokenPipeError: nobody reads the output any more.
        OSError: the output cannot be written, such as to a full disk.
    """
    sys.stdout.flush()


def silence_output() -> None:
    """Let go what could not be written: Python flushes the output again when it exits."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _keep_free(descriptor: int) -> None:
    """Let no file that is opened later take the number of a closed stream."""
    with suppress(OSError):
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != descriptor:
            os.close(opened)
