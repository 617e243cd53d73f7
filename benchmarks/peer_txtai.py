"""txtai for benchmarks/speed.py and benchmarks/peers.py, which run this in its own environment.

It is set up as its documentation says: hybrid (its BM25 and dense), with the same weights.

    python peer_txtai.py build MODEL INDEX CORPUS
    python peer_txtai.py ask MODEL INDEX QUESTION
    python peer_txtai.py index MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_txtai.py cold MODEL INDEX QUESTION
    python peer_txtai.py warm MODEL INDEX DEPTH  (questions on stdin, one a line)
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from peer import measure_encoding, read, serve
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
    """Measure its encoding on the sample; then index the passages with the given vectors."""
    items, given = read(passages), np.load(vectors)
    embeddings = Embeddings(settings(model))
    measured = measure_encoding(
        lambda texts: embeddings.batchtransform([(None, text, None) for text in texts], "data"),
        items,
        given,
        sample,
    )
    known = {f"passage: {item['text']}": vector for item, vector in zip(items, given, strict=True)}
    encode = embeddings.model.encode
    embeddings.model.encode = lambda texts, category=None: np.array([known[text] for text in texts])
    embeddings.index((item["id"], item["text"]) for item in items)
    embeddings.model.encode = encode
    embeddings.save(index)
    print(measured)


def load(index: str) -> Embeddings:
    embeddings = Embeddings()
    embeddings.load(index)
    return embeddings


def ask(embeddings: Embeddings, question: str) -> list[str]:
    return [hit["id"] for hit in embeddings.search(question, 10)]


def main() -> None:
    action, model, index, *rest = sys.argv[1:]
    if action == "build":
        build(model, index, rest[0])
    elif action == "ask":
        print(json.dumps(load(index).search(rest[0], 5), ensure_ascii=False))
    elif action == "index":
        build_given(model, index, *rest)
    elif action == "cold":
        print(json.dumps(ask(load(index), rest[0])))
    else:
        embeddings = load(index)
        serve(lambda question: ask(embeddings, question))


if __name__ == "__main__":
    main()
