"""The page in a real browser, against a real server and index."""

from __future__ import annotations

import gc
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rag
from rag import messages
from rag.web.render import answer_html, hits_html
from tests.conftest import QUESTION, SEEDS, paragraph, write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = "<script>window.hit=1</script><img src=x onerror=window.hit=1> **gras** {{7*7}} &amp;"


@pytest.fixture(scope="module")
def page_index(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """The five releases and a hostile one."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(SEEDS, folder / "corpus")
    write(
        folder / "corpus",
        "hostile.txt",
        f"Titre {HOSTILE}\n\nLe perroquet vert chante {HOSTILE} devant les ministres réunis le "
        f"3 mai 2021 à Paris.\n\n{paragraph('perroquets')}\n",
    )
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder / "index"


@pytest.fixture(scope="module")
def address(page_index: Path) -> Iterator[str]:
    from rag.web.page import launch

    with messages.use("fr"):
        served = launch(str(page_index), prevent_thread_lock=True)
    yield str(served.local_url)
    served.close()
    with warnings.catch_warnings():  # what its server leaves open goes now, not in another test
        warnings.simplefilter("ignore", ResourceWarning)
        del served
        gc.collect()


@pytest.fixture
def tab(address: str, tmp_path: Path) -> Iterator[Any]:
    """A browser tab on the page; the test fails if the page asks any other address."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=CHROMIUM, headless=True, args=FLAGS
        )
        opened = context.new_page()
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(address)
        opened.get_by_label("Votre question").wait_for()
        opened.wait_for_load_state("networkidle")
        yield opened
        context.close()
    outside = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert outside == []


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.mark.browser
def test_ask_by_keyboard(tab: Any) -> None:
    tab.get_by_label("Votre question").fill(QUESTION)
    tab.keyboard.press("Enter")
    answer = tab.locator("section.answer")
    answer.wait_for()
    assert answer.locator(".text").inner_text() == (
        "le 15 février (date du communiqué, qui ne précise pas l’année)"
    )
    assert "cellule de coordination" in answer.inner_text()
    assert [item.inner_text() for item in answer.locator("ol li q").all()][1] == "le 15 février"
    hits = tab.locator("section.hits li")
    assert hits.count() == 5
    marked = hits.first.locator("mark").inner_text()
    assert marked.startswith("S’appuyant sur les mesures")
    assert marked.endswith("au siège de l’OTAN.")
    assert tab.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.browser
def test_ask_by_button_and_abstain(tab: Any) -> None:
    tab.get_by_label("Votre question").fill("Quelle est la recette de la tarte aux pommes ?")
    tab.get_by_role("button", name="Demander").click()
    answer = tab.locator("section.answer.abstained")
    answer.wait_for()
    assert "Les communiqués ne le disent pas." in answer.inner_text()
    assert tab.get_by_text("Passages les plus proches").count() == 1


@pytest.mark.browser
def test_an_empty_question_is_told(tab: Any) -> None:
    tab.get_by_role("button", name="Demander").click()
    failed = tab.locator("section.answer.failed")
    failed.wait_for()
    assert "La question est vide" in failed.inner_text()


@pytest.mark.browser
def test_a_release_full_of_markup_shows_as_typed(tab: Any) -> None:
    tab.get_by_label("Votre question").fill("Quand le perroquet vert a-t-il chanté ?")
    tab.keyboard.press("Enter")
    answer = tab.locator("section.answer")
    answer.wait_for()
    assert HOSTILE in tab.locator("section.hits").inner_text()
    assert tab.evaluate("window.hit") is None
    assert tab.locator("section img, section script").count() == 0


def test_rendering_marks_by_offset_and_escapes(page_index: Path, embedded: rag.Encoder) -> None:
    settings = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    with rag.open(page_index, encoder=embedded, settings=settings) as library:
        answer = library.ask("Quand le perroquet vert a-t-il chanté devant les ministres ?")
        with messages.use("en"):
            html = answer_html(answer) + hits_html(answer)
    assert "3 mai 2021" in answer.text
    assert "<script>" not in html
    assert "&lt;script&gt;window.hit=1&lt;/script&gt;" in html
    assert "Passages" in html
    assert html.count("<mark>") >= 1


def test_the_named_endpoint(address: str) -> None:
    from gradio_client import Client

    client = Client(address, verbose=False)
    answer, hits = client.predict(QUESTION, api_name="/ask")
    assert "le 15 février" in answer
    assert "<mark>" in hits
