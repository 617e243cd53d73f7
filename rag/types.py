"""The values that flow from room to room. Frozen; offsets are characters into a release's body.

A release's body is its file's text as decoded (a byte-order mark is not text, line ends are kept
as they are), so ``body[start:end]`` can be checked against the file by anyone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from rag.partial_date import PartialDate, Precision

BlockKind = Literal["title", "header", "caption", "heading", "paragraph"]
Status = Literal["answered", "abstained"]


class Stretch(Protocol):
    """Whatever has a place in a body: a span, a citation, a date expression."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (included) to ``end`` (excluded) of a body."""

    start: int
    end: int

    def overlaps(self, other: Stretch) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not done. Speaks no language: ``rag.phrases.reason_in_words`` says it.

    Attributes:
        code: the key of its sentence in ``rag/locales/``, such as ``file.empty``.
        values: what fills the sentence's blanks.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a body and what it was recognised for."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a release was published, as far as it says so itself.

    Attributes:
        date: None where nothing is stated.
        span: where in the body it was read, None when a sidecar stated it or nothing did.
        stated_by: ``header``, ``lead``, ``front matter``, ``file`` (elsewhere in the file, as its
            format states it), ``sidecar`` or None.
    """

    date: PartialDate | None = None
    span: Span | None = None
    stated_by: str | None = None

    @property
    def value(self) -> str | None:
        """ISO 8601 at the precision known: ``2014-11-18``, ``2014-11``, ``2014``; without a year in
        the form of XML Schema's gMonthDay and gMonth, ``--02-15`` and ``--01``; several days as an
        interval, ``2022-04-06/2022-04-07``; seasons, quarters and halves with EDTF's numbers,
        ``2014-21``. None where nothing is stated."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What ``value`` holds."""
        return self.date.precision if self.date else "unknown"


