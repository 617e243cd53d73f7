"""A file of questions in, a file of answers out; a killed batch goes on where it stopped."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rag
from rag.batch.answers import AnswerFile
from rag.batch.questions import QuestionFile
from rag.batch.run import run_batch
from rag.cli import main
from rag.spreadsheet import ANSWER_COLUMNS, answer_row, csv_line, csv_text, neutralised
from rag.types import Answer
from tests.conftest import QUESTION, ROOT, clean_environment

FORMULA = tuple("=+-@\t\r\n")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def nothing(question: str) -> Answer:
    if not question:
        raise rag.QueryError("query.empty")
    return Answer(question, (), 0.25, abstention="not-said")


def texts(path: Path, column: str = "question") -> list[str]:
    return [one.text for one in QuestionFile(path, column)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_encoding_and_the_separator_are_found(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [["n°", " Question ", "thème"], ["1", "Où était-ce, dès l’été ; déjà ?", "a|b\tc"]]
    rows += [[], ["2", "Un « mot »\nsur deux lignes ?", "d"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path = tmp_path / "q.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    found = list(QuestionFile(path))
    assert [(one.row, one.text) for one in found] == [(1, rows[1][1]), (2, rows[3][1])]
    assert found[0].others == {"n°": "1", "thème": "a|b\tc"}


def test_other_forms_of_files_are_read(tmp_path: Path) -> None:
    text = tmp_path / "q.txt"
    text.write_text("Où est-ce ?\r\n\r\n  Quand, donc ?", encoding="utf-8")
    assert texts(text) == ["Où est-ce ?", "Quand, donc ?"]
    lines = tmp_path / "q.jsonl"
    lines.write_text('{"Question": "Où ?", "id": 3}\n"Quand ?"\n\n{"question": null}\n', "utf-8")
    assert texts(lines) == ["Où ?", "Quand ?", ""]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("q.csv", "id;titre\n1;x\n", "id, titre"),
        ("q.csv", "", "question"),
        ("q.csv", 'question\n"' + "x" * 1_100_000, "ligne"),
        ("q.jsonl", '{"id": 1, "titre": "x"}\n', "id, titre"),
        ("q.jsonl", '{"question": "a"}\n[1]\n', "ligne 2"),
        ("q.jsonl", "{\n", "ligne 1"),
        ("q.txt", "\x01\x02\x80\x81\x8d" * 50, "q.txt"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(rag.QueryError) as caught:
        texts(path)
    assert said in str(caught.value)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150
)
@given(
    st.binary(max_size=60) | st.binary(max_size=60).map(lambda data: b"question;x\n" + data),
    st.sampled_from(["q.csv", "q.txt", "q.jsonl"]),
)
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    try:
        file = QuestionFile(path)
        with AnswerFile(tmp_path / "a.csv", file.others, again=True) as answers:
            report = run_batch(file, answers, nothing)
    except rag.QueryError:
        return
    rows = read(tmp_path / "a.csv")
    assert len(rows) == report.questions == report.abstained + report.failed
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row.values())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(rag.QueryError, match=r"absent\.csv"):
        QuestionFile(tmp_path / "absent.csv")


@given(st.text() | st.integers() | st.floats(allow_nan=False) | st.none())
def test_no_cell_is_a_formula_and_numbers_stay(cell: str | int | float | None) -> None:
    shown = neutralised(cell)
    if not isinstance(cell, str):
        assert shown == cell
        return
    assert isinstance(shown, str)
    assert not shown.startswith(FORMULA)
    assert shown in (cell, f"'{cell}")
    ((read_back,),) = csv.reader(io.StringIO(csv_line([cell or "x"]), newline=""))
    assert read_back == neutralised((cell or "x").replace("\x00", ""))


def test_an_answer_becomes_a_row(library: rag.Library) -> None:
    row = answer_row(library.ask(QUESTION))
    assert tuple(row) == ANSWER_COLUMNS
    assert row["status"] == "answered"
    assert str(row["words"]).startswith("le 15 février")
    assert row["date"] == "--02-15"
    assert isinstance(row["confidence"], float)
    assert row["file"] == "001_319c6ed45504dc95.txt"
    assert library.show(str(row["citation"])).release_id == "001_319c6ed45504dc95"
    silent = answer_row(library.ask(QUESTION, date_from="2030"))
    assert (silent["status"], silent["words"]) == ("abstained", None)
    assert silent["reason"]


def test_a_batch_answers_each_question(
    tmp_path: Path, seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "q.csv"
    path.write_text(f"id,question,date\n=1,{QUESTION},x\n2,,y\n", "utf-8")
    assert main(["batch", str(path), "-i", str(seed_index)]) == 10
    assert "2 questions" in capsys.readouterr().out
    first, second = read(tmp_path / "q.answers.csv")
    assert (first["row"], first["id"], first["input.date"]) == ("1", "'=1", "x")
    assert first["question"] == QUESTION
    assert first["words"].startswith("le 15 février")
    assert (second["status"], second["reason"][:10]) == ("error", "La questio")
    assert main(["batch", str(path), "-i", str(seed_index), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["before"] == 2
    assert main(["batch", str(path), "-i", str(seed_index), "-o", str(path)]) == 2


def test_ask_and_search_print_csv(seed_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--csv", "-i", str(seed_index)]) == 0
    (answer,) = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    assert answer["question"] == QUESTION
    assert answer["words"].startswith("le 15 février")
    assert main(["search", QUESTION, "-k", "2", "--csv", "-i", str(seed_index)]) == 0
    hits = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [hit["rank"] for hit in hits] == ["1", "2"]
    assert all(hit["text"] and hit["file"] for hit in hits)


def test_the_report_of_a_build_holds_no_formula() -> None:
    assert csv_text(("title",), [{"title": "=cmd()"}]) == "title\r\n'=cmd()\r\n"


QUESTIONS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(str.strip), max_size=6
)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)
@given(QUESTIONS, st.sampled_from(["a.csv", "a.jsonl"]), st.data())
def test_a_batch_cut_at_any_byte_goes_on_to_the_same_file(
    tmp_path: Path, questions: list[str], name: str, data: st.DataObject
) -> None:
    source, target = tmp_path / "q.jsonl", tmp_path / name
    source.write_text("".join(json.dumps(one) + "\n" for one in questions), "utf-8")
    target.unlink(missing_ok=True)
    file = QuestionFile(source)
    with AnswerFile(target, file.others) as answers:
        run_batch(file, answers, nothing)
    whole = target.read_bytes()
    target.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    asked = []

    def ask(question: str) -> Answer:
        asked.append(question)
        return nothing(question)

    with AnswerFile(target, file.others) as answers:
        report = run_batch(file, answers, ask)
    assert target.read_bytes() == whole
    assert len(asked) == len(questions) - report.before


def test_answers_to_other_questions_are_not_continued(tmp_path: Path) -> None:
    source, target = tmp_path / "q.txt", tmp_path / "a.csv"
    source.write_text("Un ?\nDeux ?\n", "utf-8")

    def run(*, again: bool = False) -> None:
        file = QuestionFile(source)
        with AnswerFile(target, file.others, again=again) as answers:
            run_batch(file, answers, nothing)

    run()
    source.write_text("Un ?\nTrois ?\n", "utf-8")
    with pytest.raises(rag.QueryError, match="ligne 2"):
        run()
    assert [row["question"] for row in read(target)] == ["Un ?", "Deux ?"]
    run(again=True)
    assert [row["question"] for row in read(target)] == ["Un ?", "Trois ?"]
    source.write_text("Un ?\nTrois ?\nQuatre ?\n", "utf-8")
    run()
    assert [row["question"] for row in read(target)] == ["Un ?", "Trois ?", "Quatre ?"]
    target.write_text("un,autre\nfichier,là\n", "utf-8")
    with pytest.raises(rag.QueryError, match="--force"):
        run()
    assert target.read_text("utf-8") == "un,autre\nfichier,là\n"


def test_two_batches_do_not_write_one_file(tmp_path: Path) -> None:
    with (
        AnswerFile(tmp_path / "a.csv", ()),
        pytest.raises(rag.IndexBusyError, match=r"a\.csv"),
    ):
        AnswerFile(tmp_path / "a.csv", ())


def test_a_long_file_is_not_held_in_memory(tmp_path: Path) -> None:
    import tracemalloc

    source, target = tmp_path / "q.csv", tmp_path / "a.csv"
    with source.open("w", encoding="utf-8") as stream:
        stream.write("question\n")
        stream.writelines(f"Que dit le communiqué numéro {n} ?\n" for n in range(30_000))
    file = QuestionFile(source)
    tracemalloc.start()
    with AnswerFile(target, file.others) as answers:
        report = run_batch(file, answers, nothing)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.abstained == 30_000
    assert peak < 8_000_000


@pytest.fixture
def killed(tmp_path: Path, seed_index: Path) -> tuple[Path, Path]:
    """A batch that was killed while it ran: its questions and its answers."""
    source, target = tmp_path / "q.txt", tmp_path / "a.csv"
    source.write_text("".join(f"Qui a parlé le {n} février ?\n" for n in range(1, 25)), "utf-8")
    arguments = ["batch", str(source), "-o", str(target), "-i", str(seed_index)]
    process = subprocess.Popen(
        [sys.executable, "-m", "rag.cli", *arguments], cwd=ROOT, env=clean_environment()
    )
    end = time.monotonic() + 60
    while time.monotonic() < end and (not target.exists() or len(read(target)) < 2):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return source, target


def test_a_killed_batch_goes_on(
    killed: tuple[Path, Path], seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = killed
    done = len(read(target))
    assert 2 <= done < 24
    arguments = ["batch", str(source), "-o", str(target), "-i", str(seed_index), "--json"]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["before"] in (done, done - 1)
    assert [row["row"] for row in read(target)] == [str(n) for n in range(1, 25)]


@pytest.mark.parametrize(
    ("target", "status", "said"),
    [("a.xlsx", 2, ".csv, .jsonl"), ("none/a.csv", 7, "le dossier"), ("folder.csv", 7, "dossier")],
)
def test_a_file_that_cannot_be_written_is_refused_before_the_questions(
    tmp_path: Path,
    seed_index: Path,
    capsys: pytest.CaptureFixture[str],
    target: str,
    status: int,
    said: str,
) -> None:
    source = tmp_path / "q.txt"
    source.write_text("Où ?\n", encoding="utf-8")
    (tmp_path / "folder.csv").mkdir()
    there = sorted(tmp_path.rglob("*"))
    arguments = ["batch", str(source), "-o", str(tmp_path / target), "-i", str(seed_index)]
    assert main([*arguments, "--ui", "fr"]) == status
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == there


def test_a_workbook_of_questions_is_refused_with_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    with pytest.raises(rag.QueryError, match=r"\.csv, \.jsonl"):
        QuestionFile(path)
