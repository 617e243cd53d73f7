"""A process that reads releases for another one: ``python -m rag.corpus.worker``.

Requests come on standard input and results go to standard output, each as its length in 8 bytes and
a pickle. Only ``rag.corpus.reading_ahead`` starts it and speaks with it.
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
    """Write a value."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read a value.

    Raises:
        EOFError: the other side has ended.
    """
    length = stream.read(8)
    if len(length) < 8:
        raise EOFError
    data = stream.read(int.from_bytes(length, "little"))
    return pickle.loads(data)


def main() -> None:
    # Ctrl-C is for the process that asked: it ends this one by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not get between the results.
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
