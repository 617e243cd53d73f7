"""Check that the sentence of an answer speaks of whom or what the question names.

"When was Anne Roux born?" is not answered by "Paul Hervé was born in 1971", nor a question about
the line to Lyon by a sentence about the line to Nice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rag.answering.checks.designations import calls_others, designations
from rag.answering.checks.kinds import Fit
from rag.answering.checks.names import is_led, is_said, names_asked, tells_place
from rag.answering.checks.same_thing import is_another_of_order
from rag.answering.sentences import last_paragraph
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.proper_names import Name, find_names
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import any_of, unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.verb import alike
from rag.types import AnswerPart, Release, Span

_WORD = regex(r"[^\W\d_]+")
_PARTED = regex(r"[.,;:()!?\n]")
# The name of a thing stands so many words from its noun ("the line to Lyon").
_WITHIN = 3
# So few words of a question tell no event.
_TERMS = 2
# Before the date of a dateline stand so many words, at most.
_DATELINE = 4
_ASKS = frozenset({"when", "where", "how_many", "why", "how"})

# The last paragraph of a release names whom it is about in so many first words.
_OPENING = 6


def fits_names(query: Query, part: AnswerPart) -> Fit:
    """Whether the sentence of a part may speak of what a question for a time, a place, a quantity,
    a reason or a way asks about.

    It is of another kind if it joins another name to the noun that the question joins a name to, or
    if it or the sentence before it calls things of the question's kind by other numbers alone, or
    counts them by other ordinals. It is doubtful if the title and the sentence do not have a name
    of the question that no preposition leads, and the sentence has another such name. Names that
    the release does not have are not looked at.

    A date is of another kind too if its sentence has no word of the question, and a later sentence
    of the passage has all of them; it is doubtful if an earlier one has.
    """
    release, cited = part.hit.release, part.span or part.sentence
    if part.kind == "date" and part.date is not None:
        if part.date.of == "release":
            return "fits"
        cited = part.date.evidence or cited
    words = Span(cited.start, cited.end)
    body, code = release.body, release.language
    sentences = sentences_of(body, part.hit.passage, code)
    around = [n for n, one in enumerate(sentences) if one.overlaps(words)]
    if not around:
        return "fits"
    begin, end = sentences[around[0]].start, sentences[around[-1]].end
    text, language = body[begin:end], known(code)
    previous = body[sentences[around[0] - 1].start : begin] if around[0] else ""
    called = designations(query)
    if called:
        low, high = _clause(body, words, begin, end, language)
        if calls_others(called, [body[low:high], text, previous]):
            return "other-kind"
    if is_another_of_order(query, text, code):
        return "other-kind"
    told = _told_in_another(query, part, sentences, around)
    if told != "fits":
        return told
    asked = [
        name for name in names_asked(query, language) if not name.is_acronym and is_said(name, body)
    ]
    absent = [name for name in asked if not is_said(name, text)]
    if not absent:
        return "fits"
    shown = body[words.start : words.end] if query.asks in ("who", "where") else ""
    others = [one for one in _other_names(query, text, body, language) if one.words not in shown]
    if any(_is_joined_to_another(query.text, name, text, others, language) for name in absent):
        return "other-kind"
    of_event = _asks_of_event(query)
    if of_event and any(_is_joined_later(query, one, part, end, language) for one in absent):
        return "other-kind"
    later = of_event and any(_is_named_later(query, one, part, end, previous) for one in absent)
    if later:
        in_dateline = all(is_said(one, body[: _end_of_dateline(release)]) for one in absent)
        return "doubtful" if in_dateline or query.wanted == "date" else "other-kind"
    if not of_event:
        return "fits"
    about = f"{release.title}\n{previous} {text}" if _goes_on(text, language) else release.title
    spoken = [known(code) for code in query.languages]
    nouns = any(one.calendar.nouns_are_capitalised for one in spoken)
    if nouns and language.code not in query.languages:
        return "fits"  # what has a capital there may be a noun, which is called otherwise here
    absent = [name for name in absent if not is_said(name, about)]
    led = [any(is_led(query.text, one, it) for it in spoken) for one in absent]
    others_led = [is_led(text, one, language) for one in others]
    # "prêté *au Togo*" for "prêté *au Bénin*", "*Nordlys* emploie" for "Lumière emploie"
    is_other = (True in led and True in others_led) or (False in led and False in others_led)
    return "doubtful" if is_other else "fits"


def _asks_of_event(query: Query) -> bool:
    return query.asks in _ASKS or query.wanted == "date" or query.quantity is not None


def _clause(body: str, words: Span, begin: int, end: int, language: Language) -> tuple[int, int]:
    """The offsets of the part of a sentence, between commas and words for "and", around words."""
    joins = any_of(language.answers.joins)
    parts = regex(rf"[,;:()]|\s{joins}\s", re.IGNORECASE)
    cuts = [match.span() for match in parts.finditer(body, begin, end)]
    low = max([begin, *(stop for _, stop in cuts if stop <= words.start)])
    return low, min([end, *(start for start, _ in cuts if start >= words.end)])


def _is_joined_later(
    query: Query, name: Name, part: AnswerPart, end: int, language: Language
) -> bool:
    """Whether a release joins a name to the noun that a question joins it to ("the library *in
    Haren*") behind an offset, and neither before nor in its title: what stands before is of another
    one."""
    release, code = part.hit.release, part.hit.release.language
    if query.asks == "who" or code not in query.languages or is_said(name, release.title):
        return False
    if _is_of_whole_release(name, part):
        return False
    nouns = _beside(query.text, name, language)
    if not nouns or is_said(name, release.body[_end_of_dateline(release) : end]):
        return False
    return not nouns.isdisjoint(_beside(release.body[end:], name, language))


def _is_named_later(query: Query, name: Name, part: AnswerPart, end: int, previous: str) -> bool:
    """Whether a release speaks of a name only behind an offset or in its dateline, and not in its
    title: what stands before is of somebody else. A place ("*in* Lyon") may be told later."""
    release = part.hit.release
    if is_said(name, release.title) or is_said(name, previous) or _is_of_whole_release(name, part):
        return False
    if any(tells_place(query.text, name, known(code)) for code in query.languages):
        return False
    return not is_said(name, release.body[_end_of_dateline(release) : end])


def _is_of_whole_release(name: Name, part: AnswerPart) -> bool:
    """Whether the last paragraph of a release begins with a name and is not that of a part."""
    last = last_paragraph(part.hit.release, part.sentence.end)
    return is_said(name, " ".join(_WORD.findall(last)[:_OPENING]))


def _end_of_dateline(release: Release) -> int:
    """The end of the date of a release, where few words stand before it in its line; else 0."""
    date = release.published.span
    line = release.body[: date.start].rpartition("\n")[2] if date else ""
    return date.end if date and len(_WORD.findall(line)) <= _DATELINE else 0


def _told_in_another(
    query: Query, part: AnswerPart, sentences: list[Span], around: list[int]
) -> Fit:
    """Whether another sentence of the passage has all words of a question, where those around the
    answer and the title have none. False for a question in another language."""
    release = part.hit.release
    if release.language not in query.languages:
        return "fits"
    terms = [analyse(release.body[one.start : one.end], release.language) for one in sentences]
    asked = query.terms_in[release.language]
    own = any(alike(one, term) for n in around for term in terms[n] for one in asked)
    if len(asked) < _TERMS or own:
        return "fits"
    if asked.issubset(analyse(release.title, release.language)):
        return "fits"
    telling = [n for n, said in enumerate(terms) if asked.issubset(said)]
    if not telling:
        return "fits"
    if query.wanted != "date" and not _asks_of_event(query):
        return "fits"
    beside = around[0] - 1 if query.wanted != "date" else 0
    return "doubtful" if beside <= max(telling) < around[0] else "other-kind"


def _other_names(query: Query, text: str, body: str, language: Language) -> list[Name]:
    """The names in a sentence that the question does not have. Its first word is one if the release
    has it with a capital behind another word."""
    found = list(find_names(text, [language.code]))
    first = _WORD.search(text)
    if first is not None and first.group()[0].isupper():
        word = first.group()
        # A noun that always has a capital is no name because it stands behind another word.
        nouns = language.calendar.nouns_are_capitalised
        behind = r"[A-ZÄÖÜ][^\W\d_]*" if nouns else r"[^\W\d_]"
        elsewhere = re.search(rf"{behind}[ \u00a0]{re.escape(word)}(?!\w)", body)
        if elsewhere and word.casefold() not in function_words(language):
            found.append(Name(word, (fold(plain(word)),), False))
    return [one for one in found if not any(is_said(name, one.words) for name in query.names)]


def _is_joined_to_another(
    question: str, name: Name, text: str, others: list[Name], language: Language
) -> bool:
    """Whether a word right beside a name of the question, or joined to it by a small word, is in a
    sentence joined so to another name. What the question asks for is not joined ("*quel club* Anne
    Roux préside-t-elle ?")."""
    which = folded_words(language.questions.which)
    words = [fold(plain(word)) for word in _WORD.findall(question)]
    wanted = {word for before, word in pairwise(words) if before in which}
    nouns = _beside(question, name, language) - wanted
    return any(not nouns.isdisjoint(_beside(text, other, language)) for other in others)


def _beside(text: str, name: Name, language: Language) -> frozenset[str]:
    """The words in small letters right before and behind a name, over small words."""
    at = text.find(name.words)
    if at < 0:
        return frozenset()
    small = _small(language)
    before = _WORD.findall(_PARTED.split(text[:at])[-1])[::-1][:_WITHIN]
    behind = _WORD.findall(_PARTED.split(text[at + len(name.words) :])[0])[:1]
    found = [word for word in behind if word.islower()]
    for word in before:
        if fold(plain(word)) in small:
            continue
        if word.islower() or language.calendar.nouns_are_capitalised:
            found.append(word)
        break
    return frozenset(fold(plain(word)) for word in found) - small


@lru_cache(maxsize=16)
def _small(language: Language) -> frozenset[str]:
    speech, verbs = language.speech, language.questions.verbs
    return frozenset(map(fold, function_words(language))) | folded_words(
        speech.prepositions, speech.articles, speech.auxiliaries, speech.copulas, verbs
    )


def _goes_on(text: str, language: Language) -> bool:
    """Whether a sentence has a pronoun, which may stand for somebody in the one before."""
    pairs = f"{language.follow_ups.subjects} {language.follow_ups.possessives}".split()
    words = " ".join((language.speech.pronouns, *(one.partition(":")[0] for one in pairs)))
    # "El" is no "él".
    return not unjoined(plain(words)).isdisjoint(plain(word) for word in _WORD.findall(text))
