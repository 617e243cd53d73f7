"""Spreadsheets of OpenDocument with a release in each row (``.ods``). No formula is run: its value
is the one that the program saved last."""

from rag.corpus.formats.document import Format, lazily

expand = lazily("ods.reading", "expand")
FORMAT = Format((".ods",), expand=expand, is_table=True)
