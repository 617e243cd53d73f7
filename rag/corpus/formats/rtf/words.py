"""The control words of RTF that stand for signs, and the groups that are no text."""

from __future__ import annotations

import re

WORDS = {
    "line": "\n",
    "lbr": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SIGNS = {"~": "\u00a0", "_": "-", "\t": "\t"}
ENCODINGS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
HEADS = ("header", "headerf", "headerr")
# Groups with these words are no text of the document.
LEFT_OUT = frozenset(
    """colortbl pict nonshppict object objdata footer footerf footerl footerr headerl annotation
    atnid atnauthor atrfstart atrfend atnref xe tc tcn txe rxe fldinst revtbl rsidtbl filetbl
    listtable listoverridetable listpicture generator private template themedata
    colorschememapping latentstyles datastore bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep
    aftnsepc aftncn sp sn sv nonesttables nesttableprops pnseclvl formfield xmlnstbl author
    operator subject keywords comment doccomm company manager category hlinkbase revtim printim
    buptim falt panose fontemb mmathPict userprops docvar background""".split()
)
# The properties of formulas: \mfPr, \mctrlPr …
LEFT_OUT_PROPERTIES = re.compile(r"m[a-zA-Z]*Pr")
# A group that begins with \* is left out if its word is not known; these are read.
READ_THOUGH_MARKED = frozenset(
    "footnote shpinst shptxt do dptxbxtext ud listtext pntext moveto cs s ts ds".split()
)
