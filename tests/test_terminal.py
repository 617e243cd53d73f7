"""The command line for somebody who has never seen it: help, errors, streams, completion."""

from __future__ import annotations

import argparse
import ast
import errno
import inspect
import io
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag import messages
from rag.cli import main
from rag.commands import COMMANDS, make_parser, module
from rag.messages import message, sentences
from rag.terminal.parser import Parser, interface_language
from rag.terminal.progress import ProgressBars, progress_bars
from rag.terminal.usage import in_words
from tests.conftest import ROOT, SEEDS, clean_environment, paragraph, write

# Words of argparse that stand in no French help or error.
ENGLISH = re.compile(
    r"positional|show this|usage:|\berror\b|argument \S+:|expected|invalid|required|ambiguous"
    r"|unrecognized|not allowed|choose from|could match|default:|\bor\b|\bthe\b|\bfile\b|\bvalue\b"
)
FRENCH = re.compile(r"[éèàçê«»]|\b(?:le|la|les|des|une|du|pour)\b")


def run(*arguments: str) -> int:
    try:
        return main(list(arguments))
    except SystemExit as stop:
        return int(str(stop.code))


# -- help and errors of argparse ----------------------------------------------------------------


def templates() -> list[str]:
    """The English texts that argparse translates, as the running Python has them."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in ("_", "ngettext"):
            found |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    return sorted(one for one in found if isinstance(one, str))


# What argparse says to whoever writes a parser, and what is replaced in the help.
NOT_TO_PERSONS = re.compile(
    r"conflict|cannot merge|'required' is an invalid|invalid option string|dest= is required|"
    r"^argument %|is not callable|not defined|mutually exclusive arguments must|"
    r"argument \"-\" with mode|"
    r"positional arguments|options$|show |usage: |subcommands|\(default|"
    r"%\(prog\)s: error|%\(heading\)s"
)
ALONE = re.compile(r"the following|unrecognized|one of the|ambiguous|cannot have|unexpected")


@settings(deadline=None)
@given(
    st.sampled_from([one for one in templates() if not NOT_TO_PERSONS.search(one)]),
    st.sampled_from(["--langue", "x", "42", "été", "a b", "l'été"]),
)
def test_no_error_of_argparse_stays_english(template: str, value: str) -> None:
    """Each template is filled as argparse fills it, and said in French and in English."""

    def filled(blank: re.Match[str]) -> str:
        return repr(value) if blank[1] == "r" else "2" if "expected" in template else value

    detail = re.sub(r"%(?:\(\w+\))?([rs])", filled, template)
    if not ALONE.match(detail):
        detail = f"argument -k: {detail}"
    for code in messages.LANGUAGES:
        with messages.use(code):
            text = in_words(detail, make_parser())
            assert text != message("cli.wrong", detail=detail), "nothing says this"
            assert text != message("usage.of", name="-k", text=detail.removeprefix("argument -k: "))
            if code == "fr":
                assert not ENGLISH.search(text.replace(value, "")), text


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_help_is_all_in_one_language(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for code, foreign in (("fr", ENGLISH), ("en", FRENCH)):
        before = [*filter(None, [name]), "--help", "--ui", code]
        assert run(*before) == 0
        text = capsys.readouterr().out
        assert not foreign.search(text), (text, foreign.search(text))
        # --ui may stand before the command too.
        assert run("--ui", code, *filter(None, [name]), "--help") == 0
        assert capsys.readouterr().out == text


@pytest.mark.parametrize("name", COMMANDS)
def test_errors_of_a_command_are_in_the_language_that_is_asked_for(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for code, start, foreign in (("fr", "Erreur : ", ENGLISH), ("en", "Error: ", FRENCH)):
        assert run(name, "--nowhere", "--ui", code) == 2
        first, second = capsys.readouterr().err.splitlines()
        assert first.replace("\u00a0", " ").startswith(start)
        assert not foreign.search(first)
        assert second.endswith(f"rag {name} --help")


def test_the_interface_language_is_read_before_anything_else() -> None:
    assert interface_language(["ask", "x", "--ui", "en"]) == "en"
    assert interface_language(["--ui=en"]) == "en"
    assert interface_language(["ask", "--ui", "xx"]) is None
    assert interface_language(["ask", "--ui"]) is None
    assert interface_language(["ask", "--", "--ui", "en"]) is None


def test_help_and_version_as_words(capsys: pytest.CaptureFixture[str]) -> None:
    for words, option in ((["help"], ["--help"]), (["help", "ask"], ["ask", "--help"])):
        assert run(*words) == run(*option) == 0
        out = capsys.readouterr().out
        assert out[: len(out) // 2] == out[len(out) // 2 :]
    assert run("version") == run("-V") == run("--ui", "en", "version") == 0
    assert capsys.readouterr().out == f"rag {rag.__version__}\n" * 3


WRONG = [
    ("serach x", "peut-être search"),
    ("demander x", "peut-être ask"),
    ("index x", "peut-être build"),
    ("find x", "peut-être search"),
    ("ASK x", "peut-être ask"),
    ("oops", 'rag ask "…"'),
    ("--json ask x", "après la commande"),
    ("-i index ask x", "après la commande"),
    ("--Version", "peut-être --version"),
    ("ask", "il manque"),
    ("ask x --langage fr", "peut-être --language"),
    ("ask x --lang fr", "peut-être --language"),
    ("ask x -json", "peut-être --json"),
    ("ask x -index y", "peut-être --index"),
    ("ask x —json", "peut-être --json"),
    ("ask x --k 3", "peut-être -k"),
    ("ask x -n 3", "peut-être -k"),
    ("search x --limit 3", "peut-être -k"),
    ("ask x --format json", "peut-être --json"),
    ("search OTAN -Vilnius", "entre guillemets"),
    ("ask x --json --csv", "ne va pas avec"),
    ("ask x --language", "il manque une valeur"),
    ("ask x --json=1", "ne prend pas de valeur"),
    ("ask x -k deux", "entier"),
    ("ask x -k 0", "au moins 1"),
    ("fetch x --entries -1", "au moins 0"),
    ("statements --limit 0", "au moins 1"),
    ("statements x", "inconnu"),
    ("ask x --ui frr", "peut-être fr"),
    ("ask x --ui FR", "peut-être fr"),
    ("completion fsh", "peut-être fish"),
    ("serve --port 99999", "de 0 à 65535"),
    ("serve --port -1", "de 0 à 65535"),
    ("serve --port abc", "entier"),
    ("similar", "il manque"),
    ("ask x --config rag.tmol", "peut-être rag.toml"),
    ("ask x --engine milvs", "peut-être milvus"),
    ("build corpsu/", "peut-être corpus"),
    ("build file.txt", "pas un dossier"),
    ("ask x -i indx", "peut-être index"),
    ("ask x -i file.txt", "est un fichier"),
    ("ask x -i corpus", "rag build -i corpus"),
    ("batch qestions.csv", "peut-être questions.csv"),
    ("batch questions.csv --column qestion", "peut-être question"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "words"), WRONG)
def test_what_is_typed_wrongly_is_answered_with_what_was_meant(
    line: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "index").mkdir()
    write(tmp_path / "index", "CURRENT", "000001-0123456789abcdef")
    write(tmp_path, "file.txt", "x")
    write(tmp_path, "rag.toml", "")
    write(tmp_path, "questions.csv", "question\nQui ?\n")
    assert run(*line.split()) in (2, 3, 4)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert len(captured.err.splitlines()) <= 2


def test_a_question_without_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("Quand la cellule a-t-elle été créée ?") == 2
    assert 'rag ask "…"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        (["Quand", "--json", "la", "cellule"], "Quand la cellule"),
        (["--json", "Quand", "-k", "3", "la cellule"], "Quand la cellule"),
        (["-il y a dix ans ?"], "-il y a dix ans ?"),
        (["--", "-k", "--json", "x"], "-k --json x"),
        (["a", "--", "-b", "--", "c"], "a -b -- c"),
        (["sous-marine", "a-t-elle", "—", "dit-il"], "sous-marine a-t-elle — dit-il"),
        (["«Quand»", '"l\'été"'], '«Quand» "l\'été"'),
    ],
)
def test_words_and_options_in_any_order(typed: list[str], question: str) -> None:
    assert make_parser().parse_args(["ask", *typed]).question == question


@settings(deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1)
)
def test_any_words_can_be_asked_behind_two_dashes(words: list[str]) -> None:
    parsed = make_parser().parse_args(["search", "--json", "--", "x", *words])
    assert parsed.question == " ".join(["x", *words])


def test_every_command_adds_its_arguments_and_says_what_it_is() -> None:
    for name in COMMANDS:
        assert module(name).__doc__.startswith(f"``rag {name}``")
        parser = Parser(prog=name, fill=module(name).arguments)
        assert "--ui" in parser.options


# -- what the system refuses --------------------------------------------------------------------


def test_the_errors_of_the_system_are_named_and_known() -> None:
    named = {name.casefold() for name in errno.errorcode.values()}
    keys = {key.removeprefix("os.") for key in sentences() if key.startswith("os.")}
    assert keys <= named
    for number, words in ((errno.ENOSPC, "plein"), (errno.EROFS, "lecture seule")):
        error = rag.StorageError("storage.refused", path="x", reason=OSError(number, "english"))
        assert words in str(error)
        assert "english" not in str(error)


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OSError(errno.ENOSPC, "No space left", "x.bin"), 7, "x.bin : le disque est plein"),
        (PermissionError(errno.EACCES, "denied"), 7, "permission refusée"),
        (IsADirectoryError(errno.EISDIR, "is a directory", "y"), 7, "y : c’est un dossier"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (KeyboardInterrupt(), 130, "Interrompu"),
        (RecursionError("deep\nlines"), 1, "RecursionError: deep"),
    ],
)
def test_whatever_fails_is_one_line_without_a_traceback(
    error: BaseException,
    status: int,
    words: str,
    seed_index: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(rag.Library, "search", fail)
    monkeypatch.setattr("rag.cli.silence_output", lambda: None)
    assert run("search", "OTAN", "-i", str(seed_index)) == status
    err = capsys.readouterr().err.replace("\u00a0", " ")
    assert words in err
    assert len(err.splitlines()) == bool(words)


def test_a_folder_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(errno.EACCES, "denied", path)

    monkeypatch.setattr("rag.corpus.listing.os.scandir", refuse)
    assert run("build", str(tmp_path), "-i", str(tmp_path / "index")) == 3
    assert "permission refusée" in capsys.readouterr().err


def test_an_index_of_another_version_or_of_nobody(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", paragraph("perroquets"))
    assert run("build", str(corpus), "-i", str(index), "-q") == 0
    monkeypatch.setattr("rag.indexing.store.FORMAT_VERSION", 99)
    assert run("info", "-i", str(index)) == 4
    assert f"rag build -i {index}" in capsys.readouterr().err
    write(index, "CURRENT", "oops")
    assert run("info", "-i", str(index)) == 4
    assert f"rag build -i {index} --force" in capsys.readouterr().err


def test_a_file_name_cannot_break_a_listing(
    corpus: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpus, "a.txt", paragraph("perroquets"))
    write(corpus, "b\n\x1b[31m.txt", paragraph("perroquets"))
    (corpus / b"c\xff.txt".decode("utf-8", "surrogateescape")).write_text("x")
    assert run("build", str(corpus), "-i", str(index)) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.err
    assert len(captured.err.splitlines()) == 2
    assert run("verify", "-i", str(index)) == 0


@pytest.mark.parametrize("columns", ["1", "10", "400"])
def test_a_terminal_of_any_width(
    columns: str,
    seed_index: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert run("search", "OTAN", "-k", "1", "-i", str(seed_index)) == 0
    assert run("--help") == run("ask", "--help") == 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "question", ["Qui\0 est\nle premier\tministre ?", "é" * 100_000, "\udcff quand ?", "؟ 何時"]
)
def test_any_question_is_answered_or_refused(
    question: str, seed_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", question, "-i", str(seed_index)) in (0, 2)
    assert "Traceback" not in capsys.readouterr().err


def process(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    full = command.replace("rag ", f"{sys.executable} -m rag.cli ")
    return subprocess.run(
        ["bash", "-c", full], capture_output=True, cwd=ROOT, check=False,
        env=clean_environment(**environment),
    )  # fmt: skip


def test_output_that_is_closed_full_or_cut_short(seed_index: Path) -> None:
    closed = process(f"rag info -i {seed_index} >&-")
    assert (closed.returncode, "sortie standard est fermée" in closed.stderr.decode()) == (7, True)
    if Path("/dev/full").exists():
        full = process(f"rag info -i {seed_index} > /dev/full")
        assert (full.returncode, "disque est plein" in full.stderr.decode()) == (7, True)
    cut = process(f"rag search OTAN -i {seed_index} | head -1")
    assert cut.stderr == b""
    silent = process(f"rag info -i {seed_index} >&- 2>&-")
    assert silent.returncode == 7


def test_a_terminal_without_utf_8_and_a_person_without_a_home(seed_index: Path) -> None:
    asked = process(
        "unset HOME; printf 'Qui est le premier ministre britannique ?' | "
        f"rag ask - -i {seed_index}",
        PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip
    assert asked.stderr == b""
    assert asked.stdout.decode("utf-8").startswith("Keir Starmer")


# -- progress -----------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_for_each_stage_is_closed_however_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    out = io.StringIO()

    def work() -> None:
        with progress_bars() as bars:
            bars("read", 1, 2)
            bars.print("une ligne", file=out)
            bars("read", 2, 2)
            bars("encode", 1, 4)
            raise rag.StorageError("cli.no_output")

    with pytest.raises(rag.StorageError):
        work()
    text = shown.getvalue()
    assert "Lecture: 100%" in text
    assert "Encodage:  25%" in text
    assert text.endswith("\n")
    assert out.getvalue() == "une ligne\n"


def test_no_bar_without_a_terminal_and_none_when_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, quiet in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr("sys.stderr", stream)
        with progress_bars(quiet=quiet) as bars:
            bars("read", 1, 2)
            bars.print("une ligne", file=io.StringIO())
        assert stream.getvalue() == ""


def test_verify_shows_how_far_it_is(library: rag.Library) -> None:
    seen: list[tuple[str, int, int]] = []
    assert library.verify(SEEDS, progress=lambda *step: seen.append(step)) == []
    assert seen == [("check", done, 5) for done in range(6)]


def test_a_stage_may_come_again_and_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    bars = ProgressBars(shown=True)
    bars("fetch", 1, 1)
    bars("fetch", 1, 3)
    bars.close()
    bars("fetch", 3, 3)
    bars.close()
    assert "1/3" in shown.getvalue()
    assert "3/3" in shown.getvalue()


# -- completion ---------------------------------------------------------------------------------


def completed(shell: str, script: Path, line: str, folder: Path) -> set[str]:
    """What a shell offers for a line whose end is being typed."""
    if shell == "fish":
        code = f"source {script}; cd {folder}; complete -C '{line}'"
        out = subprocess.run(
            ["fish", "--no-config", "-c", code], capture_output=True, text=True, check=True
        ).stdout
        return {one.split("\t")[0].rstrip("/") for one in out.splitlines() if one}
    words = line.split(" ")
    listed = " ".join(f"'{word}'" for word in words)
    code = f"""
