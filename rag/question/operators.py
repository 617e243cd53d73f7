"""Read the operators of a search: phrases, exclusions, alternatives, fields, prefixes, groups.

    "…" « … » “…”        words as they stand there       "a b"~5   close to each other
    -word                 not this word                    word*     words that begin so
    a OU b, a OR b        one of the two                   (a b)     a group
    titre: auteur: source: langue: date: fichier:          a field, with its value or a group behind
                                                           it

Words beside each other must all be met. ``OU`` joins its two neighbours. Reading never fails: what
cannot be meant as an operator is text, and what is half an operator is a problem with its place.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Literal, NamedTuple

from rag.expression import AllOf, AnyOf, Condition, ConditionKind, Expression, Field, Not
from rag.lazy import dataclass, regex
from rag.types import Reason

MAX_DEPTH = 32
MAX_CONDITIONS = 64
MAX_PREFIXES = 8
SHORTEST_PREFIX = 2
MAX_DISTANCE = 100

# What closes a quotation that a mark opens.
_CLOSING = {
    '"': '"', "＂": "＂", "«": "»", "»": "«", "‹": "›", "“": "”“", "„": "“”", "‟": "”",
    "「": "」", "『": "』", "〝": "〞〟",
}  # fmt: skip
_FIELDS: dict[str, Field] = {
    "titre": "title", "title": "title",
    "auteur": "speaker", "orateur": "speaker", "speaker": "speaker", "author": "speaker",
    "source": "source", "origine": "source", "origin": "source",
    "langue": "language", "language": "language", "lang": "language",
    "date": "date",
    "fichier": "file", "file": "file",
}  # fmt: skip
_FIELD = regex(rf"({'|'.join(_FIELDS)}):(?=[^\s)/])", re.IGNORECASE)
# Marks of full width, as East Asian keyboards give them.
_WIDE = str.maketrans("：（）－＊～", ":()-*~")
_OR = regex(r"(?:OU|OR)(?=[\s(]|$)")
_RUN = regex(r"[^\s()]+")
_PREFIX = regex(r"[^\s()*]*[^\W_]\*")
_NEAR = regex(r"~(\d{1,9})")
_PAGE_FIELDS = ("source", "language", "date", "file")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says with its operators.

    Attributes:
        expression: None if the text has no operator, or a problem.
        problems: what is wrong, each as a reason with the ``position`` of its character, from 1.
        searched: the words to search by meaning, in their places; all else is blank. It is as long
            as the text.
        masked: the text with a name for each quotation and nothing for each operator, of which the
            form of a question can be told.
        phrases: the quotations that are phrases, in order.
    """

    expression: Expression | None
    problems: tuple[Reason, ...]
    searched: str
    masked: str
    phrases: tuple[Condition, ...]


class _Token(NamedTuple):
    kind: Literal["condition", "not", "or", "open", "close"]
    start: int
    end: int
    condition: Condition | None = None
    words: tuple[int, int] = (0, 0)  # offsets of the words of a condition


@dataclass(slots=True)
class _Group:
    """A group that is being read."""

    start: int
    parts: list[Expression] = field(default_factory=list)
    negated: bool = False  # the next part is excluded
    either: bool = False  # the next part is joined to the last one by "or"
    outside: bool = False  # whether the group itself is excluded
    joined: bool = False  # whether the group itself is joined by "or"

    def add(self, part: Expression) -> None:
        if self.negated:
            part = Not(part)
        if self.either and self.parts:
            last = self.parts.pop()
            before = last.parts if isinstance(last, AnyOf) else (last,)
            part = AnyOf((*before, part))
        self.parts.append(part)
        self.negated = self.either = False

    def whole(self) -> Expression | None:
        if not self.parts:
            return None
        return self.parts[0] if len(self.parts) == 1 else AllOf(tuple(self.parts))


