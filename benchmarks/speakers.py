"""Measure whether the speakers of quotes are found: their names, their roles and what they said.

The labels are JSONL files, a line for each quote in quotation marks of a text; a person labelled
all of them (``benchmarks/questions/README.md`` says what counts). ``wikinews_fr``'s labels are in
``benchmarks/questions/speakers.jsonl``; those of ``real_releases`` hold text that may not be
shipped: they stand in ``benchmarks/.work``, and are left out if they are not there. The texts are
split by article: ``dev`` was looked at while choosing, ``report`` was not.

- name: a statement counts as found if its speaker has the words of the label, articles and titles
  aside. Precision is over all statements that are found, recall over all that are labelled.
- role: over the statements with the right name. A role is right if its token F1 with the label's is
  0.8 or more.
- extent: the share of the statements with the right name whose quote is the label's, to the letter.

Words of one or two that are ascribed to somebody ("words") count neither way. The intervals are
Wilson's of 95 %.

    python -m benchmarks.speakers [--part dev|report] [--list] [--data FOLDER]

With ``--part`` nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import QUESTIONS, WORK, parser, read_jsonl, record, require, table
from benchmarks.said import PARTS, cell
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.corpus.statements.finding import statements_of
from rag.errors import UnreadableFileError
from rag.evaluation.squad import normalised, token_f1
from rag.types import Release, Span, Statement

SETS = (
    ("Wikinews in French", "wikinews_fr/documents", QUESTIONS / "speakers.jsonl"),
    ("real releases", "real_releases", WORK / "speakers-real.jsonl"),
)
TITLES = frozenset("m mm mme mr mrs ms dr president".split())
ROLE_RIGHT_FROM = 0.8
MEASURES = ("name, precision", "name, recall", "role, precision", "role, recall", "extent")
BY = ("sentence", "signed", "before", "pronoun")


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that was found, beside the label of its quote.

    Attributes:
        label: the line of the file; None if no labelled quote overlaps the statement.
        name, role: the words of the text.
        named: whether the name is right.
        exact: whether the quote has the label's extent.
    """

    label: dict[str, Any] | None
    name: str
    role: str | None
    named: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """The statements of a set with its labels."""

    labels: tuple[dict[str, Any], ...]
    found: tuple[Found, ...]


def releases_in(folder: Path) -> Iterator[Release]:
    """The releases of a folder that can be read."""
    for file in list_corpus(folder, lambda *_: None).files:
        try:
            yield read_release(file)
        except UnreadableFileError:
            continue


def place(body: str, label: dict[str, Any]) -> Span:
    """Where a labelled quote stands: at its offset, else where its words are found again."""
    quote, start = label["quote"], label["start"]
    if body[start : start + len(quote)] != quote:
        start = body.index(quote)
    return Span(start, start + len(quote))


def words(text: str) -> list[str]:
    """The words of a name that are compared."""
    every = normalised(text.replace(".", ". "))
    return [word for word in every if word not in TITLES] or every


def same_name(name: str, label: dict[str, Any]) -> bool:
    """Whether a name has the words of the label's, or of another that it accepts."""
    return any(words(name) == words(one) for one in (label["speaker"], *label.get("also", ())))


def beside(release: Release, statement: Statement, label: dict[str, Any] | None) -> Found:
    """A statement beside its label."""
    body, role = release.body, statement.role
    name = body[statement.speaker.start : statement.speaker.end]
    spoken = label is not None and label["kind"] == "statement"
    return Found(
        label,
        name,
        body[role.start : role.end] if role else None,
        label is not None and spoken and same_name(name, label),
        label is not None and spoken and place(body, label) == statement.quote,
    )


def compare(folder: Path, labels: Sequence[dict[str, Any]]) -> Compared:
    """Find the statements of the labelled texts, and put each beside its label."""
    by_article: dict[str, list[dict[str, Any]]] = {}
    for label in labels:
        by_article.setdefault(label["article"], []).append(label)
    found: list[Found] = []
    for release in releases_in(folder):
        own = by_article.get(release.id, [])
        places = [(place(release.body, label), label) for label in own]
        part = own[0]["part"] if own else None
        for one in statements_of(release.body, release.language) if own else ():
            unlabelled = {"part": part, "kind": "none", "id": "–"}
            at = (label for span, label in places if span.overlaps(one.quote))
            found.append(beside(release, one, next(at, unlabelled)))
    return Compared(tuple(labels), tuple(found))


