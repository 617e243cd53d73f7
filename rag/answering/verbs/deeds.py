"""Know a verb for what somebody does in its other forms, its synonyms and in other languages."""

from __future__ import annotations

from functools import lru_cache

from rag.language import analyse
from rag.language.language import Language
from rag.language.terms import fold, plain


def deed_of(term: str, language: Language) -> str:
    """The key of the deed that an index term is a verb for; "" if it is none that is known."""
    return _verbs(language).get(term, "")


def deed_of_doer(word: str, language: Language) -> str:
    """The key of the deed whose doer a folded word names ("author"); "" if it is none."""
    return _doers(language).get(word, "")


def verb_for(deed: str, language: Language) -> str:
    """The index term of a verb for a deed; "" if the language has none."""
    return next((term for term, key in _verbs(language).items() if key == deed), "")


def is_verb(term: str, verb: str, language: Language) -> bool:
    """Whether two index terms are the same, or verbs for the same deed."""
    if not term or term == verb:
        return bool(term)
    deed = deed_of(verb, language)
    return bool(deed) and deed_of(term, language) == deed


@lru_cache(maxsize=16)
def _verbs(language: Language) -> dict[str, str]:
    """The key of the deed of each index term of a verb, and of participles that agree with a
    noun."""
    agreed = [pair.partition(":") for pair in language.follow_ups.agreed.split()]
    found = {}
    for deed, listed in language.answers.deeds.items():
        words = listed.partition("/")[0].split()
        for old, _, new in agreed:
            words += [word.removesuffix(new) + old for word in words if word.endswith(new)]
        found.update(dict.fromkeys(analyse(" ".join(words), language.code), deed))
    return found


@lru_cache(maxsize=16)
def _doers(language: Language) -> dict[str, str]:
    return {
        fold(plain(word)): deed
        for deed, words in language.answers.deeds.items()
        for word in words.partition("/")[2].split()
    }
