"""What machines call: ``ask``, ``search`` and ``show``, typed, for gradio's clients, its OpenAPI
page and MCP. The docstrings are what an agent reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import gradio as gr

import rag
from rag.web.shelf import Shelf


def made(shelf: Shelf) -> dict[str, Callable[..., dict[str, Any]]]:
    """The endpoints over a shelf, by name."""

    def ask(
        question: str,
        k: int = 5,
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
    ) -> dict[str, Any]:
        """Ask the press releases a question and get the answer that they give, or that they do not.

        The answer is quoted, never written: "answer" holds the words, "sentence" the sentence
        around them, "citations" where they stand (release, start, end, in characters), "date" the
        date that goes with it and whose it is, "confidence" the probability (0 to 1) that the
        releases answer at all. With "status" "abstained" they do not say; "hits" are then only
        the nearest passages.

        Args:
            question: in any language; the quotes stay in the releases' own.
            k: how many passages come back as "hits", 1 to 100.
            date_from: leave out releases before this date (2014, 2014-11 or 2014-11-18).
            date_to: leave out releases after this date.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only this release, by its id; several with commas.
        """
        with _told(), shelf.library() as library:
            return library.ask(
                question, _some(k), **_narrowed(date_from, date_to, language, release)
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

        Each of "hits" holds the passage's text, its release, title and date, where it stands
        (start, end, in characters), and why it matched. Use "ask" for an answer.

        Args:
            question: in any language.
            k: how many passages, 1 to 100.
            date_from: leave out releases before this date (2014, 2014-11 or 2014-11-18).
            date_to: leave out releases after this date.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only this release, by its id; several with commas.
        """
        with _told(), shelf.library() as library:
            hits = library.search(
                question, _some(k), **_narrowed(date_from, date_to, language, release)
            )
            return {"hits": [hit.to_dict() for hit in hits]}

    def show(citation: str) -> dict[str, Any]:
        """Read the press release that a citation stands in, whole.

        Gives the citation as it stands now (start, end, quote) and the release: title, date,
        language, address and the whole text, in which text[start:end] is the quote.

        Args:
            citation: its id as "ask" and "search" give it, release:start-end:digest.
        """
        with _told(), shelf.library() as library:
            found = library.show(citation)
            release = library.release(found.release_id)
            return {
                "citation": found.to_dict(),
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
def _told() -> Iterator[None]:
    """Our errors reach the caller as gradio's, with their message."""
    try:
        yield
    except rag.RagError as error:
        raise gr.Error(str(error), print_exception=False) from error


def _some(k: int) -> int:
    """``k`` as given up to 100; below 1 the library says what is wrong."""
    return min(int(k), 100)


def _narrowed(date_from: str, date_to: str, language: str, release: str) -> dict[str, Any]:
    return {
        "date_from": date_from.strip() or None,
        "date_to": date_to.strip() or None,
        "language": _list(language),
        "releases": _list(release),
    }


def _list(text: str) -> list[str] | None:
    return [part.strip() for part in text.split(",") if part.strip()] or None
