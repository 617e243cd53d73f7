"""Front matter in every notation and under every name that generators of sites have for it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from rag.corpus.formats import Document
from rag.corpus.formats.front_matter import stated_id, with_front_matter
from rag.corpus.formats.front_matter.keys import lead_rank
from rag.corpus.formats.markdown import read
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.reading import parse_release
from rag.corpus.release_dates.stated import parse_date
from rag.errors import UnreadableFileError
from rag.types import Release
from tests.conftest import paragraph

BODY = paragraph("oies")


def markdown(text: str) -> Document:
    return read(text.encode("utf-8"))


def release_of(text: str) -> Release:
    """A release out of a plain text file."""
    return parse_release(with_front_matter(text), SourceFile(Path("x"), "x", "x", Metadata()))


# -- notations ----------------------------------------------------------------------------------

JEKYLL = """\
---
layout: post
title:  "Le port ouvre : un bilan"
date:   2016-01-19 10:00:00 +0100
last_modified_at: 2016-02-01
lang: fr
permalink: /le-port/
categories: [ports, quais]
---
"""
NETLIFY = """\
---
templateKey: blog-post
title: 'Le port ouvre : un bilan'
date: 2016-01-19T09:00:00.089Z
updated: 2016-02-01T09:00:00.089Z
locale: fr-FR
featuredimage: /img/port.jpg
tags:
  - port
---
"""
HUGO = """\
+++
# Hugo
title = "Le port ouvre : un bilan"
date = 2016-01-19T10:00:00+01:00
lastmod = 2016-02-01
draft = false
categories = ["ports"]
language = 'fr'
[params]
  color = "red"
+++
"""
ZOLA = """\
+++
title = 'Le port ouvre : un bilan'
date = 2016-01-19
updated = 2016-02-01

[taxonomies]
tags = ["ports"]
[extra]
image = "a.png"
+++
"""
HUGO_JSON = """\
{
  "title": "Le port ouvre : un bilan",
  "date": "2016-01-19T10:00:00+01:00",
  "lastmod": "2016-02-01",
  "lang": "fr",
  "tags": ["a", "b"]
}
"""
HEXO_JSON = """\
"title": "Le port ouvre : un bilan",
"date": "2016/1/19 20:46:25",
"updated": "2016/2/1",
"lang": "fr"
;;;
"""
ELEVENTY_JSON = """\
---json
{"title": "Le port ouvre : un bilan", "date": "2016-01-19", "modified": "2016-02-01"}
---
"""
PELICAN = """\
Title: Le port ouvre : un bilan
Date: 2016-01-19 10:20
Modified: 2016-02-01 19:30
Category: Ports
Tags: port,
    quai
Slug: le-port
Lang: fr

"""
MULTIMARKDOWN = """\
Title:   Le port ouvre : un bilan
Author:  Nora Lind
Date:    January 19, 2016
Modified: 1 February 2016
Language: fr
Base Header Level: 2

"""
HEXO = """\
title: "Le port ouvre : un bilan"
date: 2016/01/19
updated: 2016/02/01
lang: fr
---
"""
NIKOLA = """\
<!--
.. title: Le port ouvre : un bilan
.. slug: le-port
.. date: 2016-01-19 19:52:05 UTC
.. updated: 2016-02-01 19:52:05 UTC
.. tags: a, b
.. type: text
-->
"""
PANDOC = """\
---
title: 'Le port ouvre : un bilan'
author: Nora Lind
date: 19 janvier 2016
modified: Mon, 1 Feb 2016 10:00:00 GMT
lang: fr
...
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize(
    "front",
    [JEKYLL, NETLIFY, HUGO, ZOLA, HUGO_JSON, HEXO_JSON, ELEVENTY_JSON, PELICAN, MULTIMARKDOWN,
     HEXO, NIKOLA, PANDOC],
)  # fmt: skip
def test_front_matter_of_every_generator_is_read(front: str, start: str, end: str) -> None:
    text = (front + f"\n{BODY}\n").replace("\n", end)
    document = markdown(start + text)
    stated = document.metadata
    title = stated.title
    assert title is not None
    assert title.strip("\"'") == "Le port ouvre : un bilan"
    assert stated.date is not None
    assert stated.updated is not None
    assert (stated.date.value, stated.updated.value) == ("2016-01-19", "2016-02-01")
    if "lang" in front.casefold():
        assert stated.language == "fr" or front == NIKOLA
    assert stated.url is None
    assert document.text == f"{title}\n\n{BODY}"
    assert document.stated_by == "front matter"
    assert document.front_matter is None
    for place in document.places:
        assert place.offset is not None
        said = document.text[place.start : place.end]
        assert text[place.offset :].startswith(said[:20].lstrip("\"'"))


