"""PDF, read with pdfium: text in reading order, without running heads and page numbers.

Scripts and forms in a file are not run; attachments and links are not opened.
"""

from rag.corpus.formats.document import Format, lazily

read = lazily("pdf.reading", "read_pdf")
FORMAT = Format((".pdf",), read, draw=lazily("pdf.drawing", "draw_pdf"))
