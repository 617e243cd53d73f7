"""The page's own cost, and 50 users at once.

    python -m benchmarks.page [--users 50] [--seconds 60]

From Enter to the answer on the page in headless Chromium, less what ``library.ask`` takes for the
same question, both in turn, median of 30; then many users asking the ``ask`` endpoint on loopback,
each response compared with ``library.ask``'s.
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
from benchmarks.common import parser, record, table
from rag.evaluation import read_questions
from rag.web.server import RunningServer, serve

ROOT = Path(__file__).resolve().parent
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
TURNS = 30


def questions() -> list[str]:
    return [q.text for q in read_questions(ROOT / "questions" / "releases.jsonl")]


def enter_to_answer(served: RunningServer, asked: list[str]) -> list[tuple[float, float]]:
    """(seconds on the page, seconds of ``library.ask``) for each question, in turn."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    times = []
    with sync_playwright() as playwright, served.service.library() as library:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        tab = browser.new_page()
        tab.goto(served.address)
        tab.locator("#examples button").first.wait_for()
        # Timed in the page itself: from the key to the frame that shows the new answer.
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
        for question in asked:
            box.fill(question)
            tab.wait_for_timeout(100)
            box.press("Enter")
            on_page = float(tab.evaluate("window.done"))
            tab.wait_for_timeout(200)
            start = time.perf_counter()
            library.ask(question)
            times.append((on_page, time.perf_counter() - start))
        browser.close()
    return times


def crowd(served: RunningServer, asked: list[str], users: int, seconds: float) -> list[float]:
    """Seconds of each response; fails on the first that is wrong or an error."""
    import httpx

    with served.service.library() as library:
        wanted = {q: json.loads(json.dumps(library.ask(q).to_dict())) for q in asked}
    taken: list[float] = []
    wrong: list[str] = []
    end = time.perf_counter() + seconds
    call = f"{served.address}gradio_api/call/ask"

    def user(number: int) -> None:
        at = number
        with httpx.Client(timeout=120) as client:
            while time.perf_counter() < end and not wrong:
                question = asked[at % len(asked)]
                at += users
                start = time.perf_counter()
                data = [question, 5, "", "", "", ""]
                try:
                    event = client.post(call, json={"data": data}).json()["event_id"]
                    text = client.get(f"{call}/{event}").text
                    shown = json.loads(text.split("event: complete\ndata: ")[1].split("\n")[0])[0]
                except (KeyError, IndexError, ValueError, httpx.HTTPError) as error:
                    wrong.append(f"{question}: {error!r}")
                    return
                taken.append(time.perf_counter() - start)
                if shown != wanted[question]:
                    wrong.append(question)

    threads = [threading.Thread(target=user, args=(n,)) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise SystemExit(f"{len(wrong)} wrong: {wrong[:3]}")
    return taken


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--users", type=int, default=50)
    arguments.add_argument("--seconds", type=float, default=60.0)
    chosen = arguments.parse_args()
    asked = questions()
    with tempfile.TemporaryDirectory() as folder:
        rag.build(ROOT.parent / "seeds", Path(folder) / "index")
        served = serve(Path(folder) / "index", rag.Settings())
        served.service.wait()
        try:
            times = enter_to_answer(served, asked[:TURNS])
            taken = crowd(served, asked, chosen.users, chosen.seconds)
        finally:
            served.close()
    over = statistics.median(page - alone for page, alone in times)
    taken.sort()
    rows = [
        ("Enter to answer, median", f"{statistics.median(p for p, _ in times) * 1000:.0f} ms"),
        ("library.ask, median", f"{statistics.median(a for _, a in times) * 1000:.0f} ms"),
        ("the page's own, median of the differences", f"{over * 1000:.0f} ms"),
        (
            f"{chosen.users} users for {chosen.seconds:.0f} s",
            f"{len(taken)} answers, no error, none wrong",
        ),
        ("answers a second", f"{len(taken) / chosen.seconds:.1f}"),
        ("response, p50", f"{taken[len(taken) // 2]:.2f} s"),
        ("response, p95", f"{taken[int(len(taken) * 0.95)]:.2f} s"),
    ]
    command = "python -m benchmarks.page"
    record("The page", command, table(("", "measured"), rows), write=not chosen.no_write)


if __name__ == "__main__":
    main()
