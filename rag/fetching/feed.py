"""The entries of a feed: RSS or Atom."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rag.corpus.formats.html.stated import machine_date
from rag.fetching.address import Address
from rag.fetching.problem import FetchError

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    Attributes:
        address: of its page.
        date: the day of publication that the feed states, in ISO 8601; ``""`` for none.
        stamp: words of the feed that change when the entry changes; ``""`` for none.
    """

    address: Address
    date: str
    stamp: str


def is_feed(data: bytes) -> bool:
    """Whether some data begin as a feed does."""
    return _BEGINNING.match(data[:10_000]) is not None


def read_feed(data: bytes, address: Address) -> tuple[list[Entry], list[FetchError]]:
    """The entries of a feed in its order, each address once; and why others have none.

    Raises:
        FetchError: it is no feed that can be read.
    """
    import feedparser

    # A stream: a text could be taken for an address or a file's name.
    feed = feedparser.parse(io.BytesIO(data), response_headers={"content-location": str(address)})
    if not feed.entries and feed.bozo:
        raise FetchError("fetch.bad_feed")
    entries: dict[str, Entry] = {}
    problems: list[FetchError] = []
    # Plain dictionaries: feedparser's give the day of publication for a missing day of change.
    for number, item in enumerate(map(dict, feed.entries), start=1):
        link = next(_links(item), "")
        if not link:
            problems.append(FetchError("fetch.no_link", number=number))
            continue
        try:
            page = address.join(link)
        except FetchError as problem:
            problems.append(problem)
            continue
        date = machine_date(_published(item, feed.version))
        stamp = str(item.get("updated") or item.get("published") or "")
        entries.setdefault(str(page), Entry(page, date.value if date else "", stamp))
    return list(entries.values()), problems


def _links(item: dict[str, Any]) -> Iterator[str]:
    """The addresses of an entry's page, the likeliest first."""
    if item.get("link"):
        yield str(item["link"])
    for link in item.get("links", ()):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            yield str(link["href"])


def _published(item: dict[str, Any], version: str) -> str:
    """The words for the day of publication. RSS 1.0 has one date, which feedparser calls that of
    the last change."""
    words = item.get("published") or (item.get("updated") if version.startswith("rss1") else "")
    return str(words or "")
