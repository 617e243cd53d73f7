"""Environments with only some of the packages that are installed, for the tests of installing."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT, clean_environment

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def named(lines: list[str]) -> list[Requirement]:
    """The requirements among a file's lines that this platform needs."""
    stripped = [line.split("#")[0].strip() for line in lines]
    found = [Requirement(line) for line in stripped if line and not line.startswith("-")]
    return [one for one in found if one.marker is None or one.marker.evaluate()]


def listed(name: str) -> set[str]:
    """The packages that a file in requirements/ names, and those of the file that it includes."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    found = {canonicalize_name(one.name) for one in named(lines)}
    for line in lines:
        if line.startswith("-r "):
            found |= listed(line.removeprefix("-r "))
    return found


def with_dependencies(packages: set[str]) -> set[str]:
    """These packages and what they need in turn."""
    found: set[str] = set()
    coming = [(package, "") for package in packages]
    seen = set()
    while coming:
        package, extra = coming.pop()
        if (package, extra) in seen:
            continue
        seen.add((package, extra))
        found.add(package)
        for line in distribution(package).requires or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                name = canonicalize_name(needed.name)
                coming += [(name, wanted) for wanted in {"", *needed.extras}]
    return found


def only(packages: set[str], place: Path) -> Path:
    """A folder of links to these installed packages and what they need: an environment of its own
    for a Python that is told to look nowhere else."""
    place.mkdir()
    for package in with_dependencies(packages):
        files = distribution(package).files or []
        for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
            if not (place / top).exists():
                (place / top).symlink_to(Path(str(distribution(package).locate_file(top))))
    return place


def run(
    packages: Path, *arguments: str, project: Path = ROOT, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """A Python that finds beside the standard library only these packages and the project.

    Args:
        packages: the folder with the packages.
        project: the folder that holds ``rag``: the checkout, or where a wheel is installed.
        folder: the current folder.
    """
    return subprocess.run(
        [sys.executable, "-S", *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=clean_environment(PYTHONPATH=f"{packages}:{project}"),
        check=False,
    )
