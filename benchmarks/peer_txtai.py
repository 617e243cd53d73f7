"""txtai's side of benchmarks/speed.py and benchmarks/peers.py: hybrid (its BM25 and dense, same
weights), as its documentation sets it up. Runs in an environment of its own; they call this.

    python peer_txtai.py build|ask MODEL INDEX CORPUS QUESTION
    python peer_txtai.py index MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_txtai.py cold MODEL INDEX QUESTION
    python peer_txtai.py warm MODEL INDEX DEPTH  (questions on stdin, a line each)
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from peer import rate, read, serve
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
    held, given = read(passages), np.load(vectors)
    embeddings = Embeddings(settings(model))
    measured = rate(
        lambda texts: embeddings.batchtransform([(None, text, None) for text in texts], "data"),
        held,
        given,
        sample,
    )
    known = {f"passage: {one['text']}": vector for one, vector in zip(held, given, strict=True)}
    encode = embeddings.model.encode
    embeddings.model.encode = lambda texts, category=None: np.array([known[text] for text in texts])
    embeddings.index((one["id"], one["text"]) for one in held)
    embeddings.model.encode = encode
    embeddings.save(index)
    print(measured)


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
        serve(lambda question: ask(embeddings, question))


if __name__ == "__main__":
    main()
