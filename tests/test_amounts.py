"""Numbers in figures and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language.amounts import find_amounts, read_amount, start_of_amount


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("12 000 personnes", "fr", 12_000),
        ("12\u202f000", "fr", 12_000),
        ("12.000", "fr", 12_000),
        ("douze mille personnes", "fr", 12_000),
        ("deux cent cinquante agents", "fr", 250),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("1,5 million d'euros", "fr", 1_500_000),
        ("trois milliards d’euros", "fr", 3_000_000_000),
        ("3,5 %", "fr", "3.5"),
        ("22 M$", "fr", 22_000_000),
        ("40,6 Md€", "fr", 40_600_000_000),
        ("$1.2bn", "en", 1_200_000_000),
        ("£3.5 m", "en", 3_500_000),
        ("€1,200", "en", 1_200),
        ("300 k€", "fr", 300_000),
        ("1,4 Mrd. Euro", "de", 1_400_000_000),
        ("5 Mio. €", "de", 5_000_000),
        ("3 m de haut", "fr", 3),
        ("12,500 people", "en", 12_500),
        ("1.5 million", "en", 1_500_000),
        ("twelve thousand", "en", 12_000),
        ("zwölftausend Besucher", "de", 12_000),
        ("1.234,5 Tonnen", "de", "1234.5"),
        ("doscientos mil", "es", 200_000),
        ("tweehonderd", "nl", 200),
        ("duemila", "it", 2_000),
        ("dois mil", "pt", 2_000),
    ],
)
def test_value(text: str, language: str, value: int | str) -> None:
    amount = read_amount(text, language)

    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize("text", ["environ 450 agents", "près de douze mille", "plus de 3 000"])
def test_what_is_not_exact_says_so(text: str) -> None:
    amount = read_amount(text, "fr")

    assert amount is not None
    assert amount.is_vague


def test_words_without_a_number_have_none() -> None:
    assert read_amount("aucun blessé", "fr") is None


@given(st.integers(0, 10**9))
def test_grouped_figures_are_read_as_one_number(number: int) -> None:
    for mark in (" ", "\u00a0", "\u202f", "."):
        amount = read_amount(f"{number:,}".replace(",", mark), "fr")
        assert amount is not None
        assert amount.value == number


@given(st.text(max_size=60), st.sampled_from(["fr", "en", "de", None, "ja"]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    read_amount(text, language)


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        (
            "Le rapport 2016 arrête à quarante-quatre millions d'euros le budget, contre 42.",
            "fr",
            ["2016", "quarante-quatre millions", "42"],
        ),
        ("97,480 visitors and twelve thousand more", "en", ["97,480", "twelve thousand"]),
        ("une personne et 3,5 %", "fr", ["3,5 %"]),
        ("aucun chiffre", "fr", []),
    ],
)
def test_where_numbers_stand(text: str, language: str, numbers: list[str]) -> None:
    found = find_amounts(text, 0, len(text), language)

    assert [text[start:end] for start, end in found] == numbers


def test_a_number_begins_with_the_words_that_make_it_vague() -> None:
    text = "une fréquentation de près de 119 000 visiteurs"
    ((start, _end),) = find_amounts(text, 0, len(text), "fr")

    assert text[start_of_amount(text, 0, start, "fr") :].startswith("près de 119")


@given(st.text(max_size=80), st.sampled_from(["fr", "en", "de", "zh", None]))
def test_numbers_are_found_in_order_and_inside(text: str, language: str | None) -> None:
    end = -1
    for start, stop in find_amounts(text, 0, len(text), language):
        assert end <= start < stop <= len(text)
        end = stop
