"""Find who does something, and whom it is done to, on the two sides of a verb in its sentence.

A sentence is parted at its marks and its words for "and" and "who". What stands between a subject
and its verb in parts of their own ("Rolf Berg, *who leads the bank*, has …") is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.answering.checks.deeds import deed_of, deed_of_doer
from rag.answering.checks.voices import agent_behind
from rag.answering.tokens import Word, is_participle, pronouns, words_of
from rag.answering.words.name_phrases import name_phrases
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.question.office import is_role, leads, posts_of, word_key
from rag.types import Span

_MARK = re.compile(r"[,;:()!?«»“”–\n]")
_ENDS = re.compile(r"[;:!?\n]|\w{3}\.\s")
# An auxiliary stands so many words before its verb, "by" so many behind it, at most.
_AUXILIARY_WITHIN, _BY_WITHIN = 4, 9
# A phrase without a name has so many words, at most.
_WORDS = 6
# So many words of a role stand between a name and another one, at most.
_ROLES = 2
# The verb of a clause that has it at its end stands among so many last words.
_LAST_WORDS = 2


class Parties(NamedTuple):
    """The two sides of a verb in a sentence; None for one that is not found.

    Attributes:
        at: the place of the verb among the words of its sentence.
        passive: whether it stands in the passive.
        agent, patient: who does it, and whom or what it is done to.
        recipient, opponent: to whom, and against whom.
    """

    at: int
    passive: bool
    agent: Span | None
    patient: Span | None
    recipient: Span | None = None
    opponent: Span | None = None


class _Part(NamedTuple):
    """The words from ``first`` up to ``end`` of a sentence, between two marks or joining words.

    Attributes:
        is_inserted: whether it begins with a relative or a participle.
        relative: the folded relative that it begins with; "" without one.
        has_verb: whether it has an auxiliary or a known verb.
    """

    first: int
    end: int
    is_inserted: bool
    relative: str
    has_verb: bool


def parties(
    body: str,
    sentence: Span,
    tokens: Sequence[Word],
    at: int,
    things: frozenset[str],
    language: Language,
) -> Parties:
    """The two sides of the verb at a place of a sentence.

    Args:
        things: the index terms of things that it is done to. Where the language lets an object
            stand before the verb, they tell which side is which.
    """
    found = _sides(body, sentence, tokens, at, things, language)
    find, answers = _Finder(body, sentence, tokens, language), language.answers
    part = next(one for one in _parts(body, tokens, at, language) if one.first <= at < one.end)
    return found._replace(
        recipient=find.led(at, part, answers.recipients),
        opponent=find.led(at, part, answers.opponents),
    )


def _sides(
    body: str,
    sentence: Span,
    tokens: Sequence[Word],
    at: int,
    things: frozenset[str],
    language: Language,
) -> Parties:
    find = _Finder(body, sentence, tokens, language)
    parts = _parts(body, tokens, at, language)
    own = next(n for n, part in enumerate(parts) if part.first <= at < part.end)
    part = parts[own]
    by = _by(tokens, at, part, language)
    if _is_passive(tokens, at, part, by, language):
        agent = None
        if by is not None:
            end = find.end_of_name(parts, own) if by > at else tokens[at - 1].end
            agent = agent_behind(body, tokens, by, Span(sentence.start, end), language)
        first = min(_finite(tokens, at, part, language), at)
        patient = find.phrase(part.first, first) if first > part.first else None
        if patient is None:
            patient = find.subject(parts, own)
        if patient is None and own + 1 < len(parts) and part.is_inserted:
            patient = find.phrase(parts[own + 1].first, parts[own + 1].end)
        return Parties(at, True, agent, patient)
    return _active(find, parts, own, at, things)


def _active(
    find: _Finder, parts: Sequence[_Part], own: int, at: int, things: frozenset[str]
) -> Parties:
    tokens, language, part = find.tokens, find.language, parts[own]
    pivot = _finite(tokens, at, part, language)
    begin = part.first + bool(part.relative)
    last = language.follow_ups.times_before_participle
    before = find.phrase(begin, min(pivot, at)) if begin < min(pivot, at) else None
    if before is None and begin < min(pivot, at) and tokens[begin].text in pronouns(language):
        before = Span(tokens[begin].start, tokens[begin].end)
    behind = find.phrase(at + 1, part.end, of_object=True)
    if part.relative and (last or before is not None):
        # "den *die Pianistin* einweihte", "que *la ville* a donnée", "der *den Turm* baute"
        other = find.subject(parts, own)
        inner = find.phrase(begin, at) if last else before
        is_object = part.relative in _objects(language) or (not last and before is not None)
        return Parties(at, False, *((inner, other) if is_object else (other, inner)))
    if before is None and all(
        one.text in _idle(language) for one in tokens[begin : min(pivot, at)]
    ):
        before = find.subject(parts, own)
    if last and pivot < at:
        behind = find.phrase(pivot + 1, at, of_object=True)
    if _is_turned(find, part, pivot, at, before, behind, things):
        if before is None and behind is not None and last:
            end = at if pivot < at else part.end
            rest = next((n for n in range(end) if tokens[n].start >= behind.end), end)
            before = find.phrase(rest, end, of_object=True)
        return Parties(at, False, behind, before)
    return Parties(at, False, before, behind)


def _is_turned(
    find: _Finder,
    part: _Part,
    pivot: int,
    at: int,
    before: Span | None,
    behind: Span | None,
    things: frozenset[str],
) -> bool:
    """Whether the object stands before the verb, and the subject behind it: "Den Turm baute Lena
    Roth", "El acuerdo lo firmó Raúl Cobo"."""
    tokens, language = find.tokens, find.language
    if behind is None:
        return False
    if language.follow_ups.times_before_participle:
        led = tokens[part.first].text in _objects(language)
        told = frozenset(analyse(find.body[behind.start : behind.end], language.code))
        opens = find.body[behind.start : behind.end].split()[0].casefold()
        if led or opens in _objects(language):
            return led
        first = "" if before is None else find.body[before.start : before.end]
        named = frozenset(analyse(first, language.code))
        return before is None or (not things.isdisjoint(named) and things.isdisjoint(told))
    clitics = _clitics(language)
    if not clitics or pivot == part.first or pivot - 1 == part.first:
        return False
    return tokens[min(pivot, at) - 1].text in clitics and tokens[at + 1].text not in clitics - {
        *_articles(language)
    }


