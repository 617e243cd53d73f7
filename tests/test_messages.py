"""What is said to a person: whole in each language, no key lost or unused, no value translated."""

from __future__ import annotations

import ast
import csv
import json
import re
import shutil
import string
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag import messages
from rag.corpus.sidecar import SIDECARS
from rag.messages import message, sentences, use
from rag.phrases import reason_in_words
from rag.phrases.builds import addition_in_words
from tests.conftest import ROOT, paragraph, write

# Names of files and settings that look like keys.
OTHERS = {*SIDECARS, "rag.toml", "config.json", "llm.api_key_env", "reader.npz", "encoder.layer."}
# What follows is a number, or put together of what is known of a date; or the name of an error of
# the system.
COMPOSED = ("date.", "os.")


@cache
def texts() -> dict[str, dict[str, str]]:
    found = {}
    for code in messages.LANGUAGES:
        with use(code):
            found[code] = dict(sentences())
    return found


@cache
def constants() -> dict[str, set[Path]]:
    """The strings of the code, and where; of the page's script and templates the keys."""
    found: dict[str, set[Path]] = {}
    for path in (ROOT / "rag").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value, set()).add(path)
    web = ROOT / "rag" / "web"
    for path in web.glob("script/*.js"):
        for one in re.findall(r"\.page_(\w+)", path.read_text(encoding="utf-8")):
            found.setdefault(f"page.{one}", set()).add(path)
    for path in web.glob("templates/*.html"):
        for one in re.findall(r"""\bt\(["']([\w.]+)["']""", path.read_text(encoding="utf-8")):
            found.setdefault(one, set()).add(path)
    return found


@cache
def composed() -> set[str]:
    """Beginnings of keys that the code completes: ``f"verify.{kind}"`` gives ``verify.``."""
    begun = set()
    for path in (ROOT / "rag").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                first = node.values[0].value
                if re.fullmatch(r"[a-z]+\.[a-z_.]*", first) and first not in OTHERS:
                    begun.add(first)
    return begun


