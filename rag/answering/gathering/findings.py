"""What each release says to a question: its part, the value in it and the time of the value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from rag.answering.checks.counted import count_alike
from rag.answering.citations import cite
from rag.answering.dating.ends import tells_postponed
from rag.answering.gathering.figures import (
    asked_terms,
    asks_for_figures,
    counted_noun,
    counted_terms,
    has_number,
    has_terms,
    numbers_beside,
    numbers_in,
    of_kind,
    with_noun,
    with_number,
)
from rag.answering.gathering.groups import Finding, of_first_time
from rag.answering.gathering.items import bare_item
from rag.answering.gathering.times import dates_in, time_of
from rag.answering.gathering.values import value_of
from rag.answering.words.name_phrases import name_phrases
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.aliases import other_names
from rag.language.amounts import read_amount
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import any_of, unjoined
from rag.lazy import regex
from rag.question import Query
from rag.retrieval.named import speaks_of_asked as is_of_asked
from rag.retrieval.named import tells_office
from rag.retrieval.rerank import LEAST_OF_SEVERAL
from rag.types import Answer, AnswerPart, Citation, Hit, Span

_WORD = regex(r"[^\W_]+")
_SIGN = regex(r"[$€£¥]")
# A finding counts from this share of the best one's confidence on (the second one where many values
# are asked for, the third one for figures in the question's language), and with this share of its
# terms of the question.
_LEAST_CONFIDENCE, _LEAST_OF_MANY, _LEAST_OF_FIGURES = 0.3, 0.2, 0.15
LEAST_COVERAGE = 0.5
# Of one event it has more of them: "le forum des ports" is not "le forum des gares".
_COVERAGE_OF_EVENT = 0.8
# Of the event with all its names a date that the reader likes so much is one of that event.
_SURE = 8.0
# A hit that the reader likes less is not worth a part.
_LEAST_SPAN_SCORE = -4.0
# The place in a dateline stands so many characters before the date, at most ("Lyon, le").
_BEFORE_DATE = 8
# Words that count the same have so many letters in common.
_UNIT_LETTERS = 5
# What so many releases say in their last paragraph is said of their publisher.
_REPEATED = 3
# What a release says beside that goes first if it has this share of its confidence.
_OF_OWN = 0.7
_PARAGRAPH = "\n\n"
# A year stands among so many first words behind "that of".
_OF_YEAR = 4


def find_all(
    answer: Answer, query: Query, hits: Sequence[Hit], make_part: Callable[[Hit], AnswerPart | None]
) -> list[Finding]:
    """What each release says, the best first; one finding a release, but all for a count."""
    first = answer.parts[0] if answer.parts else None
    if first is not None and query.scope.form == "count":
        first = make_part(first.hit) or first
    made = [first] if first else []
    for hit in hits:
        same = first is not None and hit.passage.citation.id == first.hit.passage.citation.id
        if same or (hit.match.span_score or 0.0) < _LEAST_SPAN_SCORE:
            continue
        part = make_part(hit)
        if part is not None:
            made.append(part)
    parts: list[AnswerPart] = []
    taken: set[str] = set()
    for part in without_furniture(made):
        if query.scope.form == "count" or part.hit.release.id not in taken:
            parts.append(part)
            taken.add(part.hit.release.id)
    first = parts[0] if parts and first in parts else None
    figures = asks_for_figures(query, parts)
    if figures:
        series = query.scope.form == "series"
        numbered = [with_number(query, one) or (None if series else one) for one in parts]
        parts = [one for one in numbered if one is not None]
        first = parts[0] if parts else None
    if not parts:
        return []
    best = max(part.confidence for part in parts)
    least = _LEAST_CONFIDENCE if query.scope.form == "value" else _LEAST_OF_MANY
    if figures and query.scope.form == "series" and not query.cross_lingual:
        least = _LEAST_OF_FIGURES
    covered = max(part.hit.match.coverage for part in parts)
    of_event = query.wanted == "date" and query.scope.is_narrow
    several = query.scope.form != "value" or query.scope.time in ("first", "last")
    share = _COVERAGE_OF_EVENT if of_event else LEAST_COVERAGE
    if query.scope.form == "series" and not query.names:
        share = LEAST_OF_SEVERAL
    kept = []
    for part in parts:
        enough = part.confidence >= least * best
        near = part.hit.match.coverage >= share * covered
        if of_event and (part.hit.match.span_score or 0.0) >= _SURE:
            near = near or _names_event(query, part)
            moved = part.hit.match.coverage >= LEAST_COVERAGE * covered
            near = near or (
                moved and tells_postponed(part.sentence.quote, part.hit.release.language)
            )
        near = near or tells_office(query, part.hit)
        if several and not (query.wanted == "date" and _is_own_day(part)):
            near = near or is_of_asked(query, part.hit)
        if figures:
            near = (near or is_of_asked(query, part.hit)) and _speaks_of_asked(query, part)
        if part is first or (enough and near):
            kept.append(part)
    kept = _of_asked(query, _of_one_money(query, _of_one_unit(query, kept))) if figures else kept
    counts = figures or query.quantity is not None
    of_time = query.period is not None and query.asks in ("what", "which", "how", "other")
    found = []
    for part in kept:
        beside = counts or (of_time and has_number(part))
        found += _with_beside(query, part) if beside else [finding(query, part)]
        if figures and query.scope.form == "series":
            found += _in_next_sentence(query, found[-1])
    return of_first_time(found)


def without_furniture(parts: Sequence[AnswerPart]) -> list[AnswerPart]:
    """The parts without those of a sentence that ends several releases, where others answer nearly
    as well: such a sentence tells of the publisher, and of no time."""
    releases: dict[str, set[str]] = {}
    for part in parts:
        if _ends_release(part):
            releases.setdefault(_told(part), set()).add(part.hit.release.id)
    own = [
        part
        for part in parts
        if len(releases.get(_told(part), ())) < _REPEATED or not _ends_release(part)
    ]
    best = max((part.confidence for part in own), default=0.0)
    if best < _OF_OWN * max((part.confidence for part in parts), default=0.0):
        return list(parts)
    return own


def _told(part: AnswerPart) -> str:
    return " ".join(part.sentence.quote.casefold().split())


def _ends_release(part: AnswerPart) -> bool:
    """Whether the sentence of a part stands in the last paragraph of its release, and not in the
    first one."""
    body = part.hit.release.body.rstrip()
    paragraph = body.rfind(_PARAGRAPH)
    return 0 <= paragraph <= part.sentence.start


def _is_own_day(part: AnswerPart) -> bool:
    """Whether a part gives the day of its release."""
    published = part.hit.release.published.date
    return part.date is not None and part.date.date == published


def _names_event(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part has each name of a question with the nouns before it ("la gare
    de la Plaine")."""
    asked = query.question
    phrases = [
        phrase
        for code in sorted(query.languages & {part.hit.release.language})
        for phrase in name_phrases(asked, 0, len(asked), code)
    ]
    language = part.hit.release.language
    said = _telling(part.sentence.quote, language)
    told = [_telling(asked[one.start : one.end], language) for one in phrases]
    return bool(phrases) and all(one in said for one in told)


