"""Check that what a question calls by a number stands in a release: "Debian 9", "le quai 17".

Such a number is a name, not a quantity. A release about quay 16 says nothing of quay 17, however
much the other words agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answering.sentences import told_around_words
from rag.language import find_dates
from rag.language.language import Language
from rag.language.proper_names import Name
from rag.language.registry import known
from rag.language.terms import fold, function_words, plain
from rag.question import Query
from rag.question.office import articles_of
from rag.types import Hit, Release

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CALLED = re.compile(r"[^\W\d_]{2,}[ \u00a0\u202f-]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Between the word and its number stand so many others at most ("les lignes 14, 15 et 16").
_WITHIN = 6
# The number may stand so many words before: "la version 9 de Debian", "la 9e édition".
_BEFORE = 3
# Forms of a word share so many letters.
_STEM = 5
# Articles of the plural, and words like articles behind which something is counted.
_PLURAL = frozenset(
    "les des aux ces ses leurs quelques plusieurs certains certaines de d several these los las"
    " unos unas gli i os as uns umas".split()
)


@dataclass(frozen=True, slots=True)
class Designation:
    """A word and the number by which a thing is called, as written in a question."""

    word: str
    number: str

    @property
    def name(self) -> Name:
        """It, as a name."""
        return Name(f"{self.word} {self.number}", (fold(plain(self.word)), self.number), False)


def find_unnamed(query: Query, release: Release) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """What a question calls by a number and a release does not: missing, and doubtful.

    It is missing if the release does not have the number, or calls only others so ("Debian 8"). It
    is doubtful if the number stands elsewhere alone.
    """
    called = designations(query)
    if not called:
        return (), ()
    tokens = [fold(plain(word)) for word in _TOKEN.findall(f"{release.title}\n{release.body}")]
    missing: list[Name] = []
    doubtful: list[Name] = []
    for one in called:
        numbers = frozenset(_numbers_beside(one, tokens))
        if one.number in numbers:
            continue
        if query.cross_lingual:
            doubtful.append(one.name)
            continue
        stands = any(same(one.number, token) for token in tokens)
        calls_another = any(not _YEAR.fullmatch(number) for number in numbers)
        (doubtful if stands and not calls_another else missing).append(one.name)
    return tuple(missing), tuple(doubtful)


def is_of_another(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words calls things by other numbers alone; for a
    date, which another sentence may tell, whether the passage and the release's title do."""
    if hit.match.span is None or not designations(query):
        return False
    told = f"{hit.release.title}\n{hit.passage.text}"
    return calls_another(query, told if query.wanted == "date" else told_around_words(hit))


def calls_another(query: Query, text: str) -> bool:
    """Whether a text calls a thing of a question by other numbers alone."""
    called = designations(query)
    tokens = [fold(plain(word)) for word in _TOKEN.findall(text)] if called else []
    for one in called:
        numbers = {n for n in _numbers_beside(one, tokens) if not _YEAR.fullmatch(n)}
        if numbers and one.number not in numbers:
            return True
    return False


def same(asked: str, told: str) -> bool:
    """Whether two version numbers are the same but for zeros at the end ("8", "8.0")."""
    return asked == told or (
        told.startswith(asked) and not told[len(asked) :].strip(".,0") and told[len(asked)] in ".,"
    )


def designations(query: Query) -> tuple[Designation, ...]:
    """What a question calls by a number: a name with a capital and a number, or a word between a
    singular article and a number. Dates, years and quantities are none."""
    return _designations(query.text, query.languages) if _CALLED.search(query.text) else ()


