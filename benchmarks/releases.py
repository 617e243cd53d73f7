"""Measure how well real press releases are read and answered, in their original files.

The data is a folder ``real_releases`` of releases in any format, in one subfolder per origin, with
two files beside them:

- ``gold.jsonl``, one object per release: ``file``; ``title`` as a reader sees it (``""`` for none)
  and ``also``, other right titles; ``date``, the publication date (null if nothing states one) and
  ``also_date``; ``where`` the date stands.
- ``questions.jsonl``, one object per question: ``id``, ``question``, ``answers`` (empty if the
  releases do not say), ``release``, beginnings of the paths of the right files, ``date`` if the
  question asks for one.

What counts as right:

- A title: if it equals ``title`` or one of ``also``, apart from case, white space, quotation marks
  and a final full stop. Where the release has no headline: no title, or words that are in a passage
  too, so that they can still be found and quoted.
- A date: if its value equals ``date`` or one of ``also_date``.
- The passage first: the first hit is of a right release, and an answer is in its text, or in what
  the answer quotes from this release (the sentence, the evidence of the date).
- The words: one of the texts given (the short text, its words, the evidence of its date) contains
  an answer; or an answer contains it, and their token F1 is 0.5 or more.
- The answer: it comes from a right release, and has the right date if the question asks for one,
  else the right words.

Answers and passages are compared without markup, case, quotation marks, kinds of white space and
dash, and thousands separators.

    python -m benchmarks.releases [--data FOLDER] [--details FILE.jsonl]
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import rag
from benchmarks.common import CachedEncoder, CachedReader, parser, read_jsonl, record, table
from rag.evaluation.squad import token_f1
from rag.messages import use

FOLDER = "real_releases"
GOLD, QUESTIONS = "gold.jsonl", "questions.jsonl"
DEPTH = 5
SURE = 0.9
"""From which confidence on a wrong answer is counted separately."""
MAX_SHOWN = 70
"""How many characters of a text the lists show."""

Verdict = Literal["right", "wrong", "missing"]
Item = TypeVar("Item")

_QUOTES = dict.fromkeys(map(ord, '"«»“”„‟‹›″'))
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‚‛ʼ′´`"), "'")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*#`]+|(?<!\w)_+|_+(?!\w)|~~")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .,'’]\d{3})+(?!\d)")


@dataclass(frozen=True, slots=True)
class GoldRelease:
    """What a release states, read by eye.

    Attributes:
        file: its path relative to the folder, with ``/``.
        title: ``""`` if it has no headline.
        also: other titles that are right.
        date: the publication date, as ``PartialDate.value``; None if nothing states one.
        also_date: other dates that are right.
        where: where the date stands; None if there is none.
    """

    file: str
    title: str
    also: tuple[str, ...] = ()
    date: str | None = None
    also_date: tuple[str, ...] = ()
    where: str | None = None

    @property
    def origin(self) -> str:
        """The first folder of its path."""
        return self.file.split("/")[0]

    @property
    def format(self) -> str:
        """The ending of its file, in small letters."""
        return Path(self.file).suffix.lower()


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question about the releases.

    Attributes:
        id: as in the file.
        question: its text.
        answers: words of which any one is right; empty if the releases do not say.
        release: beginnings of the paths or ids of the releases that answer.
        date: the date that answers; None if the question does not ask for one.
    """

    id: str
    question: str
    answers: tuple[str, ...] = ()
    release: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class ReadRelease:
    """How a release was read.

    Attributes:
        gold: what it states.
        reason: why it was not read; ``""`` if it was, None if the build says nothing about it.
        title, date: as read; None if it was not read, and ``date`` if none was found.
        title_verdict: None if it was not read.
        date_verdict: None if it was not read. Where nothing states a date, it is ``right`` without
            one and ``wrong`` with one.
    """

    gold: GoldRelease
    reason: str | None
    title: str | None = None
    date: str | None = None
    title_verdict: Verdict | None = None
    date_verdict: Verdict | None = None

    @property
    def read(self) -> bool:
        """Whether it is in the index."""
        return self.reason == ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the answer that was given.

    Attributes:
        gold: the question.
        origin, format: of the first release that answers; ``""`` if none does.
        readable: whether one of the releases that answer was read.
        answered: False for an abstention.
        abstention: why there is no answer; None if there is one.
        text: the short text of the answer.
        sentence: the sentence of the answer.
        source: path of the release that it is from.
        date: the value of its date.
        confidence: that the releases answer.
        first: path of the release of the first hit; ``""`` without one.
        passage: the text of the first hit.
        passage_right, words_right, date_right, right: as the module's docstring defines them.
            ``date_right`` is False if no date is asked for, and all but ``passage_right`` are for
            an abstention.
    """

    gold: GoldQuestion
    origin: str
    format: str
    readable: bool
    answered: bool
    abstention: str | None
    text: str
    sentence: str
    source: str
    date: str | None
    confidence: float
    first: str
    passage: str
    passage_right: bool
    words_right: bool
    date_right: bool
    right: bool


# Scoring


def folded_title(title: str) -> str:
    """A title as it is compared: NFKC, without quotation marks, case, and a final full stop."""
    text = unicodedata.normalize("NFKC", title).translate(_APOSTROPHES).translate(_QUOTES)
    text = " ".join(text.casefold().split())
    return text if text.endswith("..") else text.removesuffix(".").rstrip()


def judge_title(given: str, gold: GoldRelease, passages: Iterable[str]) -> Verdict:
    """Whether a title is right.

    Args:
        given: the title as read; ``""`` for none.
        gold: the release.
        passages: the texts of its passages.
    """
    title = folded_title(given)
    right = {folded_title(one) for one in (gold.title, *gold.also)}
    if title in right:
        return "right"
    if not title:
        return "missing"
    if not gold.title and any(title in folded_title(text) for text in passages):
        return "right"
    return "wrong"


def title_fault(given: str, gold: GoldRelease) -> str:
    """In which way a wrong title is wrong."""
    title = folded_title(given)
    right = [one for one in map(folded_title, (gold.title, *gold.also)) if one]
    if not title:
        return "none"
    if not gold.title:
        return "swallowed"
    if any(one in title for one in right):
        return "too long"
    return "too short" if any(title in one for one in right) else "another"


def judge_date(given: str | None, gold: GoldRelease) -> Verdict:
    """Whether a publication date is right; without one in ``gold``, whether none is given."""
    if given == gold.date or given in gold.also_date:
        return "right"
    return "missing" if given is None else "wrong"


def folded(text: str) -> str:
    """Words as they are compared: without markup, case, and the kinds of white space, quotation
    mark, dash and thousands separator."""
    text = _MARKS.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).translate(_QUOTES)
    text = "".join(
        "-" if unicodedata.category(c) == "Pd" else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    text = " ".join(text.casefold().split())
    return _GROUPED.sub(lambda number: re.sub(r"\D", "", number[0]), text)


def contains(text: str, words: str) -> bool:
    """Whether a text contains these words, whole. A number may stand directly after or before a
    letter (lists that lost their columns), but not in a longer number."""
    inner = folded(words).strip(" .,;:!?")
    if not inner:
        return False
    before = r"(?<!\d)(?<!\d[.,])" if inner[0].isdigit() else r"(?<![^\W\d])"
    after = r"(?!\d)" if inner[-1].isdigit() else r"(?![^\W\d])"
    return re.search(before + re.escape(inner) + after, folded(text)) is not None


def words_match(given: str, answers: Iterable[str]) -> bool:
    """Whether a text gives an answer: it contains one, or is most of one."""
    return bool(given.strip()) and any(
        contains(given, answer)
        or (contains(answer, given) and token_f1(folded(given), [folded(answer)]) >= 0.5)
        for answer in answers
    )


def is_of(release: rag.Release, question: GoldQuestion) -> bool:
    """Whether it is one of the releases that answer the question."""
    source = unicodedata.normalize("NFC", release.source)
    return source.startswith(question.release) or release.id.startswith(question.release)


def judge(
    question: GoldQuestion, answer: rag.Answer, releases: Sequence[ReadRelease] = ()
) -> Asked:
    """Score an answer.

    Args:
        question: the question with its answers.
        answer: what the library gave.
        releases: how the releases were read; says which answers could be given.
    """
    gold = [
        one for one in releases if question.release and one.gold.file.startswith(question.release)
    ]
    first = answer.hits[0] if answer.hits else None
    part = answer.parts[0] if answer.parts else None
    passage_right = False
    if first is not None and is_of(first.release, question):
        quoted = [c.quote for c in answer.citations if c.release_id == first.release.id]
        passage_right = any(
            contains(text, words)
            for text in (first.passage.text, *quoted)
            for words in question.answers
        )
    given = [answer.text]
    given += [one.quote for one in (answer.span, answer.date and answer.date.evidence) if one]
    date = answer.date.value if answer.date else None
    words_right = part is not None and any(words_match(one, question.answers) for one in given)
    date_right = question.date is not None and date == question.date
    return Asked(
        gold=question,
        origin=gold[0].gold.origin if gold else "",
        format=gold[0].gold.format if gold else "",
        readable=any(one.read for one in gold),
        answered=part is not None,
        abstention=answer.abstention,
        text=answer.text,
        sentence=answer.sentence,
        source=part.hit.release.source if part else "",
        date=date,
        confidence=answer.confidence,
        first=first.release.source if first else "",
        passage=first.passage.text if first else "",
        passage_right=passage_right,
        words_right=words_right,
        date_right=date_right,
        right=part is not None
        and is_of(part.hit.release, question)
        and (words_right if question.date is None else date_right),
    )


# Reading and asking


def read_gold(path: Path) -> list[GoldRelease]:
    """The releases of ``gold.jsonl``."""
    return [
        GoldRelease(
            unicodedata.normalize("NFC", row["file"]),
            row["title"],
            tuple(row.get("also", ())),
            row["date"],
            tuple(row.get("also_date", ())),
            row.get("where"),
        )
        for row in read_jsonl(path)
    ]


def read_questions(path: Path) -> list[GoldQuestion]:
    """The questions of ``questions.jsonl``."""
    return [
        GoldQuestion(
            str(row["id"]),
            row["question"],
            tuple(row["answers"]),
            tuple(unicodedata.normalize("NFC", one) for one in row["release"]),
            row["date"],
        )
        for row in read_jsonl(path)
    ]


def copy_releases(source: Path, target: Path) -> None:
    """Copy the releases without the two files that describe them."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(GOLD, QUESTIONS))


