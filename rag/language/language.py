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
        clause_ends: words that begin another clause ("qui", "dont").
    """

    future: str = ""
    coming: str = ""
    been: str = ""
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
    All are templates but ``place_words`` and ``auxiliaries``; ``{weekday}`` may stand in them.

    Attributes:
        labels: the whole of a header line, a number or a date beside it or not ("communiqué").
        date_labels: the same, only beside a date ("Stand").
        published, updated: labels of the day of publication and of a change.
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
    """

    labels: str = ""
    date_labels: str = ""
    published: str = ""
    updated: str = ""
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


@dataclass(frozen=True, slots=True)
class TermWords:
    """How words become index terms: stop words, elisions, the stemmer, the script."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that tell what a question asks for, and the time that it speaks of."""


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words by which two sentences are compared: negations, ordinals, multiples, titles."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words that tell who said what a release quotes."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of a language. Compared by identity: what is compiled of a language is
    kept by it.

    Attributes:
        code: ISO 639-1.
        beside: codes of the languages whose words stand in texts of this one as well.
        numbers: cardinal numbers as words, to their value.
    """

    code: str
    beside: tuple[str, ...] = ("en",)
    numbers: dict[str, int] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    releases: ReleaseWords = field(default_factory=ReleaseWords)
    terms: TermWords = field(default_factory=TermWords)
    questions: QuestionWords = field(default_factory=QuestionWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
