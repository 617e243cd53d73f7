"""Web pages: their main text, its kinds and places, what they state, and pages that are broken."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from rag import messages
from rag.corpus import formats
from rag.corpus.formats import Document
from rag.corpus.formats.html import read
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release
from rag.errors import UnreadableFileError
from rag.types import Release
from tests import html_pages as pages
from tests.html_pages import P1, P2, P3

HEADLINE = "Une station de pompage pour la rive droite"


def read_text(markup: str, encoding: str = "utf-8") -> Document:
    return read(markup.encode(encoding))


def article(inside: str, head: str = "", *, language: str = "fr") -> Document:
    """A page whose main text is a headline, what is given, and two paragraphs."""
    return read_text(
        f"<html lang={language}><head>{head}</head><body><article><h1>{HEADLINE}</h1>{inside}"
        f"<p>{P1}</p><p>{P2}</p></article></body></html>"
    )


def release(document: Document) -> Release:
    return parse_release(document, SourceFile(Path("a.html"), "a.html", "a", Metadata()))


def parts(document: Document) -> list[tuple[str, str]]:
    assert document.blocks is not None
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document, kind: str) -> list[str]:
    return [text for own, text in parts(document) if own == kind]


def check(document: Document) -> None:
    """What holds of every page: the parts are ordered, disjoint and inside the text, and nothing
    but blanks stands between them."""
    assert document.blocks
    at = 0
    for block, place in zip(document.blocks, document.places, strict=True):
        assert (block.start, block.end) == (place.start, place.end)
        assert at <= block.start < block.end <= len(document.text)
        assert not document.text[at : block.start].strip()
        assert document.text[block.start : block.end].strip()
        assert place.element is not None
        assert place.element.startswith("/html")
        at = block.end
    assert at == len(document.text)


# -- pages as programs make them ----------------------------------------------------------------


def test_a_page_of_a_blog_engine() -> None:
    document = read_text(pages.WORDPRESS)
    check(document)
    assert parts(document) == [
        ("title", HEADLINE),
        ("header", "il y a 3 ans par Claire Martin"),
        ("paragraph", P1),
        ("caption", "La station vue du fleuve."),
        ("paragraph", P2),
        ("heading", "Les chiffres"),
        ("item", "• 18 mois de travaux\u00a0;"),
        ("item", "• 9\u00a0000 foyers\u00a0;"),
        ("item", "• dont 800 en zone rurale."),
        ("item", "3. Pomper"),
        ("item", "4. Filtrer"),
        ("columns", "Commune\tSomme"),
        ("row", "Pohéran\t128\u00a0732\u00a0$"),
        ("row", "Rivière-Verte\t103\u00a0376\u00a0$"),
        ("paragraph", P3),
        ("about", "À propos de la régie"),
        ("about", "La régie des eaux de Portville dessert douze communes du littoral et emploie "
         "deux cent dix personnes."),
        ("boilerplate", "Contact presse"),
        ("boilerplate", "Claire Martin\npresse@example.org\n01 23 45 67 89"),
    ]  # fmt: skip
    found = release(document)
    assert (found.title, found.language) == (HEADLINE, "fr")
    assert found.url == "https://eaux-portville.example/2021/05/station/"
    assert found.origin == "eaux-portville.example"
    assert found.published.value == "2021-05-04"
    assert found.published.stated_by == "file"
    assert found.published.words == "2021-05-04T08:30:00+00:00"
    assert found.updated.value == "2021-06-01"


def test_lines_of_a_list_and_a_table_stand_below_each_other_and_the_rest_apart() -> None:
    text = read_text(pages.WORDPRESS).text
    assert "Les chiffres\n\n• 18 mois de travaux\u00a0;\n• 9\u00a0000 foyers" in text
    assert "rurale.\n\n3. Pomper\n4. Filtrer\n\nCommune\tSomme\nPohéran\t" in text


def test_a_page_of_a_content_system_with_the_label_as_its_first_heading() -> None:
    document = read_text(pages.DRUPAL)
    check(document)
    assert parts(document)[:3] == [
        ("header", "Communiqué de presse"),
        ("header", "Publié le 4 mai 2021"),
        ("title", HEADLINE),
    ]
    assert texts(document, "item") == ["• un numéro vert\u00a0;", "• une carte des travaux."]
    assert parts(document)[-1] == ("paragraph", P3)
    found = release(document)
    assert (found.title, found.published.value) == (HEADLINE, "2021-05-04")
    assert found.published.stated_by == "header"
    assert found.updated.value == "2023-11-02"


def test_a_page_saved_by_a_word_processor() -> None:
    document = read_text(pages.WORD, "cp1252")
    check(document)
    assert document.encoding == "cp1252"
    assert parts(document) == [
        ("header", "Portville, le 4\u00a0mai 2021"),
        ("title", "Une station de pompage\npour la rive droite"),
        ("paragraph", P1),
        ("item", "• dix-huit mois de travaux"),
        ("item", "• neuf mille foyers."),
        ("paragraph", P2),
        ("columns", "Commune\tTarif"),
        ("row", "Corvin\t2,80\u00a0€"),
        ("boilerplate", "Contacts presse"),
        ("boilerplate", "Claire Martin – presse@example.org"),
    ]
    found = release(document)
    assert (found.title, found.published.value, found.language) == (HEADLINE, "2021-05-04", "fr")


def test_a_page_exported_by_another_one() -> None:
    document = read_text(pages.LIBREOFFICE)
    check(document)
    assert [kind for kind, _ in parts(document)] == [
        "header", "title", "paragraph", "item", "item", "paragraph",
    ]  # fmt: skip
    assert texts(document, "item") == ["1. premier point,", "2. second point."]
    found = release(document)
    assert (found.title, found.published.value, found.language) == (HEADLINE, "2021-05-04", "fr")
    assert found.updated.value is None


def test_a_page_of_the_nineties_laid_out_by_tables() -> None:
    document = read_text(pages.NINETIES)
    check(document)
    assert parts(document)[:5] == [
        ("title", HEADLINE),
        ("header", "Portville, le 4 mai 1999"),
        ("paragraph", P1),
        ("paragraph", P2),
        ("paragraph", P3),
    ]
    assert texts(document, "row") == ["Année\tFoyers", "1998\t0", "1999\t9000"]
    assert "Plan du site" not in document.text
    assert release(document).published.value == "1999-05-04"


def test_a_source_in_website_meta_language() -> None:
    document = read_text(pages.WML)
    check(document)
    assert parts(document)[0] == ("title", "Sortie de la version 7.3 “Grand large”")
    assert texts(document, "columns") == ["Paquet\tRaison"]
    assert texts(document, "row") == ["apt\tMise à jour pour 7.3", "base-files\tNouvelle version"]
    assert parts(document)[-1][1] == "Voir la documentation complète du projet."
    assert "traducteur" not in document.text
    assert "print" not in document.text
    found = release(document)
    assert (found.published.value, found.published.words) == ("2013-12-14", "2013-12-14")


def test_a_source_with_the_marks_of_a_template() -> None:
    document = read_text(
        "{% extends 'base.html' %}{% block title %}Dossier de presse{% endblock %}\n"
        f"{{% block body %}}<h1>{HEADLINE}</h1>{{# rien #}}<p>{P1} {{{{ page.x }}}}</p>"
        "<?php echo '<p>non</p>'; ?><p>Fin du texte.</p>{% endblock %}"
    )
    assert parts(document) == [
        ("title", HEADLINE), ("paragraph", P1), ("paragraph", "Fin du texte."),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [".html", ".HTM", ".xhtml", ".wml"])
def test_pages_are_found_by_their_endings(name: str) -> None:
    assert formats.format_of(f"a{name}").read is read


# -- text as it is shown ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>un\n  deux\t trois</p>", ["un deux trois"]),
        ("<p>10&nbsp;000&nbsp;€ l&shy;a&#8203; vie</p>", ["10\u00a0000\u00a0€ la vie"]),
        ("<p>un<br>deux<br><br>trois</p>", ["un\ndeux", "trois"]),
        ("<p>com<b>mu</b>niqué<wbr>s</p>", ["communiqués"]),
        ("<div>un<div>deux</div>trois</div>", ["un", "deux", "trois"]),
        ("<p>un<p>deux", ["un", "deux"]),
        ("<x-box>un</x-box><x-box>deux</x-box>", ["un", "deux"]),
        ("<p><span style='display:block'>un</span><span style='display:block'>deux</span></p>",
         ["un", "deux"]),
        ("<p>H<sub>2</sub>O, 5 m<sup>2</sup>, 1<sup>er</sup> mai</p>", ["H2O, 5 m2, 1er mai"]),
        ("<p>un mot<sup><a href='#n1'>12</a></sup>.</p>", ["un mot."]),
        ("<p><a href=a>un</a><a href=b>deux</a> suivent.</p>", ["un deux suivent."]),
        ("<p>nommée <q>Etch</q></p>", ["nommée “Etch”"]),
        ("<p>caf&eacute; &#133; &amp; &lt;b&gt;</p>", ["café … & <b>"]),
        ("<pre>un  deux\n  trois\n\nquatre</pre>", ["un  deux\n  trois", "quatre"]),
        ("<p>a<!-- commentaire -->b</p>", ["ab"]),
        ("<blockquote><p>un</p><p>deux</p></blockquote>", ["un", "deux"]),
        ("<p>&nbsp;</p><p> \n </p><p>un</p>", ["un"]),
        ("<p>vu\uf0a7\ue001 ici</p>", ["vu▪ ici"]),
    ],
)  # fmt: skip
def test_text_is_what_a_browser_shows(markup: str, shown: list[str]) -> None:
    document = read_text(f"<body>{markup}</body>")
    check(document)
    assert [text for _, text in parts(document)] == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<ul><li>un<li>deux</ul>", ["• un", "• deux"]),
        ("<ol type=a><li>un<li value=4>deux</ol>", ["a. un", "d. deux"]),
        ("<ol type=I reversed><li>un<li>deux</ol>", ["II. un", "I. deux"]),
        ("<ul><li>- un</li><li>• deux</li></ul>", ["- un", "• deux"]),
        ("<ul><li><p>un</p><p>suite</p></li></ul>", ["• un", "suite"]),
        ("<p>· un</p><p>▪ deux</p>", ["• un", "• deux"]),
    ],
)
def test_items_stand_behind_their_bullet_or_number(markup: str, shown: list[str]) -> None:
    assert texts(article(markup), "item") == shown


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", ["columns A\tB", "row 1\t2"]),
        ("<tr><td>A<td>B<tr><td>1<td>2", ["row A\tB", "row 1\t2"]),
        ("<tr><td><b>A</b><td><b>B</b><tr><td>1<td>2", ["columns A\tB", "row 1\t2"]),
        ("<tr><th>A<td>1<tr><th>B<td>2", ["row A\t1", "row B\t2"]),
        ("<tr><th colspan=2>A<th>B<tr><td>1<td><td>3", ["columns A\t\tB", "row 1\t\t3"]),
        ("<tr><th>A<th>B<tr><td>1<br>x<td><p>2</p><p>y</p>", ["columns A\tB", "row 1 x\t2 y"]),
        ("<caption>Sommes</caption><tr><th>A<th>B<tr><td>1<td>2<tr><td><td>",
         ["caption Sommes", "columns A\tB", "row 1\t2"]),
        ("<tr><td>un seul</td></tr>", ["paragraph un seul"]),
        (f"<tr><td>un<td><h2>deux</h2><p>{P3}</p>", ["paragraph un", "heading deux",
         f"paragraph {P3}"]),
    ],
)  # fmt: skip
def test_a_table_of_data_is_rows_and_one_for_layout_is_not(rows: str, lines: list[str]) -> None:
    document = article(f"<p>Voici le détail :</p><table>{rows}</table>")
    kinds = [f"{kind} {text}" for kind, text in parts(document)]
    assert kinds[2:-2] == lines


def test_a_place_is_the_path_of_an_element() -> None:
    document = read_text(pages.WORDPRESS)
    root = etree.fromstring(pages.WORDPRESS, etree.HTMLParser())
    for place in document.places:
        (element,) = root.xpath(place.element)
        own = document.text[place.start : place.end].lstrip("•34.").split()
        shown = "".join(element.itertext()).split()
        assert shown[0].startswith(own[0])


# -- what is not main text ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='visually-hidden'>Parasite</p>",
        "<div style='display: none'>Parasite</div>",
        "<p hidden>Parasite</p>",
        "<p aria-hidden=true>Parasite</p>",
        "<div class=breadcrumb>Accueil &gt; Parasite</div>",
        "<div class='share-buttons'>Parasite</div>",
        "<div id=cookie-banner>Parasite</div>",
        "<ul class=tags><li>Parasite</ul>",
        "<div role=navigation>Parasite</div>",
        "<p>Lire aussi : <a href=x>Parasite</a></p>",
        "<p>Lire aussi : Parasite débloque quatre millions</p>",
        "<p><strong>À lire également</strong></p><ul><li><a href=x>Parasite</a></li></ul>",
        "<ul><li><a href=x>Parasite un</a></li><li><a href=y>Parasite deux</a></li></ul>",
        "<p><a href=x>Parasite</a> | <a href=y>Parasite deux</a></p>",
        f"<div><h3>Articles similaires</h3><div><p>Parasite. {P3}</p></div></div>",
        f"<div><h3><a href=x>Parasite</a></h3><p>Parasite. {P3}</p></div>",
        "<form><label>Parasite</label><input></form>",
        "<button>Parasite</button><select><option>Parasite</select>",
        "<noscript>Parasite</noscript><template>Parasite</template><svg><text>Parasite</svg>",
        "<aside><p>Parasite</p></aside>",
        "<footer>Parasite</footer>",
    ],
)
def test_what_is_not_main_text_is_left_out(markup: str) -> None:
    document = read_text(
        f"<body><article><h1>{HEADLINE}</h1><p>{P1}</p><p>{P2}</p>{markup}<p>{P3}</p></article>"
    )
    check(document)
    assert "Parasite" not in document.text
    assert texts(document, "paragraph") == [P1, P2, P3]


def test_names_that_say_what_is_not_there_leave_the_text_in() -> None:
    document = read_text(
        f"<body><h1>{HEADLINE}</h1><div class='has-sidebar hide-comments no-nav'><p>{P1}</p>"
        f"<p>{P2}</p></div></body>"
    )
    assert texts(document, "paragraph") == [P1, P2]


def test_the_form_around_a_whole_page_is_not_a_form() -> None:
    document = read_text(f"<body><form><h1>{HEADLINE}</h1><p>{P1}</p><p>{P2}</p></form>")
    assert texts(document, "paragraph") == [P1, P2]


def test_a_notice_of_cookies_may_be_longer_than_the_text() -> None:
    notice = "Nous utilisons des cookies afin de mesurer l’audience de ce site. " * 30
    document = read_text(
        f"<body><div><h1>{HEADLINE}</h1><p>{P1}</p></div><div id=acceptCookies><p>{notice}</p>"
    )
    assert texts(document, "paragraph") == [P1]


def test_links_that_a_text_announces_stay() -> None:
    document = article("<p>Les lauréats sont :</p><ul><li><a href=x>Anne</a><li>Luc</ul>")
    assert texts(document, "item") == ["• Anne", "• Luc"]


def test_a_headline_above_the_main_box_belongs_to_the_text() -> None:
    document = read_text(
        f"<body><div class=hero><h1>{HEADLINE}</h1><p>4 mai 2021</p></div><main><p>{P1}</p>"
        f"<p>{P2}</p></main></body>"
    )
    assert parts(document)[:2] == [("title", HEADLINE), ("header", "4 mai 2021")]


def test_contacts_of_the_release_in_a_box_beside_it_are_kept() -> None:
    document = read_text(
        f"<body><main><article><h1>{HEADLINE}</h1><p>{P1}</p><p>{P2}</p><aside>"
        "<h2>Contact presse</h2><p>Anne Morel, 01 23 45 67 89</p></aside></article></main>"
    )
    assert texts(document, "boilerplate") == ["Contact presse", "Anne Morel, 01 23 45 67 89"]


# -- title --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Autre | Site</title>", "<h1>La régie ouvre</h1>", "La régie ouvre"),
        ("<title>La régie ouvre | Site</title>", "", "La régie ouvre"),
        ("<title>La régie ouvre - Ville de Portville</title>", "", "La régie ouvre"),
        ("<title>La régie ouvre « Ville de Portville</title>", "", "La régie ouvre"),
        ("<title>Ville - La régie ouvre</title><meta property=og:site_name content=Ville>", "",
         "La régie ouvre"),
        ("<meta property=og:title content='La régie ouvre'><title>Site</title>", "",
         "La régie ouvre"),
        ("<title>La régie ouvre | Site</title>", "<h1>Actualités</h1><h2>La régie ouvre</h2>",
         "La régie ouvre"),
        ("<title>Site</title>", "<h1>Communiqué de presse</h1><h2>La régie ouvre une station</h2>",
         "La régie ouvre une station"),
        ("", "<h1>Conseil du 4 mai 2021</h1>", "Conseil du 4 mai 2021"),
        ("", "<h1><time datetime=2021-05-04>4 mai 2021</time> La régie ouvre</h1>",
         "La régie ouvre"),
        ("", "<h1>La régie<br>ouvre</h1>", "La régie ouvre"),
        ("<title>sans titre</title>", "", ""),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_without_the_name_of_the_site(
    head: str, body: str, title: str
) -> None:
    document = read_text(f"<html><head>{head}</head><body>{body}<p>{P1}</p><p>{P2}</p></body>")
    assert (document.metadata.title or "") == title
    if texts(document, "title"):
        span = document.spans["title"]
        assert " ".join(document.text[span.start : span.end].split()) == title


def test_a_long_subtitle_belongs_to_the_text() -> None:
    subtitle = "Neuf mille foyers seront alimentés dès l’automne par la nouvelle usine de la régie"
    assert texts(article(f"<h2>{subtitle}</h2>"), "paragraph")[0] == subtitle


# -- dates --------------------------------------------------------------------------------------


def ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (ld({"@type": "NewsArticle", "datePublished": "2021-05-04T23:30:00Z"}), "", "2021-05-04"),
        (ld([{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2021-05-04"}]), "",
         "2021-05-04"),
        (ld({"@type": "ItemList", "itemListElement": [
            {"@type": "NewsArticle", "datePublished": "2019-01-01"}]}), "", None),
        ("<script type=application/ld+json>{\"datePublished\": \"2021-05-04\", oops</script>", "",
         "2021-05-04"),
        ("<meta property=article:published_time content=2021-05-04T08:00:00+02:00>", "",
         "2021-05-04"),
        ("<meta name=DC.date.issued content=2021-05-04>", "", "2021-05-04"),
        ("<meta name=dcterms:issued content='2021-05'>", "", "2021-05"),
        ("<meta name=date content='4 mai 2021'>", "", "2021-05-04"),
        ("<meta name=pubdate content=20210504>", "", "2021-05-04"),
        ("<meta name=date content='Tue, 04 May 2021 08:00:00 +0200'>", "", "2021-05-04"),
        ("<meta name=date content='2021-99-04'><meta name=pubdate content=2021-05-04>", "",
         "2021-05-04"),
        ("<meta name=date content='demain'>", "", None),
        ("<meta name=date content='1970-01-01'>", "", None),
        ("<meta property=article:modified_time content=2021-05-04>", "", None),
        ("", "<p><time datetime=2021-05-04>mardi</time></p>", "2021-05-04"),
        ("", "<span itemprop=datePublished content=2021-05-04></span>", "2021-05-04"),
        ("", "<span property='dc:date dc:created' content='2021-05-04T00:00:00+02:00'></span>",
         "2021-05-04"),
        # What the reader is shown counts more than what is stated unseen.
        (ld({"@type": "Article", "datePublished": "2023-01-01"}), "<p>Publié le 4 mai 2021</p>",
         "2021-05-04"),
    ],
)  # fmt: skip
def test_the_date_that_a_page_states(head: str, body: str, date: str | None) -> None:
    assert release(article(body, head)).published.value == date


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 4 mai 2021 - Mis à jour le 5 mai 2021",
        "Mis à jour le 5 mai 2021, publié le 4 mai 2021",
    ],
)
def test_a_line_that_states_a_change_too_states_the_date(line: str) -> None:
    found = release(article(f"<p>{line}</p>"))
    assert (found.published.value, found.published.stated_by) == ("2021-05-04", "header")


def test_the_words_that_state_a_date_are_kept() -> None:
    document = article("", "<meta name=date content='2021-05-04T08:00:00'>")
    assert document.words == {"date": "2021-05-04T08:00:00"}
    document = article("", ld({"@type": "Article", "dateModified": "2021-05-04"}))
    assert document.metadata.updated is None  # no article without a headline or a date
    document = article("", "<meta property=og:updated_time content=2021-05-05>")
    assert (document.metadata.updated or 0) != 0
    assert document.words == {"updated": "2021-05-05"}


# -- address and language -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href=https://a.example/x>", "https://a.example/x"),
        ("<meta property=og:url content=https://a.example/x>", "https://a.example/x"),
        ("<link rel=canonical href=https://a.example/><meta property=og:url "
         "content=https://a.example/x>", "https://a.example/x"),
        ("<link rel=canonical href=/x>", None),
        ("<link rel=canonical href='javascript:alert(1)'>", None),
        ("<link rel=canonical href='http://[x'>", None),
        ("<!-- saved from url=(0021)https://a.example/x -->", "https://a.example/x"),
    ],
)  # fmt: skip
def test_the_address_of_a_page(head: str, url: str | None) -> None:
    assert article("", head).metadata.url == url


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR_fr", "fr"),
        ("fra", "fr"),
        ("x-default", None),
        ("en", None),
    ],
)
def test_the_language_that_a_page_declares_unless_its_text_is_in_another(
    language: str, code: str | None
) -> None:
    assert article(f"<p>{P3} {P3}</p>", language=language).metadata.language == code


# -- encodings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("", "cp1252"),
        ("windows-1252", "cp1252"), ("utf-16", "utf-16"), ("", "utf-8-sig"), ("none-such", "utf-8"),
        ("x-user-defined", "cp1252"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_encoding_whatever_it_declares(declared: str, real: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    document = read_text(f"<html><head>{meta}</head><body><p>{P1}</p><p>{P2}</p></body>", real)
    assert texts(document, "paragraph") == [P1, P2]


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("windows-1251", "Премиер-министърът откри новата помпена станция на десния бряг."),
        ("iso-8859-2", "Czwartek był dniem łąk; źdźbła żółkną, a ślimaki śpią w cieniu."),
        ("shift_jis", "新しいポンプ場が火曜日に右岸で開所した。九千世帯に水を供給する。"),
        ("euc-kr", "새로운 펌프장이 화요일 강 오른쪽 기슭에서 문을 열었다."),
        ("gb2312", "新的泵站星期二在河的右岸启用，将为九千户家庭供水。"),
        ("iso-2022-jp", "新しいポンプ場が火曜日に右岸で開所した。"),
    ],
)
def test_an_encoding_that_only_the_page_can_tell(declared: str, text: str) -> None:
    head = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'>"
    assert read_text(f"{head}</head><body><p>{text}</p></body></html>", declared).text == text


# -- pages that are broken ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.empty"),
        (b" \n\t", "file.empty"),
        (b"<html><head><title>App</title></head><body><div id=root></div><script>var a = 'texte';"
         b"</script></body></html>", "file.no_text"),
        (b"<html></html>", "file.no_text"),
        (b"<!-- rien -->", "file.no_text"),
        (b"<body><p>&nbsp;</p><hr></body>", "file.no_text"),
        (b"<frameset><frame src=a><frame src=b></frameset>", "file.no_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "file.binary"),
        (b"PK\x03\x04" + bytes(2000), "file.binary"),
        (b"<p>Il a annonc" + b"\xe9" + " l’été, été après été.</p>".encode(),
         "file.damaged_utf8"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_page_is_refused_by_name(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data)
    assert caught.value.key == key
    for language in messages.LANGUAGES:
        with messages.use(language):
            assert str(caught.value)


def test_damage_outside_the_main_text_costs_nothing() -> None:
    page = f"<body><article><h1>{HEADLINE}</h1><p>{P1}</p><p>{P2}</p></article><script>//".encode()
    page += "é".encode() * 9
    document = read(page + b"\xe9\xe8</script></body>")
    assert texts(document, "paragraph") == [P1, P2]


@pytest.mark.parametrize("left", [0.3, 0.5, 0.9, 0.999])
def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes(left: float) -> None:
    page = f"<html><body><h1>{HEADLINE}</h1>" + f"<p>{P1}</p>" + f"<p>{P2} é</p>" * 20
    document = read(page.encode()[: int(len(page.encode()) * left)])
    check(document)
    assert P1 in document.text


def test_text_is_not_lost_where_elements_nest_too_deep() -> None:
    unclosed = "".join(f"<p><font size=2><b>Paragraphe numéro {n}." for n in range(600))
    text = read_text(f"<body>{unclosed}</body>").text
    assert "Paragraphe numéro 599." in text
    boxes = read_text("<body>" + "<div>" * 5000 + f"<p>{P1}</p>").text
    assert boxes == P1


def test_entities_are_not_expanded() -> None:
    bomb = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    document = read_text(
        f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a0 'x'>{bomb}<!ENTITY f SYSTEM "
        f"'file:///etc/passwd'>]><html xmlns='http://www.w3.org/1999/xhtml'><body><p>&a11; &f; {P1}"
        "</p></body></html>"
    )
    assert len(document.text) < 1000
    assert "root:" not in document.text


def test_elements_closed_as_in_xml_do_not_swallow_the_text() -> None:
    document = read_text(
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
        f"<script src='a.js'/><title/></head><body><a id='x'/><p>{P1}</p></body></html>"
    )
    assert document.text == P1


def test_text_without_any_tag_keeps_its_paragraphs() -> None:
    document = read_text(f"{P1}\n\n{P2}")
    assert texts(document, "paragraph") == [P1, P2]


@pytest.mark.parametrize(
    "markup",
    [
        "<?php " * 20000, "<% " * 20000, "{% a " * 20000, "<define-tag a>" * 5000, "<" * 50000,
        "<ul><li>x" * 5000, "<table><tr><td>" * 3000, "<!--" * 20000,
        "<script type=application/ld+json>" + "[" * 50000 + "</script>",
        "<div class='menu comments sidebar'>a" * 5000, "<h1>Titre assez long</h1>" * 3000,
        "<define-tag a>%0%0%0<a x><a x></define-tag>" + "<a b>" * 2000,
    ],
)  # fmt: skip
def test_what_repeats_without_end_is_read_or_refused_soon(markup: str) -> None:
    with suppress(UnreadableFileError):
        check(read_text(f"{markup}<p>{P1}</p>"))


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src='data:image/png;base64,{'A' * 11_000_000}'>",
        f"<script>{'a=1;' * 2_800_000}</script>",
        f"<style>{'a{b:c}' * 2_000_000}</style>",
        f"<!-- {'a ' * 5_500_000} -->",
    ],
    ids=["picture", "script", "style", "comment"],
)
def test_what_a_page_holds_beside_its_text_may_be_large(markup: str) -> None:
    assert texts(read_text(f"<p>{P1}</p>{markup}<p>{P2}</p>"), "paragraph") == [P1, P2]


_WHOLE = [
    page.encode() for page in (pages.WORDPRESS, pages.DRUPAL, pages.WORD, pages.NINETIES, pages.WML)
]
_TAGS = st.sampled_from(
    "p div b a ul ol li table tr td th h1 h2 h6 pre br time figcaption article main nav dl dt dd "
    "script style title form sup q section aside footer header svg x-y o:p".split()
)
_PIECES = st.one_of(
    _TAGS.map(lambda tag: f"<{tag}>"),
    _TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from([P1, "4 mai 2021", "Lire aussi", "À propos de nous", "Contact presse", "&nbsp;",
                     "<a href=x>", "<td colspan=9>", "<p hidden>", "<div class=sidebar>", "\x00"]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_PIECES, max_size=40))
def test_any_markup_is_a_document_or_refused(pieces: list[str]) -> None:
    with suppress(UnreadableFileError):
        check(read("".join(pieces).encode("utf-8", "surrogatepass")))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(_WHOLE), st.data())
def test_a_damaged_page_is_a_document_or_refused(page: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(page)))
        cut = data.draw(st.integers(0, 60))
        page = page[:at] + data.draw(st.binary(max_size=6)) + page[at + cut :]
    with suppress(UnreadableFileError):
        check(read(page))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    with suppress(UnreadableFileError):
        check(read(data))


# -- boxes, short pages, other scripts ------------------------------------------------------------

BOX = "La station pompe 900 mètres cubes par heure et occupe deux personnes à plein temps."


def test_a_box_beside_the_text_that_tells_more_is_read() -> None:
    assert BOX in texts(article(f"<aside><h3>Repères</h3><p>{BOX}</p></aside>"), "paragraph")


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{P1}</p>",
        f"<h3>À lire aussi</h3><p>{BOX}</p>",
        f'<p>{BOX} <a href="/autre">La suite</a></p>',
        "<p>Lisez-nous</p>",
    ],
)
def test_a_box_that_repeats_the_text_or_leads_elsewhere_is_left_out(box: str) -> None:
    document = article(f"<aside>{box}</aside>")
    assert texts(document, "paragraph") == [P1, P2]


def test_a_short_text_in_main_is_chosen_beside_a_long_notice() -> None:
    notice = "En poursuivant votre visite, vous acceptez que des traceurs soient déposés chez vous."
    text = "Le pont des Lices rouvre samedi 4 mai aux voitures et aux piétons."
    page = f"<body><div><p>{notice}</p></div><main><h1>Le pont rouvre</h1><p>{text}</p></main>"
    assert texts(read_text(f"<html lang=fr>{page}</body></html>"), "paragraph") == [text]


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("fr", "4 mars 2019 <span>3 min de lecture</span>", "2019-03-04"),
        ("en", "Mar 4, 2019 <span>2 min read</span>", "2019-03-04"),
        ("de", "4. März 2019 <span>Lesezeit: 3 Minuten</span>", "2019-03-04"),
    ],
)
def test_how_long_a_page_takes_to_read_is_no_text(language: str, line: str, value: str) -> None:
    found = release(article(f"<div>{line}</div>", language=language))
    assert found.published.value == value
    assert [block.kind for block in found.blocks][:2] == ["title", "header"]


@pytest.mark.parametrize(
    "sentence", ["市役所は本日、新しい図書館を開館しました。", "市政府今天开放了新的图书馆。"]
)
def test_a_short_sentence_below_a_date_is_no_name_of_an_author(sentence: str) -> None:
    page = f"<body><h1>新しい図書館</h1><p>2012年4月20日</p><p>{sentence}</p></body>"
    document = read_text(f"<html lang=ja>{page}</html>")
    assert parts(document)[1:] == [("header", "2012年4月20日"), ("paragraph", sentence)]


def test_a_title_and_a_date_in_one_paragraph_are_told_apart() -> None:
    first = f"<p><big>{HEADLINE}</big><br><i>Lunas, le 6 mai 2008</i></p>"
    page = f"<head><title>Actualités</title></head><body>{first}<p>{P1}</p><p>{P2}</p></body>"
    found = release(read_text(f"<html>{page}</html>"))
    assert (found.title, found.published.value) == (HEADLINE, "2008-05-06")
