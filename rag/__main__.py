"""Starts the command line: ``rag``, or ``python -m rag``."""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130
# New objects after which the garbage collector looks for cycles. By default it looks after 700, and
# visits the modules and vocabularies again and again, which all live until the end.
_OBJECTS = 100_000
# numpy's library of linear algebra has threads that have nothing to do here. They look for work for
# 2**26 ticks of the processor before they sleep; with this setting for 2**4.
_TICKS = "OPENBLAS_THREAD_TIMEOUT", "4"


def main() -> int:
    """Run the command of ``sys.argv``; interrupted before it has begun, end without a word."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault(*_TICKS)
    try:
        from rag.cli import main as run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.freeze()  # what is left need not be visited once more


if __name__ == "__main__":
    sys.exit(main())
