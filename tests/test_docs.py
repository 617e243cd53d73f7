"""The documentation says what the code does: settings, commands, keys, transcripts, figures."""

from __future__ import annotations

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
from rag import cli, commands
from rag.corpus.formats import suffixes
from rag.question.operators import parse
from rag.spreadsheet import ANSWER_COLUMNS
from rag.watching.watch import Watch
from tests.conftest import QUESTION, ROOT
from tests.documents import DOCS, EXAMPLES, GUIDES, blocks, headings, read, section
from tests.misbehaving_server import html, page, rss, serving

COMMANDS, PROGRAMS = "docs/command-line.md", "docs/programs.md"
SEARCH = read("docs/search.md")


def test_the_configuration_shown_is_the_default() -> None:
    (block,) = blocks("docs/configuration.md", "toml")
    shown = block.text
    defaults = asdict(rag.Settings())
    # What is commented out is unset by default: None, which TOML cannot write.
    named = tomllib.loads(re.sub(r"^# (?=\w+ = )", "", shown, flags=re.MULTILINE))
    assert {section: set(values) for section, values in named.items()} == {
        section: set(values) for section, values in defaults.items()
    }
    written = json.loads(json.dumps(tomllib.loads(shown)))
    for name, stated in json.loads(json.dumps(defaults)).items():
        there = {key: value for key, value in stated.items() if value is not None}
        assert written.get(name, {}) == there


def test_every_command_is_in_the_table_and_every_exit_code_in_the_text() -> None:
    text = read(COMMANDS)
    shown = set(re.findall(r"^\| `rag (\w+)", text, re.MULTILINE))
    asking = {"ask", "chat", "search", "statements", "similar", "changes", "show"}
    keeping = {"build", "verify", "info", "fetch", "watch", "batch", "eval", "serve"}
    assert shown == asking | keeping | {"completion"} == set(commands.COMMANDS)
    for options in ("--from", "--to", "--language", "--release", "--json", "--ui", "-k"):
        assert f"`{options}" in text
    codes = re.findall(r"^\| (\d+) \|", section(COMMANDS, "## Exit codes"), re.MULTILINE)
    assert [int(code) for code in codes] == [*range(11), cli.INTERRUPTED]


def test_the_json_keys_are_those_of_the_answer(library: rag.Library) -> None:
    answer = re.split(r"^### ", section(PROGRAMS, "## The JSON"), flags=re.MULTILINE)[0]
    documented = re.findall(r"^\| `(\w+)` \|", answer, re.MULTILINE)
    assert documented == list(library.ask(QUESTION).to_dict())


def test_the_dates_of_the_table_have_the_precision_that_it_names() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \| (.*) \|$", section(PROGRAMS, "### Dates"), re.MULTILINE)
    assert len(rows) == 10
    for values, named in rows[1:]:
        for value in re.findall(r"`([^`]+)`", values):
            assert f"`{rag.PartialDate.parse(value).precision}`" in named


def test_the_transcript_of_the_readme_is_what_the_command_prints(
    seed_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["ask", QUESTION, "-i", str(seed_index)]) == 0
    printed = capsys.readouterr().out
    transcript = read("README.md").split("$ make ask\n")[1].split("…\n```")[0]
    confidence = re.compile(r"\d+%")
    assert confidence.sub("%", printed).startswith(confidence.sub("%", transcript))


def test_the_example_of_a_body_that_grows_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    growing = section(COMMANDS, "## A body that grows")
    fetching, watching, batching = (
        line.removeprefix("rag ").split()
        for line in growing.split("```")[1].removeprefix("sh").strip().splitlines()
    )
    for guide in GUIDES.values():
        lines = "".join(block.text for block in blocks(guide, "sh")).splitlines()
        assert {shlex.join(["rag", *fetching]), shlex.join(["rag", *watching])} <= set(lines)
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
    named = growing.split("**`rag batch`**")[1]
    assert all(f"`{name}`" in named for name in ("row", *ANSWER_COLUMNS))


