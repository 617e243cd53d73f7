"""Markdown, with front matter. Its text is the file's, marks and all."""

from rag.corpus.formats.document import Format
from rag.corpus.formats.front_matter import read_text, stated_id

FORMAT = Format(suffixes=(".md", ".markdown"), read=read_text, stated_id=stated_id)
