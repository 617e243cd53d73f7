"""Only what the releases say is answered: no noise, no other name, no other kind of words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rag
from rag.answering.checks.kinds import fit
from rag.answering.checks.presence import find_missing
from rag.answering.verbs.voices import told_apart
from rag.corpus import sentences_of
from rag.phrases import abstention_in_words
from rag.web.examples import BUILT_IN

from .asked import hit, query
from .conftest import write


@pytest.mark.parametrize("text", ["bonjour", "???", "merci", "Quand ?", "https://nato.int/a"])
def test_noise_gets_a_friendly_sentence(library: rag.Library, text: str) -> None:
    answer = library.ask(text)

    assert (answer.status, answer.abstention, answer.parts, answer.hits) == (
        "abstained", "no-question", (), (),
    )  # fmt: skip
    assert "question" in abstention_in_words(answer)
    assert json.dumps(answer.to_dict())


@pytest.mark.parametrize("text", ["Stoltenberg", "Ukraine ?", "cellule sous-marine"])
def test_key_words_get_the_passages_that_hold_them(library: rag.Library, text: str) -> None:
    answer = library.ask(text)

    assert (answer.status, answer.text, answer.parts) == ("passages", "", ())
    word = text.split()[0].casefold()
    found = f"{answer.hits[0].release.title} {answer.hits[0].passage.text}".casefold()
    assert word in found


def test_a_passage_with_the_rare_word_is_never_behind_one_without_it(library: rag.Library) -> None:
    hits = library.search("OTAN ministres Blenheim", 20)

    held = ["blenheim" in hit.passage.text.casefold() for hit in hits]
    assert held[0]
    assert held == sorted(held, reverse=True)


def test_words_that_no_passage_has_are_not_found(library: rag.Library) -> None:
    answer = library.ask("ornithorynque")

    assert (answer.status, answer.abstention) == ("abstained", "nothing-found")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Qui est le secrétaire général de l'ONU ?", "ONU"),
        ("Quand Angela Merkel a-t-elle rencontré les ministres de la Défense ?", "Angela Merkel"),
        ("Who is the president of Brazil?", "Brazil"),
    ],
)
def test_a_name_that_no_release_has_is_told(library: rag.Library, question: str, name: str) -> None:
    answer = library.ask(question)

    assert (answer.status, answer.abstention, answer.missing) == ("abstained", "not-named", (name,))
    assert name in abstention_in_words(answer)


@pytest.mark.parametrize("question", BUILT_IN)
def test_the_examples_of_the_page_are_right(library: rag.Library, question: str) -> None:
    right = {
        "Quand la cellule sous-marine a-t-elle été créée ?": "15 février",
        "Qui a accueilli M. Stoltenberg à Blenheim Palace ?": "Keir Starmer",
        "À quelle date la réunion avec les ministres de la Défense de l’UE a-t-elle eu lieu ?":
            "18 novembre 2014",
        "When were the NATO foreign ministers in Brussels?": "6 et 7 avril 2022",
    }  # fmt: skip

    assert right[question] in library.ask(question).text


def release(text: str, language: str = "fr", title: str = "") -> rag.Release:
    return rag.Release("a", title, rag.PublicationDate(), language, text, "a.txt")


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Que dit l'OTAN ?", "The NATO summit was held.", []),
        ("Que dit l'ONU ?", "Ils sont un et un font deux.", ["ONU"]),
        ("Que dit l'ONU ?", "Les Nations unies ont parlé.", []),
        ("Que dit la Finlande ?", "Le gouvernement finlandais a parlé.", []),
        ("Que dit l'Allemagne ?", "Deutschland hat gesprochen.", []),
        ("Que dit Jens Stoltenberg ?", "M. Stoltenberg a parlé.", []),
        ("Que dit Boris Eltsine ?", "Boris Johnson a parlé.", []),
        ("Que dit Vladimir Poutine ?", "Boris Johnson a parlé.", ["Vladimir Poutine"]),
        ("Que dit l'AEM ?", "L'Agence européenne des médicaments a parlé.", []),
        ("Qui a libéré le Strutthof ?", "Le camp du Stutthof a été libéré.", []),
        ("Où est Vilnius ?", "Le sommet de Varsovie a eu lieu.", ["Vilnius"]),
    ],
)
def test_a_name_is_found_by_any_of_its_forms(question: str, text: str, missing: list[str]) -> None:
    found = find_missing(query(question), release(text))  # type: ignore[arg-type]

    assert [name.words for name in found.missing] == missing


def test_a_first_name_alone_is_doubtful() -> None:
    found = find_missing(query("Que dit Boris Eltsine ?"), release("Boris Johnson a parlé."))  # type: ignore[arg-type]

    assert [name.words for name in found.doubtful] == ["Boris Eltsine"]


@pytest.mark.parametrize(
    ("question", "text", "words", "fits"),
    [
        ("Combien de morts au mont Maudit ?", "Au mont Maudit, 4 465 mètres, 9 morts.", "4 465",
         "other-kind"),
        ("Combien de morts au mont Maudit ?", "Au mont Maudit, 9 morts.", "9", "fits"),
        ("Combien d'emplois créera-t-il ?", "Il coûtera 5 millions d'euros.", "5 millions",
         "other-kind"),
        ("Combien d'emplois créera-t-il ?", "Il accueillera 5 000 passagers.", "5 000",
         "other-kind"),
        ("Combien coûte le pont ?", "Le pont mesure 300 mètres.", "300 mètres", "other-kind"),
        ("Combien coûte le pont ?", "Le pont coûte 300 euros.", "300 euros", "fits"),
        ("Où a lieu la réunion ?", "Elle a lieu à 14 h 30 à Lyon.", "14 h 30", "other-kind"),
        ("Qui a lancé la torche ?", "Quelqu'un a lancé la torche.", "Quelqu'un", "other-kind"),
        ("Qui a lancé la torche ?", "Certains l’ont vue tomber.", "Certains", "other-kind"),
        ("Qui a lancé la torche ?", "Un homme a lancé la torche.", "Un homme", "fits"),
        ("Où a lieu la réunion ?", "Elle a lieu à 14 h 30 à Lyon.", "Lyon", "fits"),
        ("À quelle heure a lieu la réunion ?", "Elle a lieu à 14 h 30 à Lyon.", "14 h 30", "fits"),
        ("À quelle heure a lieu la réunion ?", "Elle dure 3 jours.", "3 jours", "other-kind"),
        ("Jusqu'à quelle heure dure-t-elle ?", "Elle dure jusqu'à minuit.", "minuit", "fits"),
        ("À quelle heure est-il mort ?", "Il est mort à trois heures du matin.", "trois heures",
         "fits"),
        ("Quelle quantité de pluie est tombée ?", "Il y a eu une pluie forte.", "une pluie forte",
         "other-kind"),
        ("Quelle quantité de pluie est tombée ?", "Il est tombé 40 mm.", "40 mm", "fits"),
        ("Quel nombre de visiteurs est venu ?", "Des visiteurs de Sarmont.", "de Sarmont",
         "other-kind"),
        ("Quel est le chiffre d'affaires ?", "Chiffre d'affaires 2010(5) 751,6", "5", "other-kind"),
        ("Combien d'impôts Ann Lee doit-elle ?", "Ann Lee, 55, doit des impôts.", "55",
         "other-kind"),
        ("À combien de mois Ann Lee est-elle condamnée ?", "Ann Lee (55) est condamnée.", "55",
         "other-kind"),
        ("Combien d'électricité le parc produit-il ?", "Il fournit 281 gigawattheures.",
         "281 gigawattheures", "fits"),
        ("Combien d'électricité le parc produit-il ?", "Il a 12 éoliennes.", "12", "other-kind"),
        ("Quel âge a Ann Lee ?", "Ann Lee, 55, doit des impôts.", "55", "fits"),
        ("Combien d'emplois créera-t-il ?", "Le président, M. Gaétan Boivin.", "M. Gaétan Boivin",
         "other-kind"),
        ("Combien coûte le pont ?", "Le pont a coûté $ 1,4 million.", "1,4 million", "fits"),
        ("Combien de personnes ont été blessées ?", "Il y a eu sept blessés.", "sept", "fits"),
        ("Combien de personnes sont mortes ?", "Il y a eu sept blessés.", "sept", "other-kind"),
        ("Combien a coûté le musée ?", "Le musée a coûté 22 M$.", "22 M$", "fits"),
        ("Combien coûte le pont ?", "Le pont coûte 1,2 Md€ au pays.", "1,2 Md€", "fits"),
        ("Quel est le chiffre d'affaires ?", "Le chiffre d'affaires monte de 13,2 %.", "13,2 %",
         "other-kind"),
        ("Qui a gagné ?", "Il a gagné le 12 mai 2014.", "12 mai 2014", "other-kind"),
        ("Combien de visiteurs le musée a-t-il reçus ?", "Le musée a plus de 400 lieux.", "400",
         "other-kind"),
        ("Combien de voitures l'usine fait-elle ?", "L'usine de voitures a 1 600 emplois.", "1 600",
         "other-kind"),
        ("Combien de blessés l'attaque a-t-elle faits ?", "L'attaque a fait 9 morts, 14 blessés.",
         "9 morts, 14 blessés", "fits"),
        ("Combien d'Australiens sont morts ?", "Des Australiens, 60 000 morts.", "60 000", "fits"),
        ("combien d ahbitants a la ville ?", "La ville a 156 000 habitants.", "156 000", "fits"),
        ("Combien de personnes sont venues ?", "45 % sont venues, 300 personnes.", "45 %",
         "doubtful"),
    ],
)  # fmt: skip
def test_words_of_another_kind_are_told(question: str, text: str, words: str, fits: str) -> None:
    assert fit(query(question), hit(text, words)) == fits  # type: ignore[arg-type]


PASSIVE = (
    "Le secrétaire général a été accueilli à Blenheim Palace, où se tenait la réunion, par le "
    "premier ministre britannique, Keir Starmer."
)
ACTIVE = "Keir Starmer a accueilli M. Stoltenberg à Londres."
AGENT = "le premier ministre britannique, Keir Starmer"


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Qui a accueilli M. Stoltenberg ?", PASSIVE, "Le secrétaire général", AGENT),
        ("Par qui M. Stoltenberg a-t-il été accueilli ?", PASSIVE, "Le secrétaire général", AGENT),
        ("Qui a été accueilli ?", PASSIVE, "Le secrétaire général", "Le secrétaire général"),
        ("Qui a été accueilli ?", PASSIVE, "Keir Starmer", None),
        ("Qui a accueilli M. Stoltenberg ?", ACTIVE, "Keir Starmer", "Keir Starmer"),
        ("Qui a accueilli Keir Starmer ?", ACTIVE, "M. Stoltenberg", None),
        ("Qui Keir Starmer a-t-il accueilli ?", ACTIVE, "M. Stoltenberg", "M. Stoltenberg"),
        ("Qui M. Stoltenberg a-t-il accueilli ?", ACTIVE, "Keir Starmer", None),
        ("Qui est le premier ministre ?", PASSIVE, "Keir Starmer", "Keir Starmer"),
    ],
)
def test_the_two_sides_of_a_verb_are_kept_apart(
    question: str, text: str, words: str, expected: str | None
) -> None:
    found = hit(text, words)
    sentences = sentences_of(found.release.body, found.passage, "fr")
    chosen = told_apart(query(question), found, sentences)  # type: ignore[arg-type]

    assert (None if chosen is None else text[chosen.start : chosen.end]) == expected


def test_the_sides_are_kept_apart_in_english_too() -> None:
    text = "Mr Stoltenberg was welcomed at the palace by Prime Minister Keir Starmer."
    found = hit(text, "Mr Stoltenberg", "en")
    sentences = sentences_of(text, found.passage, "en")
    chosen = told_apart(query("Who welcomed Mr Stoltenberg?", "en"), found, sentences)  # type: ignore[arg-type]

    assert chosen is not None
    assert text[chosen.start : chosen.end] == "Prime Minister Keir Starmer"


def test_the_question_sets_can_be_read() -> None:
    folder = Path(__file__).parent.parent / "benchmarks" / "questions"
    for name, expected in (("swaps", 200), ("premises", 150)):
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        assert len(rows) >= expected
        assert {row["part"] for row in rows} == {"dev", "report"}
        assert all(bool(row["answers"]) == (row["expect"] == "answer") for row in rows)


WHENS = {
    "a.txt": (
        "Le Conseil appelle au retrait",
        "Valmont, le 18 novembre 2014\n\n« Nous appelons la Lurie à retirer ses chars de l'est de "
        "la Sarmie », a déclaré le secrétaire du Conseil de Valmont.",
    ),
    "b.txt": (
        "Manifestation à Figuerol",
        "Figuerol, le 20 octobre 2012\n\nLa maternité de Figuerol a été fermée en 2009, pour des "
        "raisons d'économie. Ce samedi, mille personnes ont manifesté contre la fermeture.",
    ),
    "c.txt": (
        "De nouveaux billets",
        "Valmont, le 9 novembre 2012\n\nLa banque de Valmont a montré ses nouveaux billets. Les "
        "anciens pourront encore servir dans les magasins.",
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "Quand la Lurie a-t-elle retiré ses chars de l'est de la Sarmie ?",
        "Quand la maternité de Figuerol rouvrira-t-elle ?",
        "Jusqu'à quelle date les anciens billets pourront-ils servir dans les magasins ?",
    ],
)
def test_no_date_is_given_to_what_is_only_wished_or_still_to_come(
    question: str, tmp_path: Path, embedded: rag.Encoder
) -> None:
    for name, (title, text) in WHENS.items():
        write(tmp_path / "corpus", name, f"{title}\n\n{text}\n")
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(tmp_path / "index", encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)

    assert (answer.status, answer.date) == ("abstained", None)
