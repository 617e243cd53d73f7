"""French."""

from __future__ import annotations

from rag.language import language as parts

# "trois ans et demi" is not a whole number, and "trois jours de débats" is not a date.
_WHOLE = r"(?! (et demie?|de\b(?! cela)|ou\b|d'))"

LANGUAGE = parts.Language(
    code="fr",
    file_names="fr fra fre french francais français",
    numbers=parts.numbered(
        """1 un une, 2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix,
        11 onze, 12 douze, 13 treize, 14 quatorze, 15 quinze, 16 seize, 20 vingt, 30 trente,
        40 quarante, 50 cinquante, 60 soixante, 100 cent"""
    ),
    calendar=parts.Calendar(
        months=(
            "janvier, janv",
            "février, fevrier, févr, fevr, fév, fev",
            "mars",
            "avril, avr",
            "mai",
            "juin",
            "juillet, juil",
            "août, aout",
            "septembre, sept",
            "octobre, oct",
            "novembre, nov",
            "décembre, decembre, déc, dec",
        ),
        doubtful_months="dec",
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        seasons=("printemps", "été", "automne", "hiver"),
        doubtful_seasons="été",
        ordinals=(
            "premier, première, 1er, 1re, 1ère, Ier",
            "deuxième, second, seconde, 2e, 2ème, 2nd, 2nde",
            "troisième, 3e, 3ème",
            "quatrième, 4e, 4ème",
        ),
        last_ordinal="dernier, dernière",
        quarters="trimestre",
        halves="semestre",
        halves_of_anything="moitié",
        quarter_codes="T",
        half_codes="S",
        units={
            "day": "jour",
            "week": "semaine",
            "month": "mois",
            "quarter": "trimestre",
            "half": "semestre",
            "year": "an, année",
        },
        plurals={
            "day": "jours",
            "week": "semaines",
            "quarter": "trimestres",
            "half": "semestres",
            "year": "ans, années",
        },
        before_day="le, du, au, ce",
        day_suffixes="er, ᵉʳ",
        of_month="de",
        month_first=True,
        before_days="les, le, du, des",
        between="entre le, entre",
        until="au, à, jusqu'au",
        and_="et",
        before_second_day="le",
        before_month_year="en, de, du, depuis, dès, fin, début, mi-, mi",
        before_month="""en, au mois de, au mois d', du mois de, du mois d', au cours du mois de,
            au cours du mois d', courant, dès, depuis, fin, à la fin du mois de, début, mi-,
            à la mi-, d'ici, d'ici fin, jusqu'en, jusqu'à fin, à partir de, à compter de""",
        sides_after_month={"last": "dernier", "next": "prochain"},
        before_period="""au, le, du, ce, dès le, depuis le, avant le, après le, d'ici le, d'ici au,
            à l', l', cet, dès l', depuis l', avant l', après l', d'ici l', d'ici à l', de l',
            en, courant, au cours du, au cours de l', dans le courant du, fin, début, mi-, la, à la,
            de la, dans la, fin du, début du, fin de l', début de l', à la fin du, à la fin de l',
            au début du, au début de l', à la mi-, pendant l', durant l', jusqu'à l', jusqu'au""",
        of_period="de, de l', d', de l'année, du",
        before_year="""en, depuis, dès, avant, après, jusqu'à, jusqu'en, d'ici, d'ici à,
            au-delà de""",
        surely_before_year="""année, l'année, l'an, fin, début, mi-, à la mi-, à la fin de,
            au début de, à la fin de l'année, au début de l'année, courant, dans le courant de,
            d'ici fin, d'ici la fin de, d'ici à la fin de, d'ici mi-""",
        after_year="""et, ou, à, au, aux, pour, par, afin, avec, lors, lorsque, quand, que, qui,
            où, dans, sur, sous, entre, comme, mais, car, ne, n, le, la, l, les, un, une, des, du,
            de, d, ce, cette, ces, il, elle, ils, elles, on, nous, a, ont, est, sont, était,
            étaient, avait, avaient, sera, seront, fut, furent, été, selon, sans, après, avant,
            depuis, contre, face, grâce, soit, puis, plus, encore, déjà, notamment, ensemble,
            dernier, prochain, s, se, y, c""",
        before_our_era=r"av\.|avant",
        before_quantity="plus, près, moins, environ, quelque",
        relative=parts.RelativeWords(
            days={
                -2: "avant-hier, avant hier",
                -1: "hier",
                0: "aujourd'hui",
                1: "demain",
                2: "après-demain, après demain",
            },
            parts_of_day="matin, soir, après-midi",
            today=("ce jour", "ce matin", "ce soir", "cet après-midi"),
            ago=("il y a {count}" + _WHOLE,),
            ahead=("dans {count}" + _WHOLE,),
            vague="environ, quelque, près de, plus de, moins de, à peine, presque",
            weeks={8: 1, 15: 2},
            sides=parts.Sides(
                last=(
                    "((la|le|du|au) |(à )?l' ?){span} (dernier|dernière|passée?)",
                    "((ce|le) )?{weekday} (dernier|passé)",
                    "{month} (dernier|passé)",
                ),
                this=(
                    "ce {weekday}",
                    "cette (?=semaine|année){unit}",
                    "ce (?=mois){unit}-ci",
                    "(ce|cet) {season}",
                    "ce (?=tri|se){unit}",
                    "ce {quarter}",
                    "ce {half}",
                ),
                next=(
                    "((la|le|du|au) |(à )?l' ?){span} prochaine?",
                    "((ce|le) )?{weekday} prochain",
                    "{month} prochain",
                ),
            ),
            plain=(
                "((au|dès le|d'ici le|d'ici au|avant le|après le|depuis le|pour le) "
                "|(à|dès|depuis|d'ici|d'ici à|avant|après|pour|pendant|durant) l'){season}"
                r"(?! (de|du|des|arabe)\b| d')",
                r"(au|dès le|d'ici le|d'ici au|avant le|pour le|au cours du) {quarter}(?! (de"
                r"|du|des)\b| d')",
                r"(au|dès le|d'ici le|d'ici au|avant le|pour le|au cours du) {half}(?! (de|du"
                r"|des)\b| d')",
                "{weekday}",
            ),
            story=(
                # in "la veille stratégique", "veille" means monitoring
                r"la veille(?! \w+(ique|aire|elle|ale)s?\b)",
                "le lendemain",
                "((la|le|du|au) |l' ?){span} (suivante?|précédente?)",
                "((ce|le) )?{weekday} (suivant|précédent)",
                "{month} (suivant|précédent)",
                "le {weekday}",  # a habit
            ),
            not_dates=(
                "d'{day}",
                "de {day}",
                "{day}(-| )là(?!-)",
                "à ce jour",
                "ce jour(-| )là(?!-)",
                "ce matin(-| )là(?!-)",
                "ce soir(-| )là(?!-)",
                "cette {unit}(-| )là(?!-)",
                "{weekday}(-| )là(?!-)",
                "(chaque|un) {weekday}",
            ),
            after_date=parts.Sides(
                last=(
                    "(dernier|passé)s?",
                    "(de )?(l'|la ){unit} (dernier|dernière|passée?)",
                ),
                this=("(de )?cette {unit}",),
                next=("prochains?", "(de )?(l'|la ){unit} prochaine?"),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"(?!fronts?\b|affronts?\b)\w{2,}ront|aura|saura|\w*[^\Wé]dra|(?!\w*(?:t|m|p|v)ira\b)\w+ira|\w*(?:ve|pou|mou|cou|que)rra|\w*(?:de|ce|sui|vi|pleu)vra|\w+(?:tt|aî|oî)tra|\w*[^\W]era",
            future="prévue?s?|en vue|à la veille|se tien(t|nent|dra|dront)|aura|auront|débutera"
            r"|\w+(era|eront|ira|iront|dra|dront)|prochaine?s?",
            coming=r"(?!jura|laura)\w+(ura|vra|rra|ettra|aîtra)|(?!\w*front)\w+ront"
            r"|(\w+(erai|drai)|devrai|pourrai)(t|ent)|aurai(t|ent) lieu"
            "|(a|ont|avai(t|ent)) prévu|attendue?s?|programmée?s?|d'ici|doi(t|vent)"
            r"|(va|vont|allai(t|ent)) \w+(er|ir|re)",
            # a participle right before the date means the past ("signée en juin")
            # "est organisée" may mean the future, "est née" and "s'est tenue" may not
            been=r"a(?! lieu\b)|ont(?! lieu\b)|fut|furent|eut|eurent|\w+(ait|aient)|s'est|se sont"
            r"|(est|sont)(-(il|elle|on|ils|elles))? (né|mort|décédé|allé|venu|arrivé|parti|devenu"
            r"|entré|sorti|survenu"
            r"|intervenu|paru|revenu)e?s?"
            r"|(?<!est\s)(?<!sont\s)(?<!sera\s)(?<!seront\s)(?<!\u00eatre\s)(?<!rait\s)"
            r"(?<!raient\s)(\w+(ée?s?|nue?s?|[nr]due?s?|rompue?s?|truite?s?)|réunie?s?|\w*ouverte?s?"
            r"|sortie?s?|\w*(pr|m)ise?s?)(?=\s+$)",
            frees=r"pour( le| les)?|d'ici( le| au| à)?|avant le|jusqu'(au|à|en)?"
            r"|(à|au) (compter|partir) du"
            r"|au plus tard( le)?|dès le|limite( :| au| le)?"
            r"|(un|une|notre|votre)( (?!(le|du|au|les|dès)\b)\w+)?",
            clause_ends=r"qu'|(que|qui|dont|où|lorsque|quand|mais)\b",
            relatives=r"(qui|dont|lequel|laquelle)\b",
            continues=r"qu'|(que|mais)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""mm, mme, mlle, mgr, dr, pr, prof, ste, gén, gen, amb, cdt, lt, cap, cpt,
            sgt, adm, art, al, av, bd, chap, cf, cie, co, corp, inc, ltd, dept, dir, ed, éd, env,
            etc, ex, fig, hab, ibid, inf, op, p, pp, réf, rép, resp, sect, suiv, sup, supp, tel,
            tél, trad, vol, vs, éq, approx, ing, lic, str, ca""",
        may_end="etc, cie, inc, ltd, co, corp, suiv, hab, al",
        numbered="no, nos, n, num",
        starters="""Le, La, Les, L, Il, Elle, Ils, Elles, Ce, Cette, Ces, C, Un, Une, Des, En, Au,
            Aux, À, On, Nous, Dans, Pour""",
    ),
    mails=parts.MailWords(
        sender="de|expéditeur|from",
        sent="date|envoyée?( le)?|reçu( le)?",
        recipient="à|pour|destinataires?|cc|copie( à)?|répondre à",
        subject="objet|sujet",
        forwarded="(début du )?message (transféré|transmis|réexpédié)|courriel transféré",
        original="message (d'origine|original|initial)",
        wrote="a écrit",
        reply="re|ré|réf|rép",
        forward="tr|fwd?|tf",
        notices=r"(ce|cet?te) (message|courriel|e-?mail|mail)[^\n]*confidentiel"
        r"|pensez à l'environnement|n'imprimez ce (message|mail|courriel)|avant d'imprimer"
        r"|[^\n]{0,80}liste de diffusion[^\n]{0,40}$",
        sent_from="envoyée? (de|depuis) (mon|ma|l'|un|une|outlook|yahoo|courrier|mail)"
        "|(obtenir|télécharger) outlook|provenance : courrier",
    ),
    releases=parts.ReleaseWords(
        labels="communiqu(é|e)s?( de presse)?|pour diffusion immédiate|déclaration( à la presse)?"
        "|date|embargo",
        published="soumise?|"
        "publiée?s?|rédigée?|paru(e|tion)?|diffusée?|postée?|mise? en ligne|publication"
        "|date de (première )?(publication|parution|diffusion|mise en ligne)|date d'émission",
        updated="mise? à jour|dernière (mise à jour|modification|actualisation)|modifiée?"
        "|actualisée?|date de (mise à jour|modification)",
        by="par",
        embargo="(sous )?embargo( strict| presse)?( jusqu'(au|à|en)?| levé)?|levée (de l'"
        "|d')?embargo|(à )?ne pas (diffuser|publier)( avant)?|(diffusion"
        "|publication) interdite avant",
        release_now="pour (diffusion|publication) immédiate",
        done_at="(fait|donné|signé|délibéré) (à|au|aux|en)|fait(?=$)",
        day_titles="conseils? (des ministres|de gouvernement|fédéral|municipal|régional"
        "|départemental|communautaire|d'administration)|comptes?( |-)rendus?|résumé"
        "|relevé|décisions|séances?|réunions?|travaux|communiqué|déclaration"
        "|points? (de )?presse|conférence de presse|discours|allocution|bulletin"
        "|procès-verbal|session|point de situation",
        announcing=r"invitations?|rendez-vous|convocation|ordre du jour|agenda|inscri\w+|à venir"
        "|prochaine?s? (rendez-vous|dates?|réunions?|séances?)",
        event_labels="lieu|heure|horaires?|où|rendez-vous|adresse",
        short_weekdays="lun, mar, mer, jeu, ven, sam, dim",
        before_date="le",
        number_sign=r"n\s?[°ºo.]",
        place_words="de, du, la, le, les, sur, en, et",
        clock="à",
        clock_end="h|heures?",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? de lecture"
        r"|temps de lecture\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="(ce|cette) ({weekday}|jour|matin|soir|semaine|après-midi)|aujourd'hui|{weekday}",
        news="réunions?|sommet|conférence|visite|séance|session|rencontre|entretiens?"
        "|cérémonie|discours"
        "|réunie?s?|réunis|rencontrée?s?|annoncée?s?|déclarée?s?|présentée?s?|inaugurée?s?"
        "|accueillie?s?",
        older=r"(signé[es]*|depuis|adopté[es]*|du traité|anniversa\w+|né[es]*|fondée?s?"
        r"|créée?s?|ouvert[es]*"
        "|lancée?s?|avant|dès|entrée?s? en vigueur|jusqu'?(en|à)?)"
        r"\s*((à|en) \w+ )?((le|au) )?",
        older_articles="du|au",
        own_articles="ce",
        credit=r"\((photo|image|crédit)|(crédits? )?photos?\s*(:|©|–|-|par\b)|légende\s*:",
        appeared="est apparu en premier",
        untitled="sans titre",
        contact=r"contacts?( (presse|médias?))?\s*:|tél\b",
        auxiliaries="a, ont, est, sont, sera, seront, était, étaient, va, vont",
        site="si (vous ne (visualisez|voyez|parvenez)|ce (message|mail|courriel) ne)|(voir|"
        "afficher|visualiser|consulter) ce(t|tte)? (message|mail|e-mail|courriel)|(se|"
        "me|vous) dés(abonner|inscrire)|désinscription|"
        "(lire|voir|à lire|à voir) (aussi|également|ensuite)|sur le même (sujet"
        "|thème)|articles? (similaires?|liés?|connexes?|associés?|récents?)|(partager"
        "|suivre|retrouvez)( (cet|cette|ce|la|le|l'))?( (article|page|communiqué"
        "|publication))?( (sur|par|via|avec))? ?(:|facebook|twitter|x|linkedin"
        "|whatsapp|mail|e-mail|courriel|les réseaux)|suivez(-| )(nous|moi)|(laisser"
        "|publier|ajouter|poster|écrire) un commentaire|laissez un commentaire"
        "|vous devez (être|vous) (connectée?|connecter|identifiée?)|connectez-vous"
        "|se connecter|votre adresse (e-?mail|de messagerie|courriel) ne sera pas"
        "|les champs obligatoires|ce site utilise|nous utilisons (des|les) cookies"
        "|en poursuivant votre navigation|(accepter|refuser|tout accepter|gérer"
        "|paramétrer)( tous)?( les)? cookies|aller au (contenu|menu)"
        "|passer au contenu|retour (à|au|en|vers)(?!.{30})|vous êtes ici|fil d'ariane"
        "|imprimer (la|cette|l'|le)|télécharger (le|la|l'|en|ce)|(article|communiqué"
        "|page) (précédente?|suivante?)|(abonnez-vous|inscrivez-vous|s'abonner"
        "|s'inscrire)|autres? (communiqués?|articles?|actualités?|langues?)"
        "|étiquettes? ?:|mots(-| )clés ?:|catégories? ?:|tags? ?:|rechercher sur"
        "|plan du site|droits? de reproduction"
        "|vous (recevez|avez reçu) ce (message|mail|courriel|e-mail)|((se|me|vous) "
        ")?désabonn(er|ement)|(se |me )?désinscri(re|ption)|(voir|lire|afficher|con"
        "sulter) (ce|cet|cette|la|l')? ?(e-?mail|message|courriel|newsletter|lettre"
        "|version) (en ligne|dans)",
        site_lines="(aucun|pas de|laisser un) commentaire|"
        "accueil|page d'accueil|menu( principal)?|recherche(r)?|navigation|imprimer"
        "|partager|envoyer|commentaires?|haut de page|en haut|publicité|cookies"
        "|contact|contactez-nous|aide|plan du site|actualités|mes favoris"
        "|lire la suite|en savoir plus|voir plus|télécharger|facebook|twitter"
        "|linkedin|instagram|youtube|rss|abonnement|connexion|se connecter|langues?",
        sections="vous (recevez|avez reçu) ce(t|tte)? (message|mail|e-?mail|courriel|lettre)|"
        "(vos )?contacts?( (presse|médias?|de presse|pour (la presse|les médias)"
        "|journalistes?))?$|contacts? (presse|médias?|de presse)|relations? (presse"
        "|(avec les )?médias?)|service (de )?presse( ?:|$)|pour (tout|toute"
        "|plus d') ?(renseignements?|informations?|demande)|pour en savoir plus"
        "|renseignements?( complémentaires)? ?(:|$)|source ?:|sources? :"
        "|informations? (légales?|complémentaires? ?:)|mentions légales"
        "|avertissement( ?:|$)|tous droits réservés|newsletter|lettre d'information"
        "|politique de confidentialité|protection des données|conditions (générales"
        "|d'utilisation)|énoncés? prospectifs?|déclarations? prospectives?",
        about=r"(à|a) propos (de|d'|du|des)\b|(à|a) propos( ?:)?$|qui sommes-nous"
        "|présentation (de|du) (la société|groupe|l'entreprise)",
        corrected="corrig|rectif|erratum|mise à jour|version (révisée|modifiée|2)",
        release_ends="fin( du communiqué)?",
        compound_heads="sous, vice, ex, non, mi, demi, semi, quasi, avant, après, arrière, contre"
        ", outre, saint, sainte, nord, sud, est, ouest, grand, haut, bas, peut, moi, toi, lui, elle"
        ", eux, elles, nous, vous, celui, celle, ceux, celles, quelques, rendez, porte, chef"
        ", dix, vingt, trente, quarante, cinquante, soixante, quatre",
        compound_tails="il, elle, ils, elles, on, là, ci, même, mêmes, vous, nous, être, dire",
    ),
    terms=parts.TermWords(
        letters="éèàêçùîôâûœëïüæÿ",
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
    questions=parts.QuestionWords(
        joining="que qu",
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
        prepositions="""à à_compter_de de d' en par avec pour depuis dès vers jusqu'à jusqu'en
            à_partir_de au_cours_de lors_de sur dans avant après d'ici""",
        asked="""dire savoir savez-vous vous_savez sait-on sais-tu sait précisez préciser indiquez
            indiquer demande demandez rappeler qui_peut_dire qui_peut_me_dire qui_peut_nous_dire
            qui_sait""",
        contacts=r"contacts?|contacter|joindre|telephone|tel|numero de (tel|fax)\w*"
        "|e-?mail|courriels?|mel|adresse (mail|electronique|e-?mail|postale"
        "|de la redaction)|attachee? de presse|service de presse"
        "|relations (presse|medias?)|mentions legales|droits d'auteur"
        "|newsletter|lettre d'information|s'abonner|abonnement|site (web"
        "|internet)|porte-parole",
        yes_no="est-ce est-il est-elle y_a-t-il",
        inversions="il elle ils elles on ce tu vous nous",
        number_signs="numéro n no",
        thanks="""merci merci_beaucoup merci_bien merci_d'avance merci_par_avance
            merci_pour_votre_réponse merci_de_votre_réponse merci_de_me_répondre
            merci_de_votre_aide merci_pour_votre_aide d'avance par_avance cordialement
            bien_cordialement""",
        please="s'il_vous_plaît s'il_te_plaît svp stp",
        salutations="""madame monsieur mesdames messieurs madame_monsieur à_tous à_toutes et cher
            chère chers chères tout_le_monde docteur super parfait génial excellent très_bien
            c'est_noté je_vois compris ah ah_bon eh_bien bon bien alors intéressant cool""",
        wrapping="""je j' voulais voulions voudrait tu vous on m' me nous moi aimerais aimerions
            voudrais voudrions veux souhaite souhaiterais souhaiterions désire cherche cherchons à
            savoir connaître demande demandais demander demandons se peux peut pouvez pourrais
            pourriez pourrait peut-on pouvez-vous dire redire dis dites indiquer indique indiquez
            préciser précise précisez rappeler rappelle rappelez expliquer explique expliquez
            apprendre informer renseigner donner sais savez sait sait-on saurais sauriez est-ce_que
            est-ce_qu' qui_peut_me_dire qui_sait qui_peut_nous_dire il_faudrait que_je_sache
            j'ai_besoin_de avez avez-vous as as-tu une_idée_de l'amabilité_de la_gentillesse_de
            auriez auriez-vous veuillez voulez aurais bien juste donc alors simplement exactement
            intéresse intéresserait il m'intéresse_de si_possible une_question ma_question voici
            est la_suivante petite une""",
        greetings="""comment_tu_t'appelles es-tu_une_intelligence_artificielle
            est-ce_que_tu_es_une_intelligence_artificielle es-tu_une_ia raconte-moi_une_blague
            résume_ce_texte traduis_ce_texte bonjour bonsoir salut coucou allô allo bonne_journée
            bonne_soirée bonne_nuit
            au_revoir à_bientôt merci merci_beaucoup merci_bien s'il_vous_plaît s'il_te_plaît
            svp stp ça_va comment_ça_va comment_vas-tu comment_allez-vous quoi_de_neuf oui non
            d'accord ok okay qui_es-tu qui_êtes-vous es-tu_un_robot tu_es_un_robot tu_es_qui
            vous_êtes_qui que_sais-tu_faire que_peux-tu_faire que_pouvez-vous_faire
            comment_t'appelles-tu comment_vous_appelez-vous tu_t'appelles_comment aidez-moi
            aide-moi à_l'aide au_secours ceci_est_un_test il_y_a_quelqu'un tu_m'entends
            vous_m'entendez es-tu_là êtes-vous_là tu_es_là tu_parles_français parles-tu_français
            parlez-vous_français""",
        requests="""j'aimerais_connaître je_voudrais_connaître je_veux_connaître je_souhaite
            indiquer citer nommer identifier identifiez identifie donner préciser lister
            dis dites dis-moi dites-moi donne donnez donne-moi donnez-moi cite citez nomme
            nommez explique expliquez indique indiquez précise précisez raconte racontez résume
            résumez décris décrivez énumère énumérez liste_des liste_les montre montre-moi
            montrez parle- moi parlez-moi peux-tu pouvez-vous pourrais-tu pourriez-vous sais-tu
            savez-vous j'aimerais_savoir je_voudrais_savoir je_veux_savoir je_me_demande
            je_cherche_à retracez retrace trouve trouve-moi trouvez quid""",
        verbs="""est sont était étaient fut a ont avait avaient aura auront sera seront va vont peut
            peuvent doit doivent fait font n'est n'a""",
        names="""comment_s'appelle comment_s'appelait comment_s'appellent comment_se_nomme
            comment_se_nommait comment_est_nommé comment_est_nommée quel_est_le_nom
            quels_sont_les_noms sous_quel_nom""",
        plurals=parts.PluralWords(
            verbs="sont:est ont:a furent:fut étaient:était avaient:avait seront:sera",
            words="quels:quel quelles:quelle lesquels:lequel lesquelles:laquelle les:le",
            endings="travaux:travail eaux:eau aux:al eux:eu s:",
            unchanged="""pays corps mois fois temps puits prix voix choix propos discours concours
                parcours secours avis bras cours procès progrès accès succès décès campus virus
                consensus forces""",
        ),
        scope=parts.ScopeWords(
            over_time="""au_fil_des_ans au_fil_des_années au_fil_du_temps au_fil_des_communiqués
                au_fil_des_éditions chaque_année d'année_en_année année_par_année
                année_après_année par_année selon_les_années selon_l'année chaque_mois
                mois_par_mois évolution successif successifs successive successives
                successivement tour_à_tour au_cours_des_années au_cours_des_ans
                d'une_année_à_l'autre d'une_année_sur_l'autre toutes_les_années
                à_chaque_recensement à_chaque_édition à_chaque_fois à_chaque_rentrée
                à_chaque_scrutin à_chaque_élection à_chaque_saison à_chaque_rapport
                se_sont_succédé se_succèdent s'est_succédé l'historique la_tendance
                exercice_par_exercice édition_par_édition d'une_édition_à_l'autre
                d'un_exercice_à_l'autre d'un_communiqué_à_l'autre de_combien_à_combien
                tous_les_chiffres retracez retrace retracer historique_de historique_des
                historique_du évolutions au_fil_des_mois au_fil_des_saisons au_fil_des_rapports
                d'un_an_à_l'autre d'un_an_sur_l'autre selon_les_éditions selon_les_saisons
                à_travers_les_années au_fil_des_exercices l'un_après_l'autre
                d'un_recensement_à_l'autre d'une_saison_à_l'autre
                saison_après_saison saison_par_saison""",
            how_often="""combien_de_fois à_combien_de_reprises combien_d'éditions
                combien_y_a-t-il_eu_d'éditions combien_y_a-t-il_d'éditions à_combien_d'occasions""",
            which_dates="à_quelles_dates en_quelles_années quelles_années en_quels_mois",
            took_place="eu_lieu se_sont_tenus se_sont_tenues se_sont_déroulés se_sont_déroulées",
            first="""premier première premiers premières initial initiale tout_premier
                toute_première plus_ancien plus_ancienne""",
            last="""dernier dernière derniers dernières plus_récent plus_récente tout_dernier
                toute_dernière """,
            first_time="pour_la_première_fois la_première_fois",
            last_time="pour_la_dernière_fois la_dernière_fois",
            now="""aujourd'hui actuellement actuel actuelle actuels actuelles désormais
                maintenant en_ce_moment à_ce_jour à_l'heure_actuelle ces_temps-ci présentement
                à_présent""",
            any_figure="""nombre nombres quantité quantités total totale montant montants chiffre
                chiffres niveau volume""",
            figures="""population nombre effectif effectifs montant budget chiffre taux prix
                total superficie production fréquentation trafic volume tonnage capacité
                consommation émissions dépenses recettes ventes exportations importations
                dette déficit excédent dotation bénéfice bilan capital salaire
                affluence récolte récoltes
                collecte participation assistance audience chiffre_d'affaires""",
            state=(
                r"(dirige|présid|entraîn)(ait|aient)|entraîne|(dirig|présid)(e|ent|era|eront)|(dirigé|présidé)e?s?"
                r"|(?<!s')occup(ait|aient|e|ent|era|eront|ée?s?)(?=\s+\S+\s+(postes?|fonctions?"
                r"|charge|mandat|présidence|direction|ministère|trône|siège|mairie)\b)"
                r"|en charge|à la tête|patron(ne)?|dirigeante?"
                r"|à qui\b.*\b(présidence|direction|commandement)"
            ),
            who_many="ont sont furent étaient",
            past=(
                r"(?<!y )(a|ont)\b(?!-t-(il|elle|on) *\?)(?! *\?)(?! (le|la|les|un|une|des) )|"
                r"avai(t|ent)|étai(t|ent)|fut|furent|eut|eurent|(?!\b(?:fait|sait|plait|"
                r"plaît|trait|extrait|souhait|retrait|lait|connait|parait|forfait|"
                r"portrait|attrait|bienfait|parfait|relait)\b)\w+(ait|aient)"
            ),
            evolved="""évolué évolue évoluent évoluait évoluer varié progressé augmenté changé
                baissé diminué reculé grandi chuté grimpé évolution évolutions""",
            how_often_in="par plus moins",
            named_first="""ministre ministres secrétaire dame nécessité ligne secours lieu abord
                matière matières main plan classe guerre génération mots""",
            plural_endings="s x",
            formerly="auparavant précédemment autrefois naguère",
            deputies="adjoint adjointe adjoints vice suppléant suppléante délégué déléguée co",
            former="""vice ancien ancienne anciens anciennes ex adjoint adjointe adjoints
                vice-président suppléant futur future intérimaire honoraire époque""",
            held="""eu_lieu tenu tenue tenus tenues déroulé déroulée déroulés déroulées joué jouée
                disputé disputée organisé organisée""",
            awards="""prix médaille médailles trophée trophées coupe coupes concours championnat
                championnats tournoi palme ballon distinction récompense""",
            won="""reçu reçoit obtenu remporté remportent gagné décroché récompensé récompensée
                récompensés distingué distingués""",
            winners="""lauréat lauréate lauréats lauréates vainqueur vainqueurs gagnant gagnante
                gagnants gagnantes récipiendaire récipiendaires""",
            listed="liste noms nom succession palmarès ensemble",
            highest="""le_plus_élevé la_plus_élevée les_plus_élevés les_plus_élevées le_plus_haut
                la_plus_haute le_plus_fort la_plus_forte le_plus_important la_plus_importante
                le_plus_grand la_plus_grande le_meilleur la_meilleure les_plus_nombreux
                les_plus_nombreuses au_plus_haut à_son_plus_haut à_son_maximum à_son_apogée""",
            lowest="""le_plus_bas la_plus_basse les_plus_bas le_plus_faible la_plus_faible
                les_plus_faibles le_plus_petit la_plus_petite le_moins_élevé la_moins_élevée
                le_moins_important la_moins_importante le_plus_mauvais la_plus_mauvaise
                la_moins_bonne le_moins_bon les_moins_nombreux les_moins_nombreuses au_plus_bas
                à_son_plus_bas à_son_minimum""",
            most="le_plus_de le_plus_d'",
            least="le_moins_de le_moins_d'",
            counted="affluence:visiteurs fréquentation:visiteurs effectif:personnes",
        ),
        period=parts.PeriodWords(
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
    times=parts.TimeWords(
        telling="""après avant pendant durant depuis dès lors lorsqu lorsque quand jusqu siècle
            siècles millénaire millénaires règne époque période ère âge antiquité fin début
            milieu veille lendemain suite issue moment
            année années an ans mois semaine semaines jour jours printemps été automne hiver
            matin soir nuit heure heures midi minuit""",
        units="an ans année années mois semaine semaines jour jours heure heures minute minutes",
        in_year="en an",
        before_year="année depuis dès vers",
        dateline="Le {date}, {text}",
        lead_in="le les du au des ce en depuis",
        hours="h heure heures",
        named="""budget budgets exercice exercices résolution résolutions loi lois plan plans
            programme programmes rapport édition saison campagne objectif objectifs
            horizon agenda règlement directive décret arrêté norme millésime""",
        documents="""loi lois décret arrêté ordonnance convention accord traité protocole
            résolution règlement directive circulaire délibération arrêt jugement avis
            lettre courrier déclaration décision charte contrat communiqué article""",
        of_date="du",
        through="par",
        anniversaries="""anniversaire* bougies fete_ses fetera_ses fetent_leurs feteront_leurs
            jubile centenaire""",
        closes="""signé signée signés signées approuvé approuvée approuvés approuvées clos close
            clôturé clôturée achevé achevée arrêté arrêtés arrêtée né née daté
            datée datant""",
        begins="""depuis dès à_partir_du à_partir_de à_compter_du à_compter_de commence
            commencera commencé commencent débute débutera débuté démarre démarrera démarré
            ouvre ouvrira ouverture début commencement""",
        ends="""jusqu'au jusqu'à jusqu'en jusque d'ici au_plus_tard avant date_limite clôture
            se_termine se_terminera s'achève s'achèvera prend_fin prendra_fin expire
            expirera fin échéance termine achève""",
    ),
    claims=parts.ClaimWords(
        negation=r"""(?:\bne\b|\bn')(?:(?!\bqu(?:e\b|'))[^.;:!?]){0,60}?
                \b(?:pas|plus(?!\s+qu['e])|jamais|rien|aucune?|personne|nulle?|guère|point|ni)\b
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
    offices=parts.OfficeWords(
        copulas="est sont était étaient été sera seront fut furent",
        auxiliaries="a ont avait avaient",
        leading="""dirig* préside présidé présidée présidera présidait présidence tête rênes
            charge chargé chargée chargés mandat élu élue élus nommé nommée nomme nommer
            nomination fonctions poste succède succèdera succédé succéder successeur succession
            désigné désignée désigne désignation confié confiée pilote pilotée pilotera
            conduit mène mènera responsable commande commandé commandée commandés commandées
            commanda commandera commandait gouvernait gouverna
            gérant gérante doyen doyenne direction commandement gouverne gouvernera""",
        leaves="""quitte quittera quittent quitté part partira départ démissionne démissionné
            démission passe_la_main se_retire retraite cède""",
        becomes="devien* devenu* deveni* devint",
        takes="""nomm* nomination* élu élue élus élues élire election* réélu* devien* devenu*
            devint design* promu* choisi* intronis* investi* succed* remplac* fonctions
            fonction poste tete accede* mandat prend_la prend_ses prit pris_la pris_ses
            reprend adher*""",
        succeeds="""succède succèdent succédera succèdera succédé succéder succédant remplace
            remplacera remplaçant remplacer remplacement prend_la_suite prendra_la_suite
            pris_la_suite prenant_la_suite""",
        posts={
            "president": "président présidente",
            "minister": "ministre",
            "prefect": "préfet préfète",
            "mayor": "maire mairesse",
            "director": "directeur directrice",
            "secretary": "secrétaire",
            "spokesperson": "porte-parole",
            "ambassador": "ambassadeur ambassadrice",
            "governor": "gouverneur gouverneure",
            "chief": "chef cheffe",
            "commander": "commandant commandante",
            "rector": "recteur rectrice",
            "chancellor": "chancelier chancelière",
            "commissioner": "commissaire",
            "prosecutor": "procureur procureure",
            "treasurer": "trésorier trésorière",
            "king": "roi",
            "queen": "reine",
            "pope": "pape",
            "coach": "entraîneur entraîneuse sélectionneur sélectionneuse",
            "ceo": "pdg p-dg",
            "head": "patron patronne dirigeant dirigeante",
        },
    ),
    speech=parts.SpeechWords(
        articles="""le la les l' un une ce cet cette ces son sa ses leur leurs notre plusieurs
            certains certaines quelques chaque""",
        name_links="de d' du des",
        noun_links="en pour",
        loose_links="à au aux chez",
        prepositions="""dans sur avec par lors devant après avant pendant durant depuis sous sans
            contre entre vers malgré auprès via face suite grâce dès jusqu' parmi envers
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
            défend défendait avertit croit prétend prétendait écrivit poursuivit reconnut prévint
            soutint maintint promit admit défendit""",
        participles="""répondu poursuivi reconnu prévenu soutenu maintenu promis admis réjoui
            souvenu défendu averti cru prétendu""",
        gerunds="""disant répondant écrivant poursuivant concluant soutenant maintenant promettant
            reconnaissant admettant prévenant trouvant""",
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
            par_la_suite d'autre_part de_plus à_ce_sujet il_s'agit""",
        partitives="de des",
        split_sources="d'_après",
        reflexives="s' se",
        reflexive_auxiliaries="est était sont",
        echoes="elle elles",
        inverted_subjects="il ils elle elles on je nous vous tu",
        inversion_links="t",
        masculine="il lui le un m. monsieur son",
        feminine="elle la une mme mme. mlle madame sa",
        plurals="les des de mm. mmes plusieurs certains certaines",
        adverb_endings="ment",
        adjective_endings="enne ale ique aise ales unies",
        plural_endings="ont aient ent",
        stand_ins="""édifice bâtiment ouvrage œuvre société entreprise groupe organisation
            association établissement structure institution compagnie club équipe firme maison
            fondation agence alliance commission union collectivité administration organisme
            formation projet programme dispositif opération manifestation événement rendez-vous
            chantier site lieu ensemble monument document texte dossier appareil engin véhicule
            pays état ville commune région celui-ci celle-ci intéressé intéressée""",
        no_names="""contact contacts ville mairie commune port office service ministère
            association société groupe comité conseil communauté région département préfecture
            université institut fondation presse relations informations information note source
            sources photo crédit légende annexe citation citations chiffres dates programme lieu
            communiqué dossier documents""",
        introductions=(
            "((la|le|les|une?) )?((court|petit) )?(citations?|déclarations?|propos|mots?|paroles?"
            "|témoignages?|verbatim|réaction|commentaire|point de vue) (de|du|des|d')( (la|l'|le))?"
            "|(selon|pour|par)"
        ),
        asked="""dit déclare déclaré affirme affirmé estime estimé explique expliqué souligne
            souligné rappelle rappelé ajoute ajouté assure assuré indique indiqué précise
            précisé pense juge jugé considère prononcé prononcée parle écrit raconte raconté
            témoigne constate salue salué réjouit réjoui félicite félicité regrette regretté
            remercie remercié déplore déploré espère espéré souhaite souhaité promet promis
            dénonce dénoncé prévient prévenu confie confié conclut conclu insiste insisté résume
            résumé avertit averti prononcés exprime exprimé""",
        say="""pensé pensait disait affirmait estimait soutient soutenu répond répondu défend
            défendu critique critiqué condamne condamné dire penser déclarer demande demandé
            propose proposé annonce annoncé écrire commente commenté reproche reproché""",
        what_said="""(et |mais )?(qu'|que )((a|ont|avait|avaient) )?{said} {speaker}
            (et |mais )?(qu'|que |qu'est-ce qu')(a|ont|avait|avaient) {speaker} {said}
            qu'est-ce (que |qu')({speaker} (a|ont|avait|avaient) )({said})
            qu'est-ce (que |qu')(a |ont )?{said} {speaker}
            (que |qu'){speaker} (a|ont|avait)-(t-)?(il|elle|ils|elles)( bien)? {said}
            que {said}-(t-)?(il|elle|ils|elles) {speaker}
            {speaker} (a|ont) {said} quoi
            quels propos (a tenus|tient) {speaker}""",
        said_on="sur|à propos (de|du|des|d')|au sujet (de|du|des|d')|concernant|quant (à|au|aux)",
        said_of="de|du|des|d'|à|au|aux",
        first_person="je j' nous moi notre nos",
        authors=(
            "(selon|d'après) qui|"
            "(de|d'après|selon|à) qui (est|sont|doit-on|vien(t|nent)|appartien(t|nent))? ?"
            "(la|le|les|cette|ces|ce|cet|l')? ?(citations?|phrases?|mots|propos|paroles"
            "|formule|déclaration)"
            "|(auteur|autrice|auteure) (de la|de cette|de ces|des|de l'|de cet|du) ?"
            "(citations?|phrases?|mots|propos|paroles|formule|déclaration)"
        ),
    ),
    answers=parts.AnswerWords(
        plural_articles="les des aux ces ses leurs quelques plusieurs certains certaines de d",
        joins="et ou mais ni puis donc car ainsi_que",
        both="et ainsi_que",
        another="l'autre un_autre une_autre",
        either="et ou",
        to="à",
        ranges="de/à entre/et",
        multiples="mille millier milliers million millions milliard milliards",
        of="de d'",
        units="""euro euros dollar dollars franc francs livre livres an ans mois jour jours
            semaine semaines heure heures minute minutes mètre mètres kilomètre kilomètres
            hectare hectares tonne tonnes kilo kilos kilogramme kilogrammes litre litres degré
            degrés pour_cent point points""",
        articles="le la les l' un une des du de d' au aux",
        alone="a est avait était sera fut va doit peut l'a s'est n'a n'est lui_a l'avait s'était",
        several="quels quelles lesquels lesquelles",
        surely_passive="été",
        passive="été est sont fut furent sera seront était étaient serait être soit",
        by="par",
        nameless="""il elle on ils elles lui eux quelqu'un quelques-uns d'autres celui
            celle ceux celles celui-ci celle-ci chacun certains tous qui""",
        opposites="""ouvr* ouvert* inaugur* / ferm* clotur*, augment* hauss* accroi* accru*
            progress* grimp* / diminu* baiss* recul* chut* reduir* reduit* reduction*, achet* achat*
            acquer* acquis* rachat* rachet* / vend* vente ventes cede* cession*, gagn* remport*
            victoire* vainqu* / perd* perte* defait*, embauch* recrut* / licenci* renvoye* limog*,
            creer* cree* creat* / supprim* suppression* dissou*, mari* epous* / divorc*, accept*
            approuv* adopt* / refus* rejet* repouss*, autoris* permet* permis* / interdi* prohib*,
            arriv* / quitt* depart, commenc* debut* demarr* / termin* achev*, importa* importe* /
            exporta* exporte*, souten* soutien* appui* appuy* / oppos* contest* bloqu*, constru*
            bati* / demol* detrui* destruct*, liber* relach* / arret* incarcer* emprison*, nomme*
            nommer nomination / limog* revoqu* demission* destitu*, maxim* / minim*, emprunt* /
            prete pretent preter pretee prets, mensuel* par_mois chaque_mois / annuel* par_an
            chaque_annee / quotidien* par_jour chaque_jour / hebdomad* par_semaine chaque_semaine,
            rouge rouges / orange oranges / jaune jaunes / vert verte verts vertes / bleu bleue
            bleus bleues / noir noire noirs noires / blanc blanche blancs blanches, nord / sud,
            feminin* femmes / masculin* hommes, garcon garcons / fille filles, primaire primaires /
            secondaire secondaires / maternelle maternelles, prive privee prives privees / public
            publique publics publiques, democrat* / republicain*, conseil_regional /
            conseil_departemental conseil_general / conseil_municipal, tarif_plein plein_tarif /
            tarif_reduit, brut brute bruts brutes / net nette nets nettes, gauche / droite,
            a_domicile / a_l'exterieur, printemps / automne / hiver""",
        announces="""annonce annoncé annonçait annoncent annoncera annonça dévoile dévoilé
            dévoilait dévoilent dévoilera inaugure inauguré inaugurait inaugurent inaugurera
            présente présenté présentait présentent présentera visite visité visitait visitera
            salue salué saluait saluent félicite félicité déclare déclaré déclarait affirme
            affirmé souligne souligné soulignait rappelle rappelé confirme confirmé promet
            promis rencontre rencontré évoque évoqué remercie remercié découvre
            découvert assiste assisté s'est_rendu s'est_rendue commente commenté commentait
            explique expliqué estime estimé précise précisé indique indiqué""",
        participles="é ée és ées i ie is ies u ue us ues",
        benefits="pour",
        origins="""de_quand_date de_quand_datent de_quand_datait de_quand_dataient
            de_quelle_annee_date de_quelle_epoque_date / date datent datait datant datee remont*
            constru* bati* edifi* erig* fond* cree* creation acheve* inaugur* ouvert* siecle signe*
            signature sign* adopt* publi* paru* conclu* rendu* prononc* vote* promulg* redig*""",
        beginnings="""nomm* elu elue elus elues election designe* pris_ses prend_ses prit_ses
            prise_de_fonction prises_de_fonction entree entrent entrer devien* devenu* devint
            cree* creation fonde* fondation lance* lancement ouvert* ouvr* inaugur* debut*
            commenc* adopt* instaur* institu* etabli* mis_en mise_en succede* rejoin* adher*
            install* demarr* naiss* est_ne nee nait constitu* introdui* arriv* integr* recrut*
            reprend* repris declench* eclat* apparai* apparu* proclam* signe*""",
        endings="""fin finit fini achev* termin* expir* clotur* cloture ferm* cess* echean*
            limite quitt* demission* report* prolong* arret* interromp* abrog* depart retrait
            dur* acheve mort meurt decede*""",
        undoes="""annul* refus* rejet* repouss* romp* rompu* rupture* dissou* dissolu* retire
            retiree retires retirees retirer retirent retrait retraits abandonn* quitt* demission*
            suspend* suspens* interdi* reporte reportee reportes reportees reporter ferme fermer
            fermee fermes fermees ferment ferma fermera fermeront fermeture* licenci* supprim*
            suppress* boycott* empech* echou* echec* renvoy* renvoi limog* destitu* revoqu* exclu
            exclue exclus exclues exclure exclusion expuls* cess* arret* refut* dementi dementir
            contest* oppos* detrui* destruct* demol* rappele* perd* perte* met_fin mettre_fin
            mis_fin met_un_terme mettre_un_terme mis_un_terme""",
        beside="avec",
        neighbours="voisin voisine voisins voisines concurrent* rival*",
        not_so="""observateur observatrice observateurs observatrices candidat candidate candidats
            candidates candidature candidatures souhaite souhaitent souhaiterait envisage
            envisagent négocie négocient refuse refusent refusé refusée renonce renoncent renoncé
            """,
        unrealised="""doit doivent devait devaient devrai* pourrai* prevoi* prevu* envisag*
            projett* etudie etudient etudiera souhait*
            appelle appellent appelons appele appelait demand* reclam* exig* propose proposee
            proposent proposer proposition voudrai* menac* considere recommand* entend
            entendent espere esperent""",
        declines="renonc* refus* declin*",
        superlatives="""le_plus la_plus les_plus le_moins la_moins les_moins le_meilleur
            la_meilleure les_meilleurs / plus moins meilleur* record* premier* tete principal*
            maxim* minim* majeur* majorit* mieux pire* surtout seul seule jamais""",
        reasons="""car parce puisque comme cause causes caus* raison raisons motif motifs motiv*
            grâce suite faute pour afin due dû dus dues entraîn* provoqu* expliqu* justifi*
            permet* vis* objectif but effet face devant compte vue après lié liée liés liées
            ainsi conséquence alors souhait* victime touch* jug* estim* faisant puisqu* vu étant
            ayant en_raison tenant décid* dont qui""",
        receives="""recu recue recus recues recoit recoivent recevra recevoir recut obtenu
            obtenue obtient""",
        gives="""remis remise remises remet remettent remettra remettre decern* attribue
            attribuee attribuent octroi* octroye* verse versee decore* offre offert""",
        wishes="""appelons appellent demandent demandons demandé demandée envisage envisagent
            envisagé envisagée exige exigent exigé réclame réclament réclamé souhaite souhaitent
            souhaité""",
        against="contre face_à comparé_à par_rapport_à qu'",
        objects="que qu'",
        recipients="à au aux",
        opponents="contre face_à devant à au aux",
        deeds={
            "found": """fonder fonde fondé fonda créer crée créé créa / fondateur fondatrice
                créateur créatrice""",
            "design": """concevoir conçoit conçu conçut dessiner dessine dessiné dessina /
                architecte concepteur""",
            "build": """construire construit construisit construisent bâtir bâti bâtit
                édifier édifié ériger érigé""",
            "write": "écrire écrit écrite écrivit rédiger rédige rédigé / auteur autrice auteure",
            "compose": "composer compose composé composa / compositeur compositrice",
            "paint": "peindre peint peignit / peintre",
            "invent": "inventer invente inventé inventa / inventeur inventrice",
            "discover": "découvrir découvre découvert découvrit / découvreur découvreuse",
            "buy": """acheter achète acheté acheta racheter rachète racheté acquérir
                acquiert acquis / acquéreur acheteur""",
            "sell": "vendre vend vendu vendit céder cède cédé / vendeur",
            "win": """gagner gagne gagné gagna remporter remporte remporté / vainqueur
                gagnant gagnante""",
            "lose": "perdre perd perdu perdit / perdant perdante",
            "beat": "battre battu battit vaincre vaincu éliminer élimine éliminé",
            "finance": "financer finance financé payer paie paye payé / financeur mécène",
            "own": "posséder possède détenir détient / propriétaire",
            "dismiss": """licencier licencie licencié limoger limoge limogé renvoyer renvoyé
                révoquer révoqué""",
            "appoint": "nommer nomme nommé désigner désigne désigné",
            "replace": "remplacer remplace remplacé succéder succède succédé / successeur",
            "give": """remettre remet remis remise remit donner donne donné donna offrir offre
                offert offrit décerner décerne décerné""",
            "receive": "recevoir reçoit reçu reçut obtenir obtient obtenu / lauréat lauréate",
            "lend": "prêter prête prêté",
            "open": "inaugurer inaugure inauguré inaugura",
            "sign": "signer signe signé signa",
            "publish": "publier publie publié éditer édite édité / éditeur éditrice",
            "make": "fabriquer fabrique fabriqué / fabricant",
            "organise": "organiser organise organisé / organisateur organisatrice",
            "coach": "entraîner entraîne entraîné / entraîneur entraîneuse",
            "rescue": "sauver sauve sauvé secourir secouru",
            "arrest": "arrêter arrête arrêté interpeller interpelle interpellé",
            "kill": "tuer tue tué",
            "order": "ordonner ordonne ordonné",
            "launch": "lancer lance lancé lança",
            "restore": """restaurer restaure restauré rénover rénove rénové / restaurateur
                restauratrice""",
            "elect": "élire élit élu élue",
            "welcome": "accueillir accueille accueilli accueillit",
            "congratulate": "féliciter félicite félicité",
            "thank": "remercier remercie remercié",
            "criticise": "critiquer critique critiqué",
            "decorate": "décorer décore décoré",
            "suspend": "suspendre suspend suspendu",
            "exclude": "exclure exclut exclu disqualifier disqualifié",
            "run": "exploiter exploite exploité gérer gère géré / exploitant gestionnaire",
            "lead": "diriger mener conduire conduit",
            "chair": "présider",
            "invite": "inviter",
            "accompany": "accompagner",
            "visit": "visiter",
            "present": "présenter dévoiler",
            "approve": "approuver autoriser valider",
            "reject": "rejeter repousser",
            "demolish": "démolir raser",
            "destroy": "détruire détruit détruisit",
            "steal": "dérober",
            "attack": "attaquer agresser",
            "treat": "soigner",
            "deliver": "livrer",
            "equip": "équiper",
            "accuse": "accuser",
            "convict": "condamner",
            "investigate": "enquêter",
            "warn": "avertir alerter prévenir prévenu",
            "support": "soutenir soutient soutenu appuyer appuyé",
            "choose": "choisir sélectionner",
            "negotiate": "négocier négocie",
            "adapt": "adapter",
            "translate": "traduire traduit traduisit / traducteur traductrice",
            "develop": "développer / développeur",
            "produce": "produire produit produisit / producteur productrice",
            "repair": "réparer",
            "rebuild": "reconstruire reconstruit reconstruisit rebâti",
            "reopen": "rouvrir rouvert",
            "repaint": "repeindre repeint",
            "plan": "planifier planifie",
            "sponsor": "parrainer sponsoriser / parrain marraine",
            "christen": "baptiser",
            "pilot": "piloter / pilote",
            "hire": "embaucher recruter",
            "light": "allumer rallumer",
            "leave": "quitter",
            "resign": "démissionner",
            "propose": "proposer",
            "extinguish": "éteindre éteint éteignit maîtriser",
            "install": "installer poser",
            "represent": "représenter défendre défend défendu",
        },
        than="qu' que",
        year_before="année_précédente exercice_précédent année_d'avant année_antérieure",
        year_earlier="un_an_plus_tôt un_an_auparavant une_année_plus_tôt",
        years_earlier="ans_plus_tôt ans_auparavant années_plus_tôt années_auparavant",
        more="de_plus de_moins",
    ),
    memberships=parts.MembershipWords(
        asked="""membre membres adhérent adhérents adhérente adhérentes partenaire partenaires
            rejoint rejointe rejoints rejoignent adhéré adhère adhèrent adhésions intégré intègre
            intègrent fait_partie font_partie entré entrés entrée entrées appartient appartiennent
            signataire signataires compose composent composé agrandi élargi
            participe participent recrues compte comptent""",
        asked_left="""quitté quitte quittent retiré retirés retirées retirée rompu exclu exclus
            exclue exclues sorti sortis sortie sorties départs""",
        joins=(
            r"rejoint|rejoignent|intègre(?:nt)?|(?:a|ont) intégré|adhère(?:nt)?|(?:a|ont) adhéré"
            r"|(?:devient|deviennent|(?:est|sont) devenue?s?)(?: \S+){0,3}? membres?"
            r"|(?:est|sont)(?: désormais)? membres?|(?:fait|font)(?: \S+)? partie"
            r"|entre(?:nt)?(?: \S+){0,3}? (?:dans|au)|(?:est|sont) entrée?s? (?:dans|au)"
            r"|(?:est|sont|a été|ont été) admise?s?|(?:son|leur) adhésion"
            r"|(?:a|ont) signé|signe(?:nt)?|ont fondé"
        ),
        leaves=(
            r"(?:a|ont) quitté|quitte(?:nt)?|(?:se retire(?:nt)?|s'est retirée?|se sont retirée?s)"
            r"|(?:sort|sortent|est sortie?|sont sortie?s) d[ue]|(?:a|ont) rompu|rompt"
            r"|(?:est|sont|a été|ont été) exclue?s?|(?:son|sa|leur) (?:retrait|sortie|départ)"
        ),
        admits=(
            r"(?:adhésions?|entrées?|arrivées?|intégration|admission) (?:de|du|des|d')"
            r"|(?:réunit|réunissent|regroupe(?:nt)?|rassemble(?:nt)?|compte(?:nt)?)(?: désormais)?"
            r"|(?:a|ont) (?:admis|accueilli|intégré)|accueill(?:e|ent)|admet(?:tent)?"
            r"|membres? ?:|recrues? ?:|au tour (?:de|du|des|d')|bienvenue (?:à|au|aux)"
            r"|(?:s'est|se sont|s'agrandit|s'élargit)(?: (?:agrandi|élargi)e?s?)? (?:à|avec)"
        ),
        expels=r"(?:départ|retrait|exclusion|sortie) (?:de|du|des|d')|(?:a|ont) exclu|exclut",
    ),
    measures=parts.MeasureWords(
        percent="pour_cent",
        dimensions={
            "height": "hauteur haut haute hauts altitude culmin*",
            "length": "longueur long longue longs longues",
            "width": "largeur large larges",
            "depth": "profondeur profond profonde profonds",
            "thickness": "epaisseur epais epaisse",
            "diameter": "diametre",
            "revenue": "chiffre_d_affaires ventes",
            "profit": "benefice benefices profit profits",
        },
        units={
            "money": """euro euros € dollar dollars $ franc francs livre livres yen yens
                rouble roubles cts centimes""",
            "time": """an ans année années mois jour jours semaine semaines heure heures
                minute minutes seconde secondes siècle siècles décennie décennies
                h min""",
            "length": """mètre mètres kilomètre kilomètres centimètre centimètres
                millimètre millimètres mm cm m km mille milles pied pieds""",
            "area": "hectare hectares ha km² m² acre acres",
            "mass": """tonne tonnes kilo kilos kilogramme kilogrammes kg gramme grammes g
                livre""",
            "volume": "litre litres hectolitre hectolitres hl m³ baril barils",
            "energy": """kwh mwh gwh twh kw mw gw kilowattheure kilowattheures mégawattheure
                mégawattheures gigawattheure gigawattheures térawattheures kilowatts mégawatt
                mégawatts gigawatts""",
            "share": "% pour_cent point points",
            "clock": "h midi minuit",
            "temperature": "° degré degrés celsius",
            "speed": "km/h kmh nœud nœuds noeuds mach",
        },
        sizes="nombre quantité volume effectif",
        ages="âge âgé*",
        asked={
            "energy": "électricité courant énergie puissance",
            "money": """argent payé payée payés payées paie paye paient payent paiera payera
                paieront payait payaient payer versé verse versera coût coûte coûté coûtera
                coûtent coûter prix tarif montant budget
                salaire somme dépense dépenses amende subvention rançon vaut
                valeur recette recettes chiffre_d'affaires capital loyer investi
                investit investissement investissements bénéfice bénéfices revenu revenus
                dividende rémunération indemnité enveloppe résultat_net résultat_opérationnel""",
            "time": """durée dure duré durera dureront âge temps longtemps ancienneté""",
            "length": """hauteur altitude longueur largeur profondeur distance taille
                mesure mesurait mesurent diamètre""",
            "area": "superficie surface étendue",
            "mass": "poids pèse pesait masse tonnage",
            "share": "pourcentage taux proportion pour_cent part",
            "clock": "quelle_heure",
            "temperature": "température températures",
            "speed": "vitesse",
        },
        verbs="mesure",
        amounts="""aucun aucune nul nulle peu beaucoup autant quelques plusieurs dizaine dizaines
            douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine
            centaine centaines plupart majorité tous toutes moitié tiers quart""",
        people="personne personnes gens individus monde",
        counted={
            "dead": """mort morts tué tués tuée tuées décès décédé décédés décédées victimes
                victime périr péri périrent perdu_la_vie corps""",
            "injured": "blessé blessés blessée blessées",
            "jobs": "emploi emplois poste postes",
            "staff": """salarié salariés employé employés travailleurs effectif effectifs
                emploie collaborateurs personnel personne personnes agents""",
            "inhabitants": "habitant habitants population peuplé résidents résident",
            "visitors": """visiteur visiteurs entrée entrées spectateur spectateurs auditeur
                auditeurs festivaliers personne personnes voyageurs festivalier""",
            "passengers": "passager passagers voyageurs usagers personne personnes",
            "participants": "participant participants manifestant manifestants personne personnes",
            "births": "bébé bébés naissance naissances nouveau-nés accouchements enfants",
            "copies": "exemplaires copies",
            "members": "membre membres adhérents",
            "votes": "voix votes suffrages",
            "soldiers": "soldat soldats militaire militaires hommes troupes",
            "states": "pays États nations",
            "households": "foyers ménages familles abonnés",
            "companies": "entreprises sociétés firmes",
            "homes": "logements appartements",
            "pupils": "élèves écoliers collégiens lycéens étudiants enfants enfant",
            "teachers": "enseignants professeurs",
            "doctors": "médecins docteurs",
            "nurses": "infirmières infirmiers",
            "patients": "patients malades",
            "volunteers": "bénévoles volontaires",
            "towns": "communes villes municipalités",
            "vehicles": "véhicules voitures camions",
            "ships": "navires bateaux bâtiments",
            "trains": "trains rames",
            "buses": "bus autobus autocars",
            "trees": "arbres plants",
            "beds": "lits",
            "rooms": "chambres",
            "seats": "places sièges",
            "tickets": "billets tickets",
            "books": "livres ouvrages documents volumes",
            "films": "films longs-métrages",
            "farms": "exploitations fermes",
            "schools": "écoles établissements",
        },
        counts="de d",
    ),
    follow_ups=parts.FollowUpWords(
        marks="{} ?",
        opens="et mais alors puis sinon",
        about="""qu'en_est-il_de qu'en_est-il_pour qu'en_est-il qu'en_était-il_de quid_de quid_pour
            quid qu'en_est-il_à qu'en_est-il_en""",
        that_one="celui celle ceux celles",
        tails="ça cela donc exactement précisément au_juste déjà pas plus",
        said=(
            r"(qui|lequel|laquelle) (l'|a |le |dit |affirme |déclare )"
            r"(?:(?:a|avait) )?(?:(?:dit|affirmé|déclaré|assuré|prétendu|dit|affirme|déclare)"
            r"(?: (?:ça|cela|ceci))?|(?:ça|cela|ceci))"
            r"|(d'après|selon) qui|de qui (est|sont|vien(t|nent)) "
            r"(ce|cet|cette|ces) (mots?|propos|phrase|citation|déclaration|paroles)"
        ),
        who_said="Qui a dit « {words} » ?",
        inverted="il:m elle:f ils:m elles:f",
        subjects="il:m elle:f ils:m elles:f",
        clitics="le: la: l: les: lui:à leur:à en:de y:à",
        stressed="lui:m elle:f eux:m elles:f celui-ci:m celle-ci:f ceux-ci:m celles-ci:f",
        particles_before="s se n ne me m t te nous vous",
        possessives="son:le sa:la ses:les leur:le leurs:les",
        demonstratives="ce cet cette ces",
        impersonal=(
            r"\b(y (a|eut|avait|aura|aurait)(-t)?-il|(faut|fallait|fallut|pleut|neige|vaut|suffit"
            r"|sied|convient|semble|semblait|paraît|plaît)-il|(faudra|fallu|existe|reste|manque"
            r"|arrive|faudrait)(-t)?-il|s'agi(t|ssait)-il|se (passe|trouve|produit|peut)(-t)?-il"
            r"|s'est-il (passé|produit|agi)|a-t-il fallu|il (faut|fallait|faudra|y a|s'agit)"
            r"|est-il (\w+ )?(que|qu'|de|d'|vrai|possible|prévu|temps|question|minuit|midi)"
            r"|fai(t|sait)-il (si |très |aussi |trop )?(chaud|froid|beau|nuit|jour|noir)"
            r"|heure (est|était|sera)-(t-)?il|temps fai(t|sait)-il)"
        ),
        relations="""successeur successeuse prédécesseur prédécesseuse prédécesseure adjoint
            adjointe remplaçant remplaçante suppléant suppléante femme mari épouse époux
            conjoint conjointe père mère fils fille frère sœur compagne compagnon rival rivale
            adversaire collègue collaborateur collaboratrice avocat avocate
            fondateur fondatrice propriétaire patron
            patronne supérieur supérieure homologue""",
        who_is="Qui est {noun} ?",
        genders="le:m la:f un:m une:f",
        titles_of_women="mme mmes mlle",
        which_is="le:quel_est la:quelle_est l:quel_est les:quels_sont",
        contractions="de+le:du de+les:des à+le:au à+les:aux",
        in_territory="le:au la:en l:en les:aux",
        elided="que:qu' de:d' le:l' la:l' ce:cet",
        places="en à au aux dans",
        added="pour",
        these="ces",
        that="cela",
        with_subject="{asks} est-ce que {subject} {verb} {rest}",
        participles=(
            r"\w+(é|ée|és|ées)|été|\w*(mis|pris|dit|fait|écrit|duit|struit|truit|ouvert"
            r"|offert|reçu|élu|ndu|perdu|rompu|battu|couru|tenu|venu|vu|lu|eu|voulu|connu|parti"
            r"|choisi|réussi|réuni|établi|accueilli|agrandi|élargi|investi|démoli|bâti|garanti"
            r"|fourni|saisi|fini|sorti|converti|servi|suivi|rempli|rejoint|atteint|éteint|peint|né"
            r"|mort)(e|s|es)?"
        ),
        auxiliaries="s'est se_sont",
        agreed="ées:é és:é ée:é",
        year="en",
        this_release=r"(dans|selon|d'après|par|de) (ce|cet|le même) (communiqué|texte|document)",
    ),
    events={
        "born": """est_il_ne est_elle_nee est_ne est_nee sont_nes naquit naissance nait naitre /
            ne_le ne_en ne_a est_ne nee nees naqui* nait naiss* natal* originaire baptis*""",
        "open": """inaugur* ouvrir ouvre ouvrent ouvrira ouvriront ouverture ouvertures ouvert
            ouverte ouverts ouvertes / accueill* mis_en_service mise_en_service
            mise_en_exploitation debut* demarr* commenc* lance* restant reserv*""",
        "close": """ferme fermer fermee fermees fermes ferment ferma fermera fermeront fermait
            fermeture fermetures / clotur* cess* arret* termin* liquid* supprim* mis_fin
            met_fin clos close""",
        "build": """constru* batie batir edifi* / bati batis baties batiment* erig* chantier*
            travaux architect* datant date_de realis* amenag* cree* elev* fond* achev* install*
            dress* command* livr*""",
        "demolish": """demoli* detrui* destruct* demantel* / rase rasee ras abatt* incend*
            brul* ruin* ravag* supprim* endommag* saccag* devast* dispar* emport*""",
        "found": """fonde fondee fondes fondees fonder fonda fondation fondateur fondatrice
            fondateurs cree creee crees creees creer creation createur creatrice / fond* cree*
            creat* recrut* embauch* emploi* etabli* institu* constitu* naissance nait naquit
            origine* remont* lanc* invent* developp*""",
        "appoint": """nommee nommees nomma nomination nominations ete_nomme a_nomme ont_nomme
            fut_nomme est_nomme il_nomme elle_nomme / nomm* designe* designation elu* electi*
            promu* choisi* succed* successeur* remplac* fonctions poste devient devenu* confie*
            investi* accede* rejoin* recrut* tete prend_la_tete""",
        "elect": """elu elue elus elues elire elit reelu reelue reelection / electi* vote*
            suffrage* scrutin* voix urne* nomm* designe* choisi* remport* mandat* succed*
            devient devenu*""",
        "dismiss": """limog* licenci* congedi* revoqu* destitu* / revocation renvoy* renvoi
            demis* ecart* remplac* suppression* supprim* evinc* chass* exclu* vire viree
            depart* quitt* plan_social""",
        "resign": """demission* / quitt* depart* retir* retrait* renonc* abdiqu* abandonn*
            laiss* cede* rupture romp*""",
        "retire": "retraite / quitt* depart* pension*",
        "die": """mort morts morte mortes mourir meurt meurent mourut moururent deced* deces
            perirent / tu tuant tue* assassin* victim* bilan fatal* disparu* disparition
            perdu_la_vie funeraill* obsequ* enterr* inhum* suicid* noy* execut* trepas* eteint
            hommage* cadavre* corps dernier_souffle succomb* fusill* decapit* pendu pendue pendus
            pendaison poignard*
            abattu* massacr* mortal* peri perit perdent_la_vie""",
        "kill": """tue tues tuee tuees tuer tuent tua assassin* meurtr* / tuant mort* deces
            deced* abattu* massacr* execut* victim* elimin* perdu_la_vie bilan attent* homicid*
            peri* fusill* exterm* decim*""",
        "marry": """epouse epousee epouser epousa est_il_marie est_elle_mariee
            s_est_marie s_est_mariee se_marie maries mariee mariees marier / epous* marie
            mariage noce* union conjoint* femme mari pacs* unir""",
        "divorce": "divorc* / separ*",
        "injure": """blesse blessee blesses blessees blesser blessure* / bless* accident*
            touche* victim* hospitalis* atteint*""",
        "arrest": """arrete arretes arretee arretees arreter arrestation* interpell* incarcer*
            emprison* / detenu* detention captur* prison* garde_a_vue ecrou* apprehend* police
            proces condamn* cess* stopp* quitt* jusqu""",
        "free": """libere liberes liberee liberees liberer liberation relach* / liber* sorti*
            sauv* evad* delivr* affranch* echang*""",
        "convict": """condamne condamnes condamnee condamnees condamner condamnation* /
            condamn* peine* amende* jug* verdict* sanction* coupable* tribunal proces sentence*
            prison denonc* deplor* reprouv*""",
        "sue": """poursuivi poursuivie poursuivis porte_plainte plainte / plaintes poursui*
            assign* tribunal* justice juge* recours proces saisi* attaqu* contest*""",
        "accuse": """accuse accuses accusee accusees accuser accusation* / accus* reproch*
            soupconn* mis_en_cause mise_en_cause mis_en_examen denonc* inculp* poursuivi*
            suspect* imput* proces""",
        "buy": """achete achetee achetes achetees acheter achat achats acquerir acquis acquise
            rachat* rachet* / achet* acqu* vend* vente ventes cede* cession* offr* repris*
            repren* depens* import* paye payee payer paie paiement prix command* offert*""",
        "sell": """vendu vendue vendus vendues vendre vendent vendit vente ventes / vend* cede*
            cession* achat* achet* rachet* rachat* acqu* commercial* ecoul* exemplaires adjug*
            encher* export* marche liqui* client*""",
        "steal": """vole volee voles volees voler derob* / vol vols pill* cambriol* dispar*
            saisi* usurp* subtilis* empar*""",
        "win": """gagne gagnee gagnes gagner gagna gagnent remport* vainqueur* victoire* /
            gagn* vainqu* vaincu* succes bat batt* triomph* champion* sacre* laureat* obtenu*
            decroch* devanc* tete prim* recompens* trophee* conqu* elu* emport*""",
        "lose": """perdu perdue perdus perdues perdre perdent perdit / perd* perte* defait*
            inclin* battu* vaincu* echec echou* elimin* recul* priv* deficit* chute* baiss*
            cede* victime* abandonn* jusqu""",
        "sign": """signe signes signee signees signer signent signera signature / sign* conclu*
            paraph* accord* traite* convention* ratifi* engag* pacte contrat*""",
        "adopt": """adopte adoptee adoptes adoptees adopter adoption approuve approuvee
            approuver / approuv* approbation adopt* vote* valid* ratifi* accept* decid* arrete*
            promulgu* decret* vigueur instaur* prend pris* fixe* choisi* pseudonym* surnom*
            utilis* appel* sous_le_nom""",
        "veto": "veto / bloqu* oppos* rejet* refus*",
        "refuse": """refuse refusee refuses refuser refusa refus rejete rejetee rejetes rejeter
            rejet / refus* rejet* repouss* oppos* declin* ecart* bloqu* contest* ne n non pas
            jamais interdi* exclu*""",
        "accept": """accepte acceptee acceptes accepter acceptation / accept* accord* oui
            approuv* adopt* consent* agre* ralli* admet* admis* convenu* valid* favorable*
            recu* recoi*""",
        "propose": """propose proposee proposes proposer proposa / propos* suggest* present*
            soum* projet* initiative avanc* offr* recommand* plan* preconis* depos* vis*
            offert* organis* produi*""",
        "cancel": """annule annulee annules annulees annuler annulation / annul* supprim*
            report* renonc* abandonn* lieu invalid* cass* revoqu*""",
        "postpone": """reporte reportes reportee reportees reporter report ajourne ajournee
            ajourner / ajourn* repouss* retard* decal* suspend* annul* differ*""",
        "strike": "greve greves greviste grevistes / debray* cess* mobilis* manifest*",
        "protest": """manifeste_contre manifesterent manifestation manifestations manifestants
            / manifest* protest* rassembl* defil* cortege* mobilis* greve* march* revolt*
            emeut* contest* milit* rue""",
        "publish": """publie publiee publies publiees publier publication / publi* paru* parai*
            edit* sorti* diffus* post* communiqu* rendu* present* imprim* livre* rapport* ecri*
            journal""",
        "rise": """augmente augmentes augmenter augmentera augmenteront augmentation hausse /
            augment* hauss* accroi* accru* progress* grimp* bondi* monte* montant croiss* plus
            double* tripl* releve* gagn* passe* atteint* elev* envol* multipl* accel* record*""",
        "fall": """diminue diminuer diminution baisse baisser baissent reduit reduite reduits
            reduire / diminu* baiss* chut* recul* moins reduct* redui* perd* perte* tomb*
            passe* effondr* decli* coup* ramen* alleg* repli* inferieur dispar*""",
        "ban": """interdit interdite interdits interdites interdire interdiction / interdi*
            prohib* exclu* empech* droit ferme* illegal* boycott* defend* banni* refus*
            suspend* proscri*""",
        "fine": """amende amendes / sanction* condamn* contravention* payer paiement verbalis*
            penalit* indemnit*""",
        "restore": """restaure restauree restaures restaurer restauration renove renovee
            renover renovation / restaur* renov* rehabilit* travaux refai* refection repar*
            moderni* reconstru* chantier*""",
        "rebuild": """reconstrui* reconstruction rebati* / construi* construct* restaur* repar*
            renov* relev* travaux""",
        "burn": """brule brulee brules brulees bruler incendie / brul* incend* feu flamme*
            embras* sinistr*""",
        "explode": """explose exploser explosa explosion / explos* bombe* deton* attentat*
            eclat* deflagr*""",
        "collide": """percute percutee percuter heurte heurtee heurter / heurt* percut*
            collision* choc accident* renvers* rentr* emboutis* touch*""",
        "drown": """noye noyee noyes noyees noyade* / noy* naufrag* mort* coule coulee coules
            disparu* sombr*""",
        "evacuate": """evacue evacuee evacues evacuer evacuation / evacu* quitt* deplac*
            transfer* retir*""",
        "kidnap": """kidnapp* otage otages enlevement* / enlev* ravi* rapt* sequestr* capture*
            prisonnier* ranc*""",
        "prisoner": "prisonnier prisonniers / detenu* prison* otage* capt* intern*",
        "attack": """attaque attaquee attaques attaquer agresse agressee agresser / attaqu*
            agress* assaut* offensiv* frapp* attentat* bombard* tire tirs tirer raid* assaill*
            envahi* invasion* viol* embuscad* charge* milit* combat* bataill*""",
        "withdraw": """retire retires retiree retirees retirer retirent retira retrait / retir*
            retrait* quitt* abandonn* renonc* rappel* depart* sort* evacu* supprim* replie*
            reprend* repris* annul* enlev*""",
        "leave": """est_il_parti est_elle_partie sont_ils_partis sont_elles_parties quitte quittes
            quittee quitter quittent quitta / quitt* depart* part parti
            partie partis partir demission* retir* retrait* sort* abandonn* exil* fui* emigr*
            chass* rejoin* succed* remplac* laiss* rend* instal* rentr* renonc* expuls*""",
        "expel": """exclu exclue exclus exclues exclure exclusion expulse expulsee expulses
            expulser expulsion / expuls* exclu* renvoy* chass* radi* carton* ecart* banni*
            suspend* reconduit* depor*""",
        "suspend": """suspendu suspendue suspendus suspendues suspendre suspension / suspen*
            interromp* interrupt* arret* pause report* gel* cess*""",
        "resume": """repris reprise reprendre / repren* recommenc* redemarr* reouv* rouv*
            retabli* retour* relanc* prend* pris*""",
        "vaccinate": """vaccine vaccines vaccinee vaccinees vacciner / vaccin* inject* dose*
            immunis*""",
        "flood": """inonde inondee inondes inondees inonder inondation / inond* crue* submer*
            debord* eau eaux""",
        "hire": """embauche embauches embaucher embauchee recrute recrutes recruter recrutee /
            embauch* recrut* emploi* poste* engag* contrat* integr* creat* cree*""",
        "compose": """compose_l compose_la compositeur compositrice / compo* musi* ecri*
            auteur* oeuvre* partition* chant* fabriqu*""",
        "criticise": """critique_par critiquee critiquees critiques_par critiquer / critiqu*
            denonc* reproch* deplor* regrett* contest* oppos* protest* desapprouv* inquiet*
            attaqu* polemi* indign* hostil* condamn* accus* fustig* mecontent*""",
        "autopsy": "autopsie autopsiee / autopsi* legist* exam*",
        "expropriate": "expropri* / expropri*",
        "damage": """endommage endommagee endommages endommager / endommag* deterior* abim*
            degat* detrui* casse* dommag* touch* atteint* souff*""",
        "nationalise": """nationalise nationalisee nationalisees nationaliser nationalisation /
            nationalis* etat public*""",
        "boycott": "boycott* / refus*",
        "acquit": "acquitte acquittee acquittes / acquit* relax* innocent* blanchi* non_coupable",
        "rape": "violee violees violer / viol* agress* sexuel*",
        "crown": """couronne couronnee sacre_roi / couronn* sacr* trone roi reine empereur
            regn* monarch*""",
        "betray": "trahi trahie trahis trahir / trahi* traitre* denonc* livr* espion*",
        "reopen": "rouvert* rouvr* reouv* / ouvr* ouvert* repren* repris*",
        "write": """ecrit_par a_ecrit ont_ecrit ecrite ecrites ecrivit / ecri* auteur* autrice*
            redig* roman* publi* sign* lettre* texte* promulg* adress* compos* compil* latin""",
        "fly": "pilote_le pilote_l a_pilote pilotait / pilot* command* condui* conduct* vol",
        "pay": """verse versee verses versees verser versement paye payee payer / vers* pay*
            regl* rembours* remis* touch* recu* recoi* indemnis* financ* fourni* don dons
            donat* contribu* offr* offert* pris_en_charge""",
        "freeze": "gele gelee geles gelees geler gel_des / gel* bloqu* plafonn*",
        "move": """demenage demenagee demenager transfere transferee transferer transfert_du
            transfert_de_la / demenag* transf* instal* quitt* deplac* implant* siege emmenag*""",
        "abolish": """supprime supprimee supprimes supprimees supprimer suppression / supprim*
            suppress* dissou* dispar* ferm* cess* abol* retir* coupe* licenci* reduc* redui*""",
        "donate": """legue leguee legues donne_par a_donne offert_par a_offert fait_don don_de
            / legu* legs don dons donne* donat* offert* offr* cede* remis* vers* contribu*
            fourni* financ*""",
        "end": """termine terminee terminer pris_fin prend_fin s_acheve achevee / termin* fin
            achev* clos* clotur* cess* arret* suspend* jusqu""",
        "install": """installe installee installes installees installer installation / install*
            pose posee poser amenag* mont* implant* mis_en_place equip* cree* creat* etabli* siege*
            abrit* heberg* situe* ouvr* inaugur* demenag* transfer*""",
        "translate": """a_traduit traduit_par traduite traduits traducteur traductrice /
            tradui* traduc*""",
        "collapse": """effondre effondree effondrement cede_le a_cede ont_cede ecroule ecroulee
            / effondr* cede cedee ecroul* tomb* rupt* romp* detrui*""",
        "launch": """lance_t lancee lancees a_lance a_ete_lance lancement / lanc* debut*
            demarr* commenc* cree* crea* ouvr* ouvert* inaugur* present*""",
        "discover": """decouvert decouverte_de decouverts decouvrit decouvrir / decouv* trouv*
            mis_au_jour mise_au_jour identif* observ* detect* exhum* revel* fouill* explor*""",
        "sink": "coule sombre naufrage chavire / coul* sombr* naufrag* chavir* epave*",
        "extend": """prolonge prolongee prolongement / prolong* elarg* agrand* exten* etend*
            allong* rallong*""",
        "rename": """rebaptise rebaptisee renomme renommee / rebaptis* renomm* nouveau_nom nom
            baptis* denomm* appel* devien* devenu*""",
        "merge": """fusionne fusionnee fusion / fusion* unis unie unir* regroup* rapproch* absor*
            rejoin*""",
        "rescue": """sauve sauvee sauves sauvees secouru secourus secourue sauvetage / sauv*
            secour* rescap* repech* evacu*""",
    },
)
