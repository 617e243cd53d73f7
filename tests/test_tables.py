"""Tables with a release in each row: CSV, XLSX, JSON and JSONL. ``tests/data/rows/README.md`` tells
where the files come from."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag import messages
from rag.config import ColumnSettings
from rag.corpus import unpacking
from rag.corpus.formats import Part, delimited, json_rows, spreadsheet
from rag.corpus.formats.columns import find_columns, make_part, plain_text
from rag.corpus.listing import list_corpus
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.types import Release
from tests.conftest import paragraph

DATA = Path(__file__).parent / "data" / "rows"
TEXT = paragraph("oies")
ANY = ColumnSettings()
FORMATS = {"csv": delimited, "json": json_rows, "xlsx": spreadsheet}


def rows(kind: str, data: bytes | str, named: ColumnSettings = ANY) -> list[Part]:
    content = data.encode() if isinstance(data, str) else data
    return list(FORMATS[kind].expand(io.BytesIO(content), named))  # type: ignore[attr-defined]


def texts(kind: str, data: bytes | str, named: ColumnSettings = ANY) -> list[str]:
    return [part.read().decode() for part in rows(kind, data, named) if part.problem is None]


def refusal(kind: str, data: bytes | str) -> rag.UnreadableFileError:
    with pytest.raises(rag.UnreadableFileError) as caught:
        rows(kind, data)
    for code in messages.LANGUAGES:
        with messages.use(code):
            assert str(caught.value)
    return caught.value


def releases(*paths: Path, corpus: Path) -> dict[str, Release]:
    """The releases of some files, by what stands behind the file in their source."""
    for path in paths:
        (corpus / path.name).write_bytes(path.read_bytes())
    with Parts(ANY) as parts:
        listing = with_parts(list_corpus(corpus), lambda file: parts.expand(file.path))
        found = [read_release(file, parts.read(file)) for file in listing.files]
    return {release.source.partition("#")[2]: release for release in found}


# -- files of two producers each ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (
            "depeches-python.csv",
            {
                "WN-44318": ("2012-06-22", "Télécommunications : fin de service"),
                "WN-44372": ("2012-06-26", "France : le SMIC augmentera de 2 %"),
                "WN-44489": ("2012-07-02", "France : Hewlett-Packard va supprimer 520 postes"),
            },
        ),
        (
            "depeches-excel.csv",
            {
                "44520": ("2012-07-04", "Science : découverte du Boson de Higgs"),
                "44555": ("2012-07-05", "Chômage : Le nombre d'emplois menacés"),
            },
        ),
        (
            "depeches-openpyxl.xlsx",
            {
                "44318": ("2012-06-22", "Télécommunications : fin de service"),
                "44489": ("2012-07-02", "France : Hewlett-Packard va supprimer 520 postes"),
            },
        ),
        (
            "depeches-wordpress.json",
            {
                "44520": ("2012-07-04", "Science : découverte du Boson de Higgs"),
                "44313": ("2012-06-22", "France : lancement des Journées de l'archéologie"),
            },
        ),
        (
            "depeches.jsonl",
            {
                "43971": ("2012-05-22", "États-Unis : Lancement réussi pour Space X Dragon"),
                "44555": ("2012-07-05", "Chômage : Le nombre d'emplois menacés"),
            },
        ),
    ],
)
def test_rows_are_releases_with_what_their_columns_state(
    corpus: Path, file: str, wanted: dict[str, tuple[str, str]]
) -> None:
    found = releases(DATA / file, corpus=corpus)
    assert found.keys() == wanted.keys()
    for name, (date, title) in wanted.items():
        release = found[name]
        assert release.title.startswith(title)
        assert (release.published.value, release.published.stated_by) == (date, "file")
        assert (release.language, release.published.doubtful) == ("fr", False)
        assert release.body.startswith(f"{release.title}\n\n")
        kinds = [block.kind for block in release.blocks]
        assert kinds[0] == "title"
        assert "paragraph" in kinds


def test_a_spreadsheet_gives_dates_as_dates_and_formulas_as_saved(corpus: Path) -> None:
    found = releases(DATA / "depeches-xlsxwriter.xlsx", corpus=corpus)
    assert found["CP-44372"].published.value == "2012-06-26"
    (computed,) = [one for one in found.values() if one.title == "Un titre calculé"]
    assert "enregistré en dernier" in computed.body
    assert "=" not in computed.body


def test_a_lead_stands_before_the_text_and_cells_keep_their_paragraphs(corpus: Path) -> None:
    release = releases(DATA / "depeches-excel.csv", corpus=corpus)["44520"]
    assert "\n\nLe CERN a annoncé aujourd'hui la découverte" in release.body
    assert sum(block.kind == "paragraph" for block in release.blocks) == 3


# -- columns --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "id,title,date,text,url", "Identifiant,Titre,Date de publication,Texte,Lien",
        "GUID,Headline,Published,Body,Link", "id_communique,TITRE,publié le,contenu,permalien",
        "nid,post_title,post_date,post_content,permalink",
        "Référence,Intitulé,date_parution,Texte intégral,URL",
        "uuid,Titel,Datum,Inhalt,Link", "id,título,fecha,texto,url",
        "Numéro du communiqué,Titre du communiqué,Date du communiqué,Corps du communiqué,"
        "Lien vers le communiqué",
        "article_id,article_title,date de l'article,article_body,article_url",
    ],
)  # fmt: skip
def test_columns_are_found_by_their_usual_names(head: str) -> None:
    (part,) = rows("csv", f"{head}\n7,Un titre,12/03/2021,{TEXT},https://example.org/a\n")
    assert part.read().decode() == TEXT
    assert part.keys == ("7", "https://example.org/a")
    assert part.stated == {
        "title": "Un titre", "date": "12/03/2021", "url": "https://example.org/a",
    }  # fmt: skip


def test_columns_that_the_settings_name_come_first() -> None:
    named = ColumnSettings(text=("Partie 1", "partie_2"), title=("sujet",), origin=("Service",))
    table = f"texte,Sujet,PARTIE 2,partie 1,service\nnon,Un sujet,{TEXT},Début.,Mairie\n"
    (part,) = rows("csv", table, named)
    assert part.read().decode() == f"Début.\n\n{TEXT}"
    assert part.stated == {"title": "Un sujet", "origin": "Mairie"}


def test_a_summary_is_the_text_of_a_table_that_has_no_other() -> None:
    assert find_columns(["titre", "résumé"], ANY) is not None
    assert texts("csv", f"titre,description\nA,{TEXT}\n") == [TEXT]
    assert texts("csv", f"titre,chapo,texte\nA,Un chapô.,{TEXT}\n") == [f"Un chapô.\n\n{TEXT}"]
    assert texts("csv", f"titre,chapo,texte\nA,{TEXT[:80]},{TEXT}\n") == [TEXT]


def test_a_table_without_a_text_names_its_columns_and_the_remedy() -> None:
    error = refusal("csv", "nom;âge;" + ";".join(f"c{n}" for n in range(40)) + "\nx;1;2\n")
    assert error.key == "file.no_text_column"
    assert "nom, âge, c0" in str(error)
    assert "[corpus.columns]" in str(error)
    assert "c39" not in str(error)


def test_a_wrong_date_or_language_is_left_out_and_the_row_is_read(corpus: Path) -> None:
    path = corpus.parent / "a.csv"
    path.write_text(f"id,date,langue,texte\n1,bientôt,klingon,{TEXT}\n", encoding="utf-8")
    release = releases(path, corpus=corpus)["1"]
    assert release.published.value is None
    assert release.language == "fr"


def test_the_language_tells_the_month_from_the_day(corpus: Path) -> None:
    english = "The minister said that the port of the town would be open to all of its people. "
    path = corpus.parent / "a.csv"
    path.write_text(f"id,date,texte\n1,03/04/2021,{TEXT}\n2,03/04/2021,{3 * english}\n")
    found = releases(path, corpus=corpus)
    assert found["1"].published.value == "2021-04-03"
    assert found["2"].published.value is None  # English is written both ways


def test_html_in_a_cell_is_read_as_a_page(corpus: Path) -> None:
    cell = f"<p>{TEXT}</p><ul><li>Un &eacute;t&eacute;</li><li>Deux</li></ul>"
    path = corpus.parent / "a.csv"
    path.write_text(f'id,titre,texte\n1,<b>A</b> &amp; B,"{cell}"\n', encoding="utf-8")
    release = releases(path, corpus=corpus)["1"]
    assert release.title == "A & B"
    assert "Un été" in release.body
    assert "<" not in release.body
    assert [block.kind for block in release.blocks].count("item") == 2


# -- CSV ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_delimiter_encoding_and_line_end_is_read(
    delimiter: str, encoding: str, end: str
) -> None:
    text = f"L’été, à Évreux ; l’œuvre | {TEXT}\tfin."
    quoted = text.replace('"', '""')
    lines = [f"id{delimiter}titre{delimiter}texte"]
    lines += [f'{n}{delimiter}Où, ça ?{delimiter}"{quoted} {n}"' for n in range(3)]
    lines[1:] = [line.replace("Où, ça ?", '"Où, ça ? |;"') for line in lines[1:]]
    data = (end.join(lines) + end).encode(encoding)
    assert texts("csv", data) == [f"{text} {n}" for n in range(3)]


def test_excel_may_state_the_delimiter() -> None:
    assert texts("csv", f"sep=;\r\nid;texte\r\n1;{TEXT}, oui\r\n") == [f"{TEXT}, oui"]


def test_lines_above_the_names_of_the_columns_are_passed_over() -> None:
    table = f"Export du 12/03/2021;;\n;;\nid;titre;texte\n1;A;{TEXT}\n"
    assert texts("csv", table) == [TEXT]


def test_a_table_of_one_column_and_a_row_of_blanks() -> None:
    assert texts("csv", f"texte\n{TEXT.replace(',', '')}\n\n  \n") == [TEXT]


def test_a_row_with_more_values_than_columns_is_told() -> None:
    parts = rows("csv", f"id;texte;\n1;{TEXT};\n2;{TEXT}; et la suite;\n3;{TEXT};;;\n4;{TEXT}\n")
    told = [part.problem.key if part.problem else part.keys[0] for part in parts]
    assert told == ["1", "row.too_many_values", "3", "4"]


def test_of_two_columns_of_one_name_the_first_counts() -> None:
    assert texts("csv", f"texte,texte\n{TEXT},autre\n") == [TEXT]


def test_a_quote_that_is_never_closed_is_told_with_its_line() -> None:
    parts = rows("csv", f'id,texte\n1,"{TEXT}"\n2,"{TEXT}\n3,{TEXT}\n')
    assert [part.problem.key if part.problem else "" for part in parts] == ["", "row.open_quote"]
    assert parts[1].problem is not None
    assert parts[1].problem.values == {"row": 3}


def test_a_row_behind_one_with_an_inch_mark_is_whole() -> None:
    parts = rows("csv", f'id;titre;texte\n12;Tuyau 5";{TEXT}\n34;Autre;{TEXT}\n5;6";{TEXT}\n')
    assert [part.keys[0] for part in parts] == ["12", "34", "5"]


def test_quotes_may_be_escaped_with_a_backslash() -> None:
    assert texts("csv", f'id,texte\n1,"Il a dit \\"oui\\", {TEXT}"\n') == [
        f'Il a dit "oui", {TEXT}'
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), min_size=1),
    st.sampled_from(",;\t|"),
)
def test_what_is_written_into_a_table_is_read_from_it(cells: list[str], delimiter: str) -> None:
    import csv

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "titre", "texte"])
    writer.writerows([number, "", f"oie {cell} fin"] for number, cell in enumerate(cells))
    if '\\"' in out.getvalue():
        return
    found = rows("csv", out.getvalue())
    assert [part.keys[0] for part in found] == [str(number) for number in range(len(cells))]


# -- JSON -----------------------------------------------------------------------------------------

ROW = {"id": 7, "titre": "Un titre", "texte": TEXT}


@pytest.mark.parametrize(
    "value",
    [
        [ROW], {"items": [ROW]}, {"version": 1, "title": "Mon fil", "description": "x", "a": [ROW]},
        {"response": {"docs": [ROW]}}, {"hits": {"hits": [{"_id": "7", "_source": ROW}]}}, ROW,
        {"tags": [{"name": "x"}], "data": {"rows": [ROW]}}, [[1], ROW, None],
    ],
)  # fmt: skip
def test_releases_are_found_where_an_export_has_them(value: object) -> None:
    (part,) = rows("json", json.dumps(value))
    assert (part.keys[0], part.stated["title"]) == ("7", "Un titre")
    assert part.read().decode() == TEXT


def test_a_list_of_texts_is_one_text_and_null_is_none() -> None:
    value = [{"texte": [TEXT, "Deux."], "titre": None, "id": True, "date": 1332000000}]
    (part,) = rows("json", json.dumps(value))
    assert part.read().decode() == f"{TEXT}\n\nDeux."
    assert part.stated == {"date": "1332000000"}
    assert part.keys[0] == ""


def test_a_bad_line_of_jsonl_is_told_and_the_others_are_read() -> None:
    lines = [json.dumps(ROW), '{"id": 8,', "", "[1]", json.dumps(ROW | {"id": 9})]
    parts = rows("json", "\n".join(lines))
    bad = [part.problem.values["row"] for part in parts if part.problem]
    assert bad == [2, 4]
    assert [part.keys[0] for part in parts if not part.problem] == ["7", "9"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("{", "file.bad_json"), ("[" * 100_000, "file.bad_json"), ("[]", "file.no_rows"),
        ("1", "file.no_rows"), ('{"name": "x"}', "file.no_text_column"), ("", "file.empty"),
        ('[{"texte": ' + "9" * 5_000 + "}]", "file.bad_json"),
    ],
)  # fmt: skip
def test_json_that_is_no_table_is_refused(data: str, key: str) -> None:
    assert refusal("json", data).key == key


def test_lone_surrogates_do_not_stop_a_row() -> None:
    assert texts("json", '[{"texte": "Bonjour \\ud800 le monde"}]') == ["Bonjour ? le monde"]


# -- XLSX -----------------------------------------------------------------------------------------


def workbook(*lines: list[object], **members: bytes) -> bytes:
    """A workbook of one sheet; some of its members are replaced."""
    out = io.BytesIO()
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(out)
    if not members:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rpartition("/")[2].partition(".")[0]
            new.writestr(name, members.get(key, old.read(name)))
    return changed.getvalue()


def sheet(content: str) -> bytes:
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>texte</t></is></c></row>'
    return f'<worksheet xmlns="{name}"><sheetData>{head}{content}</sheetData></worksheet>'.encode()


def test_a_formula_that_was_never_run_has_no_value() -> None:
    data = workbook(["id", "texte"], [1, '=WEBSERVICE("http://example.org")'], [2, TEXT])
    assert texts("xlsx", data) == [TEXT]
    assert [part.problem.key for part in rows("xlsx", data) if part.problem] == ["row.no_text"]


def test_numbers_errors_and_truth_values_in_cells() -> None:
    data = workbook(["id", "titre", "texte"], [12.0, "#N/A", TEXT], [True, 2.5, TEXT])
    first, second = rows("xlsx", data)
    assert (first.keys[0], dict(first.stated)) == ("12", {})
    assert (second.keys[0], dict(second.stated)) == ("", {"title": "2.5"})


def test_a_sheet_without_texts_is_told_beside_one_with_texts() -> None:
    (problem,) = [
        part.problem
        for part in rows("xlsx", (DATA / "depeches-openpyxl.xlsx").read_bytes())
        if part.problem
    ]
    assert problem.key == "file.no_text_sheet"
    assert "Notice" in str(problem)
    assert "Clé, Valeur" in str(problem)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.empty"), (b"PK\x03\x04nothing", "file.broken"), (b"id,texte", "file.not_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.password"),
        (workbook(["nom", "âge"], ["x", 1]), "file.no_text_column"),
        (workbook(), "file.no_rows"),
        (workbook(["texte"], [TEXT])[:-300], "file.broken"),
        (
            workbook(sheet1=b'<!DOCTYPE a [<!ENTITY b "bb">]>' + sheet("")),
            "file.document_type",
        ),
        (workbook(sheet1=b"<worksheet><sheetData>"), "file.broken"),
    ],
)  # fmt: skip
def test_a_spreadsheet_that_cannot_be_read_is_refused(data: bytes, key: str) -> None:
    assert refusal("xlsx", data).key == key


def test_a_spreadsheet_that_claims_to_be_huge_is_read_at_once() -> None:
    far = '<row r="99999999999"><c r="A9" t="inlineStr"><is><t>loin</t></is></c></row>'
    assert texts("xlsx", workbook(sheet1=sheet(far))) == []
    wide = "".join(f'<row r="{n}"><c r="ZZZ{n}"><v>1</v></c></row>' for n in range(2, 5_000))
    assert texts("xlsx", workbook(sheet1=sheet(wide))) == []


def test_a_spreadsheet_that_unpacks_to_much_more_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 100_000)
    assert refusal("xlsx", workbook(sheet1=sheet(" " * 200_000))).key == "file.unpacked"


# -- whatever a file holds ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_beyond_the_limit_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.corpus.decoding.MAX_BYTES", 100)
    assert refusal(kind, b"a" * 101).key == "file.too_large"


SAMPLES = [
    path
    for path in sorted(DATA.iterdir())
    if path.suffix
    in (".csv", ".json", ".jsonl", ".xlsx", ".rss", ".atom", ".xml", ".eml", ".mhtml", ".zip")
]


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_with_a_reason(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(SAMPLES))
    content = bytearray(path.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    places = st.integers(0, max(0, len(content) - 1))
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=12)):
        content[place : place + 1] = bytes([byte])
    corpus = tmp_path / "c"
    corpus.mkdir(exist_ok=True)
    file = corpus / f"a{path.suffix}"
    file.write_bytes(content)
    with Parts(ANY) as parts:
        listing = with_parts(list_corpus(corpus), lambda one: parts.expand(one.path))
        for one in listing.skipped:
            assert str(one.error)
        for one in listing.files:
            try:
                release = read_release(one, parts.read(one))
            except rag.UnreadableFileError:
                continue
            ends = [(block.start, block.end) for block in release.blocks]
            assert ends == sorted(ends)
            assert all(0 <= start <= end <= len(release.body) for start, end in ends)
    file.unlink()


def test_a_part_without_letters_has_no_text() -> None:
    assert make_part(["<p>…</p>"], "", {}, (), 3).problem is not None
    assert plain_text("<b>Un</b>\n titre &amp; <i>un</i> autre") == "Un titre & un autre"


def test_a_file_that_is_no_json_says_where(tmp_path: Path) -> None:
    corpus = tmp_path / "c"
    corpus.mkdir()
    (corpus / "a.json").write_text("{bad", "utf-8")
    with Parts(ANY) as parts:
        listing = with_parts(list_corpus(corpus), lambda one: parts.expand(one.path))

    (skipped,) = listing.skipped
    assert "mal écrit à partir du caractère 2" in str(skipped.error)
