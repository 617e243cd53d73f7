"""The JSON that programs receive, as schemas: ``/api/openapi.json`` is made of them.

They describe what ``to_dict`` returns and change nothing in it. ``start`` and ``end`` count
characters of a release's text.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from rag.partial_date import Precision
from rag.types import Abstention, AnswerForm, Counted, SameRelease, Status


def absent(description: str = "") -> Any:
    """A key that is not in every object."""
    return Field(
        None,
        description=description or None,
        json_schema_extra=lambda schema: schema.pop("default", None) and None,
    )


class Shape(BaseModel):
    """A JSON object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Place(Shape):
    """Where in its file a stretch of a release's text stands."""

    start: int
    end: int
    page: int = absent("number of the page of a PDF, from 1")
    box: list[float] = absent(
        "left, top, right and bottom edge on the page of a PDF, in points of 1/72 inch from its "
        "top left corner"
    )
    element: str = absent("path of the element of a web page")
    offset: int = absent("where it begins in the decoded file, in characters")


class Quote(Shape):
    """Words of a release."""

    start: int
    end: int
    quote: str


class Citation(Quote):
    """Words of a release, with the id under which they are found again."""

    id: str = Field(description="release:start-end:digest")
    release_id: str
    places: list[Place] = absent("not for a text file")


class ReleaseDate(Shape):
    """The date of a release."""

    value: str = Field(description="ISO 8601 at the known precision; without a year --02-15")
    precision: Precision
    evidence: Quote | None = Field(description="null if the date is not in the text")


class Evidence(Shape):
    """What states the date of an answer: a citation, or ``quote`` and ``of`` alone."""

    of: Literal["event", "release"]
    quote: str | None
    id: str = absent()
    release_id: str = absent()
    start: int = absent()
    end: int = absent()
    places: list[Place] = absent()


class AnswerDate(Shape):
    """The date of an answer."""

    value: str | None = Field(description="null if it is relative and could not be resolved")
    precision: Precision
    evidence: Evidence
    against: str | None = Field(description="the date from which a relative one counts")


class Statement(Shape):
    """A quoted statement and its speaker."""

    name: Quote
    role: Quote | None
    statement: Quote


class Matched(Shape):
    """Why a passage was found."""

    dense_rank: int | None
    lexical_rank: int | None
    terms: list[str]
    period: Literal["release", "text"] | None
    reader: float | None


class Hit(Shape):
    """A passage that was found."""

    rank: int
    score: float
    id: str
    release_id: str
    ordinal: int
    start: int
    end: int
    text: str
    title: str
    date: ReleaseDate | None
    words: Quote | None
    matched: Matched
    statements: list[Statement]
    copies: list[str]
    places: list[Place] = absent("not for a text file")


class Part(Shape):
    """What one passage answers."""

    answer: str
    sentence: str
    span: Citation | None
    date: AnswerDate | None
    time: str | None
    confidence: float
    citations: list[Citation]
    also: list[Citation]
    release_id: str


class Period(Shape):
    """The period that a question names."""

    first: str | None = Field(alias="from")
    last: str | None = Field(alias="to")
    words: str


class Condition(Shape):
    """What the releases have of one of the operators in a query."""

    field: Literal["text", "title", "speaker", "source", "language", "date", "file"]
    kind: Literal["word", "prefix", "phrase", "near"]
    text: str
    start: int = Field(description="where it stands in the query, in characters")
    end: int
    excluded: bool
    releases: int = Field(description="number of releases that meet it, whatever the filters")
    as_written: bool = Field(description="false if it was found without accents and elisions")
    ignored: bool = Field(description="true for function words alone, which are not indexed")
    otherwise: int = Field(
        description="how many other releases have it without accents, elisions and hyphens"
    )
    distance: int = absent("of words near each other")


class Expression(Shape):
    """What the releases have of the operators in a query."""

    releases: int
    conditions: list[Condition]


class Problem(Shape):
    """What went wrong, or what no release meets."""

    code: str = Field(description="does not change, such as query.empty")
    message: str = Field(description="the cause and the remedy, as a sentence")


class Answer(Shape):
    """The answer to a question, or an abstention."""

    status: Status
    answer: str = Field(description="the short text shown as the answer; empty when abstained")
    sentence: str
    date: AnswerDate | None
    confidence: float = Field(description="probability that the words shown are right, 0 to 1")
    citations: list[Citation]
    hits: list[Hit]
    span: Citation | None
    speaker: Statement | None
    period: Period | None
    abstention: Abstention | None
    missing: list[str]
    form: AnswerForm
    parts: list[Part]
    as_of: str | None
    releases_read: int
    releases_found: int
    understood: str | None = Field(
        description="the question as it was understood by the question before; null if it stands "
        "by itself"
    )
    expression: Expression = absent("only if the text has operators")
    favoured: list[str] = absent("the words in quotation marks in a question")
    unmatched: list[Problem] = absent("which filters no release meets, where nothing is found")


class Hits(Shape):
    """The passages that fit a question, best first."""

    hits: list[Hit]
    expression: Expression = absent("only if the query has operators")
    unmatched: list[Problem] = absent("which filters no release meets, where nothing is found")


class SaidStatement(Shape):
    """A statement that a release quotes, with its speaker."""

    speaker: str = Field(description="one name for all releases")
    name: Quote = Field(description="the name as the release writes it")
    role: Quote | None
    statement: Quote
    score: float = Field(description="how well it fits the words that are asked about, 0 to 1")
    citation: Citation
    release_id: str
    title: str
    date: ReleaseDate | None


class Speaker(Shape):
    """A speaker, with the roles that stand beside the name."""

    name: str
    roles: list[str]
    statements: int


class Statements(Shape):
    """The statements that were asked for: the best first, of equal ones the latest."""

    count: int = Field(description="how many there are; statements holds the first of them")
    statements: list[SaidStatement]
    speakers: list[Speaker] = Field(description="their speakers, those with most first")
    unmatched: list[Problem] = absent("which filters no release meets, where nothing is found")


class Facet(Shape):
    """A value and how many releases have it."""

    value: str
    count: int


class Facets(Shape):
    """How the releases that a query leaves are distributed."""

    releases: int
    counted: Counted
    origins: list[Facet]
    languages: list[Facet]
    years: list[Facet]
    months: list[Facet]
    names: list[Facet]
    speakers: list[Facet]
    more: dict[str, int] = Field(
        description="for each facet of which the most frequent values are given, how many others "
        "there are"
    )
    expression: Expression = absent("only if the query has operators")
    unmatched: list[Problem] = absent("which filters no release meets, where nothing is found")


class SimilarRelease(Shape):
    """A release that is similar to another one."""

    release_id: str
    title: str
    date: str | None
    language: str | None
    origin: str
    score: float
    same: SameRelease | None = Field(description="how it is the other release again")
    citation: Citation


class Similar(Shape):
    """The releases similar to one."""

    releases: list[SimilarRelease]


class Change(Shape):
    """Words that differ."""

    kind: Literal["equal", "replaced", "removed", "added"]
    before: Citation | None
    after: Citation | None


class Changes(Shape):
    """The words that differ between two releases."""

    before: str
    after: str
    same: SameRelease | None
    changes: list[Change]


class Failure(Shape):
    """The answer to a request that failed."""

    error: Problem
