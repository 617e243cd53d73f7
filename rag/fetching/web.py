"""Ask for pages as a polite guest: ``robots.txt``, pauses, redirects, "too many requests"."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from protego import Protego

from rag.config import FetchSettings
from rag.fetching.address import Address, Named
from rag.fetching.exchange import AGENT, Response, get
from rag.fetching.problem import FetchError

_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_MOST_REDIRECTS = 5
_TRIES = 3  # how often a page is asked for whose server asks to come later
_ROBOTS_BYTES = 500_000


class Web:
    """The web, as far as the user's addresses lead. One request at a time.

    Args:
        named: the hosts that the user named.
        settings: pauses and limits.
    """

    def __init__(self, named: Named, settings: FetchSettings) -> None:
        self._named = named
        self._settings = settings
        self._robots: dict[str, Protego | FetchError] = {}
        self._next: dict[str, float] = {}  # by host, when it may be asked again

    def get(self, address: Address, headers: dict[str, str] | None = None) -> Response:
        """The page at an address, or at the one that it redirects to.

        Args:
            headers: further headers, which are sent to the first host alone.

        Returns:
            A response with the status 200 or 304.

        Raises:
            FetchError: there is no such response; the reason tells why.
        """
        seen = {str(address)}
        first = address.site
        while True:
            self._check_robots(address)
            sent = headers if headers and address.site == first else {}
            response = self._patiently(address, dict(sent))
            if response.status not in _REDIRECTS:
                return response
            location = response.headers.get("location", "")
            if not location:
                raise FetchError("fetch.status", status=response.status)
            address = address.join(_as_utf8(location))
            if str(address) in seen or len(seen) > _MOST_REDIRECTS:
                raise FetchError("fetch.redirects", lasting=True)
            seen.add(str(address))

    def _patiently(self, address: Address, headers: dict[str, str]) -> Response:
        """The answer of one address; a server that asks to come later is asked again."""
        for _ in range(_TRIES - 1):
            try:
                return self._once(address, headers)
            except FetchError as problem:
                if problem.wait is None or problem.wait > self._settings.longest_wait:
                    raise
                time.sleep(problem.wait)
        return self._once(address, headers)

    def _once(self, address: Address, headers: dict[str, str]) -> Response:
        self._pause(address)
        try:
            response = get(
                address,
                self._named,
                headers,
                seconds=self._settings.timeout,
                megabytes=self._settings.megabytes,
            )
        finally:
            self._next[address.authority] = time.monotonic() + self._delay(address)
        status = response.status
        asked_for_changes = status == HTTPStatus.NOT_MODIFIED and headers
        if status in (HTTPStatus.OK, *_REDIRECTS) or asked_for_changes:
            return response
        if status in _LATER:
            wait = _retry_after(response.headers.get("retry-after", ""))
            raise FetchError("fetch.later", status=status, wait=wait)
        lasting = status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
        raise FetchError("fetch.status", lasting=lasting, status=status)

    def _pause(self, address: Address) -> None:
        wait = self._next.get(address.authority, 0.0) - time.monotonic()
        if wait > 0:
            time.sleep(wait)

    def _delay(self, address: Address) -> float:
        """Seconds between two requests: the setting's, or more if ``robots.txt`` asks for more."""
        robots = self._robots.get(address.site)
        asked = robots.crawl_delay(AGENT) if isinstance(robots, Protego) else None
        return min(max(self._settings.pause, asked or 0.0), self._settings.longest_wait)

    def _check_robots(self, address: Address) -> None:
        """Check that the site lets robots ask for an address (RFC 9309)."""
        site = address.site
        if site not in self._robots:
            self._robots[site] = self._read_robots(address)
        robots = self._robots[site]
        if isinstance(robots, FetchError):
            raise robots
        if not robots.can_fetch(str(address), AGENT):
            raise FetchError("fetch.robots", lasting=True, host=address.authority)

    def _read_robots(self, address: Address) -> Protego | FetchError:
        place = address.join("/robots.txt")
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                response = self._patiently(place, {})
                if response.status == HTTPStatus.OK:
                    text = response.body[:_ROBOTS_BYTES].decode("utf-8-sig", "replace")
                    return Protego.parse(text)
                place = place.join(response.headers.get("location", ""))
        except FetchError as problem:
            status = problem.reason.values.get("status", 0)
            missing = isinstance(status, int) and 400 <= status < 500
            if not missing or status == HTTPStatus.TOO_MANY_REQUESTS:
                return problem  # a site that cannot be asked for its rules is not asked for more
        return Protego.parse("")


def _retry_after(value: str) -> float | None:
    """Seconds until a server wants to be asked again: a number, or a date; None for neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def _as_utf8(header: str) -> str:
    """A header that was read as ISO-8859-1, as servers that write UTF-8 meant it."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
