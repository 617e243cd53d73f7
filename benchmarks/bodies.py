"""Measure questions whose answer lies in several releases over time.

The archive is made by ``benchmarks.bodies_archive``; 100 texts of Wikinews are asked on their own.
``benchmarks/questions/bodies.jsonl`` has an object per question: ``id``, ``question``, ``part``
(``dev`` for choices, ``report`` for figures), ``fact``, ``kind``, ``expect``, and ``corpus``, which
is ``bodies`` if it is not there. What a kind expects:

- ``now``, ``time``, ``first-last``, ``single``: ``value``, strings of which any one is right;
  ``time`` of the value; ``earlier``, values of other times. With ``when`` the time is asked for.
- ``series``: ``time`` and ``value`` of each pair. ``2012/2016`` is any time in these years.
- ``list``: strings for each item. ``differ``: strings for each of the values that must be shown.
- ``count``: ``n``. ``none``: an abstention.

What counts as right:

- A value: one of the strings has the same numbers, if it has any (12 000, 12.000, douze mille;
  a year beside them does not count). Otherwise its token F1 is 0.5 or more, the last of its words
  with a capital is there, and no value of another time is nearer.
- ``now``, ``time``, ``first-last``: the first value, or the last in time where a series is shown to
  ``now``. ``single``: the first value. ``series``: every pair, and no wrong one. ``list``: every
  item, and nothing else. ``differ``: both values, and the answer says that they differ.
- Quotes: every part has a citation, and each is ``body[start:end]``.

The intervals are Wilson's of 95 %; the shares of pairs and items are of all of them together.

    python -m benchmarks.bodies [--part dev|report] [--only KIND] [--background N] [--list]
                                [--data FOLDER] [--no-write]

With ``--only`` or ``--part``, or another background than the usual one, nothing is written.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import rag
from benchmarks.bodies_archive import archive
from benchmarks.bodies_phrases import TENS, UNITS, value_of_words
from benchmarks.common import (
    QUESTIONS,
    CachedEncoder,
    CachedReader,
    library_of,
    parser,
    read_jsonl,
    record,
    require,
    table,
)
from benchmarks.said import PARTS, WIKINEWS, cell
from rag.evaluation.squad import normalised, token_f1
from rag.messages import use
from rag.partial_date import PartialDate

FILE = QUESTIONS / "bodies.jsonl"
KINDS = ("now", "time", "first-last", "series", "list", "count", "differ", "single", "none")
CORPORA = ("bodies", "wikinews")
DEPTH = 10
BACKGROUND = 500
RIGHT_FROM = 0.5
"""From which token F1 on words are right."""
ONE_VALUE = ("now", "time", "first-last", "single")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the file; ``expect`` as the module's docstring says."""

    id: str
    text: str
    kind: str
    part: str
    fact: str
    corpus: str
    expect: Any


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer shows, as far as it is judged.

    Attributes:
        status: ``answered``, ``abstained`` or ``passages``.
        form: ``value``, ``series``, ``list``, ``count`` or ``differ``.
        pairs: the value of each part and its time.
        count: the number that the answer counts; None if it counts nothing.
        read, matching: how many releases were read, and how many speak of it; None if the answer
            does not say.
    """

    status: str
    form: str
    pairs: tuple[tuple[str, PartialDate | None], ...]
    count: int | None
    read: int | None
    matching: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what was shown, whether every quote is in its release, and the seconds."""

    question: Question
    shown: Shown
    quoted: bool
    seconds: float


# The library's answer. All access to its newer attributes is here; they may be missing.


def shown_of(answer: rag.Answer) -> Shown:
    """What an answer shows."""
    form = str(getattr(answer, "form", None) or "value")
    pairs = tuple((value_of(part), time_of(part)) for part in answer.parts)
    return Shown(
        answer.status,
        form,
        pairs,
        count_of(answer, form, pairs),
        getattr(answer, "releases_read", None),
        getattr(answer, "releases_matching", None),
    )


def value_of(part: rag.AnswerPart) -> str:
    """The words of a part; for a date, the words that state it."""
    if part.kind == "date" and part.date is not None:
        return part.date.evidence.quote if part.date.evidence else part.date.value or ""
    return part.span.quote if part.span else part.sentence.quote


