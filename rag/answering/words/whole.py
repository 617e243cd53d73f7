"""Keep the words that answer whole: no half of a number, of a word, of a range or of a series.

The reader marks tokens and may begin or end in the middle of what a person takes for one thing.
Each function here takes a span of a body and gives it back, longer or shorter, within its sentence.
``whole_words`` puts them together; it is called once, where an answer's hits are prepared, so that
the words are the same in the answer, its citations and its hits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rag.language import analyse, question_word
from rag.language.amounts import CURRENCY_BEFORE
from rag.language.language import Language
from rag.language.registry import known, read_with
from rag.language.words import any_of
from rag.lazy import dataclass, regex
from rag.types import Span

_GAP = r"[ \t\u00a0\u202f]"
_SPACE = r"[\s\u00a0\u202f]"
_NUMBER = regex(
    rf"(?:(?<![\w.,)])[-−+](?=\d))?(?:(?<!\d)\d{{1,3}}(?:[ \u00a0\u202f.,'’]\d{{3}})+(?!\d)"
    rf"|(?<!\d)\d{{1,2}}, \d{{1,2}}(?={_GAP}?%)|\d+)(?:[.,:/]\d+)*(?:[-–]\d+)*"
)
_SIGN = regex(
    rf"{_GAP}{{0,2}}(?:(?:[kMG]|Mds?|Mrd|bn|m)?{_GAP}?[€$£¥]|%|‰|°{_GAP}?[CF]?"
    r"|(?:[kcdm]?m[²³23]?|[km]?g|ha|km/h|[kMGT]?Wh?|hl|[kMG]o|EUR|USD|CHF|GBP)(?!\w))"
)
_TOKEN = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>]+[\w/]|[\w.+-]+@[\w.-]+\w")
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "“"}
_EDGES = " \t\r\n\u00a0\u202f,;:–—―•·▪‣◦*_|#>"
_FARTHEST = 90  # characters to the other bracket, or between the two halves of a series
_LONGEST_SERIES = 240
_NAME_PART = r"(?:[A-ZÀ-Þ]\.|[^\W\d_a-zà-öø-ÿ][\w’'-]*)"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question tells about the form of its answer.

    Attributes:
        terms: its index terms in the language of the release.
        kind: the class of its interrogative (``rag.language.question_word``).
        date: whether a date is asked for, whose words are read elsewhere.
        several: whether it may be answered by several names.
        pairs: terms of two things that it asks for together ("morts et blessés").
        words: its words, in small letters.
    """

    terms: frozenset[str]
    kind: str
    date: bool
    several: bool
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]
    words: frozenset[str]


class _Words(NamedTuple):
    """A language's ``AnswerWords`` made ready; ``read`` gives those of a series."""

    joins: frozenset[str]
    dangling: frozenset[str]
    elided: frozenset[str]
    functions: frozenset[str]
    links: frozenset[str]
    units: frozenset[str]
    multiple: re.Pattern[str]
    unit: re.Pattern[str]
    number: re.Pattern[str]
    ranges: tuple[re.Pattern[str], ...]
    join_before: re.Pattern[str]
    series: re.Pattern[str]
    alone: re.Pattern[str]


def asked(text: str, terms: frozenset[str], language: str | None, *, date: bool) -> Asked:
    """What a question tells about the form of its answer.

    Args:
        text: the question.
        terms: its index terms in the release's language.
        language: of the release, ISO 639-1; None if it is not known.
        date: whether the question asks for a date.
    """
    kind = question_word(text)
    tokens = [match.group().casefold() for match in _TOKEN.finditer(text)]
    held = [frozenset(analyse(token, language)) & terms for token in tokens]
    read = read_with(language)
    several = {word for one in read for word in one.answers.several.split()}
    plural = any(
        token in several and following.endswith(("s", "x", "n", "e", "i"))
        for token, following in pairwise(tokens[:5])
    )
    either = {word for one in read for word in one.answers.either.split()}
    pairs = []
    for at, token in enumerate(tokens):
        if token in either:
            before = [one for one in held[max(0, at - 4) : at] if one][-2:]
            after = next((one for one in held[at + 1 : at + 5] if one), None)
            if before and after:
                pairs.append((frozenset().union(*before), after))
    return Asked(
        terms=terms,
        kind=kind,
        date=date,
        several=kind == "who" or plural,
        pairs=tuple(pairs),
        words=frozenset(tokens),
    )


