"""The example questions that the page offers.

They come from a file, or are the built-in ones if the corpus answers them, or are made from titles.
Those made from titles are tried: each finds its release.
"""

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
_MAX_FROM_FILE = 12
_MAX_FROM_TITLES = 4
_MAX_TRIED = 12
_MAX_TITLE_LENGTH = 80


def example_questions(library: rag.Library, path: str) -> list[str]:
    """Example questions for a library.

    Args:
        path: a text file with one question a line; ``""`` chooses questions that fit the corpus.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    if path:
        return _from_file(path)
    answered = all(library.ask(question).status == "answered" for question in BUILT_IN)
    return list(BUILT_IN) if answered else _from_titles(library)


def _from_file(path: str) -> list[str]:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise rag.ConfigurationError("config.unreadable", path=path, reason=error) from error
    return [line.strip() for line in lines if line.strip()][:_MAX_FROM_FILE]


def _from_titles(library: rag.Library) -> list[str]:
    """One question per title, of releases spread over the whole corpus, that finds its release;
    where none is answered, the title itself as key words."""
    summaries = library.summaries
    step = max(1, len(summaries) // _MAX_TRIED)
    asked, searched = [], []
    for summary in summaries[::step]:
        title = summary.title.strip().rstrip(".!?\u00a0 ")
        if not 0 < len(title) <= _MAX_TITLE_LENGTH or "«" in title:
            continue
        question = message("page.about_title", title=title)
        if _finds(library, question, summary.id):
            asked.append(question)
        elif _finds(library, title, summary.id):
            searched.append(title)
        if len(asked) == _MAX_FROM_TITLES:
            break
    return [*asked, *searched][:_MAX_FROM_TITLES]


def _finds(library: rag.Library, text: str, release_id: str) -> bool:
    """Whether a text is answered from a release, or finds it as key words."""
    answer = library.ask(text, 1)
    return answer.abstention is None and answer.hits[0].release.id == release_id
