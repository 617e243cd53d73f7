"""Indonesian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="id",
    terms=TermWords(stemmer="indonesian"),
    questions=QuestionWords(
        when="kapan",
        who="siapa",
        where="di_mana dimana ke_mana",
        how_many="berapa",
        why="mengapa kenapa",
        how="bagaimana",
        what="apa apakah",
        greetings="""halo hai selamat_pagi selamat_siang selamat_malam terima_kasih tolong apa_kabar
            siapa_kamu ya tidak""",
    ),
)