source {script}; cd {folder}
COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; COMPREPLY=()
name=$(complete -p rag | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
$name rag '{words[-1]}' '{words[-2]}'
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", code], capture_output=True, text=True, check=True
    )
    return {one.strip().rstrip("/") for one in done.stdout.splitlines() if one.strip()}


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completion")
    for shell in ("bash", "zsh", "fish"):
        with messages.use("fr"):
            write(folder, shell, module("completion").script(shell))
    return folder


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_a_shell_completes(shell: str, scripts: Path, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "corpus").mkdir()
    write(tmp_path, "questions.csv", "x")

    def offered(line: str) -> set[str]:
        return completed(shell, scripts / shell, line, tmp_path)

    assert offered("rag bu") == {"build"}
    assert offered("rag ") >= set(COMMANDS)
    assert "--language" in offered("rag ask --la")
    assert offered("rag ask --ui ") == {"fr", "en"}
    assert offered("rag ask --engine ") == {"local", "milvus"}
    assert offered("rag completion ") == {"bash", "zsh", "fish"}
    assert offered("rag build ") == {"corpus"}
    assert offered("rag search x -i ") == {"corpus"}
    assert offered("rag batch ") == {"corpus", "questions.csv"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_read_its_script(shell: str, scripts: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n", str(scripts / shell)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_only_completion_imports_what_writes_the_scripts() -> None:
    code = (
        "import sys\n"
        "from rag.commands import COMMANDS, module\n"
        "for name in COMMANDS: module(name)\n"
        "print('shtab' in sys.modules, 'tqdm' in sys.modules, 'difflib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, cwd=ROOT, env=clean_environment(), check=True,
    )  # fmt: skip
    assert done.stdout.split()[:2] == ["False", "False"]


def test_the_other_names_of_commands_and_options_are_theirs_alone() -> None:
    for code in messages.LANGUAGES:
        path = ROOT / "rag" / "locales" / f"{code}.toml"
        also = tomllib.loads(path.read_text(encoding="utf-8"))["cli"]["also"]
        assert set(also) == set(COMMANDS)
        words = [word for words in also.values() for word in set(words.split())]
        assert len(words) == len(set(words)), sorted({w for w in words if words.count(w) > 1})
        assert not set(words) & set(COMMANDS)
