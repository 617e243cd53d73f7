"""Addresses on the web: what may be asked, and which machine a name stands for."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from rag.fetching.problem import FetchError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
_KEPT = "/%:@!$&'()*+,;=~-._?[]"  # what stands for itself in a path or a query
_NAT64 = ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address, in one form.

    Attributes:
        scheme: ``http`` or ``https``.
        host: in small letters, in ASCII, without brackets.
        port: its number, also where the address has none.
        target: path and query, escaped.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port, such as ``https://example.org``."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host, with its port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.site + self.target

    def join(self, location: str) -> Address:
        """The address that a link or a redirect on this page leads to.

        Raises:
            FetchError: it is not an address that may be asked.
        """
        try:
            return parse_address(urljoin(str(self), location.strip()))
        except ValueError as error:
            raise FetchError("fetch.bad_address", lasting=True, url=location) from error


def parse_address(text: str) -> Address:
    """An address from what a person or a page wrote; a fragment is dropped.

    Raises:
        FetchError: it is no http or https address, holds a password, or is too long.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError("fetch.bad_address", lasting=True, url=text) from error
    scheme = parts.scheme.lower()
    readable = text.isprintable() and len(text) <= _LONGEST and not re.search(r"[\s\\%]", host)
    if scheme not in _PORTS or not host or not readable or port == 0:
        raise FetchError("fetch.bad_address", lasting=True, url=text[:200])
    if "@" in parts.netloc:
        raise FetchError("fetch.password", lasting=True, host=host)
    target = quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        target += "?" + quote(parts.query, safe=_KEPT)
    return Address(scheme, host.lower(), port or _PORTS[scheme], target)


class Named:
    """The hosts that the user named. Only these may lie in a private network.

    Args:
        addresses: what the user named.
    """

    def __init__(self, addresses: Iterable[Address]) -> None:
        self._places = {self._place(one) for one in addresses}

    def __contains__(self, address: Address) -> bool:
        return self._place(address) in self._places

    @staticmethod
    def _place(address: Address) -> tuple[str, int]:
        """Host and port; the ports of http and https count as one."""
        port = 80 if address.port in _PORTS.values() else address.port
        return address.host, port


def resolve(address: Address, named: Named) -> list[str]:
    """The IP addresses of a host, to which the connection is then made.

    Raises:
        FetchError: the name is not known; or one of them is private, of this machine or of this
            link, and the user did not name the host.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("fetch.unknown_host", host=address.host) from error
    places = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if address not in named and not all(map(is_public, places)):
        raise FetchError("fetch.private", lasting=True, host=address.authority)
    return places


def is_public(place: str) -> bool:
    """Whether an IP address belongs to a machine in the public network."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(place.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inside is None and ip in _NAT64:
            inside = IPv4Address(int(ip) & 0xFFFFFFFF)
        if inside is not None:
            # Later versions of Python count the whole network of a tunnel (6to4) as private.
            is_tunnel = ip.ipv4_mapped is None
            return is_public(str(inside)) and not (is_tunnel and ip.is_private)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and "%" not in place
