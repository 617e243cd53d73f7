"""Sentences as spans: nothing lost, nothing moved, abbreviations are not ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import sentence_spans


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Un. Deux. Trois.", ["Un.", "Deux.", "Trois."]),
        ("M. Stoltenberg a parlé. Il part.", ["M. Stoltenberg a parlé.", "Il part."]),
        ("Le 18 nov. 2014 à Paris. Fin.", ["Le 18 nov. 2014 à Paris.", "Fin."]),
        ("M. J. Dupont et Mme A. Martin. Fin.", ["M. J. Dupont et Mme A. Martin.", "Fin."]),
        ("« Oui. » M. Macron part.", ["« Oui. »", "M. Macron part."]),
        ("« Non ! » a-t-il dit. Fin.", ["« Non ! » a-t-il dit.", "Fin."]),
        ("»Das ist gut.« Er geht.", ["»Das ist gut.«", "Er geht."]),
        ("« A » et fin.« Oui » dit-il.", ["« A » et fin.« Oui » dit-il."]),
        ("Il vaut 3.5 euros. Fin.", ["Il vaut 3.5 euros.", "Fin."]),
        ("Des chars, etc. Les Alliés partent.", ["Des chars, etc.", "Les Alliés partent."]),
        ("Des chars, etc. et des avions.", ["Des chars, etc. et des avions."]),
        ("Voir l’art. 5 du traité. Fin.", ["Voir l’art. 5 du traité.", "Fin."]),
        ("Quoi ? Rien… Bon.", ["Quoi ?", "Rien…", "Bon."]),
        ("北约秘书长说了。他走了。", ["北约秘书长说了。", "他走了。"]),
        ("Mr. Smith met Dr. Jones. They left.", ["Mr. Smith met Dr. Jones.", "They left."]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("sans fin", ["sans fin"]),
        ("", []),
        ("  \n\u00a0 ", []),
    ],
)
def test_examples(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(alphabet=" \n\u00a0abÀM.?!…»«\"’')(。5,", max_size=120))
def test_no_character_is_lost(text: str) -> None:
    spans = sentence_spans(text)
    covered = [False] * len(text)
    for span in spans:
        assert text[span.start : span.end].strip()
        for at in range(span.start, span.end):
            assert not covered[at]
            covered[at] = True
    assert all(covered[at] or text[at].isspace() for at in range(len(text)))
    assert spans == sorted(spans, key=lambda span: span.start)


def test_offsets_count_into_the_whole_text() -> None:
    text = "Avant. Un. Deux. Après."
    assert [text[s.start : s.end] for s in sentence_spans(text, 7, 16)] == ["Un.", "Deux."]
