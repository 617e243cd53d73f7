"""What languages are called: "français" and "French" are "fr".

``data/languages.txt`` has the codes and names of one language in a line, its two-letter code first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.ASCII)


def language_codes(text: str) -> tuple[str, ...]:
    """The codes that a language may have in an index, given by a code or a name.

    Args:
        text: ``fr``, ``FR``, ``fr-CA``, ``fra``, ``français``, ``French`` …, with or without
            accents and capitals.

    Returns:
        Its two-letter code, after the code of three letters if that is given; the text itself in
        small letters if no language has that name.
    """
    given = text.strip().casefold()
    code = _CODE.fullmatch(given)
    if code is not None and len(code[1]) == 2:
        return (code[1],)
    known = _codes().get(_key(given if code is None else code[1]))
    if known is None:
        return (given,)
    return (code[1], known) if code is not None and len(code[1]) == 3 else (known,)


def names_of(codes: Sequence[str]) -> dict[str, str]:
    """Codes and names of some languages; the value is the two-letter code."""
    wanted = set(codes)
    return {name: code for name, code in _codes().items() if code in wanted}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    data = Path(__file__).parent / "data"
    text = (data / "languages.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            code, *names = line.split("|")
            found[code] = code
            for name in names:
                found.setdefault(_key(name), code)
    return found


def _key(name: str) -> str:
    """A name in small letters without accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
