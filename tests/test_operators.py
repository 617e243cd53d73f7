"""Operators of a search: reading never fails, and a search finds what meets them and no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag import cli
from rag.expression import AllOf, AnyOf, Condition, Expression, Not
from rag.indexing.engines.milvus.index import MilvusIndex
from rag.language import analyse
from rag.language.wording import bare, same_word, stands_in, words_in
from rag.question import make_query
from rag.question.operators import MAX_CONDITIONS, parse
from rag.question.query import make_filters
from tests.conftest import QUESTION, ROOT, WordEncoder, write

FRENCH = {
    "a": (
        "La cellule côtière",
        "La cellule sous-marine est créée à Brême. L’équipe y travaille.",
    ),
    "b": (
        "Un sommet à Vilnius",
        "Le sommet de l’OTAN parle d’une cellule et des ministres réunis.",
    ),
    "c": (
        "Les ministères",
        "Le ministère de la Mer ouvre une côte. « Nous y serons », a déclaré Claire Aubry, "
        "ministre de la Mer.",
    ),
    "d": (
        "La côte et la cote",
        "La cote monte, la cellule reste. Le préfet de Vilnius part demain.",
    ),
}
ENGLISH = {"e": ("The cell at sea", "The cell at sea was announced in Vilnius by the ministers.")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rag.Library]:
    folder = tmp_path_factory.mktemp("operators")
    rows = ["file,title,date,language,origin"]
    for code, texts in (("fr", FRENCH), ("en", ENGLISH)):
        for name, (title, body) in texts.items():
            write(folder / "corpus", f"{name}.txt", f"{title}\n\n{body}\n\n{body.upper()[:60]}…\n")
            origin = "mer.example" if name in "ac" else "autre.example"
            rows.append(f"{name}.txt,{title},2014-0{ord(name) - 96}-15,{code},{origin}")
    write(folder / "corpus", "metadata.csv", "\n".join(rows) + "\n")
    encoder = WordEncoder()
    chosen = rag.Settings(reader=rag.ReaderSettings(enabled=False))
    rag.build(folder / "corpus", folder / "index", encoder=encoder, settings=chosen)
    with rag.open(folder / "index", encoder=encoder, settings=chosen) as opened:
        yield opened


def found(library: rag.Library, query: str) -> str:
    """The ids of the releases that a search finds, sorted and joined."""
    return "".join(sorted({hit.release.id for hit in library.search(query, 50)}))


@pytest.mark.parametrize(
    ("query", "releases"),
    [
        ('"cellule sous-marine"', "a"),
        ("« cellule sous-marine »", "a"),
        ("“Cellule Sous-marine”", "a"),
        ("„cellule sous-marine“", "a"),
        ('"une cote"', "c"),  # stands nowhere as written
        ('"la cote"', "d"),  # stands somewhere as written
        ('"sommet de OTAN"', "b"),
        ('"sommet de l\'OTAN"', "b"),
        ('"cellule d\'une"', ""),
        ("cellule -Vilnius", "a"),
        ('-"la cote" Vilnius', "be"),
        ("sous-marine OU ministère", "ac"),
        ("Vilnius (OTAN OU préfet)", "bd"),
        ("cellule -(OTAN OU préfet)", "a"),
        ("Vilnius OR Brême cellule", "abd"),
        ("titre:cellule", "a"),
        ('title:"la cote"', "d"),
        ("titre:minist*", "c"),
        ("minist*", "bce"),
        ("auteur:Aubry", "c"),
        ('speaker:"ministre de la mer"', "c"),
        ("auteur:Vilnius", ""),
        ("source:mer.example", "ac"),
        ("source:autre Vilnius", "bde"),
        ("langue:en", "e"),
        ("date:2014-02", "b"),
        ("date:2014-02..2014-03", "bc"),
        ("date:..2014-01", "a"),
        ("fichier:d.txt", "d"),
        ('"ministres sommet"~9', "b"),
        ('"ministres sommet"~2', ""),
    ],
)
def test_what_a_search_finds(small: rag.Library, query: str, releases: str) -> None:
    assert found(small, query) == releases


def test_a_hit_is_where_the_phrase_stands(small: rag.Library) -> None:
    for hit in small.search('"cellule sous-marine"', 10):
        assert "cellule sous-marine" in hit.passage.text.casefold()


def test_what_stands_nowhere_is_said(small: rag.Library) -> None:
    answer = small.ask('"cellule volante" Vilnius')
    assert answer.status == "abstained"
    assert [one.text for one in answer.expression.absent] == ["cellule volante"]
    assert "« cellule volante » ne se trouve dans aucun communiqué." in [
        line.replace("\u00a0", " ") for line in rag_lines(answer)
    ]
    loose = small.ask('"une cote"')
    assert not loose.expression.conditions[0].as_written
    assert "nulle part tel quel" in rag_lines(loose)[0]
    also = small.ask('"la cote"')
    assert also.expression.conditions[0].otherwise == 0
    also = small.ask('"cote"')
    assert (also.expression.conditions[0].releases, also.expression.conditions[0].otherwise) == (
        1, 1,
    )  # fmt: skip
    assert "1 autre communiqué" in rag_lines(also)[0]
    apart = small.ask("Brême préfet -volante")
    assert apart.expression.releases == 0
    assert "ne réunit toutes" in rag_lines(apart)[0]
    assert small.ask("cellule -a").expression.conditions[1].ignored


def rag_lines(answer: rag.Answer) -> list[str]:
    from rag.phrases.searches import expression_in_words

    return expression_in_words(answer.expression)


def test_operators_and_filters_are_both_met(small: rag.Library) -> None:
    hits = small.search("cellule -Brême", 50, date_from="2014-03", language="fr")
    assert {hit.release.id for hit in hits} == {"d"}


def test_the_json_has_the_conditions_with_their_places(
    small: rag.Library, capsys: pytest.CaptureFixture[str]
) -> None:
    query = 'cellule -"sous-marine" titre:sommet'
    read = small.search(query).to_dict()["expression"]
    assert read["releases"] == 1
    cut = [query[one["start"] : one["end"]] for one in read["conditions"]]
    assert cut == ["cellule", '"sous-marine"', "titre:sommet"]
    assert [one["excluded"] for one in read["conditions"]] == [False, True, False]
    assert "expression" not in small.search("cellule").to_dict()


# -- what is no operator --


@pytest.mark.parametrize(
    "text",
    ["Paris - Londres", "sous-marine", "va-t-il", "titre : sommet", "http://exemple.fr/a", "12:30",
     "Stoltenberg (OTAN)", "SOMMET OU CONFERENCE", "l'OTAN", "rock 'n' roll", "2 * 3", "**gras**",
     "OU", "OTAN OU", "OU OTAN", "écran 12\"", "note: rien", "-2014", "a* b".replace("*", " *")],
)  # fmt: skip
def test_what_is_no_operator_stays_text(text: str) -> None:
    parsed = parse(text)
    assert parsed.expression is None
    assert parsed.problems == ()


@pytest.mark.parametrize(
    "question",
    [
        "Que veut dire « cellule sous-marine » ?",
        'Qui a parlé de "cellule" -Brême OU ailleurs ?',
        "Was heißt „Zelle“ auf Deutsch?",
        'What does "sea cell" mean?',
        'Quand la "cellule" a-t-elle été créée (titre:rien) ?',
    ],
)
def test_a_question_has_no_operators_and_quotations_only_favour(question: str) -> None:
    query = make_query(question, 5, make_filters(), ["fr", "en"])
    assert query.form == "question"
    assert query.expression is None
    assert query.favoured
    plain = make_query(
        question.translate(str.maketrans("", "", '«»"„“')), 5, make_filters(), ["fr"]
    )
    assert plain.favoured == ()


def test_no_question_of_the_benchmarks_is_read_as_a_search_with_operators() -> None:
    """A query without an expression is made as before there were operators."""
    count = 0
    for path in sorted((ROOT / "benchmarks" / "questions").glob("*.jsonl")):
        if path.stem == "noise":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            text = given.get("question") or given.get("text") or given.get("follow_up") or "mot"
            parsed = parse(text)
            if parsed.expression is None and not parsed.problems:
                continue
            count += 1
            query = make_query(text, 5, make_filters(), ["fr", "en"])
            assert query.expression is None, text
            assert query.form == "question", text
    assert count >= 5


def test_quotation_marks_in_a_question_lift_the_passage_with_the_words(
    library: rag.Library,
) -> None:
    plain = library.search("Que dit la phrase principales parties prenantes ?", 20)
    favoured = library.search("Que dit la phrase « principales parties prenantes » ?", 20)
    assert {hit.passage.citation.id for hit in plain} & {h.passage.citation.id for h in favoured}
    assert "principales parties prenantes" in favoured[0].passage.text
    answer = library.ask("Que dit la phrase « principales parties prenantes » ?")
    assert answer.to_dict()["favoured"] == ["principales parties prenantes"]
    assert "favoured" not in library.ask(QUESTION).to_dict()


# -- bad input --


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ('"cellule', "operators.unclosed", 1),
        ("OTAN « cellule", "operators.unclosed", 6),
        ("-Vilnius (OTAN OU cellule", "operators.unclosed", 10),
        ("-Vilnius -Brême", "operators.only_not", 1),
        ("ab* a*", "operators.short_prefix", 5),
        (" ".join(f"mot{n}*" for n in range(9)), "operators.too_many_prefixes", 49),
        ('"a b"~9999', "operators.too_far", 1),
        ("date:hier OTAN", "operators.bad_date", 1),
        ("(" * 1000 + "-OTAN cellule" + ")" * 1000, "operators.too_deep", 33),
        ("-OTAN " + "mot " * 400, "operators.too_many", 259),
        ("-OTAN " + "mot-" * 1000, "operators.too_long", None),
        ('"a b"~1000000000', "operators.too_far", 1),
        ('cellule "sommet Vilnius"~' + "9" * 30, "operators.too_far", 9),
        ("a* b* c* d* e* f* g* h* i* j* k* l*", "operators.short_prefix", 1),
        ("-(-OTAN)", "operators.only_not", 1),
        ("-(OTAN OU -cellule)", "operators.only_not", 1),
        ("date:2016..2014 OTAN", "operators.bad_date", 1),
        ("OTAN date:2014-13", "operators.bad_date", 6),
        ("OTAN titre:“cellule", "operators.unclosed", 12),
        ("titre：（OTAN OU ＂cellule", "operators.unclosed", 16),
        ("\x00", "query.empty", None),
    ],
)
def test_bad_input_is_refused_with_its_place(
    small: rag.Library, text: str, code: str, position: int | None
) -> None:
    with pytest.raises(rag.QueryError) as caught:
        small.search(text)
    assert caught.value.key == code
    assert caught.value.values.get("position") == position
    assert str(caught.value)


@pytest.mark.parametrize(
    ("text", "releases"),
    [
        ("titre:(cellule OU sommet)", "ab"),
        ("-titre:(cellule OU sommet) Vilnius", "de"),
        ("titre：cellule", "a"),
        ("＂cellule sous-marine＂", "a"),
        ("（sommet OU ministère）　－Vilnius", "c"),
        ("minist＊", "bce"),
        ('"ministres sommet"～9', "b"),
        ('"cellule sous-marine"\u202e', "a"),
        ('"cellule\x00sous-marine"', "a"),
        ("\u2067cellule\u2069 -Vilnius", "a"),
        ("קמה -cellule", ""),
        ('"السلام" OU préfet', "d"),
        ("langue:xx cellule", ""),
        ("fichier:../../etc cellule", ""),
        ("cellule -cellule", ""),
        ("de* OU rien", "bcd"),
    ],
)
def test_odd_input_is_a_sensible_search(small: rag.Library, text: str, releases: str) -> None:
    assert found(small, text) == releases


@pytest.mark.parametrize(
    "text",
    ["-", "--", "- -", "OU", "OU OU", "()", "(((", ")))", '""', "«»", "*", "**", "~5", '""~5',
     "titre:", "titre: ", 'title:""', "colonne:cellule", "date:..", "mot " * 1000, "(" * 1500,
     "\ufffe*", '"…"', "-\x00 cellule", "＊", "：", "cellule AND"],
)  # fmt: skip
def test_what_is_no_condition_is_a_search_for_its_words(small: rag.Library, text: str) -> None:
    hits = small.search(text)
    assert hits.expression is None
    assert hits.to_dict() == small.search(text).to_dict()


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(list('"«»()-*~:OU5 é\x00\u202eش界：＂'))).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_searched_or_refused_the_same_each_time(small: rag.Library, text: str) -> None:
    told = []
    for _ in range(2):
        try:
            told.append(json.dumps(small.search(text).to_dict(), sort_keys=True))
        except rag.QueryError as error:
            told.append(str(error))
    assert told[0] == told[1]


def test_another_engine_refuses_by_type() -> None:
    index = object.__new__(MilvusIndex)
    index._server = type("S", (), {"settings": rag.EngineSettings(uri="milvus.db")})()
    with pytest.raises(rag.EngineError) as caught:
        index.match(Condition("word", "a", 0, 1))
    assert caught.value.key == "engine.no_operators"


def test_an_index_that_was_removed_while_it_was_open_says_so(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", "Une note\n\nLa cellule est à Brême, dit la note de la préfecture.\n")
    rag.build(corpus, index, encoder=WordEncoder(), settings=rag.Settings())
    with rag.open(index, encoder=WordEncoder(), settings=rag.Settings()) as library:
        for path in index.glob("generations/*/*place*.npy"):
            path.unlink()
        for path in index.glob("generations/*/names.npy"):
            path.unlink()
        for asked in (lambda: library.search('"la cellule"'), library.facets):
            with pytest.raises(rag.IndexUnusableError) as caught:
                asked()
            assert caught.value.key == "index.closed"


PIECES = st.sampled_from(
    ['"', "«", "»", "“", "”", "(", ")", "-", "*", "~5", " ", " ", " ", "OU", "OR", "titre:",
     "auteur:", "date:", "cellule", "Vilnius", "l’OTAN", "côte", "2014", "\u00a0", "\n", ":", "„"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
def test_reading_never_raises(text: str) -> None:
    parsed = parse(text)
    assert len(parsed.searched) == len(text)
    for condition in (*parsed.phrases, *leaves(parsed.expression)):
        assert 0 <= condition.start < condition.end <= len(text)
        assert condition.text in text
    for problem in parsed.problems:
        assert 1 <= problem.values["position"] <= max(1, len(text))
        assert rag.QueryError(problem.code, **problem.values).args
        assert str(rag.QueryError(problem.code, **problem.values))


def leaves(expression: Expression | None) -> list[Condition]:
    from rag.expression import conditions

    return [one for one, _ in conditions(expression)] if expression is not None else []


# -- the same as reading all texts --

WORDS = ["cellule", "cellules", "côte", "cote", "Vilnius", "ministère", "ministres", "mer", "la",
         "l’OTAN", "OTAN", "sous-marine", "sea", "cell", "brême"]  # fmt: skip
LEAF = st.one_of(
    st.builds(Condition, st.just("word"), st.sampled_from(WORDS), st.just(0), st.just(1)),
    st.builds(
        Condition,
        st.just("phrase"),
        st.lists(st.sampled_from([*WORDS, "de", "à", "une", "at"]), min_size=1, max_size=3).map(
            " ".join
        ),
        st.just(0),
        st.just(1),
    ),
    st.builds(
        Condition, st.just("prefix"), st.sampled_from(["ce", "minis", "co", "vil", "sous-m", "an"]),
        st.just(0), st.just(1),
    ),
    st.builds(
        Condition, st.just("near"), st.sampled_from(["cellule côte", "Vilnius sommet", "mer la"]),
        st.just(0), st.just(1), st.just("text"), st.integers(0, 12),
    ),
    st.builds(
        Condition, st.just("word"), st.sampled_from(WORDS), st.just(0), st.just(1), st.just("title")
    ),
)  # fmt: skip
EXPRESSION = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(AllOf, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


def truth(library: rag.Library, expression: Expression, release_id: str) -> bool | None:
    """Whether a release meets an expression, by reading it; None if that says nothing."""
    if isinstance(expression, Not):
        inner = truth(library, expression.part, release_id)
        return None if inner is None else not inner
    if isinstance(expression, AllOf | AnyOf):
        parts = [truth(library, part, release_id) for part in expression.parts]
        told = [part for part in parts if part is not None]
        joined = all if isinstance(expression, AllOf) else any
        return joined(told) if told else None
    release = library.release(release_id)
    language = release.language
    passages = library.passages(release_id)
    texts = [release.title, release.body]
    if expression.kind == "word":
        terms = set(analyse(expression.text, language))
        if not terms:
            return None
        if expression.field == "title":
            return terms <= set(analyse(release.title, language))
        return any(terms <= set(analyse(f"{one.context} {one.text}", language)) for one in passages)
    if expression.kind == "prefix":
        return any(stands_in(one, expression.text, language, begins=True) for one in texts)
    if expression.kind == "near":
        near = [release.title, *(one.text for one in passages)]
        wanted = expression.text.split()
        return any(close(one, wanted, language, expression.distance) for one in near)
    anywhere = any(
        as_written(text, expression.text)
        for one in library.release_ids
        for text in (library.release(one).title, library.release(one).body)
    )
    if anywhere:
        return any(as_written(one, expression.text) for one in texts)
    return any(stands_in(one, expression.text, language) for one in texts)


def as_written(text: str, phrase: str) -> bool:
    held, wanted = words_in(text), words_in(phrase)
    return any(
        [one.word for one in held[at : at + len(wanted)]] == [one.word for one in wanted]
        and [one.gap for one in held[at + 1 : at + len(wanted)]] == [one.gap for one in wanted[1:]]
        for at in range(len(held))
    )


def close(text: str, wanted: list[str], language: str | None, distance: int) -> bool:
    held = [one.word for one in words_in(text)]
    wanted = list({bare(words_in(word)[0].word): word for word in wanted}.values())
    places = [
        [n for n, one in enumerate(held) if same_word(one, words_in(word)[0].word, language)]
        for word in wanted
    ]
    return any(
        max(chosen) - min(chosen) + 1 - len(wanted) <= distance for chosen in product(*places)
    )


@given(EXPRESSION)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_postings_say_what_reading_says(small: rag.Library, expression: Expression) -> None:
    matched = small._index.match(expression)
    catalogue = small._index.catalogue
    told = {one for one, ok in zip(catalogue.ids, matched.releases, strict=True) if ok}
    assert told == {one for one in small.release_ids if truth(small, expression, one)}
    assert matched.result.releases == len(told)


def test_an_updated_index_finds_the_same(tmp_path: Path) -> None:
    encoder, folder = WordEncoder(), tmp_path / "corpus"
    for n in range(30):
        write(
            folder,
            f"r{n:02d}.txt",
            f"Titre {n}\n\nUne phrase commune du numéro {n} de la cellule.\n",
        )
    rag.build(folder, tmp_path / "index", encoder=encoder, settings=rag.Settings())
    (folder / "r03.txt").unlink()
    write(folder, "zz.txt", "Nouveau\n\nUne phrase commune et toute neuve de la cellule ici.\n")
    rag.build(folder, tmp_path / "index", encoder=encoder, settings=rag.Settings())
    with rag.open(tmp_path / "index", encoder=encoder, settings=rag.Settings()) as library:
        assert library.search('"numéro 3"').expression.releases == 0
        assert library.search('"toute neuve"').expression.releases == 1
        assert library.search('"phrase commune" -neuve').expression.releases == 29
        (hit,) = library.search('"toute neuve"')
        assert hit.release.id == "zz"


def test_the_command_line_says_what_was_searched(
    seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["search", '"cellule volante" OTAN', "-i", str(seed_index)]) == 0
    printed = re.sub(r"\s+", " ", capsys.readouterr().out)
    assert "- « cellule volante » (0 communiqué)" in printed
    assert "ne se trouve dans aucun communiqué" in printed
    assert cli.main(["search", '"cellule', "-i", str(seed_index)]) == 2
    assert "Caractère 1" in capsys.readouterr().err
    assert MAX_CONDITIONS > 8


def test_a_changed_index_finds_what_a_new_one_finds(tmp_path: Path) -> None:
    """After changes that are written beside the old index, copied, and written as a whole."""
    corpus, encoder = tmp_path / "corpus", WordEncoder()

    def text(number: int, word: str) -> str:
        said = f"« La {word} numéro {number} ouvre », a déclaré Claire Aubry{number % 3}."
        return f"Une {word} {number % 5}\n\n## La côte {number % 4}\n\n{said}\n\nÀ Brême l’{word}."

    for number in range(60):
        write(corpus, f"{number:02d}.txt", text(number, "cellule"))
    searches = (
        '"la cellule"', '"la grotte numéro"', "grott*",
        '"côte Brême"~9', '"cote 2"', "titre:grotte",
        'titre:"une cellule"', "auteur:Aubry1", '"a breme l\'usine"', "cellule -grotte", "usin*",
        'fichier:07', '"numéro 7 ouvre"',
    )  # fmt: skip
    segments = []
    for names, word in (((), ""), ((3, 7), "grotte"), ((7, 9), "usine"), (range(20, 50), "grotte")):
        for number in names:
            write(corpus, f"{number:02d}.txt", text(number, word))
        if word == "usine":
            (corpus / "03.txt").unlink()
        rag.build(corpus, tmp_path / "index", encoder=encoder, settings=rag.Settings())
        rag.build(
            corpus, tmp_path / f"new{word}", encoder=encoder, settings=rag.Settings(), force=True
        )
        with (
            rag.open(tmp_path / "index", encoder=encoder, settings=rag.Settings()) as changed,
            rag.open(tmp_path / f"new{word}", encoder=encoder, settings=rag.Settings()) as fresh,
        ):
            segments.append(len(changed._index.segments))
            for search in searches:
                told = []
                for library in (changed, fresh):
                    matched = library._index.match(
                        parse(search).expression or parse(search).phrases[0]
                    )
                    ids = library._index.catalogue.ids
                    hits = library.search(search, 200)
                    told.append(
                        (
                            {ids[n] for n in matched.releases.nonzero()[0]},
                            {hit.passage.citation.id for hit in hits},
                            hits.expression and hits.expression.to_dict(),
                            library.facets(search).to_dict(),
                        )
                    )
                assert told[0] == told[1], search
    assert segments == [1, 2, 2, 1]
