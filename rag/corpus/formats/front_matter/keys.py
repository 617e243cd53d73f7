"""The keys of front matter in several languages.

Keys are compared without capitals, accents, blanks and marks: ``publishDate``, ``publish_date`` and
``Publish-Date`` are the same key.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rag.lazy import regex

# Keys by field of ``Metadata``. If a file has several of them, the first in this order counts.
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": tuple(
        """title titre titel titulo titolo headline intitule uberschrift ueberschrift encabezado
        pagetitle posttitle articletitle dctitle""".split()
    ),
    "date": tuple(
        """date datum fecha pubdate publishdate publicationdate published publishedat publishedon
        publisheddate publishedtime articlepublishedtime datepublished dateofpublication
        pubdatetime publishat publishon publishtime datepublication datedepublication publiele
        dateparution datedeparution parule releasedate dateofrelease dateissued issued posted
        postedon postedat posteddate postdate veroffentlicht veroeffentlicht veroffentlichtam
        veroffentlichungsdatum veroeffentlichungsdatum erscheinungsdatum fechapublicacion
        fechadepublicacion publicado datapubblicazione datadipubblicazione pubblicato
        datapublicacao datadepublicacao publicatiedatum gepubliceerd dcdate dctermsissued data
        datetime created createdat createdon createdate datecreated creationdate datecreation
        datedecreation erstellt erstelltam creado""".split()
    ),
    "updated": tuple(
        """updated modified lastmod lastmodified lastmodifiedat lastupdated lastupdate updatedat
        updatedon updatedate updateddate datemodified dateupdated modificationdate modifieddate
        modifiedat modifiedon moddatetime articlemodifiedtime datemodification datedemodification
        miseajour miseajourle maj datemaj datemiseajour datedemiseajour modifiele geandert
        geandertam aktualisiert aktualisiertam actualizado fechaactualizacion aggiornato
        atualizado bijgewerkt lastupdatedate""".split()
    ),
    "embargo": ("embargo", "embargodate", "embargountil", "embargoeduntil", "embargojusquau"),
    "language": tuple(
        """language lang locale langue langcode languagecode sprache idioma lingua taal
        dclanguage""".split()
    ),
    "url": tuple(
        "url permalink canonical canonicalurl canonicallink originalurl sourceurl ogurl".split()
    ),
    "origin": ("origin",),
}
_ISO_639_2 = {
    "fra": "fr", "fre": "fr", "eng": "en", "deu": "de", "ger": "de", "spa": "es", "ita": "it",
    "nld": "nl", "dut": "nl", "por": "pt",
}  # fmt: skip

# Keys of the lead, which a site shows above a text.
_LEADS = frozenset(
    """chapeau chapo lead lede leadin leadparagraph intro introduction standfirst description
    descriptif excerpt extrait summary synopsis resume abstract subtitle subheading subhead
    subheadline soustitre accroche teaser tagline deck dek blurb preamble
    untertitel vorspann zusammenfassung einleitung einleitungstext beschreibung kurzbeschreibung
    kurztext teasertext anrisstext resumen entradilla bajada extracto descripcion subtitulo
    sottotitolo sommario descrizione occhiello riassunto resumo descricao lide
    ondertitel samenvatting inleiding beschrijving""".split()
)
# Words that may stand beside those in a key: "chapeau-text", "short_description".
_BESIDE = frozenset(
    """text texte txt content html md markdown short long court courte page post article body news
    paragraph paragraphe press release communique custom fr en de es it nl pt""".split()
)
# Words of a description for search engines. It is a lead only if there is no other one.
_FOR_MACHINES = frozenset("meta seo og opengraph twitter social dc card".split())
# The values below these keys do not describe the text.
_OTHERS = frozenset(
    """image images img photo photos picture pictures visuel cover thumbnail thumb logo icon banner
    author authors auteur auteurs autor autoren contact contacts file files fichier fichiers
    document documents attachment attachments video videos audio media gallery galerie event events
    evenement organization organisation organizer publisher location place lieu venue site product
    link links lien liens menu sidebar nav breadcrumbs footer tags categories series podcast
    newsletter button cta license licence schema""".split()
)
# Other keys for site generators, and those that nobody writes for readers.
_GENERATORS = frozenset(
    """slug layout template category categories tags tag status draft saveas aliases author authors
    keywords weight type link comments toc css copyright affiliation bibliography translation
    translationkey cover image gallery series hidetitle nocomments htmlheader latexinput
    headerincludes latexconfig xhtmlheader baseheaderlevel""".split()
)
_UNMISTAKABLE = frozenset(
    """slug layout template categories tags draft saveas aliases lang locale permalink lastmod
    translationkey hidetitle nocomments htmlheader latexinput headerincludes xhtmlheader
    baseheaderlevel""".split()
)
_CAMEL = regex(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=1024)
def words(key: str) -> tuple[str, ...]:
    """The words of a key, in small letters without accents."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", key.strip()[:80]))
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return tuple(re.findall(r"[^\W_]+", plain))


def compact(key: str) -> str:
    """A key in the form in which keys are compared."""
    return "".join(words(key))


def is_title(key: str) -> bool:
    """Whether a key states the title."""
    return compact(key) in FIELDS["title"]


def is_unmistakable(key: str) -> bool:
    """Whether a key is for a site generator, and cannot be a header line of a text."""
    return compact(key) in _UNMISTAKABLE


def is_known(key: str) -> bool:
    """Whether a key is a known key of front matter."""
    name = compact(key)
    return (
        name in _GENERATORS
        or name in _UNMISTAKABLE
        or any(name in names for names in FIELDS.values())
        or lead_rank((key,)) is not None
    )


def lead_rank(path: tuple[str, ...]) -> int | None:
    """0 if the value at a path of keys is a lead of the text; 1 if it is a description for search
    engines, which counts only if there is no other lead; None if it is neither."""
    *above, _last = path
    if any(not _OTHERS.isdisjoint(words(key)) for key in above):
        return None
    own = words(path[-1])
    for_machines = not _FOR_MACHINES.isdisjoint({word for key in path for word in words(key)})
    left = [word for word in own if word not in _FOR_MACHINES]
    for kept in (left, [word for word in left if word not in _BESIDE]):
        if "".join(kept) in _LEADS:
            return 1 if for_machines else 0
    return None


def language_code(value: str) -> str:
    """``fr`` for ``fr``, ``fr-CA``, ``fr_FR.UTF-8`` and ``fra``; any other value unchanged."""
    code = re.split(r"[-_.]", value.strip().casefold())[0]
    return _ISO_639_2.get(code, code) if re.fullmatch(r"[a-z]{2,3}", code) else value
