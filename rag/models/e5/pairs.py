"""Put a question and a passage into one sequence of token ids, with the way back to characters."""

from __future__ import annotations

from rag.lazy import dataclass
from rag.models.e5.encoder import MAX_TOKENS, QUERY_PROMPT
from rag.models.e5.tokens import BEGIN, END, UnigramTokenizer

QUESTION_TOKENS = 64
TITLE_TOKENS = 24
# Tokens that two consecutive windows of a long passage share.
_OVERLAP = 64


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with one window of a passage.

    Attributes:
        ids: ``<s> query: question </s> title </s> passage </s>``; without a title its part and
            its ``</s>`` are left out.
        first: position in ``ids`` of the passage's first token.
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
    """The windows of a passage, each with the question and the title before it.

    Nearly every passage fits into one window. A longer one gives several windows that overlap.
    A passage without tokens gives none. The question keeps its last 64 tokens, the title its
    first 24.
    """
    head = [BEGIN, *tokenizer.encode(QUERY_PROMPT)[1:-1]]
    head += [*tokenizer.encode(question)[1:-1][-QUESTION_TOKENS:], END]
    if title:
        head += [*tokenizer.encode(title)[1:-1][:TITLE_TOKENS], END]
    ids, offsets = tokenizer.encode_with_offsets(passage)
    size = max_tokens - len(head) - 1
    windows = []
    for start in range(0, max(len(ids) - _OVERLAP, 1), size - _OVERLAP):
        window = slice(start, start + size)
        if ids[window]:
            windows.append(Pair([*head, *ids[window], END], len(head), offsets[window]))
    return windows
