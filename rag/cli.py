"""The command line. It parses the arguments, calls the public API and prints the result."""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import shutil
import signal
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import rag
from rag import messages
from rag.commands import Tools, add_commands, print_csv, watching_beside
from rag.config import CORPUS
from rag.messages import message
from rag.phrases import (
    abstention_in_words,
    answer_date_in_words,
    as_of_in_words,
    author_in_words,
    build_in_words,
    build_to_dict,
    condition_in_words,
    copies_in_words,
    counted_in_words,
    date_doubt_in_words,
    expression_in_words,
    others_in_words,
    pages_in_words,
    part_rows,
    parts_heading,
    period_in_words,
    place_in_words,
    reading_in_words,
    reason_in_words,
    remarks_in_words,
    skipped_in_words,
    speaker_in_words,
    title_in_words,
)
from rag.spreadsheet import ANSWER_COLUMNS, HIT_COLUMNS, answer_row, hit_row

USAGE_ERROR, VERIFY_FAILED, INTERRUPTED = 2, 9, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: without the program's name; None for ``sys.argv[1:]``.

    Returns:
        The exit status; ``rag --help`` lists them.

    Raises:
        SystemExit: argparse found wrong arguments, or has printed the help or the version.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    with messages.use(_interface_language(arguments)):
        try:
            options = _parser().parse_args(arguments)
            command: Callable[[argparse.Namespace], int] = options.run
            return command(options)
        except rag.RagError as error:
            print(message("cli.error", text=error), file=sys.stderr)
            return error.exit_code
        except KeyboardInterrupt:
            print(message("cli.interrupted"), file=sys.stderr)
            return INTERRUPTED
        except BrokenPipeError:
            # The program at the other end of the pipe has ended. Python flushes stdout when it
            # exits; that must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 128 + getattr(signal, "SIGPIPE", 13)
        except Exception as error:
            if os.environ.get("RAG_DEBUG"):
                raise
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            print(message("cli.unforeseen", reason=reason), file=sys.stderr)
            return 1


# -- commands -----------------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    start = time.perf_counter()
    bars = _ProgressBars(shown=sys.stderr.isatty() and not options.quiet)
    try:
        report = rag.build(
            options.corpus,
            options.index,
            settings=_settings(options),
            force=options.force,
            progress=bars,
        )
    finally:
        bars.close()
    if options.report is not None:
        from rag.report import write_report

        with _library(options) as library:
            write_report(Path(options.report), library, report)
    if options.json:
        _print_json(build_to_dict(report))
    elif not options.quiet:
        for source in report.renamed:
            print(message("corpus.renamed", file=source), file=sys.stderr)
        for line in (*skipped_in_words(report), *remarks_in_words(report)):
            print(line, file=sys.stderr)
        print(build_in_words(report, time.perf_counter() - start))
    return 0


def _ask(options: argparse.Namespace) -> int:
    if options.llm:
        endpoint = _settings(options).llm
        if endpoint.leaves_the_machine:
            print(message("llm.goes_to", host=endpoint.destination), file=sys.stderr)
    # The garbage collector would visit the large vocabularies several times and free nothing. For
    # one question, this would take a tenth of the time.
    gc.disable()
    try:
        with _library(options) as library:
            answer = library.ask(
                options.question,
                options.k,
                **_filters(options),
                llm=options.llm,
                previous=_previous(options),
            )
            _warn(library)
    finally:
        gc.enable()
    if options.csv:
        return print_csv(ANSWER_COLUMNS, [answer_row(answer)])
    if options.json:
        _print_json(answer.to_dict())
        return 0
    if answer.understood is not None:
        print(_wrap(message("answer.understood", question=answer.understood)))
        print()
    if answer.status == "passages":
        print(message("answer.search" if answer.expression is None else "operators.searched"))
        _print_expression(answer.expression)
        _print_period(answer)
        _print_generated(answer.generated)
        _print_hits(answer.hits, "show.passages")
        return 0
    if answer.status == "abstained":
        print(abstention_in_words(answer))
        _print_expression(answer.expression)
        if answer.abstention == "not-said":
            print(_field("show.confidence", f"{answer.confidence:.0%}"))
        _print_period(answer)
        _print_generated(answer.generated)
        if answer.hits:
            _print_hits(answer.hits, "show.nearest")
        return 0
    print(_wrap(answer.text))
    print()
    if not answer.is_joined:
        if answer.sentence != answer.text:
            print(_field("show.sentence", f"« {answer.sentence} »"))
        if answer.statement is not None:
            release = answer.parts[0].hit.release
            print(_field("show.speaker", speaker_in_words(answer.statement, release)))
        if answer.date is not None:
            print(_field("show.date", answer_date_in_words(answer.date)))
    print(_field("show.confidence", f"{answer.confidence:.0%}"))
    _print_period(answer)
    if not answer.is_joined:
        print(_field("show.citations", "\n".join(one.id for one in answer.citations)))
    _print_parts(answer)
    _print_generated(answer.generated)
    _print_hits(answer.hits, "show.passages")
    return 0


