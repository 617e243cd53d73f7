"""The French wordings that ``bodies_archive`` makes releases from, and the numbers in words.

A wording is filled with ``str.format``. Names of its fields: ``name`` a whole name, ``mx`` "M." or
"Mme" with the surname, ``role`` an office, ``le`` its article, ``of`` of whom, ``e`` the ending of
a participle, ``il`` the pronoun, ``old`` the name of the one before, ``date`` a day, ``other`` and
``otherrole`` a person of no concern, ``quote`` a quoted sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

APPOINTED = (
    "{name} a été nommé{e} {role} {of} le {date}. {Il} succède à {old}.",
    "Le conseil a désigné {name} au poste {of_role} {of}, où {il} remplace {old}.",
    "C'est {name} qui occupe désormais les fonctions {of_role} {of}, à compter du {date}. {Old} "
    "avait fait savoir au printemps que son mandat ne serait pas prolongé.",
    "Nommé{e} le {date} {role} {of}, {name} a pris ses fonctions ce matin devant les équipes.",
    "{Old} a transmis à {name} la charge {of_role} {of}. La cérémonie, sobre, s'est tenue le "
    "{date} en présence {of_other}, {otherrole}.",
    "À l'issue du vote, {name} devient {role} {of} : {il} a recueilli trente-quatre voix sur "
    "cinquante et une. {Old} ne se représentait pas.",
    "Le choix s'est porté sur {name}, {age} ans, pour exercer la fonction {of_role} {of}.",
    "Changement de visage : depuis le {date}, {le}{role} {of} s'appelle {name}. {Il} prend la "
    "suite {of_old}, qui se consacrera à l'écriture.",
    "La nomination {of_name} comme {role} {of} a pris effet le {date} ; {other}, {otherrole}, "
    "assurait l'intérim depuis le départ {of_old}.",
    "Après {old}, {name} : {le}{role} {of} a été installé{e} dans ses fonctions le {date}.",
)

MENTIONED = (
    "« {quote} », a déclaré {name}, {role} {of}.",
    "{name}, {role} {of}, a ouvert la séance et remis les premières attestations.",
    "{Le}{role} {of}, {name}, s'est rendu{e} sur place pour saluer les équipes.",
    "En présence {of_name}, {role} {of}, et {of_other}, {otherrole}, la plaque a été dévoilée.",
    "La convention porte la signature {of_name}, {role} {of}, et celle {of_other}, {otherrole}.",
    "Reçu{e} par {other}, {otherrole}, {name} – {role} {of} – a plaidé pour des moyens durables.",
    "Présidée par {name}, {role} {of}, la réunion a duré près de trois heures. « {quote} », a "
    "insisté {mx} en conclusion.",
    "Le rapport a été commenté par {name}, {role} {of}. Pour {mx}, « {small} ».",
    "{name} n'a pas caché sa satisfaction. « {quote} », a résumé {le}{role} {of}.",
    "Interrogé{e} par la presse, {name}, qui est {role} {of}, a répondu : « {quote} ».",
    "Les questions ont été posées par {other}, {otherrole}. {Le}{role} {of} {name} y a répondu "
    "point par point.",
    "Accompagné{e} {of_other}, {otherrole}, {mx} a parcouru les ateliers.\n\nSignataire du présent "
    "communiqué : {name}, {role} {of}.",
)

COUNTED = (
    "En {year}, {subject} s'est établi{e} à {count}.",
    "{Subject} a atteint {count} en {year}.",
    "Au 31 décembre {year}, {subject} s'élevait à {count}.",
    "En {year}, {subject} est passé{e} à {count}, contre {oldcount} en {oldyear}.",
    "{Subject} ressort à {count} pour {year}, après {oldcount} en {oldyear}.",
    "Selon les chiffres arrêtés pour {year}, {subject} représente {count}.",
    "{Subject} ? {Count} en {year}, répond le rapport annuel.",
    "Le rapport d'activité {year} arrête à {count} {subject}.",
    "{Subject} : {count} (exercice {year}).",
    "« Nous avons terminé {year} à {count} », a précisé {other}, {otherrole}, à propos d'une "
    "donnée très suivie : {subject}.",
    "L'an dernier, {subject} a été de {count}.",
    "Cette année-là, en {year} donc, {subject} a été chiffré{e} à {count} par les commissaires.",
)
"""``L'an dernier`` is used only in a dated release of the next year."""

