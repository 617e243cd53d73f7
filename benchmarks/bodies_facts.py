"""The facts over time that ``bodies_archive`` writes into releases. All of it is invented.

They stand in ``facts/``, one in a line.

A person, an organisation, a town or a programme with one of these names does not exist, or has
nothing to do with what is said here. Countries that join something are real countries, and what
they join is invented.

Times are ``2016-04``: the day in the month is chosen when the releases are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks.common import ROOT, read_jsonl


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds an office.

    Attributes:
        name: given name and surname.
        sex: ``f`` or ``m``.
        since: month of the appointment, of which a release tells; ``""`` if none does.
        mentions: months of the releases that name the person with the office.
    """

    name: str
    sex: str
    since: str
    mentions: list[str]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that changes hands.

    Attributes:
        key: names the fact.
        roles: its name for a man and for a woman.
        of: what follows the name: ``de l'Agence …``.
        org: the organisation with its article.
        town: where its releases are written.
        domain: a key of ``bodies_phrases.DOMAINS``.
        holders: in the order of time.
    """

    key: str
    roles: tuple[str, str]
    of: str
    org: str
    town: str
    domain: str
    holders: list[Holder]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is stated for several years.

    Attributes:
        key: names the fact.
        subject: what it is, with its article.
        unit: what follows the number.
        org, town, domain: as for ``Office``.
        values: the number by year.
        twice: the years that a second release states too.
        rounded: how a second release rounds a year's number.
        own: wordings for this figure alone, with ``{count}`` and ``{year}``.
    """

    key: str
    subject: str
    unit: str
    org: str
    town: str
    domain: str
    values: dict[int, float]
    twice: list[int]
    rounded: tuple[int, str]
    own: list[str]


@dataclass(frozen=True, slots=True)
class Joined:
    """A list to which names are added over time.

    Attributes:
        key: names the fact.
        what: what is joined, with its article.
        org, town, domain: as for ``Office``.
        items: month and name, with its article if it has one.
        watching: a name that only watches, or asks to join.
    """

    key: str
    what: str
    org: str
    town: str
    domain: str
    items: list[tuple[str, str]]
    watching: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event that is held again and again.

    Attributes:
        key: names the fact.
        what: its name with its article.
        sex: ``f`` or ``m``, of its name.
        org, domain: as for ``Office``.
        held: month and place.
        twice: months of which a second release tells.
    """

    key: str
    what: str
    sex: str
    org: str
    domain: str
    held: list[tuple[str, str]]
    twice: list[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A release written by hand.

    Attributes:
        key: names the fact.
        day: ``2016-04-12``.
        language: ``fr``, ``en`` or ``de``.
        town, domain: as for ``Office``.
        title: its headline.
        paragraphs: its own paragraphs.
    """

    key: str
    day: str
    language: str
    town: str
    domain: str
    title: str
    paragraphs: list[str]


def read_facts(name: str) -> list[dict[str, Any]]:
    """The objects of a file of ``facts/``."""
    return read_jsonl(ROOT / "facts" / f"{name}.jsonl")


OFFICES = [
    Office(**{**one, "holders": [Holder(**holder) for holder in one["holders"]]})
    for one in read_facts("offices")
]
FIGURES = [
    Figure(**{**one, "values": {int(year): value for year, value in one["values"].items()}})
    for one in read_facts("figures")
]
LISTS = [Joined(**one) for one in read_facts("lists")]
EVENTS = [Event(**one) for one in read_facts("events")]
TOLD = [Told(**one) for one in read_facts("told")]
"""Pairs of releases that give different values; people of the same surname; releases in other
languages, which say what is said in French too, but for the mentions of an office."""

ABOUT = (
    "À propos de la Fondation Calvière : fondée en 1998, elle emploie 450 personnes et soutient la "
    "formation aux métiers du bois, du cuir et du textile. Son siège est à Vertoux."
)
"""The boilerplate that stands below every release of the foundation."""
ABOUT_KEY = "fondation-calviere"
ABOUT_RELEASES = 26
"""How many releases of the foundation say nothing else of note; those on ``maisons-metiers`` have
the boilerplate too."""
