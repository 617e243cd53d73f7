"""The README says what the code does."""

from __future__ import annotations

import contextlib
import io
import json
import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

import rag
from rag import cli
from tests.conftest import QUESTION, ROOT, SEEDS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_configuration_shown_is_the_default() -> None:
    (shown,) = blocks("toml")
    defaults = asdict(rag.Settings())
    # What is commented out is unset by default: None, which TOML cannot write.
    named = tomllib.loads(re.sub(r"^# (?=\w+ = )", "", shown, flags=re.MULTILINE))
    assert {section: set(values) for section, values in named.items()} == {
        section: set(values) for section, values in defaults.items()
    }
    written = json.loads(json.dumps(tomllib.loads(shown)))
    for section, stated in json.loads(json.dumps(defaults)).items():
        there = {key: value for key, value in stated.items() if value is not None}
        assert written.get(section, {}) == there


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(SEEDS)
    (code,) = blocks("python")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert "le 15 février" in out.getvalue()


def test_every_command_is_in_the_table_and_every_exit_code_in_the_text() -> None:
    shown = set(re.findall(r"^\| `rag (\w+)", README, re.MULTILINE))
    asking = {"ask", "chat", "search", "statements", "show"}
    assert shown == {"build", *asking, "verify", "info", "eval", "serve"}
    for options in ("--from", "--to", "--language", "--release", "--json", "--ui", "-k"):
        assert f"`{options}" in README
    for code in (*range(10), cli.INTERRUPTED):
        assert re.search(rf"\b{code}\b", README)


def test_the_json_keys_are_those_of_the_answer(library: rag.Library) -> None:
    documented = re.findall(r"^\| `(\w+)` \|", README.split("## The JSON")[1], re.MULTILINE)
    assert documented == list(library.ask(QUESTION).to_dict())


def test_the_transcript_is_what_the_command_prints(
    seed_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["ask", QUESTION, "-i", str(seed_index)]) == 0
    printed = capsys.readouterr().out
    transcript = README.split("$ make ask\n")[1].split("…\n```")[0]
    confidence = re.compile(r"\d+%")
    assert confidence.sub("%", printed).startswith(confidence.sub("%", transcript))


def test_the_pages_that_are_linked_exist() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / target).exists(), (page, target)


def test_the_changelog_names_the_version() -> None:
    assert f"## [{rag.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
