"""Bulgarian."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords

LANGUAGE = Language(
    code="bg",
    calendar=Calendar(
        months=(
            "януари",
            "февруари",
            "март",
            "април",
            "май",
            "юни",
            "юли",
            "август",
            "септември",
            "октомври",
            "ноември",
            "декември",
        ),
        weekdays=("понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"),
        before_day="на",
        before_month="през",
        before_year="през",
        year_nouns="г., година",
    ),
    releases=ReleaseWords(
        labels="прессъобщение|съобщение( за медиите)?",
        date_labels="дата",
        published="публикувано( на)?|дата на публикуване",
        updated="обновено( на)?|последна промяна",
    ),
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
