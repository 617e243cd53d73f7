"""Each language whole: release dates, dates in the text, relative dates, sentences."""

from __future__ import annotations

import pytest

from rag.corpus.release_dates.text import text_dates
from rag.language import find_dates, resolve, sentence_spans
from rag.language.language import (
    Calendar,
    Language,
    RelativeWords,
    ReleaseWords,
    SentenceWords,
    Sides,
    TenseWords,
)
from rag.language.patterns import plain
from rag.language.registry import added, languages
from rag.language.vocabulary import vocabulary
from rag.partial_date import PartialDate
from rag.types import PublicationDate
from tests.test_dates import release_of

THURSDAY = PublicationDate(PartialDate(2024, 7, 18))
SEVEN = ("de", "en", "es", "fr", "it", "nl", "pt")
LEADS = {
    "de": "Die Stadtwerke haben das neue Wasserwerk am Lindenbach in Betrieb genommen und der"
    " Bürgermeister hat allen gedankt, die daran gearbeitet haben.",
    "en": "The town has opened its new waterworks on the river and the mayor has thanked all the"
    " people who have worked on it for so long.",
    "es": "El puerto ha abierto su nuevo muelle y la alcaldesa ha dado las gracias a todas las"
    " personas que han trabajado en las obras durante tanto tiempo.",
    "fr": "La ville a ouvert sa nouvelle usine des eaux et le maire a remercié toutes les"
    " personnes qui y ont travaillé pendant si longtemps.",
    "it": "Il porto ha aperto il suo nuovo molo e la sindaca ha ringraziato tutte le persone che"
    " hanno lavorato così a lungo alla sua costruzione.",
    "nl": "De haven heeft haar nieuwe kade geopend en de burgemeester heeft alle mensen bedankt"
    " die er zo lang aan hebben gewerkt.",
    "pt": "O porto abriu o seu novo cais e a presidente da câmara agradeceu a todas as pessoas"
    " que trabalharam durante tanto tempo na sua construção.",
}


def values(text: str, language: str | None) -> list[str | None]:
    return [found.value for found in find_dates(text, language=language)]


def meanings(text: str, language: str | None) -> list[str | None]:
    found = find_dates(text, language=language)
    return [resolve(text, one, THURSDAY, language).value for one in found]


def sentences(text: str, language: str | None) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text, language=language)]


# -- the release's own date ---------------------------------------------------------------------

HEADERS = [
    ("de", "8. Oktober 2019", "2019-10-08"),
    ("de", "Waldhausen, 8. Oktober 2019", "2019-10-08"),
    ("de", "Waldhausen, den 8. Oktober 2019", "2019-10-08"),
    ("de", "Frankfurt am Main, 08.10.2019", "2019-10-08"),
    ("de", "Pressemitteilung Nr. 45/2019 vom 8. Oktober 2019", "2019-10-08"),
    ("de", "PRESSEMITTEILUNG | 8. OKTOBER 2019", "2019-10-08"),
    ("de", "Stand: 8. Oktober 2019", "2019-10-08"),
    ("de", "Veröffentlicht am 8. Oktober 2019 um 14.30 Uhr", "2019-10-08"),
    ("de", "Wien, 9. Jänner 2020", "2020-01-09"),
    ("de", "9. Ma\u0308rz 2020", "2020-03-09"),
    ("es", "26 de octubre de 2014", "2014-10-26"),
    ("es", "Madrid, 26 de octubre de 2014", "2014-10-26"),
    ("es", "MADRID, 26 DE OCTUBRE DE 2014", "2014-10-26"),
    ("es", "Nota de prensa | 1.º de mayo de 2020", "2020-05-01"),
    ("es", "Nota de prensa - martes, 3 de mayo de 2022", "2022-05-03"),
    ("es", "Publicado el 26 de octubre de 2014 a las 10:30 h", "2014-10-26"),
    ("es", "Fecha: 26 oct 2014", "2014-10-26"),
    ("it", "8 ottobre 2019", "2019-10-08"),
    ("it", "Roma, 8 ottobre 2019", "2019-10-08"),
    ("it", "Roma, lì 1° maggio 2020", "2020-05-01"),
    ("it", "Comunicato stampa n. 45 del 3 maggio 2021", "2021-05-03"),
    ("it", "Pubblicato il 3 maggio 2021 alle ore 10:30", "2021-05-03"),
    ("it", "martedì 3 maggio 2022", "2022-05-03"),
    ("nl", "3 maart 2021", "2021-03-03"),
    ("nl", "Den Haag, 3 maart 2021", "2021-03-03"),
    ("nl", "Persbericht - dinsdag 3 mei 2022", "2022-05-03"),
    ("nl", "Gepubliceerd op 3 maart 2021 om 14.30 uur", "2021-03-03"),
    ("nl", "Datum: 3 mrt. 2021", "2021-03-03"),
    ("pt", "3 de março de 2021", "2021-03-03"),
    ("pt", "Bruxelas, 3 de março de 2021", "2021-03-03"),
    ("pt", "Nota de imprensa | 1º de maio de 2020", "2020-05-01"),
    ("pt", "Publicado em 3 de março de 2021 às 10h30", "2021-03-03"),
    ("pt", "terça-feira, 3 de maio de 2022", "2022-05-03"),
    ("fr", "Bruxelles, le mardi 3 mai 2022", "2022-05-03"),
    ("en", "London, 3 May 2022", "2022-05-03"),
]


