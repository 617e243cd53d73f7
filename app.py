"""The web demo, like ``rag serve``: run ``python app.py`` and open the address that it prints."""

import sys

from rag.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
