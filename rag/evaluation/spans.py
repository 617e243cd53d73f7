"""Were the words right: exact match and token F1 in SQuAD's form, adapted to French.

Rajpurkar et al. 2016 (SQuAD), with an unanswerable question scored as in Rajpurkar, Jia, Liang
2018 (SQuAD 2.0). Both texts are brought to one form first, in this order:

1. typographic apostrophes (U+2018, U+2019, U+02BC, U+2032, U+00B4 and the grave accent) to ';
2. Unicode NFKC, then case folding;
3. elided articles before a letter or digit are removed: fr l' d', it l' un';
4. punctuation is removed without a trace, hyphens too ("États-Unis" is one token, "étatsunis"):
   all of Unicode's categories P, and the ASCII symbols ``$+<=>^`|~`` that SQuAD removes;
5. split at white space, and articles are removed:
   fr le la les un une des du au aux; en a an the; de der die das den dem des ein eine einen einem
   einer eines; es el la los las un una unos unas; it il lo la i gli le un uno una (those of en, de
   and es are the ones of SQuAD and of MLQA, Lewis et al. 2020). Where nothing else is left the
   articles stay.

*Du, des, au, aux* are removed, being a preposition and an article in one word. *D'* is removed too:
it may be the article (*d'autres*) as well as the preposition, and left standing it would glue
itself to the word behind it (step 4) and make another word of it. *De, à, en* stay: they are
prepositions, words of their own, and cost precision: "à Bruxelles" for "Bruxelles" is no exact
match and has an F1 of 2/3. A script without spaces is not split: F1 is then exact match.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

DEFAULT_LANGUAGE = "fr"
ARTICLES: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "fr": "le la les un une des du au aux",
        "en": "a an the",
        "de": "der die das den dem des ein eine einen einem einer eines",
        "es": "el la los las un una unos unas",
        "it": "il lo la i gli le un uno una",
    }.items()
}
_ELIDED = {"fr": re.compile(r"\b[ld]'(?=\w)"), "it": re.compile(r"\b(?:l|un)'(?=\w)")}
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"))


def normalised(text: str, language: str | None = DEFAULT_LANGUAGE) -> list[str]:
    """The tokens that are compared, as the module's head says.

    Args:
        language: ISO 639-1 code of the text, whose articles go; None is French, and of a
            language that is not in ``ARTICLES`` no word goes.
    """
    code = DEFAULT_LANGUAGE if language is None else language
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    if code in _ELIDED:
        folded = _ELIDED[code].sub("", folded)
    tokens = "".join(c for c in folded if not _is_punctuation(c)).split()
    return [token for token in tokens if token not in ARTICLES.get(code, ())] or tokens


def exact_match(
    given: str, answers: Iterable[str], language: str | None = DEFAULT_LANGUAGE
) -> float:
    """1.0 if the words given are one of the answers once both are normalised, else 0.0.

    Args:
        given: the words given as the answer, ``""`` for an abstention.
        answers: the right ones; none for an unanswerable question, where an abstention is 1.0 and
            any words 0.0.
    """
    return _best(_same, given, answers, language)


def token_f1(given: str, answers: Iterable[str], language: str | None = DEFAULT_LANGUAGE) -> float:
    """Harmonic mean of precision and recall over tokens with their counts, 0 to 1; the greatest
    over the answers. Abstentions and unanswerable questions as in ``exact_match``."""
    return _best(_overlap, given, answers, language)


def _best(
    measure: Callable[[list[str], list[str]], float],
    given: str,
    answers: Iterable[str],
    language: str | None,
) -> float:
    known = list(answers)
    if not known:
        return float(not given)
    tokens = normalised(given, language)
    # An abstention, or words of which nothing is left, answers nothing.
    return max(measure(tokens, normalised(answer, language)) for answer in known) if tokens else 0.0


def _same(given: list[str], answer: list[str]) -> float:
    return float(given == answer)


def _overlap(given: list[str], answer: list[str]) -> float:
    """2PR / (P + R), which is twice the shared tokens over all tokens."""
    shared = (Counter(given) & Counter(answer)).total()
    return 2.0 * shared / (len(given) + len(answer)) if shared else 0.0


def _is_punctuation(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character).startswith("P")