@pytest.mark.parametrize(("language", "line", "value"), HEADERS)
def test_a_header_line_dates_the_release(language: str, line: str, value: str) -> None:
    release = release_of(f"Abc Xyz\n\n{line}\n\n{LEADS[language]}\n", language)
    assert (release.published.value, release.published.stated_by) == (value, "header")
    assert release.title == "Abc Xyz"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Aktualisiert am 8. Oktober 2019"),
        ("de", "Letzte Änderung: 08.10.2019"),
        ("es", "Actualizado el 26 de octubre de 2014"),
        ("es", "Última actualización: 26 de octubre de 2014"),
        ("it", "Aggiornato il 3 maggio 2021"),
        ("nl", "Bijgewerkt op 3 maart 2021"),
        ("nl", "Laatst gewijzigd: 3 maart 2021"),
        ("pt", "Atualizado em 3 de março de 2021"),
    ],
)
def test_the_date_of_a_change_is_not_the_release_s(language: str, line: str) -> None:
    release = release_of(f"Abc Xyz\n\n{line}\n\n{LEADS[language]}\n", language)
    assert release.published.value is None
    assert not any(b.kind != "header" for b in release.blocks[1:2])


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("de", "Pressemitteilung"),
        ("de", "PRESSEINFORMATION"),
        ("es", "Nota de prensa"),
        ("es", "COMUNICADO DE PRENSA"),
        ("it", "Comunicato stampa"),
        ("nl", "Persbericht"),
        ("pt", "Nota de imprensa"),
        ("pt", "Comunicado de imprensa"),
    ],
)
def test_a_label_is_no_title(language: str, label: str) -> None:
    assert release_of(f"{label}\n\nAbc Xyz\n\n{LEADS[language]}\n", language).title == "Abc Xyz"


@pytest.mark.parametrize(
    ("language", "dateline", "value"),
    [
        ("de", "Waldhausen, 8. Oktober 2019 –", "2019-10-08"),
        ("de", "8. Oktober 2019 -", "2019-10-08"),
        ("de", "WALDHAUSEN, den 8. Oktober 2019 —", "2019-10-08"),
        ("es", "Madrid, 26 de octubre de 2014.-", "2014-10-26"),
        ("es", "Madrid (España), 26 de octubre de 2014. –", "2014-10-26"),
        ("it", "Roma, 8 ottobre 2019 -", "2019-10-08"),
        ("nl", "Den Haag, 3 maart 2021 –", "2021-03-03"),
        ("pt", "Bruxelas, 3 de março de 2021 –", "2021-03-03"),
        ("fr", "Bruxelles, le 3 mai 2021 –", "2021-05-03"),
        ("en", "LONDON, May 3, 2021 –", "2021-05-03"),
    ],
)
def test_a_dateline_dates_the_release(language: str, dateline: str, value: str) -> None:
    release = release_of(f"Abc Xyz\n\n{dateline} {LEADS[language]}\n", language)
    assert release.published.value == value


@pytest.mark.parametrize(
    ("language", "lead", "value"),
    [
        (
            "de",
            "Die Minister haben sich an diesem Donnerstag (18. Juli 2024) getroffen.",
            "2024-07-18",
        ),
        (
            "de",
            "Bei einer Pressekonferenz am 12. Mai 2024 sagte der Minister, es gehe voran.",
            None,
        ),
        (
            "de",
            "Auf der Konferenz am 12. Mai 2024 sagte der Minister, es gehe voran.",
            "2024-05-12",
        ),
        ("de", "Der am 4. April 1949 unterzeichnete Vertrag gilt noch.", None),
        ("de", "Das Gesetz vom 4. April 1949 gilt noch.", None),
        ("de", "Der Gipfel wird am 9. Juli 2024 stattfinden.", None),
        ("es", "Los ministros se reunieron este jueves (18 de julio de 2024).", "2024-07-18"),
        ("es", "La ministra inauguró el 12 de mayo de 2024 el puente.", "2024-05-12"),
        ("es", "La ley del 4 de abril de 1949 sigue en vigor.", None),
        ("es", "La cumbre tendrá lugar el 9 de julio de 2024.", None),
        ("it", "I ministri si sono riuniti questo giovedì (18 luglio 2024).", "2024-07-18"),
        ("it", "Il trattato firmato il 4 aprile 1949 è ancora in vigore.", None),
        ("it", "Il vertice si terrà il 9 luglio 2024.", None),
        ("nl", "De ministers kwamen deze donderdag (18 juli 2024) bijeen.", "2024-07-18"),
        ("nl", "De wet van 4 april 1949 geldt nog.", None),
        ("nl", "De top zal op 9 juli 2024 plaatsvinden.", None),
        ("pt", "Os ministros reuniram-se esta quinta-feira (18 de julho de 2024).", "2024-07-18"),
        ("pt", "A lei de 4 de abril de 1949 continua em vigor.", None),
        ("pt", "A cimeira terá lugar no dia 9 de julho de 2024.", None),
    ],
)
def test_a_lead_gives_its_date_only_when_it_is_the_news(
    language: str, lead: str, value: str | None
) -> None:
    assert release_of(f"Abc Xyz\n\n{lead} {LEADS[language]}\n", language).published.value == value


