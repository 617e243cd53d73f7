"""Writes small DOCX, ODT and RTF files by hand, for what no program makes on purpose."""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_O = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = " ".join(
    f'xmlns:{prefix}="{_O}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("meta", "meta"),
    )
)  # fmt: skip
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of letters."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def docx(body: str, *, namespace: str = _W, **parts: str) -> bytes:
    """A Word document. ``parts`` are the contents of ``styles``, ``numbering``, ``footnotes`` and
    ``header`` (the id of its relation is ``header``), and ``core`` for the properties."""

    def whole(tag: str, inside: str) -> str:
        return (
            f'<w:{tag} xmlns:w="{namespace}" xmlns:r="{_RELATIONS}" xmlns:v="urn:v"'
            f' xmlns:mc="urn:mc" xmlns:wps="urn:wps">{inside}</w:{tag}>'
        )

    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{_RELATIONS}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": whole("document", f"<w:body>{body}</w:body>"),
    }
    relations = ""
    for name, inside in parts.items():
        if name == "core":
            files["docProps/core.xml"] = f'<c xmlns:dc="urn:dc" xmlns:dcterms="urn:t">{inside}</c>'
            continue
        relations += f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = whole("hdr" if name == "header" else name, inside)
    files["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return packed(files)


def odt(text: str, *, styles: str = "", common: str = "", meta: str = "") -> bytes:
    """An OpenDocument text with automatic and common styles."""
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:text>"
        f"{text}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF}>{common}</office:document-styles>",
        "meta.xml": f"<office:document-meta {_ODF} xmlns:dc='urn:dc'><office:meta>{meta}"
        "</office:meta></office:document-meta>",
    })  # fmt: skip


def rtf(body: str, head: str = r"\ansi\ansicpg1252\uc1") -> bytes:
    """An RTF file; letters beyond Latin-1 must be escaped in ``body``."""
    return ("{\\rtf1" + head + " " + body + "}").encode("latin-1")
