"""One request and its answer, with limits on time and size. This alone opens connections."""

from __future__ import annotations

import queue
import ssl
import threading
import time
from dataclasses import dataclass
from http import HTTPStatus

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.ssl_match_hostname import CertificateError

from rag.fetching.address import Address, Named, resolve
from rag.fetching.problem import FetchError
from rag.version import __version__

AGENT = "press-release-rag"
"""The name by which ``robots.txt`` may speak of the program."""
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, application/pdf, text/plain;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_PART = 65536
_TRIES = 3  # addresses of one host that are tried


@dataclass(frozen=True, slots=True)
class Response:
    """The answer of a server.

    Attributes:
        address: what was asked.
        status: the HTTP status.
        headers: by name in small letters; the first one of a name.
        body: uncompressed; empty unless the status is 200.
    """

    address: Address
    status: int
    headers: dict[str, str]
    body: bytes


def get(
    address: Address, named: Named, headers: dict[str, str], *, seconds: float, megabytes: int
) -> Response:
    """Ask a server for an address. A redirect is returned and not followed.

    Args:
        named: the hosts that the user named.
        headers: further headers, such as ``If-None-Match``.
        seconds: the longest time that all of it may take, from the look-up of the name on.
        megabytes: the largest body, uncompressed.

    Raises:
        FetchError: no answer within these limits, or the connection is refused or broken.
    """
    # The timeout of a socket begins anew with each byte, and a look-up has none. Only a thread that
    # may be left behind bounds the whole.
    outcome: queue.SimpleQueue[Response | FetchError] = queue.SimpleQueue()
    exchange = _Exchange(address, named, headers, time.monotonic() + seconds, megabytes)
    threading.Thread(target=lambda: outcome.put(exchange.run()), daemon=True).start()
    try:
        result = outcome.get(timeout=seconds)
    except queue.Empty:
        raise FetchError("fetch.slow", seconds=seconds) from None
    finally:
        exchange.close()
    if isinstance(result, FetchError):
        raise result
    return result


class _Exchange:
    """One request and its answer, in a thread of its own."""

    def __init__(
        self,
        address: Address,
        named: Named,
        headers: dict[str, str],
        deadline: float,
        megabytes: int,
    ) -> None:
        self._address = address
        self._named = named
        self._headers = headers
        self._deadline = deadline
        self._megabytes = megabytes
        self._connection: HTTPConnection | None = None

    def run(self) -> Response | FetchError:
        """The answer, or why there is none. Never raises."""
        try:
            return self._ask(self._connect())
        except FetchError as problem:
            return problem
        except (urllib3.exceptions.ReadTimeoutError, TimeoutError):
            return FetchError("fetch.slow", seconds=self._left())
        except urllib3.exceptions.DecodeError:
            return FetchError("fetch.not_unpacked")
        except Exception as error:
            return FetchError("fetch.broken", why=type(error).__name__)

    def close(self) -> None:
        """End the connection, which ends a thread that still waits for it."""
        connection = self._connection
        if connection is not None:
            connection.close()

    def _left(self) -> float:
        return max(0.1, self._deadline - time.monotonic())

    def _connect(self) -> HTTPConnection:
        address = self._address
        places = resolve(address, self._named)[:_TRIES]
        for place in places:
            connection: HTTPConnection
            if address.scheme == "https":
                # The connection goes to the address that was checked; the certificate must be that
                # of the name.
                connection = HTTPSConnection(
                    place,
                    address.port,
                    timeout=self._left(),
                    ssl_context=ssl.create_default_context(),
                    server_hostname=address.host,
                    assert_hostname=address.host,
                )
            else:
                connection = HTTPConnection(place, address.port, timeout=self._left())
            self._connection = connection
            try:
                connection.connect()
            except (ssl.SSLError, urllib3.exceptions.SSLError, CertificateError) as error:
                raise FetchError("fetch.certificate", host=address.host) from error
            except (urllib3.exceptions.HTTPError, OSError):
                connection.close()
                continue
            return connection
        raise FetchError("fetch.unreachable", host=address.authority)

    def _ask(self, connection: HTTPConnection) -> Response:
        connection.request(
            "GET",
            self._address.target,
            headers={"Host": self._address.authority, **_HEADERS, **self._headers},
            preload_content=False,
        )
        response = connection.getresponse()
        headers: dict[str, str] = {}
        for name, value in response.headers.items():
            headers.setdefault(name.lower(), value)
        parts, size = [], 0
        limit = self._megabytes * 1_000_000
        if response.status == HTTPStatus.OK:
            stated = headers.get("content-length", "")
            if stated.isdigit() and int(stated) > limit:
                raise FetchError("fetch.too_large", lasting=True, megabytes=self._megabytes)
            while part := response.read1(_PART, decode_content=True):
                size += len(part)
                if size > limit:
                    raise FetchError("fetch.too_large", lasting=True, megabytes=self._megabytes)
                if time.monotonic() >= self._deadline:
                    raise TimeoutError
                parts.append(part)
        connection.close()
        return Response(self._address, response.status, headers, b"".join(parts))
