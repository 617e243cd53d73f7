"""The page's parts, and what happens when one asks, narrows, opens, adds. No logic of answering."""

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
from rag.web import endpoints
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
from rag.web.shelf import Shelf

HERE = Path(__file__).parent
# More could neither be shown in a list nor chosen from it.
_MOST_CHOICES = 500
_FIXED = "page."

# What the browser hands in beside the components, and what it shows by itself: script.js has it.
_JS_OPEN = "(wanted, words, link, ui) => [...window.ragOpen(), window.location.search, ui]"
_JS_SEARCH = "() => [window.location.search]"
_JS_PUSH = "(link) => { window.ragPush(link); }"
_JS_ASKED = "() => window.ragAsked(true)"
_JS_RESTORED = "() => window.ragAsked(new URLSearchParams(window.location.search).get('q'))"
_JS_FAILED = "() => window.ragFailed()"
_JS_CLOSED = "() => ''"
_JS_TOLD = "() => window.ragTold"
_JS_ADD = (
    "(files, ui, chosen) => [files, ui, JSON.stringify((files || []).map((one) => one.orig_name))]"
)
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@cache
def i18n() -> gr.I18n:
    """The fixed texts of the page for gradio, which translates them in the browser."""
    texts: dict[str, dict[str, str]] = {}
    for code in messages.LANGUAGES:
        with messages.use(code):
            texts[code] = {
                _name(key): text
                for key, text in messages.sentences().items()
                if key.startswith(_FIXED) and "{" not in text
            }
            texts[code][_name("page.add")] = message("page.add", readable=readable_kinds())
    return gr.I18n(**texts)


