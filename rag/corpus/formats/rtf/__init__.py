"""Rich Text Format (``.rtf``): the text as it is printed, with tracked insertions and without
deletions. Embedded objects are not opened."""

from rag.corpus.formats.document import Format, lazily

read = lazily("rtf.reading", "read_rtf")
FORMAT = Format((".rtf",), read)
