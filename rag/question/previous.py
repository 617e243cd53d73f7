"""Check the question before that a caller gives with a follow-up."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from rag.errors import QueryError
from rag.lazy import regex
from rag.types import Previous

LONGEST_QUESTION = 2_000
LONGEST_ANSWER = 2_000
LONGEST_RELEASE = 500
_ELEMENT = regex(r"<[/!?]?[A-Za-z]")
_SHOWN = 60


def check_previous(
    given: Previous | str | None, has_release: Callable[[str], bool]
) -> Previous | None:
    """The question before, checked; None for none.

    Args:
        given: as the caller gave it; a string is the question alone.
        has_release: whether a release is in the index.

    Raises:
        QueryError: a part is of the wrong type, empty, too long, or has control characters or HTML;
            or the release is not in the index.
    """
    if given is None:
        return None
    previous = Previous(given) if isinstance(given, str) else given
    if not isinstance(previous, Previous):
        raise QueryError("query.previous_type", kind=type(given).__name__)
    question = _checked(previous.question, "question", LONGEST_QUESTION)
    release = answer = None
    if previous.answer is not None:
        answer = _checked(previous.answer, "answer", LONGEST_ANSWER)
    if previous.release is not None:
        release = _checked(previous.release, "release", LONGEST_RELEASE)
        if not has_release(release):
            raise QueryError("query.previous_release", release=release[:_SHOWN])
    return Previous(question, release, answer)


def _checked(value: object, name: str, longest: int) -> str:
    if not isinstance(value, str):
        raise QueryError("query.previous_part", name=name, kind=type(value).__name__)
    if len(value) > longest:
        raise QueryError("query.previous_long", name=name, count=len(value), longest=longest)
    text = unicodedata.normalize("NFC", " ".join(value.split()))
    if not any(map(str.isalnum, text)):
        raise QueryError("query.previous_empty", name=name)
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co") for character in text):
        raise QueryError("query.previous_control", name=name)
    if name != "release" and _ELEMENT.search(text):
        raise QueryError("query.previous_html", name=name)
    return text