def time_of(part: rag.AnswerPart) -> PartialDate | None:
    """The time of which the value of a part is."""
    of_value: PartialDate | None = getattr(part, "time", None)
    return of_value or (part.date.date if part.date else None)


def count_of(answer: rag.Answer, form: str, pairs: Sequence[tuple[str, Any]]) -> int | None:
    """The number that an answer gives to *how many times*."""
    counted: int | None = getattr(answer, "count", None)
    if counted is not None:
        return counted
    if form == "count":
        return len(pairs)
    stated = numbers(pairs[0][0]) if pairs else []
    return int(stated[0]) if len(stated) == 1 else None


def quotes_of(part: rag.AnswerPart) -> Iterator[rag.Citation]:
    """The citations of a part, those in other releases too."""
    yield from part.citations
    yield from getattr(part, "also", ())


# Values


_WORD = "|".join(sorted({*UNITS, *TENS, "cents?", "mille", "vingts"}, key=len, reverse=True))
_IN_WORDS = rf"\b(?:{_WORD})(?:(?:[ -]|\set\s)(?:{_WORD}))*\b"
_IN_DIGITS = (
    r"(?<![\d.,])\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?!\d)|(?<![\d.,])\d+(?:[.,]\d+)?(?!\d)"
)
_NUMBER = re.compile(
    rf"(?P<digits>{_IN_DIGITS})(?:\s?(?P<scale>mill?i(?:on|ar)\w*))?"
    rf"|(?P<words>{_IN_WORDS})(?:\s(?P<scaled>mill?i(?:on|ar)\w*))?",
    re.I,
)
_GROUPED = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+")


def numbers(text: str) -> list[float]:
    """The numbers that a text says, in digits or in French words."""
    return [value for _, value in _numbers(text)]


def _numbers(text: str) -> Iterator[tuple[re.Match[str], float]]:
    for match in _NUMBER.finditer(text):
        words, digits = match["words"], match["digits"]
        scale = (match["scale"] or match["scaled"] or "").lower()
        if words is not None:
            value = value_of_words(words)
            # "un" and "une" are articles, unless they count millions.
            if value is None or (words.lower() in ("un", "une") and not scale):
                continue
            number = float(value)
        elif _GROUPED.fullmatch(digits):
            number = float(re.sub(r"\D", "", digits))
        else:
            number = float(digits.replace(",", "."))
        if scale:
            number *= 1e9 if "ar" in scale else 1e6
        yield match, round(number, 6)


def is_value(given: str, right: Iterable[str], others: Iterable[str] = ()) -> bool:
    """Whether words give a value; ``others`` are values that are wrong."""
    best = max((nearness(given, one) for one in right), default=0.0)
    return best >= RIGHT_FROM and best >= max((nearness(given, one) for one in others), default=0.0)


def nearness(given: str, value: str) -> float:
    """How near words are to a value, 0 to 1; below ``RIGHT_FROM`` if a number or the last word with
    a capital is another."""
    wanted, found = set(numbers(value)), set(numbers(given))
    if wanted:
        return float({n for n in found if n in wanted or not 1900 <= n <= 2100} == wanted)
    named = [word for word in re.findall(r"[^\W\d_]+", value) if word[:1].isupper()]
    tokens = {token for word in normalised(given) for token in re.findall(r"\w+", word)}
    if named and not any(normalised(named[-1])[0] in token for token in tokens):
        return 0.0
    return token_f1(given, [value])


def in_years(found: PartialDate | None, wanted: str) -> bool:
    """Whether a time lies in the years that are wanted, or in the month or on the day."""
    if found is None or found.bounds is None:
        return False
    first, _, last = wanted.partition("/")
    low, high = (PartialDate.parse(one).bounds for one in (first, last or first))
    if low is None or high is None:
        return False
    return low[0] <= found.bounds[0] and found.bounds[1] <= high[1]


# Judging


def right(asked: Asked) -> bool:
    """Whether the answer is what its kind asks for."""
    return _JUDGES[asked.question.kind](asked)


