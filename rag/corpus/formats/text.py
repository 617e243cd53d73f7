"""Plain text. Front matter is read here too: texts out of a site's pages are often kept with it."""

from rag.corpus.formats.document import Format
from rag.corpus.formats.front_matter import read_text, stated_id

FORMAT = Format(suffixes=(".txt", ".text"), read=read_text, stated_id=stated_id)