class _Finder:
    """The phrases of people and things in a sentence."""

    def __init__(
        self, body: str, sentence: Span, tokens: Sequence[Word], language: Language
    ) -> None:
        self.body, self.sentence, self.tokens, self.language = body, sentence, tokens, language
        self._led = _leading(language)

    def phrase(self, first: int, end: int, *, of_object: bool = False) -> Span | None:
        """The first name, with its article and nouns, that no preposition leads, from a word up to
        another one; or a few words behind an article. None without either."""
        if first >= end:
            return None
        tokens, language = self.tokens, self.language
        articles = _articles(language)
        names = name_phrases(self.body, tokens[first].start, tokens[end - 1].end, language.code)
        personal = _personal(language) if of_object else frozenset()
        for name in names:
            n = next(n for n in range(first, end) if tokens[n].end > name.start)
            before = tokens[n - 1].written.strip("'") if n > first else ""
            joined = self._leads(n) and tokens[n].text not in articles
            joined |= n == 0 and tokens[n].text in _openings(language)
            if (before in self._led and before not in personal) or joined:
                continue
            return self._before(self._with_person(self._cut(name, n), names), first)
        led = (n for n in range(first, end - 1) if tokens[n].text in articles)
        at = next((n for n in led if not tokens[n + 1].text.isdigit()), None)
        if at is None:
            return None
        if at > first and self._leads(at - 1) and tokens[at - 1].text not in personal:
            return None
        return self._noun(at, end)

    def _cut(self, name: Span, first: int) -> Span:
        """A name up to the article of an object in it: "die Bahn *den* Chef Kern"."""
        tokens, language = self.tokens, self.language
        links = folded_words(language.speech.name_links, language.answers.of)
        cuts = _objects(language)
        if language.calendar.nouns_are_capitalised:
            cuts |= _articles(language) - links
        for n in range(first + 1, len(tokens)):
            if tokens[n].end > name.end:
                break
            if tokens[n].text in cuts and tokens[n - 1].text not in links:
                return Span(name.start, tokens[n - 1].end)
        return name

    def _noun(self, n: int, end: int) -> Span | None:
        """A few words behind an article, with it; None for many."""
        tokens, language = self.tokens, self.language
        articles = _articles(language)
        of = folded_words(language.speech.name_links, language.answers.of) | articles
        last = n + 1
        while last + 1 < end and (
            tokens[last + 1].text in of
            or tokens[last].text in of
            or tokens[last + 1].text not in _idle(language)
        ):
            last += 1
        if last - n >= _WORDS:
            return None
        return Span(tokens[n].start, tokens[last].end)

    def led(self, at: int, part: _Part, words: str) -> Span | None:
        """The phrase behind one of some words, in the part of a verb: behind it or else before."""
        tokens = self.tokens
        listed = frozenset(word.strip("'") for word in unjoined(plain(words)))
        behind = [n for n in range(at + 1, part.end - 1) if self._written(n) in listed]
        before = [n for n in range(part.first, at) if self._written(n) in listed]
        if not self.language.follow_ups.times_before_participle:
            before = []
        for n in (*behind, *before):
            stop = _MARK.search(self.body, tokens[n].end)
            end = part.end
            if stop is not None:
                end = next((m for m in range(n, end) if tokens[m].start >= stop.start()), end)
            found = self.phrase(n + 1, end)
            if found is None:
                noun = (
                    self._noun(n, end) if self._written(n) in _contractions(self.language) else None
                )
                if noun is not None and noun.end > tokens[n + 1].start:
                    return Span(tokens[n + 1].start, noun.end)
                continue
            between = [m for m in range(n + 1, end) if tokens[m].end <= found.start]
            if len(between) <= _ROLES and not any(self._leads(m) for m in between):
                return Span(tokens[n + 1].start, found.end)
        return None

    def _written(self, n: int) -> str:
        return self.tokens[n].written.strip("'")

    def _leads(self, n: int) -> bool:
        """Whether a word is a preposition, maybe with an article in it."""
        return self.tokens[n].written.strip("'") in self._led

    def _before(self, name: Span, first: int) -> Span:
        """A name with a role in small letters before it, and its article."""
        tokens, language = self.tokens, self.language
        n = next(n for n, one in enumerate(tokens) if one.end > name.start)
        start = n
        while start > first and _is_person(tokens[start - 1].text, language):
            start -= 1
        last = next((n for n, one in enumerate(tokens) if one.end >= name.end), n)
        behind = tokens[last + 1 : last + 2]
        if behind and is_role(behind[0].text, language):
            between = self.body[name.end : behind[0].start]
            name = Span(name.start, name.end if between.strip() else behind[0].end)
        return Span(tokens[start].start, name.end)

    def subject(self, parts: Sequence[_Part], own: int) -> Span | None:
        """The subject that stands in the parts before one; for a relative or a participle the
        phrase right before it."""
        if parts[own].is_inserted:
            return self._last_phrase(parts[own - 1]) if own else None
        first = own
        while first > 0 and (parts[first - 1].is_inserted or not parts[first - 1].has_verb):
            first -= 1
        told = [one for one in parts[first:own] if not one.is_inserted]
        found = [span for one in told if (span := self.phrase(one.first, one.end)) is not None]
        if not found:
            return None
        if len(found) > 1 and not self._is_name(found[-2]) and self._is_name(found[-1]):
            return Span(found[-2].start, found[-1].end)
        return found[0]

    def _last_phrase(self, part: _Part) -> Span | None:
        """The last name of a part, or what stands behind its last article."""
        tokens, articles = self.tokens, _articles(self.language)
        last = tokens[part.end - 1].end
        names = name_phrases(self.body, tokens[part.first].start, last, self.language.code)
        places = [n for n in range(part.first, part.end) if tokens[n].text in articles]
        if names and (not places or names[-1].end > tokens[places[-1]].start):
            return names[-1]
        return self.phrase(places[-1], part.end) if places else None

    def _with_person(self, name: Span, names: Sequence[Span]) -> Span:
        """A name with the one that it only describes: "*Malvern* coach Brian Usher"."""
        for other in names:
            between = self.body[name.end : other.start] if other.start > name.end else ""
            roles = between.split() if _MARK.search(between) is None else []
            told = all(_is_person(word_key(one), self.language) for one in roles)
            if told and 0 < len(roles) <= _ROLES:
                return Span(name.start, other.end)
        return name

    def _is_name(self, span: Span) -> bool:
        words = self.body[span.start : span.end].split()
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def end_of_name(self, parts: Sequence[_Part], own: int) -> int:
        """Where the words behind "by" end: with their part, and a name that follows a comma."""
        end = self.tokens[parts[own].end - 1].end
        if own + 1 < len(parts):
            behind = parts[own + 1]
            text = self.body[self.tokens[behind.first].start : self.tokens[behind.end - 1].end]
            if not behind.has_verb and all(word[0].isupper() for word in text.split()):
                return self.tokens[behind.end - 1].end
        return end