def _telling(text: str, language: str | None) -> str:
    """The words of a text that tell something: "le quai *du* Nord" and "*le* quai Nord" are one."""
    idle = frozenset(map(fold, function_words(known(language))))
    return f" {' '.join(word for word in _worded(text).split() if word not in idle)} "


def _worded(text: str) -> str:
    """The words of a text without accents, each between blanks."""
    return f" {' '.join(fold(plain(word)) for word in _WORD.findall(text))} "


def _of_one_unit(query: Query, parts: list[AnswerPart]) -> list[AnswerPart]:
    """Parts with numbers, without those that count something else than most do."""
    nouns = [counted_noun(part) for part in parts]
    units = [noun[:_UNIT_LETTERS] for noun in nouns]
    named = Counter(unit for unit in units if unit)
    if not named:
        return parts
    unit = named.most_common(1)[0][0]
    whole = nouns[units.index(unit)]
    alike = [
        own in ("", unit)
        or count_alike(whole, noun, part.hit.release.language)
        or has_terms(
            part.sentence, counted_terms(query, part.hit.release.language), part.hit.release
        )
        for part, own, noun in zip(parts, units, nouns, strict=True)
    ]
    if 2 * sum(one for one, own in zip(alike, units, strict=True) if own) <= named.total():
        return parts
    return [part for part, one in zip(parts, alike, strict=True) if one]


