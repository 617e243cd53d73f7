"""Guess the use of an element from the names in a page's markup: its role, class, id and style.

These words are common on the web, whatever the language of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rag.corpus.formats.html.tree import Element

Furniture = Literal["", "hidden", "sure", "likely"]

_ROLES = frozenset(
    """navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar
    alert form tablist status tooltip""".split()
)
# An element with one of these words is furniture of the page.
_SURE = frozenset(
    """nav navbar navigation menu submenu menubar topbar toolbar breadcrumb breadcrumbs crumb crumbs
    ariane pagination pager sitemap skip skiplink skiplinks
    tarteaucitron
    comment comments respond disqus commentaires kommentare
    share sharing sharer partage partager addtoany sharedaddy addthis shariff
    related relatedposts recommendations recommended similar outbrain taboola
    footer sidebar colophon masthead
    search searchform searchbox recherche suche
    newsletter subscribe subscription signup login popup modal overlay lightbox
    langswitch languages langues sprachen
    advert advertisement ads sponsor noprint
    tagcloud authorbox""".split()
)
# An element with one of these words is furniture if it holds little running text.
_LIKELY = frozenset(
    """social banner teasers latest recent popular trending tag tags keywords author promo
    printer tools actions links language lang switcher aside secondary rail widget widgets
    bottom header footnav copyright disclaimer toc sommaire contents rating feedback
    more readmore hits next previous prev siblings download downloads cta carousel slider
    gallery jump top back""".split()
)
_CONSENT = re.compile(
    r"cookie|consent|gdpr|rgpd|dsgvo|onetrust|ot-sdk|didomi|axeptio|usercentrics|qc-cmp|cmp-?box",
    re.IGNORECASE,
)
# Pairs that mean one thing together: "fil-ariane", "post-navigation", "read-next".
_SURE_PAIRS = frozenset(
    """skip-link skip-links read-also read-next read-more lire-aussi voir-aussi see-also back-to
    lang-switcher language-switcher language-switch site-header site-footer page-footer page-header
    author-box author-bio post-author share-buttons social-links social-share social-media
    a2a-kit sd-sharing jp-relatedposts side-bar""".split()
)
_HIDDEN = frozenset(
    """hidden invisible sr-only sronly visually-hidden visuallyhidden screen-reader-text
    element-invisible screenreader screen-reader assistive-text offscreen d-none hide hidden-text
    clip-text show-for-sr u-hidden is-hidden print-only only-print visible-print""".split()
)
# A hidden element with one of these words is folded up: its text is part of the page.
_FOLDED = frozenset(
    """accordion accordeon akkordeon acordeon fisarmonica collapse collapsible collapsed tab-pane
    tabpane tabpanel tab-content expandable expander spoiler faq toggle-content""".split()
)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SHOWN_ELSEWHERE = re.compile(
    r"(?:^|\s)(?:d-\w+-(?:block|flex|inline|grid)|[\w-]+:(?:block|flex|inline|grid|table)"
    r"|(?:block|flex)-\w+)"
)
_CAPTION = frozenset("caption legend legende credit credits bildunterschrift photocredit".split())
_DATE = frozenset(
    """date dates dateline datum fecha published publish pubdate publication timestamp updated
    posted byline entry-date""".split()
)
_TITLE = frozenset("title headline titre titel msotitle heading".split())
_LEAD = frozenset("lead lede chapo chapeau intro standfirst teaser summary accroche".split())
# A word behind one of these does not count: "no-sidebar" and "has-sidebar" are not sidebars.
_WITHOUT = frozenset("no not non has have with without is hide show".split())
_COMMENTS = frozenset("comment comments respond disqus commentaires kommentare".split())
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT = re.compile(r"[^A-Za-z0-9]+")


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """The words of class names and ids, in small letters, and pairs of neighbours joined by "-"."""
    return frozenset(_split(names))


def _split(names: str) -> Iterator[str]:
    for name in names.split():
        yield name.lower()
        parts = [part.lower() for part in _SPLIT.split(_CAMEL.sub("-", name)) if part]
        yield from (
            part for at, part in enumerate(parts) if at == 0 or parts[at - 1] not in _WITHOUT
        )
        yield from (f"{one}-{two}" for one, two in pairwise(parts))


def names_of(element: Element) -> str:
    """The class names and the id of an element."""
    named = element.get("class") or ""
    own = element.get("id")
    return f"{named} {own}" if own else named


@lru_cache(maxsize=4096)
def _furniture(names: str) -> Furniture:
    words = _words(names)
    if words & _HIDDEN and _SHOWN_ELSEWHERE.search(names) is None and _hides(names):
        return "hidden"
    if words & _SURE_PAIRS or words & _SURE or _CONSENT.search(names):
        return "sure"
    return "likely" if words & _LIKELY else ""


def _hides(names: str) -> bool:
    """Whether a whole class name means "hidden". A part does not count: "hidden-print" is shown."""
    return any(name.lower() in _HIDDEN for name in names.split())


def furniture(element: Element) -> Furniture:
    """``hidden`` for a hidden element; ``sure`` for one that is furniture of the page, such as
    navigation; ``likely`` for one that may be furniture; ``""`` for others."""
    attributes = element.attrib
    if not attributes:
        return ""
    names = names_of(element)
    style = attributes.get("style")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style and _HIDING_STYLE.search(style))
    ) and not _unfolds(element, names):
        return "hidden"
    role = attributes.get("role")
    if role and role.lower() in _ROLES:
        return "sure"
    return _furniture(names) if names else ""


def _unfolds(element: Element, names: str) -> bool:
    """Whether a hidden element is shown when a reader asks for it, as the text of an accordion."""
    return element.get("role") == "tabpanel" or not _FOLDED.isdisjoint(_words(names))


def _is_named(element: Element, words: frozenset[str]) -> bool:
    names = names_of(element)
    return bool(names) and not words.isdisjoint(_words(names))


def is_caption(element: Element) -> bool:
    """Whether the names say that it is the caption of a picture."""
    return _is_named(element, _CAPTION)


def is_date(element: Element) -> bool:
    """Whether the names say that it holds a date."""
    return _is_named(element, _DATE)


def is_title(element: Element) -> bool:
    """Whether the names say that it is a title."""
    return _is_named(element, _TITLE)


def is_lead(element: Element) -> bool:
    """Whether the names say that it is the lead of the text."""
    return _is_named(element, _LEAD)


def is_talk(element: Element) -> bool:
    """Whether the names say that it holds readers' comments or asks for consent. Such an element
    may be longer than the main text."""
    return _CONSENT.search(names_of(element)) is not None or _is_named(element, _COMMENTS)
