"""Read a file of questions, and find the passages of a corpus that answer them.

The file has one JSON object on each line; blank lines are ignored. Quotes and answers must occur
literally in a passage, except that any white space equals any other (French texts have no-break
spaces where people type plain ones).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from rag.errors import EvaluationError
from rag.near import near_path, suggestion
from rag.types import Passage, Reason, Release

# ``said`` is what was answered when a person found it wrong; it is not measured.
KEYS = ("question", "answers", "release", "quote", "id", "language", "date", "said")

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DAY = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"{_DAY}(?:/{_DAY})?")
# Number of releases to cache. Questions about the same release are mostly next to each other.
_CACHED_RELEASES = 64


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its correct answer.

    Attributes:
        id: as in the file, or else the number of the line.
        text: the question.
        answers: words that answer, exactly as in a release; empty if no release answers.
        releases: ids of the releases that answer; empty if the file names none.
        quote: words of the right passage; None if every passage with an answer is right.
        language: ISO 639-1 code of the question; None if the file does not say.
        date: the correct date of the answer, in the form of ``PublicationDate.value``; None if it
            is not checked.
        source, line: file and line of the question, for messages.
    """

    id: str
    text: str
    answers: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    quote: str | None = None
    language: str | None = None
    date: str | None = None
    source: str = ""
    line: int = 0

    @property
    def answerable(self) -> bool:
        """Whether a release answers the question."""
        return bool(self.answers)


