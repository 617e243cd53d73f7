"""The command line, as a user sees it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rag
from rag.cli import main
from tests.conftest import QUESTION, ROOT, SEEDS, clean_environment, paragraph, write


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def at(seed_index: Path) -> tuple[str, str]:
    return ("-i", str(seed_index))


def test_build_ask_show_verify_info(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = ("-i", str(tmp_path / "index"))
    assert run("build", SEEDS, *index) == 0
    assert "5 communiqués, 23 passages (23 encodés, 0 repris)" in capsys.readouterr().out
    assert run("build", SEEDS, *index) == 0
    assert "à jour" in capsys.readouterr().out

    assert run("ask", QUESTION, *index) == 0
    out = capsys.readouterr().out
    assert out.startswith("le 15 février (date du communiqué, qui ne précise pas l’année)")
    (citation,) = [line.split()[-1] for line in out.splitlines() if ":237-250:" in line]

    assert run("show", citation, *index) == 0
    assert ">>>le 15 février<<<" in capsys.readouterr().out

    assert run("verify", *index) == 0
    assert "Tout concorde" in capsys.readouterr().out

    assert run("info", *index) == 0
    assert "IndexFlatIP" in capsys.readouterr().out


def test_json_of_every_command(
    at: tuple[str, str], library: rag.Library, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def printed(*arguments: str | Path) -> dict[str, object]:
        assert run(*arguments) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        value = json.loads(captured.out)
        assert isinstance(value, dict)
        return value

    assert printed("ask", QUESTION, "--json", *at) == library.ask(QUESTION).to_dict()
    hits = [hit.to_dict() for hit in library.search(QUESTION, 3)]
    assert printed("search", QUESTION, "-k", "3", "--json", *at) == {"hits": hits}
    citation = library.ask(QUESTION).citations[0]
    shown = printed("show", citation.id, "--json", *at)
    assert shown["citation"] == citation.to_dict()
    assert printed("verify", SEEDS, "--json", *at) == {"ok": True, "differences": []}
    assert printed("info", "--json", *at)["releases"] == 5
    built = printed("build", SEEDS, "--json", "-i", tmp_path / "index")
    assert (built["releases"], built["encoded"], built["changed"]) == (5, 23, True)


def test_filters(at: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    narrowed = ("--from", "2014", "--to", "2014-12", "--language", "fr", "-k", "99")
    assert run("search", "OTAN", "--json", *narrowed, *at) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert {hit["release_id"] for hit in hits} == {"002_86cd08fb0a6ad8f5"}
    assert run("search", "OTAN", "--release", "nowhere", *at) == 0
    assert "Aucun passage" in capsys.readouterr().out


def test_an_abstention_is_printed_and_is_no_failure(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "Quelle est la recette de la tarte aux pommes ?", *at) == 0
    out = capsys.readouterr().out
    assert out.startswith("Les communiqués ne le disent pas.")
    assert "Passages les plus proches" in out


ERRORS = [
    (("ask", ""), 2, "vide"),
    (("ask", "x", "-k", "0"), 2, "k"),
    (("ask", "x", "-k", "deux"), 2, "entier"),
    (("ask", "x", "--from", "2014-02-30"), 2, "calendrier"),
    (("ask",), 2, "il manque"),
    (("oops",), 2, "choisir"),
    (("ask", "x", "--oops"), 2, "inconnu"),
    (("ask", "x", "--json=1"), 2, "ne prend pas de valeur"),
    (("show", "page.ask"), 8, "« page.ask » n’est pas une citation"),
    (("serach", "x"), 2, "peut-être search"),
    (("show", "oops"), 8, "citation"),
    (("show", "nowhere:1-2:00000000"), 8, "pas dans l’index"),
    (("ask", "x", "-i", "nowhere"), 4, "rag build"),
    (("verify", "nowhere"), 3, "n’existe pas"),
    (("build", "nowhere", "-i", "nowhere-index"), 3, "n’existe pas"),
    (("ask", "x", "--config", "nowhere.toml"), 2, "nowhere.toml"),
]


@pytest.mark.parametrize(("arguments", "status", "words"), ERRORS)
def test_errors_are_two_lines_at_most_and_name_the_remedy(
    arguments: tuple[str, ...],
    status: int,
    words: str,
    at: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    takes_an_index = arguments[0] not in ("oops", "serach") and "-i" not in arguments
    full = (*arguments, *at) if takes_an_index else arguments
    try:
        code = run(*full)
    except SystemExit as stop:
        code = int(str(stop.code))
    captured = capsys.readouterr()
    assert code == status
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.startswith("Erreur : ")
    assert len(captured.err.splitlines()) <= 2


def test_english_is_all_english_and_french_all_french(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    for language, said, unsaid in (
        ("en", "Confidence", "Confiance"),
        ("fr", "Confiance", "Confidence"),
    ):
        assert run("ask", QUESTION, "--ui", language, *at) == 0
        out = capsys.readouterr().out
        assert said in out
        assert unsaid not in out
        with pytest.raises(SystemExit) as stop:
            run("ask", "--ui", language, "--help")
        assert stop.value.code == 0
        help_text = capsys.readouterr().out
        assert ("show this help" in help_text) == (language == "en")
        assert ("montrer cette aide" in help_text) == (language == "fr")


def test_files_that_are_skipped_are_named_on_stderr(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    (corpus / "b.txt").write_bytes(bytes(range(256)) * 10)
    (corpus / "c.txt").write_bytes(b"")
    assert run("build", corpus, "-i", index) == 0
    captured = capsys.readouterr()
    assert "1 communiqué," in captured.out
    assert captured.err.splitlines() == [
        "Ignoré : b.txt (ce n’est pas du texte).",
        "Ignoré : c.txt (fichier vide).",
    ]


def test_verify_names_each_difference(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        write(corpus, f"{name}.txt", f"Titre\n\n{paragraph(name)}\n")
    assert run("build", corpus, "-i", index, "--quiet") == 0
    write(corpus, "a.txt", f"Titre changé\n\n{paragraph('a')}\n")
    (corpus / "b.txt").unlink()
    write(corpus, "c.txt", paragraph("c"))
    capsys.readouterr()
    assert run("verify", "-i", index) == 9
    captured = capsys.readouterr()
    for words in ("a.txt : le fichier a changé", "b.txt : le fichier n’existe plus", "c.txt"):
        assert words in captured.out
    assert "rag build" in captured.err


def test_a_release_cannot_control_the_terminal(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", f"Un \x1b[31mtitre\n\n{paragraph('chars')} \x1b]0;title\x07 fin.\n")
    assert run("build", corpus, "-i", index) == 0
    assert run("search", "chars", "-i", index) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_lone_surrogate_in_the_question_gives_valid_json(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "quand \ud800 ?", "--json", *at) == 0
    json.loads(capsys.readouterr().out)


def test_an_unforeseen_error_is_one_line(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(rag.Library, "ask", fail)
    assert run("ask", "x", *at) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Erreur imprévue : ZeroDivisionError: oops. Relancez avec RAG_DEBUG=1")
    monkeypatch.setenv("RAG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("ask", "x", *at)


def test_an_interruption_says_how_to_continue(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rag.Library, "ask", stop)
    assert run("ask", "x", *at) == 130
    assert "relancez" in capsys.readouterr().err


# -- as a process -------------------------------------------------------------------------------


def process(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "rag.cli", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env=clean_environment(**environment),
        check=False,
    )


def test_a_process_in_an_ascii_locale_speaks_utf_8(seed_index: Path) -> None:
    done = process("ask", QUESTION, "-i", seed_index, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "le 15 février" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_no_progress_bars_without_a_terminal(tmp_path: Path) -> None:
    done = process("build", SEEDS, "-i", tmp_path / "index")
    assert done.returncode == 0
    assert done.stderr.decode("utf-8").splitlines() == [
        "Ignoré : README.md (nom de fichier de notice ; renommez-le si c’est un communiqué)."
    ]


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminal there")
def test_progress_bars_on_a_terminal(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "rag.cli", "build", str(SEEDS), "-i", str(tmp_path / "index")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=theirs, env=clean_environment()
    ) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert child.returncode == 0
    text = shown.decode("utf-8", "replace")
    assert "Encodage: 100%" in text
    assert "23/23" in text


def test_a_pipe_that_closes_early(seed_index: Path) -> None:
    command = f"{sys.executable} -m rag.cli ask '{QUESTION}' -i {seed_index} | head -c 5"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, env=clean_environment(), check=False
    )
    assert done.stdout.decode() == "le 15"
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("module", "told"), [("rag.cli", False), ("rag.library", True)])
def test_an_interruption_while_modules_load_is_no_traceback(
    seed_index: Path, module: str, told: bool
) -> None:
    code = (
        "import sys\n"
        "class Interrupts:\n"
        "    def find_spec(self, name, *more):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "from rag.__main__ import main\n"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", QUESTION, "-i", str(seed_index), "--ui", "fr"],
        capture_output=True, text=True, env=clean_environment(), cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert ("Interrompu" in done.stderr) == told


def test_a_package_that_ends_an_interruption_with_an_error_of_its_own(
    monkeypatch: pytest.MonkeyPatch, at: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as error:
            raise ImportError("initialization failed") from error

    monkeypatch.setattr(rag, "open", interrupted)
    assert run("ask", "x", *at) == 130
    assert "relancez" in capsys.readouterr().err


def test_the_help_loads_no_more_than_the_parser() -> None:
    code = (
        "import sys\nfrom rag.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, env=clean_environment(), cwd=ROOT, check=False,
    )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "rag.terminal.parser" in loaded
    assert {"numpy", "rag.library", "rag.language", "rag.corpus"} & loaded == set()


def test_the_command_runs_as_a_module(seed_index: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rag", "info", "-i", str(seed_index), "--ui", "en"],
        capture_output=True, text=True, env=clean_environment(), cwd=ROOT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "every vector is compared" in done.stdout
    assert " MB" in done.stdout


def test_a_question_in_windows_letters_is_read(seed_index: Path) -> None:
    question = "Qui a été accueilli à Blenheim Palace, et à l’œil ?".encode("cp1252")
    done = subprocess.run(
        [sys.executable, "-m", "rag", "chat", "--json", "-i", str(seed_index)],
        input=question, capture_output=True, env=clean_environment(), cwd=ROOT, check=False,
    )  # fmt: skip
    assert json.loads(done.stdout)["question"] == question.decode("cp1252")


def test_the_usage_of_a_command_begins_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["ask", "--help", "--ui", "fr"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("usage : rag ask [-h]")


def test_without_arguments_it_helps(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])

    assert stopped.value.code == 0
    assert "usage : rag" in capsys.readouterr().out


def test_a_question_needs_no_quotation_marks_and_may_come_from_a_pipe(
    at: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "Qui est le premier ministre britannique ?"
    answers = []
    for words in ([question], question.split(), ["-"]):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{question}\n"))
        assert run("ask", *words, "--json", *at) == 0
        answers.append(capsys.readouterr().out)

    assert "Keir Starmer" in answers[0]
    assert answers == answers[:1] * 3


def test_a_build_without_a_folder_reads_the_one_of_the_index(
    tmp_path: Path,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = tmp_path / "index"
    write(corpus, "a.txt", "Un communiqué du 3 mai 2024 sur le pont de Lille.")
    assert main(["build", str(corpus), "-i", str(index), "--quiet"]) == 0
    write(corpus, "b.txt", "Un autre du 4 mai 2024 sur le port de Brest.")
    assert main(["build", "-i", str(index), "--quiet"]) == 0
    assert main(["search", "port de Brest", "-i", str(index)]) == 0
    assert "port de Brest" in capsys.readouterr().out
