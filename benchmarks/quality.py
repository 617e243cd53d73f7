"""Retrieval, answers and abstention on PIAF, XQuAD, NTREX and the five releases, through the
product's own search and answers; what each part brings.

Every passage is a release of its own (the article's title as its title). A question whose passage
is not found counts as zero. Weights were chosen on the first half of PIAF dev's articles (every
second one in alphabetical order) and of XQuAD's other half: the second halves are held out.

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
    ROOT,
    Collection,
    RememberingEncoder,
    RememberingReader,
    load_squad,
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

LANGUAGES = ("en", "de", "es", "ro", "el")
TRANSLATED = {
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
PLAIN = rag.Settings()
# Every answer is wanted, however unsure: abstention is measured apart.
ALWAYS = replace(PLAIN, answer=replace(PLAIN.answer, threshold=0.0))


def held_out(titles: Sequence[str]) -> set[str]:
    """Every second article: nothing was chosen on these."""
    return set(sorted(set(titles))[1::2])


@dataclass(frozen=True, slots=True)
class Shelf:
    """An index of a collection, and what reads and encodes for it."""

    index: Path
    encoder: RememberingEncoder
    reader: RememberingReader

    @contextmanager
    def open(self, settings: rag.Settings) -> Iterator[rag.Library]:
        reader = self.reader if settings.reader.enabled else None
        with rag.open(
            self.index, encoder=self.encoder, settings=settings, reader=reader
        ) as library:
            yield library
            library._reader = None  # it is shared: not to be closed with the library
        self.encoder.save()


@contextmanager
def shelve(
    titles: Sequence[str],
    passages: Sequence[str],
    encoder: RememberingEncoder,
    reader: RememberingReader,
) -> Iterator[Shelf]:
    """Index a collection in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        write_releases(Path(folder) / "corpus", titles, passages)
        index = Path(folder) / "index"
        rag.build(Path(folder) / "corpus", index, encoder=encoder, settings=PLAIN)
        encoder.save()
        yield Shelf(index, encoder, reader)
        reader.save()


def as_questions(
    collection: Collection, chosen: Sequence[int], language: str, read: Collection | None = None
) -> list[Question]:
    """Questions of a collection with the answers of ``read`` (the same questions, maybe in another
    language)."""
    truth = read or collection
    return [
        Question(
            str(at),
            collection.questions[at].text,
            truth.questions[at].answers,
            (f"{truth.questions[at].gold:05d}",),
            language=language,
        )
        for at in chosen
    ]


def measured(
    library: rag.Library, questions: Sequence[Question], name: str, *, whole: bool = True
) -> Report:
    """Ask every question; ``whole`` False searches only (quicker; no words to measure)."""
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


def figures(report: Report, names: Sequence[str]) -> list[str]:
    shown = []
    for name in names:
        estimate = report.overall.measures[name]
        shown.append(
            ""
            if estimate is None
            else f"{estimate.value:.3f} ({estimate.low:.3f}–{estimate.high:.3f})"
        )
    return shown


def _value(estimate: Estimate | None) -> float:
    return float("nan") if estimate is None else estimate.value