def test_the_questions_to_measure_are_read_as_the_text_says(
    seed_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("ir_measures")
    (block,) = blocks(COMMANDS, "json")
    path = tmp_path / "questions.jsonl"
    path.write_text(block.text, encoding="utf-8")
    assert cli.main(["eval", str(path), "-i", str(seed_index), "--ui", "en"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"R@1 +\| 1\.000 .*\| 1 ", printed)
    assert re.search(r"abstains when it should +\| 1\.000 .*\| 1 ", printed)
    for key in json.loads(block.text.splitlines()[0]):
        assert f'"{key}"' in block.text
    for key in ("answers", "release", "quote", "id", "language", "date", "said"):
        assert f"`{key}`" in section(COMMANDS, "## Measuring your own questions")


def test_the_settings_of_other_examples_are_read(tmp_path: Path) -> None:
    for document in EXAMPLES:
        for number, block in enumerate(blocks(document, "toml")):
            path = tmp_path / f"{number}.toml"
            path.write_text(block.text, encoding="utf-8")
            assert rag.load_settings(path)


def test_every_ending_that_is_read_is_in_the_table() -> None:
    table = read("docs/formats.md").split("\n\n")[2]
    shown = set(re.findall(r"`(\.\w+)`", " ".join(re.findall(r"^\| ([^|]+)", table, re.M))))
    assert shown == set(suffixes())


# -- search --


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


# -- the documents themselves --


def test_the_readme_is_short() -> None:
    assert len(read("README.md").splitlines()) <= 150


def test_the_figures_are_those_of_the_results() -> None:
    results = read("benchmarks/RESULTS.md")
    for document in ("README.md", "docs/measured.md"):
        for right, every in re.findall(r"(\d+) of (\d+)\b", read(document)):
            share = f"{int(right) / int(every):.3f}"
            listed = re.search(rf"\| {re.escape(share)} \|.*\| {every} ", results)
            assert f"{right} of {every}" in results or listed, (right, every)
        for seconds in re.findall(r"\b(\d\.\d\d) s\b", read(document)):
            assert f"{seconds} s" in results, seconds
    commands = re.findall(r"python -m benchmarks\.(\w+)", read("docs/measured.md"))
    assert len(commands) > 10
    assert all((ROOT / "benchmarks" / f"{name}.py").exists() for name in commands)


def test_the_guides_have_the_same_sections_and_examples() -> None:
    french, english = GUIDES["fr"], GUIDES["en"]
    assert len(headings(french)) == len(headings(english)) > 10

    def commands(guide: str) -> list[str]:
        text = "".join(f"{one.language}\n{one.text}" for one in blocks(guide))
        return re.findall(r"^(?:\$ )?((?:rag|mkdir|cp|\.venv|python3|\.) .*|sh|text|console)$",
                          text, re.MULTILINE)  # fmt: skip

    assert commands(french) == commands(english)


def test_the_french_guide_has_no_break_spaces() -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", read(GUIDES["fr"]), flags=re.DOTALL)
    assert "\u00a0" in text
    assert not re.findall(r".{9} [:;?!»%]|« .{9}|[^\s\u00a0(«][;?!»]", text)
    assert "'" not in text
    assert '"' not in text


def test_no_document_of_the_folder_is_left_out_of_the_contents() -> None:
    import runpy

    contents = runpy.run_path(str(ROOT / "docs" / "conf.py"))["CONTENTS"]
    pages = [f"docs/{one}.md" for part in contents.values() for one in part if one[0] != "/"]
    assert sorted([*pages, "docs/index.md"]) == DOCS


def test_every_room_is_described_to_contributors() -> None:
    text = read("CONTRIBUTING.md")
    named = set(re.findall(r"`(?:[a-z]+/)*([a-z_]+(?:\.py|/))`", text))
    rooms = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "rag").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or path.suffix == ".py"
    }
    answering = ROOT / "rag" / "answering"
    modules = {path.name for path in answering.glob("*.py")}
    modules |= {f"{path.parent.name}/" for path in answering.glob("*/__init__.py")}
    modules |= {path.name for path in (answering / "checks").glob("*.py")}
    assert rooms | modules <= named | {"__init__.py", "version.py"}


def test_the_changelog_names_the_version() -> None:
    assert f"## [{rag.__version__}]" in read("CHANGELOG.md")
