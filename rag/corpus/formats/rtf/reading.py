"""Read an RTF file: follow its groups and control words, and put the text into a ``Flow``."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.corpus.formats.document import Document
from rag.corpus.formats.office.document import Content, document_of
from rag.corpus.formats.office.parts import Part, note_of, symbol
from rag.corpus.formats.office.style_names import kind_of_style
from rag.corpus.formats.rtf.code_pages import SYMBOLS, CodePages
from rag.corpus.formats.rtf.flow import Flow
from rag.corpus.formats.rtf.state import SETTERS, State
from rag.corpus.formats.rtf.words import (
    ENCODINGS,
    HEADS,
    LEFT_OUT,
    LEFT_OUT_PROPERTIES,
    READ_THOUGH_MARKED,
    SIGNS,
    WORDS,
)
from rag.errors import UnreadableFileError

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    r"|([^\\{}\r\n]+)|[\r\n]+"
)
_SKIP = re.compile(r"[{}]|\\bin([0-9]{1,10}) ?|\\.", re.DOTALL)
_MOST_TOKENS = 2_000_000
_MOST_CHARACTERS = 20_000_000
_DEEPEST = 2_000


def read_rtf(data: bytes) -> Document:
    """An RTF file as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, no RTF, cut off, or too long.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFileError("file.empty")
    text = data.decode("latin-1")
    begin = re.match(r"(?:\xef\xbb\xbf)?[\s\0]*(?=\{\\rtf)", text)
    if begin is None:
        raise UnreadableFileError("file.other_content")
    reader = _Reader(text)
    reader.run(begin.end())
    return document_of(reader.content())


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._state = State()
        self._stack: list[State] = []
        self._flows = [Flow()]
        self._pages = CodePages()
        self._standard_font: int | None = None
        self._styles: dict[int, tuple[str, int]] = {}
        self._heads: dict[str, list[Part]] = {}
        self._notes: list[Part] = []
        self._title: list[str] = []
        self._name: list[str] = []
        self._created: dict[str, int] = {}
        self._bytes = bytearray()
        self._written = True  # whether these bytes were written as they are, not as \'hh
        self._begin = self._count = 0
        self._high = 0
        self._to_skip = 0
        self._first_page = self._pictures = False

    def content(self) -> Content:
        """What was read."""
        day = [self._created.get(part, 0) for part in ("yr", "mo", "dy")]
        head = "headerf" if self._first_page else "header"
        return Content(
            parts=self._flows[0].finish(),
            heads=self._heads.get(head) or self._heads.get("headerr", []),
            notes=self._notes,
            title="".join(self._title),
            created=f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if all(day) else "",
            pictures=self._pictures,
            encoding=self._pages.file,
        )

    def run(self, at: int) -> None:
        """Read the file from an offset to the end of its outer group."""
        text, begins, marked = self._text, False, False
        for _ in range(_MOST_TOKENS):
            token = _TOKEN.match(text, at)
            if token is None:
                raise UnreadableFileError("file.broken")  # cut off
            start, at = at, token.end()
            word, number, code, sign, brace, letters = token.groups()
            if letters is not None:
                self._letters(letters, start)
            elif code is not None:
                self._byte(int(code, 16), start)
            elif word is not None:
                if word == "bin":
                    at = self._behind_binary(at, number)
                elif (begins or marked) and self._is_left_out(word, marked):
                    at = self._behind_group(at)
                else:
                    self._word(word, int(number) if number else None, start)
            elif brace == "{":
                self._open()
            elif brace == "}":
                self._close()
                if not self._stack:
                    return
            elif sign is not None:
                marked = sign == "*"
                begins = marked
                if not marked:
                    self._sign(sign, start)
                continue
            begins, marked = brace == "{", False
        raise UnreadableFileError("file.too_long")

    # -- groups ---------------------------------------------------------------------------------

    def _open(self) -> None:
        self._flush()
        if len(self._stack) >= _DEEPEST:
            raise UnreadableFileError("file.broken")
        self._stack.append(self._state)
        self._state = replace(self._state, flow=None, role="")

    def _close(self) -> None:
        self._flush()
        state = self._state
        self._state = self._stack.pop()
        if state.into == "styles" and self._state.into == "styles":
            name = "".join(self._name).strip().rstrip(";")
            self._styles[state.style] = kind_of_style(name)
        if state.into in ("fonts", "styles"):
            self._name = []
        if state.flow is not None:
            state.flow.end_paragraph("", 0, in_table=False)
            self._flows.pop()
            self._keep(state.flow.finish(), state.role)
        elif not self._stack and self._flows:
            self._end_paragraph(state)

    def _keep(self, parts: list[Part], role: str) -> None:
        """Put the text of a flow that has ended where it belongs."""
        if role == "box":
            self._flows[-1].add_box(parts)
        elif role in HEADS:
            self._heads.setdefault(role, parts)
        elif role == "footnote" and parts:
            self._notes.append(note_of(len(self._notes) + 1, parts))

    def _is_left_out(self, word: str, marked: bool) -> bool:
        """Whether the group that a word begins is left out. ``marked``: it begins with ``\\*``."""
        if word == "pict":
            self._pictures = True
        if word in LEFT_OUT or LEFT_OUT_PROPERTIES.fullmatch(word):
            return True
        return marked and word not in READ_THOUGH_MARKED

    def _behind_group(self, at: int) -> int:
        """The offset of the brace that ends the group around an offset."""
        depth = 0
        while True:
            found = _SKIP.search(self._text, at)
            if found is None:
                raise UnreadableFileError("file.broken")
            at = found.end()
            if found.group() == "{":
                depth += 1
            elif found.group() == "}":
                depth -= 1
                if depth < 0:
                    return found.start()
            elif found[1] is not None:
                at = self._behind_binary(at, found[1])

    def _behind_binary(self, at: int, length: str | None) -> int:
        """The offset behind binary data. A length that leads out of the file is wrong."""
        end = at + max(0, int(length or 0))
        return end if end < len(self._text) else at

    # -- letters --------------------------------------------------------------------------------

    def _letters(self, letters: str, at: int) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(letters))
            self._to_skip -= skipped
            letters = letters[skipped:]
        if letters:
            self._count += len(letters)
            if self._count > _MOST_CHARACTERS:
                raise UnreadableFileError("file.too_long")
            self._begin = self._begin if self._bytes else at
            self._bytes += letters.encode("latin-1")

    def _byte(self, code: int, at: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        self._begin = self._begin if self._bytes else at
        self._bytes.append(code)
        self._written = False

    def _sign(self, sign: str, at: int) -> None:
        """A control symbol: ``\\~`` and the like."""
        if sign in "{}\\":
            self._letters(sign, at)  # it may be the second byte of a letter
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._word("par", None, at)
        else:
            self._put(SIGNS.get(sign, ""), at)

    def _flush(self) -> None:
        """Decode the bytes that were read, and end what a character's substitute may be."""
        self._to_skip = 0
        if not self._bytes:
            return
        content, self._bytes = bytes(self._bytes), bytearray()
        written, self._written = self._written, True
        self._add(self._decoded(content, written), self._begin)

    def _decoded(self, content: bytes, written: bool) -> str:
        font = self._state.font
        codec = self._pages.of(self._standard_font if font is None else font)
        if codec == SYMBOLS:
            # A typed text in a font of signs is still read.
            signs = [symbol(code) if code >= 0x80 else chr(code) for code in content]
            return "".join(signs)
        if written and not content.isascii():
            try:
                return content.decode("utf-8")
            except UnicodeDecodeError:
                pass
        return content.decode(codec, "replace")

    def _put(self, text: str, at: int) -> None:
        """Add text that needs no decoding."""
        self._flush()
        self._add(text, at)

    def _add(self, text: str, at: int) -> None:
        state, self._high = self._state, 0
        if not text or state.into == "nothing":
            return
        if state.into == "text":
            if not (state.hidden or state.deleted):
                self._flows[-1].add(text, bold=state.bold, size=state.size, at=at)
        elif state.into == "mark":
            self._flows[-1].mark += text
        elif state.into == "title":
            self._title.append(text)
        elif state.into == "styles":
            self._name.append(text)

    def _unicode(self, number: int, at: int) -> None:
        """A character by its number. Two numbers may make one character."""
        high = self._high
        self._flush()
        code = number & 0xFFFF if number < 0 or number < 0x10000 else number
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if high:
                self._add(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), at)
        elif code < 0x110000:
            self._add(chr(code), at)
        self._to_skip = self._state.skip

    # -- control words --------------------------------------------------------------------------

    def _word(self, word: str, number: int | None, at: int) -> None:
        if self._to_skip and word != "u":
            self._to_skip -= 1
            return
        if word == "u":
            self._unicode(number or 0, at)
            return
        self._flush()
        state = self._state
        on = number != 0
        if word in WORDS:
            self._put(WORDS[word], at)
        elif word in ("par", "sect", "page") and state.into == "text":
            self._end_paragraph(state)
        elif word in ("cell", "nestcell") and state.into == "text":
            flow = self._flows[-1]
            flow.end_paragraph(*self._kind(state), in_table=True)
            if word == "cell":
                flow.end_cell()
        elif word == "row" and state.into == "text":
            self._flows[-1].end_row()
        elif word == "trhdr":
            self._flows[-1].names_columns()
        elif word in SETTERS:
            SETTERS[word](state, number)
        elif word in ("b", "v", "deleted", "mvf"):
            name = {"b": "bold", "v": "hidden"}.get(word, "deleted")
            setattr(state, name, on)
        elif word in ENCODINGS:
            self._pages.file = ENCODINGS[word]
        elif word == "titlepg":
            self._first_page = True
        elif number is not None:
            self._stated(word, number)
        else:
            self._destination(word)

    def _stated(self, word: str, number: int) -> None:
        """What a word with a number states of the file, of a font, or of the day of creation."""
        state = self._state
        if word == "ansicpg":
            self._pages.state_file(number)
        elif word == "deff":
            self._standard_font = number
        elif word == "fcharset" and state.font is not None:
            self._pages.state_font(state.font, number)
        elif word == "cpg" and state.font is not None:
            self._pages.state_page(state.font, number)
        elif state.into == "created":
            self._created.setdefault(word, number)

    def _destination(self, word: str) -> None:
        """A word that says what the group is for."""
        state = self._state
        if word in ("footnote", *HEADS, "shptxt", "dptxbxtext"):
            flow = Flow()
            self._flows.append(flow)
            self._state = State(font=state.font, skip=state.skip, flow=flow)
            self._state.role = "box" if word in ("shptxt", "dptxbxtext") else word
        elif word in ("listtext", "pntext"):
            state.into = "mark" if state.into == "text" else state.into
        elif word == "fonttbl":
            state.into = "fonts"
        elif word == "stylesheet":
            state.into, state.style = "styles", 0
        elif word in ("info", "upr", "shp", "shpinst", "do"):
            state.outer = state.into
            state.into = "nothing"
        elif word == "ud":
            state.into = state.outer
        elif word == "title" and state.into == "nothing":
            state.into = "title"
        elif word == "creatim":
            state.into = "created"

    def _end_paragraph(self, state: State) -> None:
        self._flows[-1].end_paragraph(*self._kind(state), in_table=state.in_table)

    def _kind(self, state: State) -> tuple[str, int]:
        if state.level:
            return "heading", state.level
        return self._styles.get(state.style, ("", 0))
