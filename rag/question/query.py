"""Check a question and turn it into one ``Query``, with all that answering needs to know."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from rag.errors import QueryError
from rag.expression import Expression
from rag.language import (
    TextForm,
    WordClass,
    analyse_query,
    asks_for_contacts,
    asks_when,
    likely_languages,
    question_word,
    text_form,
)
from rag.language.proper_names import Name, find_names
from rag.lazy import dataclass
from rag.question.courtesy import without_courtesy
from rag.question.extremes import as_figure, find_extreme
from rag.question.office import ask_who, asks_which_holder
from rag.question.operators import Parsed, parse
from rag.question.people import as_who, asks_for_people
from rag.question.period import question_period
from rag.question.quantity import Quantity, asked_quantity
from rag.question.rewording import as_which, for_one, one_at_a_time
from rag.question.scope import Scope, find_scope
from rag.types import Filters, Period

MAX_CHARACTERS = 2_000
# A question with such a share of capitals is written in capitals.
_CAPITALS = 0.75

AnswerKind = Literal["date", "any"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question with all that retrieval and answering need to know about it.

    Attributes:
        question: as the user asked it, checked.
        text: the form that models and analysers read, of each release alone. It has the length of
            ``question``, so that the same offsets hold in both.
        single: where it asks for several things, the same question for one of them; else ``text``.
        languages: ISO 639-1 codes of the languages that it may be in, by its function words or its
            script.
        cross_lingual: whether none of these languages is in the corpus. Then the passage that
            answers can hardly contain the question's words.
        form: whether it asks, names what is looked for, or does neither.
        names: the persons, organisations and places that it names.
        terms: its index terms for all languages of the corpus, with repeats.
        terms_in: the same without repeats, by the language of a release.
        period: the period that it names; None if it names none.
        wanted: the kind of answer: ``date``, or ``any`` for all other kinds.
        asks: the class of its interrogative ("qui" is ``who``).
        quantity: the quantity that it asks for; None if it asks for none.
        scope: whether it asks for one value, for each of several, for a list or a count, and of
            what time.
        asks_for_boilerplate: whether it asks for a contact, a legal notice or the like, or has
            operators. Passages of boilerplate answer only such questions.
        filters: which releases the search may find; what its operators say is one of them.
        k: number of hits, 1 or more.
        preferred: id of the release that probably answers, because it answered the question before;
            None for none.
    """

    question: str
    text: str
    single: str
    languages: frozenset[str]
    cross_lingual: bool
    form: TextForm
    names: tuple[Name, ...]
    terms: tuple[str, ...]
    terms_in: Mapping[str | None, frozenset[str]]
    period: Period | None
    wanted: AnswerKind
    asks: WordClass
    quantity: Quantity | None
    scope: Scope
    asks_for_boilerplate: bool
    filters: Filters
    k: int
    preferred: str | None = None

    @property
    def expression(self) -> Expression | None:
        """What the operators of a search say; None for a question, and for a search without
        operators."""
        return self.filters.expression

    @property
    def favoured(self) -> tuple[str, ...]:
        """The words in quotation marks in a question: passages with them rank higher."""
        if self.form != "question":
            return ()
        return tuple(one.text for one in parse(self.question).phrases)

    @property
    def timeless(self) -> str:
        """``text`` without the words of ``period``; all of it if no other word is left."""
        return self.without_period(self.text)

    def without_period(self, text: str) -> str:
        """``text`` or ``single`` without the words of ``period``."""
        if self.period is None:
            return text
        span = self.period.span
        left = f"{text[: span.start].rstrip()} {text[span.end :].lstrip()}"
        return left if any(map(str.isalnum, left)) else text


def make_query(
    question: object,
    k: object,
    filters: Filters,
    corpus_languages: Iterable[str | None],
    count_tokens: Callable[[str], int] | None = None,
) -> Query:
    """Make the query of a question.

    Args:
        question: a string with at least one visible character. Only the first 2,000 characters are
            kept, about as many as the window of the default encoder holds.
        k: number of hits, an integer of 1 or more. It may be larger than the corpus.
        filters: as ``make_filters`` returns them.
        corpus_languages: the languages of the releases; None for an unknown language.
        count_tokens: the number of tokens of a text in the encoder's vocabulary. Without it,
            random letters with a question mark are taken for a question.

    Raises:
        QueryError: the question is not a string or has no visible character, ``k`` is wrong, or
            operators are incomplete or too many.
    """
    asked = _checked_question(question)
    parsed = _operators(asked, count_tokens)
    if parsed is not None:
        if isinstance(question, str) and len(question.strip()) > MAX_CHARACTERS:
            raise QueryError("operators.too_long", limit=MAX_CHARACTERS)
        filters = replace(filters, expression=parsed.expression)
    text = parsed.searched if parsed is not None else without_courtesy(_as_read(asked))
    held = set(corpus_languages)
    # "Wie" asks who in Dutch and how in German: the releases tell which.
    likely = likely_languages(text)
    likely = (likely & held) or likely
    text = ask_who(text, likely)
    period = question_period(text)
    people = asks_for_people(text, likely)
    asks = "who" if people or asks_which_holder(text, likely) else _asks(text, likely)
    extreme = find_extreme(text, likely, wants_date=asks_when(text)) if period is None else None
    if extreme is not None:
        text = as_figure(text, likely, wants_date=asks_when(text))
        asks = _asks(text, likely)
    measures = asked_quantity(text, likely) is not None
    scope = find_scope(text, likely, asks, period, measures=measures)
    if extreme is not None:
        scope = Scope("series", extreme=extreme)
    if people == "several" and scope == Scope("value", scope.time) and scope.time != "last":
        scope = Scope("list")
    form = text_form(text, count_tokens) if parsed is None else "keywords"
    text = as_who(text, likely) if people and period is None else text
    text = one_at_a_time(text, likely, scope, asks, measures=measures and period is None)
    return Query(
        question=asked,
        text=text,
        single=for_one(text, likely) if scope.form == "list" else text,
        languages=likely,
        cross_lingual=not likely & held,
        form=form,
        names=find_names(_without_words_of(period, text), likely),
        terms=tuple(analyse_query(text, held)),
        terms_in={code: frozenset(analyse_query(text, [code])) for code in held},
        period=period,
        wanted="date" if asks_when(text) else "any",
        asks=asks,
        quantity=asked_quantity(text, likely),
        scope=scope,
        asks_for_boilerplate=parsed is not None or asks_for_contacts(text),
        filters=filters,
        k=_checked_k(k),
    )


