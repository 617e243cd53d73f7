"""An archive to measure on: debates of the Canadian Commons in French cut into releases, with
PIAF's passages and the five releases among them, in the sizes that are asked for.

    python -m benchmarks.archive --size 20000
"""

from __future__ import annotations

import re
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

import rag
from benchmarks.common import ROOT, WORK, load_squad, need, parser, write_releases

PARAGRAPHS = 20
"""Paragraphs in a release of the debates: what a long press release has."""
MIN_CHARACTERS = 150
_DATE = re.compile(
    r"^\s*Le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) +(\d{1,2}(?:er)? +[^\W\d]+"
    r" +\d{4})\.?\s*$",
    re.I | re.M,
)


def archive(data: Path, size: int) -> Path:
    """The corpus folder with about ``size`` passages, written if it is not there yet.

    PIAF's 1,518 passages (one a release) and the five releases are in every size; debates fill it
    up, 20 paragraphs a release.
    """
    folder = WORK / "archive" / f"corpus-{size}"
    if folder.exists():
        return folder
    scratch = folder.with_suffix(".part")
    shutil.rmtree(scratch, ignore_errors=True)
    piaf = scratch / "piaf"
    written = 0
    for part in ("train", "dev"):
        held = load_squad(next(need(data / "piaf").glob(f"*{part}*.json")))
        write_releases(piaf / part, held.titles, held.passages)
        written += len(held.passages)
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
    """The index folder of ``archive(data, size)``, brought up to date (an hour's encoding for
    200,000 passages on two cores, once)."""
    index = WORK / "archive" / f"index-{size}"
    rag.build(
        archive(data, size),
        index,
        encoder=encoder,
        settings=rag.Settings(),
    )
    return index


def debates(data: Path) -> Iterator[tuple[str, str]]:
    """File name and text of each release made of the debates, in the order of the sittings."""
    with tarfile.open(need(data / "hansard_ca_fr.tar.xz")) as packed:
        for member in sorted(packed.getmembers(), key=lambda one: one.name):
            stream = packed.extractfile(member)
            if stream is None:
                continue
            whole = stream.read().decode("latin-1")
            session = ".".join(Path(member.name).name.split(".")[1:3])
            sitting = Path(member.name).name.split(".")[5]
            found = _DATE.search(whole)
            stated = " ".join(found.group(1).split()) if found else None
            lines = (" ".join(line.split()) for line in whole.splitlines())
            kept = [line for line in lines if len(line) >= MIN_CHARACTERS]
            for number, start in enumerate(range(0, len(kept), PARAGRAPHS), start=1):
                title = f"Chambre des communes, séance {sitting} ({number})"
                head = f"---\ndate: {stated}\n---\n" if stated else ""
                body = "\n\n".join(kept[start : start + PARAGRAPHS])
                name = f"{session}/{session}-{sitting}-{number:03d}.txt"
                yield name, f"{head}{title}\n\n{body}\n"


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--size", type=int, default=20_000, help="passages, about")
    chosen = arguments.parse_args()
    print(built_archive(chosen.data, chosen.size))


if __name__ == "__main__":
    main()
