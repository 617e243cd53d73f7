"""Each measure with its arithmetic written out; the questions file; ``rag eval`` as a user meets
it."""

from __future__ import annotations

import json
import math
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import rag
import rag.building
import rag.library
from rag import evaluation
from rag.cli import main
from rag.errors import EvaluationError, StorageError
from rag.evaluation.abstention import (
    area_under_risk_coverage,
    auroc,
    calibration_bins,
    calibration_error,
    risk_coverage,
)
from rag.evaluation.bootstrap import Estimate, bootstrap_auroc, bootstrap_mean
from rag.evaluation.questions import KEYS, Question
from rag.evaluation.retrieval import retrieval_measures
from rag.evaluation.squad import exact_match, normalised, token_f1
from rag.language.questions import question_word
from rag.partial_date import PartialDate
from rag.types import (
    Answer,
    AnswerDate,
    AnswerPart,
    Citation,
    Hit,
    Match,
    Passage,
    PublicationDate,
    Release,
)
from tests.conftest import ROOT, WordEncoder, clean_environment, write

# -- retrieval ----------------------------------------------------------------------------------


def test_retrieval_measures_are_what_the_formulas_say() -> None:
    relevant = {"two": ["x", "y"], "late": ["z"], "far": ["w"]}
    found = {
        "two": ["x", "n", "y"],  # ranks 1 and 3
        "late": [*(f"n{i}" for i in range(10)), "z"],  # rank 11
        "far": [*(f"n{i}" for i in range(20)), "w"],  # rank 21
    }
    scores = retrieval_measures(relevant, found)
    assert scores["R@1"].tolist() == [1 / 2, 0, 0]
    assert scores["R@5"].tolist() == [1, 0, 0]
    assert scores["R@20"].tolist() == [1, 1, 0]
    assert scores["MRR@10"].tolist() == [1, 0, 0]
    gained = 1 / math.log2(2) + 1 / math.log2(4)
    best = 1 / math.log2(2) + 1 / math.log2(3)
    assert scores["nDCG@10"] == pytest.approx([gained / best, 0, 0])


def test_the_order_of_the_hits_is_kept_whatever_their_names() -> None:
    for names in (["b", "a", "c"], ["c", "b", "a"], ["a", "c", "b"]):
        scores = retrieval_measures({"q": ["b"]}, {"q": names})
        assert scores["MRR@10"].tolist() == pytest.approx([1 / (names.index("b") + 1)])


def test_a_query_without_a_result_scores_zero_and_does_not_vanish() -> None:
    relevant = {"found": ["x"], "empty": ["x"], "missing": ["x"]}
    for found in ({"found": ["x"], "empty": []}, {"found": ["x"], "empty": [], "other": ["x"]}):
        for name, scores in retrieval_measures(relevant, found).items():
            assert scores.tolist() == [1, 0, 0], name
    assert retrieval_measures(relevant, {})["R@5"].tolist() == [0, 0, 0]
    assert all(len(scores) == 0 for scores in retrieval_measures({}, {}).values())
    with pytest.raises(ValueError, match="without a relevant passage"):
        retrieval_measures({"q": []}, {})


# -- spans --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "answer", "exact", "f1"),
    [
        ("l’OTAN", "OTAN", 1, 1),
        ("L'OTAN", "l’otan", 1, 1),
        ("« l’OTAN »", "OTAN.", 1, 1),
        # tokens {à, bruxelles} and {bruxelles}: P = 1/2, R = 1, F1 = 2·(1/2)·1 / (3/2) = 2/3
        ("à Bruxelles", "Bruxelles", 0, 2 / 3),
        ("des États-Unis", "les États-Unis", 1, 1),
        ("États-Unis", "étatsunis", 1, 1),
        ("aux États\u2011Unis", "États-Unis", 1, 1),  # no-break hyphen
        ("d’Ukraine", "Ukraine", 1, 1),
        # {de, russie} and {russie}: a preposition is a word of its own
        ("de Russie", "la Russie", 0, 2 / 3),
        # {6, et, 7, avril, 2022} and {7, avril, 2022}: 3 shared of 5 + 3
        ("les 6 et 7 avril 2022", "7 avril 2022", 0, 2 * 3 / 8),
        # a word counts as often as it stands: {tank, tank} and {tank}
        ("tank tank", "tank", 0, 2 * 1 / 3),
        ("aujourd’hui", "hui", 0, 0),
        ("50\u202f%", "50 %", 1, 1),
        ("un", "un", 1, 1),  # nothing but an article stays
        ("un", "une", 0, 0),
        ("…", "Bruxelles", 0, 0),
        ("", "Bruxelles", 0, 0),
    ],
)
def test_exact_match_and_f1_in_french(given: str, answer: str, exact: float, f1: float) -> None:
    assert exact_match(given, [answer]) == exact
    assert token_f1(given, [answer]) == pytest.approx(f1)
    assert token_f1(answer, [given]) == pytest.approx(f1 if given else 0)


