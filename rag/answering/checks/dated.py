"""Check that a date is told of the event, or of the office, that a question asks for.

A sentence may tell of several things: "La halle, achevée en 1974, a rouvert lundi" does not say
when the hall was reopened in 1974, nor "« Je l'attendais depuis 2015 », dit la présidente" since
when she presides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rag.answering.checks.events import (
    are_named_in,
    asked_events,
    asked_of,
    tells_event,
    with_sentence_before,
)
from rag.answering.checks.kinds import Fit
from rag.answering.checks.roles import stands_last
from rag.answering.dating.clauses import Clause, clauses_of
from rag.answering.dating.dates import belongs_to_noun, role_of_date
from rag.answering.sentences import share_of_terms, shared_words
from rag.answering.tokens import words_of
from rag.corpus import sentences_of
from rag.language import DateExpression, analyse, find_dates
from rag.language.language import Language
from rag.language.proper_names import find_names
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import unjoined
from rag.question import Query
from rag.question.office import articles_of, is_role, leads, tokens_of, word_key
from rag.question.verb import AskedVerb, alike, asked_verb, says
from rag.types import AnswerPart, Hit, Span

# "After" stands so many words before an event: "un an *après* la récente parution".
_BEFORE_EVENT = 3
# An office is asked for of a name of so many words at least, or by a word for one.
_NAME = 2
# "Which is the" are the first words of a question, and perhaps one more.
_IS_THE = 4
# A pronoun that goes on from the sentence before is one of so many first words.
_FIRST_WORDS = 3
# A name that explains a noun stands so many characters behind it.
_APPOSITION = 40
# A sentence that tells of the event has so many times the words of the question.
_FAR_MORE = 2
_YEAR = re.compile(r"(?<![\w.,/-])(?:1\d{3}|20\d\d)(?![\w%/]|[.,]\d)")
# The events by which somebody gets an office.
_ENDS = frozenset({"close", "demolish", "dismiss", "lose", "resign", "retire"})
_PUTS = frozenset({"appoint", "elect"})


class Office(NamedTuple):
    """What somebody is, in a question since when he is so or when he became so.

    Attributes:
        terms: the index terms of the word for it; none if the release is in another language.
        name: the folded parts of the name of who is so.
    """

    terms: frozenset[str]
    name: frozenset[str]


class DatedEvent:
    """The event of a question for a date, or the office that somebody took, as a passage tells it.

    Args:
        query: the question.
        hit: the passage.
    """

    def __init__(self, query: Query, hit: Hit) -> None:
        self._hit, self._body, self._code = hit, hit.release.body, hit.release.language
        self._language = language = known(self._code)
        self._office = asked_office(query, language)
        self._keys = asked_of(query, hit)
        self._verb = _verb_of(query, language)
        self._subject = ""
        if self._verb is not None and asked_events(self._verb.word, language, frozenset()):
            self._subject = self._verb.subject
        self._query = query
        self._names = frozenset(part for one in query.names for part in one.parts)
        if self._office is not None:
            self._names = self._office.name
        known_words = bool(self._office or self._keys or self._verb)
        self._known = known_words and not asks_origin(query, language)

    @property
    def reports(self) -> bool:
        """Whether it is that somebody said something."""
        return (
            self._verb is not None
            and not self._keys
            and any(alike(self._verb.term, one) for one in _reporting(self._language))
        )

    @property
    def ends(self) -> bool:
        """Whether it is an end: "a fermé"."""
        words = word_list(self._language.answers.endings)
        return not _ENDS.isdisjoint(self._keys) or words.are_in(FoldedText(self._query.text))

    def is_told_in(self, text: str) -> bool:
        """Whether a text has words for it; False if none are known."""
        return self._known and self._has_words(text, None)

    def is_beside(self, sentence: Span, date: DateExpression) -> bool:
        """Whether the clause of a date, or one that goes with it, tells of the event; True if no
        words for that are known, or if no sentence of the passage has them."""
        if not self._known:
            return True
        clauses = clauses_of(self._body, sentence.start, sentence.end, self._language)
        own = next((one for one in clauses if one.start < date.end and date.start < one.end), None)
        noun = belongs_to_noun(self._body, date, self._code)
        if own is None or (noun is not None and self._shared(noun)):
            return True  # "la lettre du 3 mai"
        if self._office is not None:
            return self._is_of_holder(sentence) and self._is_beside_office(clauses, own, date)
        telling = [one for one in clauses if self._tells(one, date)]
        if own in telling:
            return not self._is_other_side(own)
        if not telling:
            return not self._is_told_elsewhere(sentence)
        if own.kind == "main":
            return any(self._goes_with_main(one, clauses) for one in telling)
        before = clauses[clauses.index(own) - 1]
        if before in telling and self._is_noun(before):
            return True  # "le décès du maire, survenu lundi"
        return self._is_of_the_news(clauses, own, date)

    def is_named_elsewhere(self, sentence: Span) -> bool:
        """Whether a sentence has none of the very words of the event, and another one of the
        passage has."""
        if self._office is not None or not self._keys:
            return False
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        named = [one for one in sentences if self._has_very_words(self._body[one.start : one.end])]
        return bool(named) and not any(one.overlaps(sentence) for one in named)

    def _shared(self, span: Span) -> bool:
        """Whether a stretch has a word of the question."""
        return bool(shared_words(self._hit.release, span, self._query.terms_in[self._code]))

    def _is_beside_office(
        self, clauses: Sequence[Clause], own: Clause, date: DateExpression
    ) -> bool:
        """Whether the clause of a date tells that somebody took an office, or another one that goes
        with it; beside "since", that he has it."""
        if self._tells(own, date):
            return True
        begins = role_of_date(self._body, date, self._code) == "begin"
        rest = f"{self._body[own.start : date.start]} {self._body[date.end : own.end]}"
        alone = not _has_content(rest, self._language)  # "Elle est, *depuis 2014*, directrice"
        telling = [one for one in clauses if self._tells(one, date if begins and alone else None)]
        if own.kind == "main":
            return any(one.kind != "aside" for one in telling)
        return bool(telling) and self._is_of_the_news(clauses, own, date)

    @staticmethod
    def _is_of_the_news(clauses: Sequence[Clause], own: Clause, date: DateExpression) -> bool:
        """Whether a date is a day of the news in what opens a sentence: "Réunis lundi, les élus ont
        voté"."""
        return own == clauses[0] and own.kind == "aside" and date.date is None

    def is_told_alone(self, sentence: Span) -> bool:
        """Whether the release's own date may be that of the event: the title or a sentence of the
        passage tells of it, and not only by the way or beside another date; True if no words for
        that are known, or none of the passage has them.

        Args:
            sentence: what the release's date would answer with.
        """
        if not self._known:
            return True
        title = self._hit.release.title
        if self._has_words(title, None) and self._names_asked(title):
            return True
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        texts = [self._body[one.start : one.end] for one in sentences]
        said = any(self._has_words(text, None) for text in texts)
        named = any(map(self._has_very_words, texts))
        for one in sentences:
            dates = find_dates(self._body, one.start, one.end, language=self._code)
            clauses = clauses_of(self._body, one.start, one.end, self._language)
            for clause in clauses:
                text = self._body[clause.start : clause.end]
                if not self._tells(clause, None) or (named and not self._has_very_words(text)):
                    continue
                dated = any(clause.start <= date.start < clause.end and date.date for date in dates)
                dated = dated or _YEAR.search(self._body, clause.start, clause.end) is not None
                dated = dated or self._is_told_from_another(clause)
                if self._goes_with_main(clause, clauses) and not dated and self._is_of_holder(one):
                    return not self._is_other_side(clause)
        if said or self._subject or self._office is not None:
            return False
        return self._verb is None or bool(self._keys) or self._is_said_anywhere()

    def _is_said_anywhere(self) -> bool:
        """Whether the release has a form of the verb of the question."""
        return self._verb is not None and says(self._verb.term, self._body, self._code)

    def _is_told_from_another(self, clause: Clause) -> bool:
        """Whether a clause tells a time by another event: "ein Jahr vor der Eröffnung"."""
        period = self._language.questions.period
        led = folded_words(period.before, period.after)
        units = folded_words(self._language.times.units)
        _, keys = tokens_of(self._body[clause.start : clause.end])
        return any(
            key in led and not units.isdisjoint(keys[max(0, n - 2) : n])
            for n, key in enumerate(keys)
        )

    def _names_asked(self, text: str) -> bool:
        """Whether a text has a part of the names in the question, if it has any."""
        return not self._names or not self._names.isdisjoint(
            part for key in tokens_of(text)[1] for part in key.split("-")
        )

    def _is_of_holder(self, sentence: Span) -> bool:
        """Whether a sentence, or the title, names whom the question does, or has a pronoun for a
        subject among its first words."""
        text = self._body[sentence.start : sentence.end]
        if self._names_asked(f"{self._hit.release.title}\n{text}"):
            return True
        pairs = self._language.follow_ups.subjects.split()
        subjects = unjoined(*(pair.partition(":")[0] for pair in pairs))  # "él" is no "el"
        first = [plain(token.group()) for token in tokens_of(text)[0][:_FIRST_WORDS]]
        drops = self._language.follow_ups.drops_subjects
        goes_on = drops and not find_names(text, (self._language.code,))
        goes_on = goes_on or not subjects.isdisjoint(first)
        return goes_on and self._names_asked(with_sentence_before(self._hit, sentence))

    def _is_other_side(self, clause: Clause) -> bool:
        """Whether the question asks when something was done to a person, and a clause tells that
        this person did it ("Anke Drees entließ zwei Gesellen"); or when one person did something to
        another one, and a clause tells that it was done to the first."""
        if self._verb is None or self._office is not None or len(self._names) < _NAME:
            return False
        language = self._language
        passive = folded_words(language.answers.passive, language.answers.surely_passive)
        words = words_of(self._body, Span(clause.start, clause.end), self._code)
        texts = (self._body[one.start : one.end] for one in words)
        at = next((n for n, text in enumerate(texts) if self._has_words(text, None)), None)
        idle = passive | folded_words(language.speech.reflexives)
        if at is None or any(one.text in idle for one in words):
            return False
        if any(one.text in folded_words(language.answers.by) for one in words[at + 1 : at + 3]):
            return False
        first = frozenset(self._query.names[0].parts)
        places = [n for n, one in enumerate(words) if not first.isdisjoint(one.text.split("-"))]
        asked = {part for key in tokens_of(self._query.text)[1] for part in key.split("-")}
        if not passive.isdisjoint(asked):
            verb = at
            if stands_last(words[at].text, language):
                having = folded_words(language.questions.verbs)
                verb = next((n for n, one in enumerate(words) if one.text in having), 0)
            behind = [
                self._body[one.start].isupper() or one.text in articles_of(language)
                for one in words[verb + 1 :]
            ]
            return bool(places) and max(places) < verb and any(behind)
        before = self._query.text.partition(self._query.names[0].words)[0]
        if self._has_words(before, None):
            return False  # the name is the object
        subject_first = not (
            language.follow_ups.drops_subjects or language.follow_ups.times_before_participle
        )
        told = self._body[clause.end : clause.end + _APPOSITION]
        beside = told.startswith(",") and not first.isdisjoint(tokens_of(told)[1][:_NAME])
        after = min(places, default=at + 1) > at and (bool(places) or beside)
        return subject_first and len(self._query.names) > 1 and after

    def _is_told_elsewhere(self, sentence: Span) -> bool:
        """Whether another sentence of the passage tells of the event, and this one does not go on
        from it, or tells only of what was before or after the event."""
        own = self._body[sentence.start : sentence.end]
        told = with_sentence_before(self._hit, sentence)
        if self._has_words(told, None):
            return self._has_words(own, None)
        others = sentences_of(self._body, self._hit.passage, self._code)
        telling = [one for one in others if self._has_words(self._body[one.start : one.end], None)]
        if self._subject and not telling:  # "la *fondation* Dax" was not founded for all that
            return not self._has_words(self._hit.release.title, None)
        shares = [share_of_terms(self._hit.release, one, self._query) for one in telling]
        most, share = (
            max(shares, default=0.0),
            share_of_terms(self._hit.release, sentence, self._query),
        )
        # A verb for which no other words are known may be told otherwise here.
        return most > share if self._keys else most > 0 and most >= _FAR_MORE * share

    def _goes_with_main(self, clause: Clause, clauses: Sequence[Clause]) -> bool:
        """Whether what a clause tells is of the main clause's time: it tells no more of a noun, as
        "Moira Fenn, *a graduate of Leeds*, opened the show" does."""
        inside = clauses[0] != clause != clauses[-1]
        return clause.kind != "aside" and not (inside and self._is_noun(clause))

    def _is_noun(self, clause: Clause) -> bool:
        """Whether a clause tells of the event by a noun: "le *décès*"."""
        tokens, keys = tokens_of(self._body[clause.start : clause.end])
        led = articles_of(self._language)
        return any(
            before in led and self._has_words(token.group(), None)
            for before, token in zip(keys, tokens[1:], strict=False)
        )

    def _tells(self, clause: Clause, date: DateExpression | None) -> bool:
        """Whether a clause tells of the event, and not only of what was before or after it: "un an
        après *la parution*" tells its date only behind it."""
        start = max(clause.start, date.start) if date is not None else clause.end
        text = self._body[clause.start : clause.end]
        after = self._after(text, start - clause.start)
        begins = date is not None and role_of_date(self._body, date, self._code) == "begin"
        return self._has_words(after, begins)

    def _after(self, text: str, at: int) -> str:
        """A text without the words right behind "before" and "after", if no date stands behind
        them.

        Args:
            at: where the date stands; the length of the text if it has none.
        """
        period = self._language.questions.period
        led = folded_words(period.before, period.after)
        tokens, keys = tokens_of(text)
        cut = next((n for n, key in enumerate(keys) if key in led), None)
        if cut is None or tokens[cut].end() < at < len(text):
            return text
        stands_last = self._language.follow_ups.times_before_participle
        if (
            at < tokens[cut].start() and not stands_last
        ):  # "joined in 2019 *after her uncle had retired*"
            return text[: tokens[cut].start()]
        behind = tokens[cut + 1 + _BEFORE_EVENT : cut + 2 + _BEFORE_EVENT]
        return text[: tokens[cut].start()] + (text[behind[0].start() :] if behind else "")

    def _has_very_words(self, text: str) -> bool:
        """Whether a text has a word by which questions ask for the event, or its verb."""
        if self._office is not None or not self._keys:
            return self._has_words(text, None)
        if self._verb is not None and says(self._verb.term, text, self._code):
            return True
        return are_named_in(self._query, self._hit, text)

    def _has_words(self, text: str, begins: bool | None) -> bool:
        """Whether a text has words for the event."""
        tokens, keys = tokens_of(text)
        if self._office is not None:
            return self._tells_office(tokens, keys, FoldedText(text), bool(begins))
        if self._subject:
            text = " ".join(
                t.group() for t, key in zip(tokens, keys, strict=True) if key != self._subject
            )
        if any(tells_event(text, key, self._language) for key in self._keys):
            return True
        return self._verb is not None and says(self._verb.term, text, self._code)

    def _tells_office(
        self, tokens: Sequence[re.Match[str]], keys: Sequence[str], text: FoldedText, begins: bool
    ) -> bool:
        """Whether a text says that somebody took an office; beside "since", that he has it."""
        offices = self._language.offices
        leaving = word_list(offices.leaves).are_in(text)
        if word_list(offices.takes).are_in(text) and not leaving:
            return True
        if not begins or self._office is None:
            return False
        for n, (token, key) in enumerate(zip(tokens, keys, strict=True)):
            if leads(key, self._language):
                return True
            # "La directrice Anne Roux attend cela depuis 2008"
            title = keys[n + 1 : n + 2] and keys[n + 1] in self._office.name
            terms = analyse(token.group(), self._code)
            if not title and any(alike(term, one) for term in terms for one in self._office.terms):
                return True
        return False


