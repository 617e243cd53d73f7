"""The values that the packages pass to each other: releases, passages, hits, answers.

All are frozen. Offsets count characters of a release's body, so that ``body[start:end]`` is a
quote. The body of a text file is the decoded file, without a byte-order mark and with unchanged
line ends. For other formats it is the text without markup, and ``Release.places`` tells where in
the file each part of it stands.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Protocol

from rag.expression import Expression, ExpressionResult
from rag.partial_date import PartialDate, Precision

BlockKind = Literal[
    "title",
    "header",
    "caption",
    "heading",
    "paragraph",
    "item",
    "columns",
    "row",
    "about",
    "boilerplate",
    "site",
]
PassageKind = Literal["text", "table", "about", "boilerplate"]
Status = Literal["answered", "passages", "abstained"]


class SpanLike(Protocol):
    """Anything with a start and an end in a body: a span, a passage, a citation, a date."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Shown:
    """What a notebook shows as a line or a small box, instead of all its fields."""

    __slots__ = ()

    def __repr__(self) -> str:
        from rag.notebook import as_line

        return as_line(self)

    def _repr_html_(self) -> str:
        from rag.notebook import as_html

        return as_html(self)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (included) to ``end`` (excluded) of a body."""

    start: int
    end: int

    def overlaps(self, other: SpanLike) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not done, as data. ``rag.phrases.reason_in_words`` makes the sentence.

    Attributes:
        code: key of the sentence in ``rag/locales/``, such as ``file.empty``.
        values: the values that the sentence mentions.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a file that was read.

    Attributes:
        source: its path relative to the corpus folder, with ``/``.
        reason: ``remark.encoding`` (its letters may be read wrongly), ``remark.empty_pages``,
            ``remark.several`` (several releases in one text), or ``remark.columns`` (columns of a
            sidecar that state nothing).
    """

    source: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a body with its kind.

    Attributes:
        kind: ``title``; ``header`` (dates and labels); ``caption`` of a picture; ``heading`` of a
            section; ``paragraph``; ``item`` of a list; ``columns`` (the line that names a table's
            columns) and ``row`` of a table, both with tabs between the cells; ``about`` (what a
            release says of its publisher in every release); ``boilerplate`` (contacts, legal
            notices); ``site`` (navigation, share links, comment forms: never part of a passage).
        start, end: offsets in the body.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a body stands in the file that it was read from.

    Attributes:
        start, end: the stretch, in the body's characters.
        page: number of the page, from 1; None in a file without pages.
        box: left, top, right and bottom edge on the page, in points of 1/72 inch from its top left
            corner; None in a file without pages.
        element: path of the element, such as ``/html/body/main/p[3]``; None in a file without
            elements.
        offset: where the stretch begins in the decoded file, in characters; None if not known.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    element: str | None = None
    offset: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{start, end, page, box, element, offset}`` without what is not known."""
        values = {
            "page": self.page,
            "box": list(self.box) if self.box else None,
            "element": self.element,
            "offset": self.offset,
        }
        known = {name: value for name, value in values.items() if value is not None}
        return {"start": self.start, "end": self.end, **known}


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a release was published, as the release or its metadata states it.

    Attributes:
        date: None if no date is stated.
        span: the date in the body; None if it is not in the body.
        stated_by: where the date was found: ``header``, ``lead``, ``end`` (a line at the end of
            the text), ``front matter``, ``file`` (another part of the file that its format
            reserves for the date), ``name`` (the file's name) or ``sidecar``; None if no date is
            stated.
        words: the words that state it where they are not in the body, such as
            ``2019-11-07T14:46:54Z``; None otherwise.
        doubtful: whether a person should look: it was taken from the file's name, or the release
            states another one as well.
    """

    date: PartialDate | None = None
    span: Span | None = None
    stated_by: str | None = None
    words: str | None = None
    doubtful: bool = False

    @property
    def value(self) -> str | None:
        """The date as text, in the forms of ``PartialDate.value``; None if no date is stated."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What is known of the date: its day, its month, its year …"""
        return self.date.precision if self.date else "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Release(_Shown):
    """A press release as read from its file.

    Attributes:
        id: the file's name without its ending, or the id in the metadata; of a row of a table its
            id. It never changes.
        title: as in the text or in the metadata; ``""`` if there is none.
        published: the publication date.
        language: ISO 639-1 code; None if it could not be identified.
        body: the text of the release (see the module).
        source: path of the file relative to the corpus folder, with ``/``. In a file that holds
            several releases the place in it stands behind: ``a.zip/inner/b.txt``, ``c.csv#12``.
        url: where the release was published; None if the metadata does not say.
        blocks: its parts, in order. They do not overlap.
        encoding: the character encoding of the file; a "?" behind it if the text may be read
            wrongly (see ``encoding_is_doubtful``).
        places: where in the file the parts of the body stand, in order; empty for a text file,
            whose body is the file.
        origin: where the release comes from: as the metadata says, else the host of ``url``, else
            the top folder; ``""`` if nothing tells.
        updated: when it was last changed, where it says so.
        embargo: the day until which it was not to be published, where it says so.
        empty_pages: numbers of the pages of its file that hold no text, from 1.
        release_count: how many releases its text seems to hold; more than 1 where several were put
            into one file.
    """

    id: str
    title: str
    published: PublicationDate
    language: str | None
    body: str
    source: str
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    places: tuple[Place, ...] = ()
    origin: str = ""
    updated: PublicationDate = PublicationDate()
    embargo: PublicationDate = PublicationDate()
    empty_pages: tuple[int, ...] = ()
    release_count: int = 1

    @property
    def remarks(self) -> tuple[Reason, ...]:
        """What a person should know of the reading: a doubtful encoding, pages without text,
        several releases in one text."""
        found = []
        if self.encoding_is_doubtful:
            found.append(Reason("remark.encoding", {"encoding": self.encoding.removesuffix("?")}))
        if self.empty_pages:
            pages = ", ".join(map(str, self.empty_pages))
            found.append(Reason("remark.empty_pages", {"pages": pages}))
        if self.release_count > 1:
            found.append(Reason("remark.several", {"count": self.release_count}))
        return tuple(found)

    @property
    def encoding_is_doubtful(self) -> bool:
        """Whether a person should look at the letters: another encoding makes words of the text as
        well, or the text seems to have been damaged before ("Ã©")."""
        return self.encoding.endswith("?")


