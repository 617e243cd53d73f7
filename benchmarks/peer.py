"""Shared by the scripts of the peers. Their environments have numpy, but not this project."""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np


def read(passages: str) -> list[dict[str, str]]:
    """The passages that benchmarks/peers.py wrote: ``id``, ``title`` and ``text`` of each."""
    with open(passages, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure_encoding(
    encode: Callable[[list[str]], Any], items: list[dict[str, str]], given: Any, sample: str
) -> str:
    """Measure how fast a peer encodes a sample of the passages.

    Args:
        encode: texts to (n, dimension) float32.
        items: the passages, as ``read`` returns them.
        given: (passages, dimension) float32, the vectors that all peers index.
        sample: row numbers of the sample, separated by commas.

    Returns:
        JSON: ``wall`` and ``cpu`` in seconds, and ``cosine``, the lowest cosine between a vector of
        the peer and the given one.
    """
    rows = [int(row) for row in sample.split(",")]
    texts = [items[row]["text"] for row in rows]
    encode(texts[:8])  # warms it up
    wall, cpu = time.perf_counter(), time.process_time()
    own = encode(texts)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    cosines = (np.asarray(own) * given[rows]).sum(axis=1)
    return json.dumps({"wall": wall, "cpu": cpu, "cosine": float(cosines.min())})


def serve(ask: Callable[[str], list[str]]) -> None:
    """Answer the questions on standard input, one a line.

    Prints for each a JSON object: ``ids`` found, ``seconds``, and ``peak`` memory in MB.
    """
    for question in sys.stdin:
        start = time.perf_counter()
        ids = ask(question.strip())
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"ids": ids, "seconds": seconds, "peak": peak}), flush=True)