def whole_words(
    body: str, words: Span, sentences: Sequence[Span], question: Asked, language: str | None
) -> Span:
    """The words that answer, whole, and no longer than that needs.

    Args:
        words: as the reader chose them.
        sentences: of the passage, in order; the words stay in those that they overlap.
        question: what is asked.
        language: of the release, ISO 639-1; None if it is not known.
    """
    if words.start >= words.end:
        return words
    known_words = _words(known(language))
    words = one_item(body, words, sentences, question, language)
    around = [sentence for sentence in sentences if sentence.overlaps(words)]
    if not around:
        return words
    sentence = Span(min(words.start, around[0].start), max(words.end, around[-1].end))
    words = trimmed(body, words, known_words.joins)
    sentence = _near(body, words, sentence)
    words = whole_tokens(body, words, sentence, known_words.elided)
    words = whole_numbers(body, words, sentence)
    if not question.date:
        words = whole_range(body, words, sentence, known_words)
        words = with_unit(body, words, sentence, question, known_words)
        words = both_counted(body, words, sentence, question, known_words, language)
        words = all_named(body, words, sentence, question, known_words, language)
    words = balanced(body, words, sentence)
    return trimmed(body, words, known_words.joins, known_words.dangling)


def one_item(
    body: str, words: Span, sentences: Sequence[Span], question: Asked, language: str | None
) -> Span:
    """Of words that run from one item of a list or row of a table into another, the part in the one
    that has most of the question's terms; all of them where two have as many."""
    parts = [
        (sentence, Span(max(words.start, sentence.start), min(words.end, sentence.end)))
        for sentence in sentences
        if sentence.overlaps(words)
    ]
    lines = [body[this.end : other.start] for (_, this), (_, other) in pairwise(parts)]
    if (
        len(parts) < 2
        or not all("\n" in line for line in lines)
        or (question.several and (question.kind != "who"))
    ):
        return words
    shares = [
        len(question.terms.intersection(analyse(body[s.start : s.end], language)))
        for s, _part in parts
    ]
    best = max(shares)
    return parts[shares.index(best)][1] if shares.count(best) == 1 else words


def whole_tokens(body: str, words: Span, sentence: Span, elided: frozenset[str]) -> Span:
    """Words that begin or end inside a word, a compound or an address take it whole."""
    start, end = words.start, words.end
    while start > sentence.start and _inside(body, start, elided):
        start -= 1
    while end < sentence.end and _inside(body, end, elided):
        end += 1
    for match in _ADDRESS.finditer(body, sentence.start, sentence.end):
        if match.start() < end and start < match.end():
            start, end = min(start, match.start()), max(end, match.end())
    return Span(start, end)


def _inside(body: str, at: int, elided: frozenset[str]) -> bool:
    """Whether a place lies inside a word; a number glued to a word is a word of its own."""
    left, right = body[at - 1], body[at]
    if _is_letter(left) and _is_letter(right):
        return not (_is_glued(body, at) if right.isdigit() else _is_glued_name(body, at))
    before, after = body[max(0, at - 2) : at - 1], body[at + 1 : at + 2]
    if right in "-‑":
        return left.isalpha() and after.isalpha()
    if left in "-‑":
        return before.isalpha() and right.isalpha()
    if right in "'’":
        return left.isalpha() and after.isalpha() and _binds(body, at, elided)
    if left in "'’":
        return before.isalpha() and right.isalpha() and _binds(body, at - 1, elided)
    return False


def _is_letter(character: str) -> bool:
    return character.isalnum() or "\u0300" <= character <= "\u036f"


def _binds(body: str, apostrophe: int, elided: frozenset[str]) -> bool:
    """Whether an apostrophe stands inside one word ("aujourd’hui", "O’Neill"), not between an
    article and its noun, and before no genitive's s."""
    start = apostrophe
    while start > 0 and body[start - 1].isalpha():
        start -= 1
    before = body[start:apostrophe]
    after = regex(r"[^\W\d_]+").match(body, apostrophe + 1)
    genitive = after is not None and after.group() in ("s", "t", "re", "ve", "ll", "d", "m")
    return before.casefold() not in elided and not genitive


def _is_glued(body: str, at: int) -> bool:
    """Whether a number begins at a place that only a lost blank or cell border made part of a word:
    "Pohéran128 732 $", not "CO2" or "A320"."""
    number = _NUMBER.match(body, at)
    if number is None or not (body[at - 1].islower() and body[max(0, at - 2)].islower()):
        return False
    sign = _SIGN.match(body, number.end())
    grouped = any(not c.isdigit() for c in number.group())
    return grouped or (sign is not None and len(number.group()) > 1)


