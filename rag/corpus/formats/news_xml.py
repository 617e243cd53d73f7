"""Stories in the XML of news agencies: NITF, and NewsML with NITF, XHTML or plain text in it."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.corpus.formats.columns import make_part, plain_text
from rag.corpus.formats.document import Part
from rag.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml import etree

_STORIES = ("newsitem", "nitf")
_WITHHELD = ("canceled", "cancelled", "withheld")
_TITLES = ("hl1", "headline", "hedline")
_BODIES = ("body.content", "body", "datacontent", "inlinedata")
_ABOVE = ("hl2", "byline", "dateline", "abstract")
_DATES = tuple("date.release date.issue contentcreated firstcreated story.date".split())
_CHANGES = ("versioncreated", "thisrevisioncreated")
_IDS = ("doc-id", "newsitemid")
# What a page calls it; an empty name for what is no text.
_AS_HTML = {
    "block": "div", "bq": "blockquote", "media": "figure", "media-caption": "figcaption",
    "media-reference": "", "media-metadata": "", "media-object": "", "hl2": "h2", "fn": "p",
    "note": "p", "q": "span",
}  # fmt: skip
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def stories_of(root: etree._Element) -> list[Part]:
    """The stories in a document; none if it is no XML of a news agency."""
    stories: list[etree._Element] = []
    for one in root.iter():
        if _name(one) in _STORIES and not any(_name(up) in _STORIES for up in one.iterancestors()):
            stories.append(one)
    return [_part(one, number) for number, one in enumerate(stories, start=1)]


def _part(story: etree._Element, number: int) -> Part:
    marks = _named(story, ("pubstatus", "status"))
    status = " ".join(str(value) for one in marks for value in one.values()).casefold()
    if any(word in status for word in _WITHHELD):
        return Part(number=number, problem=UnreadableFileError("row.unpublished", row=number))
    body = next(_named(story, _BODIES), None)
    above = [one for one in _named(story, _ABOVE) if not _within(one, body)]
    title = next((text for one in _named(story, _TITLES) if (text := _text(one))), "")
    pieces = [f"<h1>{html.escape(title)}</h1>"] if title else []
    pieces += [_page(one) for one in (*above, body) if one is not None and _text(one)]
    date, changed = _date(story, _DATES), _date(story, _CHANGES)
    stated = {
        "title": title,
        "date": date or changed,
        "updated": changed if date else "",
        "embargo": _date(story, ("embargoed",)),
        "language": _language(story),
    }
    key = story.get("guid") or next((_value(one) for one in _named(story, _IDS)), "")
    known = {name: value for name, value in stated.items() if value}
    return make_part(["".join(pieces)], "", known, (key,), number)


def _named(parent: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements of these names, those of the first name first."""
    for name in names:
        yield from (one for one in parent.iter() if _name(one) == name)


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""


def _within(element: etree._Element, other: etree._Element | None) -> bool:
    return other is not None and (element is other or other in element.iterancestors())


def _text(element: etree._Element) -> str:
    return plain_text("".join(map(str, element.itertext())))


def _value(element: etree._Element) -> str:
    stated = (element.get(name) for name in ("norm", "id-string", "tag"))
    return next((str(one) for one in stated if one), _text(element))


def _date(story: etree._Element, names: tuple[str, ...]) -> str:
    return next((value for one in _named(story, names) if (value := _value(one))), "")


def _language(story: etree._Element) -> str:
    stated = next((_value(one) for one in _named(story, ("language",))), "")
    return stated or story.get(_LANGUAGE) or ""


def _page(body: etree._Element) -> str:
    """The text of a story as HTML; a plain one with its paragraphs."""
    from lxml import etree

    if not len(body):
        paragraphs = re.split(r"\n[ \t]*\n\s*", (body.text or "").strip())
        return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs)
    page = copy.deepcopy(body)
    page.tail = None
    for one in list(page.iter("*")):
        name = _name(one)
        one.tag = _AS_HTML.get(name, name) or "script"
    page.tag = "div"
    etree.cleanup_namespaces(page)
    return str(etree.tostring(page, encoding="unicode", method="html"))
