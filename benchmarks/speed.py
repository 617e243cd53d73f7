"""Measure whole processes on the five releases: a cold question, a build, an update, peak memory.

txtai answers the same question on the same corpus with the same weights, in turn with ``rag ask``.
Its virtual environment is benchmarks/.work/txtai; it is made if it does not exist.

    python -m benchmarks.speed [--turns 7] [--without-txtai]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

import rag
from benchmarks.common import (
    OUR_QUESTIONS,
    QUESTION,
    ROOT,
    SEEDS,
    WORK,
    median_and_range,
    parser,
    record,
    table,
)
from benchmarks.processes import environment, run
from rag.evaluation import read_questions
from rag.models.e5.encoder import weights_path
from training.e5_model import unpack

# 110 tokens, the average length of a release's paragraph.
PASSAGE = (
    "Les ministres ont également abordé les moyens de renforcer la capacité industrielle et de "
    "reconstituer les stocks d’armements et de munitions, plus demandés que jamais, compte tenu du "
    "soutien sans précédent des Alliés à l’Ukraine. Les Alliés conviennent de la nécessité "
    "de travailler main dans la main avec l’industrie de la défense pour accroître la capacité "
    "industrielle, et de tenir les engagements pris au sommet de Madrid l’an dernier avec tous les "
    "partenaires."
)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--turns", type=int, default=7)
    options.add_argument("--without-txtai", action="store_true")
    arguments = options.parse_args()
    command = Path(sys.executable).parent / "rag"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        index = scratch / "index"
        ask: list[str | Path] = [command, "ask", QUESTION, "--json", "-i", index]
        builds, updates = [], []
        corpus = scratch / "corpus"
        shutil.copytree(SEEDS, corpus)
        changed = corpus / "001_319c6ed45504dc95.txt"
        original = changed.read_text(encoding="utf-8")
        for turn in range(arguments.turns):
            shutil.rmtree(index, ignore_errors=True)
            changed.write_text(original, encoding="utf-8")
            builds.append(run([command, "build", corpus, "-i", index]).seconds)
            changed.write_text(
                f"{original}\n\nAjout numéro {turn} au communiqué.", encoding="utf-8"
            )
            updates.append(run([command, "build", corpus, "-i", index]).seconds)
        asks, memory, txtai_asks, txtai_memory = [], [], [], []
        txtai: list[str | Path] = []
        if not arguments.without_txtai:
            script = ROOT / "peer_txtai.py"
            model = unpack(weights_path(), WORK / "e5")
            python = environment(WORK / "txtai", ["txtai"])
            run([python, script, "build", model, scratch / "txtai", SEEDS])
            txtai = [python, script, "ask", model, scratch / "txtai", QUESTION]
        for _turn in range(arguments.turns):
            ours = run(ask)
            asks.append(ours.seconds)
            memory.append(ours.peak)
            if txtai:
                theirs = run(txtai)
                txtai_asks.append(theirs.seconds)
                txtai_memory.append(theirs.peak)
        warm: dict[bool, list[float]] = {True: [], False: []}
        questions = [q.text for q in read_questions(OUR_QUESTIONS)]
        for enabled, times in warm.items():
            settings = rag.Settings(reader=rag.ReaderSettings(enabled=enabled))
            with rag.open(index, settings=settings) as library:
                library.ask(QUESTION)
                for question in questions:
                    start = time.perf_counter()
                    library.ask(question)
                    times.append(1000 * (time.perf_counter() - start))
    reader_times = []
    encoder = rag.load_encoder(rag.EncoderSettings())
    reader = rag.load_reader(rag.ReaderSettings(), encoder.identity)
    pairs = [(QUESTION, "", PASSAGE)] * 20
    for _turn in range(arguments.turns + 1):
        start = time.perf_counter()
        list(reader.read(pairs))
        reader_times.append(1000 * (time.perf_counter() - start))
    reader.close()
    rows = [
        ("`rag ask … --json`, whole process", median_and_range(asks, "s")),
        ("its peak memory", f"{max(memory):.0f} MB"),
        ("`rag build` from nothing, whole process", median_and_range(builds, "s")),
        ("`rag build` after one release changed", median_and_range(updates, "s")),
        (
            f"`library.ask`, warm, {len(questions)} questions in six languages: p50, p95",
            "{:.0f} ms, {:.0f} ms".format(*np.percentile(warm[True], (50, 95))),
        ),
        (
            "the same without the reader",
            "{:.0f} ms, {:.0f} ms".format(*np.percentile(warm[False], (50, 95))),
        ),
        ("the reader, 20 passages of 110 tokens", f"{np.median(reader_times[1:]):.0f} ms"),
    ]
    text = f"The five releases; median (least–most) of {arguments.turns}.\n\n"
    if txtai:
        ratio = np.median(txtai_asks) / np.median(asks)
        rows.insert(
            2,
            ("txtai, hybrid, one cold question, whole process", median_and_range(txtai_asks, "s")),
        )
        rows.insert(3, ("its peak memory", f"{max(txtai_memory):.0f} MB"))
        text += f"**{ratio:.1f} times faster than txtai to a cold answer** (turns interleaved).\n\n"
    record(
        "Speed",
        "python -m benchmarks.speed",
        text + table(("", ""), rows),
        write=not arguments.no_write,
    )


if __name__ == "__main__":
    main()
