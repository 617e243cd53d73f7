"""Turn the inline tokens of a paragraph into text without marks, in parts and lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from rag.corpus.formats.markdown.templates import uncovered

SOFT, HARD = "\ufdd1", "\ufdd2"  # stand for line ends while the text is put together
_TAG = re.compile(r"<\s*(?P<close>/?)\s*(?P<name>[A-Za-z][\w-]*)")
_ALT = re.compile(r"\b(alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# The content of these elements is not shown as text, or is crossed out.
UNSEEN = frozenset(
    """script style iframe object svg math canvas audio video map button select textarea template
    noscript del s strike head title""".split()
)
_LEFT_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|div|em|font|i|iframe|img|ins|kbd|mark|p|small|span|strong"
    r"|sub|sup|table|tbody|td|th|tr|u|ul|ol|li|figure|section|script|style)\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
_LEFT_BREAK = re.compile(r"<\s*/?\s*br\b[^<>]{0,200}>", re.IGNORECASE)
_LEFT_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]:?")
_TARGET = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[ivx]{1,5})[\])]?\s*")  # of a footnote
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BETWEEN = rf"[ \t{SOFT}]*"
_PARAGRAPH_END = re.compile(rf"{_BETWEEN}{HARD}{_BETWEEN}{HARD}[ \t{SOFT}{HARD}]*")
_LINE_END = re.compile(rf"{_BETWEEN}{HARD}{_BETWEEN}")
# A dash behind a line that ends a sentence or a quote begins a new line. Other lines were wrapped.
_SIGNED = re.compile(rf"(?<=[.!?»”\":;,…)])[ \t]*{SOFT}[ \t]*(?=(?:[—―–]|--+)[ \u00a0]?[^\W_])")
_SIGNED_IN_QUOTE = re.compile(
    rf"(?<=[»”\"])[ \t]*{SOFT}[ \t]*(?=[^\W\d_][^{SOFT}{HARD}]{{2,150}}$)"
)
_LISTED = re.compile(rf"[ \t]*{SOFT}[ \t]*(?=[•·▪‣◦●■➢✓→-][ \t\u00a0])")


@dataclass(slots=True)
class Content:
    """What a paragraph holds.

    Attributes:
        parts: its parts, separated by blank lines; each is a list of lines.
        captions: the texts of its pictures.
        strong, emphasised: whether all its text is strong, or emphasised.
        pictured: whether it contains a picture.
    """

    parts: list[list[str]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    strong: bool = False
    emphasised: bool = False
    pictured: bool = False


def content_of(tokens: Iterable[Token], *, quoted: bool = False) -> Content:
    """The content of a paragraph's inline tokens. ``quoted``: whether it is in a block quote."""
    reader = _Reader()
    for token in tokens:
        reader.read(token)
    text = "".join(reader.parts)
    content = Content(
        parts=parts_of(text, quoted=quoted),
        captions=[caption for alt in reader.alts if (caption := caption_of(alt))],
        pictured=reader.pictured,
    )
    if content.parts:
        content.strong = reader.weights["strong"] and not reader.plain_beside["strong"]
        content.emphasised = reader.weights["em"] and not reader.plain_beside["em"]
    return content


def parts_of(text: str, *, quoted: bool = False) -> list[list[str]]:
    """The parts of a text whose lines end with ``SOFT`` or ``HARD``, each as a list of lines. Lines
    that were only wrapped are joined. A signature below a quote and the items of a list typed by
    hand stay on lines of their own."""
    text = _LEFT_BREAK.sub(HARD, uncovered(text))
    text = _LEFT_FOOTNOTE.sub("", _LEFT_TAG.sub("", text))
    if quoted:
        text = _SIGNED_IN_QUOTE.sub(HARD, text)
    text = _LISTED.sub(HARD, _SIGNED.sub(HARD, text)).rstrip("\\ " + SOFT + HARD)
    parts = []
    for part in _PARAGRAPH_END.split(text):
        lines = [plain(line) for line in _LINE_END.split(part)]
        lines = [line for line in lines if line]
        if lines:
            parts.append(lines)
    return parts


