"""Bulgarian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="bg",
    questions=QuestionWords(
        when="кога",
        prepositions="от",
        who="кой кого",
        where="къде",
        how_many="колко",
        why="защо",
        how="как",
        what="какво що",
        greetings="""здравей здравейте добър_ден добро_утро добър_вечер довиждане благодаря
            моля как_си
            коя_си кой_си да не""",
    ),
)
