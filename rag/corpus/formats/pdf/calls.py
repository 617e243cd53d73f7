"""The functions of pdfium that are called for every word or piece.

Pointers are passed as plain numbers, the calls run inside ``map``, and the interpreter's lock is
kept. This is several times as fast as the functions of the package.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


class Calls:
    """The functions that are called per word or piece, with plain numbers for pointers."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        self.raw: Any = raw
        pointer, number = ctypes.c_void_p, ctypes.c_int

        def plain(function: Any, result: Any, *arguments: Any) -> Any:
            address = ctypes.cast(function, pointer).value
            return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)

        self.box = plain(raw.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
        self.code = plain(raw.FPDFText_GetUnicode, ctypes.c_uint, pointer, number)
        self.size = plain(raw.FPDFText_GetFontSize, ctypes.c_double, pointer, number)
        self.weight = plain(raw.FPDFText_GetFontWeight, number, pointer, number)
        self.matrix = plain(raw.FPDFText_GetMatrix, number, pointer, number, pointer)
        self.angle = plain(raw.FPDFText_GetCharAngle, ctypes.c_float, pointer, number)
        self.generated = plain(raw.FPDFText_IsGenerated, number, pointer, number)
        self.thing = plain(raw.FPDFPage_GetObject, pointer, pointer, number)
        self.kind = plain(raw.FPDFPageObj_GetType, number, pointer)
        self.bounds = plain(raw.FPDFPageObj_GetBounds, number, *[pointer] * 5)
        size = ctypes.c_ulong
        self.font = plain(raw.FPDFText_GetFontInfo, size, pointer, number, pointer, size, pointer)


calls = cache(Calls)
