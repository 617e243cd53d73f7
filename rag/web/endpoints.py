"""The endpoints for programs: ``ask``, ``search`` and ``show``.

Gradio's clients, its OpenAPI page and its MCP server call them. An MCP client shows the docstrings
of the three functions to a language model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import gradio as gr

import rag
from rag.web.service import LibraryService

_MAX_HITS = 100


def make_endpoints(service: LibraryService) -> dict[str, Callable[..., dict[str, Any]]]:
    """The functions that answer from the service's library, by endpoint name."""

    def ask(
        question: str,
        k: int = 5,
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
    ) -> dict[str, Any]:
        """Ask the press releases a question; get their answer, or learn that they do not answer.

        The answer is made of quotes. "answer" holds the words that answer, "sentence" the sentence
        that contains them, "citations" the places of the quotes (release, start, end, in
        characters), "date" the date of the answer and whether it is the event's or the release's,
        "confidence" the probability (0 to 1) that these words are right. If "status" is
        "abstained", the releases do not answer ("abstention" says why); "hits" are then only the
        nearest passages. A name or key words ask nothing: "status" is "passages", and "hits" are
        the passages that hold them.

        Args:
            question: in any language; the quotes stay in the language of the releases.
            k: number of passages returned as "hits", 1 to 100.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
        """
        with _gradio_errors(), service.library() as library:
            return library.ask(
                question, _limit(k), **_filters(date_from, date_to, language, release)
            ).to_dict()

    def search(
        question: str,
        k: int = 5,
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
    ) -> dict[str, Any]:
        """Find the passages of the press releases that fit a question best, best first.

        Each of "hits" holds the passage's text, its release, title and date, its place
        (start, end, in characters), and why it was found. Use "ask" for an answer.

        Args:
            question: in any language.
            k: number of passages, 1 to 100.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
        """
        with _gradio_errors(), service.library() as library:
            hits = library.search(
                question, _limit(k), **_filters(date_from, date_to, language, release)
            )
            return {"hits": [hit.to_dict() for hit in hits]}

    def show(citation: str) -> dict[str, Any]:
        """Read the whole press release that contains a citation.

        Returns the citation at its present place (start, end, quote) and the release: title, date,
        language, address and the whole text. text[start:end] is the quote.

        Args:
            citation: the id that "ask" and "search" return, release:start-end:digest.
        """
        with _gradio_errors(), service.library() as library:
            shown = library.show(citation)
            release = library.release(shown.release_id)
            return {
                "citation": shown.to_dict(),
                "release": {
                    "id": release.id,
                    "title": release.title,
                    "date": release.published.value,
                    "language": release.language,
                    "url": release.url,
                    "text": release.body,
                },
            }

    return {"ask": ask, "search": search, "show": show}


@contextmanager
def _gradio_errors() -> Iterator[None]:
    """Raise our errors as Gradio's, so that the caller receives their message."""
    try:
        yield
    except rag.RagError as error:
        raise gr.Error(str(error), print_exception=False) from error


def _limit(k: int) -> int:
    """``k``, at most 100. The library itself refuses a number below 1."""
    return min(int(k), _MAX_HITS)


def _filters(date_from: str, date_to: str, language: str, release: str) -> dict[str, Any]:
    """The filters as ``Library.ask`` takes them; an empty text is no filter."""
    return {
        "date_from": date_from.strip() or None,
        "date_to": date_to.strip() or None,
        "language": _split(language),
        "releases": _split(release),
    }


def _split(text: str) -> list[str] | None:
    return [part.strip() for part in text.split(",") if part.strip()] or None
