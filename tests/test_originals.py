"""The files of releases as downloads, and pages of PDFs as pictures with the cited words marked."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import pypdfium2
import pytest
from PIL import Image

import rag
from rag.corpus.drawing import marks_on
from rag.corpus.formats.document import Mark
from rag.corpus.formats.pdf import read
from rag.corpus.formats.pdf.drawing import draw_pdf
from rag.corpus.original import file_of
from rag.corpus.process import WorkerProcess
from rag.errors import UnreadableFileError
from rag.web.server import RunningServer
from tests.conftest import ROOT, paragraph, write
from tests.pdf_files import PAGE, lines, pdf
from tests.web_requests import Reply, send, serving

PDF_FOLDER = ROOT / "tests" / "data" / "pdf"
PAGE_OF_HTML = f"<!doctype html><script>window.hit = 1</script><h1>Un titre</h1>{paragraph('oies')}"
LEAD = [
    "Le conseil municipal a voté lundi soir le budget de la commune",
    "pour l’année prochaine. Trois écoles seront rénovées avant la",
    "rentrée de septembre, a dit le maire aux parents des élèves.",
]
WORDS = "lundi soir le budget de la commune pour l’année prochaine"

# Of Gradio and what it imports.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """Releases of several kinds, links among them, with their index."""
    folder = tmp_path_factory.mktemp("originals")
    corpus, outside = folder / "corpus", folder / "outside"
    write(corpus, "page.txt", PAGE_OF_HTML)
    write(corpus, "été & hiver.html", PAGE_OF_HTML)
    for place in ("a", "b"):  # of one name: the path is the id
        write(corpus / place, "même.txt", f"Titre {place}\n\n{paragraph(place)}\n")
    shutil.copy(PDF_FOLDER / "bureau.pdf", corpus)
    for name in ("abîmé", "verrouillé", "disparu", "dossier"):
        (corpus / f"{name}.pdf").write_bytes(pdf([lines([name, *LEAD], 72, 700)]))
    write(outside, "secret.txt", f"Un secret\n\n{paragraph('secrets')}\n")
    (corpus / "lien.txt").symlink_to(outside / "secret.txt")
    (corpus / "liés").symlink_to(outside)
    with zipfile.ZipFile(corpus / "archive.zip", "w") as archive:
        archive.write(PDF_FOLDER / "tableau.pdf", "à côté/un tableau.pdf")
        archive.writestr("dépêches.csv", f"id,texte\nCP 1,{paragraph('lignes')}\n")
    (corpus / "dedans.txt").symlink_to(corpus / "a" / "même.txt")
    rag.build(corpus, folder / "index", encoder=embedded, settings=rag.Settings())
    # What happens after a build.
    (corpus / "abîmé.pdf").write_bytes(b"%PDF-1.4\nnothing")
    shutil.copy(PDF_FOLDER / "mot-de-passe.pdf", corpus / "verrouillé.pdf")
    (corpus / "disparu.pdf").unlink()
    (corpus / "dossier.pdf").unlink()
    (corpus / "dossier.pdf").mkdir()
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with serving(folder / "index") as server:
        yield server


def original(server: RunningServer, release_id: str) -> Reply:
    return send(server, f"/original/{quote(release_id)}")


def page(server: RunningServer, release_id: str, number: object, **more: str) -> Reply:
    query = "&".join(f"{name}={quote(value)}" for name, value in more.items())
    return send(server, f"/page/{quote(release_id)}/{number}.png?{query}")


def test_a_file_is_sent_out_of_an_archive(server: RunningServer) -> None:
    reply = original(server, "un tableau")
    assert reply.status == 200
    assert reply.body == (PDF_FOLDER / "tableau.pdf").read_bytes()
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["content-disposition"] == "attachment; filename*=utf-8''un%20tableau.pdf"
    table = original(server, "CP 1")
    assert table.body.startswith(b"id,texte")
    assert table.headers["content-disposition"].endswith("d%C3%A9p%C3%AAches.csv")
    drawn = page(server, "un tableau", 1)
    assert (drawn.status, drawn.body[:4]) == (200, b"\x89PNG")


# -- the file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("release_id", "file"),
    [("page", "page.txt"), ("été & hiver", "été & hiver.html"), ("bureau", "bureau.pdf"),
     ("a/même.txt", "a/même.txt"), ("b/même.txt", "b/même.txt")],
)  # fmt: skip
def test_a_file_is_sent_as_it_is_and_only_to_save(
    server: RunningServer, folder: Path, release_id: str, file: str
) -> None:
    reply = original(server, release_id)
    assert reply.status == 200
    assert reply.body == (folder / "corpus" / file).read_bytes()
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["x-content-type-options"] == "nosniff"
    disposition = reply.headers["content-disposition"]
    name = Path(file).name
    assert disposition in (
        f'attachment; filename="{name}"',
        f"attachment; filename*=utf-8''{quote(name)}",
    )
    assert "default-src 'none'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["/original/none", "/original/", "/original/../../etc/passwd", "/original//etc/passwd",
     "/original/..%2f..%2f..%2fetc%2fpasswd", "/original/%2e%2e/outside/secret.txt",
     "/original/page.txt", "/original/page%00", "/original/%00", "/original/corpus/page.txt",
     "/original/..%5c..%5cetc", "/original/~root", "/original/file:///etc/passwd"],
)  # fmt: skip
def test_only_ids_of_the_index_name_a_file(server: RunningServer, path: str) -> None:
    reply = send(server, path)
    assert reply.error == (404, "serve.no_release")


@pytest.mark.parametrize(
    ("release_id", "code"),
    [("lien", "original.outside"), ("secret", "original.outside"), ("disparu", "original.gone"),
     ("dossier", "original.gone")],
)  # fmt: skip
def test_no_link_leads_out_and_a_file_that_is_gone_is_said(
    server: RunningServer, release_id: str, code: str
) -> None:
    for reply in (original(server, release_id), page(server, release_id, 1)):
        assert reply.error == (404, code)
        assert "Un secret" not in reply.body.decode()


def test_a_link_inside_the_folder_leads_to_its_file(server: RunningServer) -> None:
    assert original(server, "dedans").body.startswith(b"Titre a")


@pytest.mark.parametrize(
    "source",
    ["../outside/secret.txt", "/etc/passwd", "a/../../outside/secret.txt", "x\0y", "a", ""],
)
def test_an_index_that_was_tampered_with_opens_nothing(folder: Path, source: str) -> None:
    with pytest.raises(rag.CorpusError):
        file_of(folder / "corpus", source)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(rag.CorpusError, match="n’est plus"):
        file_of(tmp_path, "a.txt")


# -- a page ---------------------------------------------------------------------------------------


def picture(data: bytes) -> np.ndarray[Any, Any]:
    """(height, width, 3) uint8."""
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def marked(data: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom edge of what is marked, in pixels."""
    pixels = picture(data).astype(int)
    down, across = np.nonzero((pixels[:, :, 0] > 200) & (pixels[:, :, 2] < 150))
    return across.min(), down.min(), across.max() + 1, down.max() + 1


