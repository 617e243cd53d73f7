"""Turn a page's bytes into markup: decode them, and remove what is not HTML."""

from __future__ import annotations

import codecs
import html
import re

from rag.corpus.decoding import decode
from rag.errors import UnreadableFileError
from rag.lazy import dataclass, regex

_HEAD_BYTES = 8192
_STATED = regex(
    rb"<\?xml[^>]*\bencoding\s*=\s*[\"']?([\w.:-]+)|<meta[^>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
# For these names browsers use a larger encoding of the same family (WHATWG).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
# ``decode`` identifies these encodings without the page's declaration.
_WESTERN = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-32"}
_ESCAPED = ("iso2022", "hz")  # these encodings use ASCII bytes only, which are also valid UTF-8
LOST = "\ufffd"

_TAG = regex(r"<[A-Za-z!/?%]")
_CODE = regex(r"<(\?)(?:php\b|=)|<(%)", re.IGNORECASE)
# From this length on, comments, scripts, styles and data are removed: the parser fails at 10 MB.
_LONG = 5_000_000
_UNSEEN = regex(r"<(!--)|<(script|style)\b(?![^<>]{0,200}ld\+json)[^<>]*>", re.IGNORECASE)
_DATA = regex(r"data:[^\s\"'<>()]{1000,}")
_END_OF = {
    "?": re.compile(r"\?>"),
    "%": re.compile("%>"),
    "!--": re.compile("-->"),
    "script": re.compile(r"</script\b[^<>]*>", re.IGNORECASE),
    "style": re.compile(r"</style\b[^<>]*>", re.IGNORECASE),
}
_TEMPLATE_TITLE = regex(
    r"\{%-?\s*block\s+(?:\w*_)?title\s*-?%\}([^{}]{1,300}?)\{%-?\s*endblock\b[^%]*%\}",
    re.IGNORECASE,
)
_TEMPLATE = regex(r"\{%[^%<>]{0,400}%\}|\{#[^#\n]{0,400}#\}|\{\{[^{}<>\n]{0,400}\}\}")
_SELF_CLOSED = regex(
    r"<(script|style|title|iframe|textarea|div|span|p|a|b|i|em|strong|td|th|li|ul|h[1-6])"
    r"((?:\s[^<>]*?)?)/>",
    re.IGNORECASE,
)
_XHTML = regex(r"<\?xml\b|[\"']http://www\.w3\.org/1999/xhtml[\"']")
_SAVED_FROM = regex(r"<!--\s*(?:saved from url=\(\d+\)|Page saved .{0,40}?url:\s*)(https?://\S+)")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file and its encoding. If ``damaged``, U+FFFD stands for bytes that could not
    be decoded."""

    text: str
    encoding: str
    damaged: bool = False


def decode_page(data: bytes) -> Source:
    """A page's text and its encoding. A byte-order mark comes first, then UTF-8 if the bytes are
    UTF-8 (whatever the page declares), then the declared encoding, then the likeliest one.
    A page with damaged characters is read too: they may stand outside the main text.

    Raises:
        UnreadableFileError: it is empty or binary, or its encoding could not be identified.
    """
    stated = _stated_encoding(data)
    if stated.startswith(_ESCAPED) or (stated and stated not in _WESTERN and not _is_utf8(data)):
        try:
            return Source(data.decode(stated), stated)
        except UnicodeDecodeError:
            pass
    try:
        return Source(*decode(data))
    except UnreadableFileError as error:
        if error.key not in ("file.damaged_utf8", "file.undecodable"):
            raise
        damaged = error.key == "file.damaged_utf8"
        known = "utf-8" if damaged else "cp1252" if stated in _WESTERN else stated
        if not known:
            raise
        return Source(data.decode(known, "replace").rstrip(LOST), known, damaged=True)


def _is_utf8(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _stated_encoding(data: bytes) -> str:
    """Python's name of the encoding that the page declares; ``""`` if it declares none."""
    found = _STATED.search(data[:_HEAD_BYTES])
    if found is None:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii", "replace")).name
        name = _WIDER.get(name, name)
        "".encode(name)  # fails for codecs that are not for text, such as "hex"
    except (LookupError, UnicodeError):
        return ""
    return name


def markup_of(text: str) -> tuple[str, str]:
    """The markup without the code of templates, and the title that a template states (``""`` for
    none). A text without tags becomes a ``<pre>`` element."""
    markup = text.replace("\x00", "")
    if _TAG.search(markup) is None:
        return f"<pre>{markup.replace('&', '&amp;').replace('<', '&lt;')}</pre>", ""
    title = ""
    if "<?" in markup or "<%" in markup:
        markup = _without(markup, _CODE)
    if "{%" in markup or "{{" in markup:
        stated = _TEMPLATE_TITLE.search(markup)
        title = stated[1] if stated else ""
        markup = _TEMPLATE.sub("", _TEMPLATE_TITLE.sub("", markup))
    if len(markup) > _LONG:
        markup = _DATA.sub("data:,", _without(markup, _UNSEEN))
    if _XHTML.search(markup, 0, 2000):
        # In XML <script/> is closed. An HTML parser would take all that follows for its content.
        markup = _SELF_CLOSED.sub(r"<\1\2></\1>", markup)
    return markup, title


def _without(markup: str, beginning: re.Pattern[str]) -> str:
    """The markup without the parts that begin like this, up to the end of each. A part without an
    end stays; but ``<?`` code without an end is removed up to the end of the file."""
    kept = []
    at = 0
    while begin := beginning.search(markup, at):
        mark = (begin[1] or begin[2]).lower()
        end = _END_OF[mark].search(markup, begin.end())
        if end is None and mark != "?":
            break
        kept.append(markup[at : begin.start()])
        at = end.end() if end else len(markup)
    return "".join([*kept, markup[at:]])


def saved_from(text: str) -> str | None:
    """The URL that a browser wrote into the page when it saved it; None if there is none."""
    found = _SAVED_FROM.search(text, 0, 4000)
    return found[1] if found else None


def page_of(titles: list[str], text: str) -> str:
    """The markup of a page with a plain text or HTML, and the first of some titles above it."""
    if _TAG.search(text) is None:
        paragraphs = re.split(r"\s*\n\s*", text.strip())
        text = "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs)
    title = f"<h1>{html.escape(titles[0], quote=False)}</h1>" if titles else ""
    return f"<html><body><main>{title}{text}</main></body></html>"
