"""Haystack's side of benchmarks/peers.py: hybrid retrieval as its documentation sets it up.

In-memory document store, BM25 and embeddings, joined by reciprocal rank fusion; kept on disk with
``save_to_disk``. Runs in an environment of its own; benchmarks/peers.py makes it and calls this.

    python peer_haystack.py build MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_haystack.py cold MODEL INDEX QUESTION
    python peer_haystack.py warm MODEL INDEX DEPTH  (questions on stdin, a line each)
"""

import json
import os
import sys

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
from peer import rate, read, serve


def build(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Encode the sample by its own embedder (for the rate), index the passages with the vectors."""
    held, given = read(passages), np.load(vectors)
    embedder = SentenceTransformersDocumentEmbedder(
        model=model, prefix="passage: ", progress_bar=False
    )
    embedder.warm_up()

    def encode(texts: list[str]) -> np.ndarray:
        encoded = embedder.run(documents=[Document(content=text) for text in texts])
        return np.array([document.embedding for document in encoded["documents"]], np.float32)

    measured = rate(encode, held, given, sample)
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
    print(measured)


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
        serve(lambda question: ask(made, question))


if __name__ == "__main__":
    main()
