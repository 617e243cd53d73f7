"""What two releases say is compared by value, not by its words."""

from __future__ import annotations

import pytest

from rag.answering.gathering.values import Value, same_value
from rag.language.amounts import read_amount
from rag.partial_date import PartialDate


def person(*parts: str) -> Value:
    return Value("person", name=parts)


def amount(text: str, before: str = "") -> Value:
    return Value("amount", amount=read_amount(text, "fr", before))


def date(text: str) -> Value:
    return Value("date", date=PartialDate.parse(text))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("anne", "martin"), person("anne", "martin"), True),
        (person("a", "martin"), person("anne", "martin"), True),
        (person("anne", "lise", "martin"), person("anne", "martin"), True),
        (person("paul", "martin"), person("anne", "martin"), False),
        (person("martin"), person("anne", "martin"), False),
        (person("anne", "martin"), person("anne", "durand"), False),
        (amount("12 000"), amount("douze mille"), True),
        (amount("2 480"), amount("2 500", before="environ "), True),
        (amount("2 480"), amount("2 500"), False),
        (amount("3 millions de dollars"), amount("3 millions d'euros"), False),
        (amount("5 %"), amount("5 agents"), False),
        (date("2019-05-03"), date("--05-03"), True),
        (date("2019-05"), date("2019-05-03"), True),
        (date("2019-05-03/2019-05-05"), date("2019-05-04"), True),
        (date("2019-05-03"), date("2020-05-03"), False),
        (person("anne", "martin"), amount("12"), False),
    ],
)
def test_same_value(one: Value, other: Value, same: bool) -> None:
    assert same_value(one, other) is same
    assert same_value(other, one) is same


def test_words_with_other_numbers_are_not_the_same() -> None:
    one = Value("words", terms=frozenset({"haus", "12", "million", "euro", "an"}))
    other = Value("words", terms=frozenset({"haus", "14", "million", "euro", "an"}))

    assert not same_value(one, other)
