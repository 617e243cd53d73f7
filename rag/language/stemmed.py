"""Languages of which only the Snowball stemmer is known. They need a line each, not a file."""

from __future__ import annotations

from rag.language.language import Language, TermWords

_STEMMERS = {
    "eu": "basque",
    "ga": "irish",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nn": "norwegian",
    "yi": "yiddish",
}
LANGUAGES = tuple(
    Language(code, terms=TermWords(stemmer=stemmer)) for code, stemmer in _STEMMERS.items()
)
