"""The tools for language models: an MCP server at ``/mcp``, which answers with JSON."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any

from fastapi import FastAPI
from starlette.routing import Route

import rag
from rag.installation import install_command
from rag.web.endpoints import Function, make_functions
from rag.web.service import LibraryService
from rag.web.turns import Turns

_PATH = "/mcp"
_INSTRUCTIONS = (
    "Ask a body of press releases. Call ask for an answer with its citations, search for passages, "
    "statements for what a person said, show for the whole release of a citation; facets counts, "
    "similar and changes compare releases; releases and languages list what there is."
)


def add_tools(app: FastAPI, service: LibraryService, turns: Turns) -> None:
    """Answer at ``/mcp``. Each tool returns its object as structured content, and as a text.

    Raises:
        ConfigurationError: the package is not installed.
    """
    try:
        from mcp.server.fastmcp import FastMCP
        from mcp.server.transport_security import TransportSecuritySettings
    except ImportError as error:
        command = install_command("mcp", "mcp")
        raise rag.ConfigurationError("serve.no_mcp", command=command) from error
    server = FastMCP(
        "press-release-rag",
        instructions=_INSTRUCTIONS,
        streamable_http_path=_PATH,
        stateless_http=True,
        json_response=True,
        log_level="WARNING",
        # The guard has checked names and origins before.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    for name, function in make_functions(service).items():
        server.add_tool(_in_turn(function, turns), name=name, structured_output=True)
    (route,) = (one for one in server.streamable_http_app().routes if isinstance(one, Route))
    app.router.routes += [Route(path, route.endpoint) for path in (_PATH, f"{_PATH}/")]
    before = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[Any]:
        async with before(app) as state, server.session_manager.run():
            yield state

    app.router.lifespan_context = lifespan


def _in_turn(function: Function, turns: Turns) -> Any:
    """The function, run in a thread when its turn has come."""

    @wraps(function)
    async def called(**arguments: Any) -> dict[str, Any]:
        return await turns.run(lambda _library: function(**arguments))

    return called
