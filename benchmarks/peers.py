"""Side by side on 20,000 passages: txtai, Haystack and LanceDB, each hybrid, and this project.

PIAF's passages among debates of a parliament, as benchmarks/archive.py writes them; the same
passages, weights and questions for all. Each peer runs in an environment of its own (made under
benchmarks/.work if it is not there) as its documentation sets it up, in processes of its own that
take turns with ours.

    python -m benchmarks.peers [--size 20500] [--questions 300] [--turns 5]
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import rag
from benchmarks.archive import archive
from benchmarks.common import (
    QUESTION,
    ROOT,
    WORK,
    Question,
    load_squad,
    need,
    parser,
    record,
    table,
)
from benchmarks.processes import environment, quiet, run
from benchmarks.quality import held_out
from rag.models.e5.encoder import weights_path
from training.e5_model import unpack

SAMPLE = 300
"""Passages that each peer encodes itself, for its rate."""
BLOCK = 25
"""Questions that one process answers before the next has its turn."""
PACKAGES = {
    "txtai": ("txtai",),
    "haystack": ("haystack-ai", "sentence-transformers-haystack"),
    "lancedb": ("lancedb", "sentence-transformers"),
}
NAMES = {"txtai": "txtai", "haystack": "Haystack", "lancedb": "LanceDB"}
DEEP = 100
"""Candidates from each retriever in the second look at LanceDB."""


@dataclass(frozen=True)
class Build:
    """What was measured of a build: the process, and in it the encoding of the sample."""

    seconds: float
    cpu: float
    memory: float
    sample_seconds: float = 0.0
    sample_cpu: float = 0.0
    cosine: float = 1.0


@dataclass
class System:
    """A system and what was measured of it; seconds and megabytes."""

    name: str
    cold: list[str]
    warm: list[str]
    build: float = 0.0
    build_cpu: float = 0.0
    build_memory: float = 0.0
    size: float = 0.0
    cold_seconds: list[float] = field(default_factory=list)
    cold_memory: float = 0.0
    seconds: list[float] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    warm_memory: float = 0.0

    def percentile(self, share: int) -> float:
        return float(np.percentile(self.seconds, share))

    @property
    def firsts(self) -> np.ndarray:
        return np.array([rank == 1 for rank in self.ranks], float)

    @property
    def reciprocals(self) -> np.ndarray:
        return np.array([1 / rank if rank else 0.0 for rank in self.ranks])


def python(name: str) -> str:
    """The Python of a peer's own environment."""
    return environment(WORK / name, PACKAGES[name])


def version(name: str) -> str:
    code = f"from importlib.metadata import version; print(version({PACKAGES[name][0]!r}))"
    done = subprocess.run([python(name), "-c", code], capture_output=True, text=True)
    return f"{NAMES[name]} {done.stdout.strip()}"


def export(index: Path, place: Path) -> list[str]:
    """Write our passages for the peers, title and text; the ids, ``source#ordinal``."""
    ids = []
    with rag.open(index, settings=rag.Settings()) as library, place.open("w") as out:
        for release_id in library.release_ids:
            release = library.release(release_id)
            for passage in library.passages(release_id):
                ids.append(f"{release.source}#{passage.ordinal}")
                text = f"{release.title}\n{passage.text}"
                line = {"id": ids[-1], "title": release.title, "text": text}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return ids


def folder_size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


class Serving:
    """A process that answers the questions that it is sent, a line each."""

    def __init__(self, system: System, log: Path) -> None:
        self.system = system
        self._log = log.open("w")
        self._process = subprocess.Popen(
            system.warm,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env=quiet(),
        )

    def ask(self, question: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(question.split()) + "\n")
        self._process.stdin.flush()
        while line := self._process.stdout.readline():
            if line.startswith("{"):
                answer: dict[str, Any] = json.loads(line)
                return answer
        sys.exit(f"{self.system.name} ended; see {self._log.name}")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._log.close()