def _parts(body: str, tokens: Sequence[Word], at: int, language: Language) -> list[_Part]:
    joins = folded_words(language.answers.joins)
    relatives = _relatives(language)
    firsts = [0]
    for n in range(1, len(tokens)):
        marked = _MARK.search(body, tokens[n - 1].end, tokens[n].start) is not None
        text = tokens[n].text
        begins = relatives.fullmatch(text) and (marked or not _has_articles(relatives))
        if (marked or text in joins or begins) and n > firsts[-1]:
            firsts.append(n)
    found = []
    for first, end in zip(firsts, [*firsts[1:], len(tokens)], strict=True):
        begin = first + (tokens[first].text in joins)
        if begin >= end:
            continue
        own = tokens[begin:end]
        opens = own[0].text
        relative = opens if begin and relatives.fullmatch(opens) else ""
        if relative and language.follow_ups.times_before_participle:
            ends = begin <= at < end and at >= end - _LAST_WORDS
            ends |= any(_is_known(one, language) for one in own[-_LAST_WORDS:])
            relative = relative if ends else ""
        has_verb = first <= at < end or any(_is_known(one, language) for one in own)
        by = folded_words(language.answers.by)
        participle = _may_be_participle(own[0], language) and any(one.text in by for one in own)
        found.append(_Part(begin, end, bool(relative) or participle, relative, has_verb))
    return found


