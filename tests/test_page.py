"""The page in a real browser, against a real server and index."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import rag
from rag.web.server import RunningServer, serve
from tests.conftest import QUESTION, ROOT, SEEDS, paragraph, write

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
AXE = ROOT / "tests" / "vendor" / "axe.min.js"
SCREENSHOT = ROOT / "docs" / "page.png"
HOSTILE = (
    "<script>window.hit=1</script><img src=x onerror=window.hit=1> **gras** {{7*7}} ${7*7} &amp;"
)
ABSTAIN = "Quelle est la recette de la tarte aux pommes ?"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


def settings(**web: Any) -> rag.Settings:
    return rag.Settings(web=rag.WebSettings(**web))


@pytest.fixture(scope="module")
def page_folder(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """The five releases and a hostile one, with their index."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(SEEDS, folder / "corpus")
    write(
        folder / "corpus",
        "hostile.txt",
        f"Titre {HOSTILE}\n\nLe perroquet vert chante {HOSTILE} devant les ministres réunis le "
        f"3 mai 2021 à Paris.\n\n{paragraph('perroquets')}\n",
    )
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder


@pytest.fixture(scope="module")
def server(page_folder: Path) -> Iterator[RunningServer]:
    server = serve(page_folder / "index", settings())
    assert server.service.wait(60)
    yield server
    server.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield opened
        opened.close()


class Visitor:
    """Opens pages and records the addresses that they request."""

    def __init__(self, browser: Any, server: RunningServer) -> None:
        self.browser, self.server = browser, server
        self.asked: list[str] = []
        self.contexts: list[Any] = []

    def open(self, link: str = "", width: int = 1200, height: int = 900) -> Any:
        context = self.browser.new_context(viewport={"width": width, "height": height})
        self.contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(30_000)
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(self.server.address + link)
        tab.locator("#status .note").wait_for()
        if self.server.service.ready:  # the examples are chosen from the index
            tab.locator("#examples button").first.wait_for()
        return tab


@contextmanager
def visitor_of(browser: Any, server: RunningServer) -> Iterator[Visitor]:
    """A visitor. The test fails if a page requests an address of another server."""
    one = Visitor(browser, server)
    yield one
    for context in one.contexts:
        context.close()
    own = (server.address, "data:", "blob:")
    assert [url for url in one.asked if not url.startswith(own)] == []


@pytest.fixture
def visitor(browser: Any, server: RunningServer) -> Iterator[Visitor]:
    with visitor_of(browser, server) as one:
        yield one


def ask(tab: Any, question: str) -> Any:
    """Type a question, press Enter; return the section with the answer."""
    box = tab.locator("#question input, #question textarea")
    box.fill(question)
    box.press("Enter")
    answer = tab.locator("#results section.answer")
    answer.wait_for()
    return answer


def test_ask_by_keyboard(visitor: Visitor) -> None:
    tab = visitor.open()
    assert tab.evaluate("document.activeElement.closest('#question') !== null")
    assert tab.evaluate("document.activeElement.dir") == "auto"
    tab.keyboard.type(QUESTION)
    tab.keyboard.press("Enter")
    answer = tab.locator("#results section.answer")
    answer.wait_for()
    assert answer.locator("h2").inner_text() == (
        "le 15 février (date du communiqué, qui ne précise pas l’année)"
    )
    assert "cellule de coordination" in answer.inner_text()
    assert "jour et mois, sans l’année" in answer.inner_text()
    assert re.search(r"(très probable|probable|incertain) \(\d+\s?%\)", answer.inner_text())
    assert answer.locator("ol li q").all_inner_texts()[1] == "le 15 février"
    assert tab.locator("section.hits li[data-hit]").count() == 5
    assert tab.evaluate("document.documentElement.lang") == "fr"
    assert tab.title() == "Questions aux communiqués"


def test_the_marks_are_at_the_offsets_of_the_library(
    visitor: Visitor, server: RunningServer
) -> None:
    question = "Qui a accueilli M. Stoltenberg à Blenheim Palace ?"
    tab = visitor.open()
    answer = ask(tab, question)
    with server.service.library() as library:
        wanted = library.ask(question)
        body = wanted.hits[0].release.body
        shared = library.matching_words(question, wanted.hits[0].release, wanted.hits[0].passage)
    assert wanted.span is not None
    words = "".join(answer.locator("dd q mark.words").all_text_contents())
    assert words == wanted.span.quote
    first = tab.locator("section.hits li[data-hit]").first
    assert first.locator(".passage-text").text_content() == wanted.hits[0].passage.text
    marked = "".join(first.locator(".passage-text mark.words").all_text_contents())
    assert marked == wanted.span.quote == body[wanted.span.start : wanted.span.end]
    common = "".join(first.locator(".passage-text mark.shared").all_text_contents())
    assert common == "".join(body[span.start : span.end] for span in shared)


