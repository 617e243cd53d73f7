"""Catalan."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords, TermWords

LANGUAGE = Language(
    code="ca",
    calendar=Calendar(
        months=(
            "gener, gen.",
            "febrer, febr.",
            "març",
            "abril, abr.",
            "maig",
            "juny",
            "juliol, jul.",
            "agost",
            "setembre",
            "octubre, oct.",
            "novembre, nov.",
            "desembre, des.",
        ),
        weekdays=("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"),
        before_day="el",
        of_month="de, d'",
        of_year="de, del",
        before_month="al, el, del",
        before_year="el, del, des de, l'any",
    ),
    terms=TermWords(
        letters="àéóèçíúòïü",
        common="""de la i el que a les en els un per una del amb es al no ha són pel més""",
        stemmer="catalan",
        elided="d l m n s t",
    ),
    releases=ReleaseWords(
        labels="nota de premsa|comunicat( de premsa)?",
        date_labels="data",
        published="publicat( el)?|data de publicació",
        updated="(darrera )?actualització|actualitzat( el)?|darrera modificació",
    ),
    questions=QuestionWords(
        when="quan",
        who="qui",
        where="on",
        how_many="quant quanta quants quantes",
        why="per_què",
        how="com",
        which="quin quina quins quines",
        what="què",
        verbs="és són era eren ha han havia va van",
        greetings="""hola bon_dia bona_tarda bona_nit adéu gràcies si_us_plau com_estàs
            qui_ets sí no""",
    ),
)
