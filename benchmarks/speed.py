"""Whole processes on the five releases: a cold question, a build, an update; peak memory.

txtai on the same corpus and weights takes turns with ``rag ask`` in one run. Its environment is
made under benchmarks/.work/txtai (pip install txtai with the same torch) if it is not there.

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
from benchmarks.common import QUESTION, ROOT, SEEDS, WORK, parser, record, spread, table
from benchmarks.processes import environment, run
from rag.evaluation import read_questions
from rag.models.e5.encoder import weights_path
from training.e5_model import unpack

# 110 tokens, as a release's paragraph has on average.
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
        place = Path(folder)
        index = place / "index"
        ask: list[str | Path] = [command, "ask", QUESTION, "--json", "-i", index]
        builds, updates = [], []
        corpus = place / "corpus"
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
        asks, memory, theirs, their_memory = [], [], [], []
        peer: list[str | Path] = []
        if not arguments.without_txtai:
            script = ROOT / "peer_txtai.py"
            model = unpack(weights_path(), WORK / "e5")
            base: list[str | Path] = [environment(WORK / "txtai", ["txtai"]), script]
            make: list[str | Path] = [*base, "build", model, place / "txtai", SEEDS, QUESTION]
            run(make)
            peer = [*base, "ask", model, place / "txtai", SEEDS, QUESTION]
        for _turn in range(arguments.turns):
            ours = run(ask)
            asks.append(ours.seconds)
            memory.append(ours.peak)
            if peer:
                other = run(peer)
                theirs.append(other.seconds)
                their_memory.append(other.peak)
        warm: dict[bool, list[float]] = {True: [], False: []}
        questions = [q.text for q in read_questions(ROOT / "questions/releases.jsonl")]
        for enabled, times in warm.items():
            settings = rag.Settings(reader=rag.ReaderSettings(enabled=enabled))
            with rag.open(index, settings=settings) as library:
                library.ask(QUESTION)
                for question in questions:
                    start = time.perf_counter()
                    library.ask(question)
                    times.append(1000 * (time.perf_counter() - start))
    reading = []
    encoder = rag.load_encoder(rag.EncoderSettings())
    reader = rag.load_reader(rag.ReaderSettings(), encoder.identity)
    asked = [(QUESTION, "", PASSAGE)] * 20
    for _turn in range(arguments.turns + 1):
        start = time.perf_counter()
        list(reader.read(asked))
        reading.append(1000 * (time.perf_counter() - start))
    reader.close()
    rows = [
        ("`rag ask … --json`, whole process", spread(asks, "s")),
        ("its peak memory", f"{max(memory):.0f} MB"),
        ("`rag build` from nothing, whole process", spread(builds, "s")),
        ("`rag build` after one release changed", spread(updates, "s")),
        (
            f"`library.ask`, warm, {len(questions)} questions in six languages: p50, p95",
            "{:.0f} ms, {:.0f} ms".format(*np.percentile(warm[True], (50, 95))),
        ),
        (
            "the same without the reader",
            "{:.0f} ms, {:.0f} ms".format(*np.percentile(warm[False], (50, 95))),
        ),
        ("the reader, 20 passages of 110 tokens", f"{np.median(reading[1:]):.0f} ms"),
    ]
    text = f"The five releases; median (least–most) of {arguments.turns}.\n\n"
    if theirs:
        ratio = np.median(theirs) / np.median(asks)
        rows.insert(2, ("txtai, hybrid, one cold question, whole process", spread(theirs, "s")))
        rows.insert(3, ("its peak memory", f"{max(their_memory):.0f} MB"))
        text += f"**{ratio:.1f} times faster than txtai to a cold answer** (turns interleaved).\n\n"
    record(
        "Speed",
        "python -m benchmarks.speed",
        text + table(("", ""), rows),
        write=not arguments.no_write,
    )


if __name__ == "__main__":
    main()
