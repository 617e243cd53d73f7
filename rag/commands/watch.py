"""``rag watch``: follow a folder; and the same beside the page (``rag serve --watch``)."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import rag
from rag import messages
from rag.commands.folder import watched_folder
from rag.messages import message
from rag.terminal.options import add_common, add_quiet, settings_of
from rag.terminal.parser import Parser
from rag.terminal.progress import ProgressBars, progress_bars

_EVERY = 10.0  # seconds between two lines of progress in a log


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("corpus", nargs="?", help=message("cli.arg.corpus"))
    parser.add_argument(
        "--remove-vanished",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=message("cli.arg.remove_vanished"),
    )
    add_quiet(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Follow the folder until the user interrupts."""
    with progress_bars(quiet=options.quiet) as bars:
        return _follow(options, bars)


def _follow(options: argparse.Namespace, bars: ProgressBars) -> int:
    from rag.watching.watch import Watch

    lines = _Lines(quiet=options.quiet, as_json=options.json)

    def tell(key: str, /, **values: object) -> None:
        bars.close()
        lines.tell(key, **values)

    corpus = watched_folder(options.corpus, options.index)
    watch = Watch(
        corpus,
        Path(options.index),
        _settings(options),
        tell,
        progress=bars if sys.stderr.isatty() else lines.progress,
    )
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        watch.run()
    except KeyboardInterrupt:
        bars.close()
        lines.tell("watch.ended", folder=corpus)
    return 0


@contextmanager
def beside(options: argparse.Namespace) -> Iterator[None]:
    """Follow a folder in a thread of its own as long as a ``with`` block runs."""
    from rag.watching.watch import Watch

    lines = _Lines(quiet=False, as_json=False, stream=sys.stderr)
    folder = watched_folder(options.watch, options.index)
    settings = settings_of(options)
    watch = Watch(folder, Path(options.index), settings, lines.tell, progress=lines.progress)
    code = messages.language()

    def follow() -> None:
        with messages.use(code):
            try:
                watch.run()
            except rag.RagError as error:
                lines.tell("watch.failed", reason=error)

    thread = threading.Thread(target=follow, name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        watch.stop()
        thread.join(10.0)


def _settings(options: argparse.Namespace) -> rag.Settings:
    settings = settings_of(options)
    if options.remove_vanished is None:
        return settings
    watch = replace(settings.watch, remove_vanished=options.remove_vanished)
    return replace(settings, watch=watch)


class _Lines:
    """Prints what happens as lines of a log, with the time before each."""

    def __init__(self, *, quiet: bool, as_json: bool, stream: Any = None) -> None:
        self._quiet = quiet
        self._json = as_json
        self._stream = stream
        self._last = 0.0

    def tell(self, key: str, /, **values: object) -> None:
        now = datetime.now().astimezone()
        if self._json:
            event: dict[str, object] = {"time": now.isoformat(timespec="seconds")}
            event["event"] = key.removeprefix("watch.")
            event |= {name: _plain(value) for name, value in values.items()}
            print(json.dumps(event, ensure_ascii=False), file=self._stream, flush=True)
        elif not self._quiet or key not in ("watch.new", "watch.changed", "watch.updated"):
            text = message(key, **values)
            print(f"{now:%Y-%m-%d %H:%M:%S}  {text}", file=self._stream, flush=True)

    def progress(self, stage: str, done: int, total: int) -> None:
        """A line every ten seconds of a long update."""
        now = time.monotonic()
        if done == 0 or self._last == 0.0:
            self._last = now
        elif now - self._last >= _EVERY:
            self._last = now
            self.tell("watch.progress", stage=message(f"stage.{stage}"), done=done, total=total)


def _plain(value: object) -> object:
    return value if isinstance(value, int | float | str) else str(value)
