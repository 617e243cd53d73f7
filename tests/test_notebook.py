"""A notebook shows an answer, hits and a release as a line or a small box, never as markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

import rag
from rag import messages
from tests.conftest import QUESTION

HOSTILE = "<script>x</script><img src=x onerror=y> \"quoted' & {7} \x1b[31m\u202e\n\nend"
ALLOWED = {"div", "p", "b", "q", "small", "br"}


class Shown(HTMLParser):
    """The text and the tags of an HTML fragment; every tag must be allowed and closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.bold: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= {"style", "dir"}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open and self.open[-1] == "b":
            self.bold.append(data)


def hostile_release() -> rag.Release:
    date = rag.PublicationDate(rag.PartialDate.parse("2021-05-03"))
    return rag.Release(f"r{HOSTILE}", HOSTILE, date, "fr", f"{HOSTILE}. Suite.", "r.txt")


def hostile_answer() -> rag.Answer:
    release = hostile_release()
    passage = rag.Passage(release.id, 0, 0, len(release.body), release.body)
    found = rag.Match(1, 1, 0.9, 3.0, span=rag.Span(0, 7))
    hit = rag.Hit(release, passage, 1.0, 1, found)
    whole = passage.citation
    part = rag.AnswerPart("words", hit, whole, None, 0.9, (whole,), whole)
    return rag.Answer(HOSTILE, (part,), 0.9, (hit,))


def test_an_answer_is_a_line_and_a_box(library: rag.Library) -> None:
    answer = library.ask(QUESTION)
    line = repr(answer)
    assert line.startswith("<Answer answered: 'le 15 février (date du communiqué")
    assert line.endswith("5 hits>")
    assert len(line) < 200
    shown = Shown(answer._repr_html_())
    for text in (QUESTION, answer.text, answer.sentence, answer.citations[1].id):
        assert text in shown.text
    assert shown.bold[0] == answer.text
    with messages.use("en"):
        assert "15 February" in Shown(answer._repr_html_()).text


def test_what_is_no_answer_says_so(library: rag.Library) -> None:
    abstained = library.ask(QUESTION, date_from="2030")
    assert repr(abstained) == "<Answer abstained: nothing-found, confidence 0.00, 0 hits>"
    assert "Aucun passage" in Shown(abstained._repr_html_()).text
    words = library.ask("Stoltenberg")
    assert repr(words).startswith("<Answer passages: ")
    assert words.hits[0].passage.text[:40] in Shown(words._repr_html_()).text


def test_hits_are_lines_and_a_box(library: rag.Library) -> None:
    hits = library.search(QUESTION, 3)
    assert isinstance(hits, list)
    assert hits == list(hits)
    lines = repr(hits)
    assert lines.count("<Hit ") == 3
    assert "\n" not in lines
    assert repr(hits[0]).startswith(f"<Hit 1: {hits[0].passage.citation.id} '")
    shown = Shown(hits._repr_html_())
    assert all(hit.passage.citation.id in shown.text for hit in hits)
    span = hits[0].match.span
    assert span is not None
    assert shown.bold[0] == hits[0].release.body[span.start : span.end]
    many = rag.Hits(library.search(QUESTION, 23))
    assert len(many) > 10
    assert f"… ({len(many)})" in Shown(many._repr_html_()).text
    assert Shown(rag.Hits()._repr_html_()).text == ""


def test_a_release_is_a_line_and_a_box(library: rag.Library) -> None:
    release = library.release("001_319c6ed45504dc95")
    assert repr(release).startswith("<Release 001_319c6ed45504dc95: ")
    assert "--02-15" in repr(release)
    assert len(repr(release)) < 200
    shown = Shown(release._repr_html_())
    assert release.title in shown.text
    assert "15 février, année non précisée" in shown.text
    assert len(shown.text) < 900
    bare = replace(release, title="", published=rag.PublicationDate(), language=None)
    assert "undated" in repr(bare)
    assert "(sans titre)" in Shown(bare._repr_html_()).text


@pytest.mark.parametrize("kind", ["answer", "hit", "hits", "release"])
def test_text_is_never_markup(kind: str) -> None:
    answer = hostile_answer()
    value = {
        "answer": answer,
        "hit": answer.hits[0],
        "hits": rag.Hits(answer.hits),
        "release": answer.hits[0].release,
    }[kind]
    shown = Shown(value._repr_html_())
    assert "<script>x</script>" in shown.text
    assert "\n" not in repr(value)
    assert "\x1b" not in repr(value)


def test_a_long_passage_is_cut() -> None:
    body = "mot " * 5000
    release = replace(hostile_release(), body=body)
    passage = rag.Passage("r", 0, 0, len(body), body)
    far = rag.Match(1, 1, 0.9, 3.0, span=rag.Span(9000, 9003))
    shown = Shown(rag.Hit(release, passage, 1.0, 1, far)._repr_html_())
    assert len(shown.text) < 1000
    assert shown.bold == ["mot"]
    assert shown.text.count("…") == 2
