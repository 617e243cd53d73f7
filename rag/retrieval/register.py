"""The register of statements: who said what, each speaker by one name for all releases."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rag.corpus.statements.one_names import names_of_speakers
from rag.corpus.statements.persons import ends_with, has_name, words_of
from rag.language import analyse, analyse_query
from rag.language.registry import known
from rag.types import Filters, ReleaseSummary, Speaker, StoredStatement

_BESIDE = 0.5  # what a term counts that stands in the title and not in the quote


class Register:
    """The statements of an index, joined by speaker. Safe from several threads.

    Args:
        stored: all statements.
        summaries: all releases.

    Attributes:
        statements: the statements, by the order of the releases' ids.
        speakers: for each statement the one name of its speaker.
    """

    def __init__(
        self, stored: Sequence[StoredStatement], summaries: Iterable[ReleaseSummary]
    ) -> None:
        self.statements = tuple(stored)
        self._releases = {one.id: one for one in summaries}
        self.speakers = names_of_speakers(self.statements)
        self._words = [words_of(name) for name in self.speakers]
        self._terms: dict[int, frozenset[str]] = {}
        self._lock = threading.Lock()

    def listed(self, chosen: Iterable[int] | None = None) -> list[Speaker]:
        """The speakers of some statements, or of all, those with most statements first."""
        roles: dict[str, Counter[str]] = {}
        for number in range(len(self.statements)) if chosen is None else chosen:
            counts = roles.setdefault(self.speakers[number], Counter())
            counts[self.statements[number].role] += 1
        found = [
            Speaker(name, tuple(role for role, _ in counts.most_common() if role), counts.total())
            for name, counts in roles.items()
        ]
        return sorted(found, key=lambda one: (-one.statements, one.name))

    def of_speaker(self, name: str) -> list[int]:
        """The numbers of the statements of a speaker: those whose name is this one, else those
        whose name ends with it or has all its words. An office ("le ministre") is looked for in
        the roles too."""
        asked = words_of(name)
        if not asked:
            return []
        every = range(len(self.statements))
        whole = [n for n in every if self._words[n] == asked]
        last = whole or [n for n in every if ends_with(self._words[n], asked)]
        found = last or [n for n in every if set(asked) <= set(self._words[n])]
        if has_name(name):
            return found
        of_role = [n for n in every if set(asked) <= set(words_of(self.statements[n].role))]
        return sorted({*found, *of_role})

    def choose(
        self, speaker: str | None, about: str | None, role: str | None, filters: Filters
    ) -> list[tuple[int, float]]:
        """The numbers of the statements that fit, with their scores: the best first, of equal ones
        the latest.

        Args:
            speaker: a name, whole or not; None or ``""`` for all speakers.
            about: words that the statements should have; None or ``""`` for all.
            role: words of the role; None or ``""`` for all.
            filters: which releases count.
        """
        chosen: Iterable[int] = range(len(self.statements))
        if speaker:
            chosen = self.of_speaker(speaker)
        if role:
            asked = set(words_of(role))
            chosen = [
                n for n in chosen if asked <= {*words_of(self.statements[n].role), *self._words[n]}
            ]
        chosen = [n for n in chosen if filters.let_pass(self._release(n))]
        scored = [(n, self.score(n, about) if about else 1.0) for n in chosen]
        return sorted(((n, s) for n, s in scored if s > 0), key=self._order)

    def score(self, number: int, about: str) -> float:
        """The share of the words of ``about`` that a statement has, 0 to 1. Words in the title of
        its release count half, unless the quote has none of them."""
        language = self._release(number).language
        asked = self.terms_asked(about, number)
        if not asked:
            return 0.0
        held = asked & self.terms_of(number)
        title = frozenset(analyse(self._release(number).title, language))
        beside = (asked - held) & title
        return (len(held) + _BESIDE * len(beside)) / len(asked) if held else 0.0

    def share(self, number: int, text: str) -> float:
        """The share of a text's terms that a statement has, 0 to 1. Words of saying are left out of
        it."""
        asked = self.terms_asked(text, number) - said_terms(self._release(number).language)
        return len(asked & self.terms_of(number)) / len(asked) if asked else 0.0

    def terms_asked(self, text: str, number: int) -> frozenset[str]:
        """The terms of a question's words in the language of a statement's release."""
        return _terms_asked(text, self._release(number).language)

    def terms_of(self, number: int) -> frozenset[str]:
        """The terms of a statement."""
        with self._lock:
            if number not in self._terms:
                quote = self.statements[number].quote
                self._terms[number] = frozenset(analyse(quote, self._release(number).language))
            return self._terms[number]

    def _release(self, number: int) -> ReleaseSummary:
        return self._releases[self.statements[number].release_id]

    def _order(self, scored: tuple[int, float]) -> tuple[float, int, int]:
        bounds = date.bounds if (date := self._release(scored[0]).date) else None
        return -scored[1], -bounds[1].toordinal() if bounds else 0, scored[0]


@lru_cache(maxsize=64)
def said_terms(language: str | None) -> frozenset[str]:
    """The terms of the verbs of saying in a language and in English."""
    own = [known(code).speech for code in (language, "en")]
    words = " ".join(f"{speech.asked} {speech.say}" for speech in own)
    return frozenset(analyse_query(words.replace("_", " "), [language]))


@lru_cache(maxsize=64)
def _terms_asked(about: str, language: str | None) -> frozenset[str]:
    return frozenset(analyse_query(about, [language]))
