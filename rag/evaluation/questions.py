"""The questions file, and where in a corpus each question's answer stands.

One JSON object a line; blank lines are passed over. Words are compared as they stand, apart from
runs of white space (French sets no-break spaces where a keyboard sets plain ones).
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
from rag.types import Passage, Reason, Release

KEYS = ("question", "answers", "release", "quote", "id", "language", "date")

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DAY = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"{_DAY}(?:/{_DAY})?")
# Releases whose passages are kept at hand: questions on one release mostly stand together.
_AT_HAND = 64


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what is known of its answer.

    Attributes:
        id: as the file says, else the number of its line.
        text: the question.
        answers: words that answer, as they stand in a release; empty when the releases do not
            say.
        releases: ids of the releases that answer; empty where the file names none.
        quote: words that stand in the right passage; None for the passages with an answer.
        language: ISO 639-1 code of the question, None where the file says nothing.
        date: the date that the answer carries, as ``PublicationDate.value``; None to ask for none.
        source, line: where it was read, for messages.
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
        """Whether the releases hold an answer."""
        return bool(self.answers)


class Corpus(Protocol):
    """What is asked of a library to find passages in it; ``rag.Library`` is one."""

    @property
    def release_ids(self) -> list[str]:
        """Ids of all releases."""

    def release(self, release_id: str) -> Release:
        """A release by its id."""

    def passages(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order."""


def passage_key(release_id: str, ordinal: int) -> str:
    """A passage's name in an evaluation: ``release_id#ordinal``."""
    return f"{release_id}#{ordinal}"


def read_questions(path: str | Path) -> list[Question]:
    """The questions of a file, in order.

    Raises:
        EvaluationError: the file cannot be read or holds no question, or a line is not a
            question; the message names the file, the line, the cause and the remedy.
    """
    source = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EvaluationError("eval.unreadable", path=source, reason=reason) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("eval.not_utf8", path=source) from error
    questions: list[Question] = []
    lines: dict[str, int] = {}
    # Not splitlines: JSON may hold a bare U+2028 inside a text.
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
    """The passages that answer each question: question id to keys ``release_id#ordinal``.

    They are the passages of the question's releases that hold its quote, without a quote those
    that hold one of its answers. A quote without a release is looked for in all releases. A
    question with neither has no known passage and an empty set, as an unanswerable one has.

    Raises:
        EvaluationError: a release is not in the corpus, an answer stands nowhere in its releases,
            or no passage holds the quote or an answer.
    """
    known = frozenset(corpus.release_ids)

    @lru_cache(maxsize=_AT_HAND)
    def texts(release_id: str) -> dict[str, str]:
        return {
            passage_key(release_id, passage.ordinal): _folded(passage.text)
            for passage in corpus.passages(release_id)
        }

    @lru_cache(maxsize=_AT_HAND)
    def body(release_id: str) -> str:
        return _folded(corpus.release(release_id).body)

    found: dict[str, frozenset[str]] = {}
    anywhere: dict[str, set[str]] = {}
    for question in questions:
        for release_id in question.releases:
            if release_id not in known:
                raise _error(question, "eval.no_release", release=release_id)
        if question.releases:
            found[question.id] = _in_releases(question, texts, body)
        else:
            found[question.id] = frozenset()
            if question.quote is not None:
                anywhere[question.id] = set()
    # Quotes without a release: one pass over the corpus for all of them.
    wanted = {q.id: _folded(q.quote) for q in questions if q.id in anywhere and q.quote}
    for release_id in sorted(known) if wanted else ():
        for key, text in texts(release_id).items():
            for question_id, quote in wanted.items():
                if quote in text:
                    anywhere[question_id].add(key)
    for question in questions:
        if question.id in anywhere:
            if not anywhere[question.id]:
                raise _error(question, "eval.quote_nowhere", words=question.quote)
            found[question.id] = frozenset(anywhere[question.id])
    return found


def _in_releases(
    question: Question,
    texts: Callable[[str], Mapping[str, str]],
    body: Callable[[str], str],
) -> frozenset[str]:
    """The passages of the question's releases that hold its quote or one of its answers."""
    named = ", ".join(question.releases)
    for answer in question.answers:
        if not any(_folded(answer) in body(release_id) for release_id in question.releases):
            raise _error(question, "eval.answer_absent", words=answer, release=named)
    words = (question.quote,) if question.quote is not None else question.answers
    sought = [_folded(text) for text in words]
    keys = frozenset(
        key
        for release_id in question.releases
        for key, text in texts(release_id).items()
        if any(one in text for one in sought)
    )
    if not keys:
        key = "eval.quote_absent" if question.quote is not None else "eval.answer_outside"
        raise _error(question, key, words=words[0], release=named)
    return keys


def _question(row: str, source: str, line: int) -> Question:
    where = {"path": source, "line": line}
    try:
        stated = json.loads(row)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise EvaluationError("eval.bad_json", reason=reason, **where) from error
    if not isinstance(stated, dict):
        raise EvaluationError("eval.bad_json", reason=type(stated).__name__, **where)
    for key in stated:
        if key not in KEYS:
            raise EvaluationError("eval.unknown_key", key=key, choices=", ".join(KEYS), **where)

    def wrong(key: str, kind: str) -> EvaluationError:
        reason = Reason(f"eval.not_{kind}")
        return EvaluationError("eval.bad_value", key=key, reason=reason, **where)

    def one(key: str) -> str | None:
        value = stated.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise wrong(key, "text")
        return value

    def several(key: str, value: Any) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise wrong(key, "texts")
        return tuple(dict.fromkeys(value))

    text = one("question")
    if text is None:
        raise EvaluationError("eval.no_question", **where)
    language, date = one("language"), one("date")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise wrong("language", "language")
    if date is not None and not _DATE.fullmatch(date):
        raise wrong("date", "date")
    named = stated.get("release")
    question = Question(
        id=one("id") or str(line),
        text=text,
        answers=several("answers", stated.get("answers")),
        releases=several("release", [named] if isinstance(named, str) else named),
        quote=one("quote"),
        language=language,
        date=date,
        source=source,
        line=line,
    )
    # Most likely the answers were forgotten; counting it as unanswerable would turn it around.
    if not question.answers and (question.releases or question.quote or question.date):
        raise EvaluationError("eval.no_answers", **where)
    return question


def _error(question: Question, key: str, **values: object) -> EvaluationError:
    return EvaluationError(key, path=question.source, line=question.line, **values)


def _folded(text: str) -> str:
    return " ".join(text.split())
