"""Every example of the README and docs/ runs and prints what is shown."""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import rag
from rag import cli
from rag.commands import make_parser
from tests.conftest import QUESTION, ROOT, SEEDS
from tests.documents import EXAMPLES, GUIDES, Block, blocks, inline, is_shown, transcript

REFERENCE = [one for one in EXAMPLES if one not in GUIDES.values()]
# What a block may be. ``py`` has a test of its own, for it needs more than the releases.
LANGUAGES = {"", "console", "json", "py", "python", "sh", "text", "toml"}
# Commands with a test of their own, in tests/test_docs.py: a server, and a folder that is followed.
ELSEWHERE = {"fetch", "watch", "batch", "eval"}
VARIABLES = set(
    re.findall(
        r"RAG_[A-Z_]+",
        "".join(
            path.read_text(encoding="utf-8")
            for folder in ("rag", "tests", "benchmarks")
            for path in (ROOT / folder).rglob("*.py")
            if path != Path(__file__)
        ),
    )
)
MILVUS_MODEL_OR_ENDPOINT = ("--engine", "--model", "--llm")


@pytest.fixture
def workplace(tmp_path: Path, embedded: rag.Encoder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the examples suppose it: the five releases in ``seeds`` and ``communiques``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for module in ("library", "building"):
        monkeypatch.setattr(f"rag.{module}.load_encoder", lambda _settings: embedded)
    for name in ("seeds", "communiques"):
        shutil.copytree(SEEDS, tmp_path / name, ignore=shutil.ignore_patterns("README.md"))
    return tmp_path


@pytest.fixture
def indexed(workplace: Path, seed_index: Path) -> Path:
    """The same, with an index."""
    shutil.copytree(seed_index, workplace / "index")
    return workplace


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command that begins with ``rag`` prints; it must succeed."""
    words = shlex.split(re.sub(r" > \S+$", "", command), comments=True)
    assert words[0] == "rag"
    server = ModuleType("rag.web.server")
    server.run = lambda _index, settings: None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rag.web.server", server)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\nOù ?\n"))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert cli.main(words[1:]) == 0, command
    return out.getvalue()


# -- which examples there are --


@pytest.mark.parametrize("document", EXAMPLES)
def test_every_block_is_of_a_kind_that_runs(document: str) -> None:
    for block in blocks(document):
        assert block.language in LANGUAGES, str(block)
        if block.language == "text":
            assert "rag " not in block.text, str(block)
        if block.language == "console":
            assert block.text.startswith("$ "), str(block)


def shell_lines() -> list[tuple[str, str]]:
    """Every line that a person types, with its place."""
    found = []
    for document in EXAMPLES:
        for block in blocks(document, "sh", "console", ""):
            if block.language == "sh":
                lines = block.text.splitlines()
            else:
                lines = [command for command, _ in transcript(block.text)]
            found += [(f"{block} {line}", line) for line in lines if line.strip()]
    return found


@pytest.mark.parametrize("line", [pytest.param(line, id=name) for name, line in shell_lines()])
def test_every_command_line_is_right(line: str) -> None:
    words = shlex.split(re.sub(r" > \S+$", "", line), comments=True)
    program, rest = words[0].removeprefix(".venv/bin/"), words[1:]
    check = CHECKS.get(program)
    assert check is not None, program
    check(rest)


@pytest.mark.parametrize("document", [*EXAMPLES, "CONTRIBUTING.md", "seeds/README.md"])
def test_what_the_text_names_exists(document: str) -> None:
    subparsers = next(
        one for one in make_parser()._actions if isinstance(one, argparse._SubParsersAction)
    )
    choices = {name: parser.filled() for name, parser in subparsers.choices.items()}
    for token in inline(document):
        if token.type != "code_inline":
            continue
        program, *words = token.content.split()
        if program == "make":
            is_a_target(words)
        elif program == "rag" and words and words[0] in choices:
            options = {word for word in words if word.startswith("-")}
            assert options <= set(choices[words[0]]._option_string_actions), token.content
        elif program == "rag":
            assert " ".join(words) in ("", "COMMAND --help", "--help", "--version"), token.content
        elif re.fullmatch(r"--[a-z-]+", program):
            named = {name for one in choices.values() for name in one._option_string_actions}
            assert program in named | {"--ui", "--stint", "--data"}, token.content
        elif re.fullmatch(r"RAG_[A-Z_]+", program):
            assert program in VARIABLES, token.content


def is_an_option_of_the_parser(words: list[str]) -> None:
    assert make_parser().parse_args(words).command == words[0]


def is_a_target(words: list[str]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{words[0]}:", makefile, re.MULTILINE)
    for word in words[1:]:
        assert re.search(rf"^(?:export )?{word.split('=')[0]} \?=", makefile, re.MULTILINE)


def is_a_module(words: list[str]) -> None:
    assert words[0] == "-m"
    name = words[1]
    assert name in ("venv", "pytest") or (ROOT / f"{name.replace('.', '/')}.py").exists()


def installs_what_there_is(words: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for word in words:
        if word.endswith(".txt"):
            assert (ROOT / word).exists(), word
        for extra in re.findall(r"[\w]+", word) if word.startswith(".[") else ():
            assert extra in project["optional-dependencies"], extra


def has_a_test_of_its_own(_words: list[str]) -> None:
    """In tests/test_api.py, and in the guides' tests."""


CHECKS: dict[str, Callable[[list[str]], None]] = {
    "rag": is_an_option_of_the_parser,
    "make": is_a_target,
    "python": is_a_module,
    "python3": is_a_module,
    "pip": installs_what_there_is,
    "curl": has_a_test_of_its_own,
    ".": has_a_test_of_its_own,
    "cp": has_a_test_of_its_own,
    "mkdir": has_a_test_of_its_own,
}


# -- running them --


@pytest.mark.parametrize("document", REFERENCE)
def test_the_commands_run_and_print_what_is_shown(
    document: str, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for block in blocks(document, "sh", "console"):
        if block.language == "sh":
            for line in block.text.splitlines():
                words = line.split()
                if words[:1] != ["rag"] or words[1] in ELSEWHERE:
                    continue
                if not any(option in words for option in MILVUS_MODEL_OR_ENDPOINT):
                    run(line, monkeypatch)
            continue
        for command, shown in transcript(block.text):
            if command.startswith("rag "):
                assert is_shown(shown, run(command, monkeypatch)), command


@pytest.mark.parametrize("language", GUIDES)
def test_a_person_who_follows_the_guide_sees_what_it_shows(
    language: str, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_LANG", language)
    shutil.rmtree(workplace / "communiques")
    for block in blocks(GUIDES[language]):
        if block.language == "text":
            folder = "communiques/metadata.csv" if block.text.startswith("file,") else ""
            Path(folder or "questions.csv").write_text(block.text, encoding="utf-8")
        for command, shown in typed(block):
            words = command.split()
            if words[0] == "mkdir":
                Path(words[1]).mkdir()
            elif words[0] == "cp":
                for path in Path().glob(words[1]):
                    shutil.copy(path, words[2])
            elif words[0] == "rag" and (words[1] not in ELSEWHERE or shown):
                printed = run(command, monkeypatch)
                assert is_shown(shown, printed) or not shown, (command, printed)


def typed(block: Block) -> list[tuple[str, str]]:
    """The commands of a block with what each prints: nothing where that is not shown."""
    if block.language == "sh":
        return [(line, "") for line in block.text.splitlines() if line.strip()]
    return transcript(block.text) if block.language == "console" else []


@pytest.mark.parametrize(
    "block", [block for one in EXAMPLES for block in blocks(one, "python")], ids=str
)
def test_the_python_examples_run(
    block: Block, indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("demain.txt").write_text(
        f"Le musée ouvre\n\nLyon, le 3 mai. {'Le musée de Lyon ouvre demain. ' * 9}", "utf-8"
    )
    exec(compile(block.text, str(block), "exec"), {})
    printed = capsys.readouterr().out
    for expected in PRINTED[block.text.split("\n")[2]]:
        assert expected in printed


# What each example prints, by its third line.
PRINTED = {
    'rag.build("seeds", "index")': ["answered le 15 février"],
    'with rag.open("index") as library:': ["au siège de l’OTAN 0.", "abstained not-said"],
    'for addition in rag.add("demain.txt", "communiques"):': ["demain.txt added\n6\n5\n"],
    "try:": ["IndexMissingError 4 "],
    "": ["unmatched.language Aucun communiqué"],
}


def test_what_is_shown_of_python_is_printed(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (block, *_) = blocks("docs/python.md", "python")
    exec(compile(block.text, str(block), "exec"), {})
    printed = capsys.readouterr().out
    assert "le 15 février" in printed
    assert "Où la cellule sous-marine a-t-elle été créée ? → au siège de l’OTAN" in printed
    assert "Jens Stoltenberg" in printed


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("oui\n", "oui\n", True),
        ("oui\n…\n", "oui\nnon\n", True),
        ("oui\n", "oui\nnon\n", False),
        ("en 4 s.\n", "en 5.3 s.\n", True),
        ("Confiance 60%\n", "Confiance 61%\n", True),
        ("parlent de : FIFA\n", "parlent de\u00a0: FIFA\n", True),
        ("5 communiqués\n", "6 communiqués\n", False),
    ],
)
def test_what_counts_as_shown(shown: str, printed: str, same: bool) -> None:
    assert is_shown(shown, printed) == same
