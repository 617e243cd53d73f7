"""Run two versions of the code: another commit and the working tree.

Both run with this Python and its installed packages, so that only the code differs.
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

_ASKER = ROOT / "asker.py"


@dataclass(frozen=True, slots=True)
class Tree:
    """A version of the code.

    Attributes:
        name: the short name of its commit, with ``-dirty`` if files have changed since.
        code: the folder that contains ``rag/``.
        work: a folder for its index. Its processes run there, where no ``rag.toml`` is found.
    """

    name: str
    code: Path
    work: Path

    def python(self, *arguments: str | Path) -> Measured:
        """Run Python with the ``rag`` of this tree. On failure the program ends with the error."""
        return run([sys.executable, *arguments], folder=self.work, python_path=self.code)

    def rag(self, *arguments: str | Path) -> Measured:
        """Run the command ``rag`` of this tree."""
        # What the command starts; older commits start it in another module.
        module = "rag" if (self.code / "rag" / "__main__.py").exists() else "rag.cli"
        return self.python("-m", module, *arguments)

    def asker(self, action: str, index: Path, *questions: Path) -> str:
        """What ``benchmarks/asker.py`` prints with this tree's ``rag``."""
        return self.python(_ASKER, action, index, *questions).output


@contextmanager
def trees(revision: str) -> Iterator[tuple[Tree, Tree]]:
    """The code of a commit, unpacked into a temporary folder, and the working tree.

    The program ends if there is no such commit, or if its code does not run with the packages
    installed here.
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
    """End the program if Python does not import the ``rag`` of this tree."""
    loaded = Path(tree.python("-c", "import rag.cli; print(rag.__file__)").output.strip())
    if not loaded.is_relative_to(tree.code):
        sys.exit(f"{tree.name} cannot be run: Python loads {loaded} instead of {tree.code}/rag.")