def test_an_abstention_looks_like_one(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.locator("#question input, #question textarea").fill(ABSTAIN)
    tab.get_by_role("button", name="Demander").click()
    answer = tab.locator("section.answer.abstained")
    answer.wait_for()
    assert "Les communiqués ne le disent pas." in answer.inner_text()
    assert tab.get_by_role("heading", name="Passages les plus proches").count() == 1
    assert tab.locator("section.hits li[data-hit]").count() == 5


@pytest.mark.parametrize("question", ["", "   ", "\u200b"])
def test_an_empty_question_shows_an_error(visitor: Visitor, question: str) -> None:
    tab = visitor.open()
    failed = ask(tab, question)
    assert "La question est vide" in failed.inner_text()


def test_a_citation_opens_its_release_and_the_next_hit_follows(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, QUESTION)
    answer.locator("ol button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    sentence = answer.locator("ol li q").first.text_content()
    assert reader.locator(".passage").text_content() == sentence
    assert reader.locator(".passage").is_visible()
    inside = tab.evaluate(
        """() => { const b = document.querySelector('#reader .body').getBoundingClientRect();
        const p = document.querySelector('#reader .passage').getBoundingClientRect();
        return p.top >= b.top - 1 && p.top <= b.bottom }"""
    )
    assert inside
    before = reader.get_attribute("data-shown")
    reader.get_by_role("button", name="Passage suivant").click()
    tab.wait_for_function(
        f"document.querySelector('#reader article')?.dataset.shown !== {json.dumps(before)}"
    )
    second = tab.locator("section.hits li[data-hit]").nth(1).get_attribute("data-hit")
    assert reader.get_attribute("data-shown") == second
    tab.keyboard.press("Escape")
    reader.wait_for(state="detached")


def is_in_window(tab: Any, selector: str) -> bool:
    """Whether the first line of an element is visible in the window."""
    return bool(
        tab.evaluate(
            """selector => {
            const first = document.querySelector(selector).getClientRects()[0];
            const [x, y] = [first.x + 2, first.y + first.height / 2];
            return first.top >= 0 && first.bottom <= innerHeight
                && Boolean(document.elementFromPoint(x, y)?.closest(selector)) }""",
            selector,
        )
    )


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1280, 720), (390, 844)])
def test_an_opened_passage_is_visible(visitor: Visitor, width: int, height: int) -> None:
    tab = visitor.open(width=width, height=height)
    ask(tab, QUESTION)
    tab.locator("section.answer ol button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    assert is_in_window(tab, "#reader .passage")
    for n in range(1, 5):  # some of these passages are near the end of their release
        tab.locator("section.hits button.cite").nth(n).click()
        wanted = tab.locator("section.hits li[data-hit]").nth(n).get_attribute("data-hit")
        tab.locator(f"#reader article[data-shown='{wanted}']").wait_for()
        assert is_in_window(tab, "#reader .passage")
        box = reader.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height


def test_the_number_beside_a_passage_leads_to_its_citation(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.wait_for_function("location.search.includes('q=')")
    address = tab.url
    tab.get_by_role("button", name="citation 1").first.click()
    assert tab.evaluate("document.activeElement.closest('#citation-1') !== null")
    assert is_in_window(tab, "#citation-1 button")
    assert tab.url == address
    assert tab.locator("section.hits li[data-hit]").count() == 5


def test_a_release_of_the_table_opens_beside_it(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.get_by_role("tab", name="Communiqués").click()
    tab.locator("#table button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    assert reader.is_visible()
    assert tab.locator("#table").is_visible()
    assert is_in_window(tab, "#reader .passage")
    assert not reader.get_by_role("button", name="Passage suivant").is_visible()
    reader.get_by_role("button", name="Fermer").click()
    reader.wait_for(state="detached")


def test_a_missing_release_shows_an_error_and_closes(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.evaluate(
        "document.querySelector('#results button.cite').dataset.open = 'partie:0-10:01234567'"
    )
    tab.locator("#results button.cite").first.click()
    told = tab.locator("#reader").get_by_text("n’est pas dans l’index")
    told.wait_for()
    assert is_in_window(tab, "#reader .refused")
    tab.locator("#reader").get_by_role("button", name="Fermer").click()
    tab.locator("#reader article").wait_for(state="detached")
    assert tab.evaluate("document.activeElement.dataset.open") == "partie:0-10:01234567"


def hold_requests(tab: Any, address: str) -> tuple[list[Any], Callable[[], None]]:
    """Hold the requests to an address. Returns them, and a function that lets all of them pass."""
    waiting: list[Any] = []
    passing = False

    def handle(route: Any) -> None:
        if passing:
            route.continue_()
        else:
            waiting.append(route)

    def let_pass() -> None:
        nonlocal passing
        passing = True
        for route in waiting:
            route.continue_()

    tab.route(address, handle)
    return waiting, let_pass


JOIN = "**/gradio_api/queue/join**"


def test_next_continues_from_the_last_request(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    ids = tab.locator("section.hits li[data-hit]").evaluate_all("l => l.map(i => i.dataset.hit)")
    tab.locator("section.hits button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    assert reader.locator(".at").inner_text() == "1/5"
    _, let_pass = hold_requests(tab, JOIN)
    for _ in range(3):
        reader.get_by_role("button", name="Passage suivant").click()
    let_pass()
    tab.locator(f"#reader article[data-shown='{ids[3]}']").wait_for()
    assert reader.locator(".at").inner_text() == "4/5"
    reader.get_by_role("button", name="Passage précédent").click()
    tab.locator(f"#reader article[data-shown='{ids[2]}']").wait_for()


def test_closing_does_not_wait_for_the_server_and_cancels_an_opening(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.locator("section.hits button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    _, let_pass = hold_requests(tab, JOIN)
    reader.get_by_role("button", name="Passage suivant").click()
    tab.keyboard.press("Escape")
    reader.wait_for(state="detached")
    let_pass()
    tab.wait_for_timeout(500)
    assert not reader.is_visible()


def test_the_reader_marks_the_words_of_what_was_asked_and_answered(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?")
    tab.wait_for_function("location.search.includes('Blenheim')")
    first = tab.locator("section.hits li[data-hit]").first
    common = first.locator(".passage-text mark.shared").all_text_contents()
    words = "".join(first.locator(".passage-text mark.words").all_text_contents())
    tab.locator("#question input, #question textarea").fill("Autre chose ?")
    first.locator("button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    assert reader.locator(".passage mark.shared").all_text_contents() == common
    assert "".join(reader.locator("mark.words").all_text_contents()) == words != ""


@pytest.mark.parametrize(("ui", "told"), [("fr", "Recherche…"), ("en", "Searching…")])
def test_a_question_shows_at_once_that_the_search_runs(
    visitor: Visitor, ui: str, told: str
) -> None:
    tab = visitor.open(f"?ui={ui}")
    waiting, let_pass = hold_requests(tab, JOIN)
    box = tab.locator("#question input, #question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    note = tab.locator("#results [role=status]")
    note.wait_for()
    assert note.inner_text() == told
    assert is_in_window(tab, "#results [role=status]")
    assert "processing" not in tab.locator("body").inner_text()
    while not waiting:
        tab.wait_for_timeout(50)
    let_pass()
    tab.locator("#results section.answer").wait_for()
    assert note.count() == 0


def test_a_question_that_the_server_refuses_shows_an_error(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.route(JOIN, lambda route: route.fulfill(status=503, json={"detail": "Queue is full."}))
    box = tab.locator("#question input, #question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    tab.locator("#results").get_by_text("n’a pas pu être traitée").wait_for()


def test_a_value_set_by_the_server_asks_no_question(visitor: Visitor) -> None:
    """A change of the order asks only if the visitor made it, not a link or the clear button."""
    tab = visitor.open("?sort=date")
    tab.wait_for_timeout(500)
    assert tab.locator("#results .failed").count() == 0
    ask(tab, QUESTION)
    tab.wait_for_function("location.search.includes('q=')")
    length = tab.evaluate("history.length")
    tab.get_by_label("pertinence", exact=True).check()
    tab.wait_for_function("!location.search.includes('sort')")
    assert tab.evaluate("history.length") == length + 1
    tab.get_by_label("date", exact=True).check()
    tab.wait_for_function("location.search.includes('sort=date')")
    tab.get_by_role("button", name="Tout effacer").click()
    tab.wait_for_function("location.search === ''")
    tab.wait_for_timeout(500)
    assert tab.locator("#results section").count() == 0
    assert tab.evaluate("location.search") == ""


def test_a_link_with_filters_opens_the_filters(visitor: Visitor) -> None:
    tab = visitor.open("?q=OTAN&from=2014")
    tab.locator("#results section.answer").wait_for()
    field = tab.locator("#from input, #from textarea")
    assert field.is_visible()
    assert field.input_value() == "2014"
    assert not visitor.open("?q=OTAN").locator("#from input, #from textarea").is_visible()


@pytest.mark.parametrize("name", ["from", "to"])
def test_enter_in_a_date_asks(visitor: Visitor, name: str) -> None:
    tab = visitor.open("?q=Que+fait+l%27OTAN+%3F&lang=fr")
    tab.locator("#results section.answer").wait_for()
    field = tab.locator(f"#{name} input, #{name} textarea")
    field.fill("2014")
    field.press("Enter")
    tab.wait_for_function(f"location.search.includes('{name}=2014')")


def test_filter_by_date_and_sort(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, "Que fait l’OTAN ?")
    tab.get_by_role("button", name="Restreindre").click()
    tab.locator("#from input, #from textarea").fill("2014")
    tab.locator("#to input, #to textarea").fill("2014-12")
    tab.get_by_role("button", name="Demander").click()
    tab.wait_for_function("location.search.includes('to=2014-12')")
    places = tab.locator("section.hits li .place").all_inner_texts()
    assert places
    assert all("2014" in place for place in places)
    tab.locator("#from input, #from textarea").fill("n’importe quoi")
    tab.get_by_role("button", name="Demander").click()
    failed = tab.locator("section.answer.failed")
    failed.wait_for()
    assert "n’est pas une date du calendrier" in failed.inner_text()
    tab.get_by_role("button", name="Tout effacer").click()
    tab.wait_for_function("location.search === ''")
    ask(tab, "Que fait l’OTAN ?")
    tab.get_by_label("date", exact=True).check()
    tab.wait_for_function("location.search.includes('sort=date')")
    years = [
        int(found.group())
        for place in tab.locator("section.hits li .place").all_inner_texts()
        if (found := re.search(r"\b20\d\d\b", place))
    ]
    assert years == sorted(years)


def test_a_link_restores_and_back_and_forward_work(visitor: Visitor) -> None:
    link = "?q=Qui+a+accueilli+M.+Stoltenberg+%C3%A0+Blenheim+Palace+%3F&lang=fr"
    link += "&release=004_6c740db2e438faec"
    tab = visitor.open(link)
    tab.locator("#results section.answer").wait_for()
    ids = tab.locator("section.hits li[data-hit]").evaluate_all(
        "items => items.map(item => item.dataset.hit.split(':')[0])"
    )
    assert set(ids) == {"004_6c740db2e438faec"}
    first = tab.locator("#results h2").inner_text()
    ask(tab, ABSTAIN)
    tab.wait_for_function("location.search.includes('tarte')")
    tab.go_back()
    tab.locator("#results section.answer:not(.abstained)").wait_for()
    assert tab.locator("#results h2").inner_text() == first
    box = tab.locator("#question input, #question textarea")
    assert box.input_value() == "Qui a accueilli M. Stoltenberg à Blenheim Palace ?"
    tab.go_forward()
    tab.locator("#results section.answer.abstained").wait_for()


def test_a_link_with_nonsense_in_it(visitor: Visitor) -> None:
    tab = visitor.open(
        "?q=Que+fait+l%27OTAN&lang=klingon&release=%3Cscript%3E&sort=%00&ui=xx&from=&%ff=%ff&"
    )
    tab.locator("#results section.hits").wait_for()
    note = tab.locator("#results .note").first.inner_text()
    assert "klingon" in note
    assert "<script>" in note
    bad = visitor.open("?q=OTAN&from=2022-02-31")
    bad.locator("section.answer.failed").wait_for()


def test_english_is_a_click_away_and_keeps_what_was_asked(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.wait_for_function("location.search.includes('q=')")
    tab.get_by_role("link", name="English").click()
    tab.locator("#results section.answer").wait_for()
    assert tab.get_by_role("button", name="Ask", exact=True).is_visible()
    assert tab.get_by_label("Your question").is_visible()
    assert tab.evaluate("document.documentElement.lang") == "en"
    shown = tab.locator("#results section.answer").inner_text()
    assert "date of the release, which does not give the year" in shown or "release" in shown
    assert "cellule de coordination" in shown  # the quote stays in its own language
    assert tab.get_by_role("link", name="Français").count() == 1


def test_markup_in_a_release_is_shown_as_text_everywhere(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, "Quand le perroquet vert a-t-il chanté devant les ministres ?")
    assert HOSTILE in tab.locator("section.hits").inner_text()
    labels = tab.locator(".timeline [data-open]").evaluate_all(
        "items => items.map(item => item.getAttribute('aria-label'))"
    )
    assert any(HOSTILE in label for label in labels)
    tab.locator("section.hits li[data-hit] button.cite").filter(has_text="Titre").first.click()
    tab.locator("#reader article").wait_for()
    assert HOSTILE in tab.locator("#reader .body").inner_text()
    if tab.locator(".carry summary").count():
        tab.locator(".carry summary").click()
    tab.get_by_role("tab", name="Communiqués").click()
    tab.locator("#table table").wait_for()
    assert HOSTILE in tab.locator("#table").inner_text()
    ask_back = tab.get_by_role("tab", name="Demander")
    ask_back.click()
    ask(tab, HOSTILE)
    assert tab.evaluate("window.hit") is None
    assert tab.locator("section img, section script, #reader img, #table img").count() == 0


def test_the_answer_is_copied_in_each_format(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, QUESTION)
    answer.locator(".carry summary").click()
    tab.wait_for_function("location.search.includes('q=')")
    markdown = answer.locator("#carry-markdown").text_content()
    assert "le 15 février" in markdown
    assert json.loads(answer.locator("#carry-csl-json").text_content())[0]["type"] == "document"
    assert answer.locator("#carry-bibtex").text_content().startswith("@misc{")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer.locator("[data-copy=carry-markdown]").click()
    tab.wait_for_function("document.querySelector('[data-copy]').textContent === 'Copié'")
    assert tab.evaluate("navigator.clipboard.readText()") == markdown
    assert markdown.endswith(f"<{tab.url}>\n")
    assert "q=Quand" in tab.url
    answer.locator("[data-copy=carry-markdown]").click()  # again before it says "Copier" again
    tab.wait_for_function("document.querySelector('[data-copy]').textContent === 'Copier'")
    tab.wait_for_timeout(1600)
    assert answer.locator("[data-copy=carry-markdown]").inner_text() == "Copier"


def test_the_timeline_opens_a_release(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    timeline = tab.locator("section.timeline")
    assert "Sans année" in timeline.inner_text()
    marks = timeline.locator("[data-open]")
    assert marks.count() == 5
    marks.first.focus()
    tab.keyboard.press("Enter")
    tab.locator("#reader article").wait_for()


@pytest.mark.parametrize("width", [390, 1200])
def test_the_timeline_can_be_read_and_tapped(visitor: Visitor, width: int) -> None:
    tab = visitor.open(width=width, height=844)
    ask(tab, "Que fait l’OTAN ?")
    boxes = tab.locator(".timeline svg :is(circle, .bar)").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect().toJSON())"
    )
    assert boxes
    for box in boxes:
        assert min(box["width"], box["height"]) >= 24
        assert 0 <= box["left"] <= box["right"] <= width
    scale = "document.querySelector('.timeline svg').getScreenCTM().a"
    assert tab.evaluate(scale) >= 1  # letters of 10 px stay such
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(wide) <= 0


def test_the_table_breaks_no_word_on_a_telephone(visitor: Visitor) -> None:
    tab = visitor.open(width=390, height=844)
    tab.get_by_role("tab", name="Communiqués").click()
    tab.locator("#table table").wait_for()
    broken = tab.evaluate(
        """() => [...document.querySelectorAll('#table td, #table thead th')].flatMap(cell => {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
        return [...text.data.matchAll(/\\S+/g)].filter(word => {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return range.getClientRects().length > 1 }).map(word => word[0]) })"""
    )
    assert broken == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(wide) <= 0


def test_a_citations_number_stands_beside_its_first_line(visitor: Visitor) -> None:
    """The number itself cannot be measured: an element without width marks its line."""
    tab = visitor.open(width=390, height=844)
    ask(tab, QUESTION)
    place = tab.evaluate(
        """() => { const item = document.querySelector('#citation-1');
        const button = item.querySelector('button').getBoundingClientRect();
        const first = document.createElement('span');
        first.style = 'display: inline-block; width: 0; height: 1em';
        item.prepend(first);
        const line = first.getBoundingClientRect();
        first.remove();
        return [line.top - button.top, line.height, button.height] }"""
    )
    offset, line, height = place
    assert height > 2 * line  # of several lines
    assert abs(offset) < line


@pytest.mark.parametrize("width", [390, 1600])
def test_nothing_is_cut_off(visitor: Visitor, width: int) -> None:
    tab = visitor.open(width=width, height=844)
    ask(tab, QUESTION)
    tab.locator("section.hits button.cite").first.click()
    tab.locator("#reader article").wait_for()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(overflow) <= 0
    box = tab.locator("#results section.answer").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("state", ["open", "answered", "abstained", "reading", "corpus", "english"])
def test_axe_finds_nothing_serious(visitor: Visitor, state: str) -> None:
    tab = visitor.open("?ui=en" if state == "english" else "")
    if state in ("answered", "reading", "english"):
        ask(tab, QUESTION)
    if state == "abstained":
        ask(tab, ABSTAIN)
    if state == "reading":
        tab.locator("section.hits button.cite").first.click()
        tab.locator("#reader article").wait_for()
    if state == "corpus":
        tab.get_by_role("tab", name="Communiqués").click()
        tab.locator("#table table").wait_for()
    tab.wait_for_timeout(300)  # gradio fades in what is new; axe would see pale text
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run().then(result => result.violations)")
    grave = [
        f"{one['id']}: {[node['target'] for node in one['nodes']]} {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert "\n".join(grave) == ""


def test_the_readme_shows_the_page_as_it_is(visitor: Visitor, tmp_path: Path) -> None:
    """With RAG_SCREENSHOT=1 this test makes the README's first picture."""

    tab = visitor.open(width=1280, height=860)
    ask(tab, QUESTION).locator("ol button.cite").first.click()
    tab.locator("#reader article").wait_for()
    tab.evaluate("window.scrollTo(0, 0)")
    tab.wait_for_timeout(500)
    path = SCREENSHOT if os.environ.get("RAG_SCREENSHOT") else tmp_path / "page.png"
    tab.screenshot(path=path)
    assert path.stat().st_size > 20_000
    assert SCREENSHOT.name in (ROOT / "README.md").read_text(encoding="utf-8")


# -- adding and rebuilding ------------------------------------------------------------------------


@pytest.fixture
def changeable_server(
    page_folder: Path, tmp_path: Path, embedded: rag.Encoder
) -> Iterator[tuple[RunningServer, Path]]:
    """A server with its own corpus, which a test may change."""
    shutil.copytree(SEEDS, tmp_path / "corpus")
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=rag.Settings())
    server = serve(tmp_path / "index", settings(upload_megabytes=1))
    assert server.service.wait(60)
    yield server, tmp_path
    server.close()


@pytest.fixture
def changeable_visitor(
    browser: Any, changeable_server: tuple[RunningServer, Path]
) -> Iterator[Visitor]:
    with visitor_of(browser, changeable_server[0]) as one:
        yield one


def test_upload_rebuild_and_ask(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open()
    tab.get_by_role("tab", name="Communiqués").click()
    new = write(
        folder,
        "perroquet.txt",
        "Le perroquet bleu\n\nParis, le 3 mai 2021 – Le perroquet bleu a été présenté aux "
        f"ministres par Mme Zoé Quintal.\n\n{paragraph('oiseaux')}\n",
    )
    archive = write(folder, "archive.zip", "PK")
    binary = folder / "binaire.txt"
    binary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    name = min(SEEDS.glob("*.txt")).name
    taken = write(folder, name, "Un autre texte, sous un nom déjà pris.\n")
    tab.locator("#files input[type=file]").set_input_files([new, archive, binary, taken])
    tab.locator("#files").get_by_text("perroquet").first.wait_for()
    tab.get_by_role("button", name="Ajouter au dossier").click()
    told = tab.locator("#told .additions")
    told.wait_for()
    text = told.inner_text()
    assert "Ajouté : perroquet.txt" in text
    assert "Refusé : archive.zip (pas de lecteur pour « .zip » ; enregistrez-le" in text
    assert "Refusé : binaire.txt" in text
    assert f"Refusé : {name} (un autre communiqué porte ce nom" in text
    assert sorted(p.name for p in (folder / "corpus").glob("p*")) == ["perroquet.txt"]
    tab.get_by_role("button", name="Reconstruire l’index").click()
    tab.locator("#told").get_by_text("Index prêt : 6 communiqués").wait_for()
    tab.get_by_role("tab", name="Demander").click()
    answer = ask(tab, "Qui a présenté le perroquet bleu aux ministres ?")
    assert "Zoé Quintal" in answer.inner_text()


def test_a_file_that_is_too_large_is_refused_in_the_pages_language(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    small = write(folder, "petit.txt", paragraph("perroquets"))
    large = write(folder, "grand<b>.txt", "a" * 1_000_001)
    for ui, told in (("fr", "Refusé : grand<b>.txt (plus de 1 Mo)"), ("en", "more than 1 MB")):
        tab = changeable_visitor.open(f"?ui={ui}")
        sent = len([url for url in changeable_visitor.asked if "/upload" in url])
        tab.get_by_role("tab").nth(1).click()
        tab.locator("#files input[type=file]").set_input_files([large])
        tab.locator("#told .refused").wait_for()
        assert told in tab.locator("#told").inner_text()
        assert len([url for url in changeable_visitor.asked if "/upload" in url]) == sent
        tab.locator("#files input[type=file]").set_input_files([large, small])
        tab.locator("#files").get_by_text("petit").first.wait_for()
        assert "grand" not in tab.locator("#files").inner_text()
        assert "maximum" not in tab.locator("body").inner_text()


def test_a_dropped_file_that_is_too_large_is_refused(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    tab = changeable_visitor.open()
    tab.get_by_role("tab", name="Communiqués").click()
    tab.locator("#files button").first.wait_for()
    tab.evaluate(
        """() => { const files = new DataTransfer();
        files.items.add(new File(["a".repeat(1000001)], "grand.txt"));
        files.items.add(new File(["Le perroquet."], "petit.txt"));
        document.querySelector("#files button").dispatchEvent(
            new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true })) }"""
    )
    tab.locator("#told").get_by_text("Refusé : grand.txt (plus de 1 Mo)").wait_for()
    tab.locator("#files").get_by_text("petit").first.wait_for()


def test_a_file_that_is_renamed_is_shown_with_both_names(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open()
    tab.get_by_role("tab", name="Communiqués").click()
    paths = [write(folder, "a:b.txt", paragraph("oies")), write(folder, "c.txt", paragraph("jars"))]
    tab.locator("#files input[type=file]").set_input_files(paths)
    tab.locator("#files").get_by_text("a:b").first.wait_for()
    tab.get_by_role("button", name="Ajouter au dossier").click()
    told = tab.locator("#told .additions")
    told.wait_for()
    assert "Ajouté : a:b.txt, sous le nom ab.txt" in told.inner_text()
    assert "Ajouté : c.txt\n" in told.inner_text()
    assert (folder / "corpus" / "ab.txt").is_file()


def test_a_rebuild_shows_a_bar_with_its_stage(
    changeable_visitor: Visitor,
    changeable_server: tuple[RunningServer, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = changeable_server[1]
    write(folder / "corpus", "neuf.txt", paragraph("perroquets") + "\n")
    go_on = threading.Event()
    real = rag.build

    def paused_build(*places: Any, progress: rag.Progress, **rest: Any) -> rag.BuildReport:
        # A build tells how far it is again and again; one report may come before the page listens.
        until = time.monotonic() + 60
        while not go_on.wait(0.2):
            assert time.monotonic() < until
            progress("encode", 3, 7)
        return real(*places, progress=progress, **rest)

    monkeypatch.setattr(rag, "build", paused_build)
    tab = changeable_visitor.open()
    tab.get_by_role("tab", name="Communiqués").click()
    tab.get_by_role("button", name="Reconstruire l’index").click()
    bar = tab.locator("#told .progress-level")
    bar.wait_for()
    assert "encodage" in bar.inner_text().casefold()
    assert "3/7" in tab.locator("#told").inner_text()
    go_on.set()
    tab.locator("#told").get_by_text("Index prêt : 6 communiqués").wait_for()


def test_questions_are_answered_while_the_index_is_rebuilt(
    changeable_server: tuple[RunningServer, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, folder = changeable_server
    write(folder / "corpus", "neuf.txt", paragraph("perroquets") + "\n")
    reached, go_on = threading.Event(), threading.Event()

    def slow(stage: str, done: int, total: int) -> None:
        if stage == "encode":
            reached.set()
            assert go_on.wait(60)

    built: list[rag.BuildReport] = []
    thread = threading.Thread(target=lambda: built.append(server.service.rebuild(slow)))
    thread.start()
    assert reached.wait(60)
    before = server.service.health().generation
    with server.service.library() as old:
        with pytest.raises(rag.IndexBusyError):
            server.service.rebuild(lambda *_: None)
        assert old.ask(QUESTION).status == "answered"
        go_on.set()
        thread.join(60)
        assert built[0].releases == 6
        # The old index stays open for those who use it, though another one answers now.
        assert old.ask(QUESTION).status == "answered"
    assert server.service.health().generation != before
    with server.service.library() as new:
        assert "neuf" in new.release_ids


def test_the_index_folder_is_removed_while_serving(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open()
    shutil.rmtree(folder / "index")
    shown = ask(tab, QUESTION).inner_text()
    assert "15 février" in shown or "rag build" in shown
    tab.get_by_role("tab", name="Communiqués").click()
    tab.get_by_role("button", name="Reconstruire l’index").click()
    tab.locator("#told").get_by_text("Index prêt").wait_for()
    assert (folder / "index" / "CURRENT").exists()
    assert sorted(p.name for p in (folder / "corpus").glob("*.txt")) == sorted(
        p.name for p in SEEDS.glob("*.txt")
    )


def upload(server: RunningServer, name: str, megabytes: int = 0, text: str = "") -> Any:
    """Upload a file; return the server's answer, its error code, or "cut off"."""
    import urllib.error

    head = f'--x7\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
    parts = [head.encode() + text.encode(), *[b"a" * 1_000_000] * megabytes, b"\r\n--x7--\r\n"]
    request = urllib.request.Request(
        f"{server.address}gradio_api/upload",
        iter(parts),
        {
            "Content-Type": "multipart/form-data; boundary=x7",
            "Content-Length": str(sum(map(len, parts))),
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code
    except (urllib.error.URLError, ConnectionError):
        return "cut off"


def test_200_megabytes_are_refused_and_the_server_stays_up(
    changeable_server: tuple[RunningServer, Path],
) -> None:
    server, folder = changeable_server
    assert upload(server, "a.txt", megabytes=200) in (413, "cut off")
    assert healthz(server)[0] == 200
    assert not (folder / "corpus" / "a.txt").exists()


def test_a_file_name_with_folders_is_saved_in_the_corpus_folder(
    changeable_server: tuple[RunningServer, Path],
) -> None:
    server, folder = changeable_server
    before = {path for path in folder.rglob("*") if "cache" not in path.parts}
    (stored,) = upload(server, "../../x.txt", text=paragraph("perroquets"))
    assert server.service.add([Path(stored)]) == [rag.Addition("x.txt")]
    after = {path for path in folder.rglob("*") if "cache" not in path.parts}
    assert after - before == {folder / "corpus" / "x.txt"}


def healthz(server: RunningServer) -> tuple[int, dict[str, Any]]:
    import urllib.error

    try:
        with urllib.request.urlopen(f"{server.address}healthz", timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


# -- serving --------------------------------------------------------------------------------------


def test_the_page_is_up_before_the_index_is(
    page_folder: Path, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_load = threading.Event()
    real = rag.load_encoder

    def late(chosen: rag.EncoderSettings) -> rag.Encoder:
        assert may_load.wait(60)
        return real(chosen)

    monkeypatch.setattr(rag, "load_encoder", late)
    server = serve(page_folder / "index", settings())
    try:
        assert healthz(server) == (503, {**healthz(server)[1], "status": "loading"})
        visitor = Visitor(browser, server)
        tab = visitor.open()
        assert "se chargent" in tab.locator("#status").inner_text()
        may_load.set()
        tab.locator("#status").get_by_text("6 communiqués").wait_for()
        code, health = healthz(server)
        assert (code, health["status"], health["releases"]) == (200, "ready", 6)
        visitor.contexts[0].close()
    finally:
        may_load.set()
        server.close()


def test_a_missing_index_is_shown_on_the_page(tmp_path: Path, browser: Any) -> None:
    server = serve(tmp_path / "nothing", settings())
    try:
        assert server.service.wait(60)
        code, health = healthz(server)
        assert (code, health["status"]) == (503, "failed")
        assert "rag build" in health["problem"]
        visitor = Visitor(browser, server)
        context = browser.new_context()
        visitor.contexts.append(context)
        tab = context.new_page()
        tab.goto(server.address)
        tab.locator("#status .failed").wait_for()
        assert "rag build" in tab.locator("#status").inner_text()
        assert "rag build" in ask(tab, QUESTION).inner_text()
        context.close()
    finally:
        server.close()


def test_a_password_from_the_environment(
    page_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import urllib.error

    monkeypatch.setenv("RAG_USER", "zoe")
    with pytest.raises(rag.ConfigurationError, match="RAG_PASSWORD"):
        serve(page_folder / "index", settings())
    monkeypatch.setenv("RAG_PASSWORD", "sésame")
    server = serve(page_folder / "index", settings())
    try:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{server.address}config", timeout=10)
        assert refused.value.code == 401
        assert healthz(server)[0] in (200, 503)
        from gradio_client import Client

        server.service.wait(60)
        client = Client(server.address, auth=("zoe", "sésame"), verbose=False)
        assert client.predict(QUESTION, api_name="/ask")["status"] == "answered"
    finally:
        server.close()


def test_uploads_are_off_beyond_loopback_unless_asked_for() -> None:
    assert rag.WebSettings().accepts_uploads
    assert not rag.WebSettings(uploads=False).accepts_uploads
    assert not rag.WebSettings(host="0.0.0.0").accepts_uploads
    assert not rag.WebSettings(host="::").accepts_uploads
    assert rag.WebSettings(host="0.0.0.0", uploads_beyond_loopback=True).accepts_uploads


def test_without_uploads_the_page_offers_none(page_folder: Path, browser: Any) -> None:
    server = serve(page_folder / "index", settings(uploads=False))
    try:
        assert server.service.wait(60)
        visitor = Visitor(browser, server)
        tab = visitor.open()
        tab.get_by_role("tab", name="Communiqués").click()
        tab.locator("#table table").wait_for()
        assert tab.locator("#files, #add, #rebuild").count() == 0
        visitor.contexts[0].close()
    finally:
        server.close()


@pytest.mark.parametrize("strips", [False, True])
def test_below_a_path_the_page_opens_with_and_without_its_slash(
    page_folder: Path, browser: Any, strips: bool
) -> None:
    """Whether or not the proxy removes the path from its requests."""
    server = serve(page_folder / "index", settings(root_path="/communiques"))
    try:
        assert server.service.wait(60)
        visitor = Visitor(browser, server)
        tab = visitor.open()
        bare = server.address.rstrip("/")
        if strips:
            origin = bare.removesuffix("/communiques")
            tab.route(
                lambda url: url.startswith(bare),
                lambda route: route.continue_(
                    url=f"{origin}/{route.request.url.removeprefix(bare).removeprefix('/')}"
                ),
            )
        for slash in ("", "/"):
            tab.goto(f"{bare}{slash}?q=OTAN")
            tab.locator("#results section.answer").wait_for()
            assert tab.url == f"{bare}/?q=OTAN"
            assert tab.get_by_role("button", name="Demander", exact=True).is_visible()
            assert tab.evaluate("document.documentElement.lang") == "fr"
        visitor.contexts[0].close()
    finally:
        server.close()


def test_a_port_in_use_is_an_error(server: RunningServer, page_folder: Path) -> None:
    port = int(server.address.rstrip("/").rsplit(":", 1)[1])
    with pytest.raises(rag.ConfigurationError, match="--port"):
        serve(page_folder / "index", settings(port=port))


# -- programs -------------------------------------------------------------------------------------


def test_the_named_endpoints(server: RunningServer) -> None:
    from gradio_client import Client
    from gradio_client.exceptions import AppError

    client = Client(server.address, verbose=False)
    answer = client.predict(QUESTION, api_name="/ask")
    with server.service.library() as library:
        assert answer == json.loads(json.dumps(library.ask(QUESTION).to_dict()))
    hits = client.predict("OTAN", k=2, date_from="2014", date_to="2014", api_name="/search")
    assert [hit["date"]["value"][:4] for hit in hits["hits"]] == ["2014", "2014"]
    shown = client.predict(answer["citations"][0]["id"], api_name="/show")
    text, cited = shown["release"]["text"], shown["citation"]
    assert text[cited["start"] : cited["end"]] == answer["citations"][0]["quote"]
    for arguments, told in (
        (("", 5), "La question est vide"),
        (("OTAN", 0), "au moins 1"),
        (("OTAN", 5, "2022-02-31"), "n’est pas une date"),
    ):
        with pytest.raises(AppError, match=told):
            client.predict(*arguments, api_name="/ask")
    with pytest.raises(AppError, match="n’est pas une citation"):
        client.predict("n’importe quoi", api_name="/show")
    described = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert set(described) == {"/ask", "/search", "/show"}
    types = {p["parameter_name"]: p["python_type"]["type"] for p in described["/ask"]["parameters"]}
    assert types["question"] == "str"


def readme_block(kind: str, server: RunningServer) -> str:
    """A code block of the README, with the address of this server."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"```{kind}\n(.*?)```", readme, re.DOTALL)
    return str(block).replace("http://127.0.0.1:7860/", server.address)


def test_the_clients_example_of_the_readme(
    server: RunningServer, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(readme_block("py", server), "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "le 15 février" in shown
    assert "L’OTAN intensifie son soutien" in shown


def test_settings_of_the_page_come_from_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "rag.toml", "[web]\nuploads = false\nport = 7999\n")
    web = rag.load_settings(path).web
    assert (web.uploads, web.port) == (False, 7999)
    with pytest.raises(rag.ConfigurationError):
        rag.load_settings(write(tmp_path, "bad.toml", "[web]\nport = 70000\n"))
    assert replace(web, uploads=True).accepts_uploads
