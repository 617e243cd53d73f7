"""Finnish."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="fi",
    terms=TermWords(
        stemmer="finnish",
        letters="äöå",
        common="""ja on ei se että oli hän mutta ovat myös kuin tai joka ole voi sekä mukaan""",
    ),
    questions=QuestionWords(when="milloin"),
)
