"""Markdown as site generators use it: with front matter, HTML and templates in it. The text is what
a reader of the site sees, without marks."""

from rag.corpus.formats.document import Format, lazily
from rag.corpus.formats.front_matter import stated_id

read = lazily("markdown.reading", "read_markdown")
FORMAT = Format((".md", ".markdown"), read, stated_id)
