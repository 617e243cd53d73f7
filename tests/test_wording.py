"""Words as they are written: spellings that are one word in their language, and no others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.language.registry import languages
from rag.language.wording import (
    bare,
    bare_spellings,
    elided_words,
    same_beginning,
    same_word,
    spelled_out,
    stands_in,
    words_in,
)

CODES = sorted(languages())


@pytest.mark.parametrize(
    ("language", "text", "sought"),
    [
        ("fr", "Le sommet de l’OTAN à Brême", "sommet de OTAN"),
        ("fr", "Le sommet de l’OTAN à Brême", "de l'otan a breme"),
        ("fr", "la cellule sous-marine", "cellule sous marine"),
        ("fr", "un bœuf à Besançon", "boeuf a besancon"),
        ("it", "La riunione dell’Unione europea è finita", "riunione unione"),
        ("it", "La riunione dell’Unione europea è finita", "europea e finita"),
        ("it", "L'università di Forlì", "universita di forli"),
        ("ca", "El consell d’Estat", "consell Estat"),
        ("de", "Der Bürgermeister von München", "Buergermeister von Muenchen"),
        ("de", "Der Buergermeister von Muenchen", "Bürgermeister von München"),
        ("de", "Die Straße nach Köln", "strasse nach koln"),
        ("de", "DIE STRASSE", "straße"),
        ("da", "Færøerne og Ålborg", "faeroerne og aalborg"),
        ("sv", "Göteborg och Malmö", "goteborg och malmoe"),
        ("es", "La señora Muñoz llegó mañana", "senora munoz llego manana"),
        ("pt", "A reunião das nações", "reuniao das nacoes"),
        ("pl", "Lech Wałęsa w Łodzi", "walesa w lodzi"),
        ("cs", "Příští schůzka v Plzni", "pristi schuzka"),
        ("ro", "Consiliul București", "consiliul bucuresti"),
        ("hu", "Győr és Pécs", "gyor es pecs"),
        ("el", "Η συνάντηση των Αθηνών", "συναντηση των αθηνων"),
        ("el", "Ο πρόεδρος", "ΠΡΟΕΔΡΟΣ"),
        ("tr", "Diyarbakır ve İstanbul", "diyarbakir ve istanbul"),
        ("tr", "Diyarbakir ve Istanbul", "Diyarbakır ve İstanbul"),
        ("ru", "Ещё один самолёт", "еще один самолет"),
        ("uk", "Зустріч у Києві", "зустріч у києві"),
        ("ar", "أعلن الرئيس مُحَمَّد", "اعلن الرئيس محمد"),
        ("ar", "المدينة الكبرى", "المدينه الكبري"),
        ("he", "שָׁלוֹם עֲלֵיכֶם", "שלום עליכם"),
        ("hi", "हिन्दी में समाचार", "हिन्दी में"),
        ("zh", "北约秘书长访问基辅", "秘书长访问"),
        ("zh", "北约 秘书长", "北约秘书长"),
        ("ja", "首相はキーウを訪問した", "キーウを訪問"),
        ("ko", "북대서양조약기구 사무총장은", "사무총장"),
        ("th", "เลขาธิการนาโตเดินทาง", "นาโต"),
        ("vi", "Thủ tướng đến Hà Nội", "thu tuong den ha noi"),
        (None, "Le Gouver\u00adnement", "gouvernement"),
        ("fr", "une hausse de 10\u202f% en un an", "10 %"),
        ("fr", "la R&D d’Airbus", "r & d"),
        (None, "_Important_ : rien", "important rien"),
    ],
)
def test_a_phrase_is_found_without_accents_and_elisions(
    language: str | None, text: str, sought: str
) -> None:
    assert stands_in(text, sought, language)


@pytest.mark.parametrize(
    ("language", "text", "sought"),
    [
        ("fr", "Le sommet de l’OTAN", "sommet de l'Oise"),
        ("fr", "une cellule", "cell"),
        ("fr", "Muenchen", "München"),  # another spelling in German only
        ("de", "Neue Wege", "Nüe"),
        ("de", "Die Mauer", "Maür Wege"),
        ("en", "The user", "us"),
        ("pl", "Lech Wałęsa", "Lech Walega"),
        ("fr", "Il vient. La suite : 1. 2. 3. …… Paris", "suite Paris"),
        ("zh", "北约秘书长", "北秘"),
        ("fr", "la version 10 est là", "10 %"),
        ("fr", "5 $ par jour", "5 €"),
        ("el", "Αθήνα", "Αθην"),
    ],
)
def test_another_word_is_not_found(language: str | None, text: str, sought: str) -> None:
    assert not stands_in(text, sought, language)


def test_a_beginning_goes_on() -> None:
    assert stands_in("Die Überraschungen", "ueberrasch", "de", begins=True)
    assert stands_in("les sous-marins", "sous-mar", "fr", begins=True)
    assert stands_in("l’environnement", "environn", "fr", begins=True)
    assert not stands_in("les marins", "sous-mar", "fr", begins=True)
    assert same_beginning("münchner", "muench", "de")
    assert not same_beginning("munition", "muench", "de")


LETTERS = (
    "aàâäåbcçdđeéèêëfgğhiîïıİjklłmnñoôöøpqrsßştuûüvwxyýz’'- \u00ad"
    "αάΑΆσςΣωώабвёЁйאבשׁلاأمحمّة会議は도กาhi0129_.,\n"
)
TEXT = st.text(st.sampled_from(LETTERS), max_size=40)


@given(TEXT | st.text(max_size=60))
@settings(deadline=None, max_examples=300)
def test_words_are_where_they_are_said_to_be(text: str) -> None:
    end = 0
    for one in words_in(text):
        assert end <= one.start < one.end <= len(text)
        assert not any(letter.isalnum() for letter in text[end : one.start])
        assert one.word
        assert [other.word for other in words_in(text[one.start : one.end])] == [one.word]
        end = one.end
    assert not any(letter.isalnum() for letter in text[end:])


@given(TEXT, st.sampled_from([*CODES, None]))
@settings(deadline=None, max_examples=300)
def test_what_stands_there_is_found_in_every_language(text: str, language: str | None) -> None:
    """As it is, in other letters, and without its accents."""
    words = words_in(text)
    first = next((n for n, one in enumerate(words[1:], 1) if one.gap == 4), len(words))
    text = text[: words[first - 1].end] if words else ""
    if not words_in(text):
        assert not stands_in(text, text, language)
        return
    for sought in (text, text.upper(), unicodedata.normalize("NFD", text)):
        if [one.word for one in words_in(sought)] == [one.word for one in words_in(text)]:
            assert stands_in(text, sought, language)
    assert stands_in(text, " ".join(bare(one.word) for one in words_in(text)), language) or any(
        bare(one.word) in elided_words(language) for one in words_in(text)
    )


@given(TEXT, st.sampled_from([*CODES, None]))
@settings(deadline=None, max_examples=300)
def test_every_spelling_of_a_word_is_looked_up(text: str, language: str | None) -> None:
    for one in words_in(text):
        out = spelled_out(one.word, language)
        assert same_word(one.word, one.word, language)
        assert same_word(out, one.word, language)
        assert bare(one.word) in bare_spellings(one.word, language)
        assert bare(one.word) in bare_spellings(out, language) or out.count("e") > 6
        assert bare(bare(one.word)) == bare(one.word)
