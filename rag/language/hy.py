"""Armenian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hy",
    terms=TermWords(
        stemmer="armenian",
        script="\u0530-\u058f",
    ),
    questions=QuestionWords(
        when="երբ",
        who="ով",
        where="որտեղ",
        how_many="քանի որքան",
        why="ինչու",
        how="ինչպես",
        what="ինչ",
        which="որ",
        greetings="բարև բարև_ձեզ շնորհակալություն այո ոչ",
    ),
)
