"""Dates as releases word them; what is not stated stays absent."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.formats.front_matter import with_front_matter
from rag.corpus.listing import SourceFile, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release, read_release
from rag.corpus.release_dates.stated import parse_date
from rag.language import find_dates
from rag.language.dates import _Rules
from rag.language.patterns import Words
from rag.types import Release
from tests.conftest import SEEDS


def release_of(text: str, language: str = "fr") -> Release:
    file = SourceFile(Path("x.txt"), "x.txt", "x", Metadata())
    return parse_release(with_front_matter(text), file, detect=lambda _text: language)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("18 Nov. 2014", "2014-11-18", "day"),
        ("07 Apr. 2022", "2022-04-07", "day"),
        ("ce mardi (18 novembre 2014)", "2014-11-18", "day"),
        ("le 1er avril 2022", "2022-04-01", "day"),
        ("le 1 er avril 2022", "2022-04-01", "day"),
        ("mardi 3 mai 2021", "2021-05-03", "day"),
        ("les 6 et 7 avril 2022", "2022-04-06/2022-04-07", "day"),
        ("du 6 au 7 avril 2022", "2022-04-06/2022-04-07", "day"),
        ("les 28-29 juin 2022", "2022-06-28/2022-06-29", "day"),
        ("du 30 mars au 2 avril 2022", "2022-03-30/2022-04-02", "day"),
        ("du 30 décembre au 2 janvier 2023", "2022-12-30/2023-01-02", "day"),
        ("le 15 février", "--02-15", "month-and-day-without-year"),
        ("le 29 février", "--02-29", "month-and-day-without-year"),
        ("les 6 et 7 avril", "--04-06/--04-07", "month-and-day-without-year"),
        ("En janvier, les deux", "--01", "month-without-year"),
        ("en septembre prochain", "--09", "month-without-year"),
        ("au mois d’août", "--08", "month-without-year"),
        ("en novembre 2010", "2010-11", "month"),
        ("au-delà de 2024", "2024", "year"),
        ("d’ici à 2024", "2024", "year"),
        ("en 1949", "1949", "year"),
        ("April 7, 2022", "2022-04-07", "day"),
        ("7 April 2022", "2022-04-07", "day"),
        ("on Tuesday, 18 November 2014", "2014-11-18", "day"),
        ("the 4th of April 1949", "1949-04-04", "day"),
        ("July 9-11, 2024", "2024-07-09/2024-07-11", "day"),
        ("on April 6 and 7", "--04-06/--04-07", "month-and-day-without-year"),
        ("in May 2012", "2012-05", "month"),
        ("since 2014", "2014", "year"),
        ("2014-11-18", "2014-11-18", "day"),
        ("18/11/2014", "2014-11-18", "day"),
        ("18.11.2014", "2014-11-18", "day"),
        ("le 18\u00a0novembre\u00a02014", "2014-11-18", "day"),
        ("le 18 NOVEMBRE 2014", "2014-11-18", "day"),
        ("le 18 fevrier 2014", "2014-02-18", "day"),
    ],
)
def test_forms(text: str, value: str, precision: str) -> None:
    found = [d for d in find_dates(text, language="fr") if d.value is not None]
    assert [(d.value, d.precision) for d in found] == [(value, precision)]
    assert text[found[0].start : found[0].end].strip() == text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "text",
    [
        "le 31 février 2022",
        "le 31 avril",
        "29 février 2023",
        "2022-13-01",
        "40 mars",
        "il may be late",
        "We march on",
        "1 500 soldats en 3 mois",
        "mars et la planète",
        "l'article 5",
        "une marche",
        "marsouin 12",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [d for d in find_dates(text) if d.value is not None] == []


def test_an_ambiguous_order_is_no_date_in_english() -> None:
    assert find_dates("04/07/2022", language="en") == []
    assert find_dates("04/07/2022", language="fr")[0].value == "2022-07-04"
    assert find_dates("04/17/2022", language="en")[0].value == "2022-04-17"


def test_the_stop_of_a_sentence_is_not_part_of_the_date() -> None:
    text = "réunion le 15 février. Puis le 18 Nov. 2014."
    assert [text[d.start : d.end] for d in find_dates(text)] == ["le 15 février", "le 18 Nov. 2014"]


@pytest.mark.parametrize("text", ["mardi", "ce jeudi", "hier", "la semaine dernière", "last month"])
def test_relative_expressions_are_seen_and_not_resolved(text: str) -> None:
    (found,) = find_dates(f"Il a parlé {text} à Bruxelles")
    assert found.value is None
    assert found.precision == "unknown"


@given(st.text(max_size=300))
def test_any_text_gives_disjoint_spans_and_no_year_that_is_not_there(text: str) -> None:
    found = find_dates(text)
    for first, second in pairwise(found):
        assert first.end <= second.start
    for date in found:
        assert 0 <= date.start < date.end <= len(text)
        for year in re.findall(r"(?<!-)\b\d{4}\b", date.value or ""):
            assert year in text or "30" in text  # a year's end may be counted back from the next


MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)


@given(st.integers(1, 28), st.integers(0, 11), st.integers(1900, 2099))
def test_french_dates_read_back(day: int, month: int, year: int) -> None:
    (found,) = find_dates(f"Réunis le {day} {MONTHS[month]} {year} à Bruxelles")
    assert found.value == f"{year:04d}-{month + 1:02d}-{day:02d}"


SEED_DATES = {
    "000_c54faaf288eec495": (None, "unknown", None),
    "001_319c6ed45504dc95": ("--02-15", "month-and-day-without-year", "le 15 février"),
    "002_86cd08fb0a6ad8f5": ("2014-11-18", "day", "18 Nov. 2014"),
    "003_65cc3f9bb913188d": ("2022-04-07", "day", "07 Apr. 2022"),
    "004_6c740db2e438faec": ("2024-07-18", "day", "18 juillet 2024"),
}


def test_the_five_releases_have_the_dates_they_state() -> None:
    for file in list_corpus(SEEDS).files:
        release = read_release(file)
        published = release.published
        quote = None
        if published.span is not None:
            quote = release.body[published.span.start : published.span.end]
        assert (published.value, published.precision, quote) == SEED_DATES[release.id]


LONG = " Les ministres ont ensuite parlé de la suite de leurs travaux pendant plusieurs heures."


@pytest.mark.parametrize(
    ("lead", "value"),
    [
        ("Bruxelles, le 3 mai 2021 – Les ministres se sont réunis." + LONG, "2021-05-03"),
        ("26 juin 2012. - Le Parquet annonce une prise." + LONG, "2012-06-26"),
        ("22 août 2012, Espagne. - Le parti l’a exclu." + LONG, "2012-08-22"),
        ("Les ministres se sont réunis ce jeudi (18 juillet 2024)." + LONG, "2024-07-18"),
        ("Les ministres se sont réunis le 12 mai à Bruxelles." + LONG, "--05-12"),
        ("Le traité signé le 4 avril 1949 fête son anniversaire." + LONG, None),
        ("L’OTAN tiendra un sommet qui aura lieu le 9 juillet." + LONG, None),
        ("La réunion se tiendra le 9 juillet prochain." + LONG, None),
        ("En janvier, les ministres ont signé une déclaration." + LONG, None),
        ("Les Alliés se réunissent depuis 2014." + LONG, None),
    ],
)
def test_a_lead_gives_its_date_only_when_it_is_the_news(lead: str, value: str | None) -> None:
    assert release_of(f"Un titre sans point\n\n{lead}\n").published.value == value


def test_an_update_is_not_the_publication() -> None:
    text = f"Titre\n\n  • Mis à jour le: 18 Nov. 2014 16:09\n\nLes ministres ont parlé.{LONG}\n"
    assert release_of(text).published.value is None


def test_a_header_date_wins_over_the_lead() -> None:
    text = f"Titre\n\n  • 07 Apr. 2022 -\n\nRéunis ce jour (le 6 avril 2022).{LONG}\n"
    published = release_of(text).published
    assert (published.value, published.stated_by) == ("2022-04-07", "header")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014-11-18", "2014-11-18"),
        ("2014-11-18T16:09:00Z", "2014-11-18"),
        ("2014-11", "2014-11"),
        ("2014", "2014"),
        ("--02-15", "--02-15"),
        ("18 novembre 2014", "2014-11-18"),
        ("November 18, 2014", "2014-11-18"),
        ("2014-13", None),
        ("2014-02-30", None),
        ("--13-01", None),
        ("bientôt", None),
        ("mardi", None),
        ("", None),
        ("18 novembre 2014 et 3 mai 2015", None),
    ],
)
def test_metadata_dates(text: str, value: str | None) -> None:
    parsed = parse_date(text)
    assert (parsed.value if parsed else None) == value


_PIECES = st.sampled_from(
    """le du au en in on ce mardi Monday 18 1er 2 07 6 et and - / , . 2014 2022-04-07 04/07/2022
    NOV. novembre fe\u0301vrier février Février MARS mars may May Aug. août ago days two il y a
    trois jours dernier prochain last next this month hier la veille ſeptembre ﬁn fin İ au à l’été
    printemps second semestre T3 Q1 mi-2026 quarter cet am Ma\u0308rz Mai vom 9.-12. Montag, vor
    drei Jahren letzte Woche gestern im Herbst terça-feira de março do ano passado há dois anos
    primeiro trimestre 1º 8. 10. 12.3.2022 1S 2024Q2 HJ1 a-t-elle entre between bis""".split()
)


@given(st.lists(_PIECES, max_size=12).map(" ".join), st.sampled_from(["fr", "de", "pt", None]))
@settings(deadline=None)
def test_what_is_passed_over_for_speed_holds_no_date(text: str, language: str | None) -> None:
    found = find_dates(text, language=language)
    with pytest.MonkeyPatch.context() as patch:
        everywhere = lambda words, _needs: [(words._start, words._stop)]  # noqa: E731
        patch.setattr(Words, "around", everywhere)
        patch.setattr(_Rules, "of", lambda rules, _words: rules._rules)
        assert find_dates(text, language=language) == found


@given(st.lists(_PIECES, max_size=12).map(" ".join), st.sampled_from(["fr", "de", "pt"]))
@settings(deadline=None)
def test_a_full_date_is_not_looked_at_again_in_other_languages(text: str, language: str) -> None:
    found = find_dates(text, language=language, all_languages=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Words, "outside", lambda words, _spans: words)
        assert find_dates(text, language=language, all_languages=True) == found
