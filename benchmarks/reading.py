"""Measure how quickly files are read, beside the library that extracts their text.

The files are those of ``real_releases`` (see ``benchmarks.releases``) and, for PDF, also those of
the tests. Turns alternate: our reader of a file, then the library alone on the same bytes. For web
pages the library is trafilatura, which the product does not use: ``pip install trafilatura
lxml_html_clean``. Without it only our own time is given.

    python -m benchmarks.reading [--data FOLDER] [--turns 5]
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tqdm import tqdm

from benchmarks.common import ROOT, parser, record, require, table
from rag.corpus.formats import format_of
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import read_release

PDF_FILES = ROOT.parent / "tests" / "data" / "pdf"


def trafilatura_alone(data: bytes) -> None:
    import trafilatura

    trafilatura.extract(data, include_tables=True)


def pdfium_alone(data: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


def format_alone(path: Path, data: bytes) -> None:
    read = format_of(path.name).read
    assert read is not None
    read(data)


def whole_release(path: Path, data: bytes) -> None:
    read_release(SourceFile(path, path.name, path.stem, Metadata()), data)


def seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measure(
    files: Sequence[Path], alone: Callable[[bytes], None] | None, turns: int
) -> tuple[float, float, float | None]:
    """Least seconds of all turns for all files: the format's reading, the whole release with its
    title, dates and parts, and the library alone."""
    contents = [(path, path.read_bytes()) for path in files]
    taken: list[tuple[float, float, float]] = []
    for _ in tqdm(range(turns + 1), desc=files[0].suffix, leave=False):
        ours = sum(seconds(lambda p=p, d=d: format_alone(p, d)) for p, d in contents)  # type: ignore[misc]
        whole = sum(seconds(lambda p=p, d=d: whole_release(p, d)) for p, d in contents)  # type: ignore[misc]
        library = sum(seconds(lambda d=d: alone(d)) for _, d in contents) if alone else 0.0  # type: ignore[misc]
        taken.append((ours, whole, library))
    ours, whole, library = (min(column) for column in zip(*taken[1:], strict=True))
    return ours, whole, library if alone else None


def main(arguments: Sequence[str] | None = None) -> None:
    options = parser(__doc__)
    options.add_argument("--turns", type=int, default=5)
    chosen = options.parse_args(arguments)
    folder = require(chosen.data / "real_releases")
    has_trafilatura = importlib.util.find_spec("trafilatura") and importlib.util.find_spec(
        "lxml_html_clean"
    )
    pdf = [file for file in sorted(PDF_FILES.glob("*.pdf")) if "passe" not in file.name]
    kinds: list[tuple[str, list[Path], str, Callable[[bytes], None] | None]] = [
        ("web pages", [], "trafilatura", trafilatura_alone if has_trafilatura else None),
        ("PDF", pdf, "pypdfium2", pdfium_alone),
        ("Markdown", [], "", None),
        ("text", [], "", None),
    ]
    suffixes = ((".html",), (".pdf",), (".md", ".markdown"), (".txt",))
    for (_, files, _, _), endings in zip(kinds, suffixes, strict=True):
        files += sorted(file for file in folder.rglob("*") if file.suffix in endings)
    rows = []
    for name, files, library, alone in kinds:
        ours, whole, other = measure(files, alone, chosen.turns)
        each = 1000 / len(files)
        rows.append(
            [
                f"{name}, {len(files)} files",
                f"{ours * each:.1f} ms",
                f"{whole * each:.1f} ms",
                f"{library} {other * each:.1f} ms" if other is not None else "–",
                f"{other / ours:.2f} ×" if other is not None else "–",
            ]
        )
    lines = [
        f"Least of {chosen.turns} turns, a file on average. The rate is the library's time divided"
        " by ours: above 1 ours is quicker. A whole release has its title, dates and parts.",
        "",
        table(["", "our format", "whole release", "the library alone", "our rate"], rows),
    ]
    record("Reading", "python -m benchmarks.reading", "\n".join(lines), write=not chosen.no_write)


if __name__ == "__main__":
    main()
