"""Count the things that several releases name, where none states their number."""

from __future__ import annotations

from dataclasses import replace

from rag.language.amounts import read_amount
from rag.types import Answer, AnswerPart

# A thing counts if it is so sure.
_SURE = 0.75


def states_no_number(answer: Answer) -> bool:
    """Whether an answer to "how many" states no number: there is none, or it counts things itself,
    or its words are no number ("un membre de plus")."""
    if not answer.parts or answer.form == "count":
        return True
    part = answer.parts[0]
    words = (part.span or part.sentence).quote
    return answer.form == "value" and read_amount(words, part.hit.release.language) is None


def number_of_things(answer: Answer, each: Answer) -> Answer:
    """The answer that counts the things of a list, if two releases or more name some and all are
    sure; else the answer as it is. One that counts already stays if it counts as many."""
    releases = {part.hit.release.id for part in each.parts}
    if each.form != "list" or len(releases) < 2 or not all(map(_is_sure, each.parts)):
        return answer
    if answer.form == "count" and len(answer.parts) >= len(each.parts):
        return answer
    return replace(each, question=answer.question, form="count")


def _is_sure(part: AnswerPart) -> bool:
    """Whether a part is sure and names something."""
    words = (part.span or part.sentence).quote
    return part.confidence >= _SURE and any(word[:1].isupper() for word in words.split())
