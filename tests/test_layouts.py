"""Releases as others lay them out and word them; each case once went wrong."""

from __future__ import annotations

import contextlib
import datetime
import os
from pathlib import Path

import pytest

import rag
from rag.corpus import cut_passages
from rag.corpus.decoding import decode
from rag.language import find_dates, sentence_spans
from rag.question import asks_when
from rag.types import Release
from tests.conftest import WordEncoder, paragraph, write
from tests.test_dates import release_of

MORE = "\n\n" + paragraph("chars") + "\n"
PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


def kinds(release: Release) -> list[tuple[str, str]]:
    return [(b.kind, release.body[b.start : b.end]) for b in release.blocks]


def passages(release: Release) -> list[str]:
    cut = cut_passages(
        release,
        lambda text: len(text.split()) + 2,
        max_tokens=200,
        min_characters=PLAIN.corpus.min_characters,
        with_title=True,
    )
    return [passage.text for passage in cut]


@pytest.mark.parametrize(
    "lead",
    [
        "La loi du 29 juillet 1881 garantit la liberté de la presse.",
        "L’invasion lancée par la Russie le 24 février 2022 a tout changé.",
        "The plant, opened on 4 May 2010, employs 200 people.",
        "Il avait pris ses fonctions le 4 mai 2010.",
        "Il a répondu à la lettre du 3 janvier 2020.",
        "La dette s’élève à 12 milliards au 31 décembre 2022.",
        "Results for the quarter ended June 30, 2023 were good.",
        "The summit is to be held in Vilnius on 11 July 2023.",
        "Signed in Rome on 25 March 1957, the treaty is old.",
        "Le dispositif est prolongé jusqu’au 3 mai 2021.",
        "Ce traité, signé le 4 avril 1949, a fondé l’Alliance.",
    ],
)
def test_the_date_of_something_older_is_not_the_release_s(lead: str) -> None:
    assert release_of(f"Un titre\n\n{lead}{MORE}").published.value is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Paris, le 12 mars 2021", "2021-03-12"),
        ("London, 12 March 2021", "2021-03-12"),
        ("Genève (Suisse), le 4 mai 2018", "2018-05-04"),
        ("Saint-Pierre-et-Miquelon, le lundi 3 mai 2021", "2021-05-03"),
        ("*Communiqué de presse — Paris, le 3 juin 2019*", "2019-06-03"),
        ("Publié le 3 juin 2019 à 10h30", "2019-06-03"),
        ("COMMUNIQUE DE PRESSE N° 2021/045 - 3 mai 2021", "2021-05-03"),
    ],
)
def test_a_line_of_place_and_date_is_no_title(line: str, value: str) -> None:
    release = release_of(f"{line}\n\nUn titre de communiqué{MORE}")
    assert release.title == "Un titre de communiqué"
    assert release.published.value == value


@pytest.mark.parametrize(
    "dateline", ["LYON, France, March 12, 2021 —", "WASHINGTON, D.C. (March 12, 2021) –"]
)
def test_a_dateline_with_a_country(dateline: str) -> None:
    release = release_of(f"A title\n\n{dateline} ACME opens a research centre.{MORE}", "en")
    assert release.published.value == "2021-03-12"


@pytest.mark.parametrize(
    "label", ["COMMUNIQUE DE PRESSE", "# Communiqué de presse", "PRESS RELEASE"]
)
def test_a_label_is_no_title(label: str) -> None:
    assert release_of(f"{label}\n\nUn titre de communiqué{MORE}").title == "Un titre de communiqué"


def test_who_to_call_is_no_title_and_is_still_found() -> None:
    release = release_of(f"Contact: Jane Doe, press@acme.org\n\nACME opens a centre{MORE}", "en")
    assert release.title == "ACME opens a centre"
    assert ("boilerplate", "Contact: Jane Doe, press@acme.org") in kinds(release)


def test_published_at_the_foot_comes_before_other_dates() -> None:
    text = f"Un titre\n\n12 et 13 juin 2024{MORE}\nPublié le 2 mai 2024\n"
    assert release_of(text).published.value == "2024-05-02"


@pytest.mark.parametrize(
    "text",
    [
        "L’usine emploie plus de 2000 personnes.",
        "près de 2000 emplois",
        "une altitude de 1900 mètres",
        "in 2050 countries",
        "after 2000 hours",
        "imprimé en 2000 exemplaires",
    ],
)
def test_a_quantity_is_no_year(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("en 2014, l’OTAN", "2014"),
        ("en 2014 par les Alliés", "2014"),
        ("En 2014 Poutine a annexé", "2014"),
        ("in 2014 when", "2014"),
        ("depuis 1949", "1949"),
        ("avant 2030.", "2030"),
        ("3 fe\u0301vrier 2022", "2022-02-03"),
        ("le 1er aou\u0302t 2021", "2021-08-01"),
        ("18 sep 2014", "2014-09-18"),
        ("3 dec 2022", "2022-12-03"),
        ("20-Mar-2022", "2022-03-20"),
        ("15-2-2023", "2023-02-15"),
        ("May 28 – June 2, 2022", "2022-05-28/2022-06-02"),
    ],
)
def test_more_forms_of_dates(text: str, value: str) -> None:
    assert [date.value for date in find_dates(text, language="fr")] == [value]