def _chat(options: argparse.Namespace) -> int:
    from rag.chat import chat

    with _library(options) as library:
        prompted = sys.stdin.isatty()
        chat(library, sys.stdin, prompted=prompted, clean=_plain, **_filters(options))
        _warn(library)
    return 0


def _search(options: argparse.Namespace) -> int:
    if options.facets:
        return _facets(options)
    if options.question is None:
        raise rag.QueryError("query.empty")
    with _library(options) as library:
        hits = library.search(options.question, options.k, **_filters(options))
        _warn(library)
    if options.csv:
        return print_csv(HIT_COLUMNS, map(hit_row, hits))
    if options.json:
        _print_json(hits.to_dict())
    else:
        _print_expression(hits.expression)
        _print_hits(hits, "show.passages")
    return 0


def _statements(options: argparse.Namespace) -> int:
    asked = {
        "speaker": options.speaker,
        "about": options.about,
        "role": options.role,
        **_filters(options),
    }
    with _library(options) as library:
        if options.speakers:
            speakers = library.speakers(**asked)
        else:
            found = library.statements(**asked, limit=options.limit)
    if options.speakers and options.csv:
        from rag.report import speakers_as_csv

        print(speakers_as_csv(speakers), end="")
    elif options.speakers and options.json:
        _print_json([one.to_dict() for one in speakers])
    elif options.speakers:
        for speaker in speakers:
            roles = f" ({_plain(speaker.roles[0])})" if speaker.roles else ""
            print(f"{speaker.statements:>5}  {_plain(speaker.name)}{roles}")
    elif options.csv:
        from rag.report import statements_as_csv

        print(statements_as_csv(found), end="")
    elif options.json:
        _print_json([one.to_dict() for one in found])
    else:
        for one in found:
            _print_statement(one)
    if not options.json and not options.csv and not (speakers if options.speakers else found):
        print(message("show.no_statements"))
    return 0


def _print_statement(one: rag.SaidStatement) -> None:
    """Print who said something, the words, the release and the citation."""
    role = f", {_plain(one.role)}" if one.role else ""
    date = messages.date_in_words(one.date)
    print(_wrap(f"{one.speaker}{role}"))
    quoted = message("show.quoted", words=" ".join(one.citation.quote.split()))
    print(textwrap.indent(_wrap(quoted, 3), "   "))
    print(f"   {_plain(title_in_words(one.release))} ({date})")
    print(f"   {one.citation.id}\n")


def _facets(options: argparse.Namespace) -> int:
    with _library(options) as library:
        facets = library.facets(options.question, **_filters(options))
    if options.json:
        _print_json(facets.to_dict())
        return 0
    print(counted_in_words(facets))
    for name in ("origins", "languages", "years", "names", "speakers"):
        counts = [f"{_plain(one.value)} ({one.count})" for one in getattr(facets, name)]
        counts += filter(None, [others_in_words(facets, name)])
        if counts:
            print(_field(f"facets.{name}", " · ".join(counts)))
    return 0


