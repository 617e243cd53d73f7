"""Questions for a date: which date answers, in which words, and when there is none.

The cases are in ``when.jsonl``: a release, a question about it, and the right answer. ``value`` is
the date's (null for an abstention), ``words`` what the answer's text must contain, ``of`` whose
date it is (``event`` if absent). ``unresolved`` marks a date that counts from an unknown day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rag
from rag.answering.dating.dates import date_of_one_end, dates_in_words_read
from rag.answering.dating.ends import role_asked, role_of_date
from rag.answering.dating.nouns import belongs_to_noun
from rag.answering.dating.told_times import tells_hour
from rag.language import find_dates
from rag.language.tense import outlook, stands_alone
from tests.conftest import write

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "when.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def library(
    tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder
) -> Iterator[rag.Library]:
    """An index of the releases of all cases; each question is asked of its own release."""
    folder = tmp_path_factory.mktemp("when")
    for case in CASES:
        ending = ".md" if case["text"].startswith("---") else ".txt"
        write(folder / "corpus", case["name"] + ending, case["text"])
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_date_of_an_event(library: rag.Library, case: dict[str, Any]) -> None:
    answer = library.ask(case["question"], releases=case["name"])
    if case["value"] is None and not case.get("unresolved"):
        assert answer.status == "abstained"
        return
    assert answer.status == "answered"
    assert answer.date is not None
    assert (answer.date.value, answer.date.of) == (case["value"], case.get("of", "event"))
    assert case["words"] in answer.text


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Par la résolution 1540 (2004), il crée un comité.", "2004", None),
        ("Le budget 2009 est voté.", "2009", None),
        ("le plan pour 2024-2029, déposé", "2024-2029", None),
        ("un navire de 1984, remis à l’eau", "1984", None),
        ("les Jeux de Londres 2012 sont", "2012", None),
        ("L’école (1887) est classée.", "1887", "1887"),
        ("Paris, 1889 : l’exposition", "1889", "1889"),
        ("à l’automne de 1789, le roi", "1789", "1789"),
        ("vers 1250, le château", "1250", "1250"),
    ],
)
def test_a_number_that_is_a_year_and_one_that_is_none(
    text: str, words: str, value: str | None
) -> None:
    at = text.index(words)
    found = dates_in_words_read(text, rag.Span(at, at + len(words)), "fr")
    assert [date.value for date in found] == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "ouverte jusqu’au 30 juin 2019", "end"),
        ("fr", "ouverte depuis le 1er mai 2019", "begin"),
        ("fr", "à compter du 1er mai 2019", "begin"),
        ("fr", "s’achèvera le 1er mai 2019", "end"),
        ("fr", "signé le 1er mai 2019", None),
        ("fr", "jusqu’au soir, le 1er mai 2019", None),
        ("en", "open until 30 June 2019", "end"),
        ("de", "läuft bis zum 30. Juni 2019", "end"),
        ("de", "seit dem 1. Mai 2019", "begin"),
        ("es", "abierta desde el 1 de mayo de 2019", "begin"),
        ("it", "aperta fino al 30 giugno 2019", "end"),
        ("nl", "loopt tot 30 juni 2019", "end"),
        ("pt", "aberta até 30 de junho de 2019", "end"),
    ],
)
def test_a_date_is_a_beginning_or_an_end(language: str, text: str, role: str | None) -> None:
    (date,) = find_dates(text, language=language)
    assert role_of_date(text, date, language) == role


@pytest.mark.parametrize(
    ("language", "question", "role"),
    [
        ("fr", "Jusqu’à quand dure l’exposition ?", "end"),
        ("fr", "Depuis quand est-elle ouverte ?", "begin"),
        ("fr", "Quand a-t-elle été signée ?", None),
        ("en", "By when must applications be sent?", "end"),
        ("de", "Ab wann gilt das Gesetz?", "begin"),
        ("it", "Da quando è chiusa la strada?", "begin"),
        ("it", "Quando è stata accolta da Roma?", None),
        ("nl", "Tot wanneer loopt de tentoonstelling?", "end"),
    ],
)
def test_a_question_asks_for_a_beginning_or_an_end(
    language: str, question: str, role: str | None
) -> None:
    assert role_asked(question, [language]) == role


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("fr", "en application de la loi n° 2018-938 du 30 octobre 2018", "loi"),
        ("fr", "le trimestre clos le 31 mars 2011", "clos"),
        ("fr", "lors de sa séance du 29 octobre 2025", None),
        ("fr", "le décret s’applique à compter du 3 mai 2019", None),
        ("en", "under the Act of 3 March 2010", "Act"),
        ("de", "nach dem Gesetz vom 3. März 2010", "Gesetz"),
    ],
)
def test_a_date_that_belongs_to_a_noun(language: str, text: str, noun: str | None) -> None:
    (date,) = find_dates(text, language=language)
    found = belongs_to_noun(text, date, language)
    assert (text[found.start : found.end] if found else None) == noun


@pytest.mark.parametrize(
    ("text", "role", "words", "value"),
    [
        ("fermée du 4 juin au 20 juillet 2018", "end", "20 juillet 2018", "2018-07-20"),
        ("fermée du 4 juin au 20 juillet 2018", "begin", "du 4 juin", "2018-06-04"),
        ("ouverte du 18 au 21 juin 2015", "end", "21 juin 2015", "2015-06-21"),
    ],
)
def test_one_end_of_several_days(text: str, role: str, words: str, value: str) -> None:
    (date,) = find_dates(text, language="fr")
    found = date_of_one_end(text, date, role, "fr")  # type: ignore[arg-type]
    assert found is not None
    assert (text[found.start : found.end], found.value) == (words, value)


@pytest.mark.parametrize(
    ("language", "words", "hour"),
    [
        ("fr", "à partir de 18 heures", True),
        ("fr", "à 13 h 30", True),
        ("de", "um 14.00 Uhr", True),
        ("en", "at 10.30 am", True),
        ("it", "alle ore 18", True),
        ("fr", "13 habitants", False),
    ],
)
def test_an_hour(language: str, words: str, hour: bool) -> None:
    assert tells_hour(words, rag.Span(0, len(words)), language) is hour


@pytest.mark.parametrize(
    ("text", "told", "free"),
    [
        ("Il a signé le 5 décembre.", "past", False),
        ("Il signera le 5 décembre.", "coming", False),
        ("Rendez-vous le 5 décembre.", None, False),
        ("Ils ont annoncé une grève pour le 5 décembre.", "past", True),
        ("Tout est prêt pour un grand 5 décembre.", None, True),
        ("La fête a lieu le 5 décembre.", None, False),
        ("La fête est organisée le 5 décembre.", None, False),
    ],
)
def test_what_a_sentence_says_of_a_day(text: str, told: str | None, free: bool) -> None:
    (date,) = find_dates(text, language="fr")
    assert outlook(text, date.start, date.end, "fr") == told
    assert stands_alone(text, date.start, date.end, "fr") is free
