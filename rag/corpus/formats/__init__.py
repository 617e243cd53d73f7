"""The file formats that can be read. One file a format; the registry finds them by suffix."""

from rag.corpus.formats.document import Document, Format
from rag.corpus.formats.registry import added, format_of, kind_of, suffixes

__all__ = ["Document", "Format", "added", "format_of", "kind_of", "suffixes"]
