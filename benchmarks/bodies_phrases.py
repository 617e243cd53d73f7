"""The French wordings that ``bodies_archive`` makes releases from, and the numbers in words.

A wording is filled with ``str.format``. Names of its fields: ``name`` a whole name, ``mx`` "M." or
"Mme" with the surname, ``role`` an office, ``le`` its article, ``of`` of whom, ``e`` the ending of
a participle, ``il`` the pronoun, ``old`` the name of the one before, ``date`` a day, ``other`` and
``otherrole`` a person of no concern, ``quote`` a quoted sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from text_to_num import text2num

from benchmarks.bodies_facts import read_facts

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
    quotes: list[str]
    roles: list[str]


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

DOMAINS = {
    one["key"]: Domain(
        (*_TITLES, *one["titles"]), (*_FILLERS, *one["fillers"]), one["quotes"], one["roles"]
    )
    for one in read_facts("domains")
}
"""By their keys; those of ``facts/domains.jsonl`` beside what all have."""

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


def value_of_words(words: str) -> int | None:
    """The number that French words say; None if they are no number."""
    try:
        return int(text2num(words.lower(), "fr"))
    except ValueError:
        return None
