"""Measure the search with relevance judgements of your own:
``python examples/evaluate_search.py INDEX QUESTIONS.tsv QRELS.txt``.

``QUESTIONS.tsv`` has an id, a tab and a question on each line. ``QRELS.txt`` is TREC's form: the id
of a question, ``0``, the id of a release and how relevant it is (0: not at all), with blanks
between them. The figures come from ir-measures (the extra ``eval``). To measure the answers too,
use ``rag eval``.
"""

import sys
from pathlib import Path

import ir_measures
from ir_measures import RR, R, nDCG

import rag


def main(index: str, questions: str, qrels: str) -> None:
    run = []
    with rag.open(index) as library:
        for line in Path(questions).read_text(encoding="utf-8").splitlines():
            number, _, question = line.partition("\t")
            # A release counts where its best passage stands.
            best: dict[str, float] = {}
            for hit in library.search(question, k=50):
                best[hit.release.id] = max(hit.score, best.get(hit.release.id, hit.score))
            run += [ir_measures.ScoredDoc(number, one, score) for one, score in best.items()]
    judged = list(ir_measures.read_trec_qrels(qrels))
    for measure, value in ir_measures.calc_aggregate(
        [R @ 1, R @ 5, RR @ 10, nDCG @ 10], judged, run
    ).items():
        print(f"{measure}\t{value:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
