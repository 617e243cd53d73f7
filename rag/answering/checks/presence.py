"""Check that the names of a question stand in a release.

A question about another person, organisation or country than a release's is not answered by it,
however much its other words agree.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise, takewhile

from rag.answering.checks.designations import find_unnamed
from rag.answering.sentences import around_words, told_around_words
from rag.language import analyse, find_dates, resolve
from rag.language.aliases import name_key, other_names
from rag.language.language import Language
from rag.language.proper_names import Name
from rag.language.registry import known
from rag.language.terms import fold, function_words, plain
from rag.lazy import dataclass, regex
from rag.question import Query
from rag.types import Hit, Period, Release

_WORD = regex(r"[^\W_]+")
_YEAR = regex(r"(?<![\w.,])(?:1\d|20)\d\d(?![\w%])")
# A word of a name may have another ending: so many letters at the end are free …
_FREE = 2
# … and so many more may follow ("Iran", "iranien").
_LONGER = 4
_SHORTEST = 4
# In a word of so many letters, one may be mistyped ("Strutthof").
_MISTYPED = 6
_ALIKE = 0.88
# In a name of so many letters, one letter may be another, missing or exchanged ("Boing").
_SLIP = 5
# An acronym of so many letters can be told by the first letters of words; one of two letters by
# those of a word with a capital and the next one ("Jeux olympiques").
_INITIALS = 3
# Forms of a name share so many letters ("Valdorie", "valdorien"), and of its words this share is
# most.
_STEM = 5
_MOST = 0.66


@dataclass(frozen=True, slots=True)
class Presence:
    """Which names of a question are not in a release.

    Attributes:
        missing: the names that do not occur.
        doubtful: those of which only a first name occurs, or that may be called otherwise in the
            release's language.
    """

    missing: tuple[Name, ...]
    doubtful: tuple[Name, ...]


def find_missing(query: Query, release: Release) -> Presence:
    """The names of a question that a release's title, text, origin, file name and address do not
    have.

    A name is there if one of its other names is ("NATO" for "OTAN"), if words of its beginning are
    ("Finlande", "finlandais"), or if it is an acronym of words that are.
    """
    missing, doubtful = map(list, find_unnamed(query, release))
    if not query.names:
        return Presence(tuple(missing), tuple(doubtful))
    # A release of a country or an office may name it in its folder or address alone.
    said_of_it = f"{release.origin or ''}\n{release.source}\n{release.url or ''}"
    words = _words_in(release.title, release.body, said_of_it, release.language)
    for name in query.names:
        share = _share_found(name, words)
        if share == 1.0:
            continue
        if share > 0 or (query.cross_lingual and not name.is_acronym and not _is_known(name)):
            doubtful.append(name)
        else:
            missing.append(name)
    return Presence(tuple(missing), tuple(doubtful))


def speaks_of_names(query: Query, hit: Hit) -> bool:
    """Whether the passage, or the title of its release, has most of the words of each name."""
    if query.cross_lingual:
        return True
    language = hit.release.language
    ending = hit.release.body.rstrip().rpartition("\n\n")[2]  # says who publishes it
    text = f"{hit.release.title}\n{hit.passage.text}\n{ending}"
    said = frozenset(term[:_STEM] for term in analyse(text, language))
    for name in query.names:
        terms = frozenset(analyse(name.words, language))
        if name.is_acronym or not terms or other_names(name.words):
            continue
        if sum(term[:_STEM] in said for term in terms) < _MOST * len(terms):
            return False
    return True


def is_of_another_time(query: Query, hit: Hit) -> bool:
    """Whether a question names years, the hit does not belong to its period, and the release has
    none of them, or the sentence around the reader's words has dates of other times alone."""
    years = frozenset(_YEAR.findall(query.text))
    if query.period is None or hit.match.period is not None or not years:
        return False
    release = hit.release
    stated = _YEAR.findall(f"{release.title}\n{release.body}")
    if years.isdisjoint(stated):
        # "de 1990 à 1995" is the time of what was in 1992.
        low, high = query.period.low, query.period.high
        if low is None or high is None or low.year == high.year:
            return True
        return not any(low.year <= int(year) <= high.year for year in stated)
    return _dates_lie_outside(query.period, years, hit)


def _dates_lie_outside(period: Period, years: frozenset[str], hit: Hit) -> bool:
    """Whether the sentence around the reader's words has dates with a year, all of them lie outside
    a period, and none of some years is in it."""
    release, outside = hit.release, False
    for sentence in around_words(hit):
        if not years.isdisjoint(_YEAR.findall(release.body[sentence.start : sentence.end])):
            return False
        for found in find_dates(
            release.body, sentence.start, sentence.end, language=release.language
        ):
            date = resolve(release.body, found, release.published, release.language).date
            bounds = date.bounds if date is not None and date.year is not None else None
            if bounds is None:
                continue
            before = period.low is not None and bounds[1] < period.low
            after = period.high is not None and bounds[0] > period.high
            if not (before or after):
                return False
            outside = True
    return outside


