"""Ask questions of whichever ``rag`` Python finds: the child of benchmarks/revisions.py.

python asker.py times INDEX QUESTIONS.jsonl …    seconds of each warm answer, as a JSON list
python asker.py answers INDEX QUESTIONS.jsonl …  each release and each answer, a JSON pair a line
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import rag


def read(paths: list[str]) -> list[str]:
    """The questions of all files."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    return [json.loads(line)["question"] for line in lines if line.strip()]


def times(library: rag.Library, questions: list[str]) -> list[float]:
    """Seconds that each question takes, the model being loaded."""
    library.ask(questions[0])
    taken = []
    for question in questions:
        start = time.perf_counter()
        library.ask(question)
        taken.append(time.perf_counter() - start)
    return taken


def described(library: rag.Library, release_id: str) -> dict[str, Any]:
    """What was read of a release, and where its passages stand."""
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
            print(json.dumps([f"release {release_id}", described(library, release_id)]))
        for question in questions:
            print(json.dumps([question, library.ask(question).to_dict()]))


if __name__ == "__main__":
    main()
