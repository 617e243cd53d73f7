"""Recognise lines that do not belong to a release's own text, by their words and their form: dates
and labels, reference numbers, the parts of a web page around a text, contacts, legal notices."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.corpus.labels import labels
from rag.corpus.release_dates.header import header_dates
from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.lazy import regex

_MARKS = " \t\u00a0\u202f•·▪‣◦*_#|–—-"
_SEPARATORS = regex(r"[|•·\t]|\s[–—-]+\s|[ \u00a0]{3,}")
_REFERENCE = regex(
    r"(?:N[°ºo]?\.?\s?)?(?:[A-Z]{1,10}\s?[/.–-]?\s?)?\d{2,6}(?:\s?[/.–-]\s?\w{1,6}){0,4}"
    r"(?:\s?\((?:[A-Z][\w.]{0,12}\s?\d{0,5}|OR\.?\s?\w\w)\))?|\((?:OR\.?\s?)?\w\w\)"
    r"|[A-Z]{1,8}(?:[/.-][A-Z0-9]{1,8}){1,5}(?:\s\w{1,3})?"
)
_PAGE_NUMBER = regex(r"(?:[^\W\d_]{1,7}\s?)?\d{1,4}(?:\s?(?:/|[^\W\d_]{1,4})\s?\d{1,4})?")
_LANGUAGE_CODES = regex(r"(?:[^\W\d_][^:|]{0,40}:\s?)?(?:[A-Z]{2}\s?[|/,·]?\s?){1,40}")
_IMAGE = regex(
    r"!?\[[^\]]*\]\([^)]*\)|\[(?:image|photo|logo|img|figure)\b[^\]]*\]"
    r"|\S+\.(?:jpe?g|png|gif|svg|webp|pdf|docx?|mp[34])(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_PHONE = regex(
    r"(?:\+|\b00|\(0\)|\b0)[\d\u00a0 ().*/-]{7,}\d"
    r"|(?<!\d)(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)"
)
_END_MARK = regex(r"(?:#\s?){2,}|-\s?30\s?-|[-–—\s*]*(?:xxx|\u25a0)[-–—\s*]*", re.IGNORECASE)
_LONGEST_LINE = 160


class _Words:
    """The beginnings of lines around a text, and whole lines, as in ``ReleaseWords``."""

    def __init__(self) -> None:
        read = tuple(languages().values())

        def of(field: str, tail: str = "") -> re.Pattern[str]:
            return regex(rf"(?:{release_pattern(field, read)}){tail}", re.IGNORECASE)

        end = r"(?!\w)"
        self.site, self.site_lines = of("site", end), of("site_lines")
        self.sections, self.about = of("sections", end), of("about")
        self.ends = of("release_ends")


_words = lru_cache(maxsize=1)(_Words)


def is_header_line(text: str, *, near_top: bool) -> bool:
    """Whether a line has only dates, labels ("Communiqué de presse", "Mis à jour le"), a place
    before the date ("Paris, le 12 mars 2021") and marks.

    Args:
        near_top: whether the line stands near the top of the release. Elsewhere only a line with a
            date of publication or change, or of marks only, is a header line.
    """
    bare = text.strip(_MARKS)
    if not any(character.isalnum() for character in bare):
        return True
    if len(bare) > 120:
        return False
    parts = [part.strip(_MARKS) for part in _SEPARATORS.split(bare)]
    told = [part for part in parts if part]
    own = [part for part in told if not (is_contact(part) or labels().contact.search(part))]
    kinds = {_header_part(part) for part in own or told}  # whom to call may stand beside a date
    if "text" in kinds:
        return False
    if kinds & {"update", "published"}:
        return True
    return near_top and bool(kinds & {"date", "label"})


def is_reference(text: str) -> bool:
    """Whether a line is a release's number ("RE/2541", "6737/10 (Presse 37)") or a page number."""
    bare = text.strip(_MARKS)
    if len(bare) > 40 or not bare:
        return False
    if _PAGE_NUMBER.fullmatch(bare) and (bare[0].isdigit() or "/" in bare or len(bare) <= 12):
        return re.fullmatch(r"(?:19|20)\d\d", bare) is None
    return _REFERENCE.fullmatch(bare) is not None


