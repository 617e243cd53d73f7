"""The index on disk: what is trusted, what is reused, what survives a kill or a full disk."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

import rag
from rag.indexing import dense, digests, store
from rag.indexing import files as file_steps
from tests.conftest import ROOT, WordEncoder, clean_environment, paragraph, write
from tests.killed_builds import KilledBuilds

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


def build(corpus: Path, index: Path, encoder: rag.Encoder, **options: bool) -> rag.BuildReport:
    return rag.build(corpus, index, encoder=encoder, settings=PLAIN, **options)


def opened(index: Path, encoder: rag.Encoder) -> rag.Library:
    return rag.open(index, encoder=encoder, settings=PLAIN)


def texts(library: rag.Library) -> list[tuple[str, int, str]]:
    return [
        (release, passage.ordinal, passage.text)
        for release in library.release_ids
        for passage in library.passages(release)
    ]


@pytest.fixture
def three(corpus: Path) -> Path:
    for name in ("a", "b", "c"):
        body = "\n\n".join(paragraph(f"{name}{n}") for n in range(4))
        write(corpus, f"{name}.txt", f"Titre {name}\n\n{body}\n")
    return corpus


# -- updates ------------------------------------------------------------------------------------


def test_only_the_changed_release_is_encoded(three: Path, index: Path, words: WordEncoder) -> None:
    first = build(three, index, words)
    assert (first.releases, first.passages, first.encoded, first.reused) == (3, 12, 12, 0)
    write(three, "b.txt", f"Autre titre\n\n{paragraph('bateaux')}\n\n{paragraph('b1')}\n")
    words.encoded.clear()
    second = build(three, index, words)
    assert second.changed
    assert len(words.encoded) == second.encoded == 2
    assert all("Autre titre" in text for text in words.encoded)
    with opened(index, words) as library:
        assert len(library) == 10
        fresh = index.parent / "fresh"
        build(three, fresh, WordEncoder())
        with opened(fresh, words) as anew:
            assert texts(anew) == texts(library)
            found = [[h.to_dict() for h in of.search("bateaux")] for of in (library, anew)]
            assert found[0] == found[1]


def test_nothing_changed_writes_nothing(three: Path, index: Path, words: WordEncoder) -> None:
    first = build(three, index, words)
    second = build(three, index, words)
    assert not second.changed
    assert (second.generation, second.encoded) == (first.generation, 0)
    assert (second.releases, second.passages) == (first.releases, first.passages)


def test_a_file_that_cannot_be_read_does_not_make_every_build_a_new_one(
    three: Path, index: Path, words: WordEncoder
) -> None:
    (three / "bad.txt").write_bytes(bytes(range(256)) * 10)
    first = build(three, index, words)
    assert [(item.source, item.reason) for item in first.skipped] == [("bad.txt", "file.binary")]
    second = build(three, index, words)
    assert not second.changed
    assert second.skipped == first.skipped


def test_a_file_that_the_system_refuses_costs_itself_alone(
    three: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = digests.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(digests, "read_bytes", refuse)
        report = build(three, index, words)
        assert [(s.source, s.reason) for s in report.skipped] == [("b.txt", "file.unreadable")]
        assert report.releases == 2
        assert not build(three, index, words).changed
    assert build(three, index, words).releases == 3


def test_a_deleted_release_is_gone(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    (three / "b.txt").unlink()
    report = build(three, index, words)
    assert (report.releases, report.encoded) == (2, 0)
    with opened(index, words) as library:
        assert library.release_ids == ["a", "c"]


def test_metadata_alone_make_a_release_new(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    write(three, "metadata.csv", "file,date\na.txt,2020-05-01\n")
    assert build(three, index, words).changed
    with opened(index, words) as library:
        assert library.release("a").published.value == "2020-05-01"


def test_the_same_text_in_two_releases_is_two_places(
    corpus: Path, index: Path, words: WordEncoder
) -> None:
    for name in ("a", "b"):
        write(corpus, f"{name}.txt", f"Titre\n\n{paragraph('chars')}\n")
    report = build(corpus, index, words)
    assert (report.passages, report.encoded) == (2, 1)
    with opened(index, words) as library:
        (hit,) = library.search("chars")
        assert (hit.release.id, hit.copies) == ("a", ("b",))
        assert [len(library.passages(name)) for name in "ab"] == [1, 1]


def test_force_does_everything_anew(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    assert build(three, index, words, force=True).encoded == 12


def test_builds_are_deterministic(three: Path, tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        build(three, tmp_path / name, WordEncoder())
        generation = store.current_generation(tmp_path / name)
        assert generation is not None
        manifest = (tmp_path / name / "generations" / generation / "manifest.json").read_text()
        found.append(json.loads(manifest))
    assert found[0] == found[1]


def test_a_reader_keeps_its_generation_while_others_are_built(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    with opened(index, words) as library:
        before = library.search("a1 communiqué", 3)
        for n in range(3):
            write(three, "b.txt", f"Titre\n\n{paragraph(f'autre{n}')}\n")
            build(three, index, words)
        assert [h.to_dict() for h in library.search("a1 communiqué", 3)] == [
            h.to_dict() for h in before
        ]
        assert library.release("b").body.count("b1") > 0
    assert len(list((index / "generations").iterdir())) == 2


def test_a_generation_removed_while_it_is_being_opened_gives_way_to_the_live_one(
    three: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(three, index, words).generation
    for n in range(2):
        write(three, "b.txt", f"Titre\n\n{paragraph(f'autre{n}')}\n")
        live = build(three, index, words).generation
    current = store.current_generation
    stale = iter([first])
    monkeypatch.setattr(store, "current_generation", lambda folder: next(stale, current(folder)))
    with opened(index, words) as library:
        assert library.generation == live


def test_files_that_have_not_changed_are_not_read_again(
    three: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_SETTLED", -1)  # a file just written is otherwise read twice
    build(three, index, words)
    read: list[str] = []
    whole = digests.read_bytes
    monkeypatch.setattr(digests, "read_bytes", lambda path: read.append(path.name) or whole(path))
    assert not build(three, index, words).changed
    assert read == []
    write(three, "b.txt", f"Titre b\n\n{paragraph('bateaux')}\n")
    assert build(three, index, words).changed
    assert set(read) == {"b.txt"}
    with opened(index, words) as library:
        assert library.search("bateaux", 1)[0].release.id == "b"
        assert library.verify(three) == []


def test_a_file_changed_within_the_clocks_grain_is_seen(
    three: Path, index: Path, words: WordEncoder
) -> None:
    """Same size, same time of change: what was written just now is not trusted to be settled."""
    path = three / "b.txt"
    build(three, index, words)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"b1", b"b9"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build(three, index, words).changed


def test_an_index_grows_into_codes_and_back(
    corpus: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "EXACT_UP_TO", 300)
    names = [f"r{n:03d}" for n in range(400)]
    for name in names[:200]:
        write(corpus, f"{name}.txt", f"Titre {name}\n\n{paragraph(f'objet{name}')}\n")
    build(corpus, index, words)
    with opened(index, words) as library:
        assert library.manifest["dense"]["kind"] == "IndexFlatIP"
    for name in names[200:]:
        write(corpus, f"{name}.txt", f"Titre {name}\n\n{paragraph(f'objet{name}')}\n")
    assert build(corpus, index, words).encoded == 200
    with opened(index, words) as library:
        made = library.manifest["dense"]
        assert "x4fs" in made["kind"]
        assert made["recall"] >= 0.99
        assert made["reason"]
        for name in names[::37]:
            assert library.search(f"objet{name}", 1)[0].release.id == name
        found = library.search("communiqué", 50, releases=names[5:15])
        assert sorted(hit.release.id for hit in found) == names[5:15]
        assert library.verify(corpus) == []
    (corpus / "r007.txt").unlink()
    assert build(corpus, index, words).encoded == 0
    with opened(index, words) as library:
        assert library.manifest["dense"]["learnt_from"] == 400
        assert "r007" not in {hit.release.id for hit in library.search("objetr007", 399)}
    for name in names[150:]:
        (corpus / f"{name}.txt").unlink()
    build(corpus, index, words)
    with opened(index, words) as library:
        assert library.manifest["dense"]["kind"] == "IndexFlatIP"
        assert library.search("objetr003", 1)[0].release.id == "r003"


# -- what is not trusted ------------------------------------------------------------------------


def test_a_missing_index(index: Path, words: WordEncoder) -> None:
    with pytest.raises(rag.IndexMissingError, match="rag build"):
        opened(index, words)
    index.mkdir()
    with pytest.raises(rag.IndexMissingError):
        opened(index, words)


def test_another_encoder_is_refused_and_encodes_anew(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    other = WordEncoder(name="others")
    with pytest.raises(rag.IndexEncoderError, match=r"words.*others.*rag build"):
        opened(index, other)
    assert build(three, index, other).encoded == 12
    opened(index, other).close()


def generation_folder(index: Path) -> Path:
    name = store.current_generation(index)
    assert name is not None
    return index / "generations" / name


def test_another_format_version_is_refused(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    path = generation_folder(index) / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["format_version"] = 999
    path.write_text(json.dumps(manifest))
    with pytest.raises(rag.IndexVersionError, match="999"):
        opened(index, words)
    assert build(three, index, words).changed
    opened(index, words).close()


@pytest.mark.parametrize("file", [*store.FILES, "manifest.json"])
@pytest.mark.parametrize("damage", ["one byte", "half", "gone", "empty"])
def test_a_damaged_file_is_refused_and_mended_by_a_build(
    three: Path, index: Path, words: WordEncoder, file: str, damage: str
) -> None:
    build(three, index, words)
    path = generation_folder(index) / file
    data = bytearray(path.read_bytes())
    if damage == "one byte":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    elif damage == "half":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        path.unlink()
    with pytest.raises(rag.IndexDamagedError, match="rag build"):
        opened(index, words)
    assert build(three, index, words).changed
    with opened(index, words) as library:
        assert len(library) == 12


def test_a_large_index_is_digested_only_where_the_disk_says_that_it_changed(
    three: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_LARGE", 0)
    build(three, index, words)
    digested: list[str] = []
    whole = file_steps.sha256
    monkeypatch.setattr(file_steps, "sha256", lambda p: digested.append(p.name) or whole(p))
    opened(index, words).close()
    assert digested == []
    place = generation_folder(index)
    (place / "vectors.npy").touch()
    opened(index, words).close()
    assert digested == ["vectors.npy"]
    # What was kept of it may be lost, damaged or unwritable.
    kept = index / "cache" / "files.json"
    for content in (None, b"", b"[1]", b'{"%s/passages.sqlite": 3}' % place.name.encode()):
        kept.unlink()
        if content is not None:
            kept.write_bytes(content)
        digested.clear()
        opened(index, words).close()
        assert len(digested) == len(store.FILES)
    data = bytearray((place / "vectors.npy").read_bytes())
    data[-1] ^= 1
    before = (place / "vectors.npy").stat()
    (place / "vectors.npy").write_bytes(data)
    os.utime(place / "vectors.npy", ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(rag.IndexDamagedError):
        opened(index, words)


def test_verify_digests_the_index_itself(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    with opened(index, words) as library:
        assert library.verify() == []
        path = generation_folder(index) / "lexical/data.npy"
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        assert [(d.kind, d.source) for d in library.verify()] == [("damaged", "lexical/data.npy")]


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"../../etc", b"\xff\xfe", b"000009-" + b"0" * 16]
)
def test_a_damaged_pointer_is_refused_and_mended(
    three: Path, index: Path, words: WordEncoder, content: bytes
) -> None:
    build(three, index, words)
    (index / "CURRENT").write_bytes(content)
    with pytest.raises(rag.IndexDamagedError):
        opened(index, words)
    build(three, index, words)
    opened(index, words).close()


def test_a_base_that_is_no_generation_is_refused(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    folder = generation_folder(index)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    for base in ("../../elsewhere", "nothing", 7, ["x"]):
        # Whoever writes a manifest can give its folder the name that fits.
        data = store.manifest_bytes({**manifest, "base": base})
        name = f"000001-{store.manifest_digest(data)}"
        shutil.copytree(folder, folder.parent / name)
        (folder.parent / name / "manifest.json").write_bytes(data)
        (index / "CURRENT").write_text(name)
        with pytest.raises(rag.IndexDamagedError, match=r"manifest\.json"):
            opened(index, words)


# -- interruptions ------------------------------------------------------------------------------


def test_an_interrupted_build_keeps_its_vectors_and_the_old_index(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    write(three, "d.txt", "Titre d\n\n" + "\n\n".join(paragraph(f"d{n}") for n in range(6)))
    words.encoded.clear()
    words.fail_after = 4
    with pytest.raises(KeyboardInterrupt):
        build(three, index, words)
    with opened(index, words) as library:
        assert len(library) == 12
    words.fail_after = None
    words.encoded.clear()
    report = build(three, index, words)
    assert (report.passages, len(words.encoded), report.encoded) == (18, 2, 2)
    assert not list((index / "pending").iterdir())
    assert {path.name[0] for path in (index / "generations").iterdir()} == {"0"}


def test_a_torn_record_of_unfinished_work_is_ignored(
    three: Path, index: Path, words: WordEncoder
) -> None:
    words.fail_after = 5
    with pytest.raises(KeyboardInterrupt):
        build(three, index, words)
    (pending,) = (index / "pending").iterdir()
    data = bytearray(pending.read_bytes())
    data[20] ^= 1  # the first vector is damaged
    pending.write_bytes(bytes(data[:-7]))  # the last is cut off
    words.fail_after = None
    words.encoded.clear()
    build(three, index, words)
    assert len(words.encoded) == 12 - 3


def test_killed_at_each_write_step_the_old_index_or_the_new_one_is_live(
    three: Path, index: Path, words: WordEncoder, tmp_path: Path, killed_at: KilledBuilds
) -> None:
    build(three, index, words)
    kept = tmp_path / "kept"
    shutil.copytree(index, kept)
    write(three, "d.txt", f"Titre d\n\n{paragraph('d')}\n")
    total = killed_at(0, three, index).steps
    assert total > 8
    # The steps before the last few are alike: one file after the other is synced.
    for step in [1, 2, *range(total - 6, total + 1)]:
        shutil.rmtree(index)
        shutil.copytree(kept, index)
        assert killed_at(step, three, index).returncode == 9, step
        with opened(index, words) as library:
            assert library.release_ids in (["a", "b", "c"], ["a", "b", "c", "d"]), step
            assert library.verify(three) == [] or len(library.release_ids) == 3
        words.encoded.clear()
        build(three, index, words)
        assert words.encoded == [], step  # the vector of the killed build was not lost
        with opened(index, words) as library:
            assert library.release_ids == ["a", "b", "c", "d"]
            assert library.verify(three) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("step", ["sync", "write_bytes", "replace"])
def test_a_disk_that_refuses_leaves_the_old_index(
    three: Path,
    index: Path,
    words: WordEncoder,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
) -> None:
    build(three, index, words)
    write(three, "d.txt", f"Titre d\n\n{paragraph('d')}\n")

    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    told = {errno.ENOSPC: "disque est plein", errno.EACCES: "droits", errno.EROFS: "lecture seule"}
    with monkeypatch.context() as patched:
        patched.setattr(file_steps, step, refuse)
        with pytest.raises(rag.StorageError, match=told[number]):
            build(three, index, words)
    with opened(index, words) as library:
        assert library.release_ids == ["a", "b", "c"]
    words.encoded.clear()
    build(three, index, words)
    assert words.encoded == []


_LIMITED = """
import resource, signal, sys
import rag
from tests.conftest import WordEncoder

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    rag.build(sys.argv[1], sys.argv[2], encoder=WordEncoder(), settings=rag.Settings())
except rag.StorageError as error:
    print("refused:", error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on file sizes")
@pytest.mark.parametrize("limit", [1000, 10_000, 30_000])
def test_a_disk_that_is_really_full(
    three: Path, index: Path, words: WordEncoder, limit: int
) -> None:
    build(three, index, words)
    write(three, "d.txt", "Titre\n\n" + "\n\n".join(paragraph(f"d{n}", 9) for n in range(30)))
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(three), str(index), str(limit)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean_environment(),
        check=True,
    )
    assert "refused: Écriture impossible" in done.stdout
    with opened(index, words) as library:
        assert library.release_ids == ["a", "b", "c"]
    build(three, index, words)
    with opened(index, words) as library:
        assert library.release_ids == ["a", "b", "c", "d"]


