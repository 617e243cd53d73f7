"""Whether a sentence speaks of a date as still to come or as past, in French and English."""

from __future__ import annotations

import re
from itertools import zip_longest

FUTURE_WORDS = {
    "en": r"will|shall|is\s+to|are\s+to|to\s+be|due|scheduled|upcoming|ahead\s+of",
    "fr": r"prévue?s?|en\s+vue|à\s+la\s+veille|se\s+tien(?:t|nent|dra|dront)|aura|auront|débutera"
    r"|\w+(?:era|eront|ira|iront|dra|dront)|prochaine?s?",
}
# To date what a clause tells, more cues count than to date a release: what was said to come
# ("would", "serait") and what has been. "due to" gives a reason.
_COMING = {
    "en": FUTURE_WORDS["en"].replace("due", r"due(?!\s+to\s+(?!be\b))")
    + r"|would|expected|going\s+to|plan(?:s|ned)?\s+(?:to|for)",
    "fr": FUTURE_WORDS["fr"] + r"|(?!jura|laura)\w+(?:ura|vra|rra|ettra|aîtra)|(?!\w*front)\w+ront"
    r"|(?:\w+(?:erai|drai)|devrai|pourrai)(?:t|ent)|aurai(?:t|ent)\s+lieu"
    r"|(?:a|ont|avai(?:t|ent))\s+prévu|attendue?s?|programmée?s?|d['’]ici|doi(?:t|vent)"
    r"|(?:va|vont|allai(?:t|ent))\s+\w+(?:er|ir|re)",
}
_BEEN = {
    "en": r"(?<!be\s)(?:was|were|has|had|met|held|said|told|took|began|came"
    r"|(?!united|allied|\w*eed\b)\w+ed)",
    # a participle right before the date is over ("signée en juin", but not "sera signée en juin")
    "fr": r"a|ont|est|sont|fut|furent|eut|eurent|\w+(?:ait|aient)"
    r"|(?<!sera\s)(?<!seront\s)(?<!être\s)(?<!rait\s)(?<!raient\s)\w+(?:ée?s?|nue?s?)(?=\s+$)",
}
_TENSE = {
    language: re.compile(
        "|".join(rf"\b(?:(?P<coming_{w}>{_COMING[w]})|(?:{_BEEN[w]}))(?!\w)" for w in words),
        re.IGNORECASE,
    )
    for language, words in {"en": ["en"], "fr": ["fr"], "": ["fr", "en"]}.items()
}
_SENTENCE_END = re.compile(r"[.!?;…](?=[\s»”\"]|$)|[\r\n]")
_CLAUSE_END = re.compile(
    r"[,:()«»“”\"\[\]]|\s[–—-]\s|\b(?:qu['’]|(?:que|qui|dont|où|lorsque|quand|mais|that|which|who"
    r"|when|where|while|but)\b)",
    re.IGNORECASE,
)
_CLAUSE_CHARACTERS = 300


def speaks_of_future(text: str, start: int, end: int, language: str | None = None) -> bool:
    """Whether the sentence says of the date ``text[start:end]`` that it is still to come.

    The nearest verb or the like decides: in the date's own clause or, where that has none ("En
    juin, …"), in the clauses beside it. Without any the date is past: releases report.

    Args:
        language: ``en`` or ``fr``: only that language's words count ("opera" is no future).
    """
    tense = _TENSE.get(language or "", _TENSE[""])
    before = _SENTENCE_END.split(text[max(0, start - _CLAUSE_CHARACTERS) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CLAUSE_CHARACTERS])[0]
    clauses = zip_longest(
        reversed(_CLAUSE_END.split(before)), _CLAUSE_END.split(after), fillvalue=""
    )
    for left, right in clauses:
        cues = [(len(left) - cue.end(), cue) for cue in list(tense.finditer(left))[-1:]]
        cues += [(cue.start(), cue) for cue in list(tense.finditer(right))[:1]]
        if cues:
            nearest = min(cues, key=lambda found: found[0])[1]
            return any(nearest.groupdict().values())
    return False
