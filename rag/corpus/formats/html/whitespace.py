"""Text as a browser shows it: one blank for each run, and no characters without width."""

from __future__ import annotations

import re

from rag.corpus.decoding import SIGNS

BREAK = "\x00"  # a line break inside a block; markup never holds a NUL

_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Controls, soft hyphens, marks without width, and the private characters of icon fonts.
_UNSEEN = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ue000-\uf8ff]")
_CONTROLS = {**dict.fromkeys((*range(1, 9), *range(14, 28), 127)), 0: " "}
_AROUND = " \u00a0\u202f\u2007"
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")


def collapsed(text: str) -> str:
    """The text on one line, with one blank for each run of blanks and line breaks."""
    if not text.isascii():
        text = _UNSEEN.sub("", text.translate(SIGNS))
    return _SPACES.sub(" ", text.translate(_CONTROLS)).strip(_AROUND)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a block. A break ends a line, and two breaks in a row end a paragraph.
    Lines have no blanks around them."""
    if BREAK not in text:
        whole = collapsed(text)
        return [whole] if whole else []
    lines = [collapsed(line) for line in text.split(BREAK)]
    return [part for part in re.split(r"\n{2,}", "\n".join(lines).strip("\n")) if part]


def preformatted(text: str) -> list[str]:
    """The paragraphs of a preformatted text. Their lines stay."""
    plain = _UNSEEN.sub("", text.replace(BREAK, "\n").replace("\r\n", "\n").replace("\r", "\n"))
    parts = _BLANK_LINE.split(plain)
    found = ("\n".join(line.rstrip() for line in part.split("\n")).strip("\n") for part in parts)
    return [part for part in found if part.strip()]