def piaf(data: Path, encoder: RememberingEncoder, reader: RememberingReader) -> str:
    train = load_squad(data / "piaf/piaf-1.1-train.json")
    dev = load_squad(data / "piaf/piaf-1.1-dev.json")
    offset = len(train.passages)
    whole = Collection(
        train.titles + dev.titles,
        train.passages + dev.passages,
        [replace(question, gold=question.gold + offset) for question in dev.questions],
    )
    questions = as_questions(whole, range(len(whole.questions)), "fr")
    out = held_out(dev.titles)
    outside = np.array([whole.titles[q.gold] in out for q in whole.questions])
    off = replace(PLAIN.reader, enabled=False)
    undated = replace(PLAIN.retrieval, period_bonus=0.0)
    ways = {
        "dense": replace(
            ALWAYS,
            reader=off,
            retrieval=replace(undated, dense_weight=1.0, dense_weight_cross_lingual=1.0),
        ),
        "BM25": replace(
            ALWAYS,
            reader=off,
            retrieval=replace(undated, dense_weight=0.0, dense_weight_cross_lingual=0.0),
        ),
        "fusion": replace(ALWAYS, reader=off, retrieval=undated),
        "fusion + reader": replace(ALWAYS, retrieval=undated),
        "fusion + reader + dates (the default)": ALWAYS,
    }
    names = ("R@1", "R@5", "R@20", "MRR@10", "nDCG@10", "EM", "F1")
    rows, parts = [], []
    with shelve(whole.titles, whole.passages, encoder, reader) as shelf:
        for name, settings in ways.items():
            reads = settings.reader.enabled
            with shelf.open(settings) as library:
                report = measured(library, questions, name, whole=reads)
            shown = figures(report, names)
            rows.append((name, *(shown if reads else [*shown[:5], "", ""])))
            reader.save()
        by_word = [
            (g.name, g.n, *(f"{_value(g.measures[m]):.3f}" for m in ("R@1", "MRR@10", "EM", "F1")))
            for g in report.by_word
        ]
        draw(report, ROOT / "quality-piaf.png")
        with shelf.open(ALWAYS) as library:
            given = []
            for question in tqdm(questions, desc="passage given", mininterval=5):
                answer = library.ask(question.text, 1, releases=question.releases)
                words = answer.span.quote if answer.span else ""
                given.append(
                    (exact_match(words, question.answers), token_f1(words, question.answers))
                )
            chance, truth = [], []
            for question, outcome in zip(questions, report.outcomes, strict=True):
                others = [r for r in library.release_ids if r != question.releases[0]]
                without = library.ask(question.text, 1, releases=others)
                chance += [outcome.confidence, without.confidence]
                truth += [True, False]
    spans = [bootstrap_mean([pair[i] for pair in given]) for i in (0, 1)]
    parts.append(
        f"PIAF dev, {len(questions)} questions over all {len(whole.passages)} passages; 95 % "
        "bootstrap intervals. EM and F1 end to end: question in, words out, no abstention.\n\n"
        + table(("", *names), rows)
    )
    parts.append(
        "The right passage given, all questions: "
        + ", ".join(
            f"{name} {e.value:.3f} ({e.low:.3f}–{e.high:.3f})"
            for name, e in zip(("EM", "F1"), spans, strict=True)
            if e is not None
        )
        + "."
    )
    parts.append("By question word:\n\n" + table(("", "n", "R@1", "MRR@10", "EM", "F1"), by_word))
    c, t = np.array(chance), np.array(truth)
    both = np.repeat(outside, 2)
    lines = []
    for label, part in (("all", np.ones(len(c), bool)), ("held-out half", both)):
        interval = bootstrap_auroc(c[part], t[part])
        spread = "" if interval is None else f" ({interval.low:.3f}–{interval.high:.3f})"
        lines.append(
            (
                label,
                int(part.sum()),
                f"{auroc(c[part], t[part]):.3f}{spread}",
                f"{calibration_error(c[part], t[part]):.3f}",
            )
        )
    parts.append(
        "Answerable against unanswerable, whole corpus: each question, and the same with its "
        "passage taken out:\n\n" + table(("", "n", "AUROC", "calibration error"), lines)
    )
    return "\n\n".join(parts)


def xquad(data: Path, encoder: RememberingEncoder, reader: RememberingReader, each: int) -> str:
    sets = {code: load_squad(data / f"xquad/xquad.{code}.json") for code in LANGUAGES}
    out = held_out(sets["en"].titles)
    names = [at for at, q in enumerate(sets["en"].questions) if sets["en"].titles[q.gold] in out]
    chosen = np.random.default_rng(0).permutation(names)[:each].tolist()
    first = replace(ALWAYS, reader=replace(PLAIN.reader, enabled=False))
    grid: dict[str, dict[tuple[str, str], list[float]]] = {"first stage": {}, "with the reader": {}}
    for read in LANGUAGES:
        with shelve(sets[read].titles, sets[read].passages, encoder, reader) as shelf:
            for label, settings in (("first stage", first), ("with the reader", ALWAYS)):
                with shelf.open(settings) as library:
                    for asked in LANGUAGES:
                        questions = as_questions(sets[asked], chosen, read, sets[read])
                        report = measured(
                            library,
                            questions,
                            f"{asked} > {read}",
                            whole=settings.reader.enabled,
                        )
                        grid[label][asked, read] = [
                            _value(report.overall.measures[m]) for m in ("R@1", "F1")
                        ]
    parts = [
        f"XQuAD, {len(chosen)} questions of articles that the reader was not trained on, in each "
        f"of {len(LANGUAGES)} languages over all {len(sets['en'].passages)} passages in each "
        "(rows: the question's language, columns: the passages'). R@1, and after the reader F1 of "
        "the words."
    ]
    for label, cells in grid.items():
        rows = [
            (
                a,
                *(
                    " / ".join(f"{v:.2f}" for v in cells[a, b][: 1 + (label != "first stage")])
                    for b in LANGUAGES
                ),
            )
            for a in LANGUAGES
        ]
        same = np.mean([cells[a, a][0] for a in LANGUAGES])
        cross = np.mean([cells[a, b][0] for a in LANGUAGES for b in LANGUAGES if a != b])
        parts.append(
            f"{label.capitalize()}: R@1 same language {same:.3f}, other language {cross:.3f} "
            f"({100 * (same - cross):.1f} points apart).\n\n" + table(("", *LANGUAGES), rows)
        )
    return "\n\n".join(parts)


