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
    "money", "time", "length", "area", "mass", "volume", "share", "clock", "temperature", "speed"
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
    """Words of relative dates, which are dates only together with the release's date.

    Attributes:
        days: adverbs by their distance from the release's day, in days: ``{-1: "hier"}``.
        parts_of_day: words that may follow an adverb ("hier *soir*").
        today: templates for the release's own day ("ce matin").
        ago, ahead: templates with a ``{count}``, for the past and the future ("il y a {count}").
        ahead_or_lasting: templates with a ``{count}`` that mean the future or a duration ("in two
            years").
        lasting: template of words before such an expression. They show that it is a duration,
            unless the sentence speaks of the future.
        vague: words before a number that is not exact ("environ").
        weeks: number of weeks by a number of days that means weeks: ``{15: 2}`` ("quinze jours").
        sides: templates for the last, this and the next week, month … ("la semaine prochaine").
        plain: templates for the nearest weekday, season … in the past or the future, as the
            sentence tells ("mardi", "au printemps").
        story: templates for a day that is counted from another day in the text, and for habits
            ("le lendemain", "le mardi"). They are found but never resolved.
        not_dates: templates for expressions that only look like a relative date ("chaque mardi").
        after_date: templates for words after a date or a weekday that tell its year or week ("le
            12 novembre *dernier*").
    """

    days: Mapping[int, str] = _NONE
    parts_of_day: str = ""
    today: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    ahead_or_lasting: tuple[str, ...] = ()
    lasting: str = ""
    vague: str = ""
    weeks: Mapping[int, int] = _NONE
    sides: Sides = Sides()
    plain: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ()
    after_date: Sides = Sides()


class TenseWords(NamedTuple):
    """Templates of words that tell whether a sentence speaks of the future or of the past.

    Attributes:
        future: words for the future, seen from the release's day. A date next to them in the lead
            is not the release's own date.
        coming: more words for a date after the release's: what was announced ("serait").
        forms: verbs in the future tense. It is a regular expression.
        been: words for the past.
        frees: words right before a date that the tense of the verb says nothing about ("a annoncé
            une grève *pour le* 5 décembre", "*un grand* 5 décembre").
        clause_ends: words that begin another clause ("qui", "dont").
        relatives: those of them that begin one that tells more of a noun ("qui").
        continues: words that begin what was said or another clause beside the first ("que",
            "mais"); right behind a comma, those that are no conjunctions are relatives too.
    """

    future: str = ""
    coming: str = ""
    forms: str = ""
    been: str = ""
    frees: str = ""
    clause_ends: str = ""
    relatives: str = ""
    continues: str = ""


class Calendar(NamedTuple):
    """Words of dates and relative dates, and of the tenses near them.

    Attributes:
        months: names and abbreviations of each of the twelve months, January first.
        doubtful_months: names of months that, in small letters, are also other words or are too
            short. In small letters they count only in a full date (day, month and year).
        only_here: months, weekdays, seasons and adverbs that are other words in other languages.
            They count only in a text that is known to be in this language.
        weekdays: names of the seven weekdays, Monday first.
        seasons: names of the four seasons, spring first.
        doubtful_seasons: seasons that, with just these capitals, are also other words or names.
            With a year, but without a word of ``before_period``, they count only at the beginning
            of a line or a clause.
        ordinals: words for "first" to "fourth".
        last_ordinal: words for the last quarter or half of a year.
        quarters, halves: nouns for a quarter and a half of a year.
        halves_of_anything: nouns for any half, which count only before a year ("moitié").
        quarter_codes, half_codes: capitals before or after a digit ("T3", "S1").
        units: singular forms of each unit.
        plurals: other forms of each unit, for use after a number.
        before_day: words before a day of the month ("le").
        after_weekday: words between a weekday and the day of the month.
        sides_before_day: words for ``last`` and ``next`` before a day of the month ("el *pasado* 3
            de mayo").
        day_suffixes: what may follow the number of a day ("er", "º"). A "." marks an ordinal.
        of_month, of_year: words between day and month, and between month and year.
        month_first: whether "May 3" is a date.
        before_month_day: words before such a date.
        year_first: whether "2013. szeptember 5." is a date.
        numeric_is_ambiguous: whether 04/07/2022 may be in April or in July, and so is no date.
        before_days: words before the first of several days ("du").
        between: the same if there are more days between the two ("entre").
        until, and_: words between two days.
        before_second_day: words after ``until`` and ``and_``.
        before_month_year: words that may stand before a month with its year.
        before_month: words of which one must stand before a month without a year.
        sides_after_month: words that may follow such a month.
        before_period: words that may stand before a season, a quarter or a half with its year.
        of_period: words between such a period and its year.
        before_year: words of which one must stand before a year. The number may still be a
            quantity.
        surely_before_year: the same, but the number is certainly a year ("année").
        after_year: words that may follow a year. Before other words, a number is a quantity.
        year_nouns: words behind the year of a day or a month that belong to it ("2022 *года*").
        before_our_era: what stands behind a year before our era ("av. J.-C."). A template.
        day_signs: signs behind the numbers of a year, a month and a day ("2020年3月5日").
        nouns_are_capitalised: whether all nouns have a capital. If not, a word with a capital
            may follow a year.
        before_quantity: words before a number that is a quantity ("plus de").
        relative, tense: see ``RelativeWords`` and ``TenseWords``.
    """

    months: tuple[str, ...] = ("",) * 12
    doubtful_months: str = ""
    only_here: str = ""
    weekdays: tuple[str, ...] = ("",) * 7
    seasons: tuple[str, ...] = ("",) * 4
    doubtful_seasons: str = ""
    ordinals: tuple[str, ...] = ("",) * 4
    last_ordinal: str = ""
    quarters: str = ""
    halves: str = ""
    halves_of_anything: str = ""
    quarter_codes: str = ""
    half_codes: str = ""
    units: Mapping[Unit, str] = _NONE
    plurals: Mapping[Unit, str] = _NONE
    before_day: str = ""
    after_weekday: str = ""
    sides_before_day: Mapping[Side, str] = _NONE
    day_suffixes: str = ""
    of_month: str = ""
    of_year: str = ""
    month_first: bool = False
    year_first: bool = False
    before_month_day: str = ""
    numeric_is_ambiguous: bool = False
    before_days: str = ""
    between: str = ""
    until: str = ""
    and_: str = ""
    before_second_day: str = ""
    before_month_year: str = ""
    before_month: str = ""
    sides_after_month: Mapping[Side, str] = _NONE
    before_period: str = ""
    of_period: str = ""
    before_year: str = ""
    surely_before_year: str = ""
    after_year: str = ""
    before_our_era: str = ""
    year_nouns: str = ""
    day_signs: tuple[str, ...] = ()
    nouns_are_capitalised: bool = False
    before_quantity: str = ""
    relative: RelativeWords = RelativeWords()
    tense: TenseWords = TenseWords()