def test_the_cited_words_are_marked_and_no_others(server: RunningServer, folder: Path) -> None:
    with server.service.library() as library:
        answer = library.ask("Quels sont les horaires d’ouverture ?", releases="bureau")
    assert answer.span is not None
    assert answer.span.places[0].page == 1
    reply = page(server, "bureau", 1, c=answer.span.id)
    assert (reply.status, reply.headers["content-type"]) == (200, "image/png")
    assert abs(picture(reply.body).shape[1] - 1000) <= 1
    left, top, right, bottom = marked(reply.body)
    file = pypdfium2.PdfDocument(folder / "corpus" / "bureau.pdf")
    scale, height = 1000 / file[0].get_width(), file[0].get_height()
    inside = (
        file[0]
        .get_textpage()
        .get_text_bounded(
            left / scale, height - bottom / scale, right / scale, height - top / scale
        )
    )
    file.close()
    assert inside.strip(" ,") == answer.span.quote
    plain = page(server, "bureau", 1)
    assert plain.body != reply.body
    assert not ((picture(plain.body)[:, :, 2] < 150) & (picture(plain.body)[:, :, 0] > 200)).any()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_marked_where_it_shows_the_words(turn: int) -> None:
    data = pdf([lines(LEAD, 72, 700)], page=f"{PAGE} /Rotate {turn}")
    body = " ".join(LEAD)
    start = body.index(WORDS)
    release = rag.Release(
        "r", "", rag.PublicationDate(), "fr", body, "r.pdf", places=read(data).places
    )
    assert read(data).text == body
    marks = marks_on(release, 1, rag.Span(start, start + len(WORDS)))
    assert len(marks) == 2
    assert marks_on(release, 2, rag.Span(start, start + len(WORDS))) == ()
    plain, drawn = picture(draw_pdf(data, 1, ())), picture(draw_pdf(data, 1, marks))
    changed = (plain != drawn).any(axis=2)
    ink = plain.min(axis=2) < 128
    share = (ink & changed_or_near(changed)).sum() / ink.sum()
    letters = sum(map(str.isalnum, WORDS)) / sum(map(str.isalnum, body))
    assert abs(share - letters) < 0.07  # the marks touch the lines beside them


