"""What is known of one language, as one value. Each language is one file beside this one
(``fr.py``, ``de.py`` …); the modules that use them know no language themselves."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates, relative dates and the tenses around them."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words that decide where a sentence ends."""


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Labels and cues by which a release's own date, header lines and captions are recognised."""


@dataclass(frozen=True, slots=True)
class TermWords:
    """How words become index terms: stop words, elisions, the stemmer, the script."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that tell what a question asks for, and the time that it speaks of."""


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words by which two sentences are compared: negations, ordinals, multiples, titles."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words that tell who said what a release quotes."""


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of a language.

    Attributes:
        code: ISO 639-1.
        numbers: cardinal numbers as words, to their value.
    """

    code: str
    numbers: dict[str, int] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    releases: ReleaseWords = field(default_factory=ReleaseWords)
    terms: TermWords = field(default_factory=TermWords)
    questions: QuestionWords = field(default_factory=QuestionWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
