"""What is known of one language, as one value. Each language is one file beside this one
(``fr.py``, ``de.py`` …); the modules that use them know no language themselves.

Two notations keep the files plain. *Words* are words or phrases between commas, in small letters:
``"janvier, janv"``; a dash stands for any dash, an apostrophe for both kinds, accents may be
composed or not, a capital is as good as a small letter. A *template* is a regular expression in
the same spelling, with names in braces for the words of a list: ``"{weekday} (dernier|passé)"``.
Templates may name:

- ``{day}``: adverbs of ``RelativeWords.days``, a part of the day behind them or not;
- ``{count}``: a number and a unit, vague or not ("environ deux ans");
- ``{unit}``: a week, a month, a quarter, a half or a year, in the singular; ``{season}``, and
  ``{span}`` for one of both;
- ``{weekday}``, ``{month}``;
- ``{quarter}``, ``{half}``: which one of the year ("troisième trimestre", "T3").

The words of terms, questions, times, claims and speech stand in a shorter form: blanks between
them, and ``_`` joins those that belong together ("à_partir_de"). Nothing is split or compiled
before it is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["day", "week", "month", "season", "quarter", "half", "year"]
Side = Literal["last", "this", "next"]


@dataclass(frozen=True, slots=True)
class Sides:
    """Templates, by which one before or after the release's date they name."""

    last: tuple[str, ...] = ()
    this: tuple[str, ...] = ()
    next: tuple[str, ...] = ()

    def by_side(self) -> tuple[tuple[Side, tuple[str, ...]], ...]:
        """The same with the name of each side."""
        return ("last", self.last), ("this", self.this), ("next", self.next)


