"""An answer to copy: as Markdown, BibTeX and CSL-JSON, each with the releases that it cites."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import Any

import rag
from rag.messages import date_in_words, message
from rag.phrases import answer_date_in_words, quoted, title_in_words

# What is markup wherever it stands, and what is so only before something else: "&" of an entity,
# "_" at the edge of a word, "~" and "$" in pairs.
_MARKDOWN_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
# What begins a heading, a quotation, a list or a rule at the start of a line.
_MARKDOWN_START = re.compile(r"(#{1,6}|>|[-+](?=\s|-|$)|\d+(?=[.)]))")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
_LATEX_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def formats(answer: rag.Answer) -> dict[str, str]:
    """The answer in each format, by the format's name; empty for an abstention."""
    if answer.status != "answered":
        return {}
    return {"Markdown": markdown(answer), "BibTeX": bibtex(answer), "CSL-JSON": csl_json(answer)}


def markdown(answer: rag.Answer) -> str:
    """The question, the answer and its numbered citations. Text of a release is escaped."""
    text = answer.text if answer.status == "answered" else message("answer.none")
    lines = [f"**{_escape_markdown(answer.question)}**", "", _escape_line(text), ""]
    if answer.date is not None and answer.date.date is not None:
        date = answer_date_in_words(answer.date, quoting=False)
        lines += [_escape_markdown(message("page.dated", date=date)), ""]
    for number, citation in enumerate(_cited(answer), start=1):
        release = _release_of(citation, answer)
        place = message("page.characters", start=citation.start, end=citation.end)
        title = title_in_words(release)
        date = date_in_words(release.published.date)
        parts = [f"*{_escape_markdown(title)}*", date, _escape_markdown(release.id), place]
        if release.url:
            parts.append(f"<{_escape_url(release.url)}>")
        quote = _escape_markdown(citation.quote)
        lines.append(f"{number}. {quoted(quote)} {', '.join(parts)}.")
    return "\n".join(lines).rstrip() + "\n"


def bibtex(answer: rag.Answer) -> str:
    """One biblatex entry per cited release. A date without its year goes into ``note``."""
    entries = []
    for key, release in _cited_releases(answer).items():
        fields = {"title": release.title or release.id}
        date = release.published.date
        if date is not None and date.has_year:
            fields["date"] = date.value
        elif date is not None:
            fields["note"] = date_in_words(date)
        fields["type"] = message("page.kind")
        if release.language:
            fields["langid"] = release.language
        rows = [f"  {name} = {{{_escape_latex(text)}}}," for name, text in fields.items()]
        if release.url:
            rows.append(f"  url = {{{_escape_url(release.url)}}},")
        entries.append("\n".join([f"@misc{{{key},", *rows, "}"]))
    return "\n\n".join(entries) + "\n" if entries else ""


def csl_json(answer: rag.Answer) -> str:
    """The cited releases in the JSON that citation managers read (CSL-JSON 1.0.2)."""
    items = []
    for key, release in _cited_releases(answer).items():
        item: dict[str, Any] = {
            "id": key,
            "type": "document",
            "genre": message("page.kind"),
            "title": release.title or release.id,
        }
        date = release.published.date
        if date is not None and date.has_year:
            item["issued"] = _csl_date(date)
        elif date is not None:
            item["note"] = date_in_words(date)
        if release.language:
            item["language"] = release.language
        if release.url:
            item["URL"] = release.url
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _cited_releases(answer: rag.Answer) -> dict[str, rag.Release]:
    """Each cited release once, by a unique key of letters, digits and hyphens."""
    releases: dict[str, rag.Release] = {}
    for citation in _cited(answer):
        release = _release_of(citation, answer)
        if release in releases.values():
            continue
        base = re.sub(r"[^A-Za-z0-9]+", "-", release.id).strip("-") or "release"
        key, number = base, 2
        while key in releases:
            key, number = f"{base}-{number}", number + 1
        releases[key] = release
    return releases


def _cited(answer: rag.Answer) -> tuple[rag.Citation, ...]:
    """The citations of all parts that answer, each once; of one value those of the first part."""
    parts = answer.parts[:1] if answer.form in ("value", "statements") else answer.parts
    return tuple(dict.fromkeys(citation for part in parts for citation in part.citations))


def _release_of(citation: rag.Citation, answer: rag.Answer) -> rag.Release:
    hits = chain(answer.hits, (part.hit for part in answer.parts))
    return next(hit.release for hit in hits if hit.release.id == citation.release_id)


def _csl_date(date: rag.PartialDate) -> dict[str, Any]:
    """A date in CSL-JSON: a season by its number, a quarter or a half-year by its months."""
    if date.quarter is not None or date.half is not None:
        assert date.bounds is not None
        return {"date-parts": [[day.year, day.month] for day in date.bounds]}
    ends = [[n for n in (end.year, end.month, end.day) if n is not None] for end in date.ends()]
    return {"date-parts": ends} | ({"season": date.season} if date.season else {})


def _one_line(text: str) -> str:
    """The text in one line, with its no-break spaces."""
    return _SPACE.sub(" ", text).strip()


def _escape_markdown(text: str) -> str:
    """The text in one line, escaped where Markdown would not show it as it is."""
    return _MARKDOWN_SPECIAL.sub(r"\\\g<0>", _one_line(text))


def _escape_line(text: str) -> str:
    """The same at the start of a line, where it must not begin a list, a heading or a quotation."""
    line = _escape_markdown(text)
    start = _MARKDOWN_START.match(line)
    if start is None:
        return line
    at = start.end() if start[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _escape_latex(text: str) -> str:
    """The text in one line, escaped so that LaTeX prints it as it is."""
    return "".join(_LATEX_ESCAPES.get(character, character) for character in _one_line(text))


def _escape_url(text: str) -> str:
    """The address without characters that could end the brackets around it."""
    return re.sub(r"[\s<>{}\\]", lambda match: f"%{ord(match.group()):02X}", text)
