"""Choose the headline among the lines above a release's text."""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.labels import labels
from rag.corpus.lines import BULLET, TERMINAL, Line
from rag.language.terms import fold
from rag.lazy import dataclass, regex
from rag.near import letters_of

_TITLE_MAX = 300
_SHORTEST_COMPARED = 8  # a stated title with fewer letters and digits is looked for nowhere
_QUESTION_OR_CALL = regex(r"[?!…？！][\s\u00a0»”\"’')\]]*$")
_WORD = regex(r"[^\W\d_]{4,}")
_OPEN_END = regex(r"(?:[:–—-]|\b[^\W\d_]{1,3}['’]?)$")
_STEM = 7  # two words with the same first letters, this many, count as the same
_READ = 4_000
_FEW_WORDS = (0.35, 0.45, 0.6, 0.75, 0.9)  # how likely a text of one to five words is a title


@dataclass(frozen=True, slots=True)
class Look:
    """What one of the texts looks like among which the headline is.

    Attributes:
        size: its font size, relative to that of the release's text.
        bold: whether it is.
        level: its level as a heading, from 1; 0 for none.
        stands_out: whether it looks like a heading at all.
    """

    text: str
    size: float
    bold: bool
    stands_out: bool
    level: int = 0

    @property
    def weight(self) -> float:
        """How much it stands out."""
        level = max(0.0, 0.4 - 0.1 * self.level) if self.level else 0.0
        bold = 0.12 if self.bold else 0.0
        return (self.size + bold + level) * _length_weight(self.text)


def may_be_title(line: Line, following: Line | None) -> bool:
    """Whether a line above the text may be its headline: it is not too long, and not a sentence
    (but may be a question or a call).

    Args:
        following: the next line; None if there is none.
    """
    if len(line.text) > _TITLE_MAX or BULLET.match(line.text):
        return False
    if TERMINAL.search(line.text) is None:
        return True
    if following is None or len(line.text) > 160 or not following.gap:
        return False
    return _QUESTION_OR_CALL.search(line.text) is not None


def choose_headline(candidates: Sequence[Line], text: str) -> int | None:
    """The position of the headline among the lines above a text; None if there are no lines.

    It is the first line, unless a later one has clearly more words in common with the text: a
    headline shares words with the text, a letterhead or a menu does not.

    Args:
        candidates: the lines for which ``may_be_title`` holds, in order.
        text: the release from its first paragraph of prose on.
    """
    if not candidates:
        return None
    found = [words_in_common(line.text, text[:_READ]) for line in candidates]
    best = max(range(len(found)), key=lambda position: (found[position], -position))
    first = found[0]
    is_name = _is_name(candidates[0].text) and best > 0 and not _is_name(candidates[best].text)
    return best if found[best] >= first + (1 if is_name or first == 0 else 3) else 0


def choose_by_look(candidates: Sequence[Look], stated: str) -> int | None:
    """The position of the headline among texts in a known font: that which the file's properties
    name, else that which stands out most; None if none does.

    Args:
        candidates: the texts for which ``may_name`` holds, in order.
        stated: the title in the properties; ``""`` for none.
    """
    wanted = letters_of(stated)
    outstanding: list[tuple[float, int]] = []
    for position, one in enumerate(candidates):
        if len(wanted) > _SHORTEST_COMPARED and letters_of(one.text) == wanted:
            return position
        if one.stands_out:
            outstanding.append((one.weight - 0.005 * position, -position))
    return -max(outstanding)[1] if outstanding else None


def choose_by_words(texts: Sequence[str], following: str) -> int | None:
    """As ``choose_headline``, among whole texts; sentences are left out, but not questions and
    calls."""
    may = [
        position
        for position, text in enumerate(texts)
        if TERMINAL.search(text) is None or text[-1] in "?!"
    ]
    chosen = choose_headline([Line(0, 0, texts[position], True) for position in may], following)
    return may[chosen] if chosen is not None else None


def goes_on(title: Line, line: Line) -> bool:
    """Whether the line right below a line of the headline continues the headline."""
    if line.gap or len(title.text) + len(line.text) > _TITLE_MAX or BULLET.match(line.text):
        return False
    if TERMINAL.search(line.text) is not None:
        return False
    both_capitals = title.text.isupper() and line.text.isupper()
    return line.text[0].islower() or both_capitals or _OPEN_END.search(title.text) is not None


def may_name(text: str) -> bool:
    """Whether a text may be a title by its words: it has enough letters, and not too many, and is
    no label and no contact."""
    letters = sum(1 for character in text if character.isalpha())
    bare = text.strip(" \t\u00a0•|–—-:*.")
    return (
        len(text) <= _TITLE_MAX
        and letters >= 4
        and letters > 0.4 * len(text)
        and labels().label.fullmatch(bare) is None
        and labels().contact.search(text) is None
    )


def _length_weight(text: str) -> float:
    """How likely a text is a title by its number of words: below 1 for fewer than six."""
    words = len(text.split())
    return _FEW_WORDS[words - 1] if 0 < words <= len(_FEW_WORDS) else 1.0


def words_in_common(line: str, text: str) -> int:
    """How many of a line's words occur in the text, at most 6. Words are compared by their first
    letters. A repetition of the whole line in the text does not count."""
    words = {_stem(word) for word in _WORD.findall(line)}
    there = {_stem(word) for word in _WORD.findall(text.replace(line, " "))}
    return min(6, len(words & there))


def _stem(word: str) -> str:
    return fold(word.casefold())[:_STEM]


def _is_name(line: str) -> bool:
    """Whether a line looks like a name: few words, and all longer words begin with a capital."""
    words = _WORD.findall(line)
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words)