def read_releases(
    gold: Iterable[GoldRelease], library: rag.Library, report: rag.BuildReport
) -> list[ReadRelease]:
    """How each release was read."""
    skipped = {unicodedata.normalize("NFC", one.source): one.reason for one in report.skipped}
    indexed = {}
    for summary in library.summaries:
        release = library.release(summary.id)
        indexed[unicodedata.normalize("NFC", release.source)] = release
    made = []
    for one in gold:
        found = indexed.get(one.file)
        if found is None:
            made.append(ReadRelease(one, skipped.get(one.file)))
            continue
        texts = [passage.text for passage in library.passages(found.id)]
        date = found.published.value
        title_verdict = judge_title(found.title, one, texts)
        made.append(ReadRelease(one, "", found.title, date, title_verdict, judge_date(date, one)))
    return made


# Reporting


def shortened(text: str | None) -> str:
    """A text for a list: one line, cut after ``MAX_SHOWN`` characters, without bars."""
    line = " ".join((text or "").replace("|", "/").split())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1].rstrip() + "…"


def share(right: int, n: int) -> str:
    """``12 of 15 (0.80)``; ``–`` of none."""
    return f"{right} of {n} ({right / n:.2f})" if n else "–"


def groups(items: Iterable[Item], key: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """The items by a key, in the order of the keys."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return sorted(found.items())


def files_text(releases: Sequence[ReadRelease]) -> str:
    """Which files were read, and why the others were not."""
    reasons = Counter("silently missing" if r.reason is None else r.reason for r in releases)
    read = reasons.pop("", 0)
    silent = reasons.pop("silently missing", 0)
    named = ", ".join(f"{count} `{reason}`" for reason, count in sorted(reasons.items()))
    return table(
        ("files", "read", "named with a reason", "silently missing"),
        [(len(releases), read, named or 0, silent)],
    )


def titles_text(releases: Sequence[ReadRelease]) -> str:
    """How many titles are right, and the others."""
    read = [r for r in releases if r.read]
    wrong = [r for r in read if r.title_verdict != "right"]
    right = len(read) - len(wrong)
    text = (
        f"**Titles**: right {share(right, len(read))} of the files read, "
        f"{share(right, len(releases))} of all."
    )
    if not wrong:
        return text
    rows = [
        (
            r.gold.file,
            title_fault(r.title or "", r.gold),
            shortened(r.title),
            shortened(r.gold.title),
        )
        for r in wrong
    ]
    return f"{text}\n\n" + table(("file", "fault", "given", "right"), rows)


def dates_text(releases: Sequence[ReadRelease]) -> str:
    """How many dates are right, by where they stand, and the wrong ones."""
    rows = []
    stated = [r for r in releases if r.gold.date is not None]
    for where, members in (*groups(stated, lambda r: r.gold.where or ""), ("all", stated)):
        verdicts = Counter(r.date_verdict for r in members if r.read)
        cells = (verdicts[one] for one in ("right", "missing", "wrong"))
        rows.append((where, len(members), verdicts.total(), *cells))
    unstated = [r for r in releases if r.gold.date is None and r.read]
    invented = [r for r in unstated if r.date_verdict == "wrong"]
    text = (
        "**Dates**, by where the release states it:\n\n"
        + table(("stated in", "files", "read", "right", "missing", "wrong"), rows)
        + f"\n\nA date although nothing states one: {share(len(invented), len(unstated))}."
    )
    others = [r for r in releases if r.date_verdict == "wrong"]
    if not others:
        return text
    lines = [(r.gold.file, r.gold.where or "–", r.date, r.gold.date or "–") for r in others]
    return f"{text}\n\n" + table(("file", "stated in", "given", "right"), lines)


def questions_text(asked: Sequence[Asked]) -> str:
    """The figures on the questions: all, and those of which a release was read."""
    columns = []
    for every in (True, False):
        with_answer = [q for q in asked if q.gold.answers and (every or q.readable)]
        dated = [q for q in with_answer if q.gold.date is not None]
        wrong = [q for q in with_answer if q.answered and not q.right]
        without = [q for q in asked if not q.gold.answers]
        n = len(with_answer)
        columns.append(
            (
                n,
                share(sum(q.passage_right for q in with_answer), n),
                share(sum(q.right for q in with_answer), n),
                share(sum(q.words_right for q in with_answer), n),
                share(sum(q.date_right for q in dated), len(dated)),
                share(sum(not q.answered for q in with_answer), n),
                share(len(wrong), n),
                share(sum(q.confidence >= SURE for q in wrong), n),
                share(sum(not q.answered for q in without), len(without)),
                share(sum(q.answered and q.confidence >= SURE for q in without), len(without)),
            )
        )
    names = (
        "questions with an answer",
        "right passage first",
        "right answer",
        "right words",
        "right date, of those that ask for one",
        "abstains although there is an answer",
        "wrong answer",
        f"wrong answer with a confidence of {SURE} or more",
        "abstains, of the questions without an answer",
        f"answers one of these with a confidence of {SURE} or more",
    )
    rows = list(zip(names, *columns, strict=True))
    return "**Questions**:\n\n" + table(("", "all", "whose release is read"), rows)


def groups_text(releases: Sequence[ReadRelease], asked: Sequence[Asked], what: str) -> str:
    """The main figures by ``origin`` or ``format``."""
    rows = []
    questions = dict(groups((q for q in asked if q.gold.answers), lambda q: getattr(q, what)))
    for name, members in groups(releases, lambda r: getattr(r.gold, what)):
        read = [r for r in members if r.read]
        about = questions.get(name, [])
        dated = [r for r in read if r.gold.date is not None]
        rows.append(
            (
                name,
                f"{len(read)}/{len(members)}",
                f"{sum(r.title_verdict == 'right' for r in read)}/{len(read)}",
                f"{sum(r.date_verdict == 'right' for r in dated)}/{len(dated)}",
                f"{sum(q.passage_right for q in about)}/{len(about)}",
                f"{sum(q.right for q in about)}/{len(about)}",
            )
        )
    header = (what, "read", "titles", "dates", "passage first", "right answer")
    return table(header, rows)


def details(releases: Sequence[ReadRelease], asked: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    """An object for each file and each question, with what was expected and what was given."""
    for one in releases:
        fault = title_fault(one.title or "", one.gold) if one.title_verdict != "right" else None
        yield {"kind": "file", **asdict(one), "title_fault": fault if one.read else None}
    for question in asked:
        yield {"kind": "question", **asdict(question)}


def measure(folder: Path) -> tuple[list[ReadRelease], list[Asked]]:
    """Index the releases of a folder, read their titles and dates, and ask the questions."""
    encoder, reader, settings = CachedEncoder(), CachedReader(), rag.Settings()
    gold, questions = read_gold(folder / GOLD), read_questions(folder / QUESTIONS)
    with tempfile.TemporaryDirectory() as work:
        corpus, index = Path(work) / "corpus", Path(work) / "index"
        copy_releases(folder, corpus)
        report = rag.build(corpus, index, encoder=encoder, settings=settings)
        with rag.open(index, encoder=encoder, settings=settings, reader=reader) as library:
            releases = read_releases(gold, library, report)
            asked = [judge(q, library.ask(q.question, DEPTH), releases) for q in questions]
    encoder.save()
    reader.save()
    return releases, asked


def main() -> None:
    options = parser(__doc__)
    options.add_argument(
        "--details", type=Path, metavar="FILE", help="write every file and question as JSONL"
    )
    arguments = options.parse_args()
    folder = arguments.data / FOLDER
    for needed in (folder / GOLD, folder / QUESTIONS):
        if not needed.exists():
            print(f"Data not found: {needed}. Name the folder with --data or $RAG_DATA. Skipped.")
            return
    # The answers are mostly French; so are the dates in the texts that are compared with them.
    with use("fr"):
        releases, asked = measure(folder)
    if arguments.details:
        lines = (json.dumps(one, ensure_ascii=False) for one in details(releases, asked))
        arguments.details.write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = "\n\n".join(
        (
            f"{len(releases)} real releases of {len({r.gold.origin for r in releases})} origins, "
            "as their authors published them, and questions of our own about them. Titles and "
            "dates are compared with what a person read.",
            files_text(releases),
            titles_text(releases),
            dates_text(releases),
            questions_text(asked),
            groups_text(releases, asked, "origin"),
            groups_text(releases, asked, "format"),
        )
    )
    command = "python -m benchmarks.releases"
    record("Real releases", command, text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
