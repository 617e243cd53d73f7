"""Find names that sign a quote, on a line of their own below or above it, or behind it on its line.

Below « … » stands "– Nora Lind, directrice du port", or above it "Nora Lind, directrice du port :".
A line counts as a signature only right beside a quote that fills its own lines, and only if it has
the right form: a name with a role, a dash or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rag.language.language import Language
from rag.language.patterns import template
from rag.language.registry import known, languages
from rag.types import Span, Statement

_LONGEST = 240  # characters of a signature
_MOST_WORDS = 30  # the most words of a role
_MOST_BLANK = 3  # the most empty lines between a quote and its signature
_LEAST_QUOTED = 3  # the fewest words of a quote
_BLANKS = " \t\r\u00a0\u202f"
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,60}>")
_MARKUP = _BLANKS + "*_#|>"
_DASH = re.compile(r"(?:[–—―]|--+|-(?=[\s*_])|~)[\s*_]*")
_BULLET = re.compile(r"[•·▪‣◦+]\s+")
_WORD = re.compile(r"[^\s,;:()|]+")
_CONTACT = re.compile(r"@|https?:|www\.|\d[\d .\u00a0/-]{6,}\d|\+\d")
_ROLE_APART = re.compile(r"[\s*_]*(?:,\s*|\s[-–—|/]\s+|[–—|]\s*|\(|\s*:\s*)")
_OPENS = '«“„"‹‘'
_STOPS = ".!?…"


class _Words:
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
        self.role = re.compile(
            rf"(?:(?:{before})-?)?(?:{beginnings})[\w-]*|\w{{2,}}(?:{endings})s?", re.IGNORECASE
        )
        self.introduction = re.compile(
            "|".join(f"(?:{template(text)})" for text in openings), re.IGNORECASE
        )
        self.said = frozenset(listed("asked"))


_words = lru_cache(maxsize=64)(_Words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with letters or digits, without the markup around it.

    Attributes:
        start, end: offsets in the text.
        blank: how many empty lines stand before it.
        dash: whether it begins with a dash.
        hyphen: whether this dash is a plain hyphen, as in lists.
        block: whether it is marked as a block quote.
    """

    start: int
    end: int
    blank: int
    dash: bool = False
    hyphen: bool = False
    block: bool = False


@dataclass(frozen=True, slots=True)
class _Signature:
    """A signature.

    Attributes:
        speaker, role: its parts; the role is None if there is none.
        lines: how many lines it has, 1 or 2.
        below, above: whether it may stand below its quote, or above it.
    """

    speaker: Span
    role: Span | None
    lines: int
    below: bool = True
    above: bool = True


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote that fills its lines, with the numbers of the first and the last one."""

    span: Span
    first: int
    last: int


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]`` that have letters or digits."""
    found: list[Line] = []
    blank = 0
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = _line(text, at, stop, blank)
        if line is None:
            blank += 1
        else:
            found.append(line)
            blank = 0
        at = stop + 1
    return found


def _line(text: str, start: int, end: int, blank: int) -> Line | None:
    low, high = start, end
    block = False
    while low < high:
        tag = _TAG.match(text, low, high)
        bullet = _BULLET.match(text, low, high)
        if tag:
            low = tag.end()
        elif text[low] in _MARKUP:
            block |= text[low] == ">"
            low += 1
        elif bullet:
            low = bullet.end()
        else:
            break
    dash = _DASH.match(text, low, high)
    if dash:
        low = dash.end()
    while high > low and text[high - 1] in _MARKUP:
        if text[high - 1] == ">":
            opener = text.rfind("<", max(low, high - 64), high)
            if opener < 0 or not _TAG.fullmatch(text, opener, high):
                break
            high = opener
        else:
            high -= 1
    if not any(map(str.isalnum, text[low:high])):
        return None
    plain = dash is not None and dash.group()[0] == "-" and dash.group()[:2] != "--"
    return Line(low, high, blank, dash is not None, plain, block)