def test_the_best_of_several_answers_counts() -> None:
    assert exact_match("Bruxelles", ["à Bruxelles", "Bruxelles"]) == 1
    assert token_f1("Bruxelles", ["en Ukraine", "à Bruxelles"]) == pytest.approx(2 / 3)


def test_an_unanswerable_question_wants_silence() -> None:
    for measure in (exact_match, token_f1):
        assert measure("", []) == 1
        assert measure("OTAN", []) == 0


def test_articles_go_by_the_language_of_the_text() -> None:
    assert normalised("The alliance of a nation", "en") == ["alliance", "of", "nation"]
    assert normalised("an", "fr") == ["an"]
    assert normalised("un an", "fr") == ["an"]
    assert normalised("Der Rat des Bündnisses", "de") == ["rat", "bündnisses"]
    assert normalised("la OTAN y los aliados", "es") == ["otan", "y", "aliados"]
    assert normalised("l’Alleanza, un’altra", "it") == ["alleanza", "altra"]
    assert normalised("la НАТО", "uk") == ["la", "нато"]
    assert normalised("la OTAN", None) == ["otan"]


# -- abstention ---------------------------------------------------------------------------------


def test_auroc_against_all_pairs() -> None:
    generator = np.random.default_rng(7)
    for _ in range(20):
        # one decimal, so that many tie
        confidence = generator.random(40).round(1)
        truth = generator.random(40) < 0.6
        pairs = [
            1.0 if yes > no else 0.5 if yes == no else 0.0
            for yes in confidence[truth]
            for no in confidence[~truth]
        ]
        assert auroc(confidence, truth) == pytest.approx(sum(pairs) / len(pairs))


def test_auroc_at_its_ends() -> None:
    assert auroc([0.1, 0.2, 0.8, 0.9], [False, False, True, True]) == 1
    assert auroc([0.9, 0.8, 0.2, 0.1], [False, False, True, True]) == 0
    assert auroc([0.5, 0.5], [True, False]) == 0.5
    assert math.isnan(auroc([0.5], [True]))
    assert math.isnan(auroc([], []))


def test_risk_and_coverage() -> None:
    # In the order of confidence the losses are 0, 1, 0, 1: risks 0/1, 1/2, 1/3, 2/4.
    coverage, risk = risk_coverage([0.2, 0.9, 0.6, 0.4], [1, 0, 1, 0])
    assert coverage.tolist() == [1 / 4, 2 / 4, 3 / 4, 1]
    assert risk == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])
    area = (0 + 1 / 2 + 1 / 3 + 1 / 2) / 4
    assert area_under_risk_coverage(coverage, risk) == pytest.approx(area)


def test_questions_of_one_confidence_are_answered_together() -> None:
    for losses in ([1, 0, 0], [0, 1, 0]):  # the order among equals does not matter
        coverage, risk = risk_coverage([0.8, 0.8, 0.3], losses)
        assert coverage == pytest.approx([2 / 3, 1])
        assert risk == pytest.approx([1 / 2, 1 / 3])
    coverage, risk = risk_coverage([], [])
    assert math.isnan(area_under_risk_coverage(coverage, risk))


