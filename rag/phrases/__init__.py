"""Values as text for a person or a language model, in the current language.

The texts themselves are in ``rag/locales/``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from rag.lazy import regex
from rag.messages import LANGUAGES, date_in_words, message, use
from rag.messages import language as current_language
from rag.partial_date import PartialDate
from rag.types import (
    Answer,
    AnswerDate,
    AnswerPart,
    Generated,
    Hit,
    Place,
    Reason,
    Release,
    ReleaseSummary,
    Span,
    Statement,
)

_WORD = regex(r"[^\W\d_]{2}")
_CLOCK = regex(r"\d:\d\d")
# The lowest confidence for each step of certainty; the last step has none.
_CERTAINTY = ((0.8, "high"), (0.5, "fair"))


def reason_in_words(reason: Reason | None) -> str:
    """Why something was not done; ``""`` for None."""
    return message(reason.code, **reason.values) if reason is not None else ""


def answer_in_words(answer: Answer) -> str:
    """The short text that answers; ``""`` for an abstention.

    A series has each value with its time, a list its things, and a count how many there are with
    the time of each, or its name; else it is the first part's.
    """
    if not answer.parts:
        return ""
    values = [part_in_words(part) for part in answer.parts]
    if answer.form == "list":
        return ", ".join(values)
    if answer.form == "count":
        if not _counts_times(answer):
            return message("answer.counted", count=len(values), names=", ".join(values))
        return message("answer.count", count=len(values), times=" · ".join(filter(None, values)))
    if answer.form == "series":
        times = [date_in_words(part.time) if part.time else "" for part in answer.parts]
        pairs = zip(times, values, strict=True)
        return " · ".join(
            message("answer.of_time", time=time, value=value) if time else value
            for time, value in pairs
        )
    return values[0]


def _counts_times(answer: Answer) -> bool:
    """Whether a count is of times, and not of things."""
    return all(part.kind == "date" for part in answer.parts)


_PARTS_HEADING = {
    "value": "show.other_times",
    "statements": "show.other_statements",
    "differ": "show.differ",
    "series": "show.values",
    "list": "show.items",
    "count": "show.each_time",
}


def parts_heading(answer: Answer) -> str:
    """What the rows of ``part_rows`` are to the answer."""
    things = answer.form == "count" and not _counts_times(answer)
    return message(_PARTS_HEADING["list" if things else answer.form])


def part_rows(answer: Answer) -> list[tuple[str, AnswerPart]]:
    """The parts that are shown below the answer, each with a line of its time and value.

    Of one value, these are what the releases say of other times; else all parts.
    """
    parts = answer.parts[1:] if answer.form in ("value", "statements") else answer.parts
    rows = []
    for part in parts if len(answer.parts) > 1 else ():
        value = part_in_words(part)
        if part.time is not None and part.kind != "date":
            value = message("answer.of_time", time=date_in_words(part.time), value=value)
        rows.append((value, part))
    return rows


def as_of_in_words(answer: Answer) -> str:
    """How old the newest statement is ("2 juin 2023, il y a 3 ans"); ``""`` if the question asks
    for no state."""
    stated = answer.as_of
    if stated is None:
        return ""
    words = date_in_words(stated)
    bounds = stated.bounds
    months = (datetime.date.today() - bounds[1]).days // 30 if bounds else 0
    if months < 2 or answer.period is not None:
        return words
    if months < 12:
        age = message("show.months_ago", n=months)
    else:
        years = months * 30 // 365
        age = message("show.years_ago", n=years) if years > 1 else message("show.year_ago")
    return message("show.age", date=words, age=age)


def reading_in_words(answer: Answer) -> str:
    """How many releases were read, where more than one answers; else ``""``."""
    if len(answer.parts) < 2 and not any(part.also for part in answer.parts):
        return ""
    found = max(answer.releases_found, answer.releases_read)
    return message("show.read_of", read=answer.releases_read, found=found)


def part_in_words(part: AnswerPart) -> str:
    """The quoted words or the quoted sentence.

    If the answer is a date, the text also has its full form if the quote is relative ("hier") or
    in another language than our texts. For the release's own date, it has a note that says so.
    """
    date = part.date
    if part.kind == "words" and part.span is not None:
        return part.span.quote
    if part.kind != "date" or date is None:
        return part.sentence.quote
    quote = _date_quote(date)
    published = part.hit.release.published
    language = part.hit.release.language
    if date.of == "release":
        # Without evidence there is no quote: ``date_in_words`` already says that there is no year.
        yearless = date.date is not None and date.date.year is None and date.evidence is not None
        if yearless:
            return message("answer.release_date_no_year", date=quote)
        words = _translation(quote, date, language)
        if words:
            return message("answer.release_date_in_words", words=quote, date=words)
        return message("answer.release_date", date=quote)
    if date.against is not None:
        # "en septembre prochain (septembre 2022)"
        return message("answer.resolved", words=quote, date=date_in_words(date.date))
    if date.date is None and published.date is not None:
        # "mardi (communiqué : le 15 février)": without a year no date can be computed.
        span = published.span
        release_quote = part.hit.release.body[span.start : span.end] if span else None
        release_date = release_quote or date_in_words(published.date)
        return message("answer.relative", date=quote, release_date=release_date)
    words = _translation(quote, date, language)
    return message("answer.resolved", words=quote, date=words) if words else quote


def _date_quote(date: AnswerDate) -> str:
    """The words that state a date.

    A date in figures or a timestamp ("2019-11-07T14:46:54.089Z") is put into our own words, and so
    is a date without evidence.
    """
    quote = date.evidence.quote if date.evidence else ""
    if date.date is None or not _is_stamp(quote):
        return quote
    words = date_in_words(date.date)
    single = date.date.until is None and date.date.year is not None and date.date.day is not None
    return message("answer.on_day", date=words) if single else words


def _is_stamp(quote: str) -> bool:
    """Whether a date is written without words ("29.10.2025"), or has a time of day in figures.

    A year alone ("2014") does not count.
    """
    year = quote.strip().isdigit()
    return not year and (_WORD.search(quote) is None or _CLOCK.search(quote) is not None)


def _translation(quote: str, date: AnswerDate, language: str | None) -> str:
    """Our words for a quoted date with its year, if the release is in another language than our
    texts ("20 mai 2014" for "am 20. Mai 2014"); else ``""``."""
    if language in (None, current_language()) or date.date is None or not date.date.has_year:
        return ""
    words = date_in_words(date.date)
    return "" if words in quote or quote.isdigit() else words


_ABSTENTIONS: dict[str | None, str] = {
    "no-date-given": "answer.undated",
    "no-question": "answer.no_question",
    "nothing-found": "answer.nothing_found",
}


def abstention_in_words(answer: Answer) -> str:
    """Why there is no answer.

    Show the confidence with this text only for ``not-said``. If the answer lacks only a date, it is
    the confidence that a passage is about the question.
    """
    if answer.expression is not None:
        return message("operators.none")
    if answer.abstention == "nothing-found" and not answer.hits:
        return message("show.no_hits")
    if answer.abstention == "not-named":
        return message("answer.not_named", names=" · ".join(answer.missing))
    return message(_ABSTENTIONS.get(answer.abstention, "answer.none"))


def period_in_words(answer: Answer) -> str:
    """The period that the question names and how many hits belong to it; ``""`` for no period."""
    if answer.period is None:
        return ""
    quote = answer.question[answer.period.span.start : answer.period.span.end]
    count = sum(hit.match.period is not None for hit in answer.hits)
    return message("show.period_held", words=quote, held=count, all=len(answer.hits))


def speaker_in_words(statement: Statement, release: Release) -> str:
    """The speaker's name and role, as quoted from the release."""
    spans = (statement.speaker, statement.role)
    return ", ".join(release.body[span.start : span.end] for span in spans if span is not None)


