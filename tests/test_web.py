"""The parts of the page without a browser: links, marks, exports, the timeline."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag import messages
from rag.web.examples import BUILT_IN, example_questions
from rag.web.exports import bibtex, csl_json, formats, markdown
from rag.web.link import View, read_link, write_link
from rag.web.page import _Handlers, build_page
from rag.web.render import additions_html, examples_html, release_html, releases_html, results_html
from rag.web.service import LibraryService
from rag.web.timeline import timeline
from tests.conftest import QUESTION, ROOT, paragraph, write

HOSTILE = "<script>x</script> **b** [a](http://x) {{7}} ${7} & \" ' \\ _ % # $ ~ ^ { }"
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


class Text(HTMLParser):
    """The text, the tags and the attribute values of an HTML fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.values = "", [], []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value or "" for _, value in attrs]


def release(
    body: str, title: str = "Titre", value: str | None = "2021-05-03", **more: str
) -> rag.Release:
    published = rag.PublicationDate(rag.PartialDate.parse(value) if value else None)
    return rag.Release(
        more.get("id", "r1"), title, published, "fr", body, "r1.txt", more.get("url")
    )


def hit(source: rag.Release, rank: int = 1) -> rag.Hit:
    passage = rag.Passage(source.id, 0, 0, len(source.body), source.body)
    return rag.Hit(source, passage, 1.0, rank, rag.Match(1, 1, 0.9, 3.0, ("x",)))


def answered(source: rag.Release, date: rag.AnswerDate | None = None) -> rag.Answer:
    whole = hit(source).passage.citation
    question = f"Quand {HOSTILE} ?"
    part = rag.AnswerPart("words", hit(source), whole, date, 0.95, (whole,), whole)
    return rag.Answer(question, (part,), 0.95, (hit(source),))


# -- the link -------------------------------------------------------------------------------------


@given(
    st.builds(
        View,
        question=text,
        date_from=text.map(str.strip),
        date_to=text.map(str.strip),
        languages=st.lists(text, max_size=3).map(tuple),
        releases=st.lists(text, max_size=3).map(tuple),
        sort=st.sampled_from(["relevance", "date"]),
        ui=st.sampled_from(["fr", "en"]),
    )
)
def test_reading_a_link_restores_its_view(view: View) -> None:
    assert read_link(write_link(view)) == view


@given(st.text() | st.none() | st.integers())
def test_no_link_fails(search: object) -> None:
    view = read_link(search)
    assert view.sort in ("relevance", "date")
    assert view.ui in ("fr", "en")


def test_the_link_is_readable_and_empty_for_the_page_as_it_opens() -> None:
    assert write_link(View()) == ""
    view = View("Qui ?", "2014", "2015-02", ("fr", "en"), ("001",), "date", "en")
    assert write_link(view) == (
        "?q=Qui+%3F&from=2014&to=2015-02&lang=fr&lang=en&release=001&sort=date&ui=en"
    )
    assert read_link("?" + "&".join(f"a{n}=1" for n in range(2000))) == View()
    assert len(read_link("?q=" + "x" * 100_000).question) < 30_000


