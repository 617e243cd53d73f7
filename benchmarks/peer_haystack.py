"""Haystack for benchmarks/peers.py, which runs this in an environment of its own.

It is set up as its documentation says: an in-memory document store, BM25 and embeddings, joined by
reciprocal rank fusion, and stored with ``save_to_disk``.

    python peer_haystack.py build MODEL INDEX PASSAGES VECTORS SAMPLE
    python peer_haystack.py cold MODEL INDEX QUESTION
    python peer_haystack.py warm MODEL INDEX DEPTH  (questions on stdin, one a line)
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
from peer import measure_encoding, read, serve


def build(model: str, index: str, passages: str, vectors: str, sample: str) -> None:
    """Measure its encoding on the sample; then index the passages with the given vectors."""
    items, given = read(passages), np.load(vectors)
    embedder = SentenceTransformersDocumentEmbedder(
        model=model, prefix="passage: ", progress_bar=False
    )
    embedder.warm_up()

    def encode(texts: list[str]) -> np.ndarray:
        encoded = embedder.run(documents=[Document(content=text) for text in texts])
        return np.array([document.embedding for document in encoded["documents"]], np.float32)

    measured = measure_encoding(encode, items, given, sample)
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(
        [
            Document(
                id=item["id"], content=item["text"], meta={"title": item["title"]}, embedding=vector
            )
            for item, vector in zip(items, given.tolist(), strict=True)
        ]
    )
    os.makedirs(index, exist_ok=True)
    store.save_to_disk(f"{index}/store.json")
    print(measured)


def pipeline(model: str, index: str, depth: int) -> Pipeline:
    """The hybrid query pipeline of its documentation, over the stored index."""
    store = InMemoryDocumentStore.load_from_disk(f"{index}/store.json")
    hybrid = Pipeline()
    hybrid.add_component(
        "text_embedder",
        SentenceTransformersTextEmbedder(model=model, prefix="query: ", progress_bar=False),
    )
    hybrid.add_component(
        "embedding_retriever", InMemoryEmbeddingRetriever(document_store=store, top_k=depth)
    )
    hybrid.add_component("bm25_retriever", InMemoryBM25Retriever(document_store=store, top_k=depth))
    hybrid.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=10))
    hybrid.connect("text_embedder", "embedding_retriever")
    hybrid.connect("bm25_retriever", "joiner")
    hybrid.connect("embedding_retriever", "joiner")
    return hybrid


def ask(hybrid: Pipeline, question: str) -> list[str]:
    result = hybrid.run(
        {"text_embedder": {"text": question}, "bm25_retriever": {"query": question}}
    )
    return [document.id for document in result["joiner"]["documents"]]


def main() -> None:
    action, model, index, *rest = sys.argv[1:]
    if action == "build":
        build(model, index, *rest)
    elif action == "cold":
        print(json.dumps(ask(pipeline(model, index, 10), rest[0])))
    else:
        hybrid = pipeline(model, index, int(rest[0]))
        serve(lambda question: ask(hybrid, question))


if __name__ == "__main__":
    main()