def _has_content(text: str, language: Language) -> bool:
    """Whether a text has a word that is no small one."""
    return any(key not in _small(language) for key in tokens_of(text)[1])


def _verb_of(query: Query, language: Language) -> AskedVerb | None:
    """The verb of a question in the language of a release, if it has one of content."""
    if language.code not in query.languages or _asks_which_is(query.text, language):
        return None
    verb = asked_verb(query.text, language)
    return verb if verb is not None and not _is_idle(verb, language) else None


@lru_cache(maxsize=64)
def _asks_which_is(text: str, language: Language) -> bool:
    """Whether a question has a noun for what it asks: "Quelle est la date du vote ?"."""
    _, keys = tokens_of(text)
    copulas, articles = folded_words(language.offices.copulas), articles_of(language)
    return any(one in copulas and other in articles for one, other in pairwise(keys[:_IS_THE]))


@lru_cache(maxsize=64)
def _is_idle(verb: AskedVerb, language: Language) -> bool:
    """Whether a word tells no event: "a lieu", "à *partir* de quand"."""
    light = frozenset(analyse(language.questions.verbs.replace("_", " "), language.code))
    return verb.term in light or verb.word in _small(language)


def asked_office(query: Query, language: Language) -> Office | None:
    """What somebody is, if a question asks since when, or when he became so; None otherwise.

    Args:
        query: the question, in any language.
        language: of the release.
    """
    if not language.offices.takes:
        return None
    name = frozenset(part for one in query.names for part in one.parts)
    for spoken in map(known, sorted(query.languages)):
        word = _predicate(query.text, name, spoken)
        if word is not None:
            own = analyse(word, language.code) if spoken is language else ()
            return Office(frozenset(own), name - {word_key(word)})
    return None