def test_calibration_error() -> None:
    chance = [0.05, 0.31, 0.39, 1.0]
    truth = [False, True, False, True]
    # Bins 0 (1 question), 3 (2) and 9 (1): gaps |0.05 - 0|, |0.35 - 1/2|, |1 - 1|.
    expected = (1 * 0.05 + 2 * 0.15 + 1 * 0.0) / 4
    assert calibration_error(chance, truth) == pytest.approx(expected)
    bins = calibration_bins(chance, truth)
    assert [part.n for part in bins] == [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert bins[3].confidence == pytest.approx(0.35)
    assert bins[3].share == 0.5
    assert bins[1].share is None
    assert math.isnan(calibration_error([], []))


# -- bootstrap ----------------------------------------------------------------------------------


def test_the_interval_is_the_same_each_time_and_holds_the_figure() -> None:
    values = np.random.default_rng(1).random(50)
    first, again, other = (bootstrap_mean(values, seed) for seed in (0, 0, 1))
    assert first == again != other
    assert first is not None
    assert first.value == pytest.approx(values.mean())
    assert first.low < first.value < first.high
    # Of a mean the interval is close to 1.96 standard errors on each side.
    error = values.std() / math.sqrt(50)
    assert first.high - first.low == pytest.approx(2 * 1.96 * error, rel=0.1)
    assert bootstrap_mean([]) is None
    assert bootstrap_mean([1, 1, 1]) == Estimate(1.0, 1.0, 1.0, 3)


def test_the_interval_covers_what_it_should() -> None:
    generator = np.random.default_rng(3)
    held = 0
    for seed in range(200):
        estimate = bootstrap_mean(generator.random(60) < 0.4, seed)
        assert estimate is not None
        held += estimate.low <= 0.4 <= estimate.high
    assert 180 <= held <= 199  # 95% of 200 is 190


def test_the_interval_of_an_auroc() -> None:
    generator = np.random.default_rng(4)
    truth = np.arange(80) % 2 == 0
    confidence = generator.normal(truth * 1.0, 1.0)
    first, again = bootstrap_auroc(confidence, truth), bootstrap_auroc(confidence, truth)
    assert first == again
    assert first is not None
    assert first.value == auroc(confidence, truth)
    assert first.low < first.value < first.high
    # Resamples without a true question are left out, not counted as nan.
    rare = bootstrap_auroc([0.9, 0.1, 0.2, 0.3], [True, False, False, False])
    assert rare == Estimate(1.0, 1.0, 1.0, 4)
    assert bootstrap_auroc([0.9, 0.1], [True, True]) is None
    assert bootstrap_auroc([], []) is None


# -- question words -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Quand la cellule a-t-elle été créée ?", "fr", "when"),
        ("À quelle date la cellule a-t-elle été créée ?", "fr", "which"),
        ("D’où la Russie doit-elle retirer ses forces ?", "fr", "where"),
        ("Sous l’égide de qui la réunion s’est-elle tenue ?", "fr", "who"),
        ("Qu’est-ce qui est plus demandé que jamais ?", "fr", "what"),
        ("Où est-ce que le sommet a lieu ?", "fr", "where"),
        ("Est-ce que l’OTAN existe ?", "fr", "other"),
        ("À quoi servira la cellule ?", "fr", "what"),
        ("La cellule a été créée quand ?", "fr", "when"),
        ("How many members are there?", "en", "how_many"),
        ("How was it done?", "en", "how"),
        ("Was the cell created?", "en", "other"),
        ("Wie viel kostet das Hauptquartier?", "de", "how_many"),
        ("Wie heißt der Ministerpräsident?", "de", "how"),
        ("Was ist das?", "de", "what"),
        ("¿Por qué?", "es", "why"),
        ("¿Cuántos drones recibió Ucrania?", "es", "how_many"),
        ("Dov’è nato Jens Stoltenberg?", "it", "where"),
        ("Яких угод має дотримуватися Росія?", "uk", "which"),
        ("Скільки літаків отримала Україна?", "uk", "how_many"),
        ("When was it?", None, "when"),
        ("Hvor er det?", "da", "where"),
        ("Iko wapi?", "sw", "other"),
    ],
)
def test_question_words(text: str, language: str | None, word: str) -> None:
    assert question_word(text, language) == word


# -- evaluate -----------------------------------------------------------------------------------

BODY = "L’OTAN se réunit à Madrid. Le budget augmente."


def hit(ordinal: int, rank: int, words: rag.Span | None = None) -> Hit:
    release = Release("a", "", PublicationDate(), "fr", BODY, "a.txt")
    passage = Passage("a", ordinal, 0, len(BODY), BODY)
    return Hit(release, passage, 0.0, rank, Match(None, None, 0.0, 0.0, span=words))


def answered(
    text: str,
    confidence: float,
    hits: Sequence[Hit],
    span: str | None = None,
    date: str | None = None,
) -> Answer:
    cited = Citation("a", 0, 0, 0, span, "") if span is not None else None
    dated = AnswerDate(PartialDate.parse(date), "event", None) if date is not None else None
    sentence = Citation("a", 0, 0, 0, text, "")
    part = AnswerPart("sentence", hits[0], sentence, dated, confidence, (), cited)
    return Answer("", (part,), confidence, tuple(hits))


