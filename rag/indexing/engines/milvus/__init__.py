"""The engine ``milvus``: the same search as in files, on a server, a cluster, or in one file
(Milvus Lite).

A generation is first built in the index folder and then published to four collections: its
passages, its releases, its terms and its metadata. An alias names the live generation and is moved
last, like ``CURRENT``. So an interrupted publication changes nothing. Milvus applies the filters
and finds candidates, by vectors and by its BM25 over our index terms. The scores are computed here
from what it stores, so that both engines give the same scores.
"""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Any

from rag.config import EngineSettings
from rag.errors import ConfigurationError, IndexEncoderError, IndexMissingError, IndexVersionError
from rag.indexing.engines import Engine
from rag.indexing.engines.milvus.index import MilvusIndex, read_meta
from rag.indexing.engines.milvus.publishing import Publication
from rag.indexing.engines.milvus.server import Server
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.store import FORMAT_VERSION


def publish(
    index: LocalIndex, settings: EngineSettings, progress: Progress = lambda *_: None
) -> bool:
    """Copy a generation to the server and make it live.

    Args:
        index: the generation.
        settings: the server and the name of the collection.
        progress: called with the progress of the stage ``publish``.

    Returns:
        False if it is already live.

    Raises:
        EngineError: the server cannot be reached, or refused. The old generation stays live.
        ConfigurationError: the client is not installed.
    """
    with closing(Server(settings)) as server:
        name = f"{settings.collection}_{index.generation.replace('-', '_')}"
        live = server.live()
        if live == name:
            return False
        server.drop_all_but(live)
        Publication(server, index, name, progress).write()
        server.call("alter_alias" if live else "create_alias", name, settings.collection)
        return True


def open_milvus(
    settings: EngineSettings, folder: Path, encoder: dict[str, Any] | None
) -> MilvusIndex:
    """Open the live generation on a server.

    Args:
        settings: the server and the name of the collection.
        folder: the index folder in which it was built; nothing is read from it.
        encoder: the identity that the encoder of its vectors must have; None accepts any.

    Raises:
        IndexMissingError: nothing was published there.
        IndexVersionError: it has another format version.
        IndexEncoderError: its vectors were made by another encoder.
        EngineError: the server cannot be reached.
        ConfigurationError: the client is not installed.
    """
    server = Server(settings)
    try:
        name = server.live()
        if name is None:
            raise IndexMissingError("engine.missing", uri=settings.uri)
        made = read_meta(server, name)
        manifest = made["manifest"]
        if manifest["format_version"] != FORMAT_VERSION:
            raise IndexVersionError(
                "index.other_version",
                path=settings.uri,
                found=manifest["format_version"],
                wanted=FORMAT_VERSION,
            )
        if encoder is not None and manifest["encoder"] != encoder:
            raise IndexEncoderError(
                "index.other_encoder",
                path=settings.uri,
                found=manifest["encoder"].get("name"),
                wanted=encoder.get("name"),
            )
        return MilvusIndex(server, name, folder, made)
    except BaseException:
        server.close()
        raise


def _check(settings: EngineSettings) -> None:
    if re.fullmatch(r"[A-Za-z_]\w{0,199}", settings.collection, re.ASCII) is None:
        raise ConfigurationError("engine.bad_collection", name=settings.collection)


ENGINE = Engine(open_milvus, publish, needs_address=True, check=_check)
