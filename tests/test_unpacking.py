"""Archives and XML from strangers: what is in them is read, bombs and damage are refused soon."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag import messages
from rag.corpus import safe_xml, unpacking
from rag.corpus.safe_xml import parse_xml
from rag.corpus.unpacking import open_zip


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes, name: str = "a") -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        open_zip(data).read(name)
    return caught.value.key


# -- archives ------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_named_in_order_and_read_one_by_one(method: int) -> None:
    members = open_zip(packed({"b.txt": b"deux", "d/": b"", "a/é.txt": b"un"}, method))
    assert members.names == ("b.txt", "a/é.txt")
    assert members.read("a/é.txt") == b"un"
    assert members.size("b.txt") == len(members.read("b.txt"))
    assert "d/" not in members
    with pytest.raises(KeyError):
        members.read("c.txt")


def test_each_archive_that_cannot_be_read_has_its_reason() -> None:
    whole = packed({"a": b"contenu " * 50})
    locked = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.index(mark) + at] |= 1
    wrong = bytearray(whole)
    wrong[40] ^= 0xFF
    assert refusal(b"") == "file.not_zip"
    assert refusal(b"Bonjour " * 40) == "file.not_zip"
    assert refusal(whole[: len(whole) // 2]) == "file.broken"
    assert refusal(bytes(wrong)) == "file.broken"
    assert refusal(bytes(locked)) == "file.password"
    assert refusal(packed({"a": b"x"}, zipfile.ZIP_LZMA)) == "file.zip_method"


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    large = packed({"a": bytes(unpacking.MAX_UNPACKED + 1)})
    dense = packed({"a": bytes(40 * 1024 * 1024)})
    many = packed({str(number): b"" for number in range(unpacking.MAX_MEMBERS + 1)})
    tracemalloc.start()
    for bomb in (large, dense):
        assert refusal(bomb) == "file.unpacked"
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
    assert refusal(many, "0") == "file.unpacked"
    monkeypatch.setattr(unpacking, "_MOST_ENTRIES", 100)
    assert refusal(many, "0") == "file.unpacked"


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(packed({"a": b"x" * 5000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + at, 100)
    assert refusal(bytes(data)) == "file.broken"


def test_what_is_read_of_one_archive_is_limited_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 1000)
    members = open_zip(packed({"a": b"x" * 600, "b": b"y" * 300}))
    assert len(members.read("a")) == 600
    for name, most in (("a", 1000), ("b", 299)):
        with pytest.raises(rag.UnreadableFileError) as caught:
            members.read(name, most)
        assert caught.value.key == "file.unpacked"
    assert len(members.read("b", 300)) == 300


@settings(max_examples=300, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(packed({"a.xml": b"<a>contenu</a>" * 9, "b/c": b"x", "d": b""}))
    places = st.integers(0, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        content[place] = byte
    del content[data.draw(st.integers(len(content) // 2, len(content))) :]
    with suppress(rag.UnreadableFileError):
        members = open_zip(bytes(content))
        for name in members.names:
            assert len(members.read(name)) == members.size(name)


# -- XML -----------------------------------------------------------------------------------------


def xml_refusal(data: bytes) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        parse_xml(data)
    return caught.value.key


@pytest.mark.parametrize(
    "data",
    [
        "<a>été</a>".encode(),
        "\ufeff<a>été</a>".encode(),
        '<?xml version="1.0" encoding="UTF-16"?><a>été</a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="UTF-16"?><a>été</a>'.encode("utf-16-le"),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>été</a>'.encode("latin-1"),
        "<?xml version='1.0' encoding='utf-8'?><!-- x --><a><!-- y -->été<?z?></a>".encode(),
    ],
)
def test_the_text_is_read_in_the_encoding_that_is_declared(data: bytes) -> None:
    root = parse_xml(data)
    assert (root.tag, "".join(root.itertext())) == ("a", "été")


def test_xml_that_is_wrong_or_dangerous_has_its_reason() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "x">{entities}]><a>&e9;</a>'
    outside = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    assert xml_refusal(bomb.encode()) == "file.document_type"
    assert xml_refusal(outside.encode()) == "file.document_type"
    assert xml_refusal(outside.encode("utf-16")) == "file.document_type"
    assert xml_refusal(b"<a>" * 100_000) == "file.broken"
    assert xml_refusal(b"<a/>" * (safe_xml.MAX_MARKS + 1)) == "file.unpacked"
    assert xml_refusal(b" " * (safe_xml.MAX_BYTES + 1)) == "file.unpacked"
    for data in (b"", b"\0", b"<a>", b"<a>\xff</a>", b"<a>&e;</a>", b'<?xml encoding="cp037"?>'):
        assert xml_refusal(data) == "file.broken"


@pytest.mark.parametrize("code", messages.LANGUAGES)
@pytest.mark.parametrize("key", ["not_zip", "unpacked", "zip_method", "document_type"])
def test_every_reason_names_a_remedy(code: str, key: str) -> None:
    with messages.use(code):
        assert ";" in str(rag.UnreadableFileError(f"file.{key}"))
