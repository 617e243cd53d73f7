"""Whether a passage tells what happened on its release's date, or only speaks of it.

Questions for a date, of PIAF dev and of the half of XQuAD's articles that the reader was not
trained on, asked in five languages of English passages. From each question's passage the date that
answers is taken out and made the release's: the release's date is then the answer. The same
question with that passage hidden is one that no release answers, though the nearest has the same
date. Printed is how well the confidence tells the two apart: with what the search alone knows
(which the product went by before), with the larger of that and what the reader makes of the
passage, and with the passage read behind its date, as the product does.

    python -m benchmarks.datelines [--data FOLDER]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from tqdm import tqdm

import rag
from benchmarks.common import (
    Collection,
    Question,
    RememberingEncoder,
    RememberingReader,
    load_squad,
    parser,
    record,
    retrieved,
    table,
)
from benchmarks.quality import held_out, shelve
from rag.answering.confidence import confidence
from rag.answering.release_date import release_date_confidence
from rag.evaluation.abstention import auroc, calibration_error
from rag.language import DateExpression, find_dates
from rag.models import shipped_calibration
from rag.question import asks_when
from rag.retrieval import SearchResult
from rag.types import PublicationDate, Span

LANGUAGES = ("en", "de", "es", "ro", "el")
WAYS = ("the search alone", "the larger of search and reader", "read behind its date")
THRESHOLD = shipped_calibration().threshold
DEPTH = 12


def stated(body: str, answers: Sequence[str]) -> DateExpression | None:
    """The one date that the first answer found in the body holds, if it does."""
    for answer in answers:
        start = body.find(answer)
        if start >= 0:
            span = Span(start, start + len(answer))
            found = [d for d in find_dates(body) if span.overlaps(d) and d.value]
            return found[0] if len(found) == 1 else None
    return None


def dated(found: SearchResult, date: str, value: DateExpression, text: str) -> SearchResult:
    """The same, its first hit a passage of that text in a release of that date."""
    first = found.hits[0]
    published = PublicationDate(value.date, Span(0, len(date)))
    release = replace(first.release, body=date, published=published)
    hit = replace(first, release=release, passage=replace(first.passage, text=text))
    return replace(found, hits=(hit, *found.hits[1:]))


def cases(
    library: rag.Library, reader: RememberingReader, questions: Sequence[Question]
) -> Iterator[tuple[bool, tuple[float, ...]]]:
    """Whether the release's date answers, and how sure each way is that it does."""
    for question in tqdm([q for q in questions if asks_when(q.text)], mininterval=5):
        gold = f"{question.gold:05d}"
        body = library.release(gold).body
        date = stated(body, question.answers)
        found = retrieved(library, question.text, DEPTH)
        first = found.hits[0]
        if date is None or first.release.id != gold:
            continue
        if not (first.passage.start <= date.start and date.end <= first.passage.end):
            continue
        words = body[date.start : date.end]
        before = body[first.passage.start : date.start].rstrip()
        text = f"{before} {body[date.end : first.passage.end].lstrip()}"
        others = [name for name in library.release_ids if name != gold]
        hidden = retrieved(library, question.text, DEPTH, others)
        for answers, one in (
            (True, dated(found, words, date, text)),
            (False, dated(hidden, words, date, hidden.hits[0].passage.text)),
        ):
            hit = one.hits[0]
            (plain,) = reader.read([(question.text, hit.release.title, hit.passage.text)])
            match = replace(hit.match, span_score=plain.span_score, answerable=plain.answerable)
            calibration = reader.calibration
            alone = confidence(one, hit, calibration, with_reader=False)
            read = confidence(one, replace(hit, match=match), calibration)
            behind = release_date_confidence(one, hit, calibration, reader)
            yield answers, (alone, max(alone, read), behind)


def rows(name: str, found: list[tuple[bool, tuple[float, ...]]]) -> list[tuple[str, ...]]:
    """Of a set of questions, a line for each way."""
    truth = np.array([answers for answers, _ in found])
    lines: list[tuple[str, ...]] = []
    for at, way in enumerate(WAYS):
        sure = np.array([seen[at] for _, seen in found])
        lines.append(
            (
                name,
                str(len(found)),
                way,
                f"{auroc(sure, truth):.3f}",
                f"{calibration_error(sure, truth):.3f}",
                f"{(sure[truth] < THRESHOLD).mean():.3f}",
                f"{(sure[~truth] >= THRESHOLD).mean():.3f}",
            )
        )
    return lines


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder, reader = RememberingEncoder(), RememberingReader()
    settings = rag.Settings()
    train = load_squad(arguments.data / "piaf/piaf-1.1-train.json")
    dev = load_squad(arguments.data / "piaf/piaf-1.1-dev.json")
    whole = Collection(train.titles + dev.titles, train.passages + dev.passages, [])
    offset = len(train.passages)
    asked = [replace(q, gold=q.gold + offset) for q in dev.questions]
    with (
        shelve(whole.titles, whole.passages, encoder, reader) as shelf,
        shelf.open(settings) as library,
    ):
        lines = rows("PIAF dev", list(cases(library, reader, asked)))
    english = load_squad(arguments.data / "xquad/xquad.en.json")
    out = held_out(english.titles)
    across: list[tuple[bool, tuple[float, ...]]] = []
    with (
        shelve(english.titles, english.passages, encoder, reader) as shelf,
        shelf.open(settings) as library,
    ):
        for language in LANGUAGES:
            questions = load_squad(arguments.data / f"xquad/xquad.{language}.json").questions
            asked = [
                replace(q, answers=e.answers, gold=e.gold)
                for q, e in zip(questions, english.questions, strict=True)
                if english.titles[e.gold] in out
            ]
            across += cases(library, reader, asked)
    lines += rows("XQuAD, five languages of English", across)
    text = (
        "Questions for a date whose answer is the release's date (half of them), and the same with "
        f"their passage hidden. Lost and answered at the default threshold, {THRESHOLD}.\n\n"
        + table(
            (
                "questions",
                "n",
                "confidence from",
                "AUROC",
                "calibration error",
                "answerable lost",
                "unanswerable answered",
            ),
            lines,
        )
    )
    record("Release dates", "python -m benchmarks.datelines", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