def _is_glued_name(body: str, at: int) -> bool:
    """Whether a capital behind a word in small letters begins another word ("llamadaNueva")."""
    before = regex(r"[^\W\d_]+$").search(body, max(0, at - 20), at)
    return (
        before is not None
        and len(before.group()) > 4
        and before.group().islower()
        and (body[at].isupper())
    )


def whole_numbers(body: str, words: Span, sentence: Span) -> Span:
    """Words that begin or end inside a number take it whole, with a currency before it."""
    start, end = words.start, words.end
    for match in _NUMBER.finditer(body, sentence.start, sentence.end):
        low, high = match.start(), match.end()
        if low < start < high:
            start = low
        if low < end < high:
            end = high
        if start == low:
            sign = CURRENCY_BEFORE.search(body, max(sentence.start, low - 4), low)
            start = sign.start() if sign else start
    return Span(start, end)


def whole_range(body: str, words: Span, sentence: Span, known_words: _Words) -> Span:
    """Words with one end of a range of numbers take both: "de 3 à 5", "entre 3 et 5"."""
    for pattern in known_words.ranges:
        for match in pattern.finditer(body, sentence.start, sentence.end):
            numbers = [Span(*match.span(name)) for name in ("low", "high")]
            touched = [words.overlaps(number) for number in numbers]
            years = any(re.fullmatch(r"[12]\d{3}", body[n.start : n.end]) for n in numbers)
            inside = match.start() <= words.start
            if any(touched) and inside and not years and words.end <= match.end() + _FARTHEST:
                return Span(min(words.start, match.start()), max(words.end, match.end()))
    return words


def with_unit(body: str, words: Span, sentence: Span, question: Asked, known_words: _Words) -> Span:
    """Words that end with a number take what it is counted in: a sign, "millions", a measure that
    the question does not name."""
    if not _ends_with_number(body, words, sentence, known_words):
        return words
    end = words.end
    multiple = known_words.multiple.match(body, end, sentence.end)
    if multiple:
        end = multiple.end()
    sign = _SIGN.match(body, end, sentence.end)
    if sign and _may_be_sign(body, sign):
        return Span(words.start, sign.end())
    unit = known_words.unit.match(body, end, sentence.end)
    named = unit is not None and unit["unit"].casefold() in question.words
    return Span(words.start, unit.end() if unit and not named else end)


def _may_be_sign(body: str, sign: re.Match[str]) -> bool:
    """A letter that stands for a unit must be one: "5 m", not "5 M. Dupont"."""
    return body[sign.end() : sign.end() + 1] not in ("'", "’")


def _ends_with_number(body: str, words: Span, sentence: Span, known_words: _Words) -> bool:
    begin = max(sentence.start, words.end - 40)
    return any(
        match.end() == words.end for match in known_words.number.finditer(body, begin, words.end)
    )


def both_counted(
    body: str,
    words: Span,
    sentence: Span,
    question: Asked,
    known_words: _Words,
    language: str | None,
) -> Span:
    """Of two things that are counted in a row the other one too, where the question asks for both;
    and the noun of a number that a join left at the end ("7 morts et 22")."""
    counts = _counts(body, sentence, question, known_words, language)
    start, end = words.start, words.end
    for first, second in ((a, b) for a in counts for b in counts if a[0].start < b[0].start):
        low, high = first[0], second[0]
        between = body[low.end : high.start] if low.end <= high.start else ";"
        joined = known_words.join_before.search(between)
        if joined is None or len(between) > _FARTHEST or any(c in ";:.!?" for c in between):
            continue
        both = any(
            (first[1] & a and second[1] & b) or (first[1] & b and second[1] & a)
            for a, b in question.pairs
        )
        span = Span(start, end)
        cut = low.overlaps(span) and start < high.start < end < high.end
        if cut or (both and (low.overlaps(span) or high.overlaps(span))):
            start, end = min(start, low.start), max(end, high.end)
    return Span(start, end)


def _near(body: str, words: Span, sentence: Span) -> Span:
    """The part of a sentence where what belongs to the words may stand, between blanks."""
    start, end = words.start - _LONGEST_SERIES, words.end + _LONGEST_SERIES
    if start > sentence.start:
        start = min((body.find(" ", start, words.start) + 1) or words.start, words.start)
    if end < sentence.end:
        cut = body.rfind(" ", words.end, end)
        end = cut if cut >= 0 else words.end
    return Span(max(start, sentence.start), min(end, sentence.end))


