"""txtai's side of benchmarks/speed.py and benchmarks/peers.py: hybrid (its BM25 and dense, same
weights), as its documentation sets it up. Runs in an environment of its own; they call this.

    python peer_txtai.py build|ask MODEL INDEX CORPUS QUESTION
    python peer_txtai.py index MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_txtai.py cold MODEL INDEX QUESTION
    python peer_txtai.py warm MODEL INDEX DEPTH  (questions on stdin, a line each)
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from txtai import Embeddings


def settings(model: str) -> dict[str, Any]:
    return {
        "path": model,
        "instructions": {"query": "query: ", "data": "passage: "},
        "hybrid": True,
        "content": True,
        "gpu": False,
    }


def build(model: str, index: str, corpus: str) -> None:
    """Index the long lines of a folder of releases."""
    passages = [
        line.strip()
        for path in sorted(Path(corpus).glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.strip()) > 100
    ]
    embeddings = Embeddings(settings(model))
    embeddings.index(passages)
    embeddings.save(index)


def build_given(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Encode the sample by its own model (for the rate), index the passages with the vectors."""
    with open(passages, encoding="utf-8") as lines:
        held = [json.loads(line) for line in lines]
    embeddings = Embeddings(settings(model))
    drawn = [(None, held[int(at)]["text"], None) for at in sample.split(",")]
    embeddings.batchtransform(drawn[:8], "data")
    wall, cpu = time.perf_counter(), time.process_time()
    own = np.asarray(embeddings.batchtransform(drawn, "data"))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    given = np.load(vectors)
    same = (own * given[[int(at) for at in sample.split(",")]]).sum(axis=1)
    known = {f"passage: {one['text']}": vector for one, vector in zip(held, given, strict=True)}
    encode = embeddings.model.encode
    embeddings.model.encode = lambda texts, category=None: np.array([known[text] for text in texts])
    embeddings.index((one["id"], one["text"]) for one in held)
    embeddings.model.encode = encode
    embeddings.save(index)
    print(json.dumps({"wall": wall, "cpu": cpu, "cosine": float(same.min())}))


def loaded(index: str) -> Embeddings:
    embeddings = Embeddings()
    embeddings.load(index)
    return embeddings


def ask(embeddings: Embeddings, question: str) -> list[str]:
    return [one["id"] for one in embeddings.search(question, 10)]


def main() -> None:
    action, model, index, *rest = sys.argv[1:]
    if action == "build":
        build(model, index, rest[0])
    elif action == "ask":
        print(json.dumps(loaded(index).search(rest[1], 5), ensure_ascii=False))
    elif action == "index":
        build_given(model, index, *rest)
    elif action == "cold":
        print(json.dumps(ask(loaded(index), rest[0])))
    else:
        embeddings = loaded(index)
        for question in sys.stdin:
            start = time.perf_counter()
            ids = ask(embeddings, question.strip())
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps({"ids": ids, "seconds": seconds, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
