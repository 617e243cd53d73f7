"""Progress bars of long work, one for each stage."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rag.messages import message


class ProgressBars:
    """Shows one progress bar per stage on standard error; called as ``rag.Progress``.

    Args:
        shown: whether anything is shown.
    """

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._stage = ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._shown or total == 0:
            return
        if stage != self._stage:
            self.close()
            from tqdm import tqdm

            self._stage = stage
            self._bar = tqdm(total=total, desc=message(f"stage.{stage}"), file=sys.stderr)
        self._bar.total = total  # it may grow
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """End the line of the bar, so that what follows has a line of its own."""
        if self._bar is not None:
            self._bar.close()
        self._bar, self._stage = None, ""

    def print(self, text: str, *, file: Any = None) -> None:
        """Print a line above the bar.

        Args:
            file: the stream; None for standard output.
        """
        if self._bar is None:
            print(text, file=file, flush=True)
        else:
            self._bar.write(text, file=file or sys.stdout)


@contextmanager
def progress_bars(*, quiet: bool = False) -> Iterator[ProgressBars]:
    """Progress bars for a ``with`` block: on a terminal, unless ``quiet``. They are closed at its
    end, however it ends."""
    bars = ProgressBars(shown=sys.stderr.isatty() and not quiet)
    try:
        yield bars
    finally:
        bars.close()
