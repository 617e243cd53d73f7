"""What a person may have meant: the nearest of some names, for an error that asks "perhaps …?".

Nothing is ever run, opened or searched on such a guess.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

# How alike two names must be, 0 to 1, and how many names are looked at.
_ALIKE = 0.65
_MANY = 20_000


def nearest(value: str, names: Iterable[str]) -> str | None:
    """The name that is most like a value; None if none is like it.

    Capitals, accents and the marks between words do not count. A name that begins with the value,
    or has it in it, is like it if the value has three letters or more.
    """
    given = letters_of(value)
    keys: dict[str, str] = {}
    for name in names:
        keys.setdefault(letters_of(name), name)
    if not given or not keys:
        return None
    if given in keys:
        return keys[given]
    if len(given) >= 3:
        within = sorted((key.find(given), len(key), key) for key in keys if given in key)
        if within:
            return keys[within[0][2]]
    if len(keys) > _MANY:
        keys = {key: name for key, name in keys.items() if key[:2] == given[:2]}
    from difflib import get_close_matches

    close = get_close_matches(given, keys, 1, _ALIKE)
    return keys[close[0]] if close else None


def suggestion(value: str, names: Iterable[str] | Mapping[str, str]) -> object:
    """What an error says of the nearest name: a ``Reason``; ``""`` if none is like the value.

    Args:
        value: what was given.
        names: the names; or what to show of each, by name.
    """
    name = nearest(value, names)
    if name is None:
        return ""
    from rag.types import Reason

    return Reason("usage.near", {"name": names[name] if isinstance(names, Mapping) else name})


def near_path(path: Path, *, folders: bool) -> object:
    """What an error says of a file or folder that is not there: a ``Reason`` with the nearest name
    in the folder where it should be; ``""`` if there is none, or the folder cannot be listed.

    Args:
        path: what is not there.
        folders: whether a folder is asked for, else a file.
    """
    try:
        there = {
            one.name
            for one in path.parent.iterdir()
            if one.is_dir() == folders and one.name.startswith(".") == path.name.startswith(".")
        }
    except (OSError, ValueError):
        return ""
    name = nearest(path.name, there)
    if name is None or name == path.name:
        return ""
    from rag.types import Reason

    return Reason("usage.near", {"name": str(path.parent / name)})


def letters_of(name: str) -> str:
    """The letters and digits of a name, small and without accents, for comparing names."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
