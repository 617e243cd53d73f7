"""Tamil."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="ta",
    terms=TermWords(
        stemmer="tamil",
        script="\u0b80-\u0bff",
    ),
    questions=QuestionWords(
        anywhere="எப்போது",
        who="யார்",
        where="எங்கே",
        how_many="எத்தனை எவ்வளவு",
        why="ஏன்",
        how="எப்படி",
        what="என்ன",
        which="எந்த",
        asking="யார் எங்கே எத்தனை எவ்வளவு ஏன் எப்படி என்ன எந்த",
        greetings="வணக்கம் நன்றி",
    ),
)
