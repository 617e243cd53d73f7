"""Measure the time that the page adds to an answer: ``python -m benchmarks.page``.

It is that from Enter to the answer in headless Chromium, minus that of ``library.ask`` for the same
question (median of 30). ``benchmarks.page_load`` measures many users at once.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
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


def main() -> None:
    arguments = parser(__doc__).parse_args()
    questions = [question.text for question in read_questions(OUR_QUESTIONS)]
    with tempfile.TemporaryDirectory() as folder:
        rag.build(SEEDS, Path(folder) / "index")
        server = serve(Path(folder) / "index", rag.Settings())
        server.service.wait()
        try:
            pairs = enter_to_answer(server, questions[:TURNS])
        finally:
            server.close()
    added = statistics.median(on_page - alone for on_page, alone in pairs)
    rows = [
        ("Enter to answer, median", f"{statistics.median(p for p, _ in pairs) * 1000:.0f} ms"),
        ("library.ask, median", f"{statistics.median(a for _, a in pairs) * 1000:.0f} ms"),
        ("the page's own, median of the differences", f"{added * 1000:.0f} ms"),
    ]
    command = "python -m benchmarks.page"
    record("The page", command, table(("", "measured"), rows), write=not arguments.no_write)


if __name__ == "__main__":
    main()