def test_a_header_in_another_language_than_the_text() -> None:
    release = release_of(f"Un titre\n\n8. Oktober 2019\n\n{LEADS['fr']}\n", "fr")
    assert release.published.value == "2019-10-08"


# -- dates that the text states -----------------------------------------------------------------

STATED = [
    ("de", "am Dienstag, den 8. Oktober 2019", "2019-10-08"),
    ("de", "des 3. Mai 2021", "2021-05-03"),
    ("de", "8.Oktober 2019", "2019-10-08"),
    ("de", "8. 10. 2019", "2019-10-08"),
    ("de", "vom 9.-12. März 2022", "2022-03-09/2022-03-12"),
    ("de", "vom 09. – 12. März 2022", "2022-03-09/2022-03-12"),
    ("de", "vom 9. bis 12. März 2022", "2022-03-09/2022-03-12"),
    ("de", "vom 28. Februar bis zum 3. März 2022", "2022-02-28/2022-03-03"),
    ("de", "vom 9.-12.3.2022", "2022-03-09/2022-03-12"),
    ("de", "vom 28.2. bis 3.3.2022", "2022-02-28/2022-03-03"),
    ("de", "am 3. und 4. Mai 2022", "2022-05-03/2022-05-04"),
    ("de", "zwischen dem 3. und 7. Mai 2022", "2022-05-03/2022-05-07"),
    ("de", "im März 2021", "2021-03"),
    ("de", "Ende März 2021", "2021-03"),
    ("de", "am 3. Okt. 2021", "2021-10-03"),
    ("de", "am 3. Mai", "--05-03"),
    ("de", "im Mai", "--05"),
    ("de", "seit 2019", "2019"),
    ("de", "im Jahr 2019", "2019"),
    ("de", "Mitte 2026", "2026"),
    ("es", "el 1º de mayo de 2020", "2020-05-01"),
    ("es", "el miércoles 3 de mayo de 2022", "2022-05-03"),
    ("es", "del 3 al 5 de febrero de 2021", "2021-02-03/2021-02-05"),
    ("es", "entre el 3 y el 7 de mayo de 2021", "2021-05-03/2021-05-07"),
    ("es", "los días 3 y 4 de mayo de 2021", "2021-05-03/2021-05-04"),
    ("es", "del 30 de marzo al 2 de abril de 2022", "2022-03-30/2022-04-02"),
    ("es", "en abril de 2022", "2022-04"),
    ("es", "el 3 may. 2022", "2022-05-03"),
    ("es", "desde 2014", "2014"),
    ("es", "a mediados de 2026", "2026"),
    ("it", "il 1° maggio 2020", "2020-05-01"),
    ("it", "l’8 maggio 2022", "2022-05-08"),
    ("it", "dal 3 al 5 febbraio 2021", "2021-02-03/2021-02-05"),
    ("it", "dall’8 al 10 maggio 2021", "2021-05-08/2021-05-10"),
    ("it", "dal 30 marzo al 2 aprile 2022", "2022-03-30/2022-04-02"),
    ("it", "il 15 gen 2021", "2021-01-15"),
    ("it", "nel marzo 2021", "2021-03"),
    ("it", "entro fine 2026", "2026"),
    ("nl", "van 3 tot en met 5 maart 2021", "2021-03-03/2021-03-05"),
    ("nl", "3 t/m 5 maart 2021", "2021-03-03/2021-03-05"),
    ("nl", "van 30 maart tot en met 2 april 2022", "2022-03-30/2022-04-02"),
    ("nl", "op dinsdag 3 mei 2022", "2022-05-03"),
    ("nl", "op 3e mei 2022", "2022-05-03"),
    ("nl", "eind maart 2021", "2021-03"),
    ("nl", "sinds 2014", "2014"),
    ("nl", "medio 2026", "2026"),
    ("pt", "no dia 1º de maio de 2020", "2020-05-01"),
    ("pt", "de 3 a 5 de fevereiro de 2021", "2021-02-03/2021-02-05"),
    ("pt", "nos dias 3 e 4 de maio de 2021", "2021-05-03/2021-05-04"),
    ("pt", "de 30 de março a 2 de abril de 2022", "2022-03-30/2022-04-02"),
    ("pt", "em 3 out 2021", "2021-10-03"),
    ("pt", "em março de 2021", "2021-03"),
    ("pt", "até 2014", "2014"),
    ("pt", "em meados de 2026", "2026"),
    ("fr", "mi-2026", "2026"),
    ("fr", "fin 2026", "2026"),
    ("fr", "début 2026", "2026"),
    ("en", "mid-2026", "2026"),
    ("en", "in late 2026", "2026"),
]