def places_of(release: Release, start: int, end: int) -> tuple[Place, ...]:
    """Where in its file a stretch of a release's body stands, such as a citation.

    Args:
        start, end: the stretch, in the body's characters.

    Returns:
        The release's places that share a character with it, in order, each cut to what it
        shares. The box stays that of the whole place (a line). Empty for a text file.
    """
    first = bisect_right(release.places, start, key=lambda place: place.end)
    found = []
    for place in release.places[first:]:
        if place.start >= end:
            break
        low, high = max(start, place.start), min(end, place.end)
        if low < high:
            offset = None if place.offset is None else place.offset + low - place.start
            found.append(replace(place, start=low, end=high, offset=offset))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """A release without its text, for lists of many.

    Attributes:
        id, title, language: as in ``Release``.
        date: when it was published; None if no date is stated.
        passages: number of its passages.
        characters: length of its body.
        source, origin: as in ``Release``.
        remarks: as in ``Release``.
        stated_by, doubtful: where ``date`` was found, and whether a person should look at it (see
            ``PublicationDate``).
    """

    id: str
    title: str
    date: PartialDate | None
    language: str | None
    passages: int
    characters: int
    source: str = ""
    origin: str = ""
    stated_by: str | None = None
    doubtful: bool = False
    remarks: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a release, or a part of a long one.

    Attributes:
        release_id: id of the release.
        ordinal: number of the passage in the release, from 0.
        start, end: offsets in the body; ``body[start:end] == text``.
        text: the passage.
        context: what is encoded and indexed together with the text (the release's title, a
            heading, a caption, the columns of a table with tabs between them). It is never quoted.
        kind: ``text``; ``table`` for rows, a line each; ``about`` or ``boilerplate`` as in
            ``Block``.
    """

    release_id: str
    ordinal: int
    start: int
    end: int
    text: str
    context: str = ""
    kind: PassageKind = "text"

    @property
    def citation(self) -> Citation:
        """The whole passage as a citation."""
        digest = quote_digest(self.text)
        return Citation(self.release_id, self.ordinal, self.start, self.end, self.text, digest)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which releases a search may find. A release must meet all conditions.

    Attributes:
        date_from, date_to: first and last day; None for no limit. A release passes if its date may
            lie in the range: "2014" may be any day of that year. Without a year it does not pass.
        languages: ISO 639-1 codes; empty for all languages.
        release_ids: ids; empty for all releases.
        expression: what a release must meet, as the operators of a search say; None for nothing. A
            passage passes if a part of the expression stands in it; where none stands in a passage
            of the release, all of them pass.
    """

    date_from: date | None = None
    date_to: date | None = None
    languages: tuple[str, ...] = ()
    release_ids: tuple[str, ...] = ()
    expression: Expression | None = None

    def let_pass(self, release: ReleaseSummary) -> bool:
        """Whether a release meets the conditions, apart from ``expression``."""
        if self.languages and release.language not in self.languages:
            return False
        if self.release_ids and release.id not in self.release_ids:
            return False
        if self.date_from is None and self.date_to is None:
            return True
        bounds = release.date.bounds if release.date is not None else None
        if bounds is None:
            return False
        low, high = bounds
        return (self.date_to is None or low <= self.date_to) and (
            self.date_from is None or high >= self.date_from
        )


