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
    questions=QuestionWords(when="mikor"),
)
