"""The README says what the code does."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shlex
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

import rag
from rag import cli
from rag.question.operators import parse
from rag.spreadsheet import ANSWER_COLUMNS
from rag.watching.watch import Watch
from tests.conftest import QUESTION, ROOT, SEEDS
from tests.misbehaving_server import html, page, rss, serving

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
    asking = {"ask", "chat", "search", "statements", "similar", "changes", "show"}
    keeping = {"build", "verify", "info", "fetch", "watch", "batch", "eval", "serve"}
    assert shown == asking | keeping
    for options in ("--from", "--to", "--language", "--release", "--json", "--ui", "-k"):
        assert f"`{options}" in README
    for code in (*range(11), cli.INTERRUPTED):
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


def test_the_example_of_a_body_that_grows_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    section = README.split("## A body that grows")[1]
    fetching, watching, batching = (
        line.removeprefix("rag ").split() for line in section.split("```")[1].strip().splitlines()
    )
    with serving() as server:
        server.pages["/communiques.rss"] = page(rss(["/a"]), "application/rss+xml")
        server.pages["/a"] = page(html("Le musée ouvre"))
        fetching[1] = fetching[1].replace("https://www.example.org", server.address)
        assert cli.main(fetching) == 0

    def end(watch: Watch, *_arguments: object) -> None:
        watch.stop()

    monkeypatch.setattr(Watch, "_report", end)
    assert cli.main(watching) == 0
    question = "À combien d’élèves le musée de Lyon a-t-il ouvert ses portes ?"
    Path("questions.csv").write_text(f"question\n{question}\n", "utf-8")
    assert cli.main(batching) == 0
    text = Path("answers.csv").read_text(encoding="utf-8-sig")
    (answer,) = csv.DictReader(io.StringIO(text))
    assert "4 000" in answer["sentence"]
    named = section.split("**`rag batch`**")[1].split("## ")[0]
    assert all(f"`{name}`" in named for name in ("row", *ANSWER_COLUMNS))


def test_the_pages_that_are_linked_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/search.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            elsewhere = name.startswith("docs/") and target.startswith("https://")
            assert elsewhere or (ROOT / target).exists(), (name, target)


SEARCH = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")


def test_the_search_transcript_is_what_the_command_prints(
    seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, _, shown = SEARCH.split("$ rag ")[1].split("```")[0].partition("\n")
    assert cli.main([*shlex.split(command), "-i", str(seed_index)]) == 0
    printed = capsys.readouterr().out.replace("\u00a0", " ")
    assert printed.startswith(shown)


def test_the_search_examples_run(library: rag.Library, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```py\n(.*?)```", SEARCH, re.DOTALL)
    exec(compile(code, "search.md", "exec"), {"library": library})
    assert "replaced 002_86cd08fb0a6ad8f5:" in capsys.readouterr().out


def test_every_operator_of_the_table_is_read() -> None:
    rows = SEARCH.split("## Operators")[1].split("\n\n")[2].splitlines()[2:]
    examples = [one for row in rows for one in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(examples) > 12
    for example in examples:
        parsed = parse(f"mot {example}".replace("…", "mot"))
        assert parsed.problems == ()
        assert (parsed.expression is None) == (example == "OTAN Vilnius"), example


def test_the_changelog_names_the_version() -> None:
    assert f"## [{rag.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
