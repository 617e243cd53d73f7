"""Decide which elements of a page are furniture and not main text: navigation, cookie notices,
share links, forms, footers, hidden elements."""

from __future__ import annotations

import re

from rag.corpus.formats.html import names
from rag.corpus.formats.html.phrases import leads_elsewhere, opens_contacts
from rag.corpus.formats.html.titles import letters_of
from rag.corpus.formats.html.tree import BLOCKS, HEADINGS, Element
from rag.corpus.formats.html.whitespace import collapsed
from rag.corpus.furniture import opens_about

_NEVER = frozenset(("nav", "head", "menu", "dialog", "search", "frameset"))
_MAIN = frozenset(("main", "article"))
_LONG_TEXT = 60  # a longer piece of text, in characters, is more than a label
_MOST_PROSE = 0.5  # an element with this share of a page's running text is not furniture
_LITTLE_PROSE = 0.12  # likely furniture has a smaller share
_PARTS_OF_TEXT = frozenset("p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote".split())
_HOME = re.compile(
    r"(?:https?://[^/]*)?/?(?:[a-z]{2}/?)?(?:index\.\w+|accueil|home)?/?", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_LINE = 160


class Furnishing:
    """Decides which elements of one page are furniture.

    An element with the page's headline or half of its running text is not furniture, whatever names
    it has.

    Args:
        body: the page's ``<body>``.
        site: the name of its site; ``""`` if it is not known.
        titles: the titles that the page states, as ``known_titles`` gives them.
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
        """Whether an element must be the main text, its headline or a box around them."""
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
        """Whether a first-level heading is the headline, and not the site's name."""
        letters = letters_of(_text(heading))
        if letters in ("", self._site) or names.furniture(heading) == "hidden":
            return False
        link = _link_in(heading)
        return link is None or _HOME.fullmatch((link.get("href") or "#").strip()) is None

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is left out of the text, with its content."""
        tag = element.tag
        if tag in _NEVER:
            return element not in self._kept
        said = names.furniture(element)
        if said == "hidden":
            # In a page that was saved under a notice, the whole text is hidden.
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
        """Whether an element holds at least half of the page's running text."""
        return _prose(element) >= _MOST_PROSE * self._prose

    def _is_likely_furniture(self, element: Element, tag: str) -> bool:
        """Whether an element with a ``likely`` name is furniture: it has little running text and no
        date line, and inside the main text it has no heading without a link and no contacts."""
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
        """Whether a header, footer or aside is furniture. In the main text a header is not, and
        neither is a box with text of its own, with contacts or with what the release says of its
        publisher."""
        if not _is_inside(element):
            return tag != "aside" or not self._is_most(element)
        if tag == "header" or self._is_about_release(element):
            return False
        return tag == "footer" or not self._tells_more(element)

    def _tells_more(self, element: Element) -> bool:
        """Whether a box in the main text has running text that leads nowhere and does not repeat a
        sentence beside it."""
        if _link_in(element) is not None or leads_elsewhere(_opening(element)):
            return False
        letters = letters_of(_text(element))
        return _prose(element) > 0 and letters_of(_text(self._body)).count(letters) == 1

    def _is_about_release(self, element: Element) -> bool:
        """Whether an element in the main text begins with contacts or a heading about the
        publisher."""
        opening = _opening(element)
        return _is_inside(element) and (opens_about(opening) or opens_contacts(opening))


def _is_inside(element: Element) -> bool:
    """Whether an element stands in what the page marks as its main text."""
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
    """How many characters of an element's text stand in long pieces, longer than a label."""
    return sum(len(text) for text in element.itertext() if len(text) > _LONG_TEXT)
