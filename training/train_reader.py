"""Train the reader in stints: fine-tune the weights that the package ships.

    python -m training.train_reader [--data FOLDER] [--stint N] [--steps N] [--out FOLDER]

The reader has the first ten of multilingual-e5-small's twelve layers and three linear outputs. Two
of them give the start and the end of the span over the passage's tokens; the first token stands for
"no answer in this passage" (as for SQuAD 2.0, Devlin et al. 2019). The third one gives, at the
first token, whether the passage answers. The embeddings and the first ``--frozen`` layers are
frozen, and there is no dropout. Instead some tokens of question and passage are masked, but never
those of the answer.

The plan of ``training.data`` takes about five hours on two cores. A stint is a run of its batches:
it starts from the reader in the package (or ``--start``), warms up, and its rate falls to a tenth.
After it, export the reader, measure it, and ship it where it is better; the next stint goes on from
there.

A checkpoint is written every 250 steps. A run that was stopped continues from it. Beside the last
weights stands their running average (Polyak and Juditsky 1992). A GPU is used if there is one; on a
CPU with bf16 matrix units (AMX) a stint takes a third of the time.
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
from rag.models.e5.reader_weights import read_reader
from rag.models.e5.tokens import PAD, UNKNOWN, UnigramTokenizer
from rag.models.e5.weights import read_packed
from training.data import Example, whole_plan
from training.e5_model import LAYER_NAMES, unpack

SEED = 20221122
LAYERS = 10
BATCH = 16
MAX_TOKENS = 384
LEARNING_RATE = 1.2e-4
WARM_UP = 0.06
MASKED = 0.06  # share of the tokens
ANSWERABLE_WEIGHT = 0.5
PADDED = 32  # lengths are multiples of it: a new length costs new kernels
AVERAGED = 10  # steps between two updates of the running average
KEPT = 0.99  # share of the running average that each update keeps
ATTENTION = "plain"


def attend(
    module: nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float = 1.0,
    **_: Any,
) -> tuple[torch.Tensor, None]:
    """Scaled dot-product attention in few passes over memory, without float32 copies: on a CPU it
    is faster than the fused one, whose backward pass is slow, and than the eager one."""
    batch, heads, tokens, width = query.shape
    shape = batch * heads, tokens, width
    turned = key.reshape(shape).transpose(1, 2)
    scores = torch.bmm((query * scaling).reshape(shape), turned)
    if attention_mask is not None:
        wide = attention_mask.to(scores.dtype).expand(batch, heads, tokens, tokens)
        scores = scores + wide.reshape(scores.shape)
    with torch.autocast(query.device.type, enabled=False):
        weights = torch.softmax(scores, -1)
    read = torch.bmm(weights, value.reshape(shape)).view(batch, heads, tokens, width)
    return read.transpose(1, 2), None


class Reader(nn.Module):
    """The encoder with its three outputs."""

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__()
        from transformers import BertModel
        from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

        ALL_ATTENTION_FUNCTIONS.register(ATTENTION, attend)
        self.body = BertModel.from_pretrained(
            str(folder),
            num_hidden_layers=layers,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation=ATTENTION,
            dtype=torch.float32,
        )
        self.body.embeddings.requires_grad_(False)
        self.outputs = nn.Linear(self.body.config.hidden_size, 3)
        nn.init.normal_(self.outputs.weight, std=0.02)
        nn.init.zeros_(self.outputs.bias)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, allowed: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The logits of a batch.

        Args:
            ids: token ids (batch, tokens), int64.
            mask: (batch, tokens), 1 for a token, 0 for padding.
            allowed: (batch, tokens), bool, where a span may begin and end.

        Returns:
            Start and end logits (batch, tokens), -10,000 where not allowed, and the logit of
            "this passage answers" (batch,); all float32.
        """
        hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
        logits = self.outputs(hidden).float()
        start = logits[..., 0].masked_fill(~allowed, -1e4)
        end = logits[..., 1].masked_fill(~allowed, -1e4)
        return start, end, logits[:, 0, 2]


Row = tuple[list[int], int, int, int]  # ids, first passage token, start and end token (0: none)


def make_rows(examples: Sequence[Example], tokenizer: UnigramTokenizer) -> list[Row]:
    """The examples as tokens. An example is left out if its answer is not in the first window."""
    rows: list[Row] = []
    for example in examples:
        pairs = make_pairs(
            tokenizer, example.question, example.passage, example.title, max_tokens=MAX_TOKENS
        )
        for pair in pairs[:1]:
            start = end = 0
            if example.start >= 0:
                inside = [
                    token
                    for token, (low, high) in enumerate(pair.offsets)
                    if low < example.end and high > example.start
                ]
                if not inside or pair.offsets[inside[-1]][1] < example.end:
                    continue
                start, end = pair.first + inside[0], pair.first + inside[-1]
            rows.append((pair.ids, pair.first, start, end))
    return rows


def batches(rows: list[Row], generator: random.Random) -> Iterator[list[Row]]:
    """Batches of rows with similar lengths, in random order."""
    for begin in range(0, len(rows), BATCH * 40):
        pool = sorted(rows[begin : begin + BATCH * 40], key=lambda row: len(row[0]))
        groups = [pool[start : start + BATCH] for start in range(0, len(pool), BATCH)]
        generator.shuffle(groups)
        yield from groups


def mask_tokens(row: Row, generator: random.Random) -> Row:
    """The row with some tokens replaced by the unknown token."""
    ids, first, start, end = row
    masked = [
        token if token <= UNKNOWN or start <= n <= end or generator.random() >= MASKED else UNKNOWN
        for n, token in enumerate(ids)
    ]
    return masked, first, start, end


