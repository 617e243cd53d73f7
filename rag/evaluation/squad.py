"""Exact match and token F1 of an answer, as in SQuAD, adapted to French.

The measures are those of SQuAD (Rajpurkar et al. 2016), unanswerable questions are scored as in
SQuAD 2.0 (Rajpurkar, Jia, Liang 2018). Before they are compared, both texts are normalised in these
steps:

1. Typographic apostrophes (U+2018, U+2019, U+02BC, U+2032, U+00B4, grave accent) become ``'``.
2. Unicode NFKC, then case folding.
3. Elided articles before a letter or a digit are removed: fr l' d', it l' un'.
4. Punctuation is removed: all characters of Unicode's categories P, and the ASCII symbols
   ``$+<=>^`|~`` that SQuAD removes. Hyphens leave no space: "États-Unis" is the one token
   "étatsunis".
5. The text is split at white space, and the articles in ``ARTICLES`` are removed, unless nothing
   else is left. For en, de and es these are the articles of SQuAD and MLQA (Lewis et al. 2020).

*Du, des, au, aux* are removed because they contain an article. *D'* is removed because it may be an
article (*d'autres*), and because step 4 would join it with the next word. *De, à, en* are
prepositions and stay: "à Bruxelles" instead of "Bruxelles" is no exact match and has an F1 of 2/3.
In a script without spaces a text is one token, so F1 equals exact match.
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
    """The tokens that are compared, after the steps in the module's docstring.

    Args:
        text: an answer.
        language: ISO 639-1 code of the text; None is French. In a language that is not in
            ``ARTICLES``, no article is removed.
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
    """1.0 if the given answer equals a correct one after normalisation, else 0.0.

    Args:
        given: the given answer; ``""`` for an abstention.
        answers: the correct answers. With none, the question is unanswerable: an abstention
            scores 1.0, any answer 0.0.
        language: as for ``normalised``.
    """
    return _best(_same, given, answers, language)


def token_f1(given: str, answers: Iterable[str], language: str | None = DEFAULT_LANGUAGE) -> float:
    """Harmonic mean of precision and recall over tokens, 0 to 1; the best over the answers.

    The arguments, abstentions and unanswerable questions are as for ``exact_match``.
    """
    return _best(_overlap, given, answers, language)


def _best(
    measure: Callable[[list[str], list[str]], float],
    given: str,
    answers: Iterable[str],
    language: str | None,
) -> float:
    correct = list(answers)
    if not correct:
        return float(not given)
    tokens = normalised(given, language)
    if not tokens:
        return 0.0
    return max(measure(tokens, normalised(answer, language)) for answer in correct)


def _same(given: list[str], answer: list[str]) -> float:
    return float(given == answer)


def _overlap(given: list[str], answer: list[str]) -> float:
    """2PR / (P + R), which equals 2 * shared tokens / all tokens."""
    shared = (Counter(given) & Counter(answer)).total()
    return 2.0 * shared / (len(given) + len(answer)) if shared else 0.0


def _is_punctuation(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character).startswith("P")
