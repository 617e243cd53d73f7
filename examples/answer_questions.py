"""Answer the questions of a CSV file: ``python examples/answer_questions.py INDEX IN.csv OUT.csv``.

``rag batch`` does this for large files, with resumption; this shows how to do it your own way. The
file has a column ``question``, and may have columns ``from``, ``to`` and ``language`` that narrow
the search.
"""

import csv
import sys
from pathlib import Path

import rag
from rag.spreadsheet import ANSWER_COLUMNS, answer_row, csv_text


def main(index: str, questions: str, answers: str) -> None:
    with rag.open(index) as library, Path(questions).open(encoding="utf-8-sig", newline="") as file:
        rows = [
            answer_row(
                library.ask(
                    row["question"],
                    date_from=row.get("from") or None,
                    date_to=row.get("to") or None,
                    language=row.get("language") or None,
                )
            )
            for row in csv.DictReader(file)
        ]
    Path(answers).write_text(csv_text(ANSWER_COLUMNS, rows), encoding="utf-8-sig", newline="")
    print(len(rows), "answers in", answers)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
