"""The functions for programs: ``ask``, ``search``, ``statements``, ``show``, ``releases``,
``languages``, and those of ``rag.web.comparing``.

All are MCP tools: a client shows their docstrings to a language model. ``ask``, ``search`` and
``show`` are Gradio's named endpoints too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr

import rag
from rag.web.arguments import filters, limit, question_before
from rag.web.comparing import make_comparing
from rag.web.service import LibraryService
from rag.web.unmatched import with_unmatched

Function = Callable[..., dict[str, Any]]
_IN_GRADIO = ("ask", "search", "show")
_MAX_RELEASES = 1000


def make_endpoints(service: LibraryService) -> dict[str, Function]:
    """The functions that Gradio offers, by endpoint name. They raise Gradio's errors."""
    functions = make_functions(service)
    return {name: _with_gradio_errors(functions[name]) for name in _IN_GRADIO}


def make_functions(service: LibraryService) -> dict[str, Function]:
    """The functions that answer from the service's library, by name. They raise ``RagError``."""

    def ask(
        question: str,
        k: int = 5,
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
        previous: str = "",
        previous_release: str = "",
        previous_answer: str = "",
    ) -> dict[str, Any]:
        """Ask the press releases a question; get their answer, or learn that they do not answer.

        The answer is made of quotes. "answer" holds the words that answer, "sentence" the sentence
        that contains them, "citations" the places of the quotes (release, start, end, in
        characters), "date" the date of the answer and whether it is the event's or the release's,
        "confidence" the probability (0 to 1) that these words are right. If "status" is
        "abstained", the releases do not answer ("abstention" says why); "hits" are then only the
        nearest passages. A name or key words ask nothing: "status" is "passages", and "hits" are
        the passages that hold them.

        A follow-up ("And in 2022?", "Who said so?") needs the question before in "previous";
        "understood" then holds the question that was answered. Nothing is kept between calls.

        Args:
            question: in any language; the quotes stay in the language of the releases.
            k: number of passages returned as "hits", 1 to 100.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
            previous: the question before, as it was understood; empty for none.
            previous_release: id of the release that answered it.
            previous_answer: the words of its answer.
        """
        with service.library() as library:
            given = filters(date_from, date_to, [language], [release])
            before = question_before(previous, previous_release, previous_answer)
            answer = library.ask(question, limit(k), **given, previous=before)
            return with_unmatched(library, answer.to_dict(), given, answer.expression)

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

        What is no question may have operators, which every release found must meet: "a phrase",
        -word or -"a phrase" (not there), a OR b, (a group), word* (a beginning), "a b"~5 (near each
        other), title:, speaker:, source:, language:, date:2014-11..2016, file:. "expression" then
        says how many releases meet each.

        Args:
            question: a question, words, or words with operators, in any language.
            k: number of passages, 1 to 100.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
        """
        with service.library() as library:
            given = filters(date_from, date_to, [language], [release])
            hits = library.search(question, limit(k), **given)
            return with_unmatched(library, hits.to_dict(), given, hits.expression)

    def statements(
        speaker: str = "",
        about: str = "",
        role: str = "",
        k: int = 20,
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
    ) -> dict[str, Any]:
        """List what the press releases quote, with the speakers: who said what, and when.

        "count" says how many statements there are, "statements" holds the first k: those that fit
        "about" best, of equal ones the latest. Each has the speaker by one name for all releases,
        the words in their place (start, end, in characters), the citation, the release and its
        date. "speakers" counts them by speaker.

        Args:
            speaker: a name, whole or in part, or an office.
            about: words of which a statement must have one.
            role: words that the speaker's role must have.
            k: number of statements, 1 to 100.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
        """
        with service.library() as library:
            given = filters(date_from, date_to, [language], [release])
            return statements_to_dict(library, speaker, about, role, limit(k), given)

    def show(citation: str) -> dict[str, Any]:
        """Read the whole press release that contains a citation.

        Returns the citation at its present place (start, end, quote) and the release: title, date,
        language, address and the whole text. text[start:end] is the quote.

        Args:
            citation: the id that "ask" and "search" return, release:start-end:digest.
        """
        with service.library() as library:
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

    def releases(text: str = "", k: int = 50) -> dict[str, Any]:
        """List the press releases, the latest first: id, title, date, language, origin, length.

        "count" says how many there are, "releases" holds the first k of them. The ids are those
        that the other tools take as "release".

        Args:
            text: only releases whose id, title or origin contains each of these words.
            k: number of releases returned, 1 to 1000.
        """
        words = text.casefold().split()
        with service.library() as library:
            found = [
                summary
                for summary in library.summaries
                if all(
                    word in f"{summary.id} {summary.title} {summary.origin}".casefold()
                    for word in words
                )
            ]
        found.sort(key=_latest_first)
        first = found[: max(1, min(int(k), _MAX_RELEASES))]
        return {"count": len(found), "releases": [_summary(one) for one in first]}

    def languages() -> dict[str, Any]:
        """List the languages of the press releases, with the number of releases in each.

        "languages" holds {language, releases}, the most frequent first. The codes (ISO 639-1) are
        those that the other tools take as "language"; null is a language that is not known.
        """
        with service.library() as library:
            counts = Counter(summary.language for summary in library.summaries)
        listed = [{"language": code, "releases": n} for code, n in counts.most_common()]
        return {"languages": listed}

    return {
        "ask": ask,
        "search": search,
        "statements": statements,
        "show": show,
        "releases": releases,
        "languages": languages,
        **make_comparing(service),
    }


def statements_to_dict(
    library: rag.Library, speaker: str, about: str, role: str, k: int, given: dict[str, Any]
) -> dict[str, Any]:
    """What ``statements`` returns.

    Args:
        k: the most statements, 1 or more.
        given: the filters.
    """
    asked = {"speaker": speaker.strip(), "about": about.strip(), "role": role.strip()}
    speakers = library.speakers(**asked, **given)
    found = library.statements(**asked, **given, limit=k)
    answer = {
        "count": sum(one.statements for one in speakers),
        "statements": [one.to_dict() for one in found],
        "speakers": [one.to_dict() for one in speakers],
    }
    return with_unmatched(library, answer, given, speaker=asked["speaker"], role=asked["role"])


def _summary(summary: rag.ReleaseSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": summary.title,
        "date": summary.date.value if summary.date else None,
        "language": summary.language,
        "origin": summary.origin,
        "passages": summary.passages,
        "characters": summary.characters,
    }


def _latest_first(summary: rag.ReleaseSummary) -> tuple[bool, int, str]:
    """Sort key: the latest first, then those without a year and without a date."""
    bounds = summary.date.bounds if summary.date else None
    return bounds is None, -bounds[1].toordinal() if bounds else 0, summary.id


def _with_gradio_errors(function: Function) -> Function:
    """The function, whose errors are Gradio's, so that the caller receives their message."""

    @wraps(function)
    def called(*arguments: Any, **named: Any) -> dict[str, Any]:
        try:
            return function(*arguments, **named)
        except rag.RagError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return called
