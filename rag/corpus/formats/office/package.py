"""The parts of an Office document's package, found by their relations as the format asks."""

from __future__ import annotations

import posixpath

from rag.corpus.formats.office.archive import open_archive, spare_part
from rag.corpus.formats.office.tree import attributes, parse_short
from rag.corpus.safe_xml import MAX_BYTES, Element
from rag.errors import UnreadableFileError


class Package:
    """A document's package.

    Args:
        data: the file.
        main: the usual name of its main part, such as ``word/document.xml``.

    Attributes:
        main: the name of its main part.
        pictures: whether it holds pictures.
    """

    def __init__(self, data: bytes, main: str) -> None:
        self._members = open_archive(data)
        self._by_name = {name.casefold().lstrip("/"): name for name in self._members.names}
        self.main = self._of_kind("").get("officeDocument", [main])[0]
        if self.main.casefold() not in self._by_name:
            self.main = main
        if self.main.casefold() not in self._by_name:
            raise UnreadableFileError("file.other_content")
        self._of_main = self._of_kind(self.main)
        self._targets = self.targets(self.main)
        self.pictures = any("/media/" in name for name in self._by_name)

    def root(self, tag: str) -> Element:
        """The root element of the main part.

        Args:
            tag: its name in a document of the wanted kind.

        Raises:
            UnreadableFileError: it is damaged, or of another kind.
        """
        name = self._by_name[self.main.casefold()]
        root = parse_short(self._members.read(name, MAX_BYTES))
        if root.tag != tag:
            raise UnreadableFileError("file.other_content")
        return root

    def beside(self, kind: str) -> Element | None:
        """The root element of ``styles``, ``numbering``, ``footnotes`` or ``endnotes``; None if
        there is none, or if it is damaged: the text is read without it."""
        names = self._of_main.get(kind, [])
        return self.part(names[0]) if names else None

    def by_id(self, relation: str) -> Element | None:
        """The root element of the part with this id of a relation of the main part; None if it
        cannot be read."""
        name = self._targets.get(relation)
        return self.part(name) if name else None

    def properties(self) -> Element | None:
        """The root element of the core properties; None if there are none."""
        names = self._of_kind("").get("core-properties", ["docProps/core.xml"])
        return self.part(names[0])

    def part(self, name: str) -> Element | None:
        """The root element of a part; None if there is none, or if it is damaged."""
        known = self._by_name.get(name.casefold())
        return spare_part(self._members, known) if known else None

    def targets(self, name: str) -> dict[str, str]:
        """The names of the parts that a part refers to, by the ids of the relations.

        Args:
            name: of the part; ``""`` for the package.
        """
        return {
            stated.get("Id", ""): _target(name, stated.get("Target", ""))
            for stated in self._relations(name)
        }

    def _of_kind(self, name: str) -> dict[str, list[str]]:
        """The same by the last word of the relations' types."""
        found: dict[str, list[str]] = {}
        for stated in self._relations(name):
            kind = stated.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append(_target(name, stated.get("Target", "")))
        return found

    def _relations(self, name: str) -> list[dict[str, str]]:
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        relations = root.iter("Relationship") if root is not None else ()
        stated = [dict(attributes(one)) for one in relations]
        return [one for one in stated if one.get("TargetMode") != "External"]


def _target(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")
