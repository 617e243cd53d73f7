"""Join the speakers of all releases: each person by one name.

A name that is not whole in its release ("M. Stoltenberg") is the person with the one full name of
the corpus that ends with it. If two persons have that family name, it stays as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.corpus.statements.persons import bare_name, ends_with, gender, has_name, words_of
from rag.types import StoredStatement


def names_of_speakers(stored: Sequence[StoredStatement]) -> list[str]:
    """The one name of the speaker of each statement."""
    shown: dict[tuple[str, ...], str] = {}
    genders: dict[tuple[str, ...], set[str]] = {}
    for one in stored:
        if one.full:
            key = words_of(one.full)
            shown.setdefault(key, one.full)
            told = gender(one.name) or (gender(one.role) if one.role else None)
            genders.setdefault(key, set()).update({told} if told else ())
    spelled = {key: _spelled_out(key, shown) for key in shown}
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for full in shown:
        by_last.setdefault(full[-1], []).append(full)
    names: list[str] = []
    others: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for one in stored:
        if one.full:
            names.append(shown[spelled[words_of(one.full)]])
            continue
        key, told = words_of(one.name), gender(one.name)
        alike = by_last.get(key[-1], ()) if key else ()
        persons = {spelled[full] for full in alike if ends_with(full, key)}
        persons = {p for p in persons if told is None or not genders[p] or told in genders[p]}
        if has_name(one.name) and len(persons) == 1:
            names.append(shown[persons.pop()])
            continue
        by_article = has_name(one.name) and one.name[0].islower()  # "la NASA", not "M. Dupont"
        written = bare_name(one.name) if by_article else one.name
        names.append(others.setdefault((told if has_name(written) else None, key), written))
    return names


def _spelled_out(key: tuple[str, ...], shown: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    """The key of the whole name for one with an initial ("J. Stoltenberg"), if there is one."""
    if len(key[0]) > 1:
        return key
    whole = [k for k in shown if k[1:] == key[1:] and k[0][:1] == key[0] and len(k[0]) > 1]
    return whole[0] if len(whole) == 1 else key
