"""The file formats that can be read. Each format is one module or package; the registry finds it by
a file's suffix, or by its contents."""

from rag.corpus.formats.contents import is_media
from rag.corpus.formats.document import Document, Format, Part
from rag.corpus.formats.registry import added, format_of, kind_of, suffixes

__all__ = ["Document", "Format", "Part", "added", "format_of", "is_media", "kind_of", "suffixes"]