class _Words:
    """The words of a text, in small letters without accents."""

    def __init__(self, text: str, language: str | None) -> None:
        self.found = _WORD.findall(fold(plain(text)))
        written = _WORD.findall(text)
        self._acronyms = frozenset(word for word in written if word.isupper())
        self.all = frozenset(self.found)
        keys = {word: fold(plain(word)) for word in frozenset(written)}
        self._capitalised = frozenset(key for word, key in keys.items() if word[0].isupper())
        idle = _function_words(known(language))
        self._pairs = frozenset(
            (one[0] + other[0]).casefold()
            for one, other in pairwise(word for word in written if keys[word] not in idle)
            if one[0].isupper() and not one.isupper()
        )
        self._language = known(language)
        self._long = [word for word in self.all if len(word) >= _MISTYPED]
        self._spelt = frozenset(word.replace("qu", "c") for word in self.all)
        self._text: str | None = None
        self._initials: str | None = None

    def holds(self, part: str) -> bool:
        """Whether a word is there, maybe with another ending."""
        if part in self.all:
            return True
        part = part.replace("qu", "c")  # "Turquie", "turc"
        if len(part) >= _MISTYPED and get_close_matches(part, self._long, 1, _ALIKE):
            return True
        stem = part[: max(_SHORTEST, len(part) - _FREE)]
        if len(stem) < _SHORTEST:
            return False
        return any(
            word.startswith(stem) and len(word) <= len(part) + _LONGER for word in self._spelt
        )

    def holds_alike(self, part: str) -> bool:
        """Whether a word with a capital is there that one slip apart is spelt like a word."""
        if len(part) < _SLIP:
            return False
        return any(
            abs(len(word) - len(part)) <= 1 and word[0] == part[0] and _one_slip(word, part)
            for word in self._capitalised
        )

    def holds_in_capitals(self, acronym: str) -> bool:
        """Whether a word in capitals is there with one capital alone ("NIL", "Nil")."""
        return acronym in self._capitalised and acronym not in _function_words(self._language)

    def holds_as_name(self, part: str) -> bool:
        """Whether a word that is there has a capital somewhere ("International" alone is no
        "Amnesty International" where it is "international")."""
        stem = part[: max(_SHORTEST, len(part) - _FREE)]
        return any(word.startswith(stem) for word in self._capitalised)

    def tells_by_small_word(self, name: Name) -> bool:
        """Whether a part of a name is a function word elsewhere, so that only all of it tells."""
        idle = _function_words(self._language)
        return len(name.parts) > 1 and any(part in idle for part in name.parts)

    def holds_phrase(self, key: str) -> bool:
        """Whether words follow each other there; for the key of an acronym, whether it is."""
        if key.isupper():
            return key in self._acronyms
        if " " not in key:
            return key in self.all
        if self._text is None:
            self._text = f" {' '.join(self.found)} "
        return f" {key} " in self._text

    def abbreviates(self, acronym: str) -> bool:
        """Whether words that follow each other begin with the letters of an acronym."""
        if self._initials is None:
            idle = _function_words(self._language)
            self._initials = "".join(word[0] for word in self.found if word not in idle)
        if len(acronym) < _INITIALS:
            return acronym in self._pairs
        return acronym in self._initials


@lru_cache(maxsize=64)
def _words_in(title: str, body: str, said_of_it: str, language: str | None) -> _Words:
    """The words of a release, for the questions after it too."""
    return _Words(f"{title}\n{body}\n{said_of_it}", language)


def _share_found(name: Name, words: _Words) -> float:
    """1 if the name is there, 0 if nothing of it is, between if only a part that does not tell."""
    key = name_key(name.words)
    if words.holds_phrase(key):
        return 1.0
    there = [] if name.is_acronym else [words.holds(part) for part in name.parts]
    if words.tells_by_small_word(name):
        return 0.0  # "Vent d'Est" is not said by "vent" and "est"
    if len(there) > 1 and there[-1] and not words.holds_as_name(name.parts[-1]):
        there[-1] = False
    if there and (there[-1] or sum(there) > len(there) / 2):
        return 1.0
    # The other names are read from files, so they come last.
    if any(map(words.holds_phrase, other_names(name.words))):
        return 1.0
    if name.is_acronym:
        whole = "".join(name.parts)
        return float(words.abbreviates(whole) or words.holds_in_capitals(whole))
    there = [
        found or any(map(words.holds_phrase, other_names(part)))
        for found, part in zip(there, name.parts, strict=True)
    ]
    if there[-1] or sum(there) > len(there) / 2:
        return 1.0
    if any(there):
        return 0.5
    # A word that is no known name may be mistyped ("Boing").
    last = name.parts[-1]
    return 0.5 if not other_names(last) and words.holds_alike(last) else 0.0


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter: another one, one more, or two exchanged."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    left, right = one[same:], other[same:]
    if len(left) == len(right):
        exchanged = left[:2] == right[:2][::-1]
        return left[1:] == right[1:] or (exchanged and left[2:] == right[2:])
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return longer[1:] == shorter


def _is_known(name: Name) -> bool:
    return bool(other_names(name.words))


@lru_cache(maxsize=64)
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(map(fold, function_words(language)))


def is_not_so(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words tells of a wish, a candidate or an observer
    ("suit les travaux comme observateur"), and the question does not ask for one."""
    language = known(hit.release.language)
    return tells_of(told_around_words(hit), language.answers.not_so, query.text)


def tells_of(text: str, words: str, question: str) -> bool:
    """Whether a text has one of some words, and a question has none of them."""
    told = frozenset(words.split())
    return not told.isdisjoint(_WORD.findall(plain(text))) and told.isdisjoint(
        _WORD.findall(plain(question))
    )