def test_percent_lines_of_pandoc() -> None:
    document = markdown(f"% Le port ouvre\n% Nora Lind\n% 19 janvier 2016\n\n{BODY}\n")
    assert document.metadata.title == "Le port ouvre"
    assert document.metadata.date is not None
    assert document.text == f"Le port ouvre\n\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: Le port\n\n{BODY}\n",  # no end
        f"+++\ntitle = 'Le port'\n\n{BODY}\n",
        f"---\n{BODY}\n---\n",
        f"+++\n{BODY}\n+++\n",
        f"{{{BODY}}}\n",
        f"Contact : Nora Lind\nTél : 01\n\n{BODY}\n",
        f"Le ministre a dit: {BODY}\n\n{BODY}\n",
        f"Note: {BODY}\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    for document in (markdown(text), with_front_matter(text)):
        assert document.metadata == Metadata()
        assert document.stated_by == "file"
        assert BODY in document.text


@pytest.mark.parametrize(
    "head",
    [
        "Contact: Nora Lind\nTel: 01 02 03 04 05\n",
        "Date : 3 mai 2021\n",
        "Date: 3 mai 2021\nLieu: Marsville\n",
        "Titre: Le port ouvre\nDate: 3 mai 2021\n",
        "Title: The harbour opens\nDate: 3 May 2021\nContact: Nora Lind\n",
        "Author: Nora Lind\nDate: 3 May 2021\n",
    ],
)
def test_the_header_lines_of_a_plain_text_are_its_own(head: str) -> None:
    assert with_front_matter(f"{head}\n{BODY}\n").front_matter is None


def test_unmistakable_lines_are_front_matter_of_a_plain_text_too() -> None:
    document = with_front_matter(PELICAN + BODY)
    assert document.metadata.title == "Le port ouvre : un bilan"
    assert document.text == PELICAN + BODY
    assert document.front_matter is not None
    assert document.text[document.front_matter.end :].strip() == BODY
    date = document.spans["date"]
    assert document.text[date.start : date.end] == "2016-01-19 10:20"


@pytest.mark.parametrize("front", [HUGO, HUGO_JSON, JEKYLL])
def test_a_plain_text_keeps_its_front_matter_in_the_text(front: str) -> None:
    text = f"{front}\n{BODY}\n"
    document = with_front_matter(text)
    assert document.text == text
    assert {name: text[span.start : span.end] for name, span in document.spans.items()}[
        "title"
    ] == ("Le port ouvre : un bilan")
    release = release_of(text)
    assert release.published.value == "2016-01-19"
    assert release.published.span is not None or release.published.words is not None
    assert [block.kind for block in release.blocks] == ["header", "paragraph"]