class SentenceWords(NamedTuple):
    """Words that decide where a sentence ends.

    Attributes:
        abbreviations: abbreviations without their dot. The dot does not end a sentence.
        may_end: those abbreviations whose dot ends a sentence before a capital ("etc").
        numbered: abbreviations whose dot does not end a sentence before a digit ("no. 5").
        starters: words that begin a sentence and are not surnames, with their capital.
        ordinal_dot: whether a dot makes a number an ordinal ("am 3. Mai").
        before_ordinal, after_ordinal: words before and after a number that show that its dot makes
            it an ordinal. Names of months need not be listed.
    """

    abbreviations: str = ""
    may_end: str = ""
    numbered: str = ""
    starters: str = ""
    ordinal_dot: bool = False
    before_ordinal: str = ""
    after_ordinal: str = ""


class MailWords(NamedTuple):
    """Words by which the parts of a mail are found. All fields are templates.

    Attributes:
        sender, sent, recipient, subject: labels of the lines above a mail that is quoted or
            forwarded ("de", "envoyé", "à", "objet").
        forwarded, original: lines above a forwarded and above a quoted mail ("message transféré",
            "message d'origine").
        wrote: the end of a line that introduces a quoted mail ("a écrit").
        reply, forward: marks before the subject of a reply and of a forwarded mail ("re", "tr").
        sent_from: beginnings of the lines that programs put below a mail ("envoyé de mon").
        notices: beginnings of paragraphs that firms put below each mail ("ce courriel est
            confidentiel").
    """

    sender: str = ""
    sent: str = ""
    recipient: str = ""
    subject: str = ""
    forwarded: str = ""
    original: str = ""
    wrote: str = ""
    reply: str = ""
    forward: str = ""
    sent_from: str = ""
    notices: str = ""


