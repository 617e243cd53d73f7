"""Check that a date begins what a question asks since when, or ends what it asks until when.

"Depuis quand X est-il premier ministre ?" is not answered by the day on which X, the prime
minister, welcomed a guest.
"""

from __future__ import annotations

from rag.answering.dates import role_asked, role_of_date, says_role
from rag.answering.events import with_sentence_before
from rag.answering.kinds import Fit
from rag.language import analyse, find_dates
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.language.word_lists import FoldedText, word_list
from rag.question import Query
from rag.question.office import articles_of, is_role, leads, tokens_of
from rag.question.verb import alike
from rag.types import AnswerPart, Span

# A participle has more letters than this.
_SHORT = 3


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
    if not fits_origin(query, part):
        return "other-kind"
    if date.of == "event" and not _shares_words(query, part):
        return "other-kind" if role is not None else "doubtful"
    if role is None or not answers.beginnings:
        return "fits"
    found = find_dates(release.body, evidence.start, evidence.end, language=release.language)
    if any(role_of_date(release.body, one, release.language) == role for one in found):
        return "fits"
    is_news = any(one.date is None for one in found)  # "hier", "mardi"
    own = is_news or date.of == "release" or date.date == release.published.date
    if own and not _may_begin_office(query, part):
        return "other-kind"
    sentence = Span(part.sentence.start, part.sentence.end)
    words = answers.beginnings if role == "begin" else answers.endings
    told = FoldedText(release.body[sentence.start : sentence.end])
    if word_list(words).are_in(told) or says_role(release.body, sentence, role, release.language):
        return "fits"
    return "other-kind" if own else "doubtful"


def _may_begin_office(query: Query, part: AnswerPart) -> bool:
    """Whether a question names no office, or the sentence of a part has a word for taking one."""
    language = known(part.hit.release.language)
    if not language.offices.leading or not any(
        is_role(key, language) for key in tokens_of(query.text)[1]
    ):
        return True
    _, keys = tokens_of(part.sentence.quote)
    return any(leads(key, language) for key in keys)


def fits_origin(query: Query, part: AnswerPart) -> bool:
    """Whether the date of a part can be the time from which a thing is, if a question asks for that
    ("De quand date le pont ?"): its sentence says that something was made then, or the date stands
    right beside the thing."""
    release = part.hit.release
    language, date = known(release.language), part.date
    if date is None or not asks_origin(query, language):
        return True
    if date.of == "event" and date.evidence is not None:
        before = analyse(release.body[part.sentence.start : date.evidence.start], release.language)
        if before and before[-1] in query.terms_in[release.language]:
            return True  # "un hangar de 1962"
    origins = word_list(language.answers.origins.partition("/")[2])
    sentence = release.body[part.sentence.start : part.sentence.end]
    if not origins.are_in(FoldedText(sentence)):
        return False
    if date.of != "event" or date.evidence is None:
        return True
    # "bâti sur le site d'une tannerie *fermée* en 1983"
    ends = tuple(language.answers.participles.split())
    tokens, keys = tokens_of(release.body[part.sentence.start : date.evidence.start])
    joining = articles_of(language) | folded_words(language.speech.prepositions)
    for n in range(len(keys) - 1, 0, -1):
        if origins.has(keys[n]):
            return True
        if ends and len(keys[n]) > _SHORT and keys[n].endswith(ends) and keys[n - 1] not in joining:
            asked = query.terms_in[release.language]
            return not asked.isdisjoint(analyse(tokens[n].group(), release.language))
    return True


def asks_origin(query: Query, language: Language) -> bool:
    """Whether a question asks from what time a thing is: "De quand date le pont ?"."""
    asked = language.answers.origins.partition("/")[0]
    return word_list(asked).are_in(FoldedText(query.text))


def _shares_words(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part, or the one before if it goes on from that, has a form of a
    word of the question; True for a question in another language than the release's."""
    language = known(part.hit.release.language)
    if language.code not in query.languages:
        return True
    told = analyse(with_sentence_before(part.hit, part.sentence), language.code)
    asked = query.terms_in[language.code]
    return not asked or any(alike(one, other) for one in asked for other in told)
