"""A fetched page as a file of the corpus: its kind, its name, its text, and where it is from."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import unicodedata
from email.message import Message
from urllib.parse import unquote

from rag.corpus.formats.contents import suffix_told
from rag.corpus.formats.html.source import decode_page, markup_of
from rag.corpus.formats.html.stated import machine_date, stated_by
from rag.corpus.formats.html.tree import parse
from rag.errors import UnreadableFileError
from rag.fetching.address import Address
from rag.fetching.exchange import Response
from rag.fetching.problem import FetchError
from rag.types import Reason

_HTML = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*<(?:!doctype html|html)\b",
                   re.DOTALL | re.IGNORECASE)  # fmt: skip
_HEAD = re.compile(r"<head\b[^<>]*>", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_DOCUMENTS = (".docx", ".odt", ".odp", ".pptx", ".rtf")
_NAME_LENGTH = 60


def kind_of(response: Response) -> str:
    """The ending of the file that a page becomes: ``.html``, ``.pdf``, ``.txt``, or that of a word
    processor's document.

    What the data are counts more than what the server calls them.

    Raises:
        FetchError: it is something else.
    """
    body = response.body
    stated = _content_type(response).get_content_type()
    if not body.strip():
        raise FetchError("fetch.empty")
    if b"%PDF-" in body[:1024]:
        return ".pdf"
    wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if (b"\x00" not in body[:4096] or wide) and not body.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        if stated in _PAGES or _HTML.match(body[:4096]):
            return ".html"
        if stated == "text/plain" and "content-type" in response.headers:
            return ".txt"
    told = suffix_told("", io.BytesIO(body), known=False)
    if told in _DOCUMENTS:
        return told
    shown = stated if "content-type" in response.headers else "?"
    raise FetchError("fetch.wrong_type", lasting=True, kind=shown[:80])


def file_name(address: Address, ending: str) -> str:
    """The path of a page's file below the folder: its host, then words of its address and a digest
    of it, such as ``example.org/ouverture-du-musee-3f2a9c01.html``."""
    host = re.sub(r"[^a-z0-9.-]+", "_", address.authority.lower()).strip(".") or "host"
    last = [part for part in unquote(address.target.split("?")[0]).split("/") if part]
    words = re.sub(r"\.\w{1,5}$", "", last[-1]) if last else "index"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_NAME_LENGTH].strip("-") or "page"
    if slug.startswith("readme"):
        slug = f"page-{slug}"
    digest = hashlib.sha256(str(address).encode()).hexdigest()[:8]
    return f"{host}/{slug}-{digest}{ending}"


def page_with_origin(response: Response, date: str) -> bytes:
    """A web page that says where it is from, as browsers write it into pages that they save.

    It is in UTF-8 if its encoding can be told. The address is that of the response; the date is
    added only if the page states none itself.

    Args:
        date: the day of publication that a feed states, in ISO 8601; ``""`` for none.

    Raises:
        FetchError: it is not text.
    """
    address = str(response.address)
    remark = f"<!-- saved from url=({len(address):04d}){address.replace('--', '-%2D')} -->\n"
    try:
        text = _told(response)
        if text is None:
            source = decode_page(response.body)
            if source.damaged:
                return remark.encode("ascii") + response.body
            text = source.text
        text = text.lstrip("\ufeff")
        if date and not _states_date(text):
            head = _HEAD.search(text)
            at = head.end() if head else 0
            text = f'{text[:at]}<meta name="date" content="{date}">{text[at:]}'
    except UnreadableFileError as error:
        raise FetchError("fetch.unreadable", why=Reason(error.key, error.values)) from error
    return codecs.BOM_UTF8 + (remark + text).encode("utf-8", "replace")


def _told(response: Response) -> str | None:
    """The text in the encoding that the server states; None if it states none or a wrong one. Text
    that is UTF-8 is UTF-8, whatever the server says."""
    charset = _content_type(response).get_content_charset()
    if not charset:
        return None
    try:
        name = codecs.lookup(charset).name
        "".encode(name)  # fails for codecs that are not for text
        response.body.decode("utf-8")
        return None
    except UnicodeDecodeError:
        pass
    except (LookupError, UnicodeError):
        return None
    try:
        # As browsers do, the larger encoding for the smaller one's name.
        return response.body.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except UnicodeError:
        return None


def _states_date(text: str) -> bool:
    markup, _title = markup_of(text)
    return any(machine_date(one) for one in stated_by(parse(markup)).dates)


def _content_type(response: Response) -> Message:
    message = Message()
    message["content-type"] = response.headers.get("content-type", "")
    return message
