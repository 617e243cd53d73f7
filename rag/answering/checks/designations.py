"""Check that what a question calls by a number or a letter stands in a release: "Debian 9", "le
quai 17", "line B".

Such a number is a name, not a quantity. A release about quay 16 says nothing of quay 17, however
much the other words agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.answering.sentences import told_around_words, told_before_words
from rag.language import find_dates
from rag.language.language import Language
from rag.language.proper_names import Name
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.lazy import dataclass, regex
from rag.question import Query
from rag.question.office import articles_of
from rag.types import Hit, Release

# A letter in capitals, alone or with a number ("C", "U6", "C-3").
_LETTERED = r"[A-Z]{1,2}-?\d{1,3}(?!\w)|[A-Z](?![\w.'’-])"
_TOKEN = regex(rf"{_LETTERED}|\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+")
_NUMBER = regex(rf"\d+(?:[.,]\d+)*|{_LETTERED}")
_FIGURES = regex(r"\d+(?:[.,]\d+)*")
_LETTER = regex(_LETTERED)
_CALLED = regex(rf"[^\W\d_]{{2,}}(?:[ \u00a0\u202f-]\d|[ \u00a0\u202f](?:{_LETTERED}))")
_YEAR = regex(r"(?:19|20)\d\d")
# Between the word and its number stand so many others at most ("les lignes 14, 15 et 16").
_WITHIN = 6
# The number may stand so many words before: "la version 9 de Debian", "la 9e édition".
_BEFORE = 3
# From one letter of a list to the next it is so many words at most.
_LIST_STEP = 2
# Forms of a word share so many letters; a word that is called by a number has so many at least.
_STEM, _SHORTEST = 5, 3
# These letters may be Roman numerals ("Charles V").
_NUMERALS = frozenset("IVX")


@dataclass(frozen=True, slots=True)
class Designation:
    """A word and the number by which a thing is called, as written in a question.

    Attributes:
        word: the word.
        number: the number; or a letter in capitals, with or without one ("B", "U6").
        certain: whether an article or a capital shows that it is a name. "Line 3" without either
            is one if the release calls a line by a number.
    """

    word: str
    number: str
    certain: bool = True

    @property
    def is_lettered(self) -> bool:
        """Whether the number is or has a letter."""
        return self.number[0].isalpha()

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
    tokens = _keys(f"{release.title}\n{release.body}")
    missing: list[Name] = []
    doubtful: list[Name] = []
    for one in called:
        numbers = frozenset(_numbers_beside(one, tokens))
        if one.number in numbers:
            continue
        stands = any(same(one.number, token) for token in tokens)
        if query.cross_lingual:
            (missing if one.is_lettered and not stands else doubtful).append(one.name)
            continue
        behind = _numbers_beside(one, tokens, right_behind=True) if not one.certain else numbers
        calls_another = any(not _YEAR.fullmatch(number) for number in behind)
        if not one.certain and not calls_another:
            continue
        (doubtful if stands and not calls_another else missing).append(one.name)
    return tuple(missing), tuple(doubtful)


def is_of_another(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words calls things by other numbers alone, or the
    one before it if it calls none so; for a date, which another sentence may tell, whether the
    passage and the release's title do."""
    called = designations(query)
    if hit.match.span is None or not called:
        return False
    if query.wanted == "date":
        return calls_others(called, [f"{hit.release.title}\n{hit.passage.text}"])
    return calls_others(called, [told_around_words(hit), told_before_words(hit)])


def calls_others(called: Sequence[Designation], texts: Sequence[str]) -> bool:
    """Whether the first of some texts that calls a thing by a number calls only others so than the
    one that is asked for."""
    for one in called:
        for text in texts:
            beside = _numbers_beside(one, _keys(text), right_behind=not one.certain)
            numbers = {number for number in beside if not _YEAR.fullmatch(number)}
            if numbers and one.number not in numbers:
                return True
            if numbers:
                break
    return False


def same(asked: str, told: str) -> bool:
    """Whether two version numbers are the same but for zeros at the end ("8", "8.0")."""
    return asked == told or (
        told.startswith(asked) and not told[len(asked) :].strip(".,0") and told[len(asked)] in ".,"
    )