def _is_known(word: Word, language: Language) -> bool:
    """Whether a word is an auxiliary or a known verb."""
    return (
        word.text in _auxiliaries(language)
        or bool(deed_of(word.term, language))
        or leads(word.text, language)
    )


def _is_passive(
    tokens: Sequence[Word], at: int, part: _Part, by: int | None, language: Language
) -> bool:
    passive = folded_words(language.answers.passive)
    if not _may_be_participle(tokens[at], language):
        known_verb = deed_of(tokens[at].term, language) and by is not None and by <= at + 2
        if not known_verb or language.follow_ups.times_before_participle:
            before = tokens[max(part.first, at - _AUXILIARY_WITHIN) : at]
            sure = any(one.text in passive for one in before)
            return bool(deed_of(tokens[at].term, language)) and sure
    if language.follow_ups.times_before_participle:
        auxiliary = any(one.text in passive for one in tokens[part.first : part.end])
    else:
        before = tokens[max(part.first, at - _AUXILIARY_WITHIN) : at]
        auxiliary = any(one.text in passive for one in before)
        if is_participle(tokens[at].written, language) or at == part.first:
            auxiliary |= all(one.written not in _auxiliaries(language) for one in before)
    return auxiliary or by is not None


def _by(tokens: Sequence[Word], at: int, part: _Part, language: Language) -> int | None:
    """The place of the word before who did it, in the part of the verb."""
    by = folded_words(language.answers.by)
    last = min(part.end, at + 1 + _BY_WITHIN)
    behind = [n for n in range(at + 1, last) if tokens[n].text in by]
    if behind and any(
        tokens[n].written in _auxiliaries(language) for n in range(at + 1, behind[0])
    ):
        behind = [] if not language.follow_ups.times_before_participle else behind
    if not behind and language.follow_ups.times_before_participle:
        behind = [n for n in range(part.first, at) if tokens[n].text in by]
    return behind[0] if behind else None


def _finite(tokens: Sequence[Word], at: int, part: _Part, language: Language) -> int:
    """The place of the auxiliary of a verb; of the verb without one."""
    auxiliaries = _auxiliaries(language)
    first = part.first
    if not language.follow_ups.times_before_participle:
        first = max(first, at - _AUXILIARY_WITHIN)
        near = [n for n in range(first, at) if tokens[n].written in auxiliaries]
        return near[0] if near else at
    places = [n for n in range(part.first, part.end) if tokens[n].text in auxiliaries]
    return places[0] if places else at


