"""Documents of word processors (DOCX, ODT, RTF): their text as it is printed, its parts, what they
state, and which files are refused with which reason. ``tests/data/office/README.md`` tells where
the files come from."""

from __future__ import annotations

import json
import random
import tracemalloc
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag import cli, messages
from rag.corpus import formats
from rag.corpus.formats import Document
from rag.corpus.formats.docx import read as read_docx
from rag.corpus.formats.odt import read as read_odt
from rag.corpus.formats.rtf import read as read_rtf
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.types import Release
from tests.conftest import WordEncoder, paragraph, write
from tests.office_files import docx, odt, p, packed, rtf, run

DATA = Path(__file__).parent / "data" / "office"
FILES = sorted(path.name for path in DATA.iterdir() if path.is_file() and path.suffix != ".md")
GRECE = ["grece.docx", "grece.odt", "grece.rtf"]
GALILEO = ["galileo.docx", "galileo.odt", "galileo.rtf"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document(name: str) -> Document:
    return formats.format_of(name).read((DATA / name).read_bytes())


def release(corpus: Path, data: bytes, name: str) -> Release:
    (corpus / name).write_bytes(data)
    (file,) = list_corpus(corpus).files
    return read_release(file)


def parts(document: Document, *kinds: str) -> list[str]:
    assert document.blocks is not None
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


def lines(data: bytes) -> list[str]:
    read = {b"PK": read_docx, b"{\\": read_rtf}[data[:2]]
    return parts(read(data), "paragraph", "item", "row", "columns", "heading", "title", "header")


def odt_lines(text: str, **parts_: str) -> list[str]:
    return odt_parts(read_odt(odt(text, **parts_)))


def odt_parts(document: Document) -> list[str]:
    assert document.blocks is not None
    return [document.text[b.start : b.end] for b in document.blocks]


def check_order(document: Document) -> None:
    """Blocks are in order and cover the text but the line ends between them; places as well."""
    assert document.blocks is not None
    position = 0
    for block in document.blocks:
        assert document.text[position : block.start] in ("", "\n", "\n\n")
        assert block.start < block.end
        position = block.end
    assert position == len(document.text)
    assert [(one.start, one.end) for one in document.places] == [
        (one.start, one.end) for one in document.blocks
    ]


# -- real files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GRECE)
def test_title_date_and_language_are_those_of_the_text(corpus: Path, name: str) -> None:
    found = release(corpus, (DATA / name).read_bytes(), name)
    assert found.title == "Grèce : le nouveau gouvernement de coalition formé"
    assert (found.published.value, found.published.doubtful) == ("2012-06-21", False)
    assert found.language == "fr"
    span = found.published.span
    assert span is not None
    assert found.body[span.start : span.end] == "le 21 juin 2012"


@pytest.mark.parametrize("name", GRECE)
def test_a_letterhead_is_no_table_and_contacts_are_no_text(corpus: Path, name: str) -> None:
    found = release(corpus, (DATA / name).read_bytes(), name)
    kinds = {found.body[b.start : b.end].split("\n")[0]: b.kind for b in found.blocks}
    assert kinds["COMMUNIQUÉ DE PRESSE"] == kinds["Wikinews"] == "header"
    assert kinds["Contact presse"] == "boilerplate"


@pytest.mark.parametrize("name", GRECE)
def test_rows_items_headings_and_paragraphs_are_those_of_the_source(name: str) -> None:
    found = document(name)
    assert parts(found, "columns") == ["Ministère\tTitulaire"]
    assert parts(found, "row") == [
        "Finances\tVassilis Rapanos",
        "Affaires étrangères\tDimitris Avramopoulos",
        "Défense\tPanos Panayiotopoulos",
        "Marine marchande\tKostas Mousouroulis",
    ]
    assert parts(found, "item") == [
        "• la Nouvelle Démocratie ;", "• le PASOK ;", "• la Gauche démocratique.",
    ]  # fmt: skip
    assert parts(found, "heading") == ["Les ministères", "Les objectifs"]
    lead = parts(found, "paragraph")[0]
    assert lead.startswith("À la suite des élections législatives de dimanche 17 juin, le nouveau")
    assert lead.endswith(
        "du parti de droite Nouvelle Démocratie (ND), qui récupère 10 des 17 ministères, et "
        "soutenu par le Parti socialiste (PASOK) et la Gauche démocratique."
    )
    assert "\n".join(parts(found, "row", "columns")) in found.text
    assert "\n".join(parts(found, "item")) in found.text


@pytest.mark.parametrize("name", GALILEO)
def test_numbers_of_lists_and_rows_are_read_whoever_made_the_file(name: str) -> None:
    found = document(name)
    assert "Galileo" in parts(found, "title")[0]
    assert parts(found, "item")[0][:3] == "1. "
    assert parts(found, "item")[1][:3] == "2. "
    assert parts(found, "columns") == ["Système\tPropriétaire\tSatellites"]
    assert parts(found, "row")[:2] == ["GPS\tÉtats-Unis\t31", "GLONASS\tRussie\t24"]


@pytest.mark.parametrize("name", ["galileo.odt", "galileo.rtf"])
def test_a_note_stands_behind_the_text_and_its_number_in_no_word(name: str) -> None:
    found = document(name)
    assert "depuis le centre spatial guyanais de Kourou." in found.text
    assert parts(found, "paragraph")[-1] == (
        "(1) Le centre spatial guyanais se trouve à Kourou, en Guyane."
    )


def test_tracked_changes_hidden_text_boxes_headers_and_properties(corpus: Path) -> None:
    found = release(corpus, (DATA / "galileo.docx").read_bytes(), "galileo.docx")
    assert "qu’une fusée Soyouz devrait lancer les satellites n° 3 et 4" in found.body
    assert "Ariane" not in found.body
    assert "juridique" not in found.body
    assert "Le système comptera trente satellites en 2020." in found.body
    assert "rue de l’Exemple" not in found.body
    # The page's header states the day; that of creation does not count.
    assert (found.published.value, found.published.stated_by) == ("2012-10-12", "header")
    assert found.title == "Lancement prévu aujourd’hui de deux satellites du programme Galileo"


@pytest.mark.parametrize("name", FILES)
def test_blocks_and_places_are_in_order_and_cover_the_text(name: str) -> None:
    found = document(name)
    check_order(found)
    if name.endswith("rtf"):
        source = (DATA / name).read_bytes().decode("latin-1")
        for place in found.places:
            assert place.offset is not None
            first = found.text[place.start]
            if first.isascii() and first != "(":
                assert first in source[place.offset : place.offset + 12]
    else:
        assert all(place.element for place in found.places if place.start > 100)


# -- Word ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("un") + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>" + run(" mot"), "un mot"),
        ("<w:ins>" + run("a") + "</w:ins><w:moveFrom>" + run("b") + "</w:moveFrom>", "a"),
        ("<w:moveTo>" + run("a") + "</w:moveTo>", "a"),
        (run("a") + run("caché", "<w:vanish/>") + run(" b", '<w:vanish w:val="0"/>'), "a b"),
        ('<w:hyperlink r:id="x">' + run("un lien") + "</w:hyperlink>", "un lien"),
        ("<w:smartTag>" + run("Paris") + "</w:smartTag>", "Paris"),
        ("<w:sdt><w:sdtContent>" + run("rempli") + "</w:sdtContent></w:sdt>", "rempli"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>de</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>",
         "code-x"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t></w:r>", "a\nb c"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:t> suite</w:t></w:r>", "→ suite"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText>'
         '<w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
         + run("3 mai") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" ici"), "3 mai ici"),
        ("<w:r><w:footnoteReference w:id='9'/><w:t>mot</w:t></w:r>", "mot"),
        ("<w:r><w:annotationRef/><w:commentReference w:id='1'/><w:t>mot</w:t></w:r>", "mot"),
    ],
)  # fmt: skip
def test_a_paragraph_of_word_is_what_is_printed(content: str, shown: str) -> None:
    assert lines(docx(p("Le texte continue ici, avec une phrase.") + p(content)))[1] == shown


