"""Measure whether follow-ups are understood, and whether questions of their own are left alone.

``benchmarks/questions/follow_ups.jsonl`` has 100 pairs: a question, the words of its answer, a
follow-up, and the question that is meant, in one or several wordings. Half of them (``report``)
were written before the code and are not used for choices. A follow-up is understood as meant if the
question that it becomes

- equals one of the wordings, apart from capitals, accents, marks and blanks; or
- has the same class of interrogative and the same content terms (stems without function words) as
  one of them.

Questions of their own are those of ``real``, ``bodies``, ``releases``, ``swaps`` and ``premises``
beside it; where the data folder is, also some of PIAF dev and of XQuAD in English, German and
Spanish. Each is asked after another one of its set, drawn at random. None may be changed. Those of
PIAF and XQuAD were written beside a passage, so some do not stand by themselves ("Où est-il né ?");
they are counted as they are. The intervals are Wilson's of 95 %.

    python -m benchmarks.follow_ups [--part dev|report] [--list] [--data FOLDER]

With ``--part`` nothing is written.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import QUESTIONS, load_piaf, load_xquad, parser, read_jsonl, record, table
from benchmarks.said import cell
from rag.language import analyse, question_word
from rag.language.terms import fold, plain
from rag.question.following import follow
from rag.types import Previous

PARTS = ("report", "dev")
_SETS = ("real", "bodies", "releases", "swaps", "premises")
_XQUAD = ("en", "de", "es")
_SAMPLE = 200
_SEED = 11


@dataclass(frozen=True, slots=True)
class Pair:
    """A follow-up and what it means; the attributes are the keys of the file."""

    id: str
    part: str
    language: str
    kind: str
    previous: str
    answer: str
    follow_up: str
    meant: tuple[str, ...]

    @property
    def understood(self) -> str | None:
        """The question that the follow-up becomes."""
        found = follow(self.follow_up, Previous(self.previous, answer=self.answer))
        return found.question if found else None

    @property
    def is_right(self) -> bool:
        """Whether it is understood as meant."""
        understood = self.understood
        if understood is None:
            return False
        return any(is_same(understood, meant, self.language) for meant in self.meant)


def read_pairs(path: Path = QUESTIONS / "follow_ups.jsonl") -> list[Pair]:
    """The pairs of a file."""
    return [Pair(**{**row, "meant": tuple(row["meant"])}) for row in read_jsonl(path)]


def is_same(one: str, other: str, language: str) -> bool:
    """Whether two questions ask the same, by the rules above."""
    if _normal(one) == _normal(other):
        return True
    classes = question_word(one), question_word(other)
    terms = [sorted(set(analyse(text, language))) for text in (one, other)]
    return classes[0] == classes[1] and terms[0] == terms[1]


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(plain(text))))


def own_questions(data: Path | None) -> dict[str, list[str]]:
    """Questions that are no follow-ups, by their set."""
    found = {name: _texts(QUESTIONS / f"{name}.jsonl") for name in _SETS}
    if data is not None and (data / "piaf").is_dir():
        draw = random.Random(_SEED)
        dev = [one.text for one in load_piaf(data)[1].questions]
        found["PIAF dev"] = draw.sample(dev, _SAMPLE)
        for language in _XQUAD:
            texts = [one.text for one in load_xquad(data, language).questions]
            found[f"XQuAD {language}"] = draw.sample(texts, _SAMPLE)
    return found


def _texts(path: Path) -> list[str]:
    return list(dict.fromkeys(row.get("question") or row["text"] for row in read_jsonl(path)))


def taken(texts: Sequence[str]) -> list[tuple[str, str, str]]:
    """Of questions, each after another one drawn at random, those that are taken for follow-ups:
    the question before, the question, and what it becomes."""
    draw = random.Random(_SEED)
    found = []
    for text in texts:
        before = draw.choice([one for one in texts if one != text])
        understood = follow(text, Previous(before, answer="Jens Stoltenberg"))
        if understood is not None:
            found.append((before, text, understood.question))
    return found


def pairs_text(pairs: Sequence[Pair]) -> str:
    """The table of the pairs: each part, whole, by language and by kind."""
    rows = []
    for part in PARTS:
        of_part = [pair for pair in pairs if pair.part == part]
        groups = {"all": of_part}
        for pair in of_part:
            groups.setdefault(pair.language, []).append(pair)
        for pair in of_part:
            groups.setdefault(pair.kind, []).append(pair)
        rows += [
            (part, name, cell([one.is_right for one in some])) for name, some in groups.items()
        ]
    return table(("part", "of", "understood as meant"), rows)


def wrong(pairs: Sequence[Pair]) -> Iterator[str]:
    """A line for each pair that is not understood as meant."""
    for pair in pairs:
        if not pair.is_right:
            asked = f"{pair.id}: {pair.previous} | {pair.follow_up}"
            yield f"{asked} -> {pair.understood} [{pair.meant[0]}]"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--part", choices=PARTS)
    options.add_argument("--list", action="store_true", help="name what is wrong")
    given = options.parse_args()
    pairs = [pair for pair in read_pairs() if given.part in (None, pair.part)]
    own = own_questions(given.data)
    wrongly = {name: taken(texts) for name, texts in own.items()}
    if given.list:
        print("\n".join(wrong(pairs)))
        for name, some in wrongly.items():
            print(*(f"{name}: {b} | {q} -> {u}" for b, q, u in some), sep="\n")
    left = [
        (name, cell([True] * (len(texts) - len(wrongly[name])) + [False] * len(wrongly[name])))
        for name, texts in own.items()
    ]
    text = (
        f"**Follow-ups**, {len(pairs)}:\n\n{pairs_text(pairs)}\n\n"
        f"**Questions of their own**, {sum(map(len, own.values()))}:\n\n"
        f"{table(('set', 'left as they are'), left)}"
    )
    record("Follow-up questions", "python -m benchmarks.follow_ups", text, write=given.part is None)


if __name__ == "__main__":
    main()
