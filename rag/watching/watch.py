"""Bring an index up to date whenever its folder has changed and then been quiet."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rag import build, load_encoder
from rag.config import Settings
from rag.errors import EngineError, IndexBusyError, RagError, StorageError
from rag.indexing import BuildReport, Progress, store
from rag.models import Encoder
from rag.watching.events import Waker
from rag.watching.lock import only_watcher
from rag.watching.snapshot import Snapshot, take_snapshot, written_now

Tell = Callable[..., None]
"""Called with the key of a message and its values."""

# What may be over at the next look although the folder has not changed.
_PASSING = (IndexBusyError, StorageError, EngineError)
# Seconds after which a file that is quiet is read although a program has it open for writing.
_PATIENCE = 600.0
# Seconds between two looks for a folder that is away.
_AWAY = 5.0
# If a larger share of the releases has vanished at once, a drive is away rather than the files.
_MANY = 0.5


class Watch:
    """Follows one folder.

    Args:
        corpus: the folder of releases.
        index: the index folder.
        settings: all settings; ``settings.watch`` tells how the folder is followed.
        tell: called with what happens.
        progress: as for ``rag.build``.
        encoder: encodes the passages; None loads the one that the settings name when it is needed.
    """

    def __init__(
        self,
        corpus: Path,
        index: Path,
        settings: Settings,
        tell: Tell,
        *,
        progress: Progress | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self._corpus = corpus
        self._index = index
        self._settings = settings
        self._tell = tell
        self._progress = progress
        self._encoder = encoder
        self._stop = threading.Event()
        self._waker = Waker(corpus, self._stop)
        self._built: Snapshot | None = None
        self._away = False
        self._problem = ""
        self._told: set[tuple[str, str]] = set()

    def stop(self) -> None:
        """End ``run`` from another thread, after an update that is at work."""
        self._stop.set()
        self._waker.wake()

    def run(self) -> None:
        """Follow the folder until ``stop`` is called or the user interrupts.

        Raises:
            IndexBusyError: another process watches for this index.
            StorageError: the index folder cannot be written.
            KeyboardInterrupt: the user interrupted.
        """
        with only_watcher(self._index, self._corpus):
            self._tell("watch.begun", folder=self._corpus, index=self._index)
            try:
                while not self._stop.is_set():
                    self._waker.wait(self._look())
            finally:
                self._waker.close()

    def _look(self) -> float:
        """Look at the folder and update a changed one; seconds until the next look."""
        now = take_snapshot(self._corpus, self._index)
        if now is None or not now.files:
            if not self._away:
                self._away = True
                self._tell("watch.away", folder=self._corpus)
            return min(_AWAY, self._settings.watch.sweep)
        self._waker.listen(anew=self._away)
        if self._away:
            self._away = False
            self._tell("watch.back", folder=self._corpus)
        if now == self._built:
            return self._settings.watch.sweep
        settled = self._settle(now)
        if settled is None:
            return 0.0
        if self._update(settled):
            self._built = settled
        return self._settings.watch.sweep

    def _settle(self, before: Snapshot) -> Snapshot | None:
        """Wait until nothing has changed for a while. Returns None if the folder is away or empty
        then, or if it is time to stop."""
        first, waiting = time.monotonic(), ""
        while not self._stop.wait(self._settings.watch.quiet):
            now = take_snapshot(self._corpus, self._index)
            if now is None or not now.files:
                return None
            if now != before:
                before, first = now, time.monotonic()
                continue
            source = written_now(self._corpus, self._changed(now))
            if source is None or time.monotonic() - first > _PATIENCE:
                return now
            if source != waiting:
                waiting = source
                self._tell("watch.being_written", file=source)
        return None

    def _changed(self, now: Snapshot) -> list[str]:
        """The files that are new or changed since the last update."""
        known = self._built.files if self._built is not None else {}
        return sorted(source for source in now.files if now.files[source] != known.get(source))

    def _update(self, now: Snapshot) -> bool:
        """Update the index. False if it should be tried again although nothing changes."""
        start = time.perf_counter()
        try:
            if self._encoder is None:
                self._encoder = load_encoder(self._settings.encoder)
            report = build(
                self._corpus,
                self._index,
                encoder=self._encoder,
                settings=self._settings,
                progress=self._progress,
                keep_vanished=self._keeps(now),
            )
        except RagError as error:
            if str(error) != self._problem:
                self._problem = str(error)
                self._tell("watch.failed", reason=error)
            return not isinstance(error, _PASSING)
        self._problem = ""
        self._report(now, report, time.perf_counter() - start)
        return True

    def _keeps(self, now: Snapshot) -> bool:
        """Whether the releases whose files have vanished stay in the index."""
        if not self._settings.watch.remove_vanished or not now.whole:
            return True
        live = store.open_for_reuse(self._index)
        if live is None:
            return False
        try:
            sources = [one.source for one in live.records.summaries()]
        finally:
            live.close()
        gone = sum(_file_of(source, now) not in now.files for source in sources)
        return gone > 1 and gone > _MANY * len(sources)

    def _report(self, now: Snapshot, report: BuildReport, seconds: float) -> None:
        """Tell what an update did: what vanished, always by name, and what is new."""
        kept = set(report.kept)
        for source in report.vanished:
            self._once("watch.kept" if source in kept else "watch.removed", source)
        # A file that came back may vanish once more.
        self._told = {
            (key, source) for key, source in self._told if _file_of(source, now) not in now.files
        }
        for item in report.skipped:
            known = self._built.files if self._built is not None else {}
            file = _file_of(item.source, now)
            if known.get(file) != now.files.get(file):
                self._tell("watch.skipped", file=item.source, why=item.error)
        if not report.changed:
            if self._built is None:
                self._tell("watch.unchanged", releases=report.releases, passages=report.passages)
            return
        if self._built is not None:
            for source in self._changed(now):
                new = source not in self._built.files
                self._tell("watch.new" if new else "watch.changed", file=source)
        self._tell(
            "watch.updated", releases=report.releases, passages=report.passages, seconds=seconds
        )

    def _once(self, key: str, source: str) -> None:
        if (key, source) not in self._told:
            self._told.add((key, source))
            self._tell(key, file=source)


def _file_of(source: str, now: Snapshot) -> str:
    """The file that a source is in: ``table.csv`` of ``table.csv#7``. If it is not there, the
    source itself."""
    ends = [found.start() for found in re.finditer("[/#]", source)]
    return next((source[:end] for end in ends if source[:end] in now.files), source)