def test_the_end_of_a_paragraph_that_was_deleted_joins_it_with_the_next() -> None:
    first = p("Le conseil a ", "<w:rPr><w:del/></w:rPr>")
    assert lines(docx(first + p("voté le budget."))) == ["Le conseil a voté le budget."]


def test_a_text_box_is_read_once_and_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('Dans la boîte.')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent><w:t>Autour de la boîte.</w:t></w:r>"
    )
    assert lines(docx(p(drawn) + p("Après."))) == [
        "Autour de la boîte.", "Dans la boîte.", "Après.",
    ]  # fmt: skip


NUMBERING = """<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
</w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>"""


def in_list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_the_numbers_of_word_are_counted_as_word_counts() -> None:
    items = [(4, 0), (4, 1), (4, 1), (4, 0), (4, 1), (5, 0), (5, 0), (6, 0), (0, 0)]
    body = "".join(p("point", in_list(*one)) for one in items)
    assert lines(docx(body, numbering=NUMBERING)) == [
        "1. point", "1.a) point", "1.b) point", "2. point", "2.a) point",
        "7. point", "8. point", "• point", "point",
    ]  # fmt: skip


def test_styles_state_titles_headings_lists_and_what_is_hidden() -> None:
    styles = """
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="I"><w:name w:val="Intertitre"/><w:basedOn w:val="H"/>
    </w:style>
    <w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr>
    <w:numId w:val="6"/></w:numPr></w:pPr></w:style>
    <w:style w:type="character" w:styleId="X"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr>
    </w:style>"""
    body = "".join(
        p(text, f'<w:pStyle w:val="{style}"/>')
        for style, text in (
            ("T", "Un nouveau pont"), ("C", "Le chantier 3"), ("H", "Le chantier"),
            ("I", "Le coût"), ("L", "un point"), ("inconnu", "Le pont ouvre en mai."),
        )
    ) + p(run("vu") + run("pas vu", '<w:rStyle w:val="X"/>'))  # fmt: skip
    found = read_docx(docx(body, styles=styles, numbering=NUMBERING))
    assert parts(found, "title") == ["Un nouveau pont"]
    assert parts(found, "heading") == ["Le chantier", "Le coût"]
    assert parts(found, "item") == ["• un point"]
    assert parts(found, "paragraph") == ["Le pont ouvre en mai.", "vu"]


