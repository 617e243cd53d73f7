"""The own text of a mail in HTML: without quoted mails, signatures and the head of a forwarded
mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rag.corpus.formats.mail.plain import OwnText, find_head, is_forwarded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What mail programs put around quotes and signatures.
_QUOTES = (
    "//blockquote[@type='cite']"
    "|//*[contains(@class,'moz-cite-prefix') or contains(@class,'gmail_quote')"
    " or contains(@class,'yahoo_quoted') or contains(@class,'protonmail_quote')"
    " or @id='reply-intro']"
)
_SIGNATURES = (
    "//*[contains(@class,'gmail_signature') or contains(@class,'moz-signature') or @id='Signature'"
    " or contains(@class,'protonmail_signature') or @id='ms-outlook-mobile-signature'"
    " or @id='composer_signature']"
)
_STRUCTURE = "//h1|//h2|//h3|//h4|//li|//table|//p|//blockquote"
_LINES = frozenset("address br div dd dt h1 h2 h3 h4 h5 h6 li p pre table td tr ul ol hr".split())
_LONGEST_HEAD = 3_000  # characters
_FORWARDS = 5
_MOST_ELEMENTS = 20_000  # a head stands near the beginning


def has_structure(markup: str) -> bool:
    """Whether HTML says more than the plain text beside it: headings, lists, paragraphs."""
    root = _parse(markup)
    return root is not None and len(root.xpath(_STRUCTURE)) > 1


def own_markup(markup: str, subject: str) -> OwnText:
    """As ``plain.own_text``, for HTML."""
    root = _parse(markup)
    if root is None:
        return OwnText(markup)
    try:
        found = _own(root, subject)
    except ValueError:  # letters that XML does not allow cannot be moved in the tree
        return OwnText(markup)
    # The parser leaves out what nests too deeply.
    return found if "".join(root.itertext()).strip() else OwnText(markup)


def _own(root: HtmlElement, subject: str) -> OwnText:
    from lxml import etree

    found = OwnText("")
    body = next(root.iter("body"), root)
    for _number in range(_FORWARDS):
        place = _find(body)
        if place is None:
            break
        element, above, head, marked = place
        if not is_forwarded(subject, above, marked):
            _remove(body, element, before=False)
            break
        found.head |= {name: value for name, value in head.items() if value}
        _remove(body, element, before=True)
        subject = found.head.get("subject", subject)
    for path in (_SIGNATURES, *(() if found.head else (_QUOTES,))):
        for one in root.xpath(path):
            if one.getparent() is not None and not _holds_all(body, one):
                one.drop_tree()
    found.text = etree.tostring(root, encoding="unicode", method="html")
    return found


def _parse(markup: str) -> HtmlElement | None:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _find(body: HtmlElement) -> tuple[Any, list[str], dict[str, str], bool] | None:
    """The first element that is the head of another mail and nothing else; the text above it, what
    it states, and whether it says that the mail is forwarded."""
    for number, element in enumerate(body.iter()):
        if number > _MOST_ELEMENTS:
            break
        if not isinstance(element.tag, str) or element is body:
            continue
        lines = _lines(element)
        place = find_head(lines) if lines else None
        if place is None:
            continue
        begin, end, head, marked = place
        if head and not "".join((*lines[:begin], *lines[end:])).strip():
            above = "".join(_texts_above(body, element))
            return element, [above], head, marked or _is_marked(above)
    return None


def _is_marked(above: str) -> bool:
    from rag.language.mail_words import mail_patterns

    last = above.strip().split("\n")[-1][-100:]
    return mail_patterns().forwarded.search(last) is not None


def _lines(element: Any) -> list[str]:
    """The lines of a short element that are not blank; none for a long one."""
    pieces: list[str] = []
    size = 0
    for event in _walk(element):
        size += len(event)
        if size > _LONGEST_HEAD:
            return []
        pieces.append(event)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _walk(element: Any) -> Iterator[str]:
    from lxml import etree

    for event, one in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        if event == "start":
            yield "\n" if one.tag in _LINES and one.tag != "td" else " "
            yield (one.text or "").replace("\n", " ")
        else:
            yield "\n" if one.tag in _LINES and one.tag not in ("td", "br") else " "
            if one is not element:
                yield (one.tail or "").replace("\n", " ")


def _texts_above(body: Any, element: Any) -> Iterator[str]:
    from lxml import etree

    for event, one in etree.iterwalk(body, events=("start", "end")):
        if one is element:
            return
        if isinstance(one.tag, str):
            yield "\n" if one.tag in _LINES else " "
            yield (one.text if event == "start" else one.tail) or ""


def _remove(body: Any, element: Any, *, before: bool) -> None:
    """Remove an element and all that stands before it, or all that stands behind it."""
    node = element
    while node is not body and (parent := node.getparent()) is not None:
        siblings = list(node.itersiblings(preceding=before))
        if before:
            parent.text = None
        for one in siblings:
            parent.remove(one)
        if not before:
            node.tail = None
        node = parent
    if before:
        tail = element.tail
        element.clear()
        element.tail = tail
    element.drop_tree()


def _holds_all(body: Any, one: Any) -> bool:
    """Whether nothing would be left without an element."""
    letters = sum(c.isalnum() for c in "".join(body.itertext()))
    return bool(letters) and sum(c.isalnum() for c in "".join(one.itertext())) >= letters
