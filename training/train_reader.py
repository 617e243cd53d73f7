"""Fine-tune the embedded encoder's own weights into the reader.

    python -m training.train_reader [--data FOLDER] [--steps N] [--out FOLDER] [--start FILE]

The first ``--layers`` of multilingual-e5-small's twelve layers, embeddings frozen, no dropout;
three linear outputs: start and end of the span over the passage's tokens, with the first token for
"no answer here" (SQuAD 2.0's form, Devlin et al. 2019), and from the first token whether the
passage answers. Some tokens of question and passage are hidden, never the answer's, so that more
epochs teach more. A checkpoint is written every 500 steps; a run that was stopped goes on from it.
1.8 seconds a step on two cores; uses a GPU where there is one. More than about 2,000 steps learn
PIAF train by heart (rag/models/e5/MODEL_CARD.md).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from tqdm import tqdm

from benchmarks.common import DEFAULT_DATA, WORK
from rag.models.e5.encoder import weights_path
from rag.models.e5.pairs import make_pairs
from rag.models.e5.tokens import PAD, UNKNOWN, UnigramTokenizer
from rag.models.e5.weights import read_packed
from training.data import Example, epoch, load_sources
from training.e5_model import unpack

SEED = 20221122
BATCH = 16
LONGEST = 384
LEARNING_RATE = 2e-4
WARM_UP = 0.06
HIDDEN = 0.06  # of the tokens
ANSWERABLE_WEIGHT = 0.5


class Reader(nn.Module):
    """The encoder with its three outputs."""

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__()
        from transformers import BertModel

        self.body = BertModel.from_pretrained(
            str(folder),
            num_hidden_layers=layers,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",  # faster than the fused one on a CPU
            dtype=torch.float32,
        )
        self.body.embeddings.requires_grad_(False)
        self.outputs = nn.Linear(self.body.config.hidden_size, 3)
        nn.init.normal_(self.outputs.weight, std=0.02)
        nn.init.zeros_(self.outputs.bias)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, allowed: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Start and end logits (batch, tokens), -inf where no span may begin or end, and the
        logit of the passage answering (batch,)."""
        hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
        logits = self.outputs(hidden).float()
        start = logits[..., 0].masked_fill(~allowed, -1e4)
        end = logits[..., 1].masked_fill(~allowed, -1e4)
        return start, end, logits[:, 0, 2]


Row = tuple[list[int], int, int, int]  # ids, first passage token, start and end token (0: none)


def rows(examples: Sequence[Example], tokenizer: UnigramTokenizer) -> list[Row]:
    """Token rows; an answer that the longest window cuts off makes no example."""
    made: list[Row] = []
    for example in examples:
        pairs = make_pairs(
            tokenizer, example.question, example.passage, example.title, max_tokens=LONGEST
        )
        for pair in pairs[:1]:
            start = end = 0
            if example.start >= 0:
                inside = [
                    at
                    for at, (a, b) in enumerate(pair.offsets)
                    if a < example.end and b > example.start
                ]
                if not inside or pair.offsets[inside[-1]][1] < example.end:
                    continue
                start, end = pair.first + inside[0], pair.first + inside[-1]
            made.append((pair.ids, pair.first, start, end))
    return made


