"""Check that a date begins what a question asks since when, or ends what it asks until when, and
that it was not still to come where the question asks for what was.

"Depuis quand X est-il premier ministre ?" is not answered by the day on which X, the prime
minister, welcomed a guest; "quand la ligne a-t-elle été prolongée ?" not by the year for which that
is planned.
"""

from __future__ import annotations

import re
from datetime import date as day

from rag.answering.checks.events import with_sentence_before
from rag.answering.checks.kinds import Fit
from rag.answering.checks.plans import asks_what_was, realised
from rag.answering.checks.same_thing import is_another_of_order
from rag.answering.dating.asked import asked_office, asks_origin
from rag.answering.dating.clauses import clauses_of
from rag.answering.dating.dates import whole_date
from rag.answering.dating.ends import asks_limit, role_asked, role_of_date, says_role, stands_until
from rag.answering.sentences import share_of_terms
from rag.answering.tokens import is_participle
from rag.corpus import sentences_of
from rag.language import analyse, find_dates, resolve
from rag.language.language import Language
from rag.language.registry import known
from rag.language.tense import outlook
from rag.language.terms import fold, folded_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.question import Query
from rag.question.office import articles_of, tokens_of
from rag.question.verb import alike, asked_verb, says
from rag.types import AnswerPart, Release, Span

# A sentence that tells of what is asked for has so much of the question's words.
_MOST = 0.5
# A participle has more letters than this.
_SHORT = 3


def fits_time(query: Query, part: AnswerPart) -> Fit:
    """Whether the date of a part was over when its release told of it, where a question asks when
    something was. What the release only plans or wishes is of another kind, and so is a day that
    is over if the release tells of the event as still to come; another date to come is doubtful."""
    release, date = part.hit.release, part.date
    if query.wanted != "date" or date is None or date.date is None:
        return "fits"
    if not asks_what_was(query) or _asks_when_is(query):
        return "fits"
    to_come = was_to_come(part)
    if to_come is None or role_asked(query.text, query.languages) == "end":
        return "fits"
    if not to_come:
        return "other-kind" if _is_to_come(query, part) else "fits"
    sentence = release.body[part.sentence.start : part.sentence.end]
    planned = realised(sentence, known(release.language)) != sentence
    if date.evidence is not None:
        said = outlook(release.body, date.evidence.start, date.evidence.end, release.language)
        planned = planned or said == "coming"
    return "other-kind" if planned or date.date.precision == "year" else "doubtful"


def was_to_come(part: AnswerPart) -> bool | None:
    """Whether the date of a part was still to come when its release was published; None if one of
    the two is not known."""
    date = part.date.date if part.date else None
    own, told = date.bounds if date else None, _published_bounds(part.hit.release)
    return own[0] > told[1] if own is not None and told is not None else None


def _asks_when_is(query: Query) -> bool:
    """Whether a question has "is" or "was" for its verb, without a participle: "Wann ist das Fest?"
    may ask for what is to come."""
    words = [word.strip("?!.,") for word in plain(query.text).split()]
    for language in map(known, query.languages):
        copulas = folded_words(language.offices.copulas)
        participle = re.compile(language.follow_ups.participles or "(?!)")
        verbs = [word for word in words if fold(word) in copulas]
        others = (word for word in words if word not in verbs)
        if verbs and not any(map(participle.fullmatch, others)):
            return True
    return False


