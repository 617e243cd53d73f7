"""Understand a follow-up by the question before: "Et en 2022 ?", "Qui l'a dit ?", "Où ?".

A question that stands by itself is never changed. What a follow-up says anew takes the place of its
own kind in the question before, and all else stays.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from rag.language import likely_languages
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.terms import fold, plain
from rag.language.words import unjoined
from rag.lazy import dataclass
from rag.question.courtesy import without_courtesy
from rag.question.interrogative import in_language, with_interrogative
from rag.question.naming import with_phrase
from rag.question.pronouns import referents, related, without_pronouns
from rag.question.sentence import Phrase, Sentence, lead_at, phrases_in
from rag.question.times import time_in, with_time
from rag.types import Previous, Span

# A fragment has at most so many words; a longer text is a question of its own.
_LONGEST_FRAGMENT = 9
_LONGEST = 30
_LONGEST_TEXT = 2_000
_LONGEST_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as it is understood.

    Attributes:
        question: with all that it leaves out.
        of_same: whether it goes on about what was answered ("Où ?", "Qui l'a dit ?"), so that the
            release of the answer before probably answers it too; a follow-up about another time or
            another name does not.
        only_same: whether that release alone is asked ("dans ce communiqué").
    """

    question: str
    of_same: bool
    only_same: bool = False


def understand(question: object, previous: Previous) -> FollowUp | None:
    """As ``follow``, and for a question about "this release", which is then the only one searched.

    What is no text is no follow-up.
    """
    if not isinstance(question, str):
        return None
    text = unicodedata.normalize("NFC", question)[:_LONGEST_TEXT]
    text = without_courtesy(text, least=1).strip()
    previous = replace(previous, question=without_courtesy(previous.question).strip())
    found = follow(text, previous)
    if previous.release is None or not names_release(text):
        return found
    return FollowUp(found.question if found else text.strip(), of_same=True, only_same=True)


def follow(question: str, previous: Previous) -> FollowUp | None:
    """What a follow-up asks, in the words of the question before; None if it stands by itself.

    Args:
        question: as typed.
        previous: the question before, as it was understood, and its answer.
    """
    words = question.split()
    if len(words) > _LONGEST or (len(words) > _LONGEST_CAPITALS and question.isupper()):
        return None
    asked_in, spoken = _languages(question, previous.question)
    if asked_in is None or spoken is None:
        return None
    asked = Sentence(question, spoken)
    before = Sentence(previous.question, asked_in)
    if not asked.words or not before.words or asked.keys == before.keys:
        return None
    answer = previous.answer
    if re.fullmatch(spoken.follow_ups.said or "(?!)", _body(asked)):
        return FollowUp(_who_said(before, previous, spoken), of_same=True)
    owners = referents(before, answer)
    relation = related(asked, _relation_at(asked), owners)
    if relation is not None:
        return FollowUp(asked.asked(relation.strip(" ?¿")), of_same=False)
    text = _by_interrogative(asked, before, answer)
    if text is not None:
        return FollowUp(before.asked(text), of_same=True)
    text = _by_fragment(asked, before)
    if text is not None:
        return FollowUp(before.asked(text), of_same=False)
    text = _with_noun_before(asked, before) or _by_pronoun(asked, previous)
    return FollowUp(asked.asked(text), of_same=True) if text is not None else None


def names_release(question: str) -> bool:
    """Whether a question asks of the release of the answer before alone ("dans ce communiqué")."""
    body = fold(plain(question))
    return any(_this_release(known(code)).search(body) for code in _with_words())


def _by_pronoun(asked: Sentence, previous: Previous) -> str | None:
    impersonal = asked.language.follow_ups.impersonal
    if impersonal and re.search(impersonal, plain(asked.text)):
        return None
    if asked.lead is None:
        return None
    own = Sentence(previous.question, asked.language)
    return without_pronouns(asked, referents(own, previous.answer))


