"""A learned reader: question and passage together, to the span that answers and how sure it is."""
