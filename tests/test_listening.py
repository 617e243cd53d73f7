"""Where the server cannot listen, the error names host, port, cause and remedy."""

from __future__ import annotations

import errno
import socket
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from rag.web.server import serve

SETTINGS = rag.Settings()


def refused(host: str, port: int) -> rag.ConfigurationError:
    settings = replace(SETTINGS, web=replace(SETTINGS.web, host=host, port=port))
    with pytest.raises(rag.ConfigurationError) as raised:
        serve(Path("nowhere"), settings)
    return raised.value


def test_a_port_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        error = refused("127.0.0.1", port)
    assert error.key == "serve.port_taken"
    assert f"Le port {port} de 127.0.0.1" in str(error)
    assert "--port 0" in str(error)


def test_an_address_of_another_machine() -> None:
    error = refused("192.0.2.1", 7860)
    assert error.key == "serve.not_here"
    assert "192.0.2.1" in str(error)
    assert "--host" in str(error)


@pytest.mark.parametrize(
    ("number", "port", "key", "words"),
    [
        (errno.EACCES, 80, "serve.port_forbidden", "1024"),
        (errno.EADDRINUSE, 0, "serve.ports_taken", "7860"),
        (errno.ENOBUFS, 7860, "serve.port_refused", "7860"),
    ],
)
def test_a_port_that_the_system_refuses(
    number: int, port: int, key: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(socket.socket):
        def bind(self, _address: object) -> None:
            raise OSError(number, "refused")

    monkeypatch.setattr("rag.web.server.socket.socket", Refusing)
    error = refused("127.0.0.1", port)
    assert error.key == key
    assert words in str(error)


@pytest.mark.parametrize("host", ["nope.invalid", "a" * 70, ""])
def test_a_host_that_is_not_known(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("rag.web.server.socket.getaddrinfo", unknown)
    error = refused(host, 7860)
    assert error.key == "serve.no_host"
    assert host in str(error)
    assert "not known" not in str(error)
