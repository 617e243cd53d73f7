"""XLM-R's unigram tokenizer (Kudo 2018) over the packed vocabulary, ready in a fifth of a second.

The ``tokenizers`` library gives the same ids (a test compares them) but takes over a second to
build its trie of 250,000 pieces, longer than a small corpus takes to encode. Pieces never cross a
blank, so words are segmented one by one and remembered.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3

# The file's normalisation map is NFKC but for these characters (XLM-R's nmt_nfkc rules).
REMOVED = "[\x01-\x08\x0b\x0e-\x1f\x7f\u008f\u009f]"
TO_SPACE = "[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
_REMOVED, _TO_SPACE = re.compile(REMOVED), re.compile(TO_SPACE)
_CHANGED = re.compile(f"{REMOVED}|{TO_SPACE}")
_RUN = re.compile(r"\S+")
_REMEMBERED = 200_000


class UnigramTokenizer:
    """Text to token ids, begin and end marks included. Safe from several threads.

    Args:
        blob: the pieces' UTF-8, one after the other.
        offsets: where each begins, and the end of the last.
        scores: their log-probabilities.
    """

    def __init__(self, blob: bytes, offsets: Sequence[int], scores: Sequence[float]) -> None:
        # The control pieces at both ends are left out: a text that says "</s>" does not end.
        bounds = itertools.pairwise(offsets[4:-1])
        self._ids = {blob[start:end]: n for n, (start, end) in enumerate(bounds, start=4)}
        self._scores = scores
        self._longest = max(map(len, self._ids))
        self._unknown_score = min(scores) - 10.0
        self._words: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def encode(self, text: str) -> list[int]:
        """Ids of the text, between the begin and the end mark."""
        clean = _TO_SPACE.sub(" ", _REMOVED.sub("", text))
        ids = [BEGIN]
        for word in unicodedata.normalize("NFKC", clean).split(" "):
            if word:
                ids.extend(self._segment(word)[0])
        ids.append(END)
        return ids

    def encode_with_offsets(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Ids without begin and end mark, and the characters of ``text`` that each stands for.

        Returns:
            Ids, and as many (start, end) with ``0 <= start <= end <= len(text)``, in order.
        """
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for word, starts, ends in _words_with_places(text):
            pieces, stops = self._segment(word)
            ids.extend(pieces)
            at = 0
            for stop in stops:
                if stop > at:
                    offsets.append((starts[at], ends[stop - 1]))
                else:  # the mark of a word's beginning, alone
                    offsets.append((starts[at], starts[at]))
                at = stop
        return ids, offsets

    def _segment(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The most probable pieces of "▁word" (Viterbi), and how many characters of the word
        stand before the end of each. Remembered."""
        known = self._words.get(word)
        if known is not None:
            return known
        data = ("▁" + word).encode("utf-8", "replace")
        size = len(data)
        # A character starts at every byte that is not a continuation byte.
        starts = [at for at in range(size) if data[at] & 0xC0 != 0x80]
        best = [-1e30] * (size + 1)
        came_from = [0] * (size + 1)
        piece = [UNKNOWN] * (size + 1)
        best[0] = 0.0
        ends = [*starts[1:], size]
        for position, start in enumerate(starts):
            score = best[start]
            for at in range(position, len(ends)):
                end = ends[at]
                if end - start > self._longest:
                    break
                number = self._ids.get(data[start:end])
                if number is not None:
                    total = score + self._scores[number]
                    if total > best[end]:
                        best[end], came_from[end], piece[end] = total, start, number
            end = ends[position]
            if score + self._unknown_score > best[end]:
                best[end], came_from[end], piece[end] = score + self._unknown_score, start, UNKNOWN
        backwards: list[tuple[int, int]] = []
        at = size
        while at:
            # A run of unknown characters is one unknown token.
            if not (piece[at] == UNKNOWN and backwards and backwards[-1][0] == UNKNOWN):
                backwards.append((piece[at], at))
            at = came_from[at]
        backwards.reverse()
        ids = tuple(number for number, _ in backwards)
        stops = tuple(max(len(data[:end].decode("utf-8")) - 1, 0) for _, end in backwards)
        if len(self._words) < _REMEMBERED:
            self._words[word] = ids, stops
        return ids, stops


def _words_with_places(text: str) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    """The words as ``encode`` sees them, with the start and the end in ``text`` of each of their
    characters. A word that normalisation leaves alone, as most, needs no map."""
    for run in _RUN.finditer(text):
        word, start = run.group(), run.start()
        if unicodedata.is_normalized("NFKC", word) and not _CHANGED.search(word):
            yield word, range(start, run.end()), range(start + 1, run.end() + 1)
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
    """Characters with the combining marks (and Hangul vowels and finals) that may join them."""
    begin = 0
    for at in range(1, len(word) + 1):
        if at < len(word) and (unicodedata.combining(word[at]) or "\u1160" <= word[at] <= "\u11ff"):
            continue
        yield range(begin, at)
        begin = at
