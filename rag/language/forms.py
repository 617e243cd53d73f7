"""Tell whether a text asks something, or only names what is looked for, or does neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal

from rag.language.identification import likely_languages
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.terms import fold, function_words, plain
from rag.language.words import any_of, is_unspaced, unjoined
from rag.lazy import regex

TextForm = Literal["question", "keywords", "nothing"]

# With a question mark, so many words that tell something are a question, even without a verb.
_QUESTION_WORDS = 3
# Without one, a text of so many words with "which", "how many" or the like is a question.
_SENTENCE_WORDS = 6
# Letters for each token of the encoder's vocabulary: 99 of 100 lines of random letters have fewer
# than 1.6, and 99 of 100 questions of XQuAD have more than 1.6 (median 2.5 to 2.9).
_LETTERS_A_TOKEN = 1.6
# A name has at most so many words.
_NAME_WORDS = 4
# An interrogative asks if at most so many words stand before it ("et depuis quand").
_BEFORE_INTERROGATIVE = 2
# Greetings are looked for in short texts only.
_GREETING_WORDS = 12
_WORD = regex(r"\w+")
_ARMENIAN_MARK = "\u055e"  # it stands inside the word that asks
_MARKS = regex(r"[?¿؟՞፧⁇⸮]")
# NFKC makes the Greek question mark a semicolon.
_GREEK_QUESTION = regex(r"[\u0370-\u03ff]\s*;\s*$")
_ADDRESS = regex(
    r"\b[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+\.\w+|(?<!\S)(?:~?/|\.{1,2}/|[a-z]:\\)\S+"
    r"|(?<!\S)[\w-]{2,}(?:\.[\w-]{2,})+(?:/\S*)?(?!\S)"
)
_ACRONYM = regex(r"(?<!\w)[A-Z]{2,}(?!\w)")


def text_form(text: str, count_tokens: Callable[[str], int] | None = None) -> TextForm:
    """What a text is.

    - ``question``: it has an interrogative where one asks, a request ("citez"), a verb that opens
      a question ("did"), or a question mark behind more than a name.
    - ``keywords``: a name or words that are looked for.
    - ``nothing``: greetings, marks, addresses, or function words only.

    A text in a language that is not known is a question if it has a question mark and three words
    or more. They must be words: a vocabulary of pieces of words splits random letters into nearly
    as many pieces as there are letters.

    Args:
        text: a question as typed.
        count_tokens: the number of tokens of a text in the encoder's vocabulary; None takes every
            word for one.
    """
    body = _ADDRESS.sub(" ", plain(text))
    words = _WORD.findall(body.replace(_ARMENIAN_MARK, ""))
    rest = _without_greetings(words)
    if not rest or not any(map(str.isalnum, body)) or "".join(words) in _greetings()[1]:
        return "nothing"
    spoken = _spoken(text, words)
    if _says_nothing(text, words, rest, spoken):
        return "nothing"
    if _is_name(text):
        return "keywords"
    marked = _MARKS.search(body) is not None or _GREEK_QUESTION.search(body) is not None
    if any(_asks(body, rest, language, marked=marked) for language in spoken):
        return "question"
    if not marked:
        return "keywords"
    telling = [word for word in rest if not any(word in _idle(one) for one in spoken)]
    if sum(map(_count_unspaced, telling)) < _QUESTION_WORDS:
        return "keywords"
    return "question" if count_tokens is None or _are_words(telling, count_tokens) else "nothing"


def asks_yes_no(text: str, spoken: Iterable[str]) -> bool:
    """Whether a question without an interrogative asks whether something is so, by its first verb
    ("did …") or a verb with its subject behind it ("a-t-elle").

    Args:
        text: a question.
        spoken: codes of the languages that it may be in.
    """
    body = plain(text)
    words = _WORD.findall(body)
    for language in map(known, spoken):
        _interrogatives, requests, yes_no = _opening(language)
        if _starts(words, requests):
            continue
        inverted = language.questions.inversions and _inversion(language).search(body)
        if inverted or _starts(words, yes_no):
            return True
    return False


def opens_question(word: str, spoken: Iterable[str]) -> bool:
    """Whether a word may open a question in one of the languages: an interrogative, a request, a
    verb or a greeting."""
    key = fold(plain(word))
    if (key,) in _greetings()[0]:
        return True
    return any(key in _openers(known(code)) for code in spoken)


@lru_cache(maxsize=128)
def _openers(language: Language) -> frozenset[str]:
    phrases = frozenset().union(*_opening(language), _phrases(language.questions.times))
    return frozenset(fold(word) for phrase in phrases for word in phrase.split()[:1])


def _count_unspaced(word: str) -> int:
    """How many words a run of letters is taken for: half its characters in a script without
    spaces, else one."""
    return max(1, len(word) // 2) if all(map(is_unspaced, word[:2])) else 1


def _are_words(words: Sequence[str], count_tokens: Callable[[str], int]) -> bool:
    """Whether words are more than random letters; only scripts with capitals can be told."""
    cased = [word for word in words if word.upper() != word]
    letters = sum(map(len, cased))
    return not cased or letters >= _LETTERS_A_TOKEN * count_tokens(" ".join(cased))


def _spoken(text: str, words: Sequence[str]) -> list[Language]:
    """The languages that a text may be in.

    A language without a list of function words needs two of its frequent words, or one of four
    letters where no other language is likely.
    """
    likely = likely_languages(text)
    spoken = [known(code) for code in sorted(likely)]
    for code, language in languages().items():
        if language.terms.stop_words or code in likely:
            continue
        found = [word for word in words if word in _frequent(language)]
        if len(found) > 1 or (not likely and any(len(word) > 3 for word in found)):
            spoken.append(language)
    return spoken


@lru_cache(maxsize=128)
def _frequent(language: Language) -> frozenset[str]:
    verbs = _phrases(language.questions.verbs, language.questions.yes_no)
    return _idle(language) | verbs


def _asks(body: str, words: Sequence[str], language: Language, *, marked: bool) -> bool:
    """Whether a text asks, by the words of one language."""
    questions = language.questions
    if any(word in body for word in unjoined(questions.asking, questions.anywhere)):
        return True
    interrogatives, requests, yes_no = _opening(language)
    if _starts(words, requests) or _starts(words, yes_no):
        return True
    times = unjoined(plain(questions.times))
    if marked and (_has(words, unjoined(plain(questions.verbs))) or _starts(words, times)):
        return True
    if questions.inversions and _inversion(language).search(body):
        return True
    if marked and _has(words, interrogatives):
        return True
    if _ends(words, interrogatives) and len(words) > _QUESTION_WORDS:
        return True
    if len(words) >= _SENTENCE_WORDS and _has(words, _surely_asking(language)):
        return True
    # At the beginning, accents are often missing ("ou se trouve", "a quoi").
    words, interrogatives = [*map(fold, words)], frozenset(map(fold, interrogatives))
    idle = frozenset(map(fold, _idle(language)))
    for skipped in range(min(_BEFORE_INTERROGATIVE + 1, len(words))):
        if _starts(words[skipped:], interrogatives):
            return all(word in idle for word in words[:skipped])
    return _after_comma(body, interrogatives)


def _is_name(text: str) -> bool:
    """Whether a text is a few words that all begin with a capital ("Kim Jong-un")."""
    words = text.strip(" ?!.").split()
    if len(words) > 1 and text.isupper():
        return False
    return 0 < len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _after_comma(body: str, phrases: frozenset[str]) -> bool:
    """Whether a phrase stands behind a comma ("le sommet, c'est quoi")."""
    _, comma, last = body.rpartition(",")
    words = _WORD.findall(last)
    return bool(comma) and any(_starts(words[n:], phrases) for n in range(min(3, len(words))))


def _starts(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(words[:count]) in phrases for count in range(1, min(5, len(words)) + 1))


def _ends(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return bool(words) and (words[-1] in phrases or " ".join(words[-2:]) in phrases)


def _has(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(_starts(words[n:], phrases) for n in range(len(words)))


def _without_greetings(words: Sequence[str]) -> list[str]:
    """The words without phrases of greeting; all of a long text."""
    if len(words) > _GREETING_WORDS:
        return list(words)
    phrases, _ = _greetings()
    left: list[str] = []
    at = 0
    while at < len(words):
        for count in range(min(6, len(words) - at), 0, -1):
            if tuple(words[at : at + count]) in phrases:
                at += count
                break
        else:
            left.append(words[at])
            at += 1
    return left


@lru_cache(maxsize=1)
def _greetings() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """The greetings of all languages, as words and without spaces."""
    phrases = unjoined(*(plain(one.questions.greetings) for one in languages().values()))
    split = frozenset(tuple(_WORD.findall(phrase)) for phrase in phrases)
    return split, frozenset("".join(words) for words in split)


def _says_nothing(
    text: str, words: Sequence[str], rest: Sequence[str], spoken: Sequence[Language]
) -> bool:
    """Whether a text has only function words and greetings, and no acronym ("WHO").

    Args:
        text: as typed.
        words: all of its words.
        rest: those that are no greeting.
        spoken: the languages that it may be in.
    """
    if (not text.isupper() or len(words) == 1) and _ACRONYM.search(text):
        return False
    asking = {word for one in spoken for word in unjoined(one.questions.asking)}
    if "".join(rest) in asking:
        return True
    return any(all(word in _idle(language) for word in rest) for language in spoken)


@lru_cache(maxsize=128)
def _idle(language: Language) -> frozenset[str]:
    """Words that tell nothing on their own: function words and interrogatives."""
    phrases = {*function_words(language), *_opening(language)[0]}
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase))


@lru_cache(maxsize=128)
def _opening(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Interrogatives, requests and verbs that open a question, with blanks inside."""
    words = language.questions
    return _phrases(*words.interrogatives), _phrases(words.requests), _phrases(words.yes_no)


@lru_cache(maxsize=128)
def _surely_asking(language: Language) -> frozenset[str]:
    """Interrogatives that are rarely relative pronouns."""
    words = language.questions
    return _phrases(words.how_many, words.why, words.which, words.what) - _phrases("que qu")


def _phrases(*listed: str) -> frozenset[str]:
    found = unjoined(*map(plain, listed))
    return frozenset(" ".join(_WORD.findall(phrase)) for phrase in found)


@lru_cache(maxsize=128)
def _inversion(language: Language) -> re.Pattern[str]:
    pronouns = "|".join(plain(language.questions.inversions).split())
    verbs = any_of(plain(language.questions.verbs))
    return re.compile(rf"(?:\w-|\w[ -]t[ -]|{verbs} )(?:{pronouns})(?!\w)")
