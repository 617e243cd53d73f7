"""Find the line of a page that is its headline."""

from __future__ import annotations

from rag.corpus.formats.html import names
from rag.corpus.formats.html.lines import Line
from rag.corpus.formats.html.phrases import is_header_line
from rag.corpus.formats.html.stated import Stated
from rag.corpus.formats.html.titles import (
    known_titles,
    letters_of,
    parts_of_title,
    stated_headline,
)
from rag.corpus.formats.pdf.marks import is_terminal
from rag.corpus.headline import words_in_common

_SHORTEST = 8  # a shorter line, in letters, is not compared with parts of titles
_LONGEST_TITLE = 300
_LINES_READ, _READ = 100, 4_000  # lines and characters behind such a headline
_LONGEST_LINE = 160  # of a page without headings
_LONG_WORD = 4
_HEADLINE_WORDS = 4


def find_headline(lines: list[Line], first_prose: int, stated: Stated) -> int | None:
    """The number of the line that is the headline; None if no line is.

    Args:
        lines: all lines of the page, not only those of the main text.
        first_prose: number of the first line of running text.
        stated: what the page states of itself.
    """
    known = known_titles(stated)
    site = letters_of(stated.site)
    before = [
        number
        for number, line in enumerate(lines[: first_prose + 1])
        if len(line.text) <= _LONGEST_TITLE
        and not line.is_link
        and letters_of(line.text) not in ("", site)
        and not is_header_line(line.text, near_top=True)
    ]
    headings = [number for number in before if lines[number].level and number != first_prose]
    sites = _site_names([lines[number].text for number in headings], stated)
    before = [number for number in before if letters_of(lines[number].text) not in sites]
    headings = [number for number in headings if number in before]
    tops = [number for number in headings if lines[number].level == 1]
    tops += [number for number in range(first_prose + 1, len(lines)) if lines[number].level == 1]
    inside = [number for number in headings if not _is_in_page_header(lines[number])]
    for numbers in (tops, headings, before):
        for number in numbers:
            if letters_of(lines[number].text) in known:
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
    if best is not None:
        return best if not known or _is_like(lines[best].text, stated) else None
    return _by_words(lines, [number for number in before if number < first_prose], stated)


def _by_words(lines: list[Line], before: list[int], stated: Stated) -> int | None:
    """The line above the text of a page without headings that has most words in common with it, and
    more than the stated title has; None for none. Such pages set their headline in large letters.
    """
    behind = lines[before[-1] + 1 :][:_LINES_READ] if before else []
    text = "\n".join(line.text for line in behind)[:_READ]
    title = stated_headline(stated)
    least = max(1, words_in_common(title, text)) if title else 0
    found = [
        (words_in_common(lines[number].text, text), -number)
        for number in before
        if len(lines[number].text) <= _LONGEST_LINE and not is_terminal(lines[number].text)
    ]
    best = max(found, default=(0, 0))
    return -best[1] if best[0] > least else None


def _is_in_page_header(line: Line) -> bool:
    """Whether a line stands in the header of the page, where the site's name also stands."""
    tags = [box.element.tag for box in line.box.around()]
    return "header" in tags and "main" not in tags and "article" not in tags


def _is_like(text: str, stated: Stated) -> bool:
    """Whether a heading may be the headline although the page states another title: half of its
    long words are in a stated title, or the page states only one title (often the site's) and the
    heading has at least four words."""
    words = {word for word in letters_of(text).split() if len(word) >= _LONG_WORD}
    for title in stated.titles:
        common = words & set(letters_of(title).split())
        if words and 2 * len(common) >= len(words):
            return True
    return len(stated.titles) == 1 and len(letters_of(text).split()) >= _HEADLINE_WORDS


def _site_names(headings: list[str], stated: Stated) -> set[str]:
    """The headings that are only the first or the last part of a stated title whose other parts
    another heading has: "Mairie de Lunas" in "Mairie de Lunas - Le pont rouvre"."""
    found: set[str] = set()
    for title in stated.titles:
        parts = [letters for part in parts_of_title(title) if (letters := letters_of(part))]
        for name in (parts[0], parts[-1]) if len(parts) > 1 else ():
            rest = " ".join(part for part in parts if part != name).split()
            long = {word for word in rest if len(word) >= _LONG_WORD}
            for heading in map(letters_of, headings):
                words = {word for word in heading.split() if len(word) >= _LONG_WORD}
                common = words & long
                if heading != name and len(common) >= 2 and 2 * len(common) >= len(words):
                    found.add(name)
    return found


def _is_part(text: str, known: frozenset[str]) -> bool:
    """Whether a stated title contains a line, or a line begins with a stated title."""
    letters = letters_of(text)
    return len(letters) >= _SHORTEST and any(
        letters in title or letters.startswith(title) for title in known
    )
