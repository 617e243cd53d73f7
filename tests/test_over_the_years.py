"""Figures told beside each other, the value of one time, and lists over several releases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from rag.language.year_before import find_years_before
from rag.partial_date import PartialDate
from rag.question import make_query
from rag.question.query import make_filters
from tests.conftest import write

RELEASES = (
    "Filature de Mervans : 2014\n\nMervans, le 3 mars 2015\n\nEn 2014, la Filature de Mervans a "
    "produit 812 tonnes de fil, contre 790 tonnes l'année précédente. Elle emploie 64 personnes.",
    "Filature de Mervans : 2017\n\nMervans, le 6 mars 2018\n\nLa Filature de Mervans a ouvert une "
    "boutique. Son catalogue compte 230 articles. En 2017, sa production de fil a reculé de 7 %, à "
    "755 tonnes.",
    "La Filature de Mervans exporte\n\nMervans, le 5 mai 2016\n\nLa Filature de Mervans vend "
    "désormais ses fils en Autriche et en Irlande.",
    "Un troisième pays\n\nMervans, le 9 juin 2019\n\nAprès l'Autriche et l'Irlande, la Filature de "
    "Mervans vend ses fils au Chili.",
    "Jahresbericht 2016\n\nHelsa, 2. Februar 2017\n\nDer Ruderverein Helsa zählte 2016 insgesamt "
    "480 Mitglieder, gegenüber 455 im Vorjahr.",
    "Jahresbericht 2019\n\nHelsa, 3. Februar 2020\n\nDer Ruderverein Helsa wuchs 2019 um 5 Prozent "
    "auf 512 Mitglieder.",
)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder: Path = tmp_path_factory.mktemp("years")
    for number, text in enumerate(RELEASES):
        write(folder / "corpus", f"{number:02d}.txt", f"{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as library:
        yield library


def told(answer: rag.Answer) -> dict[str, str]:
    return {
        part.time.value[:4] if part.time and part.time.value else "": (
            part.span or part.sentence
        ).quote.split()[0]
        for part in answer.parts
    }


def test_the_year_before_and_the_number_behind_a_share_are_in_a_series(body: rag.Library) -> None:
    french = body.ask("Comment la production de fil de la Filature de Mervans a-t-elle évolué ?")
    german = body.ask("Wie viele Mitglieder hatte der Ruderverein Helsa im Laufe der Jahre?")

    assert told(french) == {"2013": "790", "2014": "812", "2017": "755"}
    assert told(german) == {"2015": "455", "2016": "480", "2019": "512"}


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Combien de tonnes de fil la Filature de Mervans a-t-elle produites en 2013 ?", "790"),
        ("Wie viele Mitglieder hatte der Ruderverein Helsa 2015?", "455"),
    ],
)
def test_a_figure_of_a_time_is_found_beside_that_of_another(
    body: rag.Library, question: str, number: str
) -> None:
    answer = body.ask(question)

    assert answer.parts
    assert (answer.parts[0].span or answer.parts[0].sentence).quote.startswith(number)


def test_a_figure_of_a_year_of_which_nothing_is_told_is_not_said(body: rag.Library) -> None:
    assert not body.ask("Wie viele Mitglieder hatte der Ruderverein Helsa 2003?").parts


def test_what_a_sentence_adds_to_others_is_listed_and_counted(body: rag.Library) -> None:
    listed = body.ask("Dans quels pays la Filature de Mervans vend-elle ses fils ?")
    counted = body.ask("Dans combien de pays la Filature de Mervans vend-elle ses fils ?")

    names = [(part.span or part.sentence).quote.split()[-1] for part in listed.parts]
    assert (listed.form, names) == ("list", ["Autriche", "Irlande", "Chili"])
    assert (counted.form, len(counted.parts)) == ("count", 3)


def test_every_citation_stands_in_its_place(body: rag.Library) -> None:
    for question in (
        "Comment la production de fil de la Filature de Mervans a-t-elle évolué ?",
        "Dans quels pays la Filature de Mervans vend-elle ses fils ?",
        "Wie viele Mitglieder hatte der Ruderverein Helsa 2015?",
    ):
        for part in body.ask(question).parts:
            for cited in (*part.citations, *part.also):
                assert body.release(cited.release_id).body[cited.start : cited.end] == cited.quote


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "812 tonnes, contre 790 l'année précédente", "année précédente"),
        ("en", "812 tonnes, up from 790 the year before", "year before"),
        ("de", "812 Tonnen, gegenüber 790 im Vorjahr", "Vorjahr"),
        ("nl", "812 ton, tegen 790 een jaar eerder", "een jaar eerder"),
        ("es", "812 toneladas, frente a 790 el año anterior", "año anterior"),
        ("it", "812 tonnellate, contro le 790 dell'anno precedente", "anno precedente"),
        ("pt", "812 toneladas, contra 790 no ano anterior", "ano anterior"),
    ],
)
def test_the_year_before_counts_from_a_stated_year(language: str, text: str, words: str) -> None:
    (found,) = find_years_before(text, 0, len(text), language, [(0, PartialDate(2014))])

    assert (text[found.start : found.end], found.date) == (words, PartialDate(2013))
    assert (
        "earlier" in text
        or language == "nl"
        or not find_years_before(
            text, 0, len(text), language, [], published=PartialDate(2015, 3, 3)
        )
    )


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("nl", "Wie was in 2018 voorzitter van de roeivereniging?"),
        ("it", "Chi era nel 2018 presidente della cantina?"),
        ("de", "Wer war im Jahr 2018 Präsident des Vereins?"),
        ("nl", "Welke voorzitters heeft de vereniging na elkaar gehad?"),
        ("it", "Quali sindaci si sono succeduti?"),
    ],
)
def test_offices_are_known_behind_a_year_and_in_the_plural(language: str, question: str) -> None:
    assert make_query(question, 5, make_filters(), [language]).asks == "who"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fr", "Qui a dirigé la filature, et quand ?"),
        ("de", "Wer leitete den Verein, und wann?"),
        ("it", "Quali presidenti si sono succeduti alla guida della cantina?"),
        ("en", "Who ran the mill, and when?"),
    ],
)
def test_who_and_when_asks_for_each_of_several_times(language: str, question: str) -> None:
    query = make_query(question, 5, make_filters(), [language])

    assert (query.scope.form, query.wanted) == ("series", "any")
