"""Hebrew."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="he",
    terms=TermWords(script="\u0590-\u05ff"),
    questions=QuestionWords(
        when="מתי",
        who="מי",
        where="איפה היכן",
        how_many="כמה",
        why="למה מדוע",
        how="איך כיצד",
        what="מה",
        yes_no="האם",
        greetings="שלום בוקר_טוב ערב_טוב להתראות תודה בבקשה מה_שלומך מי_אתה כן לא",
    ),
)
