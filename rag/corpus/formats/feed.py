"""Feeds with a release in each entry: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, as XML. What
WordPress exports is such a feed; other XML is read as the rows of a table.

No entity or document type is read, and nothing is fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import read_whole
from rag.corpus.formats.columns import make_part, plain_text
from rag.corpus.formats.document import Format, Part
from rag.corpus.formats.html.source import decode_page
from rag.corpus.formats.news_xml import stories_of
from rag.corpus.formats.xml_rows import rows_of
from rag.errors import UnreadableFileError
from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.lazy import regex

if TYPE_CHECKING:
    from lxml import etree

_ROOTS = ("rss", "feed", "rdf", "channel")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = regex(r"<!DOCTYPE\b", re.IGNORECASE)
_NAMED_ENTITY = regex(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]{2,8}\d{0,2};")
_XHTML = "http://www.w3.org/1999/xhtml"
_MEDIA = "{http://search.yahoo.com/mrss"  # titles and texts of pictures and films
_WORDPRESS = "{http://wordpress.org/export/1.2/}"
_UNPUBLISHED = ("draft", "auto-draft", "pending", "future", "private", "trash")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTS = ("encoded", "content", "body", "fulltext", "content_html", "text")
_LEADS = ("description", "summary", "abstract")
_DATES = ("pubdate", "published", "issued", "date", "created")
_CHANGES = ("updated", "modified", "lastbuilddate")


def expand(stream: BinaryIO, named: ColumnSettings) -> Iterator[Part]:
    """The entries of a feed.

    Raises:
        UnreadableFileError: it is too large, no XML, or holds no text of a release.
    """
    data = read_whole(stream)
    root, broken = _parse(data)
    if root is None:
        raise UnreadableFileError("file.not_feed")
    if _name(root) not in _ROOTS:
        if broken:
            yield Part(number=1, problem=UnreadableFileError("row.broken_feed", row=broken))
        yield from stories_of(root) or rows_of(root, named)
        return
    entries = [one for one in root.iter() if _name(one) in ("item", "entry")]
    if broken:
        yield Part(number=1, problem=UnreadableFileError("row.broken_feed", row=broken))
    channel = next((one for one in root.iter() if _name(one) == "channel"), root)
    shared = {
        "language": _value(channel, ("language",)) or root.get(_LANGUAGE) or "",
        "origin": plain_text(_value(channel, ("title",))),
    }
    for number, entry in enumerate(entries, start=1):
        yield _part(entry, shared, number)


def _part(entry: etree._Element, shared: dict[str, str], number: int) -> Part:
    status = (entry.findtext(f"{_WORDPRESS}status") or "").strip()
    if status in _UNPUBLISHED:
        return Part(number=number, problem=UnreadableFileError("row.unpublished", row=number))
    text = _appeared().sub("", _value(entry, _TEXTS))
    lead = _appeared().sub("", _value(entry, _LEADS))
    address = _address(entry)
    guid = _value(entry, ("guid", "id")).strip()
    if not address and re.match("https?://", guid):
        address = guid
    date, updated = _value(entry, _DATES).strip(), _value(entry, _CHANGES).strip()
    stated = {
        "title": plain_text(_value(entry, ("title",))),
        "date": date or updated,
        "updated": updated if date else "",
        "language": entry.get(_LANGUAGE) or _value(entry, ("language",)) or shared["language"],
        "url": address,
        "origin": "" if address else shared["origin"],
    }
    known = {name: value for name, value in stated.items() if value}
    if not text:
        text, lead = lead, ""
    return make_part([text], lead, known, (guid, address), number)


@cache
def _appeared() -> re.Pattern[str]:
    """What WordPress puts below each excerpt and each text."""
    words = release_pattern("appeared", tuple(languages().values()))
    return re.compile(
        rf"<p>[^<]{{0,40}}<a\b[^<>]*>(?:(?!</p>).){{0,400}}{words}(?:(?!</p>).){{0,400}}</p>",
        re.IGNORECASE | re.DOTALL,
    )


def _parse(data: bytes) -> tuple[etree._Element | None, int]:
    """The root of the document, and the line where it is broken (0: nowhere)."""
    from lxml import etree

    options: dict[str, Any] = {
        "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
        "remove_comments": True, "remove_pis": True,
    }  # fmt: skip
    text = decode_page(data).text.lstrip("\ufeff").replace("\x00", "")
    text = _without_document_type(_DECLARATION.sub("", text, count=1))
    # Many feeds have the entities of HTML, which XML does not know.
    text = _NAMED_ENTITY.sub(lambda match: html.unescape(match.group()), text)
    source = text.strip().encode("utf-8", "replace")
    for recover in (False, True):
        parser = etree.XMLParser(encoding="utf-8", recover=recover, **options)
        try:
            root = etree.fromstring(source, parser)
        except (etree.LxmlError, ValueError):
            continue
        lines = [error.line for error in parser.error_log if error.level_name != "WARNING"]
        return root, max(1, lines[0]) if recover and lines else 0
    return None, 0


def _without_document_type(text: str) -> str:
    found = _DOCTYPE.search(text, 0, 4096)
    if found is None:
        return text
    end = text.find(">", found.end())
    inner = text.find("[", found.end())
    if 0 <= inner < end:
        end = text.find(">", text.find("]", inner))
    return text[: found.start()] + text[end + 1 :] if end > 0 else text


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, in small letters; ``""`` for what describes a
    picture or a film."""
    tag = element.tag
    known = isinstance(tag, str) and not tag.startswith(_MEDIA)
    return tag.rpartition("}")[2].casefold() if known else ""


def _value(element: etree._Element, names: tuple[str, ...]) -> str:
    """The first child with one of the names that has a text, in the order of the names."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := _content(child)).strip():
                return text
    return ""


def _content(element: etree._Element) -> str:
    """The text of an element; its markup if it is XHTML."""
    from lxml import etree

    if element.get("type") == "xhtml" or any(
        isinstance(child.tag, str) and child.tag.startswith("{" + _XHTML) for child in element
    ):
        for one in element.iter():
            if isinstance(one.tag, str):
                one.tag = one.tag.rpartition("}")[2]
        etree.cleanup_namespaces(element)
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return (element.text or "") + "".join(inner)
    if element.get("type") == "text":
        return html.escape("".join(element.itertext()), quote=False)
    return "".join(element.itertext())


def _address(entry: etree._Element) -> str:
    """The address of the page of an entry; ``""`` if it has none."""
    links = [child for child in entry if _name(child) == "link"]
    for link in links:
        text = (link.get("href") or link.text or "").strip()
        if link.get("rel", "alternate") == "alternate" and re.match("https?://", text):
            return text
    return ""


FORMAT = Format((".rss", ".atom", ".rdf", ".xml"), expand=expand, is_table=True)
