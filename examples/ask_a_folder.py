"""Ask a folder of releases: ``python examples/ask_a_folder.py FOLDER "QUESTION"``."""

import sys
import tempfile

import rag


def main(folder: str, question: str) -> None:
    with tempfile.TemporaryDirectory() as index:
        rag.build(folder, index)
        with rag.open(index) as library:
            answer = library.ask(question)
            if answer.status == "abstained":
                print("The releases do not say:", answer.abstention)
                return
            print(answer.text)
            for citation in answer.citations:
                release = library.release(citation.release_id)
                print(f"  {release.source} {citation.start}-{citation.end}: {citation.quote}")
                assert release.body[citation.start : citation.end] == citation.quote


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
