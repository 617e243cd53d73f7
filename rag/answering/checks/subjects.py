"""Check that the sentence of an answer speaks of the subject of the question.

"Combien d'ouvriers Nordlys emploie-t-il ?" is not answered by "Lumière, qui emploie 1 250
personnes", nor "Quand Selene-2 a-t-elle été perdue ?" by the year in which Selene-1 was lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from rag.answering.checks.events import begins_with_pronoun, with_sentence_before
from rag.answering.checks.kinds import Fit
from rag.answering.checks.limits import was_to_come
from rag.answering.checks.names import is_said, names_not_led
from rag.answering.checks.plans import asks_what_was
from rag.answering.dating.ends import role_asked, role_of_date
from rag.answering.tokens import Word, is_participle, pronouns, stand_ins, words_of
from rag.language import analyse, find_dates, sentence_spans
from rag.language.language import Language
from rag.language.proper_names import Name, find_names
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, tokens_of
from rag.question.verb import AskedVerb, alike, asked_subject, asked_verb, says
from rag.types import AnswerPart, Release, Span

_MARK = regex(r"[,;:.()«»“”\n]")
_COMMA = regex(r",")
_TOKEN = regex(r"[^\W_]+")
# First names that are spelt alike to this share are one, mistyped.
_ALIKE = 0.75
# A pronoun stands so many words before its verb, at most: "il *ne l'a* vendu".
_PRONOUN_WITHIN = 3
_FIRST_AND_LAST, _ARTICLE_AND_NOUN = 2, 2
# The first sentence of a release has more characters than a dateline, and stands before this place.
_HEAD, _LEAD = 60, 600
# What is asked for by its kind and a year: "l'édition 2022".
_OF_YEAR = regex(r"([^\W\d_]{4,})[\s\u00a0\u202f]((?:19|20)\d\d)(?![\w%])")


def fits_subject(query: Query, part: AnswerPart) -> Fit:
    """Whether the sentence of a part speaks of what the question does.

    It does not if it calls only others by a year ("l'édition 2020"), or if it has the
    question's verb with another name as its subject, and not the question's name. It is doubtful
    if its verb has another noun as its subject, or none of the question's names, and the release
    has them elsewhere. A question in another language than the release's fits.
    """
    release = part.hit.release
    language = known(release.language)
    if language.code not in query.languages or query.scope.form == "list":
        return "fits"
    sentence = Span(part.sentence.start, part.sentence.end)
    told = release.body[sentence.start : sentence.end]
    if _is_of_another_year(query, told, language):
        return "other-kind"
    with_before = with_sentence_before(part.hit, sentence)
    if _is_of_namesake(query, with_before, language):
        return "other-kind"
    names = names_not_led(query, language) if query.asks != "who" else []
    if names and with_before != told and not any(is_said(name, told) for name in names):
        before = with_before.removesuffix(told).strip()
        named = any(is_said(name, before) for name in names)
        goes_on = language.follow_ups.drops_subjects or begins_with_pronoun(told, language)
        if named and goes_on and _begins_with_another(before, names, language):
            return "other-kind"
        named = named or any(is_said(name, release.title) for name in names)
        people = (len(one.parts) >= _FIRST_AND_LAST for one in find_names(before, [language.code]))
        led = begins_with_pronoun(told, language) and not begins_with_pronoun(before, language)
        if not named and led and any(people):
            return "other-kind"  # "La ville a nommé *Anne Roux*. *Elle* commencera lundi"
    verb = asked_verb(query.text, language) if query.asks != "who" else None
    tokens = words_of(release.body, sentence, language.code)
    noun = asked_subject(query.text, language) if query.asks != "who" else ""
    counts = query.asks == "how_many" or (query.quantity and query.quantity.kind == "money")
    unnamed = counts and noun and not query.names and not _stands_in(noun, told)
    known_noun = noun in stand_ins(language) or _stands_in(
        noun, f"{release.title}\n{part.hit.passage.text}"
    )
    if unnamed and known_noun and _is_of_another_body(query, part, tokens, language):
        return "other-kind"
    if verb is None:
        return "fits"
    elsewhere = part.hit.passage.text.replace(told, "\n")
    at = next((n for n, one in enumerate(tokens) if alike(one.term, verb.term)), None)
    if at and not query.names and verb.subject in stand_ins(language):
        return _fits_stand_in(release, verb, tokens[:at], language)
    if not at:
        return _fits_without_verb(query, part, verb, elsewhere, language)
    unsaid = [name for name in names if not is_said(name, told)]
    if names and len(unsaid) == len(names) and not _has_stand_in(tokens, at, language):
        subject = _subject(release.body, tokens, at, language)
        another = _is_another_name(release.body, subject, language)
        if another or _has_name_beside(release.body, tokens, at, language):
            return "other-kind"
    about = f"{release.title}\n{with_before}"
    if any(is_said(name, elsewhere) and not is_said(name, about) for name in unsaid):
        return "doubtful"
    if verb.subject and _stands_in(verb.subject, _beside_words(part)):
        return "fits"
    asked, others = query.terms_in[language.code], f"{release.title}\n{elsewhere}"
    is_date = query.wanted == "date"
    noun = _fits_noun(release, verb, tokens, at, others, asked, language, is_date=is_date)
    if noun == "fits" and _has_another_object(query, verb, tokens[at + 1 :], about, language):
        return "doubtful"
    return noun


def _beside_words(part: AnswerPart) -> str:
    """What stands around the words of a part between two marks."""
    words, body = part.span or part.sentence, part.hit.release.body
    before = _MARK.split(body[part.sentence.start : words.start])[-1]
    return f"{before} {_MARK.split(body[words.end : part.sentence.end])[0]}"


def _is_of_another_body(
    query: Query, part: AnswerPart, tokens: Sequence[Word], language: Language
) -> bool:
    """Whether the sentence of a part, or the clause of its words ("*Pilarte*, which has 95
    workers"), begins with a name that neither the title nor the first sentence has: it does not
    speak of what a question calls by a noun alone."""
    release, words = part.hit.release, part.span or part.sentence
    body, lead = release.body, release.body[:_LEAD]
    spans = sentence_spans(lead, 0, len(lead), language=language.code)
    first = next((one for one in spans if one.end - one.start > _HEAD), Span(0, len(lead)))
    about = {one.text for one in words_of(body, first, language.code)}
    about.update(tokens_of(release.title)[1])
    if first.start <= words.start < first.end:
        return False
    asked, relatives = query.terms_in[language.code], folded_words(language.speech.relatives)
    subject = _subject(body, tokens, len(tokens), language) if tokens else []
    before = [n for n, one in enumerate(tokens) if one.end <= words.start]
    opens = next((n for n in reversed(before) if tokens[n].text in relatives), 0)
    if opens and _COMMA.search(body, tokens[opens - 1].end, tokens[opens].start):
        subject = [*tokens[max(0, opens - _FIRST_AND_LAST) : opens]]
    subject = [one for one in subject if one.term not in asked]
    named = [one.text for one in subject if body[one.start].isupper() and one.term]
    return bool(named) and _is_another_name(body, subject, language) and about.isdisjoint(named)


def _fits_stand_in(
    release: Release, verb: AskedVerb, before: Sequence[Word], language: Language
) -> Fit:
    """Whether a sentence speaks of "la société", as a question does: it is doubtful if another noun
    that the title does not have stands right before the verb."""
    near = [one.text for one in before[-_ARTICLE_AND_NOUN:]]
    if len(near) < _ARTICLE_AND_NOUN or near[0] not in articles_of(language):
        return "fits"
    own = {verb.subject, *stand_ins(language), *tokens_of(release.title)[1]}
    return "fits" if any(alike(near[1], one) for one in own) else "doubtful"


def _fits_noun(
    release: Release,
    verb: AskedVerb,
    tokens: Sequence[Word],
    at: int,
    elsewhere: str,
    asked: frozenset[str],
    language: Language,
    *,
    is_date: bool,
) -> Fit:
    """Whether the verb at a place of a sentence has the noun of the question's subject."""
    if not verb.subject:
        return "fits"
    if _has_stand_in(tokens, at, language):
        before = f"{release.title}\n{release.body[: tokens[-1].end]}"
        behind = release.body[tokens[-1].end :]
        later = not _stands_in(verb.subject, before) and _stands_in(verb.subject, behind)
        return "other-kind" if later else "fits"
    if not _stands_in(verb.subject, elsewhere):
        own = release.body[tokens[0].start : tokens[-1].end]
        if not _stands_in(verb.subject, own):
            return "fits"  # the noun may be another word for it
    if _is_bare_participle(release.body, verb, tokens, at, asked, language):
        return "other-kind"
    subject = _subject(release.body, tokens, at, language)
    end = at + 1
    while end < len(tokens) and not _MARK.search(
        release.body, tokens[end - 1].end, tokens[end].start
    ):
        end += 1
    if not _is_another_noun(verb, subject, tokens[:end], language):
        return "fits"
    beside = bool(subject) and at - tokens.index(subject[-1]) <= _PRONOUN_WITHIN
    begin = tokens.index(subject[0]) if subject else 0
    pointing = folded_words(language.follow_ups.demonstratives)  # "*ces* derniers"
    points = any(one.text in pointing for one in tokens[max(0, begin - 1) : begin + 1])
    return "other-kind" if is_date and beside and not points else "doubtful"


def _has_another_object(
    query: Query, verb: AskedVerb, behind: Sequence[Word], about: str, language: Language
) -> bool:
    """Whether a question has a noun right behind its verb that a text does not have, and another
    noun stands behind the verb of the sentence ("venden *pescado*" for "venden *carne*")."""
    text = query.text
    tokens = words_of(text, Span(0, len(text)), language.code)
    at = next((n for n, one in enumerate(tokens) if one.text.split("-")[0] == verb.word), None)
    if at is None:
        return False
    asked, told = (_first_noun(one, language) for one in (tokens[at + 1 :], behind))
    nouns = language.calendar.nouns_are_capitalised
    if asked is None or told is None or asked.text in stand_ins(language):
        return False
    said = analyse(about, language.code)
    if text[asked.start].isupper() != nouns:
        return False  # a name, or no noun
    return told.term not in query.terms_in[language.code] and not any(
        alike(asked.term, one) for one in said
    )


def _first_noun(tokens: Sequence[Word], language: Language) -> Word | None:
    """The first word behind articles, if it is no small word and no number."""
    first = next((one for one in tokens if one.text not in articles_of(language)), None)
    if first is None or not first.term or not first.term.isalpha():
        return None
    small = _small_words(language)[1] | pronouns(language) | stand_ins(language)
    return None if first.text in small else first


def _is_bare_participle(
    body: str,
    verb: AskedVerb,
    tokens: Sequence[Word],
    at: int,
    asked: frozenset[str],
    language: Language,
) -> bool:
    """Whether the verb is a participle right behind a noun that the question does not have: "le
    site d'une tannerie *fermée*"."""
    if not at or not is_participle(tokens[at].written, language):
        return False
    if not tokens[at - 1].term or tokens[at - 1].term in asked:
        return False
    begin = at
    while begin and not _MARK.search(body, tokens[begin - 1].end, tokens[begin].start):
        begin -= 1
    before = tokens[begin:at]
    done = folded_words(language.offices.auxiliaries, language.answers.passive)
    if not before or any(one.text in done or one.text in pronouns(language) for one in before):
        return False
    noun = before[-1].text
    led = any(one.text in articles_of(language) for one in before[-3:-1])
    return (
        led
        and noun not in stand_ins(language)
        and not any(alike(verb.subject.rstrip("s"), one.text) for one in before)
    )


def _begins_with_another(before: str, names: Sequence[Name], language: Language) -> bool:
    """Whether the sentence from which another one goes on begins with a name that is none of
    some; that of an organisation, behind an article, is none: "*L'AS Dax* engage Luc Vidal. Il …".
    """
    tokens = words_of(before, Span(0, len(before)), language.code)
    if not tokens:
        return False
    subject = _subject(before, tokens, len(tokens), language)
    led = len(subject) > 1 and subject[0].text in articles_of(language)
    if led and not is_role(subject[1].text, language):
        return False
    own = before[subject[0].start : subject[-1].end] if subject else ""
    return _is_another_name(before, subject, language) and not any(
        is_said(name, own) for name in names
    )


def _has_name_beside(body: str, tokens: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a name between two commas stands right before the verb: "le directeur, Loïc Hamelin,
    a quitté"."""
    found = re.search(
        r",\s*[^\W\d_a-zà-öø-ÿ][\w’'.-]*(?:\s[^\W\d_a-zà-öø-ÿ][\w’'.-]*)+,\s*(?:\S+\s+){0,3}$",
        body[tokens[0].start : tokens[at].start],
    )
    return found is not None


def _fits_without_verb(
    query: Query, part: AnswerPart, verb: AskedVerb, elsewhere: str, language: Language
) -> Fit:
    """Whether a part whose sentence does not have the verb of a question for a date or a quantity
    may answer: it is doubtful if another sentence of the passage has that verb, or the noun of its
    subject, or the names, and neither this one nor the one from which it goes on has that noun."""
    if query.wanted != "date" and query.quantity is None:
        return "fits"
    told = with_sentence_before(part.hit, part.sentence)
    if query.wanted == "date" and _is_limit(query, part):
        return "doubtful"
    names = names_not_led(query, language)
    about = f"{part.hit.release.title}\n{told}"
    if any(is_said(name, elsewhere) and not is_said(name, about) for name in names):
        return "doubtful"
    if says(verb.term, told, language.code) or (verb.subject and _stands_in(verb.subject, told)):
        return "fits"
    apart = says(verb.term, elsewhere, language.code)
    if apart and was_to_come(part) and asks_what_was(query):
        return "other-kind"
    apart = apart or (bool(verb.subject) and _stands_in(verb.subject, elsewhere))
    return "doubtful" if apart else "fits"


def _is_limit(query: Query, part: AnswerPart) -> bool:
    """Whether the date of a part stands behind "depuis" or "jusqu'à", and the question asks neither
    since when nor until when."""
    evidence, release = part.date.evidence if part.date else None, part.hit.release
    if evidence is None or role_asked(query.text, query.languages) is not None:
        return False
    found = find_dates(release.body, evidence.start, evidence.end, language=release.language)
    return any(role_of_date(release.body, one, release.language) for one in found)


def _is_of_namesake(query: Query, told: str, language: Language) -> bool:
    """Whether a text has the family name of a person of a question behind another first name, and
    not the first name."""
    roles = folded_words(language.speech.titles)
    words = _TOKEN.findall(told)
    keys = [fold(plain(word)) for word in words]
    for name in query.names:
        first, last = name.parts[0], name.parts[-1]
        if len(name.parts) != _FIRST_AND_LAST or "-" in name.words or last not in keys:
            continue
        before = [words[n - 1] for n, key in enumerate(keys) if key == last and n]
        others = {
            fold(plain(word))
            for word in before
            if len(word) > 1 and word[0].isupper() and fold(plain(word)) not in roles
        }
        if len(before) == keys.count(last) and others and len(others) == len(set(before)):
            roles_of = any(is_role(one, language) for one in others)
            if not (roles_of or first in keys or get_close_matches(first, others, 1, _ALIKE)):
                return True
    return False


def _subject(body: str, tokens: Sequence[Word], at: int, language: Language) -> list[Word]:
    """The first words of a sentence up to a mark, a verb or a preposition, without what opens it
    ("En mai, …")."""
    joining, ends = _small_words(language)
    begin = 0
    if tokens[0].text in joining:
        comma = _COMMA.search(body, tokens[0].end, tokens[at - 1].end) if at else None
        if comma is None:
            return []
        begin = next((n for n in range(at) if tokens[n].start >= comma.end()), at)
    found: list[Word] = []
    for token in tokens[begin:at]:
        if found and (_MARK.search(body, found[-1].end, token.start) or token.text in ends):
            break
        found.append(token)
    return found


def _is_another_name(body: str, subject: Sequence[Word], language: Language) -> bool:
    """Whether a subject has a name: a word with a capital that is no office and none of the nouns
    that stand for what was named before. The first word counts with another one behind it."""
    idle = stand_ins(language) | articles_of(language) | folded_words(language.speech.titles)
    idle |= folded_words(language.speech.no_names) | pronouns(language)
    named = [
        n
        for n, word in enumerate(subject)
        if body[word.start].isupper()
        and word.term
        and word.text not in idle
        and not is_role(word.text, language)
    ]
    if language.calendar.nouns_are_capitalised:
        # "Die Konkurrentin *Bremke*", "*Bremke* beschäftigt"
        small = [n for n, word in enumerate(subject) if not body[word.start].isupper()]
        named = [n for n in named if n == 0 or n - 1 not in small]
        return named[1:] != [] or named == [0]
    return bool(named) and (named != [0] or len(subject) == 1)


def _is_another_noun(
    verb: AskedVerb, subject: Sequence[Word], tokens: Sequence[Word], language: Language
) -> bool:
    """Whether a subject is an article and a noun that stands for nothing else, and a sentence does
    not have the noun of the question's subject."""
    if not verb.subject or len(subject) < _ARTICLE_AND_NOUN:
        return False
    noun = subject[1].text
    if subject[0].text not in articles_of(language) or noun in stand_ins(language):
        return False
    return not any(alike(verb.subject.rstrip("s"), one.text) for one in tokens)


def _has_stand_in(tokens: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a pronoun, or a noun such as "la société", stands right before a verb."""
    near = {
        part for one in tokens[max(0, at - _PRONOUN_WITHIN) : at] for part in one.text.split("-")
    }
    return not near.isdisjoint(stand_ins(language) | pronouns(language))


def _stands_in(noun: str, text: str) -> bool:
    return any(alike(noun.rstrip("s"), fold(plain(word))) for word in _TOKEN.findall(text))


def _is_of_another_year(query: Query, told: str, language: Language) -> bool:
    """Whether a question names a thing by a year, and a text has only one of another year."""
    idle = _small_words(language)[0] | folded_words(
        language.questions.times, *(m.replace(",", " ") for m in language.calendar.months)
    )
    said = [(fold(plain(word)), year) for word, year in _OF_YEAR.findall(told)]
    for word, year in _OF_YEAR.findall(query.text):
        key = fold(plain(word))
        years = {other for thing, other in said if alike(key, thing)}
        if key not in idle and years and year not in years:
            return True
    return False


@lru_cache(maxsize=16)
def _small_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that open a sentence before its subject, and those that end the subject."""
    speech, answers = language.speech, language.answers
    joining = folded_words(
        language.questions.prepositions.replace("_", " "), speech.prepositions, speech.sources
    )
    ends = joining | folded_words(
        speech.relatives, speech.auxiliaries, speech.copulas, speech.reflexives, answers.passive
    )
    ends |= folded_words(speech.name_links, answers.of, answers.by)
    return joining, ends
