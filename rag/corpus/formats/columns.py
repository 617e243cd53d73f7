"""The columns of tables that hold several releases: which column states what, and a row as a
``Part``. Tables, spreadsheets, JSON and feeds share this module."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from rag.config import ColumnSettings
from rag.corpus.formats.document import Part
from rag.corpus.formats.front_matter.keys import FIELDS, compact, lead_rank, words
from rag.errors import UnreadableFileError
from rag.lazy import dataclass, regex
from rag.near import letters_of

_TEXT = tuple(
    """text texte body contenu content corps fulltext textecomplet texteintegral textintegral
    bodytext textbody corpsdutexte corpstexte contenutexte contenttext textcontent articlebody
    articletext articlecontent textearticle contenuarticle postcontent contentencoded
    contentrendered bodyvalue html communique pressrelease release
    message article paragraphs paragraphes inhalt volltext texto cuerpo contenido testo contenuto
    corpo tekst inhoud""".split()
)
_ID = tuple(
    """id identifiant identifier guid uid uuid nid idcommunique idarticle articleid releaseid postid
    docid documentid ref reference numero number num cle key slug""".split()
)
_TITLE = tuple("objet sujet subject betreff asunto oggetto assunto onderwerp".split())
_URL = tuple("lien link adresse address permalien href uri adresseweb sourcelink web".split())
_STATUS = frozenset("status poststatus statut etat state workflowstate stato estado".split())
_UNPUBLISHED = frozenset(
    """draft autodraft pending future private trash unpublished brouillon nonpublie corbeille
    entwurf unveroffentlicht borrador bozza rascunho concept""".split()
)
_ORIGIN = tuple(
    """origine emetteur organisme organisation organization publisher editeur institution agence
    agency source site feed""".split()
)
_DATE = tuple(
    """dateetheure dateheure jour publie publieele publieelee datediffusion diffusele
    datedediffusion datemiseenligne datedemiseenligne authoredon timestamp""".split()
)
# Words that may stand beside those in a name: "Titre du communiqué", "Lien vers la page".
_BESIDE = frozenset(
    """d de des du l la le les vers the of a for to en communique communiques presse press release
    releases article articles depeche depeches post page document news actualite item html
    plain raw""".split()
)
_DATES = ("date", "updated", "embargo")
_TAG = regex(
    r"</?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|td|span|strong|em|a|b|i|u|blockquote|img|figure"
    r"|section|article)\b[^<>]*>",
    re.IGNORECASE,
)
# Marks of WordPress around and for pictures, films and boxes: names with values, and those that a
# mark closes. The text between two of them stays.
_SHORTCODE = regex(r"\[(/?)([a-z][\w-]{2,40})((?:\s[^\[\]<>]*)?)\]")
_LONE_SHORTCODES = frozenset(("gallery", "playlist"))
_ENTITY = regex(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_BLANK_LINES = regex(r"[ \t\u00a0]*(?:\r\n?|\n)")
_ADDRESS = regex(r"https?://\S+", re.IGNORECASE)
_SHOWN_COLUMNS, _SHOWN_LETTERS = 20, 40
_SAME_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, by what they state. For each the names of the columns, best first."""

    text: tuple[str, ...]
    title: tuple[str, ...]
    lead: tuple[str, ...]
    date: tuple[str, ...]
    updated: tuple[str, ...]
    embargo: tuple[str, ...]
    language: tuple[str, ...]
    url: tuple[str, ...]
    origin: tuple[str, ...]
    id: tuple[str, ...]


def find_columns(names: Iterable[str], named: ColumnSettings) -> Columns | None:
    """The columns of a table: those that the settings name, else those with usual names.

    Args:
        names: of all columns.

    Returns:
        None if no column holds a text.
    """
    known: dict[str, str] = {}
    reduced: dict[str, str] = {}
    for name in names:
        known.setdefault(compact(name), name)
        reduced.setdefault("".join(w for w in words(name) if w not in _BESIDE), name)
    found: dict[str, tuple[str, ...]] = {}
    for item in fields(Columns):
        wanted = [compact(one) for one in getattr(named, item.name)]
        there = tuple(known[one] for one in wanted if one in known)
        found[item.name] = there or _usual(item.name, known, reduced)
    if not named.text:
        found["text"] = found["text"][:1]
    leads = [one for one in found["lead"] if one not in found["text"]]
    # A table whose only text is a summary has short releases.
    found["text"] = found["text"] or tuple(leads[:1])
    found["lead"] = tuple(one for one in leads if one not in found["text"])
    return Columns(**found) if found["text"] else None


def _usual(field: str, known: Mapping[str, str], reduced: Mapping[str, str]) -> tuple[str, ...]:
    """The columns with usual names of a field: those with the very names come first.

    Args:
        known: the columns by their names in the form in which names are compared.
        reduced: the same by names without words such as "du communiqué".
    """
    if field == "lead":
        return tuple(name for name in known.values() if lead_rank((name,)) is not None)
    more = {
        "text": _TEXT,
        "title": _TITLE,
        "id": _ID,
        "url": _URL,
        "origin": _ORIGIN,
        "date": _DATE,
    }
    names = (*FIELDS.get(field, ()), *more.get(field, ()))
    found = [there[one] for there in (known, reduced) for one in names if one in there]
    return tuple(dict.fromkeys(found))


