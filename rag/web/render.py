"""Answers, passages and releases as HTML.

Text of a release or a question is never markup: all of it goes through ``escape``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from itertools import chain, pairwise, repeat
from typing import Any

import rag
from rag.messages import date_in_words, message
from rag.phrases import (
    abstention_in_words,
    addition_in_words,
    as_of_in_words,
    build_in_words,
    confidence_in_words,
    copies_in_words,
    match_in_words,
    pages_in_words,
    part_rows,
    parts_heading,
    period_in_words,
    reading_in_words,
    remarks_in_words,
    skipped_in_words,
    speaker_in_words,
    title_in_words,
    whose_date,
)
from rag.web.exports import formats
from rag.web.link import Sort
from rag.web.timeline import timeline

_MAX_ROWS = 200
# The browser finds the direction of a text by its script, whatever the page's own direction.
_AUTO = ' dir="auto"'


def results_html(
    answer: rag.Answer,
    shared: Sequence[Sequence[rag.Span]],
    sort: Sort = "relevance",
    note: str = "",
) -> str:
    """All that the page shows for a question.

    Args:
        shared: for each hit, the spans of the question's words in its passage.
        sort: order of the passages; each keeps its rank by relevance as its number.
        note: a sentence to show before the answer; ``""`` for none.
    """
    before = note_html(note) if note else ""
    return before + answer_html(answer) + timeline(answer.hits) + hits_html(answer, shared, sort)


def answer_html(answer: rag.Answer) -> str:
    """The answer with its sentence, date, confidence and citations; or the abstention."""
    heading = escape(message("page.answer"))
    if answer.status == "passages":
        note = f"<p>{escape(message('answer.search'))}</p>"
        return f'<section class="answer search" aria-label="{heading}">{note}</section>'
    if answer.status == "abstained":
        return (
            f'<section class="answer abstained" aria-label="{heading}">{_abstention(answer)}'
            "</section>"
        )
    rows = []
    part = answer.parts[0]
    attributes = _text_attributes(part.hit.release)
    # Of a series, a list or a count each part has its own sentence and date.
    if answer.sentence != answer.text and not answer.is_joined:
        rows.append(
            _row(
                "show.sentence",
                f"<q{attributes}>{_sentence(part)}</q>{_citation_button(answer, 0)}",
            )
        )
    if answer.statement is not None and not answer.is_joined:
        speaker = speaker_in_words(answer.statement, part.hit.release)
        rows.append(_row("show.speaker", f"<span{_AUTO}>{escape(speaker)}</span>"))
    if answer.date is not None and not answer.is_joined:
        rows.append(_row("show.date", _date(answer, answer.date)))
    rows.append(_row("show.confidence", escape(confidence_in_words(answer.confidence))))
    rows.append(_period(answer))
    if part.also:
        rows.append(_row("show.also", _releases(part.also)))
    as_of = as_of_in_words(answer)
    if as_of:
        rows.append(_row("show.as_of", escape(as_of)))
    read = reading_in_words(answer)
    if read:
        rows.append(_row("show.read", escape(read)))
    citations = "".join(
        f'<li id="citation-{number}"><button type="button" class="cite" '
        f'data-open="{escape(c.id)}"><q{attributes}>{escape(c.quote)}</q></button> '
        f'<span class="place">{escape(c.release_id)}, '
        f"{escape(message('page.characters', start=c.start, end=c.end))}</span></li>"
        for number, c in enumerate(answer.citations, start=1)
    )
    cited = f"<h3>{escape(message('show.citations'))}</h3><ol>{citations}</ol>"
    return (
        f'<section class="answer" aria-label="{heading}">'
        f'<h2 class="text"{_AUTO}>{escape(answer.text)}</h2><dl>{"".join(rows)}</dl>'
        f"{_parts(answer)}"
        f"{'' if answer.is_joined else cited}{_exports(answer)}</section>"
    )


def _parts(answer: rag.Answer) -> str:
    """What other releases say, each in a row that opens its place."""
    items = "".join(
        f"<li>{_opening_quote(line, part.span or part.sentence)}{_also(part.also)}</li>"
        for line, part in part_rows(answer)
    )
    if not items:
        return ""
    return f'<h3>{escape(parts_heading(answer))}</h3><ol class="parts">{items}</ol>'


def _opening_quote(text: str, citation: rag.Citation) -> str:
    """A text that opens the place of a citation."""
    return (
        f'<button type="button" class="cite" data-open="{escape(citation.id)}"{_AUTO}>'
        f'{escape(text)}</button> <span class="place">{escape(citation.release_id)}</span>'
    )


def _also(citations: Sequence[rag.Citation]) -> str:
    """Behind a row, the other releases that say the same."""
    if not citations:
        return ""
    said = escape(message("show.also"))
    return f' <span class="also">{said} {_releases(citations)}</span>'


def _releases(citations: Sequence[rag.Citation]) -> str:
    """The releases of citations, each a button that opens its place."""
    return ", ".join(
        f'<button type="button" class="cite" data-open="{escape(c.id)}">{escape(c.release_id)}'
        "</button>"
        for c in citations
    )


def hits_html(
    answer: rag.Answer, shared: Sequence[Sequence[rag.Span]], sort: Sort = "relevance"
) -> str:
    """The passages, with marks on the words that answer, the quotes and the question's words.

    Args:
        shared, sort: as for ``results_html``.
    """
    if not answer.hits:
        return ""
    heading = escape(message("show.nearest" if answer.status == "abstained" else "show.passages"))
    pairs = list(zip(answer.hits, shared, strict=True))
    if sort == "date":
        pairs.sort(key=lambda pair: _date_order(pair[0]))
    items = "".join(_hit(answer, hit, spans) for hit, spans in pairs)
    return (
        f'<section class="hits" aria-label="{heading}"><h3>{heading}</h3><ol>{items}</ol></section>'
    )


def release_html(
    release: rag.Release,
    citation: rag.Citation,
    shared: Iterable[rag.Span],
    moved: bool,
    answer_span: rag.Span | None = None,
) -> str:
    """A whole release with a citation marked in it.

    Args:
        shared: spans of the question's words; only those inside the citation are marked.
        moved: whether the cited text has moved since the citation was made; the page says so.
        answer_span: the words that answer, marked anywhere in the release.
    """
    body, start, end = release.body, citation.start, citation.end
    marks = [("shared", s.start, s.end) for s in shared if start <= s.start and s.end <= end]
    if answer_span is not None:
        marks.append(("words", answer_span.start, answer_span.end))
    title = title_in_words(release)
    facts = [date_in_words(release.published.date), release.language or "", release.id]
    link = ""
    if release.url and release.url.startswith(("http://", "https://")):
        link = (
            f' · <a href="{escape(release.url)}" rel="noopener noreferrer" '
            f'target="_blank">{escape(message("page.source"))}</a>'
        )
    note = f'<p class="note">{escape(message("page.moved"))}</p>' if moved else ""
    return (
        f'<article class="release" data-shown="{escape(citation.id)}" '
        f'aria-label="{escape(title)}"><nav>'
        f'{_navigation_button("previous")}<span class="at"></span>'
        f"{_navigation_button('next')}{_navigation_button('close')}</nav>"
        f'<h2 tabindex="-1"{_text_attributes(release)}>{escape(title)}</h2>'
        f'<p class="place">{escape(" · ".join(filter(None, facts)))}{link}</p>{note}'
        f'<div class="body" tabindex="0" role="region" aria-label="{escape(title)}"'
        f"{_text_attributes(release)}>"
        f"{_with_marks(body, 0, start, marks)}"
        f'<span class="passage">{_with_marks(body, start, end, marks)}</span>'
        f"{_with_marks(body, end, len(body), marks)}</div></article>"
    )


def unreadable_html(error: Exception) -> str:
    """The error, where the release would be shown."""
    return (
        f'<article class="release"><nav>{_navigation_button("close")}</nav>'
        f'<p class="refused" role="alert">{escape(str(error))}</p></article>'
    )


def releases_html(library: rag.Library, search_text: str) -> str:
    """The releases as a table.

    Args:
        search_text: only releases whose id, title or date contains each of these words; ``""`` for
            all.
    """
    words = _without_accents(search_text).split()
    rows, matching, total = [], 0, len(library.summaries)
    for summary in library.summaries:
        date = date_in_words(summary.date)
        if words:
            value = summary.date.value if summary.date else ""
            text = _without_accents(f"{summary.id} {summary.title} {date} {value}")
            if not all(word in text for word in words):
                continue
        matching += 1
        if matching > _MAX_ROWS:
            if not words:  # all match: there is nothing more to count
                matching = total
                break
            continue
        first_passage = next(iter(library.passages(summary.id)), None)
        title = f"<span{_text_attributes(summary)}>{escape(title_in_words(summary))}</span>"
        if first_passage is not None:
            citation = escape(first_passage.citation.id)
            title = f'<button type="button" class="cite" data-open="{citation}">{title}</button>'
        cells = (
            f'<th scope="row">{title}<br><span class="place">{escape(summary.id)}</span></th>',
            f"<td>{escape(date)}</td>",
            f"<td>{escape(summary.language or message('page.unknown_language'))}</td>",
            f"<td>{summary.passages}</td>",
            f"<td>{summary.characters}</td>",
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    if not rows:
        return f'<p class="note">{escape(message("page.no_release"))}</p>'
    keys = ("page.release", "show.date", "page.language", "page.passages", "page.size")
    head = "".join(f'<th scope="col">{escape(message(key))}</th>' for key in keys)
    count = escape(message("page.shown", held=matching, all=total))
    if matching > len(rows):
        count += " " + escape(message("page.shown_first", shown=len(rows)))
    return (
        f'<div class="corpus" tabindex="0" role="region" '
        f'aria-label="{escape(message("page.tab_corpus"))}"><p>{count}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def additions_html(additions: Iterable[rag.Addition], chosen: Sequence[str] = ()) -> str:
    """Which files were added and which were refused.

    Args:
        chosen: for each addition the name of the file on the user's machine; may be shorter.
    """
    items, any_added = [], False
    for addition, name in zip(additions, chain(chosen, repeat("")), strict=False):
        added = addition.reason is None
        any_added = any_added or added
        text = escape(addition_in_words(addition, name))
        items.append(f'<li class="{"added" if added else "refused"}">{text}</li>')
    hint = f"<p>{escape(message('page.rebuild_next'))}</p>" if any_added else ""
    return f'<section class="additions" role="status"><ul>{"".join(items)}</ul>{hint}</section>'


def built_html(report: rag.BuildReport, seconds: float) -> str:
    """What a rebuild did, and which files it could not read."""
    text = escape(build_in_words(report, seconds))
    lines = (*skipped_in_words(report), *remarks_in_words(report))
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<section class="additions" role="status"><p>{text}</p><ul>{items}</ul></section>'


def examples_html(questions: Iterable[str]) -> str:
    """Example questions, each a button that asks it."""
    buttons = "".join(
        f'<button type="button" data-ask="{escape(question)}"{_AUTO}>{escape(question)}</button>'
        for question in questions
    )
    return f"<h3>{escape(message('page.examples'))}</h3><div>{buttons}</div>"


def note_html(text: str) -> str:
    """A sentence for the user."""
    return f'<p class="note" role="status">{escape(text)}</p>'


def error_html(error: Exception) -> str:
    """An error, where the answer would be shown."""
    return f'<section class="answer failed" role="alert"><p>{escape(str(error))}</p></section>'


def _hit(answer: rag.Answer, hit: rag.Hit, shared: Sequence[rag.Span]) -> str:
    release, passage = hit.release, hit.passage
    place = message("page.characters", start=passage.start, end=passage.end)
    facts = [date_in_words(release.published.date), release.id, pages_in_words(hit.places), place]
    cited = {
        number: citation
        for number, citation in enumerate(answer.citations, start=1)
        if citation.release_id == release.id
        and passage.start <= citation.start
        and citation.end <= passage.end
    }
    marks = [("quoted", citation.start, citation.end) for citation in cited.values()]
    answer_span, attribute = _answer_span(answer, hit), ""
    if answer_span is not None:
        marks.append(("words", answer_span.start, answer_span.end))
        attribute = f' data-words="{answer_span.start}-{answer_span.end}"'
    marks += [("shared", span.start, span.end) for span in shared]
    numbers = "".join(
        f'<button type="button" class="number" data-cited="citation-{n}" '
        f'aria-label="[{n}] {escape(message("page.cited", number=n))}">[{n}]</button>'
        for n in cited
    )
    title = escape(title_in_words(release))
    copies = f'<div class="place">{escape(copies_in_words(hit))}</div>' if hit.copies else ""
    citation_id = escape(passage.citation.id)
    return (
        f'<li value="{hit.rank}" data-hit="{citation_id}"{attribute}>'
        f'<h4><button type="button" class="cite" data-open="{citation_id}"'
        f"{_text_attributes(release)}>{title}</button> {numbers}</h4>"
        f'<div class="place">{escape(" · ".join(filter(None, facts)))}</div>'
        f"{copies}"
        f'<div class="passage-text"{_text_attributes(release)}>'
        f"{_with_marks(release.body, passage.start, passage.end, marks)}</div>"
        f"{_why(hit, shared)}</li>"
    )


def _answer_span(answer: rag.Answer, hit: rag.Hit) -> rag.Span | None:
    """The words of a hit to mark as an answer; None for none.

    In the hit that answers these are the answer's own words. In any other hit, and in an
    abstention, these are the words that the reader found, if it gives them a score above zero. If
    no release has a name of the question, they are of something else.
    """
    found = hit.match.span
    if answer.parts and answer.parts[0].hit.rank == hit.rank:
        return rag.Span(answer.span.start, answer.span.end) if answer.span is not None else None
    if found is None or answer.abstention == "not-named":
        return None
    return found if (hit.match.span_score or 0.0) > 0 else None


def _why(hit: rag.Hit, shared: Sequence[rag.Span]) -> str:
    """Why the hit was found, one reason a line, behind a summary that opens it."""
    items = "".join(f"<li>{escape(line)}</li>" for line in match_in_words(hit, shared))
    return (
        f'<details class="why"><summary>{escape(message("page.why"))}</summary>'
        f"<ul>{items}</ul></details>"
    )


def _with_marks(body: str, start: int, end: int, marks: Iterable[tuple[str, int, int]]) -> str:
    """``body[start:end]`` as HTML with ``<mark>`` around each span.

    Where spans overlap, the text between two offsets gets the classes of all of them.

    Args:
        marks: (class, start, end) of each span, as offsets into ``body``.
    """
    inside = [(kind, max(a, start), min(b, end)) for kind, a, b in marks if a < end and b > start]
    offsets = sorted({start, end, *(a for _, a, _ in inside), *(b for _, _, b in inside)})
    parts = []
    for a, b in pairwise(offsets):
        kinds = sorted({kind for kind, low, high in inside if low <= a and b <= high})
        text = escape(body[a:b])
        parts.append(f'<mark class="{" ".join(kinds)}">{text}</mark>' if kinds else text)
    return "".join(parts)


def _abstention(answer: rag.Answer) -> str:
    if not answer.hits:
        words = abstention_in_words(answer) if answer.abstention == "no-question" else ""
        return f'<h2 class="text">{escape(words or message("show.no_hits"))}</h2>'
    reason = f'<h2 class="text">{escape(abstention_in_words(answer))}</h2>'
    if answer.abstention not in ("not-said", None):
        return f"{reason}<dl>{_period(answer)}</dl>"
    hint = escape(message("page.no_answer"))
    confidence = _row("show.confidence", escape(confidence_in_words(answer.confidence)))
    return f"{reason}<p>{hint}</p><dl>{confidence}{_period(answer)}</dl>"


def _sentence(part: rag.AnswerPart) -> str:
    """The sentence, with a mark on the words that answer."""
    sentence, span = part.sentence, part.span
    marks = [("words", span.start, span.end)] if span is not None else []
    return _with_marks(part.hit.release.body, sentence.start, sentence.end, marks)


def _exports(answer: rag.Answer) -> str:
    """The answer in each format with a button that copies it, and the permanent link."""
    parts = []
    for name, text in formats(answer).items():
        key = f"carry-{name.casefold()}"
        # Only the browser knows the page's full address: script.js fills it in.
        address = '<span class="address"></span>' if name == "Markdown" else ""
        parts.append(
            f'<h4>{escape(name)} <button type="button" data-copy="{key}" '
            f'aria-label="{escape(message("page.copy"))} {escape(name)}">'
            f"{escape(message('page.copy'))}</button></h4>"
            f'<pre id="{key}" tabindex="0"{_AUTO}>{escape(text)}{address}</pre>'
        )
    link = escape(message("page.link"))
    return (
        f'<details class="carry"><summary>{escape(message("page.carry"))}</summary>'
        f'<p><a class="permanent" href="">{link}</a></p>{"".join(parts)}</details>'
    )


def _navigation_button(target: str) -> str:
    """A button of the open release; ``target`` is ``previous``, ``next`` or ``close``."""
    return f'<button type="button" data-go="{target}">{escape(message(f"page.{target}"))}</button>'


def _citation_button(answer: rag.Answer, index: int) -> str:
    """The number of a citation, which opens its release."""
    label, number = escape(message("page.open")), index + 1
    return (
        f' <button type="button" class="number" data-open="{escape(answer.citations[index].id)}" '
        f'aria-label="[{number}] {label}" title="{label}">[{number}]</button>'
    )


def _row(key: str, html: str) -> str:
    return f"<div><dt>{escape(message(key))}</dt><dd>{html}</dd></div>"


def _period(answer: rag.Answer) -> str:
    text = period_in_words(answer)
    return _row("show.period", escape(text)) if text else ""


def _date(answer: rag.Answer, date: rag.AnswerDate) -> str:
    whose = whose_date(date)
    quote = f"<q{_AUTO}>{escape(date.evidence.quote)}</q>" if date.evidence else ""
    if date.date is None:
        return f"{quote} ({escape(whose)}, {escape(message('show.unresolved'))})"
    number = ""
    if date.evidence in answer.citations:
        number = _citation_button(answer, answer.citations.index(date.evidence))
    facts = ", ".join(filter(None, (escape(whose), quote)))
    precision = escape(message(f"page.precision.{date.precision}"))
    return (
        f"{escape(date_in_words(date.date))} <span class='place'>{precision}</span> "
        f"({facts}){number}"
    )


def _text_attributes(release: rag.Release | rag.ReleaseSummary) -> str:
    """HTML attributes for text of a release: its language and its direction."""
    return (f' lang="{escape(release.language)}"' if release.language else "") + _AUTO


def _without_accents(text: str) -> str:
    """The text without accents, in lower case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _date_order(hit: rag.Hit) -> tuple[Any, ...]:
    """Sort key: earliest first, then dates without a year, then hits without a date."""
    date = hit.release.published.date
    return date is None, date.sort_key if date else (), hit.rank
