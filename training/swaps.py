"""Make questions that a passage does not answer, out of ones that it does.

The name, the role, the year, the number or the thing that is counted is exchanged for another one
of its kind; or the name is kept and asked about something else; or who did it and whom it befell
change sides. The new question reads like a real one and shares its words with the passage, which is
what a reader is most easily wrong about.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

_NAME = re.compile(r"(?<=[^\W\d_][ '’(])[^\W\d_a-zà-ÿ][\w.&-]+(?:[ -][^\W\d_a-zà-ÿ][\w.&-]+)*")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?![\w.,]*\d)")
_COUNTED = {
    "fr": re.compile(r"\bcombien d(?:e |['’])(\w{4,})", re.IGNORECASE),
    "en": re.compile(r"\bhow many (\w{4,})", re.IGNORECASE),
    "de": re.compile(r"\bwie viele (\w{4,})", re.IGNORECASE),
    "es": re.compile(r"\bcuánt[oa]s (\w{4,})", re.IGNORECASE),
}
_ROLES = {
    "fr": "président|présidente|ministre|maire|directeur|directrice|roi|reine|pape|général|évêque|"
    "auteur|réalisateur|fondateur|fondatrice|architecte|entraîneur|compositeur|capitaine|préfet|"
    "sénateur|député|gouverneur|ambassadeur|secrétaire|vainqueur|successeur|propriétaire",
    "en": "president|minister|mayor|director|king|queen|pope|general|bishop|author|founder|"
    "architect|coach|composer|captain|senator|governor|ambassador|secretary|winner|successor|owner|"
    "chairman|editor|quarterback|singer|producer",
    "de": "Präsident|Minister|Bürgermeister|Direktor|König|Königin|Papst|General|Bischof|Autor|"
    "Gründer|Architekt|Trainer|Komponist|Kapitän|Senator|Gouverneur|Sieger|Nachfolger",
    "es": "presidente|ministro|alcalde|director|rey|reina|papa|general|obispo|autor|fundador|"
    "arquitecto|entrenador|compositor|capitán|senador|gobernador|embajador|ganador|sucesor",
}
# "Qui a battu X ?", "Who defeated X?": the doer is asked, and the name is what it was done to.
_DOER = {
    "fr": re.compile(r"[Qq]ui (?:a|avait|ont) (\w+(?:é|i|u|is|it|ert)) ([A-ZÀ-Ý].*?) *\?"),
    "en": re.compile(r"[Ww]ho (\w+ed) ([A-Z].*?) *\?"),
}
_REVERSED = {"fr": "Qui {1} a-t-il {0} ?", "en": "Whom had {1} {0}?"}
_PASSIVE = {"fr": "Par qui {1} a-t-il été {0} ?", "en": "By whom was {1} {0}?"}
_NOUNS_IN_CAPITALS = ("de",)
_NEAREST = 3  # names around an answer
_STEM = 5  # letters that two forms of a word share
_ROLE = {code: re.compile(rf"\b(?:{words})\b") for code, words in _ROLES.items()}


@dataclass(frozen=True, slots=True)
class Swapper:
    """Exchanges parts of questions for parts of other questions in the same language.

    Args:
        language: two letters; the roles and "how many" of four languages are known.
        questions: where the other names, things and events come from.
    """

    language: str
    questions: Sequence[str]
    _others: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), init=False)

    def __post_init__(self) -> None:
        for question in self.questions:
            for name in _NAME.findall(question):
                self._others[_shape(name)].append(name)
            if self.language in _COUNTED:
                self._others["counted"] += _COUNTED[self.language].findall(question)

    def swap(
        self,
        question: str,
        passage: str,
        generator: random.Random,
        answer: tuple[int, int] | None = None,
    ) -> str | None:
        """The question with one part exchanged; None if it has no part that can be.

        What is exchanged stands in the passage (or is a role or a thing counted). What comes in its
        place does not, or is somebody or something else that the passage names near the answer.

        Args:
            question: a question that the passage answers.
            passage: the passage with its title.
            generator: decides the part and what it is exchanged for.
            answer: where the answer stands in the passage; None makes no use of names near it.
        """
        ways = [
            self._name,
            self._event,
            self._sides,
            self._year,
            self._number,
            self._role,
            self._counted,
        ]
        if answer is not None and self.language not in _NOUNS_IN_CAPITALS:
            # The hardest one stands twice, so that it is drawn more often.
            ways += [partial(self._beside, whole=passage, answer=answer)] * 2
        generator.shuffle(ways)
        for way in ways:
            swapped = way(question, passage.casefold(), generator)
            if swapped is not None:
                return swapped
        return None

    def _name(self, question: str, passage: str, generator: random.Random) -> str | None:
        found = _names_in(question, passage)
        if not found:
            return None
        part = generator.choice(found)
        return _exchange(question, part, self._others[_shape(part.group())], passage, generator)

    def _beside(
        self,
        question: str,
        passage: str,
        generator: random.Random,
        *,
        whole: str,
        answer: tuple[int, int],
    ) -> str | None:
        """A name exchanged for one of the other names of the whole passage, with its capitals, that
        stand nearest to the answer."""
        found = _names_in(question, passage)
        if not found:
            return None
        part = generator.choice(found)
        start, end = answer
        asked = _stems(question)
        distances: dict[str, int] = {}
        for other in _NAME.finditer(whole):
            name = other.group().partition(". ")[0].rstrip(".")
            if asked & _stems(name) or (other.start() < end and start < other.end()):
                continue
            distance = max(other.start() - end, start - other.end())
            distances[name] = min(distance, distances.get(name, distance))
        nearest = sorted(distances, key=distances.__getitem__)[:_NEAREST]
        if not nearest:
            return None
        return question[: part.start()] + generator.choice(nearest) + question[part.end() :]

    def _event(self, question: str, passage: str, generator: random.Random) -> str | None:
        """Another question about the same name; the passage has none of its longer words."""
        found = _names_in(question, passage)
        if not found:
            return None
        name = generator.choice(found).group()
        for _ in range(5):
            other = generator.choice(self.questions)
            names = list(_NAME.finditer(other))
            if len(names) != 1 or _shape(names[0].group()) != _shape(name):
                continue
            before, after = other[: names[0].start()], other[names[0].end() :]
            told = [word for word in re.findall(r"\w+", f"{before} {after}") if len(word) > _STEM]
            if told and not any(word[:_STEM].casefold() in passage for word in told):
                return before + name + after
        return None

    def _sides(self, question: str, passage: str, generator: random.Random) -> str | None:
        """Who did it is asked as whom it was done to."""
        return self._told_of(question, _REVERSED)

    def passive(self, question: str) -> str | None:
        """The same question in the passive; None if it does not ask who did it."""
        return self._told_of(question, _PASSIVE)

    def _told_of(self, question: str, forms: dict[str, str]) -> str | None:
        part = _DOER[self.language].fullmatch(question) if self.language in _DOER else None
        return forms[self.language].format(*part.groups()) if part else None

    def _year(self, question: str, passage: str, generator: random.Random) -> str | None:
        return _shifted(
            question, _YEAR, passage, lambda: generator.choice((-1, 1)) * _far(generator)
        )

    def _number(self, question: str, passage: str, generator: random.Random) -> str | None:
        return _shifted(question, _NUMBER, passage, lambda: generator.randint(1, 9))

    def _role(self, question: str, passage: str, generator: random.Random) -> str | None:
        part = _ROLE[self.language].search(question) if self.language in _ROLE else None
        if part is None:
            return None
        return _exchange(question, part, _ROLES[self.language].split("|"), passage, generator)

    def _counted(self, question: str, passage: str, generator: random.Random) -> str | None:
        part = _COUNTED[self.language].search(question) if self.language in _COUNTED else None
        if part is None:
            return None
        others = self._others["counted"]
        return _exchange(question, part, others, passage, generator, group=1)


def _names_in(question: str, passage: str) -> list[re.Match[str]]:
    """The names of a question that stand in a folded passage."""
    return [m for m in _NAME.finditer(question) if m.group().casefold() in passage]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", text.casefold())}


def _shape(name: str) -> str:
    """Names are exchanged for names of the same shape: acronyms, or as many words."""
    return "acronym" if name.isupper() else f"{min(len(name.split()), 3)} words"


def _far(generator: random.Random) -> int:
    return generator.choice((1, 2, 3, 5, 10, 20, 50))


def _exchange(
    question: str,
    part: re.Match[str],
    others: Iterable[str],
    passage: str,
    generator: random.Random,
    group: int = 0,
) -> str | None:
    pool = list(others)
    for _ in range(5):
        other = generator.choice(pool) if pool else ""
        if other and other.casefold() not in passage and other != part.group(group):
            return question[: part.start(group)] + other + question[part.end(group) :]
    return None


def _shifted(
    question: str, pattern: re.Pattern[str], passage: str, by: Callable[[], int]
) -> str | None:
    part = pattern.search(question)
    if part is None:
        return None
    other = str(int(part.group()) + by())
    if int(other) <= 0 or other in passage:
        return None
    return question[: part.start()] + other + question[part.end() :]
