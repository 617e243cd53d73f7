"""``rag eval``: measure the answers to questions that are known."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.commands.folder import check_target
from rag.messages import message
from rag.terminal.options import add_common, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import print_json, warn
from rag.terminal.progress import progress_bars


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("questions", metavar="QUESTIONS.jsonl", help=message("cli.arg.questions"))
    file = message("cli.metavar.file")
    parser.add_argument("--picture", metavar=f"{file}.png", help=message("cli.arg.picture"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    from rag import evaluation

    evaluation.require(picture=options.picture is not None)
    if options.picture is not None:
        check_target(Path(options.picture))
    questions = evaluation.read_questions(options.questions)
    with library_of(options) as library:
        with progress_bars() as bars:
            relevant = evaluation.find_relevant(questions, library)
            report = evaluation.evaluate(
                lambda question: library.ask(question, evaluation.DEPTH), questions, relevant, bars
            )
        warn(library)
    if options.picture is not None:
        evaluation.draw(report, options.picture)
    if options.json:
        print_json(evaluation.to_dict(report))
        return 0
    print(evaluation.table(report))
    if options.picture is not None:
        print(f"\n{message('eval.picture_written', path=options.picture)}")
    return 0
