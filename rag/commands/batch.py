"""``rag batch``: ask the questions of a file."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

import rag
from rag.commands.folder import check_target
from rag.messages import message
from rag.terminal.options import PARTLY_FAILED, add_common, add_quiet, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import print_json, warn
from rag.terminal.progress import progress_bars


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    file, column = message("cli.metavar.file"), message("cli.metavar.column")
    parser.add_argument("questions", metavar="QUESTIONS", help=message("cli.arg.batch_questions"))
    parser.add_argument("-o", "--output", metavar=file, help=message("cli.arg.batch_output"))
    parser.add_argument(
        "--column", default="question", metavar=column, help=message("cli.arg.batch_column")
    )
    parser.add_argument("--force", action="store_true", help=message("cli.arg.batch_force"))
    add_quiet(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Ask the questions, append the answers, tell how many there are."""
    from rag.batch.answers import AnswerFile
    from rag.batch.questions import QuestionFile
    from rag.batch.run import run_batch

    source = Path(options.questions)
    target = Path(options.output) if options.output else source.with_suffix(".answers.csv")
    questions = QuestionFile(source, options.column)
    if target.resolve() == source.resolve():
        raise rag.QueryError("batch.same_file", path=source)
    check_target(target, ".csv", ".jsonl", ".ndjson")
    with (
        AnswerFile(target, questions.others, again=options.force) as answers,
        library_of(options) as library,
    ):
        with progress_bars(quiet=options.quiet) as bars:
            report = run_batch(questions, answers, library.ask, bars)
        warn(library)
    if options.json:
        print_json({"output": str(target), **asdict(report)})
    elif not options.quiet:
        print(message("batch.done", path=target, **asdict(report)))
    return PARTLY_FAILED if report.failed else 0
