"""What the peers' scripts share. They run it in environments of their own, which have numpy and
not this project."""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np


def read(passages: str) -> list[dict[str, str]]:
    """The passages that benchmarks/peers.py wrote: id, title and text of each."""
    with open(passages, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rate(
    encode: Callable[[list[str]], Any], held: list[dict[str, str]], given: Any, sample: str
) -> str:
    """How long a peer takes to encode the sample by its own model, and the least cosine of its
    vectors with those that it is given, as JSON.

    Args:
        encode: texts to (n, dimension) float32.
        given: (passages, dimension) float32.
        sample: rows, with commas between.
    """
    rows = [int(at) for at in sample.split(",")]
    drawn = [held[row]["text"] for row in rows]
    encode(drawn[:8])
    wall, cpu = time.perf_counter(), time.process_time()
    own = encode(drawn)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    same = (np.asarray(own) * given[rows]).sum(axis=1)
    return json.dumps({"wall": wall, "cpu": cpu, "cosine": float(same.min())})


def serve(ask: Callable[[str], list[str]]) -> None:
    """Answer the questions on standard input, a line each, with the ids found and what it took."""
    for question in sys.stdin:
        start = time.perf_counter()
        ids = ask(question.strip())
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"ids": ids, "seconds": seconds, "peak": peak}), flush=True)
