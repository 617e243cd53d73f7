"""A language is one file: what stands in it is all that the rooms know of it."""

from __future__ import annotations

import pytest

import rag
from rag.answering.dating.dates import date_in_words_read
from rag.answering.dating.told_times import tells_time
from rag.corpus.statements.finding import statements
from rag.generation.facts import adds_or_drops_a_negation, foreign_names, foreign_numbers
from rag.language import analyse, asks_when, likely_languages
from rag.language.language import (
    ClaimWords,
    Language,
    PeriodWords,
    QuestionWords,
    SpeechWords,
    TermWords,
    TimeWords,
)
from rag.language.questions import question_word
from rag.language.registry import added, known, languages
from rag.question import question_period

WHOLE = ("fr", "en", "de", "es", "it", "nl", "pt")

# Nobody speaks it.
MADE_UP = Language(
    code="xq",
    terms=TermWords(stop_words="zu vo ke", elided="zh"),
    questions=QuestionWords(
        when="quolt",
        who="qui-zo",
        which="quem",
        times="zolt",
        prepositions="vo",
        asked="zawek",
        period=PeriodWords(
            months="""unolt|unoltu duolt triolt tetrolt pentolt hexolt heptolt octolt ennolt decolt
                endecolt dodecolt""",
            before="prem",
        ),
    ),
    times=TimeWords(telling="prem", units="zolt", in_year="vo"),
    claims=ClaimWords(negation=r"\bnolt\b", figures=(("2", "twolt"),)),
    speech=SpeechWords(
        marks="zu vo ke",
        articles="zu",
        verbs="quodolt",
        name_first=True,
    ),
)


@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_language_has_all_parts(code: str) -> None:
    language = known(code)
    for part in (language.terms.stop_words, language.terms.stemmer, language.questions.when):
        assert part
    for words in (language.questions, language.questions.period, language.times, language.claims):
        for name in {
            *"who where how_many why how which what times is_the links prepositions asked".split(),
            *"before until after since fillers year counted".split(),
            *"telling units in_year before_year lead_in dateline".split(),
            *"negation without figures titles openings".split(),
        }:
            assert getattr(words, name, "there") != "", name
    assert all(language.calendar.months)
    assert "{date}" in language.times.dateline
    assert "{text}" in language.times.dateline


def test_every_language_has_the_code_of_its_file() -> None:
    assert all(language.code == code for code, language in languages().items())
    assert list(languages()) == sorted(languages())
    assert known("xx").questions.when == known(None).questions.when == ""


def test_a_made_up_language_is_analysed_recognised_and_asks_for_dates() -> None:
    question = "Quolt vo zu Brucka ke fenolt?"
    for _ in range(2):  # what is cached of it must not outlive it
        assert analyse("Zu brucka ke zh'olma", "xq") == ["zu", "brucka", "ke", "zh", "olma"]
        assert not asks_when(question)
        assert likely_languages("zu ke vo ke") != {"xq"}
        with added(MADE_UP):
            assert analyse("Zu brucka ke zh'olma", "xq") == ["brucka", "olma"]
            assert likely_languages(question) == {"xq"}
            assert asks_when(question)
            assert asks_when("Vo quem zolt zu brucka fenolt?")
            assert asks_when("Zawek zo, quolt zu brucka fenolt?")
            assert not asks_when("Qui-zo fenolt zu brucka quolt ke pluvolt?")
            assert question_word(question, "xq") == question_word(question) == "when"
            assert not analyse("ke", "xq")


