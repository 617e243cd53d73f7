"""Rows for spreadsheets: an answer or a hit as a row, and CSV in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from rag.phrases import abstention_in_words, title_in_words
from rag.types import Answer, Hit, Place, places_of

Cell = str | int | float | None

# A spreadsheet takes a cell that begins with one of these for a formula. The last four are the
# wide forms, which Japanese spreadsheets read too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

ANSWER_COLUMNS = (
    "question", "status", "words", "sentence", "date", "confidence", "title", "citation", "file",
    "page", "reason",
)  # fmt: skip
"""The columns of an answer. ``reason`` says why there is none."""
HIT_COLUMNS = ("rank", "score", "title", "date", "text", "release", "start", "end", "file", "page")


def neutralised(cell: Cell) -> Cell:
    """The cell as it may stand in a CSV file: a text that a spreadsheet would take for a formula
    gets an apostrophe before it. A number stays the number."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def csv_line(cells: Iterable[Cell]) -> str:
    """One row of a CSV file with its line end; None becomes an empty cell."""
    out = io.StringIO(newline="")
    # What is printable stays; a NUL would end the cell in other programs.
    plain = (one.replace("\x00", "") if isinstance(one, str) else one for one in cells)
    csv.writer(out).writerow([neutralised(one) for one in plain])
    return out.getvalue()


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A whole CSV file: a line with the names of the columns, then the rows."""
    lines = [csv_line(columns)]
    lines += [csv_line(row.get(name) for name in columns) for row in rows]
    return "".join(lines)


def answer_row(answer: Answer) -> dict[str, Cell]:
    """An answer as a row with ``ANSWER_COLUMNS``.

    The words, the sentence and the place are those of the first part. ``words`` is the text of the
    whole answer where the parts answer together. ``date`` is ISO 8601 at the known precision.
    """
    row: dict[str, Cell] = dict.fromkeys(ANSWER_COLUMNS)
    row |= {"question": answer.question, "status": answer.status}
    if answer.status != "passages":
        row["confidence"] = round(answer.confidence, 4)
    if answer.status == "abstained":
        row["reason"] = abstention_in_words(answer)
    if not answer.parts:
        return row
    part = answer.parts[0]
    place = part.span or part.sentence
    row |= {
        "words": answer.text,
        "sentence": answer.sentence,
        "date": answer.date.date.value if answer.date and answer.date.date else None,
        "title": title_in_words(part.hit.release),
        "citation": place.id,
        "file": part.hit.release.source,
        "page": _page(places_of(part.hit.release, place.start, place.end)),
    }
    return row


def hit_row(hit: Hit) -> dict[str, Cell]:
    """A hit as a row with ``HIT_COLUMNS``."""
    release, passage = hit.release, hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, 4),
        "title": title_in_words(release),
        "date": release.published.date.value if release.published.date else None,
        "text": passage.text,
        "release": release.id,
        "start": passage.start,
        "end": passage.end,
        "file": release.source,
        "page": _page(hit.places),
    }


def _page(places: Iterable[Place]) -> int | None:
    """The first page of some places; None in a file without pages."""
    return min((place.page for place in places if place.page is not None), default=None)