def parse(text: str) -> Parsed:
    """Read a text with operators. Never raises, whatever the text."""
    text = text.translate(_WIDE)
    tokens, problems = _tokens(text)
    expression, more = _tree(tokens)
    given = [token.condition for token in tokens if token.condition is not None]
    operators = any(
        token.kind in ("not", "or")
        or (token.condition is not None and _is_operator(token.condition))
        for token in tokens
    )
    if operators:
        problems += more
        problems += _bounds(given)
        if expression is not None and not problems and not _looks_for_something(expression):
            problems.append(_problem("operators.only_not", 0))
    usable = operators and not problems
    excluded = _excluded(tokens)
    return Parsed(
        expression if usable else None,
        tuple(problems),
        _searched(text, tokens, excluded),
        _masked(text, tokens),
        tuple(one for one in given if one.kind == "phrase" and one.field == "text"),
    )


def _problem(code: str, at: int, **values: object) -> Reason:
    return Reason(code, {"position": at + 1, **values})


def _is_operator(condition: Condition) -> bool:
    return condition.kind != "word" or condition.field != "text"


def _tokens(text: str) -> tuple[list[_Token], list[Reason]]:
    tokens: list[_Token] = []
    problems: list[Reason] = []
    capitals = text.isupper()
    at, free = 0, True  # whether an operator may begin here
    fields: list[Field] = ["text"]  # of the groups that are open
    while at < len(text):
        letter = text[at]
        if letter.isspace():
            at, free = at + 1, True
            continue
        token: _Token | None = None
        named = _FIELD.match(text, at) if free else None
        value = named.end() if named else at
        where: Field = _FIELDS[named[1].casefold()] if named else fields[-1]
        if text[value] == "(" and free:
            token = _Token("open", at, value + 1)
            fields.append(where)
        elif letter == ")":
            tokens.append(_Token("close", at, at + 1))
            if len(fields) > 1:
                fields.pop()
            at, free = at + 1, False
            continue
        elif letter == "-" and free and _begins(text[at + 1 : at + 2]):
            token = _Token("not", at, at + 1)
        elif free and not capitals and (match := _OR.match(text, at)):
            token = _Token("or", at, match.end())
        if token is not None:
            tokens.append(token)
            at, free = token.end, True
            continue
        if text[value] in _CLOSING and (free or named):
            closed = _quotation(text, value)
            if closed is None:
                problems.append(_problem("operators.unclosed", value, mark=text[value]))
                at, free = value + 1, True
                continue
            end = closed + 1
            words = text[value + 1 : closed].strip()
            near = _NEAR.match(text, end)
            if near is not None:
                end = near.end()
            if any(map(str.isalnum, words)):
                kind: ConditionKind = "near" if near is not None else "phrase"
                distance = int(near[1]) if near is not None else 0
                condition = Condition(kind, words, at, end, where, distance)
                tokens.append(_Token("condition", at, end, condition, (value + 1, closed)))
            at, free = end, False
            continue
        match = _RUN.match(text, value)
        assert match is not None or text[value] == "("
        if match is None:  # a parenthesis inside a word
            at, free = value + 1, False
            continue
        run = match.group()
        if any(map(str.isalnum, run)):
            begun = _PREFIX.fullmatch(run)
            kind = "prefix" if begun else "word"
            words = run[:-1] if begun else run
            condition = Condition(kind, words, at, match.end(), where)
            inside = (value, value + len(words))
            tokens.append(_Token("condition", at, match.end(), condition, inside))
        at, free = match.end(), False
    return _without_idle_or(text, tokens), problems


def _begins(letter: str) -> bool:
    """Whether what is excluded may begin with a letter."""
    return letter.isalpha() or letter == "(" or letter in _CLOSING


def _quotation(text: str, at: int) -> int | None:
    """Where the quotation that opens at an offset is closed; None if it is not."""
    places = [text.find(mark, at + 1) for mark in _CLOSING[text[at]]]
    return min((place for place in places if place >= 0), default=None)


def _without_idle_or(text: str, tokens: list[_Token]) -> list[_Token]:
    """The tokens, with a word for each "or" that has nothing on one of its sides."""
    found: list[_Token] = []
    for number, token in enumerate(tokens):
        if token.kind == "or":
            before = found[-1].kind if found else ""
            after = tokens[number + 1].kind if number + 1 < len(tokens) else ""
            if before not in ("condition", "close") or after not in ("condition", "open", "not"):
                word = Condition("word", text[token.start : token.end], token.start, token.end)
                token = _Token("condition", token.start, token.end, word, (token.start, token.end))
        found.append(token)
    return found


