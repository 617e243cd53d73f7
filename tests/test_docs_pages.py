"""The documentation as built pages: they need no other host, and work opened as files."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.conftest import ROOT
from tests.documents import DOCS

pytestmark = pytest.mark.slow  # what they share is built first

CHROMIUM = shutil.which("chromium")
# What a browser fetches by itself. A link that a person follows may lead elsewhere.
FETCHED = (
    "//script/@src | //link[not(contains(@rel, 'canonical'))]/@href | //img/@src | //img/@srcset"
    " | //source/@src | //source/@srcset | //video/@src | //audio/@src | //iframe/@src"
    " | //embed/@src | //object/@data | //form/@action"
)
ELSEWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for package in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(package, reason="the extra docs is not installed")
    folder = tmp_path_factory.mktemp("docs")
    # As `make docs` does: a warning, such as a link that leads nowhere, is an error.
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs"]
    done = subprocess.run(
        [*command, "-d", str(folder / "doctrees"), ".", str(folder / "pages")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "pages"


def every_page(pages: Path) -> Iterator[tuple[Path, Any]]:
    for path in pages.rglob("*.html"):
        yield path, html.fromstring(path.read_bytes())


def test_every_document_is_a_page(pages: Path) -> None:
    built = {str(path.relative_to(pages)) for path, _ in every_page(pages)}
    assert {one.replace(".md", ".html") for one in DOCS} <= built
    assert {"README.html", "CONTRIBUTING.html", "benchmarks/RESULTS.html"} <= built


def test_no_page_fetches_from_another_host(pages: Path) -> None:
    for path, tree in every_page(pages):
        fetched = [str(one) for one in tree.xpath(FETCHED)]
        assert len(fetched) > 3
        assert not [one for one in fetched if ELSEWHERE.match(one)], path
        styles = tree.xpath("//style/text() | //@style")
        assert not [one for one in styles if re.search(r"url\(|@import", one)], path
    for path in pages.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(?:[a-z]+:)?//", text), path


def test_every_link_between_pages_leads_somewhere(pages: Path) -> None:
    names = {path: set(tree.xpath("//@id")) for path, tree in every_page(pages)}
    for path, tree in every_page(pages):
        for link in map(str, tree.xpath("//a/@href")):
            if ELSEWHERE.match(link) or link.startswith("mailto:"):
                continue
            parts = urlsplit(urljoin(path.as_uri(), link))
            target = Path(unquote(parts.path))
            assert target.exists(), (path, link)
            if parts.fragment and target in names:
                assert unquote(parts.fragment) in names[target], (path, link)


def test_each_guide_says_its_language(pages: Path) -> None:
    for language in ("fr", "en"):
        tree = html.fromstring((pages / "docs" / f"guide.{language}.html").read_bytes())
        assert tree.get("lang") == language


@pytest.mark.browser
def test_the_pages_work_and_find_opened_as_files(pages: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    from tests.test_page import FLAGS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page()
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((pages / "docs" / "index.html").as_uri())
        tab.get_by_placeholder("Search").fill("remove_vanished")
        tab.get_by_placeholder("Search").press("Enter")
        tab.get_by_role("link", name="Configuration", exact=True).last.wait_for()
        tab.locator("ul.search a").first.click()
        tab.get_by_role("heading").first.wait_for()
        browser.close()
    assert len(asked) > 5
    assert all(one.startswith(("file:", "data:")) for one in asked)