def signed(
    text: str, start: int, end: int, quotes: Iterable[Span], language: str | None
) -> list[Statement]:
    """The quotes that are signed on their line or on a line beside them, in the order of the text.
    Paragraphs without quotation marks that are signed like a quote are included.

    Args:
        text: the text that all offsets refer to.
        start, end: the part of the text in which to look.
        quotes: the quotes without a known speaker, with their marks.
        language: of the text, ISO 639-1; None if it is not known.
    """
    lines = lines_of(text, start, end)
    words = _words(known(language))
    found: list[Statement] = []
    whole: list[_Quote] = []
    for quote in quotes:
        behind = _signed_behind(text, quote, lines, words)
        if behind:
            found.append(behind)
            continue
        fits = _whole(text, quote, lines)
        if fits:
            whole.append(fits)
    found += _marked(text, lines, whole, words)
    taken = [one.quote for one in found]
    found += [
        one
        for one in _unmarked(text, lines, words)
        if not any(one.quote.overlaps(other) for other in taken)
    ]
    return sorted(found, key=lambda one: one.quote.start)


def _whole(text: str, quote: Span, lines: list[Line]) -> _Quote | None:
    """The quote with its lines, if it begins and ends with a line; None otherwise."""
    first = next((n for n, line in enumerate(lines) if line.end > quote.start), None)
    last = next((n for n, line in enumerate(lines) if line.end >= quote.end - 1), None)
    if first is None or last is None or lines[first].start != quote.start:
        return None
    rest = text[quote.end : lines[last].end].strip(_MARKUP + ".,;")
    return _Quote(quote, first, last) if _is_statement(text, quote) and not rest else None


def _is_statement(text: str, quote: Span) -> bool:
    """Whether a quote is more than a name or a title in quotation marks."""
    return len(text[quote.start + 1 : quote.end - 1].split()) >= _LEAST_QUOTED


def _marked(text: str, lines: list[Line], quotes: list[_Quote], words: _Words) -> list[Statement]:
    """The quotes in quotation marks that are signed on the line below or above. If a line may sign
    the quote before it or the one behind it, the whole row of quotes and names decides: if the row
    begins with a quote, names stand below their quotes; if it begins with a name and ends with a
    quote, they stand above."""
    signatures: dict[int, _Signature | None] = {}

    def at(number: int) -> _Signature | None:
        if number not in signatures:
            signatures[number] = _signature(text, lines, number, words)
        return signatures[number]

    def above(quote: _Quote) -> tuple[int, _Signature] | None:
        if lines[quote.first].blank > _MOST_BLANK:
            return None
        for number in (quote.first - 1, quote.first - 2):
            signature = at(number) if number >= 0 else None
            if signature and signature.above and number + signature.lines == quote.first:
                return number, signature
        return None

    def below(quote: _Quote) -> tuple[int, _Signature] | None:
        number = quote.last + 1
        if number >= len(lines) or lines[number].blank > _MOST_BLANK:
            return None
        signature = at(number)
        return (number, signature) if signature and signature.below else None

    rows: list[list[_Quote]] = []
    for quote in quotes:
        under = below(rows[-1][-1]) if rows else None
        if under and under[0] + under[1].lines == quote.first:
            rows[-1].append(quote)
        else:
            rows.append([quote])
    found: list[Statement] = []
    for row in rows:
        first, last = above(row[0]), below(row[-1])
        is_below = first is None or (
            last is not None and not _is_nearer(lines, first[0] + first[1].lines, row[0], last[0])
        )
        for quote in row:
            chosen = below(quote) if is_below else above(quote)
            chosen = chosen or (above(quote) if quote is row[0] and is_below else None)
            if chosen:
                found += _statements(text, quote, chosen[1])
    return found


def _is_nearer(lines: list[Line], after_name: int, quote: _Quote, below: int) -> bool:
    """Whether the name above a row of quotes is nearer to it than the name below the row."""
    return lines[after_name].blank < lines[below].blank and after_name == quote.first


