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
from rag.web.beside import release_html
from rag.web.corpus_list import corpus_html, search, sort
from rag.web.examples import BUILT_IN, example_questions
from rag.web.exports import bibtex, csl_json, formats, markdown
from rag.web.handlers import Handlers
from rag.web.head import browser_language, own_head
from rag.web.histogram import count_months, histogram
from rag.web.link import View, read_link, write_link
from rag.web.notes import additions_html
from rag.web.page import build_page, shell_html
from rag.web.passages import hits_html
from rag.web.render import results_html
from rag.web.service import LibraryService
from rag.web.templates import render
from rag.web.timeline import timeline
from rag.web.wrong import note_wrong
from tests.conftest import QUESTION, ROOT, paragraph, write

HOSTILE = "<script>x</script> **b** [a](http://x) {{7}} ${7} & \" ' \\ _ % # $ ~ ^ { }"
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


class Text(HTMLParser):
    """The text, the tags and the attribute values of an HTML fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.values = "", [], []
        self.feed(str(html))
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
        origins=st.lists(text, max_size=3).map(tuple),
        releases=st.lists(text, max_size=3).map(tuple),
        sort=st.sampled_from(["relevance", "date"]),
        more=st.booleans(),
        open=text | st.just(""),
        corpus=st.booleans(),
        find=text | st.just(""),
        by=st.sampled_from(["", "title", "-date"]),
        ui=st.sampled_from(["", "fr", "en"]),
    )
)
def test_reading_a_link_restores_its_view(view: View) -> None:
    assert read_link(write_link(view)) == view


@given(st.text() | st.none() | st.integers())
def test_no_link_fails(search: object) -> None:
    view = read_link(search)
    assert view.sort in ("relevance", "date")
    assert view.ui in ("", "fr", "en")


def test_the_link_is_readable_and_empty_for_the_page_as_it_opens() -> None:
    assert write_link(View()) == ""
    view = View(
        "Qui ?",
        "2014",
        "2015-02",
        ("fr", "en"),
        ("OTAN",),
        ("001",),
        "date",
        open="001:0-9:0a1b2c3d",
    )
    assert write_link(view) == (
        "?q=Qui+%3F&from=2014&to=2015-02&lang=fr&lang=en&origin=OTAN&release=001&sort=date"
        "&open=001%3A0-9%3A0a1b2c3d"
    )
    assert view.is_narrowed
    assert not replace(view.unfiltered, ui="en").is_narrowed
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


def test_a_passage_begins_near_its_words_when_they_stand_far_behind() -> None:
    body = f"{paragraph('oiseaux', 9)} La cellule a été créée à Rome."
    source = release(body)
    at = body.index("Rome")
    answer = answered(source)
    part = replace(answer.parts[0], span=rag.Citation("r1", 0, at, at + 4, "Rome", "0" * 8))
    html = hits_html(replace(answer, parts=(part,)), [[]])
    cut = re.search(r'<span class="cut">(.*?)</span>', html, re.DOTALL)
    assert cut is not None
    left = at - len(Text(cut.group(1)).text)
    assert 0 < left <= 130
    assert body in Text(html).text


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


def test_of_a_file_with_pages_each_is_shown_and_the_cited_one_at_its_place() -> None:
    body = "Une ligne.\nUne autre.\nLa dernière."
    ends = ((0, 10, 1, 80.0), (11, 21, 2, 421.0), (22, 34, 3, 80.0))
    places = tuple(
        rag.Place(start, end, page, (60.0, top, 500.0, top + 12)) for start, end, page, top in ends
    )
    source = replace(release(body, id="a/b c"), places=places)
    cited = rag.Citation("a/b c", 0, 11, 21, "Une autre.", "0" * 8, places[1:2])
    with messages.use("fr"):
        html = release_html(source, cited, [], moved=False)
    assert re.findall(r'<img src="([^"]+)"', html) == [
        "page/a/b%20c/1.png",
        "page/a/b%20c/2.png?c=a/b%20c%3A11-21%3A00000000",
        "page/a/b%20c/3.png",
    ]
    assert re.findall(r'class="cited" data-at="([^"]+)"', html) == ["0.50"]
    assert 'href="original/a/b%20c"' in html


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
        assert "probable" not in shown
        assert "%" not in shown
        assert "à vous de juger" not in shown
        assert answer.abstention == "no-date-given"
        none_left = library.ask("Quand la cellule a-t-elle été créée ?", date_from="2030")
        assert none_left.abstention == "nothing-found"


def test_filters_that_leave_no_passage_show_only_that() -> None:
    with messages.use("fr"):
        shown = results_html(rag.Answer("Q", (), 0.0, abstention="nothing-found"), [])
    lines = [line.strip() for line in Text(shown).text.splitlines() if line.strip()]
    assert lines == ["Q", "Aucun passage ne correspond à ces filtres."]


def test_a_text_from_right_to_left_has_its_own_direction() -> None:
    """Elements with text of a release or a question have ``dir="auto"``; others do not."""
    body = "أعلن الأمين العام إنشاء خلية تنسيق."
    source = release(body, "إنشاء خلية")
    html = results_html(replace(answered(source), question=body), [[]])
    html += release_html(source, hit(source).passage.citation, [], moved=False)
    html += render("home", held="", histogram="", examples=[body])
    for foreign in re.findall(r"<(?!/|mark|q|span class=\"passage\")[^>]*>(?=[أ-ي])", html):
        assert 'dir="auto"' in foreign, foreign
    assert "<li data-hit" in html
    assert not re.search(r"<li data-hit[^>]* dir=", html)
    assert 'class="body"' in html
    assert re.search(r'<div class="body"[^>]* dir="auto"', html)
    assert re.search(r'<div class="passage-text"[^>]* dir="auto"', html)


def test_a_release_is_found_without_accents_and_the_total_is_shown(
    library: rag.Library,
) -> None:
    with messages.use("fr"):
        plain = corpus_html(library, View(find="fevrier"))
        assert plain.count("<tr>") == corpus_html(library, View(find="FÉVRIER")).count("<tr>")
        matching = plain.count("<tr>") - 1
        assert 0 < matching < 5
        assert f"{matching} sur 5 communiqués." in plain
        assert "5 sur 5 communiqués." in corpus_html(library)
        assert "Aucun communiqué ne correspond." in corpus_html(library, View(find="zébulon"))


def test_of_many_releases_the_table_says_how_many_match_and_how_many_are_shown(
    library: rag.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.web.corpus_list._MAX_ROWS", 2)
    with messages.use("fr"):
        for find in ("", "0"):
            shown = corpus_html(library, View(find=find))
            assert "5 sur 5 communiqués. Les 2 premiers" in shown
            assert shown.count("<tr>") == 3


def summary(name: str, value: str | None, title: str = "Titre") -> rag.ReleaseSummary:
    date = rag.PartialDate.parse(value) if value else None
    return rag.ReleaseSummary(name, title, date, "fr", 1, 10, f"{name}.txt", "OTAN")


def test_releases_without_a_date_come_last_in_either_order() -> None:
    held = [summary("a", None), summary("b", "2020"), summary("c", "2014-05-01")]
    assert [one.id for one in sort(held, "date")] == ["c", "b", "a"]
    assert [one.id for one in sort(held, "-date")] == ["b", "c", "a"]
    assert sort(held, "nonsense") == held
    assert [one.id for one in search(held, "mai 2014")] == ["c"]


# -- the histogram --------------------------------------------------------------------------------


def test_a_bar_stands_for_each_month_between_the_first_and_the_last() -> None:
    held = [summary("a", "2019-12-24"), summary("b", "2020-02"), summary("c", "2020-02-09")]
    bars = count_months([*held, summary("d", None), summary("e", "--03-04")])
    assert [(bar.start, bar.count) for bar in bars] == [
        ("2019-12", 1), ("2020-01", 0), ("2020-02", 2),
    ]  # fmt: skip
    assert bars[2].height > bars[0].height > bars[1].height == 0
    with messages.use("fr"):
        shown = histogram(held)
    assert 'aria-label="Communiqués par mois, de décembre 2019 à février 2020"' in shown
    assert "février 2020\u00a0: 2" in shown


def test_the_bars_of_a_search_are_as_many_as_those_of_all_releases() -> None:
    held = [summary("a", "2019-12-24"), summary("b", "2020-02"), summary("c", "2020-02-09")]
    bars = count_months(held, {"2020-02": 1})
    assert [(bar.start, bar.count) for bar in bars] == [
        ("2019-12", 0), ("2020-01", 0), ("2020-02", 1),
    ]  # fmt: skip
    assert [bar.height > 0 for bar in bars] == [False, False, True]
    assert all(bar.height == 0 for bar in count_months(held, {}))
    with messages.use("fr"):
        assert "de cette recherche par mois, de décembre 2019" in histogram(held, {"2020-02": 1})


def test_of_many_years_a_bar_stands_for_each_and_of_one_month_there_is_none() -> None:
    bars = count_months([summary("a", "1990-05"), summary("b", "2020")])
    assert (bars[0].start, bars[-1].start, len(bars)) == ("1990", "2020", 31)
    assert histogram([summary("a", "1990-05")]) == ""
    assert histogram([summary("a", None)]) == ""


# -- the frame ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("it, fr;q=0.5, en;q=0.7", "en"),
        ("de", "fr"),
        ("", "fr"),
        ("en;q=x", "fr"),
    ],
)
def test_the_language_is_the_first_that_the_browser_accepts(accepted: str, language: str) -> None:
    assert browser_language(accepted) == language


def test_the_head_has_no_meta_of_gradio() -> None:
    theirs = b"""<html lang="en"><head><meta property="og:title" content="Gradio" />
    <meta
        property="og:image" content="https://example.org/a.jpg"
    /><meta name="twitter:card" content="x" /><link rel="manifest" href="/manifest.json" />
    <meta charset="utf-8" /></head><body></body></html>"""
    made = own_head(theirs, "en").decode()
    for gone in ("Gradio", "example.org", "twitter", "manifest"):
        assert gone not in made.split("<style>")[0]
    assert '<meta charset="utf-8" />' in made
    assert "--accent" in made


def test_the_frame_is_whole_in_every_language() -> None:
    for code in messages.LANGUAGES:
        shell = Text(shell_html(code))
        with messages.use(code):
            assert messages.message("page.title") in shell.text
        assert "script" not in shell.tags


# -- wrong answers --------------------------------------------------------------------------------


def test_a_noted_answer_is_a_question_for_the_evaluation(tmp_path: Path) -> None:
    from rag.evaluation.questions import read_questions

    path = note_wrong(tmp_path, "Quand ?", "le 15 février")
    note_wrong(tmp_path, "Qui ?", "")
    note_wrong(tmp_path, "Quand ?", "le 15 février", " le 16 février ")
    questions = read_questions(path)
    assert [(one.text, one.answers) for one in questions] == [
        ("Qui ?", ()), ("Quand ?", ("le 16 février",)),
    ]  # fmt: skip
    assert [json.loads(line)["said"] for line in path.read_text("utf-8").splitlines()] == [
        "", "le 15 février",
    ]  # fmt: skip
    path.write_text("pas du JSON\n" + path.read_text("utf-8"), encoding="utf-8")
    note_wrong(tmp_path, "Où ?", HOSTILE)
    assert path.read_text("utf-8").startswith("pas du JSON\n")
    with pytest.raises(rag.StorageError):
        note_wrong(tmp_path / "nowhere", "Où ?", "")


# -- exports --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [HOSTILE, "- une liste", "# titre", "1. un", "> cité", "snake_case _souligné_ & co &amp;",
     "Prix : 5 $ ~~ 3 | 4", "[1] (voir) !"],
)  # fmt: skip
def test_markdown_shows_a_release_as_typed(typed: str) -> None:
    """Read as Markdown, the text is as typed, and nothing of it is markup."""
    from markdown_it import MarkdownIt

    source = release(typed, typed)
    answer = replace(answered(source), question=typed)
    shown = Text(MarkdownIt("gfm-like", {"linkify": False}).render(markdown(answer)))
    assert shown.text.count(typed) == 4  # question, answer, quote and title
    assert set(shown.tags) <= {"p", "strong", "em", "ol", "li"}


def test_markdown_escapes_only_what_would_be_markup() -> None:
    typed = "Un texte (simple), snake_case - 3 + 4 = 7 ! 100 % & #1 {x}"
    assert typed in markdown(answered(release(typed)))


def test_a_quotation_that_has_its_own_marks_gets_no_second_ones() -> None:
    with messages.use("fr"):
        assert "1. «\u00a0Oui.\u00a0» *" in markdown(answered(release("Oui.")))
        assert "1. «\u00a0Oui.\u00a0» *" in markdown(answered(release("«\u00a0Oui.\u00a0»")))


def test_markdown_has_the_date_of_the_answer_and_whose_it_is() -> None:
    source = release("La cellule a été créée.", value="--02-15")
    date = rag.AnswerDate(rag.PartialDate(month=2, day=15), "release", None)
    with messages.use("fr"):
        made = markdown(answered(source, date))
        assert "Date\u00a0: 15 février, année non précisée (date du communiqué)\n" in made
        unresolved = replace(date, date=None)
        assert "Date\u00a0:" not in markdown(answered(source, unresolved))


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
        assert 1 < len(questions) <= 4
        for question in questions:
            answer = library.ask(question)
            assert answer.abstention is None
            assert answer.hits[0].release.title in question


def test_changes_that_are_switched_off_cannot_be_called_either(tmp_path: Path) -> None:
    """The page has no button for them, and the server no function."""
    for changes in (False, True):
        chosen = rag.Settings(web=rag.WebSettings(uploads=changes))
        service = LibraryService(tmp_path / "index", chosen)
        page = build_page(service)
        assert set(page.get_api_info(all_endpoints=True)["named_endpoints"]) == {
            "/ask", "/search", "/show",
        }  # fmt: skip
        names = {one.__name__ for one in Handlers(service, 1).functions()}
        assert {"start", "answer", "release", "corpus"} <= names
        assert ({"add", "work", "correct", "remove", "wrong"} <= names) == changes
        (whole,) = (one for one in page.blocks.values() if getattr(one, "elem_id", "") == "whole")
        assert {one.__name__ for one in whole.server_fns} == names


def test_every_fixed_text_of_the_script_exists() -> None:
    scripts = sorted((ROOT / "rag/web/script").glob("*.js"))
    named = [
        one for path in scripts for one in re.findall(r"\.page_(\w+)", path.read_text("utf-8"))
    ]
    assert named
    for name in named:
        text = messages.sentences()[f"page.{name}"]
        assert "{" not in text or name == "too_large", name


def test_the_home_page_does_not_wait_for_its_examples(
    tmp_path: Path, embedded: rag.Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Paris, le 3 mars 2014\n\nLe conseil a ouvert mardi une station de pompage à Valmont."
    write(tmp_path / "corpus", "a.txt", f"Une station à Valmont\n\n{text}\n")
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=rag.Settings())
    monkeypatch.setattr(LibraryService, "has_examples", property(lambda self: False))
    service = LibraryService(tmp_path / "index", rag.Settings())
    service.start()
    try:
        assert service.wait(60)
        first, later = Handlers(service, 1).start(), Handlers(service, 1).start(wait=True)
    finally:
        service.close()

    assert (first["loading"], first["held"]) == (True, "1")
    assert "data-ask" not in first["home"]
    assert "data-ask" in later["home"]
