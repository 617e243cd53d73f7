"""Make the training examples of the reader: questions with passages that answer or do not.

They come from PIAF train and from half of XQuAD's articles, with question and passage in different
languages. The other half of XQuAD and all of PIAF dev are never used for training.
"""

from __future__ import annotations

import pickle
import random
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import rag
from benchmarks.common import WORK, CachedEncoder, Dataset, load_squad, write_releases
from rag.language import sentence_spans

LANGUAGES = ("en", "de", "es", "ro", "el")
SEARCH = rag.Settings(reader=rag.ReaderSettings(enabled=False))
HITS = 12  # first hits of a question that may become hard negatives


@dataclass(frozen=True, slots=True)
class Example:
    """A question with a passage.

    ``start`` and ``end`` are the answer in the passage's characters; both are -1 if the passage
    does not answer.
    """

    question: str
    title: str
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A collection with its hard negatives.

    ``hard_negatives`` has for each question the passages that the search ranks high although they
    do not have the answer, best first.
    """

    collection: Dataset
    hard_negatives: list[list[int]]


def training_articles(collection: Dataset) -> set[str]:
    """The articles of XQuAD for training: every second title in alphabetical order."""
    return set(sorted(set(collection.titles))[::2])


def find_hard_negatives(collection: Dataset, encoder: CachedEncoder) -> list[list[int]]:
    """For each question the first passages of the package's search that do not have the answer."""
    hits: list[list[int]] = []
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write_releases(corpus, collection.titles, collection.passages)
        rag.build(corpus, index, encoder=encoder, settings=SEARCH)
        with rag.open(index, encoder=encoder, settings=SEARCH) as library:
            for question in collection.questions:
                found = library.search(question.text, HITS)
                hits.append([int(hit.release.id) for hit in found])
    return [
        [n for n in numbers if not _answers(collection.passages[n], question.answers)]
        for numbers, question in zip(hits, collection.questions, strict=True)
    ]


def _answers(passage: str, answers: tuple[str, ...]) -> bool:
    """Whether the passage has the words of an answer."""
    text = passage.casefold()
    return any(answer.casefold() in text for answer in answers)


def epoch(
    piaf: Source, xquad: dict[str, Source], pairs_each: int, generator: random.Random
) -> list[Example]:
    """The examples of one epoch, shuffled.

    Each PIAF question comes with its passage, and six in ten come a second time with a passage
    that does not answer. So does each XQuAD question of the training articles, in ``pairs_each``
    random pairs of languages.
    """
    every = range(len(piaf.collection.questions))
    examples = list(_examples(piaf.collection, piaf, every, generator))
    english = xquad["en"].collection
    articles = training_articles(english)
    numbers = [
        number
        for number, question in enumerate(english.questions)
        if english.titles[question.gold] in articles
    ]
    for _ in range(pairs_each):
        question_language = {number: generator.choice(LANGUAGES) for number in numbers}
        passage_language = {number: generator.choice(LANGUAGES) for number in numbers}
        by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            by_pair[question_language[number], passage_language[number]].append(number)
        for (of_question, of_passage), some in by_pair.items():
            examples += _examples(xquad[of_question].collection, xquad[of_passage], some, generator)
    generator.shuffle(examples)
    return examples


def _examples(
    asked: Dataset, source: Source, numbers: Sequence[int], generator: random.Random
) -> Iterator[Example]:
    """Examples with the questions of ``asked`` and the passages of ``source``.

    Both have the same questions, maybe in different languages. ``numbers`` are their positions.
    """
    read = source.collection
    articles: dict[str, list[int]] = defaultdict(list)
    for passage, title in enumerate(read.titles):
        articles[title].append(passage)
    for number in numbers:
        text = _with_flaws(asked.questions[number].text, generator)
        truth = read.questions[number]
        start = truth.answer_start
        answer = truth.answers[0]
        yield _example(text, read, truth.gold, start, start + len(answer), generator)
        if generator.random() < 0.4:
            continue
        kind = generator.random()
        same_article = [n for n in articles[read.titles[truth.gold]] if n != truth.gold]
        same_article = [n for n in same_article if not _answers(read.passages[n], truth.answers)]
        if kind < 0.65 and source.hard_negatives[number]:
            # The first ones are the hardest. Their weights are 1, 1/2, 1/3 …
            ranked = source.hard_negatives[number]
            weights = [1.0 / rank for rank in range(1, len(ranked) + 1)]
            negative = generator.choices(ranked, weights)[0]
        elif kind < 0.9 and same_article:
            negative = generator.choice(same_article)
        else:
            negative = generator.randrange(len(read.passages))
        if negative != truth.gold and not _answers(read.passages[negative], truth.answers):
            yield _example(text, read, negative, -1, -1, generator)


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
    """A run of sentences with the answer, as long as a paragraph of a release.

    Returns:
        First character and the one after the last. It is the whole passage if the answer is not
        inside the sentences.
    """
    spans = sentence_spans(passage, 0, len(passage))
    first = generator.randrange(len(spans))
    if start >= 0:
        first = next((n for n, s in enumerate(spans) if s.start <= start < s.end), first)
    low = high = first
    while high + 1 < len(spans) and spans[high].end < end:
        high += 1
    length = generator.randint(200, 600)
    while spans[high].end - spans[low].start < length and (low > 0 or high + 1 < len(spans)):
        if low > 0 and (high + 1 == len(spans) or generator.random() < 0.5):
            low -= 1
        else:
            high += 1
    if start >= 0 and not spans[low].start <= start < end <= spans[high].end:
        return 0, len(passage)
    return spans[low].start, spans[high].end


def _with_flaws(question: str, generator: random.Random) -> str:
    """The question as people type it: sometimes without capitals, accents or question mark."""
    if generator.random() < 0.1:
        question = question.rstrip(" ?")
    if generator.random() < 0.08:
        question = question.lower()
    if generator.random() < 0.05:
        decomposed = unicodedata.normalize("NFD", question)
        question = "".join(c for c in decomposed if not unicodedata.combining(c))
    return question


def load_sources(data: Path) -> tuple[Source, dict[str, Source]]:
    """PIAF train and XQuAD (by language) with their hard negatives, cached in a file."""
    cache = WORK / "sources.pkl"
    if cache.exists():
        sources: tuple[Source, dict[str, Source]] = pickle.loads(cache.read_bytes())
        return sources
    encoder = CachedEncoder()
    collection = load_squad(data / "piaf/piaf-1.1-train.json")
    piaf = Source(collection, find_hard_negatives(collection, encoder))
    xquad = {}
    for code in LANGUAGES:
        collection = load_squad(data / f"xquad/xquad.{code}.json")
        xquad[code] = Source(collection, find_hard_negatives(collection, encoder))
    encoder.save()
    cache.write_bytes(pickle.dumps((piaf, xquad)))
    return piaf, xquad
