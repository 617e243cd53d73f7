"""Patterns that find the parts of a mail: quoted and forwarded mails, signatures."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.patterns import either, template
from rag.language.registry import languages


class MailPatterns:
    """Patterns for all languages together. Those of lines match whole lines.

    Attributes:
        head: a line above a quoted or forwarded mail; its groups ``sender``, ``sent``,
            ``recipient`` and ``subject`` hold what stands behind the label.
        forwarded, original: lines above a forwarded and above a quoted mail.
        wrote: the end of a line that introduces a quoted mail.
        reply, forward: marks before the subject of a reply and of a forwarded mail.
        sent_from: a line that a program puts below a mail.
        notices: the beginning of a line that firms put below each mail.
    """

    def __init__(self) -> None:
        # The language of what a program writes into a mail is not known.
        read = tuple(languages().values())

        def of(field: str) -> str:
            return either(template(getattr(language.mails, field)) for language in read)

        def made(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        labels = "|".join(
            rf"{of(field)}\s{{0,3}}:\*?\s*(?P<{field}>.*)"
            for field in ("sender", "sent", "recipient", "subject")
        )
        line = r"[\s_*>-]{0,80}"
        self.head = made(rf"[\s*]{{0,8}}(?:{labels})")
        self.forwarded = made(rf"{line}{of('forwarded')}\s?:?{line}")
        self.original = made(rf"{line}{of('original')}\s?:?{line}")
        self.wrote = made(rf".{{0,300}}\b{of('wrote')}\s?:\s*")
        self.reply = made(rf"\s*{of('reply')}\s?:\s*")
        self.forward = made(rf"\s*{of('forward')}\s?:\s*")
        self.notices = made(rf"[\s*_]*{of('notices')}")
        self.sent_from = made(rf"\s*{of('sent_from')}.{{0,100}}")


mail_patterns = lru_cache(maxsize=1)(MailPatterns)
