"""Write the names of countries and territories in every language that is known.

    python -m training.territories

They come from CLDR (Unicode License v3) through Babel, which only this command needs:
``pip install babel``. ``rag/language/data/territories.txt`` has a line for each territory.
"""

from __future__ import annotations

from pathlib import Path

from rag.language.registry import languages

OUT = Path(__file__).parent.parent / "rag/language/data/territories.txt"
# Codes of CLDR that are no territories that somebody names.
NO_TERRITORIES = ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")
HEAD = "# Names of territories from CLDR. Copyright Unicode, Inc., Unicode License v3.\n"


def main() -> None:
    from babel import Locale

    names: dict[str, dict[str, None]] = {}
    for code in languages():
        for territory, name in sorted(Locale.parse(code).territories.items()):
            if len(territory) == 2 and territory.isalpha() and territory not in NO_TERRITORIES:
                names.setdefault(territory, {})[name] = None
    lines = ["|".join((territory, *found)) for territory, found in sorted(names.items())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
