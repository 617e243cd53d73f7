"""The command line: it parses the arguments and runs a command of ``rag.commands``.

What commands share is in ``rag.terminal``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from rag import messages
from rag.__main__ import INTERRUPTED
from rag.commands import make_parser, module
from rag.errors import RagError, StorageError
from rag.messages import message
from rag.terminal.parser import interface_language
from rag.terminal.streams import flush_all, make_ready, silence_output


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: without the program's name; None for ``sys.argv[1:]``.

    Returns:
        The exit status; ``rag --help`` lists them.

    Raises:
        SystemExit: argparse found wrong arguments, or has printed the help or the version.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    make_ready()
    with messages.use(interface_language(given)):
        try:
            code = _run(_spelled_out(given))
            flush_all()
            return code
        except RagError as error:
            return _fail(message("cli.error", text=error), error.exit_code)
        except KeyboardInterrupt:
            return _fail(message("cli.interrupted"), INTERRUPTED)
        except BrokenPipeError:  # the program at the other end of the pipe has ended
            silence_output()
            return 128 + getattr(signal, "SIGPIPE", 13)
        except Exception as error:
            if os.environ.get("RAG_DEBUG"):
                raise
            if _is_interruption(error):
                return _fail(message("cli.interrupted"), INTERRUPTED)
            if isinstance(error, OSError) and error.errno is not None:
                return _fail(message("cli.error", text=_refusal(error)), StorageError.exit_code)
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            return _fail(message("cli.unforeseen", reason=reason), 1)


def _run(arguments: list[str]) -> int:
    options = make_parser(arguments[0]).parse_args(arguments)
    code: int = module(options.command).run(options)
    return code


def _spelled_out(arguments: list[str]) -> list[str]:
    """The arguments, with ``--help`` for none and for ``help``, ``--version`` for ``version``."""
    if not arguments:
        return ["--help"]
    at = 2 if arguments[0] == "--ui" else int(arguments[0].startswith("--ui="))
    before, words = arguments[:at], arguments[at:]
    if words[:1] == ["help"]:
        return [*before, *words[1:], "--help"]
    if words == ["version"]:
        return [*before, "--version"]
    return arguments


def _is_interruption(error: BaseException) -> bool:
    """Whether an error comes of an interruption: a package may end its import with another one."""
    before = error.__cause__ or error.__context__
    return before is not None and (
        isinstance(before, KeyboardInterrupt) or _is_interruption(before)
    )


def _refusal(error: OSError) -> str:
    """What the system refused, and of which file."""
    if error.filename is None:
        return message("cli.refused", reason=error)
    return message("cli.refused_file", path=error.filename, reason=error)


def _fail(text: str, code: int) -> int:
    """Print why the command failed; what it has printed before comes first."""
    try:
        flush_all()
    except OSError:
        silence_output()
    print(text, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
