"""Presentations, OpenDocument sheets, packed files, the XML of news agencies, filled forms, files
written into mails, and what Safari and Apple Mail keep."""

from __future__ import annotations

import binascii
import gzip
import io
import plistlib
import tarfile
from pathlib import Path

import pytest

import rag
from rag.config import ColumnSettings
from rag.corpus.formats import format_of
from rag.corpus.formats.document import Document
from rag.corpus.formats.pdf.drawing import draw_pdf
from rag.corpus.listing import list_corpus
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.types import Release
from tests.office_files import docx, p, packed
from tests.pdf_files import line, pdf
from tests.test_archives import found

TITLE = "Le tramway d'Orval roule jusqu'à la gare"
FIRST = "Le tramway d'Orval dessert depuis lundi la gare et le quartier des Forges."
SECOND = "Treize rames circulent toutes les six minutes entre cinq heures et minuit."
TEXT = f"{TITLE}\n\nOrval, le 4 mai 2015\n\n{FIRST}\n\n{SECOND}\n"


def read(name: str, data: bytes) -> Document:
    form = format_of(name, io.BytesIO(data))
    assert form.read is not None
    return form.read(data)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks or ()]


def releases(corpus: Path) -> list[Release]:
    with Parts(ColumnSettings()) as parts:
        listing = with_parts(list_corpus(corpus), lambda file: parts.expand(file.path))
        return [
            read_release(file, parts.read(file) if file.part else None) for file in listing.files
        ]


def refusal(folder: Path, data: bytes, name: str) -> str:
    """Why nothing of a file is read."""
    try:
        (skipped,) = found(folder, data, name).skipped
    except rag.UnreadableFileError as error:
        return error.key
    return skipped.reason


def put(corpus: Path, name: str, data: bytes | str) -> list[Release]:
    (corpus / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return releases(corpus)


# -- presentations --------------------------------------------------------------------------------

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def shape(*lines: str, kind: str = "") -> str:
    place = f'<p:ph type="{kind}"/>' if kind else ""
    text = "".join(f"<a:p><a:r><a:t>{one}</a:t></a:r></a:p>" for one in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"<p:txBody>{text}</p:txBody></p:sp>"
    )


def pptx(*slides: str, attributes: str = "", **parts: str) -> bytes:
    """A presentation; the last slide has the attributes."""
    spaces = f'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:d="urn:d" xmlns:r="{_OFFICE}"'
    ids = "".join(f'<p:sldId id="{300 + n}" r:id="r{n}"/>' for n in range(len(slides)))
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/slide" Target="slides/s{n}.xml"/>'
        for n in range(len(slides))
    )
    files: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst>"
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{related}</Relationships>",
    }
    for number, inside in enumerate(slides):
        own = attributes if number == len(slides) - 1 else ""
        files[f"ppt/slides/s{number}.xml"] = (
            f"<p:sld {spaces} {own}><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:sld>"
        )
    return packed(files | {name.replace("__", "/"): text for name, text in parts.items()})


