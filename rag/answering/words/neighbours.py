"""Tell the number of what is asked for from that of another thing of its kind.

"L'université voisine de Prades en compte 11 200" says nothing of the university of Castelmary. A
reader takes such a number easily, since all other words of the question are around it.
"""

from __future__ import annotations

from dataclasses import replace

from rag.answering.checks.kinds import fit
from rag.answering.checks.names import names_asked
from rag.answering.checks.same_thing import complements
from rag.answering.gathering.figures import numbers_in, of_kind, with_noun
from rag.answering.sentences import around_words
from rag.answering.words.name_phrases import name_phrases
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, plain
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.office import tokens_of
from rag.types import Hit, Span

_RUN = regex(r"[^\W\d_a-zà-öø-ÿ][\w-]+(?:[ \u00a0\u202f][^\W\d_a-zà-öø-ÿ][\w-]+)+")
_SHORTEST = 3
_PARAGRAPH = "\n\n"
_ASK_NO_NUMBER = frozenset({"who", "where", "when", "why"})


def number_of_asked(query: Query, hit: Hit) -> Span | None:
    """The reader's words; where their sentence speaks of another thing of the kind, the number of
    the sentence of the passage that has most of the question's words.

    None if no other sentence has one. The words stay as they are for a question for no number.
    """
    words = hit.match.span
    if words is None or not _asks_for_number(query):
        return words
    release = hit.release
    sentences = sentences_of(release.body, hit.passage, release.language)
    own = next((one for one in sentences if one.start <= words.start < one.end), None)
    if own is None:
        return words
    of_neighbour = _is_of_neighbour(query, hit, own)
    of_other = of_neighbour or _has_other_complement(query, hit, own)
    if not of_other and not _is_of_publisher(query, hit, own):
        return words
    asked = query.terms_in[release.language] - frozenset(
        term for name in query.names for term in analyse(name.words, release.language)
    )
    best: tuple[int, Span] | None = None
    for sentence in sentences:
        numbers = [
            (start, end)
            for start, end in numbers_in(release, sentence, sentence.end)
            if not _is_ordinal(release.body[start:end], release.language)
        ]
        text = release.body[sentence.start : sentence.end]
        shared = len(asked.intersection(analyse(text, release.language)))
        if not numbers or not shared or (best is not None and best[0] >= shared):
            continue
        other = _is_of_neighbour(query, hit, sentence)
        if not other and not _has_other_complement(query, hit, sentence):
            best = shared, _counting(query, hit, sentence, numbers)
    if best is None:
        return None if of_neighbour else words
    return best[1]


def _has_other_complement(query: Query, hit: Hit, sentence: Span) -> bool:
    """Whether a sentence has a noun of a question with another complement: "le budget *de
    l'agglomération*", where that of the town is asked for."""
    language = known(hit.release.language)
    if language.code not in query.languages or query.scope.form != "series":
        return False
    text = hit.release.body[sentence.start : sentence.end]
    if _has_asked_name(query, text, language):
        return False
    said = frozenset(analyse(text, language.code))
    asked = {(thing, of) for thing, of, _ in complements(query.text, language)}
    terms = query.terms_in[language.code]
    return any(
        of not in terms and any(thing == one and other not in said for one, other in asked)
        for thing, of, _ in complements(text, language)
    )


def number_of_kind(query: Query, hit: Hit) -> Span | None:
    """Where the reader's words measure something else than is asked for, the first number of their
    sentence that measures it ("un budget de *64 millions d'euros*, en hausse de 2 %"); None if
    there is none."""
    words, release = hit.match.span, hit.release
    if words is None or query.quantity is None or query.quantity.kind in ("count", "any", "clock"):
        return None
    for sentence in around_words(hit):
        for number in numbers_in(release, sentence, sentence.end):
            span = with_noun(release, number, sentence.end)
            if fit(query, replace(hit, match=replace(hit.match, span=span))) == "fits":
                return span
    return None


