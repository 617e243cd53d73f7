"""Questions that ask for a date, and the date that answers them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.corpus import DateExpression, find_dates
from rag.corpus.dates import is_year
from rag.types import Precision, Span

# Opening words of a question about time, in languages of the default encoder.
_WHEN = re.compile(
    r"""^\W*(?:(?:et|mais|alors|and|so|but|y|und|e)\s+)?(?:
    (?:depuis|jusqu['’]à|dès|à\s+partir\s+de|pour)?\s*quand\b
  | (?:c['’]est|ce\s+fut|ce\s+sera)\s+quand\b
  | de\s+quand\b
  | (?:à|en|de|depuis|pour|jusqu['’]à|au\s+cours\s+de|lors\s+de|vers)?\s*(?:quel(?:le)?s?)\s+(?:est\s+l[ae]\s+)?
      (?:dates?|jours?|années?|mois|moment|époque|siècle)\b
  | (?:since\s+|until\s+|from\s+)?when\b
  | (?:on|in|at|since|by)?\s*(?:what|which)\s+(?:is\s+the\s+|was\s+the\s+)?(?:exact\s+)?
      (?:date|day|year|month)\b
  | (?:seit\s+|bis\s+|ab\s+)?wann\b | (?:an|in|zu)?\s*welche[mrs]?\s+(?:datum|tag|jahr|monat|zeitpunkt)
  | ¿?\s*(?:desde\s+|hasta\s+)?cu[aá]ndo\b | ¿?\s*(?:en|a|de)?\s*qu[eé]\s+(?:fecha|d[ií]a|año|mes)\b
  | (?:desde\s+|até\s+)?quando\b | (?:em|de|a)?\s*que\s+(?:data|dia|ano|mês)\b
  | (?:da\s+|dal\s+)?quando\b | (?:in|a|di)?\s*(?:che|quale)\s+(?:data|giorno|anno|mese)\b
  | (?:sinds\s+|tot\s+)?wanneer\b | (?:op|in)?\s*welke?\s+(?:datum|dag|jaar|maand)\b
  | (?:de\s+|până\s+)?când\b | (?:în|la|pe)?\s*ce\s+(?:dată|zi|an|lună)\b
  | (?:от\s+|с\s+|до\s+)?когда\b | (?:в\s+)?как(?:ой|ом|ую|ого)\s+(?:день|дату|год|году|месяц|числа|дата)
  | (?:з\s+|до\s+)?коли\b | πότε\b | (?:σε\s+)?ποια\s+ημερομηνία
  | (?:od\s+)?kiedy\b | (?:od\s+)?kdy\b | (?:od\s+)?kada\b | (?:от\s+)?кога\b | n[äå]r\b | hvornår\b
  | milloin\b | mikor\b | ne\s+zaman\b | hangi\s+(?:tarih|yıl|gün) | kapan\b | bao\s+giờ | khi\s+nào
  | متى | في\s+أي\s+(?:تاريخ|يوم|عام|سنة) | מתי | कब
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# French and others may ask at the end ("a été créée quand ?"); these scripts anywhere.
_WHEN_LAST = re.compile(
    r"\b(?:quand|(?:à|en|de)?\s*quel(?:le)?\s+(?:date|année|jour|mois)|when|(?:what|which)\s+(?:date|day|year)"
    r"|wann|cuándo|quando)\W*$",
    re.IGNORECASE,
)
# "Pouvez-vous me dire quand …", "Do you know when …", "La cellule, quand a-t-elle …"
_WHEN_ASKED = re.compile(
    r"(?:\b(?:dire|savoir|savez-vous|sait-on|précisez|indiquez|demande|know|tell\s+me|say|wonder)\s+|^[^,]{1,60},\s*)"
    r"(?:depuis\s+)?(?:quand|when|à\s+quelle\s+date|en\s+quelle\s+année|on\s+what\s+date)\b",
    re.IGNORECASE,
)
# "Quand le ministre est arrivé, qui l'a accueilli ?": the clause with "quand" is not the question.
_OTHER_QUESTION = re.compile(
    r",\s*(?:(?:à|de|par|avec|pour|by|with|to)\s+)?(?:qui|que|qu['’]|quoi|quel(?:le)?s?\b(?!\s+(?:date|jour|année|mois))"
    r"|combien|où|comment|pourquoi|who|whom|what|which|where|how|why)\b",
    re.IGNORECASE,
)
_WHEN_ANYWHERE = re.compile(
    r"什么时候|甚么时候|什麼時候|何时|何時|哪一年|哪年|哪一天|哪天|几时|いつ|何年|何月|何日|언제|몇\s*년|어느\s*날"
    r"|เมื่อไร|เมื่อไหร่|เมื่อใด|วันไหน|ปีไหน|วันที่เท่าไ"
)


# A year that only the question makes one: "1316", "à partir de 1956", "en 476".
_BARE_YEAR = re.compile(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d|21\d\d|(?:(?<=en\s)|(?<=in\s)|(?<=an\s))[1-9]\d\d)"
    r"(?![\w%/]|[.,]\d|\s(?:000|%))"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:en|l['’]an|année|depuis|dès|vers|in|since|year)\s+$", re.IGNORECASE
)
_YEAR_NEXT = re.compile(r"[\s\u00a0\u202f]{1,3}(?P<y>[1-9]\d{2,3})(?![\w%]|[.,]\d)")
# A time that is told by an event or an age, not by a date.
_TIME_TOLD = re.compile(
    r"\b(?:après|avant|pendant|durant|depuis|dès|lors|lorsque?|quand|jusqu|siècles?|époque|période"
    r"|ère|âge|fin|début|milieu|veille|lendemain|suite|issue|moment|années?|ans?|mois|semaines?|jours?"
    r"|printemps|été|automne|hiver|matin|soir|nuit|heures?|midi|minuit"
    r"|after|before|during|since|until|while|when|century|centuries|era|age|end|beginning|time|years?"
    r"|months?|weeks?|days?|spring|summer|autumn|winter|morning|evening|night|hours?|noon|midnight)\b",
    re.IGNORECASE,
)
_FULLER: dict[Precision, Precision] = {
    "month-and-day-without-year": "day",
    "month-without-year": "month",
}


def asks_when(question: str) -> bool:
    """Whether the question asks for a date. ``quand`` inside a question is no such thing
    ("Que fait l'OTAN quand … ?")."""
    if _OTHER_QUESTION.search(question):
        return False
    patterns = (_WHEN, _WHEN_LAST, _WHEN_ASKED, _WHEN_ANYWHERE)
    return any(pattern.search(question) for pattern in patterns)


def date_in_words_read(body: str, words: Span, language: str | None) -> DateExpression | None:
    """The date in the words that the reader took for the answer, the first that states a day, a
    month or a year; it may reach beyond them ("15 février" of "le 15 février 2023"). What is a date
    only because a date was asked for counts here: "1316", "du 15 au 19 novembre 1316"."""
    # A date is found whole only with what stands around it.
    low, high = max(0, words.start - 40), min(len(body), words.end + 40)
    found = [
        expression
        for expression in find_dates(body, low, high, language=language)
        if words.overlaps(expression)
    ]
    for expression in found:
        if expression.value is not None:
            return _with_year(body, expression)
    year = _BARE_YEAR.search(body, words.start, words.end)
    if year is not None and (is_year(year) or _YEAR_BEFORE.search(body[: year.start()][-12:])):
        return DateExpression(year.start(), year.end(), f"{int(year['y']):04d}", "year")
    return found[0] if found else None


def _with_year(body: str, expression: DateExpression) -> DateExpression:
    """The date with a year right behind it that is too far back for a release's."""
    value = expression.value
    year = _YEAR_NEXT.match(body, expression.end)
    if value is None or not value.startswith("--") or year is None or not is_year(year):
        return expression
    dated = value.replace("--", f"{int(year['y']):04d}-")
    return DateExpression(expression.start, year.end(), dated, _FULLER[expression.precision])


def tells_time(body: str, words: Span) -> bool:
    """Whether words without a date tell a time all the same: "après la signature du traité", "au
    XVIIe siècle" (French and English)."""
    return _TIME_TOLD.search(body[max(0, words.start - 12) : words.end]) is not None


def date_in_sentence(
    body: str, sentence: Span, near: Iterable[Span], language: str | None
) -> DateExpression | None:
    """The date that a sentence gives to its event: of several the one nearest to the words that
    the question shares with it, a date before a relative expression ("ce jeudi (18 juillet)")."""
    found = find_dates(body, sentence.start, sentence.end, language=language)
    stated = [expression for expression in found if expression.value is not None] or found
    anchors = list(near)
    if not stated:
        return None

    def distance(expression: DateExpression) -> int:
        gaps = [
            max(span.start - expression.end, expression.start - span.end, 0) for span in anchors
        ]
        return sum(sorted(gaps)[:3])

    return min(stated, key=lambda expression: (distance(expression), expression.start))


def frame_date(
    body: str, sentences: list[Span], position: int, language: str | None
) -> DateExpression | None:
    """A date that opens an earlier sentence of the paragraph and still holds ("En janvier, … Elles
    ont par ailleurs créé …"): the nearest one before."""
    for sentence in reversed(sentences[:position]):
        for expression in find_dates(body, sentence.start, sentence.end, language=language)[:1]:
            if expression.value is not None and expression.start - sentence.start <= 3:
                return expression
    return None