def test_the_slides_of_a_presentation_are_read_in_order() -> None:
    table = "".join(
        f"<a:tr>{''.join(f'<a:tc><a:txBody><a:p><a:r><a:t>{c}</a:t></a:r></a:p></a:txBody></a:tc>' for c in row)}</a:tr>"  # noqa: E501
        for row in (("Ligne", "Voyageurs"), ("A", "41 000"), ("B", "18 500"))
    )
    document = read(
        "a.pptx",
        pptx(
            shape(TITLE, kind="ctrTitle") + shape("Orval, le 4 mai 2015", kind="subTitle"),
            shape("Les lignes", kind="title")
            + f"<p:grpSp>{shape(FIRST)}{shape(SECOND)}</p:grpSp>"
            + f"<p:graphicFrame><a:tbl>{table}</a:tbl></p:graphicFrame>"
            + shape("Ville d'Orval", kind="ftr"),
            shape("Réservé à la direction : ne pas montrer cette page."),
            attributes='show="0"',
        ),
    )
    assert kinds(document) == [
        ("title", TITLE),
        ("header", "Orval, le 4 mai 2015"),
        ("heading", "Les lignes"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("columns", "Ligne\tVoyageurs"),
        ("row", "A\t41 000"),
        ("row", "B\t18 500"),
    ]


def test_the_text_of_a_diagram_stands_in_a_part_of_its_own() -> None:
    rels = f'<Relationships><Relationship Id="q" Type="{_OFFICE}/diagramData" Target="../d.xml"/>'
    data = pptx(
        shape(TITLE, kind="title") + '<p:graphicFrame><d:relIds r:dm="q"/></p:graphicFrame>',
        **{
            "ppt__slides___rels__s0.xml.rels": f"{rels}</Relationships>",
            "ppt__d.xml": '<d:m xmlns:d="urn:d" xmlns:a="urn:a"><d:pt><d:t><a:p><a:r><a:t>'
            f"{FIRST}</a:t></a:r></a:p></d:t></d:pt></d:m>",
        },
    )
    assert kinds(read("a.pptx", data)) == [("title", TITLE), ("paragraph", FIRST)]


def open_document(kind: str, body: str, **more: str | bytes) -> bytes:
    names = "office text table draw presentation"
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in names.split()
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return packed({"mimetype": mimetype, "content.xml": content, **more})


def test_an_opendocument_presentation_is_read_without_the_speakers_notes() -> None:
    def frame(name: str, inside: str) -> str:
        return (
            f'<draw:frame presentation:class="{name}"><draw:text-box>{inside}</draw:text-box>'
            "</draw:frame>"
        )

    body = (
        f"<draw:page>{frame('title', f'<text:p>{TITLE}</text:p>')}<presentation:notes>"
        f"{frame('notes', '<text:p>Sourire.</text:p>')}</presentation:notes></draw:page>"
        f"<draw:page>{frame('title', '<text:p>Les rames</text:p>')}"
        f"{frame('outline', f'<text:p>{FIRST}</text:p>')}"
        f"{frame('footer', '<text:p>Orval</text:p>')}</draw:page>"
    )
    document = read("a.odp", open_document("presentation", body))
    assert kinds(document) == [("title", TITLE), ("heading", "Les rames"), ("paragraph", FIRST)]


# -- OpenDocument sheets --------------------------------------------------------------------------


def sheet(*rows: tuple[str, ...]) -> str:
    def cell(value: str) -> str:
        if value[:4].isdigit():
            return f'<table:table-cell office:date-value="{value}T00:00:00"/>'
        lines = "".join(f"<text:p>{one}</text:p>" for one in value.split("\n"))
        return f"<table:table-cell>{lines}</table:table-cell>"

    written = "".join(f"<table:table-row>{''.join(map(cell, r))}</table:table-row>" for r in rows)
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="1024"/></table:table-row>'
    )
    return f'<table:table table:name="CP">{written}{empty}</table:table>'


def test_each_row_of_an_opendocument_sheet_is_a_release(corpus: Path) -> None:
    rows = (
        ("Envois de 2015",),
        ("Réf.", "Titre", "Publié le", "Texte"),
        ("T-1", TITLE, "2015-05-04", f"{FIRST}\n{SECOND}"),
        ("T-2", "Deux", "2015-05-06", "La rue des Forges rouvre aux voitures ce mercredi."),
    )
    one, two = put(corpus, "envois.ods", open_document("spreadsheet", sheet(*rows)))
    assert (one.id, one.title, one.published.value) == ("T-1", TITLE, "2015-05-04")
    assert FIRST in one.body
    assert SECOND in one.body
    assert (two.title, two.published.value) == ("Deux", "2015-05-06")


def test_a_locked_sheet_and_one_without_texts_are_told(tmp_path: Path) -> None:
    manifest = {"META-INF/manifest.xml": "<a><encryption-data/></a>"}
    locked = open_document("spreadsheet", sheet(("a",)), **manifest)
    no_text = open_document("spreadsheet", sheet(("Prix", "Poids"), ("12", "3")))
    assert refusal(tmp_path, locked, "a.ods") == "file.password"
    assert refusal(tmp_path, no_text, "a.ods") == "file.no_text_column"