def chosen(asked: Asked) -> tuple[str, PartialDate | None] | None:
    """The value that the answer gives first; the last in time of a series, asked for ``now``."""
    pairs = asked.shown.pairs
    if not pairs or asked.shown.status != "answered":
        return None
    if asked.question.kind == "now" and asked.shown.form == "series":
        dated = [pair for pair in pairs if pair[1] is not None]
        return max(dated, key=lambda pair: _key(pair[1])) if dated else pairs[-1]
    return pairs[0]


def _key(when: PartialDate | None) -> tuple[bool, int, int, int]:
    return when.sort_key if when else (True, 0, 0, 0)


def _value_right(asked: Asked) -> bool:
    expect, given = asked.question.expect, chosen(asked)
    if given is None:
        return False
    if expect.get("when"):
        return in_years(given[1], expect["time"]) or is_value(given[0], expect["value"])
    return is_value(given[0], expect["value"], expect.get("earlier", ()))


def older(asked: Asked) -> bool:
    """Whether a value of another time was given."""
    expect, given = asked.question.expect, chosen(asked)
    others = expect.get("earlier", ())
    return given is not None and not _value_right(asked) and is_value(given[0], others)


def pairs_right(asked: Asked) -> tuple[int, int, int, int]:
    """Pairs, items or values shown that are right, all that are shown, those expected that are
    shown, all expected."""
    expect, pairs = asked.question.expect, asked.shown.pairs
    series = asked.question.kind == "series"
    wanted = [(one["value"], one["time"]) if series else (one, None) for one in expect]
    fits = [
        [
            is_value(value, right) and (when is None or in_years(found, when))
            for right, when in wanted
        ]
        for value, found in pairs
    ]
    good = sum(any(row) for row in fits)
    met = sum(any(row[place] for row in fits) for place in range(len(wanted)))
    return good, len(pairs), met, len(wanted)


def _all_right(asked: Asked) -> bool:
    good, given, met, wanted = pairs_right(asked)
    return good == given and met == wanted


def both_shown(asked: Asked) -> bool:
    """Whether every value that must be shown is."""
    _, _, met, wanted = pairs_right(asked)
    return met == wanted


_JUDGES: dict[str, Callable[[Asked], bool]] = {
    **dict.fromkeys(ONE_VALUE, _value_right),
    **dict.fromkeys(("series", "list"), _all_right),
    "count": lambda asked: asked.shown.count == asked.question.expect["n"],
    "differ": lambda asked: both_shown(asked) and asked.shown.form == "differ",
    "none": lambda asked: asked.shown.status == "abstained",
}


# Reading and asking


def read_questions(path: Path = FILE) -> list[Question]:
    """The questions of the file."""
    return [
        Question(
            row["id"],
            row["question"],
            row["kind"],
            row["part"],
            row["fact"],
            row.get("corpus", CORPORA[0]),
            row["expect"],
        )
        for row in read_jsonl(path)
    ]


def measure(questions: Sequence[Question], folders: dict[str, Path]) -> list[Asked]:
    """Index the corpora that are needed, and ask every question."""
    encoder, reader = CachedEncoder(), CachedReader()
    made = []
    for name in CORPORA:
        mine = [one for one in questions if one.corpus == name]
        if mine:
            with library_of(folders[name], encoder, reader) as library:
                made += [ask(library, question) for question in mine]
    encoder.save()
    reader.save()
    return made


def ask(library: rag.Library, question: Question) -> Asked:
    """A question with its answer."""
    start = time.perf_counter()
    answer = library.ask(question.text, k=DEPTH)
    seconds = time.perf_counter() - start
    quoted = all(part.citations for part in answer.parts) and all(
        library.release(one.release_id).body[one.start : one.end] == one.quote
        for part in answer.parts
        for one in quotes_of(part)
    )
    return Asked(question, shown_of(answer), quoted, seconds)


# Reporting