class Corpus(Protocol):
    """What ``find_relevant`` needs of a library; ``rag.Library`` has it."""

    @property
    def release_ids(self) -> list[str]:
        """Ids of all releases."""

    def release(self, release_id: str) -> Release:
        """A release by its id."""

    def passages(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order."""


def passage_key(release_id: str, ordinal: int) -> str:
    """The key of a passage in an evaluation: ``release_id#ordinal``."""
    return f"{release_id}#{ordinal}"


def read_questions(path: str | Path) -> list[Question]:
    """Read the questions of a file, in order.

    Raises:
        EvaluationError: the file cannot be read or has no question, or a line is not a question.
            The message names the file, the line, the cause and the remedy.
    """
    source = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        near = near_path(Path(path), folders=False) if isinstance(error, FileNotFoundError) else ""
        raise EvaluationError("eval.unreadable", path=source, reason=error, near=near) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("eval.not_utf8", path=source) from error
    questions: list[Question] = []
    lines: dict[str, int] = {}
    # Not splitlines(): a JSON text may contain U+2028, which is no line end here.
    for line, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        question = _question(row, source, line)
        if question.id in lines:
            raise EvaluationError(
                "eval.same_id", path=source, line=line, id=question.id, first=lines[question.id]
            )
        lines[question.id] = line
        questions.append(question)
    if not questions:
        raise EvaluationError("eval.empty", path=source)
    return questions


def find_relevant(questions: Sequence[Question], corpus: Corpus) -> dict[str, frozenset[str]]:
    """Find the passages that answer each question.

    They are the passages with the question's quote or, if it has no quote, with one of its answers.
    Only the question's releases are searched. If it names none, all releases are searched for the
    quote. A question with neither quote nor release has no relevant passage, like an unanswerable
    one.

    Returns:
        Question id to the keys ``release_id#ordinal`` of its passages.

    Raises:
        EvaluationError: a release is not in the corpus, an answer is in none of the question's
            releases, or no passage has the quote or an answer.
    """
    release_ids = frozenset(corpus.release_ids)

    @lru_cache(maxsize=_CACHED_RELEASES)
    def texts(release_id: str) -> dict[str, str]:
        return {
            passage_key(release_id, passage.ordinal): _folded(passage.text)
            for passage in corpus.passages(release_id)
        }

    @lru_cache(maxsize=_CACHED_RELEASES)
    def body(release_id: str) -> str:
        return _folded(corpus.release(release_id).body)

    relevant: dict[str, frozenset[str]] = {}
    # Quotes without a release, and the passages that have them.
    quotes: dict[str, str] = {}
    matches: dict[str, set[str]] = {}
    for question in questions:
        for release_id in question.releases:
            if release_id not in release_ids:
                raise _error(question, "eval.no_release", release=release_id)
        if question.releases:
            relevant[question.id] = _in_releases(question, texts, body)
        else:
            relevant[question.id] = frozenset()
            if question.quote is not None:
                quotes[question.id] = _folded(question.quote)
                matches[question.id] = set()
    # A single pass over the corpus looks for all these quotes.
    for release_id in sorted(release_ids) if quotes else ():
        for key, text in texts(release_id).items():
            for question_id, quote in quotes.items():
                if quote in text:
                    matches[question_id].add(key)
    for question in questions:
        if question.id in matches:
            if not matches[question.id]:
                raise _error(question, "eval.quote_nowhere", words=question.quote)
            relevant[question.id] = frozenset(matches[question.id])
    return relevant


def _in_releases(
    question: Question, texts: Callable[[str], Mapping[str, str]], body: Callable[[str], str]
) -> frozenset[str]:
    """The passages of the question's releases with its quote or one of its answers."""
    release_ids = ", ".join(question.releases)
    for answer in question.answers:
        if not any(_folded(answer) in body(release_id) for release_id in question.releases):
            raise _error(question, "eval.answer_absent", words=answer, release=release_ids)
    words = (question.quote,) if question.quote is not None else question.answers
    folded = [_folded(text) for text in words]
    keys = frozenset(
        key
        for release_id in question.releases
        for key, text in texts(release_id).items()
        if any(quote in text for quote in folded)
    )
    if not keys:
        key = "eval.quote_absent" if question.quote is not None else "eval.answer_outside"
        raise _error(question, key, words=words[0], release=release_ids)
    return keys


def _question(row: str, source: str, line: int) -> Question:
    where = {"path": source, "line": line}
    try:
        values = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise EvaluationError("eval.bad_json", reason=error, **where) from error
    if not isinstance(values, dict):
        raise EvaluationError("eval.bad_json", reason=Reason("sidecar.not_object"), **where)
    for key in values:
        if key not in KEYS:
            said = {"key": key, "near": suggestion(key, KEYS), "choices": ", ".join(KEYS)}
            raise EvaluationError("eval.unknown_key", **said, **where)

    def wrong(key: str, kind: str) -> EvaluationError:
        reason = Reason(f"eval.not_{kind}")
        return EvaluationError("eval.bad_value", key=key, reason=reason, **where)

    def text_of(key: str) -> str | None:
        value = values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise wrong(key, "text")
        return value

    def texts_of(key: str, value: Any) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise wrong(key, "texts")
        return tuple(dict.fromkeys(value))

    text = text_of("question")
    if text is None:
        raise EvaluationError("eval.no_question", **where)
    language, date = text_of("language"), text_of("date")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise wrong("language", "language")
    if date is not None and not _DATE.fullmatch(date):
        raise wrong("date", "date")
    releases = values.get("release")
    question = Question(
        id=text_of("id") or str(line),
        text=text,
        answers=texts_of("answers", values.get("answers")),
        releases=texts_of("release", [releases] if isinstance(releases, str) else releases),
        quote=text_of("quote"),
        language=language,
        date=date,
        source=source,
        line=line,
    )
    # Most likely the answers were forgotten. As an unanswerable question it would count wrongly.
    if not question.answers and (question.releases or question.quote or question.date):
        raise EvaluationError("eval.no_answers", **where)
    return question


def _error(question: Question, key: str, **values: object) -> EvaluationError:
    return EvaluationError(key, path=question.source, line=question.line, **values)


def _folded(text: str) -> str:
    """The text with a single space for each run of white space."""
    return " ".join(text.split())