# -- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Titre: Un port", "title", "Un port"),
        ("título: Un port", "title", "Un port"),
        ("headline: Un port", "title", "Un port"),
        ("publishDate: 2021-05-03T10:00:00Z", "date", "2021-05-03"),
        ("publication_date: 03/05/2021", "date", "2021-05-03"),
        ("Date-Published: 3 May 2021", "date", "2021-05-03"),
        ("date de publication: 3 mai 2021", "date", "2021-05-03"),
        ("published: 2021-05-03", "date", "2021-05-03"),
        ("created_at: 1620036000", "date", "2021-05-03"),
        ("Veröffentlichungsdatum: 3. Mai 2021", "date", "2021-05-03"),
        ("lastmod: 2021-05-03", "updated", "2021-05-03"),
        ("last_update:\n  date: 2021-05-03\n  author: x", "updated", "2021-05-03"),
        ("mise à jour: 3 mai 2021", "updated", "2021-05-03"),
        ("embargo: 3 mai 2021 à 6 h", "embargo", "2021-05-03"),
        ("langue: fr_CA", "language", "fr"),
        ("lang: fra", "language", "fr"),
        ("canonical_url: https://exemple.fr/a", "url", "https://exemple.fr/a"),
        ("permalink: HTTPS://exemple.fr/a", "url", "HTTPS://exemple.fr/a"),
        ("ID: R7", "id", "R7"),
        ("origin: exemple.fr", "origin", "exemple.fr"),
    ],
)
def test_keys_have_many_names(line: str, field: str, value: str) -> None:
    stated = getattr(markdown(f"---\n{line}\n---\n{BODY}\n").metadata, field)
    assert getattr(stated, "value", stated) == value


@pytest.mark.parametrize(
    "line",
    [
        "slug: un-port", "permalink: /a/b", "url: a.html", "published: false", "post_id: 7",
        "created: par Nora", "lang: [fr, en]", "locale: Français", "image:\n  title: x y",
        "modified: hier", "uid: 3",
    ],
)  # fmt: skip
def test_other_keys_state_nothing(line: str) -> None:
    assert markdown(f"---\n{line}\n---\n{BODY}\n").metadata == Metadata()


def test_the_surest_of_several_dates_counts() -> None:
    text = f"---\ncreated: 2001-01-01\npublishDate: 2002-02-02\ndate: 2003-03-03\n---\n{BODY}\n"
    date = markdown(text).metadata.date
    assert date is not None
    assert date.value == "2003-03-03"


@pytest.mark.parametrize("line", ["date: TBD", "date: 2022-02-31", "language: French"])
def test_a_value_that_is_plainly_wrong_is_told(line: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        markdown(f"---\n{line}\n---\n{BODY}\n")
    assert caught.value.key == "file.bad_front_matter"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2019-11-07T14:46:54.089Z", "2019-11-07"),
        ("2016-01-19 10:00:00 +0100", "2016-01-19"),
        ("2016-01-19T23:30:00-08:00", "2016-01-19"),
        ("2016-01-19T10:00:00+01:00[Europe/Paris]", "2016-01-19"),
        ("2013/7/13 20:46:25", "2013-07-13"),
        ("2016.01.19", "2016-01-19"),
        ("2016-1-9", "2016-01-09"),
        ("20160119", "2016-01-19"),
        ("19/01/2016", "2016-01-19"),
        ("19 janvier 2016", "2016-01-19"),
        ("mardi 19 janvier 2016 à 10h30", "2016-01-19"),
        ("3. Mai 2021, 10:00 Uhr", "2021-05-03"),
        ("January 19, 2016 10:00 AM", "2016-01-19"),
        ("Tue, 19 Jan 2016 10:00:00 GMT", "2016-01-19"),
        ("Tue Jan 19 10:00:00 CET 2016", "2016-01-19"),
        ("Tue Jan 19 2016 10:00:00 GMT+0100 (CET)", "2016-01-19"),
        ("1453197600", "2016-01-19"),
        ("20160119103000", "2016-01-19"),
        ("201601191030", "2016-01-19"),
        ("2016011910", "2016-01-19"),
        ("1453197600000", "2016-01-19"),
        ("2016-01-19 et 2017", None),
        ("2016-13-01", None),
        ("2014-11-18, Paris", None),
        ("12 cas en 2021", None),
    ],
)
def test_dates_as_programs_write_them(written: str, value: str | None) -> None:
    parsed = parse_date(written)
    assert (parsed.value if parsed else None) == value


# -- leads --------------------------------------------------------------------------------------

LEAD = "Inès Falk a signé hier à Colmier une déclaration, dotée de 12 millions d’euros."


