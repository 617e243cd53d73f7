"""French."""

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
    code="fr",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""à afin ai ainsi alors après as au aucun aucune aujourd aussi autre autres aux
            avait avant avec avez avoir avons ayant bien c ça car ce ceci cela celle celles
            celui cependant ces cet cette ceux chaque chez ci combien comme comment d dans de
            depuis des donc dont du elle elles en encore entre es est et étaient étais était
            étant été êtes être eu eurent eut eux fait faire font furent fut hors il ils j je
            jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors
            lorsqu lorsque lui m ma mais me même mêmes mes mien moi mon n ne ni nos notre nous
            on ont ou où par parce pas pendant peu peut plus pour pourquoi puis puisque qu quand
            que quel quelle quelles quels qui quoi quoique s sa sans se sera seront ses si sien
            son sont sous sur t ta tandis te tel telle telles tels tes toi ton tous tout toute
            toutes très tu un une va vers voici voilà vos votre vous y ya""",
        stemmer="french",
        elided="c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu",
        folds_first=True,
    ),
    questions=QuestionWords(
        when="quand",
        who="qui",
        where="où",
        how_many="combien",
        why="pourquoi",
        how="comment",
        which="quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel",
        what="que qu quoi",
        times="date dates jour jours année années mois moment époque décennie siècle",
        is_the="est_la est_le était_la était_le fut_la fut_le sera_la sera_le",
        links="et mais alors c'est ce_fut ce_sera",
        prepositions="""à de d' en par avec pour depuis dès vers jusqu'à jusqu'en à_partir_de
            au_cours_de lors_de sur dans avant après d'ici""",
        asked="""dire savoir savez-vous vous_savez sait-on sais-tu sait précisez préciser indiquez
            indiquer demande demandez rappeler qui_peut_dire qui_peut_me_dire qui_peut_nous_dire
            qui_sait""",
        period=PeriodWords(
            months="""janvier février mars avril mai juin juillet août septembre octobre novembre
                décembre""",
            to="et à au",
            before="avant",
            until="jusqu ici",
            after="après delà",
            since="depuis dès partir",
            ends="fin",
            fillers="le la l les du de d au à en mois année mi début",
            year="année an",
            counted="les des ces plus_de près_de moins_de environ quelque",
            numbered="""n n° nº no no. nr. résolution résolutions resolution resolutions article
                articles règlement directive décret loi agenda horizon vision initiative plan
                objectif objectifs objective OTAN""",
            goes_on="quel quelle quels quelles combien comment pourquoi",
        ),
    ),
    times=TimeWords(
        telling="""après avant pendant durant depuis dès lors lorsqu lorsque quand jusqu siècle
            siècles époque période ère âge fin début milieu veille lendemain suite issue moment
            année années an ans mois semaine semaines jour jours printemps été automne hiver
            matin soir nuit heure heures midi minuit""",
        units="an ans année années mois semaine semaines jour jours heure heures minute minutes",
        in_year="en an",
        before_year="année depuis dès vers",
        dateline="Le {date}, {text}",
        lead_in="le les du au des ce en depuis",
    ),
    claims=ClaimWords(
        negation=r"""(?:\bne\b|\bn')(?:(?!\bqu(?:e\b|'))[^.;:!?]){0,60}?
                \b(?:pas|plus|jamais|rien|aucune?|personne|nulle?|guère|point|ni)\b
            | \b(?:aucune?|personne|rien|nulle?|jamais|ni)\b[^.;:!?]{0,60}?(?:\bne\b|\bn')
            | \A\W*pas\b
            | \bnon\b(?!\s+seulement)""",
        without="sans sauf hormis",
        figures=(
            ("2", "deuxième"),
            ("3", "troisième"),
            ("4", "quatrième"),
            ("5", "cinquième"),
            ("6", "sixième"),
            ("7", "septième"),
            ("8", "huitième"),
            ("9", "neuvième"),
            ("10", "dixième"),
            ("100", "cents"),
            ("1000", "mille millier milliers"),
            ("million", "million millions"),
            ("10⁹", "milliard milliards"),
        ),
        titles="m mm mme mmes mlle dr",
        openings="selon ainsi cependant toutefois enfin ensuite également outre lors notamment",
        days="lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd",
    ),
    speech=SpeechWords(),
)
