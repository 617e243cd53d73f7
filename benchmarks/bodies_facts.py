"""The facts over time that ``bodies_archive`` writes into releases. All of it is invented.

A person, an organisation, a town or a programme with one of these names does not exist, or has
nothing to do with what is said here. Countries that join something are real countries, and what
they join is invented.

Times are ``2016-04``: the day in the month is chosen when the releases are written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds an office.

    Attributes:
        name: given name and surname.
        sex: ``f`` or ``m``.
        since: month of the appointment, of which a release tells; ``""`` if none does.
        mentions: months of the releases that name the person with the office.
    """

    name: str
    sex: str
    since: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that changes hands.

    Attributes:
        key: names the fact.
        roles: its name for a man and for a woman.
        of: what follows the name: ``de l'Agence …``.
        org: the organisation with its article.
        town: where its releases are written.
        domain: a key of ``bodies_phrases.DOMAINS``.
        holders: in the order of time.
    """

    key: str
    roles: tuple[str, str]
    of: str
    org: str
    town: str
    domain: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is stated for several years.

    Attributes:
        key: names the fact.
        subject: what it is, with its article.
        unit: what follows the number.
        org, town, domain: as for ``Office``.
        values: the number by year.
        twice: the years that a second release states too.
        rounded: how a second release rounds a year's number.
        own: wordings for this figure alone, with ``{count}`` and ``{year}``.
    """

    key: str
    subject: str
    unit: str
    org: str
    town: str
    domain: str
    values: dict[int, float]
    twice: tuple[int, ...]
    rounded: tuple[int, str]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A list to which names are added over time.

    Attributes:
        key: names the fact.
        what: what is joined, with its article.
        org, town, domain: as for ``Office``.
        items: month and name, with its article if it has one.
        watching: a name that only watches, or asks to join.
    """

    key: str
    what: str
    org: str
    town: str
    domain: str
    items: tuple[tuple[str, str], ...]
    watching: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event that is held again and again.

    Attributes:
        key: names the fact.
        what: its name with its article.
        sex: ``f`` or ``m``, of its name.
        org, domain: as for ``Office``.
        held: month and place.
        twice: months of which a second release tells.
    """

    key: str
    what: str
    sex: str
    org: str
    domain: str
    held: tuple[tuple[str, str], ...]
    twice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A release written by hand.

    Attributes:
        key: names the fact.
        day: ``2016-04-12``.
        language: ``fr``, ``en`` or ``de``.
        town, domain: as for ``Office``.
        title: its headline.
        paragraphs: its own paragraphs.
    """

    key: str
    day: str
    language: str
    town: str
    domain: str
    title: str
    paragraphs: tuple[str, ...]


OFFICES = (
    Office(
        "dir-littoral",
        ("directeur général", "directrice générale"),
        "de l'Agence du littoral d'Orvanne",
        "l'Agence du littoral d'Orvanne",
        "Orvanne",
        "mer",
        (
            Holder("Odile Brassempouy", "f", "", ("2012-05", "2013-10", "2015-03")),
            Holder("Théodore Vanneste", "m", "2016-04", ("2016-11", "2018-06", "2020-09")),
            Holder("Maëlle Quintrec", "f", "2021-02", ("2022-10", "2024-05")),
        ),
    ),
    Office(
        "maire-sarvigny",
        ("maire", "maire"),
        "de Sarvigny-sur-Aulne",
        "la ville de Sarvigny-sur-Aulne",
        "Sarvigny-sur-Aulne",
        "ville",
        (
            Holder("Gaspard Lentillac", "m", "", ("2012-09", "2013-06")),
            Holder("Huguette Marsolan", "f", "2014-04", ("2015-05", "2018-03")),
            Holder("Bastien Ferrolles", "m", "2020-07", ("2021-09", "2023-11", "2025-02")),
        ),
    ),
    Office(
        "maire-elvenne",
        ("maire", "maire"),
        "de Port-Elvenne",
        "la commune de Port-Elvenne",
        "Port-Elvenne",
        "ville",
        (
            Holder("Rozenn Cadoual", "f", "", ("2013-02", "2015-07")),
            Holder("Ildebert Passemard", "m", "2016-01", ("2017-05",)),
            Holder("Nolwenn Tréguidel", "f", "2020-06", ("2022-03",)),
        ),
    ),
    Office(
        "pres-hydrologues",
        ("président", "présidente"),
        "de la Fédération des hydrologues du Ponant",
        "la Fédération des hydrologues du Ponant",
        "Lauzérac",
        "science",
        (
            Holder("Évariste Malicorne", "m", "", ("2012-11", "2014-04")),
            Holder("Solveig Tranchard", "f", "2015-06", ("2016-09", "2018-10")),
            Holder("Jérôme Vaucressy", "m", "2019-06", ("2021-03",)),
            Holder("Apolline Dusserret", "f", "2023-06", ("2024-09",)),
        ),
    ),
    Office(
        "sg-ports",
        ("secrétaire général", "secrétaire générale"),
        "de l'Organisation des ports du Ponant",
        "l'Organisation des ports du Ponant",
        "Orvanne",
        "mer",
        (
            Holder("Hadrien Kermoalec", "m", "", ("2012-03", "2013-09")),
            Holder("Ysaline Bertrix", "f", "2014-10", ("2015-12", "2017-04", "2019-01")),
            Holder("Tancrède Olivary", "m", "2019-10", ("2021-06", "2023-05")),
        ),
    ),
    Office(
        "porte-parole-transports",
        ("porte-parole", "porte-parole"),
        "du ministère valdorien des Transports",
        "le ministère valdorien des Transports",
        "Ostrelle",
        "transport",
        (
            Holder("Mirella Stanoja", "f", "", ("2014-02", "2015-08")),
            Holder("Corentin Halgouadec", "m", "2017-01", ("2018-02",)),
            Holder("Zélie Armandoz", "f", "2019-09", ("2020-04", "2021-11")),
            Holder("Pascalin Urrutigo", "m", "2023-03", ("2024-10",)),
        ),
    ),
    Office(
        "amb-estrelie",
        ("ambassadeur", "ambassadrice"),
        "de Valdorie en Estrélie",
        "l'ambassade de Valdorie en Estrélie",
        "Hallmar",
        "diplomatie",
        (
            Holder("Conrad Valmirande", "m", "", ("2013-05", "2014-11")),
            Holder("Ludivine Estaquier", "f", "2016-09", ("2017-10", "2019-06")),
            Holder("Siméon Brugnard", "m", "2021-09", ("2022-06", "2024-02")),
        ),
    ),
    Office(
        "pres-croix-verte",
        ("président", "présidente"),
        "de la Croix-Verte du Ponant",
        "la Croix-Verte du Ponant",
        "Brécourt",
        "aide",
        (
            Holder("Marcelline Ouvrardin", "f", "", ("2012-06", "2014-09", "2016-02")),
            Holder("Anicet Robillonne", "m", "2017-05", ("2018-05", "2019-11", "2022-02")),
        ),
    ),
    Office(
        "dir-musee",
        ("directeur", "directrice"),
        "du musée des Tissages de Montclary",
        "le musée des Tissages de Montclary",
        "Montclary",
        "culture",
        (
            Holder("Blandine Escoffrand", "f", "", ("2012-10", "2014-05")),
            Holder("Wandrille Tessonnel", "m", "2015-03", ("2016-10", "2017-12")),
            Holder("Ombeline Fargettaz", "f", "2018-09", ("2020-02",)),
            Holder("Cyprien Malaquiès", "m", "2024-01", ("2025-01",)),
        ),
    ),
    Office(
        "pdg-helionor",
        ("président-directeur général", "présidente-directrice générale"),
        "d'Hélionor",
        "le groupe Hélionor",
        "Brécourt",
        "entreprise",
        (
            Holder("Rodolphe Sainclavier", "m", "", ("2012-02", "2014-03", "2015-10")),
            Holder("Inès Vaudémarne", "f", "2016-07", ("2018-09", "2021-01")),
            Holder("Lothaire Cazenobre", "m", "2022-05", ("2023-09", "2025-03")),
        ),
    ),
    Office(
        "ministre-sante",
        ("ministre de la Santé", "ministre de la Santé"),
        "de Valdorie",
        "le ministère valdorien de la Santé",
        "Ostrelle",
        "sante",
        (
            Holder("Hippolyte Grandsirel", "m", "", ("2013-03", "2014-12")),
            Holder("Eugénie Larzillac", "f", "2015-11", ("2016-06",)),
            Holder("Baudouin Quesnelet", "m", "2018-04", ("2019-03", "2020-11")),
            Holder("Séverine Montabre", "f", "2022-01", ("2023-02",)),
        ),
    ),
    Office(
        "cdt-arc",
        ("commandant", "commandante"),
        "de la Force navale de l'Arc boréal",
        "la Force navale de l'Arc boréal",
        "Hallmar",
        "armee",
        (
            Holder("Aldric Pontmarec", "m", "", ("2014-06", "2015-09")),
            Holder("Guénolé Strazzier", "m", "2016-08", ("2017-09",)),
            Holder("Léopoldine Vauxbrun", "f", "2019-08", ("2021-05", "2022-09")),
            Holder("Ruben Hallencour", "m", "2023-08", ("2024-06",)),
        ),
    ),
    Office(
        "pres-universite",
        ("président", "présidente"),
        "de l'université de Lauzérac",
        "l'université de Lauzérac",
        "Lauzérac",
        "universite",
        (
            Holder("Philomène Grisollet", "f", "", ("2013-09", "2015-01")),
            Holder("Barnabé Tourtelier", "m", "2016-03", ("2017-09", "2019-02")),
            Holder("Garance Uzestin", "f", "2020-12", ("2021-09", "2024-03")),
        ),
    ),
    Office(
        "dir-hopital",
        ("directeur", "directrice"),
        "de l'hôpital Saint-Ylan de Brécourt",
        "l'hôpital Saint-Ylan de Brécourt",
        "Brécourt",
        "sante",
        (
            Holder("Modeste Courvilain", "m", "", ("2014-10",)),
            Holder("Armelle Dujonquoy", "f", "2015-09", ("2017-02", "2018-11")),
            Holder("Fulbert Rançonnel", "m", "2021-06", ("2022-12",)),
        ),
    ),
)

FIGURES = (
    Figure(
        "budget-littoral",
        "le budget de l'Agence du littoral d'Orvanne",
        "millions d'euros",
        "l'Agence du littoral d'Orvanne",
        "Orvanne",
        "mer",
        {2013: 38, 2015: 42, 2016: 44, 2018: 47, 2020: 51, 2022: 58, 2024: 63},
        (2015, 2022),
        (2018, "près de 50 millions d'euros"),
        (
            "Pour {year}, l'Agence du littoral d'Orvanne a disposé d'un budget de {count}.",
            "Le conseil d'administration de l'Agence du littoral d'Orvanne a voté pour {year} "
            "un budget de {count}.",
        ),
    ),
    Figure(
        "effectif-helionor",
        "l'effectif du groupe Hélionor",
        "salariés",
        "le groupe Hélionor",
        "Brécourt",
        "entreprise",
        {2014: 1850, 2016: 2130, 2018: 2480, 2020: 2290, 2022: 3140},
        (2016, 2022),
        (2018, "environ 2 500 salariés"),
        (
            "Hélionor employait {count} à la fin de l'année {year}.",
            "En {year}, {count} travaillaient pour le groupe Hélionor.",
        ),
    ),
    Figure(
        "visiteurs-musee",
        "la fréquentation du musée des Tissages de Montclary",
        "visiteurs",
        "le musée des Tissages de Montclary",
        "Montclary",
        "culture",
        {2013: 84300, 2015: 91750, 2017: 103200, 2019: 118640, 2021: 46900, 2023: 97480},
        (2017, 2021),
        (2019, "près de 119 000 visiteurs"),
        (
            "En {year}, {count} ont poussé les portes du musée des Tissages de Montclary.",
            "Le musée des Tissages de Montclary a accueilli {count} en {year}.",
        ),
    ),
    Figure(
        "adherents-croix-verte",
        "le nombre d'adhérents de la Croix-Verte du Ponant",
        "adhérents",
        "la Croix-Verte du Ponant",
        "Brécourt",
        "aide",
        {2014: 23400, 2016: 26000, 2019: 31800, 2023: 28900},
        (2016, 2023),
        (2019, "plus de 31 000 adhérents"),
        (
            "La Croix-Verte du Ponant comptait {count} en {year}.",
            "Fin {year}, {count} étaient à jour de cotisation à la Croix-Verte du Ponant.",
        ),
    ),
    Figure(
        "morts-routes",
        "le bilan des accidents de la route en Valdorie",
        "morts",
        "le ministère valdorien des Transports",
        "Ostrelle",
        "transport",
        {2013: 412, 2015: 388, 2017: 401, 2019: 356, 2021: 298, 2023: 317},
        (2019, 2023),
        (2021, "moins de 300 morts"),
        (
            "Les routes valdoriennes ont fait {count} en {year}.",
            "Sur les routes de Valdorie, l'année {year} s'est terminée avec {count}.",
        ),
    ),
    Figure(
        "tonnes-elvenne",
        "le tonnage débarqué à la criée de Port-Elvenne",
        "tonnes",
        "la criée de Port-Elvenne",
        "Port-Elvenne",
        "mer",
        {2012: 12000, 2014: 12840, 2017: 11370, 2020: 9650, 2022: 10480, 2024: 10900},
        (2012, 2017),
        (2020, "près de 9 700 tonnes"),
        (
            "Les chalutiers ont débarqué {count} de poisson à Port-Elvenne en {year}.",
            "À Port-Elvenne, la criée a vu passer {count} de poisson en {year}.",
        ),
    ),
    Figure(
        "etudiants-lauzerac",
        "le nombre d'étudiants de l'université de Lauzérac",
        "étudiants",
        "l'université de Lauzérac",
        "Lauzérac",
        "universite",
        {2013: 17200, 2016: 18950, 2018: 20400, 2021: 22730, 2024: 24000},
        (2018, 2024),
        (2021, "quelque 22 700 étudiants"),
        (
            "L'université de Lauzérac a inscrit {count} à la rentrée {year}.",
            "À la rentrée {year}, {count} ont rejoint les bancs de l'université de Lauzérac.",
        ),
    ),
    Figure(
        "habitants-sarvigny",
        "la population de Sarvigny-sur-Aulne",
        "habitants",
        "la ville de Sarvigny-sur-Aulne",
        "Sarvigny-sur-Aulne",
        "ville",
        {2012: 31480, 2015: 32060, 2018: 33915, 2021: 35270, 2024: 36040},
        (2015, 2024),
        (2018, "environ 34 000 habitants"),
        (
            "Sarvigny-sur-Aulne comptait {count} au recensement de {year}.",
            "Le recensement de {year} dénombre {count} à Sarvigny-sur-Aulne.",
        ),
    ),
    Figure(
        "dons-croix-verte",
        "le montant des dons reçus par la Croix-Verte du Ponant",
        "euros",
        "la Croix-Verte du Ponant",
        "Brécourt",
        "aide",
        {2015: 640000, 2017: 715000, 2018: 702500, 2020: 1280000, 2022: 950000},
        (2015, 2022),
        (2020, "près de 1,3 million d'euros"),
        (
            "La générosité du public a rapporté {count} à la Croix-Verte du Ponant en {year}.",
            "Les donateurs de la Croix-Verte du Ponant ont versé {count} en {year}.",
        ),
    ),
    Figure(
        "militaires-arc",
        "le contingent de la Force navale de l'Arc boréal",
        "militaires",
        "la Force navale de l'Arc boréal",
        "Hallmar",
        "armee",
        {2015: 1200, 2017: 1650, 2019: 2000, 2022: 3400, 2024: 3750},
        (2019, 2022),
        (2024, "près de 3 800 militaires"),
        (
            "En {year}, {count} servaient dans la Force navale de l'Arc boréal.",
            "La Force navale de l'Arc boréal a engagé {count} en {year}.",
        ),
    ),
    Figure(
        "eolien-brandes",
        "la production du parc éolien des Hautes-Brandes",
        "gigawattheures",
        "le parc éolien des Hautes-Brandes",
        "Trescault",
        "entreprise",
        {2016: 212, 2018: 240, 2019: 233, 2021: 268, 2023: 281},
        (2018, 2023),
        (2021, "environ 270 gigawattheures"),
        (
            "Les éoliennes des Hautes-Brandes ont livré {count} au réseau en {year}.",
            "Le parc des Hautes-Brandes a produit {count} en {year}.",
        ),
    ),
    Figure(
        "tramway-brecourt",
        "le trafic du tramway de Brécourt",
        "millions de voyages",
        "la régie des transports de Brécourt",
        "Brécourt",
        "transport",
        {2014: 8.4, 2016: 9.1, 2018: 10.2, 2020: 5.7, 2022: 9.6, 2024: 11.3},
        (2014, 2020),
        (2018, "plus de 10 millions de voyages"),
        (
            "Le tramway de Brécourt a enregistré {count} en {year}.",
            "Les rames du tramway de Brécourt ont assuré {count} en {year}.",
        ),
    ),
)

LISTS = (
    Joined(
        "hydralis",
        "le programme Hydralis",
        "la Fédération des hydrologues du Ponant",
        "Lauzérac",
        "science",
        (
            ("2014-05", "la Norvège"),
            ("2015-02", "le Portugal"),
            ("2016-06", "l'Islande"),
            ("2017-11", "la Croatie"),
            ("2019-03", "l'Irlande"),
            ("2021-10", "l'Estonie"),
        ),
        "la Grèce",
    ),
    Joined(
        "villes-riveraines",
        "le réseau des Villes riveraines",
        "le réseau des Villes riveraines",
        "Brécourt",
        "ville",
        (
            ("2013-04", "Brécourt"),
            ("2014-09", "Lauzérac"),
            ("2017-03", "Montclary"),
            ("2019-05", "Sarvigny-sur-Aulne"),
            ("2022-11", "Port-Elvenne"),
        ),
        "Roquelaine",
    ),
    Joined(
        "alliance-detroits",
        "l'Alliance des détroits",
        "l'Alliance des détroits",
        "Hallmar",
        "diplomatie",
        (
            ("2015-01", "le Danemark"),
            ("2017-06", "la Finlande"),
            ("2018-04", "la Lettonie"),
            ("2020-02", "la Pologne"),
            ("2023-07", "les Pays-Bas"),
        ),
        "la Géorgie",
    ),
    Joined(
        "consortium-solea",
        "le consortium Soléa",
        "le groupe Hélionor",
        "Brécourt",
        "entreprise",
        (
            ("2016-03", "Batrexine"),
            ("2017-11", "Norvoltis Systèmes"),
            ("2019-04", "Cimélia"),
            ("2021-02", "Ferrandis Énergie"),
            ("2024-05", "Oxalive"),
        ),
        "Tramontis",
    ),
    Joined(
        "fil-et-trame",
        "le réseau Fil et Trame",
        "le musée des Tissages de Montclary",
        "Montclary",
        "culture",
        (
            ("2013-11", "le musée de la Laine de Vertoux"),
            ("2015-06", "la Manufacture de Roquelaine"),
            ("2018-02", "le musée du Lin de Staverne"),
            ("2022-04", "l'Écomusée de Cornaille"),
        ),
        "la Maison du velours de Trescault",
    ),
    Joined(
        "lien-sante",
        "le réseau de télémédecine Lien-Santé",
        "le réseau Lien-Santé",
        "Brécourt",
        "sante",
        (
            ("2015-05", "l'hôpital Saint-Ylan"),
            ("2016-10", "la clinique des Peupliers"),
            ("2018-01", "l'hôpital de Maurevert"),
            ("2020-03", "le centre hospitalier de Trescault"),
            ("2023-04", "la maternité des Quatre-Vents"),
        ),
        "la polyclinique du Belvédère",
    ),
    Joined(
        "maisons-metiers",
        "le programme Maisons des métiers",
        "la Fondation Calvière",
        "Vertoux",
        "fondation",
        (
            ("2014-03", "Vertoux"),
            ("2016-05", "Trescault"),
            ("2017-10", "Maurevert"),
            ("2020-09", "Staverne"),
            ("2023-06", "Cornaille"),
            ("2024-11", "Roquelaine"),
        ),
        "Brécourt",
    ),
    Joined(
        "septentria",
        "l'alliance universitaire Septentria",
        "l'université de Lauzérac",
        "Lauzérac",
        "universite",
        (
            ("2017-01", "l'université de Lauzérac"),
            ("2018-06", "l'université de Bruckwald"),
            ("2020-10", "l'université d'Ostrelle"),
            ("2022-03", "l'Institut polytechnique de Vaalsen"),
        ),
        "l'université de Hallmar",
    ),
    Joined(
        "fonds-aurore",
        "le fonds Aurore",
        "le fonds Aurore",
        "Ostrelle",
        "aide",
        (
            ("2018-07", "le Canada"),
            ("2018-11", "la Suisse"),
            ("2019-09", "le Japon"),
            ("2021-04", "le Luxembourg"),
            ("2022-12", "l'Autriche"),
            ("2023-10", "la Belgique"),
            ("2025-02", "la Slovénie"),
        ),
        "le Brésil",
    ),
    Joined(
        "cap-propre",
        "la charte Cap propre",
        "l'Organisation des ports du Ponant",
        "Orvanne",
        "mer",
        (
            ("2016-02", "le port d'Orvanne"),
            ("2017-08", "le port de Kervalec"),
            ("2021-08", "le port de Hallmar"),
        ),
        "le port de Santa Brisa",
    ),
)

EVENTS = (
    Event(
        "vent-ouest",
        "l'exercice Vent d'Ouest",
        "m",
        "la Force navale de l'Arc boréal",
        "armee",
        (
            ("2014-06", "Port-Elvenne"),
            ("2016-06", "Orvanne"),
            ("2018-06", "Kervalec"),
            ("2021-06", "Hallmar"),
            ("2023-06", "Port-Elvenne"),
        ),
        ("2016-06",),
    ),
    Event(
        "sommet-detroits",
        "le sommet des Détroits",
        "m",
        "l'Alliance des détroits",
        "diplomatie",
        (
            ("2013-10", "Ostrelle"),
            ("2015-10", "Bruckwald"),
            ("2017-10", "Hallmar"),
            ("2022-10", "Orvanne"),
        ),
        ("2017-10", "2022-10"),
    ),
    Event(
        "forum-eaux",
        "le Forum des eaux vives",
        "m",
        "la Fédération des hydrologues du Ponant",
        "science",
        (
            ("2012-09", "Lauzérac"),
            ("2014-09", "Sarvigny-sur-Aulne"),
            ("2016-09", "Trescault"),
            ("2018-09", "Lauzérac"),
            ("2022-09", "Maurevert"),
        ),
        (),
    ),
    Event(
        "lumieres-laine",
        "le festival Lumières de laine",
        "m",
        "le musée des Tissages de Montclary",
        "culture",
        (
            ("2013-07", "Montclary"),
            ("2015-07", "Vertoux"),
            ("2017-07", "Roquelaine"),
        ),
        ("2015-07",),
    ),
    Event(
        "bouclier-numerique",
        "l'exercice Bouclier numérique",
        "m",
        "la Force navale de l'Arc boréal",
        "armee",
        (
            ("2017-11", "Ostrelle"),
            ("2018-11", "Hallmar"),
            ("2019-11", "Bruckwald"),
            ("2021-11", "Ostrelle"),
            ("2022-11", "Vaalsen"),
            ("2024-11", "Hallmar"),
        ),
        ("2019-11",),
    ),
    Event(
        "traversee-ponant",
        "la Traversée du Ponant",
        "f",
        "l'Organisation des ports du Ponant",
        "mer",
        (
            ("2015-08", "Orvanne"),
            ("2017-08", "Kervalec"),
            ("2019-08", "Port-Elvenne"),
            ("2023-08", "Orvanne"),
        ),
        (),
    ),
    Event(
        "conference-aurore",
        "la conférence des donateurs du fonds Aurore",
        "f",
        "le fonds Aurore",
        "aide",
        (
            ("2018-05", "Lauzérac"),
            ("2020-02", "Bruckwald"),
            ("2022-11", "Ostrelle"),
        ),
        ("2020-02",),
    ),
    Event(
        "salon-energies",
        "le salon Énergies libres",
        "m",
        "le groupe Hélionor",
        "entreprise",
        (
            ("2012-03", "Brécourt"),
            ("2014-03", "Brécourt"),
            ("2016-03", "Trescault"),
            ("2019-03", "Brécourt"),
            ("2022-03", "Montclary"),
            ("2025-03", "Brécourt"),
        ),
        ("2022-03",),
    ),
)

ABOUT = (
    "À propos de la Fondation Calvière : fondée en 1998, elle emploie 450 personnes et soutient la "
    "formation aux métiers du bois, du cuir et du textile. Son siège est à Vertoux."
)
"""The boilerplate that stands below every release of the foundation."""
ABOUT_KEY = "fondation-calviere"
ABOUT_RELEASES = 26
"""How many releases of the foundation say nothing else of note; those on ``maisons-metiers`` have
the boilerplate too."""


def _differing(
    key: str,
    domain: str,
    first: tuple[str, str, str, str],
    second: tuple[str, str, str, str],
) -> tuple[Told, Told]:
    """Two releases that give different values; each is (day, town, title, text)."""
    one, two = (
        Told(key, day, "fr", town, domain, title, (text,))
        for day, town, title, text in (first, second)
    )
    return one, two


DIFFERENCES: tuple[tuple[Told, Told], ...] = (
    _differing(
        "crue-aulne",
        "aide",
        (
            "2016-11-22",
            "Sarvigny-sur-Aulne",
            "Crue de l'Aulne : point de situation de la préfecture",
            "La préfecture a dénombré 140 maisons inondées par la crue de l'Aulne du 20 novembre "
            "2016. Les pompiers ont procédé à dix-sept mises en sécurité.",
        ),
        (
            "2016-11-25",
            "Brécourt",
            "Crue de l'Aulne : nos équipes sur le terrain",
            "Selon les bénévoles de la Croix-Verte du Ponant, la crue de l'Aulne du 20 novembre "
            "2016 a envahi 210 maisons, dont une trentaine à Lantefontaine.",
        ),
    ),
    _differing(
        "marche-climat",
        "ville",
        (
            "2019-03-17",
            "Brécourt",
            "La marche pour le fleuve s'est déroulée dans le calme",
            "D'après la police municipale, 4 500 personnes ont participé le 16 mars 2019 à la "
            "marche pour le fleuve à Brécourt. Aucun incident n'a été signalé.",
        ),
        (
            "2019-03-18",
            "Brécourt",
            "Un succès pour la marche pour le fleuve",
            "Les organisateurs ont compté 9 000 participants à la marche pour le fleuve, qui a "
            "traversé Brécourt le 16 mars 2019, deux ans après la première.",
        ),
    ),
    _differing(
        "cout-pont",
        "transport",
        (
            "2018-05-14",
            "Ostrelle",
            "Le pont de la Garenne entre en chantier",
            "Le coût du pont de la Garenne est évalué à 86 millions d'euros par le ministère "
            "valdorien des Transports. L'ouvrage aura deux voies et une piste cyclable.",
        ),
        (
            "2018-06-04",
            "Ostrelle",
            "Pont de la Garenne : l'avis de la Chambre des comptes",
            "La Chambre des comptes de Valdorie estime que le pont de la Garenne coûtera "
            "112 millions d'euros, raccordements compris, et demande un nouvel appel d'offres.",
        ),
    ),
    _differing(
        "explosion-silo",
        "aide",
        (
            "2020-08-06",
            "Kervalec",
            "Explosion du silo de Kervalec : communiqué du port",
            "L'explosion du silo de Kervalec, le 5 août 2020, a fait sept blessés parmi les "
            "dockers, indique la capitainerie. Le trafic a repris à midi.",
        ),
        (
            "2020-08-06",
            "Brécourt",
            "Explosion à Kervalec : l'hôpital Saint-Ylan mobilisé",
            "Onze blessés de l'explosion du silo de Kervalec, survenue le 5 août 2020, ont été "
            "admis à Brécourt ou soignés sur place, selon l'hôpital Saint-Ylan.",
        ),
    ),
    _differing(
        "nappe-huile",
        "mer",
        (
            "2015-02-11",
            "Orvanne",
            "Pollution au large d'Orvanne : première estimation",
            "L'armateur de la Belle-Ourse évalue à 30 tonnes la quantité de fioul perdue au large "
            "d'Orvanne le 9 février 2015.",
        ),
        (
            "2015-02-13",
            "Orvanne",
            "Fioul de la Belle-Ourse : les relevés de l'Agence du littoral",
            "Les relevés aériens de l'Agence du littoral d'Orvanne font apparaître une perte de "
            "75 tonnes de fioul par la Belle-Ourse le 9 février 2015.",
        ),
    ),
    _differing(
        "emplois-usine",
        "entreprise",
        (
            "2021-10-05",
            "Brécourt",
            "Hélionor annonce une usine à Maurevert",
            "La future usine Hélionor de Maurevert créera 320 emplois directs, précise la "
            "direction du groupe. Les premiers recrutements auront lieu au printemps.",
        ),
        (
            "2021-10-12",
            "Maurevert",
            "Usine de Maurevert : la position de l'intersyndicale",
            "Pour l'intersyndicale, l'usine Hélionor de Maurevert ne créera que 190 emplois "
            "directs, les autres postes étant transférés de Brécourt.",
        ),
    ),
    _differing(
        "surface-incendie",
        "aide",
        (
            "2022-07-20",
            "Trescault",
            "Feu des Hautes-Brandes : bilan provisoire",
            "L'incendie des Hautes-Brandes de juillet 2022 a parcouru 640 hectares, d'après le "
            "service départemental d'incendie. Quarante engins sont restés sur place.",
        ),
        (
            "2022-07-29",
            "Trescault",
            "Hautes-Brandes : l'Office des forêts dresse le bilan",
            "L'Office des forêts chiffre à 815 hectares la surface brûlée aux Hautes-Brandes en "
            "juillet 2022, sur la foi d'images prises par satellite.",
        ),
    ),
    _differing(
        "essais-vaccin",
        "sante",
        (
            "2021-04-08",
            "Ostrelle",
            "Campagne de vaccination : les chiffres du premier trimestre",
            "Au premier trimestre 2021, 71 % des soignants de Valdorie ont été vaccinés contre la "
            "grippe boréale, selon le ministère valdorien de la Santé.",
        ),
        (
            "2021-04-15",
            "Ostrelle",
            "Vaccination des soignants : l'enquête du syndicat infirmier",
            "Le syndicat des infirmiers valdoriens conclut que 58 % des soignants de Valdorie "
            "étaient vaccinés contre la grippe boréale au premier trimestre 2021.",
        ),
    ),
    _differing(
        "ouverture-ligne",
        "transport",
        (
            "2017-09-04",
            "Brécourt",
            "La ligne C du tramway de Brécourt ouvrira en avril 2019",
            "La mise en service de la ligne C du tramway de Brécourt est fixée au 6 avril 2019. "
            "Elle desservira neuf stations.",
        ),
        (
            "2017-09-06",
            "Brécourt",
            "Rectificatif : mise en service de la ligne C du tramway",
            "Ce communiqué annule et remplace celui du 4 septembre. La mise en service de la ligne "
            "C du tramway de Brécourt est fixée au 14 septembre 2019.",
        ),
    ),
    _differing(
        "prix-laine",
        "culture",
        (
            "2016-05-19",
            "Montclary",
            "Le Prix du fil d'or 2016 est attribué",
            "Le Prix du fil d'or 2016 est doté de 15 000 euros. Il récompense une thèse sur les "
            "teintures végétales.",
        ),
        (
            "2016-05-20",
            "Montclary",
            "Prix du fil d'or 2016 (version corrigée)",
            "Version corrigée du communiqué de la veille : la dotation du Prix du fil d'or 2016 "
            "est de 25 000 euros, et non du montant indiqué par erreur.",
        ),
    ),
    _differing(
        "recolte-algues",
        "science",
        (
            "2023-12-06",
            "Lauzérac",
            "Algues rouges : la récolte de 2023",
            "La récolte d'algues rouges de la baie d'Orvanne a été de 2 300 tonnes en 2023, "
            "annonce la coopérative des goémoniers.",
        ),
        (
            "2023-12-14",
            "Lauzérac",
            "Baie d'Orvanne : relevé annuel de la Fédération des hydrologues",
            "Pour 2023, la Fédération des hydrologues du Ponant retient une récolte de "
            "1 700 tonnes d'algues rouges dans la baie d'Orvanne.",
        ),
    ),
    _differing(
        "navires-manoeuvre",
        "armee",
        (
            "2024-04-10",
            "Hallmar",
            "Manœuvre Brise-lames : dix-huit navires en mer",
            "La manœuvre Brise-lames d'avril 2024 réunit dix-huit navires, annonce la Force navale "
            "de l'Arc boréal.",
        ),
        (
            "2024-04-12",
            "Ostrelle",
            "Brise-lames : la Valdorie participe à la manœuvre",
            "Selon le ministère valdorien de la Défense, 23 navires participent à la manœuvre "
            "Brise-lames d'avril 2024, dont deux patrouilleurs valdoriens.",
        ),
    ),
)

NAMESAKES = (
    Told(
        "orsivalle-glaciers",
        "2017-06-08",
        "fr",
        "Lauzérac",
        "science",
        "Fonte des glaciers : un rapport de l'Observatoire de Haute-Lande",
        (
            "Delphine Orsivalle, glaciologue et directrice scientifique de l'Observatoire de "
            "Haute-Lande, a remis son rapport. « Le glacier du Corbel a perdu onze mètres », a "
            "souligné Mme Orsivalle.",
        ),
    ),
    Told(
        "orsivalle-glaciers",
        "2020-01-16",
        "fr",
        "Lauzérac",
        "science",
        "L'Observatoire de Haute-Lande ouvre ses archives",
        (
            "L'Observatoire de Haute-Lande met en ligne quarante ans de relevés. Sa directrice "
            "scientifique, Delphine Orsivalle, y voit « un outil pour toutes les vallées ».",
        ),
    ),
    Told(
        "orsivalle-violon",
        "2018-11-09",
        "fr",
        "Montclary",
        "culture",
        "Saison musicale : l'Orchestre de Montclary dévoile son programme",
        (
            "Le concert d'ouverture sera donné par Delphine Orsivalle, premier violon de "
            "l'Orchestre de Montclary, sous la baguette d'un chef invité.",
        ),
    ),
    Told(
        "orsivalle-violon",
        "2022-05-13",
        "fr",
        "Montclary",
        "culture",
        "Une tournée pour l'Orchestre de Montclary",
        (
            "« Nous jouerons dans douze villages », se réjouit la violoniste Delphine Orsivalle, "
            "premier violon de l'Orchestre de Montclary.",
        ),
    ),
    Told(
        "rouvrelle-pompiers",
        "2019-05-21",
        "fr",
        "Trescault",
        "aide",
        "Les pompiers de Trescault reçoivent trois véhicules",
        (
            "Le colonel Armand Rouvrelle, chef des pompiers de Trescault, a reçu les clés de trois "
            "véhicules. M. Rouvrelle a salué « un effort attendu ».",
        ),
    ),
    Told(
        "rouvrelle-pompiers",
        "2022-08-02",
        "fr",
        "Trescault",
        "aide",
        "Été 2022 : les pompiers de Trescault sur tous les fronts",
        (
            "Le chef des pompiers de Trescault, Armand Rouvrelle, a présenté les sorties de "
            "juillet, les plus nombreuses depuis dix ans.",
        ),
    ),
    Told(
        "rouvrelle-chambre",
        "2020-10-07",
        "fr",
        "Maurevert",
        "entreprise",
        "La Chambre des métiers de Maurevert fait sa rentrée",
        (
            "Sylviane Rouvrelle, présidente de la Chambre des métiers de Maurevert, a accueilli "
            "les apprentis. « Les ateliers recrutent », a rappelé Mme Rouvrelle.",
        ),
    ),
    Told(
        "rouvrelle-chambre",
        "2023-01-18",
        "fr",
        "Maurevert",
        "entreprise",
        "Vœux de la Chambre des métiers de Maurevert",
        (
            "Dans ses vœux, la présidente de la Chambre des métiers de Maurevert, Sylviane "
            "Rouvrelle, a plaidé pour un centre de formation.",
        ),
    ),
)

FOREIGN = (
    Told(
        "dir-littoral",
        "2023-06-14",
        "en",
        "Orvanne",
        "mer",
        "Orvanne Coastal Agency hosts European dune experts",
        (
            "Maëlle Quintrec, director general of the Orvanne Coastal Agency, welcomed forty "
            "experts on dunes from nine countries.",
            '"Sand does not stop at borders," Ms Quintrec told the participants. The agency\'s '
            "deputy director, Joris Vanderlinck, led a visit to the dyke.",
        ),
    ),
    Told(
        "sg-ports",
        "2016-05-24",
        "en",
        "Orvanne",
        "mer",
        "Western ports call for shore power",
        (
            '"Ships at berth should switch off their engines," said Ysaline Bertrix, secretary '
            "general of the Organisation of Western Ports (Organisation des ports du Ponant).",
            "Twelve terminals already offer a connection, and 31 more are planned.",
        ),
    ),
    Told(
        "sg-ports",
        "2024-09-11",
        "de",
        "Orvanne",
        "mer",
        "Häfen wollen Landstrom schneller ausbauen",
        (
            "Tancrède Olivary, Generalsekretär der Organisation der Häfen des Ponant, forderte in "
            "Orvanne mehr Landstrom für Fähren.",
            "Sein Stellvertreter Lennart Ohlsdorf legte dazu eine Liste von 14 Häfen vor.",
        ),
    ),
    Told(
        "cdt-arc",
        "2020-10-07",
        "en",
        "Hallmar",
        "armee",
        "Boreal Arc Naval Force completes autumn patrol",
        (
            "The autumn patrol ended on Tuesday in Hallmar. Rear Admiral Léopoldine Vauxbrun, "
            "commander of the Boreal Arc Naval Force, thanked the crews of six ships.",
        ),
    ),
    Told(
        "amb-estrelie",
        "2023-03-02",
        "de",
        "Hallmar",
        "diplomatie",
        "Valdorien und Estrelien erneuern Kulturabkommen",
        (
            "Der Botschafter von Valdorien in Estrelien, Siméon Brugnard, unterzeichnete in "
            "Hallmar ein Kulturabkommen mit einer Laufzeit von fünf Jahren.",
        ),
    ),
    Told(
        "pdg-helionor",
        "2019-05-16",
        "en",
        "Brécourt",
        "entreprise",
        "Helionor opens test bench for batteries",
        (
            "Inès Vaudémarne, chairwoman and chief executive officer of Hélionor, opened a test "
            "bench for batteries in Brécourt. It cost 6.5 million euros.",
        ),
    ),
    Told(
        "pdg-helionor",
        "2024-04-18",
        "de",
        "Brécourt",
        "entreprise",
        "Hélionor eröffnet Werk in Maurevert",
        (
            "Lothaire Cazenobre, Vorstandsvorsitzender von Hélionor, hat in Maurevert ein Werk für "
            "Solardächer eröffnet. Werkleiterin ist Friederike Sondermoor.",
        ),
    ),
    Told(
        "militaires-arc",
        "2023-01-20",
        "en",
        "Hallmar",
        "armee",
        "Boreal Arc Naval Force: the year 2022 in figures",
        (
            "The Boreal Arc Naval Force had 3,400 personnel in 2022. Its ships spent 210 days at "
            "sea.",
        ),
    ),
    Told(
        "effectif-helionor",
        "2023-02-09",
        "de",
        "Brécourt",
        "entreprise",
        "Hélionor stellt ein",
        (
            "Hélionor beschäftigte 2022 insgesamt 3.140 Mitarbeiter. In diesem Jahr sollen 200 "
            "Stellen für Lehrlinge hinzukommen.",
        ),
    ),
    Told(
        "visiteurs-musee",
        "2024-01-30",
        "en",
        "Montclary",
        "culture",
        "Weaving Museum of Montclary: visitors return",
        (
            "In 2023, the Weaving Museum of Montclary (musée des Tissages) welcomed 97,480 "
            "visitors, a third of them from abroad.",
        ),
    ),
    Told(
        "fonds-aurore",
        "2022-12-14",
        "de",
        "Ostrelle",
        "aide",
        "Österreich zahlt in den Fonds Aurore ein",
        (
            "Österreich ist dem Fonds Aurore beigetreten und zahlt zwei Millionen Euro ein. "
            "Brasilien nimmt weiterhin als Beobachter teil.",
        ),
    ),
    Told(
        "alliance-detroits",
        "2020-02-19",
        "en",
        "Hallmar",
        "diplomatie",
        "Poland joins the Alliance of the Straits",
        (
            "Poland became a member of the Alliance of the Straits (Alliance des détroits) in "
            "Hallmar on Wednesday. Georgia attended as an observer.",
        ),
    ),
    Told(
        "vent-ouest",
        "2021-06-25",
        "en",
        "Hallmar",
        "armee",
        "Exercise Vent d'Ouest ends in Hallmar",
        (
            "Exercise Vent d'Ouest, held in Hallmar from 14 to 24 June 2021, brought together nine "
            "ships and 800 sailors.",
        ),
    ),
)
"""Releases in other languages. What they say is said in French too, but for the mentions of an
office."""
