"""Measure whether a release's date is given as an answer only where it is the right one.

The questions ask for a date. They come from PIAF dev and from the half of XQuAD's articles that the
reader was not trained on; those are asked in five languages about English passages.

- Answerable: the date that answers is removed from the passage and becomes the date of the release.
- Unanswerable: the same question with its passage hidden. The nearest passage gets the same date.

The report compares how well three confidences tell the two apart: that of the search alone (used in
earlier versions), the larger of the search's and the reader's, and that of the reader when it reads
the passage after its date (used now).

    python -m benchmarks.datelines [--data FOLDER]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from tqdm import tqdm

import rag
from benchmarks.common import (
    XQUAD_LANGUAGES,
    CachedEncoder,
    CachedReader,
    Question,
    join,
    load_piaf,
    load_xquad,
    parser,
    record,
    retrieve,
    table,
)
from benchmarks.quality import held_out, index_passages
from rag.answering.confidence import confidence
from rag.answering.dating.release_date import release_date_confidence
from rag.evaluation.abstention import auroc, calibration_error
from rag.language import DateExpression, find_dates
from rag.models import shipped_calibration
from rag.question import asks_when
from rag.retrieval import SearchResult
from rag.types import PublicationDate, Span

METHODS = ("the search alone", "the larger of search and reader", "read behind its date")
THRESHOLD = shipped_calibration().threshold
DEPTH = 12


def date_in_answer(body: str, answers: Sequence[str]) -> DateExpression | None:
    """The date in the first answer that occurs in the body; None unless it is exactly one."""
    for answer in answers:
        start = body.find(answer)
        if start >= 0:
            span = Span(start, start + len(answer))
            dates = [d for d in find_dates(body) if span.overlaps(d) and d.value]
            return dates[0] if len(dates) == 1 else None
    return None


def with_release_date(
    result: SearchResult, quote: str, date: DateExpression, text: str
) -> SearchResult:
    """The same result with another first hit: this text, in a release of this date.

    Args:
        quote: the words that state the date.
        text: the text of the passage.
    """
    first = result.hits[0]
    published = PublicationDate(date.date, Span(0, len(quote)))
    release = replace(first.release, body=quote, published=published)
    hit = replace(first, release=release, passage=replace(first.passage, text=text))
    return replace(result, hits=(hit, *result.hits[1:]))


def cases(
    library: rag.Library, reader: CachedReader, questions: Sequence[Question]
) -> Iterator[tuple[bool, tuple[float, ...]]]:
    """Whether the release's date is the answer, and the confidence by each of ``METHODS``."""
    for question in tqdm([q for q in questions if asks_when(q.text)], mininterval=5):
        gold = f"{question.gold:05d}"
        body = library.release(gold).body
        date = date_in_answer(body, question.answers)
        result = retrieve(library, question.text, DEPTH)
        first = result.hits[0]
        if date is None or first.release.id != gold:
            continue
        if not (first.passage.start <= date.start and date.end <= first.passage.end):
            continue
        quote = body[date.start : date.end]
        before = body[first.passage.start : date.start].rstrip()
        text = f"{before} {body[date.end : first.passage.end].lstrip()}"
        others = [name for name in library.release_ids if name != gold]
        hidden = retrieve(library, question.text, DEPTH, others)
        for answerable, dated in (
            (True, with_release_date(result, quote, date, text)),
            (False, with_release_date(hidden, quote, date, hidden.hits[0].passage.text)),
        ):
            hit = dated.hits[0]
            (reading,) = reader.read([(question.text, hit.release.title, hit.passage.text)])
            match = replace(hit.match, span_score=reading.span_score, answerable=reading.answerable)
            calibration = reader.calibration
            by_search = confidence(dated, hit, calibration, with_reader=False)
            by_reader = confidence(dated, replace(hit, match=match), calibration)
            after_date = release_date_confidence(dated, hit, calibration, reader)
            yield answerable, (by_search, max(by_search, by_reader), after_date)


def rows(name: str, cases: list[tuple[bool, tuple[float, ...]]]) -> list[tuple[str, ...]]:
    """The rows of the table for a set of questions, one per method."""
    truth = np.array([answerable for answerable, _ in cases])
    lines: list[tuple[str, ...]] = []
    for column, method in enumerate(METHODS):
        p = np.array([confidences[column] for _, confidences in cases])
        lines.append(
            (
                name,
                str(len(cases)),
                method,
                f"{auroc(p, truth):.3f}",
                f"{calibration_error(p, truth):.3f}",
                f"{(p[truth] < THRESHOLD).mean():.3f}",
                f"{(p[~truth] >= THRESHOLD).mean():.3f}",
            )
        )
    return lines


def main() -> None:
    arguments = parser(__doc__).parse_args()
    encoder, reader = CachedEncoder(), CachedReader()
    settings = rag.Settings()
    dataset = join(*load_piaf(arguments.data))
    with (
        index_passages(dataset.titles, dataset.passages, encoder, reader) as index,
        index.open(settings) as library,
    ):
        lines = rows("PIAF dev", list(cases(library, reader, dataset.questions)))
    english = load_xquad(arguments.data, "en")
    titles = held_out(english.titles)
    cross_lingual: list[tuple[bool, tuple[float, ...]]] = []
    with (
        index_passages(english.titles, english.passages, encoder, reader) as index,
        index.open(settings) as library,
    ):
        for language in XQUAD_LANGUAGES:
            questions = load_xquad(arguments.data, language).questions
            asked = [
                replace(q, answers=e.answers, gold=e.gold)
                for q, e in zip(questions, english.questions, strict=True)
                if english.titles[e.gold] in titles
            ]
            cross_lingual += cases(library, reader, asked)
    lines += rows("XQuAD, five languages of English", cross_lingual)
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
