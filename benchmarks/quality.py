"""Measure retrieval, answers and abstention on PIAF, XQuAD, NTREX and the five releases.

The public API searches and answers; parts of it are switched off to show what each contributes.
Each passage of a dataset is a release, with the title of its article. A question whose passage is
not found counts as zero. Weights were chosen on the first half of PIAF dev's articles (every second
one in alphabetical order) and of the XQuAD articles that the reader was not trained on. The second
halves are held out.

    python -m benchmarks.quality [--data FOLDER] [--only piaf|xquad|ntrex|releases]
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

import rag
from benchmarks.common import (
    DEFAULTS,
    OUR_QUESTIONS,
    ROOT,
    SEEDS,
    WORK,
    XQUAD_LANGUAGES,
    CachedEncoder,
    CachedReader,
    Dataset,
    join,
    library_of,
    load_piaf,
    load_xquad,
    parser,
    record,
    table,
    write_releases,
)
from rag.evaluation import DEPTH, Question, Report, draw, evaluate, find_relevant, read_questions
from rag.evaluation import table as report_table
from rag.evaluation.abstention import auroc, calibration_error
from rag.evaluation.bootstrap import Estimate, bootstrap_auroc, bootstrap_mean
from rag.evaluation.questions import passage_key
from rag.evaluation.squad import exact_match, token_f1
from rag.messages import use

# The part of each NTREX language's file name that tells the original text from a translation.
NTREX_FILES = {
    "eng": "src",
    "deu": "ref",
    "spa": "ref",
    "ita": "ref",
    "por": "ref",
    "nld": "ref",
    "pol": "ref",
    "tur": "ref",
    "ukr": "ref",
}
# Even an unsure answer is given: abstention is measured separately.
ALWAYS_ANSWER = replace(DEFAULTS, answer=replace(DEFAULTS.answer, threshold=0.0))
READER_OFF = replace(ALWAYS_ANSWER, reader=replace(DEFAULTS.reader, enabled=False))


def held_out(titles: Sequence[str]) -> set[str]:
    """The titles of every second article. Nothing was chosen on these articles."""
    return set(sorted(set(titles))[1::2])


@dataclass(frozen=True, slots=True)
class PassageIndex:
    """An index, with the encoder and the reader to open it with."""

    index: Path
    encoder: CachedEncoder
    reader: CachedReader

    @contextmanager
    def open(self, settings: rag.Settings) -> Iterator[rag.Library]:
        """A library with these settings, for a ``with`` block."""
        reader = self.reader if settings.reader.enabled else None
        with rag.open(
            self.index, encoder=self.encoder, settings=settings, reader=reader
        ) as library:
            yield library
        self.encoder.save()


@contextmanager
def index_passages(
    titles: Sequence[str], passages: Sequence[str], encoder: CachedEncoder, reader: CachedReader
) -> Iterator[PassageIndex]:
    """Index passages in a temporary folder, each as a release."""
    with tempfile.TemporaryDirectory() as folder:
        write_releases(Path(folder) / "corpus", titles, passages)
        index = Path(folder) / "index"
        rag.build(Path(folder) / "corpus", index, encoder=encoder, settings=DEFAULTS)
        encoder.save()
        yield PassageIndex(index, encoder, reader)
        reader.save()


def to_questions(
    asked: Dataset, indices: Sequence[int], language: str, indexed: Dataset
) -> list[Question]:
    """Questions for ``rag.evaluation``.

    Args:
        asked: the dataset that the questions are taken from.
        indices: which of its questions.
        language: of the indexed passages.
        indexed: the same questions with the passages and answers that are indexed; ``asked``
            itself, or its version in another language.
    """
    return [
        Question(
            str(index),
            asked.questions[index].text,
            indexed.questions[index].answers,
            (f"{indexed.questions[index].gold:05d}",),
            language=language,
        )
        for index in indices
    ]


def measure(
    library: rag.Library, questions: Sequence[Question], name: str, *, whole: bool = True
) -> Report:
    """Ask every question.

    Args:
        name: shown beside the progress bar.
        whole: False searches only, which is faster and gives no words to measure.
    """
    relevant = {
        q.id: frozenset(
            passage_key(p.release_id, p.ordinal)
            for p in library.passages(q.releases[0])
            if any(" ".join(a.split()) in " ".join(p.text.split()) for a in q.answers)
        )
        or frozenset(passage_key(p.release_id, p.ordinal) for p in library.passages(q.releases[0]))
        for q in questions
    }

    def search(text: str) -> rag.Answer:
        hits = tuple(library.search(text, DEPTH))
        return rag.Answer(text, (), 0.0, hits)

    ask: Callable[[str], rag.Answer] = (lambda text: library.ask(text, DEPTH)) if whole else search
    with tqdm(total=len(questions), desc=name, mininterval=5) as bar:

        def tick(_stage: str, done: int, _all: int) -> None:
            bar.update(done - bar.n)

        return evaluate(ask, questions, relevant, tick)


def format_measures(report: Report, names: Sequence[str]) -> list[str]:
    """Each measure with its interval."""
    return [_with_interval(report.overall.measures[name]) for name in names]


def _with_interval(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    return f"{estimate.value:.3f} ({estimate.low:.3f}–{estimate.high:.3f})"


def _value(estimate: Estimate | None) -> float:
    return float("nan") if estimate is None else estimate.value


def piaf(data: Path, encoder: CachedEncoder, reader: CachedReader) -> str:
    """The sections of the report on PIAF dev."""
    train, dev = load_piaf(data)
    dataset = join(train, dev)
    questions = to_questions(dataset, range(len(dataset.questions)), "fr", dataset)
    held_out_titles = held_out(dev.titles)
    is_held_out = np.array([dataset.titles[q.gold] in held_out_titles for q in dataset.questions])
    no_period = replace(DEFAULTS.retrieval, period_bonus=0.0)

    def weighted(dense: float) -> rag.Settings:
        retrieval = replace(no_period, dense_weight=dense, dense_weight_cross_lingual=dense)
        return replace(READER_OFF, retrieval=retrieval)

    variants = {
        "dense": weighted(1.0),
        "BM25": weighted(0.0),
        "fusion": replace(READER_OFF, retrieval=no_period),
        "fusion + reader": replace(ALWAYS_ANSWER, retrieval=no_period),
        "fusion + reader + dates (the default)": ALWAYS_ANSWER,
    }
    names = ("R@1", "R@5", "R@20", "MRR@10", "nDCG@10", "EM", "F1")
    rows, parts = [], []
    with index_passages(dataset.titles, dataset.passages, encoder, reader) as index:
        for name, settings in variants.items():
            reads = settings.reader.enabled
            with index.open(settings) as library:
                report = measure(library, questions, name, whole=reads)
            cells = format_measures(report, names)
            rows.append((name, *(cells if reads else [*cells[:5], "", ""])))
            reader.save()
        by_word = [
            (g.name, g.n, *(f"{_value(g.measures[m]):.3f}" for m in ("R@1", "MRR@10", "EM", "F1")))
            for g in report.by_word
        ]
        draw(report, ROOT / "quality-piaf.png")
        with index.open(ALWAYS_ANSWER) as library:
            scores = []
            for question in tqdm(questions, desc="passage given", mininterval=5):
                answer = library.ask(question.text, 1, releases=question.releases)
                words = answer.span.quote if answer.span else ""
                scores.append(
                    (exact_match(words, question.answers), token_f1(words, question.answers))
                )
            confidences, answerable = [], []
            for question, outcome in zip(questions, report.outcomes, strict=True):
                others = [r for r in library.release_ids if r != question.releases[0]]
                without = library.ask(question.text, 1, releases=others)
                confidences += [outcome.confidence, without.confidence]
                answerable += [True, False]
    estimates = [bootstrap_mean([pair[i] for pair in scores]) for i in (0, 1)]
    parts.append(
        f"PIAF dev, {len(questions)} questions over all {len(dataset.passages)} passages; 95 % "
        "bootstrap intervals. EM and F1 end to end: question in, words out, no abstention.\n\n"
        + table(("", *names), rows)
    )
    parts.append(
        "The right passage given, all questions: "
        + ", ".join(
            f"{name} {_with_interval(estimate)}"
            for name, estimate in zip(("EM", "F1"), estimates, strict=True)
            if estimate is not None
        )
        + "."
    )
    parts.append("By question word:\n\n" + table(("", "n", "R@1", "MRR@10", "EM", "F1"), by_word))
    lines = []
    everything = np.ones(len(confidences), bool)
    for label, part in (("all", everything), ("held-out half", np.repeat(is_held_out, 2))):
        p, truth = np.array(confidences)[part], np.array(answerable)[part]
        estimate = bootstrap_auroc(p, truth)
        interval = "" if estimate is None else f" ({estimate.low:.3f}–{estimate.high:.3f})"
        lines.append(
            (
                label,
                int(part.sum()),
                f"{auroc(p, truth):.3f}{interval}",
                f"{calibration_error(p, truth):.3f}",
            )
        )
    parts.append(
        "Answerable against unanswerable, whole corpus: each question, and the same with its "
        "passage taken out:\n\n" + table(("", "n", "AUROC", "calibration error"), lines)
    )
    return "\n\n".join(parts)


def xquad(data: Path, encoder: CachedEncoder, reader: CachedReader, each: int) -> str:
    """The report on XQuAD: questions in each language over passages in each.

    Args:
        each: number of questions.
    """
    datasets = {code: load_xquad(data, code) for code in XQUAD_LANGUAGES}
    english = datasets["en"]
    titles = held_out(english.titles)
    indices = [n for n, q in enumerate(english.questions) if english.titles[q.gold] in titles]
    chosen = np.random.default_rng(0).permutation(indices)[:each].tolist()
    grid: dict[str, dict[tuple[str, str], list[float]]] = {"first stage": {}, "with the reader": {}}
    for code, indexed in datasets.items():
        with index_passages(indexed.titles, indexed.passages, encoder, reader) as index:
            for label, settings in zip(grid, (READER_OFF, ALWAYS_ANSWER), strict=True):
                with index.open(settings) as library:
                    for asked_code, asked in datasets.items():
                        report = measure(
                            library,
                            to_questions(asked, chosen, code, indexed),
                            f"{asked_code} > {code}",
                            whole=settings.reader.enabled,
                        )
                        grid[label][asked_code, code] = [
                            _value(report.overall.measures[m]) for m in ("R@1", "F1")
                        ]
    parts = [
        f"XQuAD, {len(chosen)} questions of articles that the reader was not trained on, in each "
        f"of {len(datasets)} languages over all {len(english.passages)} passages in each "
        "(rows: the question's language, columns: the passages'). R@1, and after the reader F1 of "
        "the words."
    ]
    for label, cells in grid.items():
        rows = [
            (
                a,
                *(
                    " / ".join(f"{v:.2f}" for v in cells[a, b][: 1 + (label != "first stage")])
                    for b in datasets
                ),
            )
            for a in datasets
        ]
        same = np.mean([cells[a, a][0] for a in datasets])
        cross = np.mean([cells[a, b][0] for a in datasets for b in datasets if a != b])
        parts.append(
            f"{label.capitalize()}: R@1 same language {same:.3f}, other language {cross:.3f} "
            f"({100 * (same - cross):.1f} points apart).\n\n" + table(("", *datasets), rows)
        )
    return "\n\n".join(parts)


def ntrex(data: Path, encoder: CachedEncoder, reader: CachedReader, each: int) -> str:
    """The report on NTREX: sentences in other languages over French passages.

    Args:
        each: number of sentences per language.
    """
    folder = data / "ntrex"
    french = (folder / "newstest2019-ref.fra.txt").read_text(encoding="utf-8").splitlines()
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")[: len(french)]
    passages: list[str] = []
    titles: list[str] = []
    passage_of: list[int] = []
    for n, sentence in enumerate(french):
        if n == 0 or documents[n] != documents[n - 1] or len(passages[-1]) > 450:
            passages.append(sentence)
            titles.append("")
        else:
            passages[-1] += " " + sentence
        passage_of.append(len(passages) - 1)
    chosen = np.random.default_rng(0).permutation(
        [n for n, sentence in enumerate(french) if len(sentence) >= 60]
    )[:each]
    rows = []
    with index_passages(titles, passages, encoder, reader) as index:
        for code, kind in NTREX_FILES.items():
            lines = (folder / f"newstest2019-{kind}.{code}.txt").read_text("utf-8").splitlines()
            questions = [
                Question(str(n), lines[n], (french[n],), (f"{passage_of[n]:05d}",)) for n in chosen
            ]
            cells = []
            for settings in (READER_OFF, ALWAYS_ANSWER):
                with index.open(settings) as library:
                    report = measure(library, questions, code, whole=False)
                cells += format_measures(report, ("R@1", "MRR@10"))
            rows.append((code, *cells))
    return (
        f"NTREX, {len(chosen)} sentences in another language, to the French passage (of "
        f"{len(passages)}) that holds their translation. Sentences are not questions: the reader "
        "was not made for them, and should do no harm.\n\n"
        + table(("", "R@1", "MRR@10", "R@1, with the reader", "MRR@10, with the reader"), rows)
    )


def releases(encoder: CachedEncoder, reader: CachedReader) -> str:
    """The report on our own questions about the five releases."""
    questions = read_questions(OUR_QUESTIONS)
    with library_of(SEEDS, encoder, reader) as library:
        relevant = find_relevant(questions, library)
        report = evaluate(lambda text: library.ask(text, DEPTH), questions, relevant)
    encoder.save()
    draw(report, ROOT / "quality-releases.png")
    wrong = [
        {
            "question": o.question.text,
            "given": o.given,
            "answers": list(o.question.answers),
            "rank": o.rank,
            "confidence": round(o.confidence, 2),
        }
        for o in report.outcomes
        if o.f1 < 0.5
    ]
    (WORK / "releases-wrong.json").write_text(json.dumps(wrong, ensure_ascii=False, indent=1))
    return (
        "The five releases: questions of our own in six languages, written before anything was "
        "tuned (`benchmarks/questions/releases.jsonl`), at the default threshold.\n\n"
        + report_table(report)
    )


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--only", choices=("piaf", "xquad", "ntrex", "releases"))
    options.add_argument("--each", type=int, default=100, help="questions a pair of languages")
    arguments = options.parse_args()
    encoder, reader = CachedEncoder(), CachedReader()
    parts: dict[str, Callable[[], str]] = {
        "releases": lambda: releases(encoder, reader),
        "piaf": lambda: piaf(arguments.data, encoder, reader),
        "xquad": lambda: xquad(arguments.data, encoder, reader, arguments.each),
        "ntrex": lambda: ntrex(arguments.data, encoder, reader, arguments.each),
    }
    with use("en"):
        for name, part in parts.items():
            if arguments.only in (None, name):
                title = {"releases": "the five releases"}.get(name, name)
                command = f"python -m benchmarks.quality --only {name}"
                record(f"Quality: {title}", command, part(), write=not arguments.no_write)
                reader.save()


if __name__ == "__main__":
    main()
