"""LanceDB's side of benchmarks/peers.py: a table with vectors and a full-text index, both asked.

The index stems French, vectors are compared one by one (its documentation advises against a
vector index up to 100,000 rows), results are fused by its RRFReranker. Runs in an environment of
its own; benchmarks/peers.py makes it and calls this.

    python peer_lancedb.py encode MODEL PASSAGES VECTORS  (the vectors that all peers are given)
    python peer_lancedb.py build MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_lancedb.py cold MODEL INDEX QUESTION
    python peer_lancedb.py warm MODEL INDEX DEPTH  (questions on stdin, a line each)
"""

import json
import os
import sys
from typing import Any

import lancedb  # type: ignore[import-not-found]
import numpy as np
import torch
from lancedb.index import FTS  # type: ignore[import-not-found]
from lancedb.rerankers import RRFReranker  # type: ignore[import-not-found]
from peer import rate, read, serve
from sentence_transformers import SentenceTransformer

CHUNK = 512


def encode(model: str, passages: str, vectors: str) -> None:
    """Encode all passages, a chunk at a time; what was done before is kept. In bfloat16, which is
    twice as fast; each peer compares vectors of its own, in float32, with these."""
    texts = [one["text"] for one in read(passages)]
    encoder = SentenceTransformer(model, device="cpu", model_kwargs={"dtype": torch.bfloat16})
    partial = f"{vectors}.part.npy"
    done = np.load(partial) if os.path.exists(partial) else np.empty((0, 384), np.float32)
    for start in range(len(done), len(texts), CHUNK):
        chunk = texts[start : start + CHUNK]
        made = encoder.encode(chunk, prompt_name="document", batch_size=16, convert_to_tensor=True)
        more = made.float().numpy()
        done = np.concatenate([done, more / np.linalg.norm(more, axis=1, keepdims=True)])
        np.save(partial, done)
        print(f"{len(done)} of {len(texts)}", file=sys.stderr)
    os.rename(partial, vectors)


def build(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Encode the sample by its own model (for the rate), index the passages with the vectors."""
    held, given = read(passages), np.load(vectors)
    encoder = SentenceTransformer(model, device="cpu")
    measured = rate(
        lambda texts: encoder.encode(texts, prompt_name="document"), held, given, sample
    )
    table = lancedb.connect(index).create_table(
        "passages",
        data=[{**one, "vector": vector} for one, vector in zip(held, given, strict=True)],
        mode="overwrite",
    )
    table.create_index("text", config=FTS(language="French"))
    print(measured)


def ask(table: Any, encoder: Any, question: str, depth: int) -> list[str]:
    found = (
        table.search(query_type="hybrid")
        .vector(encoder.encode(question, prompt_name="query"))
        .text(question)
        .rerank(RRFReranker())
        .limit(depth)
        .select(["id", "text"])
        .to_list()
    )
    return [one["id"] for one in found[:10]]


def main() -> None:
    action, model, *rest = sys.argv[1:]
    if action == "encode":
        encode(model, *rest)
    elif action == "build":
        build(model, *rest)
    else:
        table = lancedb.connect(rest[0]).open_table("passages")
        encoder = SentenceTransformer(model, device="cpu")
        if action == "cold":
            print(json.dumps(ask(table, encoder, rest[1], 10)))
            return
        serve(lambda question: ask(table, encoder, question, int(rest[1])))


if __name__ == "__main__":
    main()