def _similar(options: argparse.Namespace) -> int:
    with _library(options) as library:
        found = library.similar(options.release, 5 if options.k is None else options.k)
    if options.json:
        _print_json({"releases": [one.to_dict() for one in found]})
        return 0
    if not found:
        print(message("similar.none"))
    for one in found:
        date = messages.date_in_words(one.release.published.date)
        same = f" · {message(f'similar.{one.same}')}" if one.same else ""
        print(f"- {_plain(title_in_words(one.release))} ({date})")
        print(f"  {one.release.id} · {one.score:.2f}{same}")
    return 0


def _changes(options: argparse.Namespace) -> int:
    with _library(options) as library:
        changes = library.changes(options.before, options.after)
    if options.json:
        _print_json(changes.to_dict())
        return 0
    if not changes.changed:
        print(message("similar.no_change"))
    for part in changes.changed:
        for sign, side in (("-", part.before), ("+", part.after)):
            if side is not None:
                print(textwrap.indent(_wrap(f"{sign} {side.quote}", 2), "  ").removeprefix("  "))
                print(f"    {side.id}")
    return 0


def _show(options: argparse.Namespace) -> int:
    with _library(options) as library:
        citation = library.show(options.citation)
        release = library.release(citation.release_id)
    if options.json:
        _print_json(
            {
                "citation": citation.to_dict(),
                "release": {
                    "id": release.id,
                    "title": release.title,
                    "source": release.source,
                    "language": release.language,
                    "body": release.body,
                },
            }
        )
        return 0
    if citation.id != options.citation.strip():
        print(message("show.moved", start=citation.start, end=citation.end), file=sys.stderr)
    before, after = release.body[: citation.start], release.body[citation.end :]
    marks = ("\x1b[7m", "\x1b[0m") if sys.stdout.isatty() else (">>>", "<<<")
    where = (release.source, f"{citation.start}-{citation.end}", pages_in_words(citation.places))
    print(" · ".join(filter(None, where)) + "\n")
    print(_plain(before) + marks[0] + _plain(citation.quote) + marks[1] + _plain(after))
    return 0


def _verify(options: argparse.Namespace) -> int:
    with _library(options) as library:
        differences = library.verify(options.corpus)
        corpus = options.corpus or library.corpus_folder
        counts = library.manifest["counts"]
    if options.json:
        _print_json({"ok": not differences, "differences": [asdict(d) for d in differences]})
    elif not differences:
        print(
            message(
                "verify.ok", releases=counts["releases"], passages=counts["passages"], path=corpus
            )
        )
    else:
        for item in differences:
            print(message(f"verify.{item.kind}", source=item.source, ordinal=item.ordinal))
    if differences:
        print(message("verify.failed", count=len(differences)), file=sys.stderr)
    return VERIFY_FAILED if differences else 0


def _info(options: argparse.Namespace) -> int:
    if options.undated:
        return _undated(options)
    with _library(options) as library:
        manifest = library.manifest
        described = {
            "generation": library.generation,
            **manifest["counts"],
            "languages": manifest["languages"],
            "encoder": manifest["encoder"],
            "dense": manifest["dense"],
            "corpus": str(library.corpus_folder),
            "engine": library.engine,
            "bytes": library.size_on_disk or None,
        }
    if options.json:
        _print_json(described)
        return 0
    encoder = manifest["encoder"]
    shown: dict[str, object] = {
        **described,
        "languages": ", ".join(code or "?" for code in manifest["languages"]),
        "encoder": f"{encoder['name']} · {encoder['revision']} · {encoder['dimension']}",
        "dense": f"{manifest['dense']['kind']} ({manifest['dense']['reason']})",
    }
    for key, value in shown.items():
        if value is not None:
            print(_field(f"info.{key}", str(value)))
    return 0


