"""Ask questions with the ``rag`` package that Python finds; benchmarks/revisions.py runs it.

python asker.py times INDEX QUESTIONS.jsonl …    prints the seconds of each answer as a JSON list
python asker.py answers INDEX QUESTIONS.jsonl …  prints each release and answer as a JSON pair
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import rag


def read(paths: list[str]) -> list[str]:
    """The questions of all these files; a line without one is left out."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    asked = (row.get("question") or row.get("text") for row in rows)
    return [question for question in asked if question]


def times(library: rag.Library, questions: list[str]) -> list[float]:
    """Seconds that each question takes when the model is loaded."""
    library.ask(questions[0])
    taken = []
    for question in questions:
        start = time.perf_counter()
        library.ask(question)
        taken.append(time.perf_counter() - start)
    return taken


def describe(library: rag.Library, release_id: str) -> dict[str, Any]:
    """The metadata of a release and the offsets of its passages."""
    release = library.release(release_id)
    published = release.published
    return {
        "title": release.title,
        "date": None if published.value is None else str(published.value),
        "precision": published.precision,
        "language": release.language,
        "passages": [[passage.start, passage.end] for passage in library.passages(release_id)],
    }


def main() -> None:
    action, index, *paths = sys.argv[1:]
    questions = read(paths)
    with rag.open(index, settings=rag.Settings()) as library:
        if action == "times":
            print(json.dumps(times(library, questions)))
            return
        for release_id in library.release_ids:
            print(json.dumps([f"release {release_id}", describe(library, release_id)]))
        for question in questions:
            print(json.dumps([question, library.ask(question).to_dict()]))


if __name__ == "__main__":
    main()
