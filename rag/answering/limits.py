"""Check that a date begins what a question asks since when, or ends what it asks until when.

"Depuis quand X est-il premier ministre ?" is not answered by the day on which X, the prime
minister, welcomed a guest.
"""

from __future__ import annotations

from rag.answering.dates import role_asked, role_of_date, says_role
from rag.answering.kinds import Fit
from rag.language import find_dates
from rag.language.registry import known
from rag.language.word_lists import FoldedText, word_list
from rag.question import Query
from rag.types import AnswerPart, Span


def fits_limit(query: Query, part: AnswerPart) -> Fit:
    """Whether the date of a part can be the beginning or the end that a question asks for.

    It is if "depuis" or "jusqu'à" stands before it, or if its sentence has a word for beginning or
    ending. Another date is doubtful. The day of publication, and a day that is told from it
    ("hier"), are of another kind.
    """
    date = part.date
    if query.wanted != "date" or date is None or date.evidence is None:
        return "fits"
    role = role_asked(query.text, query.languages)
    release, evidence = part.hit.release, date.evidence
    answers = known(release.language).answers
    if role is None or not answers.beginnings:
        return "fits"
    found = find_dates(release.body, evidence.start, evidence.end, language=release.language)
    if any(role_of_date(release.body, one, release.language) == role for one in found):
        return "fits"
    sentence = Span(part.sentence.start, part.sentence.end)
    words = answers.beginnings if role == "begin" else answers.endings
    told = FoldedText(release.body[sentence.start : sentence.end])
    if word_list(words).are_in(told) or says_role(release.body, sentence, role, release.language):
        return "fits"
    is_news = any(one.date is None for one in found)  # "hier", "mardi"
    own = is_news or date.of == "release" or date.date == release.published.date
    return "other-kind" if own else "doubtful"