def abstained(confidence: float, hits: Sequence[Hit]) -> Answer:
    return Answer("", (), confidence, tuple(hits))


def test_evaluate_scores_every_question_as_written_out_here() -> None:
    questions = [
        Question("1", "Où ?", ("Madrid",), language="fr", date="2022-06-29"),
        Question("2", "Qui ?", ("L’OTAN",), language="fr", date="2022"),
        Question("3", "Combien ?", language="fr"),
        Question("4", "Who?", language="en"),
        Question("5", "What?", ("Le budget",)),  # no passage is known
    ]
    madrid = BODY.index("Madrid")
    marked = rag.Span(madrid, madrid + len("Madrid"))
    answers = {
        "Où ?": answered("x", 0.9, [hit(1, 1), hit(0, 2)], span="à Madrid", date="2022-06-29"),
        "Qui ?": abstained(0.2, [hit(0, 1, rag.Span(0, 6)), hit(2, 2)]),
        "Combien ?": abstained(0.1, [hit(3, 1, marked)]),
        "Who?": answered("Madrid", 0.5, [hit(3, 1)]),
        "What?": answered("le budget", 0.6, [hit(0, 1)]),
    }
    relevant = {"1": {"a#0"}, "2": {"a#0"}, "3": set[str](), "5": set[str]()}
    seen: list[tuple[str, int, int]] = []
    report = evaluation.evaluate(
        answers.__getitem__, questions, relevant, lambda *step: seen.append(step)
    )
    assert seen == [("ask", done, 5) for done in range(6)]

    first, second, third, fourth, fifth = report.outcomes
    assert (first.given, first.rank, first.exact, first.date_right) == ("à Madrid", 2, 0, True)
    assert first.f1 == pytest.approx(2 / 3)
    assert first.loss == pytest.approx(1 / 3)
    # An abstention answers nothing; what it kept back was right.
    assert (second.given, second.f1, second.loss, second.date_right) == ("", 0, 0, False)
    assert (third.f1, third.loss, third.retrieval) == (1, 1, None)
    assert (fourth.exact, fourth.loss, fourth.rank) == (0, 1, None)
    assert (fifth.exact, fifth.retrieval, fifth.word) == (1, None, "what")

    measures = report.overall.measures

    def figures(name: str) -> tuple[float, int]:
        estimate = measures[name]
        assert estimate is not None
        return estimate.value, estimate.n

    assert figures("R@1") == (1 / 2, 2)  # ranks 2 and 1
    assert figures("MRR@10") == (pytest.approx((1 / 2 + 1) / 2), 2)
    assert figures("EM") == (pytest.approx(2 / 5), 5)  # questions 3 and 5
    assert figures("F1") == (pytest.approx((2 / 3 + 0 + 1 + 0 + 1) / 5), 5)
    assert figures("F1_answerable") == (pytest.approx((2 / 3 + 0 + 1) / 3), 3)
    assert figures("answered") == (pytest.approx(2 / 3), 3)
    assert figures("abstained") == (1 / 2, 2)
    assert figures("date") == (1 / 2, 2)
    # Answerable 0.9, 0.2, 0.6 against 0.1 and 0.5: 5 of 6 pairs in order.
    assert figures("AUROC") == (pytest.approx(5 / 6), 5)
    # By confidence: losses 1/3, 0, 1, 0, 1.
    sums = np.cumsum([1 / 3, 0, 1, 0, 1])
    assert report.risk == pytest.approx(sums / [1, 2, 3, 4, 5])
    assert report.risk_area == pytest.approx(float((sums / [1, 2, 3, 4, 5]).mean()))
    assert [(g.name, g.n, g.answerable) for g in report.by_language] == [
        ("fr", 3, 2), ("?", 1, 1), ("en", 1, 0),
    ]  # fmt: skip
    assert [(g.name, g.n) for g in report.by_word] == [
        ("who", 2), ("where", 1), ("how_many", 1), ("what", 1),
    ]  # fmt: skip
    english = report.by_language[2].measures
    assert english["R@1"] is None
    assert english["AUROC"] is None


def test_no_question_at_all_is_no_crash() -> None:
    report = evaluation.evaluate(answers_nothing, [], {})
    assert report.overall.n == 0
    json.dumps(evaluation.to_dict(report), allow_nan=False)
    assert "–" in evaluation.table(report)


def answers_nothing(_question: str) -> Answer:
    return abstained(0.0, [])