def test_notes_of_word_stand_behind_the_text_in_the_order_of_their_numbers() -> None:
    body = p(f"<w:r><w:t>Mot</w:t><w:footnoteReference w:id='3'/></w:r>{run(' suivant')}")
    notes = "".join(
        f"<w:footnote w:id='{number}'>{p(text)}</w:footnote>"
        for number, text in ((2, "séparateur"), (3, "Une note."))
    )
    assert lines(docx(body, footnotes=notes)) == ["Mot suivant", "(1) Une note."]


def test_the_strict_form_of_word_is_read_too() -> None:
    strict = docx(p("Un texte."), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert lines(strict) == ["Un texte."]


def test_a_row_that_was_deleted_is_out_and_a_wide_cell_keeps_the_columns() -> None:
    def row(*cells: str, properties: str = "") -> str:
        inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"

    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("total")}'
    table = (
        row(p("Année"), p("Ventes"), p("Part"), properties="<w:tblHeader/>")
        + row(p("2019"), p("410"), p("4 %"))
        + row(p("2020"), p("478"), p("5 %"), properties="<w:del/>")
        + row(wide, p("9 %"))
    )
    found = read_docx(docx(p("Un texte avant le tableau.") + f"<w:tbl>{table}</w:tbl>"))
    assert parts(found, "columns") == ["Année\tVentes\tPart"]
    assert parts(found, "row") == ["2019\t410\t4 %", "total\t\t9 %"]


