"""What a build did and what was added, in the current language."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rag.messages import message
from rag.phrases import reason_in_words

if TYPE_CHECKING:
    from rag.corpus import Addition
    from rag.indexing import BuildReport

# More lines would push the summary of the build off the screen.
_MAX_SKIPPED_LINES = 20


def build_in_words(report: BuildReport, seconds: float) -> str:
    """What a build did and how many seconds it took."""
    return message(
        "build.done" if report.changed else "build.unchanged",
        releases=message("show.number", count=report.releases),
        passages=message("build.passages", count=report.passages),
        encoded=message("build.encoded", count=report.encoded),
        reused=message("build.reused", count=report.reused),
        skipped=message("build.skipped", count=len(report.skipped)),
        seconds=seconds,
    )


def skipped_in_words(report: BuildReport) -> list[str]:
    """One line per file that was not read, with the reason. A last line counts those left out."""
    lines = [message("corpus.skipped", file=one.source, why=one.error) for one in report.skipped]
    return _first(lines, "corpus.skipped_more")


def remarks_in_words(report: BuildReport) -> list[str]:
    """One line per remark on a file that was read. A last line counts those left out."""
    lines = [message("remark.on", file=one.source, what=one.reason) for one in report.remarks]
    return _first(lines, "remark.more")


def _first(lines: list[str], key: str) -> list[str]:
    more = len(lines) - _MAX_SKIPPED_LINES
    return [*lines[:_MAX_SKIPPED_LINES], message(key, count=more)] if more > 0 else lines


def build_to_dict(report: BuildReport) -> dict[str, Any]:
    """The object that ``rag build --json`` prints.

    It has the fields of the report and ``skipped_count``. Each item of ``skipped`` and of
    ``remarks`` has ``source``, ``reason`` (a code) and ``why`` (the sentence for that code).
    """
    skipped = [{**asdict(item), "why": str(item.error)} for item in report.skipped]
    remarks = [
        {"source": one.source, "reason": one.reason.code, "why": reason_in_words(one.reason)}
        for one in report.remarks
    ]
    return {
        **asdict(report),
        "skipped": skipped,
        "skipped_count": len(skipped),
        "remarks": remarks,
    }


def addition_in_words(addition: Addition, chosen: str = "") -> str:
    """Whether a file was added, under which name, or why not.

    Args:
        chosen: the name of the file on the user's machine; ``""`` if it is not known.
    """
    name = addition.name
    if chosen and unicodedata.normalize("NFC", chosen) != name:
        name = message("page.renamed", chosen=chosen, name=name)
    if addition.reason is None:
        return message("page.added", name=name)
    return message("page.refused", name=name, reason=addition.reason)


def readable_kinds() -> str:
    """The suffixes of the files that can be read, separated by commas."""
    from rag.corpus import formats

    return ", ".join(formats.suffixes())