def _by_interrogative(asked: Sentence, before: Sentence, answer: str | None) -> str | None:
    """An interrogative alone, or with a time or a name: "Où ?", "Pourquoi la Suède ?"."""
    lead = asked.lead
    if lead is None:
        return None
    end = _without_tail(asked, lead.last)
    fragment = _fragment(asked, lead.last, end)
    if fragment is None or (lead.noun < lead.last and not lead.preposition):
        return None
    time, phrase = fragment
    if phrase is not None and asked.opened == 0 and phrase.kind == "noun":
        return None
    if phrase is not None and not (phrase.article or phrase.preposition or asked.opened):
        return None
    words = asked.said(lead.first, lead.last)
    if asked.language is not before.language:
        words = in_language(lead.asks, before.language)
    text = with_interrogative(
        before, _small(words), lead.asks, preposition=lead.preposition, answer=answer
    )
    return _with_fragment(before, text, asked, time, phrase)


def _by_fragment(asked: Sentence, before: Sentence) -> str | None:
    """A time, a name or a noun: "Et en 2022 ?", "What about Sweden?", "À Vilnius ?"."""
    at = _behind_opening(asked)
    end = len(asked.words)
    if at >= end or lead_at(asked, at) is not None:
        return None
    fragment = _fragment(asked, at, end)
    if fragment is None:
        return None
    time, phrase = fragment
    if time is None and phrase is None:
        return None
    if at == 0 and phrase is not None and not (phrase.preposition and phrase.kind != "noun"):
        return None  # "la Suède" alone is a search
    if at == 0 and "?" not in asked.after:
        return None
    if phrase is not None and phrase.kind == "noun" and before.lead is None:
        return None
    text = before.said(before.opened, len(before.words))
    return _with_fragment(before, text, asked, time, phrase)


def _with_fragment(
    before: Sentence, text: str, asked: Sentence, time: Span | None, phrase: Phrase | None
) -> str:
    if phrase is not None:
        text = with_phrase(before, text, phrase, asked)
    if time is not None:
        text = with_time(before, text, _small(asked.text[time.start : time.end]))
    return text


def _fragment(asked: Sentence, first: int, last: int) -> tuple[Span | None, Phrase | None] | None:
    """The time and the noun phrase of which words consist; None if they are more than that."""
    if last - first > _LONGEST_FRAGMENT:
        return None
    if first >= last:
        return None, None
    start, stop = asked.words[first].start, asked.words[last - 1].end
    inside = asked.text[start:stop]
    own = time_in(inside, asked.language)
    time = Span(own.start + start, own.end + start) if own else None
    left = [
        n for n in range(first, last)
        if time is None or not (time.start <= asked.words[n].start < time.end)
    ]  # fmt: skip
    left = [n for n in left if asked.keys[n] not in _that_one(asked.language)]
    if not left:
        return time, None
    if any(asked.is_verb(n) for n in left) or left != list(range(left[0], left[-1] + 1)):
        return None
    found = phrases_in(asked, left[0])
    if found and found[0].first == left[0] and found[0].last == left[-1] + 1:
        return time, found[0]
    name = asked.words[left[0]].text
    if len(left) == 1 and name[0].isupper() and left[0] > 0:
        return time, Phrase(left[0], left[0] + 1, left[0], "", "", name, "name")
    return None


def _behind_opening(asked: Sentence) -> int:
    """Number of the first word behind "et", "what about" and the like."""
    at = asked.opened
    phrases = _about(asked.language)
    for start in (at, 0):
        for length in range(min(7, len(asked.words) - start), 0, -1):
            if asked.plain[start : start + length] in phrases:
                return start + length
            # "Qu'en est-il du Portugal": the preposition belongs to the contraction.
            last = start + length - 1
            contracted = asked.known.contracted.get(asked.plain[last])
            if contracted and (*asked.plain[start:last], contracted[0]) in phrases:
                return last
    return at


