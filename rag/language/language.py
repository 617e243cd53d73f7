"""What is known of one language, as one value. Each language is one file beside this one
(``fr.py``, ``de.py`` …); the modules that use them know no language themselves.

Fields that hold words are strings: blanks separate the words, ``_`` joins those that belong
together ("à_partir_de"). Nothing is split or compiled before it is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates, relative dates and the tenses around them."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words that decide where a sentence ends."""


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Labels and cues by which a release's own date, header lines and captions are recognised."""


@dataclass(frozen=True, slots=True)
class TermWords:
    """How words become index terms.

    Attributes:
        stop_words: function words; a text's language is told by them too.
        stemmer: Snowball's name for the language, "" where it has no stemmer.
        elided: what is written with an apostrophe before another word ("l", "qu", "dell").
        folds_first: whether accents go before the stem is taken, not after.
        script: ranges of letters, as in a character class, where the script tells the language.
    """

    stop_words: str = ""
    stemmer: str = ""
    elided: str = ""
    folds_first: bool = False
    script: str = ""


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Words by which a question names a time.

    Attributes:
        months: the twelve names in order; "|" stands between forms of one.
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
    """

    telling: str = ""
    units: str = ""
    in_year: str = ""
    before_year: str = ""
    dateline: str = ""
    lead_in: str = ""


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
        marks: tell this language from the others, as they are written.

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


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of a language. Equal to itself alone, so that it can key a cache.

    Attributes:
        code: ISO 639-1.
        numbers: cardinal numbers as words, to their value.
    """

    code: str
    numbers: dict[str, int] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    releases: ReleaseWords = field(default_factory=ReleaseWords)
    terms: TermWords = field(default_factory=TermWords)
    questions: QuestionWords = field(default_factory=QuestionWords)
    times: TimeWords = field(default_factory=TimeWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
