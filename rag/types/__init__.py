"""The values that the packages pass to each other: releases, passages, hits, answers.

All are frozen. Offsets count characters of a release's body, so that ``body[start:end]`` is a
quote. The body of a text file is the decoded file, without a byte-order mark and with unchanged
line ends. For other formats it is the text without markup, and ``Release.places`` tells where in
the file each part of it stands.
"""

from __future__ import annotations

from rag.types.answer import Abstention, Answer, AnswerDate, AnswerForm, AnswerPart, Status
from rag.types.basic import Block, BlockKind, PassageKind, Place, Reason, Remark, Span, SpanLike
from rag.types.compared import Change, Changes, Counted, Facet, Facets, SameRelease, SimilarRelease
from rag.types.generated import Generated, GeneratedSentence
from rag.types.hit import Hit, Hits, Match
from rag.types.query import Filters, Period, Previous
from rag.types.release import (
    Citation,
    Passage,
    PublicationDate,
    Release,
    ReleaseSummary,
    date_to_dict,
    places_of,
    quote_digest,
)
from rag.types.statement import (
    SaidStatement,
    Speaker,
    Statement,
    StoredStatement,
    statement_to_dict,
)

__all__ = [
    "Abstention",
    "Answer",
    "AnswerDate",
    "AnswerForm",
    "AnswerPart",
    "Block",
    "BlockKind",
    "Change",
    "Changes",
    "Citation",
    "Counted",
    "Facet",
    "Facets",
    "Filters",
    "Generated",
    "GeneratedSentence",
    "Hit",
    "Hits",
    "Match",
    "Passage",
    "PassageKind",
    "Period",
    "Place",
    "Previous",
    "PublicationDate",
    "Reason",
    "Release",
    "ReleaseSummary",
    "Remark",
    "SaidStatement",
    "SameRelease",
    "SimilarRelease",
    "Span",
    "SpanLike",
    "Speaker",
    "Statement",
    "Status",
    "StoredStatement",
    "date_to_dict",
    "places_of",
    "quote_digest",
    "statement_to_dict",
]
