"""Say of an empty result which filters no release meets."""

from __future__ import annotations

from typing import Any

import rag
from rag.phrases import reason_in_words


def with_unmatched(
    library: rag.Library,
    found: dict[str, Any],
    given: dict[str, Any],
    expression: rag.ExpressionResult | None = None,
    **said: str,
) -> dict[str, Any]:
    """What was found; where that is nothing, ``unmatched`` says which filters no release meets.

    Args:
        found: what is returned.
        given: the filters.
        expression: what the search had of its operators.
        said: ``speaker`` and ``role`` of the statements.
    """
    if found.get("hits") or found.get("count") or found.get("releases"):
        return found
    reasons = library.unmatched(expression, **said, **given)
    listed = [{"code": one.code, "message": reason_in_words(one)} for one in reasons]
    return {**found, "unmatched": listed} if listed else found
