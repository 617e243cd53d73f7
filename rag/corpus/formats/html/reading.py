"""Read a page as a ``Document``: its main text, the kinds and places of its parts, its metadata."""

from __future__ import annotations

from rag.corpus.formats.document import Document
from rag.corpus.formats.html.flow import flow_of
from rag.corpus.formats.html.lines import Flow
from rag.corpus.formats.html.main_text import MainText, main_text
from rag.corpus.formats.html.source import LOST, decode_page, markup_of, page_of, saved_from
from rag.corpus.formats.html.stated import Stated, address, machine_date, stated_by
from rag.corpus.formats.html.titles import known_titles, stated_headline
from rag.corpus.formats.html.tree import Paths, parse, remove_unseen
from rag.corpus.formats.html.whitespace import collapsed
from rag.corpus.formats.html.wml import expand, is_wml
from rag.corpus.formats.writing import LISTED, put_together
from rag.corpus.metadata import Metadata
from rag.corpus.release_dates.text import text_dates
from rag.errors import UnreadableFileError
from rag.language.identification import detect_language
from rag.partial_date import PartialDate
from rag.types import Block, Span

_TIME_LINES = 4  # the most lines between the headline and a <time> of the text
_SAMPLE = 2000
_ENOUGH_TO_TELL = 300  # the fewest characters that identify a text's language


def read_page(data: bytes) -> Document:
    """The main text of a page.

    Raises:
        UnreadableFileError: it is empty, is not text, is damaged in its main text, or has no main
            text.
    """
    source = decode_page(data)
    markup, title, date = source.text, "", ""
    if is_wml(markup):
        expanded = expand(markup)
        markup, date = expanded.markup, expanded.date
    markup, title = markup_of(markup)
    root = parse(markup)
    stated = stated_by(root)
    if title:
        stated.titles.insert(0, collapsed(title))
    if date:
        stated.dates.insert(0, date)
    if stated.url is None:
        stated.url = address(saved_from(source.text) or "")
    remove_unseen(root)
    flow = flow_of(next(root.iter("body"), root), stated.site, known_titles(stated))
    found = main_text(flow.lines, stated)
    if not found.lines and stated.body.strip():  # scripts put the text into the page
        root = parse(page_of(stated.titles[:1], stated.body))
        flow = flow_of(next(root.iter("body"), root), stated.site, known_titles(stated))
        found = main_text(flow.lines, stated)
    if not found.lines:
        raise UnreadableFileError("file.no_text")
    paths = Paths()
    text, blocks, places = put_together(
        (
            line.kind,
            line.group if line.kind in LISTED else 0,
            [(line.text, {"element": paths.of(line.element)})],
        )
        for line in found.lines
    )
    if source.damaged and LOST in text:
        raise UnreadableFileError("file.damaged_utf8")
    stated.dates += _times_near(flow, found)
    metadata, words = _metadata(found, stated, text, blocks)
    return Document(
        text,
        encoding=source.encoding,
        metadata=metadata,
        spans={
            block.kind: Span(block.start, block.end)
            for line, block in zip(found.lines, blocks, strict=True)
            if line is found.title
        },
        words=words,
        blocks=blocks,
        places=places,
    )


def _metadata(
    found: MainText, stated: Stated, text: str, blocks: tuple[Block, ...]
) -> tuple[Metadata, dict[str, str]]:
    """The metadata of a page, and the words that state its dates."""
    prose = "\n".join(line.text for line in found.lines if line.kind == "paragraph")[:_SAMPLE]
    language = _language(stated, prose)
    title = " ".join(found.title.text.split()) if found.title else stated_headline(stated)
    date = updated = None
    words: dict[str, str] = {}
    if not _shows_date(text, blocks, language):
        date, words["date"] = _first_date(stated.dates, language)
    updated, words["updated"] = _first_date(stated.changes, language)
    metadata = Metadata(
        title=title,
        date=date,
        language=language,
        url=stated.url,
        origin=None if stated.url else stated.site or None,
        updated=updated,
    )
    return metadata, {name: stating for name, stating in words.items() if stating}


def _first_date(values: list[str], language: str | None) -> tuple[PartialDate | None, str]:
    """The first value that is a date, and its words. Values that are not dates are ignored."""
    for value in values:
        date = machine_date(value, language)
        if date is not None:
            return date, value.strip()
    return None, ""


def _shows_date(text: str, blocks: tuple[Block, ...], language: str | None) -> bool:
    """Whether a header line shows the day of publication. It then counts more than a date that the
    page states but does not show, which is often the day of a copy or a template."""
    shown = text_dates(text, blocks, language).published
    day = shown.date
    return shown.stated_by == "header" and day is not None and day.has_day and day.year is not None


def _language(stated: Stated, prose: str) -> str | None:
    """The language that a page declares; None if its text is in another language, as templates
    often declare a wrong one."""
    if stated.language is None or len(prose) < _ENOUGH_TO_TELL:
        return stated.language
    return stated.language if detect_language(prose) in (None, stated.language) else None


def _times_near(flow: Flow, found: MainText) -> list[str]:
    """Values of the ``<time>`` elements near the headline."""
    if found.title is None:
        return [value for number, value in flow.times if number <= _TIME_LINES]
    box = found.title.box
    title = next((n for n, line in enumerate(flow.lines) if line.box is box), 0)
    return [value for number, value in flow.times if abs(number - title) <= _TIME_LINES]