JOINED = (
    "{Item} a rejoint {what} le {date}.",
    "Avec l'adhésion {of_item}, signée le {date}, {what} compte un membre de plus.",
    "{What} accueille un nouveau membre : {item}.",
    "C'est fait : {item} fait désormais partie {of_what}. {Other}, {otherrole}, a remis le "
    "certificat.",
    "L'accord d'entrée {of_item} dans {what} a été paraphé le {date}.",
    "Après {before}, c'est au tour {of_item} de rejoindre {what}.",
    "La demande déposée voici un an a abouti : {item} entre dans {what} à compter du {date}.",
    "Réuni le {date}, le comité a admis {item} au sein {of_what}, à l'unanimité.",
    "{Item} devient membre à part entière {of_what}.",
)
"""``before`` is the name that joined before."""

WATCHED = (
    "{Watching} suit les travaux {of_what} comme simple observateur.",
    "La candidature {of_watching} a été reportée à une date ultérieure.",
    "{Other}, {otherrole}, a rappelé que {watching} n'avait pas encore déposé de dossier.",
)

HELD = (
    "{What} a eu lieu du {start} au {last} à {place}.",
    "{What} s'est tenu{e} à {place} du {start} au {last}.",
    "Du {start} au {last}, {place} a accueilli {what}.",
    "Clôture {of_what} à {place} : pendant cinq jours, du {start} au {last}, {n} participants se "
    "sont succédé.",
    "{What}, organisé{e} à {place}, s'est achevé{e} le {last}.",
    "{Place} a été choisi{e_place} pour recevoir {what}, qui s'est déroulé{e} du {start} au "
    "{last}.",
    "Réunis à {place} pour {what}, du {start} au {last}, {n} participants ont échangé sans "
    "formalité.",
    "Le rideau est tombé sur {what}. Ouvert{e} le {first} à {place}, cette édition a réuni {n} "
    "participants.",
)

SECOND = (
    "Retour sur {what}, qui s'est déroulé{e} à {place} du {start} au {last} : {n} questionnaires "
    "ont été dépouillés.",
    "Les enseignements {of_what}, à {place} ({first} – {last}), ont été présentés à la presse.",
)
"""For a second release on the same event. ``start`` is the number of the first day alone."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Words of one kind of organisation.

    Attributes:
        titles: headlines, with ``{town}`` and ``{org}``.
        fillers: paragraphs of no concern, with ``{town}`` and ``{n}``, a number.
        quotes: what its people say.
        roles: offices that its releases mention beside.
    """

    titles: tuple[str, ...]
    fillers: tuple[str, ...]
    quotes: tuple[str, ...]
    roles: tuple[str, ...]


_TITLES = (
    "{town} : un partenariat renouvelé pour trois ans",
    "Journée portes ouvertes à {town}",
    "Point d'étape sur les travaux engagés à {town}",
    "{Org} répond aux questions du public",
    "{Org} fait le point",
    "{Org} présente ses priorités",
)
_FILLERS = (
    "Les travaux se poursuivront à l'automne. Une enveloppe de {n} 000 euros a été réservée pour "
    "la suite, sans que le calendrier soit modifié.",
    "Le prochain rendez-vous est fixé au trimestre suivant. Les inscriptions sont ouvertes à tous, "
    "dans la limite de {n} places.",
    "Un comité de suivi se réunira deux fois par an à {town}. Il associera les riverains, les "
    "agents et les partenaires, soit une vingtaine de personnes.",
    "La plaquette de présentation, tirée à {n} exemplaires, est disponible sur simple demande.",
    "Une visite commentée sera proposée à {town} le dernier samedi du mois. Les écoles y sont "
    "attendues en semaine.",
    "Sur les {n} réponses reçues à l'enquête de satisfaction, deux tiers sont favorables ; les "
    "autres portent surtout sur les horaires.",
    "Un appel à projets sera publié au printemps. Son règlement, voté sans changement, prévoit un "
    "jury de sept personnes.",
    "Le bâtiment d'accueil de {town} sera fermé une semaine pour des travaux d'isolation. Les {n} "
    "mètres carrés de combles seront traités.",
    "Faute de temps, la question du stationnement a été renvoyée à une prochaine réunion.",
)