SEVERAL_DAYS = [
    ("fr", "du lundi 3 au mercredi 5 mai 2021", "2021-05-03/2021-05-05"),
    ("fr", "du lundi 3 mai au mercredi 5 mai 2021", "2021-05-03/2021-05-05"),
    ("fr", "du vendredi 31 décembre au dimanche 2 janvier 2022", "2021-12-31/2022-01-02"),
    ("fr", "les samedi 3 et dimanche 4 avril 2021", "2021-04-03/2021-04-04"),
    ("fr", "les 3, 4 et 5 mai 2021", "2021-05-03/2021-05-05"),
    ("fr", "du 1ᵉʳ au 3 mai 2021", "2021-05-01/2021-05-03"),
    ("fr", "entre le 3 et le 5 mai 2021", "2021-05-03/2021-05-05"),
    ("fr", "entre le lundi 3 et le mercredi 5 mai 2021", "2021-05-03/2021-05-05"),
    ("fr", "entre le 30 avril et le 2 mai 2021", "2021-04-30/2021-05-02"),
    ("fr", "le 3 et le 4 mai 2021", "2021-05-03/2021-05-04"),
    ("fr", "du 3 mai jusqu’au 5 mai 2021", "2021-05-03/2021-05-05"),
    ("en", "between May 3 and 5, 2021", "2021-05-03/2021-05-05"),
    ("en", "between 30 April and 2 May 2021", "2021-04-30/2021-05-02"),
    ("en", "May 3 through May 5, 2021", "2021-05-03/2021-05-05"),
    ("de", "zwischen dem 30. April und dem 2. Mai 2021", "2021-04-30/2021-05-02"),
    ("en", "from Monday, May 3 to Wednesday, May 5, 2021", "2021-05-03/2021-05-05"),
    ("en", "Monday 3 to Friday 7 May 2021", "2021-05-03/2021-05-07"),
    ("en", "May 3, 4, and 5, 2021", "2021-05-03/2021-05-05"),
    ("de", "von Montag, den 3. Mai, bis Mittwoch, den 5. Mai 2021", "2021-05-03/2021-05-05"),
    ("de", "am 3., 4. und 5. Mai 2021", "2021-05-03/2021-05-05"),
    ("es", "del lunes 3 al viernes 7 de mayo de 2021", "2021-05-03/2021-05-07"),
    ("it", "da lunedì 30 aprile a mercoledì 2 maggio 2021", "2021-04-30/2021-05-02"),
    ("nl", "van maandag 3 tot en met vrijdag 7 mei 2021", "2021-05-03/2021-05-07"),
    ("pt", "de segunda-feira, 3, a sexta-feira, 7 de maio de 2021", "2021-05-03/2021-05-07"),
]


@pytest.mark.parametrize(("language", "words", "value"), SEVERAL_DAYS)
def test_days_with_their_weekdays_are_one_range(language: str, words: str, value: str) -> None:
    text = f"X {words} X."
    assert [(text[d.start : d.end], d.value) for d in find_dates(text, language=language)] == [
        (words, value)
    ]


def test_days_that_do_not_follow_each_other_are_no_range() -> None:
    found = find_dates("les 3, 5 et 9 mai 2021", language="fr")
    assert [one.value for one in found] == ["2021-05-09"]
    found = find_dates("open from May 3 to 5 pm", language="en")
    assert [one.value for one in found] == ["--05-03"]
    found = find_dates("le 3 mai 2021 et le 5 juin 2021", language="fr")
    assert [one.value for one in found] == ["2021-05-03", "2021-06-05"]


@pytest.mark.parametrize(("language", "words", "value"), STATED)
def test_a_date_is_read_with_all_its_words(language: str, words: str, value: str) -> None:
    text = f"Abc {words}, abc."
    (found,) = find_dates(text, language=language)
    assert (text[found.start : found.end], found.value) == (words, value)
    assert values(words.upper(), language) == [value]


