"""Answers, passages, releases as HTML. What comes from a release or a question is text, never
markup: everything goes through ``escape``."""

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
    build_in_words,
    confidence_in_words,
    match_in_words,
    period_in_words,
    skipped_in_words,
    speaker_in_words,
    title_in_words,
    whose_date,
)
from rag.web.exports import formats
from rag.web.link import Sort
from rag.web.timeline import timeline

_MOST_ROWS = 200
# The direction of a text in whatever script: its own, not the page's.
_AUTO = ' dir="auto"'


def results_html(
    answer: rag.Answer,
    words: Sequence[Sequence[rag.Span]],
    sort: Sort = "relevance",
    note: str = "",
) -> str:
    """All that the page shows for a question.

    Args:
        words: for each hit, where words of the question stand in it.
        sort: order of the passages; their numbers stay those of relevance.
        note: something to tell before the answer.
    """
    told = note_html(note) if note else ""
    return told + answer_html(answer) + timeline(answer.hits) + hits_html(answer, words, sort)


def answer_html(answer: rag.Answer) -> str:
    """The answer, its sentence, date, confidence and citations; or the abstention."""
    heading = escape(message("page.answer"))
    if answer.status == "abstained":
        return (
            f'<section class="answer abstained" aria-label="{heading}">{_abstention(answer)}'
            "</section>"
        )
    rows = []
    part = answer.parts[0]
    language = _written(part.hit.release)
    if answer.sentence != answer.text:
        rows.append(
            _row("show.sentence", f"<q{language}>{_sentence(part)}</q>{_number(answer, 0)}")
        )
    if answer.statement is not None:
        named = speaker_in_words(answer.statement, part.hit.release)
        rows.append(_row("show.speaker", f"<span{_AUTO}>{escape(named)}</span>"))
    if answer.date is not None:
        rows.append(_row("show.date", _date(answer, answer.date)))
    rows.append(_row("show.confidence", escape(confidence_in_words(answer.confidence))))
    rows.append(_period(answer))
    citations = "".join(
        f'<li id="citation-{number}"><button type="button" class="cite" '
        f'data-open="{escape(c.id)}"><q{language}>{escape(c.quote)}</q></button> '
        f'<span class="place">{escape(c.release_id)}, '
        f"{escape(message('page.characters', start=c.start, end=c.end))}</span></li>"
        for number, c in enumerate(answer.citations, start=1)
    )
    return (
        f'<section class="answer" aria-label="{heading}">'
        f'<h2 class="text"{_AUTO}>{escape(answer.text)}</h2><dl>{"".join(rows)}</dl>'
        f"<h3>{escape(message('show.citations'))}</h3><ol>{citations}</ol>"
        f"{_carry(answer)}</section>"
    )


def hits_html(
    answer: rag.Answer, words: Sequence[Sequence[rag.Span]], sort: Sort = "relevance"
) -> str:
    """The passages, with the words that answer, the stretches quoted and the question's words
    marked in their places."""
    if not answer.hits:
        return ""
    heading = escape(message("show.passages" if answer.status == "answered" else "show.nearest"))
    pairs = list(zip(answer.hits, words, strict=True))
    if sort == "date":
        pairs.sort(key=lambda pair: _by_date(pair[0]))
    items = "".join(_hit(answer, hit, shared) for hit, shared in pairs)
    return (
        f'<section class="hits" aria-label="{heading}"><h3>{heading}</h3><ol>{items}</ol></section>'
    )


def release_html(
    release: rag.Release,
    citation: rag.Citation,
    words: Iterable[rag.Span],
    moved: bool,
    answering: rag.Span | None = None,
) -> str:
    """A release to read, a citation marked in it; ``words`` are marked within the citation, those
    that answer wherever they stand."""
    body, start, end = release.body, citation.start, citation.end
    marks = [("shared", s.start, s.end) for s in words if start <= s.start and s.end <= end]
    if answering is not None:
        marks.append(("words", answering.start, answering.end))
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
        f'aria-label="{escape(title)}"><nav>{_go("previous")}<span class="at"></span>'
        f"{_go('next')}{_go('close')}</nav>"
        f'<h2 tabindex="-1"{_written(release)}>{escape(title)}</h2>'
        f'<p class="place">{escape(" · ".join(filter(None, facts)))}{link}</p>{note}'
        f'<div class="body" tabindex="0" role="region" aria-label="{escape(title)}"'
        f"{_written(release)}>"
        f"{_marked(body, 0, start, marks)}"
        f'<span class="passage">{_marked(body, start, end, marks)}</span>'
        f"{_marked(body, end, len(body), marks)}</div></article>"
    )