def _undated(options: argparse.Namespace) -> int:
    from rag.report import release_to_dict, undated

    with _library(options) as library:
        found = undated(library)
        folder = library.corpus_folder
    if options.json:
        _print_json([release_to_dict(one) for one in found])
        return 0
    for one in found:
        print(f"{one.source}: {date_doubt_in_words(one)}")
    if found:
        print()
        print(_wrap(message("info.undated_remedy", file=folder / "metadata.csv")))
    else:
        print(message("info.all_dated"))
    return 0


def _eval(options: argparse.Namespace) -> int:
    # Imported here, because only this command needs it.
    from rag import evaluation

    evaluation.require(options.picture)
    questions = evaluation.read_questions(options.questions)
    bars = _ProgressBars(shown=sys.stderr.isatty())
    try:
        with _library(options) as library:
            relevant = evaluation.find_relevant(questions, library)
            report = evaluation.evaluate(
                lambda question: library.ask(question, evaluation.DEPTH), questions, relevant, bars
            )
            bars.close()
            _warn(library)
    finally:
        bars.close()
    if options.picture is not None:
        evaluation.draw(report, options.picture)
    if options.json:
        _print_json(evaluation.to_dict(report))
        return 0
    print(evaluation.table(report))
    if options.picture is not None:
        print(f"\n{message('eval.picture_written', path=options.picture)}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    # Imports Gradio, which only this command needs.
    try:
        from rag.web.server import run
    except ModuleNotFoundError as error:
        raise rag.ConfigurationError("serve.not_installed", package=error.name) from error

    settings = _settings(options)
    overrides = {
        name: getattr(options, name)
        for name in ("host", "port", "root_path")
        if getattr(options, name) is not None
    }
    if options.mcp:
        overrides["mcp"] = True
    if options.uploads is not None:
        overrides |= {"uploads": options.uploads, "uploads_beyond_loopback": options.uploads}
    with watching_beside(options, Tools(_settings, _ProgressBars, _print_json)):
        run(options.index, replace(settings, web=replace(settings.web, **overrides)))
    return 0


# -- shared by the commands ---------------------------------------------------------------------


def _settings(options: argparse.Namespace) -> rag.Settings:
    settings = rag.load_settings(options.config)
    if options.model:
        settings = replace(settings, encoder=replace(settings.encoder, model=options.model))
    # An address without a name is enough, because only one engine has an address.
    name = options.engine or ("" if options.uri else settings.engine.name)
    engine = replace(settings.engine, name=name, uri=options.uri or settings.engine.uri)
    return replace(settings, engine=engine)


def _library(options: argparse.Namespace) -> rag.Library:
    return rag.open(options.index, settings=_settings(options))


def _filters(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "date_from": options.date_from,
        "date_to": options.date_to,
        "language": options.language,
        "releases": options.release,
    }


def _previous(options: argparse.Namespace) -> rag.Previous | None:
    """The question before; None if none was given."""
    given = options.previous, options.previous_release, options.previous_answer
    if given == (None, None, None):
        return None
    return rag.Previous(given[0] or "", *given[1:])


def _print_json(value: object) -> None:
    # A question may contain a lone surrogate, which UTF-8 cannot encode. As an escape it can be
    # printed, and the output stays valid JSON.
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match.group()):04x}", text))


def _print_hits(hits: Sequence[rag.Hit], heading: str) -> None:
    print()
    if not hits:
        print(message("show.no_hits"))
        return
    print(message(heading))
    for hit in hits:
        title = title_in_words(hit.release)
        date = messages.date_in_words(hit.release.published.date)
        place = " · ".join(place_in_words(hit))
        print(f"\n{hit.rank}. {_plain(title)} ({date})")
        print(textwrap.indent(_wrap(hit.passage.text, 3), "   "))
        print(f"   {place} · {hit.score:.2f}")
        if hit.copies:
            print(f"   {copies_in_words(hit)}")


