"""The wheel and the sdist hold what they should, and the wheel works without the checkout."""

from __future__ import annotations

import email
import json
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from packaging.requirements import Requirement

import rag
from rag import installation
from tests.conftest import QUESTION, ROOT, SEEDS, clean_environment
from tests.environments import PROJECT, listed, only, run

pytestmark = pytest.mark.slow  # what they share is built first

# Made by tools, or a person's own: not of the project.
NOT_OURS = (".?*", "__pycache__", "*.egg-info", "build", "dist", "generations", "pending", "cache")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from it, without network."""
    copy = tmp_path_factory.mktemp("package") / "project"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", "../dist"],
        cwd=copy, env=clean_environment(), check=True, capture_output=True,
    )  # fmt: skip
    return copy.parent / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder in which the wheel is installed, and nothing else."""
    target = wheel.parent.parent / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return only(listed("ask.txt"), tmp_path_factory.mktemp("ask") / "packages")


def files_of_the_package() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "rag").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert ours == files_of_the_package()
    for needed in ("models/e5/reader.npz", "locales/fr.toml", "web/style.css", "py.typed"):
        assert f"rag/{needed}" in ours


def test_the_sdist_holds_what_one_needs_to_install_and_to_try_it(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    assert files_of_the_package() <= names
    expected = ["app.py", "constraints.txt", "LICENSE", "CHANGELOG.md", "Makefile", "SECURITY.md"]
    for folder in ("seeds", "requirements", "examples"):
        expected += [
            one.relative_to(ROOT).as_posix() for one in (ROOT / folder).iterdir() if one.is_file()
        ]
    assert set(expected) <= names
    assert not [name for name in names if re.match(r"(tests|benchmarks|training|\.)/?", name)]


def test_the_metadata_say_what_the_project_file_says(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("/METADATA"))
        metadata = email.message_from_bytes(archive.read(name))
    assert metadata["Version"] == rag.__version__
    assert metadata["License-Expression"] == PROJECT["license"]
    stated = {str(Requirement(one)) for one in metadata.get_all("Requires-Dist") or []}
    assert {str(Requirement(one)) for one in PROJECT["dependencies"]} <= stated
    assert set(metadata.get_all("Provides-Extra") or []) == set(PROJECT["optional-dependencies"])


@pytest.fixture(scope="module")
def elsewhere(installed: Path, asking: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the checkout, beside an index that the installed wheel built of a copy of
    the releases. No test may change that."""
    place = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(SEEDS, place / "communiques")
    script = str(installed / "bin" / "rag")
    done = run(asking, script, "build", "communiques", project=installed, folder=place)
    assert done.returncode == 0, done.stderr
    folder = place / "here"
    folder.mkdir()
    (folder / "questions.jsonl").write_text('{"question": "Qui ?"}\n', "utf-8")
    (folder / "rag.toml").write_text('[llm]\nbase_url = "http://127.0.0.1:1"\n', "utf-8")
    return folder


def test_the_installed_wheel_builds_and_answers_elsewhere(
    installed: Path, asking: Path, elsewhere: Path
) -> None:
    script = str(installed / "bin" / "rag")
    asked = run(
        asking, script, "ask", QUESTION, "--json", "-i", "../index",
        project=installed, folder=elsewhere,
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["date"]["value"] == "--02-15"
    code = "import rag; print(rag.__file__, len(rag.open('../index').release_ids))"
    imported = run(asking, "-c", code, project=installed, folder=elsewhere)
    assert imported.stdout.split() == [str(installed / "rag" / "__init__.py"), "5"]


def is_ready(address: str) -> bool:
    try:
        return b"ready" in urlopen(f"{address}/healthz").read()
    except HTTPError:  # it loads
        return False


@pytest.mark.slow
def test_the_page_of_the_installed_wheel_loads(
    installed: Path, elsewhere: Path, tmp_path: Path
) -> None:
    packages = only(listed("app.txt"), tmp_path / "packages")
    with subprocess.Popen(
        [sys.executable, "-S", "-m", "rag.cli", "serve", "-i", "../index", "--ui", "en"],
        cwd=elsewhere, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=clean_environment(PYTHONPATH=f"{packages}:{installed}"),
    ) as server:  # fmt: skip
        try:
            assert server.stdout is not None
            told = next(line for line in server.stdout if "http://" in line)
            address = told.split()[-1].rstrip("/")
            deadline = time.monotonic() + 60
            while not is_ready(address):
                assert time.monotonic() < deadline
                time.sleep(0.05)
            page = urlopen(f"{address}/").read().decode()
            assert "favicon" in page
            for link in set(re.findall(r'(?:href|src)="(/[^"]*\.(?:css|js|svg)[^"]*)"', page)):
                assert urlopen(address + link).status == 200, link
        finally:
            server.terminate()


MILVUS = ("--engine", "milvus", "--uri", "http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        (("serve",), {"gradio", "uvicorn"}),
        (("ask", QUESTION, "--llm"), {"openai"}),
        (("eval", "questions.jsonl"), {"ir-measures"}),
        (("build", "--model", "some/model", "../communiques"), {"sentence-transformers"}),
        (("ask", QUESTION, *MILVUS), {"pymilvus", "milvus-lite"}),
    ],
)
def test_without_the_checkout_what_is_missing_is_named_with_its_versions(
    installed: Path, asking: Path, elsewhere: Path, command: tuple[str, ...], needed: set[str]
) -> None:
    index = ("-i", "new" if "build" in command else "../index")
    done = run(asking, "-m", "rag.cli", *command, *index, project=installed, folder=elsewhere)
    assert done.returncode, done.stdout
    told = done.stderr.replace("\n", " ").split(f"{sys.executable} -m pip install ")[1]
    named = [Requirement(one) for one in re.findall(r'"([^"]+)"', told)]
    assert {one.name for one in named} == needed
    assert all(one.specifier for one in named)


def test_in_a_checkout_the_commands_install_from_its_lists(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    assert installation.is_checkout()
    here = installation.install_command("llm", "openai")
    assert here == f'{sys.executable} -m pip install -c constraints.txt -e ".[llm]"'
    monkeypatch.chdir(tmp_path)
    assert installation.install_command("llm", "openai") == f"cd {ROOT} && {here}"
