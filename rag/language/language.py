"""What is known about a language, as one value.

Each language is one file in this package (``fr.py``, ``de.py`` …). The modules that read these
files contain no words of a language themselves.

The files use two notations:

- *Words* are words or phrases with commas between them, in small letters: ``"janvier, janv"``. They
  match capitals too. A dash matches all kinds of dashes, an apostrophe matches both kinds, and an
  accented letter matches its composed and its decomposed form.
- A *template* is a regular expression with the same spelling. A name in braces stands for a list of
  words: ``"{weekday} (dernier|passé)"``.

The names in templates are:

- ``{day}``: an adverb of ``RelativeWords.days``, with or without a part of the day after it;
- ``{count}``: a number and a unit, exact or vague ("environ deux ans");
- ``{unit}``: the word for a week, a month, a quarter, a half or a year, in the singular;
- ``{season}``: a season; ``{span}``: a unit or a season;
- ``{weekday}``, ``{month}``;
- ``{quarter}``, ``{half}``: a quarter or a half of the year ("troisième trimestre", "T3").

Index terms, questions, times, claims, speech and answers use a shorter notation: blanks between the
words, and ``_`` between words that belong together ("à_partir_de"). Nothing is split or compiled
before it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from rag.lazy import dataclass

Unit = Literal["day", "week", "month", "season", "quarter", "half", "year"]
Measure = Literal[
    "money",
    "time",
    "length",
    "area",
    "mass",
    "volume",
    "energy",
    "share",
    "clock",
    "temperature",
    "speed",
]
Side = Literal["last", "this", "next"]
_NONE: Mapping[Any, Any] = MappingProxyType({})


def numbered(listed: str) -> dict[str, int]:
    """Numbers by their words, from a list such as "1 un une, 2 deux"."""
    groups = (group.split() for group in listed.split(","))
    return {word: int(number) for number, *words in groups for word in words}


class Sides(NamedTuple):
    """Templates by the side of the release's date: the last one, this one or the next one."""

    last: tuple[str, ...] = ()
    this: tuple[str, ...] = ()
    next: tuple[str, ...] = ()

    def by_side(self) -> tuple[tuple[Side, tuple[str, ...]], ...]:
        """Pairs of a side and its templates."""
        return ("last", self.last), ("this", self.this), ("next", self.next)


class RelativeWords(NamedTuple):
    """Words of relative dates, which are dates only together with the release's date."""

    # adverbs by their distance from the release's day, in days: ``{-1: "hier"}``
    days: Mapping[int, str] = _NONE
    parts_of_day: str = ""  # words that may follow an adverb ("hier *soir*")
    today: tuple[str, ...] = ()  # templates for the release's own day ("ce matin")
    # ago, ahead: templates with a ``{count}``, for the past and the future ("il y a {count}")
    ago: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    # templates with a ``{count}`` that mean the future or a duration ("in two years")
    ahead_or_lasting: tuple[str, ...] = ()
    # template of words before such an expression. They show that it is a duration, unless the
    # sentence speaks of the future.
    lasting: str = ""
    vague: str = ""  # words before a number that is not exact ("environ")
    # number of weeks by a number of days that means weeks: ``{15: 2}`` ("quinze jours")
    weeks: Mapping[int, int] = _NONE
    # templates for the last, this and the next week, month … ("la semaine prochaine")
    sides: Sides = Sides()
    # templates for the nearest weekday, season … in the past or the future, as the sentence tells
    # ("mardi", "au printemps")
    plain: tuple[str, ...] = ()
    # templates for a day that is counted from another day in the text, and for habits ("le
    # lendemain", "le mardi"). They are found but never resolved.
    story: tuple[str, ...] = ()
    # templates for expressions that only look like a relative date ("chaque mardi")
    not_dates: tuple[str, ...] = ()
    # templates for words after a date or a weekday that tell its year or week ("le 12 novembre
    # *dernier*")
    after_date: Sides = Sides()


class TenseWords(NamedTuple):
    """Templates of words that tell whether a sentence speaks of the future or of the past."""

    # words for the future, seen from the release's day. A date next to them in the lead is not the
    # release's own date.
    future: str = ""
    coming: str = ""  # more words for a date after the release's: what was announced ("serait")
    forms: str = ""  # verbs in the future tense. It is a regular expression.
    been: str = ""  # words for the past
    # words right before a date that the tense of the verb says nothing about ("a annoncé une grève
    # *pour le* 5 décembre", "*un grand* 5 décembre")
    frees: str = ""
    clause_ends: str = ""  # words that begin another clause ("qui", "dont")
    relatives: str = ""  # those of them that begin one that tells more of a noun ("qui")
    # words that begin what was said or another clause beside the first ("que", "mais"); right
    # behind a comma, those that are no conjunctions are relatives too
    continues: str = ""