class ReleaseWords(NamedTuple):
    """Words by which the parts of a release are found: its own date, header lines, captions …

    Most fields are templates, in which only ``{weekday}`` is allowed. ``place_words``,
    ``short_weekdays``, ``auxiliaries``, ``compound_heads`` and ``compound_tails`` list words.

    Attributes:
        labels: whole header lines, with or without a number or a date ("communiqué").
        date_labels: the same, only with a date ("Stand").
        published, updated: labels of the day of publication and of the day of a change.
        by: word before the name of a person, between such a label and its date.
        embargo: labels of the day until which a release is held back, with the word "until".
        release_now: label of a release that is not held back ("pour diffusion immédiate").
        done_at: words before the place where a text was signed ("fait à").
        day_titles: words of a title whose date is the day of the news ("séance").
        announcing: words of a title or a label whose date is in the future ("invitation").
        event_labels: labels of the place and hour of an event ("lieu"). A date next to them is the
            date of the event.
        short_weekdays: abbreviated weekdays, which count only right before a date.
        before_date: words that may stand between a label or a place and the date ("le").
        number_sign: sign before a release's number ("n°").
        place_words: small words inside the name of a place.
        clock, clock_end: words that may stand before and after a time of day.
        reading_time: how long a page takes to read, with the number ("3 min de lecture").
        today: words right before a date that show that it is the release's day ("ce jeudi").
        news: words of a lead for what happened on the day itself.
        older: words right before the date of something older ("signé").
        older_articles: words at the beginning of the date of something older ("du").
        own_articles: words at the beginning of the release's own date ("ce").
        credit: beginnings of captions.
        contact: beginnings of lines that say whom to call.
        appeared: what a feed puts below an entry ("est apparu en premier").
        untitled: titles that programs give ("sans titre").
        auxiliaries: verbs that show that a short line without a full stop is a sentence, with
            their capitals.
        site: beginnings of lines that a web page has around a release (navigation, share links,
            comment forms, cookie notices, related articles).
        site_lines: whole lines of the same kind ("accueil").
        sections: beginnings of headings of contacts, legal notices or newsletters at the end.
        about: beginnings of headings of what a release says of its publisher every time.
        corrected: beginnings of words in the title of a corrected version ("rectifi").
        release_ends: lines that end a release ("fin").
        compound_heads, compound_tails: first and second parts of compounds with a hyphen
            ("sous-marin", "est-elle"). At the end of a line, such a hyphen usually belongs to the
            word.
    """

    labels: str = ""
    date_labels: str = ""
    published: str = ""
    updated: str = ""
    by: str = ""
    embargo: str = ""
    release_now: str = ""
    done_at: str = ""
    day_titles: str = ""
    announcing: str = ""
    event_labels: str = ""
    short_weekdays: str = ""
    before_date: str = ""
    number_sign: str = ""
    place_words: str = ""
    clock: str = ""
    clock_end: str = ""
    reading_time: str = ""
    today: str = ""
    news: str = ""
    older: str = ""
    older_articles: str = ""
    own_articles: str = ""
    credit: str = ""
    contact: str = ""
    appeared: str = ""
    untitled: str = ""
    auxiliaries: str = ""
    site: str = ""
    site_lines: str = ""
    sections: str = ""
    about: str = ""
    release_ends: str = ""
    corrected: str = ""
    compound_heads: str = ""
    compound_tails: str = ""


class TermWords(NamedTuple):
    """How words become index terms.

    Attributes:
        stop_words: function words. They also tell the language of a question and the encoding of a
            file.
        stemmer: Snowball's name of the language; "" if it has no stemmer.
        elided: words that an apostrophe joins to the next word ("l", "qu", "dell").
        folds_first: whether accents are removed before stemming; if not, after it.
        script: ranges of letters, as in a character class, if the script tells the language.
        letters: the Latin letters beyond ASCII of the language, the most frequent first.
        common: frequent words, if there are no stop words. They help to tell the encoding of a
            file.
        spelled_out: letters with the two letters that may stand for each ("ü:ue").
    """

    stop_words: str = ""
    stemmer: str = ""
    elided: str = ""
    folds_first: bool = False
    script: str = ""
    letters: str = ""
    common: str = ""
    spelled_out: str = ""


class PeriodWords(NamedTuple):
    """Words by which a question names a period.

    Attributes:
        months: names of the twelve months in order, if ``Calendar.months`` has none; "|" stands
            between two forms of a name.
        of: words between a month and its year ("abril *de* 2022").
        to: words between the two ends of a range ("2014 à 2016").
        before, until, after, since: words before a time. They leave one of its sides open.
        ends: words for "the end". With them, "before" means "until" ("before the end of 2022").
        fillers: words that may stand between all these and the time.
        year: words for "year" before a number that is a year.
        after_year: words or letters for "year" after the number.
        after_month: the letter after the number of a month.
        counted: words before a number that is a quantity.
        numbered: words before a number that is part of a name ("résolution 1973").
        goes_on: words that may follow a year. Before other words, a number may be a quantity.
    """

    months: str = ""
    of: str = ""
    to: str = ""
    before: str = ""
    until: str = ""
    after: str = ""
    since: str = ""
    ends: str = ""
    fillers: str = ""
    year: str = ""
    after_year: str = ""
    after_month: str = ""
    counted: str = ""
    numbered: str = ""
    goes_on: str = ""


