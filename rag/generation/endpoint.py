"""Ask an OpenAI-compatible endpoint once, with strict limits on time and size.

If the server refuses, stalls, sends slowly or too much, redirects, or answers in another format,
there is an ``EndpointError``. Nothing here waits longer than the timeout or keeps more than
``MAX_BYTES``.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.config import GenerationSettings
from rag.errors import ConfigurationError
from rag.installation import install_command

if TYPE_CHECKING:
    import openai

MAX_BYTES = 64 * 1024
# The headers that the endpoint needs. The client adds others, about this machine and from
# environment variables for OpenAI. The last one is the client's own mark for an undecoded answer.
_HEADERS = frozenset(
    "host accept content-type content-length connection x-stainless-raw-response".split()
)
# With this status newer models of OpenAI refuse ``max_tokens`` and ``temperature``, which other
# servers know. They are asked again with ``max_completion_tokens``.
_BAD_REQUEST = 400


class EndpointError(Exception):
    """The endpoint gave no text.

    Attributes:
        key: key in ``rag/locales/`` of the sentence that says why.
        status: the HTTP status if it is the reason; 0 otherwise.
    """

    def __init__(self, key: str, status: int = 0) -> None:
        super().__init__(key, status)
        self.key = key
        self.status = status


def complete(system: str, user: str, settings: GenerationSettings) -> str:
    """The text that the model writes; ``""`` if it writes nothing.

    Args:
        system: the instructions.
        user: the question with the passages.
        settings: the endpoint, the model and the limits.

    Raises:
        ConfigurationError: the package ``openai`` is not installed.
        EndpointError: there is no text within the limits of time and size.
    """
    try:
        import openai
    except ImportError as error:
        command = install_command("llm", "openai")
        raise ConfigurationError("llm.not_installed", command=command) from error
    deadline = time.monotonic() + settings.timeout
    try:
        client = _client(openai, settings)
    except Exception as error:  # such as a wrong certificate file or proxy in the environment
        raise EndpointError("llm.broken") from error
    # The timeout of a socket starts again with each byte, and a name look-up has no timeout. Only a
    # thread that is left running bounds the total time.
    outcome: queue.SimpleQueue[str | EndpointError] = queue.SimpleQueue()
    exchange = _Exchange(client, settings, _clean(system), _clean(user), deadline)
    threading.Thread(
        target=lambda: outcome.put(exchange.run()), name="rag-llm", daemon=True
    ).start()
    try:
        result = outcome.get(timeout=max(0.0, deadline - time.monotonic()))
    except queue.Empty:
        raise EndpointError("llm.slow") from None
    finally:
        with contextlib.suppress(Exception):
            client.close()
    if isinstance(result, EndpointError):
        raise result
    return result


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One request and its response, in a thread of their own."""

    client: openai.OpenAI
    settings: GenerationSettings
    system: str
    user: str
    deadline: float

    def run(self) -> str | EndpointError:
        """The text, or the error. Never raises."""
        try:
            try:
                body = self._post(
                    max_tokens=self.settings.max_tokens, temperature=self.settings.temperature
                )
            except Exception as error:
                if _refusal(error).status != _BAD_REQUEST:
                    raise
                body = self._post(max_completion_tokens=self.settings.max_tokens)
            return _content(body)
        except Exception as error:
            return self._explained(error)

    def _post(self, **parameters: Any) -> bytes:
        create = self.client.chat.completions.with_streaming_response.create
        with create(
            model=self.settings.model,
            messages=[
                {"role": "system", "content": self.system},
                {"role": "user", "content": self.user},
            ],
            **parameters,
        ) as response:
            parts, size = [], 0
            # The body is not decompressed: a small one could become gigabytes, and no compression
            # was requested.
            for part in response.http_response.iter_raw():
                size += len(part)
                if size > MAX_BYTES:
                    raise EndpointError("llm.too_long")
                if time.monotonic() >= self.deadline:
                    raise EndpointError("llm.slow")
                parts.append(part)
        return b"".join(parts)

    def _explained(self, error: BaseException) -> EndpointError:
        import openai

        refusal = _refusal(error)
        if refusal.key:
            return refusal
        if time.monotonic() >= self.deadline or isinstance(error, openai.APITimeoutError):
            return EndpointError("llm.slow")
        if isinstance(error, openai.APIConnectionError):
            return EndpointError("llm.unreachable")
        return EndpointError("llm.broken")


def _client(package: Any, settings: GenerationSettings) -> openai.OpenAI:
    key = os.environ.get(settings.api_key_env, "").strip() if settings.api_key_env else ""

    def before(request: Any) -> None:
        for name in list(request.headers):
            if name.lower() not in _HEADERS:
                del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        request.headers["user-agent"] = "press-release-rag"
        if key:
            request.headers["authorization"] = f"Bearer {key}"

    def after(response: Any) -> None:
        # This runs before the client would read the whole body of an error. A redirect is an error
        # too: the passages must only go to the address in the settings.
        if response.status_code // 100 != 2:
            raise EndpointError("llm.status", response.status_code)

    client: openai.OpenAI = package.OpenAI(
        base_url=settings.base_url.strip(),
        api_key=key or "none",  # so that the client never uses OPENAI_API_KEY by itself
        timeout=settings.timeout,
        max_retries=0,
        http_client=package.DefaultHttpxClient(
            follow_redirects=False,
            trust_env=settings.leaves_the_machine,  # no proxy to loopback addresses
            event_hooks={"request": [before], "response": [after]},
        ),
    )
    return client


def _refusal(error: BaseException) -> EndpointError:
    """The ``EndpointError`` that an error is or that caused it; one with an empty key if there is
    none."""
    for found in (error, error.__cause__):
        if isinstance(found, EndpointError):
            return found
    return EndpointError("")


def _content(body: bytes) -> str:
    """The text of the first choice of a chat completion.

    Raises:
        EndpointError: the body is not a chat completion.
    """
    try:
        message = json.loads(body.decode("utf-8-sig"))["choices"][0]["message"]
        content = message.get("content")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise EndpointError("llm.malformed") from error
    if content is None:
        return ""
    if not isinstance(content, str):
        raise EndpointError("llm.malformed")
    return content


def _clean(text: str) -> str:
    """A text with "?" for lone surrogates, which UTF-8 cannot encode."""
    return text.encode("utf-8", "replace").decode("utf-8")