@pytest.mark.parametrize(
    "text", ["les défis d’aujourd’hui et de demain", "the challenges of today", "3 juın 2022 ici"]
)
def test_idioms_and_strange_letters_are_no_dates(text: str) -> None:
    assert [d for d in find_dates(text) if "aujourd" in text or "today" in text or d.value] == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Quand M. Stoltenberg est arrivé à Blenheim, qui l’a accueilli ?", False),
        ("When NATO was founded, who signed the treaty?", False),
        ("À quelle heure la réunion commence-t-elle ?", False),
        ("What time does it start?", False),
        ("Pouvez-vous me dire quand la cellule a été créée ?", True),
        ("Do you know when the cell was created?", True),
        ("La cellule, quand a-t-elle été créée ?", True),
        ("La réunion a eu lieu quel jour ?", True),
        ("De quand date la cellule ?", True),
        ("Au cours de quelle année a-t-elle été créée ?", True),
        ("Quel est le jour de la réunion ?", True),
    ],
)
def test_what_asks_for_a_date(question: str, expected: bool) -> None:
    assert asks_when(question) is expected


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Il viendra le 15 août. Le ministre aussi.", 2),
        ("La séance aura lieu lundi. Le ministre y sera.", 2),
        ("The answer is no. The minister left.", 2),
        ("Il arrive à 15 h. Le ministre part.", 2),
        ("Il habite à Washington D.C. Le ministre aussi.", 2),
        ("L’arrêt no. 5 est paru. Fin.", 2),
        ("Le 18 nov. Les ministres partent.", 2),
        ("Il a vu J. Dupont et M. Martin.", 1),
    ],
)
def test_ends_of_sentences(text: str, sentences: int) -> None:
    assert len(sentence_spans(text)) == sentences


@pytest.mark.parametrize(
    "line",
    [
        "Le règlement modifié entrera en vigueur le 4 mai 2024.",
        "The updated strategy was adopted on 4 May 2023.",
        "Sanctions were updated on 12 March 2024, adding 40 names.",
        "Crédits : le gouvernement débloque douze millions d’euros pour les ports.",
        "Video conference participants agreed to triple the budget by 2025.",
        "Elle a obtenu 54 % des voix",
        "Kaja Kallas a été élue",
        "Le siège ouvrira le 4 mai",
    ],
)
def test_lines_that_say_something_can_be_quoted(line: str) -> None:
    text = f"Un titre\n\n{paragraph('avions')}\n\n{line}\n\n{paragraph('chars')}\n"
    assert any(line in passage for passage in passages(release_of(text)))


def test_two_rules_are_no_front_matter() -> None:
    text = f"---\nLe ministre a annoncé un plan de relance.\n---\n{paragraph('chars')}\n"
    assert any("annoncé un plan" in passage for passage in passages(release_of(text)))


def test_wrapped_lines_under_a_heading_and_with_a_short_one() -> None:
    text = (
        "COMMUNIQUE DE PRESSE\nParis, le lundi 3 mai 2021\n"
        "La France consacrera douze millions d’euros de plus à la\n"
        "cyberdéfense de ses ports,\n"
        "et cela dès la rentrée du mois de septembre, a dit le\n"
        "ministre.\n"
    )
    (only,) = passages(release_of(text))
    assert only.startswith("La France")
    assert only.endswith("ministre.")


def test_an_address_does_not_join_a_sentence() -> None:
    text = f"Un titre{MORE}\nLe siège ira à Nyon.\n\nContact presse :\nTél. 022 555 01 01\n"
    found = passages(release_of(text))
    assert "Nyon" not in found[-1]
    assert found[-1] == "Contact presse :\nTél. 022 555 01 01"


def test_another_code_page_is_read_rightly_or_refused() -> None:
    text = "Ogłosił że świat się zmienił i źle się dzieje w państwie. " * 4
    read = None
    with contextlib.suppress(rag.UnreadableFileError):
        read = decode(text.encode("cp1250"))[0]
    assert read in (None, text)