def blanks(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Names of the blanks with their formats, sorted."""
    return sorted(part[1:] for part in string.Formatter().parse(text) if part[1] is not None)


def test_french_comes_first_and_english_is_there() -> None:
    assert messages.LANGUAGES[0] == messages.DEFAULT == "fr"
    assert "en" in messages.LANGUAGES


@pytest.mark.parametrize("code", messages.LANGUAGES)
def test_every_language_has_the_same_keys_and_blanks(code: str) -> None:
    first = texts()[messages.DEFAULT]
    assert texts()[code].keys() == first.keys()
    for key, text in texts()[code].items():
        assert text, key
        assert blanks(text) == blanks(first[key]), key
        assert all(name for name, _, _ in blanks(text)), key


def test_every_key_that_the_code_names_exists() -> None:
    keys = texts()[messages.DEFAULT].keys()
    areas = {key.split(".")[0] for key in keys}
    for text, paths in constants().items():
        if not re.fullmatch(r"[a-z]+\.[a-z_.]+[a-z]", text) or text in OTHERS:
            continue
        settings = paths == {ROOT / "rag" / "config" / "loading.py"} and not text.startswith(
            "config."
        )
        if text.split(".")[0] in areas and not settings:
            assert text in keys, (text, paths)
    for start in composed():
        if start.split(".")[0] in areas:
            assert any(key.startswith(start) for key in keys), start


def test_one_is_no_plural_and_neither_is_none_in_french() -> None:
    counted = {}
    for code in ("fr", "en"):
        with messages.use(code):
            counted[code] = [messages.message("facets.all", count=count) for count in (0, 1, 2)]
    assert counted["fr"] == ["0 communiqué", "1 communiqué", "2 communiqués"]
    assert counted["en"] == ["0 releases", "1 release", "2 releases"]


def test_every_key_is_used() -> None:
    words = {text.casefold() for text in constants()}
    for key in texts()[messages.DEFAULT]:
        key = key.removesuffix("_one")  # for a count of 1
        endings = {key.removeprefix(start) for start in composed() if key.startswith(start)}
        used = key in constants() or key.startswith(COMPOSED) or endings & words
        assert used, key


@given(st.text() | st.sampled_from(sorted(texts()["fr"])), st.sampled_from(messages.LANGUAGES))
def test_a_value_comes_out_as_it_is(value: str, code: str) -> None:
    with use(code):
        before, after = sentences()["citation.malformed"].split("{citation}")
        assert message("citation.malformed", citation=value) == before + value + after
        assert (
            str(rag.CitationError("citation.malformed", citation=value)) == before + value + after
        )


def test_a_reason_is_said_within_a_sentence() -> None:
    why = rag.Reason(
        "sidecar.bad_line", {"path": "p", "line": 3, "reason": rag.Reason("file.empty")}
    )
    error = rag.CorpusError("corpus.nothing_readable", path="c", file="f", why=why)
    assert str(error) == (
        "Aucun communiqué de c n’a pu être lu (par exemple f : "
        "p, ligne 3\u00a0: ce n’est pas un objet JSON (fichier vide). Écrivez un objet par ligne, "
        "entre accolades.). L’index n’a pas été modifié."
    )
    assert reason_in_words(None) == ""
    assert len({why, rag.Reason("file.empty"), rag.Reason("file.empty")}) == 2


def test_one_value_is_said_in_two_languages(tmp_path: Path, corpus: Path) -> None:
    write(corpus, "a.txt", paragraph("perroquets"))
    (addition,) = rag.add(write(tmp_path, "a.txt", paragraph("moineaux")), corpus)
    doubtful = rag.GeneratedSentence(
        "Oui.", (), False, rag.Reason("llm.not_there", {"words": "Oui"})
    )
    generated = rag.Generated("m", (doubtful,), rag.Reason("llm.none_supported"))
    error = rag.IndexMissingError("index.missing", path="index")
    said = {}
    for code in ("fr", "en"):
        with use(code):
            shown = generated.to_dict()
            said[code] = (
                shown["sentences"][0]["reason"],
                shown["note"],
                addition_in_words(addition),
                str(error),
            )
    assert said == {
        "fr": (
            "« Oui » ne figure pas dans les passages cités",
            "Aucune phrase du modèle n’a pu être vérifiée dans les passages.",
            "Refusé\u00a0: a.txt (un autre communiqué porte ce nom ; renommez le fichier)",
            "Il n’y a pas d’index dans index. Construisez-le : rag build -i index",
        ),
        "en": (
            '"Oui" does not stand in the passages cited',
            "No sentence of the model's could be verified in the passages.",
            "Refused: a.txt (another release has that name; rename the file)",
            "There is no index in index. Build it: rag build -i index",
        ),
    }


def test_a_language_more_is_a_file_more(tmp_path: Path) -> None:
    code = tmp_path / "rag"
    shutil.copytree(ROOT / "rag", code, ignore=shutil.ignore_patterns("__pycache__"))
    text = (code / "locales" / "en.toml").read_text(encoding="utf-8")
    text = text.replace("There is no index in", "Manca l’indice in")
    (code / "locales" / "it.toml").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "rag.cli", "info", "--index", "nowhere", "--ui", "it"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "", "RAG_LANG": "fr"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == rag.IndexMissingError.exit_code
    assert ran.stderr == "Error: Manca l’indice in nowhere. Build it: rag build -i nowhere\n"


def test_what_is_wrong_in_a_file_is_said_in_the_language_of_the_messages() -> None:
    with pytest.raises(ValueError, match="Expecting") as wrong:
        json.loads('{"question"\n')
    with pytest.raises(csv.Error) as cell:
        list(csv.reader(['"a" b'], strict=True))
    for error, word in ((wrong.value, "caractère"), (cell.value, "valeur")):
        for language in messages.LANGUAGES:
            with messages.use(language):
                said = message("sidecar.bad_line", path="p", line=1, reason=error)
            assert str(error) not in said
            assert (word in said) == (language == "fr")
