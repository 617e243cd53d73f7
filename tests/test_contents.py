"""Files whose names do not tell what they are, or tell it wrongly; mailboxes, books and exports;
text that must not be lost."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

import rag
from rag.config import ColumnSettings
from rag.corpus import formats
from rag.corpus.drawing import draw_page
from rag.corpus.formats.contents import suffix_told
from rag.corpus.formats.html import read as read_page
from rag.corpus.furniture import is_header_line, is_site_line
from rag.corpus.listing import list_corpus
from rag.corpus.openings import release_count
from rag.corpus.original import original_of
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.corpus.release_dates.header import header_dates
from rag.types import Release
from tests.conftest import WordEncoder, paragraph
from tests.office_files import docx, p
from tests.pdf_files import line, pdf

TEXT = paragraph("oies")
RELEASE = f"COMMUNIQUÉ DE PRESSE\n\nCahors, le 3 mai 2021\n\nLes oies rentrent\n\n{TEXT}\n"
PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>Les oies rentrent</h1>"
    f"<p>3 mai 2021</p><p>{TEXT}</p></body></html>"
)
RICH = (
    r"{\rtf1\ansi\ansicpg1252 Les oies rentrent\par Cahors, le 3 mai 2021\par "
    r"Les oies sont l\'e0 depuis lundi, a dit la maire de la commune.\par}"
)
MAIL = (
    "From: a@cahors.example\nTo: b@c.example\nSubject: Les oies rentrent\n"
    "Date: Mon, 3 May 2021 08:00:00 +0200\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
)
WORD = docx(p("Les oies rentrent") + p("Cahors, le 3 mai 2021") + p(TEXT))
PDF = pdf([
    line("Les oies rentrent", 50, 780, 20) + line("Cahors, le 3 mai 2021", 50, 740)
    + line("Les oies sont revenues lundi au bord du lac de la commune.", 50, 700)
])  # fmt: skip


def sheet() -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in (["titre", "date", "texte"], ["Les oies rentrent", "2021-05-03", TEXT]):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def packed(**files: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def read(corpus: Path, name: str, data: bytes | str) -> dict[str, Release]:
    """The releases of a folder with one file, by source."""
    (corpus / name).write_bytes(data.encode() if isinstance(data, str) else data)
    with Parts(ColumnSettings()) as found:
        listing = with_parts(list_corpus(corpus), lambda file: found.expand(file.path))
        return {
            one.source: read_release(one, found.read(one) if one.part else None)
            for one in listing.files
        }


def left_out(corpus: Path, index: Path) -> dict[str, str]:
    report = rag.build(
        corpus,
        index,
        encoder=WordEncoder(),
        settings=rag.Settings(reader=rag.ReaderSettings(enabled=False)),
    )
    return {one.source: one.reason for one in report.skipped}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("communique", RELEASE), ("CP 03.05", RELEASE), ("CP du 3.05.21", RELEASE),
        ("lettre.doc", RELEASE), ("lettre.docx", RELEASE), ("a.pdf", RELEASE),
        ("article.php", PAGE), ("article.php@id=4", PAGE), ("view.aspx", PAGE), ("page.doc", PAGE),
        ("page.txt", "<!-- copie -->\n" + PAGE), ("page.xml", PAGE), ("page", PAGE),
        ("riche.doc", RICH), ("riche.txt", RICH), ("riche.docx", RICH),
        ("mot.doc", WORD), ("mot", WORD), ("mot.odt", WORD), ("mot.txt", WORD), ("mot.docm", WORD),
        ("imprime", PDF), ("imprime.html", PDF), ("imprime.docx", PDF), ("imprime.aspx", PDF),
        ("17.M2P3.hote", MAIL), ("courrier", MAIL),
        ("table.csv", sheet()), ("table", sheet()), ("table.xls", sheet()),
    ],
)  # fmt: skip
def test_a_file_is_read_by_its_contents_where_its_name_does_not_tell(
    corpus: Path, name: str, data: bytes | str
) -> None:
    (release,) = read(corpus, name, data).values()
    assert release.title == "Les oies rentrent"
    assert release.published.value == "2021-05-03"
    assert release.source.startswith(name)
    assert "oies sont" in release.body or TEXT in release.body


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("donnees", bytes(range(256)) * 20, "file.no_reader"), ("un-mot", "x", "file.no_reader"),
        ("script", "#!/bin/sh\n" + RELEASE, "file.no_reader"), ("a.xyz", RELEASE, "file.no_reader"),
        ("a.css", RELEASE, "file.no_reader"), ("photo.jpg", PAGE, "file.no_reader"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "file.old_word"),
        ("a.pages", packed(Index="x"), "file.no_reader"),
        ("tableau.docx", sheet(), "file.rename"), ("README", RELEASE, "file.readme"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_reason(
    corpus: Path, index: Path, name: str, data: bytes | str, reason: str
) -> None:
    (corpus / "b.txt").write_text(RELEASE)
    (corpus / name).write_bytes(data.encode() if isinstance(data, str) else data)
    assert left_out(corpus, index) == {name: reason}


def test_files_in_an_archive_are_told_by_their_contents_too(corpus: Path) -> None:
    found = read(corpus, "lot.zip", packed(a=RELEASE, b__php=PAGE, c__jpg=b"\xff\xd8", d__doc=WORD))
    assert sorted(found) == ["lot.zip/a", "lot.zip/b.php", "lot.zip/d.doc"]
    assert {one.title for one in found.values()} == {"Les oies rentrent"}


def test_a_pdf_under_another_name_can_be_drawn(corpus: Path) -> None:
    (corpus / "imprime").write_bytes(PDF)
    assert draw_page(original_of(corpus, "imprime"), 1, ()).startswith(b"\x89PNG")


def test_the_contents_of_a_known_format_are_not_guessed() -> None:
    for name in ("a.txt", "a.md", "a.html", "a.csv"):
        stream = io.BytesIO(MAIL.encode())
        assert suffix_told(name, stream, known=True) == ""
        assert stream.tell() == 0
    assert formats.format_of("a.html", io.BytesIO(PAGE.encode())) is formats.format_of("a.html")


# -- several releases in a file -------------------------------------------------------------------


@pytest.mark.parametrize("name", ["boite.mbox", "boite.eml", "boite"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_mail_of_a_mailbox_is_a_release(corpus: Path, name: str, end: str) -> None:
    second = MAIL.replace("Les oies rentrent", "Les cygnes partent").replace("3 May", "4 May")
    box = "".join(
        f"From a@b.example Mon May  3 08:00:00 2021\n{mail}\n>From lundi, tout change.\n\n"
        for mail in (MAIL, second)
    )
    found = read(corpus, name, box.replace("\n", end))
    assert {one.title: one.published.value for one in found.values()} == {
        "Les oies rentrent": "2021-05-03",
        "Les cygnes partent": "2021-05-04",
    }
    for one in found.values():
        assert "\nFrom lundi, tout change." in one.body.replace("\r", "")


def test_the_chapters_of_a_book_are_releases(corpus: Path) -> None:
    container = '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>'
    package = (
        "<package><metadata><language>fr</language></metadata><manifest>"
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="z" href="z.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="z"/></spine></package>'
    )
    files = {"META-INF/container.xml": container, "o/p.opf": package, "o/a b.xhtml": PAGE}
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in files.items():
            archive.writestr(name, content)
    (corpus / "livre.epub").write_bytes(book.getvalue())
    with Parts(ColumnSettings()) as parts:
        found = parts.expand(corpus / "livre.epub")
    assert [one.name for one in found.parts] == ["/o/a b.xhtml"]
    assert [(one.source, one.reason) for one in found.skipped] == [("/o/z.xhtml", "file.broken")]
    (release,) = read(corpus, "livre.epub", book.getvalue()).values()
    assert (release.title, release.published.value) == ("Les oies rentrent", "2021-05-03")


@pytest.mark.parametrize(
    "markup",
    [
        "<base><notice><titre>{0}</titre><date>2021-05-03</date><texte>{1}</texte></notice></base>",
        "<e><lot><item ref='4'><title>{0}</title><published>2021-05-03</published>"
        "<body><p>{1}</p></body></item></lot></e>",
        "<x:l xmlns:x='urn:x'><x:r titel='{0}' datum='2021-05-03'><x:inhalt>{1}</x:inhalt></x:r>"
        "</x:l>",
    ],
)
def test_other_xml_is_read_as_rows(corpus: Path, markup: str) -> None:
    (release,) = read(corpus, "base.xml", markup.format("Les oies rentrent", TEXT)).values()
    assert (release.title, release.published.value) == ("Les oies rentrent", "2021-05-03")
    assert TEXT in release.body


def test_xml_without_texts_is_named(corpus: Path, index: Path) -> None:
    (corpus / "b.txt").write_text(RELEASE)
    (corpus / "a.xml").write_text("<config><host port='80'/></config>")
    (corpus / "c.xml").write_text("<svg/>")
    assert left_out(corpus, index) == {"a.xml": "file.no_text_column", "c.xml": "file.not_feed"}


def test_a_draft_that_wordpress_exports_is_no_release(corpus: Path, index: Path) -> None:
    item = "<item><title>{0}</title><description>{1}</description><w:status>{2}</w:status></item>"
    items = "".join(
        item.format(status, TEXT, status) for status in ("publish", "draft", "private", "future")
    )
    space = "xmlns:w='http://wordpress.org/export/1.2/'"
    feed = f"<rss version='2.0' {space}><channel>{items}</channel></rss>"
    assert [one.title for one in read(corpus, "site.xml", feed).values()] == ["publish"]
    assert set(left_out(corpus, index).values()) == {"row.unpublished"}


def test_values_that_json_holds_in_an_inner_object_are_found(corpus: Path) -> None:
    for key in ("attributes", "node", "fields"):
        row = f'{{"id": 4, "{key}": {{"title": "{key}", "body": "{TEXT}", "date": "2021-05-03"}}}}'
        (release,) = read(corpus, "a.json", f'{{"data": [{row}]}}').values()
        assert (release.title, release.published.value) == (key, "2021-05-03")


# -- no text is lost ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='accordion-collapse collapse' style='display:none'>{}</div>",
        "<div class='faq__answer' aria-hidden=true>{}</div>",
        "<div role=tabpanel hidden>{}</div>",
    ],
)
def test_text_that_a_page_folds_up_is_read(markup: str) -> None:
    folded = "Die Bauarbeiten dauern dreißig Monate und beginnen im März, sagte die Stadt."
    inner = markup.format(f"<p>{folded}</p>")
    page = f"<main><h1>Die Linie 6</h1><p>{TEXT}</p><h2>Wann?</h2>{inner}</main>"
    assert folded in read_page(page.encode()).text


def test_the_text_of_linked_data_counts_where_scripts_make_the_page() -> None:
    body = "Delft bouwt een brug.\nDe brug kost 5 miljoen."
    data = json.dumps({"@type": "NewsArticle", "headline": "Delft", "articleBody": body})
    script = f"<script type='application/ld+json'>{data}</script>"
    document = read_page(f"<html><body><div id=app></div>{script}</body></html>".encode())
    assert "De brug kost 5 miljoen." in document.text
    shown = read_page(f"<html><body><h1>Delft</h1><p>{TEXT}</p>{script}</body></html>".encode())
    assert "5 miljoen" not in shown.text


def test_a_document_that_a_mail_shows_in_its_text_is_a_release(corpus: Path) -> None:
    mail = (
        "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/html\n\n"
        f"<p>{TEXT}</p>\n--q\nContent-Type: application/rtf; name=note.rtf\n"
        f"Content-ID: <1>\n\n{RICH}\n"
        "--q\nContent-Type: image/png; name=logo.png\nContent-ID: <2>\n\nx\n--q--\n"
    )
    assert sorted(read(corpus, "a.eml", mail)) == ["a.eml", "a.eml/note.rtf"]


def test_a_page_that_only_word_unfolds_is_told(corpus: Path, index: Path) -> None:
    (corpus / "b.txt").write_text(RELEASE)
    (corpus / "a.docx").write_bytes(docx(p(TEXT) + "<w:altChunk r:id='c'/>"))
    assert left_out(corpus, index) == {"a.docx": "file.inner_page"}


# -- around the text ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("FOR IMMEDIATE RELEASE    Contact: Ann Lee\nJuly 9, 2012    (555) 010-0100", "2012-07-09"),
        ("PRESSEMITTEILUNG    Kontakt: Uwe Brand\n3. Februar 2016    +49 345 0000", "2016-02-03"),
        ("COMMUNIQUÉ    presse@cahors.example\nLe 4 mai 2021    05 65 00 00 00", "2021-05-04"),
    ],
)  # fmt: skip
def test_a_contact_beside_the_date_is_no_table(corpus: Path, head: str, date: str) -> None:
    (release,) = read(corpus, "a.txt", f"{head}\n\nLes oies rentrent\n\n{TEXT}\n").values()
    assert (release.title, release.published.value) == ("Les oies rentrent", date)
    assert not is_header_line("Contact: Ann Lee        (555) 010-0100", near_top=True)


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Stadt Worms - Worms eröffnet ein Haus", "Stadt Worms", "Worms eröffnet das neue Haus"),
        ("Le pont suspendu rouvre | Mairie", "Mairie", "Le pont suspendu de Lunas rouvre mardi"),
    ],
)  # fmt: skip
def test_the_name_of_the_site_in_a_heading_is_no_headline(
    title: str, site: str, headline: str
) -> None:
    page = f"<title>{title}</title><h1>{site}</h1><h2>{headline}</h2><p>{TEXT}</p>"
    assert read_page(page.encode()).metadata.title == headline


@pytest.mark.parametrize(
    "text",
    [
        "Vous recevez ce message car vous êtes inscrit à notre liste.", "Se désabonner",
        "Unsubscribe from this list", "You are receiving this e-mail because you signed up.",
        "Newsletter abbestellen", "Darse de baja", "Hai ricevuto questa e-mail perché ci segui.",
        "Cancelar a subscrição", "U ontvangt deze nieuwsbrief omdat u bent ingeschreven.",
    ],
)  # fmt: skip
def test_the_foot_of_a_newsletter_belongs_to_the_site(text: str) -> None:
    assert is_site_line(text)


def test_a_label_in_brackets_is_no_part_of_a_subject(corpus: Path) -> None:
    for label in ("[COMMUNIQUÉ]", "[Press release]", "[Pressemitteilung]"):
        mail = MAIL.replace("Subject: ", f"Subject: {label} ")
        (release,) = read(corpus, "a.eml", mail.encode()).values()
        assert release.title == "Les oies rentrent"


@pytest.mark.parametrize(
    "place", ["Cahors, le 3 mai 2021", "Trieste, 3 maggio 2021", "Worms, 3. Mai 2021"]
)
def test_a_date_and_the_text_right_below_it_are_parted_in_a_pdf(corpus: Path, place: str) -> None:
    lines = [
        place,
        "The council of the town voted on Monday for a new bridge over the river,",
        "which will cost four million euros and open in two years.",
    ]
    drawn = [line("A new bridge for the town", 50, 780, 20)]
    drawn += [line(text, 50, 740 - 13 * number) for number, text in enumerate(lines)]
    (release,) = read(corpus, "a.pdf", pdf(["\n".join(drawn)])).values()
    assert (release.published.value, release.published.stated_by) == ("2021-05-03", "header")
    assert any(
        release.body[one.start : one.end].startswith("The council")
        for one in release.blocks
        if one.kind == "paragraph"
    )


@pytest.mark.parametrize("end", [" года", " г.", ""])
def test_a_russian_release_has_its_date(corpus: Path, end: str) -> None:
    prose = "Новый мост открыт для движения. Его строили четыре года, сообщил мэр города."
    text = f"Пресс-релиз\n\nТверь, 7 октября 2020{end}\n\nПостроен мост\n\n{prose}\n"
    (release,) = read(corpus, "a.txt", text).values()
    assert release.published.value == "2020-10-07"


EAST_ASIAN = {
    "zh": (
        "新闻稿\n\n"
        "西安，2021年4月6日\n\n"
        "西安新图书馆开放\n\n"
        "西安市新图书馆星期二向读者开放，馆内藏书六十万册，每天可以接待三千名读者。\n"
    ),
    "ja": (
        "プレスリリース\n\n"
        "奈良、2021年4月6日\n\n"
        "奈良に新しい図書館\n\n"
        "奈良市は火曜日に新しい図書館を開いた。蔵書は六十万冊で、毎日三千人が利用できる。\n"
    ),
    "ko": (
        "보도자료\n\n"
        "부산, 2021년 4월 6일\n\n"
        "부산에 새 도서관 개관\n\n"
        "부산시는 화요일에 새 도서관을 열었다. 장서는 육십만 권이며 매일 삼천 명이 쓸 수 있다.\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "encoding", "title"),
    [
        ("zh", "gb18030", "西安新图书馆开放"), ("zh", "utf-8", "西安新图书馆开放"),
        ("ja", "shift_jis", "奈良に新しい図書館"), ("ja", "euc-jp", "奈良に新しい図書館"),
        ("ko", "euc-kr", "부산에 새 도서관 개관"),
    ],
)  # fmt: skip
def test_a_short_east_asian_text_is_read_in_its_encoding(
    corpus: Path, code: str, encoding: str, title: str
) -> None:
    text = EAST_ASIAN[code]
    (release,) = read(corpus, "a.txt", text.encode(encoding)).values()
    assert release.body == text
    assert (release.title, release.published.value) == (title, "2021-04-06")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Прес-реліз\n\nОдеса, 4 травня 2021 року\n\nМаяк відкрили у вівторок, 42 роки потому.\n",
        "Δελτίο Τύπου\n\nΝέο θέατρο\n\nΤο θέατρο άνοιξε την Τρίτη, μετά από 42 χρόνια αναμονής.\n",
    ],
)  # fmt: skip
def test_utf_16_without_a_mark_is_read_in_other_alphabets_too(
    corpus: Path, text: str, encoding: str
) -> None:
    (release,) = read(corpus, "a.txt", text.encode(encoding)).values()
    assert release.body == text


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Gdańsk, 5 marca 2020 r.", "2020-03-05"), ("Warszawa, 17 maja 2021 roku", "2021-05-17"),
        ("Brno, 5. března 2020", "2020-03-05"), ("Praha 1. září 2022", "2022-09-01"),
        ("Львів, 5 березня 2020 року", "2020-03-05"), ("Казань, 3 июня 2019 года", "2019-06-03"),
    ],
)  # fmt: skip
def test_header_lines_in_slavic_languages_state_their_date(line: str, date: str) -> None:
    (found,) = header_dates(line, 0, len(line), None)
    assert found.date.value == date
    assert is_header_line(line, near_top=True)


def _series(label: str, *places: str) -> str:
    return "\n\n".join(
        f"{label}\n\n{place}\n\nLes oies {n}\n\n{TEXT}" for n, place in enumerate(places)
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (_series("COMMUNIQUÉ DE PRESSE", "Pau, le 4 mai 2009", "Pau, le 9 mai 2009"), 2),
        (_series("PRESS RELEASE", "4 May 2009", "9 May 2009", "2 June 2010"), 3),
        (_series("Pressemitteilung", "Bonn, 4. Mai 2009", "Bonn, 9. Juni 2009"), 2),
        (_series("COMMUNIQUÉ", "Pau, le 4 mai 2009") + "\n\nFait à Pau, le 5 mai 2009", 1),
        (_series("", "4 mai 2009", "9 mai 2009"), 1),  # the days of a programme
        (_series("COMMUNIQUÉ DE PRESSE", "Pau, le 4 mai 2009", "Pau, le 4 mai 2009"), 1),
        (TEXT, 1), ("", 1),
    ],
)  # fmt: skip
def test_several_releases_in_one_text_are_counted(text: str, count: int) -> None:
    assert release_count(text) == count


def test_several_releases_in_one_text_are_remarked_on(corpus: Path, index: Path) -> None:
    text = _series("COMMUNIQUÉ DE PRESSE", "Pau, le 4 mai 2009", "Pau, le 9 mai 2009")
    (corpus / "a.txt").write_text(text)
    (corpus / "b.txt").write_text(RELEASE)
    settings = rag.Settings(reader=rag.ReaderSettings(enabled=False))
    (remark,) = rag.build(corpus, index, encoder=WordEncoder(), settings=settings).remarks
    assert (remark.source, remark.reason.code) == ("a.txt", "remark.several")
    assert remark.reason.values == {"count": 2}
    with rag.open(index, encoder=WordEncoder(), settings=settings) as library:
        kept = {one.source: [each.code for each in one.remarks] for one in library.summaries}
    assert kept == {"a.txt": ["remark.several"], "b.txt": []}


@pytest.mark.parametrize(
    "head",
    [
        "<title>Document sans titre</title>", "<title>Untitled Document</title>",
        "<title>Unbenanntes Dokument</title>", "<title>CP | Mairie</title>", "",
    ],
)  # fmt: skip
def test_a_page_without_headings_has_the_headline_above_its_text(corpus: Path, head: str) -> None:
    page = (
        f"{head}<div>MENU</div><div><font size=6>Les oies rentrent à Cahors</font></div>"
        f"<div>Cahors, le 3 mai 2021</div><div>Les oies sont là. {TEXT}</div><div>{TEXT}</div>"
    )
    (release,) = read(corpus, "a.html", page).values()
    assert (release.title, release.published.value) == ("Les oies rentrent à Cahors", "2021-05-03")


def test_a_name_and_the_date_beside_it_are_the_head_of_a_pdf(corpus: Path) -> None:
    for head, date in (("VILLE DE CAHORS", "le 3 mai 2021"), ("STADT WORMS", "3. Mai 2021")):
        drawn = [
            line(head, 50, 800) + line(date, 430, 800), line("A new bridge for us", 50, 760, 20),
            line("The council of the town voted on Monday for a new bridge over it.", 50, 720),
        ]  # fmt: skip
        (release,) = read(corpus, "a.pdf", pdf(["\n".join(drawn)])).values()
        assert release.published.value == "2021-05-03"
        assert release.body.startswith(head)
        assert release.blocks[0].kind == "header"


@pytest.mark.parametrize(
    "text", [" " * 300_000, "Pau, le 4 mai 2009\n" * 2_000, "\t2009 " * 50_000]
)
def test_counting_takes_little_time_whatever_the_text(text: str) -> None:
    start = time.perf_counter()
    assert release_count(text) == 1
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "head", [b"<!-- -->" * 500, b"<?xml?>" * 500, b" " * 5000, b"<!--" * 900, b"From: a\n" * 500]
)
def test_telling_a_format_takes_little_time_whatever_the_file(head: bytes) -> None:
    start = time.perf_counter()
    assert suffix_told("a", io.BytesIO(head), known=False) in ("", ".eml", ".txt")
    assert time.perf_counter() - start < 5
