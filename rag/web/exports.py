"""An answer to carry away: Markdown, BibTeX and CSL-JSON, each with what it cites."""

from __future__ import annotations

import json
import re
from typing import Any

import rag
from rag.messages import date_in_words, message
from rag.phrases import answer_date_in_words, title_in_words

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~&$-])")
_LATEX = {
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


def markdown(answer: rag.Answer) -> str:
    """The question, the answer and its numbered citations; what a release says is escaped."""
    said = answer.text if answer.status == "answered" else message("answer.none")
    lines = [f"**{_plain(answer.question)}**", "", _plain(said), ""]
    if answer.date is not None and answer.date.date is not None:
        date = answer_date_in_words(answer.date, quoting=False)
        lines += [_plain(message("page.dated", date=date)), ""]
    for number, citation in enumerate(answer.citations, start=1):
        release = _release(answer, citation)
        place = message("page.characters", start=citation.start, end=citation.end)
        title = title_in_words(release)
        date = date_in_words(release.published.date)
        parts = [f"*{_plain(title)}*", date, _plain(release.id), place]
        if release.url:
            parts.append(f"<{_url(release.url)}>")
        quote = _plain(_line(citation.quote))
        lines.append(f"{number}. « {quote} » {', '.join(parts)}.")
    return "\n".join(lines).rstrip() + "\n"


def bibtex(answer: rag.Answer) -> str:
    """An entry a release cited, in biblatex's form; a date without its year is in the note."""
    entries = []
    for key, release in _cited(answer).items():
        held = {"title": release.title or release.id}
        date = release.published.date
        if date is not None and date.has_year:
            held["date"] = date.value
        elif date is not None:
            held["note"] = date_in_words(date)
        held["type"] = message("page.kind")
        if release.language:
            held["langid"] = release.language
        rows = [f"  {name} = {{{_latex(_line(text))}}}," for name, text in held.items()]
        if release.url:
            rows.append(f"  url = {{{_url(release.url)}}},")
        entries.append("\n".join([f"@misc{{{key},", *rows, "}"]))
    return "\n\n".join(entries) + "\n" if entries else ""


def csl_json(answer: rag.Answer) -> str:
    """The releases cited, as citation managers read them (CSL-JSON 1.0.2)."""
    items = []
    for key, release in _cited(answer).items():
        item: dict[str, Any] = {
            "id": key,
            "type": "document",
            "genre": message("page.kind"),
            "title": release.title or release.id,
        }
        date = release.published.date
        if date is not None and date.has_year:
            item["issued"] = _issued(date)
        elif date is not None:
            item["note"] = date_in_words(date)
        if release.language:
            item["language"] = release.language
        if release.url:
            item["URL"] = release.url
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _cited(answer: rag.Answer) -> dict[str, rag.Release]:
    """The releases cited, by a key of letters and digits that no two share."""
    found: dict[str, rag.Release] = {}
    for citation in answer.citations:
        release = _release(answer, citation)
        if release in found.values():
            continue
        base = re.sub(r"[^A-Za-z0-9]+", "-", release.id).strip("-") or "release"
        key, number = base, 2
        while key in found:
            key, number = f"{base}-{number}", number + 1
        found[key] = release
    return found


def _release(answer: rag.Answer, citation: rag.Citation) -> rag.Release:
    return next(hit.release for hit in answer.hits if hit.release.id == citation.release_id)


def _issued(date: rag.PartialDate) -> dict[str, Any]:
    """A date as CSL-JSON has it: a season by its number, a quarter or a half as its months."""
    if date.quarter is not None or date.half is not None:
        assert date.bounds is not None
        return {"date-parts": [[day.year, day.month] for day in date.bounds]}
    ends = [[n for n in (end.year, end.month, end.day) if n is not None] for end in date.ends()]
    return {"date-parts": ends} | ({"season": date.season} if date.season else {})


def _line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    line = _MARKDOWN.sub(r"\\\1", _line(text))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)


def _url(text: str) -> str:
    """An address that cannot leave the brackets around it."""
    return re.sub(r"[\s<>{}\\]", lambda found: f"%{ord(found.group()):02X}", text)


def formats(answer: rag.Answer) -> dict[str, str]:
    """Name of each form and the answer in it; none for an abstention."""
    if answer.status == "abstained":
        return {}
    return {"Markdown": markdown(answer), "BibTeX": bibtex(answer), "CSL-JSON": csl_json(answer)}