def _of_one_money(query: Query, parts: list[AnswerPart]) -> list[AnswerPart]:
    """Parts with sums of money, without those beside which the asked noun ("budget") does not
    stand, if it stands beside several: euros are paid for everything."""
    if query.quantity is None or query.quantity.kind != "money" or query.cross_lingual:
        return parts
    nouns = frozenset[str]()
    for code in sorted(query.languages):
        money = " ".join(unjoined(known(code).measures.asked.get("money", "")))
        nouns |= frozenset(analyse(money, code))
    kept = []
    for part in parts:
        release = part.hit.release
        near = f"{release.title} {sentence_before(part)} {part.sentence.quote}"
        asked = nouns & query.terms_in[release.language]
        if not asked or not asked.isdisjoint(analyse(near, release.language)):
            kept.append(part)
    return kept if len(kept) > 1 else parts


def _of_asked(query: Query, parts: list[AnswerPart]) -> list[AnswerPart]:
    """Parts with numbers, without those that do not speak of what is counted, if several do: no
    word for it stands in their sentence, the one before it or the title, and their number has no
    unit or another one than all of these."""
    if query.cross_lingual:
        return parts
    speak = [part for part in parts if _speaks_of_counted(query, part)]
    units = {_unit(part) for part in speak} - {""}
    kept = [part for part in parts if part in speak or _unit(part) in units]
    return kept if len(speak) > 1 else parts


def _speaks_of_counted(query: Query, part: AnswerPart) -> bool:
    release = part.hit.release
    if release.language not in query.languages:
        return True
    asked = asked_terms(query, release.language)
    near = f"{release.title} {sentence_before(part)} {part.sentence.quote}"
    return not asked or not asked.isdisjoint(analyse(near, release.language))


def _unit(part: AnswerPart) -> str:
    """What the number of a part counts or measures, shortened; ``""`` if that is not told."""
    release, words = part.hit.release, part.span or part.sentence
    sign = _SIGN.search(release.body, max(0, words.start - 1), words.start + 1)
    amount = read_amount(words.quote, release.language)
    unit = sign.group() if sign else amount.unit if amount is not None else ""
    return counted_noun(part)[:_UNIT_LETTERS] or unit


def _in_next_sentence(query: Query, own: Finding) -> list[Finding]:
    """The number of another time in the sentence behind that of a finding, which speaks of the same
    with a pronoun: "En 2018, *il* se montait à 62,5 millions d'euros"."""
    part = own.part
    release = part.hit.release
    around = sentences_of(release.body, part.hit.passage, release.language)
    sentence = next((one for one in around if one.start >= part.sentence.end), None)
    if sentence is None or own.value.amount is None:
        return []
    text = release.body[sentence.start : sentence.end]
    pronouns = folded_words(known(release.language).speech.pronouns)
    numbers = of_kind(query, release, numbers_in(release, sentence, sentence.end), sentence.end)
    said = _worded(text).split()
    # "Celui de la ville" speaks of another budget, "celui de 2016" does not.
    others = folded_words(known(release.language).follow_ups.that_one)
    of_another = said[0] in others and not any(map(str.isdigit, said[1:_OF_YEAR]))
    if len(numbers) != 1 or pronouns.isdisjoint(said) or of_another:
        return []
    span = with_noun(release, numbers[0], sentence.end)
    cited = cite(release, sentence.start, sentence.end, part.sentence.ordinal)
    words = cite(release, span.start, span.end, part.sentence.ordinal)
    other = finding(query, replace(part, sentence=cited, span=words, citations=(cited,)))
    nouns = counted_noun(part), counted_noun(other.part)
    amount = other.value.amount
    same = amount is not None and amount.unit in ("", own.value.amount.unit)
    same = same and (not nouns[1] or nouns[0][:_UNIT_LETTERS] == nouns[1][:_UNIT_LETTERS])
    return [other] if same and other.is_stated and other.time != own.time else []