class ScopeWords(NamedTuple):
    """Words by which a question asks for one value of several: of now, of each time, of a list.

    All but ``past`` and ``state`` are lists of words.

    Attributes:
        over_time: phrases that ask for the value of each time ("au fil des ans").
        evolved: words that do so after "how" ("évolué").
        how_often: phrases that ask how many times something was ("combien de fois").
        took_place: words by which "how many" counts events ("eu lieu").
        which_dates: phrases that ask for several dates ("à quelles dates").
        how_often_in: words right behind such a phrase that make it a rate or a comparison
            ("combien de fois *par* an").
        first, last: words that ask for the earliest or the latest, between an article and a noun.
        first_time, last_time: phrases that ask for these wherever they stand ("zum ersten Mal").
        named_first: words before which they are part of a name ("première ligne").
        now: words that ask for the value of today ("actuellement").
        figures: nouns of what is counted again from time to time ("population").
        any_figure: nouns that tell nothing of what is counted ("nombre").
        who_many: what follows "who" where it asks for several people ("ont").
        plural_endings: endings of plural nouns.
        past: verb forms that ask about the past. It is a regular expression for text in small
            letters.
        state: verb forms that ask who held an office ("dirigeait"); the same.
        former: words beside an office that another one holds, or nobody yet ("ancien", "adjoint").
        formerly: words beside a verb for leading that say it is over ("auparavant").
        held: words by which "where" asks for the places of something that is held again ("tenu").
        awards: nouns for what is won again and again ("médaille").
        won: verbs by which "who" and "which" ask who won it ("remporté").
        winners: nouns for those who did ("lauréats").
        listed: nouns of a request before what is listed ("noms").
        highest, lowest: words that ask for the extreme of a figure ("le plus élevé").
        most, least: the same before a noun ("le plus de").
        figure: the word that asks for a figure by its noun, if it is not the first one for how many
            ("wie hoch").
        counted: nouns of figures with what these count ("affluence:visiteurs").
    """

    over_time: str = ""
    evolved: str = ""
    how_often: str = ""
    which_dates: str = ""
    took_place: str = ""
    how_often_in: str = ""
    first: str = ""
    last: str = ""
    first_time: str = ""
    last_time: str = ""
    named_first: str = ""
    now: str = ""
    figures: str = ""
    any_figure: str = ""
    who_many: str = ""
    plural_endings: str = ""
    past: str = ""
    state: str = ""
    former: str = ""
    formerly: str = ""
    held: str = ""
    awards: str = ""
    won: str = ""
    winners: str = ""
    listed: str = ""
    highest: str = ""
    lowest: str = ""
    most: str = ""
    least: str = ""
    figure: str = ""
    counted: str = ""


class PluralWords(NamedTuple):
    """Plurals and their singulars, to ask for one thing of several.

    Attributes:
        verbs: auxiliary verbs, as "sont:est ont:a".
        words: interrogatives, and articles behind such a verb, in the same form.
        endings: endings of nouns, the first that fits, in the same form ("aux:al s:").
        unchanged: nouns with such an ending whose plural is their singular.
    """

    verbs: str = ""
    words: str = ""
    endings: str = ""
    unchanged: str = ""


class QuestionWords(NamedTuple):
    """Words that tell what a question asks for, and which period it names.

    Attributes:
        when, who, where, how_many, why, how, which, what: the interrogatives, by what they ask
            for. Accents that distinguish them from relative pronouns are needed. Only "when" is
            also found without accents, at the beginning and end of a question and after ``asked``.
        relative: interrogatives that, after a comma, more often begin a relative clause.
        anywhere: words for "when" that may stand anywhere, in scripts without spaces.
        times: nouns that ask for a date after "which" or "what".
        is_the: words that may stand between these two ("quelle *est la* date").
        links: words that may open a question ("et", "c'est").
        prepositions: prepositions that may stand before an interrogative.
        asked: words before an indirect "when" ("savez-vous quand").
        asking: interrogatives that may stand anywhere, in scripts without spaces.
        requests: words that open a request, which asks without an interrogative ("citez").
        yes_no: verbs that open a question for yes or no ("did").
        verbs: frequent finite verbs. With a question mark they make a sentence a question.
        inversions: pronouns that follow their verb in a question ("a-t-*elle*").
        number_signs: words between a thing and the number by which it is called ("numéro").
        greetings: phrases that ask nothing of the releases: greetings, thanks, small talk.
        thanks: phrases of thanks at the end of a question.
        please: phrases of courtesy that may stand there without a comma ("svp").
        salutations: words for those who are greeted, and words of assent ("madame", "parfait").
        wrapping: the words of "could you tell me", before an indirect question.
        contacts: words of a question for a contact, a legal notice or a subscription. It is a
            regular expression for text in small letters without accents.
        joining: conjunctions that look like an interrogative without its accent ("que").
        names: phrases that ask how somebody or something is called ("comment s'appelle").
        period: words by which a question names a period.
        scope: words by which it asks for one value of several.
        plurals: words by which it asks for several things.
    """

    when: str = ""
    who: str = ""
    where: str = ""
    how_many: str = ""
    why: str = ""
    how: str = ""
    which: str = ""
    what: str = ""
    relative: str = ""
    anywhere: str = ""
    times: str = ""
    is_the: str = ""
    links: str = ""
    prepositions: str = ""
    asked: str = ""
    asking: str = ""
    requests: str = ""
    yes_no: str = ""
    verbs: str = ""
    number_signs: str = ""
    inversions: str = ""
    greetings: str = ""
    thanks: str = ""
    please: str = ""
    salutations: str = ""
    wrapping: str = ""
    contacts: str = ""
    joining: str = ""
    names: str = ""
    period: PeriodWords = PeriodWords()
    scope: ScopeWords = ScopeWords()
    plurals: PluralWords = PluralWords()