def _may_be_participle(word: Word, language: Language) -> bool:
    follow_ups = language.follow_ups
    if follow_ups.times_before_participle:
        return re.fullmatch(follow_ups.participles, word.written) is not None
    listed = re.fullmatch(follow_ups.participles or "(?!)", word.written) is not None
    if not language.answers.participles:
        return listed or bool(deed_of(word.term, language))
    return listed or is_participle(word.written, language)


@lru_cache(maxsize=16)
def _relatives(language: Language) -> re.Pattern[str]:
    return re.compile(language.calendar.tense.clause_ends or "(?!)")


def _has_articles(relatives: re.Pattern[str]) -> bool:
    return relatives.fullmatch("die") is not None


@lru_cache(maxsize=16)
def _auxiliaries(language: Language) -> frozenset[str]:
    """Auxiliaries with their accents: "à" is no "a"."""
    answers = language.answers
    listed = (language.questions.verbs, language.offices.auxiliaries, answers.passive)
    return unjoined(*map(plain, listed))


@lru_cache(maxsize=16)
def _objects(language: Language) -> frozenset[str]:
    """The articles and pronouns that only an object has: "den", "einen"."""
    return folded_words(language.answers.objects)


@lru_cache(maxsize=16)
def _clitics(language: Language) -> frozenset[str]:
    """Pronouns of an object before the verb, of a language whose subject may follow the verb."""
    if not language.follow_ups.drops_subjects:
        return frozenset()
    pairs = language.follow_ups.clitics.split()
    return folded_words(*(one.partition(":")[0] for one in pairs if one.endswith(":")))


def _is_person(word: str, language: Language) -> bool:
    return is_role(word, language) or bool(
        posts_of([word], language) or deed_of_doer(word, language)
    )


def joins_clauses(body: str, span: Span, language: str | None) -> bool:
    """Whether a part of a text has an auxiliary, a known verb, a pronoun, a relative, "by", "to" or
    the end of a sentence."""
    own = known(language)
    relatives = (
        frozenset[str]() if _has_articles(_relatives(own)) else folded_words(own.speech.relatives)
    )
    small = folded_words(own.answers.by) | pronouns(own) | relatives
    told = (
        one.written in _auxiliaries(own) or bool(deed_of(one.term, own)) or one.text in small
        for one in words_of(body, span, language)
    )
    return any(told) or _ENDS.search(body, span.start, span.end) is not None


@lru_cache(maxsize=16)
def _openings(language: Language) -> frozenset[str]:
    """Words that open a sentence and are no names: "according"."""
    return folded_words(language.speech.sources, language.speech.adverbs)


@lru_cache(maxsize=16)
def _personal(language: Language) -> frozenset[str]:
    """The preposition of a person who is an object, alone and with an article."""
    personal = language.follow_ups.personal
    pairs = (one.partition(":") for one in language.follow_ups.contractions.split())
    return folded_words(personal, *(new for old, _, new in pairs if old.split("+")[0] == personal))


@lru_cache(maxsize=16)
def _idle(language: Language) -> frozenset[str]:
    return frozenset(map(fold, function_words(language)))


@lru_cache(maxsize=16)
def _leading(language: Language) -> frozenset[str]:
    """Prepositions, "of" and "to", alone and with articles, with their accents: "à" is no "a"."""
    speech, answers = language.speech, language.answers
    found = unjoined(
        *map(
            plain,
            (
                speech.prepositions,
                language.questions.prepositions,
                answers.to,
                answers.of,
                answers.by,
                answers.beside,
                speech.loose_links,
            ),
        )
    )
    return frozenset(word.strip("'") for word in found) | _contractions(language)


@lru_cache(maxsize=16)
def _contractions(language: Language) -> frozenset[str]:
    """A preposition and an article in one word, with their accents."""
    pairs = plain(language.follow_ups.contractions).split()
    return frozenset(one.partition(":")[2].strip("'") for one in pairs)


@lru_cache(maxsize=16)
def _articles(language: Language) -> frozenset[str]:
    """Articles and possessives, without those that have a preposition in them."""
    pairs = language.follow_ups.possessives.split()
    own = folded_words(language.speech.articles, language.answers.articles)
    own |= folded_words(*(one.partition(":")[0] for one in pairs))
    return own - _contractions(language) - folded_words(language.answers.of)
