"""The parts of a question that a follow-up may change: its interrogative, its noun phrases, its
marks."""

from __future__ import annotations

import re
from functools import cached_property

from rag.language import WordClass
from rag.language.aliases import is_acronym, is_territory
from rag.language.language import Language
from rag.language.terms import fold, plain
from rag.lazy import dataclass, regex
from rag.question.follow_up_words import WORD, vocabulary

_MARKS = regex(r"^([\s¿¡\W]*)(.*?)([\s?!.…;؟？]*)$", re.DOTALL)
# The noun of "which" or "how many" has at most so many words.
_ASKED_NOUN = 4
# A noun without a capital is followed by at most so many words that belong to it.
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question.

    Attributes:
        start, end: offsets in ``Sentence.text``.
        text: as written, without an apostrophe at its end.
        key: in small letters without accents.
        plain: in small letters.
    """

    start: int
    end: int
    text: str
    key: str
    plain: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with its preposition.

    Attributes:
        first, last: numbers of its first word (the preposition, the article or the noun) and of
            the word behind its last one.
        noun: number of the word where the noun or the name begins.
        preposition: before it, taken out of a contraction ("du" is "de"); ``""`` for none.
        article: before the noun, as an own word ("du" is "le"); ``""`` for none.
        text: the noun or name with all that belongs to it, without the article.
        kind: ``person`` (with a title), ``territory``, ``acronym``, ``name`` or ``noun``.
    """

    first: int
    last: int
    noun: int
    preposition: str
    article: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The interrogative with its preposition and its noun: "avec quels pays".

    Attributes:
        first, last: numbers of its first word and of the word behind its last one.
        noun: number of the first word of its noun; ``last`` if it has none.
        preposition: whether a preposition stands before the interrogative.
        asks: the class of the interrogative.
        at: number of the interrogative's first word.
    """

    first: int
    last: int
    noun: int
    preposition: bool
    asks: WordClass
    at: int


class Sentence:
    """A question, split into words, with the words of a language.

    Attributes:
        before, text, after: its opening marks, the question without marks, its closing marks.
    """

    def __init__(self, question: str, language: Language) -> None:
        match = _MARKS.match(question)
        self.before, self.text, self.after = match.groups() if match else ("", question, "")
        self.language = language
        self.known = vocabulary(language)
        self.words = tuple(
            Word(found.start(), found.end(), found.group(), fold(spelt), spelt)
            for found in WORD.finditer(self.text)
            for spelt in (plain(found.group()),)
        )
        self.plain = tuple(word.plain for word in self.words)
        self.keys = tuple(word.key for word in self.words)

    def said(self, first: int, last: int) -> str:
        """The text from one word up to another one, with an apostrophe that joins it to it."""
        if first >= last:
            return ""
        start = self.words[first].start
        end = self.words[last].start if last < len(self.words) else len(self.text)
        return self.text[start:end].strip(" ,")

    def asked(self, text: str) -> str:
        """A text as a question of this one's language, with its marks."""
        text = text.strip(" ,")
        text = text[:1].upper() + text[1:]
        before, after = self.language.follow_ups.marks.split("{}")
        return f"{self.before.strip() or before}{text}{self.after.rstrip() or after}"

    @cached_property
    def opened(self) -> int:
        """How many of the first words only open a follow-up ("et", "mais alors")."""
        return next(
            (n for n, key in enumerate(self.keys) if key not in self.known.opens), len(self.keys)
        )

    @cached_property
    def lead(self) -> Lead | None:
        """The interrogative at its beginning; None for another question."""
        return lead_at(self, self.opened)

    @cached_property
    def rest(self) -> int:
        """Number of the first word behind the interrogative."""
        return self.lead.last if self.lead else self.opened

    @cached_property
    def inverted(self) -> int | None:
        """Number of the first verb that a pronoun is joined to ("a-t-elle"); None for none."""
        return next((n for n, key in enumerate(self.keys) if self.known.inversion(key)), None)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The noun phrases behind the interrogative, in order."""
        return phrases_in(self, self.rest)

    def is_verb(self, at: int) -> bool:
        """Whether a word is surely a verb."""
        return 0 <= at < len(self.keys) and (
            self.plain[at] in self.known.verbs or bool(self.known.inversion(self.keys[at]))
        )

    def is_participle(self, at: int) -> bool:
        """Whether a word may be a participle."""
        return 0 <= at < len(self.keys) and bool(self.known.participles.fullmatch(self.plain[at]))


def lead_at(sentence: Sentence, at: int) -> Lead | None:
    """The interrogative that begins at a word, with its preposition and its noun."""
    known, keys = sentence.known, sentence.keys
    for before in (0, *known.prepositions_at(sentence.plain, at)):
        found = known.interrogative_at(keys, at + before)
        if found is None:
            continue
        length, asks = found
        noun = last = at + before + length
        if asks in ("which", "how_many", "what", "how"):
            last = _noun_behind(sentence, noun, asks)
        return Lead(at, last, noun, before > 0, asks, at + before)
    return None


def _noun_behind(sentence: Sentence, at: int, asks: WordClass) -> int:
    """Number of the word behind the noun of "which", "how many", "what" or "how"."""
    known, keys = sentence.known, sentence.keys
    start = at
    if asks == "how_many" and keys[at : at + 1] and keys[at] in known.counts:
        start += 1
    elif asks == "what" and known.bare_what.isdisjoint(keys[:at]):
        pass
    elif asks == "what" or (asks == "how" and not known.degrees):
        return at
    for n in range(start, min(start + _ASKED_NOUN, len(keys))):
        if known.nouns_are_capitalised and _is_name(sentence, n):
            return n + 1
        clitic = n > start and keys[n] in known.clitics
        begins = keys[n] in known.articles or _is_name(sentence, n)
        place = bool(known.prepositions_at(sentence.plain, n)) and keys[n] not in known.noun_links
        if clitic or begins or place or sentence.is_verb(n):
            if n == start:
                return at
            verb = (begins or place) and n > start + 1 and sentence.inverted is None
            return n - 1 if verb else n
        if asks == "how" and n == start:
            return n + 1
    return min(start + 1, len(keys)) if start < len(keys) else at


def phrases_in(sentence: Sentence, first: int) -> tuple[Phrase, ...]:
    """The noun phrases from a word on."""
    found: list[Phrase] = []
    at = first
    while at < len(sentence.words):
        phrase = _phrase_at(sentence, at)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.last
    return tuple(found)


def _phrase_at(sentence: Sentence, first: int) -> Phrase | None:
    known, keys = sentence.known, sentence.keys
    at, preposition, article = first, "", ""
    if sentence.plain[at] in known.contracted:
        preposition, article = known.contracted[sentence.plain[at]]
        at += 1
    else:
        lengths = [*known.prepositions_at(sentence.plain, at)]
        if lengths:
            at += lengths[0]
            preposition = sentence.said(first, at).rstrip("'’ ")
        if at < len(keys) and keys[at] in known.articles:
            article = sentence.words[at].text
            at += 1
    if at >= len(keys) or sentence.is_verb(at) or keys[at] in known.idle or keys[at].isdigit():
        return None
    titled = keys[at] in known.titles
    named = _is_name(sentence, at) or titled
    if not named and not article and not (preposition and at > first):
        return None
    last = _end_of(sentence, at)
    supported = first > 0 and sentence.plain[first - 1] in known.support
    if supported and last == len(keys) and last > at + 1 and not named:
        last -= 1  # "did the bridge *open*"
    text = sentence.said(at, last).rstrip("'’")
    kind = _kind(sentence, at, last, titled=titled) if named else "noun"
    if kind == "name" and article and known.nouns_are_capitalised:
        kind = "noun"
    return Phrase(first, last, at, preposition, article, text, kind)


def _end_of(sentence: Sentence, at: int) -> int:
    """Number of the word behind a noun or a name, with what is joined to it by "of"."""
    known, keys = sentence.known, sentence.keys
    n, small = at + 1, 0
    while n < len(keys):
        gap = sentence.text[sentence.words[n - 1].end : sentence.words[n].start]
        if gap.strip(" '’.\u00a0\u202f") or sentence.is_verb(n):
            break
        if keys[n] in known.noun_links and n + 1 < len(keys) and not sentence.is_verb(n + 1):
            n += 2 if keys[n + 1] not in known.articles or n + 2 >= len(keys) else 3
            small = 0
            continue
        if _is_name(sentence, n) or (keys[n] == "s" and known.joined):
            if small and not known.nouns_are_capitalised:
                break
            n += 1
            continue
        follows = keys[n] in known.idle | known.clitics or keys[n][0].isdigit()
        if follows or keys[n] in known.articles or known.prepositions_at(sentence.plain, n):
            break
        if sentence.plain[n] in known.contracted or sentence.plain[n : n + 2] in known.took_place:
            break
        if small >= _ADJECTIVES or sentence.is_participle(n):
            break
        if _is_name(sentence, n - 1) and not _is_bounded(sentence, at, n):
            break
        small += 1
        n += 1
    return min(n, len(keys))


def _is_bounded(sentence: Sentence, at: int, n: int) -> bool:
    """Whether a small word behind a name is an adjective ("la Commission *européenne*"): the name
    has an article, and a verb or the end follows."""
    articled = at > 0 and sentence.keys[at - 1] in sentence.known.articles
    alone = n == at + 1 and not is_acronym(sentence.words[at].text)
    ends = n + 1 == len(sentence.words) or sentence.is_verb(n + 1)
    territory = is_territory(sentence.words[at].text)
    return articled and alone and ends and not territory


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a word has a capital that is not the question's first letter."""
    text = sentence.words[at].text
    return text[0].isupper() and (at > 0 or is_acronym(text))


def _kind(sentence: Sentence, at: int, last: int, *, titled: bool) -> str:
    text = sentence.said(at, last)
    if titled:
        return "person"
    if is_territory(text):
        return "territory"
    return "acronym" if is_acronym(sentence.words[at].text) else "name"
