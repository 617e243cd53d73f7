"""Romanian."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords, TermWords

LANGUAGE = Language(
    code="ro",
    file_names="ro",
    calendar=Calendar(
        months=(
            "ianuarie, ian.",
            "februarie, feb.",
            "martie",
            "aprilie, apr.",
            "mai",
            "iunie",
            "iulie",
            "august, aug.",
            "septembrie, sept.",
            "octombrie, oct.",
            "noiembrie, nov.",
            "decembrie, dec.",
        ),
        doubtful_months="mai",
        weekdays=("luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"),
        before_day="la, pe",
        before_month="în, luna",
        before_year="în, anul, din, în anul",
    ),
    terms=TermWords(
        letters="ăîâșțşţ",
        stop_words="""a ai al ale am ar are au ca că când care cât ce cea cei cel cele cine cu cum
            de din este era fi fost iar în îl la le lor lui mai nu o pe pentru prin sa să sau se
            și sunt un unde unei unui""",
        stemmer="romanian",
    ),
    releases=ReleaseWords(
        labels="comunicat( de presă)?",
        date_labels="data",
        published="publicat( (la|pe|în))?|data publicării|postat",
        updated="(ultima )?actualizare|actualizat( la)?|ultima modificare",
        before_date="la|în data de",
    ),
    questions=QuestionWords(
        when="când",
        which="care cărui cărei căror",
        what="ce",
        times="dată zi an lună",
        prepositions="de până în la pe",
        who="cine cui",
        where="unde",
        how_many="cât câtă câți câte",
        why="de_ce",
        how="cum",
        verbs="este sunt era erau a_fost au_fost are au va",
        greetings="""salut bună bună_ziua bună_seara bună_dimineața la_revedere mulțumesc
            mersi te_rog
            ce_faci ce_mai_faci cine_ești da nu""",
    ),
)