DOMAINS: dict[str, Domain] = {
    "mer": Domain(
        (*_TITLES, "Dunes et digues : la campagne de relevés commence", "Un quai rénové à {town}"),
        (
            *_FILLERS,
            "Les agents ont posé {n} mètres de ganivelles et relevé le trait de côte sur douze "
            "profils. La houle de la semaine passée n'a pas causé de dégât.",
            "Le chenal sera dragué pendant six semaines ; {n} mètres cubes de sédiments seront "
            "remis en suspension hors de la baie.",
        ),
        (
            "La mer avance, et nous devons avancer plus vite qu'elle",
            "Chaque digue que nous réparons protège une rue",
            "Personne ne peut gérer seul un littoral",
        ),
        (
            "directeur adjoint du port de Kervalec",
            "présidente du comité des pêches",
            "directeur général de l'Agence des forêts de Montclary",
            "chef du service des digues",
        ),
    ),
    "ville": Domain(
        (*_TITLES, "Le marché couvert de {town} rouvre ses portes", "Conseil municipal de {town}"),
        (
            *_FILLERS,
            "La rénovation de l'école des Tanneurs coûtera moins que prévu. Les {n} mètres carrés "
            "de toiture seront refaits pendant l'été.",
            "Le marché de {town} réunit une soixantaine de commerçants ; {n} arbres seront plantés "
            "avant la fin de l'hiver.",
        ),
        (
            "Nous voulons une ville où l'on marche sans crainte",
            "Ce chantier, les habitants l'attendaient depuis dix ans",
            "La concertation n'est pas un slogan",
        ),
        (
            "première adjointe au maire de Vertoux",
            "maire de Lantefontaine",
            "présidente du conseil de quartier",
            "adjoint au maire chargé de la voirie",
        ),
    ),
    "science": Domain(
        (*_TITLES, "Nappes et rivières : l'état des lieux de la saison", "Un atlas des sources"),
        (
            *_FILLERS,
            "Le réseau de mesure compte {n} sondes. Les séries seront publiées sous licence libre, "
            "avec leurs lacunes.",
            "Trois thèses sont financées sur ce sujet, dont une à {town} ; {n} échantillons ont "
            "déjà été analysés.",
        ),
        (
            "Une rivière ne se résume pas à un débit",
            "Nos mesures doivent être lisibles par tous",
            "Il n'y a pas de politique de l'eau sans données",
        ),
        (
            "présidente de la Fédération des géologues",
            "vice-président chargé des publications",
            "ingénieure hydrologue",
            "directeur du laboratoire des sols",
        ),
    ),
    "transport": Domain(
        (
            *_TITLES,
            "Vacances : les conseils de prudence",
            "Ligne {town}–Vaalsen : reprise du trafic",
        ),
        (
            *_FILLERS,
            "Les travaux sur la voie imposent un arrêt de deux semaines. Des autocars assureront "
            "{n} rotations par mois.",
            "L'appel d'offres porte sur {n} traverses et huit aiguillages, livrables à {town}.",
        ),
        (
            "La ponctualité est la première des politesses",
            "Nous ne transigerons pas sur la sécurité des passages",
            "Un horaire, c'est une promesse",
        ),
        (
            "porte-parole du ministère valdorien de la Justice",
            "directrice adjointe du cabinet",
            "chef du centre de régulation",
            "délégué à la sécurité routière",
        ),
    ),
    "diplomatie": Domain(
        (*_TITLES, "Coopération : une feuille de route est adoptée", "Réception à {town}"),
        (
            *_FILLERS,
            "Un accord de reconnaissance des diplômes est à l'étude ; {n} étudiants pourraient en "
            "bénéficier.",
            "Les délégations se sont accordées sur un calendrier de travail. Le texte compte {n} "
            "mots et trois annexes.",
        ),
        (
            "Nos deux pays se connaissent mieux qu'ils ne le croient",
            "La porte reste ouverte à tous ceux qui partagent nos règles",
            "Nous parlons franchement, c'est le propre des voisins",
        ),
        (
            "ambassadeur de Sarmélie en Estrélie",
            "consule générale à Bruckwald",
            "conseiller culturel",
            "sous-directrice des affaires maritimes",
        ),
    ),
    "aide": Domain(
        (*_TITLES, "Collecte d'hiver : merci aux volontaires", "Un abri de plus à {town}"),
        (
            *_FILLERS,
            "Les bénévoles ont distribué {n} colis depuis le début de la saison. Les dons en "
            "nature sont reçus le samedi.",
            "Une formation aux premiers secours aura lieu à {town}. Elle est gratuite, et {n} "
            "personnes l'ont déjà suivie.",
        ),
        (
            "L'urgence ne dispense pas de préparer l'après",
            "Sans les bénévoles, rien de tout cela n'existerait",
            "Un toit, un repas, une écoute : c'est dans cet ordre",
        ),
        (
            "président de la Croix-Verte de Sarmélie",
            "responsable adjointe de la logistique",
            "trésorier",
            "capitaine des pompiers de Vertoux",
        ),
    ),
    "culture": Domain(
        (*_TITLES, "Une donation de soieries", "Nuit des ateliers à {town}"),
        (
            *_FILLERS,
            "L'exposition réunit {n} pièces, dont une chasuble jamais montrée. Le catalogue est en "
            "vente à la librairie.",
            "Les ateliers pour enfants reprennent le mercredi ; {n} écheveaux ont été teints à la "
            "garance.",
        ),
        (
            "Un métier à tisser est une machine à raconter",
            "Nous montrons les gestes autant que les étoffes",
            "Le public vient pour la soie et revient pour le chanvre",
        ),
        (
            "directrice du musée de la Laine de Vertoux",
            "conservateur adjoint",
            "restauratrice de textiles",
            "président de la Société des amis des arts",
        ),
    ),
    "entreprise": Domain(
        (*_TITLES, "Résultats du semestre", "Une nouvelle ligne d'assemblage à {town}"),
        (
            *_FILLERS,
            "La ligne d'assemblage produit {n} modules par semaine. Le carnet de commandes couvre "
            "quatorze mois.",
            "Le site de {town} obtient la certification attendue ; {n} heures de formation ont été "
            "dispensées.",
        ),
        (
            "Nous investissons quand d'autres attendent",
            "Le stockage est la moitié de l'énergie",
            "Nos clients nous jugent sur la durée",
        ),
        (
            "directrice financière de Tramontis",
            "président-directeur général de Batrexine",
            "directeur adjoint de l'usine",
            "déléguée syndicale",
        ),
    ),
    "sante": Domain(
        (*_TITLES, "Grippe boréale : les consignes de l'hiver", "Un plateau technique rénové"),
        (
            *_FILLERS,
            "Le service des urgences a pris en charge {n} passages au cours du trimestre, un "
            "nombre stable.",
            "Vingt lits supplémentaires seront ouverts à {town} ; {n} appels ont été traités par "
            "la ligne d'écoute.",
        ),
        (
            "Soigner, c'est d'abord prendre le temps",
            "Nous avons besoin de tous, et d'abord des infirmières",
            "La prévention ne fait pas de bruit, mais elle sauve",
        ),
        (
            "directeur adjoint de l'hôpital de Maurevert",
            "ministre du Travail de Valdorie",
            "cheffe du service de pneumologie",
            "directrice de la clinique des Peupliers",
        ),
    ),
    "armee": Domain(
        (*_TITLES, "Escale de la frégate Aurélie à {town}", "Cérémonie sur le quai d'honneur"),
        (
            *_FILLERS,
            "Les bâtiments ont parcouru {n} milles sans incident. Les équipages seront relevés à "
            "la fin du mois.",
            "L'entraînement au sauvetage s'est déroulé par mer formée ; {n} rations ont été "
            "embarquées à {town}.",
        ),
        (
            "La mer se partage, elle ne se divise pas",
            "Nos équipages savent pourquoi ils sont là",
            "La présence, c'est déjà un message",
        ),
        (
            "commandant de la base aérienne de Bruckwald",
            "commandant en second de la frégate Aurélie",
            "officier de presse",
            "commissaire en chef",
        ),
    ),
    "universite": Domain(
        (*_TITLES, "Une chaire consacrée aux deltas", "Remise des diplômes à {town}"),
        (
            *_FILLERS,
            "La bibliothèque restera ouverte le dimanche. Elle a prêté {n} ouvrages depuis la "
            "rentrée.",
            "Une résidence de {n} mètres carrés sortira de terre près du campus de {town}.",
        ),
        (
            "Une université se juge à ce que deviennent ses étudiants",
            "Nous refusons de choisir entre recherche et accueil",
            "Le campus appartient aussi à la ville",
        ),
        (
            "vice-président chargé de la recherche",
            "présidente de l'université d'Ostrelle",
            "doyen de la faculté de droit",
            "directrice adjointe des bibliothèques",
        ),
    ),
    "fondation": Domain(
        (
            *_TITLES,
            "Bourses d'apprentissage : l'appel est lancé",
            "Un atelier de sellerie soutenu à {town}",
            "Prix de la main : les lauréats",
            "Trois métiers, trois portraits",
        ),
        (
            *_FILLERS,
            "Une bourse de 12 000 euros est accordée à un atelier de reliure. Le jury avait reçu "
            "{n} dossiers.",
            "Les apprentis passeront deux semaines à {town}, chez un luthier puis chez un sellier. "
            "Leur voyage est pris en charge.",
            "Le concours est ouvert aux moins de trente ans ; il a réuni {n} candidats l'an passé.",
        ),
        (
            "Un geste se transmet, ou il disparaît",
            "Nous aidons ceux qui apprennent et ceux qui montrent",
            "La main pense aussi",
        ),
        (
            "président du jury",
            "maître d'apprentissage",
            "responsable adjointe des bourses",
            "directeur du lycée des métiers de Trescault",
        ),
    ),
}

