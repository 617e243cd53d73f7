"""Patterns for the words around a release's dates: labels, places, events, the tense of a lead."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import DASH, either, template
from rag.language.registry import languages
from rag.language.release_words import label_pattern, release_pattern, release_words
from rag.lazy import regex

# Also between a small letter and a capital: some pages lose the blank between two parts
# ("Communiqué de pressePublié le").
_WORD_START = r"(?:\b|(?<=(?-i:[a-zà-ÿ]))(?=(?-i:[A-ZÀ-Þ])))"
_CHUNK = r"[^\W\d_a-zß-ÿ](?:[\w\u0300-\u036f'’./& ]|-(?!-)){0,40}(?:\([^()\n]{2,40}\))?"


class Cues:
    """Patterns for the words around a date in a text, for some languages.

    Attributes:
        future: the future tense.
        today: words right before a date that make it the release's day.
        news: events that a lead reports of that day.
        older: words right before a date that tie it to something older.
        older_articles: words at the beginning of a date that tie it to something older.
        own_articles: words at the beginning of a date that make it the release's day.
    """

    def __init__(self, read: tuple[Language, ...]) -> None:
        def opening(field: str) -> re.Pattern[str]:
            return regex(rf"{release_pattern(field, read)}\s", re.IGNORECASE)

        future = either(template(language.calendar.tense.future) for language in read)
        self.future = regex(rf"\b{future}\b", re.IGNORECASE)
        self.today = regex(
            rf"\b{release_pattern('today', read)}[\s\u00a0]*[,(]?[\s\u00a0]*$", re.IGNORECASE
        )
        self.news = regex(rf"\b{release_pattern('news', read)}\b", re.IGNORECASE)
        self.older = regex(rf"\b{release_pattern('older', read)}[\s\u00a0]*$", re.IGNORECASE)
        self.older_articles = opening("older_articles")
        self.own_articles = opening("own_articles")


cues_of = lru_cache(maxsize=64)(Cues)


class LineCues:
    """Patterns for the words around a date in a line of its own, for all languages.

    Attributes:
        published, updated, embargo: the label right before the date; ``published_by`` is the
            label of publication followed by a name.
        any_label: a label of publication or change, anywhere in the line.
        another: what may follow a labelled date: the next label, or an author.
        at_once: the label of a release without embargo.
        done_at: "Fait à" and the like, at the beginning of the line where a text is signed.
        short_weekday: an abbreviated weekday at the end of a string.
        before_place: the whole text before the date of a dateline.
        day_titles: words of titles that name an event of the day.
        announcing: words of titles that announce a future event.
        number: a release's number.
        event: the label of an event's place or time, at the beginning of a line.
        on: the words between a label or a place and a date ("le", "on").
    """

    def __init__(self, read: tuple[Language, ...]) -> None:
        def of(field: str) -> str:
            return label_pattern(field, read)

        def any_case(source: str) -> re.Pattern[str]:
            return regex(source, re.IGNORECASE)

        on = rf"(?:\s+{of('before_date')})?\s*[:：,]?\s*\(?\s*$"
        name = rf"\s*:?\s*{of('by')}\s[^:<>\[\]/|\n]{{2,60}}?"
        separated = rf"(?:[,(|:/]|{DASH}{{1,2}}|/[^/\n]+/)"
        self.published = any_case(rf"{_WORD_START}{of('published')}{on}")
        self.published_by = any_case(rf"{_WORD_START}{of('published')}{name}[\s,]*{on}")
        self.updated = any_case(rf"{_WORD_START}{of('updated')}{on}")
        self.embargo = any_case(rf"{_WORD_START}{of('embargo')}{on}")
        self.any_label = any_case(rf"{of('updated')}|{of('published')}")
        self.another = any_case(
            rf"(?:{of('updated')}|{of('published')}|{of('embargo')}|{of('release_now')}|{of('by')}\s)"
        )
        self.at_once = any_case(rf"\b{of('release_now')}\b")
        self.done_at = any_case(rf"{of('done_at')}(?:\s+\w|\s*$)")
        self.short_weekday = any_case(
            rf"(?<![^\W_]){release_words('short_weekdays', read)}\.?,?[\s\u00a0]*$"
        )
        self.before_place = regex(
            rf"[^\w(]*\(?(?:(?:{_CHUNK}|\({_CHUNK}\))\s?(?:{separated}\s?){{1,2}}){{0,4}}"
            rf"(?:(?i:{of('before_date')})\s+)?"
        )
        self.day_titles = any_case(rf"\b{of('day_titles')}\b")
        self.announcing = any_case(rf"\b{of('announcing')}\b")
        self.number = any_case(
            rf"(?:{of('number_sign')}\s?)?(?:[A-Z]{{1,10}}[\s/._-]?)?\d[\d/._-]*"
        )
        self.event = any_case(rf"[\W_]*{of('event_labels')}\s*[:*]")
        self.on = any_case(of("before_date"))


_line_cues = lru_cache(maxsize=8)(LineCues)


def line_cues() -> LineCues:
    """The patterns for all languages: a header is often in another one than the text."""
    return _line_cues(tuple(languages().values()))


def is_day_title(text: str) -> bool:
    """Whether a title names an event of the day of the news ("Conseil des ministres du …") and
    announces nothing."""
    cues = line_cues()
    return cues.day_titles.search(text) is not None and cues.announcing.search(text) is None