class Calendar(NamedTuple):
    """Words of dates and relative dates, and of the tenses near them."""

    # names and abbreviations of each of the twelve months, January first
    months: tuple[str, ...] = ("",) * 12
    # names of months that, in small letters, are also other words or are too short. In small
    # letters they count only in a full date (day, month and year).
    doubtful_months: str = ""
    # months, weekdays, seasons and adverbs that are other words in other languages. They count only
    # in a text that is known to be in this language.
    only_here: str = ""
    weekdays: tuple[str, ...] = ("",) * 7  # names of the seven weekdays, Monday first
    seasons: tuple[str, ...] = ("",) * 4  # names of the four seasons, spring first
    # seasons that, with just these capitals, are also other words or names. With a year, but
    # without a word of ``before_period``, they count only at the beginning of a line or a clause.
    doubtful_seasons: str = ""
    ordinals: tuple[str, ...] = ("",) * 4  # words for "first" to "fourth"
    last_ordinal: str = ""  # words for the last quarter or half of a year
    # quarters, halves: nouns for a quarter and a half of a year
    quarters: str = ""
    halves: str = ""
    halves_of_anything: str = ""  # nouns for any half, which count only before a year ("moitié")
    # quarter_codes, half_codes: capitals before or after a digit ("T3", "S1")
    quarter_codes: str = ""
    half_codes: str = ""
    units: Mapping[Unit, str] = _NONE  # singular forms of each unit
    plurals: Mapping[Unit, str] = _NONE  # other forms of each unit, for use after a number
    before_day: str = ""  # words before a day of the month ("le")
    after_weekday: str = ""  # words between a weekday and the day of the month
    # words for ``last`` and ``next`` before a day of the month ("el *pasado* 3 de mayo")
    sides_before_day: Mapping[Side, str] = _NONE
    # what may follow the number of a day ("er", "º"). A "." marks an ordinal.
    day_suffixes: str = ""
    # of_month, of_year: words between day and month, and between month and year
    of_month: str = ""
    of_year: str = ""
    month_first: bool = False  # whether "May 3" is a date
    before_month_day: str = ""  # words before such a date
    year_first: bool = False  # whether "2013. szeptember 5." is a date.
    # whether 04/07/2022 may be in April or in July, and so is no date
    numeric_is_ambiguous: bool = False
    before_days: str = ""  # words before the first of several days ("du")
    between: str = ""  # the same if there are more days between the two ("entre")
    # until, and_: words between two days
    until: str = ""
    and_: str = ""
    before_second_day: str = ""  # words after ``until`` and ``and_``
    before_month_year: str = ""  # words that may stand before a month with its year
    before_month: str = ""  # words of which one must stand before a month without a year
    sides_after_month: Mapping[Side, str] = _NONE  # words that may follow such a month
    # words that may stand before a season, a quarter or a half with its year
    before_period: str = ""
    of_period: str = ""  # words between such a period and its year
    # words of which one must stand before a year. The number may still be a quantity.
    before_year: str = ""
    surely_before_year: str = ""  # the same, but the number is certainly a year ("année")
    # words that may follow a year. Before other words, a number is a quantity.
    after_year: str = ""
    # words behind the year of a day or a month that belong to it ("2022 *года*")
    year_nouns: str = ""
    before_our_era: str = ""  # what stands behind a year before our era ("av. J.-C."). A template.
    # signs behind the numbers of a year, a month and a day ("2020年3月5日")
    day_signs: tuple[str, ...] = ()
    # names of eras, each with the year before its first one ("令和", 2018)
    eras: tuple[tuple[str, int], ...] = ()
    # whether all nouns have a capital. If not, a word with a capital may follow a year.
    nouns_are_capitalised: bool = False
    before_quantity: str = ""  # words before a number that is a quantity ("plus de")
    # relative, tense: see ``RelativeWords`` and ``TenseWords``
    relative: RelativeWords = RelativeWords()
    tense: TenseWords = TenseWords()


class SentenceWords(NamedTuple):
    """Words that decide where a sentence ends."""

    abbreviations: str = ""  # abbreviations without their dot. The dot does not end a sentence.
    may_end: str = ""  # those abbreviations whose dot ends a sentence before a capital ("etc")
    numbered: str = ""  # abbreviations whose dot does not end a sentence before a digit ("no. 5").
    starters: str = ""  # words that begin a sentence and are not surnames, with their capital
    ordinal_dot: bool = False  # whether a dot makes a number an ordinal ("am 3. Mai").
    # before_ordinal, after_ordinal: words before and after a number that show that its dot makes it
    # an ordinal. Names of months need not be listed.
    before_ordinal: str = ""
    after_ordinal: str = ""


class MailWords(NamedTuple):
    """Words by which the parts of a mail are found. All fields are templates."""

    # sender, sent, recipient, subject: labels of the lines above a mail that is quoted or forwarded
    # ("de", "envoyé", "à", "objet")
    sender: str = ""
    sent: str = ""
    recipient: str = ""
    subject: str = ""
    # forwarded, original: lines above a forwarded and above a quoted mail ("message transféré",
    # "message d'origine")
    forwarded: str = ""
    original: str = ""
    wrote: str = ""  # the end of a line that introduces a quoted mail ("a écrit")
    # reply, forward: marks before the subject of a reply and of a forwarded mail ("re", "tr")
    reply: str = ""
    forward: str = ""
    sent_from: str = ""  # beginnings of the lines that programs put below a mail ("envoyé de mon")
    # beginnings of paragraphs that firms put below each mail ("ce courriel est confidentiel")
    notices: str = ""


