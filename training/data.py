"""What the reader is trained on: questions with the passage that answers, and with passages that
do not. PIAF train, and half of XQuAD's articles with questions and passages in different languages.

The other half of XQuAD and all of PIAF dev are never seen in training.
"""

from __future__ import annotations

import pickle
import random
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rag
from benchmarks.common import WORK, CachedEncoder, Dataset, load_squad, write_releases
from rag.language import sentence_spans

LANGUAGES = ("en", "de", "es", "ro", "el")
SEARCH = rag.Settings(reader=rag.ReaderSettings(enabled=False))
CONFUSED = 12  # passages that retrieval puts first, kept as hard negatives


@dataclass(frozen=True, slots=True)
class Example:
    """``start`` and ``end`` are characters of ``passage``; both -1 where it does not answer."""

    question: str
    title: str
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A collection with, for each question, the passages that retrieval confuses with the right
    one (best first; none of them holds the answer's words)."""

    collection: Dataset
    confused: list[list[int]]


def training_articles(collection: Dataset) -> set[str]:
    """Every second article's title in alphabetical order: the half of XQuAD that is trained on."""
    return set(sorted(set(collection.titles))[::2])


def confused_passages(collection: Dataset, encoder: CachedEncoder) -> list[list[int]]:
    """For each question what the product's own search finds first, less what answers too."""
    found: list[list[int]] = []
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write_releases(corpus, collection.titles, collection.passages)
        rag.build(corpus, index, encoder=encoder, settings=SEARCH)
        with rag.open(index, encoder=encoder, settings=SEARCH) as library:
            for question in collection.questions:
                hits = library.search(question.text, CONFUSED)
                found.append([int(hit.release.id) for hit in hits])
    return [
        [n for n in numbers if not _answers(collection.passages[n], question.answers)]
        for numbers, question in zip(found, collection.questions, strict=True)
    ]


def _answers(passage: str, answers: tuple[str, ...]) -> bool:
    text = passage.casefold()
    return any(answer.casefold() in text for answer in answers)


def epoch(
    piaf: Source, xquad: dict[str, Source], pairs_each: int, generator: random.Random
) -> list[Example]:
    """One pass: each PIAF question with its passage and, for six in ten, one that does not
    answer; each XQuAD question of the training half in ``pairs_each`` pairs of languages."""
    examples = list(_pass(piaf.collection, piaf, piaf.collection, range(10**9), generator))
    articles = training_articles(xquad["en"].collection)
    chosen = [
        at
        for at, question in enumerate(xquad["en"].collection.questions)
        if xquad["en"].collection.titles[question.gold] in articles
    ]
    for _ in range(pairs_each):
        asked = {at: generator.choice(LANGUAGES) for at in chosen}
        read = {at: generator.choice(LANGUAGES) for at in chosen}
        by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at in chosen:
            by_pair[asked[at], read[at]].append(at)
        for (a, b), some in by_pair.items():
            examples += _pass(xquad[a].collection, xquad[b], xquad[b].collection, some, generator)
    generator.shuffle(examples)
    return examples


def _pass(
    asked: Dataset,
    source: Source,
    read: Dataset,
    chosen: range | list[int],
    generator: random.Random,
) -> Iterator[Example]:
    """``asked`` and ``read`` hold the same questions, maybe in different languages."""
    articles: dict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(read.titles):
        articles[title].append(number)
    numbers = range(len(asked.questions)) if isinstance(chosen, range) else chosen
    for at in numbers:
        text = _worn(asked.questions[at].text, generator)
        truth = read.questions[at]
        start = truth.answer_start
        answer = truth.answers[0]
        yield _example(text, read, truth.gold, start, start + len(answer), generator)
        if generator.random() < 0.4:
            continue
        kind = generator.random()
        others = [n for n in articles[read.titles[truth.gold]] if n != truth.gold]
        others = [n for n in others if not _answers(read.passages[n], truth.answers)]
        if kind < 0.65 and source.confused[at]:
            # The first are the hardest: weights 1, 1/2, 1/3 …
            ranked = source.confused[at]
            weights = [1.0 / rank for rank in range(1, len(ranked) + 1)]
            other = generator.choices(ranked, weights)[0]
        elif kind < 0.9 and others:
            other = generator.choice(others)
        else:
            other = generator.randrange(len(read.passages))
        if other != truth.gold and not _answers(read.passages[other], truth.answers):
            yield _example(text, read, other, -1, -1, generator)


def _example(
    question: str, read: Dataset, number: int, start: int, end: int, generator: random.Random
) -> Example:
    title = read.titles[number].replace("_", " ") if generator.random() < 0.5 else ""
    passage = read.passages[number]
    if generator.random() < 0.5:
        left, right = _cut(passage, start, end, generator)
        passage = passage[left:right]
        start, end = (start - left, end - left) if start >= 0 else (-1, -1)
    return Example(question, title, passage, start, end)


def _cut(passage: str, start: int, end: int, generator: random.Random) -> tuple[int, int]:
    """A run of whole sentences, as long as a release's paragraph, that holds the answer."""
    spans = sentence_spans(passage, 0, len(passage))
    at = generator.randrange(len(spans))
    if start >= 0:
        at = next((n for n, s in enumerate(spans) if s.start <= start < s.end), at)
    low = high = at
    while high + 1 < len(spans) and spans[high].end < end:
        high += 1
    wanted = generator.randint(200, 600)
    while spans[high].end - spans[low].start < wanted and (low > 0 or high + 1 < len(spans)):
        if low > 0 and (high + 1 == len(spans) or generator.random() < 0.5):
            low -= 1
        else:
            high += 1
    if start >= 0 and not spans[low].start <= start < end <= spans[high].end:
        return 0, len(passage)
    return spans[low].start, spans[high].end


def _worn(question: str, generator: random.Random) -> str:
    """Questions as people type them: now and then without capitals, accents or question mark."""
    if generator.random() < 0.1:
        question = question.rstrip(" ?")
    if generator.random() < 0.08:
        question = question.lower()
    if generator.random() < 0.05:
        decomposed = unicodedata.normalize("NFD", question)
        question = "".join(c for c in decomposed if not unicodedata.combining(c))
    return question


def load_sources(data: Path) -> tuple[Source, dict[str, Source]]:
    """PIAF train and XQuAD with their hard negatives (searched for once, then kept)."""
    kept = WORK / "sources.pkl"
    if kept.exists():
        found: tuple[Source, dict[str, Source]] = pickle.loads(kept.read_bytes())
        return found
    encoder = CachedEncoder()
    collection = load_squad(data / "piaf/piaf-1.1-train.json")
    piaf = Source(collection, confused_passages(collection, encoder))
    xquad = {}
    for code in LANGUAGES:
        collection = load_squad(data / f"xquad/xquad.{code}.json")
        xquad[code] = Source(collection, confused_passages(collection, encoder))
    encoder.save()
    kept.write_bytes(pickle.dumps((piaf, xquad)))
    return piaf, xquad
