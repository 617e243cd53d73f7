"""Markdown as generators of sites have it: text without marks, its parts, and their places."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag.corpus.formats import Document
from rag.corpus.formats.markdown import read
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.errors import UnreadableFileError
from tests.conftest import WordEncoder, paragraph, write

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


def read_text(text: str) -> Document:
    return read(text.encode("utf-8"))


def parts(text: str) -> list[tuple[str, str]]:
    """Each part of a Markdown text with its kind."""
    document = read_text(text)
    assert document.blocks is not None
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def texts(text: str, kind: str = "paragraph") -> list[str]:
    return [said for found, said in parts(text) if found == kind]


# -- marks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Le **port** est _ouvert_, ***agrandi*** ~~demain~~.", "Le port est ouvert, agrandi ."),
        ("Voir [le plan](https://exemple.fr/a_b \"Titre\") et [la carte][1].\n\n[1]: /c.pdf",
         "Voir le plan et la carte."),
        ("Écrire à <presse@exemple.fr> ou <https://exemple.fr>.",
         "Écrire à presse@exemple.fr ou https://exemple.fr."),
        ("R&amp;D, 5 &lt; 6, caf&eacute;, 2 \\* 3 \\[sic\\].", "R&D, 5 < 6, café, 2 * 3 [sic]."),
        ("Le code `x = 1` reste.", "Le code x = 1 reste."),
        ("Un <span class=\"a\">mot en <b>gras</b></span>, le 1<sup>er</sup> ici.",
         "Un mot en gras, le 1er ici."),
        ("Avant <script>alert('**x**')</script>après <!-- rien -->la fin.", "Avant après la fin."),
        ("Une note[^1] ici.\n\n[^1]: La note elle-même.", "Une note ici."),
        ("Une note perdue[^9] ici.", "Une note perdue ici."),
        ("Une note[\\[1\\]](#_ftn1) ici<sup><a href=\"#n\">2</a></sup>.", "Une note ici."),
        ("Les 40\\ 000 navires []{#a}de [trois](#t) ports.", "Les 40 000 navires de trois ports."),
        ("Le CO~2~ baisse au 1^er^ quai.", "Le CO2 baisse au 1er quai."),
        ("Du ==texte marqué== et ++ajouté++.", "Du texte marqué et ajouté."),
        ("Un [mot]{.smallcaps} et un [lien](/a){: rel=\"noopener\" target=\"_blank\"}.",
         "Un mot et un lien."),
        ("Voir [[Page du wiki|la page]] et [[Autre]].", "Voir la page et Autre."),
        ("Selon une étude [@martin2019, p. 3] récente.", "Selon une étude récente."),
        ("Le C++ et le prix de 5 * 3 * 2 euros.", "Le C++ et le prix de 5 * 3 * 2 euros."),
    ],
)  # fmt: skip
def test_marks_are_no_part_of_the_text(written: str, said: str) -> None:
    assert texts(f"# Un titre\n\n{written}\n")[0] == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # Hugo
        ("Le port {{< ref \"a.md\" >}}ouvre.", "Le port ouvre."),
        ("{{% notice info %}}Le port ouvre.{{% /notice %}}", "Le port ouvre."),
        ("Le port ouvre.\n\n{{< figure src=\"a.png\"\n    alt=\"Le port\" >}}", "Le port ouvre."),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\nLe port ouvre.", "Le port ouvre."),
        # Jekyll and other engines with Liquid
        ("{% if a %}{{ a | upcase }} --- {% endif %}Le port **ouvre**.", "Le port ouvre."),
        ("{% capture x %}{{ a }}/b{% endcapture %}\nLe port ouvre.", "Le port ouvre."),
        ("{%- include a.html b=\"c\" -%}\n\nLe port [ouvre]({% link a.md %}).", "Le port ouvre."),
        ("{% comment %}Non.{% endcomment %}Le port ouvre.\n{: .lead #un}", "Le port ouvre."),
        # Eleventy
        ("{# un commentaire #}Le port ouvre{{ x }}.", "Le port ouvre."),
        # Zola
        ("{{ youtube(id=\"x\") }}\n\n{% quote() %}Le port ouvre.{% end %}", "Le port ouvre."),
        # Docusaurus, MyST, pandoc, MkDocs
        ("import A from './a';\n\n:::note Attention\n\nLe port ouvre.\n\n:::", "Le port ouvre."),
        ("<Video url={x} />\n\nLe port ouvre.", "Le port ouvre."),
        ("!!! note \"Titre\"\n    Le port de la ville ouvre.", "Le port de la ville ouvre."),
        ("[TOC]\n\nLe port ouvre.\n\n\\newpage", "Le port ouvre."),
    ],
)  # fmt: skip
def test_templates_are_no_part_of_the_text(written: str, said: str) -> None:
    assert texts(f"# Un titre\n\n{written}\n") == [said]


def test_what_a_condition_shows_is_kept() -> None:
    said = texts("# Titre\n\n{% if a %}Le port ouvre lundi.{% else %}Il ferme.{% endif %}\n")
    assert said == ["Le port ouvre lundi.Il ferme."]


def test_code_is_no_part_of_the_text() -> None:
    code = "```sh\nmake **x**\n```\n\n    pip install x = 1\n\n~~~\ny\n~~~\n"
    text = f"# Titre\n\nAvant.\n\n{code}\nAprès.\n"
    assert parts(text) == [("title", "Titre"), ("paragraph", "Avant."), ("paragraph", "Après.")]


def test_prose_that_stands_to_the_right_is_no_code() -> None:
    text = "# Titre\n\nAvant.\n\n    Le ministre a ouvert le port de la ville hier.\n"
    assert texts(text)[1] == "Le ministre a ouvert le port de la ville hier."


# -- lines --------------------------------------------------------------------------------------


def test_lines_broken_to_fit_are_joined_and_those_broken_on_purpose_stay() -> None:
    text = (
        "# Titre\n\nLe port\nde la ville\r\nouvre.\n\n"
        "Nom :  \nJean\\\nMarie<br>Anne<br/>\nPaul\n\nUn.<br>\n<br />\nDeux.\n"
    )
    assert texts(text) == [
        "Le port de la ville ouvre.", "Nom :\nJean\nMarie\nAnne\nPaul", "Un.", "Deux.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "signed",
    [
        "> « Le port est notre avenir. »\n> — Nora Lind, directrice du port",
        "> « Le port est notre avenir. »  \n> — Nora Lind, directrice du port",
        "> « Le port est notre avenir. »\n>\n> — Nora Lind, directrice du port",
        "> « Le port est notre avenir. »\n\n— Nora Lind, directrice du port",
        "« Le port est notre avenir. »\n– Nora Lind, directrice du port",
        "> « Le port est notre avenir. »\n<br>\n<br>**— Nora Lind, directrice du port**",
        "<blockquote>« Le port est notre avenir. »<footer>— Nora Lind, directrice du port"
        "</footer></blockquote>",
    ],
)
def test_a_signature_below_a_quote_stands_on_its_own_line(signed: str) -> None:
    said = texts(f"# Titre\n\nAvant.\n\n{signed}\n\nAprès.\n")
    lines = "\n".join(said).split("\n")
    assert [line.replace("– ", "— ") for line in lines] == [
        "Avant.", "« Le port est notre avenir. »", "— Nora Lind, directrice du port", "Après.",
    ]  # fmt: skip


def test_a_name_below_a_quote_in_a_block_quote_needs_no_dash() -> None:
    text = "# T\n\n> « Le port est notre\n> avenir. »\n> Nora Lind, directrice\n\nAprès.\n"
    assert texts(text)[0] == "« Le port est notre avenir. »\nNora Lind, directrice"


def test_a_dash_within_a_sentence_is_no_signature() -> None:
    text = "# Titre\n\nLe port\n— qui vient d’ouvrir —\nest agrandi.\n"
    assert texts(text) == ["Le port — qui vient d’ouvrir — est agrandi."]


# -- parts --------------------------------------------------------------------------------------


def test_lists_are_items_on_a_line_each() -> None:
    text = (
        "# Titre\n\nDeux mesures :\n\n- **Un** port\n\n- un *quai*\n  large\n    1. le premier\n"
        "    2. le second\n\nEt :\n3. trois\n4. quatre\n\n* [x] fait\n"
    )
    document = read_text(text)
    assert document.text == (
        "Titre\n\nDeux mesures :\n\n• Un port\n• un quai large\n1. le premier\n2. le second\n\n"
        "Et : 3. trois 4. quatre\n\n• fait"
    )
    assert [kind for kind, _ in parts(text)] == [
        "title",
        "paragraph",
        *["item"] * 4,
        "paragraph",
        "item",
    ]


def test_lists_that_are_typed_by_hand_are_items_too() -> None:
    text = "# Titre\n\nDeux mesures :\n• un port ;\n• un quai.\n\n– un phare ;\n– une digue.\n"
    assert parts(text)[1:] == [
        ("paragraph", "Deux mesures :"), ("item", "• un port ;"), ("item", "• un quai."),
        ("item", "• un phare ;"), ("item", "• une digue."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "| Port | Navires |\n|---|:-:|\n| **Kerguen** | 12 |\n| Marsville | [3](/a) |\n",
        "Port | Navires\n--- | ---\nKerguen | 12\nMarsville | 3\n",
        "<table>\n<tr><th>Port</th><th>Navires</th></tr>\n<tr><td>Kerguen</td>\n\n<td>**12**</td>"
        "</tr>\n\n<tr>\n    <td>Marsville</td>\n    <td>3</td>\n</tr>\n</table>\n",
    ],
)
def test_tables_are_rows_with_tabs_between_the_cells(table: str) -> None:
    document = read_text(f"# Titre\n\n{table}\nAprès.\n")
    assert document.text == "Titre\n\nPort\tNavires\nKerguen\t12\nMarsville\t3\n\nAprès."
    assert document.blocks is not None
    assert [b.kind for b in document.blocks] == ["title", "columns", "row", "row", "paragraph"]


def test_a_table_without_names_of_columns_is_rows() -> None:
    text = "# Titre\n\n| Kerguen | *12* |\n|---|---|\n\n| Kerguen | 12 |\n| Marsville | 3 |\n"
    assert texts(text, "row") == ["Kerguen\t12", "Marsville\t3"]


def test_pictures_are_captions_if_they_say_something() -> None:
    text = (
        "# Titre\n\n![Le quai vu de la mer](/a.png)\n*Le quai, photo Jean Petit*\n\n"
        "![photo](b.jpg) Du texte. ![IMG_20230101 a b.jpg](c.jpg)\n\n"
        '<figure><img src="d.png" alt="Le phare de nuit"><figcaption>Un phare</figcaption>'
        "</figure>\n"
    )
    assert parts(text)[1:] == [
        ("caption", "Le quai vu de la mer"), ("caption", "Le quai, photo Jean Petit"),
        ("paragraph", "Du texte."), ("caption", "Le phare de nuit"), ("caption", "Un phare"),
    ]  # fmt: skip


def test_headings_are_told_by_their_marks() -> None:
    text = (
        "Communiqué de presse\n\n# Le port ouvre\n\nMarsville, le 4 mai 2021\n\nIl ouvre.\n\n"
        "## Les quais {#quais}\n\nDu texte.\n\nLe phare\n--------\n\n**À savoir**\n\nDu texte.\n"
    )
    assert parts(text) == [
        ("header", "Communiqué de presse"), ("title", "Le port ouvre"),
        ("header", "Marsville, le 4 mai 2021"), ("paragraph", "Il ouvre."),
        ("heading", "Les quais"), ("paragraph", "Du texte."), ("heading", "Le phare"),
        ("heading", "À savoir"), ("paragraph", "Du texte."),
    ]  # fmt: skip


def test_a_rule_below_a_paragraph_makes_no_heading_of_it() -> None:
    long = paragraph("oies")
    assert texts(f"# Titre\n\n{long}\n---\n") == [long]


def test_a_title_without_a_mark_is_told_by_its_looks() -> None:
    assert parts(f"Le port ouvre\n\n{paragraph('oies')}\n")[0] == ("title", "Le port ouvre")


def test_html_between_paragraphs_is_read_as_text() -> None:
    text = (
        "# Titre\n\n<div class=\"a\">\n  <h2>Les quais</h2>\n  <p>Un <b>quai</b> &amp; deux.</p>\n"
        "  <ol><li>un</li><li>deux</li></ol>\n</div>\n\n<iframe src=\"x\">non</iframe>\n\n"
        "<style>\np { color: red }\n\nb {}\n</style>\n\n<!-- non\n\nnon -->\n\n"
        "<p>Fin <br> de page</p>\n"
    )  # fmt: skip
    assert parts(text)[1:] == [
        ("heading", "Les quais"), ("paragraph", "Un quai & deux."), ("item", "1. un"),
        ("item", "2. deux"), ("paragraph", "Fin\nde page"),
    ]  # fmt: skip


def test_definitions_and_footnotes_are_kept() -> None:
    text = "# T\n\nLe port[^a] ouvre.\n\nQuai\n: Un mur.\n\n[^a]: Celui de Marsville.\n"
    assert texts(text) == ["Le port ouvre.", "Quai\nUn mur.", "Celui de Marsville."]


# -- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_line_of_the_text_is_found_in_the_file(end: str, mark: str) -> None:
    lines = [
        "---", "title: Le port ouvre", "chapeau: Un port de douze quais ouvre.", "---", "",
        "# Quais", "", "{{< x >}}Le **port** est", "ouvert.", "", "- un quai", "- *deux* quais", "",
        "| a | b |", "|---|---|", "| un | deux |", "", "> Cité.", "",
    ]  # fmt: skip
    file = mark + end.join(lines)
    document = read(file.encode("utf-8"))
    decoded = file.removeprefix("\ufeff")
    found = {}
    for place in document.places:
        assert place.offset is not None
        found[document.text[place.start : place.end]] = decoded[place.offset :]
    begins = {
        "Le port ouvre": "Le port ouvre", "Un port de douze quais ouvre.": "Un port de",
        "Quais": "Quais", "Le port est ouvert.": "Le **port**", "• un quai": "un quai",
        "• deux quais": "deux*", "a\tb": "a | b", "un\tdeux": "un | deux", "Cité.": "Cité.",
    }  # fmt: skip
    assert found.keys() == begins.keys()
    for said, written in begins.items():
        assert found[said].startswith(written), said


# -- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "file.empty"),
        ("---\n---\n", "file.empty"),
        ("---\nlayout: post\n---\n", "file.empty"),
        ("{{< x >}}\n\n<iframe></iframe>\n\n```\na\n```\n", "file.empty"),
        ("\x01\x02\x03\x04" * 50, "file.binary"),
        ("---\ntitle: [oops\n---\nTexte.", "file.bad_front_matter"),
        ("+++\ntitle = oops\n+++\nTexte.", "file.bad_front_matter"),
    ],
)
def test_what_holds_no_text_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_text(text)
    assert caught.value.key == reason


@pytest.mark.parametrize(
    "unit",
    ["[", "*", ">", "![", "<", "_a ", "{% ", "{{", "[[a|", "<!--", "> " * 80 + "x\n", "- ",
     "<svg>\n\n", "{% capture x %}", "&", "`a", "(((", "[a](", "a.\n— b\n", "==a", "[^", "<a \n"],
)  # fmt: skip
def test_marks_without_end_take_a_bounded_time(unit: str) -> None:
    begin = time.monotonic()
    with contextlib.suppress(UnreadableFileError):
        read_text(unit * (300_000 // len(unit)))
    assert time.monotonic() - begin < 20


def test_front_matter_that_names_itself_over_and_over_is_read() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 20)]
    lines += [f"b{n}: &b{n} {{c: *a{n}, d: *a{n}}}" for n in range(20)]
    text = "---\ntitle: Un titre\n" + "\n".join(lines) + "\n---\nTexte.\n"
    assert read_text(text).metadata.title == "Un titre"


@pytest.mark.parametrize("nest", ["[" * 5000, "{a: " * 5000])
def test_front_matter_that_nests_without_end_is_refused(nest: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_text(f"---\ntitle: {nest}\n---\nTexte.\n")


_PIECES = st.sampled_from(
    r"""**gras** _italique_ [lien](/a) ![Une image de port](/b.png) {{< x >}} {{% y %}} {% if a %}
    {% endif %} {{ z }} <br> <br/> <b>mot</b> [^1] `code` texte Le ministre a dit. « oui » — #
    ## > - 1. | --- ``` : \ {: .a} <div> </div> <table> <tr> <td> </td> <!-- --> &amp; é [[a|b]]
    ::: +++ <script> </script> <svg> https://exemple.fr *** ___ == ~~ ^ ~ [^1]: {.b} $ <p> <li>
    import</td> ]( [ ]""".split()
)
_LINES = st.lists(
    st.tuples(st.sampled_from(["", " ", "    ", "\t", "> ", "- "]), st.lists(_PIECES, max_size=6))
    .map(lambda line: line[0] + " ".join(line[1])), max_size=12,
).map("\n".join)  # fmt: skip
_FRONT = st.sampled_from(
    ["", "---\ntitle: Un titre\nlead: Deux mots ici\n---\n", "+++\ntitle = 'Un'\n+++\n",
     "Title: Un titre\nSlug: a\n\n", '{"title": "Un"}\n', "\ufeff---\nid: x\n...\n"]
)  # fmt: skip
_BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def check(text: str) -> Document | None:
    """A document that holds together, or None for a file that is refused."""
    try:
        document = read_text(text)
    except UnreadableFileError:
        return None
    assert document.blocks is not None
    for spans in (document.blocks, document.places):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(document.text)
            end = span.end
    decoded = text.encode("utf-8").decode("utf-8-sig")
    for place in document.places:
        assert place.offset is not None
        assert 0 <= place.offset <= len(decoded)
    covered = "".join(document.text[b.start : b.end] for b in document.blocks)
    assert "".join(covered.split()) == "".join(document.text.split())
    return document


@_BOUNDED
@given(st.text(max_size=300))
def test_any_text_gives_parts_in_order_or_is_refused(text: str) -> None:
    check(text)


@_BOUNDED
@given(_FRONT, _LINES)
def test_any_markdown_gives_parts_in_order_or_is_refused(front: str, text: str) -> None:
    check(front + text)


_WORDS = st.sampled_from(
    "Le port de Kerguen accueille douze navires ; « oui » dit-elle 2019".split()
)
_MARKED = st.one_of(
    _WORDS,
    _WORDS.map("**{}**".format), _WORDS.map("_{}_".format), _WORDS.map("[{}](/a)".format),
    _WORDS.map("<b>{}</b>".format), _WORDS.map("{{{{< x >}}}}{}".format),
    _WORDS.map("{{% if a %}}{}{{% endif %}}".format), _WORDS.map("{}<br>".format),
    _WORDS.map("***{}***[^1]".format), _WORDS.map("[**{}**](/a){{: .b}}".format),
    _WORDS.map("{{{{ a | b }}}}{}<br />".format),
)  # fmt: skip
_PROSE = st.lists(_MARKED, min_size=1, max_size=12).map(" ".join)


@_BOUNDED
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "- ", "> ", "## ", "1. "]), _PROSE), min_size=1, max_size=6
    )
)
def test_prose_comes_out_without_marks(lines: list[tuple[str, str]]) -> None:
    document = check("\n\n".join(mark + text for mark, text in lines) + "\n\n[^1]: Note.\n")
    if document is not None:
        for mark in ("**", "{{", "{%", "<br", "](", "[^", "<b>", "{:"):
            assert mark not in document.text


# -- through the house --------------------------------------------------------------------------


def test_a_release_in_markdown_is_built_asked_and_verified(corpus: Path, index: Path) -> None:
    text = (
        "---\ntitle: Le port ouvre\ndate: 2019-11-07T14:46:54.089Z\n"
        f"chapeau: Inès Falk a signé la déclaration.\n---\n\n{paragraph('**oies**')}\n"
    )
    write(corpus, "a.md", text)
    (file,) = list_corpus(corpus).files
    published = read_release(file).published
    assert published.words == "2019-11-07T14:46:54.089Z"
    assert (published.span, published.stated_by) == (None, "front matter")
    rag.build(corpus, index, encoder=WordEncoder(), settings=PLAIN)
    with rag.open(index, encoder=WordEncoder(), settings=PLAIN) as library:
        assert library.release("a").published.value == "2019-11-07"
        passages = [passage.text for passage in library.passages("a")]
        assert any("Inès Falk" in passage for passage in passages)
        assert not any("**" in passage or "chapeau" in passage for passage in passages)
        assert library.verify(corpus) == []


def test_a_file_without_front_matter_states_nothing(corpus: Path) -> None:
    write(corpus, "a.md", f"# Le port ouvre\n\nMarsville, le 4 mai 2021\n\n{paragraph('oies')}\n")
    (file,) = list_corpus(corpus).files
    release = read_release(file)
    assert release.title == "Le port ouvre"
    assert release.published.value == "2021-05-04"
    assert release.published.span is not None
