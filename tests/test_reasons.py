"""What only repeats a question for a reason gives none."""

from __future__ import annotations

import pytest

import rag
from rag.answering.checks.reasons import gives_no_reason
from rag.question import make_query
from rag.types import Filters, Hit, Match, Passage, PublicationDate, Span


def is_refused(question: str, text: str, words: str, language: str) -> bool:
    start = text.index(words)
    release = rag.Release("a", "", PublicationDate(), language, text, "a.txt")
    match = Match(1, 1, 0.8, 1.0, span=Span(start, start + len(words)), span_score=5.0)
    hit = Hit(release, Passage("a", 1, 0, len(text), text), 1.0, 1, match)
    return gives_no_reason(make_query(question, 5, Filters(), [language]), hit)


CAVE = "Une cave sera creusée à Salers ; elle contiendra 90 meules."
LINE = "Die Linie 4 hält nicht mehr am Rathaus; der Platz wird gesperrt."
PIER = "The pier at Wick will close in May; its crane goes to Oban."


@pytest.mark.parametrize(
    ("question", "text", "words", "language"),
    [
        ("Pourquoi la cave sera-t-elle creusée à Salers ?", CAVE, CAVE.split(" ;")[0], "fr"),
        ("Warum hält die Linie 4 nicht am Rathaus?", LINE, LINE.split(";")[0], "de"),
        ("Why will the pier at Wick close?", PIER, PIER.split(";")[0], "en"),
    ],
)
def test_the_words_of_the_question_are_no_reason(
    question: str, text: str, words: str, language: str
) -> None:
    assert is_refused(question, text, words, language)


@pytest.mark.parametrize(
    ("question", "text", "words", "language"),
    [
        ("Pourquoi la cave sera-t-elle creusée à Salers ?",
         "La cave sera creusée à Salers, car le sol est sec.",
         "La cave sera creusée à Salers, car le sol est sec", "fr"),
        ("Pourquoi les platanes ont-ils été abattus ?",
         "Les platanes ont été abattus, le chancre les condamnant.",
         "le chancre les condamnant", "fr"),
        ("Why will the pier at Wick close?", "The pier at Wick will close because it leaks.",
         "The pier at Wick will close because it leaks", "en"),
    ],
)  # fmt: skip
def test_a_reason_is_kept(question: str, text: str, words: str, language: str) -> None:
    assert not is_refused(question, text, words, language)
