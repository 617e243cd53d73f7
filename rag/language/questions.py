"""Tell what a question asks for: its interrogative, and whether it asks for a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Literal, get_args

from rag.language.identification import likely_languages
from rag.language.language import Language, QuestionWords
from rag.language.patterns import listed, template
from rag.language.registry import known, languages
from rag.language.terms import fold, plain
from rag.language.words import any_of, unjoined
from rag.lazy import regex

WordClass = Literal["when", "who", "where", "how_many", "why", "how", "which", "what", "other"]
CLASSES: tuple[WordClass, ...] = get_args(WordClass)

_WORD = regex(r"[^\W\d_]+")
# "Est-ce que" is no interrogative. In "qu'est-ce que" and "où est-ce que" another word is one.
_EST_CE_QUE = regex(r"\best-ce qu(?:e\b|')")


class _When:
    """Patterns of the questions of a language, for a date and for other things.

    Each pattern is compiled at its first use.
    """

    def __init__(self, language: Language) -> None:
        words = language.questions
        self._words = words
        self._before = rf"(?:{any_of(plain(words.prepositions))}\s*)?"

    @cached_property
    def first(self) -> re.Pattern[str]:
        """Asks for a date at the beginning of the question; for text without accents."""
        links = any_of(_bare(self._words.links))
        return re.compile(rf"\W*(?:{links}\W*){{0,2}}{_date_asked(self._words, _bare)}")

    @cached_property
    def last(self) -> re.Pattern[str]:
        """Asks for a date at the end of the question; for text without accents."""
        return re.compile(rf"{_date_asked(self._words, _bare)}\W*$")

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """Asks for a date indirectly ("savez-vous quand"); for text without accents."""
        asked = any_of(_bare(self._words.asked))
        return re.compile(rf"{asked}[\s,:¿¡]*{_date_asked(self._words, _bare)}")

    @cached_property
    def topic(self) -> re.Pattern[str]:
        """Asks for a date after the subject: "La cellule, quand a-t-elle …"."""
        return re.compile(rf"[^,]{{1,60}},\W*{_date_asked(self._words, plain)}")

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Names the date that is asked for: "Date de la création ?", "Donnez la date de …"."""
        words = self._words
        requests = any_of(plain(words.requests))
        articles = any_of(*(one.rpartition("_")[2] for one in plain(words.is_the).split()), "l'")
        return re.compile(rf"\W*(?:{requests}\W+)?(?:{articles}\s*)?{any_of(plain(words.times))}\W")

    @cached_property
    def sentence(self) -> re.Pattern[str]:
        """A finite verb or its inverted subject: with it, the date is only a part of a sentence."""
        pronouns = "|".join(plain(self._words.inversions).split()) or "(?!)"
        return re.compile(rf"{any_of(plain(self._words.verbs))}|\w-(?:{pronouns})(?!\w)")

    @cached_property
    def other_first(self) -> re.Pattern[str]:
        """An interrogative for something else, at the beginning of the question."""
        links = any_of(plain(self._words.links))
        other = _other_asked(self._words)
        return re.compile(rf"\W*(?:{links}\W*){{0,2}}{self._before}{other}")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """An interrogative for something else, after a comma."""
        other = _other_asked(self._words, self._words.relative)
        return re.compile(rf",\W*{self._before}{other}")


def asks_when(question: str) -> bool:
    """Whether a question asks for a date, in any known language.

    "quand" in a question for something else does not ask for a date ("Que fait l'OTAN quand … ?",
    "Quand il est arrivé, qui … ?").
    """
    text = plain(question)
    words = frozenset(_WORD.findall(fold(text)))
    may_ask = [code for code, one in languages().items() if _may_ask_when(text, words, one)]
    asking = [code for code in may_ask if _asks_when(text, known(code))]
    if may_ask and not asking:
        likely = likely_languages(question)
        asking = [code for code in may_ask if code in likely and _names_date(text, known(code))]
    # "quando" is Italian and Portuguese. Only the likely language is checked for a question for
    # something else.
    likely = likely_languages(question) if len(asking) > 1 else frozenset()
    spoken = [code for code in asking if code in likely] or asking
    if "," not in text:
        return bool(spoken)
    return any(not _when(known(code)).other.search(text) for code in spoken)


def behind_name(question: str) -> str | None:
    """What stands behind "what is the name" in a question, in small letters; None if it does not
    ask how somebody or something is called."""
    text = plain(question)
    found = _names().search(text)
    return None if found is None else text[found.end() :]


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(any_of(*(plain(one.questions.names) for one in languages().values())))


def asks_for_contacts(question: str) -> bool:
    """Whether a question asks for boilerplate: a contact, a legal notice, a subscription."""
    return _contacts().search(fold(plain(question))) is not None


@lru_cache(maxsize=1)
def _contacts() -> re.Pattern[str]:
    there = (language.questions.contacts for language in languages().values())
    return re.compile(rf"(?<!\w)(?:{'|'.join(one for one in there if one)})(?!\w)")


def question_word(text: str, language: str | None = None) -> WordClass:
    """The class of the first interrogative in a question.

    The classes are the same for all languages. ``other`` means that no interrogative was found (a
    yes or no question), or that those of the language are not known. Only the word decides, not
    what is asked for: "à quelle date" is ``which``.

    Args:
        text: the question.
        language: ISO 639-1 code; None for the languages that the text may be in.
    """
    codes = sorted(likely_languages(text)) or list(languages()) if language is None else [language]
    words = _WORD.findall(_EST_CE_QUE.sub(" ", plain(text)))
    for word, following in zip(words, [*words[1:], ""], strict=False):
        for classes in (_classes(known(code)) for code in codes):
            found = classes.get(f"{word}_{following}") or classes.get(word)
            if found is not None:
                return found
    return "other"


