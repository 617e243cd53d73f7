"""Read a signature: the name of a person, and the role beside or below it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from rag.corpus.statements.signature_lines import MARKUP, Line
from rag.language.language import Language
from rag.language.patterns import template
from rag.language.registry import languages
from rag.lazy import regex
from rag.types import Span

LONGEST = 240
"""Characters of a signature."""
CONTACT = regex(r"@|https?:|www\.|\d[\d .\u00a0/-]{6,}\d|\+\d")
WORD = regex(r"[^\s,;:()|]+")
_MOST_WORDS = 30  # the most words of a role
_ROLE_APART = regex(r"[\s*_]*(?:,\s*|\s[-–—|/]\s+|[–—|]\s*|\(|\s*:\s*)")


class Words:
    """The words of signatures, in small letters.

    Attributes:
        titles: titles before names, of all languages.
        links: words that join the parts of a name, of all languages.
        no_names: capitalised words that begin no name, of all languages.
        functions: function words of the text's own language.
        role: matches a whole word for a role of a person.
        introduction: words before a name at the beginning of a line above a quote.
        said: verbs that may stand between a name and a colon above a quote.
    """

    def __init__(self, own: Language) -> None:
        every = [language.speech for language in languages().values()]

        def listed(name: str) -> list[str]:
            return [word for words in every for word in getattr(words, name).split()]

        beginnings = "|".join(map(re.escape, listed("roles")))
        before = "|".join(map(re.escape, listed("role_beginnings")))
        endings = "|".join(map(re.escape, listed("role_endings")))
        openings = [words.introductions for words in every if words.introductions]
        self.titles = frozenset(listed("titles"))
        self.links = frozenset(word.rstrip("'") for word in listed("name_links"))
        self.no_names = frozenset(listed("no_names"))
        self.functions = frozenset(own.terms.stop_words.split())
        self.role = regex(
            rf"(?:(?:{before})-?)?(?:{beginnings})[\w-]*|\w{{2,}}(?:{endings})s?", re.IGNORECASE
        )
        self.introduction = regex(
            "|".join(f"(?:{template(text)})" for text in openings), re.IGNORECASE
        )
        self.said = frozenset(listed("asked"))


words_for = lru_cache(maxsize=64)(Words)


def without_marks(text: str, low: int, high: int) -> int:
    """The end of ``text[low:high]`` without blanks, markup and colons there."""
    while high > low and text[high - 1] in MARKUP + ":":
        high -= 1
    return high


def name_and_role(
    text: str, low: int, high: int, words: Words, *, firm: bool
) -> tuple[Span, Span | None] | None:
    """Name and role of ``text[low:high]``; None if it does not have the form.

    Args:
        firm: whether a dash, brackets or a colon already shows that this is a signature.
    """
    high = without_marks(text, low, high)
    while high > low and text[high - 1] in " .,;*_":
        high -= 1
    if low >= high or high - low > LONGEST or CONTACT.search(text, low, high):
        return None
    name, after = _name(text, low, high, words)
    if name is None:
        return _reversed(text, low, high, words) if firm else None
    if after >= high:
        return name, None
    apart = _ROLE_APART.match(text, after, high)
    begin = apart.end() if apart else after
    end = high - (text[high - 1] == ")" and "(" in text[after:begin])
    while begin < end and (text[begin].isspace() or text[begin] in "*_"):
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in ".,;*_"):
        end -= 1
    if begin >= end:
        return name, None
    is_role = _says_role(text, begin, end, words)
    if apart is None:
        return (name, Span(begin, end)) if is_role and _is_short(text, begin, end, words) else None
    if not is_role and not _may_be_role(text, begin, end, words, firm=firm):
        return None
    if not firm and not _is_short(text, begin, end, words):
        return None
    return name, Span(begin, end)


def _reversed(text: str, low: int, high: int, words: Words) -> tuple[Span, Span | None] | None:
    """Name and role of "La directrice du port, Nora Lind". A role without a name is returned as
    the name."""
    if not _says_role(text, low, high, words) or not _is_short(text, low, high, words):
        return None
    comma = text.rfind(",", low, high)
    if comma > 0:
        begin = comma + 1
        while begin < high and text[begin].isspace():
            begin += 1
        name, after = _name(text, begin, high, words)
        if name is not None and after >= high:
            return name, Span(low, comma)
    return Span(low, high), None


def _name(text: str, low: int, high: int, words: Words) -> tuple[Span | None, int]:
    """The name at the beginning of ``text[low:high]``, and the offset behind it; None and ``low``
    if there is no name. Titles are left out of a name with several parts."""
    tokens: list[tuple[int, int]] = []
    titles = capitals = 0
    at = low
    while at < high:
        while at < high and text[at] in " \t\u00a0\u202f*_":
            at += 1
        match = WORD.match(text, at, high)
        if match is None:
            break
        token = match.group().rstrip("*_")
        plain = token.casefold().replace("’", "'")
        if plain in words.titles and not capitals and (token[0].isupper() or "." in token):
            titles += 1
        elif _is_capital(token):
            bare = plain.rstrip(".")
            if bare in words.no_names and not titles:
                return None, low
            if not capitals and not titles and bare in words.functions and len(bare) > 1:
                return None, low
            capitals += 1
        elif not (capitals and plain.rstrip("'") in words.links):
            break
        tokens.append((match.start(), match.start() + len(token)))
        at = tokens[-1][1]
        if match.group() != token or (token[-1] == "." and len(token) > 4):
            break
    while tokens and text[tokens[-1][0] : tokens[-1][1]].casefold() in words.links:
        tokens.pop()
    if not capitals or capitals > 5 or capitals + min(titles, 1) < 2:
        return None, low
    end = tokens[-1][1]
    if text[end - 1] == "." and end - tokens[-1][0] > 2:
        end -= 1
    begin = tokens[titles][0] if capitals > 1 else tokens[0][0]
    return Span(begin, end), end


def _is_capital(token: str) -> bool:
    """Whether a word is written as a name: "Lind", "LIND", "O’Neill", "J.", "Jean-Luc"."""
    first = token[0]
    letters = token.replace("’", "").replace("'", "").replace("-", "").replace(".", "")
    mixed = first.islower() and token[1:2] in ("'", "’") and token[2:3].isupper()  # d’Arc
    return (first.isupper() or mixed) and letters.isalpha()


def _says_role(text: str, low: int, high: int, words: Words) -> bool:
    """Whether one of the first five words is a word for a role."""
    first = [match.group() for match in islice(WORD.finditer(text, low, high), 5)]
    return any(words.role.fullmatch(part) for word in first for part in (word, _bare(word)))


def _bare(word: str) -> str:
    """A word without an article that is joined by an apostrophe ("l’adjointe")."""
    return re.split(r"['’]", word)[-1] or word


def _may_be_role(text: str, low: int, high: int, words: Words, *, firm: bool) -> bool:
    """Whether a phrase without a known word for a role may be a role: it has no digits, and begins
    with a small letter unless ``firm``."""
    first = WORD.match(text, low, high)
    if first is None or any(map(str.isdigit, text[low:high])):
        return False
    word = _bare(first.group()).casefold()
    return firm or (first.group()[0].islower() and word not in words.functions)


def _is_short(text: str, low: int, high: int, words: Words) -> bool:
    """Whether a phrase is too short for a sentence: it has few words and no full stop inside, and
    each part behind a comma begins with a capital or is a role."""
    if len(text[low:high].split()) > _MOST_WORDS:
        return False
    parts = re.split(r",\s*", text[low:high])
    for part in parts[1:]:
        word = WORD.match(part)
        if word and word.group()[0].islower() and not _says_role(part, 0, len(part), words):
            return False
    return ". " not in text[low:high]


def role_in(text: str, line: Line, words: Words) -> Span | None:
    """The role in a line below a name; None if the line is not a role."""
    low, high = line.start, line.end
    if high - low > LONGEST or text[high - 1] in "!?…:" or CONTACT.search(text, low, high):
        return None
    high -= text[high - 1] in ".,;"
    if text[low] == "(" and text[high - 1] == ")":
        low, high = low + 1, high - 1
    is_role = _says_role(text, low, high, words) and _is_short(text, low, high, words)
    return Span(low, high) if is_role and low < high else None