def warm(systems: Sequence[System], questions: Sequence[Question], logs: Path) -> list[float]:
    """Every question to every system, in blocks, the systems in turn; the machine's load."""
    loads = []
    serving = [
        Serving(system, logs / f"warm-{number}.log") for number, system in enumerate(systems)
    ]
    for one in serving:
        for warming in (QUESTION, "Qui préside la séance ?", "Où se trouve le siège de l’OTAN ?"):
            one.ask(warming)
    for number, start in enumerate(range(0, len(questions), BLOCK)):
        turn = number % len(serving)
        for one in serving[turn:] + serving[:turn]:
            for question in questions[start : start + BLOCK]:
                answer = one.ask(question.text)
                gold = f"piaf/dev/{question.gold:05d}.txt#0"
                rank = answer["ids"].index(gold) + 1 if gold in answer["ids"] else 0
                one.system.seconds.append(answer["seconds"])
                one.system.ranks.append(rank)
                one.system.warm_memory = answer["peak"]
        loads.append(os.getloadavg()[0])
        print(f"{min(start + BLOCK, len(questions))} of {len(questions)}", file=sys.stderr)
    for one in serving:
        one.close()
    return loads


MEASURES = (
    ("build time", "s", lambda s: s.build, False),
    ("peak memory of the build", "MB", lambda s: s.build_memory, False),
    ("index size", "MB", lambda s: s.size, False),
    ("cold answer", "s", lambda s: float(np.median(s.cold_seconds)), False),
    ("peak memory of a cold answer", "MB", lambda s: s.cold_memory, False),
    ("warm p50", "ms", lambda s: 1000 * s.percentile(50), False),
    ("warm p95", "ms", lambda s: 1000 * s.percentile(95), False),
    ("peak memory warm", "MB", lambda s: s.warm_memory, False),
    ("R@1", "", lambda s: float(s.firsts.mean()), True),
    ("MRR@10", "", lambda s: float(s.reciprocals.mean()), True),
)


def shown(value: float, unit: str) -> str:
    digits = 3 if not unit else 1 if unit == "s" and value < 100 else 0
    return f"{value:.{digits}f} {unit}".strip()


def wins(ours: System, plain: System, peers: Sequence[System]) -> str:
    """Where a peer is better than our default, and than ours with the reader off, said first."""
    lines = []
    for name, unit, value, more in MEASURES:
        mine, without = value(ours), value(plain)
        for one in (ours, plain):
            bar = value(one)
            better = [p for p in peers if (value(p) > bar if more else value(p) < bar)]
            if better:
                said = ", ".join(f"{p.name} {shown(value(p), unit)}" for p in better)
                only = "" if one is ours else " (against ours with the reader off only)"
                lines.append(
                    f"- {name}{only}: {said}; ours {shown(mine, unit)}, with the reader off "
                    f"{shown(without, unit)}"
                )
                break
    if not lines:
        return "No peer wins in any column."
    return "**Where a peer wins:**\n\n" + "\n".join(lines)