def tensors(batch: list[Row], device: str) -> tuple[torch.Tensor, ...]:
    """Ids, mask and allowed positions (batch, tokens), start and end tokens (batch,)."""
    longest = -(-max(len(ids) for ids, *_ in batch) // PADDED) * PADDED
    ids = torch.full((len(batch), longest), PAD)
    allowed = torch.zeros((len(batch), longest), dtype=torch.bool)
    for number, (row, first, _, _) in enumerate(batch):
        ids[number, : len(row)] = torch.tensor(row)
        allowed[number, 0] = True
        allowed[number, first : len(row) - 1] = True
    mask = (ids != PAD).long()
    starts = torch.tensor([row[2] for row in batch])
    ends = torch.tensor([row[3] for row in batch])
    return tuple(t.to(device) for t in (ids, mask, allowed, starts, ends))


def compute_loss(model: Reader, batch: list[Row], device: str) -> torch.Tensor:
    """Cross-entropy of start and end (their mean), plus the weighted one of "answers"."""
    ids, mask, allowed, starts, ends = tensors(batch, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        start, end, answers = model(ids, mask, allowed)
    span = (
        nn.functional.cross_entropy(start, starts) + nn.functional.cross_entropy(end, ends)
    ) / 2.0
    answerable = nn.functional.binary_cross_entropy_with_logits(answers, (starts > 0).float())
    return span + ANSWERABLE_WEIGHT * answerable


def start_weights(model: Reader, path: Path | None) -> None:
    """Load the reader that training starts from: a ``reader.pt``, or the one in the package."""
    if path is not None:
        model.load_state_dict(torch.load(path, map_location="cpu"))
        return
    tensors = read_reader(read_packed(weights_path()))
    state = model.state_dict()
    names = {"outputs.weight": "out.w", "outputs.bias": "out.b"}
    for layer in range(tensors.layers):
        for short, long in LAYER_NAMES.items():
            for part, letter in (("weight", "w"), ("bias", "b")):
                names[f"body.encoder.layer.{layer}.{long}.{part}"] = f"l{layer}.{short}.{letter}"
    for key, name in names.items():
        state[key].copy_(torch.from_numpy(tensors[name].reshape(state[key].shape)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DEFAULT_DATA)
    arguments.add_argument("--stint", type=int, default=0, help="number of the stint, from 0")
    arguments.add_argument("--steps", type=int, default=3000, help="steps of one stint")
    arguments.add_argument("--frozen", type=int, default=2, help="layers that stay as they are")
    arguments.add_argument("--rate", type=float, default=LEARNING_RATE, help="highest rate")
    arguments.add_argument("--start", type=Path, help="a reader.pt to start from")
    arguments.add_argument("--out", type=Path, default=WORK / "reader")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(SEED)

    packed = read_packed(weights_path())
    tokenizer = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
    generator = random.Random(SEED)
    examples = whole_plan(options.data, generator)
    first = options.stint * options.steps * BATCH
    some = examples[first : first + options.steps * BATCH]
    rows = [mask_tokens(row, generator) for row in make_rows(some, tokenizer)]
    plan = list(batches(rows, generator))
    print(f"{len(examples):,} examples in the whole plan, {len(rows):,} in this stint", flush=True)

    model = Reader(unpack(weights_path(), WORK / "e5"), LAYERS)
    start_weights(model, options.start)
    for layer in model.body.encoder.layer[: options.frozen]:
        layer.requires_grad_(False)
    model.to(device)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=options.rate, weight_decay=0.01, fused=True)
    warm_up, length = max(1, int(len(plan) * WARM_UP)), len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(
            (step + 1) / warm_up, 0.1 + 0.9 * (length - step) / max(1, length - warm_up)
        ),
    )
    average = {name: value.clone() for name, value in model.state_dict().items()}
    checkpoint = options.out / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        saved: dict[str, Any] = torch.load(checkpoint, map_location=device)
        model.load_state_dict(saved["model"])
        average = saved["average"]
        optimiser.load_state_dict(saved["optimiser"])
        # The schedule is not loaded: this run may have another length than the saved one.
        for _ in range(saved["done"]):
            schedule.step()
        done = saved["done"]
    started, recent = time.time(), 0.0
    bar = tqdm(total=len(plan), initial=done, mininterval=10)
    for step in range(done, len(plan)):
        loss = compute_loss(model, plan[step], device)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        schedule.step()
        recent = loss.item() if step == done else 0.98 * recent + 0.02 * loss.item()
        if (step + 1) % AVERAGED == 0:
            for name, value in model.state_dict().items():
                if value.is_floating_point():
                    average[name].lerp_(value, 1.0 - KEPT)
        bar.update()
        bar.set_postfix(loss=f"{recent:.3f}", refresh=False)
        if (step + 1) % 250 == 0 or step + 1 == len(plan):
            state = {
                "model": model.state_dict(),
                "average": average,
                "optimiser": optimiser.state_dict(),
                "done": step + 1,
            }
            torch.save(state, options.out / "new.pt")
            (options.out / "new.pt").replace(checkpoint)
    torch.save(model.state_dict(), options.out / "reader.pt")
    torch.save(average, options.out / "average.pt")
    about = {
        "steps": len(plan),
        "examples": sum(map(len, plan)),
        "seed": SEED,
        "rate": options.rate,
        "stint": options.stint,
        "frozen": options.frozen,
        "loss": round(recent, 4),
        "minutes": round((time.time() - started) / 60, 1),
        "device": device,
    }
    (options.out / "about.json").write_text(json.dumps(about, indent=1))
    print(about)


if __name__ == "__main__":
    main()
