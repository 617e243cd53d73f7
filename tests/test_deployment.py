"""What cannot be run here is held by its parts: the container, the workflows, the templates."""

from __future__ import annotations

import json
import re
import shlex
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

import rag
from tests.conftest import ROOT
from tests.environments import PROJECT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
YAML_FILES = [
    *sorted((ROOT / ".github").rglob("*.yml")), ROOT / ".pre-commit-config.yaml",
    ROOT / "CITATION.cff",
]  # fmt: skip
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def instructions(kind: str) -> list[str]:
    """The arguments of the instructions of a kind in the Dockerfile, in their order."""
    joined = re.sub(r"\\\n\s*", "", DOCKERFILE)
    return [
        line.split(" ", 1)[1] for line in joined.splitlines() if line.startswith(f"{kind} ")
    ]  # fmt: skip


def content(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))


def is_sent(name: str) -> bool:
    """Whether a file or folder at the top is part of what .dockerignore lets through."""
    sent = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.strip().rstrip("/")
        if pattern and not pattern.startswith("#"):
            again = pattern.startswith("!")
            if fnmatch(name, pattern.removeprefix("!")):
                sent = again
    return sent


# -- the container ------------------------------------------------------------------------------


def test_what_the_container_copies_exists_and_is_sent() -> None:
    copied = [
        source
        for line in instructions("COPY")
        if "--from=" not in line
        for source in line.split()[:-1]
    ]
    assert {"rag/", "constraints.txt", "requirements/"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists(), source
        assert is_sent(source.rstrip("/")), source
    for name in ("tests", "benchmarks", "training", "seeds", ".git", ".venv", "index"):
        assert not is_sent(name), name


def test_the_container_installs_from_lists_that_exist() -> None:
    for line in instructions("RUN"):
        for name in re.findall(r"-r (\S+)", line):
            assert (ROOT / name).exists()
    assert re.search(r"^FROM python:3\.(\d+)-slim", DOCKERFILE, re.MULTILINE)
    assert "torch" not in DOCKERFILE


def test_the_container_is_not_root_and_names_its_volumes() -> None:
    last_stage = DOCKERFILE.split("\nFROM ")[-1]
    assert re.search(r"^USER (?!0|root)\d+$", last_stage, re.MULTILINE)
    (volumes,) = instructions("VOLUME")
    assert set(json.loads(volumes)) == {"/data/corpus", "/data/index"}
    assert "ENTRYPOINT" in last_stage


def test_the_container_starts_with_a_command_that_exists(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from rag import cli

    (entry,), (command,) = instructions("ENTRYPOINT"), instructions("CMD")
    assert list(PROJECT["scripts"]) == json.loads(entry)
    served: list[rag.Settings] = []

    def run(_index: object, settings: rag.Settings, *_more: object, **_named: object) -> None:
        served.append(settings)

    monkeypatch.setattr("rag.web.server.run", run)
    monkeypatch.chdir(tmp_path)
    assert cli.main(json.loads(command)) == 0
    (settings,) = served
    assert (settings.web.host, settings.web.port) == ("0.0.0.0", 7860)
    assert not settings.web.accepts_uploads
    (port,) = instructions("EXPOSE")
    assert port == str(settings.web.port)


def test_the_health_of_the_container_is_asked_where_the_server_tells_it() -> None:
    (line,) = (one for one in instructions("HEALTHCHECK"))
    program, flag, code = json.loads(line.split("CMD ", 1)[1])
    assert (program, flag) == ("python", "-c")
    compile(code, "HEALTHCHECK", "exec")
    assert ":7860/healthz" in code


# -- workflows, hooks and templates -------------------------------------------------------------


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: path.name)
def test_it_is_yaml(path: Path) -> None:
    assert content(path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_reads_alone_and_pins_its_actions(path: Path) -> None:
    workflow = content(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"], name
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w/-]+@v\d+\.\d+\.\d+", step["uses"]), step
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_workflow_runs_exists(path: Path) -> None:
    commands = [
        line.strip()
        for job in content(path)["jobs"].values()
        for step in job["steps"]
        for line in step.get("run", "").splitlines()
    ]
    assert commands
    for command in commands:
        words = shlex.split(command)
        if words[0] == "make":
            assert words[1] in targets(), command


def test_every_python_that_is_tested_is_named_and_allowed() -> None:
    (workflow,) = WORKFLOWS
    tested = set(content(workflow)["jobs"]["test"]["strategy"]["matrix"]["python"])
    named = {one.split(" :: ")[-1] for one in PROJECT["classifiers"] if ":: 3." in one}
    assert named <= tested
    assert PROJECT["requires-python"].removeprefix(">=") in tested


def test_the_hooks_are_the_tools_of_the_project() -> None:
    hooks = [
        hook
        for repo in content(ROOT / ".pre-commit-config.yaml")["repos"]
        for hook in repo["hooks"]
    ]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for hook in hooks:
        program = hook["entry"].split()[0]
        assert program.startswith(".venv/bin/")
        assert f"$(BIN)/{Path(program).name}" in makefile
        assert hook["language"] == "system"  # nothing is fetched


def test_the_citation_is_of_this_version() -> None:
    cited = content(ROOT / "CITATION.cff")
    assert cited["version"] == rag.__version__
    assert cited["title"] == PROJECT["name"]
    assert cited["license"] == PROJECT["license"]


def test_what_the_threat_model_names_exists() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    tests = set(re.findall(r"`(test_\w+\.py)`", text))
    assert len(tests) > 15
    for name in tests:
        assert (ROOT / "tests" / name).exists(), name
    files = set(re.findall(r"`((?:\w+/)+\w*(?:\.py)?|\w+\.py)`", text)) - tests
    for name in files - {"numpy.py", "tests/", "cache/"}:
        places = [ROOT / name, ROOT / "rag" / name, ROOT / "rag" / "fetching" / name]
        assert any(place.exists() for place in places), name


def test_the_makefile_names_its_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.sub(r"\\\n", " ", makefile).split(".PHONY:")[1].splitlines()[0].split()
    assert set(phony) == {name for name in targets() if not name.startswith(".")}
