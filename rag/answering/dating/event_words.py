"""The words by which a release tells of the event, or of the office, that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.checks.events import are_named_in, asked_events, asked_of, tells_event
from rag.answering.dating.asked import asked_office, asks_origin, reporting, verb_of
from rag.answering.dating.clauses import Clause
from rag.answering.dating.ends import Role, role_asked, role_of_date
from rag.language import DateExpression, analyse
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.language.word_lists import FoldedText, word_list
from rag.question import Query
from rag.question.office import articles_of, leads, tokens_of
from rag.question.verb import alike, says
from rag.types import Hit

# "After" stands so many words before an event: "un an *après* la récente parution".
_BEFORE_EVENT = 3
# Who is followed by another one stands so many words behind the verb: "succède à la docteure Roux".
_SUCCEEDED_WITHIN = 5
# Events that end something, so that "until" may tell when they were.
_ENDS = frozenset({"close", "demolish", "dismiss", "lose", "resign", "retire"})


class EventWords:
    """The words for the event of a question for a date, or for taking an office.

    Args:
        query: the question.
        hit: a passage of the release.
    """

    def __init__(self, query: Query, hit: Hit) -> None:
        self._hit, self._body, self._code = hit, hit.release.body, hit.release.language
        self._language = language = known(self._code)
        self._office = asked_office(query, language)
        self._keys = asked_of(query, hit)
        self._verb = verb_of(query, language)
        self._subject = ""
        if self._verb is not None and asked_events(self._verb.word, language, frozenset()):
            self._subject = self._verb.subject
        # Which end of an office is asked for.
        self._end: Role = role_asked(query.text, query.languages) or "begin"
        self._query, self._role = query, role_asked(query.text, query.languages)
        self._names = frozenset(part for one in query.names for part in one.parts)
        if self._office is not None:
            self._names = frozenset(self._office.name)
        known_words = bool(self._office or self._keys or self._verb)
        self._known = known_words and not asks_origin(query, language)

    @property
    def is_known(self) -> bool:
        """Whether words for it are known."""
        return self._known

    @property
    def reports(self) -> bool:
        """Whether it is that somebody said something."""
        return (
            self._verb is not None
            and not self._keys
            and any(alike(self._verb.term, one) for one in reporting(self._language))
        )

    @property
    def ends(self) -> bool:
        """Whether it is an end: "a fermé"."""
        words = word_list(self._language.answers.endings)
        return not _ENDS.isdisjoint(self._keys) or words.are_in(FoldedText(self._query.text))

    def is_told_in(self, text: str) -> bool:
        """Whether a text has words for it; False if none are known."""
        return self._known and self._has_words(text)

    def _is_noun(self, clause: Clause) -> bool:
        """Whether a clause tells of the event by a noun: "le *décès*", but not "d'*accorder*"."""
        tokens, keys = tokens_of(self._body[clause.start : clause.end])
        led = articles_of(self._language) - folded_words(self._language.answers.of)
        return any(
            before in led and self._has_words(token.group())
            for before, token in zip(keys, tokens[1:], strict=False)
        )

    def _tells(self, clause: Clause, date: DateExpression | None) -> bool:
        """Whether a clause tells of the event, and not only of what was before or after it: "un an
        après *la parution*" tells its date only behind it."""
        start = max(clause.start, date.start) if date is not None else clause.end
        text = self._body[clause.start : clause.end]
        after = self._after(text, start - clause.start)
        return self._has_words(after, date is not None and self._has_end(date))

    def _has_end(self, date: DateExpression) -> bool:
        """Whether a date has the end of a time that is asked for: "de 2011 à 2018" has both."""
        several = date.date is not None and date.date.until is not None
        return several or role_of_date(self._body, date, self._code) == self._end

    def _after(self, text: str, at: int) -> str:
        """A text without the words right behind "before" and "after", if no date stands behind
        them.

        Args:
            at: where the date stands; the length of the text if it has none.
        """
        period = self._language.questions.period
        led = folded_words(period.before, period.after)
        tokens, keys = tokens_of(text)
        cut = next((n for n, key in enumerate(keys) if key in led), None)
        if cut is None or tokens[cut].end() < at < len(text):
            return text
        stands_last = self._language.follow_ups.times_before_participle
        if at < tokens[cut].start() and not stands_last:
            return text[: tokens[cut].start()]  # "joined in 2019 *after her uncle had retired*"
        behind = tokens[cut + 1 + _BEFORE_EVENT : cut + 2 + _BEFORE_EVENT]
        return text[: tokens[cut].start()] + (text[behind[0].start() :] if behind else "")

    def _has_very_words(self, text: str) -> bool:
        """Whether a text has a word by which questions ask for the event, or its verb."""
        if self._office is not None or not self._keys:
            return self._has_words(text)
        if self._verb is not None and says(self._verb.term, text, self._code):
            return True
        return are_named_in(self._query, self._hit, text)

    def _has_words(self, text: str, lasts: bool = False) -> bool:
        """Whether a text has words for the event, or for the office beside "since" or "until"."""
        tokens, keys = tokens_of(text)
        if self._office is not None:
            return self._tells_office(tokens, self._before_praise(keys), lasts)
        if self._subject:
            text = " ".join(
                t.group() for t, key in zip(tokens, keys, strict=True) if key != self._subject
            )
        if any(tells_event(text, key, self._language) for key in self._keys):
            return True
        return self._verb is not None and says(self._verb.term, text, self._code)

    def _tells_office(
        self, tokens: Sequence[re.Match[str]], keys: Sequence[str], lasts: bool
    ) -> bool:
        """Whether a text says that somebody took an office, or left it if the question asks until
        when he had it; beside "since" or "until", that he has it."""
        offices = self._language.offices
        text = FoldedText(" ".join(keys))
        leaving = word_list(offices.leaves).are_in(text) or self._is_succeeded(keys)
        if leaving or self._end == "end":
            taken = leaving and self._end == "end"
        else:
            taken = word_list(offices.takes).are_in(text)
        if taken or not lasts or self._office is None:
            return taken
        for n, (token, key) in enumerate(zip(tokens, keys, strict=False)):
            if leads(key, self._language):
                return True
            # "La directrice Anne Roux attend cela depuis 2008"
            title = keys[n + 1 : n + 2] and keys[n + 1] in self._office.name
            terms = analyse(token.group(), self._code)
            if not title and any(alike(term, one) for term in terms for one in self._office.terms):
                return True
        return False

    def _before_praise(self, keys: Sequence[str]) -> Sequence[str]:
        """Folded words up to a verb of praising behind the name of whom the question asks about:
        "*Luc Vidal* a *salué* la nomination" tells of another one."""
        announces = word_list(self._language.answers.announces)
        named = False
        for n, key in enumerate(keys):
            named |= key in self._names
            if named and announces.has(key):
                return keys[:n]
        return keys

    def _is_succeeded(self, keys: Sequence[str]) -> bool:
        """Whether folded words of a text say that whom the question names was followed by another
        one: "elle succède à *Luc Vidal*", "*Luc Vidal* est remplacé par elle"."""
        succeeds = word_list(self._language.offices.succeeds)
        by = folded_words(self._language.answers.by)
        for n, key in enumerate(keys):
            if succeeds.has(key):
                passive = not by.isdisjoint(keys[n + 1 : n + 2])
                told = keys[:n] if passive else keys[n + 1 : n + 1 + _SUCCEEDED_WITHIN]
                if not self._names.isdisjoint(told):
                    return True
        return False
