"""Compare averages of two readers on the first half of PIAF dev, to choose the one that is shipped.

    python -m training.choose_share --from A.pt --with B.pt [--shares 0 0.2 0.4 0.6] [--data FOLDER]

For each share of the second reader: the token F1 and the exact matches of the words that it chooses
in the right passage, and the AUROC by which its two scores tell a question from the same one with a
name, a number or an event exchanged (``training.swaps``).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from benchmarks.common import DEFAULT_DATA, WORK, load_piaf
from benchmarks.quality import held_out
from rag.evaluation.abstention import auroc
from rag.evaluation.squad import exact_match, token_f1
from rag.models.e5.encoder import weights_path
from rag.models.e5.pairs import make_pairs
from rag.models.e5.reader import best_span, trim
from rag.models.e5.tokens import UnigramTokenizer
from rag.models.e5.weights import read_packed
from training.e5_model import unpack
from training.swaps import Swapper
from training.train_reader import LAYERS, MAX_TOKENS, Reader, tensors

BATCH = 32

Asked = tuple[str, str, str, tuple[str, ...]]  # question, title, passage, answers


def questions(data: Path) -> list[Asked]:
    """The questions of the first half of PIAF dev's articles, and those that can be made
    unanswerable; these have no answers."""
    _, dev = load_piaf(data)
    second = held_out(dev.titles)
    chosen = [one for one in dev.questions if dev.titles[one.gold] not in second]
    swapper = Swapper("fr", [one.text for one in chosen])
    generator = random.Random(1)
    asked: list[Asked] = []
    for one in chosen:
        title, passage = dev.titles[one.gold].replace("_", " "), dev.passages[one.gold]
        asked.append((one.text, title, passage, one.answers))
        start = len(title) + 1 + one.answer_start
        answer = start, start + len(one.answers[0])
        swapped = swapper.swap(one.text, f"{title}\n{passage}", generator, answer)
        if swapped is not None:
            asked.append((swapped, title, passage, ()))
    return asked


def measure(
    model: Reader, asked: Sequence[Asked], tokenizer: UnigramTokenizer
) -> tuple[float, float, float]:
    """F1, share of exact matches, and AUROC."""
    pairs = [
        make_pairs(tokenizer, question, passage, title, max_tokens=MAX_TOKENS)[0]
        for question, title, passage, _ in asked
    ]
    f1, exact = [], []
    scores = np.zeros(len(asked))
    order = sorted(range(len(asked)), key=lambda n: len(pairs[n].ids))
    with torch.inference_mode():
        for begin in range(0, len(order), BATCH):
            some = order[begin : begin + BATCH]
            rows = [(pairs[n].ids, pairs[n].first, 0, 0) for n in some]
            ids, mask, allowed, _, _ = tensors(rows, "cpu")
            with torch.autocast("cpu", dtype=torch.bfloat16):
                starts, ends, answers = (t.float().numpy() for t in model(ids, mask, allowed))
            for row, n in enumerate(some):
                pair, (_, _, passage, gold) = pairs[n], asked[n]
                low = pair.first
                high = low + len(pair.offsets)
                first, last = best_span(starts[row, low:high], ends[row, low:high])
                span = starts[row, low + first] + ends[row, low + last]
                scores[n] = span - starts[row, 0] - ends[row, 0] + 2.0 * answers[row]
                if gold:
                    start, end = trim(passage, pair.offsets[first][0], pair.offsets[last][1])
                    f1.append(token_f1(passage[start:end], gold))
                    exact.append(exact_match(passage[start:end], gold))
    answerable = np.array([bool(gold) for *_, gold in asked])
    return float(np.mean(f1)), float(np.mean(exact)), auroc(scores, answerable)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--from", dest="source", type=Path, required=True)
    arguments.add_argument("--with", dest="other", type=Path, required=True)
    arguments.add_argument("--shares", type=float, nargs="+", default=[0.0, 0.2, 0.4, 0.6])
    arguments.add_argument("--data", type=Path, default=DEFAULT_DATA)
    options = arguments.parse_args()
    packed = read_packed(weights_path())
    tokenizer = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
    model = Reader(unpack(weights_path(), WORK / "e5"), LAYERS)
    first, second = (
        torch.load(path, map_location="cpu") for path in (options.source, options.other)
    )
    asked = questions(options.data)
    for share in options.shares:
        averaged = {
            name: torch.lerp(value, second[name], share) if value.is_floating_point() else value
            for name, value in first.items()
        }
        model.load_state_dict(averaged)
        f1, exact, told = measure(model.eval(), asked, tokenizer)
        print(f"{share:.2f}: F1 {f1:.3f}, exact {exact:.3f}, AUROC of swaps {told:.3f}", flush=True)


if __name__ == "__main__":
    main()
