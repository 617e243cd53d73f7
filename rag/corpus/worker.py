"""A process that reads releases for another one: ``python -m rag.corpus.worker``.

Requests come on standard input, and results go to standard output. Each is a pickle with its length
in 8 bytes (little-endian) before it. Only ``rag.corpus.reading_ahead`` starts this process.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import BinaryIO

from rag.corpus.reading import read_release
from rag.errors import UnreadableFileError


def send(stream: BinaryIO, value: object) -> None:
    """Write a value as a pickle with its length before it."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read a value that ``send`` wrote.

    Raises:
        EOFError: the other process has closed the stream.
    """
    length = stream.read(8)
    if len(length) < 8:
        raise EOFError
    data = stream.read(int.from_bytes(length, "little"))
    return pickle.loads(data)


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
        try:
            send(results, read_release(*request))
        except UnreadableFileError as error:
            send(results, error.key)


if __name__ == "__main__":
    main()
