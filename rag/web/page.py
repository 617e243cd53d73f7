"""The page's parts and what happens when one asks."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr

import rag
from rag import messages
from rag.messages import message
from rag.web.render import answer_html, error_html, hits_html

EXAMPLES = (
    "Quand la cellule sous-marine a-t-elle été créée ?",
    "Qui a accueilli M. Stoltenberg à Blenheim Palace ?",
    "À quelle date la réunion avec les ministres de la Défense de l’UE a-t-elle eu lieu ?",
    "When were the NATO foreign ministers in Brussels?",
)

CSS = """
.gradio-container { max-width: 52rem !important; margin: 0 auto; }
.answer { border-left: 4px solid var(--color-accent); padding: .25rem 0 .25rem 1rem; }
.answer.abstained, .answer.failed { border-color: var(--neutral-400); }
.answer .text { font-size: 1.35rem; line-height: 1.4; font-weight: 600; }
.answer .row { display: flex; gap: 1rem; margin: .4rem 0; }
.answer .label { flex: 0 0 6rem; font-weight: 600; }
.hits li > div { margin: .2rem 0; }
.place { font-size: .85rem; opacity: .8; }
.hits li { margin: 1rem 0; overflow-wrap: anywhere; }
mark { background: #ffe58a; color: #1a1a1a; padding: 0 .1em; }
"""

_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"]
_MONO = ["ui-monospace", "Menlo", "Consolas", "monospace"]


def build_page(library: rag.Library) -> gr.Blocks:
    """The page over an open library, in the language in use when it is built."""
    speech = messages.language()

    def ask(question: str) -> tuple[str, str]:
        """Ask the releases a question; the answer and the passages come as HTML."""
        with messages.use(speech):
            try:
                answer = library.ask(question)
            except rag.RagError as error:
                return error_html(error), ""
            return answer_html(answer), hits_html(answer)

    counts = library.manifest["counts"]
    with gr.Blocks(title=message("page.title"), analytics_enabled=False) as page:
        gr.Markdown(f"# {message('page.title')}")
        gr.Markdown(message("page.number", count=counts["passages"], releases=counts["releases"]))
        with gr.Row(equal_height=True):
            question = gr.Textbox(
                label=message("page.question"), lines=1, max_lines=1, scale=5, autofocus=True
            )
            button = gr.Button(message("page.ask"), variant="primary", scale=1, min_width=120)
        answer = gr.HTML()
        hits = gr.HTML()
        gr.Examples([[e] for e in EXAMPLES], inputs=[question], label=message("page.examples"))
        gr.on(
            [button.click, question.submit],
            ask,
            inputs=[question],
            outputs=[answer, hits],
            api_name="ask",
        )
    return page  # type: ignore[no-any-return]


def launch(
    index: str = "index",
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    prevent_thread_lock: bool = False,
) -> gr.Blocks:
    """Open the index and serve the page.

    Args:
        index: the index folder.
        host: address to listen on; loopback unless told otherwise.
        port: None takes the first free one from 7860 on.
        prevent_thread_lock: return at once; the server runs in the background.

    Raises:
        RagError: the index cannot be opened.
    """
    page = build_page(rag.open(index))
    options: dict[str, Any] = {
        "theme": gr.themes.Default(font=_FONTS, font_mono=_MONO),
        "css": CSS,
        "js": f"() => {{ document.documentElement.lang = '{messages.language()}'; }}",
    }
    page.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=prevent_thread_lock,
        share=False,
        quiet=prevent_thread_lock,
        run_history=False,
        ssr_mode=False,
        footer_links=["api"],
        **options,
    )
    return page
