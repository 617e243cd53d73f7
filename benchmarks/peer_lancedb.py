"""LanceDB for benchmarks/peers.py, which runs this in an environment of its own.

It is a table with vectors and a full-text index, searched together. The index stems French. The
vectors are compared one by one, as its documentation advises up to 100,000 rows. Its RRFReranker
fuses the results.

    python peer_lancedb.py encode MODEL PASSAGES VECTORS  (writes the vectors for all peers)
    python peer_lancedb.py build MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_lancedb.py cold MODEL INDEX QUESTION
    python peer_lancedb.py warm MODEL INDEX DEPTH  (questions on stdin, one a line)
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
from peer import measure_encoding, read, serve
from sentence_transformers import SentenceTransformer

CHUNK = 512


def encode(model: str, passages: str, vectors: str) -> None:
    """Encode all passages in chunks; an interrupted run continues where it stopped.

    It uses bfloat16, which is twice as fast. ``measure_encoding`` compares these vectors with the
    peers' own in float32.
    """
    texts = [item["text"] for item in read(passages)]
    encoder = SentenceTransformer(model, device="cpu", model_kwargs={"dtype": torch.bfloat16})
    partial = f"{vectors}.part.npy"
    done = np.load(partial) if os.path.exists(partial) else np.empty((0, 384), np.float32)
    for start in range(len(done), len(texts), CHUNK):
        chunk = texts[start : start + CHUNK]
        encoded = encoder.encode(
            chunk, prompt_name="document", batch_size=16, convert_to_tensor=True
        )
        new = encoded.float().numpy()
        done = np.concatenate([done, new / np.linalg.norm(new, axis=1, keepdims=True)])
        np.save(partial, done)
        print(f"{len(done)} of {len(texts)}", file=sys.stderr)
    os.rename(partial, vectors)


def build(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Measure its encoding on the sample; then index the passages with the given vectors."""
    items, given = read(passages), np.load(vectors)
    encoder = SentenceTransformer(model, device="cpu")
    measured = measure_encoding(
        lambda texts: encoder.encode(texts, prompt_name="document"), items, given, sample
    )
    table = lancedb.connect(index).create_table(
        "passages",
        data=[{**item, "vector": vector} for item, vector in zip(items, given, strict=True)],
        mode="overwrite",
    )
    table.create_index("text", config=FTS(language="French"))
    print(measured)


def ask(table: Any, encoder: Any, question: str, depth: int) -> list[str]:
    hits = (
        table.search(query_type="hybrid")
        .vector(encoder.encode(question, prompt_name="query"))
        .text(question)
        .rerank(RRFReranker())
        .limit(depth)
        .select(["id", "text"])
        .to_list()
    )
    return [hit["id"] for hit in hits[:10]]


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
