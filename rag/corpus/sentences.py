"""Cut a paragraph into sentences, as spans of its text. French and English first; the rules hold
for other languages written with these marks, and the marks of Chinese, Thai and Hindi are known.

Written for citations: spans never lose or move a character, "M. Stoltenberg", "18 nov. 2014",
"p. ex." and initials do not end a sentence, and a closing guillemet stays with what it closes.
"""

from __future__ import annotations

import re

from rag.types import Span

_ABBREVIATIONS = frozenset(
    ["m", "mm", "mme", "mlle", "mgr", "dr", "pr", "prof", "me", "st", "ste", "mr", "mrs", "ms", "jr", "sr", "gén", "gen", "amb", "col", "cdt", "lt", "cap", "cpt", "sgt", "adm", "art", "al", "av", "bd", "chap", "cf", "cie", "co", "corp", "inc", "ltd", "dept", "dir", "ed", "éd", "env", "etc", "ex", "fig", "hab", "ibid", "id", "inf", "jan", "janv", "fév", "févr", "feb", "mar", "avr", "apr", "jul", "juil", "jun", "aug", "août", "sep", "sept", "oct", "nov", "déc", "dec", "lundi", "n", "no", "nos", "nr", "num", "op", "p", "pp", "par", "ph", "réf", "rép", "resp", "sect", "sec", "suiv", "sup", "supp", "t", "tel", "tél", "trad", "v", "vol", "vs", "éq", "approx", "env", "min", "max", "gov", "hon", "rep", "sen", "rev", "dep", "ca", "ing", "lic", "sra", "srta", "dña", "ud", "uds", "bzw", "ca", "evtl", "ggf", "inkl", "nr", "str", "usw", "vgl"]
)  # fmt: skip
# An abbreviation that may well end a sentence: it does when a capital follows.
_MAY_END = frozenset({"etc", "cie", "inc", "ltd", "co", "corp", "suiv", "hab", "al", "jr", "sr"})

_CLOSERS = r"[\s\u00a0\u202f]*[»”\"’')\]]*"
_END = re.compile(
    rf"(?P<mark>[.!?…]+){_CLOSERS}(?=[\s\u00a0\u202f]|$)|(?P<wide>[。！？｡]+[」』”’）]*)|(?P<danda>।)"
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
    opener = re.search(r"[\s\u00a0\u202f]+[\"'’]+$", found)
    if opener is not None:
        follows = text[match.end() : match.end() + 1]
        if follows and not follows.isspace():
            cut = match.start() + opener.start()
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
        # An initial ("J. Dupont"); a single letter ends a sentence only before nothing.
        return not following or (last in {"y", "à", "a"} and following.isupper())
    if lowered in _ABBREVIATIONS and word.start(1) > start:
        return not following or (lowered in _MAY_END and following.isupper())
    if lowered in _ABBREVIATIONS:
        return not following
    return True
