"""Cut a paragraph into sentences, as spans of its text. French and English first; the rules hold
for other languages written with these marks, and the marks of Chinese, Thai and Hindi are known.

Written for citations: spans never lose or move a character, "M. Stoltenberg", "18 nov. 2014",
"p. ex." and initials do not end a sentence, and a closing guillemet stays with what it closes.
"""

from __future__ import annotations

import re

from rag.types import Span

_ABBREVIATIONS = frozenset(
    """mm mme mlle mgr dr pr prof ste mr mrs ms jr sr gén gen amb cdt lt cap cpt sgt adm art al av
    bd chap cf cie co corp inc ltd dept dir ed éd env etc ex fig hab ibid inf janv fév févr feb
    avr apr juil sept oct nov déc dec jan jul aug op p pp réf rép resp sect suiv sup supp tel tél
    trad vol vs éq approx env gov hon rep sen rev dep ing lic sra srta dña ud uds bzw ca evtl ggf
    inkl nr str usw vgl""".split()
)  # fmt: skip
_MONTHS = frozenset("janv jan fév févr feb avr apr juil jul aug sept oct nov déc dec".split())
_NUMBERED = frozenset({"no", "nos", "n", "num"})  # "no. 5"
# Words that begin a sentence and are no surname.
_STARTERS = frozenset(
    """Le La Les L Il Elle Ils Elles Ce Cette Ces C Un Une Des En Au Aux À On Nous Dans Pour The It
    He She They This That These In On At A An We""".split()
)
# An abbreviation that may well end a sentence: it does when a capital follows.
_MAY_END = _MONTHS | frozenset(
    {"etc", "cie", "inc", "ltd", "co", "corp", "suiv", "hab", "al", "jr", "sr"}
)

_CLOSERS = r"[\s\u00a0\u202f]*[»”\"’')\]]*"
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++){_CLOSERS}(?=[\s\u00a0\u202f]|$)|(?P<wide>[。！？｡]+[」』”’）]*)|(?P<danda>।)"
)
_WORD_BEFORE = re.compile(r"([^\W_]+)$")
_OPENERS = " \t\r\n\u00a0\u202f«“\"‘'([–—-•"


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences in ``text[start:end]``, in order, without the blanks around them.

    Every character that is not blank lies in exactly one span.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.group("mark") and not _ends_sentence(text, match, start, stop):
            continue
        cut = _keep_closers(text, match)
        if cut > begin:
            _append(spans, text, begin, cut)
            begin = cut
    _append(spans, text, begin, stop)
    return spans


def _append(spans: list[Span], text: str, begin: int, cut: int) -> None:
    while begin < cut and text[begin].isspace():
        begin += 1
    while cut > begin and text[cut - 1].isspace():
        cut -= 1
    if begin < cut:
        spans.append(Span(begin, cut))


def _keep_closers(text: str, match: re.Match[str]) -> int:
    """End of the match, without an opening mark that the closers' pattern may have swallowed."""
    cut = match.end()
    found = match.group()
    # A straight quote or apostrophe after a blank opens the next sentence.
    bare = found.rstrip("\"'’")
    if bare != found and bare[-1:].isspace():
        follows = text[match.end() : match.end() + 1]
        if follows and not follows.isspace():
            cut = match.start() + len(bare.rstrip())
    return cut


def _ends_sentence(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    mark = match.group("mark")
    after = text[match.end() : min(match.end() + 12, stop)].lstrip(_OPENERS)
    closed = match.end() > match.end("mark")
    following = after[:1]
    if following and following.islower():
        return False  # « Non ! » a-t-il dit; the sentence goes on
    if mark != ".":
        return not (mark in ("…", "...") and following.islower())
    word = _WORD_BEFORE.search(text, max(start, match.start() - 24), match.start())
    if word is None or closed:
        return True
    last = word.group(1)
    lowered = last.casefold()
    if len(last) == 1 and last.isalpha():
        return _letter_ends(text, word.start(1), last, after)
    if lowered in _NUMBERED:
        return not following.isdigit()
    if lowered in _ABBREVIATIONS and word.start(1) > start:
        return not following or (lowered in _MAY_END and following.isupper())
    if lowered in _ABBREVIATIONS:
        return not following
    return True


def _letter_ends(text: str, at: int, letter: str, after: str) -> bool:
    """Whether a single letter and its stop end a sentence: a unit does ("à 15 h. Le ministre"), an
    initial does not ("J. Dupont"), the last of "S.A." does before a word that begins sentences."""
    if not after:
        return True
    if letter.islower():
        after_a_number = text[max(0, at - 3) : at].rstrip()[-1:].isdigit()
        return after[0].isupper() and (letter not in "mn" or after_a_number)
    word = re.match(r"[^\W\d_]+", after)
    acronym = at >= 1 and text[at - 1] == "."
    return acronym and word is not None and word.group() in _STARTERS
