"""XLM-R's unigram tokenizer (Kudo 2018) over the packed vocabulary.

It is ready in a fifth of a second. The ``tokenizers`` library gives the same ids (a test compares
them), but it takes over a second to build its trie of 250,000 pieces. That is longer than a small
corpus takes to encode. No piece crosses a blank, so the text is segmented word by word and the
result of each word is cached.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3

# XLM-R's normalisation (nmt_nfkc) is NFKC, except that it removes or replaces these characters.
REMOVED = "[\x01-\x08\x0b\x0e-\x1f\x7f\u008f\u009f]"
TO_SPACE = "[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
_REMOVED, _TO_SPACE = re.compile(REMOVED), re.compile(TO_SPACE)
_CHANGED = re.compile(f"{REMOVED}|{TO_SPACE}")
_WORD = re.compile(r"\S+")
_MAX_CACHED_WORDS = 200_000


class UnigramTokenizer:
    """Text to token ids. Safe from several threads.

    Args:
        blob: the UTF-8 bytes of all pieces, one after the other.
        offsets: where each piece begins in ``blob``, then where the last one ends.
        scores: log-probability of each piece.
    """

    def __init__(self, blob: bytes, offsets: Sequence[int], scores: Sequence[float]) -> None:
        # Without the control pieces at both ends: "</s>" in a text must not end it.
        bounds = itertools.pairwise(offsets[4:-1])
        self._ids = {blob[start:end]: n for n, (start, end) in enumerate(bounds, start=4)}
        self._scores = scores
        self._longest = max(map(len, self._ids))
        self._unknown_score = min(scores) - 10.0
        self._cache: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def encode(self, text: str) -> list[int]:
        """Token ids of the text, with the begin token before them and the end token after them."""
        clean = _TO_SPACE.sub(" ", _REMOVED.sub("", text))
        ids = [BEGIN]
        for word in unicodedata.normalize("NFKC", clean).split(" "):
            if word:
                ids.extend(self._segment(word)[0])
        ids.append(END)
        return ids

    def encode_with_offsets(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Token ids without begin and end token, and the characters that each token covers.

        Returns:
            The ids, and for each id a pair (start, end) of characters in ``text``, in order:
            ``0 <= start <= end <= len(text)``.
        """
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for word, starts, ends in _words_with_offsets(text):
            piece_ids, piece_ends = self._segment(word)
            ids.extend(piece_ids)
            begin = 0
            for end in piece_ends:
                if end > begin:
                    offsets.append((starts[begin], ends[end - 1]))
                else:  # the piece is only the mark "▁" before the word
                    offsets.append((starts[begin], starts[begin]))
                begin = end
        return ids, offsets

    def _segment(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The most probable pieces of "▁word" (Viterbi algorithm), cached.

        Returns:
            The ids of the pieces, and for each piece the number of characters of ``word`` up to
            its end.
        """
        cached = self._cache.get(word)
        if cached is not None:
            return cached
        data = ("▁" + word).encode("utf-8", "replace")
        size = len(data)
        # A character starts at every byte that is not a continuation byte.
        starts = [position for position in range(size) if data[position] & 0xC0 != 0x80]
        ends = [*starts[1:], size]
        # For each byte position: the best score up to it, and the last piece of that best path.
        best = [-1e30] * (size + 1)
        previous = [0] * (size + 1)
        last_piece = [UNKNOWN] * (size + 1)
        best[0] = 0.0
        for first, start in enumerate(starts):
            score = best[start]
            for last in range(first, len(ends)):
                end = ends[last]
                if end - start > self._longest:
                    break
                piece = self._ids.get(data[start:end])
                if piece is not None:
                    total = score + self._scores[piece]
                    if total > best[end]:
                        best[end], previous[end], last_piece[end] = total, start, piece
            end = ends[first]
            total = score + self._unknown_score
            if total > best[end]:
                best[end], previous[end], last_piece[end] = total, start, UNKNOWN
        backwards: list[tuple[int, int]] = []
        end = size
        while end:
            # Several unknown characters in a row are one unknown token.
            if not (last_piece[end] == UNKNOWN and backwards and backwards[-1][0] == UNKNOWN):
                backwards.append((last_piece[end], end))
            end = previous[end]
        backwards.reverse()
        ids = tuple(piece for piece, _ in backwards)
        piece_ends = tuple(max(len(data[:end].decode("utf-8")) - 1, 0) for _, end in backwards)
        if len(self._cache) < _MAX_CACHED_WORDS:
            self._cache[word] = ids, piece_ends
        return ids, piece_ends


def _words_with_offsets(text: str) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    """The normalised words that ``encode`` segments, with the start and the end in ``text`` of
    each of their characters."""
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        # Normalisation does not change most words: their characters stand one after the other.
        if unicodedata.is_normalized("NFKC", word) and not _CHANGED.search(word):
            yield word, range(start, match.end()), range(start + 1, match.end() + 1)
            continue
        characters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for cluster in _clusters(word):
            clean = _TO_SPACE.sub(" ", _REMOVED.sub("", word[cluster.start : cluster.stop]))
            for character in unicodedata.normalize("NFKC", clean):
                if character != " ":
                    characters.append(character)
                    starts.append(start + cluster.start)
                    ends.append(start + cluster.stop)
                elif characters:
                    yield "".join(characters), starts, ends
                    characters, starts, ends = [], [], []
        if characters:
            yield "".join(characters), starts, ends


def _clusters(word: str) -> Iterator[range]:
    """The ranges of characters that normalisation may join: a base character with its combining
    marks, or the parts of a Hangul syllable."""
    begin = 0
    for end in range(1, len(word) + 1):
        joined = end < len(word) and (
            unicodedata.combining(word[end]) or "\u1160" <= word[end] <= "\u11ff"
        )
        if not joined:
            yield range(begin, end)
            begin = end