def _print_expression(result: rag.ExpressionResult | None) -> None:
    """Print the conditions of a search with how many releases meet each, and what to know of it."""
    if result is None:
        return
    for one in result.conditions:
        print(f"- {condition_in_words(one)} ({message('operators.releases', count=one.releases)})")
    for line in expression_in_words(result):
        print(_wrap(line))


def _print_parts(answer: rag.Answer) -> None:
    """Print what other releases say, each with its citation, and how many were read."""
    if answer.parts[0].also:
        print(_field("show.also", "\n".join(one.id for one in answer.parts[0].also)))
    as_of = as_of_in_words(answer)
    if as_of:
        print(_field("show.as_of", as_of))
    read = reading_in_words(answer)
    if read:
        print(_field("show.read", read))
    rows = part_rows(answer)
    if not rows:
        return
    print(f"\n{parts_heading(answer)}")
    for line, part in rows:
        citation = (part.span or part.sentence).id
        more = f" (+{len(part.also)})" if part.also else ""
        print(textwrap.indent(_wrap(f"- {line}{more}", 3), "   "))
        print(f"     {citation}")


def _print_generated(generated: rag.Generated | None) -> None:
    """Print a model's supported sentences, then the others, struck out and with the reason."""
    if generated is None:
        return
    print()
    print(_wrap(author_in_words(generated)))
    for sentence in generated.sentences:
        if sentence.supported:
            print(textwrap.indent(_wrap(sentence.text, 3), "   "))
    unsupported = [sentence for sentence in generated.sentences if not sentence.supported]
    if unsupported:
        print(message("show.unsupported"))
    strike = ("\x1b[9m", "\x1b[29m") if sys.stdout.isatty() else ("~~", "~~")
    for sentence in unsupported:
        for line in _wrap(sentence.text, 7).splitlines():
            print(f"   {strike[0]}{line}{strike[1]}")
        print(textwrap.indent(_wrap(f"({reason_in_words(sentence.reason)})", 3), "   "))
    if generated.note is not None:
        print(_wrap(reason_in_words(generated.note)))


def _warn(library: rag.Library) -> None:
    """If the reader could not be loaded, print the reason and the remedy."""
    if library.reader_problem is not None:
        print(library.reader_problem, file=sys.stderr)


def _print_period(answer: rag.Answer) -> None:
    """Print the period that the question names and the number of passages that belong to it."""
    text = period_in_words(answer)
    if text:
        print(_field("show.period", text))


def _field(key: str, text: str) -> str:
    """A label and its text, wrapped in a column of its own."""
    label = message(key)
    first, *rest = _wrap(text, 14).splitlines() or [""]
    return "\n".join([f"{label:<13} {first}", *(" " * 14 + line for line in rest)])


def _wrap(text: str, indent: int = 0) -> str:
    width = max(40, min(100, _columns()) - indent)
    lines = _plain(text).splitlines()
    return "\n".join(
        part
        for line in lines
        for part in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    )


def _columns() -> int:
    return shutil.get_terminal_size().columns or 80


def _plain(text: str) -> str:
    """The text with a space for each control character, so that it cannot control the terminal."""
    return "".join(c if c in "\n\t" or ord(c) >= 160 or 32 <= ord(c) < 127 else " " for c in text)


class _ProgressBars:
    """Shows one progress bar per stage; called as ``rag.Progress``."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._stage = ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._shown or total == 0:
            return
        if stage != self._stage:
            self.close()
            from tqdm import tqdm

            self._stage = stage
            self._bar = tqdm(total=total, desc=message(f"stage.{stage}"), file=sys.stderr)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


# -- parsing ------------------------------------------------------------------------------------


def _interface_language(arguments: Sequence[str]) -> str | None:
    """The value of ``--ui``; None if it is missing or not one of our languages.

    It must be known before the parser is made, because the help texts are in that language.
    """
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--ui":
            code = value or (arguments[position + 1] if position + 1 < len(arguments) else "")
            if code in messages.LANGUAGES:
                return code
    return None


class _HelpFormatter(argparse.HelpFormatter):
    """Writes "usage:" in the language of the messages."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        # An empty prefix asks for the name of the program alone.
        prefix = message("cli.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)


# Patterns of argparse's English errors, and the message key of each.
_ARGPARSE_ERRORS = (
    (r"the following arguments are required: (?P<names>.+)", "usage.required"),
    (r"unrecognized arguments: (?P<names>.+)", "usage.unrecognized"),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)",
        "usage.choice",
    ),
    (r"argument (?P<name>\S+): invalid int value: (?P<value>.+)", "usage.int"),
    (r"argument (?P<name>\S+): expected .+ arguments?", "usage.expected"),
    (r"argument (?P<name>\S+): ignored explicit argument .+", "usage.no_value"),
)