@lru_cache(maxsize=64)
def _predicate(text: str, name: frozenset[str], language: Language) -> str | None:
    """The word of a question for what somebody is or became ("Kapitänin"); "" if he was put into
    an office that it does not tell; None for another question."""
    tokens, keys = tokens_of(text)
    if _asks_which_is(text, language):
        return None
    events = asked_events(text, language, name)
    if events:
        roles = (t.group() for t, key in zip(tokens, keys, strict=True) if is_role(key, language))
        return next(roles, "") if events <= _PUTS and name else None
    becomes, copulas = word_list(language.offices.becomes), language.offices.copulas
    is_so = has_become = False
    so = folded_words(copulas, language.answers.passive)
    small = _small(language)
    rest: list[int] = []
    for n, key in enumerate(keys):
        parts = [part for part in key.split("-") if part]
        has_become |= any(map(becomes.has, parts))
        is_so |= not so.isdisjoint(parts)
        if not all(part in small or part in name or becomes.has(part) for part in parts):
            rest.append(n)
    if not (has_become or is_so):
        return None
    if not rest:
        # "Wann wurde Anna Roth Kapitänin?": a noun has a capital as a name has.
        last = len(keys) - 1
        nouns = language.calendar.nouns_are_capitalised and last > _NAME
        named = nouns and all(key in name for key in keys[-_NAME - 1 :])
        return tokens[last].group() if named else None
    first = rest[0]
    bare = first and keys[first - 1] not in articles_of(language)
    if is_role(keys[first], language) and (name or bare):
        return tokens[first].group()
    done = re.compile(language.follow_ups.participles or "(?!)")
    if len(name) < _NAME or any(done.fullmatch(plain(tokens[n].group())) for n in rest):
        return None
    before = keys[first - 1].split("-") if first else [""]
    beside = any(part in so or part in name or becomes.has(part) for part in before)
    return tokens[first].group() if has_become or beside else None