def test_two_builds_at_once(three: Path, index: Path, words: WordEncoder) -> None:
    build(three, index, words)
    with (
        FileLock(index / "LOCK"),
        pytest.raises(rag.IndexBusyError, match="en cours"),
    ):
        build(three, index, WordEncoder())
    assert not build(three, index, words).changed


def test_a_folder_that_cannot_be_written(three: Path, tmp_path: Path, words: WordEncoder) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(rag.StorageError):
        build(three, blocked, words)
    assert blocked.read_text() == "in the way"


def test_a_corpus_that_cannot_be_read_leaves_the_index(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    for path in three.iterdir():
        path.write_bytes(b"")
    with pytest.raises(rag.CorpusError, match="fichier vide"):
        build(three, index, words)
    with opened(index, words) as library:
        assert len(library) == 12


def test_settings_that_change_the_passages_rebuild(
    three: Path, index: Path, words: WordEncoder
) -> None:
    build(three, index, words)
    corpus_settings = replace(PLAIN.corpus, with_title=False)
    report = rag.build(three, index, encoder=words, settings=replace(PLAIN, corpus=corpus_settings))
    assert report.changed
    assert report.encoded == 12


def test_ten_megabytes_in_one_paragraph(corpus: Path, index: Path) -> None:
    sentence = "Le communiqué parle de tout et de rien, encore et encore, sans jamais finir. "
    write(corpus, "long.txt", "Titre\n\n" + sentence * (10_000_000 // len(sentence)))
    encoder = WordEncoder(dimension=8)
    report = build(corpus, index, encoder)
    assert report.passages > 1000
    with opened(index, encoder) as library:
        assert library.verify(corpus) == []
        assert len(library.search("communiqué", 3)) == 3
