"""The optional language model: asked beside the answer, checked sentence by sentence."""

from rag.generation.generation import generate

__all__ = ["generate"]