class ReleaseWords(NamedTuple):
    """Words by which the parts of a release are found: its own date, header lines, captions …

    Most fields are templates, in which only ``{weekday}`` is allowed. ``place_words``,
    ``short_weekdays``, ``auxiliaries``, ``compound_heads`` and ``compound_tails`` list words.
    """

    labels: str = ""  # whole header lines, with or without a number or a date ("communiqué")
    date_labels: str = ""  # the same, only with a date ("Stand")
    # published, updated: labels of the day of publication and of the day of a change
    published: str = ""
    updated: str = ""
    by: str = ""  # word before the name of a person, between such a label and its date
    embargo: str = ""  # labels of the day until which a release is held back, with the word "until"
    release_now: str = ""  # label of a release that is not held back ("pour diffusion immédiate")
    done_at: str = ""  # words before the place where a text was signed ("fait à")
    day_titles: str = ""  # words of a title whose date is the day of the news ("séance")
    announcing: str = ""  # words of a title or a label whose date is in the future ("invitation")
    # labels of the place and hour of an event ("lieu"). A date next to them is the date of the
    # event.
    event_labels: str = ""
    short_weekdays: str = ""  # abbreviated weekdays, which count only right before a date
    before_date: str = ""  # words that may stand between a label or a place and the date ("le")
    number_sign: str = ""  # sign before a release's number ("n°")
    place_words: str = ""  # small words inside the name of a place
    # clock, clock_end: words that may stand before and after a time of day
    clock: str = ""
    clock_end: str = ""
    reading_time: str = ""  # how long a page takes to read, with the number ("3 min de lecture")
    today: str = ""  # words right before a date that show that it is the release's day ("ce jeudi")
    news: str = ""  # words of a lead for what happened on the day itself
    older: str = ""  # words right before the date of something older ("signé")
    older_articles: str = ""  # words at the beginning of the date of something older ("du")
    own_articles: str = ""  # words at the beginning of the release's own date ("ce")
    credit: str = ""  # beginnings of captions
    contact: str = ""  # beginnings of lines that say whom to call
    appeared: str = ""  # what a feed puts below an entry ("est apparu en premier")
    untitled: str = ""  # titles that programs give ("sans titre")
    # verbs that show that a short line without a full stop is a sentence, with their capitals
    auxiliaries: str = ""
    # beginnings of lines that a web page has around a release (navigation, share links, comment
    # forms, cookie notices, related articles)
    site: str = ""
    site_lines: str = ""  # whole lines of the same kind ("accueil")
    # beginnings of headings of contacts, legal notices or newsletters at the end
    sections: str = ""
    about: str = ""  # beginnings of headings of what a release says of its publisher every time
    corrected: str = ""  # beginnings of words in the title of a corrected version ("rectifi")
    release_ends: str = ""  # lines that end a release ("fin")
    # compound_heads, compound_tails: first and second parts of compounds with a hyphen
    # ("sous-marin", "est-elle"). At the end of a line, such a hyphen usually belongs to the word.
    compound_heads: str = ""
    compound_tails: str = ""


class TermWords(NamedTuple):
    """How words become index terms."""

    # function words. They also tell the language of a question and the encoding of a file.
    stop_words: str = ""
    stemmer: str = ""  # Snowball's name of the language; "" if it has no stemmer
    elided: str = ""  # words that an apostrophe joins to the next word ("l", "qu", "dell")
    folds_first: bool = False  # whether accents are removed before stemming; if not, after it
    script: str = ""  # ranges of letters, as in a character class, if the script tells the language
    letters: str = ""  # the Latin letters beyond ASCII of the language, the most frequent first
    # frequent words, if there are no stop words. They help to tell the encoding of a file.
    common: str = ""
    spelled_out: str = ""  # letters with the two letters that may stand for each ("ü:ue")


class PeriodWords(NamedTuple):
    """Words by which a question names a period."""

    # names of the twelve months in order, if ``Calendar.months`` has none; "|" stands between two
    # forms of a name
    months: str = ""
    of: str = ""  # words between a month and its year ("abril *de* 2022")
    to: str = ""  # words between the two ends of a range ("2014 à 2016")
    # before, until, after, since: words before a time. They leave one of its sides open.
    before: str = ""
    until: str = ""
    after: str = ""
    since: str = ""
    # words for "the end". With them, "before" means "until" ("before the end of 2022").
    ends: str = ""
    fillers: str = ""  # words that may stand between all these and the time
    year: str = ""  # words for "year" before a number that is a year
    after_year: str = ""  # words or letters for "year" after the number
    after_month: str = ""  # the letter after the number of a month
    counted: str = ""  # words before a number that is a quantity
    numbered: str = ""  # words before a number that is part of a name ("résolution 1973")
    # words that may follow a year. Before other words, a number may be a quantity.
    goes_on: str = ""