def _tree(tokens: list[_Token]) -> tuple[Expression | None, list[Reason]]:
    """The expression, and what is wrong with its groups. No recursion: depth is free to be any."""
    groups = [_Group(0)]
    problems: list[Reason] = []
    for token in tokens:
        top = groups[-1]
        if token.kind == "not":
            top.negated = not top.negated
        elif token.kind == "or":
            top.either = True
        elif token.kind == "open":
            groups.append(_Group(token.start, outside=top.negated, joined=top.either))
            top.negated = top.either = False
        elif token.kind == "close":
            if len(groups) > 1:
                _close(groups)
        elif token.condition is not None:
            top.add(token.condition)
        if len(groups) - 1 > MAX_DEPTH:
            return None, [_problem("operators.too_deep", token.start, limit=MAX_DEPTH)]
    if len(groups) > 1:
        problems.append(_problem("operators.unclosed", groups[-1].start, mark="("))
    while len(groups) > 1:
        _close(groups)
    return groups[0].whole(), problems


def _close(groups: list[_Group]) -> None:
    closed = groups.pop()
    part = closed.whole()
    if part is not None:
        groups[-1].negated, groups[-1].either = closed.outside, closed.joined
        groups[-1].add(part)


def _bounds(given: list[Condition]) -> list[Reason]:
    """What would take too long, or has a value that cannot be."""
    if len(given) > MAX_CONDITIONS:
        last = given[MAX_CONDITIONS]
        return [_problem("operators.too_many", last.start, limit=MAX_CONDITIONS)]
    # Few searches name a date.
    from rag.corpus.date_range import date_range

    problems = []
    prefixes = [one for one in given if one.kind == "prefix" and one.field not in _PAGE_FIELDS]
    for one in prefixes:
        if sum(map(str.isalnum, one.text)) < SHORTEST_PREFIX:
            short = {"text": one.text, "limit": SHORTEST_PREFIX}
            problems.append(_problem("operators.short_prefix", one.start, **short))
    if len(prefixes) > MAX_PREFIXES:
        more = prefixes[MAX_PREFIXES]
        problems.append(_problem("operators.too_many_prefixes", more.start, limit=MAX_PREFIXES))
    for one in given:
        if one.kind == "near" and one.distance > MAX_DISTANCE:
            problems.append(_problem("operators.too_far", one.start, limit=MAX_DISTANCE))
        if one.field == "date" and date_range(one.text) is None:
            problems.append(_problem("operators.bad_date", one.start, value=one.text))
    return problems


def _looks_for_something(expression: Expression) -> bool:
    """Whether a part is wanted, so that not all releases but some are found."""
    if isinstance(expression, Not):
        return False
    if isinstance(expression, Condition):
        return True
    return any(map(_looks_for_something, expression.parts))


def _excluded(tokens: list[_Token]) -> set[int]:
    """Offsets of the conditions that are excluded."""
    found: set[int] = set()
    stack = [False]
    negated = False
    for token in tokens:
        if token.kind == "not":
            negated = not negated
            continue
        if token.kind == "open":
            stack.append(stack[-1] ^ negated)
        elif token.kind == "close" and len(stack) > 1:
            stack.pop()
        elif token.kind == "condition" and stack[-1] ^ negated:
            found.add(token.start)
        negated = False
    return found


def _searched(text: str, tokens: list[_Token], excluded: set[int]) -> str:
    """The wanted words in their places; the values of fields only where there is nothing else."""
    wanted = [one for one in tokens if one.condition is not None and one.start not in excluded]
    said = [one for one in wanted if one.condition and one.condition.field not in _PAGE_FIELDS]
    letters = [" "] * len(text)
    for token in said or wanted:
        start, end = token.words
        letters[start:end] = text[start:end]
    return "".join(letters)


def _masked(text: str, tokens: list[_Token]) -> str:
    parts: list[str] = []
    at = 0
    for token in tokens:
        condition = token.condition
        if token.kind == "or":
            name = " "
        elif condition is not None and condition.kind in ("phrase", "near"):
            name = " Otan "
        else:
            continue
        parts += [text[at : token.start], name]
        at = token.end
    return "".join([*parts, text[at:]]).strip()
