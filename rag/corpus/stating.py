"""Put what a file states of one of its parts (a row's title and date, a mail's subject) into the
part's ``Document``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from rag.corpus.formats import Document
from rag.corpus.formats.front_matter.keys import language_code
from rag.corpus.metadata import Metadata
from rag.corpus.release_dates.stated import parse_date
from rag.types import Block, Span

_DATES = ("date", "updated", "embargo")
_SAMPLE = 4_000


def with_stated(
    document: Document,
    stated: Mapping[str, str],
    hints: Mapping[str, str],
    detect: Callable[[str], str | None],
) -> Document:
    """The document with what its file states of it, which counts more than what it states itself.

    A stated title becomes the first line of the text, unless the text has it. The day on which a
    mail was ``sent`` is its date, unless the text shows the date of the release.

    Args:
        stated, hints: as in ``formats.Part``.
        detect: identifies the language of a text, ISO 639-1; returns None if it cannot. The
            language tells which number of "3/4/2021" is the month.
    """
    if not stated and not hints:
        return document
    language = _language(stated) or _language(hints) or detect(document.text[:_SAMPLE])
    shown_first = "sent" in stated
    if shown_first:
        stated = {"date": stated["sent"], **stated}
    known, weak = _metadata(stated, language), _metadata(hints, language)
    document = replace(
        document,
        metadata=known.over(document.metadata),
        hints=document.hints.over(weak),
        words={**hints, **document.words, **_in_words(known, stated)},
        shown_date_first=document.shown_date_first or shown_first,
        spans={k: span for k, span in document.spans.items() if getattr(known, k) is None},
    )
    return _with_title(document, known.title) if known.title else document


def _metadata(values: Mapping[str, str], language: str | None) -> Metadata:
    """The values as metadata. Dates that cannot be understood are left out."""
    dates = {key: parse_date(values.get(key, ""), language) for key in _DATES}
    return Metadata(
        title=values.get("title") or None,
        language=_language(values),
        url=values.get("url") or None,
        origin=values.get("origin") or None,
        date=dates["date"],
        updated=dates["updated"],
        embargo=dates["embargo"],
    )


def _language(values: Mapping[str, str]) -> str | None:
    code = language_code(values.get("language", ""))
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _in_words(metadata: Metadata, stated: Mapping[str, str]) -> dict[str, str]:
    return {key: stated[key] for key in _DATES if getattr(metadata, key) is not None}


def _with_title(document: Document, title: str) -> Document:
    """The document with its title as the first line of the text."""
    begin = document.front_matter.end if document.front_matter else 0
    first = " ".join(document.text[begin : begin + 2 * len(title) + 100].split())
    if first.casefold().startswith(title.casefold()):
        return document
    by = len(title) + 2
    blocks = document.blocks
    if blocks is not None:
        moved = (
            Block("heading" if one.kind == "title" else one.kind, one.start + by, one.end + by)
            for one in blocks
        )
        blocks = (Block("title", 0, len(title)), *moved)
    front = document.front_matter
    return replace(
        document,
        text=f"{title}\n\n{document.text}",
        blocks=blocks,
        spans={
            **{name: Span(one.start + by, one.end + by) for name, one in document.spans.items()},
            "title": Span(0, len(title)),
        },
        places=tuple(
            replace(one, start=one.start + by, end=one.end + by) for one in document.places
        ),
        leads=tuple(Span(one.start + by, one.end + by) for one in document.leads),
        front_matter=Span(front.start + by, front.end + by) if front else None,
    )
