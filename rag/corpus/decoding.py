"""Decode the bytes of a file to text.

No character is replaced. Bytes that cannot be decoded are refused with a reason, and a text that
may be read wrongly is marked as doubtful.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from typing import IO

from rag.corpus.encodings import tell_encoding
from rag.errors import UnreadableFileError
from rag.lazy import regex

MAX_BYTES = 64 * 1024 * 1024  # the largest file that is read

# UTF-32 before UTF-16: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = regex("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Controls, soft hyphens and marks without width, which nobody sees.
_UNSEEN = regex("[\x01-\x08\x0e-\x1b\x7f\xad\u200b\u2060\ufeff]")
SIGNS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf0fc": "•"}
    | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)
"""Bullets of the symbol fonts of office programs, and ligatures, as what they mean."""
DOUBT = "?"  # stands behind the name of a doubtful encoding
_WESTERN = regex("[À-ÖØ-öø-ÿŒœŸ«»‘’“”–—…•€°§²³·©\u00a0ªº¿¡]")

# One character whose UTF-8 was read as Windows-1252: it became two or three characters.
_TAIL = "[\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]"
_TWICE = regex(f"[\u00c2\u00c3]{_TAIL}|\u00e2{_TAIL}{{2}}")
# The upper halves of Greek, Cyrillic, Armenian, Hebrew and Arabic letters in UTF-16.
_ALPHABETS = (0x03, 0x04, 0x05, 0x06)
_EAST_ASIAN = regex("[\u3005-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+")
_FEWEST_SIGNS = 20  # letters that tell an East Asian encoding
_CLEAR = 0.05  # the disorder below which such an encoding is sure without words
_MARK_IN_WORD = regex(r"[^\W\d_][³²¹¿¡¤‚„ˇ][^\W\d_]|\s[³¿¤][^\W\d_]|[^\W\d_][³¤]\s")


def read_whole(stream: IO[bytes]) -> bytes:
    """The bytes of an opened file.

    Raises:
        UnreadableFileError: it is empty, or larger than ``MAX_BYTES``.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFileError("file.too_large")
    if not data.strip():
        raise UnreadableFileError("file.empty")
    return data


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Byte-order marks, soft hyphens and the like, which
    nobody sees, are removed; ligatures become letters.

    A "?" stands behind the name if another encoding would also give words, or if the text seems to
    be UTF-8 that was once read in another encoding and saved again ("Ã©").

    Raises:
        UnreadableFileError: the file is empty or binary, or its encoding could not be identified.
    """
    text, encoding = _decode(data)
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u200b"):
        raise UnreadableFileError("file.empty")
    controls = len(_CONTROLS.findall(text)) + max(0, text.count("\x00") - len(text) // 20)
    if controls > len(text) // 50:
        raise UnreadableFileError("file.binary")
    if controls or not text.isascii():
        text = _UNSEEN.sub("", text.translate(SIGNS))
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    wide = _utf16_without_mark(data)
    if wide:
        return _strict(data, wide), wide
    try:
        text = data.decode("utf-8")
        return text, "utf-8" + DOUBT if _encoded_twice(text) else "utf-8"
    except UnicodeDecodeError:
        pass
    if _damaged_utf8(data):
        raise UnreadableFileError("file.damaged_utf8")
    if data.count(0) > len(data) // 100 or _control_bytes(data) > len(data) // 50:
        raise UnreadableFileError("file.binary")
    told = tell_encoding(data)
    if told is not None:
        return told.text, told.name if told.sure else told.name + DOUBT
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    beyond = [character for character in western if character > "\x7f"]
    if beyond and sum(1 for c in beyond if _WESTERN.match(c)) >= 0.95 * len(beyond):
        # ISO-8859-1 if both encodings give the same text.
        latin = not any("\x80" <= chr(byte) <= "\x9f" for byte in data)
        if _plausible_western(western):
            return western, ("iso-8859-1" if latin else "cp1252") + DOUBT
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.chaos > 0.1:
        raise UnreadableFileError("file.undecodable")
    text = _strict(data, best.encoding)
    if best.coherence < 0.4 and not (best.chaos < _CLEAR and _is_east_asian(text)):
        raise UnreadableFileError("file.undecodable")
    if _MARK_IN_WORD.search(text):
        raise UnreadableFileError("file.undecodable")
    # A text in another script is not doubtful: its letters show that the encoding is right.
    return text, best.encoding + DOUBT if _is_latin(text) else best.encoding


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError("file.undecodable") from error


def _control_bytes(data: bytes) -> int:
    return sum(data.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))


def _utf16_without_mark(data: bytes) -> str | None:
    """The UTF-16 encoding of a text without byte-order mark; None if it is not UTF-16. In mostly
    Latin text every second byte is then NUL; in another alphabet it is NUL for blanks and marks,
    and one other value for the letters."""
    sample = data[: 4096 - len(data[:4096]) % 2]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        (script, letters), *_ = Counter(high.replace(b"\0", b"")).most_common(1) or [(0, 0)]
        blanks = high.count(0)
        if (
            script in _ALPHABETS
            and blanks > 0.05 * half
            and letters + blanks > 0.95 * half
            and low.count(0) < 0.02 * half
        ):
            return encoding
    return None


def _damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 except for a few: cut off, or edited in another encoding."""
    text = data.decode("utf-8", "replace")
    beyond = sum(1 for character in text if character > "\x7f")
    return text.count("\ufffd") * 3 <= beyond


def _encoded_twice(text: str) -> bool:
    """Whether most characters beyond ASCII are UTF-8 that was read as Windows-1252."""
    if "\u00c3" not in text and "\u00e2" not in text and "\u00c2" not in text:
        return False
    sample = text[:100_000]
    beyond = sum(1 for character in sample if character > "\x7f")
    found = 0
    for match in _TWICE.finditer(sample):
        read = b""
        for character in match.group():
            try:
                read += character.encode("cp1252")
            except UnicodeEncodeError:
                read += bytes([ord(character)]) if character < "\u0100" else b"?"
        try:
            once = read.decode("utf-8")
        except UnicodeDecodeError:
            continue
        found += len(match.group()) if len(once) == 1 else 0
    return found > 2 and 2 * found > beyond


def _is_latin(text: str) -> bool:
    letters = [character for character in text[:20_000] if character.isalpha()]
    return 2 * sum(1 for letter in letters if letter < "\u0250") > len(letters)


def _is_east_asian(text: str) -> bool:
    """Whether nearly all letters beyond ASCII are Chinese, Japanese or Korean, and stand in words.
    In another text that was read so, few stand together."""
    sample = text[:20_000]
    letters = sum(1 for character in sample if character > "\x7f" and character.isalpha())
    runs = _EAST_ASIAN.findall(sample)
    own = sum(map(len, runs))
    return own >= _FEWEST_SIGNS and own > 0.8 * letters and own > 2 * len(runs)


def _plausible_western(text: str) -> bool:
    """Whether a text looks right in a Western encoding: at most 30% of its letters are accented,
    and no words contain marks, as in a text that was read in the wrong encoding ("og³osi³")."""
    if _MARK_IN_WORD.search(text):
        return False
    letters = sum(1 for c in text if c.isalpha())
    accented = sum(1 for c in text if c.isalpha() and c > "\x7f")
    return letters > 0 and accented <= 0.3 * letters
