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
    speech=SpeechWords(
        articles="""le la les l' un une ce cet cette ces son sa ses leur leurs notre plusieurs
            certains certaines quelques chaque""",
        name_links="de d' du des",
        noun_links="en pour",
        loose_links="à au aux",
        prepositions="""dans sur avec par lors devant après avant pendant durant depuis sous sans
            contre entre vers chez malgré auprès via face suite grâce dès jusqu' parmi envers
            hors outre concernant""",
        sources="selon",
        adverbs="""s' se n' m' t' me te ne y lui eux elle-même lui-même pas plus aussi également
            notamment ensuite encore toujours enfin déjà ainsi alors cependant pourtant
            toutefois néanmoins donc bien clairement même hier aujourd'hui demain lundi mardi
            mercredi jeudi vendredi samedi dimanche matin soir midi nuit veille lendemain
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            jour jours semaine mois année ans heures fois visite déplacement conférence marge
            direct réponse presse télévision antenne issue occasion micro tribune question
            questions journalistes tout auparavant récemment immédiatement finalement simplement
            publiquement longuement vivement fermement notablement solennellement d'abord
            surtout seulement vite tard""",
        that="que qu' si combien comment pourquoi",
        conjunctions="comme lorsque lorsqu' quand tandis car puisque puisqu' parce quoique",
        relatives="qui quoi dont où lequel laquelle lesquels lesquelles",
        pronouns="""il elle on ils elles je j' nous vous tu c' ceci cela ça celui celle ceux
            celui-ci celle-ci ceux-ci celles-ci quelqu'un beaucoup tous chacun nul""",
        joins="et ou puis mais",
        modals="""tient tenait tenu tint vient venait veut voulait voulu doit devait dû peut pouvait
            pu fait faisait fit continue continué""",
        copulas="est sont était étaient été sera seront fut furent",
        auxiliaries="a ont avait avaient aurait auraient aura auront ait eut ayant",
        verbs="""dit disait disent disaient décrit décrivait répond répondait répondit répondent
            écrit écrivait écrivent poursuit poursuivait poursuivit reconnaît reconnait
            reconnaissait conclut concluait prévient prévenait soutient soutenait soutiennent
            maintient promet promettait admet admettait réjouit réjouissait réjouissent souvient
            défend défendait avertit croit prétend prétendait""",
        participles="""répondu poursuivi reconnu prévenu soutenu maintenu promis admis réjoui
            souvenu défendu averti cru prétendu""",
        gerunds="""disant répondant écrivant poursuivant concluant soutenant maintenant promettant
            reconnaissant admettant prévenant""",
        infinitives="""dire répondre écrire poursuivre reconnaître conclure prévenir soutenir
            maintenir promettre admettre défendre savoir valoir""",
        nothing="one",
        stems="""accus affirm ajout annonc annonç appel appell argu argument articul assur avou
            balay clam comment confess confi confirm considèr considér constat critiqu condamn
            conseill déclar cri demand dénonc dénonç déplor détaill écri enchaîn espèr espér
            estim évoqu exclam exhort exig exige expliqu félicit fustig fustige indiqu indign
            inquièt inquiét insist insurg interrog interroge invit ironis jug juge justifi lanc
            lanç martel martèl menac menaç mentionn not nuanc observ parl pens plaid précis
            préconis proclam promulgu protest qualifi racont rappel rappell rassur réaffirm
            réclam recommand regrett réitèr réitér rejet relat relev relèv remarqu répèt répét
            répliqu résum rétorqu révèl révél salu signal souhait soulign soupir suggèr suggér
            témoign tempêt tranch vitupèr""",
        verb_endings="e ent ait aient a èrent",
        participle_endings="é ée és ées",
        gerund_endings="ant",
        infinitive_endings="er",
        marks="le la les des et est que une dans",
        titles="m. mm. mme mmes mme. mlle mlle. dr dr. drs pr pr. mgr mgr. cheikh maître",
        roles="""président ministre secrétaire porte-parole chancelier commissaire ambassad
            responsable chef maire député avocat juge général colonel capitaine patron pdg p-dg
            dirigeant délégué gouverneur pape évêque archevêque membre représentant officer
            professeur candidat militant habitant témoin proche procureur cadre reine roi prince
            chercheu élu premi préfet attaché doyen gérant étudiant manifestant médecin
            conseiller""",
        role_beginnings="vice sous ex co",
        role_endings="teur trice iste logue cien cienne euse",
        someone="l'un l'une",
        offices="""président présidente ministre premier première secrétaire général générale pape
            reine roi porte-parole chancelier chancelière""",
        things="""rapport rapports notification compte-rendu statuts légende récit règlement charte
            communiqué texte document documents étude études loi déclaration accord décision
            résolution réunion article lettre message mesure situation plan projet site sommet
            création dernier derniers dernière dernières derniere dernieres intéressé intéressés
            intéressée intéressées objectif idée raison question enquête sondage traité titre
            phrase formule note annonce dépêche documentaire reportage film livre blog
            traduction principe sens définition usage tradition estimation estimations
            information informations chiffres""",
        speeches="communiqué message lettre texte déclaration discours",
        requests="accus appel condamn décri demand exhort invit parl prom qual",
        viewpoints="pour",
        idioms="""pour_sa_part pour_leur_part de_son_côté de_leur_côté quant_à_lui quant_à_elle
            quant_à_eux en_outre en_revanche à_son_tour à_leur_tour par_ailleurs par_exemple
            par_la_suite d'autre_part de_plus à_ce_sujet""",
        partitives="de des",
        split_sources="d'_après",
        reflexives="s' se",
        reflexive_auxiliaries="est était sont",
        echoes="elle elles",
        inverted_subjects="il ils elle elles on je nous vous tu",
        inversion_links="t",
        adverb_endings="ment",
        adjective_endings="enne ale ique aise ales unies",
        plural_endings="ont aient ent",
    ),
)
