"""Write the names of languages, by which a filter may call them.

    python -m training.language_names

They come from CLDR (Unicode License v3) through Babel, which only this command needs:
``pip install babel``. ``rag/language/data/languages.txt`` has a line for each language: its code,
its codes of three letters, its own name, and its names in the languages whose questions are
answered.
"""

from __future__ import annotations

from pathlib import Path

from rag.language.registry import languages

OUT = Path(__file__).parent.parent / "rag/language/data/languages.txt"
HEAD = "# Names of languages from CLDR. Copyright Unicode, Inc., Unicode License v3.\n"


def main() -> None:
    from babel import Locale, localedata
    from babel.core import get_global

    codes = [str(code) for code in Locale.parse("en").languages if len(str(code)) == 2]
    lines = []
    for code in sorted(codes):
        aliases = {str(old): new for old, new in get_global("language_aliases").items()}
        names = [old for old, new in aliases.items() if new == code and old != code]
        names = sorted(name for name in names if len(name) in (2, 3))
        if localedata.exists(code):
            names.append(Locale.parse(code).languages.get(code, ""))
        asking = [one.code for one in languages().values() if any(one.calendar.months)]
        names += [Locale.parse(one).languages.get(code, "") for one in asking]
        lines.append("|".join((code, *filter(None, dict.fromkeys(names)))))
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
