"""``rag ask``: answer one question."""

from __future__ import annotations

import argparse
import sys
import textwrap

import rag
from rag.messages import message
from rag.phrases import (
    abstention_in_words,
    answer_date_in_words,
    as_of_in_words,
    author_in_words,
    part_rows,
    parts_heading,
    period_in_words,
    reading_in_words,
    reason_in_words,
    speaker_in_words,
)
from rag.terminal.options import (
    add_common,
    add_filters,
    filters_of,
    library_of,
    number,
    settings_of,
)
from rag.terminal.parser import Parser, Words
from rag.terminal.printing import (
    field,
    print_csv,
    print_expression,
    print_hits,
    print_json,
    tell_unmatched,
    warn,
    wrap,
)


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("question", nargs="+", action=Words, help=message("cli.arg.question"))
    parser.add_argument("-k", type=number(1), metavar="N", help=message("cli.arg.k"))
    parser.add_argument("--llm", action="store_true", help=message("cli.arg.llm"))
    question, text = message("cli.metavar.question"), message("cli.metavar.text")
    parser.add_argument("--previous", metavar=question, help=message("cli.arg.previous"))
    parser.add_argument(
        "--previous-release", metavar="ID", help=message("cli.arg.previous_release")
    )
    parser.add_argument("--previous-answer", metavar=text, help=message("cli.arg.previous_answer"))
    add_filters(parser)
    add_common(parser, csv=True)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    if options.llm:
        endpoint = settings_of(options).llm
        if endpoint.leaves_the_machine:
            print(message("llm.goes_to", host=endpoint.destination), file=sys.stderr)
    filters = filters_of(options)
    with library_of(options) as library:
        answer = library.ask(
            options.question, options.k, **filters, llm=options.llm, previous=_previous(options)
        )
        warn(library)
        _print(options, answer)
        empty = not answer.hits
        tell_unmatched(library, filters, empty=empty, expression=answer.expression)
    return 0


def _print(options: argparse.Namespace, answer: rag.Answer) -> None:
    """Print an answer in the form that the options ask for."""
    if options.csv:
        from rag.spreadsheet import ANSWER_COLUMNS, answer_row

        print_csv(ANSWER_COLUMNS, [answer_row(answer)])
        return
    if options.json:
        print_json(answer.to_dict())
        return
    if answer.understood is not None:
        print(wrap(message("answer.understood", question=answer.understood)))
        print()
    if answer.status == "passages":
        print(message("answer.search" if answer.expression is None else "operators.searched"))
        print_expression(answer.expression)
        _print_period(answer)
        _print_generated(answer.generated)
        print_hits(answer.hits, "show.passages")
        return
    if answer.status == "abstained":
        print(abstention_in_words(answer))
        print_expression(answer.expression)
        if answer.abstention == "not-said":
            print(field("show.confidence", f"{answer.confidence:.0%}"))
        _print_period(answer)
        _print_generated(answer.generated)
        if answer.hits:
            print_hits(answer.hits, "show.nearest")
        return
    print(wrap(answer.text))
    print()
    if not answer.is_joined:
        if answer.sentence != answer.text:
            print(field("show.sentence", f"« {answer.sentence} »"))
        if answer.statement is not None:
            release = answer.parts[0].hit.release
            print(field("show.speaker", speaker_in_words(answer.statement, release)))
        if answer.date is not None:
            print(field("show.date", answer_date_in_words(answer.date)))
    print(field("show.confidence", f"{answer.confidence:.0%}"))
    _print_period(answer)
    if not answer.is_joined:
        print(field("show.citations", "\n".join(one.id for one in answer.citations)))
    _print_parts(answer)
    _print_generated(answer.generated)
    print_hits(answer.hits, "show.passages")


def _previous(options: argparse.Namespace) -> rag.Previous | None:
    """The question before; None if none was given."""
    given = options.previous, options.previous_release, options.previous_answer
    if given == (None, None, None):
        return None
    return rag.Previous(given[0] or "", *given[1:])


def _print_parts(answer: rag.Answer) -> None:
    """Print what other releases say, each with its citation, and how many were read."""
    if answer.parts[0].also:
        print(field("show.also", "\n".join(one.id for one in answer.parts[0].also)))
    as_of = as_of_in_words(answer)
    if as_of:
        print(field("show.as_of", as_of))
    read = reading_in_words(answer)
    if read:
        print(field("show.read", read))
    rows = part_rows(answer)
    if not rows:
        return
    print(f"\n{parts_heading(answer)}")
    for line, part in rows:
        citation = (part.span or part.sentence).id
        more = f" (+{len(part.also)})" if part.also else ""
        print(textwrap.indent(wrap(f"- {line}{more}", 3), "   "))
        print(f"     {citation}")


def _print_generated(generated: rag.Generated | None) -> None:
    """Print a model's supported sentences, then the others, struck out and with the reason."""
    if generated is None:
        return
    print()
    print(wrap(author_in_words(generated)))
    for sentence in generated.sentences:
        if sentence.supported:
            print(textwrap.indent(wrap(sentence.text, 3), "   "))
    unsupported = [sentence for sentence in generated.sentences if not sentence.supported]
    if unsupported:
        print(message("show.unsupported"))
    strike = ("\x1b[9m", "\x1b[29m") if sys.stdout.isatty() else ("~~", "~~")
    for sentence in unsupported:
        for line in wrap(sentence.text, 7).splitlines():
            print(f"   {strike[0]}{line}{strike[1]}")
        print(textwrap.indent(wrap(f"({reason_in_words(sentence.reason)})", 3), "   "))
    if generated.note is not None:
        print(wrap(reason_in_words(generated.note)))


def _print_period(answer: rag.Answer) -> None:
    """Print the period that the question names and the number of passages that belong to it."""
    text = period_in_words(answer)
    if text:
        print(field("show.period", text))
