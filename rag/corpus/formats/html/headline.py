"""The headline of a page: which of its lines it is, or what the page states where it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from rag.corpus.formats.html import names
from rag.corpus.formats.html.lines import Line
from rag.corpus.formats.html.stated import Stated
from rag.corpus.parsing import is_header_line
from rag.language.dates import find_dates

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"\s+(?:[|–—·•»«›:]|::|-|/)\s+|\s*\|\s*|\s»\s|\s«\s")
_LONGEST_SITE = 60
_SHORTEST = 8  # letters of a stated title by which a line is known again
_LONGEST_TITLE = 300
_LONG_WORD = 4
_HEADLINE_WORDS = 4
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|untitled.*|sans titre.*|document\d*|home|accueil|index|.{0,3}"
    r"|.*\.\w{2,4})",
    re.IGNORECASE,
)


def find_headline(lines: list[Line], first_prose: int, stated: Stated) -> int | None:
    """The number of the line that is the headline; None where it does not stand in the text.

    Args:
        lines: the lines of the page, not of the main text alone.
        first_prose: number of the first line of running text.
        stated: what the page states of itself.
    """
    known = {_letters(title) for title in (*stated.titles, *_without_sites(stated))}
    known = {letters for letters in known if len(letters) >= _SHORTEST}
    site = _letters(stated.site)
    before = [
        number
        for number, line in enumerate(lines[: first_prose + 1])
        if len(line.text) <= _LONGEST_TITLE
        and not line.is_link
        and _letters(line.text) not in ("", site)
        and not _is_label(line)
    ]
    headings = [number for number in before if lines[number].level and number != first_prose]
    tops = [number for number in headings if lines[number].level == 1]
    tops += [number for number in range(first_prose + 1, len(lines)) if lines[number].level == 1]
    inside = [number for number in headings if not _is_in_page_header(lines[number])]
    for numbers in (tops, headings, before):
        for number in numbers:
            if _letters(lines[number].text) in known:
                return number
    if inside:
        tops = [number for number in tops if not _is_in_page_header(lines[number])]
    for number in tops:
        if _is_part(lines[number].text, known):
            return number
    if tops:
        return max((number for number in tops if number <= first_prose), default=tops[0])
    for number in headings:
        if _is_part(lines[number].text, known):
            return number
    for number in before:
        if number != first_prose and names.is_title(lines[number].element):
            return number
    best = min(inside, key=lambda number: lines[number].level, default=None)
    if best is None or not known or _is_like(lines[best].text, stated):
        return best
    return None


def _is_label(line: Line) -> bool:
    """Whether a line holds only dates and labels. A first-level heading may say of what day
    something is ("Conseil du 4 mai 2021")."""
    if not is_header_line(line.text, near_top=True):
        return False
    dates = find_dates(line.text) if line.level == 1 else []
    rest = line.text
    for date in reversed(dates):
        rest = rest[: date.start] + rest[date.end :]
    return not dates or not any(map(str.isalpha, rest))


def _is_in_page_header(line: Line) -> bool:
    """Whether a line stands in the header of the page, where the site's name stands too."""
    tags = [box.element.tag for box in line.box.around()]
    return "header" in tags and "main" not in tags and "article" not in tags


def _is_like(text: str, stated: Stated) -> bool:
    """Whether a heading may be the headline though the page states another title: they have half
    of their words in common; or the page states one in its ``<title>`` alone, which often is the
    site's, and the heading is as long as a headline."""
    words = {word for word in _letters(text).split() if len(word) >= _LONG_WORD}
    for title in stated.titles:
        common = words & set(_letters(title).split())
        if words and 2 * len(common) >= len(words):
            return True
    return len(stated.titles) == 1 and len(_letters(text).split()) >= _HEADLINE_WORDS


def stated_headline(stated: Stated) -> str | None:
    """The title that the page states outside its text, without the site's name; None for none."""
    plain = (without_site(title, stated) for title in stated.titles)
    found = [title for title in plain if not _NO_TITLE.fullmatch(title)]
    return next((title for title in found if not is_header_line(title, near_top=True)), None)


def without_site(title: str, stated: Stated) -> str:
    """A title without the site's name before or behind it: the part that is the name that the page
    gives its site or stands in its address; else a short last part."""
    parts = [part.strip() for part in _BETWEEN.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    host = (urlsplit(stated.url).hostname or "") if stated.url else ""
    site = _letters(stated.site)

    def is_site(part: str) -> bool:
        letters = _letters(part)
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


def _is_part(text: str, known: set[str]) -> bool:
    """Whether a stated title holds a line, or the line begins with it."""
    letters = _letters(text)
    return len(letters) >= _SHORTEST and any(
        letters in title or letters.startswith(title) for title in known
    )


def _without_sites(stated: Stated) -> Iterator[str]:
    """The stated titles without the site's name, and without their last part."""
    for title in stated.titles:
        yield without_site(title, stated)
        parts = _BETWEEN.split(title)
        if len(parts) > 1:
            yield parts[0]


@lru_cache(maxsize=512)
def _letters(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
