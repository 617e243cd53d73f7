"""Find the releases in which somebody is quoted, by the statements that an index keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rag.corpus.statements.one_names import names_of_speakers
from rag.expression import Condition
from rag.language.wording import bare, bare_spellings, spelled_out, stands_in, words_in

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.indexing.local import LocalIndex


class Said:
    """Who is quoted in each release of an index, and in which passages. Read once, then kept."""

    def __init__(self, index: LocalIndex) -> None:
        catalogue = index.catalogue
        self._languages = catalogue.languages
        self._releases = len(catalogue.alive)
        self._slots: list[tuple[int, list[int]]] = []  # release and passages of each statement
        self._held: list[tuple[str, ...]] = []  # names and role of each statement
        self._by_word: dict[str, set[int]] = {}
        number = {one: n for n, one in enumerate(catalogue.ids) if catalogue.alive[n]}
        first, segment_of = [0], []
        for at, segment in enumerate(index.segments):
            count = len(segment.records.alive)
            first.append(first[-1] + count)
            segment_of += [at] * count
        quoted = index.records.quoted_in()
        stored = index.records.statements()
        for one, name in zip(stored, names_of_speakers(stored), strict=True):
            release = number[one.release_id]
            own = segment_of[release]
            key = release - first[own], one.statement.quote.start
            texts = tuple(dict.fromkeys(filter(None, (one.name, one.full, name, one.role))))
            for text in texts:
                for word in words_in(text):
                    for spelling in (word.word, spelled_out(word.word, self._languages[release])):
                        self._by_word.setdefault(bare(spelling), set()).add(len(self._held))
            self._held.append(texts)
            self._slots.append((release, quoted[own].get(key, [])))

    def by(self, condition: Condition) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
        """The releases, (releases,) bool, in which somebody is quoted whose name or role has the
        words of a condition, and the slots of the passages."""
        releases = np.zeros(self._releases, np.bool_)
        slots: set[int] = set()
        begins = condition.kind == "prefix"
        for number in self._candidates(condition.text, begins=begins):
            release, passages = self._slots[number]
            language = self._languages[release]
            if any(
                stands_in(text, condition.text, language, begins=begins)
                for text in self._held[number]
            ):
                releases[release] = True
                slots.update(passages)
        return releases, np.array(sorted(slots), np.int64)

    def _candidates(self, text: str, *, begins: bool) -> list[int]:
        """The statements that have the last word of a text, in one of its spellings."""
        words = words_in(text)
        if not words:
            return []
        spellings = {
            spelling
            for language in dict.fromkeys(self._languages)
            for spelling in bare_spellings(words[-1].word, language)
        }
        if begins:
            start = tuple(spellings)
            spellings = {word for word in self._by_word if word.startswith(start)}
        return sorted({n for one in spellings for n in self._by_word.get(one, ())})
