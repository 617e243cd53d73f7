"""What others build on: names, signatures and the JSON are locked."""

from __future__ import annotations

import inspect
import pickle
import types

import pytest

import rag
from rag import errors, messages
from tests.conftest import QUESTION

NAMES = {
    "AllOf", "AnyOf", "Condition", "ConditionResult", "ExpressionResult", "Not",
    "Change", "Changes", "Facet", "Facets", "SimilarRelease",
    "Addition", "Answer", "AnswerDate", "AnswerPart", "AnswerSettings", "BuildReport",
    "Calibration", "Filters", "Reader", "ReaderIdentity", "Reading", "load_reader",
    "Citation", "CitationError",
    "ConfigurationError", "CorpusError", "CorpusSettings", "Difference", "DuplicateReleaseError",
    "Encoder", "EncoderError", "EncoderIdentity", "EncoderSettings", "EngineError",
    "EngineSettings", "EvaluationError", "Match",
    "Generated", "GeneratedSentence", "GenerationSettings", "Hit", "Hits", "IndexBusyError",
    "NotReadyError", "WebSettings", "add",
    "IndexDamagedError", "IndexEncoderError", "IndexMissingError",
    "IndexUnusableError", "IndexVersionError", "Library", "PartialDate", "Passage", "Period",
    "Place", "Previous", "PublicationDate", "QueryError", "RagError", "ReaderError",
    "ReaderSettings", "Reason", "Release", "ReleaseSummary", "Remark", "SaidStatement", "Speaker",
    "RetrievalSettings", "Settings", "SkippedFile", "Span", "Statement",
    "StorageError", "UnreadableFileError",
    "__version__", "build", "correct", "load_encoder", "load_settings", "open", "remove",
}  # fmt: skip


def test_the_public_names() -> None:
    assert set(rag.__all__) == NAMES
    assert all(hasattr(rag, name) for name in NAMES)


def test_what_is_public_is_documented() -> None:
    for name in NAMES - {"__version__"}:
        assert inspect.getdoc(getattr(rag, name)), name
    for name, member in vars(rag.Library).items():
        if not name.startswith("_"):
            assert inspect.getdoc(member), name


def test_signatures() -> None:
    assert str(inspect.signature(rag.open)) == (
        "(index: 'StrPath' = 'index', *, encoder: 'Encoder | None' = None, "
        "settings: 'Settings | None' = None, reader: 'Reader | None' = None) -> 'Library'"
    )
    filters = ["date_from", "date_to", "language", "releases"]
    for verb, more in ((rag.Library.search, []), (rag.Library.ask, ["llm", "previous"])):
        expected = ["self", "question", "k", *filters, *more]
        assert list(inspect.signature(verb).parameters) == expected
    said = ["self", "speaker", "about", "role", *filters]
    assert list(inspect.signature(rag.Library.statements).parameters) == [*said, "limit"]
    assert list(inspect.signature(rag.Library.speakers).parameters) == said
    assert list(inspect.signature(rag.build).parameters) == [
        "corpus", "index", "encoder", "settings", "force", "progress", "keep_vanished",
    ]  # fmt: skip


def shape(value: object) -> object:
    """A JSON value with its leaves replaced by their types."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value)


CITATION = {"id": str, "release_id": str, "start": int, "end": int, "quote": str}
HIT = {
    "rank": int,
    "score": float,
    "id": str,
    "release_id": str,
    "ordinal": int,
    "start": int,
    "end": int,
    "text": str,
    "title": str,
    "date": {
        "value": str,
        "precision": str,
        "evidence": {"start": int, "end": int, "quote": str},
    },
    "words": {"start": int, "end": int, "quote": str},
    "matched": {
        "dense_rank": int,
        "lexical_rank": int,
        "terms": [str],
        "period": types.NoneType,
        "reader": float,
    },
    "statements": [],
    "copies": [],
}


DATE = {
    "value": str,
    "precision": str,
    "evidence": {**CITATION, "of": str},
    "against": types.NoneType,
}


def test_the_json_of_an_answer(library: rag.Library) -> None:
    assert shape(library.ask(QUESTION).to_dict()) == {
        "status": str,
        "answer": str,
        "sentence": str,
        "date": DATE,
        "confidence": float,
        "citations": [CITATION],
        "hits": [HIT],
        "span": CITATION,
        "speaker": types.NoneType,
        "period": types.NoneType,
        "abstention": types.NoneType,
        "missing": [],
        "form": str,
        "parts": [
            {
                "answer": str,
                "sentence": str,
                "span": CITATION,
                "date": DATE,
                "time": str,
                "confidence": float,
                "citations": [CITATION],
                "also": [],
                "release_id": str,
            }
        ],
        "as_of": types.NoneType,
        "releases_read": int,
        "releases_found": int,
        "understood": type(None),
    }


def test_the_json_of_an_abstention(library: rag.Library) -> None:
    answer = library.ask(QUESTION, date_from="2030").to_dict()
    assert answer == {
        "status": "abstained",
        "answer": "",
        "sentence": "",
        "date": None,
        "confidence": 0.0,
        "citations": [],
        "hits": [],
        "span": None,
        "speaker": None,
        "period": None,
        "abstention": "nothing-found",
        "missing": [],
        "form": "value",
        "parts": [],
        "as_of": None,
        "releases_read": 0,
        "releases_found": 0,
        "understood": None,
    }


def test_a_hit_without_a_date_says_null(library: rag.Library) -> None:
    (hit,) = library.search("Vladimir Poutine", 1, releases="000_c54faaf288eec495")
    assert hit.to_dict()["date"] is None


def test_values_are_frozen(library: rag.Library) -> None:
    answer = library.ask(QUESTION)
    for value in (answer, answer.hits[0], answer.citations[0], answer.hits[0].release):
        with pytest.raises((AttributeError, TypeError)):
            value.text = "other"  # type: ignore[union-attr,misc]


def test_errors_are_one_tree_and_survive_a_pickle() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.RagError)
    ]
    assert len(kinds) == 19
    for kind in kinds:
        error = kind("index.missing", path="x")
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (kind, str(error))
        assert kind.exit_code in range(1, 9)


def test_the_version_is_said_once() -> None:
    assert isinstance(rag, types.ModuleType)
    assert rag.__version__.count(".") == 2


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2014-11-18", "18 novembre 2014", "18 November 2014"),
        ("2014-11-01", "1er novembre 2014", "1 November 2014"),
        ("2014-11", "novembre 2014", "November 2014"),
        ("2014", "2014", "2014"),
        ("2014-24", "hiver 2014", "winter 2014"),
        ("2014-33", "1er trimestre 2014", "first quarter of 2014"),
        ("2014-41", "2e semestre 2014", "second half of 2014"),
        ("--02-15", "15 février, année non précisée", "15 February, year not stated"),
        ("--01", "janvier, année non précisée", "January, year not stated"),
        ("2022-04-06/2022-04-07", "6 avril 2022 – 7 avril 2022", "6 April 2022 – 7 April 2022"),
    ],
)
def test_dates_in_words(value: str, french: str, english: str) -> None:
    with messages.use("fr"):
        assert messages.date_in_words(rag.PartialDate.parse(value)) == french
    with messages.use("en"):
        assert messages.date_in_words(rag.PartialDate.parse(value)) == english