def difference(one: System, other: System) -> str:
    """Difference of R@1 with a 95 % interval (paired bootstrap)."""
    gap = one.firsts - other.firsts
    drawn = np.random.default_rng(0).integers(0, len(gap), (10_000, len(gap)))
    low, high = np.percentile(gap[drawn].mean(axis=1), (2.5, 97.5))
    return f"{gap.mean():+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--size", type=int, default=20_500, help="passages, about")
    options.add_argument("--questions", type=int, default=300)
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--keep", action="store_true", help="ask what an earlier run has built")
    arguments = options.parse_args()
    loads = [os.getloadavg()[0]]
    corpus = archive(arguments.data, arguments.size)
    place = WORK / "peers" / str(arguments.size)
    place.mkdir(parents=True, exist_ok=True)
    model = str(unpack(weights_path(), WORK / "e5"))
    command = str(Path(sys.executable).parent / "rag")
    mine = place / "rag"
    plain_settings = place / "plain.toml"
    plain_settings.write_text("[reader]\nenabled = false\n")

    ours = System(
        "**ours**",
        [command, "ask", QUESTION, "--json", "-k", "10", "-i", str(mine)],
        [sys.executable, str(ROOT / "peer_ours.py"), str(mine), "reader"],
    )
    search = [command, "search", QUESTION, "--json", "-k", "10", "-i", str(mine)]
    plain = System(
        "ours, reader off",
        [*search, "--config", str(plain_settings)],
        [sys.executable, str(ROOT / "peer_ours.py"), str(mine), "plain"],
    )
    peers, deep = [], []
    for key in PACKAGES:
        base = [python(key), str(ROOT / f"peer_{key}.py")]
        index = str(place / key)
        peers.append(
            System(
                NAMES[key],
                [*base, "cold", model, index, QUESTION],
                [*base, "warm", model, index, "10"],
            )
        )
        if key == "lancedb":
            deep.append(System(NAMES[key], [], [*base, "warm", model, index, str(DEEP)]))

    kept = place / "builds.json"
    builds: dict[str, Build] = {}
    earlier = ""
    if arguments.keep and kept.exists():
        builds = {name: Build(**held) for name, held in json.loads(kept.read_text()).items()}
        earlier = " Builds were\n  measured in a run before the rest, on the same machine."
    if "ours" not in builds:
        print("build: ours", file=sys.stderr)
        shutil.rmtree(mine, ignore_errors=True)
        done = run([command, "build", str(corpus), "-i", str(mine), "-q"])
        builds["ours"] = Build(done.seconds, done.cpu, done.peak)
    loads.append(os.getloadavg()[0])

    passages = place / "passages.jsonl"
    ids = export(mine, passages)
    digest = hashlib.sha256(passages.read_bytes()).hexdigest()[:12]
    vectors = place / f"vectors-{digest}.npy"
    if not vectors.exists():
        script = str(ROOT / "peer_lancedb.py")
        encode = [python("lancedb"), script, "encode", model, str(passages), str(vectors)]
        subprocess.run(encode, check=True, env=quiet())

    drawn = np.random.default_rng(0).permutation(len(ids))[:SAMPLE]
    sample = ",".join(map(str, drawn))
    for key in PACKAGES:
        if key not in builds:
            print(f"build: {key}", file=sys.stderr)
            shutil.rmtree(place / key, ignore_errors=True)
            action = "index" if key == "txtai" else "build"
            base = [python(key), str(ROOT / f"peer_{key}.py"), action, model]
            base += [str(place / key), str(passages), str(vectors), sample]
            done = run(base)
            own = json.loads(done.said.splitlines()[-1])
            builds[key] = Build(
                done.seconds, done.cpu, done.peak, own["wall"], own["cpu"], own["cosine"]
            )
        loads.append(os.getloadavg()[0])
    kept.write_text(json.dumps({name: asdict(one) for name, one in builds.items()}))
    more = len(ids) / len(drawn) - 1
    for key, system in (("ours", ours), ("ours", plain), *zip(PACKAGES, peers, strict=True)):
        one = builds[key]
        system.build = one.seconds + one.sample_seconds * more
        system.build_cpu = one.cpu + one.sample_cpu * more
        system.build_memory = one.memory
    rates = [f"{NAMES[key]} {len(drawn) / builds[key].sample_seconds:.0f}" for key in PACKAGES]
    least = min(builds[key].cosine for key in PACKAGES)

    systems = [ours, plain, *peers]
    for turn in range(arguments.turns):
        print(f"cold, turn {turn + 1}", file=sys.stderr)
        for system in systems:
            asked = run(system.cold)
            system.cold_seconds.append(asked.seconds)
            system.cold_memory = max(system.cold_memory, asked.peak)
        loads.append(os.getloadavg()[0])
    for key, system in zip(("rag", "rag", *PACKAGES), systems, strict=True):
        system.size = folder_size(place / key)

    dev = load_squad(need(arguments.data / "piaf" / "piaf-1.1-dev.json"))
    order = np.random.default_rng(0).permutation(len(dev.questions))[: arguments.questions]
    questions = [dev.questions[at] for at in order]
    missing = {f"piaf/dev/{question.gold:05d}.txt#0" for question in questions} - set(ids)
    assert not missing, f"not among the passages: {sorted(missing)[:3]}"
    started = time.perf_counter()
    loads += warm([*systems, *deep], questions, place)
    print(f"warm: {time.perf_counter() - started:.0f} s", file=sys.stderr)

    out = held_out(dev.titles)
    unseen = np.array([dev.titles[question.gold] in out for question in questions])
    rows = []
    for system in systems:
        cold = system.cold_seconds
        rows.append(
            (
                system.name,
                f"{system.build / 60:.1f} min ({system.build_cpu / 60:.1f})",
                f"{system.size:.0f} MB",
                f"{np.median(cold):.2f} s ({min(cold):.2f}–{max(cold):.2f})",
                f"{1000 * system.percentile(50):.0f} ms",
                f"{1000 * system.percentile(95):.0f} ms",
                f"{system.build_memory:.0f} / {system.cold_memory:.0f} / "
                f"{system.warm_memory:.0f} MB",
                f"{system.firsts.mean():.3f}",
                f"{system.reciprocals.mean():.3f}",
                f"{system.firsts[unseen].mean():.3f} / {system.reciprocals[unseen].mean():.3f}",
            )
        )
    best = max(peers, key=lambda one: float(one.firsts.mean()))
    header = ["", "build (of processor)", "index", "cold answer", "warm p50", "warm p95"]
    header += ["peak memory: build / cold / warm", "R@1", "MRR@10", "R@1 / MRR@10, held-out half"]
    deeper = "; ".join(
        f"{one.name} {one.firsts.mean():.3f} / {one.reciprocals.mean():.3f}, "
        f"p50 {1000 * one.percentile(50):.0f} ms"
        for one in deep
    )
    text = "\n\n".join(
        (
            wins(ours, plain, peers),
            f"{len(ids)} passages, {len(questions)} questions of PIAF dev drawn at random "
            f"({int(unseen.sum())} of them in the half of its articles that weighed nothing), "
            f"{arguments.turns} cold turns; {', '.join(map(version, PACKAGES))}.",
            table(header, rows),
            f"R@1 against the best peer ({best.name}), 95 % interval: ours "
            f"{difference(ours, best)}, with the reader off {difference(plain, best)}. Ten "
            "candidates from each retriever is the default of Haystack and LanceDB (txtai takes a "
            f"hundred); with {DEEP}, R@1 / MRR@10: {deeper}.",
            f"""How it was done:

- All index the same passages (ours), title and text, with the weights of multilingual-e5-small
  and its prefixes; no vectors are compressed by a peer. txtai: `hybrid=True, content=True`
  (at this size its default is an approximate FAISS index, IVF).
  Haystack: in-memory store, BM25 and embedding retrievers, `reciprocal_rank_fusion`,
  `save_to_disk` / `load_from_disk`. LanceDB: full-text index with `language="French"`, vectors
  compared one by one (its documentation's advice up to 100,000 rows), `RRFReranker`.
- Build: ours is the whole process, encoding included. Peers were given the vectors, encoded once
  by sentence-transformers in bfloat16; their time is the whole process's plus the rest of the
  passages at the rate at which each encoded {len(drawn)} of them itself, in float32, its default
  ({", ".join(rates)} a second; least cosine of those with the vectors given {least:.5f}).
  The three run the same model through torch: where their rates differ, the machine had other work.
  In brackets: time of processor, which that moves less.{earlier}
- Cold: a new process, one question, until it ends; ours is `rag ask` with ten passages, which
  also gives the answer's words, confidence and citations; with the reader off, `rag search`.
  The files were in the system's cache for all.
- Warm: ten passages a question, encoding of the question included; processes stay open and take
  turns, {BLOCK} questions at a time. Ours has read with its reader what of the first 12
  passages could still come first.
- The reader was trained on PIAF train and the weights were chosen on PIAF train and on one half of
  PIAF dev's articles; the last column is the other half. The peers were fitted on none of it.
- Load average {min(loads):.1f} to {max(loads):.1f} during the run, its own part included.""",
        )
    )
    record(
        "Side by side on 20,000 passages",
        f"python -m benchmarks.peers --questions {arguments.questions} --turns {arguments.turns}",
        text,
        write=not arguments.no_write,
    )


if __name__ == "__main__":
    main()
