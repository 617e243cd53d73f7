"""Make the training examples of the reader: questions with passages that answer or do not.

``PLAN`` lists what is trained on. The second half of PIAF dev and of XQuAD's articles, and every
set that shares XQuAD's articles, are never used.
"""

from __future__ import annotations

import json
import lzma
import pickle
import random
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import rag
from benchmarks.common import (
    WORK,
    XQUAD_LANGUAGES,
    CachedEncoder,
    Dataset,
    Question,
    load_squad,
    require,
    write_releases,
)
from rag.language import sentence_spans
from training.swaps import Swapper

SEARCH = rag.Settings(reader=rag.ReaderSettings(enabled=False))
HITS = 12  # first hits of a question that may become hard negatives
UNANSWERED = 0.6  # share of the questions that come a second time, without an answer
# Set of shared/data/qa, its language, how often each question comes in the whole plan.
PLAN = (
    ("afriqa_fr", "fr", 3.0),
    ("nq_qed_en", "en", 1.0),
    ("tydiqa_goldp_en", "en", 1.0),
    ("tydiqa_goldp_fi", "fi", 1.0),
    ("tydiqa_goldp_ru", "ru", 1.0),
    ("squadshifts_new_wiki_en", "en", 1.0),
    ("adversarialqa_en", "en", 0.6),
    ("mlqa_en", "en", 1.0),
    ("mlqa_de", "de", 2.0),
    ("mlqa_es", "es", 2.0),
    ("norquad_no", "no", 1.0),
    ("faquad_pt", "pt", 1.0),
    ("qamr_sentences_en", "en", 0.2),
)
PASSIVE = 0.3  # share of the questions "who did it" that are asked in the passive
PIAF_TIMES = 6
XQUAD_PAIRS = 14  # pairs of languages of question and passage for each question
# Typed into a search field, and no question that a passage answers.
NOISE = (
    "bonjour", "bonsoir", "salut", "merci", "test", "hello", "hi", "thanks", "hallo", "danke",
    "hola", "gracias", "ciao", "olá", "oui", "non", "ok", "aide", "help", "le", "la", "de", "the",
    "???", "…", "12345", "0", "aaa", "asdf", "qwerty", "lorem ipsum", "essai", "comment ça va ?",
    "qui es-tu ?", "how are you?", "what is this?", "que peux-tu faire ?", "quoi ?", "pourquoi ?",
)  # fmt: skip
BOILERPLATE = (
    "Contact presse : service de presse, 01 00 00 00 00, presse@example.org",
    "Pour en savoir plus, abonnez-vous à notre lettre d'information. Suivez-nous sur les réseaux.",
    "Mentions légales. Politique de confidentialité. Gestion des cookies. Plan du site.",
    "For more information, contact the press office. Follow us on social media.",
    "Pressekontakt: Pressestelle. Impressum. Datenschutz. Newsletter abonnieren.",
)


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

    ``hard_negatives`` has for each question the passages that a search ranks high although they
    do not have the answer, best first.
    """

    language: str
    collection: Dataset
    hard_negatives: list[list[int]]


def training_articles(collection: Dataset) -> set[str]:
    """The articles of XQuAD for training: every second title in alphabetical order."""
    return set(sorted(set(collection.titles))[::2])


def load_open(data: Path, name: str) -> Dataset:
    """A set of ``qa/`` with its answerable questions; of adversarialqa the train part only."""
    folder = data / "qa"
    titles: list[str] = []
    passages: list[str] = []
    numbers: dict[object, int] = {}
    with lzma.open(require(folder / f"{name}.contexts.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            numbers[row["context_id"]] = len(passages)
            titles.append(row["title"] or "")
            passages.append(row["context"])
    questions = []
    with lzma.open(folder / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["impossible"] or (name == "adversarialqa_en" and row["split"] != "train"):
                continue
            answers = tuple(answer["text"] for answer in row["answers"])
            start = row["answers"][0]["answer_start"]
            questions.append(Question(row["question"], numbers[row["context_id"]], answers, start))
    return Dataset(titles, passages, questions)


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
    return _without_answer(collection, hits)


def find_similar(collection: Dataset) -> list[list[int]]:
    """The same by shared words alone (TF-IDF), for sets too large to encode."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(sublinear_tf=True)
    passages = vectorizer.fit_transform(collection.passages).T.tocsc()
    questions = vectorizer.transform([question.text for question in collection.questions])
    hits: list[list[int]] = []
    for begin in range(0, questions.shape[0], 500):
        scores = (questions[begin : begin + 500] @ passages).toarray()
        first = np.argsort(-scores, axis=1, kind="stable")[:, :HITS]
        hits += [[int(n) for n in row] for row in first]
    return _without_answer(collection, hits)


def _without_answer(collection: Dataset, hits: list[list[int]]) -> list[list[int]]:
    return [
        [n for n in numbers if not _answers(collection.passages[n], question.answers)]
        for numbers, question in zip(hits, collection.questions, strict=True)
    ]


def _answers(passage: str, answers: tuple[str, ...]) -> bool:
    """Whether the passage has the words of an answer."""
    text = passage.casefold()
    return any(answer.casefold() in text for answer in answers)


