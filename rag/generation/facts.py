"""What in a sentence can be compared word for word: quotes, dates, numbers, names, negations.

Each function gives what the sentence has and its source has not. French and English, with the
negations of their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.language import analyse, find_dates
from rag.partial_date import PartialDate

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'"))
_WORD = re.compile(r"[^\W\d_]+")

# A stretch in quotation marks; one that the sentence only opens or only closes counts as well.
_QUOTED = re.compile(
    r"«([^«»]*)(?:»|\Z)|\A([^«»]*)»|[“„]([^“”„]*)(?:”|\Z)|\A([^“”„]*)”|\"([^\"]*)(?:\"|\Z)"
)
# Twelve thousand: 12 000, 12,000, 12.000, 12'000. Else digits with their decimals.
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_SPELT = {
    word: figure
    for figure, words in {
        "2": "deux deuxième two", "3": "trois troisième three third",
        "4": "quatre quatrième four fourth", "5": "cinq cinquième five fifth",
        "6": "six sixième sixth", "7": "sept septième seven seventh",
        "8": "huit huitième eight eighth", "9": "neuf neuvième nine ninth",
        "10": "dix dixième ten tenth", "11": "onze eleven", "12": "douze twelve",
        "13": "treize thirteen", "14": "quatorze fourteen", "15": "quinze fifteen",
        "16": "seize sixteen", "17": "seventeen", "18": "eighteen", "19": "nineteen",
        "20": "vingt twenty", "30": "trente thirty", "40": "quarante forty",
        "50": "cinquante fifty", "60": "soixante sixty", "70": "seventy", "80": "eighty",
        "90": "ninety", "100": "cent cents hundred hundreds",
        "1000": "mille millier milliers thousand thousands", "million": "million millions",
        "10⁹": "milliard milliards billion billions",
    }.items()
    for word in words.split()
}  # fmt: skip
# Words of time that are no names in French. "May" and "March" are verbs too.
_CALENDAR = frozenset(
    """janvier février mars avril mai juin juillet août septembre octobre novembre décembre january
    february april june july august september october november december lundi mardi mercredi jeudi
    vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday hier demain
    aujourd yesterday today tomorrow""".split()
)

# Before a name; a sentence may well say "M." where its source says "le secrétaire général".
_TITLES = frozenset("m mm mme mmes mlle mr mrs ms dr".split())
# Begin a sentence without saying anything; function words are known to the analyser.
_OPENINGS = frozenset(
    """selon ainsi cependant toutefois enfin ensuite également outre lors notamment according
    however moreover meanwhile finally furthermore""".split()
)

_NOT_FR = r"(?:pas|plus|jamais|rien|aucune?|personne|nulle?|guère|point|ni)"
_NEGATION = re.compile(
    rf"""\b(?:ne\b|n')(?:(?!\bqu(?:e\b|'))[^.;:!?]){{0,60}}?\b{_NOT_FR}\b
    | \b(?:aucune?|personne|rien|nulle?|jamais|ni)\b[^.;:!?]{{0,60}}?\b(?:ne\b|n')
    | \A\W*pas\b | \bnon\b(?!\s+seulement)
    | \b(?:not(?!\s+only)|never|neither|nor|none|nobody|nothing|cannot)\b | \w n't\b
    | \bno\b(?!\.?\s*\d)
    | \b(?:nicht|kein\w*|nie|niemals|niet|geen|nooit|nunca|não|inte|ikke|не|нет|немає)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHOUT = re.compile(r"\b(?:sans|sauf|hormis|without|except|ohne|sin|senza|sem)\b", re.IGNORECASE)


def foreign_quotes(words: str, texts: Iterable[str]) -> list[str]:
    """Stretches in quotation marks that stand in no text; apostrophes and blanks may differ, and
    the stop or comma before the closing mark."""
    held = [_even(text) for text in texts]
    found = []
    for match in _QUOTED.finditer(words):
        quote = _even(next(group for group in match.groups() if group is not None))
        bare = quote.strip().rstrip(".,;:").rstrip()
        if bare and not any(bare in text for text in held):
            found.append(bare)
    return found


def foreign_dates(
    words: str, dates: Sequence[PartialDate], language: str | None
) -> tuple[list[str], str]:
    """Dates with a month that none of the given ones holds, and the words without all others.

    A day of a month is held by the same day with a year, never the other way round.
    """
    known = [end for date in dates for end in date.ends()]
    foreign, rest = [], words
    for found in find_dates(words, language=language):
        days = found.date.ends() if found.date else ()
        if not days or any(day.month is None for day in days):
            continue
        if all(any(day.covers(other) for other in known) for day in days):
            rest = rest[: found.start] + " " * (found.end - found.start) + rest[found.end :]
        else:
            foreign.append(words[found.start : found.end])
    return foreign, rest


def foreign_numbers(words: str, facts: str) -> list[str]:
    """Numbers, in figures or spelt, that the facts do not hold."""
    held = {figure for figure, _ in _numbers(facts)}
    return [shown for figure, shown in _numbers(words) if figure not in held]


def foreign_names(words: str, facts: str, terms: frozenset[str], language: str | None) -> list[str]:
    """Capitalised words, and words of time, that the facts do not hold. The first word of the
    sentence may be any that is a function word or shares its stem with the source."""
    held = {word.casefold() for word in _WORD.findall(_even(facts))}
    held |= {word + "s" for word in held} | {word.rstrip("sx") for word in held}
    found = []
    for number, match in enumerate(_WORD.finditer(words)):
        word = match.group().casefold()
        capital = match.group()[0].isupper()
        if word in held or word in _TITLES or not (capital or word in _CALENDAR):
            continue
        if number == 0 and capital:
            stems = analyse(word, language)
            idle = not stems or not analyse(word, "en") or word in _OPENINGS
            if idle or not terms.isdisjoint(stems):
                continue
        found.append(match.group())
    return found


def adds_or_drops_a_negation(words: str, sentence: str) -> bool:
    """Whether one of two sentences says "not" and the other does not; or the first "without"."""
    said, stood = _even(words), _even(sentence)
    if bool(_NEGATION.search(said)) != bool(_NEGATION.search(stood)):
        return True
    return bool(_WITHOUT.search(said)) and not _WITHOUT.search(stood)


def _even(text: str) -> str:
    """One kind of apostrophe, one kind of blank."""
    return " ".join(text.translate(_APOSTROPHES).split())


def _numbers(text: str) -> list[tuple[str, str]]:
    """(what can be compared, as written) of each number."""
    found = []
    for match in _NUMBER.finditer(text):
        shown = match.group()
        grouped = re.fullmatch(r"\d{1,3}(?:[^\d]\d{3})+", shown)
        figure = re.sub(r"\D", "", shown) if grouped else shown.replace(",", ".")
        found.append((figure, shown))
    for match in _WORD.finditer(text):
        figure = _SPELT.get(match.group().casefold(), "")
        if figure:
            found.append((figure, match.group()))
    return found