class TimeWords(NamedTuple):
    """Words of a time in a passage that answers "when".

    Attributes:
        telling: words that tell a time by an event or an age ("après", "siècle").
        units: units of time. A number with a unit is a duration.
        in_year: words before a number that is a year if the question asks for a date ("en 476").
        before_year: the same, but only before a number of four digits.
        dateline: how a date is put before a text, with ``{date}`` and ``{text}``.
        lead_in: words that the text of a date may begin with.
        hours: words after a number that is a time of day ("h").
        before_hours: words before such a number.
        named: nouns that a year right after them belongs to ("budget 2009"); also as the last part
            of a compound.
        documents: nouns that a date after them belongs to ("la loi du 3 mai 2010").
        of_date: words that stand between such a noun and its date.
        closes: words right before the day on which something else ended or was made ("clos le").
        begins, ends: words before a date or in a question that tell a beginning or an end.
        bare_years: whether a year without a preposition tells a time ("endete 1945").
    """

    telling: str = ""
    units: str = ""
    in_year: str = ""
    before_year: str = ""
    dateline: str = ""
    lead_in: str = ""
    hours: str = ""
    before_hours: str = ""
    named: str = ""
    documents: str = ""
    of_date: str = ""
    closes: str = ""
    begins: str = ""
    ends: str = ""
    bare_years: bool = False


class ClaimWords(NamedTuple):
    """Words by which two sentences are compared.

    Attributes:
        negation: regular expression for a negation, as with ``re.VERBOSE``, with straight
            apostrophes.
        without: words that negate only what follows them.
        figures: pairs of a figure and the words for it, for ordinals and multiples. Cardinal
            numbers are in ``Language.numbers``.
        titles: words before the name of a person.
        openings: words that begin a sentence and add nothing to what it says.
        days: words of time that are not names, apart from months.
        not_months: names of months that are also other words.
    """

    negation: str = ""
    without: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    titles: str = ""
    openings: str = ""
    days: str = ""
    not_months: str = ""


class OfficeWords(NamedTuple):
    """Words of questions who holds an office.

    Attributes:
        copulas: the verbs between "who" and the office.
        auxiliaries: verbs that may stand before them ("*a* été").
        leading: words for leading and for being put into an office; beginnings of words end in
            ``*``.
        leaves: verbs and nouns for leaving an office, phrases joined by ``_``.
        becomes: verbs of a question when somebody became what he is ("devenu"), with ``*``.
        takes: words of a sentence that tells when somebody took an office, with ``*``.
        succeeds: verbs whose object held an office before their subject ("succède à").
        posts: nouns for one who holds an office, of a man and a woman, by a key that is the same in
            all languages. ``head`` are the nouns that fit any office.
    """

    copulas: str = ""
    auxiliaries: str = ""
    leading: str = ""
    leaves: str = ""
    becomes: str = ""
    takes: str = ""
    succeeds: str = ""
    posts: Mapping[str, str] = _NONE


