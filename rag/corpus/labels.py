"""Patterns for labels of header lines, captions and contacts, and for places, in all languages."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.language import Language
from rag.language.registry import languages, read_with
from rag.language.release_words import label_pattern, release_words
from rag.language.vocabulary import vocabulary
from rag.lazy import regex

_ZONE = (
    r"(?:GMT|UTC|W?CES?T|WES?T|BST|MES?Z|[ECMP][DS]?T|HNE|HAE|HEC|HAEC|[ap]\.?m\.?)"
    r"(?![^\W\d_])"
)
# Accents may be composed with their letters or stand behind them.
_NAME = r"[^\W\d_a-zß-ÿ][\w\u0300-\u036f'’.-]*"

_LABELLED = regex(
    r"\s*(?:\[([^\[\]]{2,60})\]\s*[:–—-]?|([^:–—|\[\]]{2,60}?)\s*(?::|\s[–—|-]\s))\s*(?=[\w«“\"])"
)


class Labels:
    """Patterns for the rest of a line without its dates.

    Attributes:
        kind: a label of the kind of text ("Communiqué de presse n° 12"), without a date.
        label: a label, with or without a number behind it.
        date_label: a text that is a label only beside a date.
        published, updated, embargo: labels of the day of publication, of a change, and of the end
            of an embargo.
        place: a few words before a date: "Paris, le", "Washington, D.C.,", "Genève (Suisse), le".
        weekday: a weekday, with or without "le" before it.
        clock: a time of day, or how long a page takes to read.
        byline: an author behind a date: ", par le service de presse".
        genitive: a word that ties a date to the word before it ("réunion du").
        credit: the beginning of a caption.
        contact: the beginning of a line that says whom to call, or an e-mail address.
    """

    def __init__(self, read: tuple[Language, ...]) -> None:
        def of(field: str) -> str:
            return label_pattern(field, read)

        on = rf"(?:\s+(?:{of('before_date')}|{of('older_articles')}))?\s*[:：]?\s*"
        number = rf"\s*(?:{of('number_sign')}\s*)?[\s\d()/_-]*"
        small = release_words("place_words", read)
        oclock = of("clock_end")
        time = (
            rf"\d{{1,2}}(?:\s?[:h]\s?\d{{2}}(?::\d\d(?:\.\d+)?)?(?:\s?min)?(?:\s?(?:{_ZONE}|{oclock}))*"
            rf"|(?:\.\d\d)?\s?(?:{oclock}|{_ZONE}|[ap]\.?m\.?(?![^\W\d_])))"
            r"(?:\s?Z|\s?[+-]\d\d:?\d\d)?"
        )

        def any_case(source: str) -> re.Pattern[str]:
            return regex(source, re.IGNORECASE)

        self.kind = any_case(rf"(?:{of('labels')}|{of('release_now')}){number}")
        self.label = any_case(
            rf"(?:{of('labels')}|{of('published')}|{of('embargo')}|{of('release_now')}){number}{on}{number}"
        )
        self.date_label = any_case(rf"{of('date_labels')}{on}{number}")
        self.published = any_case(rf"{of('published')}{on}")
        self.updated = any_case(rf"{of('updated')}{on}")
        self.embargo = any_case(rf"{of('embargo')}{on}")
        self.place = regex(
            rf"{_NAME}(?:[ -](?:{_NAME}|{small})){{0,4}}\s*"
            rf"(?:,\s?[^\W\d_][\w\u0300-\u036f.]*|\([^)\d]{{2,30}}\))?\s*,?(?:\s+{of('before_date')})?\s*"
        )
        self.weekday = any_case(rf"\b(?:{of('before_date')}\s+)?{vocabulary(read).weekday}\b,?")
        self.clock = any_case(
            rf"\b{of('reading_time')}(?!\w)|(?:\b{of('clock')}\s+)?(?:\b|(?<=\d)(?=T))T?{time}(?!\w)"
            r"|\(?\b(?:GMT|CET|CEST|UTC)\b\)?"
        )
        self.byline = any_case(rf"[\s\u00a0,;:|–—-]*{of('by')}\s[^.!?:]{{2,50}}")
        self.genitive = any_case(rf"(?:of|{of('older_articles')})(?!\w)")
        self.credit = any_case(rf"^(?:©|{of('credit')})")
        self.contact = any_case(rf"^{of('contact')}|[\w.]+@[\w.]+\.\w")


_labels = lru_cache(maxsize=64)(Labels)


def labels() -> Labels:
    """The patterns for all languages together: the language of a header line is not known, and is
    often another one than that of the text."""
    return _labels(tuple(languages().values()))


def without_label(title: str) -> str:
    """A title without a label of its kind before it ("Communiqué de presse : …", "[CP] …")."""
    found = _LABELLED.match(title)
    is_label = found and labels().kind.fullmatch((found[1] or found[2]).strip())
    return title[found.end() :] if found and is_label else title


def states_something(text: str, language: str | None) -> bool:
    """Whether a short line is probably a sentence without its full stop, and not a heading or a
    caption: it has a number or an auxiliary verb."""
    return _states(read_with(language)).search(text) is not None


@lru_cache(maxsize=64)
def _states(read: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(rf"\d|\b{release_words('auxiliaries', read)}\b")
