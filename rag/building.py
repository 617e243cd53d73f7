"""What changes a folder of releases or its index: build, add, correct, remove.

What does the work is imported inside each function, so that a question loads none of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rag.config import CORPUS, Settings, load_settings
from rag.corpus import Addition
from rag.indexing import BuildReport, Progress, engines, open_index
from rag.library import StrPath
from rag.models import Encoder, load_encoder


def build(
    corpus: StrPath = CORPUS,
    index: StrPath = "index",
    *,
    encoder: Encoder | None = None,
    settings: Settings | None = None,
    force: bool = False,
    progress: Progress | None = None,
    keep_vanished: bool = False,
) -> BuildReport:
    """Build an index of a folder of releases, or bring it up to date.

    Args:
        corpus: folder of releases.
        index: folder of the index; created if it does not exist. Libraries that have the index
            open continue to use the generation that they opened.
        encoder: encodes the passages; None loads the encoder that the settings name.
        settings: None reads ``rag.toml``, or takes the defaults if there is no such file.
        force: build everything again, even what has not changed.
        progress: called with a stage (``open`` for files with several releases, ``read``,
            ``encode``, ``write``, ``publish``), how many steps are done, and how many there are.
        keep_vanished: keep the releases whose files are no longer in the folder. ``BuildReport``
            names them.

    Raises:
        EngineError: the server that the settings name cannot be reached. The index in the folder
            is built; the server keeps what it had.
        CorpusError, EncoderError, IndexBusyError, StorageError, ConfigurationError: nothing was
            changed; the old index stays in use.
    """
    from rag.indexing.build import build_index

    chosen = settings if settings is not None else load_settings()
    model = encoder if encoder is not None else load_encoder(chosen.encoder)
    engine = engines.find(chosen.engine)
    report = build_index(
        Path(corpus),
        Path(index),
        model,
        chosen,
        force=force,
        progress=progress,
        keep_vanished=keep_vanished,
    )
    if engine.publish is not None:
        with closing(open_index(Path(index), None)) as built:
            published = engine.publish(built, chosen.engine, progress or (lambda *_: None))
        report = replace(report, changed=report.changed or published)
    return report


def add(
    files: StrPath | Iterable[StrPath],
    corpus: StrPath = CORPUS,
    *,
    settings: Settings | None = None,
) -> list[Addition]:
    """Copy releases into a corpus folder. Call ``build`` afterwards to update the index.

    Args:
        files: one file or several, in any format that is read.
        corpus: the folder.
        settings: the columns of tables; None reads ``rag.toml``, or takes the defaults.

    Returns:
        One result for each file. A file that is no release, or would replace another text, is
        refused with the reason.

    Raises:
        CorpusError: the folder does not exist, or it cannot be indexed as it is.
    """
    from rag.corpus.adding import add_releases

    paths = [files] if isinstance(files, str | os.PathLike) else files
    columns = (settings if settings is not None else load_settings()).corpus.columns
    return add_releases([Path(path) for path in paths], Path(corpus), columns)


def correct(
    source: str, corpus: StrPath = CORPUS, *, title: str | None = None, date: str | None = None
) -> None:
    """Correct the title or the date of a release in the sidecar of its folder; its file is not
    changed. Call ``build`` afterwards to update the index.

    Args:
        source: path of its file relative to the folder, as ``Release.source``.
        corpus: the folder.
        title, date: the right value; ``""`` removes what the sidecar states; None changes nothing.

    Raises:
        CorpusError: there is no such file, ``date`` is not a date, or a sidecar is wrong.
        StorageError: the sidecar cannot be written.
    """
    from rag.corpus.correcting import correct_release

    stated = {"title": title, "date": date}
    wanted = {key: value for key, value in stated.items() if value is not None}
    correct_release(source, Path(corpus), wanted)


def remove(source: str, corpus: StrPath = CORPUS) -> Path:
    """Take a release out of a corpus folder. Call ``build`` afterwards to update the index.

    Args:
        source: path of its file relative to the folder, as ``Release.source``.
        corpus: the folder.

    Returns:
        Where its file is now: in the folder ``.removed`` of the corpus folder.

    Raises:
        CorpusError: there is no such file, or a sidecar is wrong.
        StorageError: the file cannot be moved.
    """
    from rag.corpus.correcting import remove_release

    return remove_release(source, Path(corpus))
