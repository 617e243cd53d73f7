"""Questions that ask for a date."""

from __future__ import annotations

import re

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


def asks_when(question: str) -> bool:
    """Whether the question asks for a date. ``quand`` inside a question is no such thing
    ("Que fait l'OTAN quand … ?")."""
    if _OTHER_QUESTION.search(question):
        return False
    patterns = (_WHEN, _WHEN_LAST, _WHEN_ASKED, _WHEN_ANYWHERE)
    return any(pattern.search(question) for pattern in patterns)