class SpeechWords(NamedTuple):
    """Words that tell who said what a release quotes.

    The grammar of words in a sentence:

    Attributes:
        articles, prepositions, conjunctions, relatives, pronouns: words of these classes.
        adverbs: adverbs, and other words that may stand in the same places.
        name_links, noun_links: words between the parts of a name ("de") and between nouns ("pour").
        loose_links: words that may stand between nouns, and in many other places ("à").
        joins: words for "and" and similar conjunctions.
        sources: words for "according to", without "to".
        that: words that begin indirect speech.
        modals: verbs that stand before the infinitive of a verb of speech.
        copulas, auxiliaries: forms of "be" and "have".
        verbs, participles, gerunds, infinitives: forms of verbs of speech.
        stems: stems of regular verbs of speech.
        verb_endings, participle_endings, gerund_endings, infinitive_endings: endings of the forms
            of these stems.
        nothing: words that are none of these in this language, but are in another one.
        marks: words that tell this language from the others. If they are empty, only the
            signatures of quotes are read in this language, not the sentences around quotes.

    People and things:

    Attributes:
        titles: words before a person's name, with and without their dot.
        roles: beginnings of words for a role.
        role_beginnings: what may stand before these words ("vice").
        role_endings: endings of other words for a role.
        someone: words for one of several people.
        offices: words that end a role right before the name.
        things: nouns for what cannot speak.
        speeches: nouns for what contains a statement.
        requests: beginnings of verbs whose object may stand between the verb and the quote.
        replies: verbs that may follow a quote with "?" or "!" at its end, after the speaker.
        viewpoints: words for "for" before a person who makes a statement, without a verb.
        idioms: phrases that count as an adverb.

    Words that depend on their neighbours:

    Attributes:
        partitives: words that are articles at the beginning of a clause.
        split_sources: words for "according to" that consist of two words.
        reflexives: reflexive pronouns ("s'").
        reflexive_auxiliaries: copulas that are auxiliaries after such a pronoun ("s'est").
        echoes: pronouns that repeat the subject after an auxiliary.
        inverted_subjects, inversion_links: pronouns after a verb, and the letter between the two
            ("a-t-il").
        masculine, feminine: pronouns of the third person, and articles and titles that show the
            same gender before a speaker.
        plurals: articles and titles before several speakers.
        adverb_endings, adjective_endings: endings of adverbs and of adjectives.
        plural_endings: endings of verbs in the plural; empty if the endings do not tell.
        name_beginnings: beginnings of names in small letters before a capital ("al-").
        name_first: whether the speaker may stand before the verb after a quote.
        bare_nouns: whether a noun needs no article.

    Signatures, which are names on their own line above or below a quote. ``titles``, ``roles``,
    ``role_beginnings``, ``role_endings`` and ``name_links`` are used for them too.

    Attributes:
        stand_ins: nouns that, with an article, stand for what was named before ("la société").
        no_names: beginnings of lines with capitals that name nobody ("Contact", "Ville de").
        introductions: template of words before a name above its quote ("citation de").
        asked: verbs, in the forms in which a question asks who said something. They may also stand
            between a name and the colon above a quote.
        say: more forms of verbs, in which a question asks what somebody said.
        what_said: templates of questions for what somebody said, a line each, with {said}
            for such a verb, {speaker}, {about}, and {on} or {of} before what it is about.
        said_on, said_of: templates of the words before what was spoken about; those of ``said_of``
            may stand in the speaker's name or office too.
        authors: template of questions for the speaker without a verb ("de qui est cette phrase").
        first_person: words by which speakers mean themselves.
    """

    articles: str = ""
    name_links: str = ""
    noun_links: str = ""
    loose_links: str = ""
    prepositions: str = ""
    sources: str = ""
    adverbs: str = ""
    that: str = ""
    conjunctions: str = ""
    relatives: str = ""
    pronouns: str = ""
    joins: str = ""
    modals: str = ""
    copulas: str = ""
    auxiliaries: str = ""
    participles: str = ""
    gerunds: str = ""
    infinitives: str = ""
    verbs: str = ""
    nothing: str = ""
    stems: str = ""
    verb_endings: str = ""
    participle_endings: str = ""
    gerund_endings: str = ""
    infinitive_endings: str = ""
    marks: str = ""
    titles: str = ""
    roles: str = ""
    role_beginnings: str = ""
    role_endings: str = ""
    someone: str = ""
    offices: str = ""
    things: str = ""
    speeches: str = ""
    requests: str = ""
    replies: str = ""
    viewpoints: str = ""
    idioms: str = ""
    partitives: str = ""
    split_sources: str = ""
    reflexives: str = ""
    reflexive_auxiliaries: str = ""
    echoes: str = ""
    inverted_subjects: str = ""
    inversion_links: str = ""
    masculine: str = ""
    feminine: str = ""
    plurals: str = ""
    adverb_endings: str = ""
    adjective_endings: str = ""
    plural_endings: str = ""
    name_beginnings: str = ""
    name_first: bool = False
    bare_nouns: bool = False
    stand_ins: str = ""
    no_names: str = ""
    introductions: str = ""
    asked: str = ""
    say: str = ""
    what_said: str = ""
    said_on: str = ""
    said_of: str = ""
    authors: str = ""
    first_person: str = ""


