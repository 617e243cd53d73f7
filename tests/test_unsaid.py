"""What a question names must be said: its numbers, years, posts and names, and nothing more."""

from __future__ import annotations

import pytest

from rag.answering.checks.kinds import fit
from rag.answering.checks.presence import find_missing
from rag.answering.checks.roles import holds_role
from rag.answering.checks.unsaid import lacks_number, lacks_post
from rag.answering.dating.told_times import tells_years
from rag.answering.verbs.voices import told_apart
from rag.corpus import sentences_of
from rag.types import Span

from .asked import hit, query


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Qui a remporté les 12 heures de Sauval ?", "Ana Roth a gagné les 24 heures.", True),
        ("Qui a remporté les 24 heures de Sauval ?", "Ana Roth a gagné les 24 heures.", False),
        ("Qui dirige les 14 musées ?", "Ana Roth dirige quatorze musées.", False),
        ("Qui vivait ici au 14e siècle ?", "Les Roth vivaient ici.", False),
        ("Qui a chanté dans les années 30 ?", "Ana Roth a chanté.", False),
        ("Qui a vendu 54 300 billets ?", "Ana Roth a vendu 54.300 billets.", False),
        ("Qui a vendu 54 300 billets ?", "Ana Roth a vendu 12 500 billets.", True),
        ("Qui a fondé le port en 1613 ?", "Ana Roth a fondé le port en 1608.", True),
        ("Qui a fondé le port en 1608 ?", "Ana Roth a fondé le port en 1608.", False),
        ("Qui emploie plus de 60 marins ?", "Ana Roth emploie 75 marins.", False),
        ("Who won the 12 hours of Sauval?", "Ana Roth won the 24 hours.", True),
    ],
)
def test_a_number_of_the_question_must_be_said(question: str, text: str, lacks: bool) -> None:
    language = "en" if question.startswith("Who ") else "fr"

    assert lacks_number(query(question, language), hit(text, "Roth", language)) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Depuis quand Ana Roth est-elle ministre ?", "Ana Roth, maire depuis mai.", True),
        ("Depuis quand Ana Roth est-elle maire ?", "Ana Roth, maire depuis mai.", False),
        ("Depuis quand Ana Roth est-elle maire ?", "Ana Roth siège depuis mai.", False),
        ("Since when has Ana Roth been minister?", "Ana Roth, maire depuis mai.", True),
    ],
)
def test_a_post_of_the_question_must_be_said(question: str, text: str, lacks: bool) -> None:
    assert lacks_post(query(question), hit(text, "Ana Roth")) is lacks


@pytest.mark.parametrize(
    ("question", "text", "words", "held"),
    [
        ("Qui est l'auteur du « Phare » ?", "« Le Phare » d'Ana Roth.", "Ana Roth", "doubtful"),
        ("Qui est l'auteur du plan ?", "La ministre Ana Roth a vu le plan.", "Ana Roth",
         "other-kind"),
        ("Qui est le trésorier du port ?", "Le port remercie Ana Roth.", "Ana Roth", "other-kind"),
        ("Quel roi a bâti le port ?", "Louis VI a bâti le port.", "Louis VI", "doubtful"),
        ("Quel ministre a bâti le port ?", "Luc Roth a bâti le port.", "Luc Roth", "other-kind"),
    ],
)  # fmt: skip
def test_a_role_that_need_not_be_said_is_doubtful(
    question: str, text: str, words: str, held: str
) -> None:
    assert holds_role(query(question), hit(text, words)) == held


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Contre qui le club a-t-il perdu ?", "Le club a perdu contre Sauval.", "Sauval"),
        ("Avec qui Ana Roth a-t-elle signé ?", "Ana Roth a signé avec Karl Blin.", "Karl Blin"),
        ("Qui est à la tête des troupes ?", "Les troupes, menées par Ana Roth.", "Ana Roth"),
    ],
)
def test_who_behind_a_preposition_is_on_no_side(question: str, text: str, words: str) -> None:
    one = hit(text, words)

    assert told_apart(query(question), one, sentences_of(text, one.passage, "fr")) == one.match.span


@pytest.mark.parametrize(
    ("question", "text", "missing", "doubtful"),
    [
        ("Qui a gagné aux JO de Sauval ?", "Les Jeux olympiques de Sauval.", 0, 0),
        ("Que fait le PS ?", "Le Parti socialiste vote.", 0, 0),
        ("Que fait Boing ?", "Boeing fait des avions.", 0, 1),
        ("Que font les Turcs ?", "La Turquie vote.", 0, 0),
        ("Que fait l'Islande ?", "L'Irlande vote.", 1, 0),
        ("Que fait Sauval ?", "Le village vote.", 1, 0),
        ("LA ville a-t-elle voté ?", "Elle a voté.", 0, 0),
        ("OÙ SE PASSE L'ÉVÉNEMENT à midi ?", "À Sauval.", 0, 0),
    ],
)
def test_a_name_is_known_by_its_forms_and_slips(
    question: str, text: str, missing: int, doubtful: int
) -> None:
    found = find_missing(query(question), hit(text, text[:2]).release)

    assert (len(found.missing), len(found.doubtful)) == (missing, doubtful)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Was trägt zu den Kosten von Geräten bei?", []),
        ("Wann starb Ana Maria Roth?", ["Ana Maria Roth"]),
        ("¿Cuántos puertos hay en EE. UU.?", ["EE. UU"]),
    ],
)
def test_nouns_and_abbreviations_are_told_from_names(question: str, names: list[str]) -> None:
    language = "es" if question.startswith("¿") else "de"

    assert [name.words for name in query(question, language).names] == names


@pytest.mark.parametrize(
    ("question", "text", "words", "fits"),
    [
        ("Comment s'appelle la technique des filets ?", "On dit la drave.", "drave", "doubtful"),
        ("Comment s'appelle l'enfant perdu ?", "Un enfant est perdu.", "enfant", "other-kind"),
        (
            "Combien d'acier le pont compte-t-il ?",
            "Le pont a 350 tonnes.",
            "350 tonnes",
            "doubtful",
        ),
        ("Combien de personnes sont venues ?", "2 000 marins étaient là.", "2 000", "doubtful"),
        ("Quel est le taux de chômage ?", "Il est de 3 % en mai 2018.", "3 % en mai 2018", "fits"),
        ("Quelle mesure la Cour a-t-elle prise ?", "La Cour a prévu un blâme.", "un blâme", "fits"),
        ("À quelle heure ouvre le port ?", "Il ouvre à 07H45.", "07H45", "fits"),
        ("Combien de marins sont venus ?", "Deux cents ont débarqué.", "Deux cents", "fits"),
    ],
)
def test_words_that_may_be_of_the_kind_are_kept(
    question: str, text: str, words: str, fits: str
) -> None:
    assert fit(query(question), hit(text, words)) == fits


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("La guerre de 1635 à 1698.", "1635 à 1698", True),
        ("Des objets de 500 av. J.-C.", "500 av. J.-C", True),
        ("Le budget 2009 est voté.", "budget 2009", False),
        ("Il compte 12 pages.", "12 pages", False),
    ],
)
def test_years_that_are_no_date_are_told(text: str, words: str, told: bool) -> None:
    start = text.index(words)

    assert tells_years(text, Span(start, start + len(words)), "fr") is told
