"""The register of statements: by speaker over time, kept in the index, joined by person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from rag.indexing import writing
from rag.language import what_is_said
from tests.conftest import write

RELEASES = {
    "a.txt": """Le port ouvre

Kerguen, le 6 février 2024

« Le quai est prêt pour les pêcheurs », a déclaré la maire de Kerguen, Nora Lind. « Les bateaux
viendront au printemps. » Mme Lind a ajouté : « Le phare sera repeint par la commune. »
""",
    "b.txt": """Le phare

Kerguen, le 3 mars 2025

« Le phare a coûté plus que prévu », a reconnu Mme Lind devant le conseil.

« Ce phare ne sert à rien », a répondu Paul Dupont.
""",
    "c.txt": """Les bateaux

Kerguen, le 4 avril 2025

« Les bateaux ne viennent pas », a regretté Anne Dupont. M. Adam a dit : « Il faut attendre. »
""",
    "d.txt": """La pêche

Kerguen, le 5 mai 2025

« La pêche reprend bien », a dit Dupont hier. Le conseil a voté.
""",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder = tmp_path_factory.mktemp("port")
    for name, text in RELEASES.items():
        write(folder / "seeds", name, text)
    rag.build(folder / "seeds", folder / "index", encoder=embedded)
    with rag.open(folder / "index", encoder=embedded) as library:
        yield library


def quotes(found: list[rag.SaidStatement]) -> list[str]:
    return [" ".join(one.citation.quote.split()[:2]) for one in found]


def test_one_person_has_one_name(port: rag.Library) -> None:
    found = port.statements("Lind")
    assert {one.speaker for one in found} == {"Nora Lind"}
    assert quotes(found) == ["Le phare", "Le quai", "Les bateaux", "Le phare"]  # latest first
    assert found[0].date is not None
    assert found[0].date.value == "2025-03-03"
    assert found[0].name == "Mme Lind"
    assert quotes(port.statements("Mme Lind")) == quotes(found)


def test_two_persons_of_one_family_are_not_joined(port: rag.Library) -> None:
    names = {one.name: one.statements for one in port.speakers()}
    assert names == {"Nora Lind": 4, "Paul Dupont": 1, "Anne Dupont": 1, "Dupont": 1, "M. Adam": 1}
    assert quotes(port.statements("Paul Dupont")) == ["Ce phare"]


def test_each_statement_is_a_quotation_in_its_place(port: rag.Library) -> None:
    for one in port.statements():
        citation = one.citation
        assert one.release.body[citation.start : citation.end] == citation.quote
        assert port.show(citation.id).quote == citation.quote
        told = one.to_dict()
        assert told["statement"]["quote"] == citation.quote


def test_filters(port: rag.Library) -> None:
    assert quotes(port.statements("Lind", "phare")) == ["Le phare", "Le phare"]
    assert quotes(port.statements("Lind", date_to="2024")) == ["Le quai", "Les bateaux", "Le phare"]
    assert quotes(port.statements(role="maire", limit=1)) == ["Le quai"]
    assert {one.release.id for one in port.statements(about="bateau")} == {"a", "c"}
    assert port.statements("Stoltenberg") == []
    assert port.statements("Lind", "sous-marins") == []
    assert [one.name for one in port.speakers(about="phares")] == ["Nora Lind", "Paul Dupont"]
    with pytest.raises(rag.QueryError):
        port.statements(limit=0)
    with pytest.raises(rag.QueryError):
        port.statements(date_from="hier soir")


def test_an_update_reads_only_what_changed(
    tmp_path: Path, embedded: rag.Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in RELEASES.items():
        write(tmp_path / "seeds", name, text)
    rag.build(tmp_path / "seeds", tmp_path / "index", encoder=embedded)
    read: list[str] = []
    inner = writing.stored_statements
    monkeypatch.setattr(writing, "stored_statements", lambda r, p: read.append(r.id) or inner(r, p))
    write(tmp_path / "seeds", "d.txt", RELEASES["d.txt"].replace("hier", "lundi"))
    (tmp_path / "seeds" / "c.txt").unlink()
    rag.build(tmp_path / "seeds", tmp_path / "index", encoder=embedded)
    assert read == ["d"]
    with rag.open(tmp_path / "index", encoder=embedded) as library:
        names = {one.name: one.statements for one in library.speakers()}
    assert names == {"Nora Lind": 4, "Paul Dupont": 2}  # one Dupont is left


@pytest.mark.parametrize(
    ("question", "readings"),
    [
        ("Qu’a dit Nora Lind sur le quai ?", [("Nora Lind", "le quai")]),
        ("Que Nora Lind a-t-elle dit du quai ?", [("Nora Lind", "quai")]),
        ("Qu'est-ce que Nora Lind a dit à propos des quais ?", [("Nora Lind", "quais")]),
        ("Que pense Nora Lind ?", [("Nora Lind", "")]),
        ("What did Nora Lind say about the quay?", [("Nora Lind", "the quay")]),
        ("Was hat Nora Lind zum Kai gesagt?", [("Nora Lind", "Kai")]),
        ("Was sagte Nora Lind über den Kai?", [("Nora Lind", "den Kai")]),
        ("¿Qué dijo Nora Lind sobre el muelle?", [("Nora Lind", "el muelle")]),
        ("Che cosa ha detto Nora Lind sul molo?", [("Nora Lind", "molo")]),
        ("Wat zei Nora Lind over de kade?", [("Nora Lind", "de kade")]),
        ("O que disse Nora Lind sobre o cais?", [("Nora Lind", "o cais")]),
        ("Qu’a-t-il dit sur le quai ?", []),
        ("Qui a dit que le quai est prêt ?", []),
        ("Que va-t-il se passer ?", []),
        ("", []),
    ],
)
def test_questions_for_what_somebody_said(question: str, readings: list[tuple[str, str]]) -> None:
    found = what_is_said(question)
    assert all(reading in found for reading in readings)
    assert bool(found) == bool(readings)


def test_what_somebody_said_about_something(port: rag.Library) -> None:
    answer = port.ask("Qu’a dit Mme Lind sur le phare ?")
    assert answer.form == "statements"
    assert [part.span.quote for part in answer.parts if part.span][:2] == [
        "Le phare a coûté plus que prévu",
        "Le phare sera repeint par la commune.",
    ]
    assert answer.span is not None
    assert answer.statement is not None
    assert answer.text == answer.span.quote == "Le phare a coûté plus que prévu"
    for part in answer.parts:
        body = part.hit.release.body
        assert part.span is not None
        assert body[part.span.start : part.span.end] == part.span.quote
        assert part.statement is not None
        assert part.hit.passage.start <= part.span.start
    assert port.ask("Qu’a dit Paul Dupont du phare ?").text == "Ce phare ne sert à rien"
    assert port.ask("Qu’a dit Mme Lind en 2024 ?").parts[0].hit.release.id == "a"


def test_who_says_nothing_about_it_is_not_made_to_speak(port: rag.Library) -> None:
    for question in (
        "Qu’a dit Nora Lind sur les sous-marins ?",
        "Qu’a dit Paul Dupont sur la pêche ?",
        "Que pense Stoltenberg du phare ?",
    ):
        answer = port.ask(question)
        assert answer.status == "abstained", question
        assert answer.parts == ()


def test_who_said_it_through_a_pronoun(port: rag.Library) -> None:
    answer = port.ask("Qui a dit que les bateaux viendront au printemps ?")
    assert answer.text == "Nora Lind"
    assert answer.statement is not None
    body = answer.parts[0].hit.release.body
    quote = body[answer.statement.quote.start : answer.statement.quote.end]
    assert quote.startswith("Les bateaux")


def test_a_question_in_another_language(port: rag.Library) -> None:
    assert "phare" in port.ask("Was hat Nora Lind über den Leuchtturm gesagt?").text
    assert port.ask("What did Nora Lind say about tennis?").status == "abstained"


def test_words_in_a_quote_have_their_statement(port: rag.Library) -> None:
    answer = port.ask("Quand viendront les bateaux ?")
    assert answer.statement is not None
    body = answer.parts[0].hit.release.body
    spoken = answer.statement
    assert body[spoken.speaker.start : spoken.speaker.end] == "Nora Lind"
    assert body[spoken.quote.start : spoken.quote.end].startswith("Les bateaux")