# -- marks ----------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=60, deadline=None)  # the first example also loads the texts
def test_marking_changes_no_character(data: st.DataObject) -> None:
    body = data.draw(st.text(st.sampled_from("ab <>&\"'é\n{$}"), min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))
    shared = [rag.Span(*sorted(pair)) for pair in data.draw(st.lists(spans, max_size=5))]
    source = release(body)
    with messages.use("fr"):
        html = results_html(answered(source), [shared])
    found = re.search(r'<div class="passage-text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found is not None
    assert Text(found.group(1)).text == body


def test_a_release_is_shown_whole_with_its_citation_marked() -> None:
    body = f"Avant {HOSTILE}. Les mots. Après."
    source = release(body, HOSTILE, url="javascript:alert(1)")
    at = body.index("Les mots.")
    cited = rag.Citation("r1", 0, at, at + 9, "Les mots.", "0" * 8)
    html = release_html(source, cited, [rag.Span(at + 4, at + 8)], moved=False)
    assert body in Text(html).text
    assert '<mark class="shared">mots</mark>' in html
    assert "javascript:" not in html
    assert "script" not in Text(html).tags


def test_text_of_a_release_is_never_markup() -> None:
    source = release(HOSTILE, HOSTILE, id=HOSTILE)
    shown = Text(results_html(answered(source), [[]], note=HOSTILE))
    assert set(shown.tags).isdisjoint({"script", "img", "b"})
    assert shown.text.count(HOSTILE) >= 5
    refused = rag.Reason("sidecar.unreadable", {"path": "x", "reason": HOSTILE})
    added = Text(additions_html([rag.Addition(HOSTILE, refused), rag.Addition(HOSTILE)]))
    assert "script" not in added.tags
    assert added.text.count(HOSTILE) == 3


def test_an_abstention_without_a_date_shows_no_confidence(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(
        corpus,
        "a.txt",
        "Création d’une cellule\n\nLe secrétaire général a annoncé la création d’une cellule de "
        f"coordination des câbles sous-marins au siège.\n\n{paragraph('chars')}",
    )
    sure = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    rag.build(corpus, index, encoder=embedded, settings=sure)
    with rag.open(index, encoder=embedded, settings=sure) as library, messages.use("fr"):
        answer = library.ask("Quand la cellule a-t-elle été créée ?")
        shown = Text(results_html(answer, [[]] * len(answer.hits))).text
        assert answer.status == "abstained"
        assert "les communiqués n’en donnent pas la date" in shown
        assert "Confiance" not in shown
        assert "à vous de juger" not in shown
        assert answer.abstention == "no-date-given"
        none_left = library.ask("Quand la cellule a-t-elle été créée ?", date_from="2030")
        assert none_left.abstention == "nothing-found"


def test_filters_that_leave_no_passage_show_only_that() -> None:
    with messages.use("fr"):
        shown = results_html(rag.Answer("Q", (), 0.0, abstention="nothing-found"), [])
    assert Text(shown).text == "Aucun passage ne correspond à ces filtres."


def test_a_text_from_right_to_left_has_its_own_direction() -> None:
    """Elements with text of a release or a question have ``dir="auto"``; others do not."""
    body = "أعلن الأمين العام إنشاء خلية تنسيق."
    source = release(body, "إنشاء خلية")
    html = results_html(replace(answered(source), question=body), [[]])
    html += release_html(source, hit(source).passage.citation, [], moved=False)
    html += examples_html([body])
    for foreign in re.findall(r"<(?!pre|/|mark|span class=\"passage\")[^>]*>(?=[أ-ي])", html):
        assert 'dir="auto"' in foreign
    assert "<li value" in html
    assert not re.search(r"<li value[^>]* dir=", html)
    assert 'class="body"' in html
    assert re.search(r'<div class="body"[^>]* dir="auto"', html)
    assert re.search(r'<div class="passage-text"[^>]* dir="auto"', html)


def test_a_release_is_found_without_accents_and_the_total_is_shown(
    library: rag.Library,
) -> None:
    with messages.use("fr"):
        plain = releases_html(library, "fevrier")
        assert plain == releases_html(library, "FÉVRIER")
        matching = plain.count("<tr>") - 1
        assert 0 < matching < 5
        assert f"{matching} sur 5 communiqués." in plain
        assert "5 sur 5 communiqués." in releases_html(library, "")


def test_of_many_releases_the_table_says_how_many_match_and_how_many_are_shown(
    library: rag.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.web.render._MAX_ROWS", 2)
    with messages.use("fr"):
        assert "5 sur 5 communiqués. Les 2 premiers" in releases_html(library, "")
        assert "5 sur 5 communiqués. Les 2 premiers" in releases_html(library, "0")


# -- exports --------------------------------------------------------------------------------------


def test_markdown_shows_a_release_as_typed() -> None:
    """Every character that could be markup is escaped, and unescaping restores the text."""
    made = markdown(answered(release(HOSTILE, HOSTILE)))
    bare = re.sub(r"\\(.)", r"", made)
    assert not re.search(r"[<\[`{$_#~]", bare.replace("**", "").replace("*", ""))
    assert HOSTILE in re.sub(r"\\([^A-Za-z0-9\s])", r"\1", made)


def test_markdown_has_the_date_of_the_answer_and_whose_it_is() -> None:
    source = release("La cellule a été créée.", value="--02-15")
    date = rag.AnswerDate(rag.PartialDate(month=2, day=15), "release", None)
    with messages.use("fr"):
        made = markdown(answered(source, date))
        assert "Date : 15 février, année non précisée \\(date du communiqué\\)\n" in made
        unresolved = replace(date, date=None)
        assert "Date :" not in markdown(answered(source, unresolved))


def test_bibtex_keeps_its_braces_balanced_and_its_dates_honest() -> None:
    made = bibtex(answered(release("Corps.", HOSTILE, "2021-05-03")))
    assert "date = {2021-05-03}" in made
    plain = re.sub(r"\\[{}]", "", made)
    assert plain.count("{") == plain.count("}")
    yearless = bibtex(answered(release("Corps.", "T", "--02-15")))
    assert "date =" not in yearless
    assert "15 février, année non précisée" in yearless
    assert "note" not in bibtex(answered(release("Corps.", "T", None)))


@pytest.mark.parametrize(
    ("value", "issued"),
    [
        ("2021-05-03", [[2021, 5, 3]]),
        ("2021-05", [[2021, 5]]),
        ("2021", [[2021]]),
        ("2022-04-06/2022-04-07", [[2022, 4, 6], [2022, 4, 7]]),
        ("--02-15", None),
        (None, None),
    ],
)
def test_csl_json_states_the_date_at_its_precision(
    value: str | None, issued: list[list[int]] | None
) -> None:
    (item,) = json.loads(csl_json(answered(release("Corps.", HOSTILE, value))))
    assert item["title"] == HOSTILE
    assert item.get("issued", {}).get("date-parts") == issued


def test_keys_of_two_releases_differ_and_an_abstention_exports_nothing() -> None:
    one, two = release("Un.", id="a/1"), release("Deux.", id="a-1")
    hits = (hit(one), hit(two, 2))
    cited = tuple(one.passage.citation for one in hits)
    part = rag.AnswerPart("sentence", hits[0], cited[0], None, 0.9, cited)
    answer = rag.Answer("Q", (part,), 0.9, hits)
    assert [item["id"] for item in json.loads(csl_json(answer))] == ["a-1", "a-1-2"]
    assert formats(rag.Answer("Q", (), 0.1)) == {}


# -- the timeline ---------------------------------------------------------------------------------


@given(
    st.lists(
        st.sampled_from(
            ["2014-11-18", "2014-11", "2014", "2022-04-06/2022-04-07", "--02-15", "--01", None,
             "1999-12-31", "0987-05-15", "2024-02-29"]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_every_hit_is_in_the_timeline_once(values: list[str | None]) -> None:
    hits = [hit(release("x", value=value, id=f"r{n}"), n + 1) for n, value in enumerate(values)]
    html = timeline(hits)
    opened = re.findall(r'data-open="(r\d+):', html)
    assert sorted(opened) == sorted(f"r{n}" for n in range(len(values)))
    for x in re.findall(r' (?:cx|x|x1|x2)="([-\d.]+)%"', html):
        assert 0 <= float(x) <= 100
    assert html.count("<circle") + html.count('class="bar"') == sum(
        value is not None and not value.startswith("--") for value in values
    )


@pytest.mark.parametrize(
    "values",
    [("2014-12-20", "2024-03-01"), ("2014-12-30", "2015-02-01"), ("2014-01-02", "2014-01-03"),
     ("1999-12-31", "2000-01-01", "2024-11-30"), ("2014", "2015-06"), ("2014-06-15",)],
)  # fmt: skip
def test_the_labels_of_the_timeline_do_not_overlap(values: tuple[str, ...]) -> None:
    hits = [hit(release("x", value=value, id=f"r{n}"), n + 1) for n, value in enumerate(values)]
    ticks = re.findall(r'class="tick" x="([\d.]+)%" y="[\d.]+">([^<]+)<', timeline(hits))
    assert ticks
    for (x, text), (after, _) in pairwise(ticks):  # on a telephone, 250 pixels wide
        assert (float(after) - float(x)) * 250 / 100 >= 6 * len(text)


# -- examples -------------------------------------------------------------------------------------


def test_examples_come_from_a_file_or_are_built_in(library: rag.Library, tmp_path: Path) -> None:
    assert example_questions(library, "") == list(BUILT_IN)
    assert BUILT_IN[0] == QUESTION
    path = tmp_path / "questions.txt"
    path.write_text("Qui ?\n\n  Quand ?  \n", encoding="utf-8")
    assert example_questions(library, str(path)) == ["Qui ?", "Quand ?"]
    with pytest.raises(rag.ConfigurationError):
        example_questions(library, str(path) + ".none")


def test_examples_of_another_corpus_are_made_of_its_titles(
    embedded: rag.Encoder, tmp_path: Path
) -> None:
    for name in ("ara", "cacatoès", "perruche", "lori", "amazone"):
        write(tmp_path / "corpus", f"{name}.txt", f"L’{name}\n\n{paragraph('oiseaux')}\n")
    own = rag.Settings()
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=own)
    with (
        rag.open(tmp_path / "index", encoder=embedded, settings=own) as library,
        messages.use("fr"),
    ):
        questions = example_questions(library, "")
    assert questions[0] == "Que dit « L’amazone » ?"
    assert len(questions) == 4


def test_uploads_that_are_switched_off_cannot_be_called_either(tmp_path: Path) -> None:
    """The page has no button for them, and the handlers refuse to run."""
    closed = rag.Settings(web=rag.WebSettings(uploads=False))
    service = LibraryService(tmp_path / "index", closed)
    named = build_page(service).get_api_info(all_endpoints=True)
    assert not [name for name in named["named_endpoints"] if "add" in name or "rebuild" in name]
    file = write(tmp_path, "neuf.txt", "Un texte.\n")
    handlers = _Handlers(service)
    assert "désactivé" in handlers.on_add([str(file)], "fr")[0]
    assert file.exists()
    assert "désactivé" in handlers.on_rebuild("", "fr")[0]


def test_every_fixed_text_of_the_script_and_the_head_exists() -> None:
    named = re.findall(r'data-i18n="(\w+)"', (ROOT / "rag/web/head.html").read_text("utf-8"))
    named += re.findall(r"\.page_(\w+)", (ROOT / "rag/web/script.js").read_text("utf-8"))
    assert named
    assert all(f"page.{name}" in messages.sentences() for name in named)
