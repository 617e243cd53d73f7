"""The titles that a page states outside its text, with and without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from rag.corpus.formats.html.phrases import is_header_line
from rag.corpus.formats.html.stated import Stated
from rag.corpus.formats.properties import untitled

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"\s+(?:[|–—·•»«›:]|::|-|/)\s+|\s*\|\s*|\s»\s|\s«\s")
_DOCUMENT = re.compile(r"^documento? ", re.IGNORECASE)
_LONGEST_SITE = 60
_SHORTEST = 8  # a shorter stated title, in letters, is not used to find the headline
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|documento?\d*|home|accueil|index|.{0,3}|.*\.\w{2,4})",
    re.IGNORECASE,
)


def _is_no_title(title: str) -> bool:
    """Whether a title is a program's or a page's own ("Document sans titre", "Accueil")."""
    bare = _DOCUMENT.sub("", title)
    return _NO_TITLE.fullmatch(title) is not None or untitled().match(bare) is not None


@lru_cache(maxsize=512)
def letters_of(text: str) -> str:
    """The words of a text in small letters, for comparing titles."""
    return " ".join(_WORD.findall(text.casefold()))


def known_titles(stated: Stated) -> frozenset[str]:
    """The titles that a page states, with and without the site's name, as ``letters_of`` gives
    them."""
    known = map(letters_of, (*stated.titles, *_without_sites(stated)))
    return frozenset(letters for letters in known if len(letters) >= _SHORTEST)


def stated_headline(stated: Stated) -> str | None:
    """The first usable title that the page states, without the site's name; None for none."""
    plain = (without_site(title, stated) for title in stated.titles)
    found = [title for title in plain if not _is_no_title(title)]
    return next((title for title in found if not is_header_line(title, near_top=True)), None)


def parts_of_title(title: str) -> list[str]:
    """The parts of a stated title, such as the headline and the name of the site."""
    return [part.strip() for part in _BETWEEN.split(title) if part and part.strip()]


def without_site(title: str, stated: Stated) -> str:
    """A title without the site's name before or behind it. Parts of the title that are the stated
    name of the site, or occur in the host of its URL, are removed; then a short last part."""
    parts = parts_of_title(title)
    if len(parts) < 2:
        return title
    host = (urlsplit(stated.url).hostname or "") if stated.url else ""
    site = letters_of(stated.site)

    def is_site(part: str) -> bool:
        letters = letters_of(part)
        plain = letters.replace(" ", "")
        return bool(letters) and (
            letters == site or (len(plain) > 2 and plain in re.sub(r"\W", "", host))
        )

    while len(parts) > 1 and is_site(parts[-1]):
        parts.pop()
    while len(parts) > 1 and is_site(parts[0]):
        parts.pop(0)
    rest = sum(map(len, parts[:-1]))
    if len(parts) > 1 and len(parts[-1]) <= min(_LONGEST_SITE, 2 * rest):
        parts.pop()
    begin = title.find(parts[0])
    end = title.find(parts[-1], begin) + len(parts[-1])
    return title[begin:end]


def _without_sites(stated: Stated) -> Iterator[str]:
    """The stated titles without the site's name, and without their last part."""
    for title in stated.titles:
        yield without_site(title, stated)
        parts = _BETWEEN.split(title)
        if len(parts) > 1:
            yield parts[0]
