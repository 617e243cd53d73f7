"""The optional language model: its text stands beside the answer, and each sentence is checked."""

from rag.generation.generation import generate

__all__ = ["generate"]
