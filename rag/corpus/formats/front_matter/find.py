"""Find where a text's front matter begins and ends, and its notation."""

from __future__ import annotations

import json
import re
from typing import Literal

from rag.corpus.formats.front_matter.keys import is_known, is_title, is_unmistakable
from rag.lazy import dataclass, regex
from rag.types import Span

Notation = Literal["yaml", "toml", "json", "lines"]

MAX_LENGTH = 60_000
_END = r"(?:\r\n|\n|\r)"
_FENCED = regex(
    rf"---[ \t]*(?P<named>ya?ml|toml|json)?[ \t]*{_END}"
    rf"(?P<inside>.*?{_END})(?:---|\.\.\.)[ \t]*(?:{_END}|$)",
    re.DOTALL | re.IGNORECASE,
)
_TOML = regex(rf"\+\+\+[ \t]*{_END}(?P<inside>.*?{_END})\+\+\+[ \t]*(?:{_END}|$)", re.DOTALL)
_SEMICOLONS = regex(
    rf"(?:;;;[ \t]*{_END})?(?P<inside>\s*[{{\"].*?{_END});;;[ \t]*(?:{_END}|$)", re.DOTALL
)
# The first key of YAML or TOML, behind blank lines and comments.
_BLANK = rf"(?:[ \t]*(?:#[^\r\n]*)?{_END})*"
_YAML_KEY = regex(rf"{_BLANK}(?P<key>[^\r\n:]{{1,60}}?)[ \t]*:(?:\s|$)")
_TOML_KEY = regex(rf"{_BLANK}[ \t]*(?:\[\[?)?[\"']?[\w.-]{{1,60}}[\"']?(?:\]\]?|[ \t]*=)")
_WORD = regex(r"[\"']?[^\W\d][\w.-]{0,40}[\"']?")
_JSON_START = regex(r"\{\s*(?:\"|\}\s*$)")
_COMMENT_OPEN = regex(r"<!--[ \t]*(?:\r\n|\n|\r)")
_COMMENT_CLOSE = regex(r"[ \t]*-->[ \t]*(?:\r\n|\n|\r|$)")
_LINE = regex(r"(?P<line>[^\r\n]*)(?P<end>\r\n|\n|\r|$)")
_HEADER = regex(r"(?:\.\. )?(?P<key>[^\W\d][\w .-]{0,40}?):(?:[ \t]+(?P<value>.*))?")
_RULE = regex(r"(?:---|\.\.\.)[ \t]*")
_PANDOC = regex(r"%[ \t]+(?P<value>\S[^\r\n]*)")
_PANDOC_KEYS = ("title", "author", "date")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text. All offsets count characters of the text.

    Attributes:
        notation: how it is written; ``lines`` for ``Key: value`` lines without a fence around them.
        start, end: the whole front matter, including its fences and its last line end.
        inside: the same without the fences.
        headers: for ``lines``, each key with the span of its value.
    """

    notation: Notation
    start: int
    end: int
    inside: Span
    headers: tuple[tuple[str, Span], ...] = ()


def find(text: str, *, prose_may_follow: bool = True) -> FrontMatter | None:
    """The front matter of a decoded text; None if it has none.

    Args:
        prose_may_follow: whether the text itself may begin with lines such as "Contact: …", as in a
            plain text. Then lines without a fence are front matter only if they have a title, only
            known keys, and a key that nobody writes for readers.
    """
    head = text[:MAX_LENGTH]
    start = len(head) - len(head.lstrip("\ufeff\r\n"))
    return (
        _fenced(head, start)
        or _json(head, start)
        or _lines(head, start, prose_may_follow)
        or (None if prose_may_follow else _percent_lines(head, start))
    )


def _fenced(head: str, start: int) -> FrontMatter | None:
    match = _FENCED.match(head, start)
    if match:
        named = (match["named"] or "yaml").lower()
        notation: Notation = "toml" if named == "toml" else "json" if named == "json" else "yaml"
        # If no key follows the first ``---``, the two lines are rules around some text.
        if notation != "yaml" or _opens_with_key(match["inside"]):
            return FrontMatter(notation, start, match.end(), Span(*match.span("inside")))
        return None
    match = _TOML.match(head, start)
    if match and _TOML_KEY.match(match["inside"]):
        return FrontMatter("toml", start, match.end(), Span(*match.span("inside")))
    match = _SEMICOLONS.match(head, start)
    if match:
        return FrontMatter("json", start, match.end(), Span(*match.span("inside")))
    return None


def _opens_with_key(inside: str) -> bool:
    match = _YAML_KEY.match(inside)
    if match is None:
        return False
    key = match["key"].strip()
    return _WORD.fullmatch(key) is not None or is_known(key)


def _json(head: str, start: int) -> FrontMatter | None:
    if not _JSON_START.match(head, start):
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(head, start)
    except (ValueError, RecursionError):
        return None
    after = _LINE.match(head, end)
    if not isinstance(value, dict) or after is None or after["line"].strip():
        return None
    return FrontMatter("json", start, after.end(), Span(start, end))


def _lines(head: str, start: int, prose_may_follow: bool) -> FrontMatter | None:
    """``Key: value`` lines as in Pelican, MultiMarkdown, Nikola and Hexo: up to the first blank
    line, a rule, or the end of the comment around them."""
    comment = _COMMENT_OPEN.match(head, start)
    begin = position = comment.end() if comment else start
    headers: list[tuple[str, Span]] = []
    while position < len(head):
        line = _LINE.match(head, position)
        assert line is not None
        content = line["line"]
        if not content.strip() or _RULE.fullmatch(content) or _COMMENT_CLOSE.fullmatch(content):
            break
        header = _HEADER.fullmatch(content)
        if header:
            value = (
                Span(*header.span("value")) if header["value"] else Span(len(content), len(content))
            )
            headers.append((header["key"], Span(position + value.start, position + value.end)))
        elif headers and content[0] in " \t":
            key, value = headers[-1]
            headers[-1] = (key, Span(value.start, line.end("line")))
        else:
            return None
        position = line.end()
    if not headers or not _are_metadata([key for key, _ in headers], prose_may_follow):
        return None
    inside = Span(begin, position)
    closing = _LINE.match(head, position)
    assert closing is not None
    if comment and not _COMMENT_CLOSE.fullmatch(closing["line"]):
        return None
    end = closing.end() if closing["line"].strip() else position
    return FrontMatter("lines", start, end, inside, tuple(headers))


def _are_metadata(keys: list[str], prose_may_follow: bool) -> bool:
    titled = any(is_title(key) for key in keys)
    known = sum(1 for key in keys if is_known(key))
    sure = sum(1 for key in keys if is_unmistakable(key))
    if prose_may_follow:
        return titled and sure > 0 and known == len(keys)
    return (titled or sure > 1) and 2 * known >= len(keys)


def _percent_lines(head: str, start: int) -> FrontMatter | None:
    """Pandoc's title block: up to three lines that begin with "%"."""
    headers: list[tuple[str, Span]] = []
    position = start
    for key in _PANDOC_KEYS:
        match = _PANDOC.match(head, position)
        if match is None:
            break
        headers.append((key, Span(*match.span("value"))))
        line = _LINE.match(head, position)
        assert line is not None
        position = line.end()
    following = _LINE.match(head, position)
    if not headers or (following and following["line"].strip()):
        return None
    return FrontMatter("lines", start, position, Span(start, position), tuple(headers))