def _is_to_come(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of the passage that shares most with a question has only dates after
    that of the release, or none and a verb of a plan or in the future; False if it has the part's
    date, or if the part's sentence alone has the verb of the question."""
    release, date = part.hit.release, part.date
    told = _published_bounds(release)
    sentences = sentences_of(release.body, part.hit.passage, release.language)
    shares = [share_of_terms(release, one, query) for one in sentences]
    if not shares or told is None or max(shares) < _MOST:
        return False
    tied = [one for one, share in zip(sentences, shares, strict=True) if share == max(shares)]
    of_asked = [one for one in tied if not _is_of_another_order(query, release, one)]
    best = (of_asked or tied)[0]
    evidence = date.evidence if date is not None else None
    if evidence is not None and date is not None and date.date != release.published.date:
        around = [n for n, one in enumerate(sentences) if one.overlaps(evidence)]
        if not around or max(shares[n] for n in around) >= max(shares):
            return False
        if not _has_verb(query, release, best) and any(
            _has_verb(query, release, sentences[n]) for n in around
        ):
            return False
    if evidence is not None and best.overlaps(evidence):
        return False
    found = find_dates(release.body, best.start, best.end, language=release.language)
    dates = (resolve(release.body, one, release.published, release.language) for one in found)
    bounds = [one.date.bounds for one in dates if one.date is not None]
    if not bounds:
        text, language = release.body[best.start : best.end], known(release.language)
        return realised(text, language) != text or outlook(text, 0, 0, language.code) == "coming"
    return all(one is not None and one[0] > told[1] for one in bounds)


def _has_verb(query: Query, release: Release, sentence: Span) -> bool:
    """Whether a sentence has a form of the verb of a question in its language."""
    verb = asked_verb(query.text, known(release.language))
    text = release.body[sentence.start : sentence.end]
    return verb is not None and says(verb.term, text, release.language)


def _is_of_another_order(query: Query, release: Release, sentence: Span) -> bool:
    text = release.body[sentence.start : sentence.end]
    return is_another_of_order(query, text, release.language)


def _published_bounds(release: Release) -> tuple[day, day] | None:
    """The first and the last day on which a release may have been published, if that is known."""
    published = release.published.date
    return published.bounds if published is not None else None


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
    if part.kind == "words":
        return "fits"  # "depuis *vingt ans*"
    if date.of == "event" and not _shares_words(query, part):
        return "other-kind" if role is not None else "doubtful"
    if role is None or not answers.beginnings:
        return "fits"
    found = find_dates(release.body, evidence.start, evidence.end, language=release.language)
    told = {role_of_date(release.body, one, release.language) for one in found}
    until = any(stands_until(release.body, one, release.language) for one in found)
    if until and (role == "end" or asks_limit(query.text, query.languages)):
        told.add("end")
    if told - {None}:
        return "fits" if role in told else "other-kind"
    sentence = Span(part.sentence.start, part.sentence.end)
    span = Span(evidence.start, evidence.end)
    whole = whole_date(release.body, span, sentence, release.language)
    if whole.date is not None and whole.date.until is not None:
        return "fits"  # one end of "du 3 au 5 mai"
    if asked_office(query, known(release.language)) is not None:
        return "fits"  # whether its sentence tells that, another check says
    is_news = any(one.date is None for one in found)  # "hier", "mardi"
    own = is_news or date.of == "release" or date.date == release.published.date
    asked = word_list(f"{answers.beginnings} {answers.endings}").are_in(FoldedText(query.text))
    if date.of == "release" and not asked:
        return "other-kind"  # "Depuis quand chante-t-elle ?"
    ends = answers.beginnings, answers.endings
    own_end, other_end = map(word_list, ends if role == "begin" else reversed(ends))
    text = FoldedText(release.body[sentence.start : sentence.end])
    if own_end.are_in(text) or says_role(release.body, sentence, role, release.language):
        return "fits"
    # "Jusqu'à quand a-t-il existé ?" is not answered by "Il avait été *créé* en 1978".
    clauses = clauses_of(release.body, sentence.start, sentence.end, known(release.language))
    clause = next((one for one in clauses if one.start < evidence.end <= one.end), sentence)
    opposite = other_end.are_in(FoldedText(release.body[clause.start : clause.end]))
    return "other-kind" if own or opposite else "doubtful"


def fits_origin(query: Query, part: AnswerPart) -> bool:
    """Whether the date of a part can be the time from which a thing is, if a question asks for that
    ("De quand date le pont ?"): its sentence says that something was made then, or the date stands
    right beside the thing."""
    release = part.hit.release
    language, date = known(release.language), part.date
    if date is None or not asks_origin(query, language):
        return True
    if date.against is not None or _is_only_of_asked(query, part, language):
        return False
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
    tokens, keys = tokens_of(release.body[part.sentence.start : date.evidence.start])
    joining = articles_of(language) | folded_words(language.speech.prepositions)
    for n in range(len(keys) - 1, 0, -1):
        if origins.has(keys[n]):
            return True
        done = len(keys[n]) > _SHORT and is_participle(plain(tokens[n].group()), language)
        if done and keys[n - 1] not in joining:
            asked = query.terms_in[release.language]
            return not asked.isdisjoint(analyse(tokens[n].group(), release.language))
    return True


def _is_only_of_asked(query: Query, part: AnswerPart, language: Language) -> bool:
    """Whether the sentence of a part has the thing of a question only behind "of", with another
    thing before it: "l'orgue de la *collégiale*, construit en 1754"."""
    verb = asked_verb(query.text, language) if language.code in query.languages else None
    if verb is None or not verb.subject:
        return False
    _, keys = tokens_of(part.sentence.quote)
    origins = word_list(language.answers.origins.partition("/")[2])
    of = folded_words(language.speech.name_links, language.answers.of)
    articles = articles_of(language) - of
    found = []
    for n, key in enumerate(keys):
        if not alike(key, verb.subject):
            continue
        at = n - 1
        while at > 0 and keys[at] in articles:
            at -= 1
        found.append(at > 0 and keys[at] in of and not origins.has(keys[at - 1]))
    return bool(found) and all(found)


def _shares_words(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part, or the one before if it goes on from that, has a form of a
    word of the question; True for a question in another language than the release's."""
    language = known(part.hit.release.language)
    if language.code not in query.languages:
        return True
    told = analyse(with_sentence_before(part.hit, part.sentence), language.code)
    asked = query.terms_in[language.code]
    return not asked or any(alike(one, other) for one in asked for other in told)