def asks_who_said(text: str) -> bool:
    """Whether a question asks who said something, in any language that it may be in.

    "Qui a dit que …", "De qui est cette phrase ?", "Quel ministre affirme que …".
    """
    read = plain(text)
    for code in likely_languages(text) or languages():
        asked, authors = _speakers_asked(known(code))
        if authors.search(read):
            return True
        if asked.search(read):
            return True
    return False


def question_months(language: Language) -> tuple[frozenset[str], ...]:
    """The names of each month in questions, January first; empty if none is known.

    The names are case-folded, and abbreviations are left out.
    """
    if not any(language.calendar.months):
        months = language.questions.period.months.casefold().split()
        return tuple(frozenset(names.split("|")) for names in months)
    return tuple(_full_names(listed(names)) for names in language.calendar.months)


def _full_names(names: list[str]) -> frozenset[str]:
    """The first name, and the other names that are not a short form of another name."""
    longer = [
        name
        for name in names[1:]
        if len(name) > 3 and not any(other != name and other.startswith(name) for other in names)
    ]
    return frozenset([names[0], *longer])


def _may_ask_when(text: str, words: frozenset[str], language: Language) -> bool:
    """Whether a text holds a word for "when" or "date" of a language, so that a check pays."""
    anywhere, cues = _cues(language)
    return not cues.isdisjoint(words) or any(phrase in text for phrase in anywhere)


def _asks_when(text: str, language: Language) -> bool:
    if any(phrase in text for phrase in _cues(language)[0]):
        return True
    folded, when = fold(text), _when(language)
    if when.first.match(folded) or when.last.search(folded):
        return True
    asked, other = when.asked.search(folded), when.other_first.match(text)
    # "Qui voulait savoir quand …" asks who. "Qui peut me dire quand …" asks when, because "qui peut
    # me dire" is one of the phrases that ask indirectly.
    if asked and (other is None or asked.start() <= other.start("word")):
        return True
    return other is None and when.topic.match(text) is not None


def _names_date(text: str, language: Language) -> bool:
    """Whether a text names the date that is asked for, and is no sentence."""
    when = _when(language)
    named = None if when.other_first.match(text) else when.named.match(text)
    return named is not None and not when.sentence.search(text, named.end())


@lru_cache(maxsize=128)
def _cues(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Phrases that ask for a date anywhere in a text, and the words that other such phrases need.

    All are in small letters. The words are without accents.
    """
    words = language.questions
    firsts = [word.split("_")[0] for word in f"{words.when} {words.times}".split()]
    return unjoined(words.anywhere), frozenset(map(_bare, firsts))


@lru_cache(maxsize=128)
def _when(language: Language) -> _When:
    return _When(language)


def _date_asked(words: QuestionWords, spell: Callable[[str], str]) -> str:
    """A pattern for "depuis quand" and "à quelle date"; ``spell`` gives the spelling of words."""
    named = any_of(spell(words.which), spell(words.what)) + _date_nouns(words, spell)
    return rf"(?:{any_of(spell(words.prepositions))}\s*)?(?:{any_of(spell(words.when))}|{named})"


def _other_asked(words: QuestionWords, without: str = "") -> str:
    """A pattern for an interrogative that asks for no date; it leaves out those in ``without``."""

    def some(*listed: str) -> str:
        left = without.split()
        return any_of(*(w for words in listed for w in plain(words).split() if w not in left))

    asking = some(words.who, words.where, words.how_many, words.why, words.how)
    naming = some(words.which, words.what)
    return rf"(?P<word>{asking}|{naming}(?!{_date_nouns(words, plain)}))"


def _date_nouns(words: QuestionWords, spell: Callable[[str], str]) -> str:
    return rf"\s+(?:{any_of(spell(words.is_the))}\s+)?{any_of(spell(words.times))}"


# The most words between the interrogative and the verb: "Qui, parmi les élus, a bien pu dire".
_WORDS_TO_VERB = 6


@lru_cache(maxsize=128)
def _speakers_asked(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of questions for a speaker, for plain text.

    The first has an interrogative with a verb of speech after it ("qui a dit"). The second asks for
    the author of a statement ("de qui est cette phrase").
    """
    asking, speech = language.questions, language.speech
    roles = "|".join(map(re.escape, plain(speech.roles).split())) or "(?!)"
    endings = "|".join(map(re.escape, plain(speech.role_endings).split())) or "(?!)"
    role = rf"\s+(?:{roles})[\w-]*|\s+\w{{2,}}(?:{endings})s?\b"
    people = rf"(?:{any_of(plain(asking.who))}|{any_of(plain(asking.which))}(?:{role}))"
    verb = any_of(plain(speech.asked))
    links = any_of(plain(asking.links), plain(asking.prepositions))
    begun = rf"(?:^|,)\W*(?:{links}\W*){{0,2}}"
    between = rf"(?:[\s,]+[\w'’-]+){{0,{_WORDS_TO_VERB}}}?[\s,]+"
    authors = template(speech.authors) or "(?!)"
    return regex(f"{begun}{people}{between}{verb}"), regex(f"(?:{authors})")


def _bare(words: str) -> str:
    return fold(plain(words))


@lru_cache(maxsize=128)
def _classes(language: Language) -> dict[str, WordClass]:
    """The class of each interrogative of a language."""
    listed = zip(CLASSES, language.questions.interrogatives, strict=False)
    return {word: name for name, some in listed for word in some.split()}