def _counts(
    body: str, sentence: Span, question: Asked, known_words: _Words, language: str | None
) -> list[tuple[Span, frozenset[str]]]:
    """The numbers of a sentence with their nouns, and the terms of these."""
    found: list[tuple[Span, frozenset[str]]] = []
    for match in known_words.number.finditer(body, sentence.start, sentence.end):
        at = match.end()
        multiple = known_words.multiple.match(body, at, sentence.end)
        at = multiple.end() if multiple else at
        noun = re.compile(rf"{_SPACE}+(?:(?:de|of|di){_SPACE}+|d['’])?([^\W\d_][\w-]*)").match(
            body, at, sentence.end
        )
        if noun is None or noun[1].casefold() in known_words.functions | known_words.joins:
            continue
        end = noun.end()
        terms = frozenset(analyse(noun[1], language))
        more = re.compile(
            rf"{_SPACE}+(?:(?:de|du|des|of|di|von|van){_SPACE}+|d['’])?([\w-]+)"
        ).match(body, end, sentence.end)
        if more and len(more[1]) > 3 and question.terms.intersection(analyse(more[1], language)):
            end, terms = more.end(), terms | frozenset(analyse(more[1], language))
        found.append((Span(match.start(), end), terms))
    return found


def all_named(
    body: str,
    words: Span,
    sentence: Span,
    question: Asked,
    known_words: _Words,
    language: str | None,
) -> Span:
    """Of several names in a row all, where the question may ask for several: "Inès Falk et Paul
    Adami". Not where it has one of them itself, or where the last begins a clause of its own."""
    if not question.several or words.end - words.start > _LONGEST_SERIES:
        return words
    for match in known_words.series.finditer(body, sentence.start, sentence.end):
        low, high = match.start(), match.end()
        first = _TOKEN.match(body, low)
        if low <= words.start < match.end("first"):
            low = words.start
        elif first and first.group().casefold() in known_words.links:
            low = first.end() + 1
        if not (low <= words.start and words.end <= high) or high - low > _LONGEST_SERIES:
            continue
        rest = body[low : words.start] + " " + body[words.end : high]
        if question.terms.intersection(analyse(rest, language)):
            continue
        if known_words.alone.match(body, high, sentence.end):
            continue
        return Span(low, high)
    return words


def balanced(body: str, words: Span, sentence: Span) -> Span:
    """Brackets and quotation marks in pairs: one at an edge without its partner goes, to one inside
    the partner is added where it is near; else the words end before it."""
    start, end = words.start, words.end
    for opening, closing in _PAIRS.items():
        opened, stray = _unpaired(body, start, end, opening, closing)
        if stray and stray[-1] == end - 1 and len(stray) == 1 and not opened:
            end -= 1
        elif stray:
            before = body.rfind(opening, max(sentence.start, start - _FARTHEST), start)
            start = before if before >= 0 else stray[-1] + 1
        opened, _stray = _unpaired(body, start, end, opening, closing)
        if opened and opened[0] == start and body.find(closing, end, end + 1) < 0:
            start += 1
        elif opened:
            after = body.find(closing, end, min(sentence.end, end + _FARTHEST))
            if after >= 0:
                end = after + 1
            elif opened[0] > start:
                end = opened[0]
    if body.count('"', start, end) % 2:
        after = body.find('"', end, min(sentence.end, end + _FARTHEST))
        if body[start] == '"':
            start += 1
        elif body[end - 1] == '"':
            end -= 1
        elif after >= 0:
            end = after + 1
    return Span(start, end) if body[start:end].strip() else words


def _unpaired(
    body: str, start: int, end: int, opening: str, closing: str
) -> tuple[list[int], list[int]]:
    """Places of opening and of closing marks without their partner."""
    if body.find(opening, start, end) < 0 and body.find(closing, start, end) < 0:
        return [], []
    opened: list[int] = []
    stray: list[int] = []
    for at in range(start, end):
        if body[at] == closing and opened:
            opened.pop()
        elif body[at] == opening:
            opened.append(at)
        elif body[at] == closing and closing not in _PAIRS:
            stray.append(at)
    return opened, stray