def test_a_made_up_language_names_times_denies_counts_and_quotes() -> None:
    body = "Zu Bokolt quodolt ke « vo brucka zu fenolt quam »."
    for _ in range(2):
        year = question_period("Quolt prem duolt 2022?")
        assert year is not None
        assert year.low is not None
        assert not adds_or_drops_a_negation("Zu brucka nolt fenolt vo ke.", "Zu fenolt.", "xq")
        with added(MADE_UP):
            period = question_period("Quolt prem duolt 2022?")
            assert period is not None
            assert (period.low, str(period.high)) == (None, "2022-01-31")
            assert tells_time("prem zu pax", rag.Span(0, 11), "xq")
            year = date_in_words_read("vo 476 ke", rag.Span(3, 6), "xq")
            assert year is not None
            assert year.value == "0476"
            assert adds_or_drops_a_negation("Zu brucka nolt fenolt vo ke.", "Zu fenolt.", "xq")
            assert foreign_numbers("zu vo ke twolt", "2", "xq") == []
            assert foreign_numbers("zu vo ke twolt", "3", "xq") == ["twolt"]
            (said,) = statements(body, 0, len(body))
            assert body[said.speaker.start : said.speaker.end] == "Zu Bokolt"


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("fr", "24 mois de développement", False),
        ("fr", "pendant deux ans", False),
        ("fr", "deux ans après l’accord", True),
        ("fr", "depuis deux ans", True),
        ("fr", "à la fin des travaux", True),
        ("en", "two years of work", False),
        ("en", "two years after the accord", True),
        ("en", "since the war", True),
        ("de", "nach der Unterzeichnung", True),
        ("de", "im 17. Jahrhundert", True),
        ("de", "24 Monate Bauzeit", False),
        ("de", "der Bürgermeister", False),
        ("es", "después de la firma", True),
        ("es", "el alcalde", False),
        ("it", "dopo la firma", True),
        ("it", "il sindaco", False),
        ("nl", "na de ondertekening", True),
        ("nl", "de burgemeester", False),
        ("pt", "depois da assinatura", True),
        ("pt", "o presidente", False),
    ],
)
def test_words_that_tell_a_time_without_a_date(language: str, words: str, told: bool) -> None:
    assert tells_time(words, rag.Span(0, len(words)), language) is told


@pytest.mark.parametrize(
    ("language", "body", "value"),
    [
        ("de", "Rom fiel im Jahr 476 an", "0476"),
        ("es", "Roma cayó en 476 y", "0476"),
        ("it", "Roma cadde nel 476 e", "0476"),
        ("nl", "Rome viel in 476 en", "0476"),
        ("pt", "Roma caiu em 476 e", "0476"),
        ("de", "mit 476 Soldaten", None),
    ],
)
def test_a_year_that_only_the_question_makes_one(
    language: str, body: str, value: str | None
) -> None:
    found = date_in_words_read(body, rag.Span(0, len(body)), language)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("language", "said", "denied"),
    [
        ("fr", "Le pont est ouvert au public.", "Le pont n’est pas ouvert au public."),
        ("en", "The bridge is open to all.", "The bridge was never open to all."),
        ("de", "Die Brücke ist für alle offen.", "Die Brücke ist nicht für alle offen."),
        ("es", "El puente está abierto para todos.", "El puente no está abierto para todos."),
        ("it", "Il ponte è aperto per tutti.", "Il ponte non è aperto per tutti."),
        ("nl", "De brug is open voor iedereen.", "De brug is niet open voor iedereen."),
        ("pt", "A ponte está aberta para todos.", "A ponte não está aberta para todos."),
    ],
)
def test_a_negation_that_comes_or_goes(language: str, said: str, denied: str) -> None:
    assert adds_or_drops_a_negation(denied, said, language)
    assert adds_or_drops_a_negation(said, denied, language)
    assert not adds_or_drops_a_negation(said, said, language)
    assert not adds_or_drops_a_negation(denied, denied, language)


def test_numbers_and_titles_are_those_of_the_language() -> None:
    assert foreign_numbers("Das ist der zweite Bau.", "2 Bauten", "de") == []
    assert foreign_numbers("Das ist der dritte Bau.", "2 Bauten", "de") == ["dritte"]
    # "segundo" is "according to" in Portuguese and "second" in Spanish, "once" eleven there
    assert foreign_numbers("It was once the seat of the council.", "", "en") == []
    assert foreign_names("Die Rede hielt Frau Weber.", "Weber Rede", frozenset(), "de") == []
    assert foreign_names("Die Rede hielt Frau Prats.", "Weber Rede", frozenset(), "de") == ["Prats"]