PARTS_OF_YEARS = [
    ("fr", "à l’automne 2025", "2025-23"),
    ("fr", "au second semestre 2024", "2024-41"),
    ("fr", "au premier trimestre 2023", "2023-33"),
    ("fr", "le 3e trimestre de 2023", "2023-35"),
    ("fr", "printemps 2003", "2003-21"),
    ("fr", "de l’été 2014", "2014-22"),
    ("fr", "au T3 2024", "2024-35"),
    ("fr", "S1 2024", "2024-40"),
    ("fr", "l’hiver 2024-2025", "2024-24"),
    ("en", "in the fall of 2025", "2025-23"),
    ("en", "Spring 2025", "2025-21"),
    ("en", "in the second half of 2024", "2024-41"),
    ("en", "first-quarter 2023", "2023-33"),
    ("en", "Q3 2024", "2024-35"),
    ("en", "H1 2024", "2024-40"),
    ("de", "im Herbst 2025", "2025-23"),
    ("de", "im zweiten Halbjahr 2024", "2024-41"),
    ("de", "im 3. Quartal 2024", "2024-35"),
    ("de", "Frühjahr 2023", "2023-21"),
    ("de", "Q3 2024", "2024-35"),
    ("es", "en otoño de 2025", "2025-23"),
    ("es", "en el segundo semestre de 2024", "2024-41"),
    ("es", "el tercer trimestre de 2024", "2024-35"),
    ("es", "3T 2024", "2024-35"),
    ("it", "nell’autunno 2025", "2025-23"),
    ("it", "nel secondo semestre del 2024", "2024-41"),
    ("it", "il terzo trimestre 2024", "2024-35"),
    ("nl", "in het najaar van 2025", "2025-23"),
    ("nl", "in de tweede helft van 2024", "2024-41"),
    ("nl", "het derde kwartaal van 2024", "2024-35"),
    ("pt", "no outono de 2025", "2025-23"),
    ("pt", "no segundo semestre de 2024", "2024-41"),
    ("pt", "no 3.º trimestre de 2024", "2024-35"),
]


@pytest.mark.parametrize(("language", "words", "value"), PARTS_OF_YEARS)
def test_a_part_of_a_year_is_read_with_all_its_words(language: str, words: str, value: str) -> None:
    text = f"Abc abc: {words}."
    (found,) = find_dates(text, language=language)
    assert (text[found.start : found.end], found.value) == (words, value)


@pytest.mark.parametrize("language", SEVEN)
def test_a_line_of_a_part_of_a_year_does_not_date_the_release(language: str) -> None:
    for words in [words for code, words, _ in PARTS_OF_YEARS if code == language]:
        text = f"Abc Xyz\n\n{words}\n\n{LEADS[language]}\n"
        assert release_of(text, language).published.value is None


# -- what needs the release's date: Thursday 18 July 2024 ---------------------------------------

