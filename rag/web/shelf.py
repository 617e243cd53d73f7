"""The library that the page serves: loaded in the background, swapped while questions are asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import rag
from rag import messages
from rag.web.examples import example_questions

_WARM = "Bonjour ?"
# Longer than any model takes to load; a question then says so instead of waiting for ever.
_PATIENCE = 120.0


@dataclass(slots=True)
class _Open:
    """An open library, how many are reading in it, and whether another has taken its place."""

    library: rag.Library
    readers: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """What ``/healthz`` tells.

    Attributes:
        status: ``loading``, ``ready`` or ``failed``.
        problem: why it failed, for a person; ``""`` otherwise.
        generation: of the index in service; ``""`` before there is one.
        passages, releases: how many there are in it.
    """

    status: str
    problem: str = ""
    generation: str = ""
    passages: int = 0
    releases: int = 0


@dataclass(slots=True)
class Shelf:
    """Holds the index in service. Safe to use from several threads.

    Args:
        index: its folder.
        settings: as for ``rag.open``.
    """

    index: Path
    settings: rag.Settings
    _encoder: rag.Encoder | None = None
    _open: _Open | None = None
    _problem: rag.RagError | None = None
    _examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _loaded: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _building: threading.Lock = field(default_factory=threading.Lock)
    _choosing: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> None:
        """Load the model and the index, in the background."""

        def work() -> None:
            self.load()
            if self.ready:
                with suppress(rag.RagError):  # it is told to who asks for them
                    self.examples()

        threading.Thread(target=work, name="load", daemon=True).start()

    def load(self) -> None:
        """Load the model and the index, here. What goes wrong is kept and told to who asks."""
        try:
            if self._encoder is None:
                self._encoder = rag.load_encoder(self.settings.encoder)
            self._swap()
        except rag.RagError as error:
            self._problem = error
        finally:
            self._loaded.set()

    @property
    def ready(self) -> bool:
        """Whether questions are answered at once."""
        return self._open is not None

    def wait(self, seconds: float = _PATIENCE) -> bool:
        """Wait until it has loaded, or failed to; False if that takes longer."""
        return self._loaded.wait(seconds)

    def health(self) -> Health:
        """How it stands. Does not wait."""
        with self._lock:
            held = self._open
            if held is None:
                status = "failed" if self._problem else "loading"
                return Health(status, str(self._problem or ""))
            counts = held.library.manifest["counts"]
            generation = held.library.generation
        return Health("ready", "", generation, counts["passages"], counts["releases"])

    @contextmanager
    def library(self) -> Iterator[rag.Library]:
        """The library in service, for the length of a ``with`` block; it stays open that long
        though another may take its place meanwhile.

        Raises:
            RagError: the model or the index could not be loaded.
        """
        if not self.wait():
            raise rag.NotReadyError("page.still_loading")
        with self._lock:
            held = self._open
            if held is None:
                raise self._problem or rag.NotReadyError("page.still_loading")
            held.readers += 1
        try:
            yield held.library
        finally:
            self._give_back(held)

    def examples(self) -> list[str]:
        """Questions to offer, of the index in service; chosen once a generation and language.

        Raises:
            RagError: the model, the index or the file of questions could not be loaded.
        """
        with self.library() as library, self._choosing:
            key = (library.generation, messages.language())
            if key not in self._examples:
                self._examples[key] = example_questions(library, self.settings.web.examples)
            return self._examples[key]

    def rebuild(self, progress: Callable[[str, int, int], None]) -> rag.BuildReport:
        """Bring the index up to date with its corpus and put it in service; the old one answers
        until then, and goes on answering if this fails.

        Raises:
            IndexBusyError: it is being rebuilt already.
            RagError: as for ``rag.build``.
        """
        if not self._building.acquire(blocking=False):
            raise rag.IndexBusyError("index.busy", path=self.index)
        try:
            with self.library() as library:
                corpus = library.corpus_folder
            report = rag.build(
                corpus,
                self.index,
                encoder=self._encoder,
                settings=self.settings,
                progress=progress,
            )
            self._swap()
            return report
        finally:
            self._building.release()

    def add(self, files: Iterable[Path]) -> list[rag.Addition]:
        """Put releases into the corpus folder of the index in service.

        Raises:
            CorpusError: there is no such folder any more.
        """
        with self.library() as library:
            corpus = library.corpus_folder
        return rag.add(list(files), corpus)

    def close(self) -> None:
        """Let the index go, once nobody reads in it."""
        with self._lock:
            held, self._open = self._open, None
        if held is not None:
            self._retire(held)

    def _swap(self) -> None:
        opened = rag.open(self.index, encoder=self._encoder, settings=self.settings)
        opened.search(_WARM, 1)  # loads what the first question would wait for
        with self._lock:
            old, self._open, self._problem = self._open, _Open(opened), None
        if old is not None:
            self._retire(old)

    def _retire(self, held: _Open) -> None:
        with self._lock:
            held.retired = True
            idle = held.readers == 0
        if idle:
            held.library.close()

    def _give_back(self, held: _Open) -> None:
        with self._lock:
            held.readers -= 1
            last = held.retired and held.readers == 0
        if last:
            held.library.close()