class AnswerWords(NamedTuple):
    """Words that help to make the words of an answer complete.

    Attributes:
        joins: conjunctions. An answer does not begin or end with one.
        both: conjunctions that join the parts of an answer.
        either: conjunctions between two things that a question asks for together ("ou").
        to: words between the two numbers of a range ("3 *à* 5").
        ranges: words before a range and between its two numbers, with a slash ("entre/et").
        multiples: words that multiply the number before them ("millions").
        of: words between a number, or such a word, and a unit ("de").
        units: units of measure, money and time, in the singular and in the plural.
        articles: words that may stand before a name or a noun in a series.
        plural_articles: articles of the plural, and words like articles behind which something is
            counted.
        alone: words after a second name that show that it begins a new clause ("a").
        several: interrogatives that may ask for more than one thing ("quels").
        passive: auxiliaries of the passive ("été", "est").
        surely_passive: those of them that are no auxiliaries of the active ("été").
        by: words before who did it, in the passive ("par").
        whom: interrogatives for the one to whom something is done ("wen").
        against: words before the number of another time ("450, *contre* 430 en 2020").
        than: words before the time that a change counts from ("8 % de plus *qu*'en 2017").
        year_before: the year before one that is stated ("l'année précédente").
        year_earlier: the same, which without one counts from the release's date ("un an plus tôt").
        nameless: words for persons that name none ("quelqu'un", "he").
        not_so: words that tell of a wish, a candidate or an observer.
        beside: prepositions before somebody's partner ("avec").
        neighbours: words for another thing of the kind ("l'université *voisine*"), with ``*``.
        wishes: verbs that call for something that has not happened.
        unrealised: verbs of a plan, a wish or a possibility. What a sentence with one tells of may
            never have happened. With ``*``, the beginning of a word; so are the next four.
        declines: verbs of refusing and giving up what stands behind them.
        superlatives: superlatives of a question, and behind a slash more words by which a passage
            may tell which one is the first of all.
        reasons: words by which a sentence gives a reason or an aim ("car"), with ``*``.
        receives, gives: verbs whose subject has something then, and whose subject had it before.
        opposites: pairs of words and their opposites, "ouvr* / ferm*", with commas between the
            pairs; with ``*``, the beginning of a word. Of more than two, each is the opposite of
            the others.
        undoes: words for undoing, refusing and ending, and for what fails.
        announces: finite verbs and participles of those who announce, present, open, visit or
            praise something, with ``*``.
        participles: endings of past participles that follow their noun ("le pont *rénové*").
        benefits: words before the one for whom something is ("pour").
        origins: phrases of a question for the time from which a thing is ("de quand date"), and
            behind a slash words of a sentence that tells it, with ``*``.
        beginnings, endings: words for beginning and for ending, with ``*`` as in ``opposites``. A
            sentence with one tells when something begins, or ends.
        deeds: forms of the verbs for what somebody does, and behind a slash nouns for one who did
            it, by a key that is the same in all languages. Each index term has one key.
        objects: articles, pronouns and relatives that only an object has ("den", "que").
        recipients: words before the one to whom something is given ("à").
        opponents: words before the other side of a contest ("contre").
    """

    joins: str = ""
    both: str = ""
    either: str = ""
    to: str = ""
    ranges: str = ""
    multiples: str = ""
    of: str = ""
    units: str = ""
    articles: str = ""
    plural_articles: str = ""
    alone: str = ""
    several: str = ""
    passive: str = ""
    surely_passive: str = ""
    by: str = ""
    whom: str = ""
    against: str = ""
    than: str = ""
    year_before: str = ""
    year_earlier: str = ""
    nameless: str = ""
    not_so: str = ""
    beside: str = ""
    neighbours: str = ""
    wishes: str = ""
    unrealised: str = ""
    declines: str = ""
    superlatives: str = ""
    reasons: str = ""
    receives: str = ""
    gives: str = ""
    opposites: str = ""
    undoes: str = ""
    announces: str = ""
    participles: str = ""
    benefits: str = ""
    origins: str = ""
    beginnings: str = ""
    endings: str = ""
    deeds: Mapping[str, str] = _NONE
    objects: str = ""
    recipients: str = ""
    opponents: str = ""


class MembershipWords(NamedTuple):
    """Words that tell who joins something and who leaves it.

    ``asked`` and ``asked_left`` are lists of words, the others regular expressions for whole words
    in small letters.

    Attributes:
        asked, asked_left: words of a question for those who joined, and for those who left.
        joins, leaves: verbs behind the one who joins, or leaves ("a rejoint").
        admits, expels: words right before the one who joins, or leaves ("l'adhésion de").
    """

    asked: str = ""
    asked_left: str = ""
    joins: str = ""
    leaves: str = ""
    admits: str = ""
    expels: str = ""


class MeasureWords(NamedTuple):
    """Words by which a quantity and a question for one are told from others.

    Attributes:
        units: the units of each kind of quantity, in the singular and in the plural.
        asked: nouns and verbs of a question for each kind ("coût", "mesure").
        sizes: nouns for how many or how much of anything ("quantité").
        scales: adjectives behind "how" for each kind of quantity ("how *old*"); those of several
            kinds under ``any``.
        ages: words of a question for an age, with ``*`` at the end of the beginning of a word.
        verbs: those of them that, right behind "which", are nouns of another meaning ("quelle
            *mesure*").
        amounts: words for how many that are no numbers ("plusieurs").
        counted: nouns and verbs for things that are often counted ("morts tués décès"). The keys
            are the same in all languages.
        people: words for people of any kind ("personnes").
        counts: words that follow "how many" where it counts things, in a language that needs one
            ("combien *de*").
        percent: words for the hundredth part, behind a number ("pour cent").
        how_much: interrogatives of an amount; where an article or a name follows the word behind
            them, that is a verb.
        dimensions: nouns, adjectives and verbs of each dimension ("hauteur", "haut de") and of
            revenue and profit, with ``*`` at the end of the beginning of a word. The keys are the
            same in all languages.
    """

    units: Mapping[Measure, str] = _NONE
    asked: Mapping[Measure, str] = _NONE
    sizes: str = ""
    scales: Mapping[Measure | Literal["any"], str] = _NONE
    ages: str = ""
    verbs: str = ""
    amounts: str = ""
    counted: Mapping[str, str] = _NONE
    people: str = ""
    how_much: str = ""
    counts: str = ""
    percent: str = ""
    dimensions: Mapping[str, str] = _NONE