RELATIVE = [
    ("de", "Sie tagten gestern.", "2024-07-17"),
    ("de", "Sie tagten vorgestern.", "2024-07-16"),
    ("de", "Sie tagen übermorgen.", "2024-07-20"),
    ("de", "Sie tagten letzte Woche.", "2024-07-08/2024-07-14"),
    ("de", "Sie tagten im vergangenen Jahr.", "2023"),
    ("de", "Vor drei Jahren gab es das nicht.", "2021"),
    ("de", "Vor 14 Tagen war es so weit.", "2024-07-01/2024-07-07"),
    ("de", "Nächsten Dienstag geht es los.", "2024-07-23"),
    ("de", "Sie wurden am Dienstag gewählt.", "2024-07-16"),
    ("de", "Sie werden am Dienstag gewählt.", "2024-07-23"),
    ("de", "Sie wurden im Oktober gewählt.", "2023-10"),
    ("de", "Sie werden im Oktober gewählt.", "2024-10"),
    ("de", "Das Werk soll im Herbst öffnen.", "2024-23"),
    ("de", "Es war im letzten Quartal.", "2024-34"),
    ("de", "Es war am vergangenen 3. Mai.", "2024-05-03"),
    ("es", "Se reunieron ayer.", "2024-07-17"),
    ("es", "Se reunieron anteayer.", "2024-07-16"),
    ("es", "Se reunieron la semana pasada.", "2024-07-08/2024-07-14"),
    ("es", "Se reunieron hace dos años.", "2022"),
    ("es", "Abrirá dentro de dos años.", "2026"),
    ("es", "Abrirá el año que viene.", "2025"),
    ("es", "Se reunieron el pasado martes.", "2024-07-16"),
    ("es", "El puente se abrirá el martes.", "2024-07-23"),
    ("es", "Fue inaugurado el pasado 3 de mayo.", "2024-05-03"),
    ("es", "Se inaugurará en otoño.", "2024-23"),
    ("es", "Se inauguró el verano pasado.", "2023-22"),
    ("it", "Si sono riuniti ieri.", "2024-07-17"),
    ("it", "Si sono riuniti l’anno scorso.", "2023"),
    ("it", "Si sono riuniti due mesi fa.", "2024-05"),
    ("it", "Aprirà tra due anni.", "2026"),
    ("it", "Si sono riuniti martedì scorso.", "2024-07-16"),
    ("it", "Aprirà la prossima settimana.", "2024-07-22/2024-07-28"),
    ("it", "È stato inaugurato lo scorso 3 maggio.", "2024-05-03"),
    ("it", "Sarà inaugurato in autunno.", "2024-23"),
    ("nl", "Ze kwamen gisteren bijeen.", "2024-07-17"),
    ("nl", "Ze kwamen vorige week bijeen.", "2024-07-08/2024-07-14"),
    ("nl", "Dat was twee jaar geleden.", "2022"),
    ("nl", "Het opent over twee jaar.", "2026"),
    ("nl", "Ze kwamen afgelopen dinsdag bijeen.", "2024-07-16"),
    ("nl", "De kade zal op dinsdag opengaan.", "2024-07-23"),
    ("nl", "Het wordt in het najaar geopend.", "2024-23"),
    ("pt", "Reuniram-se ontem.", "2024-07-17"),
    ("pt", "Reuniram-se no ano passado.", "2023"),
    ("pt", "Reuniram-se há dois anos.", "2022"),
    ("pt", "Abrirá depois de amanhã.", "2024-07-20"),
    ("pt", "Reuniram-se na passada terça-feira.", "2024-07-16"),
    ("pt", "Abrirá na próxima semana.", "2024-07-22/2024-07-28"),
    ("pt", "Foi inaugurado no passado dia 3 de maio.", "2024-05-03"),
    ("pt", "Será inaugurado no outono.", "2024-23"),
    ("fr", "Elle ouvrira lundi 22 à 14 h.", "2024-07-22"),
    ("fr", "Elle a ouvert le mardi 9.", "2024-07-09"),
    ("fr", "Elle ouvrira jeudi 1er.", "2024-08-01"),
    ("fr", "Elle a ouvert mardi 14 h.", "2024-07-16"),
    ("fr", "Mardi, 12 pays ont signé.", "2024-07-16"),
    ("fr", "Elle ouvrira courant septembre.", "2024-09"),
    ("fr", "Elle ouvrira à partir de septembre.", "2024-09"),
    ("fr", "Mardi 10 000 personnes ont défilé.", "2024-07-16"),
    ("en", "It will open on Monday 22 in Brest.", "2024-07-22"),
    ("en", "It opened on Tuesday 3 pm.", "2024-07-16"),
    ("de", "Er tagt am Montag, dem 22., in Bremen.", "2024-07-22"),
    ("es", "El consejo se reunirá el lunes 22 en Vigo.", "2024-07-22"),
    ("it", "Il consiglio si riunirà lunedì 22 a Bari.", "2024-07-22"),
    ("nl", "De raad vergadert maandag 22 in Gent.", "2024-07-22"),
    ("pt", "O conselho reúne-se segunda-feira, 22, no Porto.", "2024-07-22"),
    ("fr", "Elle ouvrira au printemps.", "2025-21"),
    ("fr", "Elle a ouvert au printemps.", "2024-21"),
    ("fr", "Elle ouvrira cet été.", "2024-22"),
    ("fr", "Elle a ouvert l’été dernier.", "2023-22"),
    ("fr", "Elle ouvrira à l’automne prochain.", "2024-23"),
    ("fr", "Elle a ouvert l’hiver dernier.", "2023-24"),
    ("fr", "Elle sera livrée au premier semestre.", "2025-40"),
    ("fr", "Elle a été livrée au premier semestre.", "2024-40"),
    ("fr", "Elle a fermé le trimestre dernier.", "2024-34"),
    ("en", "It will open this summer.", "2024-22"),
    ("en", "It opened last spring.", "2024-21"),
    ("en", "It will open in the fall.", "2024-23"),
    ("en", "Sales fell last quarter.", "2024-34"),
    ("en", "Sales fell in the second quarter.", "2024-34"),
]


@pytest.mark.parametrize(("language", "text", "value"), RELATIVE)
def test_what_needs_the_release_s_date(language: str, text: str, value: str) -> None:
    assert meanings(text, language) == [value]


@pytest.mark.parametrize("date", ["23/04/2021", "23.04.2021", "23-04-2021"])
def test_a_weekday_before_a_date_in_figures_is_no_other_day(date: str) -> None:
    assert meanings(f"Elle a ouvert vendredi {date} à Brest.", "fr") == ["2021-04-23"]
    assert meanings(f"Elle a ouvert vendredi, {date}.", "fr") == ["2021-04-23"]


def test_a_weekday_whose_day_is_in_no_near_month_is_not_resolved() -> None:
    assert meanings("Elle ouvrira mardi 3 à Brest.", "fr") == [None]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Elle ouvrira au printemps.", "--21"),
        ("fr", "Elle ouvrira cet été.", "--22"),
        ("fr", "Elle ouvrira au second semestre.", None),
        ("de", "Es wird im Herbst eröffnet.", "--23"),
        ("de", "Es war gestern.", None),
    ],
)
@pytest.mark.parametrize("release", [None, "--02"])
def test_no_year_is_made_up(
    language: str, text: str, value: str | None, release: str | None
) -> None:
    published = PublicationDate(PartialDate.parse(release)) if release else PublicationDate()
    (found,) = find_dates(text, language=language)
    assert resolve(text, found, published, language).value == value


@pytest.mark.parametrize(
    ("release", "value"),
    [("2025-01-15", "2024-24"), ("2024-11-15", "2024-24"), ("2025-12-01", "2025-24")],
)
def test_a_winter_has_the_year_in_which_it_begins(release: str, value: str) -> None:
    published = PublicationDate(PartialDate.parse(release))
    text = "Il neigera cet hiver."
    (found,) = find_dates(text, language="fr")
    assert resolve(text, found, published, "fr").value == value