def _statements(text: str, quote: _Quote, signature: _Signature) -> list[Statement]:
    inside = _inside(text, quote.span)
    return [Statement(inside, signature.speaker, signature.role)] if inside else []


def _inside(text: str, quote: Span) -> Span | None:
    """A quote without its marks and the blanks inside them."""
    low, high = quote.start + 1, quote.end - 1
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return Span(low, high) if low < high else None


def _signed_behind(text: str, quote: Span, lines: list[Line], words: _Words) -> Statement | None:
    """The statement of a quote with a signature on the same line: « … » – Nora Lind, directrice;
    None if there is none."""
    line = next((line for line in lines if line.end >= quote.end - 1), None)
    if line is None or line.start > quote.end or line.end - quote.end > _LONGEST:
        return None
    rest = re.compile(r"[\s.*_,]*(?P<mark>[–—―(]|--?(?=\s))[\s*_]*").match(
        text, quote.end, line.end
    )
    if rest is None or not _is_statement(text, quote):
        return None
    end = line.end
    if rest["mark"] == "(":
        end = text.find(")", rest.end(), line.end)
        if end < 0 or text[end + 1 : line.end].strip(_MARKUP + ".,;"):
            return None
    signature = _parsed(text, rest.end(), end, words, firm=True)
    inside = _inside(text, quote)
    return Statement(inside, signature[0], signature[1]) if signature and inside else None


def _unmarked(text: str, lines: list[Line], words: _Words) -> list[Statement]:
    """Paragraphs without quotation marks, and block quotes, above a line with a dash and a name."""
    found: list[Statement] = []
    for number in range(1, len(lines)):
        line, last = lines[number], number - 1
        if not line.dash or lines[last].dash or line.blank > _MOST_BLANK:
            continue
        first = last
        while first > 0 and (
            lines[first].blank == 0 or (lines[first].block and lines[first - 1].block)
        ):
            first -= 1
        block = lines[first].block
        span = Span(lines[first].start, lines[last].end)
        said = text[span.start : span.end]
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and following.dash and not following.block:
            continue  # a list
        if line.hyphen and not block:
            continue
        if said[-1] not in _STOPS or len(said.split()) < 2 * _LEAST_QUOTED or said[0] in _OPENS:
            continue
        signature = _signature(text, lines, number, words)
        if signature and (signature.role or block):
            found.append(Statement(span, signature.speaker, signature.role))
    return found


def _signature(text: str, lines: list[Line], number: int, words: _Words) -> _Signature | None:
    """The signature in a line, whose role may stand on the next line; None if it is not one."""
    line = lines[number]
    if line.end - line.start > _LONGEST:
        return None
    low, high = line.start, line.end
    following = lines[number + 1] if number + 1 < len(lines) else None
    if following and following.blank == 0 and _CONTACT.search(text, following.start, following.end):
        return None
    colon = text[high - 1] == ":"
    if colon:
        high = _without(text, low, high - 1)
    opening = words.introduction.match(text, low, high)
    if opening and opening.end() < high and not line.dash:
        bound = text[opening.end() - 1] in "'’"
        if bound or text[opening.end()].isspace():
            low = opening.end()
            while low < high and text[low].isspace():
                low += 1
        else:
            opening = None
    else:
        opening = None
    if colon or opening:
        high = _without_verb(text, low, high, words)
        parsed = _parsed(text, low, high, words, firm=True)
        told = parsed is not None and (opening is not None or parsed[1] is not None)
        return _Signature(*parsed, 1, below=False) if parsed and told else None
    if text[low] == "(" and text[high - 1] == ")":
        parsed = _parsed(text, low + 1, high - 1, words, firm=True)
        return _Signature(*parsed, 1, above=False) if parsed else None
    if text[high - 1] in "!?…" or (text[high - 1] == "." and not line.dash):
        return None
    parsed = _parsed(text, low, high, words, firm=line.dash)
    if parsed is None:
        return None
    if parsed[1] is not None:
        return _Signature(*parsed, 1, above=not line.dash)
    if following and following.blank == 0 and not following.dash:
        role = _role_line(text, following, words)
        if role:
            return _Signature(parsed[0], role, 2, above=not line.dash)
    alone = line.blank == 0 and (following is None or following.blank > 0)
    return _Signature(*parsed, 1, above=False) if line.dash or alone else None


