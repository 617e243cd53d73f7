"""The page: its components, and the functions that its events call.

It shows answers; the library makes them.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from gradio.events import api

import rag
from rag import messages
from rag.messages import message
from rag.phrases import readable_kinds
from rag.web.endpoints import make_endpoints
from rag.web.link import View, read_link, write_link
from rag.web.render import (
    additions_html,
    built_html,
    error_html,
    examples_html,
    note_html,
    release_html,
    releases_html,
    results_html,
    unreadable_html,
)
from rag.web.service import LibraryService

HERE = Path(__file__).parent
# A longer list would be of no use: nobody scrolls through it.
_MAX_CHOICES = 500
_PAGE_KEYS = "page."

# JavaScript that runs in the browser before or instead of a handler. It passes values that no
# component holds, or shows something without the server. The functions are in script.js.
_JS_OPEN = "(citation, span, link, ui) => [...window.ragOpen(), window.location.search, ui]"
_JS_ADDRESS = "() => [window.location.search]"
_JS_PUSH_LINK = "(link) => { window.ragPushLink(link); }"
_JS_SEARCHING = "() => window.ragSearching(true)"
_JS_RESTORING = "() => window.ragSearching(new URLSearchParams(window.location.search).get('q'))"
_JS_FAILED = "() => window.ragFailed()"
_JS_EMPTY = "() => ''"
_JS_REJECTED = "() => window.ragRejected"
_JS_FILE_NAMES = (
    "(files, ui, names) => [files, ui, JSON.stringify((files || []).map((file) => file.orig_name))]"
)
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@cache
def i18n() -> gr.I18n:
    """The fixed texts of the page in each language. Gradio chooses among them in the browser."""
    texts: dict[str, dict[str, str]] = {}
    for code in messages.LANGUAGES:
        with messages.use(code):
            texts[code] = {
                _i18n_key(key): text
                for key, text in messages.sentences().items()
                if key.startswith(_PAGE_KEYS) and "{" not in text
            }
            texts[code][_i18n_key("page.add")] = message("page.add", readable=readable_kinds())
    return gr.I18n(**texts)


def build_page(service: LibraryService) -> gr.Blocks:
    """The page. The service's library may still be loading."""
    texts = i18n()

    def text(key: str) -> Any:
        return texts(_i18n_key(f"page.{key}"))

    settings = service.settings.web
    with gr.Blocks(title=message("page.title"), analytics_enabled=False) as page:
        # The address chooses the language (?ui=en). script.js tells it to Gradio, on_restore to us.
        ui = gr.Textbox(messages.DEFAULT, visible="hidden", elem_id="ui", label="ui")
        link = gr.Textbox("", visible="hidden", elem_id="link", label="link")
        # The arguments of on_open and on_add that only the browser knows.
        citation = gr.Textbox("", visible="hidden", elem_id="citation", label="citation")
        answer_span = gr.Textbox("", visible="hidden", elem_id="answer-span", label="answer span")
        file_names = gr.Textbox("", visible="hidden", elem_id="file-names", label="file names")
        gr.HTML((HERE / "head.html").read_text(encoding="utf-8"), elem_id="masthead")
        status = gr.HTML(elem_id="status")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="tabs"), gr.Tabs():
                with gr.Tab(text("tab_ask"), id="ask"):
                    with gr.Row(equal_height=True, elem_id="asking"):
                        question = gr.Textbox(
                            label=text("question"),
                            placeholder=text("placeholder"),
                            lines=1,
                            max_lines=1,
                            scale=6,
                            autofocus=True,
                            elem_id="question",
                        )
                        ask_button = gr.Button(
                            text("ask"), variant="primary", scale=1, min_width=120, elem_id="go"
                        )
                    with gr.Accordion(text("narrow"), open=False, elem_id="narrow") as narrow:
                        with gr.Row():
                            date_from = gr.Textbox(
                                label=text("from"),
                                placeholder=text("date_form"),
                                elem_id="from",
                            )
                            date_to = gr.Textbox(
                                label=text("to"), placeholder=text("date_form"), elem_id="to"
                            )
                            sort = gr.Radio(
                                [
                                    (text("by_relevance"), "relevance"),
                                    (text("by_date"), "date"),
                                ],
                                value="relevance",
                                label=text("sort"),
                                elem_id="sort",
                            )
                        with gr.Row():
                            languages = gr.Dropdown(
                                [],
                                multiselect=True,
                                label=text("languages"),
                                elem_id="languages",
                            )
                            releases = gr.Dropdown(
                                [], multiselect=True, label=text("releases"), elem_id="releases"
                            )
                        clear_button = gr.Button(text("clear"), size="sm", elem_id="clear")
                    results = gr.HTML(elem_id="results")
                    examples = gr.HTML(elem_id="examples")
                with gr.Tab(text("tab_corpus"), id="corpus") as corpus:
                    if settings.accepts_uploads:
                        with gr.Row():
                            files = gr.File(
                                label=text("add"),
                                file_count="multiple",
                                height=140,
                                elem_id="files",
                            )
                            with gr.Column():
                                add_button = gr.Button(text("add_button"), elem_id="add")
                                rebuild_button = gr.Button(
                                    text("rebuild"), variant="primary", elem_id="rebuild"
                                )
                        report = gr.HTML(elem_id="told", min_height=40)
                    search_text = gr.Textbox(
                        label=text("filter"), placeholder=text("filter_hint"), elem_id="find"
                    )
                    table = gr.HTML(elem_id="table")
            reader = gr.HTML(elem_id="reader")
        # script.js clicks these buttons to start an event.
        open_button = gr.Button("open", visible="hidden", elem_id="open")
        close_button = gr.Button("close", visible="hidden", elem_id="close")
        restore_button = gr.Button("restore", visible="hidden", elem_id="restore")
        reject_button = gr.Button("reject", visible="hidden", elem_id="tell")

        filters = [date_from, date_to, languages, releases, sort]
        fields = [question, *filters]
        handlers = _Handlers(service)

        # Not ``sort.change``: that event also comes when the server sets the value.
        ask_events = [
            ask_button.click,
            question.submit,
            date_from.submit,
            date_to.submit,
            sort.input,
        ]
        gr.on(ask_events, None, outputs=[results, reader], js=_JS_SEARCHING)
        asking = gr.on(
            ask_events,
            handlers.on_ask,
            inputs=[*fields, ui],
            outputs=[results, link],
            api_visibility="private",
            trigger_mode="always_last",
            show_progress="hidden",
        )
        asking.success(None, inputs=[link], js=_JS_PUSH_LINK)
        asking.failure(None, outputs=[results], js=_JS_FAILED)
        open_button.click(
            handlers.on_open,
            inputs=[citation, answer_span, link, ui],
            outputs=[reader],
            js=_JS_OPEN,
            api_visibility="private",
            trigger_mode="always_last",
            show_progress="hidden",
        )
        close_button.click(None, outputs=[reader], js=_JS_EMPTY)
        for event in (page.load, restore_button.click):
            event(None, outputs=[results, reader], js=_JS_RESTORING)
            event(
                handlers.on_restore,
                inputs=[link],
                outputs=[status, examples, ui, *fields, narrow, results],
                js=_JS_ADDRESS,
                api_visibility="private",
                show_progress="hidden",
            )
        clear_button.click(
            handlers.on_clear,
            inputs=[ui],
            outputs=[*fields, results, reader, link],
            api_visibility="private",
            show_progress="hidden",
        ).then(None, inputs=[link], js=_JS_PUSH_LINK)
        for event in (search_text.change, corpus.select):
            event(
                handlers.on_list,
                inputs=[search_text, ui],
                outputs=[table],
                api_visibility="private",
                trigger_mode="always_last",
                show_progress="hidden",
            )
        if settings.accepts_uploads:
            add_button.click(
                handlers.on_add,
                inputs=[files, ui, file_names],
                outputs=[report, files],
                js=_JS_FILE_NAMES,
                api_visibility="private",
            )
            reject_button.click(None, outputs=[report], js=_JS_REJECTED)
            rebuild_button.click(
                handlers.on_rebuild,
                inputs=[search_text, ui],
                outputs=[report, status, languages, releases, table],
                api_visibility="private",
                concurrency_limit=4,
                concurrency_id="rebuild",
            )
        for name, endpoint in make_endpoints(service).items():
            api(endpoint, api_name=name)
    page.queue(
        max_size=settings.queue,
        default_concurrency_limit=settings.answered_at_once,
        api_open=True,
    )
    return page  # type: ignore[no-any-return]


