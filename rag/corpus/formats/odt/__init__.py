"""OpenDocument texts and presentations (``.odt``, ``.odp``): the text as it is printed, with
tracked insertions and without deletions. Macros are not run; nothing that a document links to is
fetched."""

from rag.corpus.formats.document import Format, lazily

read = lazily("odt.reading", "read_odt")
FORMAT = Format((".odt", ".odp"), read)