def _without(text: str, low: int, high: int) -> int:
    """The end of ``text[low:high]`` without blanks, markup and colons there."""
    while high > low and text[high - 1] in _MARKUP + ":":
        high -= 1
    return high


def _without_verb(text: str, low: int, high: int, words: _Words) -> int:
    """The end of ``text[low:high]`` without the verb of "Nora Lind, directrice du port, sagt"."""
    found = list(_WORD.finditer(text, low, high))
    while found and found[-1].group().casefold() in words.said | {"a", "hat", "ha", "heeft"}:
        high = found.pop().start()
    while high > low and (text[high - 1].isspace() or text[high - 1] == ","):
        high -= 1
    return high


def _parsed(
    text: str, low: int, high: int, words: _Words, *, firm: bool
) -> tuple[Span, Span | None] | None:
    """Name and role of ``text[low:high]``; None if it does not have the form.

    Args:
        firm: whether a dash, brackets or a colon already shows that this is a signature.
    """
    high = _without(text, low, high)
    while high > low and text[high - 1] in " .,;*_":
        high -= 1
    if low >= high or high - low > _LONGEST or _CONTACT.search(text, low, high):
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


def _reversed(text: str, low: int, high: int, words: _Words) -> tuple[Span, Span | None] | None:
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


def _name(text: str, low: int, high: int, words: _Words) -> tuple[Span | None, int]:
    """The name at the beginning of ``text[low:high]``, and the offset behind it; None and ``low``
    if there is no name. Titles are left out of a name with several parts."""
    tokens: list[tuple[int, int]] = []
    titles = capitals = 0
    at = low
    while at < high:
        while at < high and text[at] in " \t\u00a0\u202f*_":
            at += 1
        match = _WORD.match(text, at, high)
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


def _says_role(text: str, low: int, high: int, words: _Words) -> bool:
    """Whether one of the first five words is a word for a role."""
    first = [match.group() for match in islice(_WORD.finditer(text, low, high), 5)]
    return any(words.role.fullmatch(part) for word in first for part in (word, _bare(word)))


def _bare(word: str) -> str:
    """A word without an article that is joined by an apostrophe ("l’adjointe")."""
    return re.split(r"['’]", word)[-1] or word


def _may_be_role(text: str, low: int, high: int, words: _Words, *, firm: bool) -> bool:
    """Whether a phrase without a known word for a role may be a role: it has no digits, and begins
    with a small letter unless ``firm``."""
    first = _WORD.match(text, low, high)
    if first is None or any(map(str.isdigit, text[low:high])):
        return False
    word = _bare(first.group()).casefold()
    return firm or (first.group()[0].islower() and word not in words.functions)


def _is_short(text: str, low: int, high: int, words: _Words) -> bool:
    """Whether a phrase is too short for a sentence: it has few words and no full stop inside, and
    each part behind a comma begins with a capital or is a role."""
    if len(text[low:high].split()) > _MOST_WORDS:
        return False
    parts = re.split(r",\s*", text[low:high])
    for part in parts[1:]:
        word = _WORD.match(part)
        if word and word.group()[0].islower() and not _says_role(part, 0, len(part), words):
            return False
    return ". " not in text[low:high]


def _role_line(text: str, line: Line, words: _Words) -> Span | None:
    """The role in a line below a name; None if the line is not a role."""
    low, high = line.start, line.end
    if high - low > _LONGEST or text[high - 1] in "!?…:" or _CONTACT.search(text, low, high):
        return None
    high -= text[high - 1] in ".,;"
    if text[low] == "(" and text[high - 1] == ")":
        low, high = low + 1, high - 1
    is_role = _says_role(text, low, high, words) and _is_short(text, low, high, words)
    return Span(low, high) if is_role and low < high else None