# -- what is no date ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am 31. Februar 2021"),
        ("de", "Er war der 3. Mann im Rennen."),
        ("de", "Guten Morgen zusammen"),
        ("de", "Peter Herbst 2025 hat viele Fans"),
        ("de", "vor 2000 Zuschauern"),
        ("de", "mehr als 2000 Besucher"),
        ("de", "jeden Montag"),
        ("de", "in den letzten Jahren"),
        ("de", "in der zweiten Hälfte des Spiels"),
        ("es", "el 31 de febrero de 2022"),
        ("es", "por la mañana"),
        ("es", "más de 2000 personas"),
        ("es", "los últimos años"),
        ("it", "il 31 febbraio 2022"),
        ("it", "estate tranquilli"),
        ("it", "oltre 2000 persone"),
        ("nl", "31 februari 2022"),
        ("nl", "meer dan 2000 mensen"),
        ("nl", "het afgelopen jaar"),
        ("nl", "elke maandag"),
        ("pt", "31 de fevereiro de 2022"),
        ("pt", "mais de 2000 pessoas"),
        ("pt", "o verão"),
        ("fr", "Le plan a été 2014 fois cité"),
        ("fr", "Le plan a été adopté"),
        ("fr", "au printemps de sa vie"),
        ("fr", "le printemps arabe"),
        ("fr", "au premier trimestre de grossesse"),
        ("fr", "les semestres"),
        ("en", "They spring into action"),
        ("en", "the fall of Rome"),
        ("en", "this fall in prices"),
        ("en", "the Arab Spring"),
        ("en", "in the first half they scored"),
        (None, "He carried 3 out 2021 times"),
        (None, "They set 2021 as a goal; the set 2021 was sold"),
        (None, "two days ago 2021 people"),
        (None, "Real estate 2014 was good"),
        (None, "la lente 2014"),
    ],
)
def test_what_is_no_date(language: str | None, text: str) -> None:
    assert [value for value in values(text, language) if value is not None] == []


# -- texts whose language is not known ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9. November 2018", "2018-11-09"),
        ("26 de octubre de 2014", "2014-10-26"),
        ("8 ottobre 2019", "2019-10-08"),
        ("3 maart 2021", "2021-03-03"),
        ("3 de março de 2021", "2021-03-03"),
        ("le 3 mai 2021", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("im Herbst 2025", "2025-23"),
    ],
)
def test_an_unknown_language_is_read_in_all(text: str, value: str) -> None:
    assert values(text, None) == [value]
    assert values(text, "zz") == values(text, "hr") == [value]


@pytest.mark.parametrize(
    ("text", "language"), [("26 de octubre de 2014", "fr"), ("gestern", "en"), ("hier", "de")]
)
def test_a_known_language_is_read_in_its_own_words(text: str, language: str) -> None:
    assert values(text, language) == []


