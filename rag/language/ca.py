"""Catalan."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="ca",
    terms=TermWords(
        letters="àéóèçíúòïü",
        common="""de la i el que a les en els un per una del amb es al no ha són pel més""",
        stemmer="catalan",
        elided="d l m n s t",
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
