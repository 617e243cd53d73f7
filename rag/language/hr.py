"""Croatian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hr",
    terms=TermWords(
        letters="čžšćđ",
        common="i u je se na da su za od s o a kao koji koje bi te će nije biti",
    ),
    questions=QuestionWords(
        when="kada",
        prepositions="od",
        who="tko koga",
        where="gdje kamo",
        how_many="koliko",
        why="zašto",
        how="kako",
        what="što",
        greetings="zdravo dobar_dan dobro_jutro dobra_večer hvala molim kako_si tko_si da ne",
    ),
)
