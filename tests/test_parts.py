"""Plain texts as people have them: headline, broken lines, lists, tables, boilerplate, copies."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag import cli
from rag.corpus import cut_passages, row_view, sentences_of
from rag.corpus.parsing import parse_blocks
from rag.corpus.tables import cells, column_names
from rag.types import Release
from tests.conftest import WordEncoder, paragraph, write
from tests.test_dates import release_of

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))
LEAD = (
    "La régie des eaux de Portville a inauguré hier une station de pompage sur la rive droite du "
    "fleuve. L’ouvrage a coûté six millions d’euros et alimentera neuf mille foyers."
)
HEADLINE = "Une station de pompage inaugurée à Portville"


def kinds(release: Release, kind: str) -> list[str]:
    return [release.body[b.start : b.end] for b in release.blocks if b.kind == kind]


def passages(release: Release) -> list[rag.Passage]:
    return cut_passages(
        release,
        lambda text: len(text.split()) + 2,
        max_tokens=120,
        min_characters=PLAIN.corpus.min_characters,
        with_title=True,
    )


# -- the headline -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "RE/2541",
        "IP/04/123",
        "6737/10 (Presse 37)",
        "N° 12/2021",
        "Page 1 sur 3",
        "Navigation path\n\nLeft navigation\n\nOther available languages: EN DE DA",
        "Accueil > Presse > Communiqués",
        "Aller au contenu\nMenu\nRecherche",
        "Ce site utilise des cookies pour améliorer votre visite.",
        "Diese Website verwendet Cookies.",
        "![logo](logo.png)",
        "logo-ville.png",
        "Direction de la communication\nRue du Port 3\n1000 Clairmont",
        "COMMUNIQUÉ DE PRESSE",
        "Ministère de l’Équipement\n\nCommuniqué de presse",
    ],
)
def test_what_stands_above_the_headline_is_not_the_title(above: str) -> None:
    release = release_of(f"{above}\n\n{HEADLINE}\n\n{LEAD}\n\n{paragraph('pompes')}\n")
    assert release.title == HEADLINE
    assert all(above not in passage.text for passage in passages(release))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Une station de pompage\nà Portville", "Une station de pompage à Portville"),
        ("UNE STATION DE POMPAGE\nÀ PORTVILLE", "UNE STATION DE POMPAGE À PORTVILLE"),
        ("Mobilisation du 18 septembre", "Mobilisation du 18 septembre"),
        ("Conseil municipal du 12 mai 2018", "Conseil municipal du 12 mai 2018"),
        ("Press conference of 3 May 2021", "Press conference of 3 May 2021"),
        ("Une station inaugurée - portville.fr", "Une station inaugurée"),
        ("12/03/2021 – Une station inaugurée", "Une station inaugurée"),
        ("Le 12 mars, une station inaugurée", "Le 12 mars, une station inaugurée"),
        ("Où en est la station de pompage ?", "Où en est la station de pompage ?"),
    ],
)  # fmt: skip
def test_the_headline_whole(lines: str, title: str) -> None:
    assert release_of(f"{lines}\n\n{LEAD}\n\n{paragraph('pompes')}\n").title == title


def test_a_lead_without_headline_is_text() -> None:
    lead = "Odile Marchal prend la direction du musée de la Mer à compter du 1er juin."
    release = release_of(f"{lead}\n\n{paragraph('musées')}\n")
    assert release.title == lead
    assert passages(release)[0].text == lead


# -- lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [50, 72, 90, 115, 140])
def test_lines_broken_at_any_width_become_paragraphs(width: int) -> None:
    import textwrap

    other = (
        "Le conseil municipal, que préside le maire, a voté à l’unanimité la construction d’un "
        "second ouvrage sur la rive gauche, dont les travaux dureront deux ans et demi au moins. "
        "La région en paiera le tiers, l’agence de l’eau un autre, et la ville ce qui reste."
    )
    parts = [f"{LEAD} {other}", f"{other} {LEAD}"]
    text = "\n\n".join(textwrap.fill(part, width) for part in parts)
    release = release_of(f"Un titre\n\n{text}\n")
    assert [" ".join(p.text.split()) for p in passages(release)] == parts


def test_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    parts = [paragraph("oies", 2), paragraph("canards", 4), paragraph("cygnes", 1)]
    release = release_of("Un titre\n\n" + "\n".join(parts) + "\n")
    assert kinds(release, "paragraph") == parts


# -- lists and tables -----------------------------------------------------------------------------


def test_the_items_of_a_list_stand_with_the_line_that_opens_them() -> None:
    items = [
        "- Aminata Sarr, qui présidait le Conseil des collectivités depuis 2019",
        "- Daouda Kane, qui présidait le Conseil économique depuis avril 2023",
    ]
    opener = "Le gouverneur a mis fin aux fonctions de deux dirigeants :"
    release = release_of(f"Un titre\n\n{LEAD}\n\n{opener}\n\n" + "\n\n".join(items) + "\n")
    (listed,) = [p for p in passages(release) if "Kane" in p.text]
    assert listed.text.startswith(opener)
    body = release.body
    found = [body[s.start : s.end] for s in sentences_of(body, listed, "fr")]
    assert found == [opener, *items]
    assert kinds(release, "item") == items


@pytest.mark.parametrize("between", ["\t", "    ", " | "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_of_a_table_is_read_with_the_names_of_its_columns(between: str, end: str) -> None:
    rows = [("Aubrelle", "2,10 €", "2,35 €"), ("Corvin", "2,40 €", "2,80 €")]
    lines = [between.join(row) for row in [("Commune", "Tarif 2023", "Tarif 2024"), *rows]]
    release = release_of((f"Un titre\n\n{LEAD}\n\n" + "\n".join(lines) + "\n").replace("\n", end))
    assert kinds(release, "columns") == lines[:1]
    (table,) = [p for p in passages(release) if p.kind == "table"]
    assert table.text == end.join(lines[1:])
    assert table.context.splitlines()[-1] == lines[0]
    view = row_view(table.text, lines[0])
    assert "Corvin ; Tarif 2023 : 2,40 € ; Tarif 2024 : 2,80 €." in view.text
    at = view.text.index("2,80 €")
    start, stop = view.to_text(at, at + 6) or (0, 0)
    assert table.text[start:stop] == "2,80 €"


def test_cells_that_were_copied_without_anything_between_them() -> None:
    line = "Pohéran128 732 $"
    assert [line[c.start : c.end] for c in cells(line)] == ["Pohéran", "128 732 $"]
    names = column_names("Nom de la communeSommes octroyées", 2)
    assert names == ["Nom de la commune", "Sommes octroyées"]
    assert len(cells("La loi du 3 mai 2021 sur le COVID19 et la F16")) == 1


ROWS = st.lists(
    st.lists(st.text("abcé 12,€", min_size=1, max_size=8), min_size=1, max_size=4), max_size=6
)


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_a_view_of_rows_gives_every_cell_back_where_it_stands(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    view = row_view(text, "un\tdeux")
    for shown, stands, length in view.pieces:
        assert view.text[shown : shown + length] == text[stands : stands + length]
        assert view.to_text(shown, shown + length) == (stands, stands + length)


@given(st.text("ab.: \n\t-•#12|«»É", max_size=200))
@settings(max_examples=150, deadline=None)
def test_blocks_are_in_order_disjoint_and_inside_the_text(text: str) -> None:
    end = 0
    for block in parse_blocks(text, lambda _text: None):
        assert end <= block.start < block.end <= len(text)
        end = block.end


# -- boilerplate ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Inondations, la ville débloque 4 millions d’euros",
        "Vous devez être connecté pour publier un commentaire.",
        "Partager sur Facebook",
        "Suivez-nous sur les réseaux",
        "Read more: Council unlocks 4 million euros",
        "Leave a comment",
        "Kommentar schreiben",
        "Síguenos en las redes",
        "Leggi anche: la città sblocca 4 milioni",
        "Lees ook: de stad maakt 4 miljoen vrij",
        "Leia também: a cidade desbloqueia 4 milhões",
    ],
)
def test_what_a_page_has_around_a_text_is_no_passage(line: str) -> None:
    release = release_of(f"{HEADLINE}\n\n{LEAD}\n\n{line}\n")
    assert [passage.text for passage in passages(release)] == [LEAD]


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("Contact presse :\nJeanne Petit\nTél. 01 23 45 67 89\npresse@portville.fr", "boilerplate"),
        ("Contacts médias\nJeanne Petit, +33 1 23 45 67 89", "boilerplate"),
        ("Pressekontakt:\nEva Maier\nTel. 030 1234567", "boilerplate"),
        ("À propos de la Régie\n\nLa Régie des eaux emploie cent personnes depuis 1920.", "about"),
        ("###\n\nLa Régie des eaux emploie cent personnes depuis 1920.", "about"),
    ],
)
def test_contacts_and_publisher_are_passages_of_their_own_kind(tail: str, kind: str) -> None:
    release = release_of(f"{HEADLINE}\n\n{LEAD}\n\n{paragraph('pompes')}\n\n{tail}\n")
    last = passages(release)[-1]
    assert last.kind == kind
    assert all(passage.kind == "text" for passage in passages(release)[:2])


def test_formats_that_state_no_boilerplate_have_it_told_by_its_words() -> None:
    from rag.corpus.formats import format_of
    from rag.corpus.listing import SourceFile
    from rag.corpus.metadata import Metadata
    from rag.corpus.reading import parse_release

    markdown = (
        f"# {HEADLINE}\n\n{LEAD}\n\n- neuf mille foyers\n- six pompes\n\n"
        "Lire aussi : Inondations, la ville débloque 4 millions d’euros\n\n"
        "## Contact presse\n\nJeanne Petit, presse@portville.fr\n\n"
        "## À propos de la Régie\n\nLa Régie des eaux emploie cent personnes depuis 1920.\n"
    )
    file = SourceFile(Path("a.md"), "a.md", "a", Metadata())
    release = parse_release(format_of("a.md").read(markdown.encode()), file)
    cut = passages(release)
    assert [passage.kind for passage in cut] == ["text", "text", "boilerplate", "about"]
    assert "Petit" in cut[2].text
    assert "cent personnes" in cut[3].text
    assert all("Lire aussi" not in passage.text for passage in cut)


def test_a_contact_answers_only_who_asks_for_it(corpus: Path, index: Path) -> None:
    contact = "Contact presse :\nJeanne Petit\npresse@portville.fr"
    write(corpus, "a.txt", f"{HEADLINE}\n\n{LEAD}\n\n{contact}\n")
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        asked = library.search("Quel est le contact presse ?")
        assert asked[0].passage.text.startswith("Contact presse")
        other = library.search("Qui est Jeanne Petit ?")
        assert all("Petit" not in hit.passage.text for hit in other)


# -- the same release twice -----------------------------------------------------------------------


def test_a_release_in_two_formats_is_one_hit_that_names_the_other(
    corpus: Path, index: Path
) -> None:
    write(corpus, "a.txt", f"{HEADLINE}\n\n4 mai 2021\n\n{LEAD}\n")
    write(corpus, "a.md", f"# {HEADLINE}\n\n4 mai 2021\n\n{LEAD}\n")
    corrected = LEAD.replace("neuf mille", "dix mille")
    write(corpus, "b.txt", f"{HEADLINE} (corrigé)\n\n5 mai 2021\n\n{corrected}\n")
    write(corpus, "fr/c.txt", f"Un autre\n\n{paragraph('la station de pompage')}\n")
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        first, second = library.search("La station de pompage alimentera des foyers", 5)
        assert {first.release.id, *first.copies} == {"a.txt", "a.md", "b"}
        assert (second.release.id, second.copies) == ("c", ())
        assert first.to_dict()["copies"] == list(first.copies)


def test_a_translation_is_a_copy_by_its_file_s_name(corpus: Path, index: Path) -> None:
    write(corpus, "fr/pont.txt", f"Un pont\n\n{LEAD}\n")
    english = "The water board opened a pumping station on the right bank of the river yesterday."
    write(corpus, "en/pont.txt", f"A bridge\n\n{english} It cost six million euros in all.\n")
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        (hit,) = library.search("station", 5)
        assert {hit.release.id, *hit.copies} == {"fr/pont.txt", "en/pont.txt"}


# -- what a person should look at -----------------------------------------------------------------


def test_undated_and_doubtful_releases_are_listed_and_reported(
    corpus: Path, index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "dated.txt", f"{HEADLINE}\n\n4 mai 2021\n\n{LEAD}\n")
    write(corpus, "sans.txt", f"Un autre titre\n\n{paragraph('rien')}\n")
    write(corpus, "18-02-27-nom.txt", f"Un dernier titre\n\n{paragraph('tout')}\n")
    write(corpus, "vide.txt", "")
    table, report = tmp_path / "lu.csv", tmp_path / "lu.json"
    arguments = ["build", str(corpus), "-i", str(index), "-q", "--report"]
    assert cli.main([*arguments, str(table)]) == 0
    assert cli.main([*arguments, str(report)]) == 0
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    rows = {row["source"]: row for row in csv.DictReader(lines)}
    assert rows["dated.txt"]["date"] == "2021-05-04"
    assert (rows["vide.txt"]["read"], rows["vide.txt"]["reason"]) == ("no", "file.empty")
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["undated"] == ["sans"]
    assert written["doubtful"] == ["18-02-27-nom"]
    capsys.readouterr()
    assert cli.main(["info", "--undated", "-i", str(index)]) == 0
    listed = capsys.readouterr().out
    assert "sans.txt: sans date" in listed
    assert "18-02-27-nom.txt: date douteuse, 27 février 2018 (lue dans le nom du fichier)" in listed
    assert "metadata.csv" in listed
    assert cli.main(["info", "--undated", "--json", "-i", str(index)]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["sans", "18-02-27-nom"]


def test_a_doubtful_encoding_and_empty_pages_are_told(
    corpus: Path, index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.pdf_files import lines, pdf

    write(corpus, "twice.txt", f"Un titre\n\nL’Ã©tÃ© Ã  NoÃ«l est passÃ©. {paragraph('Ã©tÃ©')}\n")
    (corpus / "pages.pdf").write_bytes(pdf([lines([LEAD[:80], LEAD[80:150]], 72, 700), ""]))
    report = tmp_path / "lu.json"
    build = ["build", str(corpus), "-i", str(index), "--report", str(report)]
    assert cli.main(build) == 0
    told = capsys.readouterr().err
    assert "Remarque : twice.txt (lettres peut-être mal lues, encodage supposé : utf-8" in told
    assert "Remarque : pages.pdf (pages sans texte, peut-être des images : 2)" in told
    assert cli.main([*build, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["remarks"] == []  # nothing was read this time
    written = {
        one["id"]: one["remarks"] for one in json.loads(report.read_text("utf-8"))["releases"]
    }
    assert "pages sans texte" in written["pages"]
    assert "utf-8" in written["twice"]


def test_a_report_that_cannot_be_written_says_so(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", paragraph("oies"))
    nowhere = str(corpus / "none" / "lu.json")
    assert cli.main(["build", str(corpus), "-i", str(index), "--report", nowhere]) == 7
    assert "lu.json" in capsys.readouterr().err
    workbook = str(corpus / "lu.xlsx")
    assert cli.main(["build", str(corpus), "-i", str(index), "--report", workbook]) == 2
    assert ".csv, .json" in capsys.readouterr().err
    assert not index.exists()  # nothing was built in vain
