"""Which elements of a page are its furniture and not its main text: navigation, notices of cookies,
share links, forms, footers, what is hidden."""

from __future__ import annotations

import re

from rag.corpus.formats.html import names
from rag.corpus.formats.html.phrases import opens_contacts
from rag.corpus.formats.html.titles import letters_of
from rag.corpus.formats.html.tree import BLOCKS, HEADINGS, Element
from rag.corpus.formats.html.whitespace import collapsed
from rag.corpus.furniture import opens_about

_NEVER = frozenset(("nav", "head", "menu", "dialog", "search", "frameset"))
_MAIN = frozenset(("main", "article"))
_LONG_TEXT = 60  # characters of one piece of text that is more than a label
_MOST_PROSE = 0.5  # share of a page's running text that no furniture has
_LITTLE_PROSE = 0.12
_PARTS_OF_TEXT = frozenset("p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote".split())
_HOME = re.compile(
    r"(?:https?://[^/]*)?/?(?:[a-z]{2}/?)?(?:index\.\w+|accueil|home)?/?", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE_LINE = 160


class Furnishing:
    """Tells the furniture of one page.

    An element that holds the page's headline, or half of its running text, is none of it, whatever
    its names are.
    """

    def __init__(self, body: Element, site: str, titles: frozenset[str]) -> None:
        self._body = body
        self._prose = max(1, _prose(body))
        self._site = letters_of(site)
        self._titles = titles
        self._kept: set[Element] = set()
        for element in body.iter("h1", "h2", "h3", "main", "article"):
            if self._is_text(element):
                self._keep(element)

    def _is_text(self, element: Element) -> bool:
        """Whether an element can only be the main text, its headline or a box around both."""
        if element.tag == "h1":
            return self._is_headline(element)
        if element.tag in HEADINGS:
            return letters_of(_text(element)) in self._titles and _link_in(element) is None
        return element.tag == "main" or _prose(element) >= _MOST_PROSE * self._prose

    def _keep(self, element: Element) -> None:
        while element is not None and element not in self._kept:
            self._kept.add(element)
            element = element.getparent()

    def _is_headline(self, heading: Element) -> bool:
        """Whether a first-level heading is the text's, not the site's name above it."""
        letters = letters_of(_text(heading))
        if letters in ("", self._site) or names.furniture(heading) == "hidden":
            return False
        link = _link_in(heading)
        return link is None or _HOME.fullmatch((link.get("href") or "#").strip()) is None

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is left out of the text, with all that is in it."""
        tag = element.tag
        if tag in _NEVER:
            return element not in self._kept
        said = names.furniture(element)
        if said == "hidden":
            # A page that was saved under a notice has its whole text hidden.
            return not self._is_most(element)
        if element in self._kept:
            return False
        if tag in ("footer", "aside", "header"):
            return self._is_edge(element, tag)
        if tag == "form":
            return not self._is_most(element)
        if not said:
            return False
        if said == "sure":
            if names.is_talk(element):
                return self._prose - _prose(element) > _LONG_TEXT
            return not self._is_most(element) and not self._is_about_release(element)
        return self._is_likely_furniture(element, tag)

    def _is_most(self, element: Element) -> bool:
        """Whether an element holds half of the page's running text."""
        return _prose(element) >= _MOST_PROSE * self._prose

    def _is_likely_furniture(self, element: Element, tag: str) -> bool:
        """Whether an element whose names only suggest it is furniture: it holds little text, and
        neither a date nor, inside the main text, a heading or contacts."""
        if tag not in BLOCKS:
            return False
        text = _text(element)
        if len(text) <= _DATE_LINE and _YEAR.search(text):
            return False
        prose = _prose(element)
        if prose >= (1 if tag in _PARTS_OF_TEXT else _LITTLE_PROSE * self._prose):
            return False
        if not _is_inside(element):
            return True
        headed = next(element.iterdescendants("h1", "h2", "h3"), None)
        return (headed is None or _link_in(element) is not None) and not opens_contacts(
            _opening(element)
        )

    def _is_edge(self, element: Element, tag: str) -> bool:
        """Whether a header, footer or aside is the page's. In the main text a header is the
        text's, and so is a box with its contacts or what it says of its publisher."""
        if not _is_inside(element):
            return tag != "aside" or not self._is_most(element)
        return tag != "header" and not self._is_about_release(element)

    def _is_about_release(self, element: Element) -> bool:
        """Whether an element in the main text opens with contacts or with its publisher."""
        opening = _opening(element)
        return _is_inside(element) and (opens_about(opening) or opens_contacts(opening))


def _is_inside(element: Element) -> bool:
    """Whether an element stands in the main text as the page marks it."""
    return any(
        above.tag in _MAIN or above.get("role") == "main" for above in element.iterancestors()
    )


def _opening(element: Element) -> str:
    return next((text.strip() for text in element.itertext() if text.strip()), "")


def _text(element: Element) -> str:
    return collapsed("".join(element.itertext()))


def _link_in(element: Element) -> Element | None:
    return next(element.iter("a"), None)


def _prose(element: Element) -> int:
    """Characters of an element's text in pieces that are longer than labels and links are."""
    return sum(len(text) for text in element.itertext() if len(text) > _LONG_TEXT)
