"""Compare an index with the files from which it was built, and its own files with what was
written."""

from __future__ import annotations

from pathlib import Path

from rag.corpus.listing import list_corpus
from rag.corpus.reading import file_digest, read_bytes, read_release
from rag.errors import UnreadableFileError
from rag.indexing.engine import Index
from rag.indexing.results import Difference


def verify(index: Index, corpus: Path) -> list[Difference]:
    """Compare every release and passage with its file, and every file of the index with what was
    written.

    Returns:
        The differences; empty if there are none.

    Raises:
        CorpusError: the corpus folder does not exist or cannot be listed.
    """
    files = {file.id: file for file in list_corpus(corpus).files}
    differences = [Difference("damaged", name) for name in index.damaged()]
    for release_id, digest in sorted(index.records.release_digests().items()):
        stored = index.records.release(release_id)
        assert stored is not None
        file = files.pop(release_id, None)
        if file is None:
            differences.append(Difference("missing", stored.source))
            continue
        try:
            data = read_bytes(file.path)
            body = read_release(file, data).body
        except (OSError, UnreadableFileError):
            differences.append(Difference("missing", file.source))
            continue
        if file_digest(data, file.metadata) != digest:
            differences.append(Difference("changed", file.source))
        differences += [
            Difference("slice", file.source, passage.ordinal)
            for passage in index.records.passages_of(release_id)
            if body[passage.start : passage.end] != passage.text
        ]
    for release_id, file in files.items():
        try:
            digest = file_digest(read_bytes(file.path), file.metadata)
        except OSError:
            continue
        if index.manifest["refused"].get(release_id) != digest:
            differences.append(Difference("new", file.source))
    return differences
