"""What `make ask` and `make app` install is enough for what they run, and pinned."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.conftest import QUESTION, ROOT, SEEDS, write
from tests.environments import PROJECT, listed, named, only, run, with_dependencies

HEAVY = {"torch", "gradio", "sentence-transformers", "openai", "pymilvus", "matplotlib"}


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return only(listed("ask.txt"), tmp_path_factory.mktemp("ask") / "packages")


def test_the_packages_that_the_project_is_built_on_stay_its_dependencies() -> None:
    declared = {canonicalize_name(one.name) for one in named(PROJECT["dependencies"])}
    assert {"sentence-transformers", "faiss-cpu", "gradio", "numpy"} <= declared
    assert listed("app.txt") <= declared
    assert "pytest" in {one.name for one in named(PROJECT["optional-dependencies"]["dev"])}


@pytest.mark.parametrize("name", ["ask.txt", "app.txt", "docs.txt"])
def test_what_a_list_installs_is_pinned(name: str) -> None:
    if name == "docs.txt":
        pytest.importorskip("sphinx", reason="the extra docs is not installed")
    pins = named((ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
    pinned = {canonicalize_name(one.name) for one in pins if str(one.specifier).startswith("==")}
    assert with_dependencies(listed(name)) <= pinned
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "-c ../constraints.txt" in text or "-r ask.txt" in text


def test_the_documentation_is_built_with_its_extra() -> None:
    extra = {canonicalize_name(one.name) for one in named(PROJECT["optional-dependencies"]["docs"])}
    assert listed("docs.txt") == extra


def test_nothing_heavy_is_installed_for_asking() -> None:
    assert not with_dependencies(listed("ask.txt")) & HEAVY


def test_building_and_asking_need_only_the_list(asking: Path, tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", str(tmp_path / "index")
    for path in SEEDS.glob("*.txt"):
        write(corpus, path.name, path.read_text(encoding="utf-8"))
    # One in another encoding, with metadata, and a page: each takes a package of its own to read.
    old = "---\ndate: 2014-11-18\n---\nUn communiqué d’été\n\n" + "Les élèves étaient là. " * 9
    (corpus / "old.txt").write_bytes(old.encode("cp1252"))
    write(corpus, "page.html", f"<h1>Une page</h1><p>{'Les élèves étaient là. ' * 9}</p>")
    built = run(asking, "-m", "rag.cli", "build", str(corpus), "-i", index)
    assert built.returncode == 0, built.stderr
    asked = run(asking, "-m", "rag.cli", "ask", QUESTION, "-i", index)
    assert asked.returncode == 0, asked.stderr
    assert "le 15 février" in asked.stdout


def test_the_page_needs_only_its_list(tmp_path: Path) -> None:
    packages = only(listed("app.txt"), tmp_path / "packages")
    loaded = run(packages, "-c", "import rag.web.server")
    assert loaded.returncode == 0, loaded.stderr


def test_the_page_without_its_packages_says_how_to_install_them(asking: Path) -> None:
    for command in (["app.py"], ["-m", "rag.cli", "serve"]):
        served = run(asking, *command)
        assert served.returncode == 2
        assert "gradio" in served.stderr or "uvicorn" in served.stderr
        assert "make app" in served.stderr
        assert "requirements/app.txt" in served.stderr


def test_another_model_without_its_package_says_how_to_install_it(
    asking: Path, tmp_path: Path
) -> None:
    index = str(tmp_path / "index")
    built = run(asking, "-m", "rag.cli", "build", "--model", "some/model", "-i", index)
    assert built.returncode == 5
    assert "pip install -c constraints.txt -e ." in built.stderr


def test_the_files_that_the_readme_installs_from_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("requirements/ask.txt", "requirements/app.txt", "constraints.txt"):
        assert name in readme
        assert (ROOT / name).exists()
