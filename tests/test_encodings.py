"""Old encodings are told by what makes words; what is not sure is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.corpus.decoding import decode
from rag.corpus.encodings import tell_encoding
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import read_release
from rag.language.letters import spellings
from tests.test_release_dates import release_of

TEXTS = {
    "fr": "Évrecy, le 4 août 2021\n\nLa ville d’Évrecy a inauguré hier une passerelle à l’écluse. "
    "Elle relie le « quai Élie » à la forêt, où les élèves ont été reçus.",
    "de": "Das Land fördert künftig größere Straßen. Über zwölf Gemeinden hätten gewünscht, daß "
    "die Brücke früher eröffnet würde.",
    "es": "El año pasado la compañía abrió una línea. ¿Cómo fue? Según él, más de cien niños "
    "viajarán mañana a Málaga.",
    "pt": "A organização não irá à reunião. São três ações de informação para os cidadãos.",
    "it": "La città è più bella perché c’è la libertà. Però così non va, ha detto il sindaco.",
    "nl": "De coördinator van de Belgische reünie heeft één idee over de financiën in België.",
    "en": "The café’s owner said the naïve résumé was fine for the team of the city.",
    "pl": "Ogłosił że świat się zmienił i źle się dzieje w państwie. Będzie też więcej pieniędzy.",
    "cs": "Vláda schválila nový zákon o veřejných zakázkách. Podle ministra je to příliš složité.",
    "hu": "A kormány szerint ez nem lesz könnyű, de már több mint húsz új épület készül el.",
    "sv": "Regeringen säger att frågan är viktig för hela landet och att det måste bli bättre.",
}
WESTERN = ("iso-8859-1", "cp1252", "iso-8859-15", "mac-roman", "cp850", "cp437")
CENTRAL = ("cp1250", "iso-8859-2", "cp852", "mac-latin2")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", [*WESTERN, *CENTRAL])
def test_an_old_encoding_is_told(language: str, encoding: str) -> None:
    text = TEXTS[language]
    for wording in (text, text.replace("’", "'")):
        try:
            data = wording.encode(encoding)
        except UnicodeEncodeError:
            continue
        assert decode(data)[0] == wording


def test_what_is_told_is_sure_where_no_other_encoding_makes_words() -> None:
    for encoding in ("cp1252", "mac-roman"):
        found = tell_encoding(TEXTS["fr"].encode(encoding))
        assert found is not None
        assert (found.name, found.sure) == (encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le cœur de la ville coûte 12 000 € à l'année, dit-on.", "iso-8859-15"),
        ("Il a dit « oui » au maire de la ville et il est parti pour la semaine.", "mac-roman"),
        ("Il a dit « oui » au maire de la ville et il est parti pour la semaine.", "cp850"),
        ("Le « communiqué » n’a été envoyé qu’à l’évêque…", "mac-roman"),
        ("À ÉVRECY, LE THÉÂTRE A ÉTÉ FERMÉ À L'ÉTÉ", "mac-roman"),
        ("DÉCLARATION DU PRÉSIDENT DE LA RÉPUBLIQUE", "cp850"),
    ],
)
def test_few_letters_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_a_release_in_mac_roman_has_its_date() -> None:
    text, encoding = decode(f"Une passerelle inaugurée\r\r{TEXTS['fr']}\r".encode("mac-roman"))
    assert encoding == "mac-roman"
    assert release_of(text).published.value == "2021-08-04"


def test_text_that_was_encoded_twice_is_said_to_be_doubtful() -> None:
    once = "L’été à Noël : « ça » coûte 5 €."
    twice = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in once.encode())
    assert decode(twice.encode()) == (twice, "utf-8?")
    for plain in (once, "A ação não é amanhã: “AMANHÃ”, à noite", "MARCHÉ–PRIX À’"):
        assert decode(plain.encode()) == (plain, "utf-8")


def test_a_release_says_that_its_encoding_is_doubtful(tmp_path: Path) -> None:
    for text, doubtful in (
        ("L’Ã©tÃ© Ã  NoÃ«l est passÃ©.", True),
        ("L’été à Noël est passé.", False),
    ):
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        release = read_release(SourceFile(path, "a.txt", "a", Metadata()))
        assert (release.body, release.encoding_is_doubtful) == (text, doubtful)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_whole_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except rag.UnreadableFileError:
        return
    name = encoding.rstrip("?")
    assert text.encode(name, "strict").endswith(data[-1:])


def test_the_letters_of_seven_languages_and_more_are_known() -> None:
    known = {one.code for one in spellings()}
    assert known >= {"fr", "en", "de", "es", "it", "nl", "pt", "pl", "cs", "hu"}
    assert all(one.common for one in spellings())
