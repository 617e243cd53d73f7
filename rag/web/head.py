"""The head of the page: our own language, look, picture and description in place of Gradio's."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from rag import messages
from rag.messages import message

FAVICON = Path(__file__).parent / "favicon.svg"
# Gradio would put its own names before each selector, and break those with a comma in brackets.
_STYLE = Path(__file__).parent / "style.css"
_SCRIPT = Path(__file__).parent / "script"
_THEIRS = re.compile(
    rb'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*>|\s*<link rel="manifest"[^>]*>'
)
_PAGE_LANGUAGE = re.compile(rb'lang="en"')


def page_script() -> str:
    """The script of the page: its files in order, in a scope of their own."""
    files = sorted(_SCRIPT.glob("*.js"))
    return "(() => {\n" + "".join(file.read_text(encoding="utf-8") for file in files) + "})();"


def browser_language(accepted: str) -> str:
    """The first language that a browser accepts and that the page has; the default if it has none.

    Args:
        accepted: the value of ``Accept-Language``, such as ``en-GB,en;q=0.8,fr;q=0.5``.
    """
    wanted = []
    for part in accepted.split(","):
        code, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), code.split("-")[0].casefold()))
        except ValueError:
            continue
    found = (code for _, code in sorted(wanted, key=lambda one: one[0]))
    return next((code for code in found if code in messages.LANGUAGES), messages.DEFAULT)


def own_head(page: bytes, accepted: str = "") -> bytes:
    """The page with our head.

    Args:
        page: the HTML that Gradio serves.
        accepted: as for ``browser_language``.
    """
    language = browser_language(accepted)
    with messages.use(language):
        metas = Markup(
            '<link rel="icon" type="image/svg+xml" href="favicon.ico">'
            '<meta name="description" content="{lead}">'
            '<meta property="og:type" content="website">'
            '<meta property="og:title" content="{title}">'
            '<meta property="og:description" content="{lead}">'
            '<meta property="og:locale" content="{language}">'
            '<meta name="color-scheme" content="light dark">'
        ).format(title=message("page.title"), lead=message("page.lead"), language=language)
    style = b"<style>" + _STYLE.read_bytes() + b"</style>"
    made = _PAGE_LANGUAGE.sub(f'lang="{language}"'.encode(), _THEIRS.sub(b"", page), count=1)
    return made.replace(b"</head>", metas.encode() + style + b"</head>", 1)