# -- packed files ---------------------------------------------------------------------------------


def tar(files: dict[str, bytes], mode: str = "w", *more: tarfile.TarInfo) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in more:
            archive.addfile(info)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("2015.txt.gz", gzip.compress(TEXT.encode())),
        ("a.html.gz", gzip.compress(TEXT.replace("\n\n", "<p>").join(("<html>", "")).encode())),
        ("a.tar", tar({"cp/a.txt": TEXT.encode()})),
        ("a.tgz", tar({"cp/a.txt": TEXT.encode()}, "w:gz")),
        ("a.tar.gz", tar({"a.txt": TEXT.encode()}, "w:gz")),
    ],
)
def test_a_packed_release_is_read(corpus: Path, name: str, data: bytes) -> None:
    (release,) = put(corpus, name, data)
    assert release.published.value == "2015-05-04"
    assert FIRST in release.body


def test_a_packed_table_has_rows(corpus: Path) -> None:
    table = f"id;titre;texte\n1;{TITLE};{FIRST}\n2;Deux;{SECOND}\n"
    assert len(put(corpus, "a.csv.gz", gzip.compress(table.encode()))) == 2


def test_links_in_an_archive_of_tar_are_told_and_names_lead_nowhere(tmp_path: Path) -> None:
    link = tarfile.TarInfo("b.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    expansion = found(tmp_path, tar({"../a.txt": TEXT.encode()}, "w", link), "z.tar")
    assert not expansion.parts
    assert {one.reason for one in expansion.skipped} == {"file.bad_member"}


@pytest.mark.parametrize("data", [gzip.compress(TEXT.encode())[:-9], b"\x1f\x8bxyz", b"none"])
def test_a_damaged_packed_file_is_told(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data, "a.txt.gz") == "file.broken"


def test_what_grows_when_it_is_unpacked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rag.corpus.formats import compressed

    monkeypatch.setattr(compressed, "MAX_BYTES", 4096)
    (skipped,) = found(tmp_path, gzip.compress(b"a" * 9_999), "a.txt.gz").skipped
    assert skipped.reason == "file.too_large"
    monkeypatch.setattr(compressed, "_MOST_UNPACKED", 4096)
    with pytest.raises(rag.UnreadableFileError) as caught:
        found(tmp_path, tar({"a.txt": b"a" * 9_999}, "w:gz"), "a.tgz")
    assert caught.value.key == "file.unpacks_too_large"


# -- the XML of news agencies ---------------------------------------------------------------------


def test_a_story_in_nitf_is_a_release(corpus: Path) -> None:
    story = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><head><docdata>
        <doc-id id-string="O-5"/><date.issue norm="20150504T080000+0200"/></docdata></head><body>
        <body.head><hedline><hl1>{TITLE}</hl1><hl2>Treize rames neuves</hl2></hedline>
        <dateline><location>ORVAL</location>, 4 mai 2015</dateline></body.head><body.content>
        <media><media-reference source="a.jpg"/><media-caption>La gare</media-caption></media>
        <p>{FIRST}</p><block><p><q>{SECOND}</q></p></block></body.content></body></nitf>"""
    (release,) = put(corpus, "a.xml", story)
    assert (release.title, release.published.value) == (TITLE, "2015-05-04")
    text = [release.body[b.start : b.end] for b in release.blocks if b.kind == "paragraph"]
    assert text[-2:] == [FIRST, SECOND]


def test_newsml_has_a_story_in_each_item_and_withheld_ones_are_told(corpus: Path) -> None:
    def item(number: int, status: str, inside: str) -> str:
        return (
            f'<newsItem guid="urn:x:{number}" xml:lang="fr"><itemMeta><versionCreated>'
            f'2015-05-0{number}T10:00:00Z</versionCreated><pubStatus qcode="stat:{status}"/>'
            f"</itemMeta><contentMeta><headline>Titre {number}</headline></contentMeta>"
            f"<contentSet>{inside}</contentSet></newsItem>"
        )

    page = f"<inlineXML><html><body><p>{FIRST}</p></body></html></inlineXML>"
    plain = f"<inlineData>{SECOND}\n\nDeuxième paragraphe.</inlineData>"
    (corpus / "a.xml").write_text(
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        + item(1, "usable", page) + item(2, "usable", plain) + item(3, "canceled", page)
        + "</itemSet></newsMessage>",
        encoding="utf-8",
    )  # fmt: skip
    one, two = releases(corpus)
    assert (one.title, one.published.value) == ("Titre 1", "2015-05-01")
    assert FIRST in one.body
    assert two.body.endswith(f"{SECOND}\n\nDeuxième paragraphe.")
    (skipped,) = found(corpus, (corpus / "a.xml").read_bytes(), "b.xml").skipped
    assert skipped.reason == "row.unpublished"


# -- forms ----------------------------------------------------------------------------------------


def form() -> bytes:
    """A page with two filled fields, a button and a comment."""

    def field(name: str, value: str, low: int, more: str = "/FT /Tx") -> str:
        return (
            f"<< /Type /Annot /Subtype /Widget {more} /T ({name}) /V ({value})"
            f" /DA (/F1 11 Tf 0 g) /Rect [110 {low} 540 {low + 20}] >>"
        )

    fields = [
        field("a", "Place du March\\351, Orval", 734),
        field("b", "Le tramway part \\340 midi.", 700),
        field("c", "Envoyer", 660, "/FT /Btn /Ff 65536 /MK << /CA (Envoyer) >>"),
    ]
    notes = "<< /Type /Annot /Subtype /Text /Contents (Note du cabinet) /Rect [0 0 9 9] >>"
    return pdf(
        [line("Fiche de presse", 60, 780, 18, "F2") + "\n" + line("Lieu :", 60, 740)],
        page=f"/MediaBox [0 0 595 842] /Annots [{' '.join(fields)} {notes}]",
        catalog=f"/AcroForm << /Fields [{' '.join(fields)}] /NeedAppearances true >>",
    )


def test_what_was_filled_into_a_form_is_text() -> None:
    document = read("a.pdf", form())
    assert "Place du Marché, Orval" in document.text
    assert "Le tramway part à midi." in document.text
    assert "Envoyer" not in document.text
    assert "Note" not in document.text
    place = next(one for one in document.places if "Marché" in document.text[one.start : one.end])
    assert place.page == 1


def test_a_filled_form_is_drawn_with_its_values() -> None:
    empty = pdf([line("Fiche de presse", 60, 780, 18, "F2") + "\n" + line("Lieu :", 60, 740)])
    assert draw_pdf(form(), 1, ()) != draw_pdf(empty, 1, ())


# -- files written into texts, Apple's files ------------------------------------------------------


def uuencoded(name: str, data: bytes) -> str:
    lines = (binascii.b2a_uu(data[n : n + 45]).decode() for n in range(0, len(data), 45))
    return f"begin 644 {name}\n{''.join(lines)}`\nend\n"


MAIL = (
    "From: presse@orval.example\nTo: a@b.example\nSubject: Tramway\n"
    "Date: Mon, 4 May 1998 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n"
    f"Content-Transfer-Encoding: 8bit\n\n{FIRST}\n"
)


def test_a_file_that_is_written_into_a_mail_is_a_release_of_its_own(corpus: Path) -> None:
    own, file = sorted(
        put(corpus, "a.eml", f"{MAIL}\n{uuencoded('plan.txt', TEXT.encode())}"),
        key=lambda one: one.source,
    )
    assert own.body.strip().endswith(FIRST)
    assert file.source == "a.eml/plan.txt"
    assert SECOND in file.body


def test_what_is_written_into_a_text_as_letters_is_never_quoted(corpus: Path) -> None:
    (release,) = put(corpus, "a.txt", TEXT + "\n" + uuencoded("a.gif", bytes(range(200))))
    quoted = [release.body[b.start : b.end] for b in release.blocks if b.kind != "site"]
    assert quoted[-1] == SECOND


def test_a_mail_of_apple_mail_and_a_page_of_safari_are_read(corpus: Path) -> None:
    tail = '<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>'
    count = len(MAIL.encode())
    (mail,) = put(corpus, "1.emlx", f"{count:<10}\n{MAIL}{tail}")
    assert mail.body.strip().endswith(FIRST)
    page = f"<html><body><h1>{TITLE}</h1><p>4 mai 2015</p><p>{FIRST}</p></body></html>".encode()
    saved = {"WebResourceData": page, "WebResourceURL": "https://orval.example/a"}
    archive = plistlib.dumps({"WebMainResource": saved}, fmt=plistlib.FMT_BINARY)
    release = next(r for r in put(corpus, "b.webarchive", archive) if r.source.startswith("b"))
    assert (release.title, release.published.value) == (TITLE, "2015-05-04")
    assert release.url == "https://orval.example/a"
    for damaged in (archive[:40], b"bplist00", plistlib.dumps({"a": 1}), plistlib.dumps([1])):
        with pytest.raises(rag.UnreadableFileError):
            read("b.webarchive", damaged)


# -- what stands around a text --------------------------------------------------------------------


@pytest.mark.parametrize(
    "notice",
    [
        "Ce courriel et ses pièces jointes sont confidentiels.",
        "Pensez à l’environnement avant d’imprimer ce message.",
        "This e-mail is confidential and intended for the addressee alone.\nThank you.",
        "Diese Nachricht ist vertraulich.",
        "_______________________________________________\nPresse mailing list\nPresse@b.example",
    ],
)
def test_a_notice_that_firms_put_below_their_mails_is_no_text(corpus: Path, notice: str) -> None:
    (release,) = put(corpus, "a.eml", f"{MAIL}\n{SECOND}\n\n{notice}\n")
    assert release.body.strip().endswith(SECOND)


def test_a_notice_above_a_text_takes_nothing_away(corpus: Path) -> None:
    mail = MAIL.replace(FIRST, f"Ce message est confidentiel jusqu'à lundi.\n\n{FIRST}\n\n{SECOND}")
    (release,) = put(corpus, "a.eml", mail)
    assert SECOND in release.body


def test_drafts_in_a_table_are_told_and_shortcodes_are_no_text(corpus: Path) -> None:
    table = (
        "post_title,post_date,post_content,post_status\n"
        f'{TITLE},2015-05-04,"<p>[caption width=9]{FIRST}[/caption]</p>[gallery ids=1]",publish\n'
        f"Deux,2015-05-05,<p>{SECOND}</p>,draft\n"
    )
    (corpus / "a.csv").write_text(table, encoding="utf-8")
    (release,) = releases(corpus)
    assert release.body.strip().endswith(FIRST)
    (skipped,) = found(corpus, table.encode(), "b.csv").skipped
    assert skipped.reason == "row.unpublished"


def test_the_subject_in_a_table_is_the_title(corpus: Path) -> None:
    (release,) = put(corpus, "a.csv", f"Réf;Objet;Date;Texte\n1;{TITLE};4/5/2015;{FIRST}\n")
    assert (release.title, release.published.value) == (TITLE, "2015-05-04")


def test_a_stamp_across_a_page_is_no_title() -> None:
    stamp = "BT /F2 70 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (EMBARGO) Tj ET"
    text = [line(TITLE, 60, 780, 18, "F2"), line("Orval, le 4 mai 2015", 60, 750)]
    document = read("a.pdf", pdf(["\n".join([*text, line(FIRST, 60, 720, 10), stamp])]))
    assert kinds(document) == [
        ("title", TITLE),
        ("header", "Orval, le 4 mai 2015"),
        ("paragraph", FIRST),
    ]


def test_the_first_row_of_sentences_names_no_columns() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{p(one)}</w:tc><w:tc>{p(other)}</w:tc></w:tr>"
        for one, other in ((FIRST, "The tram runs to the station since Monday."), ("13", "12"))
    )
    document = read("a.docx", docx(p(TITLE) + p("Orval, le 4 mai 2015") + f"<w:tbl>{rows}</w:tbl>"))
    assert "columns" not in [kind for kind, _text in kinds(document)]
