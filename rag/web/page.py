"""The page: one Gradio component that shows our templates, and the endpoints for programs.

The component's script asks the server for HTML through Gradio's server functions.
"""

from __future__ import annotations

import os
from functools import cache

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from gradio.events import api

from rag import messages
from rag.messages import message
from rag.web.endpoints import make_endpoints
from rag.web.handlers import Handlers
from rag.web.service import LibraryService
from rag.web.templates import render

_PAGE_KEYS = "page."


@cache
def i18n() -> gr.I18n:
    """The fixed texts of the page in each language, for its script."""
    texts: dict[str, dict[str, str]] = {}
    for code in messages.LANGUAGES:
        with messages.use(code):
            texts[code] = {
                _i18n_key(key): text
                for key, text in messages.sentences().items()
                if key.startswith(_PAGE_KEYS) and "{" not in text
            }
    return gr.I18n(**texts)


def build_page(service: LibraryService) -> gr.Blocks:
    """The page. The service's library may still be loading."""
    settings = service.settings.web
    at_once = settings.answered_at_once
    with gr.Blocks(title=message("page.title"), analytics_enabled=False) as page:
        gr.HTML(
            {code: shell_html(code) for code in messages.LANGUAGES},
            # The script has put the language of the page there before Gradio starts.
            html_template="${value[document.documentElement.lang]}",
            js_on_load="window.ragStart(element, server, upload)",
            server_functions=Handlers(service, at_once).functions(),
            apply_default_css=False,
            elem_id="whole",
        )
        for name, endpoint in make_endpoints(service).items():
            api(endpoint, api_name=name)
    page.queue(max_size=settings.queue, default_concurrency_limit=at_once, api_open=True)
    return page  # type: ignore[no-any-return]


def shell_html(code: str) -> str:
    """The frame of the page in a language, with a link to the next one."""
    languages = messages.LANGUAGES
    other = languages[(languages.index(code) + 1) % len(languages)]
    with messages.use(other):
        other_name = message("page.this_language")
    with messages.use(code):
        return render("shell", other=other, other_name=other_name)


def _i18n_key(key: str) -> str:
    """A message key as Gradio's translations accept it, without points and hyphens."""
    return key.replace(".", "_").replace("-", "_")