@pytest.mark.parametrize(
    "text",
    ["x" + " " * 300_000 + "y", "Fin." + " " * 300_000 + "»", "le 3 mai 2021 " * 20_000],
    ids=["blanks", "blanks after a stop", "dates"],
)
def test_long_stretches_are_read_whole(text: str) -> None:
    # Quadratic work on these does not come back for minutes.
    release = release_of(f"Un titre\n\n{text}\n")
    cut = "".join(release.body[b.start : b.end] for b in release.blocks if b.kind == "paragraph")
    assert cut == text.strip()
    assert sum(len(text[s.start : s.end].split()) for s in sentence_spans(text)) == len(
        text.split()
    )
    assert len(find_dates(text)) == text.count("2021")


# -- metadata and the store ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        '{"file": "a.txt", "title": "\\ud800x"}\n',
        '{"file": "a.txt", "title": "un\u2028deux"}\n',
    ],
)
def test_strange_characters_in_a_sidecar(corpus: Path, index: Path, content: str) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    write(corpus, "metadata.jsonl", content)
    assert rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN).releases == 1


@pytest.mark.parametrize(
    "content",
    [
        "file,title\na.txt," + "x" * 200_000 + "\n",
        "file,language\na.txt,French\n",
    ],
)
def test_wrong_sidecars_are_ours_to_report(corpus: Path, index: Path, content: str) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    write(corpus, "metadata.csv", content)
    with pytest.raises(rag.CorpusError):
        rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN)


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_file_name_that_is_no_text_costs_itself_alone(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    Path(os.fsdecode(os.fsencode(str(corpus)) + b"/b\xff.txt")).write_text(paragraph("b"))
    report = rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN)
    assert report.releases == 1
    assert [item.reason for item in report.skipped] == ["file.bad_name"]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_an_id_in_front_matter_of_any_encoding(corpus: Path, index: Path, encoding: str) -> None:
    text = f"---\nid: été\n---\n\n{paragraph('chars')}\n".replace("’", "'")
    (corpus / "a.txt").write_bytes(text.encode(encoding))
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        assert library.release_ids == ["été"]


def test_misuse_of_the_facade_is_reported_as_ours(library: rag.Library, seed_index: Path) -> None:
    with pytest.raises(rag.QueryError):
        library.search("OTAN", language=5)  # type: ignore[arg-type]
    with pytest.raises(rag.QueryError):
        library.search("OTAN", releases=[1])  # type: ignore[list-item]
    with pytest.raises(rag.QueryError):
        library.search("OTAN", date_from="")
    day = datetime.date(2014, 11, 18)
    assert len(library.search("OTAN", 9, date_from=day, date_to=day)) == 3
    closed = rag.open(seed_index, settings=PLAIN)
    closed.close()
    with pytest.raises(rag.RagError, match="refermé"):
        closed.search("OTAN")


@pytest.mark.skipif(os.name == "nt", reason="no permission bits there")
def test_others_may_read_an_index(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    held = os.umask(0o022)
    try:
        rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN)
    finally:
        os.umask(held)
    for path in [index, *index.rglob("*")]:
        assert path.stat().st_mode & 0o044 == 0o044, path


def test_a_corpus_that_has_moved_is_noticed(corpus: Path, index: Path, tmp_path: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    moved = tmp_path / "moved"
    corpus.rename(moved)
    report = rag.build(moved, index, encoder=encoder, settings=PLAIN)
    assert (report.changed, report.encoded) == (True, 0)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        assert library.verify() == []
        write(moved, "metadata.csv", "file,date\na.txt,2020-05-01\n")
        assert [difference.kind for difference in library.verify()] == ["changed"]


def test_force_does_not_trust_what_an_interrupted_build_left(corpus: Path, index: Path) -> None:
    for name in "abc":
        write(corpus, f"{name}.txt", paragraph(name))
    encoder = WordEncoder()
    encoder.fail_after = 2
    with pytest.raises(KeyboardInterrupt):
        rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    encoder.fail_after = None
    assert rag.build(corpus, index, encoder=encoder, settings=PLAIN, force=True).encoded == 3


def test_an_encoder_that_fails_is_not_the_disk(corpus: Path, index: Path) -> None:
    class Broken(WordEncoder):
        def encode_passages(self, texts: object) -> object:  # type: ignore[override]
            raise OSError("no such device")

    write(corpus, "a.txt", paragraph("chars"))
    with pytest.raises(rag.EncoderError, match="no such device"):
        rag.build(corpus, index, encoder=Broken(), settings=PLAIN)  # type: ignore[arg-type]


def test_a_sidecar_s_date_is_said_in_words(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(corpus, "a.txt", "Un titre\n\nLa cellule de coordination a été créée au siège.\n")
    write(corpus, "metadata.csv", "file,date\na.txt,--02-15\n")
    settings = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    rag.build(corpus, index, encoder=embedded, settings=settings)
    with rag.open(index, encoder=embedded, settings=settings) as library:
        answer = library.ask("Quand la cellule a-t-elle été créée ?")
    assert answer.text == "15 février, année non précisée (date du communiqué)"