def number_behind_share(query: Query, hit: Hit) -> Span | None:
    """The reader's words; where they begin with a share that is not asked for, the number behind
    it that it led to ("a reculé de 6 %, à *19,8 millions de litres*")."""
    words, release = hit.match.span, hit.release
    kind = query.quantity.kind if query.quantity is not None else "any"
    if words is None or not _asks_for_number(query) or kind == "share":
        return words
    if kind == "any" and query.scope.form != "series":
        return words
    for sentence in around_words(hit)[:1]:
        numbers = [
            one for one in numbers_in(release, sentence, sentence.end) if one[0] >= words.start
        ]
        others = of_kind(query, release, numbers, sentence.end)
        if numbers and others[0] != numbers[0] and numbers[0][0] < words.end:
            return with_noun(release, others[0], sentence.end)
    return words


def _is_of_publisher(query: Query, hit: Hit, sentence: Span) -> bool:
    """Whether a sentence stands in the last paragraph of its release, behind others of the passage,
    and has no word of a question beside its names."""
    release = hit.release
    last = release.body.rstrip().rfind(_PARAGRAPH)
    if not hit.passage.start < last <= sentence.start:
        return False
    names = (analyse(name.words, release.language) for name in query.names)
    asked = query.terms_in[release.language] - frozenset[str]().union(*names)
    text = release.body[sentence.start : sentence.end]
    return asked.isdisjoint(analyse(text, release.language))


def _asks_for_number(query: Query) -> bool:
    if query.asks in _ASK_NO_NUMBER or query.wanted == "date":
        return False
    scope = query.scope
    return query.quantity is not None or scope.is_of_figure or scope.form == "series"


def _has_asked_name(query: Query, text: str, language: Language) -> bool:
    keys = {part for key in tokens_of(text)[1] for part in (key, *key.split("-"))}
    return any(keys.issuperset(name.parts) for name in names_asked(query, language))


def _is_of_neighbour(query: Query, hit: Hit, sentence: Span) -> bool:
    """Whether a sentence names another thing of the kind of one that the question names, or says
    that it speaks of one near by; False where it has the question's name too."""
    release = hit.release
    language = known(release.language)
    text = release.body[sentence.start : sentence.end]
    if _has_asked_name(query, text, language):
        return False
    keys = frozenset(tokens_of(text)[1])
    beside = word_list(language.answers.neighbours)
    if beside.are_in(FoldedText(text)) and not beside.are_in(FoldedText(query.text)):
        return True
    asked = _named(query.question, 0, len(query.question), release.language)
    told = _named(release.body, sentence.start, sentence.end, release.language)
    others = [
        one[1] | other[1]
        for one in asked
        for other in told
        if not one[0].isdisjoint(other[0])
        and one[1] - other[0]
        and other[1] - one[0]
        and not one[1] <= keys
    ]
    if not others:
        return False
    # "The Museum of Design" may be the "Ashcombe Museum of Design".
    whole = [named for _, named in _named(release.body, 0, len(release.body), release.language)]
    return any(not any(both <= named for named in whole) for both in others)


def _is_ordinal(text: str, language: str | None) -> bool:
    ordinals = word_list(" ".join(known(language).calendar.ordinals).replace(",", " "))
    return ordinals.are_in(FoldedText(text))


def _named(
    text: str, start: int, end: int, language: str | None
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The words of each name of a text with the nouns before it, folded and without small words;
    and those of them with a capital."""
    if known(language).calendar.nouns_are_capitalised:
        # "die Stadtwerke Langenau": two words side by side; all nouns have a capital.
        phrases = [Span(*run.span()) for run in _RUN.finditer(text, start, end)]
    else:
        phrases = name_phrases(text, start, end, language)
    found = []
    for phrase in phrases:
        words = text[phrase.start : phrase.end]
        tokens = [token.group() for token in tokens_of(words)[0]]
        keys = [fold(plain(token)).strip("'") for token in tokens if analyse(token, language)]
        capitals = [
            fold(plain(token)).strip("'")
            for token in tokens
            if token[0].isupper() and len(token) >= _SHORTEST and analyse(token, language)
        ]
        found.append((frozenset(keys), frozenset(capitals)))
    return found


def _counting(query: Query, hit: Hit, sentence: Span, numbers: list[tuple[int, int]]) -> Span:
    """The number that stands before the noun that a question counts, with it; else the first."""
    release = hit.release
    noun = query.quantity.noun if query.quantity is not None else ""
    asked = frozenset(analyse(noun, release.language))
    spans = [with_noun(release, one, sentence.end) for one in numbers]
    for span in spans:
        words = release.body[span.start : span.end]
        if not asked.isdisjoint(analyse(words, release.language)):
            return span
    return spans[0]
