"""A follow-up is understood by the question before; a question of its own is left alone."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
import rag.messages
from benchmarks.follow_ups import is_same
from rag.chat import chat
from rag.cli import main
from rag.question.following import follow, understand
from tests.conftest import QUESTION

# Question before, words of its answer, follow-up, what is meant; by the code of the language.
MEANT = {
    "fr": [
        ("Combien de lits l'hôpital de Brest a-t-il ouverts en 2019 ?", "120", "Et en 2021 ?",
         "Combien de lits l'hôpital de Brest a-t-il ouverts en 2021 ?"),
        ("Quand la Norvège a-t-elle signé le traité ?", "en 1949", "Et le Danemark ?",
         "Quand le Danemark a-t-il signé le traité ?"),
        ("Combien d'élèves étudient en Italie ?", "900", "Et le Japon ?",
         "Combien d'élèves étudient au Japon ?"),
        ("Quelle est la superficie du Portugal ?", "92 000 km²", "Qu'en est-il de l'Espagne ?",
         "Quelle est la superficie de l'Espagne ?"),
        ("Quand le sommet de Vilnius a-t-il eu lieu ?", "en juillet 2023", "Où ?",
         "Où le sommet de Vilnius a-t-il eu lieu ?"),
        ("Qui a signé la convention ?", "Anne Berger", "Pourquoi ?",
         "Pourquoi est-ce qu'Anne Berger a signé la convention ?"),
        ("Quand Mme Aubry a-t-elle annoncé le plan ?", "hier", "Pourquoi l'a-t-elle fait ?",
         "Pourquoi Mme Aubry l'a-t-elle fait ?"),
        ("Où se trouve l'agence du littoral ?", "à Brest", "Que fait-elle ?",
         "Que fait l'agence du littoral ?"),
        ("Qui est le préfet du Finistère ?", "Alain Espinasse", "Et son successeur ?",
         "Qui est le successeur d'Alain Espinasse ?"),
        ("Que faut-il craindre ?", "une pénurie d'eau", "Qui l'a dit ?",
         "Qui a dit « une pénurie d'eau » ?"),
        ("Combien de morts la tempête a-t-elle faits ?", "deux", "Et de blessés ?",
         "Combien de blessés la tempête a-t-elle faits ?"),
        ("Quand le musée de la Marine a-t-il rouvert ?", "en 2023", "Qui dirige ce musée ?",
         "Qui dirige le musée de la Marine ?"),
    ],
    "en": [
        ("How many jobs did Airbus cut in 2020?", "15,000", "And in 2021?",
         "How many jobs did Airbus cut in 2021?"),
        ("When did Norway sign the treaty?", "in 1949", "How about Denmark?",
         "When did Denmark sign the treaty?"),
        ("When was the tunnel closed?", "in May", "Why?", "Why was the tunnel closed?"),
        ("Who is the mayor of Leeds?", "Ann Ray", "When was she elected?",
         "When was Ann Ray elected?"),
    ],
    "de": [
        ("Wie viele Stellen hat Airbus 2020 gestrichen?", "15.000", "Und 2021?",
         "Wie viele Stellen hat Airbus 2021 gestrichen?"),
        ("Wann wurde der Tunnel gesperrt?", "im Mai", "Warum?", "Warum wurde der Tunnel gesperrt?"),
        ("Wer leitet das Amt?", "Eva Roth", "Und ihr Vorgänger?",
         "Wer ist der Vorgänger von Eva Roth?"),
    ],
    "es": [
        ("¿Cuántos empleos suprimió Airbus en 2020?", "15.000", "¿Y en 2021?",
         "¿Cuántos empleos suprimió Airbus en 2021?"),
        ("¿Cuándo se cerró el túnel?", "en mayo", "¿Por qué?", "¿Por qué se cerró el túnel?"),
    ],
    "it": [
        ("Quanti posti ha tagliato Airbus nel 2020?", "15.000", "E nel 2021?",
         "Quanti posti ha tagliato Airbus nel 2021?"),
        ("Quando è stato chiuso il tunnel?", "a maggio", "Dove?", "Dove è stato chiuso il tunnel?"),
    ],
    "nl": [
        ("Hoeveel banen schrapte Airbus in 2020?", "15.000", "En in 2021?",
         "Hoeveel banen schrapte Airbus in 2021?"),
        ("Wanneer werd de tunnel gesloten?", "in mei", "Waarom?",
         "Waarom werd de tunnel gesloten?"),
    ],
    "pt": [
        ("Quantos empregos cortou a Airbus em 2020?", "15.000", "E em 2021?",
         "Quantos empregos cortou a Airbus em 2021?"),
        ("Quando foi fechado o túnel?", "em maio", "Onde?", "Onde foi fechado o túnel?"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "before", "answer", "asked", "meant"),
    [(code, *pair) for code, pairs in MEANT.items() for pair in pairs],
)
def test_what_is_left_out_is_taken_over(
    language: str, before: str, answer: str, asked: str, meant: str
) -> None:
    found = follow(asked, rag.Previous(before, answer=answer))
    assert found is not None
    assert is_same(found.question, meant, language), found.question


@pytest.mark.parametrize(
    "question",
    [
        "Quand le pont de Kerch a-t-il été ouvert ?", "Et quand le pont a-t-il été ouvert ?",
        "Combien de temps faut-il pour aller à Brest ?", "Qui dirige l'OTAN ?", "Stoltenberg",
        "sommet Vilnius 2023", "Que se passe-t-il à Vilnius ?", "Y a-t-il des blessés à Brest ?",
        "Combien d'élus ont-ils voté la loi ?", "Where is the river Tay?", "bonjour",
        "What did the minister say when he resigned?", "Wann wurde die NATO gegründet?",
        "Können Sie mir sagen, wo Kiel liegt?", "¿Dónde está la sede de la OTAN?", "???", "le",
        "Quand la France a-t-elle fêté son armée ?", "Dove si trova la sede della NATO?",
    ],
)  # fmt: skip
def test_a_question_of_its_own_is_left_alone(question: str) -> None:
    assert follow(question, rag.Previous("Quand la Finlande a-t-elle rejoint l'OTAN ?")) is None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.none() | st.text(max_size=40))
def test_no_text_raises(question: str, before: str, answer: str | None) -> None:
    understand(question, rag.Previous(before, "release", answer))


_PIECES = (
    "et en la le l' d' Suède 2022 qui où a-t-elle -t-il son ce dit ? ¿ und sein he it OTAN M. du "
    "combien de Et Qui quand Quel est 3 mai hier est-il ’ , lui avec dans communiqué sa what about"
).split(" ")


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=8), st.lists(st.sampled_from(_PIECES), max_size=10)
)
def test_no_words_raise(question: list[str], before: list[str]) -> None:
    found = follow(" ".join(question), rag.Previous(" ".join(before), answer="la Suède"))
    assert found is None or found.question.strip()


@pytest.fixture(scope="module")
def library(seed_index: Path, embedded: rag.Encoder) -> Any:
    with rag.open(seed_index, encoder=embedded, settings=rag.Settings()) as library:
        yield library


def test_a_follow_up_is_answered_as_it_is_understood(library: rag.Library) -> None:
    first = library.ask(QUESTION)
    assert first.understood is None
    answer = library.ask("Où ?", previous=first.previous)
    assert answer.understood == answer.question == QUESTION.replace("Quand", "Où")
    assert answer.previous.release == first.previous.release


def test_who_said_so_gives_the_speaker_of_the_statement(library: rag.Library) -> None:
    first = library.ask("Que doit faire l'OTAN pour les infrastructures sous-marines critiques ?")
    before = rag.Previous(
        first.question, "001_319c6ed45504dc95", "Cette cellule facilitera l’engagement"
    )
    answer = library.ask("Qui l'a dit ?", previous=before)
    assert answer.understood == "Qui a dit « Cette cellule facilitera l’engagement » ?"
    assert "Stoltenberg" in answer.text


def test_this_release_is_the_only_one_asked(library: rag.Library) -> None:
    release = "004_6c740db2e438faec"
    before = rag.Previous(QUESTION, release)
    answer = library.ask("Qui est cité dans ce communiqué ?", previous=before)
    assert answer.understood == "Qui est cité dans ce communiqué ?"
    assert {hit.release.id for hit in answer.hits} == {release}


def test_without_a_question_before_only_the_new_key_is_added(library: rag.Library) -> None:
    for question in (QUESTION, "Où ?", "Et en 2022 ?"):
        alone = library.ask(question).to_dict()
        assert alone.pop("understood") is None
        own = library.ask(QUESTION, previous="Qui dirige l'OTAN ?").to_dict()
        assert own.pop("understood") is None
        if question == QUESTION:
            assert json.dumps(alone) == json.dumps(own)


BAD: list[tuple[Any, str]] = [
    (7, "query.previous_type"), (b"Quand ?", "query.previous_type"),
    ({"question": "Quand ?"}, "query.previous_type"),
    ("", "query.previous_empty"), (" ?! ", "query.previous_empty"),
    ("a" * 1_000_000, "query.previous_long"), ("Quand\x1b[2J ?", "query.previous_control"),
    ("Quand \ud800 ?", "query.previous_control"),
    ("<script>alert(1)</script>", "query.previous_html"), ("x <img src=x>", "query.previous_html"),
    (rag.Previous(None), "query.previous_part"),  # type: ignore[arg-type]
    (rag.Previous("Quand ?", answer=3), "query.previous_part"),  # type: ignore[arg-type]
    (rag.Previous("Quand ?", "of another corpus"), "query.previous_release"),
    (rag.Previous("Quand ?", answer="<b>hier</b>"), "query.previous_html"),
]  # fmt: skip


@pytest.mark.parametrize(("previous", "key"), BAD, ids=[str(n) for n in range(len(BAD))])
def test_a_bad_question_before_is_refused(library: rag.Library, previous: Any, key: str) -> None:
    with pytest.raises(rag.QueryError) as raised:
        library.ask("Où ?", previous=previous)
    assert raised.value.key == key
    assert len(str(raised.value)) < 400


def test_the_command_line_takes_the_question_before(
    seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["ask", "Où ?", "--index", str(seed_index), "--ui", "fr", "--previous", QUESTION]
    assert main(asked) == 0
    assert f"Compris comme\u00a0: {QUESTION.replace('Quand', 'Où')}" in capsys.readouterr().out
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["understood"].startswith("Où")
    assert main([*asked, "--previous-release", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_chat_takes_each_question_by_the_one_before(
    library: rag.Library, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f"{QUESTION}\n\nOù ?\n/help\n/new\nOù ?\n/quit\nOù ?\n"
    with rag.messages.use("fr"):
        chat(library, io.StringIO(lines), prompted=False)
    said = capsys.readouterr().out
    assert "le 15 février" in said
    assert said.count("Compris comme") == 1
    assert "Ce qui précède est oublié." in said


def test_a_chat_works_from_a_pipe(
    seed_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\nOù ?\n"))
    assert main(["chat", "--index", str(seed_index), "--ui", "en"]) == 0
    assert "Understood as: Où la cellule sous-marine" in capsys.readouterr().out


def test_a_chat_in_json_is_an_object_a_line(
    seed_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "x " * 60_000
    lines = f"{QUESTION}\nOù ?\n/help\n/new\n{long}\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert main(["chat", "--json", "-i", str(seed_index)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["question"] for row in rows] == [QUESTION, "Où ?", long.strip()]
    assert rows[0]["status"] == "answered"
    assert rows[1]["understood"].startswith("Où la cellule")