class ScopeWords(NamedTuple):
    """Words by which a question asks for one value of several: of now, of each time, of a list.

    All but ``past`` and ``state`` are lists of words.
    """

    over_time: str = ""  # phrases that ask for the value of each time ("au fil des ans")
    evolved: str = ""  # words that do so after "how" ("évolué")
    how_often: str = ""  # phrases that ask how many times something was ("combien de fois")
    took_place: str = ""  # words by which "how many" counts events ("eu lieu")
    which_dates: str = ""  # phrases that ask for several dates ("à quelles dates")
    # words right behind such a phrase that make it a rate or a comparison ("combien de fois *par*
    # an")
    how_often_in: str = ""
    # first, last: words that ask for the earliest or the latest, between an article and a noun
    first: str = ""
    last: str = ""
    # first_time, last_time: phrases that ask for these wherever they stand ("zum ersten Mal")
    first_time: str = ""
    last_time: str = ""
    named_first: str = ""  # words before which they are part of a name ("première ligne")
    now: str = ""  # words that ask for the value of today ("actuellement")
    figures: str = ""  # nouns of what is counted again from time to time ("population")
    any_figure: str = ""  # nouns that tell nothing of what is counted ("nombre")
    who_many: str = ""  # what follows "who" where it asks for several people ("ont")
    plural_endings: str = ""  # endings of plural nouns
    # verb forms that ask about the past. It is a regular expression for text in small letters.
    past: str = ""
    state: str = ""  # verb forms that ask who held an office ("dirigeait"); the same
    # words beside an office that another one holds, or nobody yet ("ancien", "adjoint")
    former: str = ""
    # words beside an office that tell of one who stands in for its holder ("adjoint")
    deputies: str = ""
    formerly: str = ""  # words beside a verb for leading that say it is over ("auparavant")
    # words by which "where" asks for the places of something that is held again ("tenu")
    held: str = ""
    awards: str = ""  # nouns for what is won again and again ("médaille")
    won: str = ""  # verbs by which "who" and "which" ask who won it ("remporté")
    winners: str = ""  # nouns for those who did ("lauréats")
    listed: str = ""  # nouns of a request before what is listed ("noms")
    # highest, lowest: words that ask for the extreme of a figure ("le plus élevé")
    highest: str = ""
    lowest: str = ""
    # most, least: the same before a noun ("le plus de")
    most: str = ""
    least: str = ""
    # the word that asks for a figure by its noun, if it is not the first one for how many ("wie
    # hoch")
    figure: str = ""
    counted: str = ""  # nouns of figures with what these count ("affluence:visiteurs")


class PluralWords(NamedTuple):
    """Plurals and their singulars, to ask for one thing of several."""

    verbs: str = ""  # auxiliary verbs, as "sont:est ont:a"
    words: str = ""  # interrogatives, and articles behind such a verb, in the same form
    endings: str = ""  # endings of nouns, the first that fits, in the same form ("aux:al s:")
    unchanged: str = ""  # nouns with such an ending whose plural is their singular


class QuestionWords(NamedTuple):
    """Words that tell what a question asks for, and which period it names."""

    # when, who, where, how_many, why, how, which, what: the interrogatives, by what they ask for.
    # Accents that distinguish them from relative pronouns are needed. Only "when" is also found
    # without accents, at the beginning and end of a question and after ``asked``.
    when: str = ""
    who: str = ""
    where: str = ""
    how_many: str = ""
    why: str = ""
    how: str = ""
    which: str = ""
    what: str = ""
    relative: str = ""  # interrogatives that, after a comma, more often begin a relative clause
    anywhere: str = ""  # words for "when" that may stand anywhere, in scripts without spaces
    times: str = ""  # nouns that ask for a date after "which" or "what"
    is_the: str = ""  # words that may stand between these two ("quelle *est la* date")
    links: str = ""  # words that may open a question ("et", "c'est")
    prepositions: str = ""  # prepositions that may stand before an interrogative
    asked: str = ""  # words before an indirect "when" ("savez-vous quand")
    asking: str = ""  # interrogatives that may stand anywhere, in scripts without spaces
    requests: str = ""  # words that open a request, which asks without an interrogative ("citez")
    yes_no: str = ""  # verbs that open a question for yes or no ("did")
    verbs: str = ""  # frequent finite verbs. With a question mark they make a sentence a question.
    inversions: str = ""  # pronouns that follow their verb in a question ("a-t-*elle*")
    number_signs: str = ""  # words between a thing and the number by which it is called ("numéro")
    greetings: str = ""  # phrases that ask nothing of the releases: greetings, thanks, small talk
    thanks: str = ""  # phrases of thanks at the end of a question
    please: str = ""  # phrases of courtesy that may stand there without a comma ("svp")
    # words for those who are greeted, and words of assent ("madame", "parfait")
    salutations: str = ""
    wrapping: str = ""  # the words of "could you tell me", before an indirect question
    # words of a question for a contact, a legal notice or a subscription. It is a regular
    # expression for text in small letters without accents.
    contacts: str = ""
    joining: str = ""  # conjunctions that look like an interrogative without its accent ("que")
    names: str = ""  # phrases that ask how somebody or something is called ("comment s'appelle")
    period: PeriodWords = PeriodWords()  # words by which a question names a period
    scope: ScopeWords = ScopeWords()  # words by which it asks for one value of several
    plurals: PluralWords = PluralWords()  # words by which it asks for several things

    @property
    def interrogatives(self) -> tuple[str, ...]:
        """The interrogatives, in the order of ``questions.CLASSES``."""
        return (
            self.when, self.who, self.where, self.how_many, self.why, self.how, self.which,
            self.what,
        )  # fmt: skip


