"""The web demo: ``python app.py``, then open the address that it prints (as ``rag serve``)."""

import sys

from rag.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