def ntrex(data: Path, encoder: RememberingEncoder, reader: RememberingReader, each: int) -> str:
    folder = data / "ntrex"
    french = (folder / "newstest2019-ref.fra.txt").read_text(encoding="utf-8").splitlines()
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")[: len(french)]
    passages: list[str] = []
    titles: list[str] = []
    home: list[int] = []
    for at, sentence in enumerate(french):
        fresh = at == 0 or documents[at] != documents[at - 1] or len(passages[-1]) > 450
        if fresh:
            passages.append(sentence)
            titles.append("")
        else:
            passages[-1] += " " + sentence
        home.append(len(passages) - 1)
    chosen = np.random.default_rng(0).permutation(
        [at for at, sentence in enumerate(french) if len(sentence) >= 60]
    )[:each]
    first = replace(ALWAYS, reader=replace(PLAIN.reader, enabled=False))
    rows = []
    with shelve(titles, passages, encoder, reader) as shelf:
        for code, kind in TRANSLATED.items():
            lines = (folder / f"newstest2019-{kind}.{code}.txt").read_text("utf-8").splitlines()
            questions = [
                Question(str(at), lines[at], (french[at],), (f"{home[at]:05d}",)) for at in chosen
            ]
            cells = []
            for settings in (first, ALWAYS):
                with shelf.open(settings) as library:
                    report = measured(library, questions, code, whole=False)
                cells += figures(report, ("R@1", "MRR@10"))
            rows.append((code, *cells))
    return (
        f"NTREX, {len(chosen)} sentences in another language, to the French passage (of "
        f"{len(passages)}) that holds their translation. Sentences are not questions: the reader "
        "was not made for them, and should do no harm.\n\n"
        + table(("", "R@1", "MRR@10", "R@1, with the reader", "MRR@10, with the reader"), rows)
    )


def releases(encoder: RememberingEncoder, reader: RememberingReader) -> str:
    questions = read_questions(ROOT / "questions/releases.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        rag.build(ROOT.parent / "seeds", index, encoder=encoder, settings=PLAIN)
        with Shelf(index, encoder, reader).open(PLAIN) as library:
            relevant = find_relevant(questions, library)
            report = evaluate(lambda text: library.ask(text, DEPTH), questions, relevant)
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
    (ROOT / ".work" / "releases-wrong.json").write_text(
        json.dumps(wrong, ensure_ascii=False, indent=1)
    )
    return (
        "The five releases: questions of our own in six languages, written before anything was "
        "tuned (`benchmarks/questions/releases.jsonl`), at the default threshold.\n\n"
        + report_table(report)
    )


def main() -> None:
    made = parser(__doc__)
    made.add_argument("--only", choices=("piaf", "xquad", "ntrex", "releases"))
    made.add_argument("--each", type=int, default=100, help="questions a pair of languages")
    chosen = made.parse_args()
    encoder, reader = RememberingEncoder(), RememberingReader()
    parts: dict[str, Callable[[], str]] = {
        "releases": lambda: releases(encoder, reader),
        "piaf": lambda: piaf(chosen.data, encoder, reader),
        "xquad": lambda: xquad(chosen.data, encoder, reader, chosen.each),
        "ntrex": lambda: ntrex(chosen.data, encoder, reader, chosen.each),
    }
    with use("en"):
        for name, part in parts.items():
            if chosen.only in (None, name):
                title = {"releases": "the five releases"}.get(name, name)
                command = f"python -m benchmarks.quality --only {name}"
                record(f"Quality: {title}", command, part(), write=not chosen.no_write)
                reader.save()


if __name__ == "__main__":
    main()
