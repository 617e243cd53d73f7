"""The Markdown parser: CommonMark with the extensions of site generators. Its time is linear in the
length of a text."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

_MARKS = re.compile(r"[\[\]*_`<&!\\~^]")
_LONGEST = 50_000
_DENSE = 2_000


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 60})
    parser.enable(["table", "strikethrough"])
    # An indented block is more often text than code (see ``blocks``).
    parser.disable(["code"])
    parser.use(footnote_plugin).use(deflist_plugin).use(sub_plugin).use(superscript_plugin)
    parser.core.ruler.at("inline", _inline)
    return parser


def parse(text: str) -> list[Token]:
    """The blocks of a text as tokens. Blocks of text have their inline tokens as children."""
    return _parser().parse(text)


def parse_inline(text: str) -> list[Token]:
    """The inline tokens of a text of one paragraph."""
    if _is_noise(text):
        return [_plain(text)]
    (token,) = _parser().parseInline(text)
    return token.children or []


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _is_noise(token.content):
            token.children.append(_plain(token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _is_noise(text: str) -> bool:
    """Whether a paragraph is too long, or has too many marks, to be written by a person."""
    return len(text) > _LONGEST or (
        len(text) > _DENSE and len(_MARKS.findall(text)) > len(text) // 4
    )


def _plain(text: str) -> Token:
    return Token("text", "", 0, content=text)
