"""Settings of what answers a question: search, reader, threshold, language model, engine."""

from __future__ import annotations

from urllib.parse import urlsplit

from rag.config.serving import is_loopback
from rag.lazy import dataclass


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How candidates are found and merged.

    Attributes:
        k: number of hits.
        candidates: number of candidates that each retriever gives before fusion.
        dense_weight: weight of the dense standard score, 0 to 1; the lexical one has the rest.
            Chosen on PIAF train.
        dense_weight_cross_lingual: the same for a question in a language that no release has. It
            shares only names and numbers with the releases. Chosen on half of XQuAD.
        bm25_k1, bm25_b: saturation and length normalisation of BM25.
        period_bonus: added to the score of a passage if its release's date lies in the period
            that the question names; half of it if only a date in the passage does. 0 is off.
    """

    k: int = 5
    candidates: int = 200
    dense_weight: float = 0.7
    dense_weight_cross_lingual: float = 0.9
    bm25_k1: float = 1.2
    bm25_b: float = 0.75
    period_bonus: float = 2.0


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The reader, which re-ranks the first hits and finds the words that answer.

    Attributes:
        enabled: False switches it off; answers are then whole sentences.
        model: ``embedded`` (shipped with the package), or a folder with ``reader.npz`` and
            ``calibration.json`` of the same format.
        passages: how many of the first hits it reads.
    """

    enabled: bool = True
    model: str = "embedded"
    passages: int = 12


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """When to answer and when to abstain.

    Attributes:
        threshold: an answer is given from this confidence on, 0 to 1; None takes the value of the
            reader's calibration. benchmarks/abstention.py measures what each value costs.
    """

    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class GenerationSettings:
    """The optional language model that writes a text in addition to the answer.

    Nothing is ever sent without both a ``base_url`` and ``--llm`` (``llm=True``).

    Attributes:
        base_url: address of an OpenAI-compatible endpoint, such as ``http://127.0.0.1:8080/v1``;
            ``""`` for none.
        model: name of the model; ``""`` if the endpoint serves only one.
        api_key_env: name of the environment variable with the key, never the key itself.
        timeout: seconds that a call may take in total.
        max_tokens: length of the longest text that the model may write, in its tokens.
        temperature: sampling temperature; 0 gives the most probable text.
    """

    base_url: str = ""
    model: str = ""
    api_key_env: str = "RAG_LLM_API_KEY"
    timeout: float = 30.0
    max_tokens: int = 400
    temperature: float = 0.0

    @property
    def destination(self) -> str:
        """Scheme, host and port of ``base_url``, safe to show.

        ``""`` if ``base_url`` is not an http or https address, or has a user name or a password.
        """
        try:
            parts = urlsplit(self.base_url.strip())
            port = f":{parts.port}" if parts.port is not None else ""
        except ValueError:
            return ""
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return ""
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return f"{parts.scheme}://{host}{port}"

    @property
    def leaves_the_machine(self) -> bool:
        """Whether ``base_url`` is on another machine: not on the loopback interface."""
        host = urlsplit(self.destination).hostname if self.destination else None
        return host is not None and not is_loopback(host)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Where the index is searched.

    Attributes:
        name: ``local``, the files of the index folder; or ``milvus``, a server or a file; ``""``
            takes the one that has an address.
        uri: address of Milvus: ``http://…:19530``, or a file that ends in ``.db`` (Milvus Lite).
        collection: alias of the collection, and the beginning of the names of its versions:
            letters, digits and underscores.
        token_env: name of the environment variable with ``user:password`` or a token, never the
            secret itself.
        timeout: seconds that one request may take.
    """

    name: str = "local"
    uri: str = ""
    collection: str = "rag"
    token_env: str = "RAG_MILVUS_TOKEN"  # noqa: S105 (a name, not the token)
    timeout: float = 30.0
