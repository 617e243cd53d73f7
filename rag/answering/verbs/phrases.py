"""Find the phrases of people and things in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.tokens import Word
from rag.answering.verbs.clauses import Part
from rag.answering.verbs.grammar import (
    contractions_of,
    idle_of,
    is_person,
    objects_of,
    openings_of,
    personal_of,
    plain_articles,
    prepositions_of,
)
from rag.answering.words.name_phrases import name_phrases
from rag.language.language import Language
from rag.language.terms import folded_words, plain
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question.office import is_role, word_key
from rag.types import Span

_MARK = regex(r"[,;:()!?«»“”–\n]")
# A phrase without a name has so many words, at most.
_WORDS = 6
_ARTICLE_AND_NAME = 2
# So many words of a role stand between a name and another one, at most.
_ROLES = 2


class Phrases:
    """The phrases of people and things in a sentence."""

    def __init__(
        self, body: str, sentence: Span, tokens: Sequence[Word], language: Language
    ) -> None:
        self.body, self.sentence, self.tokens, self.language = body, sentence, tokens, language
        self._led = prepositions_of(language)

    def phrase(self, first: int, end: int, *, of_object: bool = False) -> Span | None:
        """The first name, with its article and nouns, that no preposition leads, from a word up to
        another one; or a few words behind an article. None without either."""
        if first >= end:
            return None
        tokens, language = self.tokens, self.language
        articles = plain_articles(language)
        names = name_phrases(self.body, tokens[first].start, tokens[end - 1].end, language.code)
        personal = personal_of(language) if of_object else frozenset()
        for name in names:
            n = next(n for n in range(first, end) if tokens[n].end > name.start)
            before = tokens[n - 1].written.strip("'") if n > first else ""
            joined = self._leads(n) and tokens[n].text not in articles
            joined |= n == 0 and tokens[n].text in openings_of(language)
            if (before in self._led and before not in personal) or joined:
                continue
            name = self._before(self._with_person(self._cut(name, n), names), first)
            return self._with_complement(name, end)
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
        cuts = objects_of(language)
        if language.calendar.nouns_are_capitalised:
            cuts |= plain_articles(language) - links
        for n in range(first + 1, len(tokens)):
            if tokens[n].end > name.end:
                break
            if tokens[n].text in cuts and tokens[n - 1].text not in links:
                return Span(name.start, tokens[n - 1].end)
        return name

    def _with_complement(self, name: Span, end: int) -> Span:
        """An article and one word with a capital, with the noun that "of" joins to it:
        "l'Agence *du médicament*"."""
        tokens, language = self.tokens, self.language
        own = [n for n in range(end) if name.start <= tokens[n].start < name.end]
        at = own[-1] + 1
        led = len(own) == _ARTICLE_AND_NAME and tokens[own[0]].text in plain_articles(language)
        if language.calendar.nouns_are_capitalised or not led or at >= end:
            return name
        of = folded_words(language.answers.of, *contractions_of(language))
        last = at
        while last < end and tokens[last].text in of | plain_articles(language):
            last += 1
        joined = last > at and tokens[at].text in of and last < end
        if not joined or _MARK.search(self.body, name.end, tokens[last].start):
            return name
        return Span(name.start, tokens[last].end)

    def _noun(self, n: int, end: int) -> Span | None:
        """A few words behind an article, with it; None for many."""
        tokens, language = self.tokens, self.language
        articles = plain_articles(language)
        of = folded_words(language.speech.name_links, language.answers.of) | articles
        last = n + 1
        while last + 1 < end and (
            tokens[last + 1].text in of
            or tokens[last].text in of
            or tokens[last + 1].text not in idle_of(language)
        ):
            last += 1
        if last - n >= _WORDS:
            return None
        return Span(tokens[n].start, tokens[last].end)

    def led(self, at: int, part: Part, words: str) -> Span | None:
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
                    self._noun(n, end)
                    if self._written(n) in contractions_of(self.language)
                    else None
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
        while start > first and is_person(tokens[start - 1].text, language):
            start -= 1
        last = next((n for n, one in enumerate(tokens) if one.end >= name.end), n)
        behind = tokens[last + 1 : last + 2]
        if behind and is_role(behind[0].text, language):
            between = self.body[name.end : behind[0].start]
            name = Span(name.start, name.end if between.strip() else behind[0].end)
        return Span(tokens[start].start, name.end)

    def subject(self, parts: Sequence[Part], own: int) -> Span | None:
        """The subject that stands in the parts before one; for a relative or a participle the
        phrase right before it."""
        if parts[own].is_inserted:
            return self._last_phrase(parts[own - 1]) if own else None
        first = own
        while first > 0 and (parts[first - 1].is_inserted or not parts[first - 1].has_verb):
            first -= 1
        told: list[Part] = []
        for n in range(first, own):
            # What stands behind an insertion without a verb is of it: "accompagné du maire, *X*".
            behind = n > first and parts[n - 1] not in told and not parts[n].has_verb
            if not (parts[n].is_inserted or behind):
                told.append(parts[n])
        found = [span for one in told if (span := self.phrase(one.first, one.end)) is not None]
        if not found:
            return None
        if len(found) > 1 and not self._is_name(found[-2]) and self._is_name(found[-1]):
            return Span(found[-2].start, found[-1].end)
        return found[0]

    def _last_phrase(self, part: Part) -> Span | None:
        """The last name of a part, or what stands behind its last article."""
        tokens, articles = self.tokens, plain_articles(self.language)
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
            told = all(is_person(word_key(one), self.language) for one in roles)
            if told and 0 < len(roles) <= _ROLES:
                return Span(name.start, other.end)
        return name

    def _is_name(self, span: Span) -> bool:
        words = self.body[span.start : span.end].split()
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def end_of_name(self, parts: Sequence[Part], own: int) -> int:
        """Where the words behind "by" end: with their part, and a name that follows a comma."""
        end = self.tokens[parts[own].end - 1].end
        if own + 1 < len(parts):
            behind = parts[own + 1]
            text = self.body[self.tokens[behind.first].start : self.tokens[behind.end - 1].end]
            if not behind.has_verb and all(word[0].isupper() for word in text.split()):
                return self.tokens[behind.end - 1].end
        return end
