"""Haystack's side of benchmarks/peers.py: hybrid retrieval as its documentation sets it up.

In-memory document store, BM25 and embeddings, joined by reciprocal rank fusion; kept on disk with
``save_to_disk``. Runs in an environment of its own; benchmarks/peers.py makes it and calls this.

    python peer_haystack.py build MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_haystack.py cold MODEL INDEX QUESTION
    python peer_haystack.py warm MODEL INDEX DEPTH  (questions on stdin, a line each)
"""

import json
import os
import resource
import sys
import time

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"

import numpy as np
from haystack import Document, Pipeline  # type: ignore[import-not-found]
from haystack.components.joiners import DocumentJoiner  # type: ignore[import-not-found]
from haystack.components.retrievers.in_memory import (  # type: ignore[import-not-found]
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.document_stores.in_memory import (  # type: ignore[import-not-found]
    InMemoryDocumentStore,
)
from haystack_integrations.components.embedders.sentence_transformers import (  # type: ignore[import-not-found]
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)


def build(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Encode the sample by its own embedder (for the rate), index the passages with the vectors."""
    with open(passages, encoding="utf-8") as lines:
        held = [json.loads(line) for line in lines]
    embedder = SentenceTransformersDocumentEmbedder(
        model=model, prefix="passage: ", progress_bar=False
    )
    embedder.warm_up()
    drawn = [Document(content=held[int(at)]["text"]) for at in sample.split(",")]
    embedder.run(documents=drawn[:8])
    wall, cpu = time.perf_counter(), time.process_time()
    encoded = embedder.run(documents=drawn)["documents"]
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    given = np.load(vectors)
    own = np.array([document.embedding for document in encoded], np.float32)
    same = (own * given[[int(at) for at in sample.split(",")]]).sum(axis=1)
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(
        [
            Document(
                id=one["id"], content=one["text"], meta={"title": one["title"]}, embedding=vector
            )
            for one, vector in zip(held, given.tolist(), strict=True)
        ]
    )
    os.makedirs(index, exist_ok=True)
    store.save_to_disk(f"{index}/store.json")
    print(json.dumps({"wall": wall, "cpu": cpu, "cosine": float(same.min())}))


def pipeline(model: str, index: str, depth: int) -> Pipeline:
    """The query pipeline of its documentation over the store on disk."""
    store = InMemoryDocumentStore.load_from_disk(f"{index}/store.json")
    made = Pipeline()
    made.add_component(
        "text_embedder",
        SentenceTransformersTextEmbedder(model=model, prefix="query: ", progress_bar=False),
    )
    made.add_component(
        "embedding_retriever", InMemoryEmbeddingRetriever(document_store=store, top_k=depth)
    )
    made.add_component("bm25_retriever", InMemoryBM25Retriever(document_store=store, top_k=depth))
    made.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=10))
    made.connect("text_embedder", "embedding_retriever")
    made.connect("bm25_retriever", "joiner")
    made.connect("embedding_retriever", "joiner")
    return made


def ask(made: Pipeline, question: str) -> list[str]:
    found = made.run({"text_embedder": {"text": question}, "bm25_retriever": {"query": question}})
    return [document.id for document in found["joiner"]["documents"]]


def main() -> None:
    action, model, index, *rest = sys.argv[1:]
    if action == "build":
        build(model, index, *rest)
    elif action == "cold":
        print(json.dumps(ask(pipeline(model, index, 10), rest[0])))
    else:
        made = pipeline(model, index, int(rest[0]))
        for question in sys.stdin:
            start = time.perf_counter()
            ids = ask(made, question.strip())
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps({"ids": ids, "seconds": seconds, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
