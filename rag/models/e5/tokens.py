"""XLM-R's unigram tokenizer (Kudo 2018) over the packed vocabulary.

The ``tokenizers`` library gives the same ids (a test compares them), but it takes over a second to
build its trie of 250,000 pieces. That is longer than a small corpus takes to encode. This one sorts
the pieces' hashes, which takes a thirtieth of that. No piece crosses a blank, so the text is
segmented word by word and the result of each word is cached.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.lazy import regex

if TYPE_CHECKING:
    import numpy.typing as npt

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
# Raise it when the same vocabulary gives another table.
TOKENS_VERSION = 1

# XLM-R's normalisation (nmt_nfkc) is NFKC, except that it removes or replaces these characters.
REMOVED = "[\x01-\x08\x0b\x0e-\x1f\x7f\u008f\u009f]"
TO_SPACE = "[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
_REMOVED, _TO_SPACE = re.compile(REMOVED), re.compile(TO_SPACE)
_CHANGED = regex(f"{REMOVED}|{TO_SPACE}")
_WORD = regex(r"\S+")
_MAX_CACHED_WORDS = 200_000
_WORDS_AT_ONCE = 4096
# The factors of a hash are powers of this odd number.
_BASE = 0x9E3779B97F4A7C15
# Masks for the first bytes of eight, by how many.
_FIRST_BYTES = np.array([256**count - 1 for count in range(9)], np.uint64)


class UnigramTokenizer:
    """Text to token ids. Safe from several threads.

    The pieces are found by their hashes, all pieces of the new words of a text at once. A piece
    with a hash is compared byte by byte, so another string with the same hash is never taken for
    it. No two pieces of the vocabulary have one hash (a test looks).

    Args:
        blob: the UTF-8 bytes of all pieces, one after the other.
        offsets: where each piece begins in ``blob``, then where the last one ends, (pieces + 1,)
            integers.
        scores: log-probability of each piece, (pieces,) float32.
        table: as the attribute of a tokenizer with the same pieces; None makes it.

    Attributes:
        table: the hashes of the pieces in order, as uint64, then the number of each, as int32.
    """

    def __init__(
        self,
        blob: bytes,
        offsets: npt.NDArray[np.integer],
        scores: npt.NDArray[np.float32],
        table: bytes | None = None,
    ) -> None:
        # Without the control pieces at both ends: "</s>" in a text must not end it.
        bounds = offsets[4:-1].astype(np.int64)
        lengths = np.diff(bounds)
        self._longest = int(lengths.max())
        if table is None:
            hashes = _hashes_of(blob, bounds[:-1], lengths)
            order = np.argsort(hashes)
            table = hashes[order].tobytes() + order.astype(np.int32).tobytes()
        self.table = table
        self._hashes = np.frombuffer(table, np.uint64, len(lengths))
        self._ids = np.frombuffer(table, np.int32, offset=self._hashes.nbytes) + 4
        self._blob, self._offsets, self._scores = blob, offsets, scores
        self._unknown_score = float(scores.min()) - 10.0
        self._cache: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def encode(self, text: str) -> list[int]:
        """Token ids of the text, with the begin token before them and the end token after them."""
        clean = _TO_SPACE.sub(" ", _REMOVED.sub("", text))
        words = [word for word in unicodedata.normalize("NFKC", clean).split(" ") if word]
        ids = [BEGIN]
        for piece_ids, _ in self._segment(words):
            ids.extend(piece_ids)
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
        words = list(_words_with_offsets(text))
        segmented = self._segment([word for word, _, _ in words])
        for (_, starts, ends), (piece_ids, piece_ends) in zip(words, segmented, strict=True):
            ids.extend(piece_ids)
            begin = 0
            for end in piece_ends:
                if end > begin:
                    offsets.append((starts[begin], ends[end - 1]))
                else:  # the piece is only the mark "▁" before the word
                    offsets.append((starts[begin], starts[begin]))
                begin = end
        return ids, offsets

    def _segment(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The most probable pieces of "▁word" for each word, cached.

        Returns:
            For each word the ids of its pieces, and for each piece the number of characters of the
            word up to its end.
        """
        cache = self._cache
        known = {word: cache[word] for word in words if word in cache}
        new = [word for word in dict.fromkeys(words) if word not in known]
        for begin in range(0, len(new), _WORDS_AT_ONCE):
            some = new[begin : begin + _WORDS_AT_ONCE]
            encoded = [("▁" + word).encode("utf-8", "replace") for word in some]
            for word, data, pieces in zip(some, encoded, self._pieces_in(encoded), strict=True):
                known[word] = self._best_path(data, pieces)
        if len(cache) < _MAX_CACHED_WORDS:
            cache.update((word, known[word]) for word in new)
        return [known[word] for word in words]

    def _pieces_in(self, words: Sequence[bytes]) -> list[list[tuple[int, int, int, float]]]:
        """For each word the pieces of the vocabulary in it: their start and end in bytes, their id
        and their score, by start and then by end."""
        joined = b"".join(words)
        text = np.frombuffer(joined, np.uint8)
        numbers = np.repeat(np.arange(len(words)), [len(word) for word in words])
        # A character starts at every byte that is not a continuation byte.
        bounds = np.append(np.flatnonzero(text & 0xC0 != 0x80), len(text))
        of_word = np.append(numbers[bounds[:-1]], -1)
        starts, ends = [], []
        for count in range(1, len(bounds)):
            low, high = bounds[:-count], bounds[count:]
            # The last character must be of the same word as the first one.
            inside = of_word[: len(low)] == of_word[count - 1 : count - 1 + len(low)]
            inside &= high - low <= self._longest
            if not inside.any():
                break
            starts.append(low[inside])
            ends.append(high[inside])
        all_starts, all_ends = np.concatenate(starts), np.concatenate(ends)
        hashes = _hashes_of(joined, all_starts, all_ends - all_starts)
        places = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
        hits = np.flatnonzero(self._hashes[places] == hashes)
        hits = hits[np.lexsort((all_ends[hits], all_starts[hits]))]
        ids = self._ids[places[hits]]
        first = np.cumsum([0, *map(len, words)])
        found: list[list[tuple[int, int, int, float]]] = [[] for _ in words]
        of_hit = numbers[all_starts[hits]].tolist()
        low_at = self._offsets[ids].tolist()
        high_at = self._offsets[ids + 1].tolist()
        values = zip(
            of_hit,
            (all_starts[hits] - first[of_hit]).tolist(),
            (all_ends[hits] - first[of_hit]).tolist(),
            ids.tolist(),
            self._scores[ids].tolist(),
            low_at,
            high_at,
            strict=True,
        )
        for word, start, end, piece, score, low_byte, high_byte in values:
            if words[word][start:end] == self._blob[low_byte:high_byte]:
                found[word].append((start, end, piece, score))
        return found

    def _best_path(
        self, data: bytes, pieces: Sequence[tuple[int, int, int, float]]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The most probable pieces of a word (Viterbi algorithm): their ids, and the number of
        characters behind the mark "▁" up to the end of each."""
        size = len(data)
        starts = [position for position in range(size) if data[position] & 0xC0 != 0x80]
        ends = [*starts[1:], size]
        # For each byte position: the best score up to it, and the last piece of that best path.
        best = [-1e30] * (size + 1)
        previous = [0] * (size + 1)
        last_piece = [UNKNOWN] * (size + 1)
        best[0] = 0.0
        at = 0
        for start, next_start in zip(starts, ends, strict=True):
            score = best[start]
            while at < len(pieces) and pieces[at][0] == start:
                _, end, piece, own = pieces[at]
                if score + own > best[end]:
                    best[end], previous[end], last_piece[end] = score + own, start, piece
                at += 1
            total = score + self._unknown_score
            if total > best[next_start]:
                best[next_start], previous[next_start] = total, start
                last_piece[next_start] = UNKNOWN
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
        return ids, piece_ends


def _hashes_of(
    text: bytes, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    """(n,) the hashes of n stretches of a text, each of one byte or more: the sum of their lengths
    and of each eight bytes of them, times an odd number for their place, modulo 2⁶⁴."""
    longest = int(lengths.max()) if len(lengths) else 0
    padded = text + bytes(longest + 8)
    eights = np.ndarray((len(padded) - 7,), "<u8", padded, strides=(1,))
    hashes = lengths.astype(np.uint64) * _factor(0)
    going_on = np.arange(len(starts))
    for place in range(0, longest, 8):
        going_on = going_on[lengths[going_on] > place]
        left = np.minimum(lengths[going_on] - place, 8)
        letters = eights[starts[going_on] + place] & _FIRST_BYTES[left]
        hashes[going_on] += letters * _factor(1 + place // 8)
    return hashes


def _factor(place: int) -> np.uint64:
    return np.uint64(pow(_BASE, place + 1, 2**64))


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
