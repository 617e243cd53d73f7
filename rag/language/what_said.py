"""Read a question for what somebody said: the speaker, and what it is about.

"Qu’a dit Nora Lind sur le quai ?" gives ("Nora Lind", "le quai").
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.identification import likely_languages
from rag.language.language import Language
from rag.language.patterns import any_of, template
from rag.language.registry import known, languages
from rag.language.terms import fold, plain

_LONGEST = 120  # characters of a speaker


def what_is_said(text: str) -> list[tuple[str, str]]:
    """The readings of a question as (speaker, what it is about), the likeliest first; empty if it
    does not ask what somebody said. What it is about is ``""`` if the question names nothing.

    Args:
        text: the question, in any language.
    """
    asked = " ".join(text.split()).strip(" ?!.…¿¡")
    found: list[tuple[str, str]] = []
    likely = sorted(likely_languages(text))
    for code in (*likely, *(code for code in languages() if code not in likely)):
        language = known(code)
        if found and code not in likely:
            break
        for line in _lines(language, with_verb=_has_verb(asked, language)):
            match = _pattern(line, language).fullmatch(asked)
            if match:
                parts = match.groupdict()
                rest = f"{parts['before'].strip()} {(parts['after'] or '').strip()}".strip()
                found += [one for one in _splits(rest, language) if one not in found]
    return found


def _splits(text: str, language: Language) -> list[tuple[str, str]]:
    """The ways to divide "X sur Y": at the first clear preposition, then at each other one, the
    longest speaker first. Without a clear one, the whole may be the speaker."""
    clear, loose = _prepositions(language)
    at = next((m for m in clear.finditer(text) if m.start() > 0), None)
    cuts = [*([at] if at else []), *sorted(loose.finditer(text), key=lambda m: -m.start())]
    pairs = [(text[: m.start()].strip(), text[m.end() :].strip()) for m in cuts]
    if at is None:
        pairs.insert(0, (text, ""))
    return [(who, what) for who, what in pairs if _may_speak(who, language)]


def _may_speak(speaker: str, language: Language) -> bool:
    """Whether words may name a speaker: no pronoun alone, and not too many of them."""
    pronouns = language.speech.pronouns.split()
    return 0 < len(speaker) <= _LONGEST and speaker.casefold() not in pronouns


def _lines(language: Language, *, with_verb: bool) -> list[str]:
    """The templates of a language; those with a verb of saying only if asked for."""
    lines = (line.strip() for line in language.speech.what_said.splitlines())
    return [line for line in lines if with_verb or "{said}" not in line]


def _has_verb(text: str, language: Language) -> bool:
    """Whether a text may have a verb of saying. Most have none, and no pattern is compiled."""
    folded = fold(plain(text))
    return any(verb in folded for verb in _folded_verbs(language))


def _verbs(language: Language) -> list[str]:
    speech = language.speech
    return [word.replace("_", " ") for word in f"{speech.asked} {speech.say}".split()]


@lru_cache(maxsize=64)
def _folded_verbs(language: Language) -> tuple[str, ...]:
    return tuple(fold(plain(verb)) for verb in _verbs(language))


@lru_cache(maxsize=256)
def _pattern(line: str, language: Language) -> re.Pattern[str]:
    """The pattern of a template. What the question is about may stand before its verb or behind
    it."""
    pattern = template(line, {"said": any_of(_verbs(language)), "speaker": "(?P<before>.+?)"})
    return re.compile(rf"{pattern}(?P<after> .+)?", re.IGNORECASE)


@lru_cache(maxsize=64)
def _prepositions(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    speech = language.speech

    def before(words: str) -> re.Pattern[str]:
        return re.compile(rf"(?<=\s)(?:{template(words)})(?:(?<=['’])|\s)|(?!)", re.IGNORECASE)

    return before(speech.said_on or "(?!)"), before(speech.said_of or "(?!)")
