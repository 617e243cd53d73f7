"""Errors as programs receive them: ``{"error": {code, message}}`` with the status that fits."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

import rag

# The first that fits.
_STATUS: dict[type[Exception], int] = {
    rag.QueryError: 400,
    rag.CitationError: 404,
    rag.CorpusError: 404,
    rag.RagError: 503,  # no index, no model, no engine, or too much to do
}
_RETRY_AFTER = "5"  # seconds


def failure(status: int, error: rag.RagError, **headers: str) -> JSONResponse:
    """An error as JSON: its code and its sentence."""
    if status == 503:
        headers["retry-after"] = _RETRY_AFTER
    problem = {"code": error.key, "message": str(error)}
    return JSONResponse({"error": problem}, status, {"cache-control": "no-store", **headers})


def add_error_handlers(app: FastAPI) -> None:
    """Answer our errors, and addresses that do not exist, in this form."""
    app.add_exception_handler(rag.RagError, _on_error)
    app.add_exception_handler(HTTPException, _on_http)


async def _on_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, rag.RagError)
    status = next(status for kind, status in _STATUS.items() if isinstance(error, kind))
    return failure(status, error)


async def _on_http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return failure(error.status_code, rag.QueryError("serve.no_such_address"))