def trimmed(
    body: str,
    words: Span,
    joins: frozenset[str],
    dangling: frozenset[str] = frozenset(),
) -> Span:
    """Words without marks and conjunctions around them, and without articles at their end."""
    start, end = words.start, words.end
    while True:
        before = start, end
        while start < end and (body[start] in _EDGES or _is_bullet(body, start, end)):
            start += 1
        while end > start and (body[end - 1] in _EDGES or body[end - 1] in "-−("):
            end -= 1
        first = _TOKEN.match(body, start, end)
        if first and first.group().casefold() in joins and first.end() < end:
            start = first.end()
        last = re.compile(r"([^\W\d_]+)['’]?$").search(body, max(start, end - 24), end)
        if last and last.start() > start and _begins_word(body, last.start()):
            word = body[last.start() : end].casefold().replace("’", "'")
            goes_on = body[end : end + 2].strip()[:1].isalnum()  # else it ends a clause
            if word in joins or (word in dangling and goes_on):
                end = last.start()
        if (start, end) == before:
            break
    return Span(start, end) if start < end else words


def _begins_word(body: str, at: int) -> bool:
    """Whether a word begins at a place, and no part of one ("quelqu'*un*", "rendez-*vous*")."""
    return not _is_letter(body[at - 1]) and body[at - 1] not in "'’-‑"


def _is_bullet(body: str, start: int, end: int) -> bool:
    """Whether a dash opens the words and is no minus."""
    return body[start] in "-−" and not body[start + 1 : min(start + 2, end)].isdigit()


@lru_cache(maxsize=64)
def _words(own: Language) -> _Words:
    answers = [language.answers for language in read_with(own.code)]
    mine = own.answers if own.answers.joins else answers[0]
    elided = frozenset(own.terms.elided.split())

    def some(listed: str) -> str:
        return any_of(listed).replace("'", "['’]")

    of = rf"(?:{some(mine.of)}{_SPACE}*)?" if mine.of else ""
    numbers = [word for word in own.numbers if len(word) > 2]
    spelt = any_of(*(word.replace(" ", "_") for word in numbers))
    number = rf"(?:{_NUMBER.pattern}|{spelt})"
    article = rf"(?:{some(mine.articles)}{_SPACE}*)?"
    title = rf"(?:(?i:{any_of(own.claims.titles)})\.?{_SPACE}+)?"
    link = rf"(?:(?:{any_of(own.speech.name_links)}){_SPACE}+)?"
    # Where every noun has a capital, one alone is no name.
    least = int(own.calendar.nouns_are_capitalised)
    name = rf"{article}{title}{_NAME_PART}(?:{_SPACE}+{link}{_NAME_PART}){{{least},4}}"
    beside = rf"(?:{_SPACE}*,{_SPACE}*(?![A-ZÀ-Þ])[^,;:.()«»\n]{{3,70}},)?"
    join = some(mine.both)
    return _Words(
        joins=frozenset(word for word in mine.joins.split() if "_" not in word),
        dangling=frozenset(word for word in mine.articles.split()) | {f"{w}'" for w in elided},
        elided=elided,
        functions=frozenset(own.terms.stop_words.split()),
        links=frozenset(own.speech.name_links.split()),
        units=frozenset(mine.units.split()),
        multiple=regex(rf"{_SPACE}+{some(mine.multiples)}", re.IGNORECASE),
        unit=regex(rf"{_SPACE}+{of}(?P<unit>{some(mine.units)})", re.IGNORECASE),
        number=regex(number, re.IGNORECASE),
        ranges=_ranges(mine.ranges, mine.to, number),
        join_before=regex(rf"(?:,|{some(mine.either)}){_SPACE}*(?:[\w'’]+{_SPACE}+){{0,2}}$"),
        series=regex(
            rf"(?<!\w)(?P<first>{name})(?:{_SPACE}*,{_SPACE}*{name})*{beside},?{_SPACE}+{join}{_SPACE}+{name}"
        ),
        alone=regex(rf"{_SPACE}+{some(mine.alone)}"),
    )


def _ranges(pairs: str, to: str, number: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of two numbers with a word between them, the opener before them first."""
    low, high = f"(?P<low>{number})", f"(?P<high>{number})"
    found = []
    for pair in pairs.split():
        opener, _, between = pair.partition("/")
        found.append(rf"{any_of(opener)}{_SPACE}+{low}{_SPACE}+{any_of(between)}{_SPACE}+{high}")
    if to:
        found.append(rf"{low}{_SPACE}+{any_of(to)}{_SPACE}+{high}")
    return tuple(regex(pattern, re.IGNORECASE) for pattern in found)
