"""Fit and measure two probabilities: that the corpus answers, and that the words shown are right
(``rag.answering.confidence``).

- Small corpora: passages are drawn, indexed and searched. Answerable questions have their passage
  in the corpus. Unanswerable ones do not; for half of those, other passages of the article are in
  it. The passages come from PIAF dev, alone or among PIAF train's, and from the half of XQuAD that
  the reader was not trained on, with questions in one language over passages in another.
- Archives: all of PIAF among debates of a parliament. A question is made unanswerable by hiding
  its passage, or, for half of the questions, its whole article.

- Tiny corpora, of 1 to 12 passages, and made-up releases, each alone (``benchmarks.single``): only
  the confidence that is stated is fitted on them, after the reader has read the sentence alone.
- The same with a name, a year, a number, a role or the thing counted exchanged for another one
  (``training.swaps``), where question and passages are of one dataset.
- Real releases, with their questions, those without an answer too: only to fit on.

The logistic models are fitted on one half of the articles and measured on the other half. Words are
right if their token F1 with one of the answers is 0.5 or more.

    python -m benchmarks.abstention [--data FOLDER] [--calibrate] [--small] [--stated]

``--small`` leaves out the archives, which take an hour to encode. ``--stated`` fits only the
confidence that is stated, and keeps the other weights.

``--calibrate`` writes the fitted weights into ``calibration.json`` beside the reader's weights.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

import rag
from benchmarks import releases, single
from benchmarks.archive import built_archive
from benchmarks.common import (
    XQUAD_LANGUAGES,
    CachedEncoder,
    CachedReader,
    Dataset,
    library_of,
    load_piaf,
    load_xquad,
    parser,
    record,
    retrieve,
    table,
    write_releases,
)
from benchmarks.quality import ALWAYS_ANSWER, held_out
from rag.answering.confidence import (
    few_passages,
    reader_features,
    search_features,
    shown_features,
    word_features,
)
from rag.answering.parts import input_of_sentence
from rag.evaluation.abstention import auroc, calibration_error
from rag.evaluation.squad import token_f1
from rag.indexing import LocalIndex
from rag.models.e5.reader_weights import CALIBRATION, FILE
from training.swaps import Swapper

QUESTIONS = 24  # per corpus
ARCHIVES, ARCHIVE_QUESTIONS = (20_000, 203_500), 100


Features = tuple[float, ...]
SWAPPED = ", swapped"
FITTED = ("french", "others")
"""The sets of made-up releases to fit on. The other ones were mended on too closely."""
RIGHT_FROM = 0.5
"""From which token F1 on the words of an answer are right."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question that was asked.

    Attributes:
        group: of its corpus in the report.
        search, reading: what the search and the reader know of the first hit.
        answerable: whether the corpus answers it.
        words: the features of the words that would be shown; None if none would be.
        shown: the features of the confidence that is stated for them.
        right: whether these words are right.
        few: how few passages the corpus has, 0 to 1 (``few_passages``).
    """

    group: str
    search: Features
    reading: Features
    answerable: bool
    words: Features | None
    shown: Features
    right: bool
    few: float


@dataclass(frozen=True, slots=True)
class CorpusPlan:
    """How to draw a small corpus.

    Attributes:
        name: of its group in the report.
        passages: where its passages come from.
        asked: the same questions, perhaps in another language.
        articles: titles of the articles to draw from.
        size: number of passages from these articles.
        others: number of passages from other articles.
    """

    name: str
    passages: Dataset
    asked: Dataset
    articles: list[str]
    size: int
    others: int = 0


def ask(
    library: rag.Library, question: str, answers: Sequence[str], group: str, *, answerable: bool
) -> Case:
    """Ask a question for which an answer is always given, if there are words of the right kind."""
    result = retrieve(library, question, 5)
    reader = library._asking.ready_reader()
    assert reader is not None
    hit = result.hits[0]
    answer = library.ask(question, 5)
    words: Features | None = None
    shown: Features = ()
    right = False
    if answer.parts:
        part = answer.parts[0]
        # Without the model of the words, the confidence is that the hit answers.
        words = word_features(result, part, part.confidence, reader.calibration)
        shown = features_of_shown(library, answer)
        given = [answer.text, *(one.quote for one in (answer.span, part.sentence) if one)]
        given = given[: 2 if answer.span else 3]
        if answer.date is not None and answer.date.evidence is not None:
            given.append(answer.date.evidence.quote)
        best = max(token_f1(text, answers) for text in given)
        right = answerable and best >= RIGHT_FROM
    features = reader_features(result, hit, reader.calibration)
    few, search = few_passages(result.signals.passages), search_features(result, hit)
    return Case(group, search, features, answerable, words, shown, right, few)


def features_of_shown(library: rag.Library, answer: rag.Answer) -> Features:
    """The features of the confidence that would be stated for an answer with words, if nothing is
    stated yet (``shown`` is empty)."""
    result, reader = retrieve(library, answer.question, 5), library._asking.ready_reader()
    assert reader is not None
    part = answer.parts[0]
    (alone,) = reader.read([input_of_sentence(result.query, part)])
    return shown_features(part.confidence, result.signals.passages, alone, reader.calibration)


def single_cases(encoder: CachedEncoder, reader: CachedReader) -> Iterator[Case]:
    """The cases of made-up releases, each alone."""
    for library, asked in single.measure(None, encoder, reader, ALWAYS_ANSWER):
        if asked.group in FITTED and asked.answer.parts:
            shown, right = features_of_shown(library, asked.answer), asked.verdict == "right"
            yield Case("single", (), (), bool(asked.expected), None, shown, right, 1.0)


def small_corpus_cases(
    plan: CorpusPlan,
    background: Dataset,
    generator: np.random.Generator,
    encoder: CachedEncoder,
    reader: CachedReader,
) -> Iterator[Case]:
    """Draw and index a small corpus; the cases of its questions.

    Args:
        background: where the passages of other articles come from.
    """
    passages, asked = plan.passages, plan.asked
    articles = set(plan.articles)
    pool = [n for n, title in enumerate(passages.titles) if title in articles]
    chosen = set(generator.permutation(pool)[: plan.size].tolist())
    present = {passages.titles[n] for n in chosen}
    candidates = [q for q in asked.questions if q.gold in set(pool)]
    inside = [q for q in candidates if q.gold in chosen]
    near = [q for q in candidates if q.gold not in chosen and asked.titles[q.gold] in present]
    far = [q for q in candidates if asked.titles[q.gold] not in present]
    if not far:  # every article is in the corpus: take questions about the other half's articles
        far = [q for q in asked.questions if asked.titles[q.gold] not in articles]
    half = QUESTIONS // 2
    groups = [(inside, half, True), (near, half // 2, False), (far, half - half // 2, False)]
    more = generator.permutation(len(background.passages))[: plan.others].tolist()
    titles = [passages.titles[n] for n in sorted(chosen)] + [background.titles[n] for n in more]
    texts = [passages.passages[n] for n in sorted(chosen)] + [background.passages[n] for n in more]
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write_releases(corpus, titles, texts)
        rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
        library = rag.open(index, encoder=encoder, settings=ALWAYS_ANSWER, reader=reader)
        # The answers are those of the language that is searched.
        answers = {
            q.text: p.answers for q, p in zip(asked.questions, passages.questions, strict=True)
        }
        swapper = Swapper("fr", [question.text for question in asked.questions])
        swaps = random.Random(plan.size)
        for group, count, answerable in groups:
            for n in generator.permutation(len(group))[:count]:
                text = group[n].text
                yield ask(library, text, answers[text], plan.name, answerable=answerable)
                if answerable and asked is passages:
                    context = (
                        f"{passages.titles[group[n].gold]}\n{passages.passages[group[n].gold]}"
                    )
                    swapped = swapper.swap(text, context, swaps)
                    if swapped is not None:
                        group_name = f"{plan.name}{SWAPPED}"
                        yield ask(library, swapped, (), group_name, answerable=False)


def archive_cases(
    library: rag.Library,
    dev: Dataset,
    articles: list[str],
    generator: np.random.Generator,
    group: str,
) -> Iterator[Case]:
    """The cases of an archive: each question once with its passage and once without it."""
    titles = set(articles)
    pool = [q for q in dev.questions if dev.titles[q.gold] in titles]
    index = library._index
    assert isinstance(index, LocalIndex)
    assert len(index.segments) == 1  # a mask over rows is then one over slots
    records = index.records
    releases = {release_id: n for n, release_id in enumerate(library.release_ids)}
    of_passage = np.repeat(np.arange(len(releases)), [one.passages for one in library.summaries])
    allowed = records.allowed
    for number, n in enumerate(generator.permutation(len(pool))[:ARCHIVE_QUESTIONS].tolist()):
        question = pool[n]
        hidden = [question.gold]
        if number % 2:
            title = dev.titles[question.gold]
            hidden = [n for n, other in enumerate(dev.titles) if other == title]
        visible = ~np.isin(of_passage, [releases[f"piaf/dev/{n:05d}.txt"] for n in hidden])
        for answerable in (True, False):
            if not answerable:
                records.allowed = lambda _filters, visible=visible: visible  # type: ignore[method-assign,misc]
            case = ask(library, question.text, question.answers, group, answerable=answerable)
            records.allowed = allowed  # type: ignore[method-assign]
            yield case


def release_cases(folder: Path, encoder: CachedEncoder, reader: CachedReader) -> Iterator[Case]:
    """The cases of real releases, with the questions that they do not answer."""
    with tempfile.TemporaryDirectory() as work:
        corpus = Path(work) / "corpus"
        releases.copy_releases(folder, corpus)
        with library_of(corpus, encoder, reader, ALWAYS_ANSWER) as library:
            for question in releases.read_questions(folder / releases.QUESTIONS):
                text, answerable = question.question, bool(question.answers)
                yield ask(library, text, question.answers, "releases", answerable=answerable)


@dataclass(frozen=True, slots=True)
class Data:
    """The datasets and models of a run."""

    folder: Path
    train: Dataset
    dev: Dataset
    xquad: dict[str, Dataset]
    encoder: CachedEncoder
    reader: CachedReader
    archives: tuple[int, ...]

    def cases(self, *, second: bool) -> list[Case]:
        """The cases of the articles to fit on, or of the second half, in a fixed order."""
        generator = np.random.default_rng(2 if second else 1)
        second_half = held_out(self.dev.titles)
        articles = sorted(second_half if second else set(self.dev.titles) - second_half)
        name = "held-out half" if second else "fitted half"
        found: list[Case] = []
        for plan in tqdm(self._plans(articles, second), desc=name):
            found += small_corpus_cases(plan, self.train, generator, self.encoder, self.reader)
        for size in self.archives:
            index = built_archive(self.folder, size, self.encoder)
            library = rag.open(
                index, encoder=self.encoder, settings=ALWAYS_ANSWER, reader=self.reader
            )
            group = f"archive of {len(library)}"
            found += archive_cases(library, self.dev, articles, generator, group)
        if not second and (self.folder / releases.FOLDER).exists():
            found += release_cases(self.folder / releases.FOLDER, self.encoder, self.reader)
        self.encoder.save()
        self.reader.save()
        return found

    def _plans(self, articles: list[str], second: bool) -> list[CorpusPlan]:
        xquad, dev = self.xquad, self.dev
        xquad_articles = sorted(held_out(xquad["en"].titles))[1 if second else 0 :: 2]
        small = [
            CorpusPlan("French", dev, dev, articles, n) for n in (25, 50, 100) for _ in range(4)
        ]
        tiny = [CorpusPlan("French, tiny", dev, dev, articles, n) for n in (1, 2, 4, 8, 12)] * 4
        large = [CorpusPlan("French, large", dev, dev, articles, 100, n) for n in (400, 1000)] * 2
        pairs = [(xquad[b], xquad[a]) for a in XQUAD_LANGUAGES for b in XQUAD_LANGUAGES]
        return [
            *small,
            *large,
            *(
                CorpusPlan("XQuAD pairs", passages, asked, xquad_articles, (20, 40)[number % 2])
                for number, (passages, asked) in enumerate(pairs)
            ),
            *tiny,
        ]


def fit(x: Sequence[Features], y: Sequence[bool], weights: str | None = None) -> tuple[float, ...]:
    """The intercept and the weights of a logistic model.

    Args:
        x: the features of each case.
        y: whether the case is true.
        weights: ``balanced`` counts true and false cases for as much; None each for one.
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1.0, max_iter=5000, class_weight=weights).fit(
        np.array(x), np.array(y)
    )
    return tuple(round(float(w), 3) for w in (model.intercept_[0], *model.coef_[0]))


