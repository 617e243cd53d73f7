"""Measurements behind every figure in RESULTS.md; not part of the installed package."""