@lru_cache(maxsize=16)
def _reporting(language: Language) -> frozenset[str]:
    """The index terms of verbs that tell what somebody said or announced."""
    verbs = f"{language.speech.verbs} {language.speech.stems} {language.answers.announces}"
    return frozenset(analyse(verbs.replace("_", " ").replace("*", ""), language.code))


@lru_cache(maxsize=16)
def _small(language: Language) -> frozenset[str]:
    """Folded words of a question that do not say what somebody is."""
    questions, times = language.questions, language.times
    listed = f"{questions.inversions} {questions.when} {questions.verbs} {language.offices.copulas}"
    times_of = f"{times.begins} {times.ends} {questions.period.since} {language.answers.passive}"
    words = folded_words(listed.replace("_", " "), times_of.replace("_", " "))
    return words | frozenset(map(fold, function_words(language))) | {"t", "s", "l"}


def asks_origin(query: Query, language: Language) -> bool:
    """Whether a question asks from what time a thing is: "De quand date le pont ?"."""
    asked = language.answers.origins.partition("/")[0]
    return word_list(asked).are_in(FoldedText(query.text))


def fits_event(query: Query, part: AnswerPart) -> Fit:
    """Whether the date of a part is told of the event, or of the office, that a question asks for:
    in its clause, not by the way in another one, and the release's own date only of what the
    release tells of without another date. Words for a time do not tell it by the event itself: "two
    years after her death"."""
    date, hit = part.date, part.hit
    if query.wanted != "date":
        return "fits"
    event, sentence = DatedEvent(query, hit), Span(part.sentence.start, part.sentence.end)
    if part.kind == "words" and part.span is not None:
        return "other-kind" if event.is_told_in(part.span.quote) else "fits"
    if part.kind != "date" or date is None:
        return "fits"
    if date.of == "release":
        return "fits" if event.is_told_alone(sentence) else "other-kind"
    if date.evidence is None:
        return "fits"
    found = DateExpression(date.evidence.start, date.evidence.end, date.date)
    if not event.is_beside(sentence, found):
        return "other-kind"
    if not event.is_named_elsewhere(sentence):
        return "fits"
    shared = shared_words(hit.release, sentence, query.terms_in[hit.release.language])
    return "doubtful" if shared else "other-kind"