def plain(text: str) -> str:
    """A line's text with single blanks."""
    return _SPACES.sub(" ", text.replace(SOFT, " ").replace(HARD, " ")).strip()


def caption_of(alt: str) -> str:
    """The text of a picture; ``""`` if it is a file name or has fewer than three words."""
    text = plain(uncovered(alt))
    words = [word for word in text.split() if any(c.isalpha() for c in word)]
    if len(words) < 3 or re.search(r"\.(?:jpe?g|png|gif|svg|webp|pdf)$", text, re.IGNORECASE):
        return ""
    return text


def alt_of_tag(tag: str) -> str:
    """The text of an ``<img>`` tag: its ``alt``, else its ``title``; ``""`` for neither."""
    import html

    found = {m[1].lower(): m[2] if m[2] is not None else m[3] for m in _ALT.finditer(tag)}
    return html.unescape(found.get("alt") or found.get("title") or "")


class _Reader:
    """Puts a paragraph's text together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.alts: list[str] = []
        self.pictured = False
        self.weights = {"strong": False, "em": False}
        self.plain_beside = {"strong": False, "em": False}
        self._depth = {"strong": 0, "em": 0}
        self._struck = 0
        self._unseen: str | None = None
        self._links: list[int] = []  # of each open link its first part; -1 if it leaves the page

    def read(self, token: Token) -> None:
        kind = token.type
        if kind == "html_inline":
            self._tag(token.content)
        elif kind in ("s_open", "s_close"):
            self._struck += token.nesting
        elif self._unseen or self._struck:
            return
        elif kind in ("strong_open", "strong_close", "em_open", "em_close"):
            self._depth[kind.partition("_")[0]] += token.nesting
        elif kind == "link_open":
            self._link(str(token.attrs.get("href") or ""))
        elif kind == "link_close":
            self._link_end()
        elif kind == "softbreak":
            self.parts.append(SOFT)
        elif kind == "hardbreak":
            self.parts.append(HARD)
        elif kind == "image":
            self.pictured = True
            alt = content_of(token.children or [])
            said = " ".join(line for part in alt.parts for line in part)
            self.alts.append(said or str(token.attrs.get("title") or ""))
        elif kind in ("text", "text_special", "code_inline"):
            self._text(token.content)

    def _link(self, target: str) -> None:
        self._links.append(len(self.parts) if target.startswith("#") else -1)

    def _link_end(self) -> None:
        start = self._links.pop() if self._links else -1
        if start >= 0 and _NOTE_MARK.fullmatch("".join(self.parts[start:])):
            del self.parts[start:]

    def _text(self, text: str) -> None:
        text = text.replace("\n", SOFT)
        self.parts.append(text)
        if any(c.isalnum() for c in uncovered(text)):
            for weight, depth in self._depth.items():
                if depth:
                    self.weights[weight] = True
                else:
                    self.plain_beside[weight] = True

    def _tag(self, tag: str) -> None:
        match = _TAG.match(tag)
        if match is None:
            return
        name, closes = match["name"].lower(), bool(match["close"])
        if self._unseen:
            if closes and name == self._unseen:
                self._unseen = None
        elif name in UNSEEN:
            if not closes and not tag.rstrip().endswith("/>"):
                self._unseen = name
        elif name == "br" or (name in ("p", "div", "li") and not closes):
            self.parts.append(HARD)
        elif name == "img":
            self.pictured = True
            self.alts.append(alt_of_tag(tag))
        elif name == "a":
            target = _TARGET.search(tag)
            if closes:
                self._link_end()
            else:
                self._link(target[1] if target else "")
        elif name in ("b", "strong", "em", "i"):
            weight = "strong" if name in ("b", "strong") else "em"
            self._depth[weight] = max(0, self._depth[weight] + (-1 if closes else 1))
