"""Operators, counts and similar releases on the page, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import rag
from rag.web.server import RunningServer, serve
from tests.conftest import write
from tests.test_page import AXE, Visitor, browser, settings, sideways, visitor_of
from tests.test_similar import PORT

__all__ = ["browser"]  # a fixture

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("page-search")
    rows = ["file,date,origin"]
    newer = PORT.replace("12 millions", "14 millions")
    for n, (name, text) in enumerate(
        {
            "port": f"Un quai à Brême\n\n{PORT}",
            "port-v2": f"Un quai à Brême\n\n{newer}",
            "nantes": "Le quai de Nantes\n\nLe port de Nantes ouvre un quai pour la pêche, dit le "
            "préfet Paul Arnoult aux pêcheurs réunis devant la halle.\n",
        }.items()
    ):
        write(folder / "corpus", f"{name}.txt", text)
        rows.append(f"{name}.txt,{2019 + (n > 1)}-05-0{n + 1},{'ab'[n > 1]}.example")
    write(folder / "corpus", "metadata.csv", "\n".join(rows) + "\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    running: RunningServer = serve(folder / "index", settings())
    assert running.service.wait(60)
    yield running
    running.close()


@pytest.fixture
def visitor(browser: Any, server: RunningServer) -> Iterator[Visitor]:
    with visitor_of(browser, server) as one:
        yield one


def search(visitor: Visitor, text: str, width: int = 1280) -> Any:
    tab = visitor.open(f"?q={quote(text)}", width=width)
    tab.locator("#results section.answer").wait_for()
    return tab


def picture(tab: Any, name: str) -> None:
    """Keep what is seen, for a person who asks for it with ``RAG_PICTURES=folder``."""
    folder = os.environ.get("RAG_PICTURES")
    if folder:
        tab.screenshot(path=str(Path(folder) / f"{name}.png"))


def test_operators_are_tags_and_a_tag_goes_back_into_the_text(visitor: Visitor) -> None:
    tab = search(visitor, '"port de Brême" -Nantes "quai volant"')
    tags = tab.locator(".tags .tag")
    labels = [text.replace("\u00a0", " ") for text in tags.locator("span").all_text_contents()]
    assert labels == ["« port de Brême »", "sans Nantes", "« quai volant »"]
    assert "ne se trouve dans aucun communiqué" in tab.locator(".tags").text_content()
    picture(tab, "tags")
    tags.nth(2).locator("a").click()
    tab.locator("#results .group").first.wait_for()
    assert tab.locator("#question textarea").input_value() == '"port de Brême" -Nantes'
    assert tab.locator(".tags .tag").count() == 2


def test_an_error_names_its_place(visitor: Visitor) -> None:
    tab = search(visitor, 'quai "port')
    assert "Caractère 6" in tab.locator("#results").text_content()


def test_counts_open_on_demand_and_narrow(visitor: Visitor) -> None:
    tab = search(visitor, "quai -volant")
    assert tab.locator(".facets h3").count() == 0
    tab.locator(".facets summary").click()
    tab.locator(".facets h3").first.wait_for()
    picture(tab, "facets")
    assert sideways(tab) <= 0
    tab.locator(".facets a", has_text="b.example").click()
    tab.wait_for_function("document.querySelectorAll('#results .group').length === 1")
    assert "origin=b.example" in tab.url
    assert "Nantes" in tab.locator("#results .group").text_content()


def bars(tab: Any, place: str) -> dict[str, str]:
    """What the bars with a count say, by month."""
    return dict(
        tab.locator(f"{place} .histogram g.some").evaluate_all(
            "bars => bars.map(bar => [bar.dataset.from, bar.textContent.replace('\u00a0', ' ')])"
        )
    )


def test_the_histogram_follows_the_search_and_its_filters(visitor: Visitor) -> None:
    every = {"2019-05": "mai 2019 : 2", "2020-05": "mai 2020 : 1"}
    tab = visitor.open("")
    tab.locator("#home .histogram").wait_for()
    assert bars(tab, "#months") == every
    tab = search(visitor, '"port de Brême"')
    tab.wait_for_function("document.querySelectorAll('#months g.some').length === 1")
    assert bars(tab, "#months") == {"2019-05": "mai 2019 : 2"}
    tab.locator(".facets summary").click()
    tab.locator(".facets .histogram").wait_for()
    assert bars(tab, ".facets") == {"2019-05": "mai 2019 : 2"}
    picture(tab, "histogram")
    tab = visitor.open("?q=quai&origin=b.example")
    tab.wait_for_function("document.querySelectorAll('#months g.some').length === 1")
    assert bars(tab, "#months") == {"2020-05": "mai 2020 : 1"}
    tab = visitor.open("?q=quai&from=2020")  # the bars change the dates, so they show all of them
    tab.wait_for_function("document.querySelectorAll('#months g.in').length === 5")
    assert bars(tab, "#months") == every
    tab.locator(".facets summary").click()
    tab.locator(".facets .histogram g.in").first.wait_for(state="attached")


@pytest.mark.parametrize("width", [1280, 390])
def test_versions_are_compared_side_by_side(visitor: Visitor, width: int) -> None:
    tab = search(visitor, '"port de Brême"', width)
    if width < 1080:
        tab.locator("#results .group .cite").first.click()
    tab.locator("#reader .near summary").click()
    tab.get_by_role("button", name="Comparer les deux versions").click()
    tab.locator("#reader .changes").wait_for()
    words = tab.locator("#reader .changes mark").all_text_contents()
    assert sorted(words) == ["12", "14"]
    picture(tab, f"changes-{width}")
    assert sideways(tab) <= 0
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
