"""Ask questions over made-up releases, each release on its own.

``benchmarks/questions/single/`` has sets in French, in other languages, and on people, dates and
amounts. A release stands behind ``---`` and its language; its title is its first line. Each line
behind ``?`` is a question about it, with what is right behind ``=>``, alternatives between ``/``
(``-``: silence is right as well). A question without ``=>`` is not answered by the release. All
were looked at while choosing.

An answer is right if its text, or its date, has one of what is right.

    python -m benchmarks.single [--only SET] [--list] [--no-write]
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import rag
from benchmarks.common import (
    QUESTIONS,
    CachedEncoder,
    CachedReader,
    library_of,
    parser,
    record,
    table,
)
from benchmarks.said import cell
from rag.evaluation.abstention import auroc, calibration_error
from rag.messages import use

FOLDER = QUESTIONS / "single"
SILENCE = "-"
BANDS = (0.9, 0.8, 0.7, 0.5, 0.3, 0.0)


@dataclass(frozen=True, slots=True)
class Release:
    """A release and its questions, each with what is right; nothing if it does not answer one."""

    language: str
    text: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked, and how it went: ``right`` and ``wrong`` answers, ``false`` where
    nothing is said, ``silent`` where something is, ``quiet`` rightly."""

    group: str
    question: str
    expected: tuple[str, ...]
    answer: rag.Answer
    verdict: str


def read_releases(path: Path) -> Iterator[Release]:
    """The releases of a set, in order."""
    for block in re.split(r"^--- ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        language, _, rest = block.partition("\n")
        text, *lines = re.split(r"^\? ", rest, flags=re.MULTILINE)
        questions = []
        for line in lines:
            question, _, right = line.strip().partition(" => ")
            alternatives = tuple(one.strip() for one in right.split(" / ") if one.strip())
            questions.append((question, alternatives))
        yield Release(language.strip(), text.strip() + "\n", tuple(questions))


def judged(answer: rag.Answer, expected: tuple[str, ...]) -> str:
    """How an answer went."""
    if answer.status != "answered":
        return "quiet" if not expected or SILENCE in expected else "silent"
    if not expected:
        return "false"
    date = answer.date if answer.parts[0].kind == "date" else None
    said = _folded(f"{answer.text} {date.date if date else ''}")
    found = any(_folded(one) in said for one in expected if one != SILENCE)
    return "right" if found else "wrong"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    return " ".join(plain.split())


def measure(
    only: str | None, encoder: CachedEncoder, reader: CachedReader, settings: rag.Settings
) -> Iterator[tuple[rag.Library, Asked]]:
    """Index each release alone and ask its questions; each with the library, which is open until
    the next one."""
    for path in sorted(FOLDER.glob("*.txt")):
        if only not in (None, path.stem):
            continue
        group = path.stem.partition("-")[0]
        for release in read_releases(path):
            with tempfile.TemporaryDirectory() as work:
                (Path(work) / "release.txt").write_text(release.text, encoding="utf-8")
                with library_of(Path(work), encoder, reader, settings) as library:
                    for question, expected in release.questions:
                        answer = library.ask(question)
                        verdict = judged(answer, expected)
                        yield library, Asked(group, question, expected, answer, verdict)
        encoder.save()
        reader.save()


def described(asked: Asked) -> str:
    """One line for a question that went wrong."""
    answer = asked.answer
    given = f"{answer.text!r} {answer.confidence:.2f}" if answer.parts else answer.abstention
    return f"{asked.verdict} «{asked.question}» {given} | {' / '.join(asked.expected)}"


def report(asked: list[Asked]) -> str:
    """The tables: by group, and by confidence."""
    rows = []
    for group in ("all", *dict.fromkeys(one.group for one in asked)):
        some = [one for one in asked if group in ("all", one.group)]
        said = [
            one.verdict == "right" for one in some if one.verdict in ("right", "wrong", "silent")
        ]
        unsaid = [one.verdict == "quiet" for one in some if one.verdict in ("quiet", "false")]
        shown = [one for one in some if one.verdict in ("right", "wrong", "false")]
        p = np.array([one.answer.confidence for one in shown])
        y = np.array([one.verdict == "right" for one in shown])
        scores = f"{auroc(p, y):.3f}", f"{calibration_error(p, y):.3f}"
        rows.append((group, cell(said), cell(unsaid), *scores))
    bands = []
    for low, high in zip(BANDS, (2.0, *BANDS), strict=False):
        some = [one for one in asked if one.answer.parts and low <= one.answer.confidence < high]
        right = [one.verdict == "right" for one in some if one.answer.status == "answered"]
        bands.append((low, cell(right)))
    head = ("", "right, where it is said", "silent, where it is not", "AUROC", "calibration error")
    text = (
        "Invented releases, each asked alone. All questions were looked at while choosing, so "
        "these figures say what was mended, and not what to expect of others."
    )
    return "\n\n".join(
        (text, table(head, rows), table(("confidence from", "right answers"), bands))
    )


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--only", help="only this set")
    options.add_argument("--list", action="store_true", help="print what is not right")
    arguments = options.parse_args()
    with use("fr"):
        found = measure(arguments.only, CachedEncoder(), CachedReader(), rag.Settings())
        asked = [one for _, one in found]
    if arguments.list:
        bad = ("wrong", "false", "silent")
        print("\n".join(described(one) for one in asked if one.verdict in bad), "\n")
    write = arguments.only is None and not arguments.no_write
    record("Single releases", "python -m benchmarks.single", report(asked), write=write)


if __name__ == "__main__":
    main()
