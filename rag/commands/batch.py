"""``rag batch``: ask the questions of a file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

import rag
from rag.batch.answers import AnswerFile
from rag.batch.questions import QuestionFile
from rag.batch.run import run_batch
from rag.commands.add import PARTLY_FAILED, Tools
from rag.messages import message


def run(options: argparse.Namespace, tools: Tools) -> int:
    """Ask the questions, append the answers, tell how many there are."""
    source = Path(options.questions)
    target = Path(options.output) if options.output else source.with_suffix(".answers.csv")
    questions = QuestionFile(source, options.column)
    if target.resolve() == source.resolve():
        raise rag.QueryError("batch.same_file", path=source)
    bars = tools.bars(shown=sys.stderr.isatty() and not options.quiet)
    with (
        AnswerFile(target, questions.others, again=options.force) as answers,
        rag.open(options.index, settings=tools.settings(options)) as library,
    ):
        try:
            report = run_batch(questions, answers, library.ask, bars)
        finally:
            bars.close()
        if library.reader_problem is not None:
            print(library.reader_problem, file=sys.stderr)
    if options.json:
        tools.print_json({"output": str(target), **asdict(report)})
    elif not options.quiet:
        print(message("batch.done", path=target, **asdict(report)))
    return PARTLY_FAILED if report.failed else 0
