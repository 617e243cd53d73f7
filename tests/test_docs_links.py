"""Every link of the documentation leads somewhere."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from tests.conftest import ROOT
from tests.documents import DOCS, DOCUMENTS, anchor, anchors, links

# Other programs are compared there, each with the page that says it.
ELSEWHERE = {"docs/search.md"}


def place(document: str, target: str) -> str:
    """The file that a link leads to, relative to the project."""
    folder = (ROOT / document).parent
    return str((folder / target).resolve().relative_to(ROOT)) if target else document


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_and_anchor_leads_somewhere(document: str) -> None:
    for link in links(document):
        if re.match(r"\w+:", link):
            assert document in ELSEWHERE, link
            assert link.startswith("https://"), link
            continue
        target, _, name = link.partition("#")
        found = place(document, target)
        assert (ROOT / found).exists(), link
        if name:
            assert PurePosixPath(found).suffix == ".md", link
            assert name in anchors(found), link


def test_every_page_can_be_reached_from_the_first() -> None:
    for first in ("README.md", "docs/index.md"):
        reached, coming = set(), [first]
        while coming:
            document = coming.pop()
            if document not in reached:
                reached.add(document)
                targets = [one.partition("#")[0] for one in links(document) if ":" not in one]
                found = [place(document, one) for one in targets if one.endswith(".md")]
                coming += [one for one in found if one in DOCUMENTS]
        assert set(DOCS) <= reached, first


def test_every_document_is_followed() -> None:
    linked = {place(one, link.partition("#")[0]) for one in DOCUMENTS
              for link in links(one) if ":" not in link}  # fmt: skip
    followed = {*DOCUMENTS, "benchmarks/RESULTS.md"}
    assert {one for one in linked if one.endswith(".md")} <= followed


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("The JSON", "the-json"),
        ("Compared with Datashare, OpenAleph, haiku.rag and Recoll",
         "compared-with-datashare-openaleph-haikurag-and-recoll"),
        ("Vérifier ce qui a été lu", "vérifier-ce-qui-a-été-lu"),
        ("[0.1.0] - 2026", "010---2026"),
    ],
)  # fmt: skip
def test_the_name_of_a_heading(heading: str, name: str) -> None:
    assert anchor(heading) == name
