"""Turn a search result into an answer: its parts, or an abstention with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answering.agents import agent_of_verb
from rag.answering.aligned import aligned
from rag.answering.clauses import whole_clause
from rag.answering.confidence import (
    confidence,
    item_confidence,
    lowered,
    mean_in_logits,
    stated,
    words_confidence,
)
from rag.answering.contrary import may_be_contrary, says_contrary
from rag.answering.cutting import cut_short
from rag.answering.designations import is_of_another
from rag.answering.doers import is_bystander
from rag.answering.editions import edition_parts
from rag.answering.events import are_only_planned
from rag.answering.gather import count_members, gather, gather_list
from rag.answering.kinds import Fit, fit
from rag.answering.leading import is_contact
from rag.answering.limits import fits_limit, fits_time
from rag.answering.membership import members_in
from rag.answering.neighbours import number_of_asked, number_of_kind
from rag.answering.parts import PartMaker
from rag.answering.plans import is_only_planned
from rag.answering.presence import (
    find_missing,
    is_not_so,
    is_of_another_time,
    speaks_of_names,
)
from rag.answering.release_date import may_be_of_release_date, release_date_confidence
from rag.answering.roles import (
    asked_side,
    asks_for_role,
    holds_role,
    is_named_aside,
    is_wrong_in_succession,
    name_of_holder,
    of_former,
    of_other_body,
    speaks_of_asked,
    told_apart,
)
from rag.answering.sentences import share_of_terms
from rag.answering.sides import is_other_side
from rag.answering.speaker import quotes_without_saying
from rag.answering.spoken_of import fits_names
from rag.answering.subjects import fits_subject
from rag.answering.successors import of_holder, succeeded_by
from rag.answering.unsaid import lacks_number, lacks_post
from rag.answering.words import asked, whole_words
from rag.corpus import sentences_of, statements_near
from rag.language import analyse
from rag.language.forms import asks_yes_no
from rag.language.registry import known
from rag.models import Calibration, Encoder, Reader
from rag.question import Query
from rag.retrieval import SearchResult
from rag.retrieval.named import speaks_of_asked as is_of_asked
from rag.types import Abstention, Answer, AnswerPart, Hit, Span

# A passage with all names of a question for a series needs so much less.
_NAMED = 0.15
_TWO = 2
# The confidence of who a sentence says joined or left.
_MEMBER = 0.85


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
    result = replace(result, hits=tuple(_prepared(hit, result.query) for hit in result.hits))
    query = result.query
    answer = Answer(query.question, (), 0.0, result.hits, query.period)
    if not result.hits:
        return replace(answer, period=None, abstention="nothing-found")
    named = (hit for hit in _read(result) if not find_missing(query, hit.release).missing)
    chosen = _first_that_fits(query, named)
    if chosen is None:
        missing = find_missing(query, result.hits[0].release).missing
        probability = lowered(lowered(confidence(result, result.hits[0], calibration)))
        words = tuple(name.words for name in missing)
        return replace(answer, confidence=probability, abstention="not-named", missing=words)
    hit, fits = chosen
    hits = tuple(hit if other.rank == hit.rank else other for other in result.hits)
    result, answer = replace(result, hits=hits), replace(answer, hits=hits)
    part, probability, reason = _best_part(result, hit, encoder, calibration, reader)
    limit = _fit_of(query, part) if part is not None else "fits"
    if "other-kind" in (fits, limit):
        part, reason, probability = None, "not-said", lowered(lowered(probability))
    if part is not None:
        unsure = find_missing(query, hit.release).doubtful
        doubtful = "doubtful" in (fits, limit) or bool(unsure)
        probability = words_confidence(result, part, probability, calibration, doubtful=doubtful)
        part = replace(part, confidence=probability)
        if probability < calibration.words_threshold:
            part, reason = None, "not-said"
    abstention = None if part else reason
    parts = (part,) if part else ()
    answer = replace(answer, parts=parts, confidence=probability, abstention=abstention)
    answer = replace(answer, releases_found=result.releases)
    if query.scope.form == "list":
        read = len({hit.release.id for hit in result.each})
        each = (_prepared(hit, query) for hit in result.each)
        things = (_item(result, hit, encoder, calibration, reader) for hit in each)
        answer = replace(answer, releases_read=read)
        members = _members(result, encoder, reader)
        left = _members(_for_those_who_left(result), encoder, reader)
        gathered = gather_list(answer, query, [one for one in things if one], members, left)
        return _with_first_hit(gathered)
    others = [_prepared(hit, query) for hit in result.others]
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
    return _as_stated(_with_first_hit(gathered), result, calibration)


def _as_stated(answer: Answer, result: SearchResult, calibration: Calibration) -> Answer:
    """An answer with the confidence that is stated over so many passages."""
    if not answer.parts:
        return answer
    passages = result.signals.passages
    parts = tuple(
        replace(part, confidence=stated(part.confidence, passages, calibration))
        for part in answer.parts
    )
    confidence = stated(answer.confidence, passages, calibration)
    return replace(answer, parts=parts, confidence=confidence)


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
        hit = _with_words(*found)
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
    if query.scope.form == "series" and is_of_asked(query, hit):
        likely -= _NAMED
    of_times = query.scope.form in ("count", "series") or (beside and _asks_for_each_time(query))
    of_times = of_times and (alone or 0.0) >= likely
    if of_times:
        # Each time is one of several, and none is better than the others: no threshold but that of
        # the items holds.
        calibration = calibration.with_overrides(None, None, 0.0)
        maker = PartMaker(result, hit, encoder, reader)
        date = maker.date_read() if query.scope.form == "count" else None
        if date is not None:
            return maker.from_date(*date, alone or 0.0)
    part, probability, _reason = _best_part(result, hit, encoder, calibration, reader)
    limit = _fit_of(query, part) if part is not None else "fits"
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


def _fit_of(query: Query, part: AnswerPart) -> Fit:
    """Whether what a part says was done, and is of the limit and of the subject that the question
    asks for."""
    if is_only_planned(query, part) or are_only_planned(query, part.hit, part.sentence.quote):
        return "other-kind"
    checks = (fits_limit, fits_time, fits_subject, fits_names)
    found = {check(query, part) for check in checks}
    return next(one for one in ("other-kind", "doubtful", "fits") if one in found)


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
    probability = item_confidence(hit, calibration, doubtful=doubtful)
    if probability is None or probability < calibration.items_threshold:
        return None
    return PartMaker(result, hit, encoder, reader).from_words(probability)


def _members(result: SearchResult, encoder: Encoder, reader: Reader | None) -> list[AnswerPart]:
    """The parts of all hits whose sentences say who joined or left what the question names."""
    parts, seen = [], set()
    for hit in (*result.each, *result.named):
        if hit.passage.citation.id in seen:
            continue
        seen.add(hit.passage.citation.id)
        for words in members_in(result.query, hit):
            named = _with_words(hit, words)
            parts.append(PartMaker(result, named, encoder, reader).from_words(_MEMBER))
    return parts


def _for_those_who_left(result: SearchResult) -> SearchResult:
    """The result for the question who left what this one asks the members of; without hits if it
    asks for no members of now."""
    scope = result.query.scope
    if not scope.is_of_now:
        return replace(result, each=(), named=())
    query = replace(result.query, scope=replace(scope, membership="left", is_of_now=False))
    return replace(result, query=query)


def _that_may_answer(query: Query, hit: Hit) -> tuple[Hit, bool] | None:
    """A hit beside the first one with the words that may answer, and whether they are doubtful;
    None if they do not answer."""
    presence = find_missing(query, hit.release)
    chosen = None if presence.missing else _first_that_fits(query, [hit])
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


def _with_words_asked(query: Query, hit: Hit, sentences: Sequence[Span]) -> tuple[Hit, bool] | None:
    """A hit with the words of its passage that stand where the answer must stand: the reader's, or
    others; and whether they are those of another holder or number than the reader's. None if the
    passage has no such words."""
    if hit.match.span is None:
        return hit, False
    words = told_apart(query, hit, sentences)
    if words is None:
        return None
    hit = _with_words(hit, words)
    better = of_holder(query, hit) if query.asks == "who" else number_of_asked(query, hit)
    if better is None:
        return None
    hit, is_other = _with_words(hit, better), better != words
    words = agent_of_verb(query, hit, sentences)
    if words is None:
        return None
    hit = _with_words(hit, words)
    return _with_words(hit, aligned(query, hit)), is_other


def _with_words(hit: Hit, words: Span | None) -> Hit:
    return replace(hit, match=replace(hit.match, span=words))


def _first_that_fits(query: Query, hits: Iterable[Hit]) -> tuple[Hit, Fit] | None:
    """The first hit whose words are of the kind and on the side of the verb that is asked for, in a
    sentence that does not say the contrary; one with the office of another organisation only if
    there is no other. The first hit if none are; None without hits."""
    first: Hit | None = None
    of_other: Hit | None = None
    of_office = query.asks == "who" and (query.scope.is_of_state or asks_for_role(query))
    for hit in hits:
        first = first or hit
        sentences = sentences_of(hit.release.body, hit.passage, hit.release.language)
        chosen = _with_words_asked(query, hit, sentences)
        if chosen is None:
            continue
        hit, is_other = chosen
        fits = fit(query, hit)
        of_series = query.scope.form == "series" and fits != "fits"
        number = number_of_kind(query, hit) if of_series else None
        if number is not None:
            hit, fits = _with_words(hit, number), "fits"
        if fits == "other-kind" or is_of_another_time(query, hit):
            continue
        if is_of_another(query, hit):
            continue
        if is_bystander(query, hit, sentences) or is_contact(query, hit):
            continue
        if is_wrong_in_succession(query, hit):
            continue
        if is_other_side(query, hit) or says_contrary(query, hit):
            continue
        if lacks_number(query, hit) or lacks_post(query, hit):
            continue
        held = holds_role(query, hit)
        if held == "other-kind":
            continue
        if of_office and (of_former(query, hit) or is_named_aside(query, hit)):
            continue
        if of_office and (of_other_body(query, hit) or not speaks_of_names(query, hit)):
            of_other = of_other or hit
            continue
        certain = speaks_of_asked(query, hit) and not _runs_on(hit, sentences)
        certain = certain and held != "doubtful" and not may_be_contrary(query, hit)
        certain = certain and not is_other
        return hit, fits if certain else "doubtful"
    if of_other is not None and query.period is None and not query.scope.is_of_state:
        return of_other, "doubtful"
    return (first, "other-kind") if first is not None else None


def _runs_on(hit: Hit, sentences: list[Span]) -> bool:
    """Whether the words run over the end of a sentence, in one paragraph."""
    words, body = hit.match.span, hit.release.body
    if words is None or "\n" in body[words.start : words.end]:
        return False
    return sum(sentence.overlaps(words) for sentence in sentences) > 1


def _in_one_sentence(query: Query, hit: Hit, words: Span, sentences: list[Span]) -> Span:
    """For who or where, of words that run over the end of a sentence those in the sentence that
    has the question's verb, or shares most with it; all of them if that is none or several."""
    around = [one for one in sentences if one.overlaps(words)]
    body = hit.release.body
    if query.asks not in ("who", "where") or len(around) < _TWO:
        return words
    if "\n" in body[words.start : words.end] or query.scope.form == "list":
        return words
    verb = asked_side(query, known(hit.release.language))
    texts = [body[one.start : one.end] for one in around]
    has_verb = [verb and verb[1] in analyse(text, hit.release.language) for text in texts]
    shares = [
        share_of_terms(hit.release, one, query) + bool(there)
        for one, there in zip(around, has_verb, strict=True)
    ]
    best = max(shares)
    if not best or shares.count(best) > 1:
        return words
    one = around[shares.index(best)]
    return Span(max(words.start, one.start), min(words.end, one.end))


def _best_part(
    result: SearchResult,
    hit: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
) -> tuple[AnswerPart | None, float, Abstention]:
    """The part that a hit gives, its confidence, and the reason to abstain if there is no part."""
    threshold = calibration.threshold
    probability = confidence(result, hit, calibration)
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


def _prepared(hit: Hit, query: Query) -> Hit:
    """The hit with its statements, and with the reader's words made whole."""
    passage, release = hit.passage, hit.release
    found = statements_near(release.body, passage.start, passage.end, release.language)
    match = hit.match
    if match.span is not None:
        question = asked(
            query.text,
            query.terms_in[release.language],
            release.language,
            date=query.wanted == "date",
        )
        sentences = sentences_of(release.body, passage, release.language)
        words = whole_words(release.body, match.span, sentences, question, release.language)
        words = name_of_holder(query, release, _in_one_sentence(query, hit, words, sentences))
        words = cut_short(query, release, words, sentences)
        if query.asks == "why" or (
            query.asks == "other" and asks_yes_no(query.text, query.languages)
        ):
            words = whole_clause(release.body, words, sentences)
        match = replace(match, span=words)
    return replace(hit, match=match, statements=found)
