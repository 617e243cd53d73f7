"""Data flows one way through the house; the rooms keep to their side."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QUESTION, ROOT, clean_environment

# What each room may import of ours.
BASE = {
    "types", "errors", "config", "near", "partial_date", "version", "expression", "installation",
    "lazy",
}  # fmt: skip
SPOKEN = BASE | {"messages", "phrases"}
READ = BASE | {"language", "corpus", "models", "indexing", "question"}
ALLOWED = {
    "lazy": set(),
    "partial_date": {"lazy"},
    "expression": {"lazy"},
    # An answer is put into words when its text is asked for, and into a box by a notebook.
    "types": {"lazy", "partial_date", "expression", "phrases", "notebook"},
    "messages": {"partial_date", "types"},
    "phrases": BASE | {"messages", "corpus", "indexing"},
    "notebook": BASE | {"messages", "phrases"},
    "version": set(),
    "installation": {"errors", "lazy"},
    "errors": {"messages"},
    "near": {"types"},
    # An error names the setting that may have been meant.
    "config": {"errors", "lazy", "near", "types"},
    "language": BASE,
    "corpus": BASE | {"language"},
    "models": BASE,
    "indexing": BASE | {"language", "corpus", "models"},
    "question": BASE | {"language", "corpus"},
    "retrieval": READ,
    "answering": READ | {"retrieval"},
    "generation": BASE | {"phrases", "language", "answering"},
    "asking": READ | {"retrieval", "answering", "generation"},
    "library": READ | {"asking", "retrieval", "answering"},
    "building": READ | {"library"},
    "public": BASE | {"building", "corpus", "models", "indexing", "library"},
    "__init__": {"public", "version"},
    "__main__": {"cli"},
    "evaluation": BASE | {"messages", "language"},
    "web": SPOKEN | {"__init__"},
    "chat": SPOKEN | {"__init__"},
    "report": BASE | {"indexing", "library", "phrases", "spreadsheet"},
    "spreadsheet": SPOKEN,
    "batch": SPOKEN | {"corpus", "spreadsheet"},
    "fetching": BASE | {"corpus"},
    "watching": BASE | {"__init__", "corpus", "models", "indexing"},
    "terminal": SPOKEN | {"__init__", "spreadsheet"},
    "commands": SPOKEN
    | {"__init__", "batch", "chat", "evaluation", "fetching", "report", "spreadsheet", "terminal"}
    | {"indexing", "watching", "web"},
    "cli": SPOKEN | {"__main__", "commands", "terminal"},
}


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT / "rag").parts
    return parts[0] if len(parts) > 1 else path.stem


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "rag":
                modules = {alias.name for alias in node.names}
                inside = {m for m in modules if (ROOT / "rag" / m).exists()}
                inside |= {m for m in modules if (ROOT / "rag" / f"{m}.py").exists()}
                names = [f"rag.{m}" for m in inside] + (["rag"] if modules - inside else [])
            else:
                names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name == "rag":
                found.add("__init__")
            elif name.startswith("rag."):
                found.add(name.split(".")[1])
    return found


@pytest.mark.parametrize(
    "path", sorted((ROOT / "rag").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_rooms_import_only_earlier_ones(path: Path) -> None:
    room = _room(path)
    assert _imports(path) - {room} <= ALLOWED[room]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "rag").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_module_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_page_and_the_demo_use_the_public_api_only() -> None:
    for path in [ROOT / "app.py", *(ROOT / "rag" / "web").glob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        private = [
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr.startswith("_")
            and not (isinstance(node.value, ast.Name) and node.value.id == "self")
        ]
        assert not private, path


def test_a_question_loads_nothing_that_reads_files_or_builds(seed_index: Path) -> None:
    code = (
        "import sys\n"
        "from rag.cli import main\n"
        f"main(['ask', {QUESTION!r}, '--json', '--index', {str(seed_index)!r}])\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, cwd=ROOT, env=clean_environment(), check=True,
    )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "rag.answering.answer" in loaded
    not_needed = {
        "rag.corpus.adding", "rag.corpus.formats", "rag.corpus.listing", "rag.corpus.metadata",
        "rag.corpus.reading", "rag.evaluation", "rag.generation", "rag.indexing.build",
        "rag.indexing.verify", "rag.report", "rag.web",
    }  # fmt: skip
    assert not_needed & loaded == set()