class _Words(argparse.Action):
    """The words of a question as one text; ``-`` alone stands for standard input. None for no
    words."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: Any = None) -> None:
        text = sys.stdin.read() if values == ["-"] else " ".join(values)
        setattr(namespace, self.dest, text if values else None)


class _Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are in the language of the messages."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _HelpFormatter)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = message("cli.arguments")
        self._optionals.title = message("cli.options")
        self.add_argument("-h", "--help", action="help", help=message("cli.help"))

    def error(self, detail: str) -> NoReturn:
        text = message("cli.wrong", detail=detail)
        for pattern, key in _ARGPARSE_ERRORS:
            match = re.fullmatch(pattern, detail)
            if match:
                text = message(key, **match.groupdict())
            if match and key == "usage.choice":
                choices = re.findall(r"[\w-]+", match["choices"])
                near = get_close_matches(match["value"].strip("'"), choices, 1)
                text += message("usage.near", name=near[0]) if near else ""
        print(message("cli.error", text=text), file=sys.stderr)
        print(message("cli.hint", command=self.prog), file=sys.stderr)
        raise SystemExit(USAGE_ERROR)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="rag", description=message("cli.description"), epilog=message("cli.codes")
    )
    version = f"rag {rag.__version__}"
    parser.add_argument("--ui", choices=messages.LANGUAGES, help=message("cli.arg.ui"))
    parser.add_argument("--version", action="version", version=version, help=message("cli.version"))
    commands = parser.add_subparsers(
        title=message("cli.commands"),
        metavar=message("cli.command"),
        dest="command",
        required=True,
    )

    file, folder, model_or_engine, path, host, text, words = (
        message(f"cli.metavar.{kind}")
        for kind in ("file", "folder", "name", "path", "host", "text", "words")
    )

    def add_command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(
            name, help=message(f"cli.{name}"), description=message(f"cli.{name}")
        )
        command.set_defaults(run=run)
        command.add_argument("--json", action="store_true", help=message("cli.arg.json"))
        command.add_argument("--config", metavar=file, help=message("cli.arg.config"))
        command.add_argument("--model", metavar=model_or_engine, help=message("cli.arg.model"))
        command.add_argument("--engine", metavar=model_or_engine, help=message("cli.arg.engine"))
        command.add_argument("--uri", help=message("cli.arg.uri"))
        command.add_argument("--ui", choices=messages.LANGUAGES, help=message("cli.arg.ui"))
        command.add_argument(
            "-i", "--index", default="index", metavar=folder, help=message("cli.arg.index")
        )
        return command

    build = add_command("build", _build)
    build.add_argument("corpus", nargs="?", default=CORPUS, help=message("cli.arg.corpus"))
    build.add_argument("--force", action="store_true", help=message("cli.arg.force"))
    build.add_argument("--report", metavar=file, help=message("cli.arg.report"))
    build.add_argument("-q", "--quiet", action="store_true", help=message("cli.arg.quiet"))
    for name, run in (("ask", _ask), ("chat", _chat), ("search", _search)):
        query = add_command(name, run)
        if name != "chat":
            number = "*" if name == "search" else "+"  # all releases can be counted
            query.add_argument(
                "question", nargs=number, action=_Words, help=message("cli.arg.question")
            )
            query.add_argument("-k", type=int, default=None, metavar="N", help=message("cli.arg.k"))
        query.add_argument("--from", dest="date_from", metavar="DATE", help=message("cli.arg.from"))
        query.add_argument("--to", dest="date_to", metavar="DATE", help=message("cli.arg.to"))
        query.add_argument(
            "--language", action="append", metavar="CODE", help=message("cli.arg.language")
        )
        query.add_argument(
            "--release", action="append", metavar="ID", help=message("cli.arg.release")
        )
        query.add_argument("--csv", action="store_true", help=message("cli.arg.csv"))
        if name == "search":
            query.add_argument("--facets", action="store_true", help=message("cli.arg.facets"))
        if name == "ask":
            query.add_argument("--llm", action="store_true", help=message("cli.arg.llm"))
            question = message("cli.metavar.question")
            query.add_argument("--previous", metavar=question, help=message("cli.arg.previous"))
            query.add_argument(
                "--previous-release", metavar="ID", help=message("cli.arg.previous_release")
            )
            query.add_argument(
                "--previous-answer", metavar=text, help=message("cli.arg.previous_answer")
            )
    said = add_command("statements", _statements)
    said.add_argument("--speaker", metavar=model_or_engine, help=message("cli.arg.speaker"))
    said.add_argument("--about", metavar=words, help=message("cli.arg.about"))
    said.add_argument("--role", metavar=words, help=message("cli.arg.role"))
    said.add_argument("--from", dest="date_from", metavar="DATE", help=message("cli.arg.from"))
    said.add_argument("--to", dest="date_to", metavar="DATE", help=message("cli.arg.to"))
    said.add_argument(
        "--language", action="append", metavar="CODE", help=message("cli.arg.language")
    )
    said.add_argument("--release", action="append", metavar="ID", help=message("cli.arg.release"))
    said.add_argument("--limit", type=int, metavar="N", help=message("cli.arg.limit"))
    said.add_argument("--speakers", action="store_true", help=message("cli.arg.speakers"))
    said.add_argument("--csv", action="store_true", help=message("cli.arg.csv"))
    similar = add_command("similar", _similar)
    similar.add_argument("release", metavar="ID", help=message("cli.arg.release_id"))
    similar.add_argument(
        "-k", type=int, default=None, metavar="N", help=message("cli.arg.similar_k")
    )
    changes = add_command("changes", _changes)
    changes.add_argument("before", metavar="ID", help=message("cli.arg.release_id"))
    changes.add_argument("after", metavar="ID", help=message("cli.arg.release_id"))
    show = add_command("show", _show)
    show.add_argument("citation", help=message("cli.arg.citation"))
    verify = add_command("verify", _verify)
    verify.add_argument("corpus", nargs="?", default=None, help=message("cli.arg.corpus"))
    info = add_command("info", _info)
    info.add_argument("--undated", action="store_true", help=message("cli.arg.undated"))
    serve = add_command("serve", _serve)
    serve.add_argument("--host", metavar=host, default=None, help=message("cli.arg.host"))
    serve.add_argument("--port", type=int, default=None, help=message("cli.arg.port"))
    serve.add_argument(
        "--root-path", dest="root_path", metavar=path, help=message("cli.arg.root_path")
    )
    serve.add_argument(
        "--watch", nargs="?", const="", metavar=folder, help=message("cli.arg.watch")
    )
    serve.add_argument("--mcp", action="store_true", help=message("cli.arg.mcp"))
    serve.add_argument(
        "--uploads",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=message("cli.arg.uploads"),
    )
    evaluate = add_command("eval", _eval)
    evaluate.add_argument("questions", metavar="QUESTIONS.jsonl", help=message("cli.arg.questions"))
    evaluate.add_argument("--picture", metavar=f"{file}.png", help=message("cli.arg.picture"))
    add_commands(add_command, Tools(_settings, _ProgressBars, _print_json))
    return parser


if __name__ == "__main__":
    sys.exit(main())
