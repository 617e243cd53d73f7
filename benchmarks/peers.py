"""Compare this project with txtai, Haystack and LanceDB on 20,000 passages.

All index the passages of PIAF and the debates that benchmarks/archive.py writes, with the same
weights, and answer the same questions by hybrid search. Each peer is set up as its documentation
says, in a virtual environment of its own under benchmarks/.work (made if it does not exist). The
processes of all systems take turns.

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
from benchmarks.common import QUESTION, ROOT, WORK, Question, load_piaf, parser, record, table
from benchmarks.processes import clean_environment, environment, run
from benchmarks.quality import held_out
from rag.models.e5.encoder import weights_path
from training.e5_model import unpack

SAMPLE = 300
"""How many passages each peer encodes itself, to measure its speed."""
BLOCK = 25
"""How many questions one process answers before the next one continues."""
PACKAGES = {
    "txtai": ("txtai",),
    "haystack": ("haystack-ai", "sentence-transformers-haystack"),
    "lancedb": ("lancedb", "sentence-transformers"),
}
NAMES = {"txtai": "txtai", "haystack": "Haystack", "lancedb": "LanceDB"}
DEEP = 100
"""Candidates from each retriever in the second measurement of LanceDB."""


@dataclass(frozen=True)
class Build:
    """The measurements of a build.

    Attributes:
        seconds, cpu: of the whole process.
        memory: its peak in MB.
        sample_seconds, sample_cpu: of encoding the sample.
        cosine: the lowest between a vector of the peer and the given one.
    """

    seconds: float
    cpu: float
    memory: float
    sample_seconds: float = 0.0
    sample_cpu: float = 0.0
    cosine: float = 1.0


@dataclass
class System:
    """A system and its measurements, in seconds and megabytes.

    Attributes:
        name: as in the table.
        cold: the command that answers one question.
        warm: the command that answers the questions on its standard input.
        ranks: for each question the rank of the right passage; 0 if it was not found.
    """

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

    def percentile(self, percent: int) -> float:
        """A percentile of the seconds per warm question."""
        return float(np.percentile(self.seconds, percent))

    @property
    def firsts(self) -> np.ndarray:
        """For each question 1.0 if the right passage came first, else 0.0."""
        return np.array([rank == 1 for rank in self.ranks], float)

    @property
    def reciprocals(self) -> np.ndarray:
        """For each question the reciprocal rank."""
        return np.array([1 / rank if rank else 0.0 for rank in self.ranks])


def python(name: str) -> str:
    """The Python of a peer's environment."""
    return environment(WORK / name, PACKAGES[name])


def version(name: str) -> str:
    code = f"from importlib.metadata import version; print(version({PACKAGES[name][0]!r}))"
    done = subprocess.run([python(name), "-c", code], capture_output=True, text=True)
    return f"{NAMES[name]} {done.stdout.strip()}"


def export(index: Path, path: Path) -> list[str]:
    """Write our passages as JSON lines for the peers; return their ids, ``source#ordinal``."""
    ids = []
    with rag.open(index, settings=rag.Settings()) as library, path.open("w") as out:
        for release_id in library.release_ids:
            release = library.release(release_id)
            for passage in library.passages(release_id):
                ids.append(f"{release.source}#{passage.ordinal}")
                text = f"{release.title}\n{passage.text}"
                line = {"id": ids[-1], "title": release.title, "text": text}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return ids


