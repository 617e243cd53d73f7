"""Plain JSON for programs: ``GET /api/ask``, ``GET /api/search`` and ``GET /api/statements``,
described in ``/api/openapi.json``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

import rag
from rag.version import __version__
from rag.web import shapes
from rag.web.arguments import filters, find_release, limit, question_before, split
from rag.web.comparing import changes_to_dict, similar_to_dict
from rag.web.endpoints import statements_to_dict
from rag.web.failures import add_error_handlers, failure
from rag.web.turns import Turns
from rag.web.unmatched import with_unmatched

_FAILURES: dict[int | str, dict[str, Any]] = {
    400: {"model": shapes.Failure, "description": "A parameter cannot be used."},
    404: {"model": shapes.Failure, "description": "There is no such release."},
    503: {"model": shapes.Failure, "description": "There is no index yet, or too much to do."},
    "default": {"model": shapes.Failure, "description": "Another failure."},
}
_LONGEST_SHOWN = 80


class _Filters(BaseModel):
    """What may stand in every address too. An unknown name is refused: a filter with a slip of the
    pen would filter nothing."""

    model_config = ConfigDict(extra="forbid")

    date_from: str = Field("", description="first day: 2014, 2014-11 or 2014-11-18")
    date_to: str = Field("", description="last day, in the same forms")
    language: list[str] = Field(
        [], description="only releases in these languages (ISO 639-1); repeated, or with commas"
    )
    release: list[str] = Field(
        [], description="only releases with these ids; repeated, or with commas"
    )


class _Question(BaseModel):
    q: str = Field(description="the question, in any language")
    k: int | SkipJsonSchema[None] = Field(
        None,
        ge=1,
        description="number of passages, at most 100; the server's setting if it is not given",
    )


class Parameters(_Filters, _Question):
    """What may stand in the address of a question."""


class AskParameters(Parameters):
    """What may stand in the address of a question, which may follow another one."""

    previous: str = Field("", description="the question before, as it was understood")
    previous_release: str = Field("", description="id of the release that answered it")
    previous_answer: str = Field("", description="the words of its answer")


class _Said(BaseModel):
    speaker: str = Field("", description="a name, whole or in part, or an office")
    about: str = Field("", description="words of which a statement must have one")
    role: str = Field("", description="words that the speaker's role must have")
    k: int = Field(20, ge=1, description="the most statements, at most 100")


class StatementParameters(_Filters, _Said):
    """What may stand in the address of the statements."""


class FacetParameters(_Filters):
    """What may stand in the address of a count."""

    q: str = Field("", description="counts only releases that meet its operators or have its words")


class SimilarParameters(BaseModel):
    """What may stand in the address of similar releases."""

    model_config = ConfigDict(extra="forbid")

    release: str = Field(description="id of a release")
    k: int = Field(5, ge=1, description="number of similar releases, at most 100")


class ChangesParameters(BaseModel):
    """What may stand in the address of a comparison."""

    model_config = ConfigDict(extra="forbid")

    before: str = Field(description="id of a release")
    after: str = Field(description="id of the release that it is compared with")


def make_api(turns: Turns, root_path: str) -> FastAPI:
    """The application below ``/api``.

    Args:
        turns: answers the questions.
        root_path: the path under which a proxy publishes the page; ``""`` for none.
    """
    api = FastAPI(
        title="press-release-rag",
        version=__version__,
        description="Ask a body of press releases a question.",
        servers=[{"url": f"{root_path}/api"}],
        root_path_in_servers=False,
        docs_url=None,  # these pages load their scripts from another server
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    add_error_handlers(api)
    api.add_exception_handler(RequestValidationError, _on_parameters)

    async def answer(work: Callable[[rag.Library], dict[str, Any]]) -> JSONResponse:
        return JSONResponse(await turns.run(work), headers={"cache-control": "no-store"})

    @api.get("/ask", operation_id="ask", response_model=shapes.Answer, responses=_FAILURES)
    async def ask(given: Annotated[AskParameters, Query()]) -> Any:
        """The answer that the releases give, with citations, or an abstention.

        A follow-up ("Et en 2022 ?") is understood by the question before; "understood" holds the
        question that is answered then. Nothing is kept from one request to the next.
        """
        before = given.previous, given.previous_release, given.previous_answer

        def work(library: rag.Library) -> dict[str, Any]:
            asked = _asked(library, given)
            found = library.ask(given.q, previous=question_before(*before), **asked)
            return with_unmatched(library, found.to_dict(), _filters_of(asked), found.expression)

        return await answer(work)

    @api.get("/search", operation_id="search", response_model=shapes.Hits, responses=_FAILURES)
    async def search(given: Annotated[Parameters, Query()]) -> Any:
        """The passages that fit the question best, best first."""

        def work(library: rag.Library) -> dict[str, Any]:
            asked = _asked(library, given)
            hits = library.search(given.q, **asked)
            return with_unmatched(library, hits.to_dict(), _filters_of(asked), hits.expression)

        return await answer(work)

    @api.get(
        "/statements",
        operation_id="statements",
        response_model=shapes.Statements,
        responses=_FAILURES,
    )
    async def statements(given: Annotated[StatementParameters, Query()]) -> Any:
        """The statements that the releases quote, with their speakers."""

        def work(library: rag.Library) -> dict[str, Any]:
            asked = _filtered(library, given)
            return statements_to_dict(
                library, given.speaker, given.about, given.role, limit(given.k), asked
            )

        return await answer(work)

    @api.get("/facets", operation_id="facets", response_model=shapes.Facets, responses=_FAILURES)
    async def facets(given: Annotated[FacetParameters, Query()]) -> Any:
        """How many releases there are of each origin, language, year, month, name and speaker."""

        def work(library: rag.Library) -> dict[str, Any]:
            asked = _filtered(library, given)
            found = library.facets(given.q or None, **asked)
            return with_unmatched(library, found.to_dict(), asked, found.expression)

        return await answer(work)

    @api.get("/similar", operation_id="similar", response_model=shapes.Similar, responses=_FAILURES)
    async def similar(given: Annotated[SimilarParameters, Query()]) -> Any:
        """The releases most similar to one; those that are it again first."""
        return await answer(lambda library: similar_to_dict(library, given.release, given.k))

    @api.get("/changes", operation_id="changes", response_model=shapes.Changes, responses=_FAILURES)
    async def changes(given: Annotated[ChangesParameters, Query()]) -> Any:
        """The words that differ between two releases, cited on both sides."""
        return await answer(lambda library: changes_to_dict(library, given.before, given.after))

    return api


_PARAMETERS: dict[str, type[BaseModel]] = {
    "statements": StatementParameters,
    "facets": FacetParameters,
    "similar": SimilarParameters,
    "changes": ChangesParameters,
}


async def _on_parameters(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    address = request.url.path.rpartition("/")[2]
    return failure(400, _as_query_error(error, _PARAMETERS.get(address, Parameters)))


def _asked(library: rag.Library, given: Parameters) -> dict[str, Any]:
    """The arguments of ``Library.ask`` and ``Library.search``.

    Raises:
        CitationError: a release is not in the index.
    """
    return {**_filtered(library, given), "k": None if given.k is None else limit(given.k)}


def _filters_of(asked: dict[str, Any]) -> dict[str, Any]:
    """The filters among the arguments of ``_asked``."""
    return {name: value for name, value in asked.items() if name != "k"}


def _filtered(library: rag.Library, given: _Filters) -> dict[str, Any]:
    """The filters of an address.

    Raises:
        CitationError: a release is not in the index.
    """
    releases = [one for text in given.release for one in _release_ids(library, text)]
    asked = filters(given.date_from, given.date_to, given.language, ())
    asked["releases"] = releases or None
    return asked


def _release_ids(library: rag.Library, text: str) -> list[str]:
    """The id that a text is, or the ids between its commas: an id may have a comma itself."""
    with suppress(rag.CitationError):
        return [find_release(library, text).id]
    return [find_release(library, one).id for one in split([text]) or ()]


def _as_query_error(error: RequestValidationError, parameters: type[BaseModel]) -> rag.QueryError:
    """An unknown parameter, which explains a missing one, else the first wrong one, as our own
    error.

    Args:
        parameters: those that the address may have.
    """
    errors = error.errors()
    wrong = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    name = str(wrong["loc"][1])
    if wrong["type"] == "extra_forbidden":
        known = ", ".join(parameters.model_fields)
        return rag.QueryError("serve.unknown_parameter", name=name[:_LONGEST_SHOWN], known=known)
    if wrong["type"] == "missing" and name != "q":
        return rag.QueryError("serve.missing_parameter", name=name)
    if name == "k":
        return rag.QueryError("query.bad_k", k=str(wrong["input"])[:_LONGEST_SHOWN])
    return rag.QueryError("query.empty")