def answer_date_in_words(date: AnswerDate, *, quoting: bool = True) -> str:
    """The date of an answer, and whether it is the event's or the release's.

    Args:
        quoting: whether to add the words that state the date. A stamp is never added.
    """
    quote = date.evidence.quote if date.evidence is not None and quoting else ""
    quote = "" if not quote or (date.date is not None and _is_stamp(quote)) else f"« {quote} »"
    if date.date is None:
        return f"{quote} ({whose_date(date)}, {message('show.unresolved')})"
    facts = ", ".join(filter(None, (whose_date(date), quote)))
    return f"{date_in_words(date.date)} ({facts})"


# Places that have another spelling as a key of ``stated`` in the locales.
_STATED_BY = {"front matter": "front_matter"}


def date_doubt_in_words(release: ReleaseSummary) -> str:
    """Why a person should look at a release's date: it is missing, or it is doubtful."""
    if release.date is None:
        return message("info.no_date")
    where = _STATED_BY.get(release.stated_by or "", release.stated_by)
    return message(
        "info.doubtful", date=date_in_words(release.date), where=message(f"stated.{where}")
    )


def whose_date(date: AnswerDate) -> str:
    """Whether a date is the event's or the release's; for a relative date, its reference date."""
    if date.date is not None and date.against is not None:
        return message("show.of_event_against", date=date_in_words(date.against))
    return message(f"show.of_{date.of}")