def _relation_at(asked: Sentence) -> int:
    """Number of a possessive that may open a follow-up, behind its article if it has one."""
    at = _behind_opening(asked)
    if at == 0 and "?" not in asked.after:
        return len(asked.words)
    if (
        at + 1 < len(asked.words)
        and asked.keys[at] in asked.known.articles
        and (asked.plain[at + 1] in _possessives(asked.language))
    ):
        at += 1
    short = len(asked.words) - at <= 4 and not any(
        asked.is_verb(n) for n in range(at + 1, len(asked.words))
    )
    return at if short else len(asked.words)


def _with_noun_before(asked: Sentence, before: Sentence) -> str | None:
    """ "Que prévoit l'accord de Paris" of "Que prévoit cet accord"; None without such a noun in the
    question before."""
    demonstratives = unjoined(plain(asked.language.follow_ups.demonstratives))
    for n in range(asked.rest, len(asked.words) - 1):
        if asked.plain[n] not in demonstratives:
            continue
        for phrase in before.phrases:
            if before.keys[phrase.noun] == asked.keys[n + 1] and phrase.last - phrase.noun > 1:
                article = before.said(phrase.noun - 1, phrase.noun) if phrase.article else ""
                whole = f"{article}{'' if article.endswith(chr(39)) else ' '}{phrase.text}".strip()
                start, behind = asked.said(0, n), asked.said(n + 2, len(asked.words))
                return f"{start} {whole} {behind}".strip()
    return None


def _who_said(before: Sentence, previous: Previous, language: Language) -> str:
    """The question who said the words of the answer before, or what it asked for.

    A date or a number is said of something: the question before stands behind it.
    """
    said = (previous.answer or before.text).strip(" «»“”„\"'\u00a0\u202f")
    shape = language.follow_ups.who_said
    if previous.answer and before.lead and before.lead.asks in ("when", "how_many"):
        shape = shape.replace("?", f"({_small(before.text)}) ?" if " ?" in shape else "?")
    return shape.replace("{words}", said)


def _without_tail(asked: Sentence, first: int) -> int:
    """Number of the word behind the last one that is no "ça" or "exactement"."""
    tails = {tuple(tail.split()) for tail in unjoined(plain(asked.language.follow_ups.tails))}
    last = len(asked.words)
    while last > first:
        length = next((n for n in (2, 1) if asked.plain[last - n : last] in tails), 0)
        if not length or last - length < first:
            return last
        last -= length
    return last


def _languages(question: str, before: str) -> tuple[Language | None, Language | None]:
    """The language of the question before, and that of the follow-up."""
    able = _with_words()
    of_before = [code for code in sorted(likely_languages(before)) if code in able]
    of_own = likely_languages(question)
    both = [code for code in of_before if code in of_own]
    own = [code for code in sorted(of_own) if code in able]
    first = next(iter(both or of_before), None)
    if first is None:
        first = next(iter(own), None)
    second = first if not of_own or first in of_own else next(iter(own), None)
    return (known(first) if first else None), (known(second) if second else None)


@lru_cache(maxsize=1)
def _with_words() -> frozenset[str]:
    """The languages in which follow-ups are understood."""
    return frozenset(code for code, one in languages().items() if one.follow_ups.opens)


@lru_cache(maxsize=64)
def _about(language: Language) -> frozenset[tuple[str, ...]]:
    phrases = unjoined(plain(language.follow_ups.about))
    return frozenset(tuple(re.findall(r"[^\W_]+(?:-[^\W_]+)*", phrase)) for phrase in phrases)


@lru_cache(maxsize=64)
def _that_one(language: Language) -> frozenset[str]:
    return frozenset(fold(plain(word)) for word in language.follow_ups.that_one.split())


@lru_cache(maxsize=64)
def _possessives(language: Language) -> frozenset[str]:
    return frozenset(pair.partition(":")[0] for pair in language.follow_ups.possessives.split())


@lru_cache(maxsize=64)
def _this_release(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{fold(language.follow_ups.this_release) or '(?!)'})\b")


def _body(asked: Sentence) -> str:
    """The words behind the opening, in small letters with single blanks."""
    return " ".join(plain(asked.said(asked.opened, len(asked.words))).split())


def _small(text: str) -> str:
    """A text that began a sentence, inside one."""
    return text[:1].lower() + text[1:]