@dataclass(frozen=True, slots=True)
class Release:
    """A press release as read from its file.

    Attributes:
        id: stable; the file's stem, or what the metadata says.
        title: as it stands in the text, or as the metadata states it; ``""`` for none.
        published: the publication date.
        language: ISO 639-1 code, None where it could not be told.
        body: the file's text as decoded.
        source: path of the file relative to the corpus folder, with ``/``.
        url: where it was published, if the metadata says.
        blocks: title, header lines, captions, headings and paragraphs, in order, disjoint.
        encoding: the character encoding that the file was read in.
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


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """A release without its text, for lists of many.

    Attributes:
        id, title, language: as in ``Release``.
        date: when it was published; None where nothing states it.
        passages: how many it was cut into.
        characters: length of its body.
    """

    id: str
    title: str
    date: PartialDate | None
    language: str | None
    passages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a part of a long one: ``body[start:end] == text``, always.

    ``context`` is what is encoded and indexed besides the text (the release's title, a heading,
    a caption beside it); it is never quoted.
    """

    release_id: str
    ordinal: int
    start: int
    end: int
    text: str
    context: str = ""

    @property
    def citation(self) -> Citation:
        """The whole passage as a citation."""
        digest = quote_digest(self.text)
        return Citation(self.release_id, self.ordinal, self.start, self.end, self.text, digest)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; all conditions must hold.

    Attributes:
        date_from, date_to: inclusive. A release passes when its date, at the precision known, may
            lie in the range; one without a year never does.
        languages: ISO 639-1 codes; empty for all.
        release_ids: ids; empty for all.
    """

    date_from: date | None = None
    date_to: date | None = None
    languages: tuple[str, ...] = ()
    release_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a question speaks of ("en avril 2022", "before 2020").

    Attributes:
        low, high: first and last day, inclusive; None for an open side.
        span: where the question says it, in the question's characters.
    """

    low: date | None
    high: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that a release quotes, and who said them as the release names him.

    Attributes:
        quote: the words between the quotation marks.
        speaker: his name ("Jens Stoltenberg", "M. Stoltenberg"), or his role where only that is
            said ("Le secrétaire général").
        role: the role beside the name ("le secrétaire général de l’OTAN"), None without one.
    """

    quote: Span
    speaker: Span
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Why a hit matched.

    Attributes:
        dense_rank, lexical_rank: rank in each retriever, from 1; None when it was not among
            that retriever's candidates.
        dense_score: cosine, -1 to 1.
        lexical_score: BM25, 0 or more.
        terms: the question's index terms that stand in the passage or its context.
        coverage: their share of the question's terms, weighted by inverse document frequency,
            0 to 1.
        period: whether the release's date (``release``) or a date in the passage (``text``) falls
            in the time that the question speaks of; None otherwise.
        span: the words that the reader takes for the answer, in the body's characters; None where
            it did not read.
        span_score: logit of that span less that of no answer in this passage.
        answerable: logit of the passage answering the question at all.
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


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its rank from 1, its fused score and why it matched.

    ``release`` has no ``blocks``; its ``body`` is the whole text. ``statements`` are the
    passage's quoted statements whose speaker the text names.
    """

    release: Release
    passage: Passage
    score: float
    rank: int
    match: Match
    statements: tuple[Statement, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """``{rank, score, id, release_id, ordinal, start, end, text, title, date, words, matched,
        statements}; ``id`` is the passage's as a citation``."""
        span = self.match.span
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
        }


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote that stands in a release: ``quote == body[start:end]``.

    ``ordinal`` is the passage's; ``digest`` the first 8 hex digits of the quote's SHA-256, by
    which the citation is found again when the text has moved.
    """

    release_id: str
    ordinal: int | None
    start: int
    end: int
    quote: str
    digest: str

    @property
    def id(self) -> str:
        """``release:start-end:digest``, what ``rag show`` takes."""
        return f"{self.release_id}:{self.start}-{self.end}:{self.digest}"

    def to_dict(self) -> dict[str, Any]:
        """``{id, release_id, start, end, quote}``."""
        return {
            "id": self.id,
            "release_id": self.release_id,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }


def quote_digest(quote: str) -> str:
    """First 8 hex digits of the SHA-256 of a quote's UTF-8."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class AnswerDate:
    """The date that an answer carries.

    Attributes:
        date: None for a relative expression that could not be resolved.
        of: ``event`` when the answering sentence states it, ``release`` when it is the
            publication date of the release.
        evidence: the words it was read from, None when a sidecar stated it.
        against: the release's date that ``date`` was worked out from ("hier", "en septembre
            prochain"); None when the words state it whole.
    """

    date: PartialDate | None
    of: Literal["event", "release"]
    evidence: Citation | None
    against: PartialDate | None = None

    @property
    def value(self) -> str | None:
        """As in ``PublicationDate``."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What ``value`` holds."""
        return self.date.precision if self.date else "unknown"

    def to_dict(self) -> dict[str, Any]:
        """``{value, precision, evidence, against}``; evidence says whose date it is in ``of``."""
        quoted = self.evidence.to_dict() if self.evidence else {"quote": None}
        return {
            "value": self.value,
            "precision": self.precision,
            "evidence": {**quoted, "of": self.of},
            "against": self.against.value if self.against else None,
        }


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What one hit answers. Speaks no language: ``rag.phrases`` says it to a person.

    Attributes:
        kind: what answers: ``words`` of the passage; a ``date`` (the passage's or the release's,
            which ``date.of`` tells); or a whole ``sentence``.
        hit: the passage that answers.
        sentence: its sentence that does.
        date: the date that the part carries, None where none is stated.
        confidence: estimated probability, 0 to 1, that the hit answers.
        citations: the sentence first, then the date's evidence where it stands elsewhere.
        span: the words that answer; None where no reader is at work.
        statement: the quoted statement that those stand in, where the release names its speaker;
            spans count in the hit's release.
    """

    kind: Literal["words", "date", "sentence"]
    hit: Hit
    sentence: Citation
    date: AnswerDate | None
    confidence: float
    citations: tuple[Citation, ...]
    span: Citation | None = None
    statement: Statement | None = None


Abstention = Literal["not-said", "no-date-given", "nothing-found"]
"""Why there is no answer: no passage answers surely enough; a passage speaks of it, but a date is
asked for and none is given; or the filters leave nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the releases say to a question, or that they do not. Speaks no language but for the
    quotes: ``text`` is composed in the language in use when it is asked for.

    Attributes:
        question: as asked.
        parts: what answers, best first; empty when abstained. ``sentence``, ``date``,
            ``citations``, ``span`` and ``statement`` are the first one's.
        confidence: estimated probability, 0 to 1, that the answer is in the corpus.
        hits: the best passages, best first; the nearest ones when abstained.
        period: the time that the question speaks of, by which passages were favoured.
        abstention: why there is no answer; None where there is one.
        generated: what a language model wrote from the hits; None where none was asked.
    """

    question: str
    parts: tuple[AnswerPart, ...]
    confidence: float
    hits: tuple[Hit, ...] = ()
    period: Period | None = None
    abstention: Abstention | None = None
    generated: Generated | None = None

    @property
    def status(self) -> Status:
        """``answered`` or ``abstained``."""
        return "answered" if self.parts else "abstained"

    @property
    def text(self) -> str:
        """The short text shown as the answer (the words themselves, or for a "when" question the
        date with whose it is), in the language in use; ``""`` when abstained."""
        from rag.phrases import answer_in_words

        return answer_in_words(self)

    @property
    def sentence(self) -> str:
        """The sentence of the best passage that answers; ``""`` when abstained."""
        return self.parts[0].sentence.quote if self.parts else ""

    @property
    def date(self) -> AnswerDate | None:
        """The date it carries, None where none is stated or when abstained."""
        return self.parts[0].date if self.parts else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sentence first, then the date's evidence where it stands elsewhere."""
        return self.parts[0].citations if self.parts else ()

    @property
    def span(self) -> Citation | None:
        """The words that answer; None when abstained or where no reader is at work."""
        return self.parts[0].span if self.parts else None

    @property
    def statement(self) -> Statement | None:
        """The quoted statement that the answer stands in; spans count in the release of
        ``parts[0].hit``."""
        return self.parts[0].statement if self.parts else None

    def to_dict(self) -> dict[str, Any]:
        """The object that ``rag ask --json`` prints: ``{status, answer, sentence, date,
        confidence, citations, hits, span, speaker, period}``, and ``generated`` where a language
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
        shown: dict[str, Any] = {
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
        }
        if self.generated is not None:
            shown["generated"] = self.generated.to_dict()
        return shown


@dataclass(frozen=True, slots=True)
class GeneratedSentence:
    """A sentence that a language model wrote, checked against the passages that it cites.

    Attributes:
        text: as the model wrote it, without control characters and list markers.
        citations: of each passage that it cites, the sentence nearest to it; empty where it cites
            none that exists.
        supported: whether it passed every check.
        reason: why it did not; None when it did.
    """

    text: str
    citations: tuple[Citation, ...]
    supported: bool
    reason: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{text, citations, supported, reason}``; ``reason`` in the language in use, ``""`` for
        none."""
        from rag.phrases import reason_in_words

        return {
            "text": self.text,
            "citations": [citation.to_dict() for citation in self.citations],
            "supported": self.supported,
            "reason": reason_in_words(self.reason),
        }