class TimeWords(NamedTuple):
    """Words of a time in a passage that answers "when"."""

    telling: str = ""  # words that tell a time by an event or an age ("après", "siècle")
    units: str = ""  # units of time. A number with a unit is a duration.
    # words before a number that is a year if the question asks for a date ("en 476")
    in_year: str = ""
    before_year: str = ""  # the same, but only before a number of four digits
    dateline: str = ""  # how a date is put before a text, with ``{date}`` and ``{text}``
    lead_in: str = ""  # words that the text of a date may begin with
    hours: str = ""  # words after a number that is a time of day ("h")
    before_hours: str = ""  # words before such a number
    # nouns that a year right after them belongs to ("budget 2009"); also as the last part of a
    # compound
    named: str = ""
    documents: str = ""  # nouns that a date after them belongs to ("la loi du 3 mai 2010")
    of_date: str = ""  # words that stand between such a noun and its date
    # words before such a noun by which something is done on its date ("*par* arrêté")
    through: str = ""
    # words right before the day on which something else ended or was made ("clos le")
    closes: str = ""
    # words for the day on which something has been for so many years, with ``*``
    anniversaries: str = ""
    # begins, ends: words before a date or in a question that tell a beginning or an end
    begins: str = ""
    ends: str = ""
    bare_years: bool = False  # whether a year without a preposition tells a time ("endete 1945")


class ClaimWords(NamedTuple):
    """Words by which two sentences are compared."""

    # regular expression for a negation, as with ``re.VERBOSE``, with straight apostrophes
    negation: str = ""
    without: str = ""  # words that negate only what follows them
    # pairs of a figure and the words for it, for ordinals and multiples. Cardinal numbers are in
    # ``Language.numbers``.
    figures: tuple[tuple[str, str], ...] = ()
    titles: str = ""  # words before the name of a person
    openings: str = ""  # words that begin a sentence and add nothing to what it says
    days: str = ""  # words of time that are not names, apart from months
    not_months: str = ""  # names of months that are also other words


class OfficeWords(NamedTuple):
    """Words of questions who holds an office."""

    copulas: str = ""  # the verbs between "who" and the office
    auxiliaries: str = ""  # verbs that may stand before them ("*a* été")
    # words for leading and for being put into an office; beginnings of words end in ``*``
    leading: str = ""
    leaves: str = ""  # verbs and nouns for leaving an office, phrases joined by ``_``
    becomes: str = ""  # verbs of a question when somebody became what he is ("devenu"), with ``*``
    takes: str = ""  # words of a sentence that tells when somebody took an office, with ``*``
    succeeds: str = ""  # verbs whose object held an office before their subject ("succède à")
    # nouns for one who holds an office, of a man and a woman, by a key that is the same in all
    # languages. ``head`` are the nouns that fit any office.
    posts: Mapping[str, str] = _NONE


