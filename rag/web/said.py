"""The view of the statements at ``/statements``: who said what, with a filter, without a script."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import rag
from rag import messages
from rag.web.head import browser_language
from rag.web.service import LibraryService
from rag.web.templates import render
from rag.web.turns import Turns

_AT_ONCE, _WAITING = 2, 32
_SHOWN, _MOST_NAMES = 50, 200
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def make_statements(service: LibraryService) -> APIRouter:
    """``GET /statements?speaker=…&about=…&from=…&to=…&page=…&ui=…``, an HTML page."""
    router = APIRouter(include_in_schema=False)
    turns = Turns(service, _AT_ONCE, _WAITING)

    @router.get("/statements")
    async def statements(
        request: Request, speaker: str = "", about: str = "", page: str = "1", ui: str = ""
    ) -> HTMLResponse:
        """The statements that fit, the best first, of equal ones the latest."""
        accepted = request.headers.get("accept-language", "")
        code = ui if ui in messages.LANGUAGES else browser_language(accepted)
        dates = {name: request.query_params.get(name, "").strip() for name in ("from", "to")}
        number = int(page) if page.isdecimal() and len(page) < 7 else 1

        def work(library: rag.Library) -> str:
            with messages.use(code):
                return _page(library, speaker.strip(), about.strip(), dates, max(1, number), code)

        html = await turns.run(work)
        headers = {"content-security-policy": _POLICY, "cache-control": "no-store"}
        return HTMLResponse(html, headers=headers)

    return router


def _page(
    library: rag.Library, speaker: str, about: str, dates: dict[str, str], number: int, code: str
) -> str:
    problem = ""
    found: list[rag.SaidStatement] = []
    total = 0
    names = library.speakers()[:_MOST_NAMES]
    first = (number - 1) * _SHOWN
    try:
        asked: dict[str, Any] = {
            "speaker": speaker,
            "about": about,
            "date_from": dates["from"] or None,
            "date_to": dates["to"] or None,
        }
        total = sum(one.statements for one in library.speakers(**asked))
        found = library.statements(**asked, limit=first + _SHOWN)[first:]
    except rag.QueryError as error:
        problem = str(error)
    return render(
        "statements",
        code=code,
        speaker=speaker,
        about=about,
        dates=dates,
        names=names,
        found=found,
        total=total,
        number=number,
        more=total > first + len(found),
        problem=problem,
    )
