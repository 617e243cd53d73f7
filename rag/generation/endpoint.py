"""Ask an OpenAI-compatible endpoint, once, within a time and a size that cannot be exceeded.

Whatever the other side does (refuse, stall, drip, babble, redirect, answer in another format) is an
``EndpointError``; nothing here waits longer than the timeout or keeps more than ``MAX_BYTES``.
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

if TYPE_CHECKING:
    import openai

MAX_BYTES = 64 * 1024
# All that the endpoint needs. The client adds more: what machine this is, and headers that
# environment variables name for OpenAI itself. The last is its own mark of an undecoded answer.
_HEADERS = frozenset(
    "host accept content-type content-length connection x-stainless-raw-response".split()
)
# How OpenAI's newer models refuse ``max_tokens`` and ``temperature``, which all other servers know;
# they are asked once more in their own terms.
_BAD_REQUEST = 400


class EndpointError(Exception):
    """The endpoint gave no text.

    Attributes:
        key: of the sentence that says why, in ``rag/locales/``.
        status: the HTTP status, where that is why.
    """

    def __init__(self, key: str, status: int = 0) -> None:
        super().__init__(key, status)
        self.key = key
        self.status = status


def complete(system: str, user: str, settings: GenerationSettings) -> str:
    """What the model writes; ``""`` where it writes nothing.

    Raises:
        ConfigurationError: the package ``openai`` is not installed.
        EndpointError: no text within the time and size.
    """
    try:
        import openai
    except ImportError as error:
        raise ConfigurationError("llm.not_installed") from error
    deadline = time.monotonic() + settings.timeout
    try:
        client = _client(openai, settings)
    except Exception as error:  # a certificate file or a proxy that the environment names wrongly
        raise EndpointError("llm.broken") from error
    # Timeouts of sockets start anew with each byte, and a look-up of a name has none: only a
    # thread that is left behind bounds the whole.
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
    """Question and answer, in a thread of their own."""

    client: openai.OpenAI
    settings: GenerationSettings
    system: str
    user: str
    deadline: float

    def run(self) -> str | EndpointError:
        """The text, or why there is none; never raises."""
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
            # Undecoded: a small compressed body may hold gigabytes, and none was asked for.
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
        # Here, before the client reads an error's body to its end, however long that is. A
        # redirection is an error too: the passages go where the settings say, nowhere else.
        if response.status_code // 100 != 2:
            raise EndpointError("llm.status", response.status_code)

    client: openai.OpenAI = package.OpenAI(
        base_url=settings.base_url.strip(),
        api_key=key or "none",  # never the one that OPENAI_API_KEY holds
        timeout=settings.timeout,
        max_retries=0,
        http_client=package.DefaultHttpxClient(
            follow_redirects=False,
            trust_env=settings.leaves_the_machine,  # no proxy on the way to loopback
            event_hooks={"request": [before], "response": [after]},
        ),
    )
    return client


def _refusal(error: BaseException) -> EndpointError:
    """The error of ours in an error or in what caused it; without a key where there is none."""
    for found in (error, error.__cause__):
        if isinstance(found, EndpointError):
            return found
    return EndpointError("")


def _content(body: bytes) -> str:
    """The text of the first choice of a chat completion.

    Raises:
        EndpointError: the body is something else.
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
    """Without lone surrogates, which have no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
