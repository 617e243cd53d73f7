"""Measure the answers to "what did X say about Y" and "who said that …".

The questions are in ``benchmarks/questions/statements.jsonl``, about 100 texts of Wikinews in
French, in the form of ``benchmarks.said``. Kinds: ``said`` (the words of a statement answer),
``who`` (its speaker), ``silent`` (X says nothing about Y). ``dev`` was looked at while choosing;
``report`` was written from the labels of the speakers and asked at the end.

    python -m benchmarks.statements [--part dev|report] [--list] [--data FOLDER]

With ``--part`` nothing is written.
"""

from __future__ import annotations

from benchmarks.common import QUESTIONS, parser, record, require
from benchmarks.said import (
    EXPECTED,
    PARTS,
    SETS,
    WIKINEWS,
    Asked,
    measure,
    read_set,
    set_text,
    status,
    wrong,
)
from rag.messages import use

NAME = "statements"
SETS[NAME] = EXPECTED


def with_place(asked: list[Asked]) -> str:
    """How many of the answers have their statement, with the words in their place."""
    given = [one for a in asked for one in a.answers if status(one) == "answered"]
    placed = 0
    for answer in given:
        part = answer.parts[0]
        span, body = answer.span, part.hit.release.body
        exact = span is not None and body[span.start : span.end] == span.quote
        placed += exact and answer.statement is not None
    return f"{placed} of {len(given)} answers stand in their place and have their statement."


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--part", choices=PARTS, help="only this part")
    options.add_argument("--list", action="store_true", help="print what is wrong")
    arguments = options.parse_args()
    items = read_set(QUESTIONS / f"{NAME}.jsonl")
    if arguments.part:
        items = [item for item in items if item.part == arguments.part]
    with use("fr"):
        asked = measure({NAME: items}, {"wikinews": require(arguments.data / WIKINEWS)})[NAME]
        if arguments.list:
            print("\n".join(wrong(NAME, asked)), "\n")
        text = f"{set_text(NAME, asked)}\n\n{with_place(asked)}"
    write = not (arguments.no_write or arguments.part)
    record("Statements", "python -m benchmarks.statements", text, write=write)


if __name__ == "__main__":
    main()