@pytest.mark.parametrize(
    ("core", "title", "date"),
    [
        ("<dc:title>Un titre honnête</dc:title><dcterms:created>2019-03-05T10:00:00Z"
         "</dcterms:created>", "Un titre honnête", "2019-03-05"),
        ("<dc:title>cp-v3 final.docx</dc:title><dcterms:created>hier</dcterms:created>",
         None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_properties_are_hints_and_doubtful(
    corpus: Path, core: str, title: str | None, date: str | None
) -> None:
    data = docx(p(paragraph("oies")), core=core)
    found = read_docx(data)
    assert found.metadata.date is None
    assert found.hints.title == title
    published = release(corpus, data, "a.docx").published
    assert published.value == date
    assert published.doubtful is (date is not None)


# -- as press offices write ----------------------------------------------------------------------

LEAD = (
    "Paris, le 12 mars 2024 – La région ouvre une ligne de tramway de douze kilomètres entre la "
    "gare et l’hôpital, où elle transportera trente mille voyageurs par jour."
)


def test_a_bold_line_is_the_title_where_no_style_says_so(corpus: Path) -> None:
    bold = "<w:b/>"
    body = (
        p(run("COMMUNIQUÉ DE PRESSE", '<w:b/><w:sz w:val="40"/>'))
        + p(run("La région ouvre une nouvelle ligne de tramway", bold))
        + p(LEAD)
        + p(run("Un chantier de trois ans", bold))
        + p("Les travaux ont commencé en 2021 et ont coûté quarante millions d’euros.")
        + p("– 12 kilomètres")
        + p("– 18 stations")
        + p("Contact presse : Claire Martin, 01 23 45 67 89, presse@example.org")
    )
    found = release(corpus, docx(body), "a.docx")
    kinds = [(b.kind, found.body[b.start : b.end][:24]) for b in found.blocks]
    assert found.title == "La région ouvre une nouvelle ligne de tramway"
    assert found.published.value == "2024-03-12"
    assert ("header", "COMMUNIQUÉ DE PRESSE") in kinds
    assert ("heading", "Un chantier de trois ans") in kinds
    assert ("item", "• 12 kilomètres") in kinds
    assert kinds[-1][0] == "boilerplate"


def test_a_label_and_a_title_in_one_paragraph_are_told_apart(corpus: Path) -> None:
    first = "<w:r><w:t>COMMUNIQUÉ DE PRESSE</w:t><w:br/><w:t>Un tram de plus</w:t></w:r>"
    found = release(corpus, docx(p(first) + p(LEAD)), "a.docx")
    assert found.title == "Un tram de plus"
    assert found.blocks[0].kind == "header"


def test_a_table_that_is_set_with_tabs_is_rows() -> None:
    rows = ["Année\tVoyageurs", "2022\t1 200", "2023\t1 450"]
    found = read_rtf(rtf(LEAD.replace("–", "-").replace("’", "'") + r"\par "
                         + r"\par ".join(one.replace("\t", r"\tab ") for one in rows)))  # fmt: skip
    assert parts(found, "row", "columns") == rows


# -- OpenDocument --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("un <text:s text:c='3'/>mot<text:tab/>là", "un mot là"),
        ("a<text:line-break/>b", "a\nb"),
        ("mot<office:annotation><text:p>remarque</text:p></office:annotation> suivant",
         "mot suivant"),
        ("<text:change-start text:change-id='1'/>ajouté<text:change-end text:change-id='1'/>",
         "ajouté"),
        ("<text:a>un lien</text:a> ici", "un lien ici"),
        ("vu<text:span text:style-name='X'>caché</text:span>", "vu"),
        ("le\n   texte", "le texte"),
        ("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text>"
         "</text:ruby>", "a"),
        ("<text:hidden-text>caché</text:hidden-text>vu", "vu"),
    ],
)  # fmt: skip
def test_a_paragraph_of_opendocument_is_what_is_printed(content: str, shown: str) -> None:
    hidden = (
        "<style:style style:family='text' style:name='X'>"
        "<style:text-properties text:display='none'/></style:style>"
    )
    before = "<text:p>Le texte commence par cette phrase.</text:p>"
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ôté</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    found = odt_lines(f"{deleted}{before}<text:p>{content}</text:p>", styles=hidden)
    assert found == ["Le texte commence par cette phrase.", shown]


def test_lists_of_opendocument_have_their_marks() -> None:
    styles = """<text:list-style style:name="N">
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
    </text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"
    text:bullet-char="-"/></text:list-style>"""
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("a", "") + item.format("b", "") + "</text:list>"
    text = (
        f"<text:list text:style-name='N'>{item.format('un', inner)}{item.format('deux', '')}"
        "</text:list><text:p>Entre les deux listes.</text:p>"
        f"<text:list text:style-name='N' text:continue-numbering='true'>{item.format('trois', '')}"
        f"</text:list><text:list text:style-name='B'>{item.format('point', '')}</text:list>"
    )
    assert odt_lines(text, styles=styles) == [
        "1. un", "a) a", "b) b", "2. deux", "Entre les deux listes.", "3. trois", "• point",
    ]  # fmt: skip


def test_what_opendocument_states_of_itself(corpus: Path) -> None:
    date = "<meta:creation-date>2019-03-05T10:00:00</meta:creation-date>"
    meta = f"<dc:title>Un titre honnête</dc:title>{date}"
    data = odt(f"<text:p>{paragraph('oies')}</text:p>", meta=meta)
    assert read_odt(data).hints.title == "Un titre honnête"
    published = release(corpus, data, "a.odt").published
    assert (published.value, published.doubtful) == ("2019-03-05", True)


def test_hidden_sections_and_contents_are_out_and_boxes_are_in() -> None:
    hidden = (
        "<style:style style:family='section' style:name='S'>"
        "<style:section-properties text:display='none'/></style:style>"
    )
    text = (
        "<text:section text:style-name='S'><text:p>caché</text:p></text:section>"
        "<text:section><text:p>Un texte dans une section.</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>Titre 1</text:p></text:index-body>"
        "</text:table-of-content><text:p>Autour.<draw:frame><draw:text-box><text:p>Dans la boîte."
        "</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert odt_lines(text, styles=hidden) == [
        "Un texte dans une section.", "Autour.", "Dans la boîte.",
    ]  # fmt: skip


# -- RTF -----------------------------------------------------------------------------------------

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset238 CE;}"
    r"{\f3\fcharset2 Symbol;}{\f4\fcharset128 Gothic;}{\f5\fcharset161 Grec;}}"
)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"\'e9t\'e9", "été"),
        (r"\u233?t\u233\'e9", "été"),
        (r"\uc2\u8364 ab!\uc0\u8364 ab", "€!€ab"),
        (r"{\uc0\u233}\u233?x", "ééx"),
        (r"mot \u-10179?\u-8704?", "mot 😀"),
        (r"{\f1\'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f2\'e8\'f8}", "čř"),
        (r"{\f5\'e1\'e2}", "αβ"),
        (r"{\f4\'93\'fa\'96\{}", "日本"),
        (r"{\f3\'b7} point", "• point"),
        (r"\ldblquote a\rdblquote\endash\~b\_c", "“a”–\u00a0b-c"),
        (r"vu{\v caché}{\deleted effacé}{\revised ajouté}", "vuajouté"),
        (r"\b gras\plain\v0 x", "grasx"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt un lien}}', "un lien"),
        (r"{\*\inconnu rien}{\pict\bin5 }}}}}}mot", "mot"),
        (r"{\upr{ancien}{\*\ud nouveau \u233?}}", "nouveau é"),
        ("co\r\nde \\{x\\} \\\\", "code {x} \\"),
        ("un\\\ndeux", "un"),
        (r"{\footnote note}mot", "mot"),
        (r"{\header en-t\'eate}{\footer pied}{\annotation x}mot", "mot"),
    ],
)  # fmt: skip
def test_a_paragraph_of_rtf_is_what_is_printed(body: str, shown: str) -> None:
    data = rtf(f"{FONTS}{body}")
    assert lines(data)[0] == shown


