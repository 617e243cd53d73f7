"""A watched folder and its index: what is new is found, and nothing is lost in silence."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import rag
from rag.cli import main
from rag.commands.folder import watched_folder
from rag.config import WatchSettings
from rag.watching.lock import only_watcher
from rag.watching.snapshot import take_snapshot, written_now
from rag.watching.watch import Watch
from tests.conftest import ROOT, WordEncoder, clean_environment, paragraph, write

Event = tuple[str, dict[str, object]]


class Log:
    """What a watcher told."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, key: str, /, **values: object) -> None:
        self.events.append((key, values))

    def files(self, key: str) -> list[object]:
        return [values.get("file") for name, values in self.events if name == key]

    def count(self, key: str) -> int:
        return len(self.files(key))

    def wait(self, key: str, times: int = 1) -> None:
        until(lambda: self.count(key) >= times, lambda: f"{key}: {self.events}")


def until(holds: Callable[[], bool], why: Callable[[], str] = str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, why()
        time.sleep(0.02)


@contextmanager
def watching(
    corpus: Path, index: Path, sweep: float = 0.3, *, remove: bool = False
) -> Iterator[Log]:
    log = Log()
    settings = rag.Settings(watch=WatchSettings(quiet=0.1, sweep=sweep, remove_vanished=remove))
    watch = Watch(corpus, index, settings, log, encoder=WordEncoder())
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        yield log
    finally:
        watch.stop()
        thread.join(20)
        assert not thread.is_alive()


def sources(index: Path) -> set[str]:
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        return {one.source for one in library.summaries}


@pytest.fixture
def three(corpus: Path) -> Path:
    for name in ("a", "b", "c"):
        write(corpus, f"{name}.txt", paragraph(f"perroquets {name}"))
    return corpus


@pytest.mark.parametrize("sweep", [0.3, 30.0])
def test_new_and_changed_files_are_indexed(three: Path, index: Path, sweep: float) -> None:
    # With the long sweep only the system's events can wake it.
    with watching(three, index, sweep) as log:
        log.wait("watch.updated")
        time.sleep(0.7)  # the first look is over, and the system listens
        write(three, "sous/d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
        assert log.files("watch.new") == ["sous/d.txt"]
        write(three, "a.txt", paragraph("corbeaux"))
        log.wait("watch.updated", 3)
        assert log.files("watch.changed") == ["a.txt"]
    assert sources(index) == {"a.txt", "b.txt", "c.txt", "sous/d.txt"}


def test_a_vanished_file_is_told_and_its_release_kept_until_a_build(
    three: Path, index: Path
) -> None:
    with watching(three, index) as log:
        log.wait("watch.updated")
        (three / "b.txt").unlink()
        log.wait("watch.kept")
        write(three, "d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
        assert log.files("watch.kept") == ["b.txt"]
        assert sources(index) == {"a.txt", "b.txt", "c.txt", "d.txt"}
        with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
            assert "perroquets b" in library.release("b").body
    with watching(three, index) as log:  # told again by the next watcher
        log.wait("watch.kept")
    report = rag.build(three, index, encoder=WordEncoder(), settings=rag.Settings())
    assert (report.vanished, report.kept) == (("b.txt",), ())
    assert sources(index) == {"a.txt", "c.txt", "d.txt"}


def test_a_vanished_file_with_metadata_stops_no_update(three: Path, index: Path) -> None:
    write(three, "metadata.csv", "file,title\na.txt,A\nb.txt,B\n")
    with watching(three, index) as log:
        log.wait("watch.updated")
        (three / "b.txt").unlink()
        log.wait("watch.kept")
        write(three, "d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
        assert log.count("watch.failed") == 0
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        assert library.release("b").title == "B"


def test_what_a_table_no_longer_holds_goes_and_a_vanished_table_is_kept(
    three: Path, index: Path
) -> None:
    rows = [f"{n};Titre {n};{paragraph(f'moineaux {n}')}" for n in range(3)]
    write(three, "t.csv", "\n".join(["id;title;text", *rows]))
    with watching(three, index, remove=True) as log:
        log.wait("watch.updated")
        assert len(sources(index)) == 6
        write(three, "t.csv", "\n".join(["id;title;text", *rows[:2]]))
        log.wait("watch.updated", 2)
        assert log.files("watch.removed") == ["t.csv#2"]
    with watching(three, index) as log:
        log.wait("watch.unchanged")
        (three / "t.csv").unlink()
        log.wait("watch.kept", 2)
        assert sorted(map(str, log.files("watch.kept"))) == ["t.csv#0", "t.csv#1"]
    assert sources(index) == {"a.txt", "b.txt", "c.txt", "t.csv#0", "t.csv#1"}


def test_a_vanished_release_goes_if_the_setting_says_so(three: Path, index: Path) -> None:
    with watching(three, index, remove=True) as log:
        log.wait("watch.updated")
        (three / "b.txt").unlink()
        log.wait("watch.removed")
        log.wait("watch.updated", 2)
        assert log.files("watch.removed") == ["b.txt"]
    assert sources(index) == {"a.txt", "c.txt"}


def test_a_renamed_file_is_not_there_twice(three: Path, index: Path) -> None:
    with watching(three, index) as log:
        log.wait("watch.updated")
        (three / "b.txt").rename(three / "z.txt")
        log.wait("watch.updated", 2)
        assert log.count("watch.kept") == 0
    assert sources(index) == {"a.txt", "c.txt", "z.txt"}


@pytest.mark.parametrize("remove", [False, True])
@pytest.mark.parametrize("empty", [False, True])
def test_a_drive_that_is_away_empties_nothing(
    three: Path, index: Path, tmp_path: Path, remove: bool, empty: bool
) -> None:
    with watching(three, index, remove=remove) as log:
        log.wait("watch.updated")
        three.rename(tmp_path / "away")
        if empty:
            three.mkdir()  # the mount point stays
        log.wait("watch.away")
        time.sleep(0.5)
        assert len(sources(index)) == 3
        if empty:
            three.rmdir()
        (tmp_path / "away").rename(three)
        log.wait("watch.back")
        write(three, "d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
        assert log.count("watch.away") == 1
        assert log.count("watch.kept") == log.count("watch.removed") == 0
    assert len(sources(index)) == 4


def test_a_folder_that_was_never_there_is_refused(
    three: Path, index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / three.name[:-1]
    assert main(["watch", str(wrong), "-i", str(index)]) == rag.CorpusError.exit_code
    assert f"(peut-être {three}\u202f?)" in capsys.readouterr().err
    rag.build(three, index, encoder=WordEncoder(), settings=rag.Settings())
    three.rename(tmp_path / "away")
    assert watched_folder(str(three), str(index)) == three  # that of the index may be away


def test_many_files_that_vanish_at_once_are_kept_in_any_case(three: Path, index: Path) -> None:
    with watching(three, index, remove=True) as log:
        log.wait("watch.updated")
        (three / "a.txt").unlink()
        (three / "b.txt").unlink()
        log.wait("watch.kept", 2)
        write(three, "d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
    assert sources(index) == {"a.txt", "b.txt", "c.txt", "d.txt"}


def test_a_folder_that_cannot_be_looked_into_loses_nothing(three: Path, index: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may look into every folder")
    write(three, "sous/d.txt", paragraph("moineaux"))
    with watching(three, index, remove=True) as log:
        log.wait("watch.updated")
        (three / "sous").chmod(0)
        log.wait("watch.kept")
        (three / "sous").chmod(0o755)
    assert "sous/d.txt" in sources(index)


def test_a_file_is_not_read_while_it_grows(three: Path, index: Path) -> None:
    with watching(three, index) as log:
        log.wait("watch.updated")
        path = three / "d.txt"
        for n in range(20):
            with path.open("a", encoding="utf-8") as stream:
                stream.write(paragraph(f"moineaux {n}", 1) + "\n\n")
            time.sleep(0.04)
        log.wait("watch.updated", 2)
        time.sleep(0.5)
        assert log.count("watch.updated") == 2
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        assert "moineaux 19" in library.release("d").body


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who writes")
def test_a_file_that_is_open_for_writing_is_waited_for(three: Path, index: Path) -> None:
    with (three / "d.txt").open("w", encoding="utf-8") as stream:
        if written_now(three, ["d.txt"]) is None:
            pytest.skip("this drive does not tell who writes")
        with watching(three, index) as log:
            stream.write(paragraph("moineaux"))
            stream.flush()
            log.wait("watch.being_written")
            time.sleep(0.5)
            assert log.count("watch.updated") == 0
            stream.write("\n\n" + paragraph("corbeaux"))
            stream.close()
            log.wait("watch.updated")
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        assert "corbeaux" in library.release("d").body


def test_the_second_watcher_is_refused_and_told_the_first(
    three: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with only_watcher(index, three):
        assert main(["watch", str(three), "-i", str(index)]) == rag.IndexBusyError.exit_code
        said = capsys.readouterr().err
        assert f"processus {os.getpid()}" in said
        assert str(three) in said
    assert not (index / "WATCH.json").exists()


def test_what_fails_is_told_once_and_goes_on(three: Path, index: Path) -> None:
    with watching(three, index) as log:
        log.wait("watch.updated")
        write(three, "metadata.csv", "file,date\na.txt,le jour\n")
        log.wait("watch.failed")
        time.sleep(0.7)
        assert log.count("watch.failed") == 1
        assert len(sources(index)) == 3
        write(three, "metadata.csv", "file,date\na.txt,2014\n")
        log.wait("watch.updated", 2)
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        assert library.release("a").published.date == rag.PartialDate(2014)


def test_files_that_cannot_be_read_are_told_once(three: Path, index: Path) -> None:
    write(three, "z.xyz", "?")
    with watching(three, index) as log:
        log.wait("watch.updated")
        write(three, "d.txt", paragraph("moineaux"))
        log.wait("watch.updated", 2)
        assert log.files("watch.skipped") == ["z.xyz"]


def test_an_index_in_the_folder_does_not_wake_its_watcher(three: Path) -> None:
    with watching(three, three / "index") as log:
        log.wait("watch.updated")
        time.sleep(1.0)
        assert log.count("watch.updated") == 1
    snapshot = take_snapshot(three, three / "index")
    assert snapshot is not None
    assert set(snapshot.files) == {"a.txt", "b.txt", "c.txt"}


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "rag.cli", *arguments],
        cwd=ROOT,
        env=clean_environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_cleanly(three: Path, index: Path, end: signal.Signals) -> None:
    watcher = start("watch", str(three), "-i", str(index), "--json")
    assert watcher.stdout is not None
    lines = []
    for line in watcher.stdout:
        lines.append(json.loads(line))
        if lines[-1]["event"] == "updated":
            watcher.send_signal(end)
    watcher.communicate(timeout=20)
    assert watcher.returncode == 0
    assert [line["event"] for line in lines] == ["begun", "updated", "ended"]
    assert lines[1]["releases"] == 3
    assert not (index / "WATCH.json").exists()


def test_of_two_watchers_one_is_refused(three: Path, index: Path, embedded: rag.Encoder) -> None:
    first = start("watch", str(three), "-i", str(index), "--json")
    try:
        assert first.stdout is not None
        next(line for line in first.stdout if json.loads(line)["event"] == "updated")
        second = start("watch", str(three), "-i", str(index))
        told, _ = second.communicate(timeout=60)
        assert second.returncode == rag.IndexBusyError.exit_code
        assert f"processus {first.pid}" in told
        write(three, "d.txt", paragraph("moineaux"))
        next(line for line in first.stdout if json.loads(line)["event"] == "updated")
        with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
            assert "d" in library.release_ids
    finally:
        first.send_signal(signal.SIGTERM)
        first.communicate(timeout=20)


def test_a_watcher_killed_in_a_build_leaves_an_index_that_goes_on(
    three: Path, index: Path, embedded: rag.Encoder
) -> None:
    rag.build(three, index, encoder=embedded, settings=rag.Settings())
    for n in range(300):
        write(three, f"n{n}.txt", "\n\n".join(paragraph(f"moineaux {n} {m}") for m in range(3)))
    watcher = start("watch", str(three), "-i", str(index))
    until(lambda: any((index / "generations").glob(".build-*")), seconds=60)
    watcher.send_signal(signal.SIGKILL)
    watcher.communicate(timeout=20)
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        assert len(library.release_ids) == 3  # the index from before is whole
    shutil.rmtree(three)
    three.mkdir()
    for name in ("a", "b", "c", "d"):
        write(three, f"{name}.txt", paragraph(f"perroquets {name}"))
    with only_watcher(index, three):  # the lock of the dead one is free
        pass
    rag.build(three, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        assert len(library.release_ids) == 4
    assert not list((index / "generations").glob(".build-*"))


def test_a_server_serves_what_another_process_builds(
    three: Path, index: Path, embedded: rag.Encoder
) -> None:
    from rag.web.service import LibraryService

    service = LibraryService(index, rag.Settings())
    service.start()
    try:
        assert service.wait()
        assert service.health().status == "failed"  # there is no index yet
        rag.build(three, index, encoder=embedded, settings=rag.Settings())
        until(lambda: service.health().releases == 3, lambda: str(service.health()))
        write(three, "d.txt", paragraph("moineaux"))
        rag.build(three, index, encoder=embedded, settings=rag.Settings())
        until(lambda: service.health().releases == 4, lambda: str(service.health()))
    finally:
        service.close()


def test_the_page_follows_its_folder(three: Path, index: Path) -> None:
    (three / "rag.toml").write_text("[watch]\nquiet = 0.2\n", "utf-8")
    server = start(
        "serve", "-i", str(index), "--watch", str(three), "--config", str(three / "rag.toml")
    )
    try:
        until(lambda: (index / "CURRENT").exists(), seconds=60)
        before = (index / "CURRENT").read_text()
        write(three, "d.txt", paragraph("moineaux"))
        until(lambda: (index / "CURRENT").read_text() != before, seconds=60)
    finally:
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=30)
    assert server.returncode == 130
    assert "Nouveau" in said
    assert "127.0.0.1" in said
