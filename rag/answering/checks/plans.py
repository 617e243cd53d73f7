"""Tell what was done from what was only planned, wished for or possible.

"La ville doit ouvrir un musée en mai" does not say when the museum was opened.
"""

from __future__ import annotations

import re

from rag.answering.tokens import is_participle, words_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.tense import outlook
from rag.language.terms import fold, folded_words, plain
from rag.language.word_lists import word_list
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.verb import alike, asked_verb, says
from rag.types import AnswerPart, Span

_WORD = regex(r"[^\W\d_]+")
_MARK = regex(r"[.,;:()«»“”\n]")
# "Without" takes away so many words behind it.
_WITHOUT = 2
# A verb of declining takes away so many: "a renoncé en mai à l'achat".
_DECLINED = 6
# A verb of a plan stands so many words before its own verb: "doit encore être approuvé".
_WITHIN = 4


def asks_what_was(query: Query) -> bool:
    """Whether a question is in the past, and asks for no plan or wish."""
    codes = query.languages
    if not codes or any(outlook(query.text, 0, 0, code) != "past" for code in codes):
        return False
    return all(realised(query.text, known(code)) == query.text for code in codes)


def realised(text: str, language: Language) -> str:
    """A sentence up to its first verb of a plan or a wish ("la ville prévoit" of "la ville prévoit
    d'ouvrir un musée"), without the words that stand right behind "without" and "refuse"."""
    listed, without = word_list(language.answers.unrealised), word_list(language.claims.without)
    declines = word_list(language.answers.declines)
    start = 0
    kept: list[str] = []
    words = list(_WORD.finditer(text))
    for n, match in enumerate(words):
        word = fold(plain(match.group()))
        if match.start() < start:
            continue
        if listed.has(word):
            kept.append(text[start : match.start()])
            resumed = _behind_relative(text, match, language)
            if resumed is None:
                return "".join(kept)
            start = resumed
            continue
        if without.has(word) or declines.has(word):
            end = match.start() if without.has(word) else match.end()
            kept.append(text[start:end])
            last = n + (_WITHOUT if without.has(word) else _DECLINED)
            start = words[min(last, len(words) - 1)].end()
    return "".join((*kept, text[start:]))


def _behind_relative(text: str, verb: re.Match[str], language: Language) -> int | None:
    """Where a sentence goes on behind the relative clause of a verb ("la ville, qui souhaite un
    musée, *a acheté*"); None if it stands in none between two commas."""
    begin, end = text.rfind(",", 0, verb.start()), text.find(",", verb.end())
    first = _WORD.search(text, begin + 1)
    if begin < 0 or end < 0 or first is None:
        return None
    return end if fold(plain(first.group())) in folded_words(language.speech.relatives) else None


def is_planned_at(
    text: str, at: int, language: Language, within: int | None = None, verb: str = ""
) -> bool:
    """Whether a verb of a plan or a wish stands before a place of a sentence, in its clause, and
    none of what was done behind it.

    Args:
        within: so many words before the place, at most; None for all of the clause.
        verb: the index term of what was done; its bare participle tells so ("la grève *commencée*
            le 3 mai").
    """
    listed = word_list(language.answers.unrealised)
    done = frozenset(plain(word) for word in unjoined(language.offices.auxiliaries))
    before = _WORD.findall(_MARK.split(text[:at])[-1])
    passive = folded_words(language.answers.passive)
    for n in range(len(before) - 1, -1, -1)[:within]:
        word = before[n]
        if verb and is_participle(plain(word), language):
            terms = analyse(word, language.code)
            bare = n == 0 or fold(plain(before[n - 1])) not in passive
            if terms and alike(terms[0], verb) and bare:
                return False
        if listed.has(fold(plain(word))):
            return True
        if plain(word) in done:
            return False
    return False


def is_only_planned(query: Query, part: AnswerPart) -> bool:
    """Whether a question asks for what was, and the sentence of a part has its verb only behind one
    of a plan or a wish; for the release's date, whether it has such a verb, and not the question's
    before it.

    False for a question in another language than the release's.
    """
    release = part.hit.release
    language = known(release.language)
    if language.code not in query.languages or not asks_what_was(query):
        return False
    verb = asked_verb(query.text, language)
    if verb is None:
        return False
    text = release.body[part.sentence.start : part.sentence.end]
    before = realised(text, language)
    if part.date is not None and part.kind == "date" and part.date.of == "release":
        said = says(verb.term, before, language.code)
        return before != text and (not said or _is_planned_behind(text, verb.term, language))
    sentence = Span(part.sentence.start, part.sentence.end)
    tokens = words_of(release.body, sentence, language.code)
    places = [one.start - sentence.start for one in tokens if alike(one.term, verb.term)]
    return bool(places) and all(is_planned_at(text, at, language, _WITHIN) for at in places)


def _is_planned_behind(text: str, verb: str, language: Language) -> bool:
    """Whether a word of a plan stands right behind a verb: "la mise en service, prévue en mai"."""
    listed = word_list(language.answers.unrealised)
    words = _WORD.findall(text)
    terms = [analyse(word, language.code) for word in words]
    places = [n for n, found in enumerate(terms) if found and alike(found[0], verb)]
    return any(listed.has(fold(plain(w))) for n in places for w in words[n + 1 : n + 1 + _WITHIN])