@pytest.mark.parametrize(
    ("head", "body", "shown"),
    [
        (r"\ansi\ansicpg1251", r"\'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
        (r"\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}}", r"\f0\'cf\'f0", "Пр"),
        (r"\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}",
         r"\'e9t\'e9 {\f1\'cf\'f0}", "été Пр"),
        (r"\mac", r"\'8et\'8e", "été"),
        (r"\pc", r"\'82t\'82", "été"),
        (r"\pca", r"\'82", "é"),
        (r"\ansi\ansicpg65001", r"\'c3\'a9t\'c3\'a9", "été"),
        (r"\ansi\ansicpg99999", r"\'e9", "é"),
    ],
)  # fmt: skip
def test_letters_are_in_the_encoding_of_the_file_or_the_font(
    head: str, body: str, shown: str
) -> None:
    assert lines(rtf(body, head)) == [shown]


def test_raw_letters_of_rtf_are_read_in_utf8_or_the_code_page() -> None:
    assert lines(b"{\\rtf1\\ansi " + "été à".encode() + b"}") == ["été à"]
    assert lines(b"{\\rtf1\\ansi " + "été à".encode("cp1252") + b"}") == ["été à"]


def test_a_text_box_of_rtf_stands_behind_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv b}}{\shptxt Dans la bo\'eete.\par}}}"
    assert lines(rtf(box + r"Autour d'elle.\par Apr\'e8s.")) == [
        "Autour d'elle.", "Dans la boîte.", "Après.",
    ]  # fmt: skip


def test_tables_lists_and_styles_of_rtf() -> None:
    body = (
        r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Title;}}"
        r"{\info{\title Un titre honn\'eate}{\creatim\yr2019\mo3\dy5\hr1}{\author x}}"
        r"\pard\s2 Un nouveau pont\par\pard Le pont ouvre en mai, dit la ville.\par"
        r"\pard\s1 Le chantier\par\pard{\listtext\'b7\tab}un\par{\listtext\'b7\tab}deux\par"
        r"{\pntext 1.\tab}trois\par"
        r"\trowd\trhdr\cellx1\cellx2\pard\intbl An\cell Prix\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl 2019\cell 4\par 5\cell\row\pard Fin du texte."
    )
    found = read_rtf(rtf(body))
    assert parts(found, "title") == ["Un nouveau pont"]
    assert parts(found, "heading") == ["Le chantier"]
    assert parts(found, "item") == ["• un", "• deux", "1. trois"]
    assert parts(found, "columns", "row") == ["An\tPrix", "2019\t4 5"]
    assert parts(found, "paragraph")[-1] == "Fin du texte."
    assert found.hints.title == "Un titre honnête"
    assert str(found.hints.date and found.hints.date.value) == "2019-03-05"


