"""Find the full name of each speaker in a release: "M. Stoltenberg" is "Jens Stoltenberg" where
the release has that name once.

A short name is a family name, with a title or without. It is joined to a full name only if the
release has one full name that ends with it, of the same gender where a title or a role shows it. An
office without a name ("le secrétaire général") is whoever is quoted with that office beside the
name, if that is one person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rag.corpus.statements.speech import Speech, plain_word, speech_of
from rag.lazy import regex
from rag.types import Span, Statement

_WORD = regex(r"[^\W\d_](?:[\w’'-]|\.(?=[\s\w]))*")
_ELIDED = regex(r"^[LlDd]['’](?=\w)")
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_BEFORE = (
    r"(?<![\w’'-])([A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[ \u00a0\u202f][A-ZÀ-ÖØ-Þ][\w’'.-]*)?)[ \u00a0\u202f]"
)


def names_in_full(body: str, statements: Sequence[Statement]) -> list[str]:
    """For each statement of a release, the speaker's full name; ``""`` if the release has none."""
    if not statements:
        return []
    speech = speech_of(body)
    given = [_text(body, one.speaker) for one in statements]
    full = [_in_full(body, name, speech) for name in given]
    held = [
        (_office(body, one.role), name)
        for one, name in zip(statements, full, strict=True)
        if name and one.role
    ]
    for number, one in enumerate(statements):
        if not full[number] and one.role is None:
            office = _office(body, one.speaker)
            persons = {name for role, name in held if office and role.startswith(office)}
            persons |= _holders(body, office)
            if len(persons) == 1 and not has_name(given[number]):
                full[number] = persons.pop()
    return full


def bare_name(text: str) -> str:
    """A name without its titles and articles: "Stoltenberg" for "M. Stoltenberg"."""
    words = _ELIDED.sub("", text).split()
    speech = speech_of(text)
    while len(words) > 1 and (
        plain_word(words[0]) in speech.titles
        or (speech.letters.get(plain_word(words[0])) == "D" and not _is_of_name(words))
    ):
        words.pop(0)
    return " ".join(words)


def _is_of_name(words: Sequence[str]) -> bool:
    """Whether an article may be a part of a name ("Le Pen", "Le Figaro")."""
    return words[0][0].isupper() and words[1][0].isupper() and not words[1].isupper()


def has_name(text: str) -> bool:
    """Whether a speaker is a name, and not an office or a group in small letters."""
    words = bare_name(text).split()
    return all(word[:1].isupper() for word in (words[0], words[-1]))


def gender(text: str) -> str | None:
    """The gender that the first word of a name or a role shows; None if it shows none."""
    words = text.split()
    return speech_of(text).genders.get(plain_word(words[0])) if words else None


def _in_full(body: str, name: str, speech: Speech) -> str:
    bare = bare_name(name)
    if not has_name(name):
        return ""
    if len(bare.split()) > 1 and not _is_particle(bare.split()[0]):
        return bare
    shown = gender(name)
    found: set[str] = set()
    for match in re.finditer(_BEFORE + re.escape(bare) + r"(?![\w-])", body):
        first = _forename(match[1], speech)
        before = body[: match.start(1)].split()[-3:]
        other = next((g for word in before if (g := speech.genders.get(plain_word(word)))), None)
        if first and not (shown and other and shown != other):
            found.add(f"{first} {bare}")
    whole = {one for one in found if "." not in one}
    initials = {one[0] for one in found - whole}
    if len(whole) == 1 and initials <= {one[0] for one in whole}:
        found = whole  # "B. Obama" beside "Barack Obama"
    return found.pop() if len(found) == 1 else ""


def _holders(body: str, office: str) -> set[str]:
    """The names behind an office and a comma: "le secrétaire général, Jens Stoltenberg"."""
    if len(office.split()) < 2:
        return set()
    words = r"[\s]+".join(map(re.escape, office.split()))
    return {
        " ".join(match[1].split())
        for match in re.finditer(
            rf"(?i:\b{words}\b)(?:\s[\w’'-]+){{0,6}},\s({_CAPITALS}(?:\s{_CAPITALS})+)\b", body
        )
    }


def _forename(words: str, speech: Speech) -> str:
    """The words before a family name that are no title, role or word of the sentence."""
    kept: list[str] = []
    for word in reversed(words.split()):
        plain = plain_word(word)
        if plain in speech.titles or plain in speech.letters or speech.role.fullmatch(plain):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _is_particle(word: str) -> bool:
    return word.casefold() in ("le", "la", "de", "du", "von", "van", "di", "da", "del", "el", "al")


def _office(body: str, role: Span | None) -> str:
    """A role without its article, in small letters."""
    return bare_name(_text(body, role)).casefold() if role else ""


def _text(body: str, span: Span) -> str:
    return " ".join(body[span.start : span.end].split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name that are compared: small letters without accents, without articles."""
    plain = unicodedata.normalize("NFD", bare_name(text).casefold().replace("’", "'"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word.rstrip(".") for word in _WORD.findall(letters)]
    while len(words) > 1 and words[0] in ("le", "la", "les", "l'"):
        words.pop(0)
    return tuple(words)


def ends_with(name: Iterable[str], last: Sequence[str]) -> bool:
    """Whether the words of a name end with these."""
    return bool(last) and tuple(name)[-len(last) :] == tuple(last)
