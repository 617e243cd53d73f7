"""Report what was read from each file of a corpus, for a person to check and keep."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rag.errors import StorageError
from rag.indexing import BuildReport
from rag.library import Library
from rag.phrases import reason_in_words
from rag.spreadsheet import csv_line, csv_text
from rag.types import ReleaseSummary, SaidStatement, Speaker

_COLUMNS = (
    "source", "read", "reason", "why", "id", "title", "date", "date_stated_by", "doubtful",
    "language", "origin", "passages", "remarks",
)  # fmt: skip


def undated(library: Library) -> list[ReleaseSummary]:
    """The releases without a date, then those with a doubtful date; both sorted by id."""
    summaries = library.summaries
    without = [one for one in summaries if one.date is None]
    return without + [one for one in summaries if one.date is not None and one.doubtful]


def release_to_dict(summary: ReleaseSummary) -> dict[str, Any]:
    """``{source, id, title, date, date_stated_by, doubtful, language, origin, passages, remarks}``.

    The remarks are one text, with "; " between the sentences.
    """
    return {
        "source": summary.source,
        "id": summary.id,
        "title": summary.title,
        "date": summary.date.value if summary.date else None,
        "date_stated_by": summary.stated_by,
        "doubtful": summary.doubtful,
        "language": summary.language,
        "origin": summary.origin,
        "passages": summary.passages,
        "remarks": "; ".join(map(reason_in_words, summary.remarks)),
    }


def write_report(path: Path, library: Library, report: BuildReport) -> None:
    """Write what was read from each file of a corpus, and why other files were not read.

    If the name of the report ends in ``.csv``, it is a table. Otherwise it is JSON: ``{releases,
    skipped, undated, doubtful}``; ``undated`` and ``doubtful`` are lists of ids.

    Raises:
        StorageError: the file cannot be written.
    """
    releases = [release_to_dict(summary) for summary in library.summaries]
    skipped = [
        {"source": item.source, "reason": item.reason, "why": str(item.error)}
        for item in report.skipped
    ]
    try:
        if path.suffix.casefold() == ".csv":
            _write_table(path, releases, skipped)
            return
        content = {
            "releases": releases,
            "skipped": skipped,
            "undated": [one["id"] for one in releases if one["date"] is None],
            "doubtful": [one["id"] for one in releases if one["doubtful"]],
        }
        text = json.dumps(content, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError("storage.refused", path=path, reason=error) from error


def _write_table(
    path: Path, releases: Iterable[dict[str, Any]], skipped: Iterable[dict[str, Any]]
) -> None:
    rows = [{"read": "yes", **one} for one in releases] + [{"read": "no", **one} for one in skipped]
    # A byte-order mark tells spreadsheets the encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(csv_text(_COLUMNS, rows))


def statements_as_csv(found: Iterable[SaidStatement]) -> str:
    """Statements as a table: a line each, with a head. Cells that a spreadsheet would take for a
    formula begin with an apostrophe."""
    rows = (
        (
            one.speaker,
            one.name,
            one.role or "",
            one.citation.quote,
            one.release.published.value or "",
            one.release.id,
            one.release.title,
            one.citation.id,
        )
        for one in found
    )
    head = ("speaker", "name", "role", "statement", "date", "release_id", "title", "citation")
    return _as_csv(head, rows)


def speakers_as_csv(found: Iterable[Speaker]) -> str:
    """Speakers as a table, in the form of ``statements_as_csv``."""
    rows = ((one.name, "; ".join(one.roles), str(one.statements)) for one in found)
    return _as_csv(("name", "roles", "statements"), rows)


def _as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(map(csv_line, (head, *rows)))