# -- refused files -------------------------------------------------------------------------------


def refusal(read: object, data: bytes) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        read(data)  # type: ignore[operator]
    return caught.value.key


@pytest.mark.parametrize("read", [read_docx, read_odt])
def test_an_archive_that_cannot_be_read_has_its_reason(read: object) -> None:
    encrypted = "EncryptedPackage".encode("utf-16-le")
    bomb = packed({"word/document.xml": bytes(300_000_000), "content.xml": b""})
    whole = docx(p("x" * 500)) if read is read_docx else odt("<text:p>x</text:p>" * 90)
    assert refusal(read, b"") == "file.empty"
    assert refusal(read, b"Bonjour, ceci est du texte.") == "file.not_zip"
    assert refusal(read, OLE + bytes(600)) == "file.old_word"
    assert refusal(read, OLE + bytes(600) + encrypted) == "file.password"
    assert refusal(read, packed({"a.txt": b"x"})) == "file.other_content"
    assert refusal(read, whole[: len(whole) // 2]) == "file.broken"
    tracemalloc.start()
    assert refusal(read, bomb) == "file.unpacked"
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_each_document_that_cannot_be_read_has_its_reason() -> None:
    entity = '<!DOCTYPE w [<!ENTITY e "x">]><w/>'
    manifest = {"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"}
    assert refusal(read_docx, packed({"word/document.xml": entity})) == "file.document_type"
    assert refusal(read_odt, packed({"content.xml": entity})) == "file.document_type"
    assert refusal(read_odt, packed(manifest)) == "file.password"
    assert refusal(read_docx, docx("<w:p>" * 300)) == "file.broken"
    assert refusal(read_docx, docx(p(" "))) == "file.empty"
    assert refusal(read_docx, packed({"word/document.xml": "<x/>"})) == "file.other_content"
    assert refusal(read_rtf, b" ") == "file.empty"
    assert refusal(read_rtf, b"PK\x03\x04") == "file.other_content"
    assert refusal(read_rtf, rb"{\rtf1 Un texte qui est coup") == "file.broken"
    assert refusal(read_rtf, rb"{\rtf1{\pict\bin99999 abc") == "file.broken"
    assert refusal(read_rtf, b"{\\rtf1" + b"{" * 100_000) == "file.broken"
    assert refusal(read_rtf, rtf(r"{\pict 00ff}")) == "file.only_pictures"
    assert refusal(read_rtf, rtf(r"\par" * 2_100_000)) == "file.too_long"


def test_a_picture_alone_is_told_with_the_remedy() -> None:
    data = docx(p("<w:r><w:drawing/></w:r>"))
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/media/image1.png", b"x")
    assert refusal(read_docx, stream.getvalue()) == "file.only_pictures"


def test_the_deepest_documents_that_the_parser_allows_are_read() -> None:
    table = p("au fond")
    for _ in range(60):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"
    assert lines(docx(table)) == ["au fond"]
    assert lines(docx(p("<w:ins>" * 240 + run("là") + "</w:ins>" * 240))) == ["là"]
    sections = "<text:section>" * 240 + "<text:p>là</text:p>" + "</text:section>" * 240
    assert odt_lines(sections) == ["là"]
    assert lines(rtf("{" * 1500 + "x" + "}" * 1500)) == ["x"]


@pytest.mark.parametrize(("suffix", "key", "remedy"), [
    (".doc", "file.old_word", ".docx"), (".DOC", "file.old_word", "PDF"),
    (".xls", "file.old_sheet", ".xlsx"), (".ppt", "file.old_slides", ".pptx"),
    (".msg", "file.outlook", ".eml"),
])  # fmt: skip
@pytest.mark.parametrize("code", messages.LANGUAGES)
def test_old_formats_are_refused_with_the_format_to_save_in(
    corpus: Path, suffix: str, key: str, remedy: str, code: str
) -> None:
    write(corpus, f"lettre{suffix}", "x")
    (skipped,) = list_corpus(corpus).skipped
    assert skipped.reason == key
    with messages.use(code):
        assert remedy in str(skipped.error)
        assert ";" in str(skipped.error)
        for key in ("other_content", "only_pictures", "old_word", "outlook"):
            assert ";" in str(rag.UnreadableFileError(f"file.{key}"))


@pytest.mark.parametrize("name", ["a.pages", "a.ott", "a.dotx", "a.sxw", "a.wps"])
def test_other_word_processors_have_the_reason_of_all(name: str) -> None:
    assert refusal(lambda _: formats.format_of(name), b"") == "file.no_reader"


# -- damaged files -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_a_document_or_refused(name: str) -> None:
    whole, chance = (DATA / name).read_bytes(), random.Random(name)
    read = formats.format_of(name).read
    for _ in range(40):
        content = bytearray(whole)
        for _ in range(chance.randint(0, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        del content[chance.choice([len(content), chance.randrange(len(content))]) :]
        with suppress(rag.UnreadableFileError):
            check_order(read(bytes(content)))


_XML = st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>mot</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
    "</w:tr>", "<w:tc>", "</w:tc>", "<w:br/>", "<w:tab/>", "<w:sym w:char='F0B7'/>", "<w:del>",
    "</w:del>", "<w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr>", "<w:txbxContent>",
    "</w:txbxContent>", "<w:drawing>", "</w:drawing>", "<w:fldChar w:fldCharType='begin'/>",
])  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_XML, max_size=30))
def test_any_markup_of_word_is_a_document_or_refused(pieces: list[str]) -> None:
    opened: list[str] = []
    text = ""
    for piece in pieces:
        if piece.startswith("</"):
            if not opened or opened[-1] != piece[2:-1]:
                continue
            opened.pop()
        elif not piece.endswith("/>") and "</" not in piece:
            opened.append(piece[1:-1])
        text += piece
    text += "".join(f"</{tag}>" for tag in reversed(opened))
    with suppress(rag.UnreadableFileError):
        check_order(read_docx(docx(text, numbering=NUMBERING)))


