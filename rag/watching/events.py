"""Be woken when the system reports a change below a folder, and after a time in any case."""

from __future__ import annotations

import threading
from pathlib import Path

from rag.corpus.listing import is_ignored


class Waker:
    """Waits for changes below a folder.

    Args:
        folder: the folder; it may be absent.
        stop: when it is set, nothing waits any longer.
    """

    def __init__(self, folder: Path, stop: threading.Event) -> None:
        self._folder = folder
        self._stop = stop
        self._changed = threading.Event()
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def listen(self, *, anew: bool = False) -> None:
        """Begin to listen for changes, if nothing listens yet.

        Args:
            anew: begin again in any case: a folder that was away is another one for the system.
        """
        if anew:
            self.close()
        if self._thread is None or not self._thread.is_alive():
            self._end = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(self._end,), daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Return at the next change, when it is to stop, or after some seconds."""
        self._changed.wait(seconds)
        self._changed.clear()

    def wake(self) -> None:
        """End the wait now."""
        self._changed.set()

    def close(self) -> None:
        """Listen no longer."""
        self._end.set()
        if self._thread is not None:
            self._thread.join(2.0)
            self._thread = None

    def _run(self, end: threading.Event) -> None:
        import watchfiles

        def counts(_change: watchfiles.Change, path: str) -> bool:
            try:
                parts = Path(path).relative_to(self._folder).parts
            except ValueError:
                parts = Path(path).parts[-1:]
            return not any(map(is_ignored, parts))

        try:
            for _changes in watchfiles.watch(
                self._folder,
                watch_filter=counts,
                stop_event=end,
                debounce=200,
                rust_timeout=500,
                raise_interrupt=False,
            ):
                self._changed.set()
        except Exception:  # noqa: S110
            # The folder is not there, or the system has no more watches to give. The regular look
            # at the whole folder finds every change without them.
            pass
