"""Ask a body of press releases a question and get the passage that answers, with citations.

>>> import rag
>>> rag.build("seeds", "index")                                    # doctest: +SKIP
>>> library = rag.open("index")                                    # doctest: +SKIP
>>> library.ask("Quand la cellule sous-marine a-t-elle été créée ?").text  # doctest: +SKIP
"""

from rag.config import (
    AnswerSettings,
    CorpusSettings,
    EncoderSettings,
    EngineSettings,
    GenerationSettings,
    ReaderSettings,
    RetrievalSettings,
    Settings,
    WebSettings,
    load_settings,
)
from rag.corpus import Addition
from rag.errors import (
    CitationError,
    ConfigurationError,
    CorpusError,
    DuplicateReleaseError,
    EncoderError,
    EngineError,
    EvaluationError,
    IndexBusyError,
    IndexDamagedError,
    IndexEncoderError,
    IndexMissingError,
    IndexUnusableError,
    IndexVersionError,
    NotReadyError,
    QueryError,
    RagError,
    ReaderError,
    StorageError,
)
from rag.indexing import BuildReport, Difference
from rag.library import Library, add, build, open  # noqa: A004
from rag.models import Encoder, EncoderIdentity, load_encoder
from rag.partial_date import PartialDate
from rag.types import (
    Answer,
    AnswerDate,
    Citation,
    Evidence,
    Generated,
    GeneratedSentence,
    Hit,
    Passage,
    Period,
    PublicationDate,
    Release,
    ReleaseSummary,
    Span,
    Statement,
)
from rag.version import __version__

__all__ = [
    "Addition",
    "Answer",
    "AnswerDate",
    "AnswerSettings",
    "BuildReport",
    "Citation",
    "CitationError",
    "ConfigurationError",
    "CorpusError",
    "CorpusSettings",
    "Difference",
    "DuplicateReleaseError",
    "Encoder",
    "EncoderError",
    "EncoderIdentity",
    "EncoderSettings",
    "EngineError",
    "EngineSettings",
    "EvaluationError",
    "Evidence",
    "Generated",
    "GeneratedSentence",
    "GenerationSettings",
    "Hit",
    "IndexBusyError",
    "IndexDamagedError",
    "IndexEncoderError",
    "IndexMissingError",
    "IndexUnusableError",
    "IndexVersionError",
    "Library",
    "NotReadyError",
    "PartialDate",
    "Passage",
    "Period",
    "PublicationDate",
    "QueryError",
    "RagError",
    "ReaderError",
    "ReaderSettings",
    "Release",
    "ReleaseSummary",
    "RetrievalSettings",
    "Settings",
    "Span",
    "Statement",
    "StorageError",
    "WebSettings",
    "__version__",
    "add",
    "build",
    "load_encoder",
    "load_settings",
    "open",
]