def unreadable_html(error: Exception) -> str:
    """Why there is no release to read, in its place."""
    return (
        f'<article class="release"><nav>{_go("close")}</nav>'
        f'<p class="refused" role="alert">{escape(str(error))}</p></article>'
    )


def releases_html(library: rag.Library, wanted: str) -> str:
    """The releases as a table: those whose id, title or date holds all the words wanted."""
    words = _folded(wanted).split()
    rows, held, everything = [], 0, len(library.summaries)
    for summary in library.summaries:
        date = date_in_words(summary.date)
        if words:
            value = summary.date.value if summary.date else ""
            text = _folded(f"{summary.id} {summary.title} {date} {value}")
            if not all(word in text for word in words):
                continue
        held += 1
        if held > _MOST_ROWS:
            if not words:  # how many there are is known
                held = everything
                break
            continue
        opened = next(iter(library.passages(summary.id)), None)
        title = f"<span{_written(summary)}>{escape(title_in_words(summary))}</span>"
        if opened is not None:
            title = (
                f'<button type="button" class="cite" data-open="{escape(opened.citation.id)}">'
                f"{title}</button>"
            )
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
    count = escape(message("page.shown", held=held, all=everything))
    if held > len(rows):
        count += " " + escape(message("page.shown_first", shown=len(rows)))
    return (
        f'<div class="corpus" tabindex="0" role="region" '
        f'aria-label="{escape(message("page.tab_corpus"))}"><p>{count}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def additions_html(additions: Iterable[rag.Addition], chosen: Sequence[str] = ()) -> str:
    """What became of each file that was to be added; ``chosen`` are their names as they were."""
    items, taken = [], False
    for one, was in zip(additions, chain(chosen, repeat("")), strict=False):
        taken = taken or one.reason is None
        kind = "added" if one.reason is None else "refused"
        items.append(f'<li class="{kind}">{escape(addition_in_words(one, was))}</li>')
    after = f"<p>{escape(message('page.rebuild_next'))}</p>" if taken else ""
    return f'<section class="additions" role="status"><ul>{"".join(items)}</ul>{after}</section>'


def built_html(report: rag.BuildReport, seconds: float) -> str:
    """What a rebuild did, and which files it could not read."""
    text = build_in_words(report, seconds)
    skipped = "".join(f"<li>{escape(line)}</li>" for line in skipped_in_words(report))
    told = f"<p>{escape(text)}</p><ul>{skipped}</ul>"
    return f'<section class="additions" role="status">{told}</section>'


def examples_html(questions: Iterable[str]) -> str:
    """Questions to try, each a button."""
    buttons = "".join(
        f'<button type="button" data-ask="{escape(one)}"{_AUTO}>{escape(one)}</button>'
        for one in questions
    )
    return f"<h3>{escape(message('page.examples'))}</h3><div>{buttons}</div>"


def note_html(text: str) -> str:
    """Something to tell."""
    return f'<p class="note" role="status">{escape(text)}</p>'


def error_html(error: Exception) -> str:
    """A message of ours, shown as such."""
    return f'<section class="answer failed" role="alert"><p>{escape(str(error))}</p></section>'


def _hit(answer: rag.Answer, hit: rag.Hit, shared: Sequence[rag.Span]) -> str:
    release, passage = hit.release, hit.passage
    place = message("page.characters", start=passage.start, end=passage.end)
    facts = [date_in_words(release.published.date), release.id, place]
    marks = [
        ("quoted", c.start, c.end)
        for c in answer.citations
        if c.release_id == release.id and passage.start <= c.start and c.end <= passage.end
    ]
    answering, stated = _answering(answer, hit), ""
    if answering is not None:
        marks.append(("words", answering.start, answering.end))
        stated = f' data-words="{answering.start}-{answering.end}"'
    marks += [("shared", span.start, span.end) for span in shared]
    cited = [
        str(number)
        for number, c in enumerate(answer.citations, start=1)
        if c.release_id == release.id and passage.start <= c.start and c.end <= passage.end
    ]
    numbers = "".join(
        f'<button type="button" class="number" data-cited="citation-{n}" '
        f'aria-label="[{n}] {escape(message("page.cited", number=n))}">[{n}]</button>'
        for n in cited
    )
    title = escape(title_in_words(release))
    return (
        f'<li value="{hit.rank}" data-hit="{escape(passage.citation.id)}"{stated}>'
        f'<h4><button type="button" class="cite" data-open="{escape(passage.citation.id)}"'
        f"{_written(release)}>{title}</button> {numbers}</h4>"
        f'<div class="place">{escape(" · ".join(facts))}</div>'
        f'<div class="passage-text"{_written(release)}>'
        f"{_marked(release.body, passage.start, passage.end, marks)}</div>"
        f"{_why(hit, shared)}</li>"
    )


def _answering(answer: rag.Answer, hit: rag.Hit) -> rag.Span | None:
    """The words that answer in a hit's release, or that would if the reader is right."""
    words = hit.match.span
    # Where nothing is answered, what the reader took is a guess among the others.
    if words is not None and (hit.rank > 1 or answer.status == "abstained"):
        return words if (hit.match.span_score or 0.0) > 0 else None
    if answer.span is not None and hit.rank == 1:
        return rag.Span(answer.span.start, answer.span.end)
    return None


def _why(hit: rag.Hit, shared: Sequence[rag.Span]) -> str:
    """Why it was found, each reason in a line."""
    items = "".join(f"<li>{escape(line)}</li>" for line in match_in_words(hit, shared))
    return (
        f'<details class="why"><summary>{escape(message("page.why"))}</summary>'
        f"<ul>{items}</ul></details>"
    )


def _marked(body: str, start: int, end: int, marks: Iterable[tuple[str, int, int]]) -> str:
    """``body[start:end]`` with spans marked by offset; where several overlap the characters carry
    all their kinds."""
    inside = [(kind, max(a, start), min(b, end)) for kind, a, b in marks if a < end and b > start]
    cuts = sorted({start, end, *(a for _, a, _ in inside), *(b for _, _, b in inside)})
    out = []
    for a, b in pairwise(cuts):
        kinds = sorted({kind for kind, low, high in inside if low <= a and b <= high})
        text = escape(body[a:b])
        out.append(f'<mark class="{" ".join(kinds)}">{text}</mark>' if kinds else text)
    return "".join(out)


def _abstention(answer: rag.Answer) -> str:
    if not answer.hits:  # nothing was looked at: there is no more to say of it
        return f'<h2 class="text">{escape(message("show.no_hits"))}</h2>'
    why = f'<h2 class="text">{escape(abstention_in_words(answer))}</h2>'
    if answer.abstention == "no-date-given":
        return f"{why}<dl>{_period(answer)}</dl>"
    judge = escape(message("page.no_answer"))
    certain = _row("show.confidence", escape(confidence_in_words(answer.confidence)))
    return f"{why}<p>{judge}</p><dl>{certain}{_period(answer)}</dl>"


def _sentence(part: rag.AnswerPart) -> str:
    """The sentence with the words that answer marked, by offset."""
    whole, words = part.sentence, part.span
    marks = [("words", words.start, words.end)] if words is not None else []
    return _marked(part.hit.release.body, whole.start, whole.end, marks)


def _carry(answer: rag.Answer) -> str:
    parts = []
    for name, text in formats(answer).items():
        key = f"carry-{name.casefold()}"
        # The whole address of the page is the browser's to know.
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


def _go(where: str) -> str:
    return f'<button type="button" data-go="{where}">{escape(message(f"page.{where}"))}</button>'


def _number(answer: rag.Answer, at: int) -> str:
    label = escape(message("page.open"))
    return (
        f' <button type="button" class="number" data-open="{escape(answer.citations[at].id)}" '
        f'aria-label="[{at + 1}] {label}" title="{label}">[{at + 1}]</button>'
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
        number = _number(answer, answer.citations.index(date.evidence))
    facts = ", ".join(filter(None, (escape(whose), quote)))
    precision = escape(message(f"page.precision.{date.precision}"))
    return (
        f"{escape(date_in_words(date.date))} <span class='place'>{precision}</span> "
        f"({facts}){number}"
    )


def _written(release: rag.Release | rag.ReleaseSummary) -> str:
    """Attributes for what stands in a release: its language, and the direction of its script."""
    return (f' lang="{escape(release.language)}"' if release.language else "") + _AUTO


def _folded(text: str) -> str:
    """Without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _by_date(hit: rag.Hit) -> tuple[Any, ...]:
    """Earliest first; without a year after all others, without a date last."""
    date = hit.release.published.date
    return date is None, date.sort_key if date else (), hit.rank
