"""Hungarian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hu",
    terms=TermWords(
        stemmer="hungarian",
        letters="áéöóőüíúű",
        common="""a az és hogy nem is egy ez meg de csak volt van mint már még ki el kell lesz
            vagy szerint""",
    ),
    questions=QuestionWords(
        when="mikor",
        who="ki kit kinek kik",
        where="hol hová honnan",
        how_many="hány mennyi mennyit mennyibe",
        why="miért",
        how="hogyan hogy",
        what="mi mit minek milyen",
        greetings="""szia helló jó_napot jó_reggelt jó_estét viszontlátásra köszönöm kérem hogy_vagy
            ki_vagy igen nem""",
    ),
)
