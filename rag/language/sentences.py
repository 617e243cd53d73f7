"""Split a text into sentences, as spans of the text.

The words of the language tell whether a dot ends a sentence: "M. Stoltenberg", "18 nov. 2014",
"p. ex.", "am 3. Mai" and initials do not end one. The marks of Chinese, Japanese and Hindi count
too. The spans are used for citations, so they never lose or move a character, and a closing
guillemet stays in the sentence that it closes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import listed, plain
from rag.language.registry import dated, others, read_with
from rag.language.vocabulary import vocabulary
from rag.lazy import regex
from rag.types import Span

_CLOSERS = r"[\s\u00a0\u202f]*[»”\"’')\]]*"
_END = regex(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<turned>«?){_CLOSERS}(?=[\s\u00a0\u202f]|$)|(?P<wide>[。！？｡]+[」』”’）]*)|(?P<danda>।)"
)
# An item of a list begins a new sentence, whatever the line before it ends with.
_ITEM = regex(r"[\r\n]\s*(?=(?:[•·▪‣◦*–—-]|\d{1,2}[.)])[\s\u00a0])")
_ITEM_NUMBER = regex(r"(?:^|[\r\n])\s*\d{1,2}$")
_WORD_BEFORE = regex(r"([^\W_]+)$")
_NUMBER_AND_WORD_BEFORE = regex(r"(?:([^\W\d_]+)[\s\u00a0]+)?(?<!\d)\d{1,3}$")
_WORD = regex(r"[^\W\d_][\w\u0300-\u036f]*")
_OPENERS = " \t\r\n\u00a0\u202f«“\"‘'([–—-•"
_WINDOW = 24


class _Words:
    """Words that decide whether a dot ends a sentence, in small letters except ``starters``.

    Args:
        own: the language of the text; None if its calendar is not known. It decides which of its
            abbreviations may end a sentence.
        read: the languages with whose words the text is read.
        more: more languages that the text may be in. Their abbreviations may end a sentence before
            a capital, and of their ordinals only days of a month are known.

    Attributes:
        several: abbreviations of several parts ("z. B.").
        months: months of the languages that write an ordinal with a dot.
        abbreviations, may_end, numbered, starters, before_ordinal, after_ordinal: as in
            ``SentenceWords``.
    """

    def __init__(
        self, own: Language | None, read: tuple[Language, ...], more: tuple[Language, ...]
    ) -> None:
        def all_of(field: str, some: tuple[Language, ...] = read) -> frozenset[str]:
            fields = (getattr(language.sentences, field) for language in some)
            return frozenset(word for words in fields for word in listed(words))

        every = (*read, *more)
        short_months = frozenset(vocabulary(every, elsewhere=bool(more)).abbreviations)
        known, abbreviations = all_of("abbreviations"), all_of("abbreviations", every)
        self.may_end = all_of("may_end") | short_months | (abbreviations - known)
        if own is not None:
            self.may_end -= all_of("abbreviations", (own,)) - all_of("may_end", (own,))
        parts = [w.split() for w in sorted(abbreviations, key=len, reverse=True) if " " in w]
        several = "|".join(r"\s?".join(map(re.escape, words)) for words in parts) or "(?!)"
        dotted = tuple(language for language in every if language.sentences.ordinal_dot)
        self.abbreviations = abbreviations | short_months
        self.numbered = all_of("numbered", every)
        self.starters = all_of("starters")
        self.several = re.compile(rf"(?<!\w)(?:{several})\.", re.IGNORECASE)
        self.months = frozenset(vocabulary(dotted).months) if dotted else frozenset[str]()
        self.before_ordinal = all_of("before_ordinal")
        self.after_ordinal = all_of("after_ordinal")


_words = lru_cache(maxsize=64)(_Words)


def sentence_spans(
    text: str, start: int = 0, end: int | None = None, *, language: str | None = None
) -> list[Span]:
    """The spans of the sentences in ``text[start:end]``, in order, without blanks at their ends.

    Every character that is not a blank lies in exactly one span.

    Args:
        text: the text; offsets count its characters.
        start, end: the part to split; None for the end of the text.
        language: ISO 639-1 code of the language of the text. If its calendar is not known, the
            abbreviations of all languages count, and of the ordinals only days of a month
            ("3. Mai").
    """
    stop = len(text) if end is None else end
    own, read = dated(language), read_with(language)
    words = _words(own, read, () if own else others(read))
    cuts = [match.start() for match in _ITEM.finditer(text, start, stop)]
    for match in _END.finditer(text, start, stop):
        if match.group("turned") and not _opened_by_turned(text, start, match.start()):
            continue
        if match.group("mark") and not _ends_sentence(text, match, start, stop, words):
            continue
        cuts.append(_keep_closers(text, match))
    spans: list[Span] = []
    begin = start
    for cut in sorted(cuts):
        if cut > begin:
            _append(spans, text, begin, cut)
            begin = cut
    _append(spans, text, begin, stop)
    return spans


def _append(spans: list[Span], text: str, begin: int, cut: int) -> None:
    while begin < cut and text[begin].isspace():
        begin += 1
    while cut > begin and text[cut - 1].isspace():
        cut -= 1
    if begin < cut:
        spans.append(Span(begin, cut))


def _opened_by_turned(text: str, start: int, end: int) -> bool:
    """Whether the last guillemet before ``end`` opens a quote that "«" closes (»Gut.«)."""
    at = text.rfind("»", start, end)
    return at > text.rfind("«", start, end) and text[at + 1].isalnum()


def _keep_closers(text: str, match: re.Match[str]) -> int:
    """The end of the match, without a mark that opens the next sentence."""
    cut = match.end()
    found = match.group()
    # A straight quote or apostrophe after a blank opens the next sentence.
    bare = found.rstrip("\"'’")
    if bare != found and bare[-1:].isspace():
        follows = text[match.end() : match.end() + 1]
        if follows and not follows.isspace():
            cut = match.start() + len(bare.rstrip())
    return cut


def _ends_sentence(text: str, match: re.Match[str], start: int, stop: int, words: _Words) -> bool:
    mark = match.group("mark")
    after = text[match.end() : min(match.end() + _WINDOW, stop)].lstrip(_OPENERS)
    closed = match.end() > match.end("mark")
    following = after[:1]
    if following and following.islower():
        return False  # the sentence goes on: « Non ! » a-t-il dit
    if mark != ".":
        return True
    word = _WORD_BEFORE.search(text, max(start, match.start() - _WINDOW), match.start())
    if word is None or closed:
        return True
    last = word.group(1)
    lowered = last.casefold()
    if _within_several(text, match, start, stop, words):
        return not after or _first_word(after) in words.starters
    if last.isdigit():
        if _ITEM_NUMBER.search(text, start, match.start()):
            return False
        return not _is_ordinal(
            text[max(start, match.start() - _WINDOW) : match.start()], after, words
        )
    if len(last) == 1 and last.isalpha():
        return _letter_ends(text, word.start(1), last, after, words)
    if lowered in words.numbered:
        return not following.isdigit()
    if lowered in words.abbreviations and word.start(1) > start:
        return not following or (lowered in words.may_end and following.isupper())
    if lowered in words.abbreviations:
        return not following
    return True


def _first_word(after: str) -> str:
    found = _WORD.match(after)
    return found.group() if found else ""


def _within_several(text: str, match: re.Match[str], start: int, stop: int, words: _Words) -> bool:
    """Whether a dot belongs to an abbreviation of several parts ("z. B.", "EE. UU.")."""
    low, high = max(start, match.start() - _WINDOW), min(match.end() + _WINDOW, stop)
    return any(
        found.start() < match.start() < found.end()
        for found in words.several.finditer(text, low, high)
    )


def _is_ordinal(before: str, after: str, words: _Words) -> bool:
    """Whether the dot after a number makes it an ordinal.

    It does before a month ("9.-12. März"). In a known language with such ordinals, it also does
    next to certain words ("der 3. Golfkrieg") and before another number with a dot ("3. 5. 2021").
    """
    number = _NUMBER_AND_WORD_BEFORE.search(before)
    if number is None or not words.months:
        return False
    following = _first_word(after)
    if plain(following) in words.months or plain(following) in words.after_ordinal:
        return True
    if not words.before_ordinal:
        return False
    if re.match(r"\d{1,2}\.", after):
        return True
    article = (number.group(1) or "").casefold()
    return bool(following) and article in words.before_ordinal and following not in words.starters


def _letter_ends(text: str, at: int, letter: str, after: str, words: _Words) -> bool:
    """Whether a single letter with a dot ends a sentence.

    A unit does ("à 15 h. Le ministre"). An initial does not ("J. Dupont"). The last letter of an
    acronym ("S.A.") does before a word that begins sentences.
    """
    if not after:
        return True
    if letter.islower():
        after_a_number = text[max(0, at - 3) : at].rstrip()[-1:].isdigit()
        return after[0].isupper() and (letter not in "mn" or after_a_number)
    acronym = at >= 1 and text[at - 1] == "."
    return acronym and _first_word(after) in words.starters
