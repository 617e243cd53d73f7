"""Why something was not fetched."""

from __future__ import annotations

from rag.types import Reason


class FetchError(Exception):
    """A page was not fetched.

    Attributes:
        reason: why, for a person.
        lasting: whether asking again would not help, as for a page that is gone.
        wait: seconds after which the server wants to be asked again; None if it did not say.
    """

    def __init__(
        self, key: str, /, lasting: bool = False, wait: float | None = None, **values: object
    ) -> None:
        super().__init__(key, values)
        self.reason = Reason(key, values)
        self.lasting = lasting
        self.wait = wait
