"""Measure what many users at once wait for, and what the server adds to an answer.

    python -m benchmarks.page_load [--users 50] [--seconds 60]

``rag serve`` runs in a process of its own. First one user asks, in turn with ``library.ask`` here:
the difference is what the request takes beside the answer. Then many users ask for a minute, each
without a pause, as the page does (Gradio's queue) and as programs do (``/api/ask``). Each answer
must equal that of ``library.ask``; one that does not, or an error, ends the program.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx

import rag
from benchmarks.common import OUR_QUESTIONS, SEEDS, parser, record, table
from benchmarks.processes import clean_environment
from rag.evaluation import read_questions

TURNS = 30
TIMEOUT = 120.0  # seconds

Ask = Callable[[httpx.Client, str], Any]


def through_api(client: httpx.Client, question: str) -> Any:
    """The answer of ``/api/ask``."""
    reply = client.get("/api/ask", params={"q": question})
    reply.raise_for_status()
    return reply.json()


def through_page(client: httpx.Client, question: str) -> Any:
    """The answer of Gradio's queue, in which the page's questions wait too."""
    data = {"data": [question, 5, "", "", "", ""]}
    event = client.post("/gradio_api/call/ask", json=data).json()["event_id"]
    told = client.get(f"/gradio_api/call/ask/{event}").text
    return json.loads(told.split("event: complete\ndata: ")[1].split("\n")[0])[0]


WAYS: dict[str, Ask] = {"page": through_page, "/api/ask": through_api}


@contextmanager
def running(index: Path) -> Iterator[str]:
    """The address of a server that has loaded the index."""
    command = [sys.executable, "-m", "rag.cli", "serve", "--index", str(index)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=clean_environment())
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+(?=/)", server.stdout.readline())
        if found is None:
            raise SystemExit("rag serve did not start.")
        while httpx.get(f"{found[0]}/healthz").json()["status"] == "loading":
            time.sleep(0.1)
        yield found[0]
    finally:
        server.terminate()
        server.wait()


def one_user(address: str, library: rag.Library, questions: list[str]) -> dict[str, float]:
    """For each way the seconds of an answer beyond ``library.ask``, as the median of differences.

    All take turns on each question, each first as often as the others.
    """
    with httpx.Client(base_url=address, timeout=TIMEOUT) as client:
        calls: list[Callable[[str], Any]] = [library.ask]
        calls += [partial(ask, client) for ask in WAYS.values()]
        taken: list[list[float]] = [[] for _ in calls]
        for turn, question in enumerate([questions[0], *questions]):
            for n in range(len(calls)):
                call = (turn + n) % len(calls)
                start = time.perf_counter()
                calls[call](question)
                if turn > 0:  # the first only warms up
                    taken[call].append(time.perf_counter() - start)
    alone, *others = taken
    differences = ([a - b for a, b in zip(one, alone, strict=True)] for one in others)
    return dict(zip(WAYS, map(statistics.median, differences), strict=True))


def many_users(
    address: str, ask: Ask, expected: dict[str, Any], users: int, seconds: float
) -> list[list[float]]:
    """The seconds of each answer of each user. A wrong answer or an error ends the program."""
    questions = list(expected)
    waits: list[list[float]] = [[] for _ in range(users)]
    wrong: list[str] = []
    end = time.perf_counter() + seconds

    def use(number: int) -> None:
        n = number
        with httpx.Client(base_url=address, timeout=TIMEOUT) as client:
            while time.perf_counter() < end and not wrong:
                question = questions[n % len(questions)]
                n += users
                start = time.perf_counter()
                try:
                    answer = ask(client, question)
                except (KeyError, IndexError, ValueError, httpx.HTTPError) as error:
                    wrong.append(f"{question}: {error!r}")
                    return
                waits[number].append(time.perf_counter() - start)
                if answer != expected[question]:
                    wrong.append(question)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong or not all(waits):
        raise SystemExit(f"{len(wrong)} wrong: {wrong[:3]}")
    return waits


def rows_of(way: str, waits: list[list[float]], seconds: float) -> list[tuple[str, str]]:
    """What many users waited for."""
    every = sorted(wait for user in waits for wait in user)
    mean = statistics.mean(every)
    means = [statistics.mean(user) / mean for user in waits]
    users = f"{way}: {len(waits)} users for {seconds:.0f} s"
    return [
        (users, f"{len(every)} answers, no error, none wrong"),
        (f"{way}: answers a second", f"{len(every) / seconds:.1f}"),
        (f"{way}: wait, mean", f"{mean:.2f} s"),
        (f"{way}: wait, p50", f"{every[len(every) // 2]:.2f} s"),
        (f"{way}: wait, p95", f"{every[int(len(every) * 0.95)]:.2f} s"),
        (
            f"{way}: a user's mean wait to that of all",
            f"{min(means):.2f} to {max(means):.2f} times",
        ),
    ]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--users", type=int, default=50)
    options.add_argument("--seconds", type=float, default=60.0)
    arguments = options.parse_args()
    questions = [question.text for question in read_questions(OUR_QUESTIONS)]
    rows: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        rag.build(SEEDS, index, settings=rag.Settings())
        with rag.open(index, settings=rag.Settings()) as library, running(index) as address:
            expected = {q: json.loads(json.dumps(library.ask(q).to_dict())) for q in questions}
            for way, seconds in one_user(address, library, questions[:TURNS]).items():
                name = f"{way}: one user, request to answer beyond library.ask, median"
                rows.append((name, f"{seconds * 1000:.0f} ms"))
            for way, ask in WAYS.items():
                waits = many_users(address, ask, expected, arguments.users, arguments.seconds)
                rows += rows_of(way, waits, arguments.seconds)
    command = "python -m benchmarks.page_load"
    text = table(("", "measured"), rows)
    record("The page under load", command, text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
