"""The page in a real browser, against a real server and index."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from PIL import Image

import rag
from rag.evaluation.questions import read_questions
from rag.web.corpus_list import without_accents
from rag.web.handlers import Handlers
from rag.web.server import RunningServer, serve
from tests.conftest import QUESTION, ROOT, SEEDS, paragraph, write
from tests.documents import blocks, links
from tests.pdf_files import lines, pdf

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
DOCS = ROOT / "docs"
HOSTILE = (
    "<script>window.hit=1</script><img src=x onerror=window.hit=1> **gras** {{7*7}} ${7*7} &amp;"
)
ABSTAIN = "Quelle est la recette de la tarte aux pommes ?"
PDF_QUESTION = "Qui a présenté la perruche verte aux ministres ?"
# One white point, in place of a drawn page.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjZzQAAAABJRU5ErkJggg=="
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


def settings(**web: Any) -> rag.Settings:
    return rag.Settings(web=rag.WebSettings(**web))


@pytest.fixture(scope="module")
def page_folder(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """The five releases, a hostile one and a PDF of two pages, with their index."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(SEEDS, folder / "corpus")
    write(
        folder / "corpus",
        "lori/hostile.txt",
        f"Titre {HOSTILE}\n\nLe perroquet vert chante {HOSTILE} devant les ministres réunis le "
        f"3 mai 2021 à Paris.\n\n{paragraph('perroquets')}\n",
    )
    sheets = (
        ["La perruche verte", "Paris, le 7 mars 2024", *paragraph("plumes").split(". ")],
        ["La perruche verte a été présentée aux ministres par Mme Zoé Quintal."],
    )
    (folder / "corpus" / "ara").mkdir()
    (folder / "corpus" / "ara" / "perruche.pdf").write_bytes(
        pdf(lines(sheet, 60, 760) for sheet in sheets)
    )
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder


@pytest.fixture(scope="module")
def server(page_folder: Path) -> Iterator[RunningServer]:
    server = serve(page_folder / "index", settings())
    assert server.service.wait(60)
    yield server
    server.close()


@pytest.fixture(scope="module", autouse=True)
def _drawn_pages() -> Iterator[None]:
    """The drawn page of a release is tested elsewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rag.Library, "page_picture", lambda *_asked: PICTURE)
        yield


class Browser:
    """Chromium, with a profile that keeps the scripts of the page from one test to the next: to
    read them anew takes longer than most tests."""

    def __init__(self, playwright: Any, profile: Path) -> None:
        self._chromium = playwright.chromium
        self._profile = profile
        self._opened: Any = None
        self._kept: Any = None

    def new_context(self, **options: Any) -> Any:
        """A context with nothing of others."""
        if self._opened is None:
            self._opened = self._chromium.launch(
                executable_path=CHROMIUM, headless=True, args=FLAGS
            )
        return self._opened.new_context(**options)

    def new_tab(self, address: str) -> Any:
        """A tab for a French reader; if it is the only one, without cookies, notes and rights of
        those before."""
        if self._kept is None:
            self._kept = self._chromium.launch_persistent_context(
                self._profile, executable_path=CHROMIUM, headless=True, args=FLAGS, locale="fr-FR"
            )
        is_alone = not any(one.url.startswith(address) for one in self._kept.pages)
        tab = self._kept.new_page()
        if is_alone:
            self._kept.clear_cookies()
            self._kept.clear_permissions()
            session = self._kept.new_cdp_session(tab)
            session.send(
                "Storage.clearDataForOrigin",
                {"origin": _origin(address), "storageTypes": "local_storage,indexeddb"},
            )
            session.detach()
        return tab

    def close(self) -> None:
        for one in (self._kept, self._opened):
            if one is not None:
                one.close()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = Browser(playwright, tmp_path_factory.mktemp("profile"))
        yield opened
        opened.close()


class Visitor:
    """Opens pages and records the addresses that they request."""

    def __init__(self, browser: Browser, server: RunningServer) -> None:
        self.browser, self.server = browser, server
        self.asked: list[str] = []
        self.opened: list[Any] = []  # tabs and contexts, to be closed

    def open(
        self,
        link: str = "",
        width: int = 1200,
        height: int = 900,
        *,
        locale: str = "fr-FR",
        dark: bool = False,
    ) -> Any:
        size = {"width": width, "height": height}
        scheme = "dark" if dark else "light"
        if locale == "fr-FR":
            tab = self.browser.new_tab(self.server.address)
            tab.set_viewport_size(size)
            tab.emulate_media(color_scheme=scheme)
            self.opened.append(tab)
        else:
            context = self.browser.new_context(viewport=size, locale=locale, color_scheme=scheme)
            tab = context.new_page()
            self.opened.append(context)
        tab.set_default_timeout(30_000)
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(self.server.address + link)
        if self.server.service.ready:
            tab.locator("#home .held").wait_for(state="attached")
        else:
            tab.locator("#home > *").first.wait_for(state="attached")
        return tab


@contextmanager
def visitor_of(browser: Browser, server: RunningServer) -> Iterator[Visitor]:
    """A visitor. The test fails if a page requests an address of another server."""
    one = Visitor(browser, server)
    yield one
    for opened in one.opened:
        opened.close()
    own = (server.address, "data:", "blob:")
    assert [url for url in one.asked if not url.startswith(own)] == []


@pytest.fixture
def visitor(browser: Any, server: RunningServer) -> Iterator[Visitor]:
    with visitor_of(browser, server) as one:
        yield one


def ask(tab: Any, question: str) -> Any:
    """Type a question, press Enter; return the section with the answer."""
    box = tab.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
    tab.wait_for_function("!document.querySelector('.page').classList.contains('busy')")
    answer = tab.locator("#results section.answer")
    answer.wait_for()
    return answer


def top(tab: Any, selector: str) -> float:
    """How far an element is from the top of the window, in pixels."""
    return float(tab.locator(selector).first.bounding_box()["y"])


def sideways(tab: Any) -> float:
    """By how many pixels the page is wider than the window."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return float(tab.evaluate(wide))


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


CALLS = "**/gradio_api/component_server/**"


def hold_requests(tab: Any, name: str) -> tuple[list[Any], Callable[[], None]]:
    """Hold the calls of a function of the server. Returns them, and a function that lets all of
    them pass."""
    waiting: list[Any] = []
    passing = False

    def handle(route: Any) -> None:
        if passing or f'"fn_name":"{name}"' not in (route.request.post_data or ""):
            route.continue_()
        else:
            waiting.append(route)

    def let_pass() -> None:
        nonlocal passing
        passing = True
        for route in waiting:
            route.continue_()

    tab.route(CALLS, handle)
    return waiting, let_pass


# -- where things stand --

WINDOWS = [(1440, 900), (1280, 800), (390, 844), (320, 640)]


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_answer_begins_near_the_top(visitor: Visitor, width: int, height: int) -> None:
    tab = visitor.open(width=width, height=height)
    assert tab.locator(".brand").bounding_box()["height"] == 48
    assert sideways(tab) <= 0
    ask(tab, QUESTION)
    assert top(tab, "#results section.answer") <= 140
    assert top(tab, "#results h2.text") <= 140
    assert sideways(tab) <= 0
    tab.goto(f"{visitor.server.address}?q=Que+fait+l%27OTAN+%3F&from=2014")
    tab.locator("#results section.answer").wait_for()
    tab.locator(".chip.on").wait_for()
    assert top(tab, "#results h2.text") <= 140  # a filter that is on is always seen
    assert is_in_window(tab, ".chip.on")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 800)])