class SpeechWords(NamedTuple):
    """Words that tell who said what a release quotes."""

    # The grammar of words in a sentence:

    # articles, prepositions, conjunctions, relatives, pronouns: words of these classes
    articles: str = ""
    prepositions: str = ""
    conjunctions: str = ""
    relatives: str = ""
    pronouns: str = ""
    adverbs: str = ""  # adverbs, and other words that may stand in the same places
    # name_links, noun_links: words between the parts of a name ("de") and between nouns ("pour")
    name_links: str = ""
    noun_links: str = ""
    loose_links: str = ""  # words that may stand between nouns, and in many other places ("à")
    joins: str = ""  # words for "and" and similar conjunctions
    sources: str = ""  # words for "according to", without "to"
    that: str = ""  # words that begin indirect speech
    modals: str = ""  # verbs that stand before the infinitive of a verb of speech
    # copulas, auxiliaries: forms of "be" and "have"
    copulas: str = ""
    auxiliaries: str = ""
    # verbs, participles, gerunds, infinitives: forms of verbs of speech
    verbs: str = ""
    participles: str = ""
    gerunds: str = ""
    infinitives: str = ""
    stems: str = ""  # stems of regular verbs of speech
    # verb_endings, participle_endings, gerund_endings, infinitive_endings: endings of the forms of
    # these stems
    verb_endings: str = ""
    participle_endings: str = ""
    gerund_endings: str = ""
    infinitive_endings: str = ""
    nothing: str = ""  # words that are none of these in this language, but are in another one
    # words that tell this language from the others. If they are empty, only the signatures of
    # quotes are read in this language, not the sentences around quotes.
    marks: str = ""

    # People and things:

    titles: str = ""  # words before a person's name, with and without their dot
    roles: str = ""  # beginnings of words for a role
    role_beginnings: str = ""  # what may stand before these words ("vice")
    role_endings: str = ""  # endings of other words for a role
    someone: str = ""  # words for one of several people
    offices: str = ""  # words that end a role right before the name
    things: str = ""  # nouns for what cannot speak
    speeches: str = ""  # nouns for what contains a statement
    requests: str = ""  # beginnings of verbs whose object may stand between the verb and the quote
    replies: str = ""  # verbs that may follow a quote with "?" or "!" at its end, after the speaker
    viewpoints: str = ""  # words for "for" before a person who makes a statement, without a verb
    idioms: str = ""  # phrases that count as an adverb

    # Words that depend on their neighbours:

    partitives: str = ""  # words that are articles at the beginning of a clause
    split_sources: str = ""  # words for "according to" that consist of two words
    reflexives: str = ""  # reflexive pronouns ("s'")
    reflexive_auxiliaries: str = ""  # copulas that are auxiliaries after such a pronoun ("s'est")
    echoes: str = ""  # pronouns that repeat the subject after an auxiliary
    # inverted_subjects, inversion_links: pronouns after a verb, and the letter between the two
    # ("a-t-il")
    inverted_subjects: str = ""
    inversion_links: str = ""
    # masculine, feminine: pronouns of the third person, and articles and titles that show the same
    # gender before a speaker
    masculine: str = ""
    feminine: str = ""
    plurals: str = ""  # articles and titles before several speakers
    # adverb_endings, adjective_endings: endings of adverbs and of adjectives
    adverb_endings: str = ""
    adjective_endings: str = ""
    plural_endings: str = ""  # endings of verbs in the plural; empty if the endings do not tell
    name_beginnings: str = ""  # beginnings of names in small letters before a capital ("al-")
    name_first: bool = False  # whether the speaker may stand before the verb after a quote
    bare_nouns: bool = False  # whether a noun needs no article

    # Signatures, which are names on their own line above or below a quote. ``titles``, ``roles``,
    # ``role_beginnings``, ``role_endings`` and ``name_links`` are used for them too.

    # nouns that, with an article, stand for what was named before ("la société")
    stand_ins: str = ""
    no_names: str = ""  # beginnings of lines with capitals that name nobody ("Contact", "Ville de")
    introductions: str = ""  # template of words before a name above its quote ("citation de")
    # verbs, in the forms in which a question asks who said something. They may also stand between a
    # name and the colon above a quote.
    asked: str = ""
    say: str = ""  # more forms of verbs, in which a question asks what somebody said
    # templates of questions for what somebody said, a line each, with {said} for such a verb,
    # {speaker}, {about}, and {on} or {of} before what it is about
    what_said: str = ""
    # said_on, said_of: templates of the words before what was spoken about; those of ``said_of``
    # may stand in the speaker's name or office too
    said_on: str = ""
    said_of: str = ""
    # template of questions for the speaker without a verb ("de qui est cette phrase")
    authors: str = ""
    first_person: str = ""  # words by which speakers mean themselves


