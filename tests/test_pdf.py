"""PDF files: their text in reading order, what its parts are, where they stand, and which files
are refused with which reason. ``tests/data/pdf/README.md`` tells where the files come from."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag import cli, messages
from rag.corpus.chunking import cut_passages
from rag.corpus.formats import Document
from rag.corpus.formats.pdf import read
from rag.corpus.formats.pdf.hyphens import Hyphens
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.phrases import pages_in_words
from rag.types import Place, Release, places_of
from tests.conftest import WordEncoder
from tests.pdf_files import PAGE, line, lines, pdf

DATA = Path(__file__).parent / "data" / "pdf"
READABLE = ("bureau", "deux-colonnes", "lycees", "tableau")
LEAD = [
    "Le conseil municipal a voté lundi soir le budget de la commune pour",
    "l’année prochaine. Les impôts locaux n’augmenteront pas et trois écoles",
    "seront rénovées avant la rentrée de septembre.",
]


def document(name: str) -> Document:
    return read((DATA / f"{name}.pdf").read_bytes())


def release(corpus: Path, data: bytes, name: str = "a.pdf") -> Release:
    (corpus / name).write_bytes(data)
    (file,) = list_corpus(corpus).files
    return read_release(file)


def parts(document: Document, kind: str) -> list[str]:
    assert document.blocks is not None
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


def refusal(data: bytes) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        read(data)
    return caught.value.key


# -- the text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("bureau", "La bibliothèque de Sauveterre rouvre après deux ans de travaux", "2021-09-21"),
        (
            "deux-colonnes",
            "Le port de Brévaux raccorde ses quais au réseau électrique de l’estuaire",
            "2023-03-14",
        ),
        (
            "lycees",
            "La Région Valmère consacre quarante millions d’euros à la rénovation de ses lycées",
            "2022-06-05",
        ),
        (
            "tableau",
            "Vélobus transporte deux millions de voyageurs et ouvre trois lignes à Montrézy",
            "2023-02-09",
        ),
    ],
)
def test_title_date_and_language_are_those_of_the_text(
    corpus: Path, name: str, title: str, date: str
) -> None:
    found = release(corpus, (DATA / f"{name}.pdf").read_bytes())
    assert found.title == title
    assert (found.published.value, found.published.stated_by) == (date, "header")
    assert not found.published.doubtful
    assert found.language == "fr"


def _source_paragraphs(name: str) -> list[str]:
    """The paragraphs of a source, in order, in the letters that a PDF has for them."""
    if name == "deux-colonnes":
        text = (DATA / "sources" / f"{name}.tex").read_text(encoding="utf-8")
        text = text.split("\\thispagestyle{fancy}")[1].split("\\end{document}")[0]
        text = re.sub(r"\\footnote\{[^}]*\}", " ¹", text)
        found = [p for p in text.split("\n\n") if not p.strip().startswith("\\")]
    else:
        text = (DATA / "sources" / f"{name}.html").read_text(encoding="utf-8")
        found = re.findall(r"<p>([^<]{90,})</p>", text)
    return [" ".join(p.replace("'", "’").split()) for p in found]


@pytest.mark.parametrize("name", READABLE)
def test_every_paragraph_of_the_source_is_one_and_in_order(name: str) -> None:
    wanted = _source_paragraphs(name)
    assert len(wanted) >= 2
    found = [" ".join(text.split()) for text in parts(document(name), "paragraph")]
    assert [text for text in found if text in wanted] == wanted


def test_words_that_line_ends_broke_are_whole_and_compounds_keep_their_hyphen() -> None:
    text = document("deux-colonnes").text
    for word in ("coordination", "sous-marine", "dix-huit", "Harcourt-Delmas", "météorologiques"):
        assert word in text
    assert not re.search("[\ufffe\x02\xad\ufb00-\ufb06]", text)


@pytest.mark.parametrize(
    ("before", "after", "others", "stays"),
    [
        ("une coor\ufffe", "dination étroite", [], False),
        ("une liaison sous\ufffe", "marine de", [], True),
        ("une liaison sous\ufffe", "marine de", ["les souterrains sous-marins"], True),
        ("le porte\ufffe", "feuille du", ["un portefeuille de projets"], False),
        ("le multi\ufffe", "média à", ["le multi-média est"], True),
        ("à Saint\ufffe", "Denis, où", [], True),
        ("à BRE\ufffe", "TAGNE, où", [], False),
        ("la Covid-", "19 a", [], True),
        ("c’est-à-", "dire que", [], True),
        ("peut-", "être que", [], True),
    ],
)
def test_a_hyphen_stays_where_it_is_the_words_own(
    before: str, after: str, others: list[str], stays: bool
) -> None:
    lines = [*others, "Le communiqué parle de la commune et de ses habitants.", before, after]
    assert Hyphens(lines).stays(before, after) is stays


def test_running_heads_feet_and_page_numbers_are_out() -> None:
    for name in READABLE:
        text = document(name).text
        assert not re.search(r"\b[12]\s?/\s?[12]\b|Page \d|file:|\d\d:\d\d", text)
        assert text.count("Port autonome de Brévaux ---") == 0
    assert "Port autonome de Brévaux — Communiqué" not in document("deux-colonnes").text
    # One that may state the release's date stays where it stands first.
    assert document("lycees").text.count("Communiqué de presse du 5 juin 2022") == 1


def test_a_table_is_a_row_a_line_with_tabs_and_its_columns_are_named() -> None:
    table = document("tableau")
    assert parts(table, "columns") == ["Ligne\tVoyageurs\tÉvolution"]
    assert [row.replace("\u00a0", " ") for row in parts(table, "row")] == [
        "Ligne 1 – Gare\t1 204 000\t+ 9 %",
        "Ligne 2 – Hôtel de Ville\t612 500\t+ 14 %",
        "Ligne 3 – Plateau\t231 800\t+ 21 %",
    ]


def test_the_cells_of_several_lines_are_put_together() -> None:
    rows = parts(document("lycees"), "row")
    assert [row.split("\t")[:2] for row in rows] == [
        ["Études", "juillet 2022"],
        ["Appels d’offres", "octobre 2022"],
        ["Travaux", "2023 à 2025"],
    ]
    assert rows[0].endswith("pour chacun des établissements retenus.")


def test_lists_are_items_whether_their_bullets_are_written_or_drawn() -> None:
    assert parts(document("bureau"), "item")[-1] == "• une ludothèque."
    drawn = parts(document("tableau"), "item")
    assert len(drawn) == 3
    assert drawn[0].startswith("• un bus toutes les dix minutes aux heures de pointe, y compris")
    assert drawn[0].endswith("les jours de grand départ ;")
    assert [text[:3] for text in parts(document("lycees"), "item")] == ["1. ", "2. ", "3. "]


def test_neither_a_logo_nor_a_label_is_the_title() -> None:
    found = read(
        pdf(
            [
                "\n".join(
                    [
                        line("ACME", 72, 790, 30, "F2"),
                        line("COMMUNIQUÉ DE PRESSE", 200, 760, 24, "F2"),
                        line("Communiqué n° 12", 72, 730, 10),
                        line("Orsay, le 5 mai 2021", 420, 730, 10),
                        line("La commune d’Orsay vote un budget", 72, 690, 18, "F2"),
                        line("pour rénover trois écoles", 72, 668, 18, "F2"),
                        lines(LEAD, 72, 600),
                    ]
                )
            ]
        )
    )
    assert parts(found, "title") == ["La commune d’Orsay vote un budget pour rénover trois écoles"]
    assert set(parts(found, "header")) == {
        "COMMUNIQUÉ DE PRESSE",
        "Communiqué n° 12",
        "Orsay, le 5 mai 2021",
    }
    assert parts(found, "paragraph") == [" ".join(LEAD)]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Trois écoles seront rénovées à Orsay", "Orsay, le 5 mai 2021"], 0),
        (["Mairie Orsay", "La commune vote le budget des trois écoles"], 1),
    ],
)
def test_a_title_in_the_font_of_the_text_is_the_title_and_no_passage(
    corpus: Path, head: list[str], title: int
) -> None:
    found = release(corpus, pdf([f"{lines(head, 72, 760, 30)}\n{lines(LEAD, 72, 690)}"]))
    assert found.title == head[title]
    passages = cut_passages(found, len, max_tokens=500, min_characters=1, with_title=True)
    assert head[title] not in [one.text for one in passages]
    assert passages[-1].text == " ".join(LEAD)


def test_a_narrow_column_beside_the_text_is_read_apart() -> None:
    contact = ["Contact presse", "Jeanne Ormeaux", "01 99 00 11 22"]
    text = [
        "Le conseil municipal a voté lundi soir le budget de la",
        "commune pour l’année prochaine. Les impôts locaux",
        "n’augmenteront pas et trois écoles seront rénovées avant",
        "la rentrée de septembre. Le maire a présenté le",
        "calendrier des travaux aux parents.",
    ]
    found = read(pdf([f"{lines(contact, 60, 560)}\n{lines(text, 240, 560)}"]))
    assert parts(found, "paragraph") == ["\n".join(contact), " ".join(text)]
    names, values = ["Lieu", "Date", "Prix"], ["salle des fêtes", "5 mai 2021", "gratuit"]
    found = read(pdf([f"{lines(names, 60, 560, 16)}\n{lines(values, 240, 560, 16)}"]))
    assert parts(found, "row") == ["Lieu\tsalle des fêtes", "Date\t5 mai 2021", "Prix\tgratuit"]


def test_headings_are_told_by_their_font() -> None:
    assert parts(document("bureau"), "heading") == ["Des horaires élargis", "Trois fonds nouveaux"]
    assert parts(document("deux-colonnes"), "heading") == [
        "Un chantier sous-marin délicat",
        "Les prochaines étapes",
    ]


def test_a_note_stands_apart_and_its_number_is_not_glued_to_a_word() -> None:
    port = document("deux-colonnes")
    assert "professionnels ¹. Des caméras" in port.text
    (note,) = [text for text in parts(port, "paragraph") if "Abyssal" in text]
    assert note.startswith("1. Le contrôle a été fait")


# -- places --------------------------------------------------------------------------------------


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("name", READABLE)
def test_the_box_of_each_line_holds_its_words_and_no_others_beside(name: str) -> None:
    found = document(name)
    file = pypdfium2.PdfDocument(DATA / f"{name}.pdf")
    assert len(found.places) > 15
    for place in found.places:
        assert place.page is not None
        assert place.box is not None
        page = file[place.page - 1]
        left, top, right, bottom = place.box
        height = page.get_height()
        assert 0 <= left < right <= page.get_width()
        assert 0 <= top < bottom <= height
        inside = page.get_textpage().get_text_bounded(
            left - 0.5, height - bottom - 0.5, right + 0.5, height - top + 0.5
        )
        words = _letters(found.text[place.start : place.end].translate({0xB9: "1"}))
        assert words in _letters(inside) or sorted(words) == sorted(_letters(inside))
    file.close()


@pytest.mark.parametrize("name", READABLE)
def test_blocks_and_places_are_in_order_and_cover_the_text(name: str) -> None:
    check_order(document(name))


def check_order(found: Document) -> None:
    end = 0
    assert found.blocks is not None
    for block in found.blocks:
        assert end <= block.start < block.end
        end = block.end
    assert end <= len(found.text)
    end = 0
    for place in found.places:
        assert end <= place.start <= place.end <= len(found.text)
        assert not found.text[end : place.start].strip()
        end = place.end
    assert not found.text[end:].strip()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_has_its_boxes_where_it_shows_the_text(turn: int) -> None:
    data = pdf([lines(LEAD, 72, 700)], page=f"{PAGE} /Rotate {turn}")
    found = read(data)
    assert found.text.startswith("Le conseil municipal a voté lundi soir")
    file = pypdfium2.PdfDocument(data)
    picture = file[0].render(scale=1, may_draw_forms=False).to_numpy()[:, :, 0]
    file.close()
    for place in found.places:
        assert place.box is not None
        left, top, right, bottom = (int(edge) for edge in place.box)
        shown = slice(top - 1, bottom + 2), slice(left - 1, right + 2)
        inside = picture[shown]
        assert (inside < 128).mean() > 0.03
        picture[shown] = 255
    assert (picture > 200).all()


@pytest.mark.parametrize("matrix", ["0 1 -1 0 595 0", "0 -1 1 0 0 842", "-1 0 0 -1 595 842"])
def test_text_that_is_written_sideways_is_read(matrix: str) -> None:
    found = read(pdf([f"{matrix} cm\n{lines(LEAD, 72, 460)}"]))
    assert found.text == " ".join(LEAD)
    assert len(found.places) == 3


def test_places_of_a_stretch_are_cut_to_it() -> None:
    body = "un deux\ntrois"
    places = (Place(0, 7, 1, (0, 0, 9, 9)), Place(8, 13, 2, (0, 0, 5, 9), offset=20))
    held = Release("a", "", rag.PublicationDate(), None, body, "a.pdf", places=places)
    assert places_of(held, 3, 10) == (
        Place(3, 7, 1, (0, 0, 9, 9)),
        Place(8, 10, 2, (0, 0, 5, 9), offset=20),
    )
    assert places_of(held, 9, 10)[0].offset == 21
    assert places_of(held, 7, 8) == ()
    assert pages_in_words(places_of(held, 0, 3)) == "page 1"
    assert pages_in_words(places) == "pages 1 à 2"
    assert pages_in_words(()) == ""


# -- what the properties state -------------------------------------------------------------------


def test_properties_stand_in_only_for_what_the_text_does_not_state(corpus: Path) -> None:
    properties = "/Title (Le budget de la commune) /CreationDate (D:20200301120000+01'00')"
    found = release(corpus, pdf([lines(LEAD, 72, 700)], properties=properties))
    assert found.title == "Le budget de la commune"
    assert found.published.value == "2020-03-01"
    assert (found.published.stated_by, found.published.doubtful) == ("file", True)
    assert found.published.words == "D:20200301120000+01'00'"
    dated = pdf(
        [f"{line('Orsay, le 5 mai 2021', 72, 760)}\n{lines(LEAD, 72, 700)}"], properties=properties
    )
    found = release(corpus, dated)
    assert (found.published.value, found.published.doubtful) == ("2021-05-05", False)


@pytest.mark.parametrize("title", ["Microsoft Word - cp.doc", "cp_mairie_v3.pdf", "Sans titre", ""])
def test_a_title_that_is_a_files_name_is_none(corpus: Path, title: str) -> None:
    data = pdf([lines(LEAD, 72, 700)], properties=f"/Title ({title})")
    assert release(corpus, data).title.startswith("Le conseil municipal")


def test_the_catalogues_language_counts_where_the_text_tells_none() -> None:
    assert read(pdf([line("OK 12", 72, 700)], catalog="/Lang (fr-CH)")).hints.language == "fr"


# -- files that are refused ----------------------------------------------------------------------


def test_each_unreadable_file_has_its_reason() -> None:
    picture = "q 595 0 0 842 0 0 cm /Im Do Q"
    whole = (DATA / "tableau.pdf").read_bytes()
    shifted = [
        "".join(chr(ord(c) - 29) if "a" <= c <= "z" else c for c in text) for text in LEAD * 3
    ]
    assert refusal(b"") == "file.empty"
    assert refusal(pdf([""])) == "file.empty"
    assert refusal(pdf([picture, picture])) == "file.scan"
    assert refusal((DATA / "mot-de-passe.pdf").read_bytes()) == "file.password"
    assert refusal(b"%PDF-1.7\nnothing") == "file.broken"
    assert refusal(b"<html>startxref</html>") == "file.broken"
    for part in (3, 2):
        assert refusal(whole[: len(whole) * (part - 1) // part]) == "file.broken"
    assert refusal(pdf([lines(shifted, 72, 700)])) == "file.bad_fonts"
    numbers = [picture + "\n" + line(f"Page {number}", 280, 30) for number in (1, 2, 3)]
    assert refusal(pdf(numbers)) == "file.scan"


def test_every_reason_names_a_remedy_in_every_language() -> None:
    for language in messages.LANGUAGES:
        with messages.use(language):
            assert "ocrmypdf" in str(rag.UnreadableFileError("file.scan"))
            assert "ocrmypdf" in str(rag.UnreadableFileError("file.bad_fonts"))
            for key in ("file.password", "file.broken", "file.too_long"):
                assert ";" in str(rag.UnreadableFileError(key))


def test_pages_without_text_are_told() -> None:
    found = read(pdf([lines(LEAD, 72, 700), "", "q 9 0 0 9 0 0 cm /Im Do Q"]))
    assert found.empty_pages == (2, 3)


def test_a_paragraph_goes_on_over_pages_between_heads_and_numbers() -> None:
    head = line("Mairie d’Orsay – service de la communication", 72, 810, 8)
    pages = [
        f"{head}\n{lines(text, 72, 700)}\n{line(f'- {number} -', 290, 30, 8)}"
        for number, text in enumerate((LEAD[:2], [*LEAD[2:], *LEAD]), start=1)
    ]
    found = read(pdf(pages))
    assert found.text.startswith(" ".join(LEAD))
    assert "communication" not in found.text
    assert [place.page for place in found.places[:3]] == [1, 1, 2]


def test_many_pages_are_read_one_after_the_other() -> None:
    data = pdf([f"{lines(LEAD, 72, 700)}\n{line(f'Page {n}', 280, 30)}" for n in range(1, 2001)])
    found = read(data)
    assert found.text.count("trois écoles") == 2000
    assert found.places[-1].page == 2000


def test_two_threads_may_read_at_once() -> None:
    wanted = document("lycees").text
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.extend(document("lycees").text for _ in range(5)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 20


# -- damaged files -------------------------------------------------------------------------------

_SMALL = [
    pdf([lines(LEAD, 72, 700), line("Suite", 72, 700)], properties="/Title (Un titre)"),
    (DATA / "lycees.pdf").read_bytes(),
]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(data=st.data())
def test_changed_bytes_give_a_document_or_a_reason(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(_SMALL)))
    places = st.integers(0, len(content) - 1)
    changes = data.draw(
        st.lists(st.tuples(places, st.binary(min_size=1, max_size=4)), min_size=1, max_size=20)
    )
    for place, new in changes:
        content[place : place + len(new)] = new
    if data.draw(st.booleans()):
        del content[data.draw(places) :]
    try:
        found = read(bytes(content))
    except rag.UnreadableFileError:
        return
    check_order(found)


# -- the whole way -------------------------------------------------------------------------------


def test_the_command_line_tells_why_a_pdf_is_left_out(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a.pdf").write_bytes((DATA / "bureau.pdf").read_bytes())
    (corpus / "b.pdf").write_bytes(pdf(["q 595 0 0 842 0 0 cm /Im Do Q"]))
    plain = rag.Settings(reader=rag.ReaderSettings(enabled=False))
    report = rag.build(corpus, index, encoder=WordEncoder(), settings=plain)
    assert report.skipped == (rag.SkippedFile("b.pdf", "file.scan"),)
    assert "ocrmypdf" in str(report.skipped[0].error)
    assert cli.main(["build", str(corpus), "-i", str(index), "--json"]) in (0, 1)
    printed = json.loads(capsys.readouterr().out)
    assert printed["skipped"][0]["reason"] == "file.scan"
