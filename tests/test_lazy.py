"""Data classes and patterns that are made ready when they are first used."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from collections.abc import Mapping

import pytest

from rag.lazy import dataclass, regex


@dataclass(frozen=True, slots=True)
class Place:
    """A place, which a range is made of."""

    name: str
    depth: int = 0
    notes: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)
    seen: bool = dataclasses.field(default=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.depth < 0:
            raise ValueError("a depth below 0")


@dataclass(slots=True)
class Heap:
    """Something that changes."""

    stones: list[int] = dataclasses.field(default_factory=list)


def test_a_data_class_is_made_as_that_of_the_standard_library() -> None:
    place = Place("quai", notes={"a": "b"})
    assert (place.name, place.depth, place.notes, place.seen) == ("quai", 0, {"a": "b"}, False)
    assert repr(place) == "Place(name='quai', depth=0, notes={'a': 'b'})"
    assert dataclasses.replace(place, depth=3) == Place("quai", 3, {"a": "b"})
    assert dataclasses.asdict(place) == {
        "name": "quai", "depth": 0, "notes": {"a": "b"}, "seen": False,
    }  # fmt: skip
    assert list(inspect.signature(Place).parameters) == ["name", "depth", "notes", "seen"]
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="below"):
        Place("quai", -1)


def test_equal_values_are_one_key_and_what_is_not_compared_counts_for_nothing() -> None:
    assert Place("quai", seen=True) == Place("quai")
    assert Place("quai") != Place("quai", 1)
    assert Place("quai") != ("quai", 0, {}, False)
    assert len({Place("quai"), Place("quai", notes={"a": "b"}), Place("quai", seen=True)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Heap())


def test_a_frozen_one_does_not_change_and_can_be_copied() -> None:
    place = Place("quai", 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.depth = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del place.depth  # type: ignore[misc]
    assert copy.deepcopy(place) == pickle.loads(pickle.dumps(place)) == place


def test_default_factories_make_one_value_for_each_object() -> None:
    first, second = Heap(), Heap()
    first.stones.append(1)
    assert (first.stones, second.stones) == ([1], [])


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = regex("(")  # not looked at yet
    with pytest.raises(re.error):
        wrong.search("a")
    pattern = regex(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert [match["word"] for match in pattern.finditer("Un Quai")] == ["Un", "Quai"]
    assert pattern.sub("x", "ab 1") == "x 1"
    assert pattern.groupindex == {"word": 1}