def _without_words_of(period: Period | None, text: str) -> str:
    """A text with blanks for the letters of its period: "Ende 2019" names nothing."""
    if period is None:
        return text
    start, end = period.span.start, period.span.end
    digits = "".join(one if one.isdigit() else " " for one in text[start:end])
    return f"{text[:start]}{digits}{text[end:]}"


def latest_before(query: Query) -> Query:
    """The same question without its period, to the releases up to the end of the period, for the
    latest value."""
    end = query.period.high if query.period is not None else None
    ends = [day for day in (end, query.filters.date_to) if day is not None]
    return replace(
        query,
        text=query.timeless.ljust(len(query.text)),
        single=query.timeless.ljust(len(query.text)),
        period=None,
        scope=Scope("value", "now", is_of_state=True),
        filters=replace(query.filters, date_to=min(ends, default=None)),
    )


def of_all_times(query: Query) -> Query:
    """The same question without its period, for the value of each time."""
    text = query.timeless.ljust(len(query.text))
    scope = Scope("series", is_of_state=query.scope.is_of_state)
    return replace(query, text=text, single=text, period=None, scope=scope)


def of_each(query: Query) -> Query | None:
    """A question for how many things there are as one for these things; None if it asks for no
    number of things, or in a language without words for that."""
    if query.quantity is None or query.quantity.kind != "count" or query.period is not None:
        return None
    if query.scope.form not in ("value", "count") or query.scope.is_of_events:
        return None
    text = as_which(query.text, query.languages)
    if text is None:
        return None
    scope = Scope("list", membership=query.scope.membership)
    single = for_one(text, query.languages)
    return replace(query, text=text, single=single, quantity=None, scope=scope, asks="which")


def _asks(text: str, likely: frozenset[str]) -> WordClass:
    """The class of the interrogative, in the one language that a question may be in, or in any."""
    return question_word(text, next(iter(likely)) if len(likely) == 1 else None)


def make_filters(
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    language: str | Iterable[str] | None = None,
    releases: str | Iterable[str] | None = None,
) -> Filters:
    """Make the filters of a search.

    Args:
        date_from, date_to: ``2014``, ``2014-11``, ``2014-11-18`` or a date in words; inclusive.
            Of a year or a month, ``date_from`` takes the first day and ``date_to`` the last.
        language: one ISO 639-1 code or several, or names of languages ("français", "French").
        releases: one release id or several.

    Raises:
        QueryError: a date does not exist or has no year, the range ends before it begins, or a
            language or a release id is not a string.
    """
    low = _bound(date_from, 0) if date_from is not None else None
    high = _bound(date_to, 1) if date_to is not None else None
    if low and high and low > high:
        raise QueryError("query.empty_range", first=date_from, last=date_to)
    languages: list[str] = []
    if language is not None:
        from rag.language.names import language_codes

        languages = [code for text in _several(language) for code in language_codes(text)]
    chosen = tuple(dict.fromkeys(languages))
    return Filters(low, high, chosen, tuple(_several(releases)))


def _operators(text: str, count_tokens: Callable[[str], int] | None) -> Parsed | None:
    """What the operators of a text say; None if it has none or is a question.

    Raises:
        QueryError: an operator is incomplete, or there are too many.
    """
    parsed = parse(text)
    if parsed.expression is None and not parsed.problems:
        return None
    if text_form(parsed.masked, count_tokens) != "keywords":
        return None
    if parsed.problems:
        raise QueryError(parsed.problems[0].code, **parsed.problems[0].values)
    return parsed


def _checked_question(question: object) -> str:
    if not isinstance(question, str):
        raise QueryError("query.not_text", kind=type(question).__name__)
    clean = question.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").strip()
    clean = unicodedata.normalize("NFC", clean)
    if not any(character.isprintable() and not character.isspace() for character in clean):
        raise QueryError("query.empty")
    return clean[:MAX_CHARACTERS]


def _as_read(question: str) -> str:
    """A question that is mostly in capitals as small letters, which the models read better; the
    length stays.

    One or two words may be acronyms and stay as they are.
    """
    small = question.lower()
    letters = [letter for letter in question if letter.lower() != letter.upper()]
    share = sum(map(str.isupper, letters)) / max(1, len(letters))
    capitals = share >= _CAPITALS and len(question.split()) > 2
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
    from rag.corpus.release_dates.stated import parse_date

    if isinstance(text, date):
        text = text.isoformat()
    parsed = parse_date(text) if isinstance(text, str) else None
    bounds = parsed.bounds if parsed else None
    if bounds is None:
        raise QueryError("query.bad_date", value=text)
    return bounds[side]