class _Handlers:
    """The functions that the page's events call.

    Each answers in the language of the page, and shows an error as a message on the page.
    """

    def __init__(self, service: LibraryService) -> None:
        self.service = service

    def on_ask(
        self,
        question: str,
        date_from: str,
        date_to: str,
        languages: list[str],
        releases: list[str],
        sort: str,
        ui: str,
    ) -> tuple[Any, ...]:
        """The results and the permanent link of a question."""
        view = View(
            question or "",
            (date_from or "").strip(),
            (date_to or "").strip(),
            tuple(languages or ()),
            tuple(releases or ()),
            "date" if sort == "date" else "relevance",
            messages.known(ui),
        )
        with messages.use(view.ui):
            return self._results(view), write_link(view)

    def on_restore(self, search: str) -> Iterator[tuple[Any, ...]]:
        """The page as a link describes it. While the index loads, a note says so.

        Args:
            search: the query string of the page's address.
        """
        view = read_link(search)
        # ``messages.use`` must not surround a ``yield``: Gradio may run what follows in another
        # context, where the language would be lost.
        if not self.service.ready:
            with messages.use(view.ui):
                loading = note_html(message("page.loading"))
            yield (loading, *[gr.skip()] * 10)
            self.service.wait()
        with messages.use(view.ui):
            restored = self._restored(view)
        yield restored

    def _restored(self, view: View) -> tuple[Any, ...]:
        try:
            with self.service.library() as library:
                known_languages = _languages(library)
                languages = [code for code in view.languages if code in known_languages]
                choices = _release_choices(library, view.releases)
                ids = {value for _, value in choices}
                releases = [value for value in view.releases if value in ids]
        except rag.RagError as error:
            return error_html(error), "", view.ui, *[gr.skip()] * 7, ""
        unknown = [
            name
            for name in (*view.languages, *view.releases)
            if name not in languages and name not in releases
        ]
        note = message("page.unknown_in_link", names=", ".join(unknown)) if unknown else ""
        results = note_html(note) if note else ""
        if view.question:
            known = replace(view, languages=tuple(languages), releases=tuple(releases))
            results = self._results(known, note)
        has_filters = replace(view, question="", ui=messages.DEFAULT) != View()
        return (
            self._status(),
            self._examples(),
            view.ui,
            view.question,
            view.date_from,
            view.date_to,
            gr.update(choices=known_languages, value=languages),
            gr.update(choices=choices, value=releases),
            view.sort,
            gr.update(open=True) if has_filters else gr.skip(),
            results,
        )

    def on_open(self, citation_id: str, answer_span: str, search: str, ui: str) -> str:
        """The release of a citation.

        Args:
            answer_span: offsets of the words that answer, ``start-end``; ``""`` for none.
            search: the query string of the page's address; the question's words are marked.
        """
        with messages.use(messages.known(ui)):
            try:
                with self.service.library() as library:
                    citation = library.show(citation_id)
                    release = library.release(citation.release_id)
                    shared = library.matching_words(read_link(search).question, release, citation)
                moved = citation.id != citation_id.strip()
                offsets = _SPAN.fullmatch(answer_span)
                span = rag.Span(int(offsets[1]), int(offsets[2])) if offsets and not moved else None
                return release_html(release, citation, shared, moved, span)
            except rag.RagError as error:
                return unreadable_html(error)

    def on_clear(self, ui: str) -> tuple[Any, ...]:
        """Every field empty, and the link of the empty page in its language."""
        empty = View(ui=messages.known(ui))
        return "", "", "", [], [], "relevance", "", "", write_link(empty)

    def on_list(self, search_text: str, ui: str) -> str:
        """The table of releases that contain the words of a text."""
        with messages.use(messages.known(ui)):
            try:
                with self.service.library() as library:
                    return releases_html(library, search_text or "")
            except rag.RagError as error:
                return error_html(error)

    def on_add(self, files: list[str] | None, ui: str, file_names: str = "") -> tuple[str, Any]:
        """Copy uploaded files into the corpus folder; say which were added.

        Args:
            files: paths of Gradio's copies. Gradio removes some characters from the names.
            file_names: the names on the user's machine, as a JSON list.
        """
        with messages.use(messages.known(ui)):
            if not self.service.settings.web.accepts_uploads:
                return note_html(message("page.uploads_off")), None
            if not files:
                return note_html(message("page.nothing_chosen")), None
            paths = [Path(file) for file in files]
            try:
                return additions_html(self.service.add(paths), _name_list(file_names)), None
            except rag.RagError as error:
                return error_html(error), gr.skip()
            finally:
                for path in paths:  # Gradio's copies are not needed any more
                    path.unlink(missing_ok=True)

    def on_rebuild(
        self,
        search_text: str,
        ui: str,
        progress: gr.Progress = gr.Progress(),  # noqa: B008 (Gradio finds the bar by its default)
    ) -> tuple[Any, ...]:
        """Bring the index up to date, with a progress bar. The old index answers meanwhile."""
        with messages.use(messages.known(ui)):
            if not self.service.settings.web.accepts_uploads:
                return (note_html(message("page.uploads_off")), *[gr.skip()] * 4)
            start = time.perf_counter()

            def show_progress(stage: str, done: int, total: int) -> None:
                progress((done, total), desc=message(f"stage.{stage}"))

            try:
                report = self.service.rebuild(show_progress)
                with self.service.library() as library:
                    return (
                        built_html(report, time.perf_counter() - start),
                        self._status(),
                        gr.update(choices=_languages(library)),
                        gr.update(choices=_release_choices(library, ())),
                        releases_html(library, search_text or ""),
                    )
            except rag.RagError as error:
                return (error_html(error), *[gr.skip()] * 4)

    def _results(self, view: View, note: str = "") -> str:
        try:
            with self.service.library() as library:
                answer = library.ask(
                    view.question,
                    date_from=view.date_from or None,
                    date_to=view.date_to or None,
                    language=view.languages or None,
                    releases=view.releases or None,
                )
                shared = [
                    library.matching_words(view.question, hit.release, hit.passage)
                    for hit in answer.hits
                ]
                problem = library.reader_problem
        except rag.RagError as error:
            return error_html(error)
        notes = " ".join(filter(None, (note, str(problem) if problem else "")))
        return results_html(answer, shared, view.sort, notes)

    def _examples(self) -> str:
        try:
            return examples_html(self.service.examples())
        except rag.RagError as error:
            return error_html(error)

    def _status(self) -> str:
        health = self.service.health()
        return note_html(message("page.number", count=health.passages, releases=health.releases))


def _name_list(text: str) -> list[str]:
    """The names in a JSON list from the browser; empty if it is no such list."""
    try:
        names = json.loads(text)
    except ValueError:
        return []
    return [str(name) for name in names] if isinstance(names, list) else []


def _languages(library: rag.Library) -> list[str]:
    return sorted(code for code in library.manifest["languages"] if code)


def _release_choices(library: rag.Library, selected: tuple[str, ...]) -> list[tuple[str, str]]:
    """(label, id) of the first releases and of the selected ones."""
    titles = {summary.id: summary.title for summary in library.summaries}
    first = list(titles)[:_MAX_CHOICES]
    ids = dict.fromkeys([*first, *(one for one in selected if one in titles)])
    return [(f"{one} · {titles[one]}"[:120] if titles[one] else one, one) for one in ids]


def _i18n_key(key: str) -> str:
    """A message key as Gradio's translations accept it, without points and hyphens."""
    return key.replace(".", "_").replace("-", "_")
