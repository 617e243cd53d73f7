"""Czech."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords, TermWords

LANGUAGE = Language(
    code="cs",
    calendar=Calendar(
        months=(
            "leden, ledna, lednu",
            "únor, února, únoru",
            "březen, března, březnu",
            "duben, dubna, dubnu",
            "květen, května, květnu",
            "červen, června, červnu",
            "červenec, července, červenci",
            "srpen, srpna, srpnu",
            "září",
            "říjen, října, říjnu",
            "listopad, listopadu",
            "prosinec, prosince, prosinci",
        ),
        weekdays=(
            "pondělí",
            "úterý",
            "středa, středu",
            "čtvrtek",
            "pátek",
            "sobota, sobotu",
            "neděle, neděli",
        ),
        day_suffixes=".",
        before_month="v, ve, od, do",
        before_year="v, od, do, roce, roku",
    ),
    terms=TermWords(
        letters="íáéěřžščýůúťňďó",
        common="""a v se na je že o s z do i to k ve pro za by ale po jako podle od tak jeho
            který která které jsou bude byl byla bylo""",
    ),
    releases=ReleaseWords(
        labels="tisková (zpráva|informace)|tiskové (prohlášení|sdělení)|aktualita",
        date_labels="datum|dne",
        published="(datum )?(zveřejnění|zveřejněno|vydání|vydáno|publikováno)",
        updated="(naposledy )?(aktualizováno|upraveno)|poslední (změna|aktualizace)",
        embargo="embargo( do)?",
        before_date="dne",
    ),
    questions=QuestionWords(
        when="kdy",
        prepositions="od",
        who="kdo koho komu kým",
        where="kde kam odkud",
        how_many="kolik",
        why="proč",
        how="jak",
        what="co čeho čím",
        verbs="je jsou byl byla bylo byly bude",
        greetings="""ahoj dobrý_den dobré_ráno dobrý_večer nashledanou na_shledanou děkuji
            díky prosím
            jak_se_máš kdo_jsi ano ne""",
    ),
)