_RTF = st.sampled_from([
    "{", "}", "\\par ", "\\cell ", "\\row ", "\\intbl ", "\\pard ", "mot", "\\u233?", "\\'e9",
    "\\'", "\\u", "\\bin3 abc", "\\bin999999999 ", "{\\*\\x ", "\\footnote ", "{\\header ",
    "{\\info{\\title ", "{\\fonttbl{\\f0\\fcharset128 ", "\\f0 ", "{\\shptxt ", "{\\listtext 1.}",
    "\\tab ", "{\\stylesheet{\\s1 ", "\\s1 ", "\\u-10179 ", "\\uc9 ", "{\\upr ", "{\\*\\ud ", "\\",
    "\\ansicpg932 ", "\\line ", "\\v ", "\\trowd ", "é",
])  # fmt: skip


@settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(_RTF, max_size=30))
def test_any_rtf_is_a_document_or_refused(pieces: list[str]) -> None:
    body = "".join(pieces)
    with suppress(rag.UnreadableFileError):
        check_order(read_rtf(rtf(body + "}" * max(0, body.count("{") - body.count("}")))))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    for read, begin in ((read_docx, b"PK\x03\x04"), (read_odt, b""), (read_rtf, b"{\\rtf1 ")):
        with suppress(rag.UnreadableFileError):
            check_order(read(begin + data))