def is_site_line(text: str) -> bool:
    """Whether a line belongs to the web page around a text: navigation, share links, comment
    forms, cookie notices, related articles, images, a list of languages."""
    bare = text.strip(_MARKS + "[]›»«<>→←↑:✕×")
    if not bare or len(bare) > 2 * _LONGEST_LINE:
        return False
    words = _words()
    if len(bare) <= 3 and bare.isalpha():
        return True  # a language code or a file type
    if words.site_lines.fullmatch(bare.rstrip(" .:")) or _IMAGE.fullmatch(text.strip()):
        return True
    if _LANGUAGE_CODES.fullmatch(bare) and len(bare.split()) > 2:
        return True
    crumbs = [part for part in re.split(r"\s[>›»/|]\s", bare) if part.strip()]
    if len(crumbs) > 2 and all(len(part) <= 40 for part in crumbs):
        return not is_header_line(text, near_top=True)
    return words.site.match(bare) is not None


def opens_contacts(text: str) -> bool:
    """Whether a line opens contacts, a legal notice or the like. The short lines that follow it
    belong to the same part."""
    bare = text.strip(_MARKS)
    return len(bare) <= 2 * _LONGEST_LINE and _words().sections.match(bare) is not None


def is_contact(text: str) -> bool:
    """Whether a line is mostly a telephone number, an e-mail address or a web address."""
    if len(text) > _LONGEST_LINE:
        return False
    left = _PHONE.sub(" ", _ADDRESS.sub(" ", text))
    found = len(text) - len(left)
    return found > 0 and len(re.findall(r"[^\W\d_]{2,}", left)) <= 6


def opens_about(text: str) -> bool:
    """Whether a line is the heading over what the publisher says of itself in every release."""
    bare = text.strip(_MARKS)
    return len(bare) <= 100 and _words().about.match(bare) is not None


def is_end_mark(text: str) -> bool:
    """Whether a line ends the release: "###", "-30-", "FIN"."""
    bare = text.strip(" \t\u00a0*–—-").rstrip(".")
    return _END_MARK.fullmatch(text.strip()) is not None or (
        _words().ends.fullmatch(bare) is not None
    )


def _header_part(text: str) -> str:
    """``date``, ``time``, ``label``, ``update``, ``published`` or ``text``."""
    known = labels()
    dates = header_dates(text, 0, len(text), None)
    signed = bool(dates) and known.byline.fullmatch(text, dates[-1].end) is not None
    rest = text = text[: dates[-1].end] if signed else text
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    place = re.sub(r"\s+", " ", known.clock.sub(" ", rest)).strip(" .,:;/，、،؛：")
    rest = place.strip(" .,:;()/：")
    if not dates:
        return "time" if not rest else "label" if known.label.fullmatch(rest) else "text"
    if known.updated.fullmatch(rest):
        return "update"
    if known.published.fullmatch(rest):
        return "published"
    labelled = known.label.fullmatch(rest) or known.date_label.fullmatch(rest)
    if not any(character.isalnum() for character in rest) or labelled:
        return "date"
    place = known.weekday.sub("", place).strip(" ,")
    if _is_tied(text, dates[0].start):
        return "text"  # "Conseil des ministres du 3 mai 2021" is a title
    placed = known.place.fullmatch(place) is not None
    at_the_end = not any(character.isalnum() for character in text[dates[-1].end :])
    return "date" if at_the_end and (not place or (placed and not signed)) else "text"


def _is_tied(text: str, start: int) -> bool:
    """Whether the date at ``start`` belongs to the word before it."""
    genitive = labels().genitive
    before = text[:start].rstrip()
    if not before or not before[-1].isalnum():
        return False
    last = before.split()[-1]
    tied = genitive.fullmatch(last) is not None and len(before) > len(last)
    return tied or genitive.match(text, start) is not None
