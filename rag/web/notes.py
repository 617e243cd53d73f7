"""What the page says beside an answer: notes, errors, and the work on the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import rag
from rag.messages import message
from rag.phrases.builds import addition_in_words, build_in_words, remarks_in_words, skipped_in_words
from rag.web.templates import render


def note_html(text: str) -> str:
    """A sentence for the user."""
    return render("note", text=text, failed=False)


def error_html(error: Exception) -> str:
    """An error, where the answer would be shown."""
    return render("note", text=str(error), failed=True)


def additions_html(additions: Iterable[rag.Addition], chosen: Sequence[str] = ()) -> str:
    """Which files were added and which were refused.

    Args:
        chosen: for each addition the name of the file on the user's machine; may be shorter.
    """
    names = [*chosen]
    results = [
        (one.reason is None, addition_in_words(one, names[n] if n < len(names) else ""))
        for n, one in enumerate(additions)
    ]
    return _work(results=results)


def progress_html(stage: str, done: int, total: int) -> str:
    """How far the index is."""
    return _work(stage=message(f"stage.{stage}"), done=done, total=total)


def built_html(report: rag.BuildReport, seconds: float) -> str:
    """What a rebuild did, and which files it could not read."""
    lines = (*skipped_in_words(report), *remarks_in_words(report))
    return _work(text=build_in_words(report, seconds), lines=lines)


def _work(**shown: Any) -> str:
    nothing = {"results": (), "stage": "", "done": 0, "total": 0, "text": "", "lines": ()}
    return render("work", **{**nothing, **shown})
