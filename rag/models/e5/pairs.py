"""Question and passage as one row of token ids, and the way back from tokens to characters."""

from __future__ import annotations

from dataclasses import dataclass

from rag.models.e5.tokens import BEGIN, END, UnigramTokenizer

_PROMPT = "query: "
QUESTION_TOKENS = 64
TITLE_TOKENS = 24
MAX_TOKENS = 512
# Tokens that two windows over one long passage have in common.
_OVERLAP = 64


@dataclass(frozen=True, slots=True)
class Pair:
    """One window of a passage with the question before it.

    Attributes:
        ids: ``<s> query: question </s> title </s> passage </s>`` (no title, no second part).
        first: position of the passage's first token in ``ids``.
        offsets: (start, end) in the passage's characters, for each of its tokens.
    """

    ids: list[int]
    first: int
    offsets: list[tuple[int, int]]


def make_pairs(
    tokenizer: UnigramTokenizer,
    question: str,
    passage: str,
    title: str = "",
    max_tokens: int = MAX_TOKENS,
) -> list[Pair]:
    """The windows in which a passage is read: one for nearly all, several that overlap where it
    is longer than the model sees. The question keeps its last 64 tokens, the title its first 24.
    Empty for a passage without tokens."""
    head = [BEGIN, *tokenizer.encode(_PROMPT)[1:-1]]
    head += [*tokenizer.encode(question)[1:-1][-QUESTION_TOKENS:], END]
    if title:
        head += [*tokenizer.encode(title)[1:-1][:TITLE_TOKENS], END]
    ids, offsets = tokenizer.encode_with_offsets(passage)
    room = max_tokens - len(head) - 1
    windows = []
    for start in range(0, max(len(ids) - _OVERLAP, 1), room - _OVERLAP):
        part = slice(start, start + room)
        if ids[part]:
            windows.append(Pair([*head, *ids[part], END], len(head), offsets[part]))
    return windows