def build_page(shelf: Shelf) -> gr.Blocks:
    """The page over a shelf, which may still be loading."""
    say = i18n()

    def text(key: str) -> Any:
        return say(_name(f"page.{key}"))

    settings = shelf.settings.web
    with gr.Blocks(title=message("page.title"), analytics_enabled=False) as page:
        # The language is fixed by the address (?ui=en): script.js says it to gradio and to us.
        ui = gr.Textbox(messages.DEFAULT, visible="hidden", elem_id="ui", label="ui")
        link = gr.Textbox("", visible="hidden", elem_id="link", label="link")
        wanted = gr.Textbox("", visible="hidden", elem_id="wanted", label="wanted")
        words = gr.Textbox("", visible="hidden", elem_id="words", label="words")
        chosen = gr.Textbox("", visible="hidden", elem_id="chosen", label="chosen")
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
                        button = gr.Button(
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
                        clear = gr.Button(text("clear"), size="sm", elem_id="clear")
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
                                add = gr.Button(text("add_button"), elem_id="add")
                                rebuild = gr.Button(
                                    text("rebuild"), variant="primary", elem_id="rebuild"
                                )
                        told = gr.HTML(elem_id="told", min_height=40)
                    find = gr.Textbox(
                        label=text("filter"), placeholder=text("filter_hint"), elem_id="find"
                    )
                    table = gr.HTML(elem_id="table")
            reader = gr.HTML(elem_id="reader")
        opened = gr.Button("open", visible="hidden", elem_id="open")
        closed = gr.Button("close", visible="hidden", elem_id="close")
        restored = gr.Button("restore", visible="hidden", elem_id="restore")
        tell = gr.Button("tell", visible="hidden", elem_id="tell")

        narrowed = [date_from, date_to, languages, releases, sort]
        fields = [question, *narrowed]
        handlers = _Handlers(shelf)

        # Not ``sort.change``: that is also the server's doing, who has no question then.
        asking = [button.click, question.submit, date_from.submit, date_to.submit, sort.input]
        gr.on(asking, None, outputs=[results, reader], js=_JS_ASKED)
        asked = gr.on(
            asking,
            handlers.on_ask,
            inputs=[*fields, ui],
            outputs=[results, link],
            api_visibility="private",
            trigger_mode="always_last",
            show_progress="hidden",
        )
        asked.success(None, inputs=[link], js=_JS_PUSH)
        asked.failure(None, outputs=[results], js=_JS_FAILED)
        opened.click(
            handlers.on_open,
            inputs=[wanted, words, link, ui],
            outputs=[reader],
            js=_JS_OPEN,
            api_visibility="private",
            trigger_mode="always_last",
            show_progress="hidden",
        )
        closed.click(None, outputs=[reader], js=_JS_CLOSED)
        showing = [status, examples, ui, *fields, narrow, results]
        for event in (page.load, restored.click):
            event(None, outputs=[results, reader], js=_JS_RESTORED)
            event(
                handlers.on_restore,
                inputs=[link],
                outputs=showing,
                js=_JS_SEARCH,
                api_visibility="private",
                show_progress="hidden",
            )
        clear.click(
            handlers.on_clear,
            inputs=[ui],
            outputs=[*fields, results, reader, link],
            api_visibility="private",
            show_progress="hidden",
        ).then(None, inputs=[link], js=_JS_PUSH)
        for event in (find.change, corpus.select):
            event(
                handlers.on_list,
                inputs=[find, ui],
                outputs=[table],
                api_visibility="private",
                trigger_mode="always_last",
                show_progress="hidden",
            )
        if settings.accepts_uploads:
            add.click(
                handlers.on_add,
                inputs=[files, ui, chosen],
                outputs=[told, files],
                js=_JS_ADD,
                api_visibility="private",
            )
            tell.click(None, outputs=[told], js=_JS_TOLD)
            rebuild.click(
                handlers.on_rebuild,
                inputs=[find, ui],
                outputs=[told, status, languages, releases, table],
                api_visibility="private",
                concurrency_limit=4,
                concurrency_id="rebuild",
            )
        for name, endpoint in endpoints.made(shelf).items():
            api(endpoint, api_name=name)
    page.queue(
        max_size=settings.queue,
        default_concurrency_limit=settings.at_once or max(2, os.cpu_count() or 2),
        api_open=True,
    )
    return page  # type: ignore[no-any-return]


class _Handlers:
    """What the page's events call. Each speaks the page's language and turns an error into a
    message where the answer would stand."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

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
        """Results, and the link to all of it."""
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
        """The page as a link describes it; while the index loads, that it does."""
        view = read_link(search)
        # The language is not kept over a ``yield``: the parts may run in different contexts.
        if not self.shelf.ready:
            with messages.use(view.ui):
                waiting = note_html(message("page.loading"))
            yield (waiting, *[gr.skip()] * 10)
            self.shelf.wait()
        with messages.use(view.ui):
            restored = self._restored(view)
        yield restored

    def _restored(self, view: View) -> tuple[Any, ...]:
        try:
            with self.shelf.library() as library:
                known = _languages(library)
                languages = [code for code in view.languages if code in known]
                choices = _release_choices(library, view.releases)
                ids = {value for _, value in choices}
                releases = [value for value in view.releases if value in ids]
        except rag.RagError as error:
            return error_html(error), "", view.ui, *[gr.skip()] * 7, ""
        left = [
            name
            for name in (*view.languages, *view.releases)
            if name not in languages and name not in releases
        ]
        note = message("page.unknown_in_link", names=", ".join(left)) if left else ""
        results = note_html(note) if note else ""
        if view.question:
            narrowed = replace(view, languages=tuple(languages), releases=tuple(releases))
            results = self._results(narrowed, note)
        return (
            self._status(),
            self._examples(),
            view.ui,
            view.question,
            view.date_from,
            view.date_to,
            gr.update(choices=known, value=languages),
            gr.update(choices=choices, value=releases),
            view.sort,
            gr.skip()
            if replace(view, question="", ui=messages.DEFAULT) == View()
            else gr.update(open=True),
            results,
        )

    def on_open(self, citation: str, words: str, search: str, ui: str) -> str:
        """A release at a citation, with the words that answer (``start-end``, ``""`` for none) and
        those of the question that the page's link holds."""
        with messages.use(messages.known(ui)):
            try:
                with self.shelf.library() as library:
                    found = library.show(citation)
                    release = library.release(found.release_id)
                    moved = found.id != citation.strip()
                    shared = library.matching_words(read_link(search).question, release, found)
                at = _SPAN.fullmatch(words)
                answering = rag.Span(int(at[1]), int(at[2])) if at and not moved else None
                return release_html(release, found, shared, moved, answering)
            except rag.RagError as error:
                return unreadable_html(error)

    def on_clear(self, ui: str) -> tuple[Any, ...]:
        """The page as it opens."""
        empty = View(ui=messages.known(ui))
        return "", "", "", [], [], "relevance", "", "", write_link(empty)

    def on_list(self, wanted: str, ui: str) -> str:
        """The table of releases."""
        with messages.use(messages.known(ui)):
            try:
                with self.shelf.library() as library:
                    return releases_html(library, wanted or "")
            except rag.RagError as error:
                return error_html(error)

    def on_add(self, files: list[str] | None, ui: str, chosen: str = "") -> tuple[str, Any]:
        """Uploaded files into the corpus folder; ``chosen`` are their names as they were, in JSON:
        gradio stores them without what it does not like in a name."""
        with messages.use(messages.known(ui)):
            if not self.shelf.settings.web.accepts_uploads:
                return note_html(message("page.uploads_off")), None
            if not files:
                return note_html(message("page.nothing_chosen")), None
            paths = [Path(file) for file in files]
            try:
                return additions_html(self.shelf.add(paths), _names(chosen)), None
            except rag.RagError as error:
                return error_html(error), gr.skip()
            finally:
                for path in paths:  # gradio's copies; the releases are in the corpus folder now
                    path.unlink(missing_ok=True)

    def on_rebuild(
        self,
        wanted: str,
        ui: str,
        progress: gr.Progress = gr.Progress(),  # noqa: B008 (how gradio asks for one)
    ) -> tuple[Any, ...]:
        """The index brought up to date, with a bar; questions go on being answered meanwhile."""
        with messages.use(messages.known(ui)):
            if not self.shelf.settings.web.accepts_uploads:
                return (note_html(message("page.uploads_off")), *[gr.skip()] * 4)
            start = time.perf_counter()

            def tell(stage: str, done: int, total: int) -> None:
                progress((done, total), desc=message(f"stage.{stage}"))

            try:
                report = self.shelf.rebuild(tell)
                with self.shelf.library() as library:
                    return (
                        built_html(report, time.perf_counter() - start),
                        self._status(),
                        gr.update(choices=_languages(library)),
                        gr.update(choices=_release_choices(library, ())),
                        releases_html(library, wanted or ""),
                    )
            except rag.RagError as error:
                return (error_html(error), *[gr.skip()] * 4)

    def _results(self, view: View, note: str = "") -> str:
        try:
            with self.shelf.library() as library:
                answer = library.ask(
                    view.question,
                    date_from=view.date_from or None,
                    date_to=view.date_to or None,
                    language=view.languages or None,
                    releases=view.releases or None,
                )
                words = [
                    library.matching_words(view.question, hit.release, hit.passage)
                    for hit in answer.hits
                ]
                problem = library.reader_problem
        except rag.RagError as error:
            return error_html(error)
        told = " ".join(filter(None, (note, str(problem) if problem else "")))
        return results_html(answer, words, view.sort, told)

    def _examples(self) -> str:
        try:
            return examples_html(self.shelf.examples())
        except rag.RagError as error:
            return error_html(error)

    def _status(self) -> str:
        health = self.shelf.health()
        return note_html(message("page.number", count=health.passages, releases=health.releases))


def _names(chosen: str) -> list[str]:
    """What the browser says the files were called; none where it says something else."""
    try:
        names = json.loads(chosen)
    except ValueError:
        return []
    return [str(name) for name in names] if isinstance(names, list) else []


def _languages(library: rag.Library) -> list[str]:
    return sorted(code for code in library.manifest["languages"] if code)


def _release_choices(library: rag.Library, wanted: tuple[str, ...]) -> list[tuple[str, str]]:
    """(what is shown, id) of the first releases and of those wanted."""
    titles = {summary.id: summary.title for summary in library.summaries}
    first = list(titles)[:_MOST_CHOICES]
    chosen = dict.fromkeys([*first, *(one for one in wanted if one in titles)])
    return [(f"{one} · {titles[one]}"[:120] if titles[one] else one, one) for one in chosen]


def _name(key: str) -> str:
    """A key as gradio's translations take it: a point would ask for a table in a table."""
    return key.replace(".", "_").replace("-", "_")
