"""Measure whether only what is said is answered: no noise, no false premise, no swapped name.

The sets are JSONL files in ``benchmarks/questions``; one that is missing is left out. Each line has
``id``, ``kind``, ``part`` (``dev`` for choices, ``report`` for figures) and ``text`` or
``question``:

- ``noise``: greetings, random letters, lone words, code … Nothing may be answered.
- ``keywords``: what people type into a search field, with ``releases``, of which one should be
  found. They should be given as a search (the status ``passages``).
- ``real``: real questions of many forms and languages. None may be refused as noise or taken for
  keywords; whether it is answered is not counted.
- ``swaps`` and ``premises``: questions whose words are near the releases. ``expect`` is
  ``abstain``, or ``answer`` with the right ``answers``.

``corpus`` is ``seeds`` (the five releases) or ``wikinews`` (100 texts of Wikinews in French, as web
pages). A text without one is asked over both, and counts as answered or refused if it is over one.

Words are right if their token F1 with one of the answers is 0.5 or more. The intervals are Wilson's
of 95 %.

    python -m benchmarks.said [--only SET] [--part dev|report] [--list] [--data FOLDER]

With ``--only`` or ``--part`` nothing is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rag
from benchmarks.common import (
    QUESTIONS,
    SEEDS,
    CachedEncoder,
    CachedReader,
    library_of,
    parser,
    read_jsonl,
    record,
    require,
    table,
)
from rag.evaluation.squad import token_f1
from rag.messages import use

WIKINEWS = "wikinews_fr/documents"
CORPORA = ("seeds", "wikinews")
PARTS = ("report", "dev")
DEPTH = 5
RIGHT_FROM = 0.5
"""From which token F1 on words are right."""
Z = 1.959964
"""95 % of a normal distribution lie within this many standard deviations."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a set.

    Attributes:
        id, kind, part: as in the file.
        text: what is asked.
        corpora: over what it is asked.
        releases: ids of the releases of which one is right.
        expect: ``answer`` or ``abstain``; ``""`` if the file does not say.
        answers: the right words.
    """

    id: str
    text: str
    kind: str
    part: str
    corpora: tuple[str, ...] = CORPORA
    releases: tuple[str, ...] = ()
    expect: str = ""
    answers: tuple[str, ...] = ()


Judge = Callable[[Item, Sequence[rag.Answer]], bool | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A share that is reported.

    Attributes:
        name: head of its column.
        judge: whether an item counts; None if the measure does not apply to it.
        wanted: whether an item should count.
    """

    name: str
    judge: Judge
    wanted: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An item with the answers of its corpora."""

    item: Item
    answers: tuple[rag.Answer, ...]


# Judging


def status(answer: rag.Answer) -> str:
    """``answered``, ``abstained`` or ``passages``."""
    return answer.status


def reason(answer: rag.Answer) -> str:
    """Why there is no answer; ``""`` if there is one."""
    return answer.abstention or ""


def answered(_item: Item, answers: Sequence[rag.Answer]) -> bool:
    """Whether one of the corpora answers."""
    return any(status(one) == "answered" for one in answers)


def searched(_item: Item, answers: Sequence[rag.Answer]) -> bool:
    """Whether it was taken for keywords over one of the corpora."""
    return any(status(one) == "passages" for one in answers)


def refused(_item: Item, answers: Sequence[rag.Answer]) -> bool:
    """Whether it was taken for no question at all over one of the corpora."""
    return any(reason(one) == "no-question" for one in answers)


def found(depth: int) -> Judge:
    """Whether a right release is among the first passages."""

    def judge(item: Item, answers: Sequence[rag.Answer]) -> bool | None:
        if not item.releases:
            return None
        hits = [hit for one in answers for hit in one.hits[:depth]]
        return any(hit.release.id in item.releases for hit in hits)

    return judge


def withheld(item: Item, answers: Sequence[rag.Answer]) -> bool | None:
    """Whether there was an abstention, of the questions that the releases do not answer."""
    if item.expect != "abstain":
        return None
    return all(status(one) == "abstained" for one in answers)


def words_right(item: Item, answers: Sequence[rag.Answer]) -> bool | None:
    """Whether the right words were given, of the questions that the releases answer."""
    if item.expect != "answer":
        return None
    given = [words for one in answers if status(one) == "answered" for words in words_of(one)]
    return any(token_f1(words, item.answers) >= RIGHT_FROM for words in given)


def words_of(answer: rag.Answer) -> list[str]:
    """The texts that an answer gives: its text, its words, the evidence of its date."""
    cited = (answer.span, answer.date and answer.date.evidence)
    return [answer.text, *(one.quote for one in cited if one)]


EXPECTED = (
    Measure("abstains, where nothing is said", withheld, True),
    Measure("right words, where it is said", words_right, True),
)
SETS: dict[str, tuple[Measure, ...]] = {
    "noise": (Measure("answered", answered, False),),
    "keywords": (
        Measure("given as a search", searched, True),
        Measure("right release in the first passage", found(1), True),
        Measure(f"in the first {DEPTH}", found(DEPTH), True),
    ),
    "real": (
        Measure("refused as noise", refused, False),
        Measure("taken for keywords", searched, False),
    ),
    "swaps": EXPECTED,
    "premises": EXPECTED,
}
"""The measures of each set, by the stem of its file. A new set is a line here."""


# Reading and asking


def read_set(path: Path) -> list[Item]:
    """The items of a file."""
    return [item_of(row) for row in read_jsonl(path)]


def item_of(row: dict[str, Any]) -> Item:
    """An item from its object in the file."""
    return Item(
        id=str(row["id"]),
        text=row["text"] if "text" in row else row["question"],
        kind=row["kind"],
        part=row["part"],
        corpora=(row["corpus"],) if "corpus" in row else CORPORA,
        releases=tuple(row.get("releases", ())),
        expect=row.get("expect", ""),
        answers=tuple(row.get("answers") or ()),
    )


def measure(sets: dict[str, list[Item]], folders: dict[str, Path]) -> dict[str, list[Asked]]:
    """Index the corpora that are needed, and ask every text."""
    encoder, reader = CachedEncoder(), CachedReader()
    needed = {name for items in sets.values() for item in items for name in item.corpora}
    answers: dict[tuple[str, str], rag.Answer] = {}
    for name in sorted(needed):
        texts = (i.text for items in sets.values() for i in items if name in i.corpora)
        with library_of(folders[name], encoder, reader) as library:
            for text in dict.fromkeys(texts):
                answers[name, text] = library.ask(text, DEPTH)
    encoder.save()
    reader.save()
    return {
        name: [
            Asked(item, tuple(answers[corpus, item.text] for corpus in item.corpora))
            for item in items
        ]
        for name, items in sets.items()
    }


# Reporting


def wilson(count: int, n: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share; ``n`` is 1 or more."""
    share = count / n
    middle = share + Z * Z / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    whole = 1 + Z * Z / n
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def cell(verdicts: Sequence[bool]) -> str:
    """``12 of 15: 0.80 (0.55–0.93)``; ``–`` of none."""
    count, n = sum(verdicts), len(verdicts)
    if not n:
        return "–"
    low, high = wilson(count, n)
    return f"{count} of {n}: {count / n:.2f} ({low:.2f}–{high:.2f})"


