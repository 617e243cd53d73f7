"""The files of the releases: to save, never to be shown by the browser; and pages of PDFs as
pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

import rag
from rag.version import __version__
from rag.web.arguments import find_release
from rag.web.service import LibraryService
from rag.web.turns import Turns

# One page is drawn at a time; the other turn is for one that only waits for the disk.
_AT_ONCE, _WAITING = 2, 32
_BYTES = "application/octet-stream"


def make_originals(service: LibraryService) -> APIRouter:
    """``GET /original/ID`` and ``GET /page/ID/NUMBER.png?c=CITATION``."""
    router = APIRouter(include_in_schema=False)
    turns = Turns(service, _AT_ONCE, _WAITING)

    @router.get("/original/{release_id:path}")
    async def original(release_id: str) -> Response:
        """The file of a release, as a download; also if it lies in another file."""

        def find(library: rag.Library) -> Any:
            one = find_release(library, release_id).id
            return library.inner_original(one) or library.original(one)

        found = await turns.run(find)
        headers = {"cache-control": "private, no-cache"}
        if isinstance(found, Path):
            return FileResponse(found, media_type=_BYTES, filename=found.name, headers=headers)
        name, data = found
        headers["content-disposition"] = f"attachment; filename*=utf-8''{quote(name, safe='')}"
        return Response(data, media_type=_BYTES, headers=headers)

    @router.get("/page/{release_id:path}/{number:int}.png")
    async def page(request: Request, release_id: str, number: int, c: str = "") -> Response:
        """A page of a PDF, with the words of a citation marked."""
        known = request.headers.get("if-none-match", "")

        def draw(library: rag.Library) -> Response:
            release = find_release(library, release_id)
            tag = _tag(library, release, number, c)
            headers = {"etag": tag, "cache-control": "private, no-cache"}
            if tag in known:
                return Response(status_code=304, headers=headers)
            picture = library.page_picture(release.id, number, c or None)
            return Response(picture, media_type="image/png", headers=headers)

        return await turns.run(draw)

    return router


def _tag(library: rag.Library, release: rag.Release, number: int, citation: str) -> str:
    """What the picture of a page depends on, as an ETag."""
    state = library.original(release.id).stat()
    facts = (
        __version__, library.generation, release.id, number, citation,
        state.st_size, state.st_mtime_ns,
    )  # fmt: skip
    return f'"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}"'