def _speaks_of_asked(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part, or the one before it, has a word of the question."""
    release = part.hit.release
    text = f"{sentence_before(part)} {part.sentence.quote}"
    asked = query.terms_in[release.language]
    return query.cross_lingual or not asked.isdisjoint(analyse(text, release.language))


def sentence_before(part: AnswerPart) -> str:
    """The sentence before that of a part in its passage; ``""`` if that is the first one."""
    release = part.hit.release
    around = sentences_of(release.body, part.hit.passage, release.language)
    before = [one for one in around if one.end <= part.sentence.start]
    return release.body[before[-1].start : before[-1].end] if before else ""


def shares_terms(query: Query, part: AnswerPart) -> bool:
    """Whether the passage of a part has a word of the question; any has, in another language."""
    release, text = part.hit.release, part.hit.passage.text
    asked = query.terms_in[release.language]
    return query.cross_lingual or not asked.isdisjoint(analyse(text, release.language))


def finding(query: Query, part: AnswerPart) -> Finding:
    """The finding of a part."""
    return Finding(part, value_of(query, part), *time_of(query, part))


def _with_beside(query: Query, part: AnswerPart) -> list[Finding]:
    """The finding of a part, and those of the numbers of other times that stand beside its own."""
    release, words = part.hit.release, part.span or part.sentence
    dates = list(dates_in(release, part.sentence, Span(words.start, words.end), query))
    numbers = numbers_beside(part, dates)
    if not numbers:
        return [finding(query, part)]
    others = frozenset(time for _, time in numbers if time is not None)
    found = []
    for span, time in numbers:
        one = replace(part, span=span)
        stated = time is not None
        if time is None:
            time, stated = time_of(query, one, taken=others)
        found.append(Finding(one, value_of(query, one), time, stated))
    return found


def without_dateline(query: Query, part: AnswerPart) -> AnswerPart | None:
    """The part; of a place in the line with the release's date, the same place where another
    sentence of the passage with a word of the question names it, or None."""
    release, words = part.hit.release, part.span
    published, body = release.published.span, release.body
    if published is None or words is None or words.end > published.start:
        return part
    between = body[words.end : published.start]
    if "\n" in between or len(between) > _BEFORE_DATE:
        return part
    for sentence in sentences_of(body, part.hit.passage, release.language):
        at = body.find(words.quote, max(sentence.start, published.end), sentence.end)
        text = body[sentence.start : sentence.end]
        asked = query.terms_in[release.language]
        if at >= 0 and not asked.isdisjoint(analyse(text, release.language)):
            cited = cite(release, sentence.start, sentence.end, words.ordinal)
            span = cite(release, at, at + len(words.quote), words.ordinal)
            return replace(part, sentence=cited, span=span)
    return None


def items_of(query: Query, whole: Finding) -> list[Finding]:
    """One finding for each thing that the words of a finding name, without what is said of a
    name behind it ("Anne Roux, avocate à Lyon")."""
    part = whole.part
    if part.span is None or other_names(part.span.quote):
        return [whole]
    release, span = part.hit.release, part.span
    found, start = [], span.start
    for match in (*_between_items(release.language).finditer(span.quote), None):
        end = span.start + match.start() if match else span.end
        if release.body[start:end].strip():
            found.append(cite(release, start, end, span.ordinal))
        start = span.start + match.end() if match else end
    if len(found) < 2:
        return [replace(whole, part=bare_item(query, part))]
    # "Rosa Neel, chimiste, reçoit le prix Orval des mains de X": what follows a name of the
    # question is said of the first ones.
    named = [n for n, item in enumerate(found) if n and _names(query, item)]
    found = found[: named[0]] if named else found
    if found[0].quote[:1].isupper():
        found = [item for item in found if not _is_apposition(item, release.language)]
    parts = [bare_item(query, replace(part, span=item)) for item in found]
    return [replace(whole, part=one, value=value_of(query, one)) for one in parts]


def _names(query: Query, item: Citation) -> bool:
    """Whether an item begins in small letters and has a name of a question."""
    words = {fold(plain(word)) for word in _WORD.findall(item.quote)}
    named = any(words.issuperset(name.parts) for name in query.names)
    return item.quote[:1].islower() and named


def _is_apposition(item: Citation, language: str | None) -> bool:
    """Whether an item begins in small letters with no article of a name ("avocate à Lyon")."""
    words = _WORD.findall(item.quote)
    articles = folded_words(known(language).answers.articles, known(language).speech.articles)
    first = fold(plain(words[0])) if words else ""
    return bool(words) and item.quote[0].islower() and first.strip("'") not in articles


@lru_cache(maxsize=16)
def _between_items(language: str | None) -> re.Pattern[str]:
    own = known(language).answers
    both = any_of(own.both)
    another = rf"(?:{any_of(own.another)}\s+)?"
    places = known(language).follow_ups.places
    of = any_of(own.of, known(language).questions.prepositions, places)
    of = rf"{another}(?:{of}(?!-)\s*)?"
    return re.compile(rf"\s*[,;]\s+(?:{both}\s+)?{of}|\s+{both}\s+{of}")