def predict(weights: Sequence[float], x: Sequence[Features]) -> np.ndarray[Any, Any]:
    """(n,) the probabilities of a logistic model."""
    logits = weights[0] + np.array(x) @ np.array(weights[1:])
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def rows_by_group(
    name: str, cases: Sequence[Case], p: np.ndarray[Any, Any], y: np.ndarray[Any, Any]
) -> Iterator[tuple[object, ...]]:
    """AUROC and calibration error of all cases, then of each group."""
    groups = np.array([case.group for case in cases])
    for part in ("all", *dict.fromkeys(groups.tolist())):
        mask = np.ones(len(y), bool) if part == "all" else groups == part
        scores = f"{auroc(p[mask], y[mask]):.3f}", f"{calibration_error(p[mask], y[mask]):.3f}"
        yield name, part, int(mask.sum()), *scores


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--calibrate", action="store_true", help="write the fitted weights")
    options.add_argument("--small", action="store_true", help="leave out the archives")
    options.add_argument(
        "--stated", action="store_true", help="fit the confidence that is stated, and nothing else"
    )
    arguments = options.parse_args()
    train, dev = load_piaf(arguments.data)
    xquad = {code: load_xquad(arguments.data, code) for code in XQUAD_LANGUAGES}
    reader = CachedReader()
    archives = () if arguments.small else ARCHIVES
    data = Data(arguments.data, train, dev, xquad, CachedEncoder(), reader, archives)

    kept = reader.calibration
    search, reading, words = kept.search, kept.reading, kept.words
    if not arguments.stated:
        # Each model needs the probabilities of the one before. The weights that are there may have
        # been fitted on other features than today's.
        reader.calibration = replace(kept, words=(), shown=())
        large = [case for case in data.cases(second=False) if not case.few]
        # The search cannot tell a swapped question from the true one.
        known = [case for case in large if not case.group.endswith(SWAPPED)]
        search = fit([case.search for case in known], [case.answerable for case in known])
        features = [case.search + case.reading for case in large]
        reading = fit(features, [case.answerable for case in large], "balanced")
        reader.calibration = replace(reader.calibration, search=search, reading=reading)
        large = [case for case in data.cases(second=False) if not case.few and case.words]
        words = fit([case.words or () for case in large], [case.right for case in large])
    reader.calibration = replace(reader.calibration, words=words, shown=())
    cases = data.cases(second=False)
    told = [*(case for case in cases if case.words), *single_cases(data.encoder, reader)]
    stated = fit([case.shown for case in told], [case.right for case in told])
    fitted = {"search": search, "reading": reading, "words": words, "shown": stated}
    print(json.dumps(fitted))
    if arguments.calibrate:
        path = FILE.with_name(CALIBRATION)
        stored = json.loads(path.read_text(encoding="utf-8")) | fitted
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")

    held = data.cases(second=True)
    y = np.array([case.answerable for case in held])
    p = predict(reading, [case.search + case.reading for case in held])
    lines = [
        *rows_by_group("search alone", held, predict(search, [c.search for c in held]), y),
        *rows_by_group("with the reader", held, p, y),
    ]
    shown = [case for case in held if case.words is not None]
    w = predict(stated, [case.shown for case in shown])
    right = np.array([case.right for case in shown])
    lines += rows_by_group("words right", shown, w, right)
    costs = [
        (t, f"{(p[y] < t).mean():.3f}", f"{(p[~y] >= t).mean():.3f}")
        for t in (0.3, 0.4, 0.5, 0.6, 0.7)
    ]
    asked = max(1, int(y.sum()))
    answered = np.array([case.answerable for case in shown])
    sure = [
        (
            t,
            int((w >= t).sum()),
            f"{right[w >= t].mean():.3f}" if (w >= t).any() else "",
            f"{(answered & (w >= t)).sum() / asked:.3f}",
            f"{(~answered & (w >= t)).sum() / max(1, int((~y).sum())):.3f}",
        )
        for t in (0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.8, 0.9)
    ]
    text = (
        f"Fitted on {len(cases)} questions, measured on {len(held)} of other articles"
        + (", without archives" if arguments.small else "")
        + "; half of the unanswerable ones have the rest of their article in the corpus.\n\n"
        + table(("", "questions", "n", "AUROC", "calibration error"), lines)
        + "\n\nThat the corpus answers, with the reader:\n\n"
        + table(("threshold", "answerable lost", "unanswerable answered"), costs)
        + "\n\nThat the words are right:\n\n"
        + table(
            ("confidence from", "answers", "right words", "of answerable", "of unanswerable"), sure
        )
    )
    record("Abstention", "python -m benchmarks.abstention", text, write=not arguments.no_write)


if __name__ == "__main__":
    main()
