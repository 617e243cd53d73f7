"""Romanian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="ro",
    file_names="ro",
    terms=TermWords(
        letters="ăîâșțşţ",
        stop_words="""a ai al ale am ar are au ca că când care cât ce cea cei cel cele cine cu cum
            de din este era fi fost iar în îl la le lor lui mai nu o pe pentru prin sa să sau se
            și sunt un unde unei unui""",
        stemmer="romanian",
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
