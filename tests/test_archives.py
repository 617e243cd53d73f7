"""ZIP archives: their files are read as in a folder, whatever their names and sizes are."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

import rag
from rag import messages
from rag.config import ColumnSettings
from rag.corpus import unfolding, unpacking
from rag.corpus.formats import archive
from rag.corpus.parts import Expansion, Parts
from tests.conftest import paragraph
from tests.test_tables import DATA, releases

TEXT = paragraph("oies")


def packed(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def found(folder: Path, data: bytes, name: str = "z.zip") -> Expansion:
    path = folder / name
    path.write_bytes(data)
    with Parts(ColumnSettings()) as parts:
        return parts.expand(path)


def names(folder: Path, data: bytes) -> list[str]:
    return [part.name for part in found(folder, data).parts]


def told(folder: Path, data: bytes) -> list[tuple[str, str]]:
    skipped = found(folder, data).skipped
    for one in skipped:
        for code in messages.LANGUAGES:
            with messages.use(code):
                assert str(one.error)
    return [(one.source, one.reason) for one in skipped]


def refusal(folder: Path, data: bytes) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        found(folder, data)
    return caught.value.key


def test_the_files_of_an_archive_are_read_as_in_a_folder(corpus: Path) -> None:
    for name in ("archive-python.zip", "archive-zip.zip"):
        (corpus / name).write_bytes((DATA / name).read_bytes())
    sources = {one.source: one for one in releases(corpus=corpus).values()}
    with Parts(ColumnSettings()) as parts:
        python = parts.expand(corpus / "archive-python.zip")
        info = parts.expand(corpus / "archive-zip.zip")
    assert sources
    assert {part.name for part in python.parts} == {
        "/2012/étranger/espace.txt", "/bureau.pdf", "/tables/depeches.csv#WN-44318",
        "/tables/depeches.csv#WN-44372", "/tables/depeches.csv#WN-44489",
    }  # fmt: skip
    assert [part.name for part in info.parts] == ["/Communiqués/boson.eml", "/Communiqués/créé.md"]
    assert ("/lien.txt", "file.bad_member") in [(one.source, one.reason) for one in info.skipped]


def test_the_origin_is_the_folder_of_the_archive_or_its_name(corpus: Path) -> None:
    (corpus / "mairie.zip").write_bytes(packed({"2021/a.txt": TEXT}))
    (release,) = releases(corpus=corpus).values()
    assert release.origin == "mairie"


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt", "..\\a.txt", "c:a.txt"]
)
def test_a_name_that_leads_out_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    data = packed({name: TEXT, "b.txt": TEXT})
    assert names(tmp_path, data) == ["/b.txt"]
    assert [reason for _source, reason in told(tmp_path, data)] == ["file.bad_member"]


def test_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("lien.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(link, "/etc/passwd")
        made.writestr("b.txt", TEXT)
    assert names(tmp_path, out.getvalue()) == ["/b.txt"]
    assert told(tmp_path, out.getvalue()) == [("/lien.txt", "file.bad_member")]


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850"])
def test_names_without_a_stated_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    raw = "été À venir.txt" if encoding == "cp850" else "été.txt"
    data = packed({"x" * len(raw.encode(encoding)): TEXT})
    data = data.replace(b"x" * len(raw.encode(encoding)), raw.encode(encoding))
    data = data.replace(b"PK\x01\x02", b"PK\x01\x02")
    out = io.BytesIO(data)
    with zipfile.ZipFile(out) as made:
        assert not made.infolist()[0].flag_bits & 0x800
    assert names(tmp_path, data) == [f"/{raw}"]


def test_names_of_windows_and_needless_dots(tmp_path: Path) -> None:
    data = packed({"d\\a.txt": TEXT, "./b.txt": TEXT + " 2", "e//c.txt": TEXT + " 3"})
    assert names(tmp_path, data) == ["/d/a.txt", "/b.txt", "/e/c.txt"]


def test_names_that_meet_are_kept_apart(tmp_path: Path) -> None:
    data = packed({"d\\a.txt": TEXT, "d/a.txt": TEXT + " 2", "./d/a.txt": TEXT + " 3"})
    assert names(tmp_path, data) == ["/d/a.txt", "/d/a-2.txt", "/d/a-3.txt"]


def test_a_locked_or_damaged_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}, zipfile.ZIP_STORED))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made:
        first, second, _third = made.infolist()
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # flags: encrypted
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    data[second.header_offset + 30 + len("b.txt") + 3] ^= 0xFF
    assert first.filename == "a.txt"
    assert names(tmp_path, bytes(data)) == ["/c.txt"]
    assert told(tmp_path, bytes(data)) == [("/a.txt", "file.password"), ("/b.txt", "file.broken")]


def test_archives_in_archives_are_read_two_deep(tmp_path: Path) -> None:
    inner = packed({"x.txt": TEXT})
    for name in ("c.zip", "b.zip"):
        inner = packed({name: inner})
    assert names(tmp_path, inner) == ["/b.zip/c.zip/x.txt"]
    deeper = packed({"a.zip": inner, "y.txt": TEXT})
    assert names(tmp_path, deeper) == ["/y.txt"]
    assert told(tmp_path, deeper) == [("/a.zip/b.zip/c.zip", "file.too_deep")]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = packed({f"{n}.txt": b"a" * 10_000_000 for n in range(10)})
    assert refusal(tmp_path, bomb) == "file.unpacks_too_large"
    data = packed({"bombe.zip": bomb, "b.txt": TEXT})
    assert names(tmp_path, data) == ["/b.txt"]
    assert told(tmp_path, data) == [("/bombe.zip", "file.unpacks_too_large")]


def test_too_many_files_or_parts_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = packed({f"{n}.txt": TEXT for n in range(5)})
    monkeypatch.setattr(unfolding, "MOST_PARTS", 4)
    assert refusal(tmp_path, data) == "file.too_many_parts"
    assert refusal(tmp_path, packed({"a.zip": data})) == "file.too_many_parts"
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 3)
    assert refusal(tmp_path, data) == "file.unpacks_too_large"


def test_what_is_unpacked_from_a_file_is_limited_with_what_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = packed({"x.txt": TEXT * 10})
    monkeypatch.setattr(unfolding, "_MOST_UNPACKED", len(TEXT) * 12 + 2 * len(inner))
    assert len(names(tmp_path, packed({"a.zip": inner}))) == 1
    assert refusal(tmp_path, packed({"a.zip": inner, "b.zip": inner})) == "file.unpacks_too_large"


def test_a_file_beyond_the_limit_is_told_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 1_000)
    data = packed({"a.txt": TEXT * 100, "b.txt": TEXT})
    assert names(tmp_path, data) == ["/b.txt"]
    assert told(tmp_path, data) == [("/a.txt", "file.too_large")]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.not_zip"), (b"Bonjour", "file.not_zip"), (packed({}), "file.no_parts"),
        (packed({"a.txt": TEXT})[:-30], "file.broken"),
    ],
)  # fmt: skip
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    assert refusal(tmp_path, data) == key


def test_an_archive_that_lists_very_many_entries_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 2)
    data = packed({"a.txt": b"PK\x01\x02" * (2 * unpacking._MOST_ENTRIES + 1)}, zipfile.ZIP_STORED)
    assert refusal(tmp_path, data) == "file.unpacks_too_large"
