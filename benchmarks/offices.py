"""Measure questions over the releases of twenty-nine invented press offices, each on its own.

``benchmarks/questions/offices/`` has a file an office: ``@tail``, the paragraph that ends each of
its releases; the releases, each behind ``---`` and its title; and behind ``==`` a line a question,
as ``kind: question => what is expected``. The kinds and what counts as right are those of
``benchmarks.bodies``: values between ``/`` are alternatives, those behind ``!`` are of another time
or of somebody else, ``when=`` is the time that is asked for. All were looked at while choosing.

    python -m benchmarks.offices [--only OFFICE] [--list] [--no-write]
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.bodies import Asked, Question, ask, described, kinds_text, more_text, right
from benchmarks.common import QUESTIONS, CachedEncoder, CachedReader, library_of, parser, record
from rag.messages import use

FOLDER = QUESTIONS / "offices"


def read_office(path: Path) -> tuple[list[str], list[Question]]:
    """The releases of an office, and the questions over them."""
    head, _, asked = path.read_text(encoding="utf-8").partition("\n==")
    tail = re.search(r"^@tail (.*)$", head, re.MULTILINE)
    releases = []
    for block in re.split(r"^--- ", head, flags=re.MULTILINE)[1:]:
        title, _, body = block.partition("\n")
        releases.append(f"{title.strip()}\n\n{body.strip()}\n\n{tail[1] if tail else ''}\n")
    lines = [line for line in asked.splitlines() if ":" in line]
    return releases, [_question(path.stem, n, line) for n, line in enumerate(lines, start=1)]


def _question(office: str, number: int, line: str) -> Question:
    kind, _, rest = line.partition(":")
    text, _, expected = rest.partition(" => ")
    return Question(
        f"{office}-{number:02d}",
        text.strip(),
        kind,
        "dev",
        "",
        office,
        _expected(kind, expected.strip()),
    )


def _expected(kind: str, text: str) -> Any:
    if kind == "none":
        return {"abstain": True}
    if kind == "count":
        return {"n": int(text)}
    several = [part.strip() for part in text.split(";") if part.strip()]
    if kind == "series":
        pairs = (part.partition(":") for part in several)
        return [{"time": time.strip(), "value": _any(value)} for time, _, value in pairs]
    if kind in ("list", "differ"):
        return [_any(part) for part in several]
    if text.startswith("when="):
        return {"value": [], "time": text.removeprefix("when="), "when": True}
    value, *others = text.split("!")
    return {"value": _any(value), "time": "", "earlier": [other.strip() for other in others]}


def _any(text: str) -> list[str]:
    return [one.strip() for one in text.split("/")]


def measure(only: str | None) -> Iterator[Asked]:
    """Index each office and ask its questions."""
    encoder, reader = CachedEncoder(), CachedReader()
    for path in sorted(FOLDER.glob("*.txt")):
        if only not in (None, path.stem):
            continue
        releases, questions = read_office(path)
        with tempfile.TemporaryDirectory() as corpus:
            for number, text in enumerate(releases, start=1):
                (Path(corpus) / f"{number:02d}.txt").write_text(text, encoding="utf-8")
            with library_of(Path(corpus), encoder, reader) as library:
                yield from [ask(library, question) for question in questions]
    encoder.save()
    reader.save()


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--only", help="only this office")
    options.add_argument("--list", action="store_true", help="print what is not right")
    arguments = options.parse_args()
    with use("fr"):
        asked = list(measure(arguments.only))
    if arguments.list:
        print("\n".join(described(one) for one in asked if not right(one)), "\n")
    text = f"{kinds_text(asked)}\n\n{more_text(asked)}"
    write = arguments.only is None and not arguments.no_write
    record("Press offices", "python -m benchmarks.offices", text, write=write)


if __name__ == "__main__":
    main()