WOMEN = (
    "Bérengère Élodie Ghislaine Iris Katell Noémie Perrine Quitterie Sabine Ursule Clémentine"
).split()
MEN = (
    "Aurélien Clotaire Damien Fabien Hervé Joachim Léonard Mathurin Octave Régis Thibault Valentin"
).split()
SURNAMES = (
    "Ardouvin Bellefeuil Cormoranche Daubricourt Estrevelle Fourmentel Gravelotin Houdremont "
    "Isembart Jolivarne Kerlouan Lamberceau Mortenol Navarrin Ostermont Pradelion Quillacq "
    "Rambervil Sauvignargues Taillefond Urbanel Valcourtin"
).split()

TENS = "vingt trente quarante cinquante soixante".split()
UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()


def in_words(number: int) -> str:
    """A number from 0 to 999,999 in French words: ``douze mille``."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        words = _below_thousand(thousands)
        if words.endswith(("cents", "vingts")):
            words = words[:-1]
        before = "mille" if thousands == 1 else f"{words} mille"
        return f"{before} {_below_thousand(rest)}" if rest else before
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < 100:
        return _below_hundred(number)
    hundreds, rest = divmod(number, 100)
    words = "cent" if hundreds == 1 else f"{UNITS[hundreds]} cent"
    if rest:
        return f"{words} {_below_hundred(rest)}"
    return words if hundreds == 1 else f"{words}s"


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{UNITS[number - 80]}"
    if number >= 60:
        tens, rest = "soixante", number - 60
    else:
        tens, rest = TENS[number // 10 - 2], number % 10
    if rest == 0:
        return tens
    return f"{tens} et {UNITS[rest]}" if rest in (1, 11) else f"{tens}-{UNITS[rest]}"


_VALUES = {word: value for value, word in enumerate(UNITS)} | {
    word: 20 + 10 * place for place, word in enumerate(TENS)
}


def value_of_words(words: str) -> int | None:
    """The number that French words say; None if one of them is no number."""
    total = group = 0
    tokens = words.lower().replace("-", " ").split()
    for token in tokens:
        if token == "et":
            continue
        if token in ("quatre", "vingt", "vingts") and token != "quatre" and group % 100 == 4:
            group += 76
        elif token in ("cent", "cents"):
            group = max(1, group) * 100
        elif token == "mille":
            total, group = total + max(1, group) * 1000, 0
        elif token in ("vingts", "une"):
            group += 20 if token == "vingts" else 1
        elif token in _VALUES:
            group += _VALUES[token]
        else:
            return None
    return total + group if tokens else None
