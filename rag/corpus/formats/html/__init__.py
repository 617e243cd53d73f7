"""Saved web pages: the main text of a page, the metadata that the page states, and the places.

Sources of pages are read too: templates with marks among the text, and Website Meta Language.
Nothing that a page refers to is fetched, and no script is run.
"""

from rag.corpus.formats.document import Format, lazily

read = lazily("html.reading", "read_page")
FORMAT = Format((".html", ".htm", ".xhtml", ".wml"), read)