@dataclass(frozen=True, slots=True)
class RelativeWords:
    """Expressions that only the release's date makes a date.

    Attributes:
        days: adverbs by how many days they are away: ``{-1: "hier"}``.
        parts_of_day: words that may follow an adverb ("hier *soir*").
        today: templates for the release's own day ("ce matin").
        ago, ahead: templates around a ``{count}`` ("il y a {count}").
        ahead_or_lasting: the same for what may also say how long something took ("in two years").
        lasting: template of words before such a one by which it is a length, unless the sentence
            speaks of the future.
        vague: words before a number that is not exact ("environ").
        weeks: numbers of days that mean weeks ("quinze jours"), with how many.
        sides: templates for the last, this and the next one ("la semaine prochaine").
        plain: templates for the nearest one on the side that the sentence speaks of ("mardi", "au
            printemps").
        story: templates for what hangs on a day of the story or is a habit; they are recognised
            and never resolved ("le lendemain", "le mardi").
        not_dates: templates for what only looks like one of these ("chaque mardi").
        after_date: templates for what stands behind a date or a weekday and says of which year
            or week it is ("le 12 novembre *dernier*").
    """

    days: dict[int, str] = field(default_factory=dict)
    parts_of_day: str = ""
    today: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    ahead_or_lasting: tuple[str, ...] = ()
    lasting: str = ""
    vague: str = ""
    weeks: dict[int, int] = field(default_factory=dict)
    sides: Sides = field(default_factory=Sides)
    plain: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ()
    after_date: Sides = field(default_factory=Sides)


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Templates of words that tell whether a sentence speaks of what comes or of what has been.

    Attributes:
        future: what is to come, seen from the release's day; a lead's date beside it is not the
            release's own.
        coming: more that puts a date after the release's: what was said to come ("serait").
        been: what has been.
        frees: right before a date that may lie on the other side than the verb says ("a annoncé
            une grève *pour le* 5 décembre", "*un grand* 5 décembre").
        clause_ends: words that begin another clause ("qui", "dont").
    """

    future: str = ""
    coming: str = ""
    been: str = ""
    frees: str = ""
    clause_ends: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates, relative dates and the tenses around them.

    Attributes:
        months: twelve, each its names and abbreviations.
        doubtful_months: those that in small letters are also other words or too short to stand
            on; read in a full date alone (day, month and year).
        only_here: months, weekdays, seasons and adverbs that are other words in other languages;
            read only in a text that is known to be in this one.
        weekdays: seven, Monday first.
        seasons: four, spring first.
        doubtful_seasons: those that, spelt just so, are also other words or names; with a year,
            but without a word of ``before_period``, they count only where a line or a clause
            begins.
        ordinals: "first" to "fourth"; ``last_ordinal`` the last of the year's.
        quarters, halves: nouns for a quarter and a half of a year; ``halves_of_anything``: the
            same, only before a year ("moitié"); ``quarter_codes``, ``half_codes``: capitals before
            or behind a digit ("T3", "S1").
        units: of each unit its singular forms; ``plurals``: the others that are counted.
        before_day: before a day of the month ("le"); ``after_weekday``: between weekday and day.
        sides_before_day: ``last`` and ``next`` before a day of the month ("el *pasado* 3 de mayo").
        day_suffixes: behind the day ("er", "º"); a "." is an ordinal's.
        of_month, of_year: between day and month, and between month and year.
        month_first: whether "May 3" is a date; ``before_month_day``: before one.
        numeric_is_ambiguous: whether 04/07/2022 may be April or July here, and so is no date.
        before_days: before the first of several days ("du"); ``between``: the same where others
            lie between them ("entre").
        until, and_: between two days; ``before_second_day``: behind those.
        before_month_year: may stand before a month with its year.
        before_month: must stand before a month alone; ``sides_after_month`` may follow.
        before_period: may stand before a season, a quarter or a half with its year; ``of_period``
            between it and the year.
        before_year: must stand before a year; the number may still count something.
        surely_before_year: the same where it cannot ("année").
        after_year: words that may follow a year; before others a number counts something.
        nouns_are_capitalised: whether a capital says nothing about that.
        before_quantity: before a number that counts ("plus de").
        relative, tense: see there.
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
    units: dict[Unit, str] = field(default_factory=dict)
    plurals: dict[Unit, str] = field(default_factory=dict)
    before_day: str = ""
    after_weekday: str = ""
    sides_before_day: dict[Side, str] = field(default_factory=dict)
    day_suffixes: str = ""
    of_month: str = ""
    of_year: str = ""
    month_first: bool = False
    before_month_day: str = ""
    numeric_is_ambiguous: bool = False
    before_days: str = ""
    between: str = ""
    until: str = ""
    and_: str = ""
    before_second_day: str = ""
    before_month_year: str = ""
    before_month: str = ""
    sides_after_month: dict[Side, str] = field(default_factory=dict)
    before_period: str = ""
    of_period: str = ""
    before_year: str = ""
    surely_before_year: str = ""
    after_year: str = ""
    nouns_are_capitalised: bool = False
    before_quantity: str = ""
    relative: RelativeWords = field(default_factory=RelativeWords)
    tense: TenseWords = field(default_factory=TenseWords)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words that decide where a sentence ends.

    Attributes:
        abbreviations: without their dot, which ends no sentence.
        may_end: those of them that end one before a capital ("etc").
        numbered: those before a digit ("no. 5").
        starters: words that begin a sentence and are no surname, as they are written there.
        ordinal_dot: whether a dot makes a number an ordinal ("am 3. Mai").
        before_ordinal, after_ordinal: words beside a number by which its dot is an ordinal's; the
            month of a date is known without.
    """

    abbreviations: str = ""
    may_end: str = ""
    numbered: str = ""
    starters: str = ""
    ordinal_dot: bool = False
    before_ordinal: str = ""
    after_ordinal: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Labels and cues by which a release's own date, header lines and captions are recognised.
    All are templates but those that list words; ``{weekday}`` may stand in templates.

    Attributes:
        labels: the whole of a header line, a number or a date beside it or not ("communiqué").
        date_labels: the same, only beside a date ("Stand").
        published, updated: labels of the day of publication and of a change.
        by: before the name of who did it, between such a label and its date.
        embargo: labels of the day until which a release is held back, "until" with them.
        release_now: label of a release that is not held back ("pour diffusion immédiate").
        done_at: before the place where a text was signed ("fait à").
        day_titles: words of a title whose date is the day of the news ("séance").
        announcing: words of a title or a label whose date is still to come ("invitation").
        event_labels: labels of an event's place and hour ("lieu"); a date beside is the event's.
        short_weekdays: weekdays in short, which count right before a date alone.
        before_date: what may stand between a label or a place and the date ("le").
        number_sign: before a release's number ("n°").
        place_words: small words inside a place's name.
        clock: what may stand before a time of day; ``clock_end`` what may follow it.
        today: words right before a date that make it the release's day ("ce jeudi").
        news: what a lead reports of the day itself.
        older: words right before a date that is of something older ("signé").
        older_articles: words that begin such a date ("du"); ``own_articles``: that begin the
            release's own ("ce").
        credit, contact: openings of a caption, and of a line that says who to call.
        auxiliaries: verbs by which a short line is a sentence without its stop, as written.
        site: openings of lines that a web page has around a release (navigation, share links,
            comment forms, cookie notices, related articles).
        site_lines: the same as whole lines ("accueil").
        sections: openings of lines that head contacts, legal notices or a newsletter at the end.
        about: openings of lines that head what a release says of its publisher every time.
        release_ends: lines that end a release ("fin").
        corrected: openings of words by which a title tells a corrected version ("rectifi").
        compound_heads, compound_tails: words whose hyphen behind or before them is mostly part of
            the word, so that it stays where a line ends at it ("sous-marin", "est-elle").
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
    today: str = ""
    news: str = ""
    older: str = ""
    older_articles: str = ""
    own_articles: str = ""
    credit: str = ""
    contact: str = ""
    auxiliaries: str = ""
    site: str = ""
    site_lines: str = ""
    sections: str = ""
    about: str = ""
    release_ends: str = ""
    corrected: str = ""
    compound_heads: str = ""
    compound_tails: str = ""


@dataclass(frozen=True, slots=True)
class TermWords:
    """How words become index terms.

    Attributes:
        stop_words: function words; a text's language is told by them too.
        stemmer: Snowball's name for the language, "" where it has no stemmer.
        elided: what is written with an apostrophe before another word ("l", "qu", "dell").
        folds_first: whether accents go before the stem is taken, not after.
        script: ranges of letters, as in a character class, where the script tells the language.
        letters: the Latin letters beyond ASCII that it is written with, the most frequent first.
        common: frequent words, where there are no stop words; an old encoding is told by both.
    """

    stop_words: str = ""
    stemmer: str = ""
    elided: str = ""
    folds_first: bool = False
    script: str = ""
    letters: str = ""
    common: str = ""


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Words by which a question names a time.

    Attributes:
        months: the twelve names in order, where ``Calendar.months`` has none; "|" stands between
            forms of one.
        of: between a month and its year ("abril *de* 2022").
        to: between the two ends of a range ("2014 à 2016").
        before, until, after, since: before a time, of which they leave one side open.
        ends: "the end", which makes "before" mean "until".
        fillers: may stand between those and the time.
        year: the word "year", before a number that is one.
        after_year: the same behind it, or the letter for it.
        after_month: the letter behind a month's number.
        counted: before a number that counts something.
        numbered: before a number that is a name ("résolution 1973").
        goes_on: may follow a year; after another word in small letters it counts something.
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


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that tell what a question asks for, and the time that it speaks of.

    Attributes:
        when, who, where, how_many, why, how, which, what: the interrogatives, by what they ask
            for. Accents that tell them from relatives count, except at the question's beginning.
        relative: those of them that, after a comma, rather begin a relative clause.
        anywhere: words for "when" that may stand anywhere, in scripts without spaces.
        times: nouns that ask for a date behind "which" or "what".
        is_the: may stand between those two ("quelle *est la* date").
        links: may open a question ("et", "c'est").
        prepositions: may stand before an interrogative.
        asked: after them "when" is asked indirectly ("savez-vous quand").
        contacts: words of a question for a contact, a legal notice or a subscription; a regular
            expression without accents, for words in small letters.
        period: words by which it names a time.
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
    contacts: str = ""
    period: PeriodWords = field(default_factory=PeriodWords)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of a time in a passage that answers "when".

    Attributes:
        telling: tell a time by an event or an age ("après", "siècle").
        units: count time: a number of them is a duration.
        in_year: before a number that is a year once a date is asked for ("en 476").
        before_year: the same before four figures only.
        dateline: a text behind a date, with ``{date}`` and ``{text}``.
        lead_in: what a date's own words may begin with.
        hours: behind a number, make it a time of day ("h"); ``before_hours``: before one.
        named: nouns that a year behind them belongs to ("budget 2009"); in compounds their end.
        documents: nouns that a date behind them belongs to ("la loi du 3 mai 2010"), with a word
            of ``of_date`` right before it.
        closes: right before the day on which something else ended or was made ("clos le").
        begins, ends: beside a date, or in a question, tell a beginning or an end.
        bare_years: whether a year alone, without a preposition, tells a time ("endete 1945").
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


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words by which two sentences are compared.

    Attributes:
        negation: a verbose pattern of what denies; apostrophes are straight.
        without: deny what follows them alone.
        figures: (figure, words for it) beside the cardinal numbers: ordinals and multiples.
        titles: before a person's name.
        openings: begin a sentence without saying anything.
        days: words of time that are no names and stand in no calendar of months.
        not_months: names of months that are other words too.
    """

    negation: str = ""
    without: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    titles: str = ""
    openings: str = ""
    days: str = ""
    not_months: str = ""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words that tell who said what a release quotes.

    What a word may do in a sentence:

    Attributes:
        articles, prepositions, adverbs, conjunctions, relatives, pronouns: what they are called;
            adverbs with all that stands where they do.
        name_links, noun_links, loose_links: bind names ("de"), nouns ("pour"), and nouns among
            much else ("à").
        joins: "and" and the like.
        sources: "according to", without "to".
        that: begins what is said.
        modals: stand before an infinitive of speech.
        copulas, auxiliaries: forms of "be" and "have".
        verbs, participles, gerunds, infinitives: of verbs of speech.
        stems, verb_endings, participle_endings, gerund_endings, infinitive_endings: the same for
            regular verbs.
        nothing: none of these in this language, though in another.
        marks: tell this language from the others, as they are written; empty where no sentences
            around quotes are read in it, but the signatures of quotes alone.

    Who and what there is:

    Attributes:
        titles: before a person's name, with and without their dot.
        roles, role_beginnings, role_endings: how words for what somebody is begin, what may stand
            before those, and how other such words end.
        someone: words that stand for one of several people.
        offices: words that end a role right before the name.
        things: cannot speak.
        speeches: hold what is said.
        requests: how verbs begin whose object may stand between them and the quote.
        replies: verbs behind a quote that ends in "?" or "!" and its speaker.
        viewpoints: "for" somebody who then says something, without a verb.
        idioms: several words that do no more than an adverb.

    How words change in company:

    Attributes:
        partitives: articles at the beginning of a clause.
        split_sources: sources of two words.
        reflexives, reflexive_auxiliaries: "s'" and what is no copula behind it ("s'est").
        echoes: pronouns that repeat the subject behind an auxiliary.
        inverted_subjects, inversion_links: behind a verb ("a-t-il").
        adverb_endings, adjective_endings, plural_endings: what they are called; the last of verbs,
            empty where those do not tell.
        name_beginnings: in small letters before a capital ("al-").
        name_first: whether the speaker may stand before the verb behind a quote.
        bare_nouns: whether a noun needs no article.

    Names on a line of their own, above or below a quote; ``titles``, ``roles``, ``role_endings``
    and ``name_links`` count there too:

        no_names: begin capitalised lines that name nobody ("Contact", "Ville de").
        introductions: template of what may stand before a name above its quote ("citation de").
        asked: verbs by which a question asks who said something, as they stand there.
        authors: template of the same without a verb ("de qui est cette phrase").
        first_person: words by which a speaker names himself.
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
    adverb_endings: str = ""
    adjective_endings: str = ""
    plural_endings: str = ""
    name_beginnings: str = ""
    name_first: bool = False
    bare_nouns: bool = False
    no_names: str = ""
    introductions: str = ""
    asked: str = ""
    authors: str = ""
    first_person: str = ""


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Words by which the words that answer are kept whole.

    Attributes:
        joins: conjunctions, with which no answer begins or ends.
        both: those of them that join what is asked for together.
        either: what a question may join two things with that it counts ("ou").
        to: between two numbers that are a range ("3 *à* 5").
        ranges: what opens a range and what stands in it then, with a slash between ("entre/et").
        multiples: words that make another number of the one before them ("millions").
        of: between those, or a noun, and what they are counted in ("de").
        units: of measures, money and time, in the singular and in the plural.
        articles: may stand before a name or a noun in a series.
        alone: words behind a second name that make it the subject of a clause of its own ("a").
        several: interrogatives that ask for more than one ("quels").
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
    alone: str = ""
    several: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of a language. Equal to itself alone, so that it can key a cache.

    Attributes:
        code: ISO 639-1.
        beside: codes of the languages whose words stand in texts of this one as well.
        numbers: cardinal numbers as words, to their value.
        file_names: words by which the names of files and folders tell the language.
    """

    code: str
    beside: tuple[str, ...] = ("en",)
    numbers: dict[str, int] = field(default_factory=dict)
    file_names: str = ""
    calendar: Calendar = field(default_factory=Calendar)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    releases: ReleaseWords = field(default_factory=ReleaseWords)
    terms: TermWords = field(default_factory=TermWords)
    questions: QuestionWords = field(default_factory=QuestionWords)
    times: TimeWords = field(default_factory=TimeWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
    answers: AnswerWords = field(default_factory=AnswerWords)
