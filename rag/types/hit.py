"""The passages that a search finds, and why."""

from __future__ import annotations

from typing import Any, Literal

from rag.expression import ExpressionResult
from rag.lazy import dataclass
from rag.types.basic import Place, Shown, Span
from rag.types.release import Passage, Release, date_to_dict, places_of, quoted_span
from rag.types.statement import Statement, statement_to_dict


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
class Hit(Shown):
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
            "words": quoted_span(span, self.release) if span else None,
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
