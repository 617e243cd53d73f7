"""Tell who does what to whom: the verb of a question, and its two sides in a sentence."""