class AnswerWords(NamedTuple):
    """Words that help to make the words of an answer complete."""

    joins: str = ""  # conjunctions. An answer does not begin or end with one.
    both: str = ""  # conjunctions that join the parts of an answer
    # words for one more of several things ("l'un en Espagne, *l'autre* au Maroc")
    another: str = ""
    either: str = ""  # conjunctions between two things that a question asks for together ("ou")
    to: str = ""  # words between the two numbers of a range ("3 *à* 5")
    ranges: str = ""  # words before a range and between its two numbers, with a slash ("entre/et")
    multiples: str = ""  # words that multiply the number before them ("millions")
    of: str = ""  # words between a number, or such a word, and a unit ("de")
    units: str = ""  # units of measure, money and time, in the singular and in the plural
    articles: str = ""  # words that may stand before a name or a noun in a series
    # articles of the plural, and words like articles behind which something is counted
    plural_articles: str = ""
    alone: str = ""  # words after a second name that show that it begins a new clause ("a")
    several: str = ""  # interrogatives that may ask for more than one thing ("quels")
    passive: str = ""  # auxiliaries of the passive ("été", "est")
    surely_passive: str = ""  # those of them that are no auxiliaries of the active ("été")
    by: str = ""  # words before who did it, in the passive ("par")
    whom: str = ""  # interrogatives for the one to whom something is done ("wen")
    against: str = ""  # words before the number of another time ("450, *contre* 430 en 2020")
    than: str = ""  # words before the time that a change counts from ("8 % de plus *qu*'en 2017")
    year_before: str = ""  # the year before one that is stated ("l'année précédente")
    # the same, which without one counts from the release's date ("un an plus tôt")
    year_earlier: str = ""
    # words behind a number of years that do so too ("trois *ans plus tôt*")
    years_earlier: str = ""
    # words right behind a number by which something grew or shrank ("douze *de plus*")
    more: str = ""
    nameless: str = ""  # words for persons that name none ("quelqu'un", "he")
    not_so: str = ""  # words that tell of a wish, a candidate or an observer
    beside: str = ""  # prepositions before somebody's partner ("avec")
    # words for another thing of the kind ("l'université *voisine*"), with ``*``
    neighbours: str = ""
    wishes: str = ""  # verbs that call for something that has not happened
    # verbs of a plan, a wish or a possibility. What a sentence with one tells of may never have
    # happened. With ``*``, the beginning of a word; so are the next four.
    unrealised: str = ""
    declines: str = ""  # verbs of refusing and giving up what stands behind them
    # superlatives of a question, and behind a slash more words by which a passage may tell which
    # one is the first of all
    superlatives: str = ""
    reasons: str = ""  # words by which a sentence gives a reason or an aim ("car"), with ``*``
    # receives, gives: verbs whose subject has something then, and whose subject had it before
    receives: str = ""
    gives: str = ""
    # pairs of words and their opposites, "ouvr* / ferm*", with commas between the pairs; with
    # ``*``, the beginning of a word. Of more than two, each is the opposite of the others.
    opposites: str = ""
    undoes: str = ""  # words for undoing, refusing and ending, and for what fails
    # finite verbs and participles of those who announce, present, open, visit or praise something,
    # with ``*``
    announces: str = ""
    participles: str = ""  # endings of past participles that follow their noun ("le pont *rénové*")
    benefits: str = ""  # words before the one for whom something is ("pour")
    # phrases of a question for the time from which a thing is ("de quand date"), and behind a slash
    # words of a sentence that tells it, with ``*``
    origins: str = ""
    # beginnings, endings: words for beginning and for ending, with ``*`` as in ``opposites``. A
    # sentence with one tells when something begins, or ends.
    beginnings: str = ""
    endings: str = ""
    # forms of the verbs for what somebody does, and behind a slash nouns for one who did it, by a
    # key that is the same in all languages. Each index term has one key.
    deeds: Mapping[str, str] = _NONE
    objects: str = ""  # articles, pronouns and relatives that only an object has ("den", "que")
    recipients: str = ""  # words before the one to whom something is given ("à")
    opponents: str = ""  # words before the other side of a contest ("contre")


class MembershipWords(NamedTuple):
    """Words that tell who joins something and who leaves it.

    ``asked`` and ``asked_left`` are lists of words, the others regular expressions for whole words
    in small letters.
    """

    # asked, asked_left: words of a question for those who joined, and for those who left
    asked: str = ""
    asked_left: str = ""
    # joins, leaves: verbs behind the one who joins, or leaves ("a rejoint")
    joins: str = ""
    leaves: str = ""
    # admits, expels: words right before the one who joins, or leaves ("l'adhésion de")
    admits: str = ""
    expels: str = ""


class MeasureWords(NamedTuple):
    """Words by which a quantity and a question for one are told from others."""

    # the units of each kind of quantity, in the singular and in the plural
    units: Mapping[Measure, str] = _NONE
    # nouns and verbs of a question for each kind ("coût", "mesure")
    asked: Mapping[Measure, str] = _NONE
    # those of them that, right behind "which", are nouns of another meaning ("quelle *mesure*")
    verbs: str = ""
    sizes: str = ""  # nouns for how many or how much of anything ("quantité")
    # adjectives behind "how" for each kind of quantity ("how *old*"); those of several kinds under
    # ``any``
    scales: Mapping[Measure | Literal["any"], str] = _NONE
    # words of a question for an age, with ``*`` at the end of the beginning of a word
    ages: str = ""
    amounts: str = ""  # words for how many that are no numbers ("plusieurs")
    # nouns and verbs for things that are often counted ("morts tués décès"); the keys are the same
    # in all languages
    counted: Mapping[str, str] = _NONE
    people: str = ""  # words for people of any kind ("personnes")
    # words that follow "how many" where it counts things, in a language that needs one ("combien
    # *de*")
    counts: str = ""
    percent: str = ""  # words for the hundredth part, behind a number ("pour cent")
    # interrogatives of an amount; where an article or a name follows the word behind them, that is
    # a verb
    how_much: str = ""
    # nouns, adjectives and verbs of each dimension ("hauteur", "haut de") and of revenue and
    # profit, with ``*`` at the end of the beginning of a word. The keys are the same in all
    # languages.
    dimensions: Mapping[str, str] = _NONE


