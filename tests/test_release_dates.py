"""When a release was published, updated and held back until: the forms in which releases say so,
and what looks like it and is another date."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.corpus.formats.front_matter import with_front_matter
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release
from rag.corpus.release_dates.file_name import date_of_name
from rag.errors import UnreadableFileError
from rag.partial_date import PartialDate
from rag.types import PublicationDate, Release

LEADS = {
    "fr": "La compagnie a ouvert une ligne de ferry entre deux îles, a indiqué sa directrice. Le "
    "premier départ a réuni quatre cents passagers, des élus et des écoliers venus en car.",
    "en": "The company has opened a ferry line between two islands, its director said. The first "
    "departure brought together four hundred passengers, mayors and children of many schools.",
    "de": "Das Unternehmen hat eine Fährlinie zwischen zwei Inseln eröffnet, wie die Direktorin "
    "mitteilte. Zur ersten Abfahrt kamen vierhundert Fahrgäste, Gemeinderäte und viele Kinder.",
    "es": "La compañía ha abierto una línea de ferry entre dos islas, según su directora. La "
    "primera salida reunió a cuatrocientos pasajeros, alcaldes y niños de muchas escuelas.",
    "it": "La compagnia ha aperto una linea di traghetti tra due isole, secondo la direttrice. "
    "Alla prima partenza c'erano quattrocento passeggeri, sindaci e bambini di molte scuole.",
    "nl": "Het bedrijf heeft een veerlijn tussen twee eilanden geopend, aldus de directeur. Bij "
    "het eerste vertrek waren vierhonderd reizigers, burgemeesters en kinderen van veel scholen.",
    "pt": "A companhia abriu uma linha de ferry entre duas ilhas, segundo a diretora. A primeira "
    "partida reuniu quatrocentos passageiros, autarcas e crianças de muitas escolas da região.",
}
TITLES = {
    "fr": "Une ligne de ferry entre deux îles",
    "en": "A ferry line between two islands",
    "de": "Eine Fährlinie zwischen zwei Inseln",
    "es": "Una línea de ferry entre dos islas",
    "it": "Una linea di traghetti tra due isole",
    "nl": "Een veerlijn tussen twee eilanden",
    "pt": "Uma linha de ferry entre duas ilhas",
}


def release_of(text: str, language: str | None = "fr", source: str = "x.txt") -> Release:
    file = SourceFile(Path(source), source, "x", Metadata())
    return parse_release(with_front_matter(text), file, detect=lambda _text: language)


def words_of(release: Release, stated: PublicationDate) -> str | None:
    return release.body[stated.span.start : stated.span.end] if stated.span else None


def check(release: Release, value: str, where: str, words: str | None = None) -> None:
    published = release.published
    assert (published.value, published.stated_by) == (value, where)
    stated = words_of(release, published)
    assert stated is not None
    assert stated == stated.strip()
    if words is not None:
        assert stated == words


# -- above the text -----------------------------------------------------------------------------

HEADERS = [
    ("fr", "PARIS, LE 12 MARS 2021", "2021-03-12", "LE 12 MARS 2021"),
    ("fr", "19/08/03", "2003-08-19", "19/08/03"),
    ("fr", "le 3/5/21", "2021-05-03", "3/5/21"),
    ("fr", "28.04.04", "2004-04-28", "28.04.04"),
    ("fr", "Paris, le 3 mai 21", "2021-05-03", "le 3 mai 21"),
    ("fr", "03 05 2021", "2021-05-03", "03 05 2021"),
    ("fr", "3 - 5 - 2021", "2021-05-03", "3 - 5 - 2021"),
    ("fr", "2021.05.03", "2021-05-03", "2021.05.03"),
    ("fr", "2021/05/03", "2021-05-03", "2021/05/03"),
    ("fr", "2021-05-03T14:30:00+02:00", "2021-05-03", "2021-05-03"),
    ("fr", "mardi 3 mai 2021 à 14h30", "2021-05-03", None),
    ("fr", "Le 1er mai 2021", "2021-05-01", "Le 1er mai 2021"),
    ("fr", "12.XII.2004", "2004-12-12", "12.XII.2004"),
    ("fr", "Rome, 12 XII 2004", "2004-12-12", "12 XII 2004"),
    ("fr", "Date de publication : 3 mai 2021", "2021-05-03", "3 mai 2021"),
    ("fr", "DATE DE PARUTION : 03/05/2021", "2021-05-03", "03/05/2021"),
    ("fr", "PUBLIE LE 3 MAI 2021", "2021-05-03", "LE 3 MAI 2021"),
    ("fr", "Mis en ligne le 3 mai 2021 par la rédaction", "2021-05-03", "le 3 mai 2021"),
    ("fr", "Publié par le service de presse le 3 mai 2021", "2021-05-03", "le 3 mai 2021"),
    ("fr", "Date de publication\n3 mai 2021", "2021-05-03", "3 mai 2021"),
    ("fr", "Date de publication\n\n2024-08-07", "2024-08-07", "2024-08-07"),
    ("fr", "Publié le\n\n3 mai 2021", "2021-05-03", "3 mai 2021"),
    ("fr", "Communiqué de pressePublié le 29 octobre 2025", "2025-10-29", "le 29 octobre 2025"),
    ("fr", "4811e séance – soir                 20 août 2003", "2003-08-20", "20 août 2003"),
    ("fr", "Santé | 3 mai 2021 | Communiqué", "2021-05-03", "3 mai 2021"),
    ("fr", "Communiqué de presse - Bruxelles, le 3 mai 2021", "2021-05-03", "le 3 mai 2021"),
    ("fr", "BERNE (SUISSE), LE 3 MAI 2021", "2021-05-03", None),
    ("fr", "Montréal, April 28, 2011", "2011-04-28", "April 28, 2011"),
    ("fr", "Portville, le lundi 3 mai 2021 à 9 h 30", "2021-05-03", None),
    ("fr", "(Lille, 6 mai 2021)", "2021-05-06", "6 mai 2021"),
    ("fr", "À Lille, le 6 mai 2021", "2021-05-06", "le 6 mai 2021"),
    ("fr", "Lille, ce 6 mai 2021", "2021-05-06", "ce 6 mai 2021"),
    ("fr", "N° 45 – 6 mai 2021", "2021-05-06", "6 mai 2021"),
    ("fr", "COMMUNIQUÉ DE PRESSE DU 6 MAI 2021", "2021-05-06", None),
    ("fr", "Réf. : CP/21/045\nDate : 6 mai 2021", "2021-05-06", "6 mai 2021"),
    ("fr", "Actualités · 06 mai 2021 · 3 min de lecture", "2021-05-06", "06 mai 2021"),
    ("fr", "Date de première publication : 4 juin 2021", "2021-06-04", "4 juin 2021"),
    ("fr", "Communiqué | 04.06.2021 | Mobilité", "2021-06-04", "04.06.2021"),
    ("fr", "04 Jun 2021 | 08:00", "2021-06-04", "04 Jun 2021"),
    ("en", "Fri 4 Jun 2021 14.30 BST", "2021-06-04", "4 Jun 2021"),
    ("de", "04.06.2021 - 14:30", "2021-06-04", "04.06.2021"),
    ("it", "Venerdì 4 Giugno 2021", "2021-06-04", None),
    ("fr", "Mai 2021", "2021-05", "Mai 2021"),
    ("en", "Release date: 3 May 2021", "2021-05-03", "3 May 2021"),
    ("en", "Published: May 3rd, 2021", "2021-05-03", "May 3rd, 2021"),
    ("en", "Posted by Jane Doe on May 3, 2021", "2021-05-03", None),
    ("en", "For immediate release: May 3, 2021", "2021-05-03", "May 3, 2021"),
    ("en", "FOR IMMEDIATE RELEASE\nMay 3, 2021", "2021-05-03", "May 3, 2021"),
    ("en", "Monday, May 3, 2021 at 2:30 p.m. ET", "2021-05-03", None),
    ("en", "GENEVA, 3rd of May 2021", "2021-05-03", None),
    ("en", "05/23/2021", "2021-05-23", "05/23/2021"),
    ("de", "Veröffentlicht: 03.05.2021, 14:30 Uhr", "2021-05-03", "03.05.2021"),
    ("de", "Veröffentlichungsdatum\n3. Mai 2021", "2021-05-03", "3. Mai 2021"),
    ("de", "BERLIN, DEN 3. MAI 2021", "2021-05-03", None),
    ("de", "Landau, 09.02.22", "2022-02-09", "09.02.22"),
    ("es", "Fecha de publicación: 3 de mayo de 2021", "2021-05-03", "3 de mayo de 2021"),
    ("es", "MADRID, A 3 DE MAYO DE 2021", "2021-05-03", None),
    ("es", "Publicado el 03/05/2021 a las 10:30", "2021-05-03", None),
    ("it", "Data di pubblicazione: 3 maggio 2021", "2021-05-03", "3 maggio 2021"),
    ("it", "ROMA, LÌ 3 MAGGIO 2021", "2021-05-03", None),
    ("nl", "Publicatiedatum: 3 mei 2021", "2021-05-03", "3 mei 2021"),
    ("nl", "DEN HAAG, 3 MEI 2021", "2021-05-03", "3 MEI 2021"),
    ("pt", "Data de publicação: 3 de maio de 2021", "2021-05-03", "3 de maio de 2021"),
    ("pt", "LISBOA, 3 DE MAIO DE 2021", "2021-05-03", "3 DE MAIO DE 2021"),
]


@pytest.mark.parametrize(("language", "line", "value", "words"), HEADERS)
def test_a_line_above_the_text(language: str, line: str, value: str, words: str | None) -> None:
    for text in (
        f"{line}\n\n{TITLES[language]}\n\n{LEADS[language]}\n",
        f"{TITLES[language]}\n\n{line}\n\n{LEADS[language]}\n",
    ):
        for form in ("NFC", "NFD"):
            wanted = unicodedata.normalize(form, words) if words else None
            release = release_of(unicodedata.normalize(form, text), language)
            check(release, value, "header", wanted)
            kinds = [block.kind for block in release.blocks]
            assert kinds.count("paragraph") - ("Réf" in line) == 1


def test_a_date_below_a_long_letterhead() -> None:
    letterhead = (
        "Ministère des Transports\n\nDirection de la communication\n\nRue du Port 3\n\n"
        "1000 Portville\n\nTél. 022 555 01 01\n\nwww.example.org\n\nN/réf. 17/04\n\n"
        "V/réf. 12\n\nAnnexes : 2\n\nCopie : archives\n\nCOMMUNIQUÉ DE PRESSE\n\nPR 17/04\n\n"
    )
    text = f"{letterhead}{TITLES['fr']}\n\nPortville, le 13 décembre 2004\n\n{LEADS['fr']}\n"
    check(release_of(text), "2004-12-13", "header", "le 13 décembre 2004")


@pytest.mark.parametrize(
    ("line", "value", "doubtful"),
    [
        ("19/08/03", "2003-08-19", True),  # or 2019
        ("28/04/04", "2004-04-28", False),
        ("31/12/98", "1998-12-31", False),
        ("98-12-31", "1998-12-31", False),
        ("21/05/31", "2021-05-31", False),
    ],
)
def test_a_year_of_two_digits(line: str, value: str, doubtful: bool) -> None:
    published = release_of(f"{TITLES['fr']}\n\n{line}\n\n{LEADS['fr']}\n").published
    assert (published.value, published.doubtful) == (value, doubtful)


def test_a_second_place_that_states_the_whole_year_leaves_no_doubt() -> None:
    text = f"{TITLES['fr']}\n\n19/08/03\nCommuniqué de presse\n\n   19 août 2003\n\n{LEADS['fr']}\n"
    published = release_of(text).published
    assert (published.value, published.doubtful) == ("2003-08-19", False)


# -- datelines ----------------------------------------------------------------------------------

DATELINES = [
    ("fr", "10 SEPTEMBRE 2012 : ", "2012-09-10"),
    ("fr", "PARIS, April 28, 2011 /PRNewswire/ -- ", "2011-04-28"),
    ("fr", "MONTRÉAL, le 3 mai 2021 – CNW Telbec – ", "2021-05-03"),
    ("fr", "QUÉBEC , le 2 déc. 2025 CNW - ", "2025-12-02"),
    ("fr", "MONTRÉAL, le 3 mai 2021 /CNW/ - ", "2021-05-03"),
    ("fr", "PARIS--(BUSINESS WIRE)--April 28, 2011-- ", "2011-04-28"),
    ("fr", "PARIS, le 3 mai 2021 (Business Wire) – ", "2021-05-03"),
    ("fr", "LUXEMBOURG, 3 mai 2021 (GLOBE NEWSWIRE) -- ", "2021-05-03"),
    ("fr", "Genève, le 3 mai 2021 (OMS) – ", "2021-05-03"),
    ("fr", "Genève, le 3 mai 2021 (OMS). ", "2021-05-03"),
    ("fr", "Paris (AFP) – 3 mai 2021 – ", "2021-05-03"),
    ("fr", "Bruxelles, le 3 mai 2021 : ", "2021-05-03"),
    ("fr", "Berne, 21.9.2023 - ", "2023-09-21"),
    ("fr", "New York, 3 mai 2021, 10 h – ", "2021-05-03"),
    ("fr", "VENDREDI 4 JUIN 2021. ", "2021-06-04"),
    ("fr", "Paris, le 4 juin 2021. ", "2021-06-04"),
    ("fr", "4 JUIN 2021 - ", "2021-06-04"),
    ("fr", "OTTAWA, ON, le 4 juin 2021 /CNW Telbec/ - ", "2021-06-04"),
    ("fr", "RABAT, 04 juin 2021 (MAP) - ", "2021-06-04"),
    ("en", "(WASHINGTON, June 4, 2021) – ", "2021-06-04"),
    ("en", "SAN JOSE, Calif.--(BUSINESS WIRE)--May 6, 2021--", "2021-05-06"),
    ("it", "(ANSA) - ROMA, 04 GIU 2021 - ", "2021-06-04"),
    ("es", "Madrid, jueves 6 de mayo de 2021.- ", "2021-05-06"),
    ("en", "NEW YORK, May 3, 2021 /GLOBE NEWSWIRE/ -- ", "2021-05-03"),
    ("en", "NEW YORK--(BUSINESS WIRE)--May 3, 2021-- ", "2021-05-03"),
    ("en", "LONDON, UK – May 3rd, 2021 – ", "2021-05-03"),
    ("de", "Berlin, 3. Mai 2021 (dpa) – ", "2021-05-03"),
    ("de", "Berlin, 3. Mai 2021 (dpa). ", "2021-05-03"),
    ("de", "Wien (OTS) – 3. Mai 2021 – ", "2021-05-03"),
    ("es", "MADRID, 3 de mayo de 2021 (EUROPA PRESS) - ", "2021-05-03"),
    ("it", "ROMA, 3 maggio 2021 (ANSA) - ", "2021-05-03"),
    ("nl", "DEN HAAG, 3 mei 2021 (ANP) - ", "2021-05-03"),
    ("pt", "LISBOA, 3 de maio de 2021 (Lusa) - ", "2021-05-03"),
]


@pytest.mark.parametrize(("language", "dateline", "value"), DATELINES)
def test_a_dateline(language: str, dateline: str, value: str) -> None:
    release = release_of(f"{TITLES[language]}\n\n{dateline}{LEADS[language]}\n", language)
    check(release, value, "lead")
    assert not release.published.doubtful


def test_a_date_in_brackets_after_the_weekday() -> None:
    lead = f"Réunis ce jeudi (18 juillet 2024) à Blenheim, ils ont parlé. {LEADS['fr']}"
    text = f"{TITLES['fr']}\n\n{lead}\n"
    check(release_of(text), "2024-07-18", "lead", "18 juillet 2024")


# -- below the text -----------------------------------------------------------------------------

ENDS = [
    ("fr", "Fait à Brest, le 2 juin 2021", "2021-06-02"),
    ("fr", "FAIT A BREST, LE 2 JUIN 2021", "2021-06-02"),
    ("fr", "Portville, le 2 juin 2021", "2021-06-02"),
    ("fr", "La ministre\n\n2 juin 2021", "2021-06-02"),
    ("fr", "Le porte-parole\n\n2024-07-19", "2024-07-19"),
    ("fr", "Date de publication\n\n2024-08-07", "2024-08-07"),
    ("fr", "22.II.2010", "2010-02-22"),
    ("fr", "Délibéré à Dakar, le 4 juin 2021", "2021-06-04"),
    ("fr", "Fait le 4 juin 2021 à Brest", "2021-06-04"),
    ("fr", "(4 juin 2021)", "2021-06-04"),
    ("fr", "Bruxelles, 4 juin 2021.", "2021-06-04"),
    ("fr", "Paris, le 04.06.2021\n\nContact presse\n01 02 03 04 05", "2021-06-04"),
    ("en", "Done at Brussels, 2 June 2021", "2021-06-02"),
    ("de", "Berlin, den 2. Juni 2021", "2021-06-02"),
    ("de", "Landau der 09.02.2022", "2022-02-09"),
    ("es", "En Madrid, a 2 de junio de 2021", "2021-06-02"),
    ("it", "Roma, 2 giugno 2021", "2021-06-02"),
    ("nl", "Gedaan te Brussel, op 2 juni 2021", "2021-06-02"),
    ("pt", "Lisboa, 2 de junho de 2021", "2021-06-02"),
]


@pytest.mark.parametrize(("language", "line", "value"), ENDS)
def test_a_line_below_the_text(language: str, line: str, value: str) -> None:
    text = f"{TITLES[language]}\n\n{LEADS[language]}\n\n{line}\n"
    check(release_of(text, language), value, "end")


# -- changes and embargoes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line", "published", "updated"),
    [
        ("fr", "Publié le 3 mai 2021 | Mis à jour le 5 mai 2021", "2021-05-03", "2021-05-05"),
        ("fr", "Mis à jour le 5 mai 2021 - Publié le 3 mai 2021", "2021-05-03", "2021-05-05"),
        ("fr", "Publié le 3 mai 2021, mis à jour le 5 mai 2021", "2021-05-03", "2021-05-05"),
        (
            "fr",
            "Publié le 3 mai 2021 à 10h02 (mis à jour le 5 mai 2021 à 9h)",
            "2021-05-03",
            "2021-05-05",
        ),
        ("fr", "Paris, le 3 mai 2021 – mis à jour le 5 mai 2021", "2021-05-03", "2021-05-05"),
        ("fr", "Dernière mise à jour : 5 mai 2021", None, "2021-05-05"),
        ("fr", "Dernière mise à jour\n5 mai 2021", None, "2021-05-05"),
        ("en", "Published 3 May 2021 Last updated 5 May 2021", "2021-05-03", "2021-05-05"),
        (
            "de",
            "Veröffentlicht am 3. Mai 2021, aktualisiert am 5. Mai 2021",
            "2021-05-03",
            "2021-05-05",
        ),
        (
            "es",
            "Publicado: 3 de mayo de 2021 | Actualizado: 5 de mayo de 2021",
            "2021-05-03",
            "2021-05-05",
        ),
        (
            "it",
            "Pubblicato il 3 maggio 2021 - Aggiornato il 5 maggio 2021",
            "2021-05-03",
            "2021-05-05",
        ),
        ("nl", "Gepubliceerd op 3 mei 2021 | Bijgewerkt op 5 mei 2021", "2021-05-03", "2021-05-05"),
        (
            "pt",
            "Publicado em 3 de maio de 2021 | Atualizado em 5 de maio de 2021",
            "2021-05-03",
            "2021-05-05",
        ),
    ],
)
def test_publication_and_change(
    language: str, line: str, published: str | None, updated: str
) -> None:
    release = release_of(f"{TITLES[language]}\n\n{line}\n\n{LEADS[language]}\n", language)
    assert (release.published.value, release.updated.value) == (published, updated)
    assert not release.published.doubtful
    assert words_of(release, release.updated) is not None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "SOUS EMBARGO JUSQU'AU 5 MAI 2021 À 6 H"),
        ("fr", "Sous embargo jusqu’au mercredi 5 mai 2021, 6h00"),
        ("fr", "Embargo : 5 mai 2021"),
        ("fr", "EMBARGO\n5 mai 2021"),
        ("fr", "Ne pas diffuser avant le 5 mai 2021 à 6 heures"),
        ("en", "EMBARGOED UNTIL 00:01 GMT ON 5 MAY 2021"),
        ("en", "Embargo until 5 May 2021"),
        ("en", "Strictly embargoed for release until May 5, 2021 at 6 a.m."),
        ("de", "Sperrfrist: 5. Mai 2021, 10 Uhr"),
        ("de", "SPERRFRIST BIS 5. MAI 2021"),
        ("es", "Embargado hasta el 5 de mayo de 2021"),
        ("it", "Sotto embargo fino al 5 maggio 2021"),
        ("nl", "Onder embargo tot 5 mei 2021, 10.00 uur"),
        ("pt", "Sob embargo até 5 de maio de 2021"),
    ],
)
def test_an_embargo_is_not_the_publication(language: str, line: str) -> None:
    places = {"fr": "Portville, le 4 mai 2021", "en": "Portville, 4 May 2021"}
    dated = places.get(language, "Portville, 04.05.2021")
    release = release_of(
        f"{line}\n\n{TITLES[language]}\n\n{dated}\n\n{LEADS[language]}\n", language
    )
    assert release.embargo.value == "2021-05-05"
    assert words_of(release, release.embargo) is not None
    assert (release.published.value, release.published.doubtful) == ("2021-05-04", False)
    alone = release_of(f"{line}\n\n{TITLES[language]}\n\n{LEADS[language]}\n", language)
    assert (alone.published.value, alone.published.doubtful) == ("2021-05-05", True)


# -- titles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "value"),
    [
        ("fr", "Conseil des ministres du 20 juillet 2016", "2016-07-20"),
        ("fr", "Conseil des Ministres du 04/04/03", "2003-04-04"),
        ("fr", "COMMUNIQUE DU CONSEIL DES MINISTRES DU MERCREDI 14 AOUT 2024", "2024-08-14"),
        ("fr", "Résumé des travaux du 27 juillet 2007", "2007-07-27"),
        ("en", "Cabinet meeting of 20 July 2016", "2016-07-20"),
        ("de", "Sitzung des Ministerrats vom 20. Juli 2016", "2016-07-20"),
        ("es", "Referencia del Consejo de Ministros del 20 de julio de 2016", "2016-07-20"),
        ("fr", "Mobilisation du 18 septembre", None),
        ("fr", "Mobilisation du 18 septembre 2025", None),
        ("fr", "Invitation à la conférence de presse du 18 septembre 2025", None),
        ("fr", "Ordre du jour de la séance du 18 septembre 2025", None),
        ("fr", "La loi du 29 juillet 1881 a 140 ans", None),
        ("fr", "Élections du 9 juin 2024 : ce qui change", None),
    ],
)
def test_a_title_with_a_date(language: str, title: str, value: str | None) -> None:
    release = release_of(f"{title}\n\n{LEADS[language]}\n", language)
    assert release.published.value == value
    assert release.published.doubtful is (value is not None)
    dated = release_of(f"{title}\n\nParis, 11/09/2025\n\n{LEADS[language]}\n", "fr")
    assert (dated.published.value, dated.published.doubtful) == ("2025-09-11", False)


# -- what is another date -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "La loi du 3 mai 2021 a été abrogée."),
        ("fr", "Le règlement modifié le 4 mai 2020 s’applique aux ports de la région."),
        ("fr", "Un rapport publié le 3 mai 2021 montre que le trafic augmente."),
        ("fr", "Date limite : 3 mai 2021"),
        ("fr", "Inscriptions avant le 3 mai 2021"),
        ("fr", "Prochaine réunion :\n3 juin 2021"),
        ("fr", "Date : mardi 11 mai 2021\nHeure : 14 h\nLieu : salle des fêtes"),
        ("fr", "INVITATION PRESSE\n\nMardi 11 mai 2021 à 14 h"),
        ("fr", "12 et 13 juin 2024"),
        ("fr", "© 2021 Compagnie des îles"),
        ("fr", "Tél. 01 02 20 21 12"),
        ("fr", "Tél. 022 555 01 01"),
        ("fr", "Réf. 12/05/21/A"),
        ("fr", "Loi n° 2021-05-03-12"),
        ("fr", "3 mai 1821"),
        ("fr", "3 mai 2921"),
        ("fr", "31/02/2021"),
        (
            "fr",
            "3 mai 2019 : premières études\n5 juin 2020 : début des travaux\n7 juillet 2021 : fin",
        ),
        ("fr", "L’embargo décrété le 3 mai 2021 a été levé."),
        ("fr", "Lundi 5 février 2018, 9h : début du séminaire"),
        ("fr", "Vu la loi n° 2021-503 du 3 mai 2021,\n\nVu le décret du 5 mai 2021,"),
        ("fr", "À compter du 4 septembre 2021"),
        ("fr", "Entrée en vigueur : 3 juin 2021"),
        ("fr", "Rendez-vous le 3 juin 2021"),
        ("fr", "Score : 19/08/03"),
        ("fr", "Publié par exemple.org le lundi 7 novembre 2016"),
        ("fr", "Tel : 04.06.20.21.22"),
        ("fr", "Version 12.05.21"),
        ("fr", "Prochains rendez-vous\n\n3 juin 2021\n\n10 juin 2021"),
        ("fr", "À lire aussi : Le port rouvre (3 mars 2020)"),
        ("de", "Termin: 4. September 2021, 19 Uhr\nOrt: Rathaus"),
        ("en", "Save the date: 6 June 2021"),
        ("en", "04/05/2021"),
        ("en", "The act signed on 3 May 2021 applies."),
        ("en", "WHEN: May 11, 2021\nWHERE: Town hall"),
        ("de", "Das Gesetz vom 3. Mai 2021 gilt."),
        ("es", "Plazo: 3 de mayo de 2021"),
        ("it", "La legge del 3 maggio 2021 si applica."),
    ],
)
def test_another_date_is_not_the_release_s(language: str, line: str) -> None:
    above = release_of(f"{TITLES[language]}\n\n{line}\n\n{LEADS[language]}\n", language)
    assert above.published.value is None
    below = release_of(f"{TITLES[language]}\n\n{LEADS[language]}\n\n{line}\n", language)
    assert below.published.value is None


def test_a_reader_s_comment_does_not_date_a_release() -> None:
    text = f"{TITLES['fr']}\n\n{LEADS['fr']}\n\nRéagir\n\nJean le 5 juin 2021 à 10:12\nBravo !\n"
    assert release_of(text).published.value is None


def test_what_may_be_a_place_or_an_event_is_in_doubt() -> None:
    for line in ("London – 4 June 2021", "Marché de Noël, 12 décembre 2021"):
        published = release_of(f"{TITLES['fr']}\n\n{line}\n\n{LEADS['fr']}\n").published
        assert published.doubtful


def test_two_dates_that_disagree_are_in_doubt() -> None:
    text = (
        f"{TITLES['fr']}\n\nParis, le 3 mai 2021\n\n{LEADS['fr']}\n\nFait à Paris, le 7 mai 2021\n"
    )
    published = release_of(text).published
    assert (published.value, published.doubtful) == ("2021-05-03", True)
    same = release_of(text.replace("7 mai", "3 mai")).published
    assert (same.value, same.doubtful) == ("2021-05-03", False)


@pytest.mark.parametrize(("day", "doubtful"), [("3", False), ("7", True)])
def test_front_matter_and_text_that_disagree_are_in_doubt(day: str, doubtful: bool) -> None:
    text = (
        f"---\ndate: 2021-05-03\n---\n{TITLES['fr']}\n\nParis, le {day} mai 2021\n\n{LEADS['fr']}\n"
    )
    published = release_of(text).published
    assert (published.value, published.stated_by) == ("2021-05-03", "front matter")
    assert published.doubtful is doubtful


def test_a_sidecar_is_not_in_doubt() -> None:
    file = SourceFile(Path("x.txt"), "x.txt", "x", Metadata(date=PartialDate(2021, 5, 7)))
    text = f"{TITLES['fr']}\n\nParis, le 3 mai 2021\n\n{LEADS['fr']}\n"
    published = parse_release(with_front_matter(text), file, detect=lambda _text: "fr").published
    assert (published.value, published.stated_by, published.doubtful) == (
        "2021-05-07",
        "sidecar",
        False,
    )


# -- the file's name ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "value", "words", "doubtful"),
    [
        ("2016-01-19-coupe-des-robots.md", "2016-01-19", "2016-01-19", False),
        ("20091008.txt", "2009-10-08", "20091008", False),
        ("CP_20210503_ferry.txt", "2021-05-03", "20210503", False),
        ("20110205a.wml", "2011-02-05", "20110205", False),
        ("10Apr2006Collins340.txt", "2006-04-10", "10Apr2006", False),
        ("2021_05_03.txt", "2021-05-03", "2021_05_03", False),
        ("2021.05.03 ferry.txt", "2021-05-03", "2021.05.03", False),
        ("23-05-2021.txt", "2021-05-23", "23-05-2021", False),
        ("03-05-2021.txt", "2021-05-03", "03-05-2021", True),
        ("communique-3-mai-2021.pdf", "2021-05-03", "3-mai-2021", False),
        ("communique_1er_mai_2021.txt", "2021-05-01", "1er_mai_2021", False),
        ("Pressemitteilung 3. März 2021.txt", "2021-03-03", "3. März 2021", False),
        ("press-release-may-3-2021.html", "2021-05-03", "may-3-2021", False),
        ("conseil-des-ministres-du-14-Aout-2024.md", "2024-08-14", "14-Aout-2024", True),
        ("2021/05/03/x.txt", "2021-05-03", "2021/05/03", False),
        ("news/2021/05/x.txt", "2021-05", "2021/05", True),
        ("2021-05-03/x.txt", "2021-05-03", "2021-05-03", False),
        ("2021/mai/x.txt", "2021-05", "2021/mai", True),
        ("2021/05-mai/x.txt", "2021-05", "2021/05-mai", True),
        ("2021/x.txt", "2021", "2021", True),
        ("2021-05-lettre.txt", "2021-05", "2021-05", True),
        ("18-02-27-bootcamp.md", "2018-02-27", "18-02-27", True),
        ("190503_CP.txt", "2019-05-03", "190503", True),
        ("PR20210503.txt", "2021-05-03", "20210503", True),
    ],
)
def test_the_file_s_name(source: str, value: str, words: str, doubtful: bool) -> None:
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, source)
        published = release_of(f"{TITLES['fr']}\n\n{LEADS['fr']}\n", source=name).published
        assert (published.value, published.stated_by) == (value, "name")
        assert (published.span, published.doubtful) == (None, doubtful)
        assert unicodedata.normalize("NFC", published.words or "").endswith(words)
        assert published.words is not None
        assert published.words in name


@pytest.mark.parametrize(
    "source",
    [
        "PR1704.txt",
        "PR-17-04.txt",
        "sc9391.txt",
        "CS2541.txt",
        "97813.txt",
        "6737-10.txt",
        "PRES-04-343.txt",
        "release_00099.txt",
        "001_319c6ed45504dc95.txt",
        "19521304.txt",
        "18250503.txt",
        "20991231.txt",
        "20211301.txt",
        "2021-02-30.txt",
        "document-2021.txt",
        "rapport_2020_2021.txt",
        "CP-2021-045.txt",
        "120210503.txt",
        "202105031.txt",
        "mobilisation-du-18-septembre-2025.txt",
        "loi-du-29-juillet-1981.txt",
        "mars-et-la-planete.txt",
        "022-555-01-01.txt",
    ],
)
def test_a_name_without_a_date(source: str) -> None:
    assert date_of_name(source, "fr") == PublicationDate()


def test_a_name_is_the_last_to_date_a_release() -> None:
    name = "2021-05-14-ferry.txt"
    text = f"{TITLES['fr']}\n\nParis, le 3 mai 2021\n\n{LEADS['fr']}\n"
    published = release_of(text, source=name).published
    assert (published.value, published.stated_by) == ("2021-05-03", "header")
    # A day without its year is not known; neither is one in a title the release's for sure.
    text = f"{TITLES['fr']}\n\nLe 14 mai\n\n{LEADS['fr']}\n"
    published = release_of(text, source=name).published
    assert (published.value, published.stated_by, published.doubtful) == (
        "2021-05-14",
        "name",
        False,
    )
    text = f"Conseil des ministres du 14 mai 2021\n\n{LEADS['fr']}\n"
    published = release_of(text, source=name).published
    assert (published.value, published.stated_by, published.doubtful) == (
        "2021-05-14",
        "header",
        False,
    )


def test_a_name_decides_between_two_dates_of_a_text() -> None:
    text = f"July 31 2008\n\n{TITLES['en']}\n\nSeptember 8th 2006 Washington DC {LEADS['en']}\n"
    published = release_of(text, "en", "8Sep2006Thune15.txt").published
    assert (published.value, published.stated_by) == ("2006-09-08", "lead")


# -- any text -----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(
            "le ",
            "Paris, ",
            "Publié le ",
            "3 mai 2021",
            "19/08/03",
            "2021-05-03T10:00",
            "\n",
            "\n\n",
        ),
        *(
            " – ",
            "Mis à jour ",
            "(dpa)",
            "/PRNewswire/",
            "Fait à Brest, ",
            "sous embargo jusqu'au ",
        ),
        *(
            "ao\u0302t",
            "4 aou\u0302t 2021",
            " : ",
            "| ",
            "Date de publication",
            "# ",
            "\t",
            "12 XII 2004",
        ),
        *(LEADS["fr"], "\u0301", "e\u0301", "Conseil des ministres du ", "\ufeff", "21", "-"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("".join))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_text_its_dates_stand_in_it(text: str) -> None:
    try:
        release = release_of(text)
    except UnreadableFileError:
        return
    for stated in (release.published, release.updated, release.embargo):
        if stated.date is None:
            assert stated == PublicationDate()
            continue
        assert stated.span is not None
        assert 0 <= stated.span.start < stated.span.end <= len(release.body)
        bounds = stated.date.bounds
        assert bounds is None or 1900 <= bounds[0].year <= date.today().year + 1


@given(st.text(max_size=40))
@settings(deadline=None)
def test_whatever_the_name(name: str) -> None:
    stated = date_of_name(name, "fr")
    assert (stated.words is None) == (stated.date is None)


# -- other languages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("el", "Θεσσαλονίκη, 9 Ιουλίου 2018", "2018-07-09"),
        ("el", "ΠΑΤΡΑ, 2 ΟΚΤΩΒΡΙΟΥ 2014", "2014-10-02"),
        ("ar", "تونس، 21 جويلية 2015", "2015-07-21"),
        ("ar", "بيروت، 3 تشرين الأول 2019", "2019-10-03"),
        ("cs", "V Plzni dne 8. listopadu 2012", "2012-11-08"),
        ("cs", "Zveřejněno: 4. srpna 2016", "2016-08-04"),
        ("pl", "Gdynia, dnia 30 czerwca 2017 r.", "2017-06-30"),
        ("ru", "Опубликовано: 11 марта 2020", "2020-03-11"),
        ("uk", "Оприлюднено 7 травня 2021 року", "2021-05-07"),
        ("sv", "Umeå den 1 augusti 2013", "2013-08-01"),
        ("da", "Aarhus, d. 6. marts 2011", "2011-03-06"),
        ("no", "Publisert: 12. desember 2018", "2018-12-12"),
        ("fi", "Julkaistu 23. huhtikuuta 2010", "2010-04-23"),
        ("ro", "Iași, 5 octombrie 2016", "2016-10-05"),
        ("tr", "İzmir, 19 Kasım 2014", "2014-11-19"),
        ("ca", "Girona, 2 d'abril de 2009", "2009-04-02"),
        ("bg", "Варна, 28 юли 2015 г.", "2015-07-28"),
        ("hu", "Szeged, 2014. március 5.", "2014-03-05"),
        ("zh", "发布日期：2016年9月2日", "2016-09-02"),
        ("ja", "公開日：2019年11月5日", "2019-11-05"),
    ],
)
def test_the_date_of_a_release_in_another_language(language: str, line: str, value: str) -> None:
    release = release_of(f"{TITLES['en']}\n\n{line}\n\n{LEADS['en']}\n", language)
    assert (release.published.value, release.published.stated_by) == (value, "header")
    assert [block.kind for block in release.blocks][1] == "header"


@pytest.mark.parametrize(
    ("language", "line"),
    [("ro", "Cele 3 mai mari orașe din țară au semnat."), ("tr", "Evde 3 ocak daha var.")],
)
def test_a_word_that_is_also_a_month_is_none_without_a_year(language: str, line: str) -> None:
    assert release_of(f"{TITLES['en']}\n\n{line}\n", language).published.date is None


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("fr", "De : Service de presse\nÀ : Toutes les rédactions\nDate : {}\nObjet : {}"),
        ("de", "Von: Pressestelle\nAn: Redaktionen\nDatum: {}\nBetreff: {}"),
        ("it", "Da: Ufficio stampa\nA: Redazioni\nData: {}\nOggetto: {}"),
    ],
)
def test_the_head_of_a_memorandum_has_the_date_and_the_title(language: str, head: str) -> None:
    text = f"{head.format('12.03.2012', TITLES[language])}\n\n{LEADS[language]}\n"
    release = release_of(text, language)
    assert release.title == TITLES[language]
    assert release.published.value == "2012-03-12"
    quoted = [b for b in release.blocks if b.kind in ("paragraph", "heading")]
    assert [release.body[b.start : b.end] for b in quoted] == [LEADS[language]]


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("fr", "Communiqué n° 12/2011 du 21/03/2011", "2011-03-21"),
        ("de", "Pressemitteilung Nr. 17/2012 vom 9.5.2012", "2012-05-09"),
        ("it", "Comunicato stampa del 3/5/2012", "2012-05-03"),
        ("pl", "Brenowo, 9.05.2012 r.", "2012-05-09"),
        ("ar", "الرياض، ٨ مايو ٢٠١٤", "2014-05-08"),
    ],
)
def test_a_date_in_numbers_behind_a_label_or_a_place(language: str, line: str, value: str) -> None:
    release = release_of(f"{line}\n\n{TITLES['en']}\n\n{LEADS['en']}\n", language)
    assert release.published.value == value


@pytest.mark.parametrize("name", ["CP-2011-03-21", "communique-2011-03-21", "PR-2011-03-21-pont"])
def test_a_name_with_a_hyphen_before_its_date(name: str) -> None:
    assert date_of_name(f"{name}.txt", "fr").value == "2011-03-21"