def designations(query: Query) -> tuple[Designation, ...]:
    """What a question calls by a number or a letter: a name with a capital and a number, or a word
    and a number; behind an article of the singular it is certain. Dates, years and quantities are
    none."""
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
    keys = [_key(token.group()) for token in tokens]
    found = []
    for n in range(1, len(tokens)):
        word, number = tokens[n - 1], tokens[n]
        if keys[n - 1] in idle - signs or not _is_designation(text, word, number):
            continue
        if any(date.start < number.end() and number.start() < date.end for date in dates):
            continue
        after = tokens[n + 1].group() if n + 1 < len(tokens) else ""
        if n > 2 and keys[n - 1] in signs:
            # "la machine numéro 2"
            found.append(Designation(tokens[n - 2].group(), _key(number.group()), certain=True))
            continue
        named = word.group()[0].isupper() and not any(map(_writes_nouns_so, languages))
        called = n > 1 and any(_calls(one, keys[n - 2]) for one in languages)
        if any(_counts(one, word.group(), after, named or called) for one in languages):
            continue
        key = _key(number.group()).replace(",", ".")
        found.append(Designation(word.group(), key, named or called))
    return tuple(found)


def _calls(language: Language, article: str) -> bool:
    """Whether a word behind an article, both folded, may be called by the number behind it."""
    plural = folded_words(language.answers.plural_articles)
    return article in articles_of(language) and article not in plural


def _counts(language: Language, word: str, after: str, certain: bool) -> bool:
    """Whether a number between two words, as written, counts the second: "the last 5 years". Where
    it is not certain that the number is a name, the release tells it, and not a plural."""
    if _writes_nouns_so(language):
        return word[0].islower() or after[:1].isupper()
    key = fold(plain(after))
    plural = certain and len(key) > 2 and key.endswith(_plural_endings(language))
    return plural or key in _times(language)


def _is_designation(text: str, word: re.Match[str], number: re.Match[str]) -> bool:
    """Whether a number that is no year, or a letter that is no initial and no Roman numeral, stands
    right behind a word, and nothing that is counted behind it."""
    if not _NUMBER.fullmatch(number.group()) or not word.group()[-1].isalpha():
        return False
    if len(word.group()) < _SHORTEST or number.group() in _NUMERALS:
        return False
    if text[word.end() : number.start()] not in (" ", "\u00a0", "\u202f", "-"):
        return False
    if _YEAR.fullmatch(number.group()):
        return False
    if number.group().isalpha() and text[number.end() :].lstrip()[:1].isupper():
        return False  # "Susan B Anthony"
    return not re.match(r"\s*[%€$£°]", text[number.end() :])


def _keys(text: str) -> list[str]:
    return [_key(word) for word in _TOKEN.findall(text)]


def _key(word: str) -> str:
    """A word, folded; a letter in capitals, with or without a number, as it is ("C-3" as "C3")."""
    return word.replace("-", "") if _LETTER.fullmatch(word) else fold(plain(word))


def _numbers_beside(
    one: Designation, tokens: Sequence[str], *, right_behind: bool = False
) -> Iterator[str]:
    """The numbers that stand beside a word in a text, or only those right behind it, as they would
    call a thing. The word may end a compound ("Straßenbahnlinie 4"). A letter stands right behind
    it, or behind another one with at most a word between ("lines A and B")."""
    word = fold(plain(one.word))
    for n, token in enumerate(tokens):
        if not (token.startswith(word[:_STEM]) or (len(word) > _SHORTEST and token.endswith(word))):
            continue
        behind = tokens[n + 1 : n + 1 + _WITHIN]
        before = tokens[max(0, n - _BEFORE) : n]
        if right_behind and not (behind and _NUMBER.fullmatch(behind[0])):
            continue
        last = -1
        for at, beside in enumerate(behind):
            if _LETTER.fullmatch(beside) and at - last <= (1 if last < 0 else _LIST_STEP):
                last = at
                yield beside
        for beside in behind if right_behind else (*before, *behind):
            number = _FIGURES.match(beside)
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
