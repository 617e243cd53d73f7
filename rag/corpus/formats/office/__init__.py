"""What the formats of word processors share: their parts, the marks of lists, tables, properties.

A format reads a file into ``Part`` values in reading order. ``document_of`` decides which of them
is the title, a header line or a heading, and makes the ``Document``.
"""
