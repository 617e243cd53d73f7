"""The answer to a question, or an abstention."""

from __future__ import annotations

from typing import Any, Literal

from rag.expression import ExpressionResult
from rag.lazy import dataclass
from rag.partial_date import PartialDate, Precision
from rag.types.basic import Shown
from rag.types.generated import Generated
from rag.types.hit import Hit
from rag.types.query import Period, Previous
from rag.types.release import Citation
from rag.types.statement import Statement, statement_to_dict

Status = Literal["answered", "passages", "abstained"]


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
class Answer(Shown):
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