def test_the_proof_is_on_the_screen_without_a_click(
    visitor: Visitor, width: int, height: int
) -> None:
    tab = visitor.open(width=width, height=height)
    answer = ask(tab, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?")
    assert is_in_window(tab, "#reader mark.words")
    reader, left = tab.locator("#reader").bounding_box(), answer.bounding_box()
    assert reader["x"] >= left["x"] + left["width"]
    assert reader["y"] + reader["height"] <= height
    assert tab.evaluate("document.activeElement.closest('#question') !== null")
    words = answer.locator("blockquote mark.words").text_content()
    assert "".join(tab.locator("#reader mark.words").all_text_contents()) == words


def test_nothing_moves_once_it_is_shown(visitor: Visitor) -> None:
    """The cumulative layout shift, as browsers count it, from a bare page to a second answer."""
    tab = visitor.open(width=1280, height=800)
    tab.evaluate(
        """() => { window.shift = 0; new PerformanceObserver(list => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
        }).observe({ type: 'layout-shift', buffered: true }) }"""
    )
    ask(tab, QUESTION)
    tab.evaluate("document.querySelector('.hits .cite').click()")
    ask(tab, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?")
    tab.wait_for_timeout(300)
    assert tab.evaluate("window.shift") < 0.1


@pytest.mark.parametrize("link", ["", "?q=Que+fait+l%27OTAN+%3F", "?q=" + ABSTAIN, "?view=corpus"])
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_off_or_scrolls_sideways(visitor: Visitor, width: int, link: str) -> None:
    tab = visitor.open(link, width=width, height=640)
    tab.locator("#home .held, #results .answer, #corpus table").locator(
        "visible=true"
    ).first.wait_for()
    assert sideways(tab) <= 0
    outside = tab.evaluate(
        """() => [...document.querySelectorAll('.page *')].filter(one => {
        const box = one.getBoundingClientRect();
        const outside = box.left < 0 || box.right > innerWidth + 1;
        return outside && box.width > 1 && one.checkVisibility()
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert outside == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "state",
    ["home", "answered", "several", "abstained", "search", "corpus", "filters", "removing", "page",
     "english", "wrong", "telephone", "sheet"],
)  # fmt: skip
def test_axe_finds_nothing(visitor: Visitor, state: str, dark: bool) -> None:
    narrow = state in ("telephone", "sheet")
    tab = visitor.open(
        "?view=corpus" if state in ("corpus", "removing") else "",
        width=390 if narrow else 1280,
        locale="en-GB" if state == "english" else "fr-FR",
        dark=dark,
    )
    if state in ("answered", "english", "wrong", "telephone", "sheet"):
        ask(tab, QUESTION)
        for summary in tab.locator("#results summary").all():
            summary.click()
    if state == "several":
        ask(tab, "Quand l’OTAN a-t-elle réuni ses ministres, chaque année ?")
    if state == "abstained":
        ask(tab, ABSTAIN)
    if state == "search":
        ask(tab, "Stoltenberg")
    if state == "page":
        ask(tab, PDF_QUESTION)
        tab.locator("#reader .pages img").first.wait_for()
    if state == "filters":
        tab.locator("#chips .chip").first.click()
    if state == "wrong":
        tab.get_by_role("button", name="Réponse fausse").click()
        tab.locator("form.wrong input").wait_for()
    if state == "sheet":
        tab.locator("#results .number").first.click()
        tab.locator("#reader article").wait_for()
    if state in ("corpus", "removing"):
        tab.locator("#corpus .change summary").first.click()
    if state == "removing":
        tab.locator("#corpus [data-remove]").first.click()
    tab.wait_for_timeout(300)
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run().then(result => result.violations)")
    told = [
        f"{one['id']}: {[node['target'] for node in one['nodes']]} {one['nodes'][0]['html'][:200]}"
        for one in found
    ]
    assert "\n".join(told) == ""


# -- home --


def test_the_page_opens_with_what_is_held(visitor: Visitor) -> None:
    tab = visitor.open()
    held = tab.locator("#home .held").inner_text()
    assert re.fullmatch(r"7 communiqués, .+ 2024 · rien ne quitte cette machine", held)
    assert tab.locator("#held").inner_text() == "7"
    assert tab.evaluate("document.documentElement.lang") == "fr"
    assert tab.title() == "Questions aux communiqués"
    size = tab.locator("#question textarea").evaluate("box => getComputedStyle(box).fontSize")
    assert float(size.removesuffix("px")) >= 16
    field, button = (
        tab.locator(one).bounding_box() for one in ("#question textarea", "#question .go")
    )
    assert abs(field["x"] + field["width"] - button["x"]) <= 1  # joined


def test_the_field_grows_with_a_long_question(visitor: Visitor) -> None:
    tab = visitor.open()
    box = tab.locator("#question textarea")
    before = box.bounding_box()["height"]
    box.fill("Quand et où " * 30)
    assert box.bounding_box()["height"] > 1.5 * before


def test_a_long_question_is_read_as_a_whole_beside_its_answer(visitor: Visitor) -> None:
    long = (
        "Dans quelles circonstances, et en présence de quels chefs d’État et de gouvernement, "
        "M. Stoltenberg a-t-il été accueilli à Blenheim Palace par le premier ministre ?"
    )
    tab = visitor.open(f"?q={quote(long)}", width=1280, height=800)
    tab.locator("#results .answer").first.wait_for()
    box = tab.locator("#question textarea")
    assert box.input_value() == long
    hidden = "box => [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth]"
    assert box.evaluate(hidden) == [0, 0]
    assert sideways(tab) <= 0
    # The release stands below the bar, however high that is.
    tab.locator("#results .cite").first.click()
    tab.locator("#reader[open]").wait_for()
    tab.evaluate("window.scrollTo(0, 200)")
    tab.wait_for_timeout(100)
    bar, reader = (tab.locator(one).bounding_box() for one in (".top", "#reader"))
    assert reader["y"] >= bar["y"] + bar["height"] - 1
    assert reader["y"] + reader["height"] <= 800


def test_an_example_is_asked_with_a_click_and_answers(visitor: Visitor) -> None:
    tab = visitor.open()
    buttons = tab.locator("#examples button")
    assert buttons.count() == 3
    example = buttons.first.inner_text()
    buttons.first.click()
    tab.locator("#results section.answer:not(.abstained)").wait_for()
    assert tab.locator("#question textarea").input_value() == example


def test_a_drag_over_the_histogram_narrows_the_dates(visitor: Visitor) -> None:
    tab = visitor.open()
    picture = tab.locator("#home .histogram svg")
    bars = picture.locator("g")
    firsts = bars.evaluate_all("bars => bars.map(bar => bar.dataset.from)")
    box = picture.bounding_box()
    width = box["width"] / len(firsts)
    tab.mouse.move(box["x"] + width * 0.5, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + width * 2.5, box["y"] + 20, steps=4)
    assert picture.locator("g.in").count() == 3
    tab.mouse.up()
    tab.wait_for_function(f"location.search === '?from={firsts[0]}&to={firsts[2]}'")
    assert tab.locator(".chip.on").inner_text() == f"{firsts[0]} – {firsts[2]}"
    ask(tab, "Que fait l’OTAN ?")
    assert f"from={firsts[0]}" in tab.url
    tab.get_by_role("button", name="Effacer les filtres").first.click()
    tab.wait_for_function("!location.search.includes('from')")
    assert "q=Que" in tab.url


# -- the answer --


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
    assert "cellule de coordination" in answer.locator("blockquote").inner_text()
    assert "jour et mois, sans l’année" in answer.inner_text()
    assert answer.locator(".sure").inner_text() in ("très probable", "probable", "à vérifier")
    assert "(date du communiqué, « le 15 février »)" in answer.locator(".source").inner_text()
    assert "L’OTAN intensifie" in answer.locator(".source button").inner_text()
    assert tab.locator("#told").inner_text() == answer.locator("h2").inner_text()
    assert tab.locator("section.hits li[data-hit]").count() == 5


def test_scores_ids_and_per_cent_are_behind_details(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, QUESTION)
    tab.locator("details.far summary").first.click()
    shown = tab.locator("#results").inner_text() + tab.locator("#reader").inner_text()
    for hidden in ("001_319c6ed45504dc95", "cosinus", "BM25", "caractères", "%"):
        assert hidden not in shown
    answer.locator("details.details summary").click()
    tab.locator("section.hits .why summary").first.click()
    shown = tab.locator("#results").inner_text()
    assert re.search(r"\d+\u00a0%", shown)
    assert "001_319c6ed45504dc95" in shown
    assert "sens\u00a0: 1er (cosinus" in shown
    assert answer.locator("ol.citations q").all_inner_texts()[1] == "le 15 février"


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
    words = "".join(answer.locator("blockquote mark.words").all_text_contents())
    assert words == wanted.span.quote
    assert answer.locator("blockquote").text_content() == wanted.sentence
    first = tab.locator("section.hits li[data-hit]").first
    assert first.locator(".passage-text").text_content() == wanted.hits[0].passage.text
    marked = "".join(first.locator(".passage-text mark.words").all_text_contents())
    assert marked == wanted.span.quote == body[wanted.span.start : wanted.span.end]
    common = "".join(first.locator(".passage-text mark.shared").all_text_contents())
    assert common == "".join(body[span.start : span.end] for span in shared)


def test_passages_stand_by_release_in_three_lines_and_far_ones_are_folded(
    visitor: Visitor, server: RunningServer
) -> None:
    tab = visitor.open()
    ask(tab, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?")
    assert tab.locator("section.hits > .groups [data-hit]").count() == 1
    far = tab.locator("section.hits details.far")
    assert far.locator("summary").first.inner_text() == "Passages plus éloignés (4)"
    assert not far.locator("[data-hit]").first.is_visible()
    far.locator("summary").first.click()
    for group in tab.locator("section.hits li.group").all():
        ids = group.locator("[data-hit]").evaluate_all("l => l.map(i => i.dataset.hit)")
        assert len({one.split(":")[0] for one in ids}) == 1
    for text in tab.locator(".passage-text").all():
        lines = text.evaluate("t => t.clientHeight / parseFloat(getComputedStyle(t).lineHeight)")
        assert lines <= 3.1
    assert is_in_window(tab, ".passage-text mark.words")
    tab.get_by_role("link", name="Plus de passages").click()
    tab.wait_for_function("document.querySelectorAll('[data-hit]').length > 5")
    assert "more=1" in tab.url


def test_several_values_are_rows_that_open_their_place(
    tmp_path: Path, browser: Any, embedded: rag.Encoder
) -> None:
    for year, number in ((2014, 410), (2017, 450), (2020, 478)):
        write(
            tmp_path / "corpus",
            f"bilan-{year}.txt",
            f"Bilan {year} de la société Ara\n\nParis, le 3 mars {year}\n\nLa société Ara emploie "
            f"{number} salariés en {year}.\n\n{paragraph('perroquets')}\n",
        )
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=rag.Settings())
    server = serve(tmp_path / "index", settings())
    try:
        assert server.service.wait(60)
        with visitor_of(browser, server) as visitor:
            tab = visitor.open()
            ask(tab, "Combien de salariés la société Ara emploie-t-elle chaque année ?")
            assert "2014 : 410" in tab.locator("#results h2").inner_text()
            rows = tab.locator("ol.parts li")
            assert rows.count() == 3
            assert "2014 : 410" in rows.first.inner_text()
            assert "Bilan 2014 de la société Ara" in rows.first.inner_text()
            rows.nth(1).locator("button").first.click()
            tab.locator("#reader article[data-shown^='bilan-2017:']").wait_for()
    finally:
        server.close()


def test_an_abstention_says_what_was_searched_and_what_does_not_occur(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.locator("#question textarea").fill(ABSTAIN)
    tab.get_by_role("button", name="Demander").click()
    answer = tab.locator("section.answer.abstained")
    answer.wait_for()
    shown = answer.inner_text()
    assert "Les communiqués ne le disent pas." in shown
    assert re.search(r"Cherché dans 7 communiqués, .+2024", shown)
    assert "ne contiennent pas\u00a0: recette · tarte · pommes" in shown
    assert "probable" not in shown
    assert tab.get_by_role("heading", name="Passages les plus proches").count() == 1
    assert tab.locator("section.hits li[data-hit]").count() == 3
    assert not tab.locator("#reader").is_visible()


def test_a_search_without_an_answer_is_widened_with_a_tap(visitor: Visitor) -> None:
    tab = visitor.open("?q=Qui+a+accueilli+M.+Stoltenberg+%C3%A0+Blenheim+Palace+%3F&to=2015")
    answer = tab.locator("section.answer.abstained")
    answer.wait_for()
    assert "Cherché avec ces filtres\u00a0: jusqu’à 2015" in answer.inner_text()
    answer.get_by_role("link", name="Chercher sans filtre").click()
    tab.locator("section.answer:not(.abstained)").wait_for()
    assert "Keir Starmer" in tab.locator("section.answer h2").inner_text()
    assert "to=" not in tab.url


def test_a_follow_up_is_shown_as_it_is_understood_and_can_be_changed(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    assert tab.locator(".understood").count() == 0
    answer = ask(tab, "Où ?")
    meant = QUESTION.replace("Quand", "Où")
    understood = tab.locator(".understood")
    assert understood.locator("q").inner_text() == meant
    assert understood.inner_text().startswith("Compris comme\u00a0:")
    assert "au siège de l’OTAN" in answer.locator("h2").inner_text()
    assert "after=" in tab.url
    tab.reload()
    tab.locator(".understood").wait_for()
    understood.get_by_role("button", name="Modifier").click()
    box = tab.locator("#question textarea")
    assert box.input_value() == meant
    ask(tab, meant.replace("créée", "annoncée"))
    assert tab.locator(".understood").count() == 0
    assert "after=" not in tab.url


def test_a_follow_up_is_asked_alone_with_a_click(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    ask(tab, "Où ?")
    tab.get_by_role("link", name="Poser telle quelle").click()
    tab.wait_for_function("!document.querySelector('.understood')")
    assert "after=" not in tab.url
    assert tab.locator("#question textarea").input_value() == "Où ?"


def test_key_words_get_results_and_no_answer(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, "Stoltenberg")
    assert answer.locator("h2").inner_text() == "Passages qui contiennent «\u00a0Stoltenberg\u00a0»"
    assert answer.locator("blockquote, .sure, [data-wrong]").count() == 0
    assert tab.locator("section.hits > .groups [data-hit]").count() == 5
    assert is_in_window(tab, "#reader .passage")


@pytest.mark.parametrize("question", ["", "   ", "\u200b"])
def test_an_empty_question_shows_an_error(visitor: Visitor, question: str) -> None:
    tab = visitor.open()
    failed = ask(tab, question)
    assert "La question est vide" in failed.inner_text()


def test_a_wrong_answer_is_noted_with_one_click(visitor: Visitor, server: RunningServer) -> None:
    path = server.service.index / "wrong.jsonl"
    path.unlink(missing_ok=True)
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.wait_for_function("location.search.includes('q=')")
    tab.get_by_role("button", name="Réponse fausse").click()
    right = tab.get_by_label("La bonne réponse")
    right.wait_for()
    (noted,) = read_questions(path)
    assert (noted.text, noted.answers) == (QUESTION, ())
    assert "le 15 février" in path.read_text(encoding="utf-8")
    right.fill("le 16 février")
    right.press("Enter")
    tab.locator("form.wrong").get_by_text("avec la bonne réponse").wait_for()
    (noted,) = read_questions(path)
    assert (noted.text, noted.answers) == (QUESTION, ("le 16 février",))
    ask(tab, ABSTAIN)
    tab.get_by_role("button", name="Réponse fausse").click()
    right.wait_for()
    assert [one.text for one in read_questions(path)] == [QUESTION, ABSTAIN]
    path.unlink()


# -- the release --


def test_the_next_passage_follows_and_escape_closes(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, QUESTION)
    reader = tab.locator("#reader article")
    sentence = answer.locator("blockquote").text_content()
    assert reader.locator(".passage").text_content() == sentence
    before = reader.get_attribute("data-shown")
    reader.get_by_role("button", name="Passage suivant").click()
    tab.wait_for_function(
        f"document.querySelector('#reader article')?.dataset.shown !== {json.dumps(before)}"
    )
    second = tab.locator("section.hits li[data-hit]").nth(1).get_attribute("data-hit")
    assert reader.get_attribute("data-shown") == second
    assert tab.evaluate("new URLSearchParams(location.search).get('open')") == second
    tab.keyboard.press("Escape")
    reader.wait_for(state="detached")
    assert "open=" not in tab.url


def test_the_address_opens_the_release_at_its_place(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.locator("details.far summary").first.click()
    tab.locator("section.hits .number").nth(2).click()
    third = tab.locator("section.hits li[data-hit]").nth(2).get_attribute("data-hit")
    tab.locator(f"#reader article[data-shown='{third}']").wait_for()
    again = visitor.open(tab.url.removeprefix(visitor.server.address))
    again.locator(f"#reader article[data-shown='{third}']").wait_for()
    assert is_in_window(again, "#reader .passage")
    narrow = visitor.open(tab.url.removeprefix(visitor.server.address), width=390, height=844)
    narrow.locator(f"#reader article[data-shown='{third}']").wait_for()
    assert is_in_window(narrow, "#reader .passage")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1280, 720), (390, 844), (320, 640)])
def test_an_opened_passage_is_visible(visitor: Visitor, width: int, height: int) -> None:
    tab = visitor.open(width=width, height=height)
    ask(tab, QUESTION)
    tab.locator("details.far summary").first.click()
    for n in range(5):  # some of these passages are near the end of their release
        tab.locator("section.hits .number").nth(n).click()
        wanted = tab.locator("section.hits li[data-hit]").nth(n).get_attribute("data-hit")
        tab.locator(f"#reader article[data-shown='{wanted}']").wait_for()
        assert is_in_window(tab, "#reader .passage")
        box = tab.locator("#reader article").bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        if width < 1000:
            tab.keyboard.press("Escape")
            tab.locator("#reader article").wait_for(state="detached")


def test_on_a_telephone_the_back_button_closes_the_release(visitor: Visitor) -> None:
    tab = visitor.open(width=390, height=844)
    ask(tab, QUESTION)
    address = tab.url
    assert not tab.locator("#reader").is_visible()
    button = tab.locator("#results .source button")
    button.click()
    sheet = tab.locator("#reader[open] article")
    sheet.wait_for()
    assert tab.evaluate("document.querySelector('#reader').matches(':modal')")
    tab.go_back()
    sheet.wait_for(state="detached")
    assert tab.url == address
    assert tab.locator("#results section.answer h2").is_visible()
    button.click()
    sheet.wait_for()
    tab.get_by_role("button", name="Fermer").click()
    sheet.wait_for(state="detached")
    tab.wait_for_function(f"location.href === {json.dumps(address)}")
    assert tab.evaluate("document.activeElement.closest('.source') !== null")


def test_next_continues_from_the_last_request(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    ids = tab.locator("section.hits li[data-hit]").evaluate_all("l => l.map(i => i.dataset.hit)")
    reader = tab.locator("#reader article")
    assert reader.locator(".at").inner_text() == "1/5"
    _, let_pass = hold_requests(tab, "release")
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
    reader = tab.locator("#reader article")
    _, let_pass = hold_requests(tab, "release")
    reader.get_by_role("button", name="Passage suivant").click()
    tab.keyboard.press("Escape")
    reader.wait_for(state="detached")
    let_pass()
    tab.wait_for_timeout(500)
    assert reader.count() == 0


def test_the_reader_marks_the_words_of_what_was_asked_and_answered(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?")
    first = tab.locator("section.hits li[data-hit]").first
    common = first.locator(".passage-text mark.shared").all_text_contents()
    words = "".join(first.locator(".passage-text mark.words").all_text_contents())
    tab.locator("#question textarea").fill("Autre chose ?")
    first.locator(".number").click()
    citation = first.get_attribute("data-hit")
    reader = tab.locator(f"#reader article[data-shown='{citation}']")
    reader.wait_for()
    assert reader.locator(".passage mark.shared").all_text_contents() == common
    assert "".join(reader.locator("mark.words").all_text_contents()) == words != ""


def test_words_are_found_in_the_open_release(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    body = tab.locator("#reader .body").inner_text().casefold()
    field = tab.locator("#reader .find")
    field.fill("otan")
    count = body.count("otan")
    assert count > 1
    assert tab.locator("#reader .found").inner_text() == f"1/{count}"
    assert tab.evaluate("CSS.highlights.get('found').size") == count
    found = "[...CSS.highlights.get('current')][0].toString()"
    assert tab.evaluate(found).casefold() == "otan"
    field.press("Enter")
    assert tab.locator("#reader .found").inner_text() == f"2/{count}"
    field.fill("perroquet")
    assert tab.locator("#reader .found").inner_text() == "0/0"


def test_a_pdf_is_shown_as_its_page_and_as_text(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, PDF_QUESTION)
    picture = tab.locator("#reader .pages figure.cited img")
    picture.wait_for()
    address = picture.get_attribute("src")
    assert re.fullmatch(r"page/perruche/2\.png\?c=perruche%3A\d+-\d+%3A[0-9a-f]{8}", address)
    assert "page 2" in tab.locator("#results .source").inner_text()
    assert tab.locator("#reader a[download]").get_attribute("href") == "original/perruche"
    assert not tab.locator("#reader .body").is_visible()
    tab.locator("#reader").get_by_role("button", name="Texte").click()
    assert is_in_window(tab, "#reader .passage")
    tab.locator("#reader").get_by_role("button", name="Page", exact=True).click()
    assert is_in_window(tab, "#reader .cited img")


def test_a_page_that_cannot_be_drawn_gives_way_to_the_text(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.route("**/page/**", lambda route: route.fulfill(status=404))
    ask(tab, PDF_QUESTION)
    tab.locator("#reader .body").wait_for()
    assert not tab.locator("#reader .pages").is_visible()


def test_a_question_is_asked_in_one_release_only(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    shown = tab.locator("#reader article").get_attribute("data-shown").split(":")[0]
    tab.locator("#reader").get_by_role("link", name="Chercher dans ce seul communiqué").click()
    tab.wait_for_function("location.search.includes('release=')")
    tab.wait_for_function("!document.querySelector('.page').classList.contains('busy')")
    ids = tab.locator("[data-hit]").evaluate_all("l => l.map(i => i.dataset.hit.split(':')[0])")
    assert set(ids) == {shown}
    assert tab.locator(".chip.on").inner_text() == "Un seul communiqué"


def test_a_missing_release_shows_an_error_and_closes(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    button = "document.querySelector('#results .source .cite')"
    tab.evaluate(f"{button}.dataset.open = 'partie:0-10:01234567'")
    tab.locator("#results .source .cite").click()
    tab.locator("#reader").get_by_text("n’est pas dans l’index").wait_for()
    assert is_in_window(tab, "#reader .refused")
    tab.locator("#reader").get_by_role("button", name="Fermer").click()
    tab.locator("#reader article").wait_for(state="detached")
    assert tab.evaluate("document.activeElement.dataset.open") == "partie:0-10:01234567"


# -- holding --


@pytest.mark.parametrize(("ui", "told"), [("fr", "Recherche…"), ("en", "Searching…")])
def test_the_old_answer_is_dimmed_while_the_next_comes(
    visitor: Visitor, ui: str, told: str
) -> None:
    tab = visitor.open(f"?ui={ui}")
    _, let_pass = hold_requests(tab, "answer")
    box = tab.locator("#question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    note = tab.locator("#results [role=status]")
    note.wait_for()
    assert note.inner_text() == told
    assert is_in_window(tab, "#results [role=status]")
    let_pass()
    tab.locator("#results section.answer").wait_for()
    assert note.count() == 0
    first = tab.locator("#results h2.text").inner_text()
    _waiting, let_pass = hold_requests(tab, "answer")
    box.fill(ABSTAIN)
    box.press("Enter")
    tab.locator(".busy .bar").wait_for()
    assert tab.locator("#results h2.text").inner_text() == first
    dimmed = "parseFloat(getComputedStyle(document.querySelector('#results .answer')).opacity)"
    assert tab.evaluate(dimmed) < 0.7
    assert tab.locator("#told").inner_text() == told
    let_pass()
    tab.locator("#results section.abstained").wait_for()
    assert tab.evaluate(dimmed) == 1
    assert not tab.locator(".top > .bar").is_visible()


def test_the_same_question_is_asked_again_and_once_in_the_history(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    length = tab.evaluate("history.length")
    with tab.expect_request(CALLS) as asked:
        tab.locator("#question textarea").press("Enter")
    assert '"fn_name":"answer"' in asked.value.post_data
    tab.wait_for_function("!document.querySelector('.page').classList.contains('busy')")
    assert tab.evaluate("history.length") == length
    assert is_in_window(tab, "#reader .passage")


def test_only_the_answer_to_the_last_question_is_shown(visitor: Visitor) -> None:
    tab = visitor.open()
    waiting, let_pass = hold_requests(tab, "answer")
    box = tab.locator("#question textarea")
    for question in (QUESTION, ABSTAIN):
        box.fill(question)
        box.press("Enter")
    while len(waiting) < 2:
        tab.wait_for_timeout(20)
    waiting.reverse()  # the first one is answered last
    let_pass()
    tab.locator("#results section.abstained").wait_for()
    tab.wait_for_timeout(500)
    assert tab.locator("#results section.abstained").count() == 1


def test_a_server_at_fault_and_one_that_is_gone_have_their_sentences(visitor: Visitor) -> None:
    tab = visitor.open()
    tab.route(CALLS, lambda route: route.fulfill(status=503, json={"detail": "full"}))
    box = tab.locator("#question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    tab.locator("#results").get_by_text("n’a pas pu être traitée").wait_for()
    assert tab.locator("#told").inner_text() != "Recherche…"
    tab.route(CALLS, lambda route: route.abort())
    tab.route("**/healthz", lambda route: route.abort())
    box.press("Enter")
    tab.locator("#results").get_by_text("Le serveur ne répond plus").wait_for()
    assert "Recherche…" not in tab.locator("body").inner_text()
    tab.unroute(CALLS)
    box.press("Enter")
    tab.locator("#results section.answer").wait_for()


def test_back_and_forward_work_twice_in_a_row(visitor: Visitor) -> None:
    tab = visitor.open()
    questions = [QUESTION, "Qui a accueilli M. Stoltenberg à Blenheim Palace ?", ABSTAIN]
    shown = [ask(tab, one).locator("h2").inner_text() for one in questions]
    tab.evaluate("history.back(); setTimeout(() => history.back(), 30)")
    tab.wait_for_function(f"document.querySelector('#results h2')?.innerText === {shown[0]!r}")
    assert tab.locator("#question textarea").input_value() == questions[0]
    tab.evaluate("history.forward(); setTimeout(() => history.forward(), 30)")
    tab.wait_for_function(f"document.querySelector('#results h2')?.innerText === {shown[2]!r}")
    assert tab.locator("#question textarea").input_value() == questions[2]
    tab.wait_for_timeout(500)
    assert tab.locator("#results h2").first.inner_text() == shown[2]


def test_home_leaves_no_release_and_no_question_behind(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.locator(".brand").click()
    tab.locator("#home .held").wait_for()
    assert tab.locator("#reader article").count() == 0
    assert tab.locator("#question textarea").input_value() == ""
    assert tab.evaluate("location.search") == ""


def test_the_question_is_there_again_after_a_look_at_the_releases(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, QUESTION)
    tab.get_by_role("link", name=re.compile("^Communiqués")).click()
    tab.locator("#corpus table").first.wait_for()
    assert tab.locator("#reader article").count() == 0
    tab.get_by_role("link", name="Demander", exact=True).click()
    tab.locator("#results section.answer").wait_for()
    assert "q=Quand" in tab.url
    assert tab.locator("#question textarea").input_value() == QUESTION


@pytest.mark.parametrize("name", ["from", "to"])
def test_every_filter_acts_at_once(visitor: Visitor, name: str) -> None:
    tab = visitor.open("?q=Que+fait+l%27OTAN+%3F")
    tab.locator("#results section.answer").wait_for()
    tab.get_by_role("button", name="Toutes les dates").click()
    field = tab.locator(f"#{name}")
    field.fill("2014")
    field.blur()
    tab.wait_for_function(f"location.search.includes('{name}=2014')")
    tab.wait_for_function("!document.querySelector('.page').classList.contains('busy')")
    shown = "2014 – …" if name == "from" else "… – 2014"
    assert tab.locator(".chip.on").inner_text() == shown
    origin = tab.locator("#origins input").first
    origin.check()
    tab.wait_for_function("location.search.includes('origin=')")
    assert tab.locator(".chip.on").count() == 2


def test_filter_by_date_and_sort(visitor: Visitor) -> None:
    tab = visitor.open("?q=Que+fait+l%27OTAN+%3F&from=2014&to=2014-12")
    tab.locator("#results section.answer").wait_for()
    places = tab.locator("section.hits .group > .place").all_text_contents()
    assert places
    assert all("2014" in place for place in places)
    tab.locator(".chip.on").click()
    tab.locator("#from").fill("n’importe quoi")
    tab.locator("#from").blur()
    failed = tab.locator("section.answer.failed")
    failed.wait_for()
    assert "n’est pas une date du calendrier" in failed.inner_text()
    tab.locator("#filters").get_by_role("button", name="Effacer les filtres").click()
    tab.wait_for_function("!location.search.includes('from')")
    tab.locator("#filters").get_by_role("button", name="Voir").click()
    tab.get_by_role("link", name="Par date").click()
    tab.wait_for_function("location.search.includes('sort=date')")
    tab.wait_for_function("!document.querySelector('.page').classList.contains('busy')")
    years = [
        int(found.group())
        for place in tab.locator("section.hits > .groups .place").all_inner_texts()
        if (found := re.search(r"\b20\d\d\b", place))
    ]
    assert len(years) > 1
    assert years == sorted(years)


def test_a_link_restores_what_it_names(visitor: Visitor) -> None:
    link = "?q=Qui+a+accueilli+M.+Stoltenberg+%C3%A0+Blenheim+Palace+%3F&lang=fr"
    tab = visitor.open(link + "&release=004_6c740db2e438faec")
    tab.locator("#results section.answer").wait_for()
    ids = tab.locator("section.hits li[data-hit]").evaluate_all(
        "items => items.map(item => item.dataset.hit.split(':')[0])"
    )
    assert set(ids) == {"004_6c740db2e438faec"}
    box = tab.locator("#question textarea")
    assert box.input_value() == "Qui a accueilli M. Stoltenberg à Blenheim Palace ?"


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


def test_the_browser_chooses_the_language_and_the_address_changes_it(visitor: Visitor) -> None:
    tab = visitor.open(locale="en-GB")
    assert tab.evaluate("document.documentElement.lang") == "en"
    ask(tab, QUESTION)
    assert tab.get_by_role("button", name="Ask", exact=True).is_visible()
    assert tab.get_by_label("Your question").is_visible()
    shown = tab.locator("#results section.answer").inner_text()
    assert "date of the release, which states no year" in shown
    assert "cellule de coordination" in shown  # the quote stays in its own language
    tab.get_by_role("link", name="Français").click()
    tab.locator("#results section.answer").wait_for()
    assert tab.evaluate("document.documentElement.lang") == "fr"
    assert tab.locator("#question textarea").input_value() == QUESTION
    assert "ui=fr" in tab.url
    tab.locator(".brand").click()
    tab.wait_for_function("location.search === '?ui=fr'")  # the choice stays
    assert visitor.open(locale="it-IT").evaluate("document.documentElement.lang") == "fr"


def test_markup_in_a_release_is_shown_as_text_everywhere(visitor: Visitor) -> None:
    tab = visitor.open()
    ask(tab, "Quand le perroquet vert a-t-il chanté devant les ministres ?")
    assert HOSTILE in tab.locator("section.hits .passage-text").first.text_content()
    titles = tab.locator("section.hits h4 button").evaluate_all("l => l.map(one => one.title)")
    assert any(HOSTILE in title for title in titles)
    labels = tab.locator(".timeline [data-open]").evaluate_all(
        "items => items.map(item => item.getAttribute('aria-label'))"
    )
    assert any(HOSTILE in label for label in labels)
    assert HOSTILE in tab.locator("#reader .body").inner_text()
    for summary in tab.locator(".after summary").all():
        summary.click()
    tab.get_by_role("link", name=re.compile("^Communiqués")).click()
    tab.locator("#corpus table").first.wait_for()
    assert HOSTILE in tab.locator("#corpus").inner_text()
    tab.get_by_role("link", name="Demander", exact=True).click()
    ask(tab, HOSTILE)
    assert tab.evaluate("window.hit") is None
    assert tab.locator("section img, section script, #reader img, #corpus img").count() == 0


def test_the_answer_is_copied_in_each_format(visitor: Visitor) -> None:
    tab = visitor.open()
    answer = ask(tab, QUESTION)
    answer.locator(".carry summary").click()
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
    last = marks.last
    wanted = last.get_attribute("data-open")
    last.focus()
    tab.keyboard.press("Enter")
    tab.locator(f"#reader article[data-shown='{wanted}']").wait_for()


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
    assert tab.evaluate(scale) >= 1  # letters of 11 px stay such


def test_paper_has_the_question_the_answer_and_its_proof(visitor: Visitor) -> None:
    tab = visitor.open(width=1280)
    ask(tab, QUESTION)
    tab.emulate_media(media="print")
    for shown in (".asked", "h2.text", "blockquote", "#reader .passage"):
        assert tab.locator(shown).first.is_visible(), shown
    for hidden in ("#question", ".top nav", "#reader nav", ".after", "footer"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert tab.locator(".asked").inner_text() == QUESTION


def test_the_head_of_the_page_is_our_own(server: RunningServer) -> None:
    request = urllib.request.Request(server.address, headers={"Accept-Language": "en-GB,en;q=0.9"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        page = answer.read().decode()
    head = page.split("<body")[0]
    assert 'lang="en"' in head
    assert '<meta property="og:title" content="Questions to the releases">' in head
    assert "Nothing leaves this machine" in head
    assert "Click to try out the app" not in head
    assert "@Gradio" not in head
    with urllib.request.urlopen(f"{server.address}favicon.ico", timeout=10) as answer:
        assert answer.read().startswith(b"<svg")


def test_the_pictures_show_the_page_as_it_is(
    browser: Any, seed_index: Path, tmp_path: Path
) -> None:
    """With RAG_SCREENSHOT=1 this test makes the documentation's picture and its recording."""
    folder = DOCS if os.environ.get("RAG_SCREENSHOT") else tmp_path
    server = serve(seed_index, settings())
    try:
        assert server.service.wait(60)
        with visitor_of(browser, server) as visitor:
            tab = visitor.open(width=1280, height=800)
            film = Film(tab)
            film.hold(8)
            for letters in re.findall(".{1,4}", QUESTION):
                tab.keyboard.type(letters)
                film.take(1)
            tab.keyboard.press("Enter")
            tab.locator("#reader .passage").wait_for()
            film.hold(20)
            tab.screenshot(path=folder / "page.png")
            for _ in range(2):
                shown = tab.locator("#reader article").get_attribute("data-shown")
                tab.get_by_role("button", name="Passage suivant").click()
                tab.locator(f"#reader article:not([data-shown='{shown}'])").wait_for()
                film.hold(8)
            tab.locator("#reader .find").fill("OTAN")
            film.hold(10)
            ask(tab, ABSTAIN)
            film.hold(16)
            tab.get_by_role("link", name=re.compile("^Communiqués")).click()
            tab.locator("#corpus table").first.wait_for()
            film.hold(14)
            film.write(folder / "page.webp")
    finally:
        server.close()
    assert "docs/page.webp" in links("README.md")
    assert "page.png" in links("docs/page.md")
    for name in ("page.png", "page.webp"):
        assert 20_000 < (folder / name).stat().st_size < 2_000_000
        assert (DOCS / name).stat().st_size < 2_000_000


class Film:
    """A recording of a page: pictures of 960 by 600 points, each shown for tenths of a second."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self.pictures: list[Any] = []
        self.tenths: list[int] = []

    def take(self, tenths: int) -> None:
        """The page as it is, for so long."""
        shot = Image.open(io.BytesIO(self.tab.screenshot())).convert("RGB")
        self.pictures.append(shot.resize((960, 600), Image.Resampling.LANCZOS))
        self.tenths.append(tenths)

    def hold(self, tenths: int) -> None:
        """The page once it has come to rest."""
        self.tab.wait_for_timeout(300)
        self.take(tenths)

    def write(self, path: Path) -> None:
        """Write the recording as WebP, which repeats."""
        first, *rest = self.pictures
        durations = [100 * one for one in self.tenths]
        first.save(path, save_all=True, append_images=rest, duration=durations, loop=0, quality=70)


# -- adding and rebuilding --


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


def choose(tab: Any, files: list[Path]) -> Any:
    """Choose files in the drop zone; return where their results are told."""
    tab.locator("#files input[type=file]").set_input_files(files)
    return tab.locator("#work")


def test_files_are_added_indexed_and_found_by_one_act(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open("?view=corpus")
    new = write(
        folder,
        "perroquet.txt",
        "Le perroquet bleu\n\nParis, le 3 mai 2021 – Le perroquet bleu a été présenté aux "
        f"ministres par Mme Zoé Quintal.\n\n{paragraph('oiseaux')}\n",
    )
    archive = write(folder, "archive.7z", "7z")
    binary = folder / "binaire.txt"
    binary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    name = min(SEEDS.glob("*.txt")).name
    taken = write(folder, name, "Un autre texte, sous un nom déjà pris.\n")
    work = choose(tab, [new, archive, binary, taken])
    work.get_by_text("Index prêt : 6 communiqués").wait_for()
    text = work.inner_text()
    assert "Ajouté\u00a0: perroquet.txt" in text
    assert "Refusé\u00a0: archive.7z (pas de lecteur pour « .7z » ; enregistrez-le" in text
    assert "Refusé\u00a0: binaire.txt" in text
    assert f"Refusé\u00a0: {name} (un autre communiqué porte ce nom" in text
    assert sorted(p.name for p in (folder / "corpus").glob("p*")) == ["perroquet.txt"]
    tab.locator("#corpus section.table").get_by_text("Le perroquet bleu").wait_for()
    tab.locator("#held", has_text="6").wait_for()
    tab.get_by_role("link", name="Demander", exact=True).click()
    answer = ask(tab, "Qui a présenté le perroquet bleu aux ministres ?")
    assert "Zoé Quintal" in answer.inner_text()


def test_a_file_without_a_word_is_refused(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    tab = changeable_visitor.open("?view=corpus")
    work = choose(tab, [write(changeable_server[1], "un.txt", "x")])
    work.get_by_text("Refusé\u00a0: un.txt (trop peu de texte").wait_for()


def test_a_file_that_is_too_large_is_refused_in_the_pages_language(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    small = write(folder, "petit.txt", paragraph("perroquets"))
    large = write(folder, "grand<b>.txt", "a" * 1_000_001)
    for ui, told in (("fr", "Refusé\u00a0: grand<b>.txt (plus de 1 Mo)"), ("en", "more than 1 MB")):
        tab = changeable_visitor.open(f"?view=corpus&ui={ui}")
        tab.locator("#corpus table").first.wait_for()
        sent = len([url for url in changeable_visitor.asked if "/upload" in url])
        work = choose(tab, [large])
        work.locator(".refused").wait_for()
        assert told in work.inner_text()
        assert len([url for url in changeable_visitor.asked if "/upload" in url]) == sent
    work = choose(tab, [large, small])
    work.locator(".added").wait_for()
    assert "grand" in work.inner_text()
    assert not (folder / "corpus" / "grand<b>.txt").exists()


def test_dropped_files_are_added(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    tab = changeable_visitor.open("?view=corpus")
    tab.locator("#files").wait_for()
    tab.evaluate(
        """text => { const files = new DataTransfer();
        files.items.add(new File(["a".repeat(1000001)], "grand.txt"));
        files.items.add(new File([text], "petit.txt"));
        document.querySelector("#corpus").dispatchEvent(
            new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true })) }""",
        paragraph("perroquets"),
    )
    work = tab.locator("#work")
    work.get_by_text("Refusé\u00a0: grand.txt (plus de 1 Mo)").wait_for()
    work.get_by_text("Ajouté\u00a0: petit.txt").wait_for()
    work.get_by_text("Index prêt : 6 communiqués").wait_for()


def test_a_file_that_is_renamed_is_shown_with_both_names(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open("?view=corpus")
    paths = [write(folder, "a:b.txt", paragraph("oies")), write(folder, "c.txt", paragraph("jars"))]
    work = choose(tab, paths)
    work.get_by_text("Ajouté\u00a0: c.txt").wait_for()
    assert "Ajouté\u00a0: a:b.txt, sous le nom ab.txt" in work.inner_text()
    assert (folder / "corpus" / "ab.txt").is_file()


def test_a_file_of_this_machine_cannot_be_named(
    changeable_server: tuple[RunningServer, Path],
) -> None:
    """Only what was uploaded is added, and removed afterwards."""
    server, folder = changeable_server
    mine = write(folder, "secret.txt", paragraph("perroquets"))
    add = Handlers(server.service, 1).add
    add([str(mine), f"{folder}/../{folder.name}/secret.txt"], ["secret.txt", "secret.txt"])
    assert mine.exists()
    assert not (folder / "corpus" / "secret.txt").exists()


def test_an_update_shows_one_bar_with_its_stage(
    changeable_visitor: Visitor,
    changeable_server: tuple[RunningServer, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = changeable_server[1]
    go_on = threading.Event()
    real = rag.build

    def paused_build(*places: Any, progress: rag.Progress, **rest: Any) -> rag.BuildReport:
        progress("encode", 3, 7)
        assert go_on.wait(60)
        return real(*places, progress=progress, **rest)

    monkeypatch.setattr(rag, "build", paused_build)
    tab = changeable_visitor.open("?view=corpus")
    work = choose(tab, [write(folder, "neuf.txt", paragraph("perroquets") + "\n")])
    bar = work.locator("progress")
    tab.locator("#work progress[value='3'][max='7']").wait_for()
    assert bar.count() == 1
    assert "Encodage" in work.inner_text()
    assert "Ajouté\u00a0: neuf.txt" in work.inner_text()
    again = changeable_visitor.open("?view=corpus")  # who comes later sees it too
    again.locator("#work progress[value='3'][max='7']").wait_for()
    more = choose(tab, [write(folder, "suivant.txt", paragraph("lézards") + "\n")])
    more.get_by_text("Ajouté\u00a0: suivant.txt").wait_for()
    go_on.set()
    work.get_by_text("Index prêt : 7 communiqués").wait_for()
    assert bar.count() == 0
    again.locator("#work").get_by_text("Index prêt : 7 communiqués").wait_for()


def test_the_releases_in_doubt_come_first_and_are_corrected_in_place(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    source = write(folder / "corpus", "oiseau.txt", f"Un oiseau rare\n\n{paragraph('oiseaux')}\n")
    changeable_server[0].service.rebuild(lambda *_: None)
    before = source.read_bytes()
    tab = changeable_visitor.open("?view=corpus")
    first = tab.locator("section.doubtful tr", has_text="Un oiseau rare")
    assert "sans date" in first.inner_text()
    assert top(tab, "section.doubtful") < top(tab, "section.table")
    first.locator("summary").click()
    first.get_by_label("Date").fill("l’an dernier")
    first.get_by_role("button", name="Enregistrer").click()
    first.get_by_text("n’est pas une date").wait_for()
    first.get_by_label("Date").fill("2021-05")
    first.get_by_label("Titre").fill("Un oiseau très rare")
    first.get_by_role("button", name="Enregistrer").click()
    row = tab.locator("section.table tr", has_text="Un oiseau très rare")
    row.wait_for()
    assert "mai 2021" in row.inner_text()
    assert tab.locator("section.doubtful", has_text="oiseau").count() == 0
    assert source.read_bytes() == before
    assert "oiseau.txt" in (folder / "corpus" / "metadata.csv").read_text(encoding="utf-8")


def test_a_release_is_taken_out_only_after_a_question(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    corpus = folder / "corpus"
    tab = changeable_visitor.open("?view=corpus")
    row = tab.locator("section.table tbody tr").first
    title = row.locator("button.cite").inner_text()
    count = len(list(corpus.glob("*.txt")))
    row.get_by_role("button", name="Retirer").click()
    asked = tab.locator("#removal")
    assert title in asked.inner_text()
    asked.get_by_role("button", name="Garder").click()
    assert len(list(corpus.glob("*.txt"))) == count
    row.get_by_role("button", name="Retirer").click()
    asked.get_by_role("button", name="Retirer", exact=True).click()
    tab.locator("#work").get_by_text("Index prêt : 4 communiqués").wait_for()
    assert len(list(corpus.glob("*.txt"))) == count - 1
    assert len(list((corpus / ".removed").glob("*.txt"))) == 1
    tab.locator("section.table tr", has_text=title).wait_for(state="detached")


def test_the_table_is_sorted_and_searched(visitor: Visitor) -> None:
    tab = visitor.open("?view=corpus")
    table = tab.locator("#corpus section.table")
    table.locator("thead a", has_text="Communiqué").click()
    tab.wait_for_function("location.search.includes('by=title')")
    table.locator("[aria-sort=ascending]").wait_for()
    titles = table.locator("tbody button.cite").all_inner_texts()
    assert titles == sorted(titles, key=without_accents)
    assert len(titles) == 7
    tab.locator("#find").press_sequentially("fevrier")
    tab.wait_for_function(
        "/^[1-6] sur 7 communiqués/.test(document.querySelector('#corpus .count').innerText)"
    )
    assert tab.evaluate("document.activeElement.id") == "find"
    assert "find=fevrier" in tab.url
    found = table.locator("tbody tr")
    assert 0 < found.count() < 7
    assert all("février" in row for row in found.all_inner_texts())


def test_a_release_of_the_table_opens_beside_it(visitor: Visitor) -> None:
    tab = visitor.open("?view=corpus", width=1280)
    tab.locator("#corpus section.table button.cite").first.click()
    reader = tab.locator("#reader article")
    reader.wait_for()
    assert reader.is_visible()
    assert tab.locator("#corpus table").first.is_visible()
    assert is_in_window(tab, "#reader .passage")
    assert not reader.get_by_role("button", name="Passage suivant").is_visible()
    reader.get_by_role("button", name="Fermer").click()
    reader.wait_for(state="detached")


def test_on_a_telephone_the_table_is_cards(visitor: Visitor) -> None:
    tab = visitor.open("?view=corpus", width=390, height=844)
    row = tab.locator("#corpus section.table tbody tr").first
    row.wait_for()
    assert row.bounding_box()["width"] > 300
    assert row.locator("th").bounding_box()["width"] > 280
    assert not tab.locator("#corpus thead").first.is_visible()
    assert sideways(tab) <= 0


def test_an_empty_index_starts_with_the_drop_zone(
    tmp_path: Path, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server = serve(tmp_path / "index", settings())
    try:
        assert server.service.wait(60)
        code, health = healthz(server)
        assert (code, health["status"]) == (503, "failed")
        assert "rag build" in health["problem"]
        visitor = Visitor(browser, server)
        context = browser.new_context(locale="fr-FR")
        visitor.opened.append(context)
        tab = context.new_page()
        tab.goto(server.address)
        tab.get_by_text("Aucun communiqué encore. Commencez ici.").wait_for()
        assert "rag build" in ask_anyway(tab, QUESTION)
        tab.get_by_role("link", name=re.compile("^Communiqués")).click()
        work = choose(tab, sorted(SEEDS.glob("*.txt")))
        work.get_by_text("Index prêt : 5 communiqués").wait_for()
        tab.get_by_text("Commencez ici.").wait_for(state="hidden")
        tab.locator(".brand").click()
        assert "le 15 février" in ask(tab, QUESTION).inner_text()
        assert healthz(server)[0] == 200
        context.close()
    finally:
        server.close()


def ask_anyway(tab: Any, question: str) -> str:
    """What is told for a question of a link."""
    tab.evaluate("history.pushState(null, '', '?q=' + encodeURIComponent('" + question + "'))")
    tab.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    failed = tab.locator("#results .failed")
    failed.wait_for()
    return str(failed.inner_text())


def test_the_index_folder_is_removed_while_serving(
    changeable_visitor: Visitor, changeable_server: tuple[RunningServer, Path]
) -> None:
    folder = changeable_server[1]
    tab = changeable_visitor.open()
    ask(tab, QUESTION)  # the reader keeps a file of its own in the folder when it is loaded
    shutil.rmtree(folder / "index")
    shown = ask(tab, QUESTION).inner_text()
    assert "15 février" in shown or "rag build" in shown
    tab.get_by_role("link", name=re.compile("^Communiqués")).click()
    work = choose(tab, [write(folder, "neuf.txt", paragraph("perroquets"))])
    work.get_by_text("Index prêt").wait_for()
    assert (folder / "index" / "CURRENT").exists()
    assert len(list((folder / "corpus").glob("*.txt"))) == 6


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


# -- serving --


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
        assert "se chargent" in tab.locator("#home").inner_text()
        may_load.set()
        tab.locator("#home").get_by_text("7 communiqués").wait_for()
        code, health = healthz(server)
        assert (code, health["status"], health["releases"]) == (200, "ready", 7)
        visitor.opened[0].close()
    finally:
        may_load.set()
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
        tab = visitor.open("?view=corpus")
        tab.locator("#corpus table").wait_for()
        assert tab.locator("#files, [data-correct], [data-remove]").count() == 0
        tab.get_by_role("link", name="Demander", exact=True).click()
        ask(tab, QUESTION)
        assert tab.locator("[data-wrong]").count() == 0
        visitor.opened[0].close()
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
        visitor.opened[0].close()
    finally:
        server.close()


def test_a_port_in_use_is_an_error(server: RunningServer, page_folder: Path) -> None:
    port = int(server.address.rstrip("/").rsplit(":", 1)[1])
    with pytest.raises(rag.ConfigurationError, match="--port"):
        serve(page_folder / "index", settings(port=port))


# -- programs --


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


def test_the_clients_example_of_the_documentation(
    server: RunningServer, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = blocks("docs/programs.md", "py")
    code = block.text.replace("http://127.0.0.1:7860/", server.address)
    exec(compile(code, str(block), "exec"), {})
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