def certainty(confidence: float) -> str:
    """How sure an answer of that confidence is, in three steps: ``high``, ``fair`` or ``low``."""
    return next((step for low, step in _CERTAINTY if confidence >= low), "low")


def certainty_in_words(confidence: float) -> str:
    """The step of certainty as a person says it ("à vérifier")."""
    return message(f"page.sure.{certainty(confidence)}")


def confidence_in_words(confidence: float) -> str:
    """A confidence in per cent."""
    return message("page.percent", number=round(100 * confidence))


def match_in_words(hit: Hit, shared: Sequence[Span]) -> list[str]:
    """Why a hit was found, one line per reason.

    The reasons are the similarity of the vectors, BM25, the words shared with the question, the
    reader and the period.

    Args:
        shared: spans of the question's words in the release.
    """
    match, body = hit.match, hit.release.body
    lines = [
        message("page.why_dense", rank=_ordinal(match.dense_rank), score=match.dense_score)
        if match.dense_rank
        else message("page.why_no_dense"),
        message("page.why_lexical", rank=_ordinal(match.lexical_rank), score=match.lexical_score)
        if match.lexical_rank
        else message("page.why_no_lexical"),
    ]
    terms = dict.fromkeys(body[span.start : span.end].casefold() for span in shared)
    if terms:
        lines.append(message("page.why_terms", terms=", ".join(terms)))
    if match.span is not None and match.span_score is not None:
        quote = " ".join(body[match.span.start : match.span.end].split())
        lines.append(message("page.why_reader", words=quote, score=match.span_score))
    else:
        lines.append(message("page.why_unread"))
    if match.period is not None:
        lines.append(message(f"page.why_{match.period}"))
    return lines


def _ordinal(number: int) -> str:
    """A rank as it is said: "1er", "2e"."""
    return message("page.first" if number == 1 else "page.nth", number=number)


def title_in_words(release: Release | ReleaseSummary) -> str:
    """The title of a release, or "(untitled)"."""
    return release.title or message("show.untitled")


def pages_in_words(places: Sequence[Place]) -> str:
    """The page or pages of a stretch of a release; ``""`` if its file has no pages."""
    pages = [place.page for place in places if place.page is not None]
    if not pages:
        return ""
    first, last = min(pages), max(pages)
    if first == last:
        return message("show.page", number=first)
    return message("show.pages", first=first, last=last)


def place_in_words(hit: Hit) -> list[str]:
    """Where a passage stands: its release, its characters and, if its file has pages, its page."""
    passage = hit.passage
    return [
        hit.release.id,
        *filter(None, [pages_in_words(hit.places)]),
        f"{passage.start}-{passage.end}",
    ]


def copies_in_words(hit: Hit, name: Callable[[str], str] = str) -> str:
    """The other releases that are that of a hit again; ``""`` if there are none.

    Args:
        name: what to call a release, by its id.
    """
    if not hit.copies:
        return ""
    return message("show.copies", releases=", ".join(map(name, hit.copies)))


def author_in_words(generated: Generated) -> str:
    """Which model wrote a text, and that each sentence of it was checked."""
    return message("show.generated", model=generated.model or message("show.generated_by"))


def quoted(text: str) -> str:
    """A text between quotation marks; as it is if it has its own at both ends."""
    if text.startswith("«") and text.endswith("»"):
        return text
    return message("show.quoted", words=text)


def date_in_every_language(date: PartialDate) -> list[str]:
    """A date in words, in each of ``LANGUAGES``."""
    dates = []
    for code in LANGUAGES:
        with use(code):
            dates.append(date_in_words(date))
    return dates


def prompt_in_words(question: str, hits: Sequence[Hit], mark: str, nothing: str) -> tuple[str, str]:
    """The prompt for a language model, as (system message, user message).

    It is in the language of the first hit's release, or in English if we have no texts in that
    language.

    Args:
        mark: name of the tags around each passage.
        nothing: what the model must write if the passages do not answer.
    """
    language = hits[0].release.language
    with use(language if language in LANGUAGES else "en"):
        parts = []
        for number, hit in enumerate(hits, start=1):
            title = " ".join(hit.release.title.split()) or message("show.untitled")
            heading = f"[{number}] {title} ({date_in_words(hit.release.published.date)})"
            parts.append(f"<{mark}>\n{heading}\n{hit.passage.text}\n</{mark}>")
        parts.append(message("llm.question", question=" ".join(question.split())))
        return message("llm.system", nothing=nothing), "\n\n".join(parts)