def figures(compared: Compared, part: str) -> tuple[str, ...]:
    """The cells of a row: precision and recall of name and role, and the extent."""
    found = [f for f in compared.found if f.label is not None and f.label["part"] == part]
    found = [f for f in found if f.label is None or f.label["kind"] != "words"]
    told = [x for x in compared.labels if x["part"] == part and x["kind"] == "statement"]
    right = [f for f in found if f.named and f.label is not None]
    there = {f.label["id"] for f in right if f.label is not None}
    with_role = [f for f in right if f.label is not None and role_of(f.label)]
    return (
        cell([f.named for f in found]),
        cell([x["id"] in there for x in told]),
        cell([role_right(f) for f in right if f.role]),
        cell([role_right(f) for f in with_role]),
        cell([f.exact for f in right]),
    )


def role_of(label: dict[str, Any]) -> str | None:
    """The role that stands beside the name; None if there is none, or it stands elsewhere."""
    return label["role"] if label.get("role_beside", True) else None


def role_right(found: Found) -> bool:
    """Whether the role is the label's, also if it may be left out."""
    role = found.label["role"] if found.label else None
    return bool(role and found.role and token_f1(found.role, [role]) >= ROLE_RIGHT_FROM)


def recall_by(compared: Compared, part: str) -> list[str]:
    """How many are found of the statements that are named in each way."""
    there = {f.label["id"] for f in compared.found if f.named and f.label is not None}
    told = [x for x in compared.labels if x["part"] == part and x["kind"] == "statement"]
    return [cell([x["id"] in there for x in told if x["by"] == by]) for by in BY]


def wrong(compared: Compared, part: str | None) -> Iterator[str]:
    """A line for each statement that is wrong or missing."""
    there = {f.label["id"]: f for f in compared.found if f.label is not None}
    for found in compared.found:
        label = found.label
        if label is None or part not in (None, label["part"]) or label["kind"] == "words":
            continue
        told = label.get("speaker"), label.get("role")
        if not found.named or not found.exact or (found.role and not role_right(found)):
            yield f"{label['part']} {label['id']}: ({found.name}, {found.role}) for {told}"
        elif role_of(label) and not found.role:
            yield f"{label['part']} {label['id']}: no role for {told}"
    for label in compared.labels:
        missing = label["kind"] == "statement" and label["id"] not in there
        if missing and part in (None, label["part"]):
            told = label["speaker"], label["role"]
            yield f"{label['part']} {label['id']}: nobody for {told}, by {label['by']}"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--part", choices=PARTS, help="only this part")
    options.add_argument("--list", action="store_true", help="print what is wrong")
    arguments = options.parse_args()
    rows, ways = [], []
    for name, folder, labels in SETS:
        texts = arguments.data / folder
        if not labels.exists():
            continue
        compared = compare(require(texts), read_jsonl(labels))
        if arguments.list:
            print("\n".join(wrong(compared, arguments.part)), "\n")
        for part in [arguments.part] if arguments.part else PARTS:
            rows.append((name, part, *figures(compared, part)))
            ways.append((name, part, *recall_by(compared, part)))
    text = "\n\n".join(
        (
            "Quotes with quotation marks, labelled by a person. The part `dev` was looked at while "
            "choosing; `report` was not.",
            table(("texts", "part", *MEASURES), rows),
            "Recall of the name by where the speaker is named: in the quote's sentence, in a "
            "signature, in the sentence before or behind, or as a pronoun:",
            table(("texts", "part", *BY), ways),
        )
    )
    record(
        "Speakers",
        "python -m benchmarks.speakers",
        text,
        write=not (arguments.no_write or arguments.part),
    )


if __name__ == "__main__":
    main()
