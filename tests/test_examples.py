"""The examples run, and the notebook shows what its cells give."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QUESTION, ROOT, SEEDS, clean_environment
from tests.notebooks import run_cells

EXAMPLES = ROOT / "examples"
HOST = "Qui a accueilli M. Stoltenberg à Blenheim Palace ?"


def run(name: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name), *map(str, arguments)],
        capture_output=True, text=True, env=clean_environment(PYTHONPATH=str(ROOT)), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_folder_is_asked() -> None:
    assert run("ask_a_folder.py", SEEDS, QUESTION).startswith("le 15 février")


def test_the_questions_of_a_file_are_answered(seed_index: Path, tmp_path: Path) -> None:
    questions, answers = tmp_path / "questions.csv", tmp_path / "answers.csv"
    questions.write_text(
        f"question,from,to\n{HOST},2024,\n{HOST},,2014\nQuel âge a Keir Starmer ?,,\n", "utf-8"
    )
    run("answer_questions.py", seed_index, questions, answers)
    with answers.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["question"] for row in rows][:2] == [HOST, HOST]
    assert "Keir Starmer" in rows[0]["words"]
    # Without the release of 2024 nothing says so.
    assert [row["status"] for row in rows] == ["answered", "abstained", "abstained"]


def test_the_search_is_measured(seed_index: Path, tmp_path: Path) -> None:
    questions, qrels = tmp_path / "questions.tsv", tmp_path / "qrels.txt"
    questions.write_text(f"1\t{QUESTION}\n2\t{HOST}\n", "utf-8")
    qrels.write_text("1 0 001_319c6ed45504dc95 1\n2 0 000_c54faaf288eec495 1\n", "utf-8")
    measured = dict(
        line.split("\t")
        for line in run("evaluate_search.py", seed_index, questions, qrels).splitlines()
    )
    assert measured["R@1"] == "0.500"  # the second judgement names another release
    assert 0.5 < float(measured["nDCG@10"]) < 1


def test_the_notebook_shows_what_its_cells_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_LANG", "en")
    monkeypatch.chdir(EXAMPLES)
    notebook = json.loads(Path("ask.ipynb").read_text(encoding="utf-8"))
    stored = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]

    def comparable(outputs: object) -> str:
        return re.sub(r"\d+\s?%", "%", json.dumps(outputs, ensure_ascii=False))

    assert comparable(run_cells(notebook)) == comparable(stored)
    assert "le 15 février" in comparable(stored)


@pytest.mark.parametrize("name", ["ask_a_folder.py", "answer_questions.py", "evaluate_search.py"])
def test_an_example_without_its_arguments_says_which_it_takes(name: str) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name)],
        capture_output=True, text=True, env=clean_environment(PYTHONPATH=str(ROOT)), check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert f"python examples/{name}" in done.stderr
    assert "Traceback" not in done.stderr
