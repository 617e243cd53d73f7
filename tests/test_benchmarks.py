"""Each section of RESULTS.md has its command; two commits are compared rightly."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from benchmarks import against, same
from benchmarks.revisions import trees
from tests.conftest import ROOT

BENCHMARKS = ROOT / "benchmarks"
IN_GIT = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True).returncode == 0
needs_git = pytest.mark.skipif(not IN_GIT, reason="this copy of the code is not in git")


def pattern(title: ast.expr) -> str:
    """The names of sections that an expression gives: a string, or one with parts filled in."""
    if isinstance(title, ast.Constant):
        return re.escape(str(title.value))
    assert isinstance(title, ast.JoinedStr), f"not a literal: {ast.unparse(title)}"
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in title.values
    )


def written() -> dict[str, list[str]]:
    """For each module of the benchmarks, patterns of the sections that it records."""
    found: dict[str, list[str]] = {}
    for path in BENCHMARKS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                found.setdefault(path.stem, []).append(pattern(node.args[0]))
    return found


def sections() -> list[tuple[str, str]]:
    """The sections of RESULTS.md with their texts."""
    results = (BENCHMARKS / "RESULTS.md").read_text(encoding="utf-8")
    found = re.findall(r"^<!-- ([^/].*?) -->\n(.*?)^<!-- /\1 -->$", results, re.M | re.S)
    assert len(found) == results.count("\n## ") == results.count("<!-- /")
    return found


@pytest.mark.parametrize(("name", "text"), sections(), ids=[name for name, _ in sections()])
def test_each_section_is_written_by_the_command_that_it_names(name: str, text: str) -> None:
    heading, module, options = re.match(
        r"## (.+)\n\n`python -m benchmarks\.(\w+)(.*)`  \n", text
    ).groups()  # type: ignore[union-attr]
    assert heading == name
    assert any(re.fullmatch(one, name) for one in written()[module])
    source = (BENCHMARKS / f"{module}.py").read_text(encoding="utf-8")
    assert all(f'"{option}"' in source for option in re.findall(r"--[\w-]+", options))


def test_a_difference_names_its_place_and_both_values() -> None:
    then = {"answer": "hier", "confidence": 0.71, "hits": [{"rank": 1, "score": 2.0}], "span": None}
    now = {"answer": "mardi", "confidence": 0.7101, "hits": [{"rank": 1, "score": 2.5}], "of": True}
    found = list(same.differences(then, now))
    assert [str(one) for one in found] == [
        'answer: "hier" -> "mardi"',
        "hits[0].score: 2.0 -> 2.5",
        'span: null -> "(absent)"',
        'of: "(absent)" -> true',
    ]
    assert [one.key for one in found] == ["answer", "hits[].score", "span", "of"]


@pytest.mark.parametrize(
    ("then", "now"), [(1, True), (0, None), ("1", 1), ([1], [1, 1]), ({}, []), (1.0, 1.003)]
)
def test_what_is_not_the_same(then: object, now: object) -> None:
    assert len(list(same.differences(then, now))) == 1
    assert not list(same.differences(then, then))


def test_the_comparison_counts_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    then = {"Qui ?": {"answer": "A"}, "Où ?": {"answer": "ici"}, "release 1": {"title": "T"}}
    now = {"Qui ?": {"answer": "B"}, "Où ?": {"answer": "ici"}, "Quand ?": {"answer": "hier"}}
    assert same.compare(then, now) == 3
    said = capsys.readouterr().out
    assert 'Qui ?\n    answer: "A" -> "B"\n' in said
    assert "Où ?" not in said
    assert "3 of 4 questions and releases differ." in said
    assert same.compare(then, then) == 0


def test_a_ratio_is_of_one_turn() -> None:
    made = against.rows(["ask", "warm"], [[1, 80, 200], [2, 90, 300]], [[2, 40, 100], [1, 45, 600]])
    assert [one[0] for one in made] == [
        title for name in ("ask", "warm") for title in against.MEASURES[name].rows
    ]
    assert made[0][1:] == ("1.50 s (1.00–2.00)", "1.50 s (1.00–2.00)", "1.25 × (0.50–2.00)")
    assert made[2][1:] == ("250.00 ms (200.00–300.00)", "350.00 ms (100.00–600.00)",
                           "1.25 × (0.50–2.00)")  # fmt: skip


def test_the_measures_are_chosen_by_name() -> None:
    assert against.chosen("update,ask") == ["ask", "update"]
    with pytest.raises(ValueError, match="speed"):
        against.chosen("ask,speed")


@needs_git
def test_each_tree_runs_its_own_code() -> None:
    with trees("HEAD") as (then, now):
        assert (now.code, now.name.removesuffix("-dirty")) == (ROOT, then.name)
        (then.code / "rag" / "version.py").write_text('__version__ = "then"\n')
        assert then.rag("--version").said == "rag then\n"
        assert now.rag("--version").said != "rag then\n"
        code = then.code
    assert not code.exists()


@needs_git
def test_a_commit_that_does_not_exist_ends_the_program() -> None:
    with pytest.raises(SystemExit, match="rev-parse"), trees("no-such-commit"):
        pass


@needs_git
def test_code_that_does_not_run_here_ends_the_program() -> None:
    with trees("HEAD") as (then, _now):
        (then.code / "rag" / "version.py").write_text("import no_such_package\n")
        with pytest.raises(SystemExit, match="no_such_package"):
            then.rag("--version")
