"""Settings of the web page and its server."""

from __future__ import annotations

import os
from ipaddress import ip_address

from rag.lazy import dataclass


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The web page and its server (``rag serve``, ``python app.py``).

    Attributes:
        host, port: address of the server; port 0 takes the first free port from 7860 on.
        root_path: path under which a proxy publishes the page, such as ``/communiques``.
        allowed_hosts: names of the server beside ``host``, such as that under which a proxy
            publishes the page. A request for another name is refused.
        uploads: whether visitors may add releases and rebuild the index.
        uploads_beyond_loopback: whether they may do so if other machines can reach the page.
        upload_megabytes: size of the largest file that may be added.
        queue: how many questions may wait; further ones are refused.
        at_once: how many questions are answered at the same time; 0 takes the number of cores.
        mcp: whether the server offers MCP tools.
        examples: a text file with one example question on each line; ``""`` takes the examples
            for the releases of the project, or makes examples from the titles.
    """

    host: str = "127.0.0.1"
    port: int = 0
    root_path: str = ""
    allowed_hosts: tuple[str, ...] = ()
    uploads: bool = True
    uploads_beyond_loopback: bool = False
    upload_megabytes: int = 20
    queue: int = 256
    at_once: int = 0
    mcp: bool = False
    examples: str = ""

    @property
    def accepts_uploads(self) -> bool:
        """Whether the page lets visitors add releases at the address where it listens."""
        return self.uploads and (is_loopback(self.host) or self.uploads_beyond_loopback)

    @property
    def answered_at_once(self) -> int:
        """How many questions are answered at the same time."""
        return self.at_once or max(2, os.cpu_count() or 2)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is on the loopback interface of this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