@dataclass(frozen=True, slots=True)
class Period:
    """The period that a question names ("en avril 2022", "before 2020").

    Attributes:
        low, high: first and last day, inclusive; None if that side is open.
        span: the words that name it, in the question's characters.
    """

    low: date | None
    high: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A quoted statement and its speaker. All spans are in the body's characters.

    Attributes:
        quote: the words between the quotation marks.
        speaker: the name of the speaker ("Jens Stoltenberg", "M. Stoltenberg"), or the role if
            the release gives no name ("Le secrétaire général").
        role: the role next to the name ("le secrétaire général de l’OTAN"); None if there is none.
    """

    quote: Span
    speaker: Span
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement of a release as the index keeps it.

    Attributes:
        release_id: id of its release.
        statement: its spans in the release's body.
        name, quote, role: the words of the speaker, of the statement and of the speaker's role;
            ``""`` for no role.
        full: the speaker's full name, if the release has one; ``""`` if not.
    """

    release_id: str
    statement: Statement
    name: str
    quote: str
    role: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class SaidStatement:
    """A statement in the register of a corpus: who said what, where and when.

    Attributes:
        speaker: the speaker, by one name for all releases: the full name if the release or the
            corpus tells it, else as the release writes it.
        citation: the words of the statement in their place.
        release: the release that quotes them, without ``blocks``.
        statement: the spans of quote, name and role in its body.
        score: how well the words fit the words that are asked about, 0 to 1; 1 if nothing is.
    """

    speaker: str
    citation: Citation
    release: Release
    statement: Statement
    score: float = 1.0

    @property
    def date(self) -> PartialDate | None:
        """The date of the release; None if it states none."""
        return self.release.published.date

    @property
    def name(self) -> str:
        """The speaker as the release writes the name."""
        return self.release.body[self.statement.speaker.start : self.statement.speaker.end]

    @property
    def role(self) -> str | None:
        """The role beside the name; None if there is none."""
        span = self.statement.role
        return self.release.body[span.start : span.end] if span else None

    def to_dict(self) -> dict[str, Any]:
        """``{speaker, name, role, statement, score, citation, release_id, title, date}``. ``name``,
        ``role`` and ``statement`` are ``{start, end, quote}``; ``role`` may be None."""
        return {
            "speaker": self.speaker,
            **statement_to_dict(self.statement, self.release),
            "score": round(self.score, 3),
            "citation": self.citation.to_dict(),
            "release_id": self.release.id,
            "title": self.release.title,
            "date": date_to_dict(self.release.published, self.release),
        }


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in the register.

    Attributes:
        name: as in ``SaidStatement.speaker``.
        roles: the roles beside the name, the most frequent first.
        statements: number of statements.
    """

    name: str
    roles: tuple[str, ...]
    statements: int

    def to_dict(self) -> dict[str, Any]:
        """``{name, roles, statements}``."""
        return {"name": self.name, "roles": list(self.roles), "statements": self.statements}


@dataclass(frozen=True, slots=True)
class Match:
    """Why a passage was found.

    Attributes:
        dense_rank, lexical_rank: rank in each retriever, from 1; None if the passage is not among
            the retriever's candidates.
        dense_score: cosine, -1 to 1.
        lexical_score: BM25, 0 or more.
        terms: the question's index terms that occur in the passage or its context.
        coverage: share of the question's terms that these are, weighted by inverse document
            frequency, 0 to 1.
        period: the date that lies in the question's period: ``release`` for the release's date,
            ``text`` for a date in the passage; None if neither does.
        span: the words that the reader chose, in the body's characters; None if it did not read
            the passage.
        span_score: logit of this span minus the logit of "no answer in this passage"; None if
            unread.
        answerable: logit of "this passage answers the question"; None if unread.
        certainty: how sure the reader is of the place of its words, 0 to 1; None if unread.
    """

    dense_rank: int | None
    lexical_rank: int | None
    dense_score: float
    lexical_score: float
    terms: tuple[str, ...] = ()
    coverage: float = 0.0
    period: Literal["release", "text"] | None = None
    span: Span | None = None
    span_score: float | None = None
    answerable: float | None = None
    certainty: float | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Hit(_Shown):
    """A passage that a search found.

    Attributes:
        release: its release, without ``blocks``.
        passage: the passage.
        score: fused score of the retrievers, plus the reader's bonus.
        rank: from 1.
        match: why it was found.
        statements: the quoted statements in the passage that have a speaker, who may stand in a
            signature outside it, and those outside it that the passage signs.
        copies: ids of other releases of the corpus that are this one again: a copy, another format
            or version, a translation.
    """

    release: Release
    passage: Passage
    score: float
    rank: int
    match: Match
    statements: tuple[Statement, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in its file the passage stands; empty for a text file."""
        return places_of(self.release, self.passage.start, self.passage.end)

    def to_dict(self) -> dict[str, Any]:
        """``{rank, score, id, release_id, ordinal, start, end, text, title, date, words, matched,
        statements, copies}``, and ``places`` if there are any.

        ``id`` is the citation id of the whole passage.
        """
        span = self.match.span
        places = [place.to_dict() for place in self.places]
        return {
            "rank": self.rank,
            "score": self.score,
            "id": self.passage.citation.id,
            "release_id": self.release.id,
            "ordinal": self.passage.ordinal,
            "start": self.passage.start,
            "end": self.passage.end,
            "text": self.passage.text,
            "title": self.release.title,
            "date": date_to_dict(self.release.published, self.release),
            "words": _slice(span, self.release) if span else None,
            "matched": {
                "dense_rank": self.match.dense_rank,
                "lexical_rank": self.match.lexical_rank,
                "terms": list(self.match.terms),
                "period": self.match.period,
                "reader": self.match.span_score,
            },
            "statements": [statement_to_dict(s, self.release) for s in self.statements],
            "copies": list(self.copies),
            **({"places": places} if places else {}),
        }


