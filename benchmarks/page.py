"""Measure the time that the page adds to an answer, and the answers to 50 users at once.

    python -m benchmarks.page [--users 50] [--seconds 60]

The time added is that from Enter to the answer in headless Chromium, minus that of ``library.ask``
for the same question (median of 30). Then many users call the ``ask`` endpoint on loopback; each
response must equal that of ``library.ask``.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

import rag
from benchmarks.common import OUR_QUESTIONS, SEEDS, parser, record, table
from rag.evaluation import read_questions
from rag.web.server import RunningServer, serve

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
TURNS = 30


def enter_to_answer(server: RunningServer, questions: list[str]) -> list[tuple[float, float]]:
    """(seconds on the page, seconds of ``library.ask``) for each question."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    pairs = []
    with sync_playwright() as playwright, server.service.library() as library:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        tab = browser.new_page()
        tab.goto(server.address)
        tab.locator("#examples button").first.wait_for()
        # Measured in the page: from the key to the frame that shows the new answer.
        tab.evaluate(
            """() => {
              const shown = () => [...document.querySelectorAll('#results section')]
                .map(section => section.innerHTML).join();
              document.addEventListener('keydown', event => {
                if (event.key !== 'Enter') return;
                const start = performance.now(), before = shown();
                window.done = new Promise(done => {
                  const look = () => {
                    if (shown() !== before && shown())
                      done((performance.now() - start) / 1000);
                    else requestAnimationFrame(look);
                  };
                  look();
                });
              }, true);
            }"""
        )
        box = tab.locator("#question input, #question textarea")
        for question in questions:
            box.fill(question)
            tab.wait_for_timeout(100)
            box.press("Enter")
            on_page = float(tab.evaluate("window.done"))
            tab.wait_for_timeout(200)
            start = time.perf_counter()
            library.ask(question)
            pairs.append((on_page, time.perf_counter() - start))
        browser.close()
    return pairs


def many_users(
    server: RunningServer, questions: list[str], users: int, seconds: float
) -> list[float]:
    """Seconds of each response. A wrong answer or an error ends the program."""
    import httpx

    with server.service.library() as library:
        expected = {q: json.loads(json.dumps(library.ask(q).to_dict())) for q in questions}
    times: list[float] = []
    wrong: list[str] = []
    end = time.perf_counter() + seconds
    call = f"{server.address}gradio_api/call/ask"

    def user(number: int) -> None:
        n = number
        with httpx.Client(timeout=120) as client:
            while time.perf_counter() < end and not wrong:
                question = questions[n % len(questions)]
                n += users
                start = time.perf_counter()
                data = [question, 5, "", "", "", ""]
                try:
                    event = client.post(call, json={"data": data}).json()["event_id"]
                    text = client.get(f"{call}/{event}").text
                    answer = json.loads(text.split("event: complete\ndata: ")[1].split("\n")[0])[0]
                except (KeyError, IndexError, ValueError, httpx.HTTPError) as error:
                    wrong.append(f"{question}: {error!r}")
                    return
                times.append(time.perf_counter() - start)
                if answer != expected[question]:
                    wrong.append(question)

    threads = [threading.Thread(target=user, args=(n,)) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise SystemExit(f"{len(wrong)} wrong: {wrong[:3]}")
    return times


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--users", type=int, default=50)
    options.add_argument("--seconds", type=float, default=60.0)
    arguments = options.parse_args()
    questions = [question.text for question in read_questions(OUR_QUESTIONS)]
    with tempfile.TemporaryDirectory() as folder:
        rag.build(SEEDS, Path(folder) / "index")
        server = serve(Path(folder) / "index", rag.Settings())
        server.service.wait()
        try:
            pairs = enter_to_answer(server, questions[:TURNS])
            times = many_users(server, questions, arguments.users, arguments.seconds)
        finally:
            server.close()
    added = statistics.median(on_page - alone for on_page, alone in pairs)
    times.sort()
    rows = [
        ("Enter to answer, median", f"{statistics.median(p for p, _ in pairs) * 1000:.0f} ms"),
        ("library.ask, median", f"{statistics.median(a for _, a in pairs) * 1000:.0f} ms"),
        ("the page's own, median of the differences", f"{added * 1000:.0f} ms"),
        (
            f"{arguments.users} users for {arguments.seconds:.0f} s",
            f"{len(times)} answers, no error, none wrong",
        ),
        ("answers a second", f"{len(times) / arguments.seconds:.1f}"),
        ("response, p50", f"{times[len(times) // 2]:.2f} s"),
        ("response, p95", f"{times[int(len(times) * 0.95)]:.2f} s"),
    ]
    command = "python -m benchmarks.page"
    record("The page", command, table(("", "measured"), rows), write=not arguments.no_write)


if __name__ == "__main__":
    main()
