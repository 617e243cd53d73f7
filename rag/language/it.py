"""Italian."""

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
    code="it",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""a ad ai al alla alle anche che chi ci come con cosa cui da dai dal dalla dalle
            dei del della delle di dove e è ed era gli ha hanno i il in io l la le lo ma mi ne
            nei nel nella non o per perché più qual quale quali quando quanti quanto quello
            questa questo se si sono su sua suo sul sulla tra un una uno""",
        stemmer="italian",
        elided="c d l m n s t v un all dall dell nell sull coll quest quell gl sant bell",
    ),
    questions=QuestionWords(
        when="quando",
        who="chi",
        where="dove dov",
        how_many="quanto quanta quanti quante quant",
        why="perché",
        how="come com",
        which="quale quali qual",
        what="che che_cosa cosa cos",
        relative="che come com",
        times="data date giorno giorni anno anni mese momento epoca decennio secolo",
        is_the="è_la è_il era_la era_il fu_la fu_il è_stata_la è_stato_il sarà_la sarà_il",
        links="e ma allora è fu sarà",
        prepositions="""a da da_parte_di di in per con su dal fino_a sin_da fin_da a_partire_da
            nel_corso_di prima_di verso entro""",
        asked="""dire dirmi dirci mi_dica dimmi sapere sa sa_lei sai sapete sanno sappiamo precisare
            indicare indichi ricorda chiedo chi_sa chi_può_dire chi_può_dirmi""",
        period=PeriodWords(
            months="""gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
                novembre dicembre""",
            of="di del",
            to="e al a",
            before="prima",
            until="fino",
            after="dopo",
            since="dal dalla",
            ends="fine",
            fillers="il nel del di anno inizio metà",
            year="anno",
            counted="più_di meno_di circa oltre quasi",
            numbered="articolo risoluzione direttiva regolamento agenda piano",
            goes_on="per che si è e della",
        ),
    ),
    times=TimeWords(
        telling="""dopo prima durante da dal dalla fino quando mentre secolo secoli epoca periodo
            era età fine inizio metà vigilia indomani anno anni mese mesi settimana settimane
            giorno giorni primavera estate autunno inverno mattina mattino sera notte ora ore
            mezzogiorno mezzanotte""",
        units="anno anni mese mesi settimana settimane giorno giorni ora ore minuto minuti",
        in_year="nel anno",
        before_year="in dal",
        dateline="Il {date}, {text}",
        lead_in="il lo l' del dell' dal dall' al all' nel nell' in di da",
    ),
    claims=ClaimWords(
        negation=r"""\bnon\b(?!\s+(?:solo|soltanto)\b)
            | \b(?:nessun[oa]?|niente|nulla|né|neppure|nemmeno|neanche)\b""",
        without="senza tranne eccetto salvo",
        figures=(
            ("2", "secondo seconda"),
            ("3", "terzo terza"),
            ("4", "quarto quarta"),
            ("5", "quinto quinta"),
            ("6", "sesto sesta"),
            ("7", "settimo settima"),
            ("8", "ottavo ottava"),
            ("9", "nono nona"),
            ("10", "decimo decima"),
            ("100", "cento centinaia"),
            ("1000", "mille mila migliaia"),
            ("million", "milione milioni"),
            ("10⁹", "miliardo miliardi"),
        ),
        titles="sig signor signora dott dottor",
        openings="secondo inoltre tuttavia infine anche poi inoltre così",
        days="lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani",
    ),
    speech=SpeechWords(),
)
