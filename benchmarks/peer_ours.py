"""This project for the warm questions of benchmarks/peers.py.

python peer_ours.py INDEX reader|plain  (questions on stdin, one a line)
"""

import sys

from peer import serve

import rag


def main() -> None:
    index, mode = sys.argv[1:]
    settings = rag.Settings(reader=rag.ReaderSettings(enabled=mode == "reader"))
    with rag.open(index, settings=settings) as library:

        def ask(question: str) -> list[str]:
            hits = library.search(question, 10)
            return [f"{hit.release.source}#{hit.passage.ordinal}" for hit in hits]

        serve(ask)


if __name__ == "__main__":
    main()
