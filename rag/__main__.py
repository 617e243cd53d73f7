"""Starts the command line: ``rag``, or ``python -m rag``."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command of ``sys.argv``; interrupted before it has begun, end without a word."""
    try:
        from rag.cli import main as run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
