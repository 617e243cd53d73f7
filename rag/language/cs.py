"""Czech."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="cs",
    terms=TermWords(
        letters="íáéěřžščýůúťňďó",
        common="""a v se na je že o s z do i to k ve pro za by ale po jako podle od tak jeho
            který která které jsou bude byl byla bylo""",
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