# -- sentences ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Die Tagung findet vom 9.-12. März 2022 statt. Sie ist frei.", 2),
        ("de", "13. Mai 2021 - Die Reederei hat die Fähre getauft.", 1),
        ("de", "Der 3. Golfkrieg begann. Er dauerte lange.", 2),
        ("de", "Sie kommen am 13. Mai 2021. Dann gehen sie.", 2),
        ("de", "Im 19. Jahrhundert war das anders. Heute nicht.", 2),
        ("de", "Sie kommen vom 3. bis 5. Mai. Dann gehen sie.", 2),
        ("de", "Zum 25. Mal wurde gefeiert. Es war schön.", 2),
        ("de", "Das Band ist am 3. Ma\u0308rz gerissen. Es hielt nicht.", 2),
        ("de", "Er wohnt in Haus Nr. 5. Sie auch.", 2),
        ("de", "So war es im Jahr 2021. Mai und Juni waren warm.", 2),
        ("de", "Nicht der 2. war es, sondern der 3. Das ist klar.", 2),
        ("de", "Es gab z. B. Brot, d. h. Mehl und Wasser. Gut so.", 2),
        ("de", "Dr. Müller und Prof. Weiß kamen. Sie sprachen.", 2),
        ("de", "Brot, Wein usw. Die Gäste gingen.", 2),
        ("de", "Es kostet ca. 5 Mio. Euro. Das ist viel.", 2),
        ("es", "El Sr. Pérez y la Dra. López vinieron. Hablaron.", 2),
        ("es", "Los EE. UU. firmaron. España también.", 2),
        ("es", "Véase la pág. 5 del informe. Fin.", 2),
        ("it", "Il dott. Rossi e la sig.ra Bianchi sono venuti. Hanno parlato.", 2),
        ("it", "Si veda l’art. 5 del trattato. Fine.", 2),
        ("nl", "Dhr. De Vries en mevr. Jansen kwamen. Ze spraken.", 2),
        ("nl", "Het kost ca. 5 mln. euro. Dat is veel.", 2),
        ("pt", "O Sr. Silva e a Dra. Costa vieram. Falaram.", 2),
        ("pt", "Ver o art. 5 do tratado. Fim.", 2),
        ("fr", "Ils sont 13. Mai 68 est loin.", 2),
        ("en", "I am 3. Then I am 4. The end.", 3),
        (None, "Sie kommen am 13. Mai 2021. Dann gehen sie.", 2),
        (None, "I am 3. Then I am 4. The end.", 3),
        (None, "He was on. The others were out. It ended.", 3),
    ],
)
def test_sentences(language: str | None, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


# -- the words themselves -----------------------------------------------------------------------


@pytest.mark.parametrize("code", SEVEN)
def test_words_that_stand_together_mean_one_thing(code: str) -> None:
    own = vocabulary((languages()[code],))
    for other in [languages()[beside] for beside in languages()[code].beside]:
        besides = vocabulary((other,))
        for mine, theirs in (
            (own.months, besides.months),
            (own.weekdays, besides.weekdays),
            (own.seasons, besides.seasons),
            (own.numbers, besides.numbers),
            (own.days, besides.days),
        ):
            assert {w: theirs[w] for w in mine if w in theirs} == {
                w: mine[w] for w in mine if w in theirs
            }


@pytest.mark.parametrize("code", SEVEN)
def test_every_month_weekday_and_season_has_a_name(code: str) -> None:
    calendar = languages()[code].calendar
    assert all(calendar.months)
    assert all(calendar.weekdays)
    assert all(calendar.seasons)
    assert set(calendar.units) >= {"day", "week", "month", "quarter", "year"}
    for month, names in enumerate(calendar.months, start=1):
        name = names.split(",")[0]
        assert vocabulary((languages()[code],)).months[plain(name)] == month


# -- a language is one file ---------------------------------------------------------------------

VOLAN = Language(
    code="xv",
    beside=(),
    numbers={"bal": 1, "tel": 2, "kil": 3},
    calendar=Calendar(
        months=(
            *("yanul, ya", "febul", "mäzul", "prilul", "mayul", "yunul"),
            *("yulul", "gustul", "setul", "tobul", "novul", "dekul"),
        ),
        weekdays=("mudel", "tudel", "vedel", "dödel", "fridel", "zädel", "sudel"),
        seasons=("florüp", "hitüp", "fluküp", "nifüp"),
        ordinals=("balid", "telid", "kilid", "folid"),
        quarters="foldil",
        units={"day": "dil", "week": "vig", "month": "mul", "quarter": "foldil", "year": "yel"},
        plurals={"day": "dils", "year": "yels"},
        before_day="tü, de",
        day_suffixes="id",
        before_days="de",
        until="jü",
        before_month="in",
        before_period="in",
        before_year="sis",
        relative=RelativeWords(
            days={-1: "ädelo", 1: "odelo"},
            ago=("bü {count}",),
            sides=Sides(last=("{span} lätik",), next=("{span} fovik",)),
            plain=("{weekday}", "in {season}"),
        ),
        tense=TenseWords(future=r"o\w+om", been=r"ä\w+om"),
    ),
    sentences=SentenceWords(abbreviations="sö", starters="El"),
    releases=ReleaseWords(labels="gasedanun", published="pepubom", today="adelo"),
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tü 3id mäzul 2021", "2021-03-03"),
        ("de 3 jü 5 mäzul 2021", "2021-03-03/2021-03-05"),
        ("in prilul", "2024-04"),
        ("sis 2014", "2014"),
        ("ädelo", "2024-07-17"),
        ("bü kil yels", "2021"),
        ("vig lätik", "2024-07-08/2024-07-14"),
        ("tudel", "2024-07-16"),
        ("olükom tudel", "2024-07-23"),
        ("in fluküp 2025", "2025-23"),
        ("olükom in fluküp", "2024-23"),
        ("kilid foldil 2024", "2024-35"),
        ("foldil lätik", "2024-34"),
    ],
)
def test_a_language_that_is_added_is_dated(words: str, value: str) -> None:
    assert value not in meanings(words, "xv")
    with added(VOLAN):
        assert meanings(words, "xv") == [value]
    assert value not in meanings(words, "xv")


def test_a_language_that_is_added_is_split_and_dates_its_releases() -> None:
    text = "Söl sö. Smith älükom. El Anna id."
    assert len(sentences(text, "xv")) == 3
    lead = "Söl sö. Smith älükom in zif. El Anna älükom obo in dom. Els valik älaidükons obo."
    with added(VOLAN):
        assert sentences(text, "xv") == ["Söl sö. Smith älükom.", "El Anna id."]
        for line in ("3 mäzul 2021", "Gasedanun | 3 mäzul 2021", "Pepubom tü 3 mäzul 2021"):
            release = release_of(f"Abc Xyz\n\n{line}\n\n{lead}\n", "xv")
            assert release.published.value == "2021-03-03"
        body = "Zif, 3 mäzul 2021 – " + lead
        release = release_of(f"Abc Xyz\n\n{body}\n", "xv")
        assert release.published.value == "2021-03-03"
        dates = text_dates(body, [], "xv")
        assert dates.published.value is None
        assert dates.title.value is None
