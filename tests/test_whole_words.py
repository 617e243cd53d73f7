"""The words that answer are never cut: numbers, words, ranges, series, brackets, items, cells."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.words.whole import asked, trimmed, whole_words
from rag.corpus import best_cell
from rag.language import analyse, analyse_query, sentence_spans
from rag.types import Span


def whole(text: str, words: str, question: str, language: str = "fr") -> str:
    """The words that are shown where the reader chose others."""
    start = text.index(words)
    spans = sentence_spans(text, language=language)
    terms = frozenset(analyse_query(question, [language]))
    form = asked(question, terms, language, date=False)
    found = whole_words(text, Span(start, start + len(words)), spans, form, language)
    return text[found.start : found.end]


HOW_MANY = "Combien ?"
CUT = [
    # language, text, the reader's words, question, what is shown
    # numbers
    ("fr", "La commune reçoit 128 732 $ cette année.", "732 $", HOW_MANY, "128 732 $"),
    ("fr", "Pohéran128 732 $\nAubrac75 000 $", "732 $", HOW_MANY, "128 732 $"),
    ("fr", "Pohéran128\u00a0732\u00a0$", "128", HOW_MANY, "128\u00a0732\u00a0$"),
    ("fr", "Rivière-Verte103 376 $", "376", HOW_MANY, "103 376 $"),
    ("fr", "Le oui obtient 54, 28 % des voix.", "54", HOW_MANY, "54, 28 %"),
    ("fr", "Le oui obtient 54,28 % des voix.", "28 %", HOW_MANY, "54,28 %"),
    ("fr", "Le coût est de 3,2 millions d’euros.", "3,2", HOW_MANY, "3,2 millions d’euros"),
    ("fr", "Le coût est de 3,2 M€ au total.", "3", HOW_MANY, "3,2 M€"),
    ("fr", "Il y a 1 250 000 abonnés.", "000", HOW_MANY, "1 250 000"),
    ("fr", "La digue mesure 12 mètres.", "12", "Quelle est la hauteur ?", "12 mètres"),
    ("fr", "La digue mesure 12 mètres.", "12", "Combien de mètres ?", "12"),
    ("fr", "La température a atteint -12 °C.", "12", "Combien ?", "-12 °C"),
    ("fr", "Le train part à 15h30.", "15", "À quelle heure ?", "15h30"),
    ("fr", "Le vol A320 part.", "320", "Quel vol ?", "A320"),
    ("fr", "Le vote: 123 pour, 45 contre.", "123", HOW_MANY, "123"),
    ("en", "The plan costs $1,250,000 a year.", "250,000", "How much?", "$1,250,000"),
    ("en", "The plan costs £2.5 billion.", "2.5", "How much?", "£2.5 billion"),
    ("de", "Es kostet 1.250.000 Euro.", "250.000", "Wie viel?", "1.250.000 Euro"),
    ("es", "Cuesta 2,5 millones de euros.", "2,5", "¿Cuánto?", "2,5 millones de euros"),
    ("it", "Costa 3 milioni di euro.", "3", "Quanto?", "3 milioni di euro"),
    ("nl", "Het kost 2,5 miljoen euro.", "2,5", "Hoeveel?", "2,5 miljoen euro"),
    ("pt", "Custa 3 milhões de euros.", "3", "Quanto?", "3 milhões de euros"),
    # ranges
    ("fr", "La pêche dure de 3 à 5 jours.", "5", "Combien de jours ?", "de 3 à 5"),
    ("fr", "Le prix va de 3 à 5 € le kilo.", "3", HOW_MANY, "de 3 à 5 €"),
    ("fr", "Il faut entre 10 et 15 ans.", "10", "Combien de temps ?", "entre 10 et 15 ans"),
    ("en", "It takes between 3 and 5 weeks.", "5", "How long?", "between 3 and 5 weeks"),
    ("de", "Es dauert 3 bis 5 Wochen.", "3", "Wie lange?", "3 bis 5 Wochen"),
    ("es", "Dura entre 3 y 5 semanas.", "3", "¿Cuánto dura?", "entre 3 y 5 semanas"),
    # words
    ("fr", "Le film est américain-japonais.", "japonais", "Qui ?", "américain-japonais"),
    ("fr", "Les droits sont américains.", "américain", "Quoi ?", "américains"),
    ("fr", "La réunion a lieu à Saint-Malo.", "Malo", "Où ?", "Saint-Malo"),
    ("fr", "C’est aujourd’hui.", "aujourd", "Quoi ?", "aujourd’hui"),
    ("fr", "L’accord de l’OTAN tient.", "OTAN", "Qui ?", "OTAN"),
    ("fr", "Écrire à presse@port.example pour tout.", "presse", "À qui ?", "presse@port.example"),
    ("en", "The chair is Tom O'Neill.", "Neill", "Who?", "O'Neill"),
    ("en", "Stoltenberg's visit ended.", "Stoltenberg", "Who?", "Stoltenberg"),
    # two things counted together
    (
        "fr",
        "L’attaque a fait 7 morts et 22 blessés, selon la mission.",
        "7 morts et 22",
        "Combien de morts et de blessés ?",
        "7 morts et 22 blessés",
    ),
    (
        "fr",
        "L’attaque a fait 7 morts et 22 blessés, selon la mission.",
        "22 blessés",
        "Combien de morts et de blessés ?",
        "7 morts et 22 blessés",
    ),
    ("fr", "Il y a 7 morts et 22 blessés.", "7", "Combien de morts ?", "7"),
    (
        "fr",
        "Le gouvernement compte 28 ministres et 5 secrétaires d’État.",
        "5",
        "Combien de ministres et de secrétaires d’État compte-t-il ?",
        "28 ministres et 5 secrétaires d’État",
    ),
    (
        "fr",
        "Le gouvernement compte 28 ministres et 5 secrétaires d’État.",
        "28 ministres",
        "Combien de ministres compte-t-il ?",
        "28 ministres",
    ),
    (
        "fr",
        "On relève 3 morts, dont 2 enfants, et 12 blessés.",
        "3 morts",
        "Combien de morts et de blessés ?",
        "3 morts, dont 2 enfants, et 12 blessés",
    ),
    (
        "fr",
        "Sept adultes et trois enfants sont sauvés.",
        "trois enfants",
        "Combien d’adultes et d’enfants ?",
        "Sept adultes et trois enfants",
    ),
    (
        "en",
        "The storm left 4 dead and 31 injured.",
        "4",
        "How many dead and injured did the storm leave?",
        "4 dead and 31 injured",
    ),
    (
        "de",
        "Es gab 3 Tote und 12 Verletzte.",
        "12",
        "Wie viele Tote und Verletzte gab es?",
        "3 Tote und 12 Verletzte",
    ),
    (
        "es",
        "Hubo 3 muertos y 12 heridos.",
        "3 muertos y 12",
        "¿Cuántos muertos y heridos hubo?",
        "3 muertos y 12 heridos",
    ),
    (
        "it",
        "Ci sono 3 morti e 12 feriti.",
        "3",
        "Quanti morti e feriti ci sono?",
        "3 morti e 12 feriti",
    ),
    (
        "nl",
        "Er vielen 3 doden en 12 gewonden.",
        "3",
        "Hoeveel doden en gewonden vielen er?",
        "3 doden en 12 gewonden",
    ),
    (
        "pt",
        "Houve 3 mortos e 12 feridos.",
        "12",
        "Quantos mortos e feridos houve?",
        "3 mortos e 12 feridos",
    ),
    # several names
    (
        "fr",
        "Inès Falk et Paul Adami ont signé la charte.",
        "Inès Falk",
        "Qui a signé la charte ?",
        "Inès Falk et Paul Adami",
    ),
    (
        "fr",
        "Inès Falk et Paul Adami ont signé la charte.",
        "Paul Adami",
        "Qui a signé la charte ?",
        "Inès Falk et Paul Adami",
    ),
    (
        "fr",
        "La charte est signée par Inès Falk, Paul Adami et Awa Sarr.",
        "Paul Adami",
        "Qui a signé la charte ?",
        "Inès Falk, Paul Adami et Awa Sarr",
    ),
    (
        "fr",
        "Inès Falk, maire de Corvin, et Paul Adami ont signé la charte.",
        "Paul Adami",
        "Qui a signé la charte ?",
        "Inès Falk, maire de Corvin, et Paul Adami",
    ),
    (
        "fr",
        "La charte est écrite par Inès Falk et Paul Adami l’a relue.",
        "Inès Falk",
        "Qui a écrit la charte ?",
        "Inès Falk",
    ),
    (
        "fr",
        "Inès Falk et Paul Adami ont signé la charte.",
        "Paul Adami",
        "Avec qui Inès Falk a-t-elle signé ?",
        "Paul Adami",
    ),
    (
        "fr",
        "La France, l’Italie et l’Espagne adhèrent.",
        "l’Italie",
        "Quels pays adhèrent ?",
        "La France, l’Italie et l’Espagne",
    ),
    (
        "en",
        "Ines Falk and Paul Adami signed the charter.",
        "Ines Falk",
        "Who signed the charter?",
        "Ines Falk and Paul Adami",
    ),
    (
        "de",
        "Ines Falk und Paul Adami haben unterschrieben.",
        "Paul Adami",
        "Wer hat unterschrieben?",
        "Ines Falk und Paul Adami",
    ),
    (
        "es",
        "Inés Falco y Pablo Adame firmaron.",
        "Inés Falco",
        "¿Quién firmó?",
        "Inés Falco y Pablo Adame",
    ),
    # brackets and quotation marks
    (
        "fr",
        "Il s’appuie sur un logiciel libre (Rionet), adapté.",
        "logiciel libre (Rionet",
        "Quoi ?",
        "logiciel libre (Rionet)",
    ),
    ("fr", "Il s’appuie sur un logiciel (Rionet), adapté.", "Rionet)", "Quoi ?", "Rionet"),
    ("fr", "Il s’appuie sur un logiciel (Rionet, libre).", "(Rionet", "Quoi ?", "Rionet"),
    (
        "fr",
        "Le programme « Bouée commune » ouvre.",
        "programme « Bouée",
        "Quoi ?",
        "programme « Bouée commune »",
    ),
    ("fr", "Le prix « Bouée » va au port.", "Bouée »", "Quel prix ?", "Bouée"),
    ("en", 'The "Buoy prize" goes on.', '"Buoy prize', "What?", "Buoy prize"),
    # edges
    ("fr", "- la digue ;\n- le quai.", "- la digue ;", "Quoi ?", "la digue"),
    ("fr", "La digue et le quai, et la route.", "et le quai, et", "Quoi ?", "le quai"),
    ("fr", "Le port — et la ville — investit.", "— et la ville —", "Qui ?", "la ville"),
    ("fr", "Le maire de la ville signe.", "maire de la", "Qui ?", "maire"),
    ("de", "Der Hafen und die Stadt bauen.", "Hafen und", "Was?", "Hafen"),
    ("fr", "La torche est lancée par quelqu'un dans le stade.", "quelqu", "Par qui ?", "quelqu'un"),
]


@pytest.mark.parametrize(("language", "text", "words", "question", "shown"), CUT)
def test_words_are_whole(language: str, text: str, words: str, question: str, shown: str) -> None:
    assert whole(text, words, question, language) == shown


ITEMS = """Deux mandats prennent fin :

