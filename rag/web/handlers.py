"""The functions that the page calls on the server: each takes plain values and returns HTML."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gradio.utils import get_upload_folder

import rag
from rag import messages
from rag.messages import message
from rag.web.arguments import question_before
from rag.web.beside import release_html, unreadable_html
from rag.web.corpus_list import corpus_html
from rag.web.histogram import histogram
from rag.web.link import View, read_link
from rag.web.narrowing import (
    counted,
    filters_of,
    found_months,
    known_view,
    releases_in_words,
    searched_in,
)
from rag.web.near import changes_html, facets_html, similar_html
from rag.web.notes import additions_html, built_html, error_html, note_html, progress_html
from rag.web.render import results_html, wrong_html
from rag.web.service import LibraryService
from rag.web.templates import render
from rag.web.wrong import note_wrong

_MORE = 20
_EXAMPLES = 3
# A longer list of filters would be of no use: nobody reads through it.
_MAX_CHOICES = 100
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


Values = dict[str, Any]


class ServerFunction:
    """A method as ``gr.HTML`` calls it: with one object of named values, of which ``ui`` names the
    language."""

    def __init__(self, name: str, method: Callable[..., Values]) -> None:
        self.__name__ = name
        self.method = method

    def __call__(self, values: Values) -> Values:
        given = dict(values)
        with messages.use(messages.known(given.pop("ui", None))):
            return self.method(**given)


class Handlers:
    """What the page asks of the server. An error of ours becomes a message on the page.

    Args:
        at_once: how many questions are answered at the same time; others wait.
    """

    def __init__(self, service: LibraryService, at_once: int) -> None:
        self.service = service
        self.changes = service.settings.web.accepts_uploads
        self._turns = threading.BoundedSemaphore(at_once)

    def functions(self) -> list[Callable[[Values], Values]]:
        """The functions as ``gr.HTML`` takes them. Those that change something are left out where
        changes are off."""
        methods: dict[str, Callable[..., Values]] = {
            "start": self.start,
            "answer": self.answer,
            "release": self.release,
            "corpus": self.corpus,
            "similar": self.similar,
            "changes": self.compared,
            "facets": self.facets,
        }
        if self.changes:
            methods |= {
                "add": self.add,
                "work": self.work,
                "correct": self.correct,
                "remove": self.remove,
                "wrong": self.wrong,
            }
        return [ServerFunction(name, method) for name, method in methods.items()]

    def start(self, wait: bool = False) -> Values:
        """What the page shows before a question, and its filters.

        Args:
            wait: whether to wait until the index is loaded and the examples are chosen; else a note
                says that it loads, or the examples come later ("loading" is set in both cases).
        """
        if not wait and not self.service.ready and not self.service.wait(0):
            return {"loading": True, "home": note_html(message("page.loading"))}
        try:
            with self.service.library() as library:
                summaries = library.summaries
                languages = [(code, code) for code in library.manifest["languages"] if code]
            chosen = wait or self.service.has_examples
            examples = self.service.examples()[:_EXAMPLES] if chosen else []
        except rag.IndexMissingError as error:
            return {"empty": True, "home": error_html(error)}
        except rag.RagError as error:
            return {"home": error_html(error)}
        bars = histogram(summaries)
        origins = sorted({one.origin for one in summaries if one.origin}, key=str.casefold)
        lists = [
            ("lang", message("page.languages"), counted(languages, summaries, "language")),
            (
                "origin",
                message("page.origin"),
                counted([(one, one) for one in origins[:_MAX_CHOICES]], summaries, "origin"),
            ),
        ]
        held = f"{releases_in_words(summaries)} · {message('page.stays')}"
        return {
            "loading": not chosen,
            "home": render("home", held=held, histogram=bars, examples=examples),
            "filters": render("filters", histogram=bars, lists=lists),
            "held": str(len(summaries)),
        }

    def answer(self, search: str) -> Values:
        """The answer to the question of a link, and the release that is open beside it.

        Args:
            search: the query string of the page's address.
        """
        view = read_link(search)
        try:
            with self._turns, self.service.library() as library:
                return self._answer(library, view)
        except rag.RagError as error:
            return {"results": error_html(error), "release": ""}

    def release(self, search: str, words: str = "") -> Values:
        """The release of the citation that a link opens.

        Args:
            words: offsets of the words that answer, ``start-end``; ``""`` for none.
        """
        view = read_link(search)
        offsets = _SPAN.fullmatch(words)
        span = rag.Span(int(offsets[1]), int(offsets[2])) if offsets else None
        try:
            with self.service.library() as library:
                return {"release": _open(library, view, view.open, span)}
        except rag.RagError as error:
            return {"release": unreadable_html(error)}

    def corpus(self, search: str) -> Values:
        """The list of releases as a link describes it."""
        view = read_link(search)
        try:
            with self.service.library() as library:
                return {"corpus": corpus_html(library, view, changes=self.changes)}
        except rag.IndexMissingError as error:
            problem = "" if self.changes else str(error)
            return {"corpus": corpus_html(None, view, changes=self.changes, problem=problem)}
        except rag.RagError as error:
            return {"corpus": corpus_html(None, view, changes=self.changes, problem=str(error))}

    def similar(self, release: str) -> Values:
        """The releases similar to one."""
        return self._filled(lambda library: similar_html(library.similar(release), release))

    def compared(self, before: str, after: str) -> Values:
        """Two versions of a release side by side."""
        return self._filled(lambda library: changes_html(library.changes(before, after)))

    def facets(self, search: str) -> Values:
        """The counts of the search that a link has."""

        def count(library: rag.Library) -> str:
            view, _unknown = known_view(library, read_link(search))
            facets = library.facets(view.question or None, **filters_of(library, view))
            searched = view.question if view.question.strip() else None
            months = found_months(library, view, searched)
            return facets_html(facets, view, histogram(library.summaries, months))

        return self._filled(count)

    def _filled(self, work: Callable[[rag.Library], str]) -> Values:
        try:
            with self._turns, self.service.library() as library:
                return {"html": work(library)}
        except rag.RagError as error:
            return {"html": note_html(str(error))}

    def add(self, files: list[str], names: list[str]) -> Values:
        """Copy uploaded files into the corpus folder, then bring the index up to date.

        Args:
            files: paths of Gradio's copies. Gradio removes some characters from the names.
            names: the names on the user's machine.
        """
        folder = Path(get_upload_folder()).resolve()
        # A path that the browser made up must neither be read nor removed.
        paths = [path for path in map(Path, files) if path.resolve().is_relative_to(folder)]
        try:
            additions = self.service.add(paths)
        except rag.RagError as error:
            return {"work": note_html(str(error)), "running": False}
        finally:
            for path in paths:  # Gradio's copies are not needed any more
                path.unlink(missing_ok=True)
        if any(one.reason is None for one in additions):
            self.service.update()
        return {"work": additions_html(additions, names), "running": self.service.work.running}

    def work(self) -> Values:
        """How far the index is, or what the last update did."""
        work = self.service.work
        if work.running:
            shown = progress_html(work.stage, work.done, work.total) if work.stage else ""
        elif work.problem is not None:
            shown = note_html(str(work.problem))
        else:
            shown = built_html(work.report, work.seconds) if work.report is not None else ""
        return {"work": shown, "running": work.running}

    def correct(self, release: str, title: str, date: str) -> Values:
        """Write the right title and date of a release into the sidecar, then update the index."""
        try:
            with self.service.library() as library:
                held = library.release(release)
                folder = library.corpus_folder
            rag.correct(
                held.source,
                folder,
                title=title if title.strip() != held.title else None,
                date=date if date.strip() != (held.published.value or "") else None,
            )
        except rag.RagError as error:
            return {"said": str(error), "running": False}
        self.service.update()
        return {"said": message("page.saved"), "running": True}

    def remove(self, release: str) -> Values:
        """Take a release out of the corpus folder, then update the index."""
        try:
            with self.service.library() as library:
                held = library.release(release)
                folder = library.corpus_folder
            rag.remove(held.source, folder)
        except rag.RagError as error:
            return {"work": note_html(str(error)), "running": False}
        self.service.update()
        return {"work": note_html(message("page.removed", name=held.source)), "running": True}

    def wrong(self, question: str, said: str, right: str = "") -> Values:
        """Note that an answer was wrong."""
        try:
            path = note_wrong(self.service.index, question, said, right)
        except rag.RagError as error:
            return {"html": note_html(str(error))}
        key = "page.noted_right" if right.strip() else "page.noted"
        return {"html": wrong_html(said, message(key, path=path))}

    def _answer(self, library: rag.Library, view: View) -> Values:
        view, unknown = known_view(library, view)
        answer = library.ask(
            view.question,
            _MORE if view.more else None,
            **filters_of(library, view),
            previous=question_before(view.after, view.after_release, view.after_answer),
        )
        asked = answer.understood or view.question
        shared = [library.matching_words(asked, hit.release, hit.passage) for hit in answer.hits]
        notes = [message("page.unknown_in_link", names=", ".join(unknown))] if unknown else []
        if library.reader_problem:
            notes.append(str(library.reader_problem))
        named = {one.release_id for part in answer.parts for one in part.also}
        named |= {one for hit in answer.hits for one in hit.copies}
        names = {one: library.release(one).title or one for one in named}
        results = results_html(
            answer,
            shared,
            view,
            " ".join(notes),
            names=lambda one: names.get(one, one),
            searched=searched_in(library, view, answer),
            corrigible=self.changes,
        )
        chosen = view.open
        if not chosen and answer.status == "answered":
            chosen = answer.citations[0].id
        elif not chosen and answer.status == "passages" and answer.hits:
            chosen = answer.hits[0].passage.citation.id
        span = rag.Span(answer.span.start, answer.span.end) if answer.span else None
        try:
            release = _open(library, view, chosen, span) if chosen else ""
        except rag.RagError as error:
            release = unreadable_html(error)
        is_search = answer.status == "passages" or answer.expression is not None
        months = found_months(library, view, view.question if is_search else None)
        bars = histogram(library.summaries, months)
        return {"results": results, "release": release, "histogram": bars}


def _open(library: rag.Library, view: View, chosen: str, span: rag.Span | None) -> str:
    """The release of a citation. The words that answer are marked if they are in it and the text
    has not moved."""
    citation = library.show(chosen)
    release = library.release(citation.release_id)
    shared = library.matching_words(view.question, release, citation)
    moved = citation.id != chosen.strip()
    inside = span is not None and citation.start <= span.start and span.end <= citation.end
    return release_html(
        release, citation, shared, moved, span if inside and not moved else None, view
    )