def verdicts(one: Measure, asked: Sequence[Asked]) -> list[bool]:
    """What a measure says of the items to which it applies."""
    judged = (one.judge(a.item, a.answers) for a in asked)
    return [verdict for verdict in judged if verdict is not None]


def set_text(name: str, asked: Sequence[Asked]) -> str:
    """The table of a set: each part, whole and by kind."""
    measures = SETS[name]
    rows = []
    for part in PARTS:
        of_part = [a for a in asked if a.item.part == part]
        kinds = list(dict.fromkeys(a.item.kind for a in of_part))
        groups = [("all", of_part), *((k, [a for a in of_part if a.item.kind == k]) for k in kinds)]
        rows += [
            (part, kind, *(cell(verdicts(one, members)) for one in measures))
            for kind, members in groups
            if members
        ]
    header = ("part", "kind", *(one.name for one in measures))
    return f"**{name.capitalize()}**, {len(asked)}:\n\n{table(header, rows)}"


def wrong(name: str, asked: Sequence[Asked]) -> Iterator[str]:
    """A line for each item and each measure that is not as wanted."""
    for one in SETS[name]:
        for a in asked:
            if one.judge(a.item, a.answers) not in (None, one.wanted):
                given = " | ".join(map(described, a.answers))
                yield f"{name}, {one.name}: {a.item.id} «{a.item.text}»: {given}"


def described(answer: rag.Answer) -> str:
    """An answer in one line."""
    first = answer.hits[0].release.id if answer.hits else "no hit"
    text = " ".join((answer.text or reason(answer)).split())[:80]
    return f"{status(answer)} ({text}) {answer.confidence:.2f}, {first}"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--only", choices=SETS, help="only this set")
    options.add_argument("--part", choices=PARTS, help="only this part")
    options.add_argument("--list", action="store_true", help="print what is wrong")
    arguments = options.parse_args()
    names = [arguments.only] if arguments.only else list(SETS)
    paths = {name: QUESTIONS / f"{name}.jsonl" for name in names}
    sets = {name: read_set(path) for name, path in paths.items() if path.exists()}
    if arguments.part:
        sets = {n: [i for i in items if i.part == arguments.part] for n, items in sets.items()}
    folders = {"seeds": SEEDS, "wikinews": require(arguments.data / WIKINEWS)}
    # The answers are mostly French; so are the dates in the texts that are compared with them.
    with use("fr"):
        asked = measure(sets, folders)
        if arguments.list:
            print("\n".join(line for name in asked for line in wrong(name, asked[name])), "\n")
        text = "\n\n".join(
            (
                "Texts of our own over the five releases and 100 texts of Wikinews in French. "
                "The part `dev` was looked at while choosing; `report` was not.",
                *(set_text(name, asked[name]) for name in asked),
            )
        )
    write = not (arguments.no_write or arguments.only or arguments.part)
    record("Only what is said", "python -m benchmarks.said", text, write=write)


if __name__ == "__main__":
    main()