- Madame Aminata Sarr, qui présidait le Conseil des collectivités
- Monsieur Daouda Kane, qui présidait le Conseil économique"""


def test_one_item_answers() -> None:
    chosen = ITEMS[ITEMS.index("Madame") : ITEMS.index(", qui présidait le Conseil économique")]
    assert whole(ITEMS, chosen, "Qui présidait le Conseil économique ?") == "Monsieur Daouda Kane"
    listed = ITEMS[ITEMS.index("Madame") :]
    assert whole(ITEMS, listed, "Quels présidents partent ?") == listed


@pytest.mark.parametrize(
    ("words", "question", "shown"),
    [
        ("2,40 €", "Quel est le tarif 2024 à Corvin ?", "2,80 €"),
        ("2,80 €", "Quel est le tarif 2023 à Corvin ?", "2,40 €"),
        ("2,10 €", "Quel est le tarif 2024 à Corvin ?", "2,80 €"),
        ("Corvin", "Quelle commune paie 2,80 € ?", "Corvin"),
    ],
)
def test_one_cell_answers(words: str, question: str, shown: str) -> None:
    text = "Aubrelle\t2,10 €\t2,35 €\nCorvin\t2,40 €\t2,80 €"
    start = text.index(words)
    terms = frozenset(analyse_query(question, ["fr"]))
    found = best_cell(
        text,
        "Commune\tTarif 2023\tTarif 2024",
        Span(start, start + len(words)),
        lambda cell: len(terms.intersection(analyse(cell, "fr"))),
    )
    assert found is not None
    assert text[found[0] : found[1]] == shown


def test_a_date_keeps_its_words() -> None:
    form = asked("Quand ?", frozenset(), "fr", date=True)
    text = "Le port ouvre entre 3 et 5 heures."
    found = whole_words(text, Span(20, 21), sentence_spans(text), form, "fr")
    assert text[found.start : found.end] == "3"


def test_what_is_nothing_but_marks_stays() -> None:
    assert trimmed("a – b", Span(2, 3), frozenset()) == Span(2, 3)


_PIECES = """128|732| |\u00a0|$|%|, |. |et |Inès Falk|morts|(|)|«|»|"|-|’|de |à |l’|\n|\n- |\t|É|
e\u0301""".split("|")
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30).map("".join)


@given(
    st.one_of(st.text(min_size=1, max_size=120), _TEXTS),
    st.integers(0, 80),
    st.integers(1, 80),
    st.sampled_from(["Qui a signé ?", "Combien de morts et de blessés ?", "Quels pays ?", "?"]),
    st.sampled_from(["fr", "en", "de", None]),
)
def test_spans_stay_in_their_sentences(
    text: str, start: int, length: int, question: str, language: str | None
) -> None:
    spans = sentence_spans(text) or [Span(0, len(text))]
    words = Span(min(start, len(text) - 1), min(start + length, len(text)))
    form = asked(question, frozenset(analyse_query(question, [language])), language, date=False)
    found = whole_words(text, words, spans, form, language)
    assert 0 <= found.start < found.end <= len(text) or words.start >= words.end
    around = [span for span in spans if span.overlaps(words)]
    if around:
        assert found.start >= min(words.start, around[0].start)
        assert found.end <= max(words.end, around[-1].end)
    again = whole_words(text, found, spans, form, language)
    assert again.start <= found.end
    assert found.start <= again.end


@pytest.mark.parametrize("unit", ["128 ", "Inès Falk, ", "Inès Falk et ", "(", "7 morts et ", "a-"])
def test_a_long_sentence_takes_no_long_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    form = asked("Qui a signé ?", frozenset({"signe"}), "fr", date=False)
    begun = time.thread_time()
    whole_words(text, Span(10, 20), [Span(0, len(text))], form, "fr")
    assert time.thread_time() - begun < 5
