"""The archive of facts over time says what its questions expect, and is the same every time."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks import bodies
from benchmarks.bodies import Asked, Question, Shown, is_value, numbers, read_questions
from benchmarks.bodies_archive import SEED, Written, releases
from benchmarks.bodies_facts import ABOUT, ABOUT_KEY
from benchmarks.bodies_phrases import in_words, value_of_words
from rag.corpus.formats.front_matter import with_front_matter
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release
from rag.messages import use
from rag.partial_date import PartialDate

ALL = read_questions()
OURS = [one for one in ALL if one.corpus == "bodies"]
ANSWERED = [one for one in OURS if one.kind != "none"]


@pytest.fixture(scope="module")
def written() -> list[Written]:
    return releases()


def text_of(release: Written) -> str:
    return "\n".join(release.paragraphs)


def says(release: Written, values: list[str]) -> bool:
    """Whether the text has one of the values; numbers are compared as numbers."""
    text = text_of(release)
    return any(
        set(numbers(one)) <= set(numbers(text)) if numbers(one) else one in text for one in values
    )


def values_of(question: Question) -> list[list[str]]:
    """Each value that must be found, with its wordings."""
    expect = question.expect
    if question.kind in ("list", "differ"):
        return list(expect)
    if question.kind == "series":
        return [one["value"] for one in expect]
    return [expect["value"]] if "value" in expect else []


def test_the_same_seed_gives_the_same_files(written: list[Written]) -> None:
    assert releases(SEED) == written
    assert [one.content for one in releases(SEED + 1)] != [one.content for one in written]


def test_the_archive_has_the_size_and_the_dates_that_it_should(written: list[Written]) -> None:
    assert 250 <= len(written) <= 400
    assert len({one.file for one in written}) == len(written)
    dated = Counter(one.dated for one in written)
    assert 0.4 < dated["text"] / len(written) < 0.6
    assert 0 < dated["none"] < 0.1 * len(written)
    assert all(one.day.isoformat() not in one.content for one in written if one.dated != "meta")
    assert sum(ABOUT in one.paragraphs for one in written) >= 30
    assert all((ABOUT_KEY in one.facts) == (ABOUT in one.paragraphs) for one in written)
    assert not any("{" in text_of(one) or "  " in text_of(one) for one in written)


def test_the_library_reads_the_dates_of_the_releases(written: list[Written]) -> None:
    plain = [one for one in written if one.file.endswith("txt") and one.dated != "none"][::8]
    for one in plain:
        with use("fr"):
            read = parse_release(
                with_front_matter(one.content),
                SourceFile(Path(one.file), one.file, one.file, Metadata()),
            )
        assert read.published.date == PartialDate.of(one.day), one.content


@pytest.mark.parametrize("question", ANSWERED, ids=[one.id for one in ANSWERED])
def test_each_expected_value_stands_in_a_release_of_its_fact(
    question: Question, written: list[Written]
) -> None:
    about = [one for one in written if question.fact in one.facts]
    assert about
    for values in values_of(question):
        if question.expect and isinstance(question.expect, dict) and question.expect.get("when"):
            year, month = map(int, question.expect["time"].split("-"))
            assert any((one.day.year, one.day.month) == (year, month) for one in about)
        else:
            assert any(says(one, values) for one in about), values


def test_the_count_of_an_event_is_that_of_its_times(written: list[Written]) -> None:
    for question in (one for one in OURS if one.kind == "count"):
        about = [one for one in written if question.fact in one.facts]
        assert 2 <= question.expect["n"] <= len(about)


def test_the_questions_are_well_formed() -> None:
    assert len(ALL) >= 200
    assert len({one.id for one in ALL}) == len(ALL)
    assert len({one.text for one in ALL}) == len(ALL)
    assert {one.kind for one in ALL} == set(bodies.KINDS)
    for one in ALL:
        assert one.part in ("dev", "report")
        assert one.corpus in bodies.CORPORA
        expect = one.expect
        if one.kind in bodies.ONE_VALUE:
            assert expect["value"]
            assert all(expect["value"])
        elif one.kind == "series":
            assert len(expect) >= 2
            assert all(pair["value"] and pair["time"] for pair in expect)
        elif one.kind in ("list", "differ"):
            assert len(expect) >= 2
            assert all(expect)
        elif one.kind == "count":
            assert expect["n"] > 0
        else:
            assert expect == {"abstain": True}
    lines = bodies.FILE.read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line)["question"].strip() for line in lines)


def test_each_fact_is_asked_in_both_parts(written: list[Written]) -> None:
    parts: dict[str, set[str]] = {}
    for one in ANSWERED:
        parts.setdefault(one.fact, set()).add(one.part)
    assert set(parts) == {fact for one in written for fact in one.facts}
    assert all(found == {"dev", "report"} for found in parts.values()), parts


@pytest.mark.parametrize("number", [*range(120), 200, 950, 1000, 1850, 12_000, 80_000, 200_000])
def test_a_number_in_words_is_the_number(number: int) -> None:
    assert value_of_words(in_words(number)) == number


@pytest.mark.parametrize(
    ("given", "value", "right"),
    [
        ("douze mille tonnes", "12 000 tonnes", True),
        ("12.000", "12 000 tonnes", True),
        ("12 840 tonnes", "12 000 tonnes", False),
        ("12\u202f000 en 2012", "12 000 tonnes", True),
        ("1,28 million d'euros", "1 280 000 euros", True),
        ("Mme Quintrec", "Maëlle Quintrec", True),
        ("Maëlle Vanneste", "Maëlle Quintrec", False),
        ("l'université de Hallmar", "l'université de Bruckwald", False),
        ("Le Cléac´h", "Armel Le Cléac'h", True),
    ],
)
def test_values_are_compared(given: str, value: str, right: bool) -> None:
    assert is_value(given, [value]) is right


def asked(kind: str, expect: object, form: str, *pairs: tuple[str, str]) -> Asked:
    shown = Shown(
        "answered" if pairs else "abstained",
        form,
        tuple((value, PartialDate.parse(when) if when else None) for value, when in pairs),
        len(pairs),
        None,
        None,
    )
    return Asked(Question("x", "?", kind, "dev", "", "bodies", expect), shown, True, 0.1)


def test_an_answer_is_judged_by_its_kind() -> None:
    now = {"value": ["63 millions d'euros"], "earlier": ["58 millions d'euros"], "time": "2024"}
    assert bodies.right(asked("now", now, "value", ("63 millions d'euros", "2024")))
    old = asked("now", now, "value", ("58 millions", "2022"))
    assert not bodies.right(old)
    assert bodies.older(old)
    rising = (("58 millions", "2022"), ("63 millions", "2024"))
    assert bodies.right(asked("now", now, "series", *rising))
    series = [
        {"time": "2022", "value": ["58 millions"]},
        {"time": "2024", "value": ["63 millions"]},
    ]
    assert bodies.right(asked("series", series, "series", *rising))
    assert not bodies.right(asked("series", series, "series", *rising, ("9 millions", "2020")))
    assert not bodies.right(asked("series", series, "series", ("58 millions", "2021"), rising[1]))
    both = (("140 maisons", ""), ("210 maisons", ""))
    differ = [["140 maisons"], ["210 maisons"]]
    assert bodies.right(asked("differ", differ, "differ", *both))
    assert not bodies.right(asked("differ", differ, "value", *both))
    assert bodies.right(asked("list", [["Brécourt"], ["Vertoux"]], "list", ("Vertoux", ""), ("Brécourt", "")))  # fmt: skip  # noqa: E501
    assert bodies.right(asked("count", {"n": 2}, "count", *both))
    assert bodies.right(asked("none", {"abstain": True}, "value"))
    first = {"value": ["juin 2014"], "time": "2014-06", "when": True}
    assert bodies.right(asked("first-last", first, "value", ("", date(2014, 6, 9).isoformat())))
