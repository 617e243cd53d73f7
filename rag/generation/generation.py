"""Let a language model write an answer beside the extractive one: prompt, request, verdicts.

The model gets only the question and the passages that were found. Each sentence that it writes is
checked and is shown only with its verdict.
"""

from __future__ import annotations

from rag.config import GenerationSettings
from rag.errors import ConfigurationError
from rag.generation.checking import check
from rag.generation.endpoint import EndpointError, complete
from rag.generation.wording import split
from rag.phrases import prompt_in_words
from rag.types import Answer, Generated, Hit, Reason, quote_digest

# The word that the model must write, in every language, if the passages do not have the answer.
NOTHING = "RIEN"
# The most characters of passages that are sent, about 6,000 tokens. With more, the instructions
# would not fit into the window of a small model.
_MOST_SENT = 20_000
# The most characters and sentences of the response that are used: it should be a few sentences.
_MOST_READ, _MOST_SENTENCES = 10_000, 40


def generate(answer: Answer, settings: GenerationSettings) -> Generated:
    """The text that the model writes from an answer's hits, each sentence with its verdict.

    For an abstention nothing is sent. If the endpoint fails, is slow or sends too much, the result
    has no sentences and a note.

    Args:
        answer: the extractive answer.
        settings: the endpoint and the model.

    Raises:
        ConfigurationError: ``base_url`` is not usable, or the package ``openai`` is not installed.
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
    return _judged(content, hits, settings)


def prompt(question: str, hits: tuple[Hit, ...]) -> tuple[str, str]:
    """(system, user): the instructions, and the question with the passages, in the language of the
    first hit's release, or in English if there are no texts in that language.

    The passages stand between marks. The marks contain a digest of the question and all passages,
    so no passage can contain them.
    """
    mark = f"passage-{quote_digest(question + ''.join(hit.passage.text for hit in hits))}"
    return prompt_in_words(question, hits, mark, NOTHING)


def _that_fit(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The first hits that are together not too long, at least one."""
    left = _MOST_SENT
    for count, hit in enumerate(hits):
        left -= len(hit.passage.text) + len(hit.release.title)
        if left < 0 and count > 0:
            return hits[:count]
    return hits


def _judged(content: str, hits: tuple[Hit, ...], settings: GenerationSettings) -> Generated:
    written = split(content[:_MOST_READ])
    telling = [one for one in written if one.words.strip(" .!*_`\"'«»").upper() != NOTHING]
    sentences = tuple(check(one, hits) for one in telling[:_MOST_SENTENCES])
    note = None
    if not written:
        note = Reason("llm.empty")
    elif not telling:
        note = Reason("llm.silent")
    elif not any(sentence.supported for sentence in sentences):
        note = Reason("llm.none_supported")
    return Generated(settings.model, sentences, note)