def kinds_text(asked: Sequence[Asked]) -> str:
    """What is right by kind, with the quotes and the time."""
    rows = []
    groups = [(kind, [a for a in asked if a.question.kind == kind]) for kind in KINDS]
    for kind, members in (("all", list(asked)), *groups):
        if not members:
            continue
        seconds = [a.seconds for a in members]
        answered = [a for a in members if a.shown.status == "answered"]
        rows.append(
            (
                kind,
                len(members),
                cell([right(a) for a in members]),
                len(answered),
                f"{sum(a.quoted for a in answered)} of {len(answered)}",
                f"{np.percentile(seconds, 50):.2f} s",
                f"{np.percentile(seconds, 95):.2f} s",
            )
        )
    return table(("kind", "n", "right", "answered", "quotes in place", "p50", "p95"), rows)


def more_text(asked: Sequence[Asked]) -> str:
    """What is nearly right: pairs, items, values of other times, differences not named."""
    lines = []
    for kind, name in (("series", "pairs"), ("list", "items")):
        totals = [pairs_right(a) for a in asked if a.question.kind == kind]
        if totals:
            good, given, met, wanted = (sum(column) for column in zip(*totals, strict=True))
            lines.append(
                f"- {name.capitalize()} of a {kind}: precision {_share(good, given)}, recall "
                f"{_share(met, wanted)}"
            )
    for kinds, name, judge in _MORE:
        members = [a for a in asked if a.question.kind in kinds]
        if members:
            lines.append(f"- {name}: {cell([judge(a) for a in members])}")
    read = [a.shown.read for a in asked if a.shown.read is not None]
    if read:
        lines.append(f"- Releases read: {np.median(read):.0f} (at most {max(read)})")
    return "\n".join(lines)


_MORE: tuple[tuple[tuple[str, ...], str, Callable[[Asked], bool]], ...] = (
    (("now",), "A value of another time instead of the latest", older),
    (("time",), "A value of another time than the one asked for", older),
    (("differ",), "Both values shown, whether or not the answer says so", both_shown),
    (("differ",), "At least one of the values shown", lambda a: pairs_right(a)[2] > 0),
    (("single",), "One value and nothing beside it", lambda a: right(a) and _one_value(a)),
)


def _one_value(asked: Asked) -> bool:
    return all(is_value(value, asked.question.expect["value"]) for value, _ in asked.shown.pairs)


def _share(count: int, n: int) -> str:
    return f"{count} of {n} ({count / n:.2f})" if n else "–"


def described(asked: Asked) -> str:
    """A question that was not answered rightly, in one line."""
    pairs = "; ".join(
        f"{' '.join(value.split())[:60]} [{when.value if when else '–'}]"
        for value, when in asked.shown.pairs
    )
    shown = asked.shown
    return (
        f"{asked.question.id} «{asked.question.text}»: {shown.status}, {shown.form}: {pairs or '–'}"
        f" | expected {json.dumps(asked.question.expect, ensure_ascii=False)[:160]}"
    )


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--only", choices=KINDS, help="only this kind")
    options.add_argument("--part", choices=PARTS, help="only this part")
    options.add_argument("--background", type=int, default=BACKGROUND, help="texts, at most 2,000")
    options.add_argument("--list", action="store_true", help="print what is not right")
    arguments = options.parse_args()
    questions = [
        one
        for one in read_questions()
        if arguments.only in (None, one.kind) and arguments.part in (None, one.part)
    ]
    folders = {"wikinews": require(arguments.data / WIKINEWS)}
    folders["bodies"] = archive(arguments.data, arguments.background)
    # The answers are mostly French; so are the dates in the texts that are compared with them.
    with use("fr"):
        asked = measure(questions, folders)
    if arguments.list:
        print("\n".join(described(a) for a in asked if not right(a)), "\n")
    texts = [
        "Invented releases whose facts change over time, among "
        f"{arguments.background:,} real texts, and 100 texts of Wikinews on their own. The part "
        "`dev` was looked at while choosing; `report` was not."
    ]
    for corpus in CORPORA:
        for part in PARTS:
            mine = [a for a in asked if (a.question.corpus, a.question.part) == (corpus, part)]
            if mine:
                texts += [f"**{corpus.capitalize()}, {part}**:", kinds_text(mine), more_text(mine)]
    usual = arguments.background == BACKGROUND and not (arguments.only or arguments.part)
    write = usual and not arguments.no_write
    record("Facts over time", "python -m benchmarks.bodies", "\n\n".join(texts), write=write)


if __name__ == "__main__":
    main()
