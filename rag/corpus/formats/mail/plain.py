"""The own text of a plain mail: without quoted mails, signatures and the head of a forwarded
mail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.language.mail_words import MailPatterns, mail_patterns

_HEAD_LINES = 12
_LONGEST_HEAD_LINE = 300
_ABOVE = 6  # lines above a quote that may introduce it
_NOTE = 200  # letters and digits of a note above a forwarded mail, at most
_FORWARDS = 5
_SIGNATURE = re.compile(r"--[ \u00a0]?")
_LONGEST_SIGNATURE = 15  # lines, where its mark has no blank behind it
_RULE = re.compile(r"[\s_*=–—-]{5,}")
_QUOTED = re.compile(r">[ \u00a0]?")


@dataclass(slots=True)
class OwnText:
    """What a mail says itself.

    Attributes:
        text: the text.
        head: what the head of a forwarded mail states: ``sender``, ``sent``, ``subject``.
    """

    text: str
    head: dict[str, str] = field(default_factory=dict)


def own_text(text: str, subject: str) -> OwnText:
    """The own text of a mail; of a forwarded mail the text that was forwarded.

    Args:
        subject: of the mail. Its marks tell a reply from a forwarded mail.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = OwnText("")
    for _number in range(_FORWARDS):
        place = find_head(lines)
        if place is None:
            break
        begin, end, head, is_forward = place
        if not is_forwarded(subject, lines[:begin], is_forward):
            lines = lines[:begin]
            break
        found.head |= {name: value for name, value in head.items() if value}
        lines = _unquoted(lines[end:])
        subject = found.head.get("subject", subject)
    lines = _without_quotes(lines)
    found.text = "\n".join(_without_signature(lines)).strip("\n")
    return found


def find_head(lines: list[str]) -> tuple[int, int, dict[str, str], bool] | None:
    """The first head of a quoted or forwarded mail.

    Returns:
        Its first line, the line behind it, what it states, and whether a line says that the mail is
        forwarded; None if there is no head.
    """
    patterns = mail_patterns()
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_HEAD_LINE or not (":" in line or "--" in line or "__" in line):
            continue
        bare = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
        marked = patterns.forwarded.fullmatch(bare) is not None
        is_rule = marked or patterns.original.fullmatch(bare) is not None
        if not is_rule and ":" not in bare:
            continue
        end, head = _head(lines, number + is_rule, patterns)
        if head or (is_rule and marked):
            begin = number
            while begin and _RULE.fullmatch(lines[begin - 1]):
                begin -= 1
            return begin, end, head, marked
    return None


def is_forwarded(subject: str, above: list[str], marked: bool) -> bool:
    """Whether the mail below a head is what was sent on. Else it is quoted below a reply.

    Args:
        above: the lines above the head.
        marked: whether a line says so.
    """
    patterns = mail_patterns()
    if marked or patterns.forward.match(subject):
        return True
    if patterns.reply.match(subject):
        return False
    return _letters(above) <= _NOTE


def without_marks(subject: str) -> str:
    """A subject without the marks of replies and forwarded mails before it."""
    patterns = mail_patterns()
    for _number in range(2 * _FORWARDS):
        match = patterns.reply.match(subject) or patterns.forward.match(subject)
        if match is None:
            break
        subject = subject[match.end() :]
    return subject.strip()


def _head(lines: list[str], begin: int, patterns: MailPatterns) -> tuple[int, dict[str, str]]:
    """The line behind a head that begins here, and what it states; nothing if it is none. A head
    names the sender and two other things."""
    head: dict[str, str] = {}
    at, end, last = begin, begin, ""
    while at < len(lines) and at < begin + _HEAD_LINES:
        line = _QUOTED.sub("", lines[at], count=1) if lines[at].startswith(">") else lines[at]
        match = patterns.head.fullmatch(line)
        if match is not None:
            last = match.lastgroup or ""
            head.setdefault(last, match[last].strip(" *\u00a0") if last else "")
            end = at + 1
        elif not line.strip():
            if head:
                break
        elif not last:
            break
        elif last != "recipient" and not line[:1].isspace() and len(head) < 3:
            break  # a list of recipients may go on
        at += 1
    if "sender" not in head or len(head) < 3:
        return begin, {}
    return end, head


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without the marks of a quote, if the whole text is one."""
    text = [line for line in lines if line.strip()]
    if text and sum(line.startswith(">") for line in text) > 0.8 * len(text):
        return [_QUOTED.sub("", line, count=1) for line in lines]
    return lines


def _without_quotes(lines: list[str]) -> list[str]:
    """The lines without quoted mails: a line that introduces one, and the marked lines below it.
    Marks without such a line are those of a list."""
    kept: list[str] = []
    in_quotes = False
    for line in lines:
        if line.startswith(">"):
            begin = None if in_quotes else _introduced(kept)
            if begin is not None:
                in_quotes = True
                del kept[begin:]
            if in_quotes:
                continue
        kept.append(line)
    return kept


def _introduced(lines: list[str]) -> int | None:
    """The first of the last lines if they introduce a quoted mail, such as "Le 3 mai 2021, Paul a
    écrit :" over one or two lines; None if they do not."""
    wrote = mail_patterns().wrote
    last = [n for n in range(max(0, len(lines) - _ABOVE), len(lines)) if lines[n].strip()]
    for number in reversed(last[-2:]):
        if wrote.fullmatch(" ".join(lines[number:]).strip()):
            has_date = any(c.isdigit() for c in " ".join(lines[number:]).split("@")[0])
            above = lines[number - 1] if number else ""
            more = not has_date and any(c.isdigit() for c in above)
            return number - 1 if more else number
    return None


def _without_signature(lines: list[str]) -> list[str]:
    sent_from = mail_patterns().sent_from
    for number, line in enumerate(lines):
        if number and _SIGNATURE.fullmatch(line) and any(one.strip() for one in lines[:number]):
            short = len(lines) - number <= _LONGEST_SIGNATURE
            if line != "--" or short:
                lines = lines[:number]
                break
    notices = mail_patterns().notices
    first = max(1, len(lines) - _LONGEST_SIGNATURE)
    for number in range(first, len(lines)):
        text = lines[number].replace("\u2019", "'")
        apart = not lines[number - 1].strip(" _*=-")
        if apart and notices.match(text) and _letters(lines[number:]) < _letters(lines[:number]):
            lines = lines[:number]
            break
    while lines and (
        not lines[-1].strip() or sent_from.fullmatch(lines[-1]) or _RULE.fullmatch(lines[-1])
    ):
        lines.pop()
    return lines


def _letters(lines: list[str]) -> int:
    return sum(c.isalnum() for line in lines for c in line)