@lru_cache(maxsize=16)
def _designations(text: str, codes: frozenset[str]) -> tuple[Designation, ...]:
    languages = [known(code) for code in sorted(codes)]
    dates = [
        span for one in languages for span in find_dates(text, 0, len(text), language=one.code)
    ]
    idle = frozenset().union(*map(_idle, languages))
    signs = frozenset[str]().union(*map(_signs, languages))
    tokens = list(_TOKEN.finditer(text))
    keys = [fold(plain(token.group())) for token in tokens]
    found = []
    for n in range(1, len(tokens)):
        word, number = tokens[n - 1], tokens[n]
        if keys[n - 1] in idle - signs or not _is_designation(text, word, number):
            continue
        if any(date.start < number.end() and number.start() < date.end for date in dates):
            continue
        after = tokens[n + 1].group() if n + 1 < len(tokens) else ""
        if any(_counts(one, word.group(), after) for one in languages):
            continue
        if n > 2 and keys[n - 1] in signs:
            # "la machine numéro 2"
            found.append(Designation(tokens[n - 2].group(), number.group()))
            continue
        named = word.group()[0].isupper() and not any(map(_writes_nouns_so, languages))
        if named or (n > 1 and any(_calls(one, keys[n - 2]) for one in languages)):
            found.append(Designation(word.group(), number.group().replace(",", ".")))
    return tuple(found)


def _calls(language: Language, article: str) -> bool:
    """Whether a word behind an article, both folded, may be called by the number behind it."""
    return article in articles_of(language) and article not in _PLURAL


def _counts(language: Language, word: str, after: str) -> bool:
    """Whether a number between two words, as written, counts the second: "the last 5 years"."""
    if _writes_nouns_so(language):
        return word[0].islower() or after[:1].isupper()
    key = fold(plain(after))
    return key in _times(language) or (len(key) > 2 and key.endswith(_plural_endings(language)))


def _is_designation(text: str, word: re.Match[str], number: re.Match[str]) -> bool:
    """Whether a number that is no year stands right behind a word, and nothing that is counted
    behind the number."""
    if not _NUMBER.fullmatch(number.group()) or word.group()[0].isdigit():
        return False
    if text[word.end() : number.start()] not in (" ", "\u00a0", "\u202f", "-"):
        return False
    if _YEAR.fullmatch(number.group()):
        return False
    return not re.match(r"\s*[%€$£°]", text[number.end() :])


def _numbers_beside(one: Designation, tokens: Sequence[str]) -> Iterator[str]:
    """The numbers that stand beside a word in a text, as they would call a thing."""
    stem = fold(plain(one.word))[:_STEM]
    for n, token in enumerate(tokens):
        if not token.startswith(stem):
            continue
        for beside in (*tokens[max(0, n - _BEFORE) : n], *tokens[n + 1 : n + 1 + _WITHIN]):
            number = re.match(_NUMBER, beside)
            if number:
                told = number.group().replace(",", ".")
                yield one.number if same(one.number, told) else told


def _writes_nouns_so(language: Language) -> bool:
    """Whether a capital tells nothing, because all nouns have one."""
    return language.calendar.nouns_are_capitalised


@lru_cache(maxsize=64)
def _signs(language: Language) -> frozenset[str]:
    """Words and signs before a number ("numéro")."""
    return frozenset(fold(plain(word)) for word in language.questions.number_signs.split())


@lru_cache(maxsize=64)
def _times(language: Language) -> frozenset[str]:
    return frozenset(fold(plain(language.questions.times)).split())


@lru_cache(maxsize=64)
def _plural_endings(language: Language) -> tuple[str, ...]:
    return tuple(language.questions.scope.plural_endings.split())


@lru_cache(maxsize=64)
def _idle(language: Language) -> frozenset[str]:
    """Words that are called by no number: function words, months, days and times."""
    asked = language.questions
    calendar = " ".join(
        name.replace("|", " ")
        for group in (language.calendar.months, language.calendar.weekdays)
        for name in group
    )
    asking = f"{asked.when} {asked.who} {asked.where} {asked.how_many} {asked.which} {asked.what}"
    words = f"{asking} {asked.times} {asked.verbs} {asked.prepositions} {calendar}"
    words = words.replace("_", " ")
    return frozenset(map(fold, function_words(language))) | frozenset(fold(plain(words)).split())
