"""Parse markup to a tree of elements, and remove elements that are never shown."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from rag.errors import UnreadableFileError

Element = Any  # an lxml element: its classes have no types of their own

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol p pre section summary table tbody td tfoot th thead tr ul search optgroup frameset
    noframes plaintext xmp listing multicol""".split()
)
# Elements without text, or with text that is not part of the page's text.
_UNSEEN = """script style noscript template iframe object applet embed svg math canvas audio video
    map button input select textarea option datalist label legend progress meter rp rt""".split()
_INLINE_TAGS = re.compile(
    r"</?(?:font|b|i|u|span|em|strong|small|big|tt|a|s|strike|code|ins|del)\b[^<>]*>", re.IGNORECASE
)
_BOX_TAGS = re.compile(
    r"</?(?:div|section|center|blockquote|ul|ol|dl|li|dd|dt|table|tbody|tr|td|form|article|main)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)


def parse(markup: str) -> Element:
    """The root element of a page.

    The parser allows a depth of 256 elements. Deeper markup (often formatting that is never closed)
    is read without its formatting, and then without its boxes, so that no text is lost.

    Raises:
        UnreadableFileError: there is no element.
    """
    root, too_deep = _parse(markup)
    if too_deep:
        markup = _INLINE_TAGS.sub("", markup)
        root, too_deep = _parse(markup)
    if too_deep:
        root, _ = _parse(_BOX_TAGS.sub("<p>", markup))
    if root is None:
        raise UnreadableFileError("file.no_text")
    return root


def _parse(markup: str) -> tuple[Element, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("file.no_text") from error
    too_deep = any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())
    return root, too_deep


def remove_unseen(root: Element) -> None:
    """Remove scripts, styles, controls and the like from the tree. The text behind them stays."""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)


class Paths:
    """Paths of elements, such as ``/html/body/main/p[3]``. The children of each element are counted
    only once, so the time is linear."""

    def __init__(self) -> None:
        self._paths: dict[Element, str] = {}

    def of(self, element: Element) -> str:
        """The path of an element from the root."""
        missing = []
        while element is not None and element not in self._paths:
            missing.append(element)
            element = element.getparent()
        for one in reversed(missing):
            parent = one.getparent()
            if parent is None:
                self._paths[one] = f"/{one.tag}"
            elif one not in self._paths:
                self._count(parent)
        return self._paths[missing[0] if missing else element]

    def _count(self, parent: Element) -> None:
        above = self._paths[parent]
        by_tag: dict[str, list[Element]] = {}
        for child in parent:
            by_tag.setdefault(child.tag, []).append(child)
        for tag, children in by_tag.items():
            if len(children) == 1:
                self._paths[children[0]] = f"{above}/{tag}"
            else:
                for number, child in enumerate(children, start=1):
                    self._paths[child] = f"{above}/{tag}[{number}]"
