"""Turn a search result into an answer: its parts, or an abstention with its reason."""

from __future__ import annotations

from dataclasses import replace

from rag.answering.checks.dated import tells_known_event
from rag.answering.checks.other_holders import of_former, of_other_body
from rag.answering.checks.presence import find_missing, is_not_so, speaks_of_names
from rag.answering.checks.refusals import fit_of_part
from rag.answering.checks.roles import asks_for_role
from rag.answering.choosing import first_that_fits, is_yes_no, prepared, with_words
from rag.answering.confidence import (
    confidence,
    item_confidence,
    lowered,
    mean_in_logits,
    shown_confidence,
    words_confidence,
)
from rag.answering.dating.release_date import may_be_of_release_date, release_date_confidence
from rag.answering.gathering.editions import edition_parts
from rag.answering.gathering.figures import tells_counted
from rag.answering.gathering.gather import gather
from rag.answering.gathering.items import words_of_item
from rag.answering.gathering.listing import count_members, gather_list
from rag.answering.gathering.membership import members_in
from rag.answering.gathering.successors import succeeded_by
from rag.answering.parts import PartMaker, input_of_sentence
from rag.answering.quotes.speaker import quotes_without_saying
from rag.answering.words.told_parties import is_told
from rag.language.registry import known
from rag.models import Calibration, Encoder, Reader
from rag.question import Query
from rag.question.office import posts_of, tokens_of
from rag.retrieval import SearchResult
from rag.retrieval.named import is_of_period
from rag.retrieval.named import speaks_of_asked as is_of_asked
from rag.types import Abstention, Answer, AnswerPart, Hit

# So many hits of other releases are asked for the date that the best one does not tell.
_LATER = 3
# A passage with all names of a question for a series or for what is held or won again, or a word
# for what is counted beside its words, needs so much less.
_NAMED = 0.15
# The confidence of who a sentence says joined or left.
_MEMBER = 0.85
# The least confidence of who a sentence says did what the question asks.
_TOLD = 0.45


