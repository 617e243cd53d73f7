"""Compare an index with the files from which it was built, and its own files with what was
written."""

from __future__ import annotations

from pathlib import Path

from rag.config import ColumnSettings
from rag.corpus.listing import SourceFile, list_corpus
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import file_digest, part_digest, read_bytes, read_release
from rag.errors import UnreadableFileError
from rag.indexing.engine import Index
from rag.indexing.files import Progress
from rag.indexing.results import Difference


def verify(
    index: Index, corpus: Path, columns: ColumnSettings, progress: Progress = lambda *_: None
) -> list[Difference]:
    """Compare every release and passage with its file, and every file of the index with what was
    written.

    Args:
        columns: the names of columns in the settings.
        progress: called with ``check``, how many releases were compared, and how many there are.

    Returns:
        The differences; empty if there are none.

    Raises:
        CorpusError: the corpus folder does not exist or cannot be listed.
    """
    with Parts(columns) as parts:
        listing = with_parts(list_corpus(corpus), lambda file: parts.expand(file.path))
        return _differences(index, {file.id: file for file in listing.files}, parts, progress)


def _differences(
    index: Index, files: dict[str, SourceFile], parts: Parts, progress: Progress
) -> list[Difference]:
    def content(file: SourceFile) -> tuple[bytes, str]:
        if file.part is not None:
            return parts.read(file), part_digest(file)
        data = read_bytes(file.path)
        return data, file_digest(data, file.metadata)

    differences = [Difference("damaged", name) for name in index.damaged()]
    digests = sorted(index.records.release_digests().items())
    for number, (release_id, digest) in enumerate(digests):
        progress("check", number, len(digests))
        stored = index.records.release(release_id)
        assert stored is not None
        file = files.pop(release_id, None)
        if file is None:
            differences.append(Difference("missing", stored.source))
            continue
        try:
            data, now = content(file)
            body = read_release(file, data).body
        except (OSError, UnreadableFileError):
            differences.append(Difference("missing", file.source))
            continue
        if now != digest:
            differences.append(Difference("changed", file.source))
        differences += [
            Difference("slice", file.source, passage.ordinal)
            for passage in index.records.passages_of(release_id)
            if body[passage.start : passage.end] != passage.text
        ]
    progress("check", len(digests), len(digests))
    for release_id, file in files.items():
        try:
            _data, now = content(file)
        except OSError:
            continue
        if index.manifest["refused"].get(release_id) != now:
            differences.append(Difference("new", file.source))
    return differences
