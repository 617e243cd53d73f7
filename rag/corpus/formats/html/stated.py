"""The metadata of a page outside its text: titles, dates, URL, language, site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as calendar_date
from email.utils import parsedate
from urllib.parse import urlsplit

from rag.corpus.formats.html.json_ld import article_of
from rag.corpus.formats.html.tree import Element
from rag.corpus.formats.html.whitespace import collapsed
from rag.corpus.release_dates.stated import parse_date
from rag.partial_date import PartialDate

# Names of <meta> elements for the day of publication and for the last change, the surest first.
_PUBLISHED = """datepublished article:published_time og:article:published_time article:published
    og:published_time dcterms.issued dc.date.issued dcterms.date.issued dc.date.published
    citation_publication_date publication_date publication-date publicationdate publishdate
    publish-date publish_date published_time published pubdate pub_date parsely-pub-date
    sailthru.date dcterms.date dc.date dcterms.created dc.date.created datecreated date.issued date
    release_date releasedate""".split()
_CHANGED = """datemodified article:modified_time og:article:modified_time og:updated_time
    dcterms.modified dc.date.modified lastmod last-modified last_modified modified_time updated_time
    date.modified revised""".split()
_DUBLIN_CORE = re.compile(r"^(dc|dcterms):")
_FIRST_YEAR = 1985
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_CODES = {"nb": "no", "nn": "no", "fre": "fr", "fra": "fr", "eng": "en", "ger": "de", "deu": "de"}


@dataclass(slots=True)
class Stated:
    """What a page states.

    Attributes:
        titles: titles, the likeliest first. They may contain the site's name.
        dates, changes: words that state when it was published and changed, the surest first.
        url: its URL; None if it states none.
        language: the two-letter code that it declares first; None if it declares none.
        site: the site's name; ``""`` for none.
        body: the text of the article, as linked data states it; ``""`` for none.
    """

    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    url: str | None = None
    language: str | None = None
    site: str = ""
    body: str = ""


def stated_by(root: Element) -> Stated:
    """What the elements of a page state. Its scripts must not have been removed."""
    meta: dict[str, str] = {}
    for name, value in _meta(root):
        meta.setdefault(name, value)
    article = article_of(root)
    titles = [meta.get("og:title"), article.get("headline"), meta.get("twitter:title")]
    titles += [meta.get("dc.title"), meta.get("dcterms.title")]
    element = next(root.iter("title"), None)
    if element is not None:
        titles.append("".join(element.itertext()))
    dates = [article.get("datePublished"), *(meta.get(name) for name in _PUBLISHED)]
    dates += _published_elements(root)
    changes = [article.get("dateModified"), *(meta.get(name) for name in _CHANGED)]
    return Stated(
        [text for text in (collapsed(title or "") for title in titles) if text],
        [text for text in dates if text],
        [text for text in changes if text],
        _address(root, meta),
        _language(root, meta),
        collapsed(meta.get("og:site_name", "") or meta.get("application-name", "")),
        article.get("articleBody", ""),
    )


def _meta(root: Element) -> Iterator[tuple[str, str]]:
    """Names and values of the page's ``<meta>`` elements, names in small letters."""
    for element in root.iter("meta"):
        value = (element.get("content") or "").strip()
        if not value:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            names = element.get(attribute)
            for name in names.split() if names else ():
                yield _DUBLIN_CORE.sub(r"\1.", name.lower()), value


def _published_elements(root: Element) -> Iterator[str]:
    """Values of elements whose attributes say that they hold the day of publication."""
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or ""
    for element in root.iterfind(".//time[@pubdate]"):
        yield element.get("datetime") or ""
    for element in root.iterfind(".//*[@property][@content]"):
        if re.search(r"(?:^|\s)(?:dc|dcterms|schema):(?:date|issued|datePublished)\b",
                     element.get("property")):  # fmt: skip
            yield element.get("content")


def _address(root: Element, meta: dict[str, str]) -> str | None:
    """The canonical URL of the page; None if it states none. A URL with a path is preferred to
    that of the site's front page."""
    links = [
        element.get("href") or ""
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    found = [text for text in map(address, [*links[:1], meta.get("og:url", "")]) if text]
    return max(found, key=lambda text: len(urlsplit(text).path) > 1, default=None)


def address(text: str) -> str | None:
    """The text without blanks around it, if it is an http(s) URL; else None."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    plain = text.isprintable() and " " not in text and len(text) <= 2000
    return text if parts.scheme in ("http", "https") and host and plain else None


def _language(root: Element, meta: dict[str, str]) -> str | None:
    """The two-letter code that ``<html>``, ``<body>`` or a ``<meta>`` declares, the first of
    them; None if none does."""
    elements = [root, *root.iterfind("body")]
    named = [
        one.get(key)
        for one in elements
        for key in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")
    ]
    named += [
        meta.get(name) for name in ("content-language", "language", "dc.language", "og:locale")
    ]
    for text in named:
        code = _CODE.fullmatch((text or "").strip())
        if code is not None:
            small = code[1].lower()
            return _CODES.get(small, small) if len(_CODES.get(small, small)) == 2 else None
    return None


def machine_date(text: str, language: str | None = None) -> PartialDate | None:
    """The day that a machine-readable value states: as in RFC 5322, or as ``parse_date`` reads it.
    Time zones are ignored. None if it is not a date, or not from 1985 to the next year."""
    text = text.strip()[:80]
    try:
        parts = parsedate(text)
        date = PartialDate(*parts[:3]) if parts else parse_date(text, language)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if date is None or date.year is None or date.until is not None:
        return None
    return date if _FIRST_YEAR <= date.year <= calendar_date.today().year + 1 else None