def changed_or_near(changed: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """What is marked, with the ink in it: a mark leaves black as it is."""
    found = changed.copy()
    for axis in (0, 1):
        for step in range(-4, 5):
            found |= np.roll(changed, step, axis)
    return found


def test_words_that_are_not_found_in_their_line_mark_the_line() -> None:
    data = pdf([lines(LEAD, 72, 700)])
    whole = Mark((72, 130, 400, 150), "autre chose", 2, 4)
    left, _, right, _ = marked(draw_pdf(data, 1, (whole,)))
    assert (right - left) * 595 / 1000 == pytest.approx(328 + 2, abs=2)


def test_a_page_that_is_known_is_not_drawn_again(server: RunningServer, folder: Path) -> None:
    first = page(server, "bureau", 1)
    assert "private" in first.headers["cache-control"]
    tag = first.headers["etag"]
    again = send(server, "/page/bureau/1.png", {"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    with server.service.library() as library:
        cited = library.passages("bureau")[0].citation.id
    assert page(server, "bureau", 1, c=cited).headers["etag"] != tag
    path = folder / "corpus" / "bureau.pdf"
    os.utime(path, ns=(1, 1))
    assert send(server, "/page/bureau/1.png", {"If-None-Match": tag}).status == 200


@pytest.mark.parametrize(
    ("release_id", "number", "told"),
    [("bureau", 0, "page 0"), ("bureau", 2, "page 2"), ("bureau", "9" * 4000, "page 9"),
     ("page", 1, "pas de pages"), ("abîmé", 1, "abîmé ou incomplet"),
     ("verrouillé", 1, "mot de passe")],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said(
    server: RunningServer, release_id: str, number: object, told: str
) -> None:
    reply = page(server, release_id, number)
    assert reply.error == (404, "original.not_drawn")
    assert told in reply.json["error"]["message"]


@pytest.mark.parametrize("number", ["-1", "1.5", "NaN", "x", "", "1%00"])
def test_what_is_no_number_of_a_page(server: RunningServer, number: str) -> None:
    assert page(server, "bureau", number).status == 404


def test_a_citation_of_another_release_or_none_marks_nothing(server: RunningServer) -> None:
    with server.service.library() as library:
        other = library.passages("page")[0].citation.id
    for citation in (other, "bureau:0-10:00000000", "../x:1-2:00000000", "no citation", "\0"):
        status, code = page(server, "bureau", 1, c=citation).error
        assert status == 404
        assert code.startswith("citation.")
    assert page(server, "none", 1).error == (404, "serve.no_release")


@pytest.mark.parametrize(
    "box", ["[0 0 14400 14400]", "[0 0 3 14400]", "[0 0 14400 3]", "[0 0 0 0]", "[9 9 1 1]"]
)
def test_no_page_asks_for_more_pixels_than_others(box: str) -> None:
    drawn = picture(draw_pdf(pdf([lines(LEAD, 0, 0)], page=f"/MediaBox {box}"), 1, ()))
    assert drawn.shape[0] * drawn.shape[1] < 5_000_000
    assert drawn.shape[1] <= 1001


def test_a_file_that_brings_its_process_down_costs_itself_alone() -> None:
    process = WorkerProcess(seconds=60)
    try:
        with pytest.raises(UnreadableFileError, match="s’est arrêtée"):
            process.call(os._exit, 7)
        assert process.call(max, 1, 2) == 2
    finally:
        process.close()


def test_a_file_that_takes_for_ever_is_given_up() -> None:
    process = WorkerProcess(seconds=0.2)
    try:
        with pytest.raises(UnreadableFileError, match="s’est arrêtée"):
            process.call(time.sleep, 600)
    finally:
        process.close()


def test_many_pages_at_once_are_all_drawn(server: RunningServer) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(12) as pool:
        bodies = set(pool.map(lambda _: page(server, "bureau", 1).body, range(12)))
    assert len(bodies) == 1
    assert bodies.pop().startswith(b"\x89PNG")


def test_files_are_behind_the_password_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_USER", "zoe")
    monkeypatch.setenv("RAG_PASSWORD", "sesame")
    with serving(folder / "index") as server:
        assert original(server, "page").error == (401, "serve.no_login")
        assert page(server, "bureau", 1).error == (401, "serve.no_login")