class Hits(list[Hit]):
    """The hits of a search, best first: a list, which a notebook shows as a small box.

    Attributes:
        expression: what the index has of the operators in the query; None if it has none.
    """

    expression: ExpressionResult | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{hits}``, and ``expression`` if the query has operators."""
        read = {"expression": self.expression.to_dict()} if self.expression else {}
        return {"hits": [hit.to_dict() for hit in self], **read}

    def _repr_html_(self) -> str:
        from rag.notebook import as_html

        return as_html(self)


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote from a release.

    Attributes:
        release_id: id of the release.
        ordinal: number of the passage with the quote; None if it is not known.
        start, end: offsets in the body; ``body[start:end] == quote``.
        quote: the quoted text.
        digest: first 8 hex digits of the quote's SHA-256. If the text has moved, the digest finds
            it again.
        places: where in its file the quote stands, a page and a box for each line of a PDF; empty
            for a text file.
    """

    release_id: str
    ordinal: int | None
    start: int
    end: int
    quote: str
    digest: str
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    @property
    def id(self) -> str:
        """``release:start-end:digest``, the argument of ``rag show``."""
        return f"{self.release_id}:{self.start}-{self.end}:{self.digest}"

    def to_dict(self) -> dict[str, Any]:
        """``{id, release_id, start, end, quote}``, and ``places`` if there are any."""
        places = {"places": [place.to_dict() for place in self.places]} if self.places else {}
        return {
            "id": self.id,
            "release_id": self.release_id,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            **places,
        }