@pytest.mark.parametrize(
    "front",
    [
        f"---\ntitle: Le port\nchapeau-text: {LEAD[:32]}\n  {LEAD[33:]}\n---\n",
        f"---\ntitle: Le port\nexcerpt: >-\n  {LEAD[:32]}\n  {LEAD[33:]}\n---\n",
        f"---\ntitle: Le port\nchapo: |\n  {LEAD.replace('Inès Falk', '**Inès Falk**')}\n---\n",
        f'---\ntitle: Le port\nseo:\n  description: "{LEAD}"\n---\n',
        f"---\ntitle: Le port\nRésumé: '<p>{LEAD}</p>'\n---\n",
        f"+++\ntitle = 'Le port'\n[extra]\nlead = \"{LEAD}\"\n+++\n",
        f"+++\ntitle = 'Le port'\ndescription = '''\n{LEAD}'''\n+++\n",
        f'{{"title": "Le port", "params": {{"summary": "{LEAD}"}}}}\n',
        f"Title: Le port\nSlug: x\nSummary: {LEAD[:32]}\n    {LEAD[33:]}\n\n",
    ],
)
def test_a_lead_in_front_matter_is_the_first_paragraph(front: str) -> None:
    document = markdown(f"{front}\n{BODY}\n")
    assert document.text == f"Le port\n\n{LEAD}\n\n{BODY}"
    offset = document.places[1].offset
    assert offset is not None
    assert 0 < front.find("Inès") - offset < 6 or front[offset:].startswith("Inès")


def test_a_lead_is_said_once() -> None:
    front = f"---\ntitle: Le port\ndescription: {LEAD[:70]} […]\nsummary: {LEAD}\n---\n"
    assert markdown(f"{front}# Le port\n\n**Inès Falk**{LEAD[9:]}\n").text == f"Le port\n\n{LEAD}"


def test_a_lead_comes_behind_the_title_in_the_text() -> None:
    text = f"---\ntitle: Le PORT\nlead: {LEAD}\n---\n\n# Le port\n\n{BODY}\n"
    document = markdown(text)
    assert document.text == f"Le port\n\n{LEAD}\n\n{BODY}"
    assert document.blocks is not None
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "paragraph"]


def test_front_matter_alone_is_the_text() -> None:
    assert markdown(f"---\ntitle: Le port\nlead: {LEAD}\n---\n").text == f"Le port\n\n{LEAD}"


def test_the_title_in_front_matter_may_have_marks() -> None:
    document = markdown(f"---\ntitle: 'Le *port* &amp; le <b>quai</b>'\n---\n{BODY}\n")
    assert document.metadata.title == "Le port & le quai"


@pytest.mark.parametrize(
    ("path", "rank"),
    [
        ("chapeau-text", 0), ("Chapeau", 0), ("short_description", 0), ("subTitle", 0),
        ("sous-titre", 0), ("hero.intro", 0), ("metaDescription", 1), ("seo.description", 1),
        ("og:description", 1), ("author.description", None), ("images.summary", None),
        ("title", None), ("description_length", None),
    ],
)  # fmt: skip
def test_which_keys_introduce_a_text(path: str, rank: int | None) -> None:
    assert lead_rank(tuple(path.split("."))) == rank


def test_a_lead_in_a_plain_text_can_be_cited() -> None:
    text = f"---\ntitle: Le port\nchapeau: {LEAD}\ntags: [a]\n---\n\n{BODY}\n"
    release = release_of(text)
    assert release.body == text
    kinds = [(block.kind, text[block.start : block.end]) for block in release.blocks]
    assert [kind for kind, _ in kinds] == ["header", "paragraph", "header", "paragraph"]
    assert kinds[1][1] == LEAD
    assert kinds[3][1] == BODY


# -- ids ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("+++\nid = 'R1'\n+++\nTexte.", "R1"),
        ('{"title": "a", "id": "R1"}\nTexte.', "R1"),
        ("Title: a\nSlug: b\nID: R1\n\nTexte.", "R1"),
        ("---\r\nid: R1\r\n...\r\nTexte.", "R1"),
        ("Title: a\n\nid: R1\n", None),
        ("---\nuid: R1\n---\nTexte.", None),
    ],
)
def test_the_id_is_known_whatever_the_notation(text: str, wanted: str | None) -> None:
    assert stated_id(io.BytesIO(text.encode())) == wanted
    assert markdown(text).metadata.id == wanted
