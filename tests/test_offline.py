"""Nothing leaves the machine: no look-up, no connection, no hub."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QUESTION, ROOT, SEEDS, clean_environment

# Runs in a child process; every look-up and connection of Python's is written down, those to
# loopback (the page's own server, looking whether it is up) apart.
_WATCHED = """
import json, sys

outward = []

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else str(address)
        if not str(host).startswith("127.") and host not in ("::1", "localhost"):
            outward.append([event, repr(address)])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = str(arguments[0])
        if host not in ("127.0.0.1", "::1", "localhost", "None", "0.0.0.0"):
            outward.append([event, host])

sys.addaudithook(watch)
"""

_USE = """
import rag
report = rag.build(sys.argv[1], sys.argv[2])
answer = rag.open(sys.argv[2]).ask(sys.argv[3])
"""

_BATCH = """
import pathlib
from rag.cli import main
questions = pathlib.Path(sys.argv[2]).with_name("questions.txt")
questions.write_text(sys.argv[3], encoding="utf-8")
assert main(["batch", str(questions), "-i", sys.argv[2], "--quiet"]) == 0
assert "rag.fetching" not in sys.modules
"""

_SERVE = """
import time, urllib.request
from rag.web.server import serve
server = serve(sys.argv[2], rag.Settings())
assert server.service.wait(60)
for place in ("", "config", "healthz"):
    with urllib.request.urlopen(server.address + place) as response:
        assert response.status == 200
time.sleep(1.0)
server.close()
"""

_END = """
print(json.dumps({"outward": outward, "answer": answer.to_dict()}))
"""


def watched(code: str, index: Path, **environment: str) -> dict[str, object]:
    inherited = clean_environment(**environment)
    if "HF_HUB_OFFLINE" not in environment:
        inherited.pop("HF_HUB_OFFLINE", None)
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED + code + _END, str(SEEDS), str(index), QUESTION],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=inherited,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(result, dict)
    return result


def test_the_watch_sees_a_look_up(tmp_path: Path) -> None:
    code = (
        _USE + "import socket\ntry: socket.getaddrinfo('example.org', 80)\nexcept OSError: pass\n"
    )
    assert watched(code, tmp_path / "index")["outward"] == [["socket.getaddrinfo", "example.org"]]


def test_building_asking_and_serving_call_nobody_and_offline_changes_nothing(
    tmp_path: Path,
) -> None:
    plain = watched(_USE + _BATCH + _SERVE, tmp_path / "one")
    assert plain["outward"] == []
    offline = watched(_USE, tmp_path / "two", HF_HUB_OFFLINE="1")
    assert offline == plain


@pytest.mark.skipif(sys.platform != "linux", reason="needs network namespaces")
def test_it_works_on_a_machine_without_a_network(tmp_path: Path) -> None:
    possible = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    if possible.returncode != 0:
        pytest.skip("this system allows no network namespace")
    code = "import json, sys\noutward = []\n" + _USE + _END
    done = subprocess.run(
        ["unshare", "-rn", sys.executable, "-c", code, str(SEEDS), str(tmp_path / "i"), QUESTION],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean_environment(),
        check=True,
    )
    assert json.loads(done.stdout)["answer"]["status"] == "answered"
