"""The marks of list items: bullets, and numbers in the forms of word processors."""

from __future__ import annotations

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 3999
_LONGEST = 24


def counted(number: int, form: str) -> str:
    """A number in one of the forms ``1``, ``01``, ``a``, ``A``, ``i`` and ``I``."""
    if form in ("a", "A") and 1 <= number <= 26 * 9:
        # Word writes "aa" behind "z".
        letter = chr(ord(form) + (number - 1) % 26)
        return letter * ((number - 1) // 26 + 1)
    if form in ("i", "I") and 1 <= number <= _MOST:
        text = ""
        for value, letters in _ROMAN:
            while number >= value:
                text, number = text + letters, number - value
        return text.upper() if form == "I" else text
    return f"{number:02}" if form == "01" else str(number)


def mark_of(text: str) -> str:
    """The mark of an item as it is shown: numbers and letters stay, everything else is a bullet."""
    bare = "".join(text.split())[:_LONGEST]
    if any(character.isdigit() for character in bare):
        return bare
    # "a)", "iv." and the like; "o" alone is the second bullet of Word.
    return bare if bare[-1:] in (".", ")") and bare.strip("().").isalpha() else BULLET
