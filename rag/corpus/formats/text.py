"""Plain text. It may begin with front matter, as texts from a site's sources often do."""

from rag.corpus.formats.document import Format
from rag.corpus.formats.front_matter import read_text, stated_id

FORMAT = Format(suffixes=(".txt", ".text"), read=read_text, stated_id=stated_id)
