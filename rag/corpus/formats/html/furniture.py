"""Which elements of a page are its furniture and not its main text: navigation, notices of cookies,
share links, forms, footers, what is hidden."""

from __future__ import annotations

import re

from rag.corpus.formats.html import names
from rag.corpus.formats.html.phrases import opens_about, opens_contacts
from rag.corpus.formats.html.tree import BLOCKS, Element
from rag.corpus.formats.html.whitespace import collapsed

_NEVER = frozenset(("nav", "head", "menu", "dialog", "search", "frameset"))
_MAIN = frozenset(("main", "article"))
_LONG_TEXT = 60  # characters of one piece of text that is more than a label
_MOST_PROSE = 0.5  # share of a page's running text that no furniture has
_LITTLE_PROSE = 0.12
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE_LINE = 160


class Furnishing:
    """Tells the furniture of one page.

    An element that holds the page's headline, or half of its running text, is none of it, whatever
    its names are.
    """

    def __init__(self, body: Element, site: str = "") -> None:
        self._body = body
        self._prose = max(1, _prose(body))
        self._site = site.casefold()
        self._kept: set[Element] = set()
        for element in body.iter("h1", "main", "article"):
            if self._is_text(element):
                self._keep(element)

    def _is_text(self, element: Element) -> bool:
        """Whether an element can only be the main text, its headline or a box around both."""
        if element.tag == "h1":
            return self._is_headline(element)
        return element.tag == "main" or _prose(element) >= _MOST_PROSE * self._prose

    def _keep(self, element: Element) -> None:
        while element is not None and element not in self._kept:
            self._kept.add(element)
            element = element.getparent()

    def _is_headline(self, heading: Element) -> bool:
        """Whether a first-level heading is the text's, not the site's name above it."""
        text = collapsed("".join(heading.itertext()))
        if not text or text.casefold() == self._site or names.furniture(heading) == "hidden":
            return False
        link = next(heading.iter("a"), None)
        if link is None:
            return True
        target = re.sub(r"^https?://[^/]*", "", link.get("href") or "#").strip()
        home = re.fullmatch(r"/?(?:[a-z]{2}/?)?(?:index\.\w+|accueil|home)?/?", target) is not None
        return not home

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is left out of the text, with all that is in it."""
        tag = element.tag
        if tag in _NEVER:
            return element not in self._kept
        said = names.furniture(element)
        if said == "hidden":
            return True
        if element in self._kept:
            return False
        if tag in ("footer", "aside", "header"):
            return self._is_edge(element, tag)
        if tag == "form":
            return _prose(element) < _MOST_PROSE * self._prose
        if not said or element is self._body:
            return False
        if said == "sure":
            if names.is_talk(element):
                return self._prose - _prose(element) > _LONG_TEXT
            return _prose(element) < _MOST_PROSE * self._prose
        if tag not in BLOCKS:
            return False
        text = collapsed("".join(element.itertext()))
        if len(text) <= _DATE_LINE and _YEAR.search(text):
            return False
        return _prose(element) < _LITTLE_PROSE * self._prose

    def _is_edge(self, element: Element, tag: str) -> bool:
        """Whether a header, footer or aside is the page's. In the main text a header is the
        text's, and so is a box with its contacts or what it says of its publisher."""
        parent = element.getparent()
        inside = False
        while parent is not None and not inside:
            inside = parent.tag in _MAIN or parent.get("role") == "main"
            parent = parent.getparent()
        if not inside:
            return tag != "aside" or _prose(element) < _MOST_PROSE * self._prose
        if tag == "header":
            return False
        opening = next((text.strip() for text in element.itertext() if text.strip()), "")
        return not (opens_about(opening) or opens_contacts(opening))


def _prose(element: Element) -> int:
    """Characters of an element's text in pieces that are longer than labels and links are."""
    return sum(len(text) for text in element.itertext() if len(text) > _LONG_TEXT)
