"""One cold question to txtai (hybrid: its BM25 and dense, same weights), as a whole process.
Runs in an environment of its own; benchmarks/speed.py makes it and calls this.

    python peer_txtai.py build|ask MODEL INDEX CORPUS QUESTION
"""

import json
import sys
from pathlib import Path

from txtai import Embeddings

action, model, index, corpus, question = sys.argv[1:]
SETTINGS = {
    "path": model,
    "instructions": {"query": "query: ", "data": "passage: "},
    "hybrid": True,
    "content": True,
    "gpu": False,
}
if action == "build":
    passages = [
        line.strip()
        for path in sorted(Path(corpus).glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.strip()) > 100
    ]
    embeddings = Embeddings(SETTINGS)
    embeddings.index(passages)
    embeddings.save(index)
else:
    embeddings = Embeddings()
    embeddings.load(index)
    print(json.dumps(embeddings.search(question, 5), ensure_ascii=False))
