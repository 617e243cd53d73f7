"""An answer in a language model's words, beside the extractive one: prompt, request, verdicts.

The model gets the question and the passages that were found, nothing else; what it writes is
checked sentence by sentence and is only ever shown with its verdict.
"""

from __future__ import annotations

from rag.config import GenerationSettings
from rag.errors import ConfigurationError
from rag.generation.checking import Support, check
from rag.generation.endpoint import EndpointError, complete
from rag.generation.wording import split
from rag.phrases import prompt_in_words
from rag.types import Answer, Generated, GeneratedSentence, Hit, Reason, quote_digest

# What the model is to write when the passages do not say; in any language, so that it is known.
NOTHING = "RIEN"
# Characters of passages that are sent, about 6,000 tokens: more would push the instructions out of
# a small model's window.
_MOST_SENT = 20_000
# What is read of what comes back; a model that was asked for a few short sentences babbles beyond.
_MOST_READ, _MOST_SENTENCES = 10_000, 40


def generate(
    answer: Answer, settings: GenerationSettings, support: Support | None = None
) -> Generated:
    """What the endpoint's model writes from an answer's hits, each sentence with its verdict.

    An abstention sends nothing. A dead, slow or babbling endpoint gives a note.

    Args:
        answer: the extractive answer.
        settings: the endpoint and the model.
        support: asked whether a passage bears a sentence out where too few of its words stand
            there (another wording, another language); it overrules no other check.

    Raises:
        ConfigurationError: no usable ``base_url``, or the package ``openai`` is not installed.
    """
    if not settings.base_url.strip():
        raise ConfigurationError("llm.no_endpoint")
    if not settings.destination:
        raise ConfigurationError("llm.bad_endpoint")
    if answer.status != "answered":
        return Generated(settings.model, (), Reason("llm.abstained"))
    hits = _that_fit(answer.hits)
    try:
        content = complete(*prompt(answer.question, hits), settings)
    except EndpointError as error:
        values = {
            "host": settings.destination,
            "seconds": settings.timeout,
            "status": error.status,
            "variable": settings.api_key_env or "llm.api_key_env",
        }
        return Generated(settings.model, (), Reason(error.key, values))
    return _judged(content, hits, settings, support)


def prompt(question: str, hits: tuple[Hit, ...]) -> tuple[str, str]:
    """(system, user): the instructions, and the question with the passages, in the language of
    the first hit's release (French, or else English).

    The passages stand between marks that no text can hold, being made of all that they enclose.
    """
    mark = f"passage-{quote_digest(question + ''.join(hit.passage.text for hit in hits))}"
    return prompt_in_words(question, hits, mark, NOTHING)


def _that_fit(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The first hits that are not too long together; one at least."""
    left = _MOST_SENT
    for count, hit in enumerate(hits):
        left -= len(hit.passage.text) + len(hit.release.title)
        if left < 0 and count > 0:
            return hits[:count]
    return hits


def _judged(
    content: str, hits: tuple[Hit, ...], settings: GenerationSettings, support: Support | None
) -> Generated:
    written = split(content[:_MOST_READ])
    telling = [one for one in written if one.words.strip(" .!*_`\"'«»").upper() != NOTHING]
    sentences: tuple[GeneratedSentence, ...] = tuple(
        check(one, hits, support) for one in telling[:_MOST_SENTENCES]
    )
    note = None
    if not written:
        note = Reason("llm.empty")
    elif not telling:
        note = Reason("llm.silent")
    elif not any(sentence.supported for sentence in sentences):
        note = Reason("llm.none_supported")
    return Generated(settings.model, sentences, note)
