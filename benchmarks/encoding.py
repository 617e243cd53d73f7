"""Compare the speed of our encoders with sentence-transformers, with the same weights.

The passages are real: paragraphs of the Canadian House of Commons in French, of 150 characters or
more, drawn at random with a fixed seed. All encoders take turns over slices of them in one process.

    python -m benchmarks.encoding [--data FOLDER] [--passages 3000]
"""

from __future__ import annotations

import tarfile
import time
from pathlib import Path

import numpy as np

from benchmarks.archive import MIN_CHARACTERS
from benchmarks.common import WORK, parser, record, require, table
from rag.models.e5.bulk import BulkEncoder
from rag.models.e5.encoder import BULK_FROM, EmbeddedEncoder, weights_path
from rag.models.text import prepare
from training.e5_model import unpack

SLICES = 6


def paragraphs(archive: Path, count: int) -> list[str]:
    """Paragraphs of the debates, drawn at random."""
    paragraphs: list[str] = []
    with tarfile.open(require(archive)) as tar:
        for member in tar:
            stream = tar.extractfile(member)
            if stream is not None:
                text = stream.read().decode("iso-8859-1")
                lines = (line.strip() for line in text.split("\n"))
                paragraphs += [line for line in lines if len(line) >= MIN_CHARACTERS]
    order = np.random.default_rng(0).permutation(len(paragraphs))[:count]
    return [paragraphs[n] for n in order]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--passages", type=int, default=3000)
    arguments = options.parse_args()
    texts = paragraphs(arguments.data / "hansard_ca_fr.tar.xz", arguments.passages)

    start = time.perf_counter()
    ours = BulkEncoder(weights_path())
    load_ours = time.perf_counter() - start
    small = EmbeddedEncoder()
    small.encode_queries(["prêt"])
    folder = unpack(weights_path(), WORK / "e5")
    start = time.perf_counter()
    import torch
    from sentence_transformers import SentenceTransformer

    defaults = SentenceTransformer(str(folder))
    load_theirs = time.perf_counter() - start
    half = SentenceTransformer(str(folder), model_kwargs={"dtype": torch.bfloat16})

    def by_ours(part: list[str]) -> np.ndarray:
        out = np.empty((len(part), 384), np.float32)
        for position, vector in ours.encode(["passage: " + prepare(text) for text in part]):
            out[position] = vector
        return out

    def by_defaults(part: list[str]) -> np.ndarray:
        return np.asarray(defaults.encode(part, prompt="passage: "))

    def by_half(part: list[str]) -> np.ndarray:
        vectors = half.encode(part, prompt="passage: ", batch_size=16, convert_to_tensor=True)
        return np.asarray(vectors.float().cpu())

    def by_small(part: list[str]) -> np.ndarray:
        return np.array([small._encode_small([prepare(text)], is_query=False)[0] for text in part])

    encoders = {
        "sentence-transformers, its defaults (float32)": by_defaults,
        "sentence-transformers, bfloat16": by_half,
        "small engine (one text at a time)": by_small,
        "bulk engine (ONNX Runtime, 8-bit)": by_ours,
    }
    seconds = dict.fromkeys(encoders, 0.0)
    counts = dict.fromkeys(encoders, 0)
    worst = dict.fromkeys(encoders, 1.0)
    mean: dict[str, list[float]] = {name: [] for name in encoders}
    for encode in encoders.values():
        encode(texts[:8])  # warms it up
    for turn in range(SLICES):
        part = texts[turn::SLICES]
        reference = None
        for name, encode in encoders.items():
            passages = part[:60] if encode is by_small else part
            start = time.perf_counter()
            vectors = encode(passages)
            seconds[name] += time.perf_counter() - start
            counts[name] += len(passages)
            if reference is None:
                reference = vectors
            cosine = (vectors * reference[: len(passages)]).sum(axis=1)
            cosine /= np.linalg.norm(vectors, axis=1)
            worst[name] = min(worst[name], float(cosine.min()))
            mean[name].append(float(cosine.mean()))
    rates = {name: counts[name] / seconds[name] for name in encoders}
    base, _, rate_small, rate_ours = rates.values()
    rows = []
    for name, rate in rates.items():
        cosine = f"{np.mean(mean[name]):.4f} / {worst[name]:.4f}"
        rows.append((name, counts[name], f"{rate:.1f}", f"{rate / base:.2f}", cosine))
    tokens = np.mean([small.count_tokens(text) for text in texts[:500]])
    break_even = load_ours / (1 / rate_small - 1 / rate_ours)
    text = (
        f"{len(texts)} passages of {tokens:.0f} tokens on average; the ways take turns over "
        f"{SLICES} slices.\n\n"
        + table(("", "passages", "passages/s", "ratio", "cosine to the first, mean / least"), rows)
        + f"\n\nReady after {load_ours:.1f} s (bulk engine) and {load_theirs:.1f} s "
        "(sentence-transformers, import and load). The bulk engine repays its loading from "
        f"{break_even:.0f} passages of this length on; the product switches at {BULK_FROM}."
    )
    record("Encoding", "python -m benchmarks.encoding", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
