"""Files as offices and programs leave them: forwarded mails, exports of content systems, packed
files, pages without a declared encoding, titles behind a label."""

from __future__ import annotations

import bz2
import io
import json
import lzma
import zipfile
from pathlib import Path

import pytest

from rag.config import ColumnSettings
from rag.corpus.furniture import is_header_line
from rag.corpus.listing import list_corpus
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.corpus.release_dates.stated import parse_date
from rag.types import Release
from tests.office_files import docx

FIRST = "La Ville ouvre lundi deux crèches dans le quartier de Bellevue, pour 84 enfants."
SECOND = "Les inscriptions sont ouvertes jusqu'au 30 avril dans les maisons de quartier."
TITLE = "Deux crèches ouvrent à Bellevue"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path


def put(corpus: Path, name: str, data: bytes | str) -> list[Release]:
    (corpus / name).write_bytes(data.encode() if isinstance(data, str) else data)
    with Parts(ColumnSettings()) as found:
        listing = with_parts(list_corpus(corpus), lambda file: found.expand(file.path))
        assert not listing.skipped
        return [
            read_release(one, found.read(one) if one.part is not None else None)
            for one in listing.files
        ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "mer. 27 sept. 2023 à 10:12"), ("en", "Wed, Sep 27, 2023 at 10:12 AM"),
        ("de", "Mi., 27. Sept. 2023 um 10:12 Uhr"), ("es", "El mié, 27 sept 2023 a las 10:12"),
        ("it", "mer 27 set 2023 alle ore 10:12"), ("nl", "wo 27 sep. 2023 om 10:12"),
        ("pt", "qua., 27 de set. de 2023 às 10:12"), ("fr", "27 sept. 2023 à 10:12:33 UTC+2"),
        ("de", "Am 27.09.2023 um 10:12"), ("fr", "Wed, 27 Sep 2023 10:12:00 +0200"),
    ],
)  # fmt: skip
def test_the_day_that_a_mail_program_writes_is_read(language: str, words: str) -> None:
    date = parse_date(words, language)
    assert date is not None
    assert date.value == "2023-09-27"


def test_the_weekday_tells_which_number_is_the_month() -> None:
    days = ("Wed, 05/12/2021 - 09:00", "Sun, 05/12/2021 - 09:00", "05/12/2021")
    found = [parse_date(words, "en") for words in days]
    assert [one and one.value for one in found] == ["2021-05-12", "2021-12-05", None]


def test_a_day_that_a_year_does_not_have_breaks_no_file(corpus: Path) -> None:
    (text,) = put(corpus, "a.txt", f"{TITLE}\n\n29 février 21\n\n{FIRST}\n\n{SECOND}\n")
    assert text.title == TITLE


@pytest.mark.parametrize("words", ["réunion du 27 septembre 2023", "Konzert am 27. September 2023"])
def test_more_than_a_date_is_no_date(words: str) -> None:
    assert parse_date(words, None) is None


def test_of_a_forwarded_mail_the_day_of_the_first_sending_counts(corpus: Path) -> None:
    (mail,) = put(
        corpus,
        "a.eml",
        "From: paul@journal.example\nTo: b@c.example\nSubject: TR: x\n"
        "Date: Thu, 28 Sep 2023 08:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n"
        "Voir ci-dessous.\n\n---------- Message transféré ---------\n"
        "De : Presse <presse@ville.example>\nDate : mer. 27 sept. 2023 à 10:12\n"
        f"Objet : COMMUNIQUÉ DE PRESSE : {TITLE}\nÀ : <r@j.example>\n\n{FIRST}\n\n{SECOND}\n",
    )
    assert (mail.title, mail.published.value) == (TITLE, "2023-09-27")
    assert "Voir ci-dessous" not in mail.body


@pytest.mark.parametrize(
    "line",
    [
        "lundi 18 novembre 2019 , par Service de presse", "May 3, 2021 by Jane Doe",
        "19.08.2021 von Pressestelle", "22 de octubre de 2020, por Prensa",
        "Nieuwsbericht | 16-02-2023 | 10:30", "令和3年3月3日", "2021年3月3日（水）",
        "Publié le 4 mai 2021, par la rédaction",
    ],
)  # fmt: skip
def test_a_line_with_a_date_and_its_author_or_hour_is_a_header(line: str) -> None:
    assert is_header_line(line, near_top=True)


@pytest.mark.parametrize(
    "line", ["Concert le 12 mai 2021 par l'orchestre", "Lecture on May 3, 2021 by Jane Doe"]
)
def test_what_somebody_does_on_a_day_is_no_header(line: str) -> None:
    assert not is_header_line(line, near_top=True)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("lundi 18 novembre 2019 , par <a href='/a'>Service de presse</a>", "2019-11-18"),
        ("Soumis par webmaster le mer 27/09/2023 - 10:15", "2023-09-27"),
        ("Submitted by webmaster on Wed, 27 September 2023 - 10:15", "2023-09-27"),
        ("Communiqué | 16-02-2023 | 10:30", "2023-02-16"),
        ("22 octubre, 2020", "2020-10-22"),
        ("令和3年3月3日", "2021-03-03"), ("中華民國110年3月3日", "2021-03-03"),
    ],
)  # fmt: skip
def test_the_day_under_the_headline_of_a_page_is_its_date(
    corpus: Path, line: str, day: str
) -> None:
    (page,) = put(
        corpus,
        "a.html",
        f"<html><head><meta charset=utf-8></head><body><h1>{TITLE}</h1><p>{line}</p>"
        f"<div><p>{FIRST} {FIRST}</p><p>{SECOND}</p></div></body></html>",
    )
    assert page.published.value == day
    assert "webmaster" not in " ".join(
        page.body[one.start : one.end] for one in page.blocks if one.kind == "paragraph"
    )


