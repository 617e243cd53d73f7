"""Serbian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="sr",
    terms=TermWords(stemmer="serbian"),
    questions=QuestionWords(
        when="kada када",
        prepositions="od од",
        who="ko ко koga кога",
        where="gde gdje где",
        how_many="koliko колико",
        why="zašto зашто",
        how="kako како",
        what="šta što шта што",
        greetings="zdravo здраво dobar_dan добар_дан hvala хвала molim молим",
    ),
)
