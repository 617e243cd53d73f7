"""Who may use what stands beside Gradio's page, where a password is set."""

from __future__ import annotations

import base64
import hmac
import os
from typing import Any

from starlette.requests import HTTPConnection

import rag

USER, PASSWORD = "RAG_USER", "RAG_PASSWORD"


def credentials() -> tuple[str, str] | None:
    """The user and password from the environment; None if neither is set.

    Raises:
        ConfigurationError: only one of them is set.
    """
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise rag.ConfigurationError("serve.half_auth")
    return (user, password) if user else None


class Login:
    """Knows who is logged in to the page, and programs that send the same name and password."""

    def __init__(self, user: str, password: str) -> None:
        self._expected = f"{user}:{password}".encode()
        self._page: Any = None

    def follow(self, page: Any) -> None:
        """Accept those who log in to the page from now on.

        Args:
            page: Gradio's application, with its ``tokens`` and the name of its cookie.
        """
        self._page = page

    def allows(self, request: HTTPConnection) -> bool:
        """Whether a request comes from such a person or program."""
        kind, _, text = request.headers.get("authorization", "").partition(" ")
        if kind.casefold() == "basic":
            try:
                given = base64.b64decode(text, validate=True)
            except ValueError:
                return False
            return hmac.compare_digest(given, self._expected)
        names = ("access-token-", "access-token-unsecure-")
        cookies = (request.cookies.get(f"{name}{self._page.cookie_id}") for name in names)
        return any(cookie in self._page.tokens for cookie in cookies)
