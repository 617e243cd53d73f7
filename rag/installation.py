"""The command that installs a package that is missing, which works as it is printed.

The project itself is in no package registry. In a checkout its own lists are installed, at the
versions that are pinned there; a program that was installed from a release file names the packages,
in the ranges that its metadata state.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rag.errors import ConfigurationError
from rag.lazy import regex

PROJECT = "press-release-rag"
_ROOT = Path(__file__).resolve().parent.parent
_REQUIREMENT = regex(r"([\w.-]+)(?:\[[^]]*\])?\s*([^;\s]*)")


def is_checkout() -> bool:
    """Whether the program runs from the project's folder, which has the lists of packages."""
    return (_ROOT / "constraints.txt").is_file() and (_ROOT / "pyproject.toml").is_file()


def install_command(extra: str, *packages: str) -> str:
    """The command that installs packages which the project can use.

    Args:
        extra: the extra that they belong to, such as ``llm``; ``""`` for what the project always
            needs. A checkout installs all of it.
        packages: those that are missing.
    """
    if is_checkout():
        place = f'".[{extra}]"' if extra else "."
        return _in_checkout(pip_command("-c constraints.txt -e", place))
    ranges = _ranges()
    return pip_command(*(_quoted(ranges.get(name, name)) for name in packages))


def missing_page_package(package: str | None) -> ConfigurationError:
    """The error that the page causes where one of its packages is not installed."""
    if is_checkout():
        command = _in_checkout(pip_command("--no-warn-conflicts -r requirements/app.txt"))
        return ConfigurationError("serve.not_installed_checkout", package=package, command=command)
    command = install_command("", "gradio", "uvicorn")
    return ConfigurationError("serve.not_installed", package=package, command=command)


def _in_checkout(command: str) -> str:
    """A command that works in any folder, of one that works in the project's."""
    if Path.cwd() == _ROOT:
        return command
    return f"cd {_shown(_ROOT)} && {command}"


def pip_command(*arguments: str) -> str:
    """``pip install`` of the Python that runs this: another one may come first in the path."""
    return " ".join([_shown(sys.executable), "-m pip install", *arguments])


def _shown(path: str | Path) -> str:
    """A path as an argument in a shell."""
    return f'"{path}"' if " " in str(path) else str(path)


def _quoted(requirement: str) -> str:
    """A requirement for a shell, to which ``<`` and ``>`` mean something else."""
    return f'"{requirement}"' if re.search(r"[<>=!~]", requirement) else requirement


def _ranges() -> dict[str, str]:
    """The packages that the installed project names, each with the versions that it accepts."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        lines = requires(PROJECT) or []
    except PackageNotFoundError:
        return {}
    found = filter(None, map(_REQUIREMENT.match, lines))
    return {one[1]: one[1] + one[2] for one in found}