def make_answer(
    result: SearchResult, encoder: Encoder, calibration: Calibration, reader: Reader | None = None
) -> Answer:
    """The answer that the best hit gives, or an abstention with the nearest hits.

    If the reader has read the passage, its words are the answer, with the sentence around them.
    Otherwise the sentence that fits the question best is the answer. If the release's date may be
    the answer, the reader reads the passage again with that date before it.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    # Once and for all hits, so that the words are the same wherever they are shown; the scores
    # and the confidence stay the reader's own.
    result = replace(result, hits=tuple(prepared(hit, result.query) for hit in result.hits))
    query = result.query
    answer = Answer(query.question, (), 0.0, result.hits, query.period)
    if not result.hits:
        return replace(answer, period=None, abstention="nothing-found")
    named = (hit for hit in _read(result) if not find_missing(query, hit.release).missing)
    chosen = first_that_fits(query, named)
    if chosen is None:
        missing = find_missing(query, result.hits[0].release).missing
        probability = lowered(lowered(confidence(result, result.hits[0], calibration)))
        words = tuple(name.words for name in missing)
        return replace(answer, confidence=probability, abstention="not-named", missing=words)
    hit, fits = chosen
    hits = tuple(hit if other.rank == hit.rank else other for other in result.hits)
    result, answer = replace(result, hits=hits), replace(answer, hits=hits)
    part, probability, reason = _best_part(result, hit, encoder, calibration, reader)
    limit = fit_of_part(query, part) if part is not None else "fits"
    if "other-kind" in (fits, limit):
        part, reason, probability = None, "not-said", lowered(lowered(probability))
    later = None
    if part is None and query.wanted == "date" and query.scope.form == "value":
        later = _part_of_later(result, hit, encoder, calibration, reader)
    if later is not None:
        part, probability = later, later.confidence
    elif part is not None:
        unsure = find_missing(query, hit.release).doubtful
        doubtful = "doubtful" in (fits, limit) or bool(unsure)
        told = _least_told(query, part.hit)
        probability = words_confidence(result, part, probability, calibration, doubtful=doubtful)
        probability = max(probability, lowered(told) if doubtful else told)
        part = replace(part, confidence=probability)
        if probability < calibration.words_threshold:
            part, reason = None, "not-said"
    abstention = None if part else reason
    parts = (part,) if part else ()
    answer = replace(answer, parts=parts, confidence=probability, abstention=abstention)
    answer = replace(answer, releases_found=result.releases)
    if query.scope.form == "list":
        answer = replace(answer, releases_read=len({hit.release.id for hit in result.each}))
        each = (prepared(hit, query) for hit in result.each)
        things = (_item(result, hit, encoder, calibration, reader) for hit in each)
        members = _members(result, encoder, reader)
        left = _members(_for_those_who_left(result), encoder, reader)
        read = (*result.hits, *result.each)
        gathered = gather_list(answer, query, [one for one in things if one], members, left, read)
        return _with_first_hit(gathered)
    others = [prepared(hit, query) for hit in result.others]
    gathered = gather(
        answer,
        query,
        (*_read(result), *others),
        lambda other: _part_of_other(
            result, other, encoder, calibration, reader, beside=bool(parts)
        ),
        calibration.words_threshold,
        edition_parts(query, (*result.hits, *others)),
    )
    if gathered.abstention and query.scope.membership is not None:
        # No release states the number.
        gathered = count_members(gathered, query, _members(result, encoder, reader))
    if gathered.parts and (query.scope.time == "now" or query.scope.form == "series"):
        gathered = _with_successor(gathered, result, encoder, reader)
    return _as_stated(_with_first_hit(gathered), result, calibration, reader)


def _least_told(query: Query, hit: Hit) -> float:
    """The least confidence of a hit's words: more than 0 where a sentence says that they did what
    the question asks, and the hit belongs to the period that it names."""
    return _TOLD if is_of_period(query, hit) and is_told(query, hit) else 0.0


def _as_stated(
    answer: Answer, result: SearchResult, calibration: Calibration, reader: Reader | None
) -> Answer:
    """An answer with the confidence of its parts after the reader has read the sentence of each one
    alone; an abstention if all of them are too doubtful then."""
    if not answer.parts or reader is None:
        return answer
    passages, by_passage = result.signals.passages, [part.confidence for part in answer.parts]
    readings = reader.read([input_of_sentence(result.query, part) for part in answer.parts])
    stated = [
        shown_confidence(probability, passages, alone, calibration)
        for probability, alone in zip(by_passage, readings, strict=True)
    ]
    first = by_passage.index(answer.confidence) if answer.confidence in by_passage else 0
    # No sentence looks like the answer to a question for yes or no.
    told = (min(part.confidence, _least_told(result.query, part.hit)) for part in answer.parts)
    stated = [max(pair) for pair in zip(stated, told, strict=True)]
    if max(stated) < calibration.shown_threshold and not is_yes_no(result.query):
        return replace(
            answer,
            parts=(),
            confidence=max(stated),
            abstention="not-said",
            form="value",
            as_of=None,
        )
    parts = tuple(
        replace(part, confidence=confidence)
        for part, confidence in zip(answer.parts, stated, strict=True)
    )
    return replace(answer, parts=parts, confidence=stated[first])


def _with_successor(
    answer: Answer, result: SearchResult, encoder: Encoder, reader: Reader | None
) -> Answer:
    """The answer to who holds an office, now or one after the other, with whoever a later release
    says took it over from the last one; that release need not have been read."""
    series = result.query.scope.form == "series"
    for _ in result.hits:
        held = answer.parts[-1 if series else 0]
        found = succeeded_by(result.query, result.hits, held)
        if found is None:
            return answer
        hit = with_words(*found)
        part = PartMaker(result, hit, encoder, reader).from_words(held.confidence)
        part = replace(part, time=hit.release.published.date)
        if series:
            answer = replace(answer, parts=(*answer.parts, part), form="series")
        else:
            answer = replace(answer, parts=(part, *answer.parts), as_of=part.time)
    return answer


def _with_first_hit(answer: Answer) -> Answer:
    """The answer with the hit of its first part among the hits, in the place of the last one."""
    if not answer.parts:
        return answer
    hit = answer.parts[0].hit
    if any(other.rank == hit.rank for other in answer.hits):
        return answer
    return replace(answer, hits=(*answer.hits[:-1], hit))


def _part_of_other(
    result: SearchResult,
    hit: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
    *,
    beside: bool,
) -> AnswerPart | None:
    """The part that a hit gives that is not the first one; None if it would not answer.

    Args:
        beside: whether the first one answers.
    """
    query = result.query
    answering = _that_may_answer(query, hit)
    if answering is None:
        return None
    hit, doubtful = answering
    if of_former(query, hit) or of_other_body(query, hit):
        return None
    alone = item_confidence(hit, calibration, doubtful=doubtful)
    likely = calibration.items_threshold
    if query.scope.form == "series" and (is_of_asked(query, hit) or tells_counted(query, hit)):
        likely -= _NAMED
    of_times = query.scope.form in ("count", "series") or (beside and _asks_for_each_time(query))
    of_times = of_times and (alone or 0.0) >= likely
    if of_times:
        # Each time is one of several, and none is better than the others: no threshold but that of
        # the items holds.
        calibration = calibration.with_threshold(0.0)
        maker = PartMaker(result, hit, encoder, reader)
        date = maker.date_read() if query.scope.form == "count" else None
        if date is not None:
            return maker.from_date(*date, alone or 0.0)
    part, probability, _reason = _best_part(result, hit, encoder, calibration, reader)
    limit = fit_of_part(query, part) if part is not None else "fits"
    if part is None or limit == "other-kind":
        return None
    doubtful = doubtful or limit == "doubtful"
    probability = words_confidence(result, part, probability, calibration, doubtful=doubtful)
    if probability < calibration.words_threshold and not of_times:
        return None
    if alone is not None and not (query.scope.is_narrow or query.cross_lingual):
        # Of several values the best one is no better for the lead that it has.
        probability = mean_in_logits(probability, alone)
    return replace(part, confidence=probability)


def _part_of_later(
    result: SearchResult,
    first: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
) -> AnswerPart | None:
    """The part of the first hit of another release whose date is told of the event of a question,
    where that of the best hit is not; None if no release tells it, or no words for it are known."""
    query = result.query
    others = [hit for hit in _read(result) if hit.release.id != first.release.id]
    for hit in others[:_LATER]:
        if not tells_known_event(query, hit):
            continue
        part = _part_of_other(result, hit, encoder, calibration, reader, beside=False)
        if part is not None and part.kind == "date":
            return part
    return None


def _asks_for_each_time(query: Query) -> bool:
    """Whether a question asks for one of the values that releases state for several times: a number
    or the holder of an office, of now or of the first or last time."""
    if query.scope.is_narrow:
        return False
    of_office = query.asks == "who" and (query.scope.is_of_state or asks_for_role(query))
    return query.quantity is not None or query.scope.is_of_figure or of_office


def _item(
    result: SearchResult,
    hit: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
) -> AnswerPart | None:
    """The part of a hit whose words are one of several things that are asked for; None if they
    probably are not."""
    query = result.query
    answering = _that_may_answer(query, hit)
    if answering is None:
        return None
    hit, doubtful = answering
    words = hit.match.span
    begins_small = words is not None and hit.release.body[words.start].islower()
    if is_not_so(query, hit) or (begins_small and asks_for_role(query)):
        return None
    if of_other_body(_for_holders(query), hit):
        return None
    probability = item_confidence(hit, calibration, doubtful=doubtful)
    of_edition = query.scope.is_of_events and is_of_asked(query, hit)
    least = calibration.items_threshold - (_NAMED if of_edition else 0.0)
    if probability is None or probability < least:
        return None
    hit = with_words(hit, words_of_item(query, hit))
    return PartMaker(result, hit, encoder, reader).from_words(probability)


def _for_holders(query: Query) -> Query:
    """A question for several people who held an office as one for its holder at a time."""
    _, keys = tokens_of(query.question)
    office = any(posts_of(keys, known(code)) for code in query.languages)
    of_state = query.scope.is_of_state or (query.asks == "who" and office)
    return replace(query, scope=replace(query.scope, is_of_state=of_state))


def _members(result: SearchResult, encoder: Encoder, reader: Reader | None) -> list[AnswerPart]:
    """The parts of all hits whose sentences say who joined or left what the question names."""
    parts, seen = [], set()
    for hit in (*result.each, *result.named):
        if hit.passage.citation.id in seen:
            continue
        seen.add(hit.passage.citation.id)
        for words in members_in(result.query, hit):
            named = with_words(hit, words)
            parts.append(PartMaker(result, named, encoder, reader).from_words(_MEMBER))
    return parts


def _for_those_who_left(result: SearchResult) -> SearchResult:
    """The result for the question who left what this one asks the members of; without hits if it
    asks for no members of now."""
    scope = result.query.scope
    if not (scope.is_of_now and scope.membership == "joined"):
        return replace(result, each=(), named=())
    query = replace(result.query, scope=replace(scope, membership="left", is_of_now=False))
    return replace(result, query=query)


def _that_may_answer(query: Query, hit: Hit) -> tuple[Hit, bool] | None:
    """A hit beside the first one with the words that may answer, and whether they are doubtful;
    None if they do not answer."""
    presence = find_missing(query, hit.release)
    chosen = None if presence.missing else first_that_fits(query, [hit])
    if chosen is None or chosen[1] == "other-kind":
        return None
    several = not query.scope.is_narrow and is_of_asked(query, hit)
    if not several and not speaks_of_names(query, chosen[0]):
        return None
    hit, fits = chosen
    return hit, fits == "doubtful" or bool(presence.doubtful)


def lasts(query: Query) -> bool:
    """Whether what held before the period of a question may still have held in it: the question
    asks who held an office then."""
    if query.period is None or query.period.high is None or query.asks != "who":
        return False
    return query.scope.is_of_state or asks_for_role(query)


def list_passages(result: SearchResult) -> Answer:
    """The hits for a name or key words, without an answer; an abstention with the nearest hits if
    none of them has one of the words."""
    query, hits = result.query, result.hits
    answer = Answer(query.question, (), 0.0, hits, query.period if hits else None)
    if any(hit.match.terms for hit in hits):
        return answer
    return replace(answer, abstention="nothing-found")


def _read(result: SearchResult) -> list[Hit]:
    """The hits that may answer: the first one, and those that the reader has read."""
    return [hit for hit in result.hits if hit.rank == 1 or hit.match.span is not None]


def _best_part(
    result: SearchResult,
    hit: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
) -> tuple[AnswerPart | None, float, Abstention]:
    """The part that a hit gives, its confidence, and the reason to abstain if there is no part."""
    threshold = calibration.threshold
    probability = max(confidence(result, hit, calibration), _least_told(result.query, hit))
    maker = PartMaker(result, hit, encoder, reader)
    if not maker.names_speaker and quotes_without_saying(result.query, hit):
        return None, probability, "not-said"
    if result.query.wanted != "date" or maker.time_without_date:
        part = maker.from_words(probability) if probability >= threshold else None
        return part, probability, "not-said"
    by_release_date = 0.0
    if probability < threshold:
        # This is faster than choosing the sentence, so it comes first: it may end here.
        by_release_date = release_date_confidence(result, hit, calibration, reader)
        if by_release_date < threshold:
            return None, max(probability, by_release_date), "not-said"
    sentence, date = maker.find_date()
    if date is not None:
        probability = max(probability, by_release_date)
        part = maker.from_date(sentence, date, probability) if probability >= threshold else None
        return part, probability, "not-said"
    if maker.told_better_by is not None:
        part, better, reason = _best_part(
            result, maker.told_better_by, encoder, calibration, reader
        )
        if part is not None:
            return part, better, reason
    if hit.release.published.date is None and probability >= threshold and maker.years_without_date:
        return maker.from_words(probability), probability, "not-said"
    probability = by_release_date or release_date_confidence(result, hit, calibration, reader)
    if probability < threshold or not may_be_of_release_date(result.query, hit):
        return None, probability, "not-said"
    return maker.from_release_date(sentence, probability), probability, "no-date-given"