def whole_plan(data: Path, generator: random.Random) -> list[Example]:
    """All examples of the plan, shuffled. A stint of training takes a run of them."""
    sources = load_sources(data)
    examples: list[Example] = []
    for _ in range(PIAF_TIMES):
        piaf = sources["piaf"]
        every = range(len(piaf.collection.questions))
        examples += _examples(piaf.collection, piaf, every, generator)
    for name, _, times in PLAN:
        source = sources[name]
        numbers = range(len(source.collection.questions))
        for _ in range(int(times)):
            examples += _examples(source.collection, source, numbers, generator)
        some = generator.sample(numbers, int(len(numbers) * (times % 1)))
        examples += _examples(source.collection, source, some, generator)
    examples += _across_languages(sources, generator)
    generator.shuffle(examples)
    return examples


def _across_languages(sources: dict[str, Source], generator: random.Random) -> Iterator[Example]:
    """XQuAD's training articles, the languages of question and passage drawn at random."""
    english = sources["xquad.en"].collection
    articles = training_articles(english)
    numbers = [
        number
        for number, question in enumerate(english.questions)
        if english.titles[question.gold] in articles
    ]
    for _ in range(XQUAD_PAIRS):
        by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            pair = generator.choice(XQUAD_LANGUAGES), generator.choice(XQUAD_LANGUAGES)
            by_pair[pair].append(number)
        for (asked, read), some in by_pair.items():
            questions = sources[f"xquad.{asked}"].collection
            yield from _examples(questions, sources[f"xquad.{read}"], some, generator, asked)


def _examples(
    asked: Dataset,
    source: Source,
    numbers: Sequence[int],
    generator: random.Random,
    language: str = "",
) -> Iterator[Example]:
    """Examples with the questions of ``asked`` and the passages of ``source``.

    Both have the same questions, maybe in different languages. ``numbers`` are their positions.
    """
    read = source.collection
    swapper = Swapper(language or source.language, [question.text for question in asked.questions])
    articles: dict[str, list[int]] = defaultdict(list)
    for passage, title in enumerate(read.titles):
        articles[title].append(passage)
    for number in numbers:
        original = asked.questions[number].text
        passive = swapper.passive(original) if generator.random() < PASSIVE else None
        text = _with_flaws(passive or original, generator)
        truth = read.questions[number]
        start = truth.answer_start
        answer = truth.answers[0]
        yield _example(text, read, truth.gold, start, start + len(answer), generator)
        if generator.random() >= UNANSWERED:
            continue
        kind = generator.random()
        if kind < 0.4:
            head = f"{read.titles[truth.gold]}\n"
            told_of = head + read.passages[truth.gold]
            told = len(head) + start, len(head) + start + len(answer)
            near_answer = told if asked is read else None
            swapped = swapper.swap(original, told_of, generator, near_answer)
            if swapped is not None:
                text = _with_flaws(swapped, generator)
                near = start, start + len(answer)
                yield _example(text, read, truth.gold, -1, -1, generator, near)
                continue
        if kind < 0.44:
            noise = generator.choice(NOISE) if generator.random() < 0.5 else _keywords(original)
            yield _example(noise, read, truth.gold, -1, -1, generator)
            continue
        if kind < 0.47:
            title = read.titles[truth.gold].replace("_", " ")
            shown = generator.choice(BOILERPLATE) if generator.random() < 0.5 else title
            if shown and not _answers(shown, truth.answers):
                yield Example(text, title, shown, -1, -1)
            continue
        ranked = source.hard_negatives[number]
        same_article = [n for n in articles[read.titles[truth.gold]] if n != truth.gold]
        if kind < 0.84 and ranked:
            # The first ones are the hardest. Their weights are 1, 1/2, 1/3 …
            weights = [1.0 / rank for rank in range(1, len(ranked) + 1)]
            negative = generator.choices(ranked, weights)[0]
        elif kind < 0.96 and same_article:
            negative = generator.choice(same_article)
        else:
            negative = generator.randrange(len(read.passages))
        if negative != truth.gold and not _answers(read.passages[negative], truth.answers):
            yield _example(text, read, negative, -1, -1, generator)


def _keywords(question: str) -> str:
    """The words of the question that are written with a capital, or its longest one."""
    words = question.rstrip(" ?").split()
    names = [word for word in words[1:] if word[:1].isupper()]
    return " ".join(names) if names else max(words, key=len)


def _example(
    question: str,
    read: Dataset,
    number: int,
    start: int,
    end: int,
    generator: random.Random,
    near: tuple[int, int] | None = None,
) -> Example:
    """An example of passage ``number``; ``near`` is what a cut passage holds, if no answer."""
    title = read.titles[number].replace("_", " ") if generator.random() < 0.5 else ""
    passage = read.passages[number]
    if generator.random() < 0.6 or len(passage) > 1500:
        left, right = _cut(passage, *(near or (start, end)), generator)
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


def load_sources(data: Path) -> dict[str, Source]:
    """All collections with their hard negatives by name, cached in a file."""
    cache = WORK / "sources.pkl"
    if cache.exists():
        stored: dict[str, Source] = pickle.loads(cache.read_bytes())
        return stored
    encoder = CachedEncoder()
    collection = load_squad(data / "piaf/piaf-1.1-train.json")
    sources = {"piaf": Source("fr", collection, find_hard_negatives(collection, encoder))}
    encoder.save()
    for name, language, _ in PLAN:
        collection = load_open(data, name)
        sources[name] = Source(language, collection, find_similar(collection))
    similar: list[list[int]] = []
    for code in XQUAD_LANGUAGES:
        collection = load_squad(data / f"xquad/xquad.{code}.json")
        similar = similar or find_similar(collection)  # the same passages in each language
        sources[f"xquad.{code}"] = Source(code, collection, similar)
    cache.write_bytes(pickle.dumps(sources))
    return sources
