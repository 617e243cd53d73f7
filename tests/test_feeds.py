"""Feeds with a release in each entry: RSS, RDF and Atom. ``tests/data/rows/README.md`` tells where
the files come from."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import rag
from rag import messages
from rag.config import ColumnSettings
from rag.corpus.formats import Part
from rag.corpus.formats.feed import expand
from rag.types import Release
from tests.conftest import paragraph
from tests.test_tables import DATA, releases

TEXT = paragraph("oies")


def entries(data: bytes | str) -> list[Part]:
    content = data.encode() if isinstance(data, str) else data
    return list(expand(io.BytesIO(content), ColumnSettings()))


def one(data: bytes | str) -> Part:
    (part,) = entries(data)
    assert part.problem is None
    return part


def refusal(data: bytes | str) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        entries(data)
    for code in messages.LANGUAGES:
        with messages.use(code):
            assert str(caught.value)
    return caught.value.key


def rss(item: str, channel: str = "") -> str:
    return f'<rss version="2.0"><channel>{channel}<item>{item}</item></channel></rss>'


def by_title(found: dict[str, Release], begin: str) -> Release:
    (release,) = [each for each in found.values() if each.title.startswith(begin)]
    return release


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("fil-feedgen.rss", {"Télécommunications": "2012-06-22", "France": "2012-06-26"}),
        ("fil-feedgen.atom", {"Télécommunications": "2012-06-22", "France": "2012-06-26"}),
        ("fil-wordpress.xml", {"Science": "2012-07-04", "France": "2012-07-02"}),
        ("fil-xhtml.atom", {"France": "2012-06-22"}),
    ],
)
def test_entries_are_releases_with_what_the_feed_states(
    corpus: Path, file: str, wanted: dict[str, str]
) -> None:
    found = releases(DATA / file, corpus=corpus)
    assert len(found) == len(wanted)
    for begin, date in wanted.items():
        release = by_title(found, begin)
        assert (release.published.value, release.published.stated_by) == (date, "file")
        assert release.language == "fr"
        assert release.url is not None
        assert release.origin in release.url
        assert "<" not in release.body
        assert "&amp;" not in release.body
        assert "&#" not in release.body
        assert sum(block.kind == "paragraph" for block in release.blocks) >= 2


def test_an_excerpt_and_the_link_below_a_text_are_no_part_of_it(corpus: Path) -> None:
    release = by_title(releases(DATA / "fil-wordpress.xml", corpus=corpus), "Science")
    assert "est apparu en premier" not in release.body
    assert "[…]" not in release.body
    assert release.body.count("Le CERN a annoncé aujourd’hui") == 1
    assert release.source == "fil-wordpress.xml#depeches.example.org-p-44520"


def test_what_describes_a_picture_is_no_text_of_an_entry() -> None:
    picture = (
        '<media:content url="https://example.org/a.jpg"><media:title>admin</media:title>'
        "<media:description>Un quai.</media:description></media:content>"
    )
    xml = rss(f"{picture}<title>A</title><description>{TEXT}</description>").replace(
        "<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" '
    )
    assert one(xml).read().decode() == TEXT


def test_a_change_is_the_date_of_an_entry_that_has_no_other() -> None:
    item = f"<title>A</title><description>{TEXT}</description>"
    changed = one(f"<feed><entry>{item}<updated>2021-03-12T08:00:00Z</updated></entry></feed>")
    assert changed.stated["date"] == "2021-03-12T08:00:00Z"
    assert "updated" not in changed.stated


def test_rss_1_has_its_entries_beside_the_channel() -> None:
    part = one(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Fil</title><dc:language>fr</dc:language></channel>"
        '<item rdf:about="https://example.org/1"><title>A</title><link>https://example.org/1</link>'
        f"<description>{TEXT}</description><dc:date>2021-03-12</dc:date></item></rdf:RDF>"
    )
    assert part.stated == {
        "title": "A", "date": "2021-03-12", "language": "fr", "url": "https://example.org/1",
    }  # fmt: skip


def test_an_entry_without_an_address_has_the_origin_of_its_feed() -> None:
    part = one(rss(f"<guid>x1</guid><description>{TEXT}</description>", "<title>Mairie</title>"))
    assert part.stated == {"origin": "Mairie"}
    assert part.keys == ("x1", "")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_feed_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>' + rss("<description>Éte é</description>")
    assert one(xml.encode(encoding)).read().decode() == "Éte é"


def test_entities_of_html_are_read_though_xml_has_none() -> None:
    part = one(rss("<title>L&eacute;t&eacute;&nbsp;!</title><description>x&hellip;</description>"))
    assert part.stated["title"] == "Lété !"
    assert part.read().decode() == "x…"


def test_plain_text_of_atom_is_not_taken_for_markup() -> None:
    xml = "<feed><entry><content type='text'>a &lt;b&gt; c et la suite</content></entry></feed>"
    assert one(xml).read().decode() == "a <b> c et la suite"


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes_and_told() -> None:
    data = (DATA / "fil-feedgen.rss").read_text(encoding="utf-8")
    parts = entries(data[: data.rindex("<item>") + 200])
    told = [part.problem for part in parts if part.problem]
    assert told[0] is not None
    assert told[0].key == "row.broken_feed"
    assert sum(part.problem is None for part in parts) >= 1


def test_no_entity_of_a_document_type_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Mot de passe", encoding="utf-8")
    for inner in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        '<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">',
    ):
        xml = f"<!DOCTYPE rss [{inner}]>" + rss("<description>Bonjour &x; &z; ici</description>")
        for part in entries(xml):
            if part.problem is None:
                assert "Mot de passe" not in part.read().decode()
                assert "lol" not in part.read().decode()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("", "file.empty"), ("<urlset><url/></urlset>", "file.not_feed"), ("x", "file.not_feed"),
        ("<!DOCTYPE a [" * 50_000, "file.not_feed"), ("<html><p>Bonjour</p>", "file.not_feed"),
        (bytes(range(256)) * 20, "file.binary"),
    ],
)  # fmt: skip
def test_xml_that_is_no_feed_is_refused(data: bytes | str, key: str) -> None:
    assert refusal(data) == key


def test_a_feed_that_nests_too_deep_has_no_entries() -> None:
    parts = entries("<rss>" + "<a>" * 100_000 + rss("<description>x</description>"))
    assert [part.problem.key for part in parts if part.problem] == ["row.broken_feed"]
