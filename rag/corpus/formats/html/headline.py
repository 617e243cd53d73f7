"""The headline of a page: which of its lines it is, or what the page states where it is none."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from rag.corpus.formats.html import names
from rag.corpus.formats.html.flow import Line
from rag.corpus.formats.html.stated import Stated
from rag.corpus.parsing import is_header_line

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"\s+(?:[|–—·•»«›:]|::|-|/)\s+|\s*\|\s*|\s»\s|\s«\s")
_LONGEST_SITE = 60
_SHORTEST = 8  # letters of a stated title by which a line is known again
_LONGEST_TITLE = 300
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|untitled.*|sans titre.*|document\d*|home|accueil|index|.{0,3}|.*\.\w{2,4})",
    re.IGNORECASE,
)


def find_headline(lines: list[Line], first_prose: int, stated: Stated) -> int | None:
    """The number of the line that is the headline; None where it does not stand in the text.

    Args:
        lines: the lines of the page, not of the main text alone.
        first_prose: number of the first line of running text.
        stated: what the page states of itself.
    """
    said = [_letters(title) for title in (*stated.titles, *map(_inside, stated.titles))]
    said = [letters for letters in said if len(letters) >= _SHORTEST]
    site = _letters(stated.site)
    tops = [
        number
        for number, line in enumerate(lines)
        if line.level == 1
        and len(line.text) <= _LONGEST_TITLE
        and _letters(line.text) not in ("", site)
        and not is_header_line(line.text, near_top=True)
    ]
    for number in tops:
        if _is_said(lines[number].text, said):
            return number
    before = [number for number in range(min(first_prose + 1, len(lines)))]
    named = [n for n in before if len(lines[n].text) <= _LONGEST_TITLE and not lines[n].is_link]
    if not tops:
        for number in named:
            if lines[number].level and _is_said(lines[number].text, said):
                return number
        for number in named:
            if _letters(lines[number].text) in said:
                return number
    if tops:
        nearest = [number for number in tops if number <= first_prose]
        return nearest[-1] if nearest else tops[0]
    named = [
        n for n in named if n != first_prose and not is_header_line(lines[n].text, near_top=True)
    ]
    for number in named:
        if names.is_title(lines[number].element):
            return number
    if said:
        return None
    headings = [n for n in named if lines[n].level]
    return min(headings, key=lambda n: lines[n].level, default=None)


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
    longest = max(parts, key=len)
    if len(parts) > 1 and parts[-1] is not longest and len(parts[-1]) <= _LONGEST_SITE:
        parts = parts[: parts.index(longest) + 1]
    begin = title.find(parts[0])
    end = title.find(parts[-1], begin) + len(parts[-1])
    return title[begin:end]


def _is_said(text: str, said: list[str]) -> bool:
    """Whether a page's stated titles hold a line, or a line begins with one of them."""
    letters = _letters(text)
    if len(letters) < _SHORTEST:
        return letters in said
    return any(letters in title or letters.startswith(title) for title in said)


def _inside(title: str) -> str:
    """A title without its last part."""
    parts = _BETWEEN.split(title)
    return parts[0] if len(parts) > 1 else title


@lru_cache(maxsize=512)
def _letters(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