class FollowUpWords(NamedTuple):
    """Words by which a question goes on from the question before ("Et en 2022 ?").

    ``said``, ``impersonal``, ``participles`` and ``this_release`` are regular expressions for text
    in small letters with straight apostrophes. Pairs are written "son:le sa:la", with ``_`` for a
    blank. All others are lists of words, or texts with names in braces.
    """

    marks: str = "{}?"  # the marks of a question, around ``{}``
    opens: str = ""  # words that open a follow-up ("et")
    about: str = ""  # phrases that open one about something else ("qu'en_est-il_de")
    that_one: str = ""  # pronouns for the noun of the question before ("celui")
    tails: str = ""  # words that may follow an interrogative alone ("où *ça*")
    said: str = ""  # a question who said what was answered ("qui l'a dit")
    who_said: str = ""  # the same with the ``{words}``
    inverted: str = ""  # pronouns joined to their verb, with ``m``, ``f`` or nothing for the gender
    subjects: str = ""  # pronouns that a noun may replace where they stand, in the same form
    # pronouns before a verb, with the preposition of the noun behind the verb that says the same
    # ("lui:à")
    clitics: str = ""
    personal: str = ""  # preposition of a person who is an object ("a" in Spanish)
    stressed: str = ""  # pronouns that follow a preposition ("avec *lui*"), as ``inverted``
    particles_before: str = ""  # other small words before a verb ("s'", "ne")
    possessives: str = ""  # possessives with the article that takes their place
    # preposition of a possessor, where ``AnswerWords.of`` does not begin with it ("von")
    of: str = ""
    drops_subjects: bool = False  # whether a verb needs no subject ("nació")
    # endings of feminine nouns, where the possessive does not tell the gender
    feminine_endings: str = ""
    # what joins the possessor to the noun behind it ("'s"); ``""`` for "of"
    possessive_suffix: str = ""
    demonstratives: str = ""  # demonstratives
    impersonal: str = ""  # subjects that stand for nothing ("faut-il")
    relations: str = ""  # nouns for a person by its relation to another one ("successeur")
    who_is: str = ""  # the question who such a person is, with ``{noun}``
    which_is: str = ""  # what asks for a thing, by its article ("la:quelle_est")
    genders: str = ""  # articles of one gender, as "le:m la:f"
    titles_of_women: str = ""  # titles before a woman's name
    contractions: str = ""  # a preposition and an article with their contraction ("de+le:du")
    # prepositions of a place for a territory by its article ("la:en"); they take the article's
    # place
    in_territory: str = ""
    elided: str = ""  # words that lose their last letter before a vowel ("le:l'")
    places: str = ""  # prepositions of a place
    added: str = ""  # preposition of a name that has no place in the question before ("pour")
    these: str = ""  # the demonstrative for things that were asked for, if it has one form
    that: str = ""  # the pronoun for what was asked for ("cela")
    what_noun: str = ""  # interrogatives for "what" that may have a noun ("what year")
    degrees: bool = False  # whether "how" may have an adjective ("how old")
    # a question about a sentence, with ``{asks}``, ``{subject}``, ``{verb}`` and ``{rest}``
    with_subject: str = "{asks} {subject} {verb} {rest}"
    # the same where the verb matches ``present``; ``""`` for no difference
    with_subject_now: str = ""
    present: str = ""  # verbs in the present, where that matters
    auxiliaries: str = ""  # verbs that a participle follows
    support: str = ""  # verbs that stand before the subject in a question for an object ("did")
    verb_phrases: str = ""  # verbs of two words that could be taken for nouns ("take place")
    participles: str = ""  # participles, and other words that stand at the end of a clause
    times_before_participle: bool = False  # whether a time stands before them
    agreed: str = ""  # endings of participles that agree with a noun before them ("ées:é")
    year: str = ""  # preposition before a year
    this_release: str = ""  # phrases for the release of the answer before


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known about a language.

    A value is equal only to itself, so that it can be the key of a cache.
    """

    code: str  # ISO 639-1 code
    # codes of other languages whose words may stand in texts of this language
    beside: tuple[str, ...] = ("en",)
    # values of cardinal numbers, by their words
    numbers: dict[str, int] = field(default_factory=dict)
    file_names: str = ""  # words that tell the language in the names of files and folders
    # words for an event, by a key that is the same in all languages: those by which a question
    # takes it for granted, and behind a slash more by which a release may tell of it ("inaugur* /
    # mise_en_service"). With ``*``, the beginning of a word. A language without the latter only
    # tells what its questions take for granted.
    events: Mapping[str, str] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    releases: ReleaseWords = field(default_factory=ReleaseWords)
    mails: MailWords = field(default_factory=MailWords)
    terms: TermWords = field(default_factory=TermWords)
    questions: QuestionWords = field(default_factory=QuestionWords)
    times: TimeWords = field(default_factory=TimeWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    offices: OfficeWords = field(default_factory=OfficeWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
    answers: AnswerWords = field(default_factory=AnswerWords)
    memberships: MembershipWords = field(default_factory=MembershipWords)
    measures: MeasureWords = field(default_factory=MeasureWords)
    follow_ups: FollowUpWords = field(default_factory=FollowUpWords)
