"""The library that the page serves: loaded in the background, replaced after a rebuild."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import rag
from rag import messages
from rag.config import CORPUS
from rag.web.examples import example_questions

_WARM_UP_QUESTION = "Bonjour ?"
# Longer than any model takes to load. A question that waits longer gets an error.
_LOAD_TIMEOUT = 120.0
# Seconds between two looks whether another process has built the index, and after one that could
# not be opened.
_FOLLOW, _FOLLOW_AGAIN = 1.0, 10.0


@dataclass(slots=True)
class _OpenLibrary:
    """An open library and its number of users.

    The service is one user as long as this library is the current one. Each question that is
    being answered from it is another. The last user closes the library.
    """

    library: rag.Library
    users: int = 1


@dataclass(frozen=True, slots=True)
class Health:
    """The state of the service, as ``/healthz`` returns it.

    Attributes:
        status: ``loading``, ``ready`` or ``failed``.
        problem: why loading failed, as a sentence; ``""`` otherwise.
        generation: name of the current index generation; ``""`` before the index is loaded.
        passages, releases: their numbers in the index; 0 before it is loaded.
    """

    status: str
    problem: str = ""
    generation: str = ""
    passages: int = 0
    releases: int = 0


@dataclass(slots=True)
class Work:
    """An update of the index in the background.

    Attributes:
        running: whether it is still at work.
        stage, done, total: how far it is, as ``rag.build`` tells; ``""`` before the first step.
        report: what it did; None before it ends, and if it failed.
        problem: why it failed; None otherwise.
        seconds: how long it took.
    """

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    report: rag.BuildReport | None = None
    problem: rag.RagError | None = None
    seconds: float = 0.0

    def show(self, stage: str, done: int, total: int) -> None:
        """Note how far it is."""
        self.stage, self.done, self.total = stage, done, total


@dataclass(slots=True)
class LibraryService:
    """Gives the current library to every request. Safe to use from several threads.

    Args:
        index: the index folder.
        settings: as for ``rag.open``.
    """

    index: Path
    settings: rag.Settings
    _encoder: rag.Encoder | None = None
    _current: _OpenLibrary | None = None
    _problem: rag.RagError | None = None
    work: Work = field(default_factory=Work)
    _again: bool = False
    _examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _loaded: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _build_lock: threading.Lock = field(default_factory=threading.Lock)
    _examples_lock: threading.Lock = field(default_factory=threading.Lock)
    _closed: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Load the model and the index in a background thread.

        An error is stored; ``health`` and ``library`` report it.
        """
        threading.Thread(target=self._load, name="load", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether a library is loaded, so that a question need not wait."""
        return self._current is not None

    def wait(self, seconds: float = _LOAD_TIMEOUT) -> bool:
        """Wait until loading has ended, well or not; False after ``seconds`` without an end."""
        return self._loaded.wait(seconds)

    def health(self) -> Health:
        """The state now. Does not wait for loading."""
        with self._lock:
            current = self._current
            if current is None:
                status = "failed" if self._problem else "loading"
                return Health(status, str(self._problem or ""))
            counts = current.library.manifest["counts"]
            generation = current.library.generation
        return Health("ready", "", generation, counts["passages"], counts["releases"])

    @contextmanager
    def library(self) -> Iterator[rag.Library]:
        """The current library, for a ``with`` block. Waits until it is loaded.

        The library stays open until the block ends, even if a rebuild replaces it meanwhile.

        Raises:
            RagError: the model or the index could not be loaded.
        """
        if not self.wait():
            raise rag.NotReadyError("page.still_loading")
        with self._lock:
            current = self._current
            if current is None:
                raise self._problem or rag.NotReadyError("page.still_loading")
            current.users += 1
        try:
            yield current.library
        finally:
            self._leave(current)

    @property
    def has_examples(self) -> bool:
        """Whether the example questions are chosen; they are tried first, which takes its time."""
        with self.library() as library:
            return (library.generation, messages.language()) in self._examples

    def examples(self) -> list[str]:
        """Example questions for the current index, chosen once per generation and language.

        Raises:
            RagError: the model, the index or the file of questions could not be loaded.
        """
        with self.library() as library, self._examples_lock:
            key = (library.generation, messages.language())
            if key not in self._examples:
                self._examples[key] = example_questions(library, self.settings.web.examples)
            return self._examples[key]

    @property
    def corpus_folder(self) -> Path:
        """The folder of the current index; where there is no index yet, the one that is read by
        default, which is made if it is not there.

        Raises:
            RagError: the index cannot be used.
        """
        try:
            with self.library() as library:
                return library.corpus_folder
        except rag.IndexMissingError:
            folder = Path(CORPUS)
            folder.mkdir(exist_ok=True)
            return folder

    def rebuild(self, progress: Callable[[str, int, int], None]) -> rag.BuildReport:
        """Bring the index up to date with its corpus folder, then serve the new generation.

        Until then the old generation answers. It stays in service if the build fails.

        Args:
            progress: as for ``rag.build``.

        Raises:
            IndexBusyError: another rebuild is running.
            RagError: as for ``rag.build``.
        """
        if not self._build_lock.acquire(blocking=False):
            raise rag.IndexBusyError("index.busy", path=self.index)
        try:
            report = rag.build(
                self.corpus_folder,
                self.index,
                encoder=self._encoder,
                settings=self.settings,
                progress=progress,
            )
            self._open_index()
            return report
        finally:
            self._build_lock.release()

    def update(self) -> None:
        """Bring the index up to date in the background; ``work`` tells how far it is.

        During an update, another one follows it, for what has changed meanwhile.
        """
        with self._lock:
            if self.work.running:
                self._again = True
                return
            self.work = Work(running=True)
        threading.Thread(target=self._update, name="update", daemon=True).start()

    def _update(self) -> None:
        start = time.perf_counter()
        report: rag.BuildReport | None = None
        while True:
            problem = None
            try:
                latest = self.rebuild(self.work.show)
                # The first one may have read what the second one was for.
                report = latest if latest.changed or report is None else report
            except rag.RagError as error:
                problem = error
            with self._lock:
                if not self._again:
                    seconds = time.perf_counter() - start
                    self.work = Work(report=report, problem=problem, seconds=seconds)
                    return
                self._again = False

    def add(self, files: Iterable[Path]) -> list[rag.Addition]:
        """Copy releases into the corpus folder.

        Raises:
            CorpusError: that folder does not exist any more.
        """
        return rag.add(list(files), self.corpus_folder, settings=self.settings)

    def close(self) -> None:
        """Close the library when its last question is answered."""
        self._closed.set()
        self._replace(None)

    def _load(self) -> None:
        try:
            self._encoder = rag.load_encoder(self.settings.encoder)
            self._open_index()
        except rag.RagError as error:
            self._problem = error
        finally:
            self._loaded.set()
        if self.ready:
            with suppress(rag.RagError):  # raised again when the page asks for the examples
                self.examples()
        if self._encoder is not None:
            self._follow()

    def _follow(self) -> None:
        """Serve each generation that another process makes live, until the service is closed."""
        pause = _FOLLOW
        while not self._closed.wait(pause):
            pause = _FOLLOW
            if self._build_lock.locked():  # our own build opens what it has built
                continue
            with self._lock:
                current = self._current
            if current is not None and current.library.latest_generation in (
                None,
                current.library.generation,
            ):
                continue
            try:
                self._open_index()
            except rag.IndexMissingError:
                continue
            except rag.RagError:
                pause = _FOLLOW_AGAIN
                continue
            with self._lock:
                if current is not None and self._current is not None:
                    same = self._current.library.generation == current.library.generation
                    pause = _FOLLOW_AGAIN if same else _FOLLOW

    def _open_index(self) -> None:
        """Open the latest generation of the index and make it the current library."""
        library = rag.open(self.index, encoder=self._encoder, settings=self.settings)
        library.search(_WARM_UP_QUESTION, 1)  # loads what the first question would wait for
        if self._closed.is_set():
            library.close()
            return
        self._replace(_OpenLibrary(library))

    def _replace(self, new: _OpenLibrary | None) -> None:
        with self._lock:
            old, self._current = self._current, new
            if new is not None:
                self._problem = None
        if old is not None:
            self._leave(old)

    def _leave(self, opened: _OpenLibrary) -> None:
        """Count one user less; the last one closes the library."""
        with self._lock:
            opened.users -= 1
            last = opened.users == 0
        if last:
            opened.library.close()