class FollowUpWords(NamedTuple):
    """Words by which a question goes on from the question before ("Et en 2022 ?").

    ``said``, ``impersonal``, ``participles`` and ``this_release`` are regular expressions for text
    in small letters with straight apostrophes. Pairs are written "son:le sa:la", with ``_`` for a
    blank. All others are lists of words, or texts with names in braces.

    Attributes:
        marks: the marks of a question, around ``{}``.
        opens: words that open a follow-up ("et").
        about: phrases that open one about something else ("qu'en_est-il_de").
        that_one: pronouns for the noun of the question before ("celui").
        tails: words that may follow an interrogative alone ("où *ça*").
        said: a question who said what was answered ("qui l'a dit").
        who_said: the same with the ``{words}``.
        inverted: pronouns joined to their verb, with ``m``, ``f`` or nothing for the gender.
        subjects: pronouns that a noun may replace where they stand, in the same form.
        clitics: pronouns before a verb, with the preposition of the noun behind the verb that says
            the same ("lui:à").
        personal: preposition of a person who is an object ("a" in Spanish).
        stressed: pronouns that follow a preposition ("avec *lui*"), as ``inverted``.
        particles_before: other small words before a verb ("s'", "ne").
        possessives: possessives with the article that takes their place.
        of: preposition of a possessor, where ``AnswerWords.of`` does not begin with it ("von").
        drops_subjects: whether a verb needs no subject ("nació").
        feminine_endings: endings of feminine nouns, where the possessive does not tell the gender.
        possessive_suffix: what joins the possessor to the noun behind it ("'s"); ``""`` for "of".
        demonstratives: demonstratives.
        impersonal: subjects that stand for nothing ("faut-il").
        relations: nouns for a person by its relation to another one ("successeur").
        who_is: the question who such a person is, with ``{noun}``.
        which_is: what asks for a thing, by its article ("la:quelle_est").
        genders: articles of one gender, as "le:m la:f".
        titles_of_women: titles before a woman's name.
        contractions: a preposition and an article with their contraction ("de+le:du").
        in_territory: prepositions of a place for a territory by its article ("la:en"); they take
            the article's place.
        elided: words that lose their last letter before a vowel ("le:l'").
        places: prepositions of a place.
        added: preposition of a name that has no place in the question before ("pour").
        these: the demonstrative for things that were asked for, if it has one form.
        that: the pronoun for what was asked for ("cela").
        what_noun: interrogatives for "what" that may have a noun ("what year").
        degrees: whether "how" may have an adjective ("how old").
        with_subject: a question about a sentence, with ``{asks}``, ``{subject}``, ``{verb}`` and
            ``{rest}``.
        with_subject_now: the same where the verb matches ``present``; ``""`` for no difference.
        present: verbs in the present, where that matters.
        auxiliaries: verbs that a participle follows.
        support: verbs that stand before the subject in a question for an object ("did").
        verb_phrases: verbs of two words that could be taken for nouns ("take place").
        participles: participles, and other words that stand at the end of a clause.
        times_before_participle: whether a time stands before them.
        agreed: endings of participles that agree with a noun before them ("ées:é").
        year: preposition before a year.
        this_release: phrases for the release of the answer before.
    """

    marks: str = "{}?"
    opens: str = ""
    about: str = ""
    that_one: str = ""
    tails: str = ""
    said: str = ""
    who_said: str = ""
    inverted: str = ""
    subjects: str = ""
    clitics: str = ""
    personal: str = ""
    stressed: str = ""
    particles_before: str = ""
    possessives: str = ""
    of: str = ""
    drops_subjects: bool = False
    feminine_endings: str = ""
    possessive_suffix: str = ""
    demonstratives: str = ""
    impersonal: str = ""
    relations: str = ""
    who_is: str = ""
    which_is: str = ""
    genders: str = ""
    titles_of_women: str = ""
    contractions: str = ""
    in_territory: str = ""
    elided: str = ""
    places: str = ""
    added: str = ""
    these: str = ""
    that: str = ""
    what_noun: str = ""
    degrees: bool = False
    with_subject: str = "{asks} {subject} {verb} {rest}"
    with_subject_now: str = ""
    present: str = ""
    auxiliaries: str = ""
    support: str = ""
    verb_phrases: str = ""
    participles: str = ""
    times_before_participle: bool = False
    agreed: str = ""
    year: str = ""
    this_release: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known about a language.

    A value is equal only to itself, so that it can be the key of a cache.

    Attributes:
        code: ISO 639-1 code.
        beside: codes of other languages whose words may stand in texts of this language.
        numbers: values of cardinal numbers, by their words.
        file_names: words that tell the language in the names of files and folders.
        events: words for an event, by a key that is the same in all languages: those by which a
            question takes it for granted, and behind a slash more by which a release may tell of
            it ("inaugur* / mise_en_service"). With ``*``, the beginning of a word. A language
            without the latter only tells what its questions take for granted.
    """

    code: str
    beside: tuple[str, ...] = ("en",)
    numbers: dict[str, int] = field(default_factory=dict)
    file_names: str = ""
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
    events: Mapping[str, str] = field(default_factory=dict)
