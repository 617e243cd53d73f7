"""How an answer, a hit and a release look in a notebook: a line as text, a small box as HTML.

No text of a release or a question is markup: all of it goes through ``escape``. There is no script.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from html import escape

from rag.messages import date_in_words, message
from rag.phrases import abstention_in_words, confidence_in_words, title_in_words
from rag.types import Answer, Hit, Hits, Release, Span

_LINE = 60  # characters of a text in a line
_PASSAGE = 400  # characters of a passage in a box
_MOST_HITS = 10
_BOX = 'style="max-width:50em;border-left:3px solid #8aa;padding:0 0 0 .8em;margin:.4em 0"'
_SMALL = 'style="opacity:.75;font-size:.9em"'


@singledispatch
def as_line(value: object) -> str:
    """A value in one line."""
    raise TypeError(type(value))


@singledispatch
def as_html(value: object) -> str:
    """A value as a small box of HTML."""
    raise TypeError(type(value))


@as_line.register
def _(answer: Answer) -> str:
    said = f" {_cut(answer.text)!r}," if answer.parts else ""
    why = f" {answer.abstention}," if answer.abstention else ""
    return (
        f"<Answer {answer.status}:{said}{why} confidence {answer.confidence:.2f}, "
        f"{len(answer.hits)} hits>"
    )


@as_line.register
def _(hit: Hit) -> str:
    return f"<Hit {hit.rank}: {_cut(hit.passage.citation.id)} {_cut(hit.passage.text)!r}>"


@as_line.register
def _(release: Release) -> str:
    date = release.published.value or "undated"
    title, size = _cut(release.title), len(release.body)
    return f"<Release {_cut(release.id)}: {title!r}, {date}, {size} characters>"


@as_html.register
def _(answer: Answer) -> str:
    rows = []
    if answer.parts:
        rows.append(f"<p dir='auto'><b>{escape(answer.text)}</b></p>")
        for citation in answer.citations:
            quote = f"<q dir='auto'>{escape(citation.quote)}</q>"
            rows.append(f"<p>{quote} <small {_SMALL}>{escape(citation.id)}</small></p>")
        rows.append(f"<p {_SMALL}>{escape(confidence_in_words(answer.confidence))}</p>")
    else:
        rows.append(f"<p><b>{escape(_without_answer(answer))}</b></p>")
    return _box(f"<p dir='auto' {_SMALL}>{escape(answer.question)}</p>", *rows, _list(answer.hits))


@as_html.register
def _(hit: Hit) -> str:
    return _box(_hit(hit))


@as_html.register
def _(hits: Hits) -> str:
    return _box(_list(hits))


@as_html.register
def _(release: Release) -> str:
    facts = (date_in_words(release.published.date), release.language or "", release.id)
    return _box(
        f"<p dir='auto'><b>{escape(title_in_words(release))}</b></p>",
        f"<p {_SMALL}>{escape(' · '.join(filter(None, facts)))}</p>",
        f"<p dir='auto'>{escape(_cut(release.body, _PASSAGE))}</p>",
    )


def _without_answer(answer: Answer) -> str:
    if answer.status == "passages":
        return message("answer.search")
    return abstention_in_words(answer)


def _list(hits: Sequence[Hit]) -> str:
    more = f"<p>… ({len(hits)})</p>" if len(hits) > _MOST_HITS else ""
    return "".join(map(_hit, hits[:_MOST_HITS])) + more


def _hit(hit: Hit) -> str:
    """The rank, the title, the date and the text of a hit, the words of the reader in bold."""
    release, passage = hit.release, hit.passage
    head = f"{hit.rank}. {title_in_words(release)} · {date_in_words(release.published.date)}"
    words = hit.match.span or Span(passage.start, passage.start)
    is_far = words.end > passage.start + _PASSAGE
    begin = words.start - _PASSAGE // 2 if is_far else passage.start
    end = min(passage.end, begin + _PASSAGE)
    start, stop = (min(max(at, begin), end) for at in (words.start, words.end))
    body = release.body
    text = (
        f"{'…' if is_far else ''}{escape(body[begin:start])}<b>{escape(body[start:stop])}</b>"
        f"{escape(body[stop:end])}{'…' if end < passage.end else ''}"
    )
    return (
        f"<p dir='auto' {_SMALL}>{escape(head)}<br>{escape(passage.citation.id)}</p>"
        f"<p dir='auto'>{text}</p>"
    )


def _box(*parts: str) -> str:
    return f"<div {_BOX}>{''.join(parts)}</div>"


def _cut(text: str, length: int = _LINE) -> str:
    """The first characters of a text, in one line that can be printed."""
    line = " ".join(text[: 2 * length].split())
    line = "".join(character if character.isprintable() else "�" for character in line)
    return line if len(line) <= length else f"{line[: length - 1]}…"
