"""The benchmark of real releases scores titles, dates and words rightly; the texts are made up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import rag
from benchmarks import releases
from benchmarks.releases import GoldQuestion, GoldRelease, ReadRelease

PORT = GoldRelease(
    "ville/port.txt",
    "Le « Port » s’agrandit.",
    also=("Le port s’agrandit : 3 M€ investis",),
    date="2021-03-04",
    also_date=("2021-03-05",),
    where="header",
)
BARE = GoldRelease("ville/bare.md", "")


@pytest.mark.parametrize(
    ("given", "gold", "verdict", "fault"),
    [
        ("Le « Port » s’agrandit.", PORT, "right", None),
        ('LE  "PORT" s\'agrandit', PORT, "right", None),
        ("Le port s’agrandit :\u00a03 M€ investis", PORT, "right", None),
        ("", PORT, "missing", "none"),
        ("Accueil Le port s’agrandit", PORT, "wrong", "too long"),
        ("Le port", PORT, "wrong", "too short"),
        ("Accueil", PORT, "wrong", "another"),
        ("", BARE, "right", None),
        ("La mairie a ouvert", BARE, "right", None),
        ("La mairie a fermé", BARE, "wrong", "swallowed"),
    ],
)
def test_titles(given: str, gold: GoldRelease, verdict: str, fault: str | None) -> None:
    passages = ["Hier.", "La mairie\u00a0a ouvert un guichet."]
    assert releases.judge_title(given, gold, passages) == verdict
    if fault is not None:
        assert releases.title_fault(given, gold) == fault


@pytest.mark.parametrize(
    ("given", "gold", "verdict"),
    [
        ("2021-03-04", PORT, "right"),
        ("2021-03-05", PORT, "right"),
        ("2021-03", PORT, "wrong"),
        (None, PORT, "missing"),
        (None, BARE, "right"),
        ("2021-03-04", BARE, "wrong"),
    ],
)
def test_dates(given: str | None, gold: GoldRelease, verdict: str) -> None:
    assert releases.judge_date(given, gold) == verdict


@pytest.mark.parametrize(
    ("given", "answer", "matches"),
    [
        ("une subvention de 41\u00a0651\u202f195 $", "41 651 195", True),
        ("$450,000", "450 000", True),
        ("54,28 % des voix", "54", True),
        ("2,54 %", "54", False),
        ("154", "54", False),
        ("Villeneuve128 732 $", "128 732", True),
        ("Richterin", "Richter", False),
        ("à **Cáceres**, en <b>Espagne</b>", "CÁCERES", True),
        ("[Gilles Michel](https://example.org/gilles)", "Gilles Michel", True),
        ("Côte d’Ivoire", "Côte d'Ivoire", True),
        ("Mme Richter", "M. Richter", False),
        ("16 décembre", "16 et 17 décembre", False),
        ("17 décembre", "16 et 17 décembre", True),
        ("et", "16 et 17 décembre", False),
        ("", "54", False),
    ],
)
def test_words(given: str, answer: str, matches: bool) -> None:
    assert releases.words_match(given, [answer]) == matches


def given_answer(text: str, words: str, date: str, confidence: float = 0.95) -> rag.Answer:
    """An answer whose first hit is the whole text of ``ville/port.txt``."""
    published = rag.PublicationDate(rag.PartialDate(2021, 3, 4))
    release = rag.Release("port", "", published, "fr", text, "ville/port.txt")
    passage = rag.Passage("port", 0, 0, len(text), text)
    hit = rag.Hit(release, passage, 1.0, 1, rag.Match(1, 1, 1.0, 1.0))
    start = text.index(words)
    span = rag.Citation("port", 0, start, start + len(words), words, "")
    when = rag.AnswerDate(rag.PartialDate(*map(int, date.split("-"))), "event", None)
    sentence = passage.citation
    part = rag.AnswerPart("words", hit, sentence, when, confidence, (sentence,), span)
    return rag.Answer("?", (part,), confidence, (hit,))


def test_an_answer_must_be_of_a_right_release_with_the_right_date_or_words() -> None:
    answer = given_answer("Le port reçoit 3 500 $ le 4 mars 2021.", "3 500 $", "2021-03-04")
    read = [ReadRelease(PORT, "", "T", None, "wrong", "missing")]

    def asked(answers: tuple[str, ...], release: str, date: str | None = None) -> releases.Asked:
        return releases.judge(GoldQuestion("1", "?", answers, (release,), date), answer, read)

    words = asked(("3500",), "ville/")
    assert (words.passage_right, words.words_right, words.right) == (True, True, True)
    assert (words.origin, words.format, words.readable) == ("ville", ".txt", True)
    other = asked(("3500",), "village/")
    assert (other.passage_right, other.words_right, other.right) == (False, True, False)
    assert not other.readable
    dated = asked(("4 mars",), "ville/port", "2021-03-04")
    assert (dated.words_right, dated.date_right, dated.right) == (False, True, True)
    wrong = asked(("3500",), "ville/port", "2021-03-05")
    assert (wrong.words_right, wrong.right) == (True, False)


def test_the_report_counts_every_file_and_question() -> None:
    answer = given_answer("Le port reçoit 3 500 $ le 4 mars 2021.", "3 500 $", "2021-03-04")
    read = [
        ReadRelease(PORT, "", "Accueil", None, "wrong", "missing"),
        ReadRelease(BARE, "file.no_reader"),
        ReadRelease(GoldRelease("ville/lost.pdf", "T"), None),
    ]
    asked = [
        releases.judge(GoldQuestion("1", "?", ("9",), ("ville/port",)), answer, read),
        releases.judge(GoldQuestion("2", "?"), rag.Answer("?", (), 0.1), read),
    ]
    assert "| 3 | 1 | 1 `file.no_reader` | 1 |" in releases.files_text(read)
    assert "right 0 of 1 (0.00) of the files read, 0 of 3" in releases.titles_text(read)
    assert "| ville/port.txt | another | Accueil |" in releases.titles_text(read)
    assert "| all | 1 | 1 | 0 | 1 | 0 |" in releases.dates_text(read)
    table = releases.questions_text(asked)
    assert "| wrong answer with a confidence of 0.9 or more | 1 of 1 (1.00) |" in table
    assert "| abstains, of the questions without an answer | 1 of 1 (1.00) |" in table
    assert "| ville | 1/3 | 0/1 | 0/1 | 0/1 | 0/1 |" in releases.groups_text(read, asked, "origin")
    kinds = [one["kind"] for one in releases.details(read, asked)]
    assert kinds == ["file", "file", "file", "question", "question"]


def test_it_says_that_the_data_is_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["releases", "--data", str(tmp_path)])
    releases.main()
    assert "Data not found" in capsys.readouterr().out