def folder_size(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


class WarmProcess:
    """A running process of a system that answers one question per line."""

    def __init__(self, system: System, log: Path) -> None:
        self.system = system
        self._log = log.open("w")
        self._process = subprocess.Popen(
            system.warm,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env=clean_environment(),
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
    """Ask every system every question, in blocks; store the results in the systems.

    Args:
        logs: folder for the error output of each process.

    Returns:
        The load average of the machine after each block.
    """
    loads = []
    processes = [
        WarmProcess(system, logs / f"warm-{number}.log") for number, system in enumerate(systems)
    ]
    for process in processes:
        for warm_up in (QUESTION, "Qui préside la séance ?", "Où se trouve le siège de l’OTAN ?"):
            process.ask(warm_up)
    for number, start in enumerate(range(0, len(questions), BLOCK)):
        turn = number % len(processes)
        for process in processes[turn:] + processes[:turn]:
            for question in questions[start : start + BLOCK]:
                answer = process.ask(question.text)
                gold = f"piaf/dev/{question.gold:05d}.txt#0"
                rank = answer["ids"].index(gold) + 1 if gold in answer["ids"] else 0
                process.system.seconds.append(answer["seconds"])
                process.system.ranks.append(rank)
                process.system.warm_memory = answer["peak"]
        loads.append(os.getloadavg()[0])
        print(f"{min(start + BLOCK, len(questions))} of {len(questions)}", file=sys.stderr)
    for process in processes:
        process.close()
    return loads


# Title, unit, value of a system, and whether more is better.
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


def format_value(value: float, unit: str) -> str:
    digits = 3 if not unit else 1 if unit == "s" and value < 100 else 0
    return f"{value:.{digits}f} {unit}".strip()


def peer_wins(ours: System, plain: System, peers: Sequence[System]) -> str:
    """The measures in which a peer is better than our default, or than ours with the reader off."""
    lines = []
    for name, unit, value, more_is_better in MEASURES:
        sign = 1 if more_is_better else -1
        for own in (ours, plain):
            better = [peer for peer in peers if sign * value(peer) > sign * value(own)]
            if better:
                peers_text = ", ".join(f"{p.name} {format_value(value(p), unit)}" for p in better)
                only = "" if own is ours else " (against ours with the reader off only)"
                lines.append(
                    f"- {name}{only}: {peers_text}; ours {format_value(value(ours), unit)}, with "
                    f"the reader off {format_value(value(plain), unit)}"
                )
                break
    if not lines:
        return "No peer wins in any column."
    return "**Where a peer wins:**\n\n" + "\n".join(lines)


def difference(first: System, second: System) -> str:
    """Difference of R@1 with a 95 % interval (paired bootstrap)."""
    gap = first.firsts - second.firsts
    drawn = np.random.default_rng(0).integers(0, len(gap), (10_000, len(gap)))
    low, high = np.percentile(gap[drawn].mean(axis=1), (2.5, 97.5))
    return f"{gap.mean():+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--size", type=int, default=20_500, help="passages, about")
    options.add_argument("--questions", type=int, default=300)
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--keep", action="store_true", help="use the indexes of an earlier run")
    arguments = options.parse_args()
    loads = [os.getloadavg()[0]]
    corpus = archive(arguments.data, arguments.size)
    folder = WORK / "peers" / str(arguments.size)
    folder.mkdir(parents=True, exist_ok=True)
    model = str(unpack(weights_path(), WORK / "e5"))
    command = str(Path(sys.executable).parent / "rag")
    our_index = folder / "rag"
    plain_settings = folder / "plain.toml"
    plain_settings.write_text("[reader]\nenabled = false\n")

    ours = System(
        "**ours**",
        [command, "ask", QUESTION, "--json", "-k", "10", "-i", str(our_index)],
        [sys.executable, str(ROOT / "peer_ours.py"), str(our_index), "reader"],
    )
    search = [command, "search", QUESTION, "--json", "-k", "10", "-i", str(our_index)]
    plain = System(
        "ours, reader off",
        [*search, "--config", str(plain_settings)],
        [sys.executable, str(ROOT / "peer_ours.py"), str(our_index), "plain"],
    )
    peers, deep = [], []
    for key in PACKAGES:
        base = [python(key), str(ROOT / f"peer_{key}.py")]
        index = str(folder / key)
        peers.append(
            System(
                NAMES[key],
                [*base, "cold", model, index, QUESTION],
                [*base, "warm", model, index, "10"],
            )
        )
        if key == "lancedb":
            deep.append(System(NAMES[key], [], [*base, "warm", model, index, str(DEEP)]))

    builds_file = folder / "builds.json"
    builds: dict[str, Build] = {}
    remark = ""
    if arguments.keep and builds_file.exists():
        stored = json.loads(builds_file.read_text())
        builds = {name: Build(**build) for name, build in stored.items()}
        remark = " Builds were\n  measured in a run before the rest, on the same machine."
    if "ours" not in builds:
        print("build: ours", file=sys.stderr)
        shutil.rmtree(our_index, ignore_errors=True)
        done = run([command, "build", str(corpus), "-i", str(our_index), "-q"])
        builds["ours"] = Build(done.seconds, done.cpu, done.peak)
    loads.append(os.getloadavg()[0])

    passages = folder / "passages.jsonl"
    ids = export(our_index, passages)
    digest = hashlib.sha256(passages.read_bytes()).hexdigest()[:12]
    vectors = folder / f"vectors-{digest}.npy"
    if not vectors.exists():
        script = str(ROOT / "peer_lancedb.py")
        encode = [python("lancedb"), script, "encode", model, str(passages), str(vectors)]
        subprocess.run(encode, check=True, env=clean_environment())

    drawn = np.random.default_rng(0).permutation(len(ids))[:SAMPLE]
    sample = ",".join(map(str, drawn))
    for key in PACKAGES:
        if key not in builds:
            print(f"build: {key}", file=sys.stderr)
            shutil.rmtree(folder / key, ignore_errors=True)
            action = "index" if key == "txtai" else "build"
            base = [python(key), str(ROOT / f"peer_{key}.py"), action, model]
            base += [str(folder / key), str(passages), str(vectors), sample]
            done = run(base)
            own = json.loads(done.output.splitlines()[-1])
            builds[key] = Build(
                done.seconds, done.cpu, done.peak, own["wall"], own["cpu"], own["cosine"]
            )
        loads.append(os.getloadavg()[0])
    builds_file.write_text(json.dumps({name: asdict(build) for name, build in builds.items()}))
    # A peer was given the vectors: the encoding of the passages beyond the sample is added.
    rest = len(ids) / len(drawn) - 1
    for key, system in (("ours", ours), ("ours", plain), *zip(PACKAGES, peers, strict=True)):
        build = builds[key]
        system.build = build.seconds + build.sample_seconds * rest
        system.build_cpu = build.cpu + build.sample_cpu * rest
        system.build_memory = build.memory
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
        system.size = folder_size(folder / key)

    _, dev = load_piaf(arguments.data)
    order = np.random.default_rng(0).permutation(len(dev.questions))[: arguments.questions]
    questions = [dev.questions[n] for n in order]
    missing = {f"piaf/dev/{question.gold:05d}.txt#0" for question in questions} - set(ids)
    assert not missing, f"not among the passages: {sorted(missing)[:3]}"
    started = time.perf_counter()
    loads += warm([*systems, *deep], questions, folder)
    print(f"warm: {time.perf_counter() - started:.0f} s", file=sys.stderr)

    titles = held_out(dev.titles)
    unseen = np.array([dev.titles[question.gold] in titles for question in questions])
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
    best = max(peers, key=lambda peer: float(peer.firsts.mean()))
    header = ["", "build (of processor)", "index", "cold answer", "warm p50", "warm p95"]
    header += ["peak memory: build / cold / warm", "R@1", "MRR@10", "R@1 / MRR@10, held-out half"]
    deeper = "; ".join(
        f"{peer.name} {peer.firsts.mean():.3f} / {peer.reciprocals.mean():.3f}, "
        f"p50 {1000 * peer.percentile(50):.0f} ms"
        for peer in deep
    )
    text = "\n\n".join(
        (
            peer_wins(ours, plain, peers),
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
  In brackets: time of processor, which that moves less.{remark}
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
