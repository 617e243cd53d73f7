"""A question to one ``Query``, made once: checked, and understood as far as answering needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rag.errors import QueryError
from rag.language import analyse_query, asks_for_contacts, asks_when, likely_languages
from rag.question.period import question_period
from rag.types import Filters, Period

MAX_CHARACTERS = 2_000

AnswerKind = Literal["date", "any"]


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks, and of what.

    Attributes:
        question: as asked, checked.
        text: the form in which models and analysers read it; as long as ``question``, so that
            places in one are places in the other.
        languages: ISO 639-1 codes that it may be in, by its function words or its script.
        cross_lingual: whether none of them is a language of the corpus: its words can then not be
            expected in the passage that answers.
        terms: its index terms for all languages of the corpus, repeats kept.
        terms_in: the same, each once, by the language of a release.
        period: the time that it speaks of.
        wanted: the kind of answer, as far as kinds are told apart: ``date``, or ``any``.
        asks_for_boilerplate: whether it asks for a contact, a legal notice or the like, which
            otherwise no passage answers.
        filters: what the search is narrowed to.
        k: how many hits, 1 or more.
    """

    question: str
    text: str
    languages: frozenset[str]
    cross_lingual: bool
    terms: tuple[str, ...]
    terms_in: Mapping[str | None, frozenset[str]]
    period: Period | None
    wanted: AnswerKind
    asks_for_boilerplate: bool
    filters: Filters
    k: int

    @property
    def timeless(self) -> str:
        """``text`` without the words of ``period``; whole where nothing else is in it."""
        if self.period is None:
            return self.text
        span = self.period.span
        left = f"{self.text[: span.start].rstrip()} {self.text[span.end :].lstrip()}"
        return left if any(map(str.isalnum, left)) else self.text


def make_query(
    question: object,
    k: object,
    filters: Filters,
    corpus_languages: Iterable[str | None],
) -> Query:
    """The query that a question is.

    Args:
        question: a string with something in it; what is beyond 2,000 characters is left out (about
            what the default encoder's window holds).
        k: a whole number of 1 or more; larger than the corpus is fine.
        filters: as ``make_filters`` gives them.
        corpus_languages: of the releases; None stands for those that could not be told.

    Raises:
        QueryError: no string, nothing but blanks, marks and control characters, or a bad ``k``.
    """
    asked = _checked_question(question)
    text = _as_read(asked)
    likely = likely_languages(text)
    held = set(corpus_languages)
    return Query(
        question=asked,
        text=text,
        languages=likely,
        cross_lingual=not likely & held,
        terms=tuple(analyse_query(text, held)),
        terms_in={code: frozenset(analyse_query(text, [code])) for code in held},
        period=question_period(text),
        wanted="date" if asks_when(text) else "any",
        asks_for_boilerplate=asks_for_contacts(text),
        filters=filters,
        k=_checked_k(k),
    )


def make_filters(
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    language: str | Iterable[str] | None = None,
    releases: str | Iterable[str] | None = None,
) -> Filters:
    """Filters as the retriever takes them, dates widened to whole days.

    Args:
        date_from, date_to: ``2014``, ``2014-11``, ``2014-11-18`` or a date in words; inclusive.
        language: one ISO 639-1 code or several.
        releases: one release id or several.

    Raises:
        QueryError: a date that is not in the calendar or has no year, or a range that ends
            before it begins.
    """
    low = _bound(date_from, 0) if date_from is not None else None
    high = _bound(date_to, 1) if date_to is not None else None
    if low and high and low > high:
        raise QueryError("query.empty_range", first=date_from, last=date_to)
    languages = tuple(code.strip().casefold() for code in _several(language))
    return Filters(low, high, languages, tuple(_several(releases)))


def _checked_question(question: object) -> str:
    if not isinstance(question, str):
        raise QueryError("query.not_text", kind=type(question).__name__)
    clean = question.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").strip()
    if not any(character.isprintable() and not character.isspace() for character in clean):
        raise QueryError("query.empty")
    return clean[:MAX_CHARACTERS]


def _as_read(question: str) -> str:
    """A question typed all in capitals in small letters, which the models read better; of the same
    length. A word or two may be an acronym and stay."""
    small = question.lower()
    capitals = question.isupper() and len(question.split()) > 2
    return small if capitals and len(small) == len(question) else question


def _checked_k(k: object) -> int:
    if isinstance(k, bool) or not isinstance(k, int) or k < 1:
        raise QueryError("query.bad_k", k=k)
    return k


def _several(value: str | Iterable[str] | None) -> list[str]:
    if value is None:
        return []
    several = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    for one in several:
        if not isinstance(one, str):
            raise QueryError("query.bad_filter", value=one)
    return several


def _bound(text: object, side: int) -> date:
    # Few questions come with a date beside them.
    from rag.corpus.stated_date import parse_date

    if isinstance(text, date):
        text = text.isoformat()
    parsed = parse_date(text) if isinstance(text, str) else None
    bounds = parsed.bounds if parsed else None
    if bounds is None:
        raise QueryError("query.bad_date", value=text)
    return bounds[side]