# -- the whole way -------------------------------------------------------------------------------


def test_a_row_and_a_paragraph_answer(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str], embedded: rag.Encoder
) -> None:
    for name in FILES:
        target = f"{Path(name).stem}-{name[-3:]}{Path(name).suffix}"
        (corpus / target).write_bytes((DATA / name).read_bytes())
    report = rag.build(corpus, index, encoder=embedded)
    assert (report.releases, report.skipped) == (len(FILES), ())
    with rag.open(index, encoder=embedded) as library:
        row = library.ask("Qui est le titulaire de la Défense ?")
        assert "Panos Panayiotopoulos" in row.text
        for citation in row.citations:
            body = library.release(citation.release_id).body
            assert body[citation.start : citation.end] == citation.quote
        text = library.ask("Combien de membres compte le nouveau gouvernement grec ?")
        assert "38" in text.text
        assert library.verify(corpus) == []
        assert library.original("grece-ocx").name == "grece-ocx.docx"
    (corpus / "mot.doc").write_bytes(OLE)
    assert cli.main(["build", str(corpus), "-i", str(index), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [one["reason"] for one in printed["skipped"]] == ["file.old_word"]


def test_adding_takes_a_document_and_refuses_an_old_one(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "b.doc").write_bytes(OLE)
    taken, refused = rag.add([DATA / "grece.rtf", tmp_path / "b.doc"], corpus)
    assert taken == rag.Addition("grece.rtf")
    assert refused.reason is not None
    assert refused.reason.code == "file.old_word"


def test_a_corpus_of_all_formats_builds_in_one_go(corpus: Path, index: Path) -> None:
    (corpus / "a.odt").write_bytes(odt(f"<text:p>{paragraph('oies')}</text:p>"))
    write(corpus, "b.txt", paragraph("canards"))
    plain = rag.Settings(reader=rag.ReaderSettings(enabled=False))
    assert rag.build(corpus, index, encoder=WordEncoder(), settings=plain).releases == 2
