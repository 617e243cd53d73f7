"""The checks that refuse a hit or a part, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from rag.answering.checks.contrary import says_contrary
from rag.answering.checks.dated import fits_event
from rag.answering.checks.designations import is_of_another
from rag.answering.checks.doers import is_bystander
from rag.answering.checks.events import are_only_planned
from rag.answering.checks.kinds import Fit
from rag.answering.checks.leading import is_contact
from rag.answering.checks.limits import fits_limit, fits_time
from rag.answering.checks.other_holders import is_of_another_person, is_wrong_in_succession
from rag.answering.checks.plans import is_only_planned
from rag.answering.checks.presence import is_of_another_time
from rag.answering.checks.reasons import gives_no_reason
from rag.answering.checks.sides import is_other_side
from rag.answering.checks.spoken_of import fits_names
from rag.answering.checks.subjects import fits_subject
from rag.answering.checks.unsaid import lacks_number, lacks_post
from rag.answering.checks.versions import is_of_another_version
from rag.question import Query
from rag.types import AnswerPart, Hit

# A hit with the words chosen does not answer if one of these is true of it.
REFUSALS: tuple[Callable[[Query, Hit], bool], ...] = (
    is_of_another_time,
    is_of_another,
    is_of_another_version,
    is_bystander,
    is_contact,
    is_wrong_in_succession,
    is_of_another_person,
    is_other_side,
    says_contrary,
    gives_no_reason,
    lacks_number,
    lacks_post,
)
# Those that are not asked where a verb surely tells the reader's words on the side asked for.
OF_SIDES = frozenset({is_bystander, is_wrong_in_succession, is_other_side})
_OF_PART: tuple[Callable[[Query, AnswerPart], Fit], ...] = (
    fits_event,
    fits_limit,
    fits_time,
    fits_subject,
    fits_names,
)


def fit_of_part(query: Query, part: AnswerPart) -> Fit:
    """Whether what a part says was done, and is of the limit and of the subject that the question
    asks for."""
    if is_only_planned(query, part) or are_only_planned(query, part.hit, part.sentence.quote):
        return "other-kind"
    found = {check(query, part) for check in _OF_PART}
    return next(one for one in ("other-kind", "doubtful", "fits") if one in found)
