"""English."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    PeriodWords,
    QuestionWords,
    ReleaseWords,
    SentenceWords,
    SpeechWords,
    TermWords,
    TimeWords,
)

LANGUAGE = Language(
    code="en",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""a about after again all also am an and any are as at be because been before
            being between both but by can could did do does doing down during each few for from
            further had has have having he her here hers him his how i if in into is it its
            itself just me more most my no nor not now of off on once only or other our out over
            own s same she should so some such t than that the their them then there these they
            this those through to too under until up very was we were what when where which
            while who whom why will with would you your""",
        stemmer="english",
    ),
    questions=QuestionWords(
        when="when",
        who="who whom whose",
        where="where",
        how_many="how_many how_much",
        why="why",
        how="how",
        which="which",
        what="what",
        relative="whose",
        times="date day year month decade century",
        is_the="is_the was_the will_be_the is_the_exact was_the_exact exact",
        links="and so but",
        prepositions="on in at since by until till from for of to with before after during",
        asked="know tell_me tell_us say wonder wondering remember recall",
        period=PeriodWords(
            months="""january february march april may june july august september october november
                december""",
            to="and to",
            before="before",
            until="until till by",
            after="after beyond",
            since="since from",
            ends="end",
            fillers="in the of month year beginning start begin mid early late",
            year="year",
            counted="more_than less_than fewer_than about nearly over around some",
            numbered="""no. resolution resolutions article articles directive agenda horizon vision
                initiative plan objective ISO STANAG NATO""",
            goes_on="what how why who did does do",
        ),
    ),
    times=TimeWords(
        telling="""after before during since until while when century centuries era age end
            beginning time year years month months week weeks day days spring summer autumn
            winter morning evening night hour hours noon midnight""",
        units="year years month months week weeks day days hour hours minute minutes",
        in_year="in",
        before_year="since year",
        dateline="On {date}, {text}",
        lead_in="on the from in since",
    ),
    claims=ClaimWords(
        negation=r"""\b(?:not(?!\s+only)|never|neither|nor|none|nobody|nothing|cannot)\b
            | \wn't\b
            | \bno\b(?!\.?\s*\d)""",
        without="without except",
        figures=(
            ("2", "second"),
            ("3", "third"),
            ("4", "fourth"),
            ("5", "fifth"),
            ("6", "sixth"),
            ("7", "seventh"),
            ("8", "eighth"),
            ("9", "ninth"),
            ("10", "tenth"),
            ("17", "seventeen"),
            ("18", "eighteen"),
            ("19", "nineteen"),
            ("70", "seventy"),
            ("80", "eighty"),
            ("90", "ninety"),
            ("100", "hundred hundreds"),
            ("1000", "thousand thousands"),
            ("million", "million millions"),
            ("10⁹", "billion billions"),
        ),
        titles="mr mrs ms dr",
        openings="according however moreover meanwhile finally furthermore",
        days="monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow",
        not_months="may march",
    ),
    speech=SpeechWords(),
)
