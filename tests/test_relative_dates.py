"""What "mardi", "en septembre prochain" and "avant 2020" mean; no year is ever made up."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.corpus.release_dates.text import text_dates
from rag.language import DateExpression, ResolvedDate, find_dates, resolve
from rag.partial_date import PartialDate
from rag.question.period import question_period
from rag.types import Block, PublicationDate, Span
from tests.conftest import SEEDS


def published(value: str | None) -> PublicationDate:
    """A release of that date; none for what is no date."""
    try:
        return PublicationDate(PartialDate.parse(value or ""))
    except ValueError:
        return PublicationDate()


def meant(text: str, release: str | None, language: str | None = None) -> ResolvedDate:
    """What the only date expression in a text means."""
    (found,) = find_dates(text, language=language)
    return resolve(text, found, published(release), language)


# -- what is recognised -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    """hier|avant-hier|aujourd’hui|aujourd'hui|demain|après-demain|apre\u0300s-demain|ce jour
    |ce matin|ce soir|cet après-midi|hier soir|mardi|ce mardi|mardi dernier|mardi prochain
    |on Tuesday|last Tuesday|next Tuesday|this Tuesday|cette semaine|la semaine dernière
    |la semaine passée|la semaine prochaine|la semaine dernie\u0300re|this week|last week|next week
    |ce mois-ci|le mois dernier|le mois prochain|septembre dernier|last September|next June
    |cette année|l’an dernier|l'an dernier|l’année dernière|l’année prochaine|last year
    |il y a trois jours|il y a deux semaines|il y a six mois|il y a deux ans
    |il y\u00a0a deux\u00a0ans|il y a 2 ans|dans deux semaines|dans un an|three days ago
    |a year ago|in two weeks
    |la veille|le lendemain|yesterday|today|tomorrow|the day before yesterday
    |the following day|le mardi suivant""".split("|"),
)
def test_relative_expressions_are_recognised(words: str) -> None:
    words = words.strip()
    text = f"Ils ont parlé {words}, à Bruxelles"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == words
    assert (found.value, found.precision) == (None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "À ce jour, trente pays en sont membres.",
        "Ce jour-là, il a parlé. Cette année-là aussi.",
        "Il y a trois jours de débats et dans une semaine de négociations",
        "chaque mardi, every Tuesday, tous les mardis",
        "une semaine, trois ans, deux mois plus tard",
        "dans les prochaines semaines, dans la semaine, over the last year",
        "this may help; they march next",
        "la veille stratégique",
        "les défis d’aujourd’hui et de demain",
    ],
)
def test_what_only_looks_like_a_relative_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_relative_expression_does_not_date_a_release() -> None:
    body = "Réunis hier à Bruxelles, les ministres ont annoncé un plan pour la semaine prochaine."
    dates = text_dates(body, [Block("paragraph", 0, len(body))], "fr")
    assert dates.published == dates.title == PublicationDate()


# -- what it means in a release with a date -----------------------------------------------------


@pytest.mark.parametrize(
    ("release", "text", "value", "precision"),
    [
        ("2024-07-18", "Il serait opérationnel en septembre prochain.", "2024-09", "month"),
        ("2024-07-18", "Il serait opérationnel septembre prochain.", "2024-09", "month"),
        ("2024-09-02", "Il sera opérationnel en septembre prochain.", "2025-09", "month"),
        ("2024-09-02", "Ils se sont vus en septembre dernier.", "2023-09", "month"),
        ("2024-07-18", "It was agreed last September.", "2023-09", "month"),
        ("2024-07-18", "It opens next June.", "2025-06", "month"),
        ("2014-11-20", "Mardi, les Alliés ont rencontré le ministre.", "2014-11-18", "day"),
        ("2014-11-20", "On Tuesday, Allies met the minister.", "2014-11-18", "day"),
        ("2014-11-20", "Les ministres se sont réunis ce jeudi.", "2014-11-20", "day"),
        ("2014-11-20", "Ils s’étaient vus jeudi dernier.", "2014-11-13", "day"),
        ("2014-11-20", "Ils se verront jeudi prochain.", "2014-11-27", "day"),
        ("2014-11-20", "Le secrétaire général sera reçu mardi à Paris.", "2014-11-25", "day"),
        ("2014-11-20", "Ministers will meet on Tuesday.", "2014-11-25", "day"),
        ("2014-11-20", "He said on Tuesday that NATO will stay.", "2014-11-18", "day"),
        ("2014-11-20", "Il a déclaré mardi que l’OTAN restera.", "2014-11-18", "day"),
        ("2014-11-20", "Ils en ont parlé hier soir.", "2014-11-19", "day"),
        ("2014-11-20", "Ils en ont parlé avant-hier.", "2014-11-18", "day"),
        ("2014-11-20", "Ils en parleront après-demain.", "2014-11-22", "day"),
        ("2014-11-20", "They met the day before yesterday.", "2014-11-18", "day"),
        ("2014-11-20", "Le ministre a parlé ce matin.", "2014-11-20", "day"),
        ("2014-03-01", "Ils en ont parlé hier.", "2014-02-28", "day"),
        ("2024-03-01", "Ils en ont parlé hier.", "2024-02-29", "day"),
        ("2022-04-07", "Réunis cette semaine à Bruxelles", "2022-04-04/2022-04-10", "week"),
        ("2022-04-07", "C’était la semaine dernière.", "2022-03-28/2022-04-03", "week"),
        ("2022-04-07", "They meet next week.", "2022-04-11/2022-04-17", "week"),
        ("2014-11-20", "Ils l’ont dit il y a deux semaines.", "2014-11-03/2014-11-09", "week"),
        ("2014-11-20", "Ils l’ont dit il y a quinze jours.", "2014-11-03/2014-11-09", "week"),
        ("2014-11-20", "Il ouvre dans deux semaines.", "2014-12-01/2014-12-07", "week"),
        ("2014-11-20", "They met three days ago.", "2014-11-17", "day"),
        ("2014-11-20", "Il y a six mois, ils ont signé.", "2014-05", "month"),
        ("2014-11-20", "Il y a deux ans, ils ont signé.", "2012", "year"),
        ("2014-01-20", "Le mois dernier, ils ont signé.", "2013-12", "month"),
        ("2014-12-20", "Ils signeront le mois prochain.", "2015-01", "month"),
        ("2014-11-20", "Ils signent ce mois-ci.", "2014-11", "month"),
        ("2014-11-20", "Les efforts de cette année", "2014", "year"),
        ("2014-11-20", "L’an dernier, ils ont signé.", "2013", "year"),
        ("2014-11-20", "Next year will be hard.", "2015", "year"),
        ("2014-11-20", "Ils se sont réunis le 12 novembre.", "2014-11-12", "day"),
        ("2014-11-20", "Ils se sont réunis le 12 décembre.", "2013-12-12", "day"),
        ("2014-11-20", "Le sommet se tiendra le 12 décembre.", "2014-12-12", "day"),
        ("2014-11-20", "Ils se sont réunis le 20 novembre dernier.", "2013-11-20", "day"),
        ("2014-11-20", "Ils se sont réunis en novembre.", "2014-11", "month"),
        ("2014-11-20", "Ils se sont réunis en décembre.", "2013-12", "month"),
        (
            "2022-04-07",
            "Le concept, qui sera finalisé à Madrid en juin, est prêt.",
            "2022-06",
            "month",
        ),
        ("2014-11-20", "En juin, les ministres adopteront un plan.", "2015-06", "month"),
        ("2014-11-20", "Réunis les 6 et 7 avril", "2014-04-06/2014-04-07", "day"),
        ("2015-01-10", "C’était du 30 décembre au 2 janvier.", "2014-12-30/2015-01-02", "day"),
        ("2012-08-03", "La parade, le dimanche 5 août, est gratuite.", "2012-08-05", "day"),
        ("2014-11-18/2014-11-20", "Ils en ont parlé hier.", "2014-11-19", "day"),
    ],
)
def test_what_words_mean_in_a_dated_release(
    release: str, text: str, value: str, precision: str
) -> None:
    assert meant(text, release) == ResolvedDate(PartialDate.parse(value, precision), relative=True)


def test_the_words_beside_a_date_say_which_year() -> None:
    text = "It began in June last year and ended on Tuesday last week."
    values = [
        resolve(text, found, published("2014-11-20"), "en").value for found in find_dates(text)
    ]
    assert values == ["2013-06", "2013", "2014-11-11", "2014-11-10/2014-11-16"]


def test_a_date_with_its_year_is_what_it_says() -> None:
    for release in (None, "2024-07-18", "--02-15"):
        assert meant("le 4 avril 1949", release) == ResolvedDate(PartialDate(1949, 4, 4), False)


@pytest.mark.parametrize(
    ("release", "text", "value"),
    [
        ("2024-06-01", "Ils se sont vus le 29 février.", "2024-02-29"),
        ("2023-06-01", "Ils se sont vus le 29 février.", "2020-02-29"),
        ("2023-06-01", "Ils se verront le 29 février.", "2024-02-29"),
        ("1900-06-01", "Ils se sont vus le 29 février.", "1896-02-29"),
    ],
)
def test_29_february_falls_in_a_leap_year(release: str, text: str, value: str) -> None:
    assert meant(text, release).value == value


@pytest.mark.parametrize(
    "text",
    [
        "La veille, ils avaient signé.",
        "Le lendemain, ils ont signé.",
        "Ils ont signé le mardi suivant.",
        "Le mardi, le siège est fermé.",
        "Il y a près de trois ans, ils ont signé.",
        "It is the largest exercise in 20 years.",
    ],
)
def test_what_hangs_on_the_story_or_is_vague_has_no_date(text: str) -> None:
    assert meant(text, "2014-11-20") == ResolvedDate(None, relative=True)


# -- releases that say less ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "release", [None, "2014-02-30", "0000-01-01", "2014-13", "bientôt", "--", "-"]
)
@pytest.mark.parametrize("words", ["hier", "mardi", "le mois dernier", "l’an dernier", "next week"])
def test_nothing_relative_is_resolved_without_a_date(release: str | None, words: str) -> None:
    assert meant(words, release) == ResolvedDate(None, relative=True)


@pytest.mark.parametrize("release", [None, "--02-15", "--02"])
@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("le 15 février", "--02-15", "month-and-day-without-year"),
        ("en septembre prochain", "--09", "month-without-year"),
        ("septembre dernier", "--09", "month-without-year"),
        ("En janvier", "--01", "month-without-year"),
    ],
)
def test_a_date_without_a_year_stays_so(
    release: str | None, words: str, value: str, precision: str
) -> None:
    assert meant(words, release) == ResolvedDate(
        PartialDate.parse(value, precision), relative=False
    )


@pytest.mark.parametrize(
    ("release", "words", "value"),
    [
        ("--02-15", "hier", "--02-14"),
        ("--02-15", "il y a trois jours", "--02-12"),
        ("--01-01", "hier", "--12-31"),
        ("--02-28", "hier", "--02-27"),
        ("--02-28", "demain", None),  # 1 March or 29 February
        ("--03-01", "hier", None),
        ("--02-29", "demain", "--03-01"),
        ("--02-15", "mardi", None),
        ("--02-15", "cette semaine", None),
        ("--02-15", "le mois dernier", "--01"),
        ("--02-15", "l’an dernier", None),
        ("--02", "le mois prochain", "--03"),
        ("--02", "hier", None),
    ],
)
def test_a_release_without_a_year_gives_none(release: str, words: str, value: str | None) -> None:
    assert meant(words, release).value == value


@pytest.mark.parametrize(
    ("release", "text", "value"),
    [
        ("2014-11", "Ils en ont parlé hier.", None),
        ("2014-11", "Ils ont signé le mois dernier.", "2014-10"),
        ("2014-11", "Ils ont signé en juin.", "2014-06"),
        ("2014-11", "Ils ont signé le 12 novembre.", "--11-12"),  # this year's or last year's
        ("2014", "Ils ont signé l’an dernier.", "2013"),
        ("2014", "Ils ont signé le mois dernier.", None),
        ("2014", "Ils ont signé en juin.", "--06"),
    ],
)
def test_a_rough_date_resolves_what_it_settles(release: str, text: str, value: str | None) -> None:
    assert meant(text, release).value == value


def test_the_words_that_date_a_release_are_not_dated_by_it() -> None:
    body = "Réunis le 15 février, les ministres ont parlé. Le 15 février, ils ont parlé."
    first, second = find_dates(body)
    dated = PublicationDate(PartialDate(2023, 2, 15), Span(first.start, first.end), "lead")
    assert resolve(body, first, dated, "fr").value == "--02-15"
    assert resolve(body, second, dated, "fr").value == "2023-02-15"


@pytest.mark.parametrize(
    ("release", "words"),
    [
        ("0001-01-01", "hier"),
        ("0001-01-01", "l’an dernier"),
        ("0001-01-01", "il y a 999 ans"),
        ("0001-01-01", "last week"),
        ("9999-12-31", "demain"),
        ("9999-12-31", "cette semaine"),
        ("9999-12-31", "next month"),
    ],
)
def test_the_calendar_ends_without_an_error(release: str, words: str) -> None:
    assert meant(words, release).value is None


def test_the_five_releases() -> None:
    found = {}
    for file in list_corpus(SEEDS).files:
        release = read_release(file)
        for expression in find_dates(release.body, language=release.language):
            words = release.body[expression.start : expression.end]
            resolved = resolve(release.body, expression, release.published, release.language)
            found[release.id[:3], words] = resolved.value
    assert found["000", "En janvier"] == "--01"
    assert found["001", "Mardi"] is None
    assert found["001", "le 15 février"] == "--02-15"
    assert found["002", "ce mardi"] == "2014-11-18"
    assert found["003", "cette semaine"] == "2022-04-04/2022-04-10"
    assert found["003", "en juin"] == "2022-06"
    assert found["004", "ce jeudi"] == "2024-07-18"
    assert found["004", "en septembre prochain"] == "2024-09"


# -- any input ----------------------------------------------------------------------------------

WORDS = st.sampled_from(
    """hier demain mardi ce|mardi mardi|prochain le|12|novembre le|29|février en|juin
    en|juin|dernier la|semaine|dernière le|mois|prochain l’an|dernier il|y|a|deux|ans
    il|y|a|999|ans dans|trois|jours three|days|ago last|September sera a|été , . qui
    les|6|et|7|avril du|30|décembre|au|2|janvier en|2014 le|4|avril|1949 of|last|year
    l’année|prochaine la|veille""".split()
).map(lambda words: words.replace("|", " "))
RELEASES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: str(day)[:4]),
    st.dates().map(lambda day: f"--{day.month:02d}-{day.day:02d}"),
    st.dates().map(lambda day: f"--{day.month:02d}"),
    st.tuples(st.dates(), st.dates()).map(lambda days: f"{min(days)}/{max(days)}"),
    st.text(max_size=12),
)


def parses(value: str, precision: str) -> bool:
    """Whether each end of a value is in the calendar, at the precision it says."""
    forms = {
        "day": "%Y-%m-%d",
        "week": "%Y-%m-%d",
        "month": "%Y-%m",
        "year": "%Y",
        "month-and-day-without-year": "%Y--%m-%d",
        "month-without-year": "%Y--%m",
    }
    for end in value.split("/"):
        stated = f"2000{end}" if end.startswith("--") else end
        if datetime.datetime.strptime(stated, forms[precision]).year < 1:
            return False
    return True


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join), RELEASES, st.sampled_from([None, "fr", "en"]))
def test_what_is_resolved_is_in_the_calendar_and_no_year_is_invented(
    text: str, release: str | None, language: str | None
) -> None:
    of = published(release)
    for expression in find_dates(text, language=language):
        resolved = resolve(text, expression, of, language)
        assert (resolved.value is None) == (resolved.precision == "unknown")
        if resolved.value is not None:
            assert parses(resolved.value, resolved.precision)
        if not (expression.date is not None and expression.date.has_year) and (
            release is None or release.startswith("--")
        ):
            assert not re.search(r"(?<!-)\b\d{4}", resolved.value or "")
        if resolved.precision == "week" and resolved.value is not None:
            first, last = map(datetime.date.fromisoformat, resolved.value.split("/"))
            assert (first.weekday(), (last - first).days) == (0, 6)


@settings(deadline=None)
@given(
    st.text(max_size=60),
    st.integers(-5, 70),
    st.integers(-5, 70),
    st.sampled_from([None, "--02-29", "--06", "--24", "2014-33", "2014-40/2015", "0000-02-29"]),
    st.text(max_size=12),
)
def test_no_input_is_too_odd(
    text: str, start: int, end: int, value: str | None, release: str
) -> None:
    stated = PartialDate.parse(value) if value else None
    resolve(text, DateExpression(start, end, stated), published(release))


def test_a_passage_of_nothing_but_dates_is_read_at_once() -> None:
    text = "mardi hier le 3 mai en juin dernier il y a deux ans " * 400
    found = find_dates(text)
    assert len(found) == 2000
    values = {resolve(text, each, published("2014-11-20"), "fr").value for each in found}
    assert values == {"2014-11-18", "2014-11-19", "2014-05-03", "2014-06", "2012"}


# -- the time that a question speaks of ---------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        ("Que s’est-il passé en avril 2022 ?", "2022-04-01", "2022-04-30"),
        ("Qu’a dit M. Stoltenberg le 18 novembre 2014 ?", "2014-11-18", "2014-11-18"),
        ("What was decided in 2022?", "2022-01-01", "2022-12-31"),
        ("Quel était le sommet de Madrid 2022 ?", "2022-01-01", "2022-12-31"),
        ("Quelles réunions avant 2020 ?", None, "2019-12-31"),
        ("What happened before April 2022?", None, "2022-03-31"),
        ("What happened before the 2022 summit?", None, "2022-12-31"),
        ("What happened after the 2022 summit?", "2022-01-01", None),
        ("What happened after 2022?", "2023-01-01", None),
        ("En 2014 et novembre 2014 ?", "2014-01-01", "2014-12-31"),
        ("Que s’est-il passé avant la fin de 2022 ?", None, "2022-12-31"),
        ("Qu’a-t-il dit après le 18 novembre 2014 ?", "2014-11-19", None),
        ("Que fait l’OTAN depuis novembre 2014 ?", "2014-11-01", None),
        ("Que prévoit l’OTAN d’ici à 2030 ?", None, "2030-12-31"),
        ("Quelles réunions entre 2014 et 2020 ?", "2014-01-01", "2020-12-31"),
        ("Quels efforts de 2014 à 2016 ?", "2014-01-01", "2016-12-31"),
        ("What happened between April and June 2022?", "2022-04-01", "2022-06-30"),
        ("What happened from 2014 to 2016?", "2014-01-01", "2016-12-31"),
        ("Le programme 2014-2020 ?", "2014-01-01", "2020-12-31"),
        ("Que s’est-il passé après 2014 et avant 2020 ?", "2015-01-01", "2019-12-31"),
        ("Le 7 avril 2022 ou le 18 juillet 2024 ?", "2022-04-07", "2024-07-18"),
        ("2014年发生了什么?", "2014-01-01", "2014-12-31"),
        ("2022年4月の会議は?", "2022-04-01", "2022-04-30"),
        ("Що сталося у 2014 році?", "2014-01-01", "2014-12-31"),
        ("Що вирішили до 2014 року?", None, "2013-12-31"),
        ("Що сталося після квітня 2022 року?", "2022-05-01", None),
        ("Что произошло в апреле 2022 года?", "2022-04-01", "2022-04-30"),
        ("Co się stało w kwietniu 2022 roku?", "2022-04-01", "2022-04-30"),
        ("Was geschah im April 2022?", "2022-04-01", "2022-04-30"),
        ("Wer wurde 2014 gewählt?", "2014-01-01", "2014-12-31"),
        ("Was geschah vor 2014?", None, "2013-12-31"),
        ("Was geschah seit Mai 2022?", "2022-05-01", None),
        ("¿Qué pasó en abril de 2022?", "2022-04-01", "2022-04-30"),
        ("¿Qué pasó antes de 2014?", None, "2013-12-31"),
        ("¿Qué pasa desde marzo de 2022?", "2022-03-01", None),
        ("Che cosa è successo prima del 2014?", None, "2013-12-31"),
        ("Che cosa è successo dopo il 2014?", "2015-01-01", None),
        ("Che cosa è successo dal 2014 al 2016?", "2014-01-01", "2016-12-31"),
        ("O que aconteceu em março de 2022?", "2022-03-01", "2022-03-31"),
        ("Wat gebeurde er in mei 2022?", "2022-05-01", "2022-05-31"),
    ],
)
def test_the_time_of_a_question(question: str, low: str | None, high: str | None) -> None:
    period = question_period(question)
    assert period is not None
    days = [day.isoformat() if day else None for day in (period.low, period.high)]
    assert days == [low, high]
    assert re.search(r"\d", question[period.span.start : period.span.end])


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Quand la cellule a-t-elle été créée ?",
        "Qu’a-t-il dit hier ?",
        "Que s’est-il passé le 15 février ?",
        "What happened last week?",
        "Qui a imprimé le rapport en 2000 exemplaires ?",
        "Qui a envoyé plus de 2000 soldats ?",
        "Is it used in 2050 countries?",
        "Que dit la résolution 1973 ?",
        "Qu’est-ce que l’agenda OTAN 2030 ?",
        "Qui a livré le F-2000 ou 1 950 chars ?",
        "2000人はどこにいますか?",
    ],
)
def test_a_question_without_a_time(question: str) -> None:
    assert question_period(question) is None


def test_the_words_of_a_period_are_in_the_question() -> None:
    question = "Qu’a dit M. Stoltenberg après le 18 novembre 2014 à Bruxelles ?"
    period = question_period(question)
    assert period is not None
    assert question[period.span.start : period.span.end] == "après le 18 novembre 2014"


@settings(deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from("0129 年-/avril"), max_size=60))
def test_any_question_gives_days_in_order_or_none(question: str) -> None:
    period = question_period(question)
    if period is not None:
        days = [day for day in (period.low, period.high) if day]
        assert days
        assert days == sorted(days)
        assert 0 <= period.span.start < period.span.end <= len(question)
