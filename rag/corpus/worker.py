"""A process that runs functions of this package for another one: ``python -m rag.corpus.worker``.

Requests, a function and its arguments, come on standard input, and results go to standard output.
Each is a pickle with its length in 8 bytes (little-endian) before it. Only ``rag.corpus.process``
starts this process.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import IO

from rag.errors import UnreadableFileError


def send(stream: IO[bytes], value: object) -> None:
    """Write a value as a pickle with its length before it."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read a value that ``send`` wrote.

    Raises:
        EOFError: the other process has closed the stream.
    """
    length = stream.read(8)
    if len(length) < 8:
        raise EOFError
    data = stream.read(int.from_bytes(length, "little"))
    return pickle.loads(data)


def loaded(_function: object) -> None:
    """Do nothing: by then the function's module has been imported."""


def main() -> None:
    # The parent process handles Ctrl-C, and ends this process by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A library may print to standard output: send that to standard error.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            request = receive(sys.stdin.buffer)
        except EOFError:
            return
        assert isinstance(request, tuple)
        function, *arguments = request
        try:
            send(results, function(*arguments))
        except UnreadableFileError as error:
            send(results, error)


if __name__ == "__main__":
    main()
