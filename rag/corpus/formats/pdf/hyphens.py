"""Words broken at line ends: decide whether the hyphen belongs to the word or to the line break."""

from __future__ import annotations

import re
from functools import cache

from rag.corpus.formats.pdf.pieces import HYPHEN
from rag.language.identification import detect_language
from rag.language.language import Language
from rag.language.registry import languages
from rag.language.release_words import release_words

_DASHES = "-\u2010\u2011"
_LAST = re.compile(rf"[^\W_]+(?:[{_DASHES}’'][^\W_]+)*$")
_FIRST = re.compile(rf"[^\W_]+(?:[{_DASHES}][^\W_]+)*")
_RARE = 0.02  # with a smaller share of lines with a hyphen at the end, a text is not hyphenated
_SHORT = 40  # with fewer lines that cannot be decided, and the text counts as hyphenated
_STEM = 2  # how many last letters of a word may differ ("sous-marin", "sous-marines")
_LOOKED_AT = 120_000  # how many characters are searched for a word


def ends_broken(text: str) -> bool:
    """Whether a line ends with a hyphen right behind a letter or digit."""
    if text[-1:] == HYPHEN:
        return True
    return len(text) > 1 and text[-1] in _DASHES and text[-2].isalnum()


class Hyphens:
    """Decides for a document which hyphens at line ends belong to their words."""

    def __init__(self, lines: list[str]) -> None:
        """
        Args:
            lines: the lines of the document in reading order.
        """
        broken = [number for number, text in enumerate(lines) if ends_broken(text)]
        if not broken:
            return
        self._sample = " ".join(lines[min(len(lines) // 3, max(0, len(lines) - 8)) :][:8])
        whole = lines.copy()
        for number in broken:  # the broken words themselves are no evidence
            whole[number] = whole[number].rpartition(" ")[0]
            if number + 1 < len(whole):
                whole[number + 1] = whole[number + 1].partition(" ")[2]
        self._text = "\n".join(whole)[:_LOOKED_AT].casefold()
        self._by_default = len(lines) < _SHORT or len(broken) > max(2, _RARE * len(lines))

    def stays(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line belongs to the word.

        Args:
            before: the line.
            after: the next line.
        """
        end = before[:-1].split()[-1:]
        last, first = _LAST.search(end[0]) if end else None, _FIRST.match(after)
        return last is None or first is None or not self._was_put_there(last[0], first[0])

    def _was_put_there(self, last: str, first: str) -> bool:
        known = self._known(last.casefold(), first.casefold())
        if known is not None:
            return known
        if any(c.isdigit() for c in last + first) or (first[0].isupper() and not last.isupper()):
            return False
        if len(last) == 1 or any(dash in last for dash in _DASHES) or first[1:2] in tuple(_DASHES):
            return False
        if _is_compound(last.casefold(), first.casefold(), tuple(languages().values())):
            # Only the words of the text's language count: "co-ordination" is English, not French.
            code = detect_language(self._sample)
            read = tuple(known for known in languages().values() if known.code == code)
            if _is_compound(last.casefold(), first.casefold(), read):
                return False
        return self._by_default

    def _known(self, last: str, first: str) -> bool | None:
        """Whether the rest of the text has the word more often without the hyphen than with it;
        None if both are equally frequent."""
        joined, kept = f"{last}{first}", f"{last}-{first}"
        for whole, apart in ((joined, kept), (_stem(joined), _stem(kept))):
            counts = self._text.count(whole), self._text.count(apart)
            if counts[0] != counts[1]:
                return counts[0] > counts[1]
        return None


def _stem(word: str) -> str:
    return word[: max(6, len(word) - _STEM)]


def _is_compound(last: str, first: str, read: tuple[Language, ...]) -> bool:
    heads, tails = _compounds(read)
    return bool(heads.fullmatch(last) or tails.fullmatch(first))


@cache
def _compounds(read: tuple[Language, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of first parts and of last parts of words whose hyphen mostly stays."""
    heads, tails = release_words("compound_heads", read), release_words("compound_tails", read)
    return re.compile(heads), re.compile(tails)
