"""The web demo: ``python app.py``, then open the address that it prints."""

import sys

import rag
from rag.messages import message
from rag.web.page import launch

if __name__ == "__main__":
    try:
        launch()
    except rag.RagError as error:
        sys.stderr.write(message("cli.error", text=error) + "\n")
        sys.exit(error.exit_code)
