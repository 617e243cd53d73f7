"""Two states of the code side by side: another commit and the working tree.

Both run with this Python and the packages installed in it, so that what is compared is the code.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import ROOT
from benchmarks.processes import Measured, run

QUESTIONS = ROOT / "questions"
_ASKER = ROOT / "asker.py"


@dataclass(frozen=True, slots=True)
class Tree:
    """A state of the code.

    Attributes:
        name: the commit's short name, with ``-dirty`` where files have changed since.
        code: the folder that holds ``rag/``.
        work: an empty folder for its index; processes run there, out of reach of a ``rag.toml``.
    """

    name: str
    code: Path
    work: Path

    def python(self, *arguments: str | Path) -> Measured:
        """Run Python with this tree's ``rag``; where it fails the program ends with its error."""
        return run([sys.executable, *arguments], folder=self.work, python_path=self.code)

    def rag(self, *arguments: str | Path) -> Measured:
        """Run the command ``rag`` of this tree."""
        return self.python("-m", "rag.cli", *arguments)

    def asker(self, action: str, index: Path, *questions: Path) -> str:
        """What ``benchmarks/asker.py`` prints with this tree's ``rag``."""
        return self.python(_ASKER, action, index, *questions).said


@contextmanager
def trees(revision: str) -> Iterator[tuple[Tree, Tree]]:
    """The code at a commit, unpacked into a temporary folder, and the working tree.

    Ends the program where there is no such commit, or where its code does not run with the
    packages installed here.
    """
    name = _git("rev-parse", "--short", "--verify", f"{revision}^{{commit}}").decode().strip()
    with tempfile.TemporaryDirectory() as scratch:
        code = Path(scratch) / "code"
        with tarfile.open(fileobj=io.BytesIO(_git("archive", name))) as packed:
            packed.extractall(code, filter="data")
        now = _git("describe", "--always", "--dirty", "--exclude", "*").decode().strip()
        both = (
            Tree(name, code, Path(scratch) / "then"),
            Tree(now, ROOT.parent, Path(scratch) / "now"),
        )
        for tree in both:
            tree.work.mkdir()
            _check(tree)
        yield both


def _git(*arguments: str) -> bytes:
    done = subprocess.run(["git", *arguments], cwd=ROOT.parent, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"git {arguments[0]} failed: {done.stderr.decode().strip()}")
    return done.stdout


def _check(tree: Tree) -> None:
    """End the program where Python would not load this tree's ``rag``."""
    loaded = Path(tree.python("-c", "import rag.cli; print(rag.__file__)").said.strip())
    if not loaded.is_relative_to(tree.code):
        sys.exit(f"{tree.name} cannot be run: Python loads {loaded} instead of {tree.code}/rag.")
