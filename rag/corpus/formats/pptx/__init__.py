"""PowerPoint presentations (``.pptx``, ``.pptm``): the text of the slides that are shown, without
the speaker's notes. Macros are not run; nothing that a presentation links to is fetched."""

from rag.corpus.formats.document import Format, lazily

read = lazily("pptx.reading", "read_pptx")
FORMAT = Format((".pptx", ".pptm"), read)
