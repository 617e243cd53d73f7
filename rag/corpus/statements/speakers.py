"""Find who says a quote, with patterns over the letters of a sentence. Each word has one letter
for its grammatical role (see ``rag.corpus.statements.speech``)."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from rag.corpus.statements.quotes import QUOTE
from rag.corpus.statements.speech import Speech, plain_word
from rag.lazy import regex
from rag.types import Span

_NAME = r"(?:T+P{0,2}D?N+|N+)(?:P{1,2}N+)?"
_LINK = (
    r"(?:[wNTOd]|P[DA]?(?=[wNOTPd])|ED?(?=w)|eD?(?=[wN])|&(?=P|w)|(?<=w),(?=PD?N)|(?<=w)D(?=[NO]))"
)
_BODY = rf"D?(?=[wNTO]){_LINK}*(?<=[wNTO])"
_PHRASE = (  # an article begins a phrase unless a preposition stands before it
    r"(?:(?<![PEep])D|(?<!T)(?=T)|(?<![DPEepwNTO])(?=[NO])|(?<![^,:;.Q&])(?=w))"
    rf"{_LINK}*(?<=[wNTO])"
)
_BEFORE_WHO = _PHRASE.replace("(?<![PEep])D", "(?<![Pe])D").replace("DPEepw", "DPew")
_BESIDE = r"[DwNTO][wNTOdPEeD&]*(?<=[wNTO])"
_ASIDE = r"[pEePAGKqdcIw][^;:Q,]{0,25}"
_SUBJECT = regex(
    rf"({_PHRASE})(?:,dA?w?)?(?:,({_BESIDE}))?((?:,{_ASIDE}){{0,2}},q?|q)?(?:pD?[NO]{{1,3}})?[AD]*$"
)
_ANTECEDENT = regex(rf"({_BEFORE_WHO})(?:,dA?w?)?(?:,({_BESIDE}))?((?:,{_ASIDE}){{0,2}},?q)[AD]*$")
_OBJECT = regex(  # skips the words for when and where it was said
    r"(?:,?(?:A++|D?dA*+|[pEeP]{1,2}+D?(?:[wA]++|O++|N)[dA]*+),?){0,4}?"
    rf"({_NAME}(?![wNTO]|P{{1,2}}D?N)|{_BODY})(?:,dA?w?)?(?:,({_BESIDE})(?![wNTO]))?"
)
_SPEAKS = r"X[^XVKZIGJQMisq&:;]{0,8}?[KV]|(?:X[^XVKZIGJQMisq:;]{0,4}?)?M[PEA]{0,2}I|V"
_VERB = regex(rf"{_SPEAKS}|[GIK]")
_AFTER = regex(rf"(,?)c?[AD]*(?:({_SPEAKS}|P?S)|(?:XA*)?w)")
_SAID_END = regex(rf",({_BODY})(?:,dA?w?)?(?:,({_BESIDE}),)?[AD]*(?:{_SPEAKS})(?=[.ApE]|$)")
_SAID_LAST = regex(rf",?({_BODY})(?:,dA?w?)?(?:,({_BESIDE}),?)?[AD]*(?:{_SPEAKS})")
_OPENING = regex(rf"A?,?({_PHRASE}),({_BESIDE}),[AD]*[wM]")  # before an unknown verb
_LEADING = regex(  # a name before any verb, known or not
    rf"(?:[^Q;:,.]{{1,25}},)?A?((?:D[wOTPDEe]+?)?{_NAME})(?:,({_BESIDE}),)?[iAD]*[wMXZVK]"
)
_NAME_LAST = regex(
    rf"(?<=[wO]){_NAME}$|(?<=[PEe]N)NN+$|(?<=[PEe]DN)NN+$|(?<=D)T{_NAME}$|(?<=D)T+N+$"
)
_SAYS_THAT = regex(r"[^sqc]{0,12}s")
_PRONOUN_AFTER = regex(r",?c?[ADXi]*(?:J|i[AD]*[XV])")
_SEEN = 80  # how many words are read on each side of a quote, so that the time stays linear


class Party(NamedTuple):
    """Who speaks, as ranges of tokens, start included and end excluded.

    Attributes:
        speaker: the name, or the whole phrase if there is no name.
        role: the role next to a name; None if there is none.
        named: whether the speaker has a name or an office.
    """

    speaker: tuple[int, int]
    role: tuple[int, int] | None
    named: bool


NOBODY = Party((0, 0), None, False)  # the speaker is a pronoun: the search ends


class Sentence:
    """A sentence as tokens, with one letter for the grammatical role of each.

    Args:
        masked: a text with a stand-in for each quote.
        span: the sentence in ``masked``.
        speech: the words of speech for the text's language.
    """

    def __init__(self, masked: str, span: Span, speech: Speech) -> None:
        self.speech = speech
        self.tokens: list[re.Match[str]] = []
        self.words: list[str] = []
        letters: list[str] = []
        resume = span.start
        for match in speech.token.finditer(masked, span.start, span.end):
            if match.start() < resume:
                continue
            if match.group() in "([":  # brackets are skipped: "Jean Dupont (Fidesz) a déclaré"
                mark = ")" if match.group() == "(" else "]"
                close = masked.find(mark, match.end(), min(match.end() + 60, span.end))
                if close > 0 and QUOTE not in masked[match.end() : close]:
                    resume = close + 1
                    continue
            word = plain_word(match.group())
            previous = self.words[-1] if self.words else ""
            letters.append(speech.letter(match.group(), word, previous, letters))
            self.tokens.append(match)
            self.words.append(word)
        self.letters = "".join(letters)

    def party(self, place: int, words: int, capital: bool) -> Party | None:
        """Who says a quote; None if the sentence does not say it, ``NOBODY`` for a pronoun.

        Args:
            place: number of the quote's token.
            words: how many words it has.
            capital: whether it begins with anything but a small letter.
        """
        title = capital and self.letters[max(0, place - 1) : place] in tuple("wNO")
        low = max(0, place - _SEEN)
        low = max(low, self.letters.rfind(";", low, place) + 1)
        before, direct = self._before(low, place, words)
        if direct:
            return before
        after = None if title and words < 3 else self._after(place, words)
        if after or words < 3 or title:  # le programme « Un monde sans faim »
            return after
        return before or self._at_the_end(place) or self._source(low, place, words)

    @property
    def has_speech(self) -> bool:
        """Whether it has a verb of speech."""
        return re.search(_SPEAKS, self.letters) is not None

    def main_subject(self, end: int) -> Party | None:
        """Of whom its words up to a token speak: whoever says them ("…, affirme Jean Dupont"), else
        the subject of the main clause; ``NOBODY`` for a pronoun, None if it is not known."""
        end = len(self.letters[:end].partition(";")[0])
        for verb in re.finditer(_SPEAKS, self.letters[:end]):
            before = self.letters[: verb.start()].rstrip("AD")
            if before.endswith(",") and re.search("[XVZK]", before):
                party = self._object(verb.end(), skip=False)
                if party and party.named and "," not in self.letters[party.speaker[1] : end]:
                    return party
        found = _LEADING.match(self.letters[:end])
        return self._main(0, end) or (self._resolve(0, found) if found else None)

    def _before(self, low: int, place: int, words: int) -> tuple[Party | None, bool]:
        """The party of a verb before the quote; and whether the quote directly follows the verb, a
        colon or "que"."""
        for verb in list(_VERB.finditer(self.letters, low, place))[:-6:-1]:
            strength = self._governs(verb.end(), place, words)
            party = self._subject(low, verb, place) if strength else None
            if party:
                return party, strength > 1
        return None, False

    def _governs(self, end: int, place: int, words: int) -> int:
        """How surely the verb that ends at ``end`` governs the quote: 2 surely, 1 perhaps, 0
        not."""
        gap = self.letters[end:place]
        tail = gap[gap.rfind("Q") + 1 :]
        if ";" in gap or "J" in gap:
            return 0
        if not gap or tail[-1:] in ("s", ":"):
            return 1 if tail[-1:] == "s" and words < 3 else 2
        asks = self.speech.request.match(self.words[end - 1])
        governs = (
            bool(_SAYS_THAT.match(tail))
            or ":" in tail
            or (len(tail.replace("A", "")) < 3 and "," not in tail)
        )
        governs |= bool(asks and re.fullmatch(r"[^,]{0,9}[PEec]D?|[DTNOPA]{1,6}", gap))
        governs |= tail[-1:] == "," and len(gap) < 16
        return int(
            governs or (self.speech.name_first and re.fullmatch(r"[^,Q]{1,20}", gap) is not None)
        )

    def _subject(self, low: int, verb: re.Match[str], place: int) -> Party | None:
        """The subject of the verb before a quote. ``low`` is where its clause begins."""
        left = self.letters[low : verb.start()]
        bare = left.rstrip("AD")
        last = bare[-1:]
        if last in ("i", "J"):
            return NOBODY
        if verb.group() in ("G", "I", "K"):  # "affirmant que", "avant d'ajouter", "et estimé"
            if verb.group() == "K" and last not in ("&", ","):
                return None
            if verb.group() == "I" and bare in ("", "&", "&P"):
                return NOBODY  # "Et d’ajouter : «"
            if verb.group() == "I" and not re.search(r"(?:^|[pe&KVM])[PE]?$", bare):
                return None  # "convaincre sa veuve de demander"
            if verb.group() == "G" and not bare:  # "Rappelant que « … », X a …"
                return self._object(place + 2) if self.letters[place + 1 :][:1] == "," else None
            near = set(self.words[max(0, verb.start() - 4) : verb.start()])
            if verb.group() == "G" and last not in ",&EeQ" and not near & self.speech.speeches:
                return None
            return self._main(max(low, self.letters.rfind(":", low, verb.start())), verb.start())
        if last == "&":
            return self._main(low, verb.start())
        told = last == "," and self.letters[verb.end() : verb.end() + 1] in ("T", "N")
        if last in ("Q", "c") or bare.endswith("Q,") or told:  # "…, écrit Jean Dupont, « … »"
            return self._object(verb.end())
        return self._phrase(low, left, self.words[verb.start()])

    def _phrase(self, low: int, left: str, verb: str) -> Party | None:
        """The noun phrase that ends where a verb begins, or the antecedent of "qui" there."""
        found = (_ANTECEDENT if left.rstrip("AD")[-1:] == "q" else _SUBJECT).search(left)
        if found is None:
            return None
        if found[2] and not found[3]:  # "le ministre, Jean Dupont a": no comma closes
            name, office = found.span(1), found.span(2)
            if re.fullmatch(_NAME, found[2]):
                name, office = office, name
            alone = left[: found.start(1)][-1:] in ("", ",", "A", "&")
            full = re.fullmatch(r"T*N+", left[slice(*name)]) and name[1] - name[0] > 1
            if not (alone and full and self._has_office(low, office)):
                found = _SUBJECT.search(left, found.start(2)) or found
        if left[: found.start(1)][-1:] == "&" and verb.endswith(self.speech.plural_endings):
            other = _SUBJECT.search(left[: found.start(1) - 1])
            if other:
                return Party((low + other.start(1), low + found.end(1)), None, True)
        return self._resolve(low, found)

    def _main(self, low: int, end: int) -> Party | None:
        """The subject of the first verb that is not in a subordinate clause."""
        for verb in re.finditer(_SPEAKS, self.letters[low:end]):
            left = self.letters[low : low + verb.start()].rstrip("AD")
            if left[-1:] == "Q" or left.endswith("Q,"):
                return self._object(low + verb.end())
        for verb in islice(re.finditer("[XVZMJ]", self.letters[low:end]), 6):
            left = self.letters[low : low + verb.start()].rstrip("AD")
            if verb.group() == "J" or (left[-1:] == "i" and left[-2:-1] not in tuple("scq")):
                return NOBODY
            first = _SUBJECT.search(left) if left[-1:] not in tuple("iq&c") else None
            if first and left[: first.start(1)][-1:] not in tuple("scq"):
                return self._phrase(low, left, self.words[low + verb.start()])
        found = _OPENING.match(self.letters[low:end])
        if found:
            return self._resolve(low, found)
        found = re.match(rf"({_NAME})()", self.letters[low:end])
        return self._resolve(low, found) if found and len(found[1]) > 1 else None

    def _object(self, at: int, skip: bool = True) -> Party | None:
        """The noun phrase after a verb. Words for when and where it was said may stand between;
        not if ``skip`` is false."""
        if not skip and self.letters[at : at + 1] not in tuple("DTNOP"):
            return None
        found = _OBJECT.match(self.letters[at : at + _SEEN])
        return self._resolve(at, found) if found else None

    def _after(self, place: int, words: int) -> Party | None:
        """The party of a verb or of "selon" right after the quote. In some languages, such as
        English, the name may stand before the verb."""
        at = place + 1
        tail = self.letters[at : at + _SEEN]
        if _PRONOUN_AFTER.match(tail):
            return NOBODY
        found = _AFTER.match(tail)
        if found:
            according = found[2] is not None and found[2].endswith("S")
            to = at + found.end() + int(according and tail[found.end() :][:1] in tuple("Ee"))
            party = self._object(to, skip=not according)
            if party and found[2] and (found[1] or party.named or words > 5):
                return party
            if party and (found[1] or words > 4):  # an unknown verb: only with a full name
                name = self.letters[slice(*party.speaker)]
                return party if re.fullmatch(r"T.*|N.*N", name) else None
        if self.speech.name_first and words > 1:
            found = _SAID_LAST.match(tail)
            return self._resolve(at, found) if found else None
        return None

    def _at_the_end(self, place: int) -> Party | None:
        """The party of a quote in the middle of a sentence that ends with ", a déclaré X" or
        ", selon X"."""
        tail = self.letters[place + 1 : place + 1 + _SEEN // 2].partition(";")[0]
        last = _SAID_END.search(tail) if self.speech.name_first else None
        if last:
            party = self._resolve(place + 1, last)
            return party if party and party.named else None
        verb = re.search(rf"{_SPEAKS}|S|J", tail)
        if verb is None:
            return None
        if verb.group() == "J":
            return NOBODY
        if verb.group() != "S" and not tail[: verb.start()].rstrip("AD").endswith(","):
            return None
        party = self._object(place + 1 + verb.end(), skip=verb.group() != "S")
        return party if party and party.named else None

    def _source(self, low: int, place: int, words: int) -> Party | None:
        """The party before a quote, without a verb: "Selon X, « … »", "Pour X, « … »" or
        "X : « … »"."""
        source = self.letters.rfind("S", low, place)
        if source >= 0:
            to = source + 1 + int(self.letters[source + 1 : source + 2] in tuple("Ee"))
            party = self._object(to, skip=False)
            if party:  # but the quote in "la « colère de Zeus »" is a name, not a statement
                return party if self.letters[place - 1] != "D" or words > 4 else None
        for at in range(low, place):
            if self.words[at] in self.speech.viewpoints and _starts(self.letters[low:at]):
                found = _OBJECT.match(self.letters, at + 1, place)
                gap = self.letters[found.end() : place] if found else ""
                party = self._resolve(0, found) if found and gap[:1] in (",", ":") else None
                short = re.fullmatch(r"[,:]|,A*[pPeE]", gap)
                if party and (short or (party.named and len(gap) < 10)):
                    return party
        if not re.search(r"(?:^|[;.])[^;.scq]*:$", self.letters[low:place]):
            return None
        party = self._main(low, place - 1)
        return party if party and party.named else None

    def _resolve(self, base: int, found: re.Match[str]) -> Party | None:
        """The party of a match; None if it cannot speak.

        Args:
            base: number of the token at which the matched letters begin.
            found: group 1 is a noun phrase, group 2 the phrase beside it between commas.
        """
        phrase = (base + found.start(1), base + found.end(1))
        beside = (base + found.start(2), base + found.end(2)) if found[2] else None
        role, name = self._split(phrase)
        if name and not role and beside and self._is_role(beside):
            role = beside
        elif not name and beside and self._split(beside) == (None, beside):
            role, name = phrase, beside
        if name and not (role and self.speech.no_speaker.match(self._text(role))):
            return Party(name, role, True)
        text = self._text(role or phrase)
        office = self.speech.role.search(text) is not None
        bare = self.letters[phrase[0]] == "w" and not (
            self.speech.bare_nouns and phrase[1] - phrase[0] < 3
        )
        if self.speech.no_speaker.match(text) or (bare and not office):
            return None
        return Party(phrase, None, office or "O" in self.letters[slice(*phrase)])

    def _split(self, phrase: tuple[int, int]) -> tuple[tuple[int, int] | None, ...]:
        """(role, name) of a phrase such as "le ministre ukrainien de la Défense Oleksii Reznikov",
        with None for a missing part. An office without a name has no name."""
        first, last = phrase
        letters = self.letters[first:last]
        cut = 0
        for at in range(first, last):
            if self.words[at] in self.speech.offices:
                cut = at + 1 - first
        if cut and re.fullmatch(_NAME, letters[cut:]):
            return (first, first + cut), (first + cut, last)
        if re.fullmatch(_NAME, letters):
            return None, None if cut else phrase
        found = _NAME_LAST.search(letters)
        if found is None or self.tokens[last - 1].group().endswith(self.speech.adjective_endings):
            return None, None
        if re.search(r"[PEe]D?wN$", letters):  # "un porte-parole de l’équipe Trump"
            return None, None
        at = first + found.start()
        return (None if at - first < 2 else (first, at)), (at, last)

    def _is_role(self, beside: tuple[int, int]) -> bool:
        """Whether the phrase beside a name is a role, and not for example a day ("le 5 mai")."""
        starts = self.letters[beside[0]]
        if starts == "D":
            return self.letters[beside[0] + 1] != "d"
        return (
            self.speech.role.search(self._text((beside[0], min(beside[1], beside[0] + 5))))
            is not None
        )

    def _has_office(self, low: int, phrase: tuple[int, int]) -> bool:
        """Whether a phrase names an office but not a person."""
        first, last = low + phrase[0], low + phrase[1]
        return self._split((first, last))[1] is None and bool(
            self.speech.role.search(self._text((first, last)))
        )

    def _text(self, phrase: tuple[int, int]) -> str:
        """The words of a phrase."""
        return " ".join(token.group() for token in self.tokens[slice(*phrase)])


def _starts(left: str) -> bool:
    """Whether a clause begins after these letters."""
    return left[-1:] in ("", ",", "&", ":", ";", ".", "Q")
