"""Join the words of a page to pieces of lines, by the gaps between them."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rag.corpus.formats.pdf.pieces import HYPHEN, Piece
from rag.corpus.formats.pdf.text_page import TextPage

_Boxes = NDArray[np.float32]

_WORD = re.compile("[^\\s\ufffe\x02\x00\xad\u200b\ufeff]+[\ufffe\x02\xad]?")
_WIDE = 1.0  # a wider gap, relative to the line's height, separates two cells or columns
_SPREAD = 5.0  # the same for a line that is spread to both edges
_LONG = 16  # in a word of at least so many letters a space may be missing
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_JUNK = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_TO_CLEAN = re.compile(f"{_JUNK.pattern}|[\xad\ufb00-\ufb06\u0300-\u036f]")


def pieces_of(page: TextPage) -> list[Piece]:
    """The pieces of the lines of a page, in the order in which the file draws them."""
    spans = [match.span() for match in _WORD.finditer(page.text)]
    if not spans:
        return []
    first, last = _boxes(page, spans)
    odd = _not_on_one_line(first, last)
    sideways = odd | (first[:, 0] > last[:, 2])  # or upside down
    if 2 * int(sideways.sum()) > len(spans) and _turn(page, spans, sideways):
        first, last = _boxes(page, spans)
        odd = _not_on_one_line(first, last)
    if odd.any():
        spans = _split_odd(page, spans, odd)
        if not spans:
            return []
        first, last = _boxes(page, spans)
    long = [
        (start, end)
        for start, end in spans
        if end - start >= _LONG and page.text[start : start + 4].isalpha()
    ]
    cuts = _gaps_within(page, long) if long else []
    if cuts:
        spans = _cut_spans(spans, cuts)
        first, last = _boxes(page, spans)
    words = [page.text[start:end] for start, end in spans]
    _mark_raised(page, spans, words, first, last)
    return _join(page, spans, words, np.minimum(first, last), np.maximum(first, last))


def _join(
    page: TextPage, spans: list[tuple[int, int]], words: list[str], low: _Boxes, high: _Boxes
) -> list[Piece]:
    left, top, right, bottom = low[:, 0], low[:, 1], high[:, 2], high[:, 3]
    starts = _starts(page, spans, words, low, high)
    lefts, rights, middles = left.tolist(), right.tolist(), ((top + bottom) / 2).tolist()
    begins = starts.tolist()
    ends = [*begins[1:], len(spans)]
    # The longest word of each piece: its length and its index are coded in one number.
    figures = np.fromiter(map(len, words), np.int64, len(words)) * len(words)
    longest = (np.maximum.reduceat(figures + np.arange(len(words)), starts) % len(words)).tolist()
    edges = zip(
        begins,
        ends,
        np.minimum.reduceat(left, starts).tolist(),
        np.minimum.reduceat(top, starts).tolist(),
        np.maximum.reduceat(right, starts).tolist(),
        np.maximum.reduceat(bottom, starts).tolist(),
        [middles[number] for number in longest],
        page.sizes([spans[number][0] for number in longest]),
        strict=True,
    )
    dirty = _TO_CLEAN.search(page.text) is not None
    out = []
    for begin, end, x0, y0, x1, y1, middle, size in edges:
        text = page.text[spans[begin][0] : spans[end - 1][1]]
        own = words[begin:end]
        if " ".join(own) != text:
            text = _spaced(page.text, spans, words, lefts, rights, begin, end, 0.05 * (y1 - y0))
        if end - begin > 4 and len(text) == 2 * (end - begin) - 1:
            text = _letters_together(own, lefts[begin:end], rights[begin:end])
        if dirty:
            text = clean(text)
        if not text:
            continue
        start, stop = spans[begin][0], spans[end - 1][0]
        bold = page.bold(start) and (stop == start or page.bold(stop))
        out.append(
            Piece(
                text,
                x0,
                y0,
                x1,
                y1,
                middle,
                size or y1 - y0,
                bold,
                own,
                lefts[begin:end],
                rights[begin:end],
            )
        )
    return out


def _spaced(
    text: str,
    spans: list[tuple[int, int]],
    words: list[str],
    lefts: list[float],
    rights: list[float],
    begin: int,
    end: int,
    touching: float,
) -> str:
    """The words of a piece, with one space for each run of spaces between them."""
    out = words[begin]
    for number in range(begin + 1, end):
        between = text[spans[number - 1][1] : spans[number][0]]
        if between != " ":
            # A line end between touching words is only a change of height, as in "1er".
            touches = lefts[number] - rights[number - 1] < touching
            between = "" if touches and between == "\r\n" else _SPACES.sub(" ", between)
        out += between + words[number]
    return out


def _letters_together(letters: list[str], lefts: list[float], rights: list[float]) -> str:
    """Join letters that were set apart (``C O M M U N I Q U É``) to words."""
    gaps = [left - right for left, right in zip(lefts[1:], rights[:-1], strict=True)]
    usual = sorted(gaps)[len(gaps) // 2]
    spaced = zip(letters[1:], gaps, strict=True)
    return letters[0] + "".join(
        f" {letter}" if gap > 1.7 * usual else letter for letter, gap in spaced
    )


def clean(text: str) -> str:
    """A text without control characters and soft hyphens, with ligatures as letters and with
    composed accents. A hyphen at its end stays, as ``\\ufffe``."""
    if text[-1] in "\x02\xad":
        text = text[:-1] + HYPHEN
    text = _JUNK.sub("", text).replace("\xad", "").translate(_LIGATURES)
    return unicodedata.normalize("NFC", text).strip(" ")


def _boxes(page: TextPage, spans: list[tuple[int, int]]) -> tuple[_Boxes, _Boxes]:
    """The boxes of the first and of the last character of each word, each (n, 4) float32."""
    indexes = [index for start, end in spans for index in (start, end - 1)]
    boxes = page.boxes(indexes)
    return boxes[::2], boxes[1::2]


def _starts(
    page: TextPage, spans: list[tuple[int, int]], words: list[str], low: _Boxes, high: _Boxes
) -> NDArray[np.intp]:
    """The indexes of the words that begin a piece."""
    left, top, right, bottom = low[:, 0], low[:, 1], high[:, 2], high[:, 3]
    height = np.minimum(bottom[1:] - top[1:], bottom[:-1] - top[:-1])
    shared = np.minimum(bottom[1:], bottom[:-1]) - np.maximum(top[1:], top[:-1])
    # In a script from right to left the next word stands on the other side.
    gap = np.maximum(left[1:] - right[:-1], left[:-1] - right[1:])
    beside = (shared > 0.5 * height) & (gap <= _SPREAD * height) & (gap > -0.5 * height)
    joined = beside & (gap <= _WIDE * height)
    broken = [number for number, word in enumerate(words[:-1]) if word[-1] in "\ufffe\x02\xad"]
    joined[broken] = beside[broken] = False
    _join_spread(page, spans, beside, joined, gap)
    return np.concatenate(([0], np.flatnonzero(~joined) + 1))


def _join_spread(
    page: TextPage,
    spans: list[tuple[int, int]],
    beside: NDArray[np.bool_],
    joined: NDArray[np.bool_],
    gap: _Boxes,
) -> None:
    """Join the words of a line that is spread to both edges of its column: its gaps are about
    equal, and the file has a space in each. ``joined`` is changed."""
    wide = np.flatnonzero(beside & ~joined)
    if not len(wide):
        return
    ends = np.flatnonzero(~beside)
    for run in {int(np.searchsorted(ends, number)) for number in wide.tolist()}:
        begin = int(ends[run - 1]) + 1 if run else 0
        end = int(ends[run]) if run < len(ends) else len(beside)
        gaps = gap[begin:end]
        even = len(gaps) > 1 and gaps.min() > 0.55 * gaps.max()
        if even and all(
            spans[number + 1][0] - spans[number][1] == 1 and page.written(spans[number][1])
            for number in range(begin, end)
        ):
            joined[begin:end] = True


def _not_on_one_line(first: _Boxes, last: _Boxes) -> NDArray[np.bool_]:
    """(n,) bool, whether a word begins and ends at different heights."""
    shared = np.minimum(first[:, 3], last[:, 3]) - np.maximum(first[:, 1], last[:, 1])
    height = np.minimum(first[:, 3] - first[:, 1], last[:, 3] - last[:, 1])
    odd: NDArray[np.bool_] = shared < 0.3 * height
    return odd


def _turn(page: TextPage, spans: list[tuple[int, int]], odd: NDArray[np.bool_]) -> bool:
    """Turn a page whose text is written sideways or upside down. Returns whether it was turned."""
    some = [spans[number][0] for number in np.flatnonzero(odd)[:9].tolist()]
    turns = {page.turned(index) for index in some}
    if len(turns) != 1 or turns == {0}:
        return False
    page.turn(turns.pop())
    return True


def _split_odd(
    page: TextPage, spans: list[tuple[int, int]], odd: NDArray[np.bool_]
) -> list[tuple[int, int]]:
    """The words, where a word over two lines is cut in two. Sideways and slanted text is left out:
    it stands in margins and behind the text."""
    out = []
    for number, (start, end) in enumerate(spans):
        if not odd[number]:
            out.append((start, end))
            continue
        if page.turned(start) or page.is_slanted(start):
            continue
        boxes = page.boxes(range(start, end))
        begin = start
        for index in range(start + 1, end):
            before, box = boxes[index - 1 - start], boxes[index - start]
            shared = min(before[3], box[3]) - max(before[1], box[1])
            if shared < 0.3 * min(before[3] - before[1], box[3] - box[1]):
                out.append((begin, index))
                begin = index
        out.append((begin, end))
    return out


def _gaps_within(page: TextPage, long: list[tuple[int, int]]) -> list[int]:
    """The positions at which long words are cut, because pdfium missed a gap between two words."""
    boxes = page.boxes([index for start, end in long for index in range(start, end)])
    gaps = boxes[1:, 0] - boxes[:-1, 2]
    wide = gaps > 0.16 * (boxes[1:, 3] - boxes[1:, 1])
    cuts: list[int] = []
    at = 0
    for start, end in long:
        found = np.flatnonzero(wide[at : at + end - start - 1])
        if 0 < len(found) <= (end - start) // 4:  # else the letters are set apart
            cuts += (found + start + 1).tolist()
        at += end - start
    return cuts


def _cut_spans(spans: list[tuple[int, int]], cuts: list[int]) -> list[tuple[int, int]]:
    out = []
    for start, end in spans:
        bounds = [start, *(cut for cut in cuts if start < cut < end), end]
        out += list(pairwise(bounds))
    return out


def _mark_raised(
    page: TextPage, spans: list[tuple[int, int]], words: list[str], first: _Boxes, last: _Boxes
) -> None:
    """Replace small raised digits by superscript digits: ``2023¹`` is a year and a note number."""
    for number in np.flatnonzero(_raised(first, last)).tolist():
        start, end = spans[number]
        if not page.text[end - 1].isdigit():
            continue
        sizes = page.sizes(range(start, end))
        cut = end
        while cut > start and sizes[cut - 1 - start] < 0.85 * sizes[0]:
            cut -= 1
        digits = page.text[cut:end].translate(_RAISED)
        words[number] = page.text[start:cut] + digits
    for number in np.flatnonzero(_raised(last[:-1], first[1:])).tolist():
        word, near = words[number + 1], abs(first[number + 1, 0] - last[number, 2])
        if near < 6 and word.rstrip(".,;:»)").isdigit():
            before, after = page.sizes([spans[number][0], spans[number + 1][0]])
            if after < 0.85 * before:
                words[number + 1] = word.translate(_RAISED)


def _raised(first: _Boxes, last: _Boxes) -> NDArray[np.bool_]:
    tall, small = first[:, 3] - first[:, 1], last[:, 3] - last[:, 1]
    raised: NDArray[np.bool_] = (small < 0.88 * tall) & (last[:, 3] < first[:, 3] - 0.1 * tall)
    return raised
