"""What several releases say to one question: the latest, a series, a list, a count, differences."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import rag
from rag.cli import main
from rag.web.exports import markdown
from rag.web.render import answer_html
from tests.conftest import write

RELEASES = {
    "a.txt": (
        "L'Office des eaux de Valmont ouvre une station",
        "Valmont, le 3 mars 2014\n\nL'Office des eaux de Valmont a ouvert mardi une station de "
        "pompage. « Elle servira neuf mille foyers », a déclaré Jean Ferrand, directeur de "
        "l'Office des eaux de Valmont.\n\nL'Office employait 410 personnes en 2013.",
    ),
    "b.txt": (
        "Changement à l'Office des eaux de Valmont",
        "Valmont, le 10 septembre 2017\n\nLe conseil a nommé Claire Aubry directrice de l'Office "
        "des eaux de Valmont. Elle succède à Jean Ferrand.\n\nL'Office emploie quatre cent "
        "cinquante personnes.",
    ),
    "c.txt": (
        "Bilan de l'Office des eaux de Valmont",
        "Valmont, le 15 janvier 2021\n\nEn 2020, l'Office des eaux de Valmont a employé 478 "
        "personnes, contre 460 en 2019. Sa directrice, Claire Aubry, a salué le travail des "
        "équipes.",
    ),
    "d.txt": (
        "Nouveau directeur à l'Office des eaux de Valmont",
        "Valmont, le 2 juin 2023\n\nMarc Lenoir dirige depuis lundi l'Office des eaux de Valmont. "
        "Le directeur adjoint, Paul Riou, reste en fonction.",
    ),
    "e.txt": (
        "Le port de Kerguen accueille un navire",
        "Kerguen, le 5 mai 2024\n\nLe directeur du port de Kerguen, Luc Morel, a accueilli un "
        "navire. La Norvège a rejoint l'alliance des ports.",
    ),
    "f.txt": (
        "L'alliance des ports s'agrandit",
        "Kerguen, le 5 mai 2019\n\nLe Danemark et l'Islande ont rejoint l'alliance des ports.\n\n"
        "L'exercice Tramontane a eu lieu du 3 au 5 avril 2019 à Kerguen.",
    ),
    "g.txt": (
        "Exercice Tramontane",
        "Kerguen, le 9 mai 2021\n\nL'exercice Tramontane a eu lieu le 7 mai 2021 au large de "
        "Kerguen avec 300 marins.",
    ),
    "l1.txt": (
        "Le forum des ports est annoncé",
        "Kerguen, le 10 janvier 2024\n\nLe forum des ports de Kerguen aura lieu le 12 mars 2024. "
        "Les exposants peuvent s'inscrire.",
    ),
    "l2.txt": (
        "Le forum des ports est reporté",
        "Kerguen, le 2 février 2024\n\nLe forum des ports de Kerguen aura lieu le 19 mars 2024.",
    ),
    "m1.txt": (
        "Forum des cales",
        "Kerguen, le 8 janvier 2021\n\nLe forum des cales de Kerguen aura lieu le 9 mars 2021.",
    ),
    "m2.txt": (
        "Forum des cales",
        "Kerguen, le 6 janvier 2022\n\nLe forum des cales de Kerguen aura lieu le 8 mars 2022.",
    ),
    "h.txt": (
        "Explosion au port de Kerguen",
        "Kerguen, le 9 mai 2022\n\nL'explosion du silo de Kerguen a fait 4 morts, selon la "
        "préfecture.",
    ),
    "i.txt": (
        "Explosion du silo de Kerguen : le bilan",
        "Paris, le 9 mai 2022\n\nL'explosion du silo de Kerguen a fait 6 morts, selon le "
        "ministère.",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """The index of a body of nine releases over ten years."""
    folder = tmp_path_factory.mktemp("body")
    for name, (title, text) in RELEASES.items():
        write(folder / "corpus", name, f"{title}\n\n{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder / "index"


@pytest.fixture(scope="module")
def body(folder: Path, embedded: rag.Encoder) -> Iterator[rag.Library]:
    with rag.open(folder, encoder=embedded, settings=rag.Settings()) as library:
        yield library


def said(answer: rag.Answer) -> list[tuple[str, str]]:
    """The time and the words of each part."""
    return [
        (part.time.value if part.time else "", (part.span or part.sentence).quote)
        for part in answer.parts
    ]


def test_a_question_in_the_present_takes_the_latest_statement(body: rag.Library) -> None:
    answer = body.ask("Qui est le directeur de l'Office des eaux de Valmont ?")

    assert (answer.form, answer.text) == ("value", "Marc Lenoir")
    assert said(answer) == [
        ("2023-06-02", "Marc Lenoir"),
        ("2021-01-15", "Claire Aubry"),
        ("2014-03-03", "Jean Ferrand"),
    ]
    assert [one.release_id for one in answer.parts[1].also] == ["b"]


def test_the_first_of_several_is_the_earliest(body: rag.Library) -> None:
    answer = body.ask("Qui a été le premier directeur de l'Office des eaux de Valmont ?")

    assert answer.text == "Jean Ferrand"


def test_an_office_at_a_time_is_that_of_the_statement_before_it(body: rag.Library) -> None:
    answer = body.ask("Qui était le directeur de l'Office des eaux de Valmont en 2015 ?")

    assert answer.text == "Jean Ferrand"
    assert said(answer)[0][0] == "2014-03-03"
    assert answer.period is not None


def test_a_number_of_a_time_is_the_one_beside_that_time(body: rag.Library) -> None:
    answer = body.ask("Combien de personnes l'Office des eaux de Valmont employait-il en 2019 ?")

    assert answer.text == "460"


def test_a_series_has_the_value_of_each_time(body: rag.Library) -> None:
    question = "Combien de personnes l'Office des eaux de Valmont a-t-il employées chaque année ?"
    answer = body.ask(question)

    assert answer.form == "series"
    assert [time[:4] for time, _ in said(answer)] == ["2013", "2017", "2019", "2020"]
    assert [words for _, words in said(answer)] == ["410", "quatre cent cinquante", "460", "478"]
    assert answer.span is None
    assert answer.to_dict()["answer"].startswith("2013 : 410 · ")


def test_a_list_is_gathered_over_releases(body: rag.Library) -> None:
    answer = body.ask("Quels pays ont rejoint l'alliance des ports ?")

    assert answer.form == "list"
    named = {words.split()[-1].split("'")[-1] for _, words in said(answer)}
    assert named == {"Danemark", "Islande", "Norvège"}
    assert answer.releases_read <= answer.releases_found


def test_a_count_counts_each_time_once(body: rag.Library) -> None:
    answer = body.ask("Combien de fois l'exercice Tramontane a-t-il eu lieu ?")

    assert (answer.form, len(answer.parts)) == ("count", 2)
    assert answer.text.startswith("2 fois dans les communiqués lus")


def test_what_two_releases_say_differently_stands_side_by_side(body: rag.Library) -> None:
    answer = body.ask("Combien de morts l'explosion du silo de Kerguen a-t-elle faits ?")

    assert answer.form == "differ"
    assert {words.split()[0] for _, words in said(answer)} == {"4", "6"}


def test_a_day_that_was_moved_stands_beside_the_one_announced_before(body: rag.Library) -> None:
    answer = body.ask("Quand le forum des ports de Kerguen aura-t-il lieu ?")

    assert answer.form == "differ"
    days = [words.removeprefix("le ") for _, words in said(answer)]
    assert days == ["19 mars 2024", "12 mars 2024"]


def test_days_of_two_years_do_not_differ(body: rag.Library) -> None:
    answer = body.ask("Quand le forum des cales de Kerguen aura-t-il lieu ?")

    assert answer.form == "value"
    days = {words.removeprefix("le ") for _, words in said(answer)}
    assert days == {"9 mars 2021", "8 mars 2022"}


@pytest.mark.parametrize("question", [
    "Qui est le directeur de l'Office des eaux de Valmont ?",
    "Quels pays ont rejoint l'alliance des ports ?",
    "Combien de personnes l'Office des eaux de Valmont a-t-il employées chaque année ?",
])  # fmt: skip
def test_every_value_is_cited_in_its_place(body: rag.Library, question: str) -> None:
    for part in body.ask(question).parts:
        for citation in (part.sentence, *part.citations, *part.also, *filter(None, [part.span])):
            text = body.release(citation.release_id).body
            assert text[citation.start : citation.end] == citation.quote


def test_an_office_that_nobody_is_said_to_hold_is_abstained_from(body: rag.Library) -> None:
    answer = body.ask("Qui est le trésorier de l'Office des eaux de Valmont ?")

    assert answer.status == "abstained"


def test_before_any_release_nothing_is_known(body: rag.Library) -> None:
    answer = body.ask("Qui était le directeur de l'Office des eaux de Valmont en 1999 ?")

    assert answer.status == "abstained"


def test_the_page_opens_each_part_in_its_release(body: rag.Library) -> None:
    answer = body.ask("Qui est le directeur de l'Office des eaux de Valmont ?")
    page = unescape(answer_html(answer))

    assert "À d’autres dates" in page
    assert "3 mars 2014 : Jean Ferrand" in page
    for part in answer.parts[1:]:
        assert part.span is not None
        assert f'data-open="{part.span.id}"' in page
    assert "Dernier état\u00a0: 2 juin 2023" in page


def test_the_command_line_cites_each_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "Combien de personnes l'Office des eaux de Valmont a-t-il employées chaque année ?"
    assert main(["ask", question, "--index", str(folder)]) == 0

    printed = capsys.readouterr().out
    assert "2013 : 410 · " in printed
    assert "Valeurs" in printed
    assert printed.count("c:") >= 2
    assert "communiqués sur" in printed


def test_a_copied_series_cites_every_value(body: rag.Library) -> None:
    question = "Combien de personnes l'Office des eaux de Valmont a-t-il employées chaque année ?"
    answer = body.ask(question)
    copied = markdown(answer)

    for part in answer.parts:
        assert part.hit.release.title.split()[0] in copied


def test_who_stands_for_the_holder_of_an_office_does_not_hold_it(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    text = (
        "Paris, le 4 mai 2019\n\nLe conseil a salué le représentant spécial du secrétaire général, "
        "Paul Riou, et l'ancienne directrice, Anne Martin."
    )
    write(corpus, "a.txt", f"Le conseil salue un départ\n\n{text}\n")
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        for question in ("Qui est le secrétaire général ?", "Qui est la directrice ?"):
            assert library.ask(question).status == "abstained"
