"""Know by which other verb a passage may tell what a question asks: who wins beats somebody."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rag.answering.verbs.asked_side import Party
from rag.answering.verbs.deeds import deed_of, verb_for
from rag.answering.verbs.parties import Parties
from rag.language.language import Language
from rag.language.registry import known
from rag.types import Hit


class Reading(NamedTuple):
    """By which verb a passage may tell what a question asks, and on which of its sides the answer
    and what the question names stand then."""

    verb: str
    mine: Party
    other: Party | None


# Who wins is who beats somebody, and against whom somebody loses.
_OTHERWISE: dict[tuple[Party, str], tuple[tuple[str, Party, Party | None], ...]] = {
    ("agent", "win"): (("beat", "agent", None), ("lose", "opponent", "patient")),
    ("agent", "lose"): (("beat", "patient", None), ("win", "opponent", "patient")),
    ("agent", "beat"): (("lose", "opponent", "agent"), ("win", "agent", "opponent")),
    ("patient", "beat"): (("lose", "agent", "opponent"), ("win", "opponent", "agent")),
    ("agent", "receive"): (("give", "recipient", "patient"),),
    ("agent", "buy"): (("sell", "recipient", "patient"),),
    ("agent", "sell"): (("buy", "recipient", "patient"),),
    ("recipient", "give"): (("receive", "agent", "patient"),),
    ("recipient", "sell"): (("buy", "agent", "patient"),),
}


def readings_of(side: Party, verb: str, language: Language) -> list[Reading]:
    deed = deed_of(verb, language)
    found = [Reading(verb, side, "agent" if side == "patient" else "patient")]
    for told, mine, other in _OTHERWISE.get((side, deed), ()):
        found.append(Reading(verb_for(told, language), mine, other))
    return found


def is_contrary(hit: Hit, reading: Reading, found: Parties) -> bool:
    """Whether the reader's words are who does what tells the answer on another side: the seller,
    where the buyer is asked for."""
    words = hit.match.span
    given = reading.mine in ("recipient", "opponent")
    wrong = found.agent if given else found.opponent
    mine = getattr(found, reading.mine)
    if words is None or wrong is None or not wrong.overlaps(words):
        return False
    return mine is None and (given or reading.verb in _contests(hit.release.language))


@lru_cache(maxsize=16)
def _contests(language: str | None) -> frozenset[str]:
    own = known(language)
    return frozenset(verb_for(deed, own) for deed in ("win", "lose"))