def test_the_json_has_stable_keys() -> None:
    questions = [Question("1", "Où ?", ("Madrid",)), Question("2", "Qui ?")]
    report = evaluation.evaluate(answers_nothing, questions, {"1": {"a#0"}})
    value = evaluation.to_dict(report)
    json.dumps(value, allow_nan=False)
    assert list(value) == [
        "n", "answerable", "measures", "risk_area", "calibration_error", "by_language", "by_word",
        "risk_coverage", "calibration", "interval", "questions",
    ]  # fmt: skip
    assert list(value["measures"]) == [
        "R@1", "R@5", "R@20", "MRR@10", "nDCG@10", "EM", "F1", "EM_answerable", "F1_answerable",
        "answered", "abstained", "date", "AUROC",
    ]  # fmt: skip
    assert value["measures"]["EM"] == {"value": 0.5, "low": 0.0, "high": 1.0, "n": 2}
    assert value["measures"]["date"] is None
    assert set(value["by_language"]) == {"?"}
    assert value["questions"][0]["rank"] is None


# -- the questions file -------------------------------------------------------------------------

RELEASES = {
    "a": "Sommet de Madrid\n\nLe sommet s’est tenu à\u00a0Madrid. Le ministre y a été accueilli.\n",
    "b": "Le budget\n\nLe budget commun de l’Alliance s’élève à deux milliards d’euros. "
    "Il finance le quartier général.\n",
}
QUESTIONS = [
    {"question": "Où le sommet s’est-il tenu ?", "answers": ["à Madrid"], "release": "a"},
    {
        "question": "À combien s’élève le budget ?",
        "answers": ["deux milliards d’euros"],
        "release": ["b", "a"],
        "quote": "s’élève à",
        "id": "budget",
        "language": "fr",
    },
    {"question": "Quel âge a Keir Starmer ?", "answers": []},
]


