"""Quoted statements and their speakers."""

from __future__ import annotations

from typing import Any

from rag.lazy import dataclass
from rag.partial_date import PartialDate
from rag.types.basic import Span
from rag.types.release import Citation, Release, date_to_dict, quoted_span


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


def statement_to_dict(statement: Statement, release: Release) -> dict[str, Any]:
    """``{name, role, statement}``, each ``{start, end, quote}``; ``role`` may be None."""
    return {
        "name": quoted_span(statement.speaker, release),
        "role": quoted_span(statement.role, release) if statement.role else None,
        "statement": quoted_span(statement.quote, release),
    }