@dataclass(frozen=True, slots=True)
class Generated:
    """What a language model wrote from an answer's hits. Beside the answer, never instead of it.

    Attributes:
        model: its name in the settings.
        sentences: all that it wrote, in order, those that the passages do not support included.
        note: why there is nothing, or nothing supported; None otherwise.
    """

    model: str
    sentences: tuple[GeneratedSentence, ...]
    note: Reason | None

    def to_dict(self) -> dict[str, Any]:
        """``{model, sentences, note}``; ``note`` in the language in use, ``""`` for none."""
        from rag.phrases import reason_in_words

        return {
            "model": self.model,
            "sentences": [sentence.to_dict() for sentence in self.sentences],
            "note": reason_in_words(self.note),
        }


def date_to_dict(published: PublicationDate, release: Release) -> dict[str, Any] | None:
    """``{value, precision, evidence: {start, end, quote} or null}``, or None without a date."""
    if published.date is None:
        return None
    evidence = _slice(published.span, release) if published.span else None
    return {"value": published.value, "precision": published.precision, "evidence": evidence}


def _slice(span: Span, release: Release) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": release.body[span.start : span.end]}


def statement_to_dict(statement: Statement, release: Release) -> dict[str, Any]:
    """``{name, role, statement}``, each ``{start, end, quote}``; role may be None."""
    return {
        "name": _slice(statement.speaker, release),
        "role": _slice(statement.role, release) if statement.role else None,
        "statement": _slice(statement.quote, release),
    }
