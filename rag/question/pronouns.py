"""Put a name in the place of a pronoun: "Quand a-t-elle été créée ?", "Et son successeur ?"."""

from __future__ import annotations

from rag.language.language import Language
from rag.language.terms import fold, folded_words, plain
from rag.lazy import dataclass
from rag.question.follow_up_words import pairs
from rag.question.interrogative import agreed
from rag.question.joining import article_of, joined, with_preposition
from rag.question.naming import gender_of, names_inside
from rag.question.office import articles_of, posts_of
from rag.question.sentence import Phrase, Sentence

_LONGEST_NAME = 8
# What a question asks for whose answer a pronoun may stand for.
_NAMED = frozenset({"who", "what", "which"})
# So many words may stand between an interrogative and a pronoun or a possessive ("when *did* he").
_BETWEEN = 3
# A question without a subject has at most so many words behind its interrogative ("nació").
_ONLY_VERB = 2


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun may stand for.

    Attributes:
        article, text: the noun or the name.
        gender: ``m``, ``f`` or ``""``.
    """

    article: str
    text: str
    gender: str

    @property
    def whole(self) -> str:
        """With its article."""
        return self.text if not self.article else joined_article(self)


def joined_article(one: Referent) -> str:
    """The article and the noun."""
    article = article_of(one.article)
    return f"{article}{one.text}" if article.endswith("'") else f"{article} {one.text}"


def referents(before: Sentence, answer: str | None) -> list[Referent]:
    """What the question before and its answer speak of, the likeliest first.

    The answer comes first where it names who was asked for.
    """
    phrases = [*before.phrases, *names_inside(before)]
    found = [_referent(before, phrase) for phrase in phrases]
    asks = before.lead.asks if before.lead is not None else "other"
    named = _answer(answer, before.language) if asks in _NAMED else None
    asks_who = asks == "who"
    is_name = asks_who and bool(before.phrases) and (
        before.phrases[0].kind != "noun" and not before.phrases[0].article
        and before.phrases[0].first == before.rest + 1 and before.is_verb(before.rest)
    )  # fmt: skip
    if named is not None:
        if asks_who and not is_name:
            found.insert(0, named)
        else:
            found.append(named)
    return found


def chosen(found: list[Referent], gender: str) -> Referent | None:
    """The first that has a gender or may have it; else the first."""
    fitting = (one for one in found if not gender or one.gender in ("", gender))
    return next(fitting, next(iter(found), None))


def without_pronouns(asked: Sentence, found: list[Referent]) -> str | None:
    """A question with what its pronouns stand for; None if it has none that stands for something
    in the question before."""
    if not found:
        return None
    return (
        _possessed(asked, found)
        or _inverted(asked, found)
        or _with_clitic(asked, found)
        or _in_place(asked, found)
        or _without_subject(asked, found)
    )


def related(asked: Sentence, at: int, found: list[Referent]) -> str | None:
    """ "Qui est le successeur de …" of "son successeur", which begins at a word; None if nothing
    like that does."""
    language, words = asked.language, asked.language.follow_ups
    article = pairs(words.possessives).get(asked.plain[at]) if at < len(asked.words) else None
    if article is None or at + 1 >= len(asked.words) or not found:
        return None
    noun = asked.said(at + 1, len(asked.words))
    key = asked.keys[at + 1]
    of_person = key in folded_words(words.relations) or posts_of([key], language)
    if not article.endswith("s") and key[0] in "aeiouyh" and words.elided:
        article = "l'" if words.inverted and not key.startswith("h") else article
    if _ends_feminine(key, language):
        article = _feminine(article, language)
    owner = chosen(found, "")
    if owner is None:
        return None
    whole = _of(language, joined(language, article, noun), owner)
    if of_person:
        return words.who_is.replace("{noun}", whole)
    which = pairs(words.which_is).get(fold(plain(article)).strip("'"), "")
    which = which or next(iter(pairs(words.which_is).values()), "")
    with_article = words.which_is.count("_") > len(pairs(words.which_is))
    rest = _of(language, noun, owner) if with_article else whole
    return joined(language, which, rest) if which else None


def _ends_feminine(key: str, language: Language) -> bool:
    """Whether a noun is feminine by its ending, where the possessive does not tell."""
    endings = tuple(language.follow_ups.feminine_endings.split())
    return bool(endings) and key.endswith(endings)


def _feminine(article: str, language: Language) -> str:
    """The feminine article of the same number."""
    genders = pairs(language.follow_ups.genders)
    same = (one for one in genders if one.endswith("s") == article.endswith("s"))
    return next((one for one in same if genders[one] == "f"), article)


def _of(language: Language, noun: str, owner: Referent) -> str:
    of = [language.follow_ups.of or language.answers.of.split()[0]]
    return joined(language, noun, with_preposition(language, of[0], owner.article, owner.text))


def _referent(before: Sentence, phrase: Phrase) -> Referent:
    return Referent(phrase.article, phrase.text, gender_of(before, phrase))


def _answer(answer: str | None, language: Language) -> Referent | None:
    """The words of an answer, if they are a name or a noun."""
    if not answer or len(answer.split()) > _LONGEST_NAME:
        return None
    text = answer.strip(" .,;:")
    first, _, rest = text.partition("'" if "'" in text[:3] else " ")
    article = first if rest and fold(plain(first)) in articles_of(language) else ""
    if not article and not any(map(str.isupper, text)):
        return None
    genders = pairs(language.follow_ups.genders)
    titles = language.follow_ups.titles_of_women.split()
    gender = "f" if plain(first).strip(".") in titles else genders.get(fold(plain(article)), "")
    return Referent(article, rest if article else text, gender)


def _has_subject(asked: Sentence, at: int) -> bool:
    """Whether a noun phrase stands before a word: the pronoun then repeats it."""
    return any(phrase.last <= at for phrase in asked.phrases)


def _possessed(asked: Sentence, found: list[Referent]) -> str | None:
    """ "Quel est son budget": the possessive at the end, and no name that it may stand for."""
    language, words = asked.language, asked.language.follow_ups
    owned = pairs(words.possessives)
    for n in range(asked.rest, len(asked.words) - 1):
        if asked.plain[n] not in owned or n + 3 < len(asked.words):
            continue
        named = any(p.kind != "noun" for p in asked.phrases if p.first != n and p.noun != n + 1)
        far = n - asked.rest > _BETWEEN - 1
        if named or far or _has_subject(asked, n) or asked.inverted is not None:
            return None
        owner = chosen(found, "")
        if owner is None:
            return None
        start = asked.said(0, n)
        noun = asked.said(n + 1, len(asked.words))
        if words.possessive_suffix:
            return f"{start} {owner.whole}{words.possessive_suffix} {noun}"
        article = owned[asked.plain[n]]
        if words.elided and asked.keys[n + 1][0] in "aeiouy" and not article.endswith("s"):
            article = "l'"
        return joined(language, start, _of(language, joined(language, article, noun), owner))
    return None


def _inverted(asked: Sentence, found: list[Referent]) -> str | None:
    """ "Quand *la cellule* a-t-elle été créée", "Que fait *la cellule*"."""
    at = asked.inverted
    if at is None or _has_subject(asked, at):
        return None
    language = asked.language
    joint = asked.known.inversion(asked.keys[at])
    if joint is None:
        return None
    one = chosen(found, pairs(language.follow_ups.inverted).get(joint.group(2), ""))
    if one is None:
        return None
    first = at
    while first > asked.rest and asked.keys[first - 1] in asked.known.clitics:
        first -= 1
    lead, end = asked.lead, len(asked.words)
    counted = lead is not None and lead.noun < lead.last and joint.group(2).endswith("s")
    if first > asked.rest or counted:
        return None  # a subject stands before it: "Combien d'élus ont-ils voté"
    if (
        lead is not None
        and not lead.preposition
        and lead.noun == lead.last
        and (lead.asks in ("what", "who"))
    ):
        verb = asked.words[at].text[: len(joint.group(1))]
        behind = at + 1
        while behind < end and asked.is_participle(behind):
            behind += 1
        parts = (asked.said(0, at), verb, asked.said(at + 1, behind), one.whole)
        return joined(language, *parts, asked.said(behind, end))
    return joined(language, asked.said(0, first), one.whole, asked.said(first, end))


def _with_clitic(asked: Sentence, found: list[Referent]) -> str | None:
    """ "Qui dirige *l'agence*" of "Qui la dirige"."""
    language, words = asked.language, asked.language.follow_ups
    clitics, at, end = pairs(words.clitics), asked.rest, len(asked.words)
    if at >= end - 1 or asked.plain[at] not in clitics or asked.lead is None:
        return None
    behind = at + 1
    if asked.plain[behind] in asked.known.auxiliaries:
        behind += 1
        while behind < end and asked.is_participle(behind):
            behind += 1
    else:
        behind += 1
    ends = behind == end or asked.known.prepositions_at(asked.plain, behind)
    if asked.lead.asks != "who" or asked.lead.preposition or not (ends or clitics[asked.plain[at]]):
        return None
    if asked.plain[at] == "y" and asked.plain[at + 1] == "a" and behind == at + 2:
        return None
    gender = pairs(words.genders).get(asked.plain[at], "") if not clitics[asked.plain[at]] else ""
    one = chosen(found, gender)
    if one is None:
        return None
    if not clitics[asked.plain[at]] and not one.article and one.text[:1].isupper():
        clitics = {**clitics, asked.plain[at]: words.personal}
    verb = agreed(asked.said(at + 1, behind), language)
    preposition = clitics[asked.plain[at]]
    name = (
        with_preposition(language, preposition, one.article, one.text) if preposition else one.whole
    )
    if preposition and language.answers.of.split()[:1] == [preposition]:
        return joined(language, asked.said(0, at), verb, asked.said(behind, end), name)
    return joined(language, asked.said(0, at), verb, name, asked.said(behind, end))


def _in_place(asked: Sentence, found: list[Referent]) -> str | None:
    """A name where the pronoun stands: "Where was *Ann Miller* born", "avec *lui*"."""
    language, words = asked.language, asked.language.follow_ups
    subjects, stressed = pairs(words.subjects), pairs(words.stressed)
    for n in range(asked.rest, len(asked.words)):
        word = asked.words[n]
        # "Sie" with a capital is the one who is asked.
        key = asked.plain[n] if word.text[0].islower() else ""
        behind = n > asked.rest and bool(asked.known.prepositions_at(asked.plain, n - 1))
        genders = stressed if behind and key in stressed else subjects
        if key not in genders or (key in stressed and not behind and key not in subjects):
            continue
        if _has_subject(asked, n) or not _follows_verb(asked, n, stressed=behind):
            return None
        one = chosen(found, genders[key])
        if one is None:
            return None
        start = asked.said(0, n)
        for short, long in pairs(words.elided).items():
            if start.endswith(long) and long.endswith("'") and short not in ("le", "la"):
                start = start[: -len(long)] + short
                break
        return joined(language, start, one.whole, asked.said(n + 1, len(asked.words)))
    return None


def _follows_verb(asked: Sentence, at: int, *, stressed: bool) -> bool:
    """Whether nothing but verbs and small words stand between the interrogative and a pronoun."""
    if at - asked.rest > _BETWEEN + stressed:
        return False
    if asked.language.follow_ups.inverted and not stressed:
        return at == asked.rest or asked.keys[at - 1] in asked.known.that
    if (asked.lead is not None and asked.lead.asks in ("who", "what")) or stressed:
        return True
    idle = asked.known.idle
    return all(asked.is_verb(n) or asked.keys[n] in idle for n in range(asked.rest, at))


def _without_subject(asked: Sentence, found: list[Referent]) -> str | None:
    """ "¿Dónde nació *Mónica García*?", in a language whose verbs need no subject."""
    language = asked.language
    lead, end = asked.lead, len(asked.words)
    if (
        not language.follow_ups.drops_subjects
        or lead is None
        or lead.asks == "who"
        or asked.phrases
    ):
        return None
    if not 0 < end - lead.last <= _ONLY_VERB or lead.noun != lead.last:
        return None
    one = chosen(found, "")
    return joined(language, asked.said(0, end), one.whole) if one else None
