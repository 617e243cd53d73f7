"""The questions that the page offers: a file's, the built-in ones that this corpus answers, or
questions made of its titles."""

from __future__ import annotations

from pathlib import Path

import rag
from rag.messages import message

BUILT_IN = (
    "Quand la cellule sous-marine a-t-elle été créée ?",
    "Qui a accueilli M. Stoltenberg à Blenheim Palace ?",
    "À quelle date la réunion avec les ministres de la Défense de l’UE a-t-elle eu lieu ?",
    "When were the NATO foreign ministers in Brussels?",
)
_MOST = 12
_FROM_TITLES = 4
_LONGEST_TITLE = 80


def example_questions(library: rag.Library, path: str) -> list[str]:
    """Questions of a file with one a line, or, where none is named, those that fit the corpus.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    if path:
        return _of_file(path)
    answered = [one for one in BUILT_IN if library.ask(one).status == "answered"]
    return answered if len(answered) == len(BUILT_IN) else _of_titles(library)


def _of_file(path: str) -> list[str]:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise rag.ConfigurationError("config.unreadable", path=path, reason=error) from error
    return [line.strip() for line in lines if line.strip()][:_MOST]


def _of_titles(library: rag.Library) -> list[str]:
    """One question a title, of releases spread over the whole corpus."""
    every = library.summaries
    step = max(1, len(every) // _FROM_TITLES)
    titles = (summary.title.strip() for summary in every[::step])
    distinct = dict.fromkeys(title for title in titles if 0 < len(title) <= _LONGEST_TITLE)
    return [message("page.about_title", title=title) for title in distinct][:_FROM_TITLES]