def quote_digest(quote: str) -> str:
    """First 8 hex digits of the SHA-256 of a quote's UTF-8."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class AnswerDate:
    """The date that an answer carries.

    Attributes:
        date: the date; None if it is relative and could not be resolved.
        of: ``event`` for a date in the passage, ``release`` for the publication date of the
            release.
        evidence: the words that state it; None if they are not in the body.
        against: the release's date, if ``date`` is relative and counts from it ("hier", "en
            septembre prochain"); None for an absolute date.
    """

    date: PartialDate | None
    of: Literal["event", "release"]
    evidence: Citation | None
    against: PartialDate | None = None

    @property
    def value(self) -> str | None:
        """The date as text (``PartialDate.value``); None if it could not be resolved."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What is known of the date: its day, its month, its year …"""
        return self.date.precision if self.date else "unknown"

    def to_dict(self) -> dict[str, Any]:
        """``{value, precision, evidence, against}``; ``of`` is inside ``evidence``."""
        quoted = self.evidence.to_dict() if self.evidence else {"quote": None}
        return {
            "value": self.value,
            "precision": self.precision,
            "evidence": {**quoted, "of": self.of},
            "against": self.against.value if self.against else None,
        }


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """The answer that one hit gives, as data. ``rag.phrases`` makes the sentence for a person.

    Attributes:
        kind: what the answer is: ``words`` of the passage; a ``date``, of the passage or of the
            release (see ``date.of``); or a whole ``sentence``.
        hit: the hit that answers.
        sentence: the sentence of its passage that answers.
        date: the date of the answer; None if there is none.
        confidence: estimated probability that the hit answers, 0 to 1.
        citations: the sentence, then the speaker's name if he is the answer, and the date's
            evidence, where they are outside the sentence.
        span: the words that answer; None without a reader.
        statement: the quoted statement that the words belong to; None if they belong to none.
        time: of what time the answer is: the date that the text states for it, or the release's;
            None if neither is known.
        also: where other releases say the same, the newest first.
    """

    kind: Literal["words", "date", "sentence"]
    hit: Hit
    sentence: Citation
    date: AnswerDate | None
    confidence: float
    citations: tuple[Citation, ...]
    span: Citation | None = None
    statement: Statement | None = None
    time: PartialDate | None = None
    also: tuple[Citation, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """``{answer, sentence, span, date, time, confidence, citations, also, release_id}``."""
        from rag.phrases import part_in_words

        return {
            "answer": part_in_words(self),
            "sentence": self.sentence.quote,
            "span": self.span.to_dict() if self.span else None,
            "date": self.date.to_dict() if self.date else None,
            "time": self.time.value if self.time else None,
            "confidence": self.confidence,
            "citations": [citation.to_dict() for citation in self.citations],
            "also": [citation.to_dict() for citation in self.also],
            "release_id": self.hit.release.id,
        }


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, by which a follow-up is understood.

    Attributes:
        question: as it was understood.
        release: id of the release that answered it; None if it is not known.
        answer: the words of its answer; None if they are not known.
    """

    question: str
    release: str | None = None
    answer: str | None = None


AnswerForm = Literal["value", "series", "list", "count", "differ", "statements"]
"""What the parts of an answer are to each other.

- ``value``: the first part answers; the others are what was said of other times.
- ``series``: the value of each time, the earliest first.
- ``list``: several things that the question asks for.
- ``count``: each time that there was one.
- ``differ``: what releases say differently of one time.
- ``statements``: what a person said: the first part answers best, the others are more of it.
"""

Abstention = Literal["not-said", "no-date-given", "not-named", "no-question", "nothing-found"]
"""Why there is no answer.

- ``not-said``: no passage reaches the threshold.
- ``no-date-given``: a passage answers, but the question asks for a date and none is given.
- ``not-named``: no hit's release has the names in the question.
- ``no-question``: the text asks nothing and names nothing: a greeting, marks, function words.
- ``nothing-found``: the filters leave no passage, or no passage has the key words.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Answer(_Shown):
    """The answer to a question, or an abstention, as data.

    Only ``text`` and ``to_dict`` depend on a language: they use the language of the messages at
    the time of the call.

    Attributes:
        question: as the user asked it; a follow-up as it was understood.
        parts: the parts of the answer, in the order that ``form`` tells; empty for an abstention.
            ``sentence``, ``date``, ``citations`` and ``statement`` are those of the first part.
        confidence: estimated probability that the words shown are right, 0 to 1; of an abstention,
            that the releases answer the question.
        hits: the hits, best first.
        period: the period that the question names; None if it names none.
        abstention: why there is no answer; None if there is one, or if the text is a name or key
            words, for which the hits are shown and nothing is answered.
        missing: the names in the question that no hit's release has, as written; only with the
            abstention ``not-named``.
        generated: text that a language model wrote from the hits; None if none was asked.
        form: what the parts are to each other.
        as_of: the time of the newest statement, if the question asks for what holds now or held at
            a time before which the statement lies; else None.
        releases_read: number of releases that the reader read.
        releases_found: number of releases with a passage that may answer, of which these are some.
        understood: the question as it was understood by the question before; None if it stands by
            itself.
        expression: what the index has of the operators in the text; None if it has none.
        favoured: the words in quotation marks in a question; passages with them rank higher.
    """

    question: str
    parts: tuple[AnswerPart, ...]
    confidence: float
    hits: tuple[Hit, ...] = ()
    period: Period | None = None
    abstention: Abstention | None = None
    missing: tuple[str, ...] = ()
    generated: Generated | None = None
    form: AnswerForm = "value"
    as_of: PartialDate | None = None
    releases_read: int = 0
    releases_found: int = 0
    understood: str | None = None
    expression: ExpressionResult | None = None
    favoured: tuple[str, ...] = ()

    @property
    def previous(self) -> Previous:
        """The question with its answer, for ``Library.ask`` of a follow-up."""
        if not self.parts:
            return Previous(self.question)
        part = self.parts[0]
        words = part.span if part.span is not None else part.sentence
        return Previous(self.question, part.hit.release.id, words.quote)

    @property
    def status(self) -> Status:
        """``answered``; ``passages`` for a name or key words; ``abstained``."""
        if self.parts:
            return "answered"
        return "abstained" if self.abstention else "passages"

    @property
    def text(self) -> str:
        """The short text that is shown as the answer, in the language of the messages.

        It is the words or the sentence; if the answer is a date, it is the date with a note
        whether it is the event's or the release's. ``""`` for an abstention.
        """
        from rag.phrases import answer_in_words

        return answer_in_words(self)

    @property
    def is_joined(self) -> bool:
        """Whether the parts answer together."""
        return self.form in ("series", "list", "count")

    @property
    def sentence(self) -> str:
        """The sentence that answers; ``""`` for an abstention."""
        return self.parts[0].sentence.quote if self.parts else ""

    @property
    def date(self) -> AnswerDate | None:
        """The date of the answer; None if there is none."""
        return self.parts[0].date if self.parts else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sentence, then the date's evidence if it is outside; empty for an abstention."""
        return self.parts[0].citations if self.parts else ()

    @property
    def span(self) -> Citation | None:
        """The words that answer; None for an abstention, without a reader, and for a series, a list
        or a count, which have a span in each part."""
        return self.parts[0].span if self.parts and not self.is_joined else None

    @property
    def statement(self) -> Statement | None:
        """The quoted statement that the words belong to; None if they belong to none.

        Its spans are offsets in the body of ``parts[0].hit.release``.
        """
        return self.parts[0].statement if self.parts else None

    def to_dict(self) -> dict[str, Any]:
        """The object that ``rag ask --json`` prints: ``{status, answer, sentence, date,
        confidence, citations, hits, span, speaker, period, abstention, missing, form, parts,
        as_of, releases_read, releases_found, understood}``, ``expression`` if the text has
        operators, ``favoured`` if a question has quotation marks, and ``generated`` if a language
        model was asked."""
        speaker = period = None
        if self.statement is not None:
            speaker = statement_to_dict(self.statement, self.parts[0].hit.release)
        if self.period is not None:
            words = self.question[self.period.span.start : self.period.span.end]
            low, high = self.period.low, self.period.high
            period = {
                "from": low.isoformat() if low else None,
                "to": high.isoformat() if high else None,
                "words": words,
            }
        answer: dict[str, Any] = {
            "status": self.status,
            "answer": self.text,
            "sentence": self.sentence,
            "date": self.date.to_dict() if self.date else None,
            "confidence": self.confidence,
            "citations": [citation.to_dict() for citation in self.citations],
            "hits": [hit.to_dict() for hit in self.hits],
            "span": self.span.to_dict() if self.span else None,
            "speaker": speaker,
            "period": period,
            "abstention": self.abstention,
            "missing": list(self.missing),
            "form": self.form,
            "parts": [part.to_dict() for part in self.parts],
            "as_of": self.as_of.value if self.as_of else None,
            "releases_read": self.releases_read,
            "releases_found": self.releases_found,
            "understood": self.understood,
        }
        if self.expression is not None:
            answer["expression"] = self.expression.to_dict()
        if self.favoured:
            answer["favoured"] = list(self.favoured)
        if self.generated is not None:
            answer["generated"] = self.generated.to_dict()
        return answer


@dataclass(frozen=True, slots=True)
class GeneratedSentence:
    """A sentence that a language model wrote, checked against the passages that it cites.

    Attributes:
        text: as the model wrote it, without control characters and list markers.
        citations: the most similar sentence of each passage that it cites; empty if it cites no
            passage that exists.
        supported: whether it passed all checks.
        reason: why it is not supported; None if it is.
    """

    text: str
    citations: tuple[Citation, ...]
    supported: bool
    reason: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{text, citations, supported, reason}``; ``reason`` is a sentence in the language of
        the messages, or ``""``."""
        from rag.phrases import reason_in_words

        return {
            "text": self.text,
            "citations": [citation.to_dict() for citation in self.citations],
            "supported": self.supported,
            "reason": reason_in_words(self.reason),
        }


@dataclass(frozen=True, slots=True)
class Generated:
    """Text that a language model wrote from the hits. It is shown with the answer and never
    replaces it.

    Attributes:
        model: its name in the settings.
        sentences: all sentences in order, also those that the passages do not support.
        note: why there is no sentence, or no supported one; None if there is one.
    """

    model: str
    sentences: tuple[GeneratedSentence, ...]
    note: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{model, sentences, note}``; ``note`` is a sentence in the language of the messages, or
        ``""``."""
        from rag.phrases import reason_in_words

        return {
            "model": self.model,
            "sentences": [sentence.to_dict() for sentence in self.sentences],
            "note": reason_in_words(self.note),
        }


Counted = Literal["all", "expression", "all-words", "any-word"]
"""Which releases facets count: ``all``; those that meet the operators; those with all words of the
query; or with one of its words, where none has all."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many releases have it."""

    value: str
    count: int

    def to_dict(self) -> dict[str, Any]:
        """``{value, count}``."""
        return {"value": self.value, "count": self.count}


@dataclass(frozen=True, slots=True)
class Facets:
    """How the releases that a query leaves are distributed.

    Attributes:
        releases: how many there are.
        counted: which they are.
        origins, languages, names, speakers: the most frequent values first, 50 at most. A name
            counts once a release, in the form in which it is written there.
        years, months: ``2014`` and ``2014-11``, in order, of the first day that a release's date
            may be; without releases that have no year.
        more: for each of these facets with more values, how many further ones there are.
        expression: what the index has of the operators of the query; None if it has none.
    """

    releases: int
    counted: Counted
    origins: tuple[Facet, ...]
    languages: tuple[Facet, ...]
    years: tuple[Facet, ...]
    months: tuple[Facet, ...]
    names: tuple[Facet, ...]
    speakers: tuple[Facet, ...]
    more: Mapping[str, int]
    expression: ExpressionResult | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{releases, counted, origins, languages, years, months, names, speakers, more}``, and
        ``expression`` if the query has operators."""
        listed = ("origins", "languages", "years", "months", "names", "speakers")
        facets = {name: [one.to_dict() for one in getattr(self, name)] for name in listed}
        return {
            "releases": self.releases,
            "counted": self.counted,
            **facets,
            "more": dict(self.more),
            **({"expression": self.expression.to_dict()} if self.expression else {}),
        }


SameRelease = Literal["copy", "version", "translation"]
"""How a release is another one again.

- ``copy``: the same words.
- ``version``: nearly the same words, of nearly the same day.
- ``translation``: the same file in another language.
"""


@dataclass(frozen=True, slots=True)
class SimilarRelease:
    """A release that is similar to another one.

    Attributes:
        release: the release, without ``blocks``.
        score: mean over the other one's passages of the cosine with the nearest passage here, -1 to
            1.
        passage: the passage here that is nearest to one of the other's.
        same: how it is the other release again; None if it is a release of its own.
    """

    release: Release
    score: float
    passage: Passage
    same: SameRelease | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{release_id, title, date, language, origin, score, same, citation}``."""
        return {
            "release_id": self.release.id,
            "title": self.release.title,
            "date": self.release.published.value,
            "language": self.release.language,
            "origin": self.release.origin,
            "score": self.score,
            "same": self.same,
            "citation": self.passage.citation.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A part of two texts that is equal or differs.

    Attributes:
        kind: ``equal``; ``replaced`` by other words; ``removed`` from the first; ``added`` in the
            second.
        before: the words in the first release; None if they were added.
        after: the words in the second release; None if they were removed.
    """

    kind: Literal["equal", "replaced", "removed", "added"]
    before: Citation | None
    after: Citation | None

    def to_dict(self) -> dict[str, Any]:
        """``{kind, before, after}``; a side is a citation or null."""
        return {
            "kind": self.kind,
            "before": self.before.to_dict() if self.before else None,
            "after": self.after.to_dict() if self.after else None,
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """Two releases word by word.

    Attributes:
        before, after: the releases, without ``blocks``.
        parts: all words of both, in order; no two neighbours are ``equal``.
        same: how they are one release; None if they are two.
    """

    before: Release
    after: Release
    parts: tuple[Change, ...]
    same: SameRelease | None

    @property
    def changed(self) -> tuple[Change, ...]:
        """The parts that differ."""
        return tuple(part for part in self.parts if part.kind != "equal")

    def to_dict(self) -> dict[str, Any]:
        """``{before, after, same, changes}``: the ids, and the parts that differ."""
        return {
            "before": self.before.id,
            "after": self.after.id,
            "same": self.same,
            "changes": [part.to_dict() for part in self.changed],
        }


def date_to_dict(published: PublicationDate, release: Release) -> dict[str, Any] | None:
    """``{value, precision, evidence}``, or None without a date.

    ``evidence`` is ``{start, end, quote}``, or None if the date is not in the body.
    """
    if published.date is None:
        return None
    evidence = _slice(published.span, release) if published.span else None
    return {"value": published.value, "precision": published.precision, "evidence": evidence}


def _slice(span: Span, release: Release) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": release.body[span.start : span.end]}


def statement_to_dict(statement: Statement, release: Release) -> dict[str, Any]:
    """``{name, role, statement}``, each ``{start, end, quote}``; ``role`` may be None."""
    return {
        "name": _slice(statement.speaker, release),
        "role": _slice(statement.role, release) if statement.role else None,
        "statement": _slice(statement.quote, release),
    }