def row_of(names: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    """A row by the names of its columns. If two columns have one name, the first one counts."""
    row: dict[str, str] = {}
    for name, value in zip(names, values, strict=False):
        row.setdefault(name, value)
    return row


def no_text_column(names: Sequence[str], **values: str) -> UnreadableFileError:
    """The error that no column holds a text. It names the columns that there are."""
    shown = [" ".join(one.split())[:_SHOWN_LETTERS] for one in names if one.strip()]
    more = ", …" if len(shown) > _SHOWN_COLUMNS else ""
    key = "file.no_text_sheet" if values else "file.no_text_column"
    listed = ", ".join(shown[:_SHOWN_COLUMNS]) + more
    return UnreadableFileError(key, columns=listed or "–", **values)


def part_of(row: Mapping[str, str], columns: Columns, number: int) -> Part | None:
    """A row as a part: its title, date and so on are what the table states of it.

    Args:
        row: the values by the names of the columns.
        number: of the row, from 1.

    Returns:
        The part, whose problem is ``row.no_text`` if it has no text; None for an empty row.
    """
    if not any(value.strip() for value in row.values()):
        return None
    status = next((row[name] for name in row if compact(name) in _STATUS), "")
    if compact(status) in _UNPUBLISHED:
        return Part(number=number, problem=UnreadableFileError("row.unpublished", row=number))
    texts = [row[name] for name in columns.text if row.get(name, "").strip()]
    stated = {
        field: value
        for field in ("title", *_DATES, "language", "url", "origin")
        if (value := _first(row, getattr(columns, field), field))
    }
    lead = next(_values(row, columns.lead), "")
    keys = (_first(row, columns.id, "id"), stated.get("url", ""))
    return make_part(texts, lead, stated, keys, number)


def make_part(
    texts: Sequence[str], lead: str, stated: Mapping[str, str], keys: tuple[str, ...], number: int
) -> Part:
    """A row or an entry as a part.

    Args:
        texts: the texts of the release, each plain or HTML.
        lead: what introduces it, plain or HTML; left out if the text begins with it.
        stated, keys, number: as in ``Part``.
    """
    begin = _letters("".join(texts))[: 20 * _SAME_LETTERS]
    start = _letters(lead)[:_SAME_LETTERS]
    whole = [*([lead] if start and start not in begin else []), *texts]
    if not _letters("".join(whole)):
        problem = UnreadableFileError("row.no_text", row=number)
        return Part(number=number, problem=problem)
    is_html = any(_TAG.search(one) for one in whole)
    whole = [_without_shortcodes(one) for one in whole]
    pieces = [_as_html(one) if is_html else _plain(one) for one in whole]
    text = "\n\n".join(pieces)
    if is_html:
        # The declared encoding is for a reader of the file alone: it is always UTF-8.
        text = f'<html><head><meta charset="utf-8"></head><body>{text}</body></html>'
    data = text.encode("utf-8", "replace")
    suffix = ".html" if is_html else ".txt"
    return Part("", lambda: data, suffix, number, keys, stated)


def plain_text(text: str) -> str:
    """A title or another short value as one line, without markup."""
    without = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(html.unescape(without).split())


def _values(row: Mapping[str, str], names: Sequence[str]) -> Iterator[str]:
    return (row[name] for name in names if row.get(name, "").strip())


def _first(row: Mapping[str, str], names: Sequence[str], field: str) -> str:
    """The first value of some columns that can be one of the field; ``""`` if there is none."""
    for value in _values(row, names):
        plain = plain_text(value)
        if field in _DATES and not any(map(str.isdigit, plain)):
            continue  # whether it is published, not when
        if (field == "url") == bool(_ADDRESS.fullmatch(plain)):
            return plain
    return ""


def _without_shortcodes(text: str) -> str:
    found = [match for match in _SHORTCODE.finditer(text) if match[1] or "=" in match[3]]
    names = {match[2] for match in found} | _LONE_SHORTCODES
    return _SHORTCODE.sub(lambda match: " " if match[2] in names else match.group(), text)


def _plain(text: str) -> str:
    lines = _BLANK_LINES.sub("\n", text).strip()
    return html.unescape(lines) if _ENTITY.search(lines) else lines


def _as_html(text: str) -> str:
    """HTML as it is, with line ends where it has no paragraphs; a plain text as paragraphs."""
    if _TAG.search(text):
        if re.search(r"<(?:p|div|li|h[1-6]|td)\b", text, re.IGNORECASE):
            return text
        return "<p>" + re.sub(r"\n[ \t]*\n\s*", "</p><p>", _BLANK_LINES.sub("\n", text)) + "</p>"
    paragraphs = re.split(r"\n[ \t]*\n\s*", _plain(text))
    return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs)


def _letters(text: str) -> str:
    """The letters and digits of a text without its markup, in small letters."""
    return letters_of(html.unescape(_TAG.sub(" ", text)))
