"""What may have been meant: the nearest name, and nothing where nothing is near."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.messages import message
from rag.near import near_path, nearest, suggestion


@pytest.mark.parametrize(
    ("value", "names", "meant"),
    [
        ("serach", ["search", "show"], "search"),
        ("--langage", ["--language", "--limit"], "--language"),
        ("Réponse", ["reponse", "question"], "reponse"),
        ("dense-weight", ["dense_weight", "dense"], "dense_weight"),
        ("001_319", ["000_c54faaf288eec495", "001_319c6ed45504dc95"], "001_319c6ed45504dc95"),
        ("zebra", ["search", "show"], None),
        ("x", ["xylophone"], None),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_name(value: str, names: list[str], meant: str | None) -> None:
    assert nearest(value, names) == meant


@given(st.text(), st.lists(st.text(), max_size=8))
def test_what_is_suggested_is_always_there(value: str, names: list[str]) -> None:
    name = nearest(value, names)
    assert name is None or name in names
    assert (suggestion(value, names) == "") == (name is None)


def test_a_suggestion_asks() -> None:
    said = message("config.unknown_section", key="anwser", near=suggestion("anwser", ["answer"]),
                   choices="answer")  # fmt: skip
    assert "anwser (peut-être answer" in said


def test_a_folder_is_suggested_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpsus.txt").touch()
    near = near_path(tmp_path / "corpsu", folders=True)
    assert str(tmp_path / "corpus") in message("corpus.no_folder", path="x", near=near)
    assert near_path(tmp_path / "corpsu.txt", folders=False) != ""
    assert near_path(tmp_path / "away" / "corpus", folders=True) == ""
    assert near_path(tmp_path / "a\0b", folders=True) == ""
