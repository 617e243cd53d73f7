"""The French wordings that ``bodies_archive`` makes releases from, and the numbers in words.

The wordings stand in ``facts/wordings.jsonl``, each filled with ``str.format``. Names of its
fields: ``name`` a whole name, ``mx`` "M." or "Mme" with the surname, ``role`` an office, ``le`` its
article, ``of`` of whom, ``e`` the ending of a participle, ``il`` the pronoun, ``old`` the name of
the one before, ``date`` a day, ``other`` and ``otherrole`` a person of no concern, ``quote`` a
quoted sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from text_to_num import text2num

from benchmarks.bodies_facts import read_facts

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

_WORDINGS = {one["key"]: one["wordings"] for one in read_facts("wordings")}
APPOINTED: list[str] = _WORDINGS["appointed"]
MENTIONED: list[str] = _WORDINGS["mentioned"]
COUNTED: list[str] = _WORDINGS["counted"]
"""``L'an dernier`` is used only in a dated release of the next year."""
JOINED: list[str] = _WORDINGS["joined"]
"""``before`` is the name that joined before."""
WATCHED: list[str] = _WORDINGS["watched"]
HELD: list[str] = _WORDINGS["held"]
SECOND: list[str] = _WORDINGS["second"]
"""For a second release on the same event. ``start`` is the number of the first day alone."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Words of one kind of organisation.

    Attributes:
        titles: headlines, with ``{town}`` and ``{org}``.
        fillers: paragraphs of no concern, with ``{town}`` and ``{n}``, a number.
        quotes: what its people say.
        roles: offices that its releases mention beside.
    """

    titles: list[str]
    fillers: list[str]
    quotes: list[str]
    roles: list[str]


_of_all, *_own = read_facts("domains")
DOMAINS = {
    one["key"]: Domain(
        [*_of_all["titles"], *one["titles"]],
        [*_of_all["fillers"], *one["fillers"]],
        one["quotes"],
        one["roles"],
    )
    for one in _own
}

WOMEN = (
    "Bérengère Élodie Ghislaine Iris Katell Noémie Perrine Quitterie Sabine Ursule Clémentine"
).split()
MEN = (
    "Aurélien Clotaire Damien Fabien Hervé Joachim Léonard Mathurin Octave Régis Thibault Valentin"
).split()
SURNAMES = (
    "Ardouvin Bellefeuil Cormoranche Daubricourt Estrevelle Fourmentel Gravelotin Houdremont "
    "Isembart Jolivarne Kerlouan Lamberceau Mortenol Navarrin Ostermont Pradelion Quillacq "
    "Rambervil Sauvignargues Taillefond Urbanel Valcourtin"
).split()

TENS = "vingt trente quarante cinquante soixante".split()
UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()


def in_words(number: int) -> str:
    """A number from 0 to 999,999 in French words: ``douze mille``."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        words = _below_thousand(thousands)
        if words.endswith(("cents", "vingts")):
            words = words[:-1]
        before = "mille" if thousands == 1 else f"{words} mille"
        return f"{before} {_below_thousand(rest)}" if rest else before
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < 100:
        return _below_hundred(number)
    hundreds, rest = divmod(number, 100)
    words = "cent" if hundreds == 1 else f"{UNITS[hundreds]} cent"
    if rest:
        return f"{words} {_below_hundred(rest)}"
    return words if hundreds == 1 else f"{words}s"


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{UNITS[number - 80]}"
    if number >= 60:
        tens, rest = "soixante", number - 60
    else:
        tens, rest = TENS[number // 10 - 2], number % 10
    if rest == 0:
        return tens
    return f"{tens} et {UNITS[rest]}" if rest in (1, 11) else f"{tens}-{UNITS[rest]}"


def value_of_words(words: str) -> int | None:
    """The number that French words say; None if they are no number."""
    try:
        return int(text2num(words.lower(), "fr"))
    except ValueError:
        return None