@pytest.mark.parametrize(
    "title",
    [
        f"Communiqué de presse : {TITLE}", f"[Communiqué] {TITLE}", f"PRESS RELEASE – {TITLE}",
        f"Pressemitteilung Nr. 12/2021: {TITLE}", f"Nota de prensa: {TITLE}",
        f"Comunicato stampa - {TITLE}", f"Persbericht | {TITLE}",
    ],
)  # fmt: skip
def test_the_label_before_a_title_is_no_part_of_it(corpus: Path, title: str) -> None:
    (text,) = put(corpus, "a.txt", f"{title}\n\n3 mars 2021\n\n{FIRST}\n\n{SECOND}\n")
    assert text.title == TITLE


def test_a_word_before_a_colon_that_is_no_label_stays(corpus: Path) -> None:
    (text,) = put(corpus, "a.txt", f"Bellevue : deux crèches\n\n{FIRST}\n\n{SECOND}\n")
    assert text.title == "Bellevue : deux crèches"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.bz2", bz2.compress(FIRST.encode())), ("a.txt.xz", lzma.compress(FIRST.encode())),
    ],
)  # fmt: skip
def test_a_text_packed_in_another_way_is_read(corpus: Path, name: str, data: bytes) -> None:
    (text,) = put(corpus, name, data)
    assert text.body == FIRST


def test_what_nobody_sees_is_not_quoted(corpus: Path) -> None:
    (text,) = put(corpus, "a.txt", f"{TITLE}\n\n\x02La Ville ouv\xadre lun\u200bdi de\ufb03n.\n")
    assert "\n\nLa Ville ouvre lundi deffin." in text.body


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("shift_jis", "札幌市は三日、路面電車の新しい停留場を中央区に開設すると発表しました。"),
        ("gb18030", "新的泵站星期二在河的右岸启用，将为九千户家庭供水，工程历时三年。"),
    ],
)
def test_a_page_in_east_asian_letters_needs_no_declared_encoding(
    corpus: Path, encoding: str, words: str
) -> None:
    page = f"<html><body><div class='main'><h1>{words[:8]}</h1><p>{words} {words}</p></div></body>"
    (release,) = put(corpus, "a.html", page.encode(encoding))
    assert words in release.body


@pytest.mark.parametrize(
    "value",
    [
        [{"headline": TITLE, "html_body": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
        {"12": {"titre": TITLE, "texte": f"{FIRST}\n\n{SECOND}"}, "13": {}},
        [{"title": TITLE, "text": f"[et_pb_text]{FIRST}[/et_pb_text]\n\n[gallery]\n\n{SECOND}"}],
        {
            "result": [
                {
                    "title": TITLE,
                    "body": [
                        {
                            "_type": "block",
                            "children": [
                                {"_type": "span", "text": FIRST[:9]},
                                {"_type": "span", "text": FIRST[9:]},
                            ],
                        },
                        {"_type": "block", "children": [{"_type": "span", "text": SECOND}]},
                    ],
                },
            ]
        },
        [
            {
                "title": TITLE,
                "content": {
                    "time": 1,
                    "blocks": [
                        {"type": "paragraph", "data": {"text": FIRST}},
                        {"type": "paragraph", "data": {"text": SECOND}},
                    ],
                },
            }
        ],
        [{"title": TITLE, "text": f'[box color="red"]{FIRST}[/box]\n\n{SECOND}'}],
    ],
)
def test_an_export_of_a_content_system_is_read_without_its_marks(
    corpus: Path, value: object
) -> None:
    (release,) = put(corpus, "a.json", json.dumps(value))
    assert release.title == TITLE
    assert FIRST in release.body
    assert SECOND in release.body
    assert "[" not in release.body


def test_words_in_brackets_stay_in_a_text(corpus: Path) -> None:
    (release,) = put(corpus, "a.json", json.dumps([{"text": f"{FIRST} [sic] [video] {SECOND}"}]))
    assert "[sic] [video]" in release.body


def test_a_word_document_is_known_by_its_contents_whatever_its_main_part_is_called(
    corpus: Path,
) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"))) as before,
        zipfile.ZipFile(packed, "w") as after,
    ):
        for name in before.namelist():
            data = before.read(name).replace(b"document.xml", b"document2.xml")
            after.writestr(name.replace("document.xml", "document2.xml"), data)
    (release,) = put(corpus, "communique", packed.getvalue())
    assert FIRST in release.body


def test_a_date_in_a_list_above_the_text_dates_the_page(corpus: Path) -> None:
    (page,) = put(
        corpus,
        "a.html",
        f"<html lang=es><head><meta charset=utf-8></head><body><h1>{TITLE}</h1><ul><li><time>"
        f"22 octubre, 2020</time></li><li>Sin comentarios</li></ul><div><p>{FIRST} {FIRST}</p>"
        f"<p>{SECOND}</p></div></body></html>",
    )
    assert page.published.value == "2020-10-22"
    assert "Sin comentarios" not in page.body


def test_a_column_that_says_whether_is_not_the_one_that_says_when(corpus: Path) -> None:
    table = f"Title;Published;Authored on;Body\n{TITLE};On;2021-03-03;{FIRST}\n"
    (row,) = put(corpus, "a.csv", table)
    assert row.published.value == "2021-03-03"
