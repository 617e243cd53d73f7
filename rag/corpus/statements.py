"""Who says the words that a release quotes, as far as the sentence around them names him.

No parser and no list of names: each word of the sentence becomes one letter for what it may do
there (an article, a name, a verb of speech; a whole quote is one letter too), and patterns over
those letters find the verb that governs the quote and the noun phrase that is its subject.
"Il a déclaré" names nobody: then there is no statement, however clear the sentence before is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import islice
from typing import NamedTuple

from rag.language import sentence_spans
from rag.types import Span, Statement

# --- words -------------------------------------------------------------------------------------

# Verbs in -er that report speech, without their ending; with the accents and cedillas they take.
_STEMS = """accus affirm ajout annonc annonç appel appell argu argument articul assur avou
balay clam comment confess confi confirm considèr considér constat critiqu condamn conseill déclar
cri demand dénonc dénonç déplor détaill écri enchaîn espèr espér estim évoqu exclam exhort exig
exige expliqu félicit fustig fustige indiqu indign inquièt inquiét insist insurg interrog interroge
invit ironis jug juge justifi lanc lanç martel martèl menac menaç mentionn not nuanc observ parl
pens plaid précis préconis proclam promulgu protest qualifi racont rappel rappell rassur réaffirm
réclam recommand regrett réitèr réitér rejet relat relev relèv remarqu répèt répét répliqu résum
rétorqu révèl révél salu signal souhait soulign soupir suggèr suggér témoign tempêt tranch
vitupèr"""
_ENDINGS = ("e", "ent", "ait", "aient", "a", "èrent")
_FINITE = """dit disait disent disaient décrit décrivait répond répondait répondit répondent écrit
écrivait écrivent poursuit poursuivait poursuivit reconnaît reconnait reconnaissait conclut
concluait prévient prévenait soutient soutenait soutiennent maintient promet promettait admet
admettait réjouit réjouissait réjouissent souvient défend défendait avertit croit prétend prétendait
said says told tells added adds stated states declared noted notes explained explains warned warns
stressed stresses insisted insists argued argues claimed claims announced announces wrote writes
tweeted commented concluded concludes replied asked asks recalled recalls emphasised emphasized
underlined continued confirmed confirms acknowledged admitted admits called calls described
describes praised condemned condemns hailed welcomed pledged urged believes thinks denounced accused
accuses vowed suggested suggests demanded posted promised joked"""
_PARTICIPLES = """répondu poursuivi reconnu prévenu soutenu maintenu promis admis réjoui souvenu
défendu averti cru prétendu"""
_GERUNDS = """disant répondant écrivant poursuivant concluant soutenant maintenant promettant
reconnaissant admettant prévenant saying adding stating declaring noting explaining warning
stressing insisting arguing claiming announcing writing recalling emphasising emphasizing calling
describing praising condemning telling"""
_INFINITIVES = """dire répondre écrire poursuivre reconnaître conclure prévenir soutenir maintenir
promettre admettre défendre savoir valoir"""

_LETTERS = {
    "D": """le la les l' un une ce cet cette ces son sa ses leur leurs notre plusieurs certains
        certaines quelques chaque the an its his her their this these several""",  # begin a phrase
    "P": "de d' du des of von van der den el al bin ben da dos di del della zu ter",  # bind names
    "e": "en for at pour to",  # bind nouns
    "E": "à au aux",  # bind nouns, and much else
    "p": """dans sur avec par lors devant après avant pendant durant depuis sous sans contre entre
        vers chez malgré auprès via face suite grâce dès jusqu' parmi envers hors outre concernant
        in by with from during under against between into upon over through despite amid following
        before since""",
    "S": "selon according",
    "A": """s' se n' m' t' me te ne y lui eux elle-même lui-même pas plus aussi également notamment
        ensuite encore toujours enfin déjà ainsi alors cependant pourtant toutefois néanmoins donc
        bien clairement même hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi
        dimanche matin soir midi nuit veille lendemain janvier février mars avril mai juin juillet
        août septembre octobre novembre décembre jour jours semaine mois année ans heures fois
        visite déplacement conférence marge direct réponse presse télévision antenne issue occasion
        micro tribune question questions journalistes tout auparavant récemment immédiatement
        finalement simplement publiquement longuement vivement fermement notablement solennellement
        d'abord surtout seulement vite tard also then later yesterday today tomorrow monday tuesday
        wednesday thursday friday saturday sunday january february march april may june july august
        september october november december reporters journalists earlier repeatedly not however
        meanwhile further again year month week night morning evening""",
    "s": "que qu' that si whether how why combien comment pourquoi",  # begin what is said
    "c": """comme lorsque lorsqu' quand tandis car puisque puisqu' parce as when because although
        quoique while if""",
    "q": "qui quoi who which dont où lequel laquelle lesquels lesquelles whose",
    "i": """il elle on ils elles je j' nous vous tu c' ceci cela ça celui celle ceux celui-ci
        celle-ci ceux-ci celles-ci quelqu'un beaucoup tous chacun nul he she they it we i you
        someone somebody everyone""",
    "&": "et ou and or puis mais but",
    "M": """tient tenait tenu tint vient venait veut voulait voulu doit devait dû peut pouvait pu
        fait faisait fit continue continué""",  # with an infinitive
    "Z": "est sont était étaient été sera seront fut furent is are was were be been being",
    "X": "a ont avait avaient aurait auraient aura auront ait eut has have had ayant",
    "K": _PARTICIPLES,
    "G": _GERUNDS,
    "I": _INFINITIVES,
    "V": _FINITE,
}
_LEXICON = {word: letter for letter, words in _LETTERS.items() for word in words.split()}
for _stem in _STEMS.split():
    _LEXICON |= {_stem + ending: "V" for ending in _ENDINGS}
    _LEXICON |= {_stem + ending: "K" for ending in ("é", "ée", "és", "ées")}
    _LEXICON |= {_stem + "ant": "G", _stem + "er": "I"}
_ENGLISH_LETTERS = {
    "a": "D",
    "one": "D",
    "on": "p",
    "as": "c",
    "comment": "w",
    "part": "w",
    "plus": "w",
}
_TITLES = frozenset(
    """m. mm. mme mmes mme. mlle mlle. mr mr. mrs mrs. ms ms. dr dr. drs pr pr. mgr mgr. sir lord
    sheikh cheikh prof. sen. rep. gov. gen. maître""".split()
)
# Verbs whose object may be followed by the quote: "demande au gouvernement de « … »".
_REQUESTS = re.compile(
    "accus|appel|call|condamn|décri|demand|descri|exhort|invit|parl|prom|qual|urg"
)
_ROLE = re.compile(
    r"\b(?:(?:vice|sous|ex|co)-?)?(?:président|ministre|minister|secrétaire|secretary|porte-parole"
    r"|chancelier|commissaire|commissioner|ambassad|responsable|chef|maire|député|avocat|juge"
    r"|général|colonel|capitaine|patron|p-?dg|ceo|dirigeant|délégué|gouverneur|pape|évêque"
    r"|archevêque|membre|représentant|spokes|officer|leader|chair|head|director|mayor|chancellor"
    r"|governor|judge|lawyer|expert|professeur|professor|candidat|militant|habitant|témoin|proche"
    r"|procureur|cadre|reine|king|queen|roi|prince|chercheu|élu|premi|préfet|attaché|doyen|gérant"
    r"|analyst|étudiant|manifestant|médecin|conseiller|amb)\w*|\b(?:\w{2,}(?:teur|trice|iste|logue"
    r"|cien|cienne|euse|ist)|l['’]une?)s?\b",
    re.IGNORECASE,
)
# Subjects that speak for nobody: documents, things, and words that point back.
_THINGS = """rapports? notification compte-rendu statuts légende récit règlement charte communiqué
texte documents? études? loi déclaration accord décision résolution réunion article lettre message
mesure situation plan projet site sommet création derni[eè]re?s? intéressée? objectif idée raison
but question report statement study document law letter enquête sondage traité titre
phrase formule note annonce dépêche documentaire reportage film livre blog traduction principe sens
définition usage tradition estimations? informations? chiffres"""
_NO_SPEAKER = re.compile(
    rf"(?:\w+['’]\s*)?(?:\w+\s+)??(?:{'|'.join(_THINGS.split())})\b", re.IGNORECASE
)
_OFFICES = frozenset(
    """secretary general secretary-general minister president chancellor director commissioner
    ambassador representative chairman chair governor mayor senator président présidente ministre
    premier première secrétaire général générale pope king queen prince princess colonel captain
    spokesman spokeswoman spokesperson chief professor chancelier chancelière pape roi reine
    porte-parole""".split()
)
_SPEECHES = frozenset(
    "communiqué message lettre texte déclaration tweet discours statement".split()
)
_SEVERAL = re.compile(r"ont$|aient$|ent$|avaient$")
_ADJECTIVE = re.compile(r"(?:enne|ale|ique|aise|ales|unies)$")

# --- patterns over the letters -----------------------------------------------------------------

_NAME = r"(?:T+P{0,2}D?N+|N+)(?:P{1,2}N+)?"
_LINK = (
    r"(?:[wNTOd]|P[DA]?(?=[wNOTPd])|ED?(?=w)|eD?(?=[wN])|&(?=P|w)|(?<=w),(?=PD?N)|(?<=w)D(?=[NO]))"
)
_BODY = rf"D?(?=[wNTO]){_LINK}*(?<=[wNTO])"
_PHRASE = (  # read backwards; an article begins a phrase unless a preposition stands before it
    r"(?:(?<![PEep])D|(?<!T)(?=T)|(?<![DPEepwNTO])(?=[NO])|(?<![^,:;.Q&])(?=w))"
    rf"{_LINK}*(?<=[wNTO])"
)
_BEFORE_WHO = _PHRASE.replace("(?<![PEep])D", "(?<![Pe])D").replace("DPEepw", "DPew")
_BESIDE = r"[DwNTO][wNTOdPEeD&]*(?<=[wNTO])"
_ASIDE = r"[pEePAGKqdcIw][^;:Q,]{0,25}"
_SUBJECT = re.compile(
    rf"({_PHRASE})(?:,dA?w?)?(?:,({_BESIDE}))?((?:,{_ASIDE}){{0,2}},q?|q)?(?:pD?[NO]{{1,3}})?[AD]*$"
)
_ANTECEDENT = re.compile(
    rf"({_BEFORE_WHO})(?:,dA?w?)?(?:,({_BESIDE}))?((?:,{_ASIDE}){{0,2}},?q)[AD]*$"
)
_OBJECT = re.compile(  # read forwards, over when and where it was said
    r"(?:,?(?:A++|D?dA*+|[pEeP]{1,2}+D?(?:[wA]++|O++|N)[dA]*+),?){0,4}?"
    rf"({_NAME}(?![wNTO]|P{{1,2}}D?N)|{_BODY})(?:,dA?w?)?(?:,({_BESIDE})(?![wNTO]))?"
)
_SPEAKS = r"X[^XVKZIGJQMisq&:;]{0,8}?[KV]|(?:X[^XVKZIGJQMisq:;]{0,4}?)?M[PEA]{0,2}I|V"
_VERB = re.compile(rf"{_SPEAKS}|[GIK]")
_AFTER = re.compile(rf"(,?)c?[AD]*(?:({_SPEAKS}|P?S)|(?:XA*)?w)")
_SAID_END = re.compile(rf",({_BODY})(?:,dA?w?)?(?:,({_BESIDE}),)?[AD]*(?:{_SPEAKS})(?=[.ApE]|$)")
_SAID_LAST = re.compile(rf",?({_BODY})(?:,dA?w?)?(?:,({_BESIDE}),?)?[AD]*(?:{_SPEAKS})")
_OPENING = re.compile(rf"A?,?({_PHRASE}),({_BESIDE}),[AD]*[wM]")  # a verb that no list has
_NAME_LAST = re.compile(
    rf"(?<=[wO]){_NAME}$|(?<=[PEe]N)NN+$|(?<=[PEe]DN)NN+$|(?<=D)T{_NAME}$|(?<=D)T+N+$"
)
_SAYS_THAT = re.compile(r"[^sqc]{0,12}s")
_AND = re.compile(r",?&?[EPesD]{0,2}")
_PRONOUN_AFTER = re.compile(r",?c?[ADXi]*(?:J|i[AD]*[XV])")
_PRONOUN_VERB = re.compile(r"(.+?)-(t-)?(?:ils?|elles?|on|je|nous|vous|tu)$")
_SEEN = 80  # words looked at on each side of a quote, so that time stays linear

_MARKS = re.compile(r"[«»“”„\"]|\n[^\S\n]*\n")
_ASKED = re.compile(r"\s+(?:[^\W\d_][\w.'’-]*\s+){1,3}?(?:said|asked|says|added|replied|told)\b")
_QUOTE, _FILL = "\ue001", "\ue000"  # a quote's stand-in, so that no pattern sees its words
_IDIOM = (
    r"\b(?:pour (?:sa|leur) part|de (?:son|leur) côté|quant à (?:lui|elle|eux)|en outre"
    r"|en revanche|à (?:son|leur) tour|par (?:ailleurs|exemple|la suite)|d['’]autre part|de plus"
    r"|à ce sujet|for (?:his|her|its|their) part|in (?:addition|turn|particular)|of course)\b"
)
_TOKEN = re.compile(
    rf"{_QUOTE}{_FILL}*\.?|{_IDIOM}|(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\w{_QUOTE}])"
    r"|(?:[^\W\d_]\.)+(?=\s*\w)|(?:m[mrs]|mrs|mme|mlle|[dp]r|mgr|gen|sen|rep|gov|prof)\.(?=\s*\w)"
    r"|\w[\w\u0300-\u036f]*(?:['’‑-]\w[\w\u0300-\u036f]*)*|[^\w\s'’]",
    re.IGNORECASE,
)
_FRENCH = re.compile(r"\b(?:le|la|les|des|et|est|que|une|dans)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|was|that|said|asked|told|says|in|to)\b")


class _Party(NamedTuple):
    """Who speaks, as ranges of tokens; ``named`` where he has a name or an office."""

    speaker: tuple[int, int]
    role: tuple[int, int] | None
    named: bool


_NOBODY = _Party((0, 0), None, False)  # a pronoun: the search ends there


def statements(body: str, start: int, end: int) -> list[Statement]:
    """The quoted statements in ``body[start:end]`` whose speaker the same sentence names.

    In the order of the text. A pronoun names nobody; a title or a word in quotation marks that
    no verb of speech governs is no statement.
    """
    start, end = max(0, start), min(len(body), end)
    quotes = _quotes(body, start, end)
    masked = _masked(body, start, end, quotes)
    text = body[start:end]
    english = len(_ENGLISH.findall(text)) > len(_FRENCH.findall(text))
    found: list[Statement] = []
    done = 0
    for span in sentence_spans(masked) if quotes else []:
        count = masked.count(_QUOTE, span.start, span.end)
        if count:
            sentence = _Sentence(masked, span, english)
            inside = [_trimmed(body, quote) for quote in quotes[done : done + count]]
            found += sentence.statements(body, inside, start)
            done += count
    return found


def _quotes(body: str, start: int, end: int) -> list[Span]:
    """Outermost quotes with their marks. A mark without its partner is passed over."""
    opened: list[tuple[str, int]] = []
    closed: list[Span] = []
    kinds: Counter[str] = Counter()
    for match in _MARKS.finditer(body, start, end):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":  # nothing stays open across an empty line
            opened.clear()
            kinds.clear()
            continue
        kind = {"»": "«", "”": "“", "„": "“"}.get(mark, mark)
        before = body[at - 1] if at > start else " "
        after = body[at + 1 : min(at + 4, end)]
        closes = mark in "»”" or _is_closer(mark, before, after, kinds[kind] > 0)
        while kinds[kind] and (closes or mark == '"'):
            top, opener = opened.pop()
            kinds[top] -= 1
            if top == kind:
                if closes and any(map(str.isalnum, body[opener + 1 : at])):
                    closed.append(Span(opener, at + 1))
                break
        if not closes:
            opened.append((kind, at))
            kinds[kind] += 1
    outermost: list[Span] = []
    for quote in sorted(closed, key=lambda span: span.start):
        if not outermost or quote.start >= outermost[-1].end:
            outermost.append(quote)
    return outermost


def _is_closer(mark: str, before: str, after: str, is_open: bool) -> bool:
    """Whether a mark that may open closes: a straight one, a stray « after the words."""
    if mark == '"':
        if not is_open:
            return not before.isspace() and not after[:1].isalnum() and before not in "(['’«“"
        return before.isalnum() or not after[:1].isalnum() or before in ".,!?…)]»”"
    tight = not before.isspace() and before not in "(['’" and not after[:1].isalnum()
    return is_open and mark != "„" and (tight or after.lstrip()[:1] in tuple(",.;:)"))


def _trimmed(body: str, quote: Span) -> Span:
    """A quote without its marks and the blanks inside them."""
    inside = body[quote.start + 1 : quote.end - 1]
    return Span(quote.end - 1 - len(inside.lstrip()), quote.start + 1 + len(inside.rstrip()))


def _masked(body: str, start: int, end: int, quotes: list[Span]) -> str:
    """``body[start:end]`` with a stand-in for each quote, which ends in a full stop where the
    quote ends its sentence."""
    parts: list[str] = []
    at = start
    for quote in quotes:
        parts.append(body[at : quote.start].replace(_QUOTE, " ").replace(_FILL, " "))
        last = body[quote.start + 1 : quote.end - 1].rstrip()[-1:]
        following = body[quote.end : min(quote.end + 12, end)].lstrip()[:1]
        goes_on = following.islower() or following in tuple(",;:–—-")
        goes_on = goes_on or (last in "?!," and _ASKED.match(body, quote.end, end) is not None)
        stop = "." if last in ".!?…" and not goes_on else _FILL
        parts.append(_QUOTE + _FILL * (quote.end - quote.start - 2) + stop)
        at = quote.end
    parts.append(body[at:end].replace(_QUOTE, " ").replace(_FILL, " "))
    return "".join(parts)


class _Sentence:
    """A sentence as tokens and, one letter each, what they may do in it."""

    def __init__(self, masked: str, span: Span, english: bool) -> None:
        self.english = english
        self.tokens: list[re.Match[str]] = []
        self.words: list[str] = []
        letters: list[str] = []
        resume = span.start
        for match in _TOKEN.finditer(masked, span.start, span.end):
            if match.start() < resume:
                continue
            if match.group() in "([":  # passed over: "Jean Dupont (Fidesz) a déclaré"
                mark = ")" if match.group() == "(" else "]"
                close = masked.find(mark, match.end(), min(match.end() + 60, span.end))
                if close > 0 and _QUOTE not in masked[match.end() : close]:
                    resume = close + 1
                    continue
            word = _plain(match.group())
            previous = self.words[-1] if self.words else ""
            letters.append(_letter(match.group(), word, previous, letters, english))
            self.tokens.append(match)
            self.words.append(word)
        self.letters = "".join(letters)

    def statements(self, body: str, quotes: list[Span], offset: int) -> list[Statement]:
        """One for each quote whose speaker is found; ``offset`` is where the text was cut."""
        places = [at for at, letter in enumerate(self.letters) if letter == "Q"]
        words = [len(body[quote.start : quote.end].split()) for quote in quotes]
        capital = [not body[quote.start].islower() for quote in quotes]
        parties = list(map(self._party, places, words, capital))
        pairs = [(at + 1, at) for at in range(len(parties) - 1)]
        # "veut « A » et « B »", « A » et « B », a déclaré X
        for this, other in pairs + [pair[::-1] for pair in reversed(pairs)]:
            between = self.letters[places[min(this, other)] + 1 : places[max(this, other)]]
            if parties[this] is None and words[this] > 2 and _AND.fullmatch(between):
                parties[this] = parties[other]

        def place(tokens: tuple[int, int]) -> Span:
            first, last = self.tokens[tokens[0]], self.tokens[tokens[1] - 1]
            return Span(offset + first.start(), offset + last.end())

        return [
            Statement(quote, place(party.speaker), place(party.role) if party.role else None)
            for quote, party in zip(quotes, parties, strict=False)
            if party is not None and party is not _NOBODY
        ]

    def _party(self, place: int, words: int, capital: bool) -> _Party | None:
        """Who says the quote at a place: what governs it, nearest first."""
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

    def _before(self, low: int, place: int, words: int) -> tuple[_Party | None, bool]:
        """By a verb before the quote; and whether it stands right there, or a colon or "que"."""
        for verb in list(_VERB.finditer(self.letters, low, place))[:-6:-1]:
            strength = self._governs(verb.end(), place, words)
            party = self._subject(low, verb, place) if strength else None
            if party:
                return party, strength > 1
        return None, False

    def _governs(self, end: int, place: int, words: int) -> int:
        """How surely the verb that ends at ``end`` governs the quote: 2, 1 or 0."""
        gap = self.letters[end:place]
        tail = gap[gap.rfind("Q") + 1 :]
        if ";" in gap or "J" in gap:
            return 0
        if not gap or tail[-1:] in ("s", ":"):
            return 1 if tail[-1:] == "s" and words < 3 else 2
        asks = _REQUESTS.match(self.words[end - 1])
        governs = (
            bool(_SAYS_THAT.match(tail))
            or ":" in tail
            or (len(tail.replace("A", "")) < 3 and "," not in tail)
        )
        governs |= bool(asks and re.fullmatch(r"[^,]{0,9}[PEec]D?|[DTNOPA]{1,6}", gap))
        governs |= tail[-1:] == "," and len(gap) < 16
        return int(governs or (self.english and re.fullmatch(r"[^,Q]{1,20}", gap) is not None))

    def _subject(self, low: int, verb: re.Match[str], place: int) -> _Party | None:
        """Who the verb before a quote speaks of; ``low`` is where its clause begins."""
        left = self.letters[low : verb.start()]
        bare = left.rstrip("AD")
        last = bare[-1:]
        if last in ("i", "J"):
            return _NOBODY
        if verb.group() in ("G", "I", "K"):  # "affirmant que", "avant d'ajouter", "et estimé"
            if verb.group() == "K" and last not in ("&", ","):
                return None
            if verb.group() == "I" and bare in ("", "&", "&P"):
                return _NOBODY  # "Et d’ajouter : «"
            if verb.group() == "I" and not re.search(r"(?:^|[pe&KVM])[PE]?$", bare):
                return None  # "convaincre sa veuve de demander"
            if verb.group() == "G" and not bare:  # "Rappelant que « … », X a …"
                return self._object(place + 2) if self.letters[place + 1 :][:1] == "," else None
            near = set(self.words[max(0, verb.start() - 4) : verb.start()])
            if verb.group() == "G" and last not in ",&EeQ" and not near & _SPEECHES:
                return None
            return self._main(max(low, self.letters.rfind(":", low, verb.start())), verb.start())
        if last == "&":
            return self._main(low, verb.start())
        told = last == "," and self.letters[verb.end() : verb.end() + 1] in ("T", "N")
        if last in ("Q", "c") or bare.endswith("Q,") or told:  # "…, écrit Jean Dupont, « … »"
            return self._object(verb.end())
        return self._phrase(low, left, self.words[verb.start()])

    def _phrase(self, low: int, left: str, verb: str) -> _Party | None:
        """The noun phrase that ends where a verb begins, or that "qui" takes up."""
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
        if left[: found.start(1)][-1:] == "&" and (self.english or _SEVERAL.search(verb)):
            other = _SUBJECT.search(left[: found.start(1) - 1])
            if other:
                return _Party((low + other.start(1), low + found.end(1)), None, True)
        return self._resolve(low, found)

    def _main(self, low: int, end: int) -> _Party | None:
        """The subject of the sentence's first verb that no conjunction makes subordinate."""
        for verb in re.finditer(_SPEAKS, self.letters[low:end]):
            left = self.letters[low : low + verb.start()].rstrip("AD")
            if left[-1:] == "Q" or left.endswith("Q,"):
                return self._object(low + verb.end())
        for verb in islice(re.finditer("[XVZMJ]", self.letters[low:end]), 6):
            left = self.letters[low : low + verb.start()].rstrip("AD")
            if verb.group() == "J" or (left[-1:] == "i" and left[-2:-1] not in tuple("scq")):
                return _NOBODY
            first = _SUBJECT.search(left) if left[-1:] not in tuple("iq&c") else None
            if first and left[: first.start(1)][-1:] not in tuple("scq"):
                return self._phrase(low, left, self.words[low + verb.start()])
        found = _OPENING.match(self.letters[low:end])
        if found:
            return self._resolve(low, found)
        found = re.match(rf"({_NAME})()", self.letters[low:end])
        return self._resolve(low, found) if found and len(found[1]) > 1 else None

    def _object(self, at: int, skip: bool = True) -> _Party | None:
        """The phrase after a verb, past when and where it was said, unless ``skip`` is false."""
        if not skip and self.letters[at : at + 1] not in tuple("DTNOP"):
            return None
        found = _OBJECT.match(self.letters[at : at + _SEEN])
        return self._resolve(at, found) if found else None

    def _after(self, place: int, words: int) -> _Party | None:
        """By a verb right after the quote, or by "selon"; in English the name may come first."""
        at = place + 1
        tail = self.letters[at : at + _SEEN]
        if _PRONOUN_AFTER.match(tail):
            return _NOBODY
        found = _AFTER.match(tail)
        if found:
            according = found[2] is not None and found[2].endswith("S")
            to = at + found.end() + int(according and tail[found.end() :][:1] in tuple("Ee"))
            party = self._object(to, skip=not according)
            if party and found[2] and (found[1] or party.named or words > 5):
                return party
            if party and (found[1] or words > 4):  # a verb that no list has: for a full name only
                name = self.letters[slice(*party.speaker)]
                return party if re.fullmatch(r"T.*|N.*N", name) else None
        if self.english and words > 1:
            found = _SAID_LAST.match(tail)
            return self._resolve(at, found) if found else None
        return None

    def _at_the_end(self, place: int) -> _Party | None:
        """« … » in the middle of a sentence that ends ", a déclaré X" or ", selon X"."""
        tail = self.letters[place + 1 : place + 1 + _SEEN // 2].partition(";")[0]
        last = _SAID_END.search(tail) if self.english else None
        if last:
            party = self._resolve(place + 1, last)
            return party if party and party.named else None
        verb = re.search(rf"{_SPEAKS}|S|J", tail)
        if verb is None:
            return None
        if verb.group() == "J":
            return _NOBODY
        if verb.group() != "S" and not tail[: verb.start()].rstrip("AD").endswith(","):
            return None
        party = self._object(place + 1 + verb.end(), skip=verb.group() != "S")
        return party if party and party.named else None

    def _source(self, low: int, place: int, words: int) -> _Party | None:
        """Before the quote and without a verb: "Selon X, « … »", "Pour X, « … »", "X : « … »"."""
        source = self.letters.rfind("S", low, place)
        if source >= 0:
            to = source + 1 + int(self.letters[source + 1 : source + 2] in tuple("Ee"))
            party = self._object(to, skip=False)
            if party:  # but "la « colère de Zeus »" is a name for something
                return party if self.letters[place - 1] != "D" or words > 4 else None
        for at in range(low, place):
            if self.words[at] == "pour" and _starts(self.letters[low:at]):
                found = _OBJECT.match(self.letters, at + 1, place)
                gap = self.letters[found.end() : place] if found else ""
                party = self._resolve(0, found) if found and gap[:1] in (",", ":") else None
                if party and (len(gap) == 1 or (party.named and len(gap) < 10)):
                    return party
        if not re.search(r"(?:^|[;.])[^;.scq]*:$", self.letters[low:place]):
            return None
        party = self._main(low, place - 1)
        return party if party and party.named else None

    def _resolve(self, base: int, found: re.Match[str]) -> _Party | None:
        """The party of a match over the letters from ``base``: group 1 a noun phrase, group 2 what
        stands beside it between commas. None for one that cannot speak."""
        phrase = (base + found.start(1), base + found.end(1))
        beside = (base + found.start(2), base + found.end(2)) if found[2] else None
        role, name = self._split(phrase)
        if name and not role and beside and self._is_role(beside):
            role = beside
        elif not name and beside and self._split(beside) == (None, beside):
            role, name = phrase, beside
        if name and not (role and _NO_SPEAKER.match(self._text(role))):
            return _Party(name, role, True)
        text = self._text(role or phrase)
        office = _ROLE.search(text) is not None
        bare = self.letters[phrase[0]] == "w" and not (self.english and phrase[1] - phrase[0] < 3)
        if _NO_SPEAKER.match(text) or (bare and not office):
            return None
        return _Party(phrase, None, office or "O" in self.letters[slice(*phrase)])

    def _split(self, phrase: tuple[int, int]) -> tuple[tuple[int, int] | None, ...]:
        """(role, name) of "le ministre ukrainien de la Défense Oleksii Reznikov"; None for what
        it lacks: an organisation and an office without a name have no name."""
        first, last = phrase
        letters = self.letters[first:last]
        cut = 0
        for at in range(first, last):
            if self.words[at] in _OFFICES:
                cut = at + 1 - first
        if cut and re.fullmatch(_NAME, letters[cut:]):
            return (first, first + cut), (first + cut, last)
        if re.fullmatch(_NAME, letters):
            return None, None if cut else phrase
        found = _NAME_LAST.search(letters)
        if found is None or _ADJECTIVE.search(self.tokens[last - 1].group()):
            return None, None
        if re.search(r"[PEe]D?wN$", letters):  # "un porte-parole de l’équipe Trump"
            return None, None
        at = first + found.start()
        return (None if at - first < 2 else (first, at)), (at, last)

    def _is_role(self, beside: tuple[int, int]) -> bool:
        """Whether what stands beside a name says what he is, not when ("le 5 mai")."""
        starts = self.letters[beside[0]]
        if starts == "D":
            return self.letters[beside[0] + 1] != "d"
        return _ROLE.search(self._text((beside[0], min(beside[1], beside[0] + 5)))) is not None

    def _has_office(self, low: int, phrase: tuple[int, int]) -> bool:
        """Whether a phrase names an office and nobody who holds it."""
        first, last = low + phrase[0], low + phrase[1]
        return self._split((first, last))[1] is None and bool(
            _ROLE.search(self._text((first, last)))
        )

    def _text(self, phrase: tuple[int, int]) -> str:
        """The words of a phrase."""
        return " ".join(token.group() for token in self.tokens[slice(*phrase)])


def _plain(word: str) -> str:
    """A word as the lists have it."""
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'").replace("‑", "-")


def _starts(left: str) -> bool:
    """Whether a clause begins after these letters."""
    return left[-1:] in ("", ",", "&", ":", ";", ".", "Q")


def _letter(text: str, word: str, previous: str, before: list[str], english: bool) -> str:
    """What a token may do, from itself and the letters before it."""
    last = before[-1] if before else ""
    if text[0] == _QUOTE:
        return "Q"
    if text == "&":
        return "N"
    if not text[0].isalnum():
        return "," if text in ",–—-" else text if text in ":;" else "."
    if text[0].isdigit():
        return "d"
    if text[0].isupper() and word in _TITLES:
        return "T"
    asked = _PRONOUN_VERB.fullmatch(word)
    if asked and (asked[2] or _LEXICON.get(asked[1], "w") in "VXZM"):
        return "J"
    if " " in word:
        return "A"
    letter = (_ENGLISH_LETTERS.get(word) if english else None) or _LEXICON.get(word, "w")
    if word in ("de", "des") and last in ("", "s", "c", "."):  # "De nombreux témoins"
        return "D"
    if word == "après" and previous == "d'":
        return "S"
    if word in ("est", "était", "sont") and previous in ("s'", "se"):
        return "X"
    if text[0].isupper() or (text[:3] in ("el-", "al-") and text[3:4].isupper()):
        if len(text.rstrip("'’")) > 1 and text.isupper() and "." not in text:
            return "O"
        if letter in "iA" or (letter == "D" and last not in tuple("NP")):
            return letter
        return letter if letter != "w" and last in ("", ":", "Q", ".", ";") else "N"
    # "la demande", "de réponse": a noun; "comme l'indique X": a verb
    if last == "X" and word in ("elle", "elles"):  # "Mme Dupont a elle déclaré"
        return "A"
    if word.endswith("ment") and last in tuple("XVKAMZ"):
        return "A"
    noun = letter in "VMK" and last in tuple("DPEe") and before[-2:-1] != ["c"]
    return "w" if noun else letter
