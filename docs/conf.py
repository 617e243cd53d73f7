"""The documentation as pages that work offline, opened as files too: `make docs`.

Sphinx reads the project's folder, so that a link leads to the same page as on a code host.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
project = "press-release-rag"
version = release = runpy.run_path(str(ROOT / "rag" / "version.py"))["__version__"]
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "benchmarks/RESULTS.md",
    "docs/*.md",
    "index/README.md",
    "rag/models/e5/MODEL_CARD.md",
    "seeds/README.md",
]
# The names of headings in links, as a code host makes them.
myst_heading_anchors = 3
highlight_language = "text"

html_theme = "furo"
html_title = "press-release-rag"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
# It would fetch each page that is found, which a browser refuses to pages opened as files.
html_show_search_summary = False

FRENCH = {"docs/guide.fr"}
# The table of contents, which a code host would show as code in the page itself.
CONTENTS = {
    "Guides": ("guide.fr", "guide.en"),
    "Using it": ("answers", "search", "page", "command-line", "python", "programs"),
    "Releases and settings": ("installing", "formats", "configuration", "archive"),
    "Background": (
        "how-it-works",
        "measured",
        "/benchmarks/RESULTS",
        "/rag/models/e5/MODEL_CARD",
        "/index/README",
        "/seeds/README",
    ),
    "Project": ("/README", "/CONTRIBUTING", "/SECURITY", "/CHANGELOG"),
}


def add_contents(_app: Any, name: str, source: list[str]) -> None:
    """Add the table of contents to the first page."""
    if name == root_doc:
        for caption, pages in CONTENTS.items():
            lines = "\n".join(pages)
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{lines}\n```\n"


def name_language(
    _app: Any, name: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    """A page says which language it is in."""
    if name in FRENCH:
        context["language"] = "fr"


def setup(app: Any) -> dict[str, Any]:
    """Connect the two functions; Sphinx calls this."""
    app.connect("source-read", add_contents)
    app.connect("html-page-context", name_language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
