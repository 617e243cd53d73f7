"""French."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    QuestionWords,
    RelativeWords,
    ReleaseWords,
    SentenceWords,
    Sides,
    SpeechWords,
    TenseWords,
    TermWords,
)

# "trois ans et demi" is no whole number, "trois jours de débats" are no date.
_WHOLE = r"(?! (et demie?|de\b(?! cela)|ou\b|d'))"

LANGUAGE = Language(
    code="fr",
    numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "cent": 100,
    },
    calendar=Calendar(
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
        day_suffixes="er",
        of_month="de",
        month_first=True,
        before_days="les, du, des",
        until="au, à",
        and_="et",
        before_month_year="en, de, du, depuis, dès, fin, début, mi-, mi",
        before_month="en, au mois de, au mois d', dès, depuis, fin, début, mi-",
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
        before_quantity="plus, près, moins, environ, quelque",
        relative=RelativeWords(
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
            sides=Sides(
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
                # "la veille stratégique" watches
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
            after_date=Sides(
                last=(
                    "(dernier|passé)s?",
                    "(de )?(l'|la ){unit} (dernier|dernière|passée?)",
                ),
                this=("(de )?cette {unit}",),
                next=("prochains?", "(de )?(l'|la ){unit} prochaine?"),
            ),
        ),
        tense=TenseWords(
            future="prévue?s?|en vue|à la veille|se tien(t|nent|dra|dront)|aura|auront|débutera"
            r"|\w+(era|eront|ira|iront|dra|dront)|prochaine?s?",
            coming=r"(?!jura|laura)\w+(ura|vra|rra|ettra|aîtra)|(?!\w*front)\w+ront"
            r"|(\w+(erai|drai)|devrai|pourrai)(t|ent)|aurai(t|ent) lieu"
            "|(a|ont|avai(t|ent)) prévu|attendue?s?|programmée?s?|d'ici|doi(t|vent)"
            r"|(va|vont|allai(t|ent)) \w+(er|ir|re)",
            # a participle right before the date is over ("signée en juin")
            been=r"a|ont|est|sont|fut|furent|eut|eurent|\w+(ait|aient)"
            r"|(?<!sera\s)(?<!seront\s)(?<!\u00eatre\s)(?<!rait\s)(?<!raient\s)\w+(ée?s?|nue?s?)"
            r"(?=\s+$)",
            clause_ends=r"qu'|(que|qui|dont|où|lorsque|quand|mais)\b",
        ),
    ),
    sentences=SentenceWords(
        abbreviations="""mm, mme, mlle, mgr, dr, pr, prof, ste, gén, gen, amb, cdt, lt, cap, cpt,
            sgt, adm, art, al, av, bd, chap, cf, cie, co, corp, inc, ltd, dept, dir, ed, éd, env,
            etc, ex, fig, hab, ibid, inf, op, p, pp, réf, rép, resp, sect, suiv, sup, supp, tel,
            tél, trad, vol, vs, éq, approx, ing, lic, str, ca""",
        may_end="etc, cie, inc, ltd, co, corp, suiv, hab, al",
        numbered="no, nos, n, num",
        starters="""Le, La, Les, L, Il, Elle, Ils, Elles, Ce, Cette, Ces, C, Un, Une, Des, En, Au,
            Aux, À, On, Nous, Dans, Pour""",
    ),
    releases=ReleaseWords(
        labels="communiqu(é|e)s?( de presse)?|pour diffusion immédiate|déclaration( à la presse)?"
        "|date|embargo",
        published="publiée?|paru|diffusé",
        updated="mise? à jour|dernière (mise à jour|modification)|modifiée?",
        before_date="le",
        number_sign=r"n\s?[°ºo.]",
        place_words="de, du, la, le, les, sur, en, et",
        clock="à",
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
        contact=r"contacts?( (presse|médias?))?\s*:|tél\b",
        auxiliaries="a, ont, est, sont, sera, seront, était, étaient, va, vont",
    ),
    terms=TermWords(),
    questions=QuestionWords(),
    claims=ClaimWords(),
    speech=SpeechWords(),
)
