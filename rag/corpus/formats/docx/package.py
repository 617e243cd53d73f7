"""The parts of a Word document's package, found by their relations as the format asks."""

from __future__ import annotations

import posixpath

from rag.corpus.formats.office.archive import open_archive, spare_part
from rag.corpus.formats.office.tree import attributes, parse_short
from rag.corpus.safe_xml import MAX_BYTES, Element
from rag.errors import UnreadableFileError

_MAIN = "word/document.xml"


class Package:
    """A document's package.

    Attributes:
        main: the name of its text.
        pictures: whether it holds pictures.
    """

    def __init__(self, data: bytes) -> None:
        self._members = open_archive(data)
        self._by_name = {name.casefold().lstrip("/"): name for name in self._members.names}
        self.main = self._related("_rels/.rels", "").get("officeDocument", [_MAIN])[0]
        if self.main.casefold() not in self._by_name:
            self.main = _MAIN
        if self.main.casefold() not in self._by_name:
            raise UnreadableFileError("file.other_content")
        folder, name = posixpath.split(self.main)
        self._relations = f"{folder}/_rels/{name}.rels"
        self._of_text = self._related(self._relations, folder)
        self._targets = self._by_id(folder)
        self.pictures = any("/media/" in name for name in self._by_name)

    def text(self) -> Element:
        """The root element of the text.

        Raises:
            UnreadableFileError: it is damaged, or no text of Word.
        """
        name = self._by_name[self.main.casefold()]
        root = parse_short(self._members.read(name, MAX_BYTES))
        if root.tag != "document":
            raise UnreadableFileError("file.other_content")
        return root

    def beside(self, kind: str) -> Element | None:
        """The root element of ``styles``, ``numbering``, ``footnotes`` or ``endnotes``; None if
        there is none, or if it is damaged: the text is read without it."""
        names = self._of_text.get(kind, [])
        return self._spare(names[0]) if names else None

    def by_id(self, relation: str) -> Element | None:
        """The root element of the part with this id of a relation; None if it cannot be read."""
        name = self._targets.get(relation)
        return self._spare(name) if name else None

    def properties(self) -> Element | None:
        """The root element of the core properties; None if there are none."""
        names = self._related("_rels/.rels", "").get("core-properties", ["docProps/core.xml"])
        return self._spare(names[0])

    def _spare(self, name: str) -> Element | None:
        known = self._by_name.get(name.casefold())
        return spare_part(self._members, known) if known else None

    def _related(self, name: str, folder: str) -> dict[str, list[str]]:
        """The targets of relations inside the package, by the last word of their types."""
        found: dict[str, list[str]] = {}
        for stated in self._stated(name):
            kind = stated.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append(_target(folder, stated.get("Target", "")))
        return found

    def _by_id(self, folder: str) -> dict[str, str]:
        return {
            stated.get("Id", ""): _target(folder, stated.get("Target", ""))
            for stated in self._stated(self._relations)
        }

    def _stated(self, name: str) -> list[dict[str, str]]:
        root = self._spare(name)
        relations = root.iter("Relationship") if root is not None else ()
        stated = [dict(attributes(one)) for one in relations]
        return [one for one in stated if one.get("TargetMode") != "External"]


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