@pytest.fixture
def small(corpus: Path, index: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of two short releases that the command line opens with the small encoder."""
    for name, text in RELEASES.items():
        write(corpus, f"{name}.txt", text)
    settings = write(corpus.parent, "rag.toml", "[reader]\nenabled = false\n")
    monkeypatch.setenv("RAG_CONFIG", str(settings))
    for module in (rag.building, rag.library):
        monkeypatch.setattr(module, "load_encoder", lambda _settings: words)
    rag.build(corpus, index)
    return index


def lines(*objects: object) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in objects)


def test_questions_are_read_and_their_passages_found(small: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "q.jsonl", "\ufeff" + lines(*QUESTIONS[:2]) + "\n" + lines(QUESTIONS[2]))
    questions = evaluation.read_questions(path)
    assert [(q.id, q.line, q.answerable) for q in questions] == [
        ("1", 1, True), ("budget", 2, True), ("4", 4, False),
    ]  # fmt: skip
    assert questions[1].releases == ("b", "a")
    assert set(KEYS) == {
        "question", "answers", "release", "quote", "id", "language", "date", "said",
    }  # fmt: skip
    with rag.open(small) as library:
        # The no-break space of the release is a space in the question.
        assert evaluation.find_relevant(questions, library) == {
            "1": {"a#0"}, "budget": {"b#0"}, "4": set(),
        }  # fmt: skip
        anywhere = Question("1", "x", ("deux",), quote="deux milliards")
        unplaced = Question("2", "x", ("deux",))
        found = evaluation.find_relevant([anywhere, unplaced], library)
        assert found == {"1": {"b#0"}, "2": set()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{oops}\n", "q.jsonl, ligne 1 : ce n’est pas un objet JSON"),
        ('\n["x"]\n', "q.jsonl, ligne 2 : ce n’est pas un objet JSON"),
        (lines({"answers": ["x"]}), "ligne 1 : la clé « question » manque"),
        (lines({"question": " "}), "« question » n’est pas un texte non vide"),
        (lines({"question": "x", "answer": "y"}), "clé inconnue « answer »"),
        (lines({"question": "x", "answers": "y"}), "« answers » n’est pas une liste"),
        (lines({"question": "x", "answers": [""]}), "« answers » n’est pas une liste"),
        (lines({"question": "x", "release": "a"}), "aucune réponse"),
        (lines({"question": "x", "language": "français"}), "un code de langue"),
        (lines({"question": "x", "answers": ["y"], "date": "mardi"}), "2014-11-18"),
        (lines({"question": "x", "id": "2"}, {"question": "y"}), "déjà celui de la ligne 1"),
        ("\n\n", "ne contient aucune question"),
        (
            lines({"question": "x", "answers": ["y"], "release": "z"}),
            "« z » n’est pas dans l’index",
        ),
        (
            lines({"question": "x", "answers": ["Lisbonne"], "release": "a"}),
            "la réponse « Lisbonne » ne se trouve pas dans a",
        ),
        (
            lines({"question": "x", "answers": ["Sommet"], "release": "a"}),
            "n’est dans aucun passage de a",
        ),
        (
            lines({"question": "x", "answers": ["à Madrid"], "release": "a", "quote": "oops"}),
            "la citation « oops » n’est dans aucun passage de a",
        ),
        (
            lines({"question": "x", "answers": ["à Madrid"], "quote": "oops"}),
            "aucun passage de l’index",
        ),
    ],
)
def test_a_bad_file_is_refused_with_line_cause_and_remedy(
    text: str, said: str, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "q.jsonl", text)
    assert main(["eval", str(path), "-i", str(small)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Erreur : ")
    assert said in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="ne peut pas être lu"):
        evaluation.read_questions(tmp_path / "nowhere.jsonl")
    (tmp_path / "latin.jsonl").write_bytes('{"question": "Où ?"}'.encode("latin-1"))
    with pytest.raises(EvaluationError, match="UTF-8"):
        evaluation.read_questions(tmp_path / "latin.jsonl")


def test_our_own_questions_stand_in_the_releases(library: rag.Library) -> None:
    questions = evaluation.read_questions(ROOT / "benchmarks" / "questions" / "releases.jsonl")
    relevant = evaluation.find_relevant(questions, library)
    assert len(questions) == len(relevant) == 123
    assert all(bool(relevant[q.id]) == q.answerable for q in questions)
    assert all(question_word(q.text, q.language) != "other" for q in questions)


# -- the command --------------------------------------------------------------------------------


def test_rag_eval(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "q.jsonl", lines(*QUESTIONS))
    picture = tmp_path / "p.png"
    arguments = ["eval", str(path), "-i", str(small)]
    assert main([*arguments, "--picture", str(picture)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.startswith("3 questions, dont 2 auxquelles les communiqués répondent.")
    assert "| R@5 " in captured.out
    assert "s’abstient quand il le faut" in captured.out
    assert "| combien " in captured.out
    assert str(picture) in captured.out
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert 1000 <= width <= 4000
    assert 300 <= height <= 2000
    assert 10_000 < len(data) < 1_000_000

    assert main([*arguments, "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["n"], value["answerable"]) == (3, 2)
    assert value["measures"]["R@5"]["value"] == 1
    assert [q["id"] for q in value["questions"]] == ["1", "budget", "3"]

    assert main([*arguments, "--ui", "en"]) == 0
    out = capsys.readouterr().out
    assert "question word" in out
    assert "mot" not in out


def test_what_is_missing_is_said_before_anything_is_asked(
    small: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write(tmp_path, "q.jsonl", lines(*QUESTIONS))
    arguments = ["eval", str(path), "-i", str(small), "--picture"]
    assert main([*arguments, str(tmp_path / "nowhere" / "p.png")]) == 7
    assert "n’existe pas" in capsys.readouterr().err
    assert main([*arguments, str(tmp_path)]) == 7
    assert "c’est un dossier" in capsys.readouterr().err
    for module in ("matplotlib", "ir_measures"):
        monkeypatch.setitem(sys.modules, module, None)
        assert main([*arguments, str(tmp_path / "p.png")]) == 2
        err = capsys.readouterr().err
        assert module.replace("_", "-") in err
        assert 'pip install -c constraints.txt -e ".[eval]"' in err


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    report = evaluation.evaluate(answers_nothing, [Question("1", "Où ?")], {})
    with pytest.raises(StorageError, match="ne peut pas être écrite"):
        evaluation.draw(report, tmp_path)


def test_the_product_does_not_load_the_room() -> None:
    code = (
        "import sys, rag.cli\n"
        "from rag.commands import COMMANDS, module\n"
        "for name in COMMANDS: module(name)\n"
        "loaded = [m for m in sys.modules if m.startswith('rag.evaluation')]\n"
        "import rag.evaluation\n"
        "loaded += [m for m in ('matplotlib', 'ir_measures') if m in sys.modules]\n"
        "print(loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, cwd=ROOT, env=clean_environment(), check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