def batches(made: list[Row], generator: random.Random) -> Iterator[list[Row]]:
    """Batches of rows of like length, in random order."""
    for begin in range(0, len(made), BATCH * 40):
        pool = sorted(made[begin : begin + BATCH * 40], key=lambda row: len(row[0]))
        groups = [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
        generator.shuffle(groups)
        yield from groups


def hide(row: Row, generator: random.Random) -> Row:
    """The row with some of its tokens unknown."""
    ids, first, start, end = row
    kept = [
        token if token <= UNKNOWN or start <= at <= end or generator.random() >= HIDDEN else UNKNOWN
        for at, token in enumerate(ids)
    ]
    return kept, first, start, end


def tensors(batch: list[Row], device: str) -> tuple[torch.Tensor, ...]:
    longest = max(len(ids) for ids, *_ in batch)
    ids = torch.full((len(batch), longest), PAD)
    allowed = torch.zeros((len(batch), longest), dtype=torch.bool)
    for at, (row, first, _, _) in enumerate(batch):
        ids[at, : len(row)] = torch.tensor(row)
        allowed[at, 0] = True
        allowed[at, first : len(row) - 1] = True
    mask = (ids != PAD).long()
    starts = torch.tensor([row[2] for row in batch])
    ends = torch.tensor([row[3] for row in batch])
    return tuple(t.to(device) for t in (ids, mask, allowed, starts, ends))


def loss_of(model: Reader, batch: list[Row], device: str) -> torch.Tensor:
    ids, mask, allowed, starts, ends = tensors(batch, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        start, end, answers = model(ids, mask, allowed)
    span = (
        nn.functional.cross_entropy(start, starts) + nn.functional.cross_entropy(end, ends)
    ) / 2.0
    answerable = nn.functional.binary_cross_entropy_with_logits(answers, (starts > 0).float())
    return span + ANSWERABLE_WEIGHT * answerable


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DEFAULT_DATA)
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--layers", type=int, default=10)
    arguments.add_argument("--pairs", type=int, default=6, help="XQuAD pairs a question and epoch")
    arguments.add_argument("--steps", type=int, help="end here, the rate falling to 0 by then")
    arguments.add_argument("--rate", type=float, default=LEARNING_RATE, help="at its highest")
    arguments.add_argument("--start", type=Path, help="a reader.pt to go on from, a new schedule")
    arguments.add_argument("--out", type=Path, default=WORK / "reader")
    chosen = arguments.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(SEED)

    packed = read_packed(weights_path())
    tokenizer = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
    piaf, xquad = load_sources(chosen.data)
    passes: list[list[list[Row]]] = []
    for number in range(chosen.epochs):
        generator = random.Random(SEED + number + (100 if chosen.start else 0))
        examples = epoch(piaf, xquad, chosen.pairs, generator)
        made = [hide(row, generator) for row in rows(examples, tokenizer)]
        passes.append(list(batches(made, generator)))
    plan = [batch for one in passes for batch in one][: chosen.steps]

    model = Reader(unpack(weights_path(), WORK / "e5"), chosen.layers).to(device)
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start, map_location=device))
    trained = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=chosen.rate, weight_decay=0.01)
    warm = max(1, int(len(plan) * WARM_UP))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / warm, (len(plan) - at) / max(1, len(plan) - warm))
    )
    checkpoint = chosen.out / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        held: dict[str, Any] = torch.load(checkpoint, map_location=device)
        model.load_state_dict(held["model"])
        optimiser.load_state_dict(held["optimiser"])
        # The rate follows this run's length, which may be another than the checkpoint's.
        for _ in range(held["done"]):
            schedule.step()
        done = held["done"]
    started, recent = time.time(), 0.0
    bar = tqdm(total=len(plan), initial=done, mininterval=10)
    for at in range(done, len(plan)):
        loss = loss_of(model, plan[at], device)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        recent = loss.item() if at == done else 0.98 * recent + 0.02 * loss.item()
        bar.update()
        bar.set_postfix(loss=f"{recent:.3f}", refresh=False)
        if (at + 1) % 500 == 0 or at + 1 == len(plan):
            state = {
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
                "done": at + 1,
            }
            torch.save(state, chosen.out / "new.pt")
            (chosen.out / "new.pt").replace(checkpoint)
    torch.save(model.state_dict(), chosen.out / "reader.pt")
    about = {
        "steps": len(plan),
        "examples": sum(map(len, plan)),
        "seed": SEED,
        "rate": chosen.rate,
        "start": chosen.start is not None,
        "layers": chosen.layers,
        "loss": round(recent, 4),
        "minutes": round((time.time() - started) / 60, 1),
        "device": device,
    }
    (chosen.out / "about.json").write_text(json.dumps(about, indent=1))
    print(about)


if __name__ == "__main__":
    main()
