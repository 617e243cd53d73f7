"""An answer as HTML. Whatever comes from a release or a question is text, never markup."""

from __future__ import annotations

from html import escape

import rag
from rag.messages import date_in_words, message


def answer_html(answer: rag.Answer) -> str:
    """The answer, its sentence, date, confidence and citations; or the abstention."""
    if answer.status == "abstained":
        none = escape(message("answer.none"))
        certain = _row("show.confidence", _percent(answer))
        return (
            '<section class="answer abstained" aria-live="polite">'
            f'<p class="text">{none}</p>{certain}</section>'
        )
    parts = [f'<p class="text">{escape(answer.text)}</p>']
    if answer.sentence != answer.text:
        parts.append(_row("show.sentence", f"<q>{_sentence(answer)}</q>"))
    if answer.statement is not None:
        body = answer.hits[0].release.body
        spans = filter(None, (answer.statement.speaker, answer.statement.role))
        named = ", ".join(escape(body[span.start : span.end]) for span in spans)
        parts.append(_row("show.speaker", named))
    if answer.date is not None:
        parts.append(_row("show.date", _date(answer.date)))
    parts.append(_row("show.confidence", _percent(answer)))
    citations = "".join(
        f'<li><q>{escape(c.quote)}</q> <span class="place">{escape(c.release_id)}, '
        f"{escape(message('page.characters', start=c.start, end=c.end))}</span></li>"
        for c in answer.citations
    )
    parts.append(f"<h3>{escape(message('show.citations'))}</h3><ol>{citations}</ol>")
    return f'<section class="answer" aria-live="polite">{"".join(parts)}</section>'


def hits_html(answer: rag.Answer) -> str:
    """The passages, best first, with the quoted stretches marked in their places."""
    if not answer.hits:
        return f"<p>{escape(message('show.no_hits'))}</p>"
    heading = "show.passages" if answer.status == "answered" else "show.nearest"
    items = []
    for hit in answer.hits:
        quoted = [c for c in answer.citations if c.release_id == hit.release.id]
        title = hit.release.title or message("show.untitled")
        place = message("page.characters", start=hit.passage.start, end=hit.passage.end)
        published = date_in_words(hit.release.published.value)
        items.append(
            f'<li lang="{escape(hit.release.language or "")}"><h4>{escape(title)}</h4>'
            f'<div class="place">{escape(published)} · {escape(hit.release.id)}, '
            f"{escape(place)}</div><div>{_marked(hit.passage, quoted)}</div></li>"
        )
    shown = f"<h3>{escape(message(heading))}</h3><ol>{''.join(items)}</ol>"
    return f'<section class="hits">{shown}</section>'


def error_html(error: Exception) -> str:
    """A message of ours, shown as such."""
    return f'<section class="answer failed" role="alert"><p>{escape(str(error))}</p></section>'


def _marked(passage: rag.Passage, quoted: list[rag.Citation]) -> str:
    """The passage's text with the citations that lie in it marked, by offset."""
    out, at = [], passage.start
    for citation in sorted(quoted, key=lambda c: (c.start, -c.end)):
        if citation.start < at or citation.end > passage.end:
            continue
        out.append(escape(passage.text[at - passage.start : citation.start - passage.start]))
        out.append(f"<mark>{escape(citation.quote)}</mark>")
        at = citation.end
    out.append(escape(passage.text[at - passage.start :]))
    return "".join(out)


def _sentence(answer: rag.Answer) -> str:
    """The sentence with the words that answer marked, by offset."""
    whole, words = answer.citations[0], answer.span
    if words is None or not whole.start <= words.start < words.end <= whole.end:
        return escape(answer.sentence)
    low, high = words.start - whole.start, words.end - whole.start
    before, marked, after = whole.quote[:low], whole.quote[low:high], whole.quote[high:]
    return f"{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}"


def _row(key: str, html: str) -> str:
    label = f'<span class="label">{escape(message(key))}</span>'
    return f'<div class="row">{label}<span>{html}</span></div>'


def _percent(answer: rag.Answer) -> str:
    return f"{answer.confidence:.0%}"


def _date(date: rag.AnswerDate) -> str:
    whose = escape(message(f"show.of_{date.of}"))
    quote = f"<q>{escape(date.evidence.quote)}</q>" if date.evidence else None
    if date.value is None:
        return f"{quote} ({whose}, {escape(message('show.unresolved'))})"
    if date.against is not None:
        against = date_in_words(date.against)
        whose = escape(message("show.of_event_against", date=against))
    return f"{escape(date_in_words(date.value))} ({', '.join(filter(None, (whose, quote)))})"
