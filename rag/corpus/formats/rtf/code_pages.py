"""The character encodings of an RTF file: of the file, and of each of its fonts."""

from __future__ import annotations

import codecs

# What fonts state as \fcharset; 1 is the file's own encoding, 2 a font of signs.
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5",
    83: "mac_cyrillic", 85: "mac_greek", 86: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    708: "iso8859_6", 936: "gbk", 1361: "johab", 10000: "mac_roman", 10006: "mac_greek",
    10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish", 65001: "utf-8",
}  # fmt: skip
SYMBOLS = "symbols"
STANDARD = "cp1252"


class CodePages:
    """Which encoding the bytes of a font are in."""

    def __init__(self) -> None:
        self.file = STANDARD
        self._charsets: dict[int, int] = {}
        self._pages: dict[int, str] = {}

    def state_file(self, number: int) -> None:
        """What ``\\ansicpg`` states of the file."""
        self.file = page(number) or self.file

    def state_font(self, font: int, charset: int) -> None:
        """What ``\\fcharset`` states of a font."""
        self._charsets[font] = charset

    def state_page(self, font: int, number: int) -> None:
        """What ``\\cpg`` states of a font, which counts more."""
        name = page(number)
        if name:
            self._pages[font] = name

    def of(self, font: int | None) -> str:
        """The encoding of a font, as Python calls it; ``SYMBOLS`` for a font of signs.

        A font of Western letters is in the file's encoding if that is another one and none of the
        fonts is in it: some programs write charset 0 for every font.
        """
        if font is None:
            return self.file
        charset = self._charsets.get(font, 1)
        if charset == 2:
            return SYMBOLS
        if font in self._pages:
            return self._pages[font]
        found = _CHARSETS.get(charset, self.file)
        if charset == 0 and self.file not in map(_CHARSETS.get, self._charsets.values()):
            return self.file
        return found


def page(number: int) -> str:
    """The encoding of a code page's number, as Python calls it; ``""`` if it is not known."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
