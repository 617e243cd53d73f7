"""``rag info``: describe the index."""

from __future__ import annotations

import argparse

from rag.messages import message
from rag.phrases import date_doubt_in_words
from rag.terminal.options import add_common, library_of
from rag.terminal.parser import Parser
from rag.terminal.printing import field, one_line, print_json, wrap


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--undated", action="store_true", help=message("cli.arg.undated"))
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    if options.undated:
        return _undated(options)
    with library_of(options) as library:
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
        print_json(described)
        return 0
    encoder, dense = manifest["encoder"], manifest["dense"]
    shown: dict[str, object] = {
        **described,
        "languages": ", ".join(code or "?" for code in manifest["languages"]),
        "encoder": f"{encoder['name']} · {encoder['revision']} · {encoder['dimension']}",
        "dense": message(f"info.{'coded' if 'recall' in dense else 'exact'}", **dense),
        "bytes": message("info.megabytes", number=library.size_on_disk / 1e6),
    }
    for key, value in shown.items():
        if value is not None:
            print(field(f"info.{key}", str(value)))
    return 0


def _undated(options: argparse.Namespace) -> int:
    from rag.report import release_to_dict, undated

    with library_of(options) as library:
        found = undated(library)
        folder = library.corpus_folder
    if options.json:
        print_json([release_to_dict(one) for one in found])
        return 0
    for one in found:
        print(one_line(f"{one.source}: {date_doubt_in_words(one)}"))
    if found:
        print()
        print(wrap(message("info.undated_remedy", file=folder / "metadata.csv")))
    else:
        print(message("info.all_dated"))
    return 0
