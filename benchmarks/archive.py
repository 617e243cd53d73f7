"""Write and index an archive of any size for the benchmarks.

It contains debates of the Canadian House of Commons in French, cut into releases, the passages of
PIAF and the five releases.

    python -m benchmarks.archive --size 20000
"""

from __future__ import annotations

import re
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

import rag
from benchmarks.common import ROOT, WORK, load_squad, parser, require, write_releases

PARAGRAPHS = 20
"""Paragraphs per release of the debates, as in a long press release."""
MIN_CHARACTERS = 150
_DATE = re.compile(
    r"^\s*Le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) +(\d{1,2}(?:er)? +[^\W\d]+"
    r" +\d{4})\.?\s*$",
    re.I | re.M,
)


def archive(data: Path, size: int) -> Path:
    """The corpus folder with about ``size`` passages; written if it does not exist.

    Every size contains the 1,518 passages of PIAF, each as a release, and the five releases. The
    rest are debates.
    """
    folder = WORK / "archive" / f"corpus-{size}"
    if folder.exists():
        return folder
    scratch = folder.with_suffix(".part")
    shutil.rmtree(scratch, ignore_errors=True)
    piaf = scratch / "piaf"
    written = 0
    for part in ("train", "dev"):
        dataset = load_squad(next(require(data / "piaf").glob(f"*{part}*.json")))
        write_releases(piaf / part, dataset.titles, dataset.passages)
        written += len(dataset.passages)
    shutil.copytree(ROOT.parent / "seeds", scratch / "seeds")
    written += 5 * 9
    for name, text in debates(data):
        if written + PARAGRAPHS > size:
            break
        place = scratch / "debates" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        written += PARAGRAPHS
    scratch.rename(folder)
    return folder


def built_archive(data: Path, size: int, encoder: rag.Encoder | None = None) -> Path:
    """The index folder of ``archive(data, size)``, brought up to date.

    The first build of 200,000 passages encodes for about an hour on two cores.
    """
    index = WORK / "archive" / f"index-{size}"
    rag.build(archive(data, size), index, encoder=encoder, settings=rag.Settings())
    return index


def debates(data: Path) -> Iterator[tuple[str, str]]:
    """(file name, text) of each release made from the debates, in the order of the sittings."""
    with tarfile.open(require(data / "hansard_ca_fr.tar.xz")) as packed:
        for member in sorted(packed.getmembers(), key=lambda member: member.name):
            stream = packed.extractfile(member)
            if stream is None:
                continue
            text = stream.read().decode("latin-1")
            session = ".".join(Path(member.name).name.split(".")[1:3])
            sitting = Path(member.name).name.split(".")[5]
            match = _DATE.search(text)
            date = " ".join(match.group(1).split()) if match else None
            lines = (" ".join(line.split()) for line in text.splitlines())
            paragraphs = [line for line in lines if len(line) >= MIN_CHARACTERS]
            for number, start in enumerate(range(0, len(paragraphs), PARAGRAPHS), start=1):
                title = f"Chambre des communes, séance {sitting} ({number})"
                front_matter = f"---\ndate: {date}\n---\n" if date else ""
                body = "\n\n".join(paragraphs[start : start + PARAGRAPHS])
                name = f"{session}/{session}-{sitting}-{number:03d}.txt"
                yield name, f"{front_matter}{title}\n\n{body}\n"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--size", type=int, default=20_000, help="passages, about")
    arguments = options.parse_args()
    print(built_archive(arguments.data, arguments.size))


if __name__ == "__main__":
    main()
