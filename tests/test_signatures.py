"""Who signs a quote: a name on the line or in the paragraph below or above it, or nobody."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.statements.finding import statements_near
from rag.types import Span

Q1 = "« Nous avons mis nos moyens en commun cet hiver. »"
Q2 = "« Ce quai rend service aux deux villes voisines. »"


def said(
    text: str, language: str = "fr", passage: str | None = None
) -> list[tuple[str, str | None, str]]:
    """(speaker, role, first word of the quote) of each statement of a passage."""
    start = text.index(passage) if passage else 0
    end = start + len(passage) if passage else len(text)
    return [
        (
            text[one.speaker.start : one.speaker.end],
            text[one.role.start : one.role.end] if one.role else None,
            text[one.quote.start : one.quote.end],
        )
        for one in statements_near(text, start, end, language)
    ]


def test_a_text_with_the_line_ends_of_an_old_mac_has_its_signatures() -> None:
    text = f"{Q1}\n\n– Nora Lind, directrice du port\n\nLe quai ouvrira."
    assert said(text.replace("\n", "\r")) == said(text) != []


ONE = [
    # language, text, speaker, role
    ("fr", f"{Q1}\n– Nora Lind, directrice du port", "Nora Lind", "directrice du port"),
    (
        "fr",
        f"{Q1}\n\n— Nora Lind, directrice du port de Kerguen",
        "Nora Lind",
        "directrice du port de Kerguen",
    ),
    (
        "fr",
        f"{Q1}\n\nDr Nora Lind, directrice du port\n\nLe quai ouvrira.",
        "Nora Lind",
        "directrice du port",
    ),
    ("fr", f"{Q1}\nNora Lind\nDirectrice du port", "Nora Lind", "Directrice du port"),
    (
        "fr",
        f"{Q1}\n\nNora Lind\nDirectrice du port\n\nLe quai ouvrira.",
        "Nora Lind",
        "Directrice du port",
    ),
    ("fr", f"{Q1}\n(Nora Lind, directrice)", "Nora Lind", "directrice"),
    ("fr", f"{Q1} (Nora Lind, directrice)", "Nora Lind", "directrice"),
    ("fr", f"{Q1} – Nora Lind, directrice du port.", "Nora Lind", "directrice du port"),
    ("fr", f"Nora Lind, directrice du port :\n\n{Q1}", "Nora Lind", "directrice du port"),
    ("fr", f"Nora Lind, directrice du port :\n{Q1}", "Nora Lind", "directrice du port"),
    ("fr", f"Citation de Nora Lind :\n\n{Q1}", "Nora Lind", None),
    ("fr", f"Citation de Mme Nora Lind, maraîchère\n\n{Q1}", "Nora Lind", "maraîchère"),
    ("fr", f"Le mot de Nora Lind, présidente :\n{Q1}", "Nora Lind", "présidente"),
    (
        "fr",
        f"> {Q1}\n<br>\n<br>**Dr Nora Lind, directrice du port**",
        "Nora Lind",
        "directrice du port",
    ),
    ("fr", f"{Q1}\n\n**Nora LIND**, *éleveuse de brebis*", "Nora LIND", "éleveuse de brebis"),
    ("fr", f"{Q1}\n- Jean-Luc d’Aubrac, maire de Corvin", "Jean-Luc d’Aubrac", "maire de Corvin"),
    ("fr", f"{Q1}\n— Mme Lind, adjointe au maire", "Mme Lind", "adjointe au maire"),
    ("fr", f"{Q1}\n— La directrice du port, Nora Lind", "Nora Lind", "La directrice du port"),
    ("fr", f"{Q1}\n— Nora Lind", "Nora Lind", None),
    ("fr", f"{Q1}\n— Une habitante de Kerguen", "Une habitante de Kerguen", None),
    (
        "fr",
        "> Nous avons mis nos moyens en commun.\n> — Nora Lind, directrice",
        "Nora Lind",
        "directrice",
    ),
    (
        "fr",
        "Nous avons mis tous nos moyens en commun.\n\n— Nora Lind, directrice",
        "Nora Lind",
        "directrice",
    ),
    ("fr", f"Nora Lind, directrice\n{Q1}", "Nora Lind", "directrice"),
    ("fr", f"{Q1}\r\n\r\n– Nora Lind, directrice du port\r\n", "Nora Lind", "directrice du port"),
    (
        "en",
        "“We pooled our means this winter.”\n\n— Nora Lind, harbour director",
        "Nora Lind",
        "harbour director",
    ),
    (
        "en",
        '"We pooled our means this winter."\nNora Lind\nHead of the harbour',
        "Nora Lind",
        "Head of the harbour",
    ),
    (
        "en",
        "Quote from Nora Lind, port director:\n\n“We pooled our means this winter.”",
        "Nora Lind",
        "port director",
    ),
    (
        "de",
        "„Wir haben unsere Mittel zusammengelegt.“\n\nDr. Nora Lind, Leiterin des Hafens",
        "Nora Lind",
        "Leiterin des Hafens",
    ),
    (
        "de",
        "Nora von der Lind, Hafendirektorin, sagt:\n\n„Wir haben unsere Mittel zusammengelegt.“",
        "Nora von der Lind",
        "Hafendirektorin",
    ),
    (
        "de",
        "»Wir haben unsere Mittel zusammengelegt.«\n\n– Nora Lind, Leiterin des Hafens",
        "Nora Lind",
        "Leiterin des Hafens",
    ),
    (
        "es",
        "«Hemos unido nuestros medios este invierno».\n\n— Nora Lind, directora del puerto",
        "Nora Lind",
        "directora del puerto",
    ),
    (
        "es",
        "Cita de Nora de la Vega, alcaldesa:\n«Hemos unido nuestros medios este invierno».",
        "Nora de la Vega",
        "alcaldesa",
    ),
    (
        "it",
        "«Abbiamo unito i nostri mezzi».\nNora Lindi, direttrice del porto",
        "Nora Lindi",
        "direttrice del porto",
    ),
    (
        "nl",
        "“We hebben onze middelen samengelegd.”\n– Nora van den Berg, havendirecteur",
        "Nora van den Berg",
        "havendirecteur",
    ),
    (
        "pt",
        "«Juntámos os nossos meios neste inverno.»\n\nNora Lindo\nDiretora do porto",
        "Nora Lindo",
        "Diretora do porto",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"), ONE, ids=lambda case: case[:50] if case else "-"
)
def test_one_quote(language: str, text: str, speaker: str, role: str | None) -> None:
    assert [one[:2] for one in said(text, language)] == [(speaker, role)]


SEVERAL = [
    f"Citations\n\n{Q1}\n– Nora Lind, directrice\n\n{Q2}\n– Paul Adami, maire de Corvin",
    f"{Q1}\n\nNora Lind, directrice\n\n{Q2}\n\nPaul Adami, maire de Corvin\n",
    f"Avis\n\nNora Lind, directrice\n\n{Q1}\n\nPaul Adami, maire de Corvin\n\n{Q2}\n\nÀ propos",
    f"Nora Lind, directrice :\n{Q1}\n\nPaul Adami, maire de Corvin :\n{Q2}",
    f"Nora Lind, directrice\n{Q1}\n\nPaul Adami, maire de Corvin\n{Q2}",
    f"- {Q1} — Nora Lind, directrice\n- {Q2} — Paul Adami, maire de Corvin",
    f"{Q1}\nNora Lind\nDirectrice\n\n{Q2}\nPaul Adami\nMaire de Corvin",
    f"{Q1} (Nora Lind, directrice)\n\n{Q2} (Paul Adami, maire de Corvin)",
]


@pytest.mark.parametrize("text", SEVERAL, ids=lambda text: text[:40])
def test_several_quotes(text: str) -> None:
    found = said(text)
    assert [one[0] for one in found] == ["Nora Lind", "Paul Adami"]
    assert [(one[1] or "").lower() for one in found] == ["directrice", "maire de corvin"]
    assert [one[2][:4] for one in found] == ["Nous", "Ce q"]


@pytest.mark.parametrize(
    "text",
    [
        "« Nous avons agi ensemble.\n\n« Cet hiver, tout a changé. »\n\n– Nora Lind, directrice",
        "« Nous avons agi ensemble.\n\n« Cet hiver, tout a changé », a déclaré Nora Lind.",
        "Nora Lind a déclaré : « Nous avons agi ensemble.\n\n« Cet hiver, tout a changé. »",
        "Nora Lind, directrice :\n\n« Nous avons agi ensemble.\n\n« Cet hiver, tout a changé. »",
        '"Nous avons agi ensemble.\n\n"Cet hiver, tout a changé."\n\nNora Lind, directrice',
        "“Nous avons agi ensemble.\n\n“Cet hiver, tout a changé.”\n\nNora Lind, directrice",
    ],
    ids=lambda text: text[:40],
)
def test_quotes_of_several_paragraphs(text: str) -> None:
    found = said(text)
    assert [one[0] for one in found] == ["Nora Lind"] * 2
    assert found[0][2] == "Nous avons agi ensemble."
    assert found[1][2].startswith("Cet hiver, tout a changé")


@pytest.mark.parametrize(
    "text",
    [
        f"{Q1}\n\nContact presse : Nora Lind",
        f"{Q1}\n\nNora Lind, attachée de presse, 01 23 45 67 89",
        f"{Q1}\n\nNora Lind, responsable presse\nnora.lind@port.example",
        f"{Q1}\n\nProchaines étapes",
        f"{Q1}\n\nÉnergie Verte\n\nLe port investit.",
        f"{Q1}\n\nNora Lind, directrice du port, a inauguré le quai.",
        f"{Q1}\n\nNora Lind, directrice du port, inaugure le quai",
        f"{Q1}\n\nVille de Kerguen, le 5 mai 2024",
        f"{Q1}\n\nLe Port, service des bouées",
        f"{Q1}\n\nÀ propos du port\n\nNora Lind, directrice",
        "Étaient présents :\n\n– Nora Lind, directrice\n– Paul Adami, maire",
        "Le port a mis tous ses moyens en commun.\n\n– Nora Lind, directrice\n– Paul Adami, maire",
        "Le port a mis tous ses moyens en commun.\n\nNora Lind, directrice",
        "Le port loue un bateau, la « Bouée ».\n\nNora Lind, directrice",
        "« Bouée »\n\nNora Lind, directrice",
        "",
    ],
    ids=lambda text: text[-40:],
)
def test_nobody_signs(text: str) -> None:
    assert said(text) == []


def test_the_speaker_is_found_from_either_passage() -> None:
    text = f"Le quai ouvre.\n\n{Q1}\n\nDr Nora Lind, directrice du port\n\nIl est long."
    one = ("Nora Lind", "directrice du port", Q1[2:-2])
    assert said(text, passage=Q1) == [one]
    assert said(text, passage="Dr Nora Lind, directrice du port") == [one]
    assert said(text, passage="Le quai ouvre.") == []
    assert said(text, passage="Il est long.") == []


def test_what_is_far_signs_nothing() -> None:
    assert said(f"{Q1}\n\n\n\n\n\n\n– Nora Lind, directrice") == []
    assert said(f"{Q1}\n\nLe quai ouvre.\n\n– Nora Lind, directrice") == []


_PIECES = """«|»|“|”|„|"|, | :|\n|\n\n|> |– |— |- |(|)|Nora Lind|directrice|Dr |<br>|Citation de |
Nous avons mis nos moyens|cet hiver.|M. |de |l’|É|e\u0301|\u00a0|\ue000|\ue001|\r\n|<|1""".split(
    "|"
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=200), _TEXTS), st.integers(-3, 60), st.integers(-3, 200))
def test_spans_lie_in_the_text(text: str, start: int, end: int) -> None:
    for one in statements_near(text, start, end, "fr"):
        spans = [one.quote, one.speaker, *([one.role] if one.role else [])]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == text[span.start : span.end].strip()
        passage = Span(max(0, start), min(end, len(text)))
        assert any(span.overlaps(passage) for span in spans)


@pytest.mark.parametrize(
    "unit",
    [
        "« a b c\n\n",
        "« a b c. »\n– Nora Lind, maire\n",
        '"a\n\n',
        "– Nora Lind\n",
        "> a\n",
        "<b",
        "- ",
    ],
)
def test_a_long_passage_takes_no_long_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    begun = time.thread_time()
    statements_near(text, 0, len(text), "fr")
    assert time.thread_time() - begun < 5
