"""Writes tiny PDF files by hand, for what no program makes on purpose."""

from __future__ import annotations

from collections.abc import Iterable

PAGE = "/MediaBox [0 0 595 842]"
_FONTS = (
    "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
)
_IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Length 4 >>\nstream\n\x00\x80\x80\x00\nendstream"
)


def line(text: str, left: float, base: float, size: float = 11, font: str = "F1") -> str:
    """What draws a line of text, in points from the lower left corner of the page."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {left} {base} Tm ({escaped}) Tj ET"


def lines(texts: Iterable[str], left: float, base: float, step: float = 14, **kinds: float) -> str:
    """Lines below each other."""
    return "\n".join(
        line(text, left, base - number * step, **kinds)  # type: ignore[arg-type]
        for number, text in enumerate(texts)
    )


def pdf(
    pages: Iterable[str], *, page: str = PAGE, properties: str = "", catalog: str = ""
) -> bytes:
    """A file of these pages' content streams; ``/Im`` names a picture.

    Args:
        page: entries of each page.
        properties: entries of the document's properties.
        catalog: entries of the catalogue.
    """
    contents = [text.encode("cp1252") for text in pages]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        f"<< {properties} >>".encode("cp1252"),
        _IMAGE,
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {page} /Contents {6 + 2 * number} 0 R"
            f" /Resources << {_FONTS} /XObject << /Im 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
