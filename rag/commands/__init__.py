"""Commands for much at once: batches of questions, fetched pages, a folder that is watched.

``rag.cli`` parses their arguments and runs them. What a command needs is imported when it runs.
"""

from rag.commands.add import PARTLY_FAILED, Tools, add_commands, print_csv, watching_beside

__all__ = ["PARTLY_FAILED", "Tools", "add_commands", "print_csv", "watching_beside"]
